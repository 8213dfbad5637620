"""Which joint body of two states sits: "the High-Level Committee", "the ad hoc commission", "the Economic Dialogue".

In: the words that tell of an engagement. Out: the names of bodies in them, each as its words in small letters without
the states'; and whether two such names can be of one body. A bare "commission" is no name; "the Commission" is in short
the one that the text gave its whole name before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from detente.record.knowledge import Knowledge

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
LONGEST = 8  # words of a name
FOR = frozenset({"for", "on"})
MATTER = 5  # words after the noun that say what it is for
LINKING = frozenset({"and"})


def bodies(text: str, knowledge: Knowledge, before: str = "") -> tuple[str, ...]:
    """The names of joint bodies in a text, in order; `before` is what the document says before it."""
    words = list(WORD.finditer(text))
    found = (
        _name(words, n, text, knowledge) or _whole(w[0], before, knowledge)
        for n, w in enumerate(words) if _sits(w[0], knowledge)
    )  # fmt: skip
    return tuple(dict.fromkeys(name for name in found if name))


def _sits(noun: str, knowledge: Knowledge) -> bool:
    """Whether a word is one for a body, or for talks that have a name of their own: "the Strategic Dialogue"."""
    return noun.lower() in knowledge.bodies or (noun.istitle() and noun.lower() in knowledge.named_talks)


def _whole(noun: str, before: str, knowledge: Knowledge) -> str:
    """The last name before that ends in a noun written with a capital: the border committee of "the Committee"."""
    told = bodies(before, knowledge) if before and noun.istitle() else ()
    return next((name for name in reversed(told) if name.endswith(f" {noun.lower()}")), "")


def _name(words: list[re.Match[str]], head: int, text: str, knowledge: Knowledge) -> str:
    """What stands right before the noun: capitals and the plain words of such names; empty where nothing does."""
    before: list[str] = []
    for n in range(head - 1, max(-1, head - LONGEST), -1):
        word = words[n]
        joined = not text[word.end() : words[n + 1].start()].strip(" -’'")
        part = word[0].lower() in knowledge.body_words or (
            word[0][0].isupper() and word[0].lower() not in knowledge.common
        )
        if not joined or not part:
            break
        if not any(knowledge.states_in(part) for part in (word[0], *word[0].split("-"))):
            before.insert(0, word[0].lower())
    while before and before[0] in LINKING:
        before.pop(0)
    before = before or _matter(words, head, text, knowledge)
    return " ".join([*before, words[head][0].lower()]) if before else ""


def _matter(words: list[re.Match[str]], head: int, text: str, knowledge: Knowledge) -> list[str]:
    """What a body of no other name is for: "the committee for political consultation", "the board on fisheries"."""
    found: list[str] = []
    for one, after in zip(words[head : head + MATTER], words[head + 1 :]):
        joined = not text[one.end() : after.start()].strip()
        opens = one is words[head] and after[0].lower() in FOR
        if not joined or not (
            opens or (one is not words[head] and after[0].islower() and after[0] not in knowledge.common)
        ):
            break
        found += [] if opens or knowledge.states_in(after[0]) else [after[0].lower()]
    return found


def alike(mine: Iterable[str], theirs: Iterable[str]) -> str | None:
    """A body that both name, by the longer of its names; None where they name none in common."""
    for one in mine:
        for other in theirs:
            ours, known = ({*name.replace("-", " ").split()} for name in (one, other))  # "High-Level", "High Level"
            if ours <= known or known <= ours:
                return max(one, other, key=len)
    return None
