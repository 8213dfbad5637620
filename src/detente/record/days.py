"""The days that a claim's engagement can lie on: those of its date, else those around the day it became known.

In: claims. Out: first and last days, and how far two stretches of days lie apart.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from detente.model import Edtf
from detente.reading.times import calendar
from detente.record.nouns import EngagementClaim
from detente.record.standing import COMING, HAPPENED

Days = tuple[date, date]
# days around the publication date in which what has no date of its own is looked for; visits are planned longer ahead
FRESH, RECALL, AHEAD, AHEAD_TALKING, EITHER, EITHER_CALL = 14, 1100, 400, 45, 400, 60
# days in which a journey that is set, and not only thought of or invited to, and is told of without a date, is made
AHEAD_SET = 200
# days before its publication in which an office's own account of what its side did, without a date, puts it
OWN_ACCOUNT = 5
# days that an interval without one end is taken to reach from the other
OPEN_ENDED = 60
# days that a date may leave open to be narrow, and to say anything
NARROW, WIDE = 3, 31


def window(claim: EngagementClaim) -> Days:
    """The days in which an engagement without a date can lie, by its standing and the day it became known."""
    known = day_of(claim.known_at)
    if of_its_day(claim):
        return calendar.moved(known, -OWN_ACCOUNT), known
    if claim.status in HAPPENED:
        return calendar.moved(known, -(RECALL if claim.background else FRESH)), calendar.moved(known, 1)
    if claim.status in COMING:
        journey = AHEAD if claim.status == "mooted" else AHEAD_SET
        ahead = journey if claim.form == "visit" else AHEAD_TALKING
        return calendar.moved(known, -1), calendar.moved(known, ahead)
    around = EITHER_CALL if claim.form in ("call", "video_call") else EITHER
    return calendar.moved(known, -around), calendar.moved(known, around)


def of_its_day(claim: EngagementClaim) -> bool:
    """Whether an office gives its own account of what its side did, first and without a date: that was just before."""
    own = claim.voice == "official" and claim.side in claim.countries and claim.ordinal == 0
    return own and claim.when is None and claim.status in HAPPENED and not claim.background


def days_of(claim: EngagementClaim) -> Days | None:
    """The days that a claim's date leaves open; one without an end reaches some weeks from the other."""
    return _days(claim.when, AHEAD if claim.form == "visit" else OPEN_ENDED) if claim.when else None


@lru_cache(maxsize=65536)
def _days(edtf: Edtf, ahead: int) -> Days | None:
    found = calendar.bounds(edtf)
    if found is None:
        return None
    first, last = found
    if first == date.min:
        first = calendar.moved(last, -OPEN_ENDED)
    if last == date.max:
        last = calendar.moved(first, ahead)
    return first, last


def day_of(text: str) -> date:
    """An ISO day as a date."""
    return date.fromisoformat(text)


def overlap(one: Days, other: Days) -> bool:
    """Whether two stretches share a day."""
    return one[0] <= other[1] and other[0] <= one[1]


def gap(one: Days, other: Days) -> int:
    """The days from the end of one stretch to the beginning of the other; 0 where they share one."""
    return max((one[0] - other[1]).days, (other[0] - one[1]).days, 0)
