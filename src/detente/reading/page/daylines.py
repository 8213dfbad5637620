"""Lines that are a day and nothing else, by which diaries are laid out: "Saturday 1 January 2000", "Friday, March 3:".

In: the names of the days of the week (codebook/times/words). Out: a pattern to match whole lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"


def day_line(weekdays: Iterable[str]) -> re.Pattern[str]:
    """The pattern of such a line: a day of the week, a number and a word for the month, perhaps a year."""
    names = "|".join(weekdays)
    dated = rf"(?:the\s)?(?:{NUMBER}\s(?:of\s)?\w+|\w+\s{NUMBER})"
    return re.compile(rf"(?:{names}),?\s{dated}(?:,?\s\d{{4}})?\s?:?", re.IGNORECASE)
