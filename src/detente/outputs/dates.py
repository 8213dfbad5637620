"""Dates as people read them: EDTF to words, nothing added and nothing lost."""

from __future__ import annotations

from datetime import date

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def in_words(edtf: str | None, weekday: bool = True) -> str:
    """`2023-06-14` as "Wed 14 Jun 2023", an interval as "16–21 Jun 2023"; "?" and "about" are kept."""
    if not edtf:
        return "no date"
    if "/" in edtf:
        return _interval(*edtf.split("/", 1))
    mark = "?" if edtf.endswith(("?", "%")) else ""
    about = "about " if edtf.endswith(("~", "%")) else ""
    return about + _one(edtf.rstrip("?~%"), weekday) + mark


def _interval(first: str, last: str) -> str:
    if first in ("", ".."):
        return f"until {_one(last, False)}"
    if last in ("", ".."):
        return f"since {_one(first, False)}"
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        return f"{int(first[8:])}–{_one(last, False)}"
    if len(first) == len(last) == 10 and first[:4] == last[:4]:
        return f"{_one(first, False)[:-5]} – {_one(last, False)}"
    return f"{_one(first, False)} – {_one(last, False)}"


def _one(edtf: str, weekday: bool) -> str:
    parts = edtf.split("-")
    if len(parts) == 3:
        day = date.fromisoformat(edtf)
        return f"{day:%a} {day.day} {day:%b %Y}" if weekday else f"{day.day} {day:%b %Y}"
    if len(parts) == 2:
        season = SEASONS.get(parts[1])
        return f"{season} {parts[0]}" if season else f"{date(int(parts[0]), int(parts[1]), 1):%b %Y}"
    return edtf.replace("X", "0s")
