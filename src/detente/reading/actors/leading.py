"""Whom "the Minister" means in a house's own style: the minister of whom the text tells first, though another state's
was named since ("X met Minister Y of Z. On the margins the Minister also met W").

In: an office without a state, and whom the words would point at by nearness. Out: that person, or the first one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading.actors.cast import Entity
from detente.reading.actors.grid import Mention
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Token

BARE = "Minister"
SUBJECTS = ("nsubj", "nsubjpass")
FACING = ("to", "on", "upon", "from", "with")


def leading(
    known: Entity | None, mention: Mention, scene: Scene, mentions: Sequence[Mention], entities: Mapping[int, Entity]
) -> Entity | None:
    """The minister told of first, where the office is written with a capital and the other did nothing right before."""
    doc = scene.passages[mention.passage].doc
    at = mention.core[0]
    styled = doc[mention.core[0] : mention.core[1]].text == BARE and at > 0 and doc[at - 1].lower_ == "the"
    if known is None or not styled or mention.country is not None or mention.body is not None:
        return known
    people = ((k, e) for k, m in enumerate(mentions) if m.kind == "person" and (e := entities.get(k)) is not None)
    first = next((e for _, e in people), None)
    if first is None or first.level != "minister" or first.country in (None, known.country):
        return known
    if _faced(first, mention, scene, mentions, entities):
        return known
    return known if _acted(known, mention, scene, mentions, entities) else first


def _faced(
    first: Entity, mention: Mention, scene: Scene, mentions: Sequence[Mention], entities: Mapping[int, Entity]
) -> bool:
    """Whether what the Minister does is done to the first one's own state ("thanked X for …"): no state's own deed."""
    doc = scene.passages[mention.passage].doc
    verb = doc[mention.head].head
    for k, m in enumerate(mentions):
        entity = entities.get(k)
        country = entity.country if entity is not None else m.country
        if m.sentence != mention.sentence or country != first.country or m.first < verb.i:
            continue
        head = doc[m.head]
        link = head.head if head.dep_ == "pobj" and head.head.lower_ in FACING else head
        if (
            head.dep_ in ("dobj", "dative")
            or _bidden(head, verb)
            or (link is not head and verb in (link.head, link.head.head))
        ):
            return True
    return False


def _bidden(head: Token, verb: Token) -> bool:
    """ "insisted that X pay": whose deed, told without a helping verb, is what the Minister asks for."""
    deed = head.head
    asked = head.dep_ == "nsubj" and deed.dep_ == "ccomp" and deed.tag_ == "VB" and deed.head == verb
    return asked and not any(c.dep_ == "aux" for c in deed.children)


def _acted(
    known: Entity, mention: Mention, scene: Scene, mentions: Sequence[Mention], entities: Mapping[int, Entity]
) -> bool:
    """Whether somebody is the subject of the sentence right before, or was named in the same one."""
    for k, m in enumerate(mentions):
        if entities.get(k) is not known or m.sentence > mention.sentence or m.sentence < mention.sentence - 1:
            continue
        head = scene.passages[m.passage].doc[m.head]
        if head.dep_ in SUBJECTS or (m.sentence == mention.sentence and m.first < mention.first):
            return True
    return False
