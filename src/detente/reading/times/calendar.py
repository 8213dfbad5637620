"""Arithmetic on EDTF dates: bounds, containment, compatibility, precision. No clock, no guessing.

In and out: EDTF level 1 strings as readings carry them (years, months, days, seasons 21 to 24, decades `199X`,
centuries `18XX`, intervals with open ends, the marks `?`, `~` and `%`). What is no EDTF has no bounds.
"""

from __future__ import annotations

import calendar as months
import re
from datetime import date, timedelta
from typing import Literal

from detente.model import Edtf

Precision = Literal["day", "week", "month", "year", "interval"]

DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
UNSPECIFIED = re.compile(r"\d{3}X|\d{2}XX")
MARKED = re.compile(r"(.+?)[?~%]?")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
OPEN = ("..", "")


def bounds(edtf: Edtf | str | None) -> tuple[date, date] | None:
    """The first and last day of a date, None for what is no date; open ends reach to the ends of the calendar.

    Seasons are the northern, meteorological ones; winter begins in December of its year.
    """
    if not edtf:
        return None
    if "/" not in edtf:
        return _one(edtf)
    first, _, last = edtf.partition("/")
    if first in OPEN and last in OPEN:
        return None
    low = (date.min, date.min) if first in OPEN else _one(first)
    high = (date.max, date.max) if last in OPEN else _one(last)
    return (low[0], high[1]) if low and high and low[0] <= high[1] else None


def _one(edtf: str) -> tuple[date, date] | None:
    marked = MARKED.fullmatch(edtf)
    bare = marked[1] if marked and edtf.isascii() else ""
    try:
        if UNSPECIFIED.fullmatch(bare):
            return date(int(bare.replace("X", "0")), 1, 1), date(int(bare.replace("X", "9")), 12, 31)
        found = DAY.fullmatch(bare)
        return _span(*(int(g) if g else None for g in found.groups())) if found else None
    except ValueError:
        return None


def _span(year: int | None, month: int | None, day: int | None) -> tuple[date, date]:
    """The days of a year, month, season or day; ValueError when there is none such."""
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is not None:
        return date(year, month, day), date(year, month, day)
    first, last = SEASONS.get(month, (month, month))
    if not 1 <= first <= 12:
        raise ValueError(f"no month {month}")
    end = year + (last < first)
    return date(year, first, 1), date(end, last, months.monthrange(end, last)[1])


def valid(edtf: str) -> bool:
    """Whether a string is a date that this calendar knows."""
    return bounds(edtf) is not None


def contains(outer: Edtf | str, inner: Edtf | str) -> bool:
    """Whether all of one date lies inside another."""
    a, b = bounds(outer), bounds(inner)
    return bool(a and b and a[0] <= b[0] and b[1] <= a[1])


def compatible(one: Edtf | str, other: Edtf | str, slack_days: int = 0) -> bool:
    """Whether two dates can be the same day, give or take `slack_days`."""
    a, b = bounds(one), bounds(other)
    if not a or not b:
        return False
    return (a[0] - b[1]).days <= slack_days and (b[0] - a[1]).days <= slack_days


def precision(edtf: Edtf | str) -> Precision:
    """How fine a date is; a Monday to its Sunday is a week. ValueError for what is no date."""
    days = bounds(edtf)
    if days is None:
        raise ValueError(f"{edtf!r} is no EDTF date that this calendar knows")
    if "/" in edtf:
        return "week" if days[0].isoweekday() == 1 and (days[1] - days[0]).days == 6 else "interval"
    bare = edtf.rstrip("?~%")
    if "X" in bare or (len(bare) == 7 and int(bare[5:]) in SEASONS):
        return "interval"
    by_length: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
    return by_length[len(bare)]


def shifted(day: date, days: int) -> Edtf:
    """The date so many days later, as EDTF; OverflowError beyond the calendar."""
    return Edtf((day + timedelta(days=days)).isoformat())


def moved(day: date, days: int) -> date:
    """The day so many days later, or earlier; the calendar's last or first one where it would lie beyond."""
    far = day.toordinal() + days
    return date.fromordinal(max(date.min.toordinal(), min(date.max.toordinal(), far)))


def coming(edtf: Edtf | None, published: Edtf | None) -> Edtf | None:
    """The same weekday to come, of one of the six days before publication; None for any other date."""
    day, told = bounds(edtf), bounds(published)
    past = day and told and day[0] == day[1] and 0 < (told[0] - day[0]).days < 7
    return shifted(day[0], 7) if past and day else None


def interval(first: date, last: date) -> Edtf:
    """The days from one to another, both included."""
    return Edtf(f"{first.isoformat()}/{last.isoformat()}")


def month_of(day: date, step: int = 0) -> Edtf:
    """The month of a day, or the one so many months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + step, 12)
    return Edtf(f"{year:04}-{month + 1:02}")


def week_of(day: date, step: int = 0) -> Edtf:
    """The Monday to Sunday that hold a day (ISO 8601), or those so many weeks later."""
    monday = day + timedelta(days=1 - day.isoweekday(), weeks=step)
    return interval(monday, monday + timedelta(days=6))


def quarter_of(day: date, step: int = 0) -> Edtf:
    """The three months that hold a day, or those so many quarters later."""
    year, number = divmod(day.year * 4 + (day.month - 1) // 3 + step, 4)
    return Edtf(f"{year:04}-{number * 3 + 1:02}/{year:04}-{number * 3 + 3:02}")


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth Monday (1) to Sunday (7) of a month, from its end where `nth` is negative; None when it has none such."""
    last = months.monthrange(year, month)[1]
    days = [d for n in range(1, last + 1) if (d := date(year, month, n)).isoweekday() == weekday]
    return days[nth - 1 if nth > 0 else nth] if 0 < abs(nth) <= len(days) else None


def marked(edtf: str, mark: Literal["?", "~"]) -> Edtf:
    """The date with a mark on each of its ends; what is approximate and in doubt gets "%"."""
    return Edtf("/".join(_with(end, mark) for end in edtf.split("/")))


def _with(end: str, mark: str) -> str:
    bare, had = end.rstrip("?~%"), end[-1:]
    return bare + (mark if had not in "?~%" or had == mark else "%") if bare not in OPEN else end


def since(edtf: str, whole: bool = True) -> Edtf:
    """From a date on; with `whole` false, from the first month of a year."""
    first = edtf.partition("/")[0]
    bare = first.rstrip("?~%")
    return Edtf(f"{first}/.." if whole else f"{bare}-01/.." if bare.isdigit() else f"{bare}/..")


def until(edtf: str, whole: bool = True) -> Edtf:
    """Up to a date; with `whole` false, up to the last month of a year."""
    last = edtf.rpartition("/")[2]
    bare = last.rstrip("?~%")
    return Edtf(f"../{last}" if whole else f"../{bare}-12" if bare.isdigit() else f"../{bare}")


def is_week(edtf: Edtf | str | None, text: str) -> bool:
    """Whether an interval is a whole week, told as such ("next week") and not by its days."""
    days = bounds(edtf)
    whole = days is not None and days[0].weekday() == 0 and (days[1] - days[0]).days == 6
    return whole and not any(map(str.isdigit, text))


def is_season(edtf: Edtf | str | None) -> bool:
    """Whether a date is one season of a year: "2016-23"."""
    bare = (edtf or "").rstrip("?~%")
    return len(bare) == 7 and bare[5:].isdigit() and int(bare[5:]) in SEASONS


def is_month(edtf: Edtf | str | None) -> bool:
    """Whether a date is a month or a season of one year."""
    return bool(edtf) and (is_season(edtf) or precision(str(edtf)) == "month")


def a_year_on(edtf: Edtf) -> Edtf:
    """The same month or season of the year after."""
    return Edtf(f"{int(edtf[:4]) + 1:04}{edtf[4:]}")
