"""Counted from another day: ago, from now, later and earlier, the following and the same.

In: hits and their anchor. Out: EDTF values at the precision of the unit; None for what stays open. "Ago" and "from
now" count from publication, "later", "earlier", "the following" and "that" from the date told last before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from detente.reading.times import calendar
from detente.reading.times.anchor import Anchor
from detente.reading.times.grammar import Hit
from detente.reading.times.words import Words

# "In the evening" goes on from the day told last when that is no older than this; else the day of publication is meant.
LATELY = 10
# How many values back the part of a year was told that "the year-ago period" compares.
REACH = 4
Resolver = Callable[[Hit, Anchor], "str | None"]


class CountedResolver:
    """Resolves the families of counted and told-of times."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.resolvers: Mapping[str, Resolver] = {
            "ago": self._ago, "ahead": self._ahead, "later": self._later, "told_of": self._told_of,
            "year_ago": self._year_ago,
            "open": _open,
        }  # fmt: skip

    def to_come(self, hit: Hit, anchor: Anchor) -> bool:
        """Whether "in two weeks" lies ahead; "the second in two weeks" and "met twice in two weeks" do not."""
        before = hit.match.string[max(0, hit.start - 100) : hit.start]
        return anchor.ahead and not self.words.counting.search(before)

    def _ago(self, hit: Hit, anchor: Anchor) -> str | None:
        return self._offset(hit, anchor.day, -1)

    def _ahead(self, hit: Hit, anchor: Anchor) -> str | None:
        return self._offset(hit, anchor.day, 1)

    def _offset(self, hit: Hit, here: date | None, sign: int) -> str | None:
        """So many units from a day, at the precision of the unit."""
        if not hit.part("number") or here is None:
            return None
        count = sign * self.words.number(hit.match["number"])
        return _moved(here, self.words["units"][hit.plain("unit")], count)

    def _later(self, hit: Hit, anchor: Anchor) -> str | None:
        """ "two days later", "a year earlier": from the date told last, no finer than that."""
        if not hit.part("number"):
            return None
        sign = -1 if hit.part("earlier") else 1
        hours = hit.plain("hours") != ""
        count = sign * self.words.number(hit.match["number"])
        if hours:
            return calendar.shifted(anchor.told_day, count // 24) if anchor.told_day and count % 24 == 0 else None
        day = self._from_told(self.words["units"][hit.plain("unit")], count, anchor, by_publication=sign < 0)
        days = calendar.bounds(day) if day and anchor.tense == "past" and anchor.published else None
        return None if days and anchor.published and days[0] > anchor.published[1] else day  # what was is not to come

    def _from_told(self, unit: str, count: int, anchor: Anchor, by_publication: bool) -> str | None:
        if unit == "day":
            told = anchor.told_day or (anchor.day if by_publication and not anchor.told else None)
            return calendar.shifted(told, count) if told else None
        if unit in ("week", "fortnight", "weekend"):
            told = anchor.told_day or (anchor.day if by_publication and not anchor.told else None)
            return _moved(told, unit, count) if told else None
        if unit == "month":
            told = anchor.told_month or (anchor.month if by_publication and not anchor.told else None)
            return calendar.month_of(told, count) if told else None
        if unit == "quarter":
            return _quarter_on(anchor.told[-1], count) if anchor.told else None
        if unit == "year" and anchor.told and (near := _same_part(anchor.told[-1], count)):
            return near
        year = anchor.told_year or (anchor.year if by_publication else None)
        if unit == "year":
            return f"{year + count:04}" if year else None
        return f"{year + 10 * count:04}~" if year and unit == "decade" else None

    def _told_of(self, hit: Hit, anchor: Anchor) -> str | None:
        """ "the following day", "the previous year", "that month", "the day before": by the date told before."""
        step = 0 if hit.part("that") else -1 if hit.part("earlier") else 1
        unit = hit.plain("unit")
        if unit in self.words["parts_of_day"]:
            told = anchor.told_day
            if hit.part("bare") and anchor.day and (told is None or abs((anchor.day - told).days) > LATELY):
                told = anchor.day
            return calendar.shifted(told, step) if told else None
        return self._from_told(self.words["units_told"][unit], step, anchor, by_publication=step < 0)

    def _year_ago(self, hit: Hit, anchor: Anchor) -> str | None:
        """ "the year-ago period", "the same quarter last year": the part of a year told last, in that year."""
        year = self.words.year_of(hit, anchor)
        for value in reversed(anchor.told[-REACH:]):
            years = -1 if year is None else year - int(value[:4]) if value[:4].isdigit() else 0
            if years and (found := _same_part(value, years)):
                return found
        last = anchor.year - 1 if anchor.year is not None else None
        return f"{year or last:04}" if year or last else None


def _open(hit: Hit, anchor: Anchor) -> str | None:
    return None


def _same_part(value: str, years: int) -> str | None:
    """The same month, or run of months, so many years on."""
    ends = value.rstrip("?~").split("/")
    days = calendar.bounds(value)
    if days and all(len(e) == 10 for e in ends) and _whole_months(*days):
        first, last = (calendar.bounds(calendar.month_of(d, 12 * years)) for d in days)
        return calendar.interval(first[0], last[1]) if first and last else None
    if not all(len(e) == 7 for e in ends):
        return None
    return "/".join(f"{int(e[:4]) + years:04}{e[4:]}" for e in ends)


def _whole_months(first: date, last: date) -> bool:
    """Whether days run from the first of a month to the last of another, as fiscal years and their quarters do."""
    return first.day == 1 and first.month != last.month and (last + timedelta(days=1)).day == 1


def _quarter_on(value: str, count: int) -> str | None:
    """The quarter so many after the one told; None when no quarter was told."""
    days = calendar.bounds(value)
    whole = days and (days[0].year, days[0].month + 2) == (days[1].year, days[1].month) and days[0].month % 3 == 1
    return calendar.quarter_of(days[0], count) if days and whole else None


def _moved(here: date, unit: str, count: int) -> str | None:
    if unit == "day":
        return calendar.shifted(here, count)
    if unit == "weekend":
        return None
    if unit in ("week", "fortnight"):
        return calendar.week_of(here, count * (2 if unit == "fortnight" else 1))
    if unit == "month":
        return calendar.month_of(here, count)
    return f"{here.year + count:04}" if unit == "year" else f"{here.year + 10 * count:04}~"
