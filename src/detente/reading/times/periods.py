"""Longer than a day: months, quarters, seasons, years, decades, centuries, and parts of them.

In: hits and their anchor. Out: EDTF values, None for what stays open. A part of a period ("early May", "the end of the
year") is kept at the period's own precision, a counted part ("the first half of June") as an interval.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from detente.reading.times import calendar
from detente.reading.times.anchor import Anchor
from detente.reading.times.grammar import Hit
from detente.reading.times.words import Words

Resolver = Callable[[Hit, Anchor], "str | None"]
# "The third quarter shows a loss": in the present, one that ended at most so many months ago.
LATE = 6
MONTHS = {"quarter": 3, "half": 6, "month": 1, "year": 12}


class PeriodResolver:
    """Resolves the families of periods."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.resolvers: Mapping[str, Resolver] = {
            "month": self._month, "month_range": self._month_range, "year": self._year,
            "year_range": self._year_range, "season": self._season, "quarter": self._quarter,
            "first_of_year": self._first_of_year, "part_of_month": self._part_of_month, "decade": self._decade,
            "century": self._century, "relative_period": self._relative_period, "part": self._part,
            "month_alone": self._month_told, "fiscal": self._fiscal,
        }  # fmt: skip

    # -- months and seasons ---------------------------------------------------------------------

    def _month(self, hit: Hit, anchor: Anchor) -> str | None:
        month = self.words.month_of(hit)
        year = self.words.year_of(hit, anchor)
        if year is None and not hit.part("year_that"):
            year = self.words.year_of_month(month, hit.which(), anchor)
        return None if year is None else f"{year:04}-{month:02}"

    def _month_told(self, hit: Hit, anchor: Anchor) -> str | None:
        """ "the following March", "that March", "the previous March": against the month told before."""
        told, month = anchor.told_month, self.words.month_of(hit)
        year = told.year + (month <= told.month) if told else None
        if told is None and anchor.told_year is not None:
            year = anchor.told_year + 1
        if hit.part("earlier") and anchor.told_year is not None:
            year = anchor.told_year - (told is None or month >= told.month)
        if hit.part("that"):
            year = anchor.told_year
        if hit.part("year_after") or hit.part("year_before"):  # "in April of the following year"
            year = anchor.told_year + (1 if hit.part("year_after") else -1) if anchor.told_year is not None else None
        return None if year is None else f"{year:04}-{month:02}"

    def _month_range(self, hit: Hit, anchor: Anchor) -> str | None:
        one, two = self.words.month_of(hit), self.words.month_of(hit, "month2")
        year = self.words.year_of(hit, anchor) or self.words.year_of_month(two, None, anchor)
        if year is None:
            return None
        first = int(hit.part("year1") or year - (one > two))
        return f"{first:04}-{one:02}/{year:04}-{two:02}"

    def _season(self, hit: Hit, anchor: Anchor) -> str | None:
        code = self.words["seasons"][hit.match["season"].lower()]
        year = self.words.year_of(hit, anchor)
        if year is None and hit.part("that"):
            year = anchor.told_year
        elif year is None and not hit.part("year_that"):
            year = anchor.tale_year or self._year_of_season(code, hit.which(), anchor)
        return None if year is None else f"{year:04}-{code}"

    def _year_of_season(self, code: int, which: str | None, anchor: Anchor) -> int | None:
        """The year of a season: the last that is over, the next to begin, this one by its nearest end."""
        here = anchor.month
        if here is None:
            return None
        known = [(y, days) for y in range(here.year - 2, here.year + 2) if (days := calendar.bounds(f"{y:04}-{code}"))]
        if which == "last":
            return max(y for y, (_, last) in known if last < here)
        if which == "next":
            return min(y for y, (first, _) in known if first > here)
        if which == "this" or (
            which is None and anchor.tense == "intended"
        ):  # "spoke of a visit planned for the autumn": the nearest
            return min(known, key=lambda k: max(0, (k[1][0] - here).days, (here - k[1][1]).days))[0]
        if which is None and not anchor.ahead:
            return max(y for y, (first, _) in known if first <= here)
        return min(y for y, (_, last) in known if last >= here)

    # -- parts of years and months --------------------------------------------------------------

    def _quarter(self, hit: Hit, anchor: Anchor) -> str | None:
        """A quarter or half of a year; without a year the last begun in the past, the next to end ahead."""
        if hit.part("month"):  # "the December quarter": the three months that end with it
            month = self._month(hit, anchor)
            ends = calendar.bounds(month)
            return f"{calendar.month_of(ends[0], -2)}/{month}" if ends else None
        half = hit.part("h") or hit.plain("fraction") == "half"
        length = 6 if half else 3
        figure = hit.part("q") or hit.part("h")
        number = int(figure) if figure else self.words["ordinals"][hit.plain("ordinal")]
        number = min(number, 2) if half and hit.plain("ordinal") in ("last", "final") else number
        first, last = (number - 1) * length + 1, number * length
        if last > 12:
            return None
        year = self.words.year_of(hit, anchor)
        if year is None and hit.part("year_that") is None:
            year = anchor.tale_year or self._year_of_part(first, last, anchor)
        return _months(year, first, last)

    def _year_of_part(self, first: int, last: int, anchor: Anchor) -> int | None:
        here = anchor.month
        if here is None:
            return None
        if anchor.tense == "future" or (anchor.ahead and (first > here.month or here.month - last > LATE)):
            return here.year + (last < here.month)
        return here.year - (first > here.month)

    def _first_of_year(self, hit: Hit, anchor: Anchor) -> str | None:
        """ "the first nine months of 2011", "the first three quarters": counted from the year's first month."""
        count = self.words.number(hit.match["number"]) * MONTHS[hit.plain("fraction").rstrip("s")]
        year = self.words.year_of(hit, anchor)
        if year is None:
            year = anchor.tale_year or self._year_of_part(1, count, anchor)
        if count > 12:
            return None
        last = hit.plain("ordinal") in ("last", "final")
        return _months(year, 13 - count if last else 1, 12 if last else count)

    def _part_of_month(self, hit: Hit, anchor: Anchor) -> str | None:
        """ "the first half of December", "the second week of May": days of a month, weeks from its first."""
        month = self._period("month", hit.which(), anchor) if hit.part("unit") else self._month(hit, anchor)
        days = calendar.bounds(month)
        if days is None:
            return None
        number = self.words["ordinals_of_days"][hit.plain("ordinal")]
        half = hit.plain("fraction") == "half"
        if hit.plain("fraction") == "day":
            day = days[1] + _days(number + 1) if number < 0 else days[0] + _days(number - 1)
            return day.isoformat()
        if half:
            middle = days[0] + timedelta(days=14)
            return calendar.interval(days[0], middle) if number == 1 else calendar.interval(middle + _days(1), days[1])
        if number < 0:
            return calendar.interval(days[1] - _days(6), days[1])
        first = days[0] + _days(7 * (number - 1))
        return calendar.interval(first, min(first + _days(6), days[1])) if first <= days[1] else None

    def _part(self, hit: Hit, anchor: Anchor) -> str | None:
        """The longer period itself; that it is only a part of it the mark tells."""
        if hit.part("month"):
            return self._month(hit, anchor)
        if hit.part("season"):
            return self._season(hit, anchor)
        if period := hit.part("period"):
            ahead = anchor.told_day if anchor.ahead and hit.which() is None and period.lower() == "week" else None
            if ahead is not None and anchor.day is not None and ahead > anchor.day:
                return calendar.week_of(ahead)  # "in the course of the week", of the days told before
            return self._period(period.lower(), hit.which() or "this", anchor)
        return self._year(hit, anchor)

    # -- years ----------------------------------------------------------------------------------

    def _year(self, hit: Hit, anchor: Anchor) -> str | None:
        year = self.words.year_of(hit, anchor)
        return None if year is None else f"{year:04}"

    def _year_range(self, hit: Hit, anchor: Anchor) -> str | None:
        """The years from one to another; "2019-20" is a pair of years, "2019-08" a month in figures."""
        first, last = hit.match["year"], hit.match["year2"]
        if len(last) == 2:
            if int(last) != (int(first) + 1) % 100 and int(last) <= 12:
                return f"{first}-{last}"
            last = f"{int(first[:2]) + (int(last) < int(first[2:])):02}{last}"
        return f"{first}/{last}"

    def _fiscal(self, hit: Hit, anchor: Anchor) -> str | None:
        """A fiscal year, or a quarter or half of one, by the reckoning of the state that the text is about."""
        if hit.part("year"):
            year: int | None = int(hit.match["year"])
        elif hit.part("year2"):
            year = self.words.full_year(int(hit.match["year2"]), anchor)
        else:
            year = self._fiscal_now(hit.which(), anchor)
        if year is None:
            return None
        start, ahead = anchor.fiscal
        first = year - ahead if not hit.part("year2") or not hit.part("year") else year
        number, length = 1, 12
        if ordinal := hit.plain("ordinal"):
            length = MONTHS[hit.plain("fraction")]
            number = self.words["ordinals_of_fiscal" if length == 1 else "ordinals"][ordinal]
        if length == 1:
            return calendar.month_of(date(first, start, 1), number - 1)
        low = calendar.bounds(calendar.month_of(date(first, start, 1), (number - 1) * length))
        high = calendar.bounds(calendar.month_of(date(first, start, 1), number * length - 1))
        return f"{low[0].isoformat()}/{high[1].isoformat()}" if low and high else None

    def _fiscal_now(self, which: str | None, anchor: Anchor) -> int | None:
        """The number of the last, this or the next fiscal year."""
        here = anchor.month
        if here is None:
            return None
        start, ahead = anchor.fiscal
        return here.year - (here.month < start) + ahead + self.words.steps[which]

    def _decade(self, hit: Hit, anchor: Anchor) -> str | None:
        if tens := hit.part("tens"):
            return f"{tens}X"
        named = hit.plain("decade")
        short = self.words["decades"][named] if named else int(hit.match["short"])
        return f"{self.words.full_year(short, anchor) // 10:03}X"

    def _century(self, hit: Hit, anchor: Anchor) -> str | None:
        figure = hit.part("nth")
        return f"{(int(figure) if figure else self.words['centuries'][hit.plain('century')]) - 1:02}XX"

    # -- last, this, next -----------------------------------------------------------------------

    def _relative_period(self, hit: Hit, anchor: Anchor) -> str | None:
        if twice := hit.plain("twice"):  # "the year before last", "the week after next"
            return self._second(hit.plain("period"), -2 if twice.startswith("before") else 2, anchor)
        return self._period(hit.plain("period"), hit.which(), anchor)

    def _second(self, period: str, step: int, anchor: Anchor) -> str | None:
        day, month = anchor.day, anchor.month
        if period == "year":
            return f"{anchor.year + step:04}" if anchor.year is not None else None
        if period in ("month", "quarter"):
            moved = calendar.month_of if period == "month" else calendar.quarter_of
            return moved(month, step) if month is not None else None
        if day is None:
            return None
        week = calendar.bounds(calendar.week_of(day, step))
        return (
            _weekend(week[0], "this", replace(anchor, tense="unknown"))
            if week and period == "weekend"
            else calendar.week_of(day, step)
        )

    def _period(self, period: str, which: str | None, anchor: Anchor) -> str | None:
        """The week, month, year … that "last", "this" or "next" names; with none of them, the one by tense."""
        step, day, month, year = self.words.steps[which], anchor.day, anchor.month, anchor.year
        if period == "year" and year is not None:
            return f"{year + step:04}"
        if period == "decade" and year is not None:
            return f"{year // 10 + step:03}X"
        if period == "century" and year is not None:
            return f"{year // 100 + step:02}XX"
        if period == "month" and month is not None:
            return calendar.month_of(month, step)
        if period == "quarter" and month is not None:
            return calendar.quarter_of(month, step)
        if period == "week" and day is not None:
            return calendar.week_of(day, step)
        if period == "weekend" and day is not None:
            return _weekend(day, which, anchor)
        return None


def _months(year: int | None, first: int, last: int) -> str | None:
    return f"{year:04}-{first:02}/{year:04}-{last:02}" if year is not None else None


def _days(number: int) -> timedelta:
    return timedelta(days=number)


def _weekend(day: date, which: str | None, anchor: Anchor) -> str:
    """Saturday and Sunday: the last ones when told as past, the coming ones when announced."""
    step = 1 if which == "next" else -1 if which == "last" else 0
    gone = anchor.tense in ("past", "bygone") if which == "this" else which is None and not anchor.ahead
    if gone and day.isoweekday() < 6:
        step = -1
    saturday = day + timedelta(days=6 - day.isoweekday(), weeks=step)
    return calendar.interval(saturday, saturday + _days(1))
