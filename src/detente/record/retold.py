"""Claims that tell one thing in like words, gathered: the same promise, or the same position, told again.

In: the claims of one block, and what says to which of the things already told a claim belongs. Out: the things, each
with its claims and their wordings in the order of becoming known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from detente.record.knowledge import Knowledge
from detente.record.nouns import CommitmentClaim, PositionClaim
from detente.record.wording import Wording, wording

RAREST = 4  # stems by which a thing already told is looked for
NEWEST = 50  # things with such a stem that are compared

C = TypeVar("C", CommitmentClaim, PositionClaim)


@dataclass(slots=True, eq=False)
class Retold(Generic[C]):
    """One promise or position, by all that is told of it."""

    wordings: list[Wording] = field(default_factory=list)
    claims: list[C] = field(default_factory=list)


def order(claim: CommitmentClaim | PositionClaim) -> tuple[str, str, int, int]:
    """The order in which claims are taken: as they became known."""
    return (claim.known_at, claim.document, claim.version, claim.content.start)


def gathered(
    claims: Iterable[C],
    knowledge: Knowledge,
    same: Callable[[C, Wording, Sequence[Retold[C]]], Retold[C] | None],
    words_of: Callable[[C], str] = lambda claim: claim.content.text,
) -> list[Retold[C]]:
    """The things that claims tell; `same` chooses among those with words of a claim the one it tells again, or none.
    `words_of` gives the words by which a claim is compared."""
    things: list[Retold[C]] = []
    by_stem: dict[str, list[Retold[C]]] = {}
    for claim in sorted(claims, key=order):
        words = wording(words_of(claim), knowledge)
        thing = same(claim, words, tuple(_candidates(words, by_stem)))
        if thing is None:
            thing = Retold()
            things.append(thing)
        thing.claims.append(claim)
        thing.wordings.append(words)
        for stem in words.stems:
            if thing not in by_stem.setdefault(stem, []):
                by_stem[stem].append(thing)
    return things


def _candidates(words: Wording, by_stem: dict[str, list[Retold[C]]]) -> Iterator[Retold[C]]:
    """The things told in one of the rarest words, each once."""
    rare = sorted(words.stems & by_stem.keys(), key=lambda s: (len(by_stem[s]), s))[:RAREST]
    yield from dict.fromkeys(thing for stem in rare for thing in by_stem[stem][-NEWEST:])
