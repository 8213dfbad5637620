"""Whether a line tells: somebody has said something in it, or it goes on with what a report above it is about.

In: a line, and the lines of the report above. Out: yes or no. A line that tells is no invitation, no form and no
notice, whatever words it shares with them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from detente.reading.page.shapes import STEM, sentence_like

LONG_WORD = 5  # letters of a word that says what a report is about
TWICE = 2
LABELLED = re.compile(r"[\[(*©→▶►]|>>|»(?!.*«)|(\S+\s+){0,3}\S+\s?[:|]\s")


class Tellings:
    """Knows lines that tell by their words."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.offices = frozenset(word for teller in words["tellers"] for word in teller.split())
        who = "|".join(map(re.escape, words["tellers"]))
        name = r"[A-ZÀ-Ž][\w’'-]+"
        said = "|".join(map(re.escape, words["said"]))
        self.pattern = re.compile(
            rf"\b(?:(?i:{who})|,\s{name})\s(?:\w+ly\s|also\s|later\s|then\s|had\s|has\s|have\s)?(?:{said})\b"
            rf"|\b{name}\s(?:told|said)\b|\b(?:told|said)\s(?:the\s|{name}\b)|[”\"’]\s(?:said|says)\b"
        )

    def tells(self, line: str) -> bool:
        """Whether somebody says something in a sentence that no label or bracket opens."""
        return sentence_like(line) and LABELLED.match(line) is None and self.pattern.search(line) is not None

    def names(self, text: str) -> frozenset[str]:
        """The words of a text that are names: written with a capital, but for offices, days and what it writes small,
        too; by their first letters, so that "Malawian" is "Malawi" again."""
        found = re.findall(r"[^\W\d_]{3,}", text)
        small = self.offices | {w for w in found if w[0].islower()}
        given = (w for w in found if w[0].isupper() and not w.endswith("day"))
        return frozenset(w[:STEM].lower() for w in given if w.lower() not in small)

    def goes_on(self, line: str, matters: frozenset[str]) -> bool:
        """Whether a sentence tells, or has a word of what the report above it is about."""
        if not sentence_like(line) or LABELLED.match(line) is not None:
            return False
        return self.tells(line) or not matters.isdisjoint(_words(line))


def matters(report: Sequence[str]) -> frozenset[str]:
    """What a report is about: names and long words that stand in two of its lines."""
    counts = Counter(w for line in report for w in _words(line))
    return frozenset(w for w, count in counts.items() if count >= TWICE)


def _words(line: str) -> set[str]:
    """The long words of a line and its names, but for the word that it opens with."""
    found = re.findall(r"[^\W\d_]+", line)
    return {w.lower() for n, w in enumerate(found) if len(w) >= LONG_WORD or (n > 0 and w[0].isupper() and len(w) > 2)}
