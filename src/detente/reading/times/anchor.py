"""Against what a time expression is resolved: the day of publication, the tense, and the dates told before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.reading.times import calendar
from detente.reading.times.tense import Telling

# How many dates back "that evening" may reach, and how many days an interval may have to be told as its last.
REACH, FEW = 6, 4
# A plan's days are so few that a weekday told after them is one of them.
WINDOW = 8
# The name of today's weekday, told after another day of the week to come, is next week's.
WEEK_LONG = 7


@dataclass(frozen=True, slots=True)
class Anchor:
    """The days of publication, the tense of the clause, the values told before (the last one last).

    `near` are those of the values that the paragraph and the one before it told. `tale_year` is the year in which the
    tale stands when not the publication but the text says so: a history, or a sentence that began with its year.
    `fiscal` is the month in which fiscal years begin, and how far their numbers are ahead of the year in which they do.
    """

    published: tuple[date, date] | None
    tense: Telling = "unknown"
    told: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    tale_year: int | None = None
    fiscal: tuple[int, int] = (1, 0)

    @property
    def ahead(self) -> bool:
        return self.tense in ("future", "present", "intended")

    @property
    def day(self) -> date | None:
        """The day of publication, None when only its month or year is known."""
        return self.published[0] if self.published and self.published[0] == self.published[1] else None

    @property
    def month(self) -> date | None:
        """A day in the month of publication, None when only the year is known."""
        low, high = self.published or (None, None)
        return low if low and high and (low.year, low.month) == (high.year, high.month) else None

    @property
    def year(self) -> int | None:
        low, high = self.published or (None, None)
        return low.year if low and high and low.year == high.year else None

    @property
    def told_day(self) -> date | None:
        """The last day told, of an interval of a few days the last; in the past tense none that is still to come."""
        for days in map(calendar.bounds, reversed(self.told[-REACH:])):
            if days and (days[1] - days[0]).days < FEW and not (self.tense == "past" and self._to_come(days[1])):
                return days[1]
        return None

    @property
    def last_day(self) -> date | None:
        """The day that was told right before; None where that was a longer time."""
        days = calendar.bounds(self.told[-1]) if self.told else None
        return days[0] if days and days[0] == days[1] else None

    @property
    def window(self) -> tuple[date, date] | None:
        """The days to come that were told last ("next week", "3 to 7 June"), where no day to come was told since."""
        for days in map(calendar.bounds, reversed(self.near)):
            if days and self._to_come(days[0]):
                return days if 1 < (days[1] - days[0]).days < WINDOW else None
        return None

    @property
    def after_today(self) -> bool:
        """Whether the value told last nearby is a day of the week to come."""
        days = calendar.bounds(self.near[-1]) if self.near else None
        return bool(
            days and self.published and days[0] == days[1] and 0 < (days[0] - self.published[1]).days <= WEEK_LONG
        )

    @property
    def before_a_plan(self) -> bool:
        """Whether one of the values told lately is a day of the week to come."""
        days = [d for d in map(calendar.bounds, self.told[-REACH:]) if d and d[0] == d[1]]
        return self.published is not None and any(0 < (d[0] - self.published[1]).days <= WEEK_LONG for d in days)

    @property
    def plan_told(self) -> bool:
        """Whether a day to come was told nearby: a plan that came to nothing was for an earlier one."""
        known = (calendar.bounds(value) for value in self.near)
        return any(days is not None and days[0] == days[1] and self._to_come(days[0]) for days in known)

    def _to_come(self, day: date) -> bool:
        return self.published is not None and day > self.published[1]

    @property
    def told_month(self) -> date | None:
        """A day in the month told last; None when the last date is no finer than a year."""
        days = calendar.bounds(self.told[-1]) if self.told else None
        return days[1] if days and (days[1] - days[0]).days < 32 else None

    @property
    def told_year(self) -> int | None:
        """The year told last."""
        days = calendar.bounds(self.told[-1]) if self.told else None
        return days[0].year if days and (days[1] - days[0]).days < 370 else None
