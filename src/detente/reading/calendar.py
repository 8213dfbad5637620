"""Arithmetic on EDTF dates: bounds, containment, compatibility. No clock, no guessing.

In and out: EDTF level 1 strings as readings carry them. What is no EDTF has no bounds.
"""

from __future__ import annotations

import calendar as months
import re
from datetime import date, timedelta

from detente.model import Edtf

DAY = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


def bounds(edtf: Edtf | str | None) -> tuple[date, date] | None:
    """The first and last day of a date; open ends reach to the ends of the calendar."""
    if not edtf:
        return None
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        low = (date.min, date.min) if first in ("..", "") else _one(first)
        high = (date.max, date.max) if last in ("..", "") else _one(last)
        return (low[0], high[1]) if low and high and low[0] <= high[1] else None
    return _one(edtf)


def _one(edtf: str) -> tuple[date, date] | None:
    bare = edtf.rstrip("?~%")
    if re.fullmatch(r"\d{3}X", bare):
        return date(int(bare[:3] + "0"), 1, 1), date(int(bare[:3] + "9"), 12, 31)
    found = DAY.match(bare)
    if not found:
        return None
    year, month, day = (int(g) if g else None for g in found.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if month in SEASONS:
            first, last = SEASONS[month]
            end = year + (last < first)
            return date(year, first, 1), date(end, last, months.monthrange(end, last)[1])
        if day is None:
            return date(year, month, 1), date(year, month, months.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


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


def shifted(day: date, days: int) -> Edtf:
    """The date so many days later, as EDTF."""
    return Edtf((day + timedelta(days=days)).isoformat())
