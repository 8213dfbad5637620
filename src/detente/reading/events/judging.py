"""Events by a model that judges pairs: for every two sides of a sentence, what each does to the other.

In: sentences with their sides, and a `Judge` (the rim loads it). Out: `Verdict`s that something is done. The judge is
asked once a sentence, whatever the number of its pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from detente.model import PloverRoot, Realis
from detente.reading.events.doers import Doer
from detente.reading.scene import Scene, Sentence

# pairs of a sentence that are asked about, the nearest first; and how many sides on the other of a pair may stand: a
# list of guests has hundreds
MOST_PAIRS, FARTHEST = 21, 40


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one side does to another, if anything: the likeliest root and its realis, each with its probability.

    `nothing` is the probability that it does nothing.
    """

    root: PloverRoot
    score: float
    realis: Realis
    realis_score: float
    nothing: float


@dataclass(frozen=True, slots=True)
class Asked:
    """One sentence's text, the places of its sides in it, and the pairs of them (by number, first in text first)."""

    text: str
    places: tuple[tuple[int, int], ...]
    pairs: tuple[tuple[int, int], ...]


class Judge(Protocol):
    """A model of pairs. `name` and version go into rules."""

    name: str

    def judge(self, asked: Sequence[Asked]) -> list[list[tuple[Judgement, Judgement]]]:
        """For each sentence, for each pair: what the first does to the second, and the second to the first."""
        ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """One directed judgement with the sides it is about."""

    sentence: Sentence
    source: Doer
    target: Doer
    judgement: Judgement


def verdicts(
    judge: Judge,
    scene: Scene,
    found: Sequence[tuple[Sentence, list[Doer]]],
    worth: Callable[[Sentence, Doer, Doer], bool],
) -> Iterator[Verdict]:
    """All directed judgements, sentence by sentence, of the pairs worth asking about."""
    asked = [_asked(scene, sentence, sides, worth) for sentence, sides in found]
    for (sentence, sides), question, answers in zip(found, asked, judge.judge(asked)):
        for (i, j), (onward, back) in zip(question.pairs, answers):
            yield Verdict(sentence, sides[i], sides[j], onward)
            yield Verdict(sentence, sides[j], sides[i], back)


def _asked(
    scene: Scene, sentence: Sentence, sides: Sequence[Doer], worth: Callable[[Sentence, Doer, Doer], bool]
) -> Asked:
    text = scene.text[sentence.start : sentence.end]
    places = tuple((s.span.start - sentence.start, s.span.end - sentence.start) for s in sides)
    nearest = ((i, i + far) for far in range(1, min(len(sides), FARTHEST)) for i in range(len(sides) - far))
    worthy = (p for p in nearest if _apart(a := sides[p[0]], b := sides[p[1]]) and worth(sentence, a, b))
    return Asked(text, places, tuple(sorted(islice(worthy, MOST_PAIRS))))


def _apart(one: Doer, other: Doer) -> bool:
    a, b = one.actor, other.actor
    if (a.name is not None and a.name == b.name) or a.span in b.mentions or b.span in a.mentions:
        return False
    return a.span != b.span and not (one.place and other.place)
