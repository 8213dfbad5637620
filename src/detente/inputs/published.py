"""Publication dates as feeds, pages and people write them, to EDTF at their own precision."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from detente.model import Edtf

CLOCK = r"(?:[01]\d|2[0-3]):?[0-5]\d(?::?(?:[0-5]\d|60)(?:[.,]\d+)?)?"
ZONE = r"(?:Z|[+-]\d{2}(?::?\d{2})?|UTC|GMT)"
DIGITS = re.IGNORECASE | re.ASCII
ISO = re.compile(rf"^(\d{{4}})(?:-(\d{{2}}))?(?:-(\d{{2}})(?:[T ]{CLOCK}\s?{ZONE}?)?)?$", DIGITS)
COMPACT = re.compile(rf"^(\d{{4}})(\d{{2}})(\d{{2}})(?:T{CLOCK}{ZONE}?)?$", DIGITS)
SLASHED = re.compile(r"^(\d{4})/(\d{1,2})/(\d{1,2})$", DIGITS)
MAIL = re.compile(rf"^(?:[a-z]{{3}}, )?\d{{1,2}} [a-z]{{3}} \d{{4}} {CLOCK}(?: \S+)?$", DIGITS)
ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", DIGITS)
DAYS = ("%d %B %Y", "%B %d %Y", "%d %b %Y", "%b %d %Y", "%A %d %B %Y", "%A %B %d %Y", "%a %d %b %Y")
SEPT = re.compile(r"\bSept\b", re.IGNORECASE)  # the one month whose usual short form has four letters
MONTHS = ("%B %Y", "%b %Y")


# the years in which a publication lies: others are what feeds write for "no date", and nothing is reckoned from them
YEARS = range(1000, 9000)


def parse_published(text: str) -> Edtf | None:
    """The date of a publication in a string; None where it is no date, or one that stands for none."""
    found = parse_date(text)
    return found if found and int(found[:4]) in YEARS else None


def parse_date(text: str) -> Edtf | None:
    """The date in a string, as it is written there (no change of time zone); None when it is no date.

    Takes ISO 8601 dates and times, years and months, RFC 2822, and English dates with a month's name.
    A day and month in figures alone (03/04/2021) is refused: countries differ. So is what EDTF has
    beyond a day, a month or a year: a publication has one date.
    """
    bare = " ".join(text.split())
    for form in (ISO, COMPACT, SLASHED):
        if found := form.match(bare):
            return _iso(*found.groups())
    if MAIL.match(bare):
        return _mailed(bare)
    return _written(ORDINAL.sub("", bare.replace(",", " ").replace(".", " ")))


def _iso(year: str, month: str | None, day: str | None) -> Edtf | None:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return Edtf("-".join([year, *(part.zfill(2) for part in (month, day) if part)]))


def _mailed(text: str) -> Edtf | None:
    try:
        return Edtf(parsedate_to_datetime(text).date().isoformat())
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _written(text: str) -> Edtf | None:
    bare = SEPT.sub("Sep", " ".join(text.split()))
    for form in (*DAYS, *MONTHS):
        try:
            found = datetime.strptime(bare, form).date().isoformat()
        except ValueError:
            continue
        return Edtf(found if form in DAYS else found[:7])
    return None
