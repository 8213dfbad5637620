"""The patterns of time expressions, built from the codebook's words.

In: the codebook's time words. Out: a list of (family, pattern) in which named groups carry the parts; the
longest match at a place wins, and resolution is left to `times`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

YEAR = r"(?:1[89]\d\d|20\d\d|2100)"


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"


def patterns(words: Mapping[str, Any]) -> list[tuple[str, re.Pattern[str]]]:
    """Every family's patterns, case-insensitive; months must be capitalised, which `times` checks."""
    month = rf"(?P<month>{_any(words['months'])}|{_any(words['months_short'])}\.?)"
    month_to = rf"(?P<month_to>{_any(words['months'])}|{_any(words['months_short'])}\.?)"
    day = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
    day_to = r"(?P<day_to>[0-3]?\d)(?:st|nd|rd|th)?"
    year = rf"(?P<year>{YEAR})"
    weekday = rf"(?P<weekday>{_any(words['weekdays'])})"
    lead_day = rf"(?:{_any(words['weekdays'])},?\s+)?"
    to = r"\s*(?:to|through|until|and|-|–|—)\s*"
    last, this, following = (rf"(?P<{k}>{_any(words[k])})" for k in ("last", "this", "next"))
    which = f"(?:{last}|{this}|{following})"
    season = rf"(?P<season>{_any(words['seasons'])})"
    number = rf"(?P<number>\d{{1,3}}|{_any(words['numbers'])})"
    unit = rf"(?P<unit>{_any(words['units'])})"
    part = rf"(?P<part>{_any(words['parts_of_period'])})(?:\s+|-)"
    any_which = f"{_any(words['last'])}|{_any(words['this'])}|{_any(words['next'])}"
    relative_year = rf"(?:,?\s+(?:of\s+)?(?P<relative_year>{any_which})\s+year)"
    any_year = rf"(?:(?:,\s*|\s+(?:of\s+)?){year}|{relative_year})"
    leads = rf"(?<![\w-])(?:{_any(words['month_leads'])})\s+"
    year_leads = rf"(?<![\w-])(?:{_any(words['year_leads'])})\s+"
    grammar = [
        ("absolute", rf"(?<![\w/-])(?P<iso>{YEAR}-\d\d-\d\d)(?![\w-])"),
        ("slashes", r"(?<![\w/])(?P<slashes>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2}))(?![\w/])"),
        ("range", rf"\b{lead_day}{month}\s+{day}{to}(?:{month_to}\s+)?{day_to}(?:{any_year})?(?!\d)"),
        ("range", rf"\b{day}(?:\s+(?:of\s+)?{month})?{to}{day_to}\s+(?:of\s+)?{month_to}(?:{any_year})?"),
        ("absolute", rf"\b{lead_day}{month}\s+{day}(?:{any_year})(?!\d)"),
        ("absolute", rf"\b{lead_day}{day}\s+(?:of\s+)?{month}(?:{any_year})(?!\d)"),
        ("month_day", rf"\b{lead_day}{month}\s+{day}(?![\d:.,]*\d)(?!\s*(?:percent|%|per cent))"),
        ("month_day", rf"\b{lead_day}{day}\s+(?:of\s+)?{month}\b"),
        ("part", rf"\b{part}(?:(?:in|of)\s+)?{month}(?:{any_year})?(?![\w-])"),
        ("part", rf"\b{part}(?:{which}\s+|the\s+)(?P<period>week|month|year|decade|quarter)\b"),
        ("part", rf"\b{part}(?:of\s+)?{year}(?![\w-])"),
        ("month", rf"\b{month}(?:{any_year})(?![\w-])"),
        ("month", rf"\b{which}\s+{month}(?![\w-])"),
        ("month", rf"{leads}(?P<at>{month})(?![\w-])"),
        (
            "quarter",
            rf"\b(?P<ordinal>{_any(words['ordinals'])})\s+(?P<fraction>quarter|half)\s+of\s+(?:{year}|(?:the|{which})\s+year)",
        ),
        ("season", rf"\b(?:{which}\s+|the\s+)?{season}(?:{any_year})"),
        ("season", rf"\b{which}\s+{season}\b"),
        ("decade", r"\bthe\s+(?:early\s+|mid-?|late\s+)?(?P<decade>(?:1[89]|20)\d0)s\b"),
        ("repeated", rf"\b(?:every|each)\s+(?:{weekday}|{unit}|{month})\b"),
        ("weekday", rf"\b(?:{which}\s+)?{weekday}(?:\s+(?:{_any(words['parts_of_day'])}))?\b"),
        (
            "weekdays",
            rf"\bfrom\s+{weekday}\s+(?:to|until|through)\s+(?P<weekday_to>{_any(words['weekdays'])})\b",
        ),
        ("relative_day", rf"\b(?P<same>{_any(words['same_day'])})\b"),
        ("relative_day", rf"\b(?P<before>{_any(words['day_before'])})\b"),
        ("relative_day", rf"\b(?P<after>{_any(words['day_after'])})\b"),
        ("relative_day", r"\b(?P<two_before>the day before yesterday)\b"),
        (
            "relative_period",
            rf"\b{which}\s+(?P<period>week|month|year|quarter|weekend|decade|century)(?!-)\b",
        ),
        ("relative_period", r"\b(?:over|during|at|on)\s+(?P<at>the\s+(?P<period>weekend))\b"),
        ("ago", rf"\b{number}\s+{unit}\s+(?P<ago>ago)\b"),
        ("ahead", rf"\bin\s+(?P<at>{number}\s+{unit})(?:['’]s?)?\s*(?:time)?\b"),
        ("year", rf"{year_leads}(?P<at>{year})(?:[-–]\d\d)?(?![\w-]|\.\d|,\d)"),
        ("year", rf"\bthe\s+(?P<at>{year})(?=\s+[A-Za-z])"),
        ("year", rf"(?<=\(){year}(?=\))"),
    ]
    return [(family, re.compile(p, re.IGNORECASE)) for family, p in grammar]
