"""The days that a text is laid out by: a diary's "Monday, March 18", a timeline's "May 2021 -", a live page's "17:05".

In: the frozen text, its time expressions and publication date. Out: stretches of the text with the time that stands at
their head, which dates what nothing else in them does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.model import Edtf, Span, TimeExpression
from detente.reading.times import calendar

JOINING = frozenset({"and", "&", "to", "until", "–", "—", "-"})
BULLETS = " \t•*·–—-"
FEWEST = {"line": 2, "opening": 3, "clock": 3}  # of one kind, before a text counts as laid out by days
AFTER = re.compile(r"\s?[.:]\s|\s?[–—-]+\s|\s*\|\s")
CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|UTC|[A-Z]{2,4}T))?(?=[\s:–—-])")
HOUR_BELOW = re.compile(rf"\s*{CLOCK.pattern}")
LINE = re.compile(r"[^\n]+")
CAPTION_WORDS = 4  # a line of so few words without a full stop heads what follows


@dataclass(frozen=True, slots=True)
class DayHead:
    """A stretch of the text, by its code-point offsets, and the time at its head; no time for one that has none."""

    kind: str
    start: int
    end: int
    edtf: Edtf | None
    span: Span | None


def day_heads(text: str, times: Sequence[TimeExpression], published: Edtf | None) -> tuple[DayHead, ...]:
    """The stretches in the order of the text, where enough of their kind show that the text is laid out so."""
    found = list(_heads(text, times, published))
    count = {kind: sum(h.kind == kind and h.edtf is not None for h in found) for kind in FEWEST}
    kept = [h for h in found if count[h.kind] >= FEWEST[h.kind]]
    return tuple(_until_next(kept, len(text)))


def _heads(text: str, times: Sequence[TimeExpression], published: Edtf | None) -> Iterator[DayHead]:
    times = sorted(times, key=lambda t: t.span.start)
    starts = [t.span.start for t in times]
    today = published if published and calendar.precision(published) == "day" else None
    for line in LINE.finditer(text):
        first = line.start() + len(line.group()) - len(line.group().lstrip(BULLETS))
        n = bisect_right(starts, first - 1)
        told = times[n] if n < len(times) and times[n].span.start == first else None
        if told is not None and told.type == "date" and told.edtf:
            told = _two_days(text, told, times[n + 1 :], line.end())
            rest = text[told.span.end : line.end()]
            if not rest.strip(" .:–—-"):
                yield DayHead("line", line.end(), line.end(), told.edtf, told.span)
            elif AFTER.match(rest):
                yield DayHead("opening", line.start(), line.end(), told.edtf, told.span)
        elif today and (clock := CLOCK.match(text, first, line.end())):
            yield DayHead("clock", line.start(), line.end(), today, Span(clock.start(), clock.end(), clock.group()))
        elif _caption(line.group()) and not HOUR_BELOW.match(text, line.end()):  # "Visit to X", and then "11:00 …"
            yield DayHead("line", line.end(), line.end(), None, None)


def _caption(line: str) -> bool:
    return len(line.split()) <= CAPTION_WORDS and line.rstrip()[-1:].isalnum()


def _two_days(text: str, first: TimeExpression, later: Sequence[TimeExpression], end: int) -> TimeExpression:
    """ "Friday 10 May and Saturday 11 May" at a line's end: both days as one stretch of time."""
    other = later[0] if later and later[0].type == "date" and later[0].span.end <= end else None
    between = text[first.span.end : other.span.start].strip().lower() if other is not None else ""
    days = calendar.bounds(first.edtf), calendar.bounds(other.edtf if other is not None else None)
    if other is None or between not in JOINING or not days[0] or not days[1] or days[0][0] >= days[1][1]:
        return first
    whole = text[first.span.start : other.span.end]
    span = Span(first.span.start, other.span.end, whole)
    return replace(first, edtf=calendar.interval(days[0][0], days[1][1]), span=span)


def _until_next(heads: Sequence[DayHead], end: int) -> Iterator[DayHead]:
    """A line with a day heads what follows, up to the next line that heads something."""
    lines = [h.start for h in heads if h.kind == "line"]
    for head in heads:
        if head.kind != "line":
            yield head
        elif head.edtf is not None:
            n = bisect_right(lines, head.start)
            yield DayHead("line", head.start, lines[n] if n < len(lines) else end, head.edtf, head.span)


def headed(heads: Sequence[DayHead], at: int) -> DayHead | None:
    """The head under which an offset of the text stands."""
    return next((h for h in heads if h.start <= at < h.end), None)
