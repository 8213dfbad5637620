"""What changed between two versions of a text, sentence by sentence: a stealth edit is an event.

In: two texts. Out: the sentences that were dropped, added or reworded, in the order of the texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from detente.record.sentences import sentences

# words in order that two sentences share, of all their words, for one to be the other reworded
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Edit:
    """One sentence that changed: `before` is null for one that was added, `after` for one that was dropped."""

    what: Literal["added", "dropped", "reworded"]
    before: str | None
    after: str | None


def edits(before: str, after: str, abbreviations: frozenset[str]) -> tuple[Edit, ...]:
    """The edits that make one text of the other; none where only the space between words differs."""
    old, new = _sentences(before, abbreviations), _sentences(after, abbreviations)
    found: list[Edit] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            found += _paired(old[a:b], new[c:d])
    return tuple(found)


def _sentences(text: str, abbreviations: frozenset[str]) -> list[str]:
    return [" ".join(s.text.split()) for s in sentences(text, abbreviations)]


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    """A stretch that differs: each new sentence with the first old one that it is like, in order."""
    at = 0
    for sentence in new:
        like = next((n for n in range(at, len(old)) if _alike(old[n], sentence)), None)
        if like is None:
            yield Edit("added", None, sentence)
            continue
        yield from (Edit("dropped", o, None) for o in old[at:like])
        yield Edit("reworded", old[like], sentence)
        at = like + 1
    yield from (Edit("dropped", o, None) for o in old[at:])


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.lower().split(), other.lower().split(), autojunk=False).ratio() >= ALIKE
