"""The days of feasts and named days, by year.

In: the codebook's feasts (`times/feasts`) and the table of those that follow the moon (`times/feast_days`). Out: the
days of a name in a year. Easter is reckoned (Meeus, Astronomical Algorithms, 1991), Western and Orthodox.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from detente.codebook import Codebook
from detente.reading.times import calendar

Days = tuple[date, date]


class Feasts:
    """Looks up feasts by their names, lower case."""

    def __init__(self, codebook: Codebook) -> None:
        rows: dict[str, dict[str, Any]] = codebook.lexicon("times/feasts")
        self.by_name = {str(n).lower(): row for row in rows.values() for n in row["names"]}
        self.moons = {int(row["year"]): row for row in codebook.table("times/feast_days")}

    @property
    def names(self) -> list[str]:
        return list(self.by_name)

    def fixed(self, name: str) -> str | None:
        """The value of a name that stands for one date of history."""
        value = self.by_name[name].get("once")
        return str(value) if value else None

    def days(self, name: str, year: int) -> list[Days]:
        """First and last day of each time the feast begins in a year; none where the tables do not say."""
        row = self.by_name[name]
        length = timedelta(days=int(row.get("days", 1)) - 1)
        return [(day, day + length) for day in self._begins(row, year)]

    def _begins(self, row: dict[str, Any], year: int) -> list[date]:
        if "day" in row:
            return [date.fromisoformat(f"{year:04}-{row['day']}")]
        if "easter" in row:
            easter = orthodox_easter(year) if row.get("orthodox") else western_easter(year)
            return [easter + timedelta(days=int(row["easter"]))]
        if "weekday" in row:
            found = calendar.nth_weekday(year, int(row["month"]), int(row["weekday"]), int(row["nth"]))
            return [found + timedelta(days=int(row.get("after", 0)))] if found else []
        shown = self.moons.get(year, {}).get(str(row["moon"]), "")
        return [date.fromisoformat(f"{year:04}-{d}") for d in shown.split(";") if d]


def western_easter(year: int) -> date:
    """Easter Sunday by the Gregorian rule."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    last = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * last) // 451
    month, day = divmod(h + last - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday by the Julian rule, as a Gregorian date (13 days' difference: 1900 to 2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)
