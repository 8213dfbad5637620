"""Publication dates as feeds, pages and people write them, to EDTF at their own precision."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from detente.model import Edtf

ISO = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:[T ]\d{2}:\d{2}.*)?$")
WRITTEN = ("%d %B %Y", "%B %d, %Y", "%B %d %Y", "%d %b %Y", "%b %d, %Y", "%b %d %Y", "%Y/%m/%d", "%Y%m%d", "%A, %d %B %Y", "%A, %B %d, %Y")


def parse_published(text: str) -> Edtf | None:
    """The date in a string, as it is written there (no change of time zone); None when it is no date.

    Takes ISO 8601 dates and times, EDTF years and months, RFC 2822, and English dates with a month's name.
    A day and month in figures alone (03/04/2021) is refused: countries differ.
    """
    bare = " ".join(text.split())
    found = ISO.match(bare)
    if found:
        return _iso(*found.groups())
    for form in WRITTEN:
        try:
            return Edtf(datetime.strptime(bare, form).date().isoformat())
        except ValueError:
            continue
    try:
        return Edtf(parsedate_to_datetime(bare).date().isoformat())
    except (TypeError, ValueError, IndexError):
        return None


def _iso(year: str, month: str | None, day: str | None) -> Edtf | None:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return Edtf("-".join(p for p in (year, month, day) if p))
