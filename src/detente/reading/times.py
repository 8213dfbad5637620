"""Time expressions and their values: what the text says, at the text's own precision.

In: a paragraph, the publication date and, for a place in the text, the tense of its clause. Out: EDTF values with
spans, and an issue for each that stays open. Without a publication date nothing relative is resolved: there is no
today in here. A weekday or a month without a year is the last one in the past tense and in no tense (news tell what
was), the next one in the future and present. "Wednesday" on a Wednesday is the day itself in every tense.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, cast

from detente.codebook import Codebook
from detente.issues import note
from detente.model import Edtf, Issue, Span, TimeExpression, TimeType
from detente.reading import calendar
from detente.reading.scene import Tense
from detente.reading.timegrammar import Hit, TimeGrammar, any_of

STEPS = {"last": -1, "this": 0, "next": 1, None: 0}
# The clocks of two continents: on the evening of the 14th in one it is the 15th in the other.
ONE_DAY = timedelta(days=1)
# A day of a month without a year is told within ten months or so; further off, the nearer year is meant.
FAR = 300
# Families of which "about" says no more than that something is about them: "talks about Friday".
NEVER_ABOUT = frozenset({"weekday", "weekday_range", "relative_day", "relative_period"})
COUNTED = frozenset({"ago", "ahead"})
# Families that no publication date could settle.
SELF_CONTAINED = frozenset({"slashes", "told_of"})


@dataclass(frozen=True, slots=True)
class TimesFound:
    """The expressions of a paragraph, disjoint and in order, and what could not be resolved."""

    expressions: tuple[TimeExpression, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Against what an expression is resolved: the days of publication, the tense, the year last named before it."""

    published: tuple[date, date] | None
    tense: Tense
    told_year: int | None = None

    @property
    def ahead(self) -> bool:
        return self.tense in ("future", "present")

    @property
    def day(self) -> date | None:
        """The day of publication, None when only its month or year is known."""
        return self.published[0] if self.published and self.published[0] == self.published[1] else None

    @property
    def month(self) -> date | None:
        """A day in the month of publication, None when only the year is known."""
        low, high = self.published or (None, None)
        return low if low and high and (low.year, low.month) == (high.year, high.month) else None

    @property
    def year(self) -> int | None:
        low, high = self.published or (None, None)
        return low.year if low and high and low.year == high.year else None


class TimeReader:
    """Finds and resolves time expressions."""

    def __init__(self, codebook: Codebook) -> None:
        self.grammar = TimeGrammar(codebook)
        self.words: Mapping[str, Any] = self.grammar.words
        self.months = {**self.words["months"], **self.words["months_short"]}
        self.counting = re.compile(rf"\b{any_of(self.words['counting'])}\b[^.;]{{0,80}}$", re.IGNORECASE)
        self.resolvers: dict[str, Callable[[Hit, Anchor], str | None]] = {
            "absolute": self._absolute, "slashes": self._slashes, "day_range": self._day_range,
            "month_day": self._month_day, "month": self._month, "month_range": self._month_range,
            "year": self._year, "year_range": self._year_range, "weekday": self._weekday,
            "weekday_range": self._weekday_range, "relative_day": self._relative_day,
            "relative_period": self._relative_period, "ago": self._ago, "ahead": self._ahead, "part": self._part,
            "quarter": self._quarter, "season": self._season, "decade": self._decade, "century": self._century,
            "told_of": self._told_of,
        }  # fmt: skip

    def read(
        self, text: str, published: Edtf | None, start: int = 0, tenses: Callable[[int], Tense] | None = None
    ) -> TimesFound:
        """The time expressions of a paragraph that begins at offset `start` of the frozen text.

        `tenses` gives the tense of the clause at an offset of the frozen text; without it all are unknown.
        """
        anchor = Anchor(calendar.bounds(published), "unknown")
        expressions: list[TimeExpression] = []
        issues: list[Issue] = []
        for hit in self.grammar.hits(text):
            anchor = replace(anchor, tense=_tense(hit, tenses(start + hit.start) if tenses else "unknown"))
            expression = self._expression(hit, anchor, start)
            expressions.append(expression)
            if expression.edtf is None and expression.type == "date":
                issues.append(_open_issue(hit, anchor, expression.span))
            named = hit.part("year")
            anchor = replace(anchor, told_year=int(named)) if named else anchor
        return TimesFound(tuple(expressions), tuple(issues))

    def _expression(self, hit: Hit, anchor: Anchor, start: int) -> TimeExpression:
        span = Span(start + hit.start, start + hit.end, hit.match.string[hit.start : hit.end])
        kind = cast(TimeType, hit.type)
        if kind != "date":
            return TimeExpression(span, None, kind)
        if hit.family == "ahead" and anchor.day and not self._to_come(hit, anchor):
            return TimeExpression(span, None, "duration")
        value = self._value(hit, anchor)
        return TimeExpression(span, self._marked(value, hit) if value else None, kind)

    def _value(self, hit: Hit, anchor: Anchor) -> str | None:
        """What a hit comes to; None for what is open or no date of the calendar."""
        try:
            value = self.resolvers[hit.family](hit, anchor)
        except (OverflowError, ValueError):  # beyond the calendar: "9000 years ago"
            return None
        return value if value and calendar.valid(value) else None

    def _marked(self, value: str, hit: Hit) -> Edtf:
        """The value with the open end or the mark of doubt that the words right before give it."""
        edge = self._edge(hit)
        if hit.lead == "since":
            return calendar.since(value, whole=edge != "early")
        if hit.lead == "until":
            return calendar.until(value, whole=edge != "late")
        about = hit.lead == "about" and hit.family not in NEVER_ABOUT
        if about or (hit.lead == "about_count" and hit.family in COUNTED):
            return calendar.marked(value, "~")
        return calendar.marked(value, "?") if hit.lead == "doubtful" else Edtf(value)

    def _edge(self, hit: Hit) -> str | None:
        part = _plain(hit.part("part"))
        return "early" if part in self.words["edges_early"] else "late" if part in self.words["edges_late"] else None

    # -- days -----------------------------------------------------------------------------------

    def _absolute(self, hit: Hit, anchor: Anchor) -> str | None:
        if iso := hit.part("iso"):
            return iso
        year = self._year_of(hit, anchor)
        return None if year is None else _ymd(year, self._month_of(hit), int(hit.match["day"]))

    def _slashes(self, hit: Hit, anchor: Anchor) -> str | None:
        """Only a date whose day cannot be a month is read; countries differ on the others. Points: day first."""
        one, two, year = (int(hit.match[k]) for k in ("one", "two", "figures"))
        if year < 100:
            return None
        if "." in hit.match[0] or one > 12 or one == two:
            return _ymd(year, two, one)
        return _ymd(year, one, two) if two > 12 else None

    def _month_day(self, hit: Hit, anchor: Anchor) -> str | None:
        near = self._nearest(self._month_of(hit), int(hit.match["day"]), anchor)
        return near.isoformat() if near else None

    def _nearest(self, month: int, day: int, anchor: Anchor) -> date | None:
        """The day of that month nearest to publication on the side that the tense tells; in no tense, on any."""
        here = anchor.day
        if here is None:
            return None
        days = [d for y in range(here.year - 4, here.year + 5) if (d := _day(y, month, day)) is not None]
        nearest = min(days, key=lambda d: abs((d - here).days), default=None)
        if anchor.tense == "past":
            days = [d for d in days if d <= here + ONE_DAY]
        elif anchor.tense == "future":
            days = [d for d in days if d >= here]
        told = min(days, key=lambda d: abs((d - here).days), default=None)
        return told if told and abs((told - here).days) <= FAR else nearest

    def _day_range(self, hit: Hit, anchor: Anchor) -> str | None:
        two = self._month_of(hit, "month2") if hit.part("month2") else self._month_of(hit)
        one = self._month_of(hit) if hit.part("month") else two
        year = self._year_of(hit, anchor)
        if year is None and (near := self._nearest(two, int(hit.match["day2"]), anchor)) is not None:
            year = near.year
        if year is None:
            return None
        first = int(hit.part("year1") or year - (one > two))
        low, high = _ymd(first, one, int(hit.match["day"])), _ymd(year, two, int(hit.match["day2"]))
        return f"{low}/{high}" if low and high else None

    def _weekday(self, hit: Hit, anchor: Anchor) -> str | None:
        here = anchor.day
        if here is None:
            return None
        number = self.words["weekdays"][hit.match["weekday"].lower()]
        week = _which(hit, "week_")
        if week is not None:
            return calendar.shifted(here, number - here.isoweekday() + 7 * STEPS[week])
        return calendar.shifted(here, self._days_to(number, here, _which(hit), anchor))

    def _days_to(self, number: int, here: date, which: str | None, anchor: Anchor) -> int:
        """Days to a weekday: "last" never the day itself, "next" in the coming week, "this" ahead but in the past."""
        back, forth = (here.isoweekday() - number) % 7, (number - here.isoweekday()) % 7
        if which == "last":
            return -(back or 7)
        if which == "next":
            return 7 + number - here.isoweekday()
        return forth if anchor.ahead or (which == "this" and anchor.tense != "past") else -back

    def _weekday_range(self, hit: Hit, anchor: Anchor) -> str | None:
        here = anchor.day
        if here is None:
            return None
        one, two = (self.words["weekdays"][hit.match[k].lower()] for k in ("weekday", "weekday2"))
        length = (two - one) % 7
        if anchor.ahead:
            first = here + timedelta(days=(one - here.isoweekday()) % 7)
            return calendar.interval(first, first + timedelta(days=length))
        last = here - timedelta(days=(here.isoweekday() - two) % 7)
        return calendar.interval(last - timedelta(days=length), last)

    def _relative_day(self, hit: Hit, anchor: Anchor) -> str | None:
        offset = self.words["relative_days"][_plain(hit.match["named"])]
        return calendar.shifted(anchor.day, offset) if anchor.day else None

    # -- months, seasons, years -----------------------------------------------------------------

    def _month(self, hit: Hit, anchor: Anchor) -> str | None:
        month = self._month_of(hit)
        year = self._year_of(hit, anchor)
        if year is None and not hit.part("year_that"):
            year = self._year_of_month(month, _which(hit), anchor)
        return None if year is None else f"{year:04}-{month:02}"

    def _year_of_month(self, month: int, which: str | None, anchor: Anchor) -> int | None:
        """The year of a month that is named without one."""
        here = anchor.month
        if here is None:
            return None
        step = month - here.month
        if which == "this":
            return here.year
        if which == "last" or (which is None and not anchor.ahead):
            return here.year - (step > 0 or (which == "last" and step == 0))
        return here.year + (step < 0 or (which == "next" and step == 0))

    def _month_range(self, hit: Hit, anchor: Anchor) -> str | None:
        one, two = self._month_of(hit), self._month_of(hit, "month2")
        year = self._year_of(hit, anchor) or self._year_of_month(two, None, anchor)
        if year is None:
            return None
        first = int(hit.part("year1") or year - (one > two))
        return f"{first:04}-{one:02}/{year:04}-{two:02}"

    def _year(self, hit: Hit, anchor: Anchor) -> str | None:
        year = self._year_of(hit, anchor)
        return None if year is None else f"{year:04}"

    def _year_range(self, hit: Hit, anchor: Anchor) -> str | None:
        """The years from one to another; "2019-20" is a pair of years, "2019-08" a month in figures."""
        first, last = hit.match["year"], hit.match["year2"]
        if len(last) == 2:
            if int(last) != (int(first) + 1) % 100 and int(last) <= 12:
                return f"{first}-{last}"
            last = f"{int(first[:2]) + (int(last) < int(first[2:])):02}{last}"
        return f"{first}/{last}"

    def _season(self, hit: Hit, anchor: Anchor) -> str | None:
        code = self.words["seasons"][hit.match["season"].lower()]
        year = self._year_of(hit, anchor)
        if year is None and not hit.part("year_that"):
            year = self._year_of_season(code, _which(hit), anchor)
        return None if year is None else f"{year:04}-{code}"

    def _year_of_season(self, code: int, which: str | None, anchor: Anchor) -> int | None:
        """The year of a season: the last that is over, the next to begin, this one by its nearest end."""
        here = anchor.month
        if here is None:
            return None
        known = [(y, days) for y in range(here.year - 2, here.year + 2) if (days := calendar.bounds(f"{y:04}-{code}"))]
        if which == "last":
            return max(y for y, (_, last) in known if last < here)
        if which == "next":
            return min(y for y, (first, _) in known if first > here)
        if which is None and not anchor.ahead:
            return max(y for y, (first, _) in known if first <= here)
        return min(y for y, (_, last) in known if last >= here)

    def _quarter(self, hit: Hit, anchor: Anchor) -> str | None:
        half = hit.part("h") or _plain(hit.part("fraction")) == "half"
        length = 6 if half else 3
        figure, ordinal = hit.part("q") or hit.part("h"), _plain(hit.part("ordinal"))
        number = int(figure) if figure else self.words["ordinals"][ordinal]
        number = min(number, 2) if half and ordinal in ("last", "final") else number
        first, last = (number - 1) * length + 1, number * length
        bare = not hit.part("year") and not _which(hit, "year_") and not hit.part("year_that")
        whole = anchor.year if bare and not hit.part("q") and hit.family == "quarter" else None
        year = self._year_of(hit, anchor) or whole
        if year is None and bare:
            year = self._year_of_month(first, None, anchor)
        return f"{year:04}-{first:02}/{year:04}-{last:02}" if year and last <= 12 else None

    def _decade(self, hit: Hit, anchor: Anchor) -> str | None:
        return f"{hit.match['tens']}X"

    def _century(self, hit: Hit, anchor: Anchor) -> str | None:
        figure, word = hit.part("nth"), _plain(hit.part("century"))
        return f"{(int(figure) if figure else self.words['centuries'][word]) - 1:02}XX"

    # -- periods --------------------------------------------------------------------------------

    def _relative_period(self, hit: Hit, anchor: Anchor) -> str | None:
        return self._period(hit.match["period"].lower(), _which(hit), anchor)

    def _period(self, period: str, which: str | None, anchor: Anchor) -> str | None:
        """The week, month, year … that "last", "this" or "next" names; with none of them, the one by tense."""
        step, day, month, year = STEPS[which], anchor.day, anchor.month, anchor.year
        if period == "year" and year is not None:
            return f"{year + step:04}"
        if period == "decade" and year is not None:
            return f"{year // 10 + step:03}X"
        if period == "century" and year is not None:
            return f"{year // 100 + step:02}XX"
        if period == "month" and month is not None:
            return calendar.month_of(month, step)
        if period == "quarter" and month is not None:
            return calendar.quarter_of(month, step)
        if period == "week" and day is not None:
            return calendar.week_of(day, step)
        if period == "weekend" and day is not None:
            return _weekend(day, which, anchor.tense == "future")
        return None

    def _part(self, hit: Hit, anchor: Anchor) -> str | None:
        """The longer period, approximately; "earlier" and "later" name it as it is."""
        if hit.part("month"):
            value = self._month(hit, anchor)
        elif hit.part("season"):
            value = self._season(hit, anchor)
        elif period := hit.part("period"):
            value = self._period(period.lower(), _which(hit) or "this", anchor)
        else:
            value = self._year(hit, anchor)
        within = _plain(hit.part("part")) in self.words["parts_within"]
        return value if value is None or within or "/" in value or value.endswith("X") else f"{value}~"

    def _told_of(self, hit: Hit, anchor: Anchor) -> str | None:
        same = _plain(hit.match[0].rsplit(None, 1)[0]) in self.words["that"]
        return f"{anchor.told_year:04}" if hit.part("told") and same and anchor.told_year else None

    # -- counted --------------------------------------------------------------------------------

    def _to_come(self, hit: Hit, anchor: Anchor) -> bool:
        """Whether "in two weeks" lies ahead; "the second in two weeks" and "met twice in two weeks" do not."""
        before = hit.match.string[max(0, hit.start - 100) : hit.start]
        return anchor.ahead and not self.counting.search(before)

    def _ago(self, hit: Hit, anchor: Anchor) -> str | None:
        return self._offset(hit, anchor, -1)

    def _ahead(self, hit: Hit, anchor: Anchor) -> str | None:
        return self._offset(hit, anchor, 1)

    def _offset(self, hit: Hit, anchor: Anchor, sign: int) -> str | None:
        """So many units from publication, at the precision of the unit."""
        number, here = _plain(hit.part("number")), anchor.day
        if not number or here is None:
            return None
        count = sign * (int(number) if number.isdigit() else int(self.words["numbers"][number]))
        unit = self.words["units"][hit.match["unit"].lower()]
        if unit == "day":
            return calendar.shifted(here, count)
        if unit in ("week", "fortnight"):
            return calendar.week_of(here, count * (2 if unit == "fortnight" else 1))
        if unit == "month":
            return calendar.month_of(here, count)
        return f"{here.year + count:04}" if unit == "year" else f"{here.year + 10 * count:04}~"

    # -- parts ----------------------------------------------------------------------------------

    def _month_of(self, hit: Hit, part: str = "month") -> int:
        return int(self.months[hit.match[part].lower().rstrip(".")])

    def _year_of(self, hit: Hit, anchor: Anchor) -> int | None:
        """The year that a hit names: in figures, as last, this or next year, or as the one told of before."""
        if named := hit.part("year"):
            return int(named)
        if hit.part("year_that"):
            return anchor.told_year
        which = _which(hit, "year_")
        return anchor.year + STEPS[which] if which and anchor.year is not None else None


def _which(hit: Hit, prefix: str = "") -> str | None:
    return next((k for k in ("last", "this", "next") if hit.part(prefix + k)), None)


def _tense(hit: Hit, tense: Tense) -> Tense:
    """What the words before it make of a tense: "since March" looks back; "due in March" ahead, if nothing is known."""
    if hit.lead == "since":
        return "past"
    return "future" if hit.lead == "planned" and tense == "unknown" else tense


def _plain(words: str | None) -> str:
    return " ".join((words or "").lower().split())


def _weekend(day: date, which: str | None, future: bool) -> str:
    """Saturday and Sunday: the last ones when told as past, the coming ones when announced."""
    step = 1 if which == "next" else -1 if which == "last" else 0
    coming = day.isoweekday() < 6
    if which is None and coming and not future:
        step = -1
    saturday = day + timedelta(days=6 - day.isoweekday(), weeks=step)
    return calendar.interval(saturday, saturday + ONE_DAY)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _ymd(year: int, month: int, day: int) -> str | None:
    found = _day(year, month, day)
    return found.isoformat() if found else None


def _open_issue(hit: Hit, anchor: Anchor, span: Span) -> Issue:
    if anchor.published is None and hit.family not in SELF_CONTAINED:
        return note("DET-201", f"{span.text!r} is relative to a publication date that is not known", span)
    return note("DET-202", f"{span.text!r} does not say which date it is", span)
