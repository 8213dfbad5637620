"""Positions followed over time: what a side added, reworded and dropped.

In: the position claims of one holder. Out: records. Only a side's own later text on the same other side that
leaves a position out drops it, and only where its own earlier text had it; absence elsewhere says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from detente.record.knowledge import Knowledge
from detente.record.nouns import PositionClaim, PositionEntry, PositionRecord
from detente.record.restated import apart, joined
from detente.record.retold import Retold, gathered
from detente.record.wording import Wording, likeness

SAME = 0.55

Held = Retold[PositionClaim]


def conclude(claims: Iterable[PositionClaim], knowledge: Knowledge) -> list[tuple[PositionRecord, tuple[str, ...]]]:
    """The records of one holder, each with the ids of its claims."""
    told = tuple(claims)
    texts = _own_texts(told)
    held = joined(gathered(told, knowledge, lambda c, w, held: _same(c, w, held, knowledge)), texts, knowledge)
    return [(_record(p, texts), tuple(c.id for c in p.claims)) for p in held]


def _same(claim: PositionClaim, words: Wording, told: Sequence[Held], knowledge: Knowledge) -> Held | None:
    """The position that a claim states again; troops in another town are another matter."""
    scored = [(likeness(words, p.wordings[-1]), -n, p) for n, p in enumerate(told) if _fits(claim, p)]
    best = max(scored, key=lambda s: s[:2], default=None)
    if best is None or best[0] < SAME or apart(claim, best[2].claims[-1], knowledge):
        return None
    return best[2]


def _fits(claim: PositionClaim, position: Held) -> bool:
    last = position.claims[-1]
    return claim.toward == last.toward or claim.toward is None or last.toward is None


def _own_texts(claims: Sequence[PositionClaim]) -> dict[str | None, list[tuple[str, str]]]:
    """By the state addressed, the holder's own texts that state positions: (known_at, document) in order."""
    found: dict[str | None, dict[tuple[str, str], None]] = {}
    for claim in claims:
        if claim.side == claim.holder:
            found.setdefault(claim.toward, {})[claim.known_at, claim.document] = None
    return {toward: sorted(texts) for toward, texts in found.items()}


def _record(position: Held, texts: dict[str | None, list[tuple[str, str]]]) -> PositionRecord:
    first, last = position.claims[0], position.claims[-1]
    dropped = tuple(_dropped(position, texts))
    return PositionRecord(
        id=first.id,
        holder=first.holder,
        toward=next((c.toward for c in position.claims if c.toward), None),
        kind=last.kind,
        topic=first.topic,
        content=last.content,
        first=first.known_at,
        last=last.known_at,
        documents=tuple(dict.fromkeys(c.document for c in position.claims)),
        changes=tuple(sorted((*_told(position, dropped), *dropped), key=lambda e: (e.at, e.what, e.document))),
    )


def _told(position: Held, dropped: Sequence[PositionEntry]) -> Iterator[PositionEntry]:
    """Added with the first and after each drop, reworded where the content words change."""
    first = position.claims[0]
    yield PositionEntry(first.known_at, "added", first.document, first.content.text)
    for n in range(1, len(position.claims)):
        before, claim = position.claims[n - 1], position.claims[n]
        if any(before.known_at <= d.at < claim.known_at for d in dropped):
            yield PositionEntry(claim.known_at, "added", claim.document, claim.content.text)
        elif position.wordings[n].stems != position.wordings[n - 1].stems:
            yield PositionEntry(claim.known_at, "reworded", claim.document, claim.content.text)


def _dropped(position: Held, texts: dict[str | None, list[tuple[str, str]]]) -> Iterator[PositionEntry]:
    """The first own text after each own statement of it that states positions and leaves this one out."""
    own = [c for c in position.claims if c.side == c.holder]
    stated = {(c.known_at, c.document) for c in own}
    for claim in own:
        later = [t for t in texts.get(claim.toward, ()) if t > (claim.known_at, claim.document)]
        if later and later[0] not in stated:
            yield PositionEntry(later[0][0], "dropped", later[0][1], None)
