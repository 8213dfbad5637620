"""Names that tell of nobody in a transcript: the label of a turn ("MR. SILVA: …"), who is spoken to ("Thanks, Ana").

In: a mention, or an entity of the document. Out: whether it is one of these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.actors.grid import Mention

if TYPE_CHECKING:
    from detente.reading.actors.cast import Entity
    from detente.reading.words import Doc


def only_called(entity: Entity) -> bool:
    """ "Thanks, Ana", in a transcript: one who is called by a name alone and spoken to, not of."""
    bare = entity.title is None and entity.country is None and not entity.official
    return bare and entity.kind == "person" and " " not in (entity.name or " ")


def labels_a_turn(doc: Doc, mention: Mention) -> bool:
    """Whether a name at the head of a paragraph is in capitals, or alone, before a colon."""
    closed = mention.last < len(doc) and doc[mention.last].text == ":"
    return closed and doc[: mention.last].text.isupper()
