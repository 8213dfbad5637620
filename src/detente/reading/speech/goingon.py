"""Words that go on coming through the outlet of those before: "told the Herald that A. “B,” she said", "the paper
quoted her as saying".

In: the statements of a document in the order of the text. Out: the same; a quotation right after what somebody told
an outlet has that outlet in its chain, and an outlet named with its bare noun has its name.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Relay
from detente.reading.speech.attribution import Draft

if TYPE_CHECKING:
    from detente.reading.actors.cast import Entity

NEAR = 1  # paragraphs from what was told the outlet to what goes on from it


def going_on(drafts: Sequence[Draft], outlet_nouns: Collection[str]) -> list[Draft]:
    """The statements, each with the outlet that it came through."""
    found: list[Draft] = []
    for draft in drafts:
        before = _before(found, draft.entity)
        link = _outlet(before) if before is not None and _near(before, draft) else None
        found.append(_through(draft, link, outlet_nouns) if link is not None else draft)
    return found


def _before(drafts: Sequence[Draft], entity: Entity | None) -> Draft | None:
    """What the same person said last."""
    said = (d for d in reversed(drafts) if d.entity is entity and not d.silent)
    return next(said, None) if entity is not None and entity.kind == "person" else None


def _near(before: Draft, draft: Draft) -> bool:
    return draft.sentence.passage.index - before.sentence.passage.index <= NEAR


def _outlet(draft: Draft) -> Relay | None:
    return next((r for r in draft.chain if r.role == "outlet"), None)


def _through(draft: Draft, link: Relay, outlet_nouns: Collection[str]) -> Draft:
    own = _outlet(draft)
    if own is not None:
        words = own.name.lower().split()
        bare = len(words) == 2 and words[0] in ("the", "this") and words[1] in outlet_nouns
        chain = tuple(replace(r, name=link.name) if r is own and bare else r for r in draft.chain)
        return replace(draft, chain=chain)
    alone = draft.kind != "indirect" and draft.medium == "unknown" and all(r.role == "speaker" for r in draft.chain)
    return replace(draft, chain=(*draft.chain, link)) if alone else draft
