"""Time expressions and their values: what the text says, at the text's own precision.

In: a paragraph, the publication date and, for a place in the text, the tense of its clause. Out: EDTF values
with spans, and an issue for each that stays open. Without a publication date nothing relative is resolved:
there is no today in here. A weekday or a month without a year is the last one in the past tense and in no
tense, the next one in the future and present.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from detente.codebook import Codebook
from detente.issues import note
from detente.model import Edtf, Issue, Span, TimeExpression, TimeType
from detente.reading import calendar
from detente.reading.scene import Tense
from detente.reading.timegrammar import patterns

Match = re.Match[str]
OPEN = "since"
NEVER_ABOUT = frozenset({"weekday", "relative_day", "relative_period"})
RELATIVE = frozenset({"weekday", "weekdays", "relative_day", "relative_period", "ago", "ahead", "month_day"})


@dataclass(frozen=True, slots=True)
class TimesFound:
    """The expressions of a paragraph, disjoint and in order, and what could not be resolved."""

    expressions: tuple[TimeExpression, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Against what an expression is resolved: publication day and the tense of its clause."""

    day: date | None
    tense: Tense

    @property
    def ahead(self) -> bool:
        return self.tense in ("future", "present")


class TimeReader:
    """Finds and resolves time expressions."""

    def __init__(self, codebook: Codebook) -> None:
        self.words: Mapping[str, Any] = codebook.lexicon("times/words")
        self.patterns = patterns(self.words)
        self.months = {**self.words["months"], **self.words["months_short"]}
        self.resolvers: dict[str, Callable[[Match, Anchor], str | None]] = {
            "absolute": self._absolute, "slashes": self._slashes, "range": self._range, "month_day": self._month_day,
            "part": self._part, "month": self._month, "quarter": self._quarter, "season": self._season,
            "decade": self._decade, "weekday": self._weekday, "weekdays": self._weekdays,
            "relative_day": self._relative_day, "relative_period": self._relative_period, "ago": self._ago,
            "ahead": self._ahead, "year": self._year,
        }  # fmt: skip

    def read(
        self, text: str, published: Edtf | None, start: int = 0, tenses: Callable[[int], Tense] | None = None
    ) -> TimesFound:
        """The time expressions of a paragraph that begins at offset `start` of the frozen text."""
        bounds = calendar.bounds(published)
        day = bounds[0] if bounds and bounds[0] == bounds[1] else None
        expressions: list[TimeExpression] = []
        issues: list[Issue] = []
        for family, match, first, last in self._matches(text):
            anchor = Anchor(day, tenses(start + first) if tenses else "unknown")
            value, kind = self._value(family, match, anchor, bounds)
            span = Span(start + first, start + last, text[first:last])
            edtf = self._qualified(value, text, first, family)
            expressions.append(TimeExpression(span, edtf, kind))
            if edtf is None and kind == "date":
                issues.append(_open_issue(published, span))
        return TimesFound(tuple(expressions), tuple(issues))

    # -- finding --------------------------------------------------------------------------------

    def _matches(self, text: str) -> Iterator[tuple[str, Match, int, int]]:
        """The longest match at each place, left to right, that is a date in its context."""
        found = []
        for family, pattern in self.patterns:
            for match in pattern.finditer(text):
                at = "at" if "at" in match.re.groupindex else 0
                if match.start(at) >= 0 and self._counts(family, match, text):
                    found.append((match.start(at), -match.end(at), family, match))
        reach = -1
        for first, negative, family, match in sorted(found, key=lambda f: f[:2]):
            if first >= reach:
                reach = -negative
                yield family, match, first, reach

    def _counts(self, family: str, match: Match, text: str) -> bool:
        groups = match.groupdict()
        for key in ("month", "month_to", "weekday"):
            name = groups.get(key)
            if name and not name[0].isupper():
                return False
        following = re.match(r"\s+([\w'’]+)", text[match.end() :])
        word = following.group(1) if following else ""
        if family == "year" and word.lower() in self.words["count_nouns"]:
            return False
        if family == "month" and "at" in groups:
            return self._lone_month(groups["month"], word)
        counting = re.search(
            r"\b(first|only|lowest|highest|biggest|largest|time|second|third)\b[^.;]{0,80}$",
            text[: match.start()].lower(),
        )
        return not (family == "ahead" and (word == "row" or counting))

    def _lone_month(self, month: str, following: str) -> bool:
        """A month that is also a name or a verb stands alone only where no name follows."""
        return month.lower() not in self.words["ambiguous_months"] or not following[:1].isupper()

    # -- values ---------------------------------------------------------------------------------

    def _value(
        self, family: str, match: Match, anchor: Anchor, bounds: tuple[date, date] | None
    ) -> tuple[str | None, TimeType]:
        if family == "repeated":
            return None, "set"
        if (
            anchor.day is None
            and bounds is not None
            and family in ("month", "part", "season", "quarter", "relative_period")
        ):
            anchor = Anchor(bounds[0], anchor.tense) if self._coarse(match, bounds) else anchor
        value = self.resolvers[family](match, anchor)
        if value is not None and not calendar.valid(value):
            value = None
        return value, "date"

    def _coarse(self, match: Match, bounds: tuple[date, date]) -> bool:
        """Whether a publication month or year is enough: for "last year", or for "last month" if the month is known."""
        period = match.groupdict().get("period")
        days = (bounds[1] - bounds[0]).days
        return period == "year" or (days <= 31 and period in (None, "month", "quarter"))

    def _qualified(self, value: str | None, text: str, first: int, family: str) -> Edtf | None:
        """The value, marked "?" or "~" where the text hedges it right before."""
        if value is None:
            return None
        before = text[max(0, first - 24) : first].lower().split()
        word = before[-1] if before else ""
        word = before[-2] if word in ("on", "in", "for", "the") and len(before) > 1 else word
        if word == OPEN and "/" not in value:
            return Edtf(f"{value.rstrip('~?')}/..")
        if "/" not in value and not value.endswith(("~", "?")):
            value += (
                "?"
                if word in self.words["doubtful"]
                else "~"
                if word in self.words["approximate"] and family not in NEVER_ABOUT
                else ""
            )
        return Edtf(value)

    def _absolute(self, m: Match, anchor: Anchor) -> str | None:
        groups = m.groupdict()
        if groups.get("iso"):
            return groups["iso"]
        year = self._year_of(m, anchor)
        return None if year is None else _ymd(year, self._month_of(groups["month"]), int(groups["day"]))

    def _slashes(self, m: Match, anchor: Anchor) -> str | None:
        """Only a date whose day cannot be a month is read; others differ between countries."""
        one, two, year = m["slashes"].split("/")
        if len(year) == 2 or (int(one) <= 12 and int(two) <= 12 and one != two):
            return None
        month, day = (int(two), int(one)) if int(one) > 12 else (int(one), int(two))
        return _ymd(int(year), month, day)

    def _range(self, m: Match, anchor: Anchor) -> str | None:
        groups = m.groupdict()
        last_month = groups["month_to"] or groups["month"]
        first_month = groups["month"] or last_month
        one, two = self._month_of(first_month), self._month_of(last_month)
        year = self._year_of(m, anchor)
        if year is None and (near := self._nearest(two, int(groups["day_to"]), anchor)) is not None:
            year = near.year
        if year is None:
            return None
        low, high = _ymd(year - (one > two), one, int(groups["day"])), _ymd(year, two, int(groups["day_to"]))
        return f"{low}/{high}" if low and high and low <= high else None

    def _month_day(self, m: Match, anchor: Anchor) -> str | None:
        near = self._nearest(self._month_of(m["month"]), int(m["day"]), anchor)
        return near.isoformat() if near else None

    def _nearest(self, month: int, day: int, anchor: Anchor) -> date | None:
        """The day of that month nearest to publication on the side that the tense tells."""
        if anchor.day is None:
            return None
        years = (anchor.day.year - 1, anchor.day.year, anchor.day.year + 1)
        days = [d for y in years if (d := _day(y, month, day)) is not None]
        if anchor.tense == "past":
            days = [d for d in days if d <= anchor.day + timedelta(days=1)]
        elif anchor.tense == "future":
            days = [d for d in days if d >= anchor.day]
        return min(days, key=lambda d: abs((d - anchor.day).days), default=None)  # type: ignore[operator]

    def _month(self, m: Match, anchor: Anchor) -> str | None:
        month = self._month_of(m["month"])
        year = self._year_of(m, anchor)
        if year is None and anchor.day is not None:
            which = _which(m)
            step = month - anchor.day.month
            past = which == "last" or (which is None and anchor.tense in ("past", "unknown"))
            if which == "this":
                year = anchor.day.year
            elif past:
                year = anchor.day.year - (step > 0 or (which == "last" and step == 0))
            else:
                year = anchor.day.year + (step < 0 or (which == "next" and step == 0))
        return None if year is None else f"{year:04}-{month:02}"

    def _part(self, m: Match, anchor: Anchor) -> str | None:
        """The longer period, approximately; its first or last month where a year has a beginning or an end."""
        groups = m.groupdict()
        if groups.get("month"):
            value = self._month(m, anchor)
        elif groups.get("year"):
            value = groups["year"]
        else:
            value = self._period(groups["period"], _which(m) or "this", anchor)
        if value is None:
            return None
        part = groups["part"].lower()
        if OPEN in m.string[max(0, m.start() - 6) : m.start()].lower() and part in self.words["edges_early"]:
            return f"{value}-01/.." if len(value) == 4 else f"{value}/.."
        return value if "/" in value else f"{value}~"

    def _quarter(self, m: Match, anchor: Anchor) -> str | None:
        year = int(m["year"]) if m.groupdict().get("year") else None
        if year is None and anchor.day is not None:
            year = anchor.day.year + {"last": -1, "next": 1}.get(_which(m) or "", 0)
        if year is None:
            return None
        length = 3 if m["fraction"].lower() == "quarter" else 6
        number = self.words["ordinals"][m["ordinal"].lower()]
        number = 12 // length if m["ordinal"].lower() == "last" else number
        if number * length > 12:
            return None
        return f"{year}-{(number - 1) * length + 1:02}/{year}-{number * length:02}"

    def _season(self, m: Match, anchor: Anchor) -> str | None:
        code = self.words["seasons"][m["season"].lower()]
        year = self._year_of(m, anchor)
        if year is None and anchor.day is not None:
            begins = date(anchor.day.year, {21: 3, 22: 6, 23: 9, 24: 12}[code], 1)
            which = _which(m)
            year = anchor.day.year
            if which == "last":
                year -= (begins + timedelta(days=92)) > anchor.day
            elif which == "next":
                year += begins <= anchor.day
        return None if year is None else f"{year}-{code}"

    def _decade(self, m: Match, anchor: Anchor) -> str | None:
        return f"{m['decade'][:3]}X"

    def _year(self, m: Match, anchor: Anchor) -> str | None:
        return m["year"]

    def _weekday(self, m: Match, anchor: Anchor) -> str | None:
        if anchor.day is None:
            return None
        number = self.words["weekdays"][m["weekday"].lower()]
        which = _which(m)
        back = (anchor.day.isoweekday() - number) % 7
        forth = (number - anchor.day.isoweekday()) % 7
        if which == "last":
            return calendar.shifted(anchor.day, -(back or 7))
        if which == "next":
            monday = anchor.day - timedelta(days=anchor.day.isoweekday() - 1)
            return calendar.shifted(monday, 6 + number)
        ahead = anchor.ahead or (which == "this" and anchor.tense != "past")
        return calendar.shifted(anchor.day, forth if ahead else -back)

    def _weekdays(self, m: Match, anchor: Anchor) -> str | None:
        if anchor.day is None:
            return None
        first = date.fromisoformat(str(self._weekday(m, anchor)))
        number = self.words["weekdays"][m["weekday_to"].lower()]
        return f"{first.isoformat()}/{calendar.shifted(first, (number - first.isoweekday()) % 7)}"

    def _relative_day(self, m: Match, anchor: Anchor) -> str | None:
        if anchor.day is None:
            return None
        groups = m.groupdict()
        offset = -2 if groups.get("two_before") else -1 if groups.get("before") else 1 if groups.get("after") else 0
        return calendar.shifted(anchor.day, offset)

    def _relative_period(self, m: Match, anchor: Anchor) -> str | None:
        which = _which(m) or ("next" if anchor.tense == "future" else "this")
        return self._period(m["period"].lower(), which, anchor)

    def _period(self, period: str, which: str, anchor: Anchor) -> str | None:
        if anchor.day is None:
            return None
        step = {"last": -1, "next": 1}.get(which, 0)
        day = anchor.day
        if period == "year":
            return f"{day.year + step}"
        if period == "month":
            months = day.year * 12 + day.month - 1 + step
            return f"{months // 12:04}-{months % 12 + 1:02}"
        if period == "quarter":
            quarter = day.year * 4 + (day.month - 1) // 3 + step
            year, n = divmod(quarter, 4)
            return f"{year}-{n * 3 + 1:02}/{year}-{n * 3 + 3:02}"
        if period == "decade":
            return f"{(day.year // 10 + step):03}X"
        monday = day - timedelta(days=day.isoweekday() - 1)
        if period == "week":
            return _week(monday, step)
        if period == "weekend":
            saturday = monday + timedelta(days=5)
            back = saturday > day and (which == "last" or not anchor.ahead)
            saturday += timedelta(days=-7 if back else 7 * (step == 1 and saturday <= day))
            return f"{saturday.isoformat()}/{calendar.shifted(saturday, 1)}"
        return None

    def _ago(self, m: Match, anchor: Anchor) -> str | None:
        return self._offset(m, anchor, -1)

    def _ahead(self, m: Match, anchor: Anchor) -> str | None:
        return self._offset(m, anchor, 1) if anchor.tense == "future" else None

    def _offset(self, m: Match, anchor: Anchor, sign: int) -> str | None:
        if anchor.day is None:
            return None
        number = m["number"].lower()
        count = sign * (int(number) if number.isdigit() else self.words["numbers"][number])
        unit = self.words["units"][m["unit"].lower()]
        day = anchor.day
        if unit == "day":
            return calendar.shifted(day, count)
        if unit == "week":
            return _week(day - timedelta(days=day.isoweekday() - 1), count)
        if unit == "month":
            months = day.year * 12 + day.month - 1 + count
            return f"{months // 12:04}-{months % 12 + 1:02}"
        return f"{day.year + count * (10 if unit == 'decade' else 1)}" + ("~" if unit == "decade" else "")

    # -- parts ----------------------------------------------------------------------------------

    def _month_of(self, name: str) -> int:
        return int(self.months[name.lower().rstrip(".")])

    def _year_of(self, m: Match, anchor: Anchor) -> int | None:
        groups = m.groupdict()
        if groups.get("year"):
            return int(groups["year"])
        relative = (groups.get("relative_year") or "").lower()
        if relative and anchor.day is not None:
            step = -1 if relative in self.words["last"] else 1 if relative in self.words["next"] else 0
            return anchor.day.year + step
        return None


def _which(m: Match) -> str | None:
    groups = m.groupdict()
    return next((k for k in ("last", "this", "next") if groups.get(k)), None)


def _week(monday: date, step: int) -> str:
    first = monday + timedelta(weeks=step)
    return f"{first.isoformat()}/{calendar.shifted(first, 6)}"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _ymd(year: int, month: int, day: int) -> str | None:
    found = _day(year, month, day)
    return found.isoformat() if found else None


def _open_issue(published: Edtf | None, span: Span) -> Issue:
    if published is None:
        return note("DET-201", f"{span.text!r} is relative to a publication date that is not known", span)
    return note("DET-202", f"{span.text!r} does not say which date it is", span)
