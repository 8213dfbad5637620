"""The words that dates are made of, with what they count for, and the years and months that a hit names.

In: the codebook's `times/words`. Out: a `Words`, which the resolvers share.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from detente.codebook import Codebook
from detente.reading.times.anchor import Anchor
from detente.reading.times.grammar import Hit, any_of

# Where the tense does not tell, how many months ahead a month may lie: plans that failed lie as often behind as ahead,
# and what is told in no tense has mostly been.
AHEAD_AT_MOST: Mapping[str, int] = {"intended": 4, "bygone": 1, "unknown": 3, "present": 8}
SPLIT = re.compile(r"[\s-]+")


class Words:
    """Reckons with the codebook's words of time."""

    steps: Mapping[str | None, int] = {"last": -1, "this": 0, "next": 1, None: 0}

    def __init__(self, codebook: Codebook) -> None:
        self.lists: Mapping[str, Any] = codebook.lexicon("times/words")
        self.months: Mapping[str, int] = {**self.lists["months"], **self.lists["months_short"]}
        self.counting = re.compile(rf"\b{any_of(self.lists['counting'])}\b[^.;]{{0,80}}$", re.IGNORECASE)

    def __getitem__(self, name: str) -> Any:
        return self.lists[name]

    def month_of(self, hit: Hit, part: str = "month") -> int:
        return self.months[hit.match[part].lower().rstrip(".")]

    def year_of(self, hit: Hit, anchor: Anchor) -> int | None:
        """The year that a hit names: in figures, as last, this or next year, or as the one told of before."""
        if named := hit.part("year"):
            return int(named)
        if short := hit.part("year_short"):
            return self.full_year(int(short), anchor)
        if hit.part("year_that"):
            return anchor.told_year
        which = hit.which("year_")
        return anchor.year + self.steps[which] if which and anchor.year is not None else None

    def full_year(self, short: int, anchor: Anchor) -> int:
        """The year of two figures that is nearest to publication, not more than ten years after it."""
        latest = (anchor.year or date.max.year) + 10
        return next(y for y in (2000 + short, 1900 + short) if y <= latest)

    def year_of_month(self, month: int, which: str | None, anchor: Anchor) -> int | None:
        """The year of a month that is named without one."""
        if which is None and anchor.tale_year is not None:
            return anchor.tale_year
        here = anchor.month
        if here is None:
            return None
        step = month - here.month
        if which == "this":
            return here.year
        if which is None and anchor.tense in AHEAD_AT_MOST:
            most = 0 if anchor.tense == "intended" and anchor.plan_told else AHEAD_AT_MOST[anchor.tense]
            return here.year + (step + 12 <= most) - (step > most)
        if which == "last" or (which is None and not anchor.ahead):
            return here.year - (step > 0 or (which == "last" and step == 0))
        return here.year + (step < 0 or (which == "next" and step == 0))

    def number(self, words: str) -> int:
        """The number of figures or number words: "three", "forty-eight", "two hundred"."""
        total = 0
        for word in SPLIT.split(words.strip().lower()):
            value = int(word) if word.isdigit() else int(self.lists["numbers"][word])
            total = total * value if value >= 100 and total else total + value
        return total
