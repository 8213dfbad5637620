"""How much a line of a page looks like the page's own: signs of the codebook weighed with the line's shape.

In: a line, where it stands, and the codebook's signs. Out: the heaviest rule, when signs and shape reach the threshold.
Without a sign the shape alone sets nothing aside, but for bars of menus.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.codebook import Entry
from detente.reading.sieve import Sieve

ENOUGH = 1.5
LONG_WORDS = 30
BAR = re.compile(r"\s[|·•»›>/]\s|\S\s{2,}\S")
END = (".", "!", "?", "…", ":", ";")


@dataclass(frozen=True, slots=True)
class Sign:
    """A compiled entry."""

    entry: Entry
    weight: float
    patterns: tuple[re.Pattern[str], ...]


class Signs:
    """Weighs lines."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.signs = [
            Sign(e, float(e.data["weight"]), tuple(re.compile(p, re.IGNORECASE) for p in e.words("signs")))
            for e in entries
        ]
        self.patterns = [(p, s) for s in self.signs for p in s.patterns]
        self.sieve = Sieve([p for p, _ in self.patterns])

    def rule(self, line: str, *, late: bool) -> Entry | None:
        """The rule under which a line is set aside; `late` is said of the last part of a text."""
        text = line.strip()
        tried = (self.patterns[n] for n in self.sieve.of(text))
        hits = [s.entry.id for p, s in tried if p.search(text)]
        if not hits:
            return None
        found = [(s.weight * hits.count(s.entry.id), s.entry) for s in self.signs if s.entry.id in hits]
        total = sum(w for w, _ in found) + self._shape(text, late=late)
        needed = ENOUGH + len(text.split()) / LONG_WORDS
        heaviest = max(found, key=lambda f: f[0])[1]
        return heaviest if total >= needed else None

    def _shape(self, text: str, *, late: bool) -> float:
        bare = text.rstrip("”\"’')] ")
        return 0.5 * (not bare.endswith(END)) + 0.5 * bool(BAR.search(text)) + 0.5 * late
