"""The "today" of words that were said on another day: "“We spoke today,” she wrote on Tuesday", printed on Thursday.

In: the time expressions of a document, and its statements. Out: the same expressions; those that count from the day of
speaking have its value where the text tells on which day the words were said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from detente.model import TimeExpression
from detente.reading.speech.attribution import Draft
from detente.reading.times import calendar


def that_day(
    times: Sequence[TimeExpression], drafts: Sequence[Draft], counted: Mapping[str, int]
) -> tuple[TimeExpression, ...]:
    """The expressions; `counted` are words that count from the day of speaking, with the days between."""
    spoken = [d for d in drafts if d.kind == "direct" and d.when.span is not None and d.when.edtf is not None]
    return tuple(_counted(t, spoken, counted) for t in times)


def _counted(time: TimeExpression, spoken: Sequence[Draft], counted: Mapping[str, int]) -> TimeExpression:
    days = counted.get(time.span.text.lower())
    if days is None:
        return time
    own = (d for d in spoken if d.content.start <= time.span.start < d.content.end)
    said = next((bounds for d in own if (bounds := calendar.bounds(d.when.edtf)) and bounds[0] == bounds[1]), None)
    return replace(time, edtf=calendar.shifted(said[0], days)) if said is not None else time
