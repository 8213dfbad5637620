"""Dates as people read them: EDTF to words, nothing added and nothing lost."""

from __future__ import annotations

from datetime import date

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
OPEN = ("", "..")


def in_words(edtf: str | None, weekday: bool = True) -> str:
    """`2023-06-14` as "Wed 14 Jun 2023", `2023-06-16/2023-06-21` as "16–21 Jun 2023".

    "?" and "about" are kept. A value that is no date in these forms is shown as it stands.
    """
    if not edtf:
        return "no date"
    try:
        if "/" in edtf:
            return _interval(*edtf.split("/", 1))
        return _marked(edtf, weekday)
    except ValueError:
        return edtf


def _interval(first: str, last: str) -> str:
    if first in OPEN:
        return f"until {_marked(last, False)}"
    if last in OPEN:
        return f"since {_marked(first, False)}"
    plain = first.isascii() and first.replace("-", "").isdigit()
    if plain and len(first) == 10 and first[:7] == last[:7]:
        return f"{int(first[8:])}–{_marked(last, False)}"
    if plain and len(first) >= 7 and first[:4] == last[:4] and first[5:7] not in SEASONS:
        return f"{_marked(first, False)[:-5]} – {_marked(last, False)}"
    return f"{_marked(first, False)} – {_marked(last, False)}"


def _marked(edtf: str, weekday: bool) -> str:
    """One date with its marks of doubt: "?" uncertain, "~" approximate, "%" both."""
    doubt = "?" if edtf.endswith(("?", "%")) else ""
    about = "about " if edtf.endswith(("~", "%")) else ""
    return about + _one(edtf.rstrip("?~%"), weekday) + doubt


def _one(edtf: str, weekday: bool) -> str:
    day, _, clock = edtf.partition("T")
    parts = day.split("-")
    if len(parts) == 3 and parts[2] == "XX":
        parts = parts[:2]
    if len(parts) == 3:
        value = date.fromisoformat(day)
        words = f"{value.day} {value:%b} {parts[0]}"
        return (f"{value:%a} " if weekday else "") + words + (f" {clock[:5]}" if clock else "")
    if len(parts) == 2:
        season = SEASONS.get(parts[1])
        return f"{season} {parts[0]}" if season else f"{date(2000, int(parts[1]), 1):%b} {parts[0]}"
    return edtf.replace("X", "0") + "s" if edtf.endswith("X") else edtf
