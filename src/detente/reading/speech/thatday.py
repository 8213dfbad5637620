"""The "today" of words that were said on another day: "“We spoke today,” she wrote on Tuesday", printed on Thursday.

In: the time expressions of a document, its statements and quotations. Out: the same expressions; those that count from
the day of speaking have its value where the text tells on which day, or in which week, the words were said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from detente.model import Edtf, TimeExpression
from detente.reading.page.quotes import Quotation
from detente.reading.speech.attribution import Draft
from detente.reading.times import calendar

A_WEEK = 6  # days from the first to the last of what words may be said in; of a month, "today" tells nothing


class ThatDay:
    """The days of the quoted words of one document; `counted` are words that count from the day of speaking, with the
    days between."""

    def __init__(
        self,
        counted: Mapping[str, int],
        drafts: Sequence[Draft],
        quotations: Sequence[Quotation],
        published: Edtf | None,
    ) -> None:
        self.counted, self.quotations = counted, quotations
        self.dated = [d for d in drafts if d.kind != "indirect" and d.when.span is not None and d.when.edtf is not None]
        self.published = calendar.bounds(published)

    def read(self, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
        """The expressions, with what is told inside quoted words of a known day counted from it."""
        return tuple(self._counted(t) for t in times)

    def _counted(self, time: TimeExpression) -> TimeExpression:
        days = self._days(time)
        said = next(self._said(time), None) if days is not None else None
        return replace(time, edtf=_moved(said, days)) if said is not None and days is not None else time

    def _days(self, time: TimeExpression) -> int | None:
        """How many days after the day of speaking an expression is: -1 of "late last night"; None of "Monday"."""
        words = f" {time.span.text.lower()} "
        found = max((w for w in self.counted if f" {w} " in words), key=len, default=None)
        if found is None or found == words.strip():
            return self.counted[found] if found is not None else None
        value = calendar.bounds(time.edtf)
        if self.published and value and (value[0] - self.published[1]).days != self.counted[found]:
            return None  # "a week from today"
        return self.counted[found]

    def _said(self, time: TimeExpression) -> Iterator[tuple[date, date]]:
        """When the quoted words around an expression were said."""
        at = time.span.start
        quoted = any(q.start <= at < q.end for q in self.quotations)
        for draft in self.dated:
            if draft.content.start <= at < draft.content.end and (draft.kind == "direct" or quoted):
                said = calendar.bounds(draft.when.edtf)
                if said is not None and (said[1] - said[0]).days <= A_WEEK:
                    yield said


def _moved(said: tuple[date, date], days: int) -> Edtf:
    """So many days after a day, or after any of a week's."""
    first, last = said
    if first == last:
        return calendar.shifted(first, days)
    return calendar.interval(first + timedelta(days=days), last + timedelta(days=days))
