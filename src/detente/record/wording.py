"""How near two stretches of text are in their words, and whether they turn on a negation or a figure.

In: texts. Out: weights and likeness. Words are cut to stems by the codebook's endings; words that carry no
content count for nothing. Nothing here decides alone that two texts are of one event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from detente.reading.actors.lexicon import fold
from detente.record.knowledge import Knowledge

WORD = re.compile(r"[\w]+(?:'\w+)?")
FIGURE = re.compile(r"\d[\d.,]*")
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """The content of a stretch: its stems, its figures with the months it names, and whether a word turns it round.

    In `stems` words that tell the same are one; `spelled` are the stems of the words as they stand.
    """

    stems: frozenset[str]
    figures: frozenset[str]
    against: bool
    spelled: frozenset[str] = frozenset()


def wording(text: str, knowledge: Knowledge) -> Wording:
    """The content words of a text."""
    words = WORD.findall(fold(text))
    plain = {w.removesuffix("'s") for w in words}
    spelled = frozenset(stem(w, knowledge) for w in plain if w not in knowledge.common and len(w) >= SHORTEST)
    same = _alike(knowledge)
    content = {same.get(s, s) for s in spelled}
    against = bool(plain & knowledge.against) or any(w.endswith("n't") for w in words)
    figures = frozenset((*FIGURE.findall(text), *knowledge.months.findall(text)))
    return Wording(frozenset(content), figures, against, spelled)


@lru_cache(maxsize=2)
def _alike(knowledge: Knowledge) -> dict[str, str]:
    """For the stem of a word the one that stands for all that tell the same: "frontier" is "border"."""
    return {stem(word, knowledge): stem(first, knowledge) for word, first in knowledge.alike.items()}


def stem(word: str, knowledge: Knowledge) -> str:
    """The word without its ending, as long as three letters remain."""
    for ending in knowledge.endings:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)].rstrip("i") or word
    return word


def likeness(one: Wording, other: Wording) -> float:
    """The share of common stems, between that of the whole (Jaccard) and that of the shorter."""
    common = len(one.stems & other.stems)
    if not common:
        return 0.0
    whole, least = len(one.stems | other.stems), min(len(one.stems), len(other.stems))
    return (common / whole + common / least) / 2


def joined(wordings: Iterable[Wording]) -> Wording:
    """Several stretches as one."""
    found = list(wordings)
    return Wording(
        frozenset().union(*(w.stems for w in found)),
        frozenset().union(*(w.figures for w in found)),
        any(w.against for w in found),
        frozenset().union(*(w.spelled for w in found)),
    )
