"""What follows from days that are told: two of one stay, one within another, a weekday that is past.

In: time expressions, each with the token at which it stands. Out: days and `Time`s.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from detente.model import Edtf, Time, TimeExpression
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

Days = tuple[datetime.date, datetime.date]
Usable: TypeAlias = "Sequence[tuple[TimeExpression, Token]]"

JUST_DAYS = 2
AND_ON = (["and"], ["and", "on"], [",", "and"], [",", "and", "on"])  # between two days of one stay


def just_past(day: Days | None, told: Days | None) -> bool:
    """ "Before meeting X on Monday, Y said": a day or two before the text."""
    return day is not None and told is not None and 0 < (told[0] - day[1]).days <= JUST_DAYS


def both_days(when: Time, usable: Usable, text: str) -> Time:
    """ "met on Monday and Tuesday", "on 28 February and 1 March": from the one to the other."""
    days, span = calendar.bounds(when.edtf), when.span
    if not days or span is None or days[0] != days[1]:
        return when
    for e, _ in usable:
        other = calendar.bounds(e.edtf)
        one, two = sorted((span, e.span), key=lambda s: s.start)
        joined = text[one.end : two.start].split() in AND_ON
        if joined and other and other[0] == other[1] and abs((other[0] - days[0]).days) == 1:
            return replace(when, edtf=calendar.interval(min(days[0], other[0]), max(days[0], other[0])))
    return when


def over(when: Time, published: Edtf | None) -> Time:
    """ "was called off minutes before it was to open on Sunday": a weekday that is past, as what came before it is."""
    day, told = calendar.bounds(when.edtf), calendar.bounds(published)
    ahead = day and told and 0 < (day[0] - told[1]).days < 7
    return replace(when, edtf=calendar.shifted(day[0], -7)) if ahead and day else when


def inside(inner: TimeExpression, outer: TimeExpression) -> bool:
    """Whether a date is a narrower one within another: "last year, when X met Y in May"."""
    one, other = calendar.bounds(inner.edtf), calendar.bounds(outer.edtf)
    return bool(one and other and one != other and other[0] <= one[0] and one[1] <= other[1])


def without_since(edtf: Edtf | None) -> Edtf | None:
    """The day itself of "since April, when …"."""
    return Edtf(edtf.removesuffix("/..")) if edtf else None
