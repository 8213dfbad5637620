"""Days: dates in full, days of a month, days of the week, today and yesterday, feasts.

In: hits and their anchor. Out: EDTF values, None for what stays open. A weekday or day of a month without a year is
the last one in the past tense and in no tense (news tell what was), the next one in the future and present;
"Wednesday" on a Wednesday is the day itself in every tense.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from detente.reading.times import calendar
from detente.reading.times.anchor import Anchor
from detente.reading.times.feasts import Feasts
from detente.reading.times.grammar import Hit
from detente.reading.times.words import Words

# The clocks of two continents: on the evening of the 14th in one it is the 15th in the other.
ONE_DAY = timedelta(days=1)
# A day of a month without a year is told within ten months or so; further off, the nearer year is meant.
FAR = 300
# A date in figures whose order is not known is read in the one that lies this near to publication.
NEAR = 60
# A plan told in the past is of a day so many days ago rather than of the one to come.
JUST = 2
# "Earlier in the day" goes on from the day told last when that is no older than this; else today is meant.
LATELY = 10
Resolver = Callable[[Hit, Anchor], "str | None"]


class DayResolver:
    """Resolves the families of days."""

    def __init__(self, words: Words, feasts: Feasts) -> None:
        self.words, self.feasts = words, feasts
        self.resolvers: Mapping[str, Resolver] = {
            "absolute": self._absolute, "slashes": self._slashes, "day_range": self._day_range,
            "week_of_day": self._week_of_day,
            "month_day": self._month_day,
            "worded_day": self._month_day, "day_alone": self._day_alone, "days_alone": self._days_alone,
            "weekday": self._weekday, "weekday_range": self._weekday_range, "nth_weekday": self._nth_weekday,
            "relative_day": self._relative_day, "feast": self._feast, "feast_eve": self._feast,
        }  # fmt: skip

    def _absolute(self, hit: Hit, anchor: Anchor) -> str | None:
        if iso := hit.part("iso"):
            return iso.replace("/", "-")
        year = self.words.year_of(hit, anchor)
        return None if year is None else _ymd(year, self.words.month_of(hit), int(hit.match["day"]))

    def _slashes(self, hit: Hit, anchor: Anchor) -> str | None:
        """Points: day first. Slashes: as the day cannot be a month, else in the order that is near to publication."""
        one, two, year = (int(hit.match[k]) for k in ("one", "two", "figures"))
        if year < 100:
            year = self.words.full_year(year, anchor)
        if "." in hit.match[0] or one > 12 or one == two:
            return _ymd(year, two, one)
        if two > 12:
            return _ymd(year, one, two)
        orders = [d for d in (_day(year, one, two), _day(year, two, one)) if d and anchor.day]
        near = [d for d in orders if anchor.day and abs((d - anchor.day).days) <= NEAR]
        return near[0].isoformat() if len(near) == 1 else None

    def _month_day(self, hit: Hit, anchor: Anchor) -> str | None:
        worded = hit.plain("worded")
        number = self.words["days_in_words"][worded] if worded else int(hit.match["day"])
        month, year = self.words.month_of(hit), self.words.year_of(hit, anchor)
        return _iso(self._nearest(month, number, anchor) if year is None else _day(year, month, number))

    def _week_of_day(self, hit: Hit, anchor: Anchor) -> str | None:
        year, month, number = self.words.year_of(hit, anchor), self.words.month_of(hit), int(hit.match["day"])
        day = self._nearest(month, number, anchor) if year is None else _day(year, month, number)
        return calendar.week_of(day) if day is not None else None

    def _nearest(self, month: int, day: int, anchor: Anchor) -> date | None:
        """The day of that month nearest to publication on the side that the tense tells; in no tense, on any."""
        if anchor.tale_year is not None:
            return self._in_the_tale(month, day, anchor, anchor.tale_year)
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

    def _in_the_tale(self, month: int, day: int, anchor: Anchor, year: int) -> date | None:
        """A day of the tale's year; after a day of that year the one nearest to it: "On 2 August 1990 … on 17 May"."""
        told = anchor.told_day
        if told is None or abs(told.year - year) > 1 or told != anchor.last_day:
            return _day(year, month, day)
        days = [d for y in (told.year - 1, told.year, told.year + 1) if (d := _day(y, month, day)) is not None]
        return min(days, key=lambda d: abs((d - told).days), default=None)

    def _day_range(self, hit: Hit, anchor: Anchor) -> str | None:
        two = self.words.month_of(hit, "month2") if hit.part("month2") else self.words.month_of(hit)
        one = self.words.month_of(hit) if hit.part("month") else two
        year = self.words.year_of(hit, anchor)
        if year is None and (near := self._nearest(two, int(hit.match["day2"]), anchor)) is not None:
            year = near.year
        if year is None:
            return None
        first = int(hit.part("year1") or year - (one > two))
        low, high = _ymd(first, one, int(hit.match["day"])), _ymd(year, two, int(hit.match["day2"]))
        return f"{low}/{high}" if low and high else None

    def _day_alone(self, hit: Hit, anchor: Anchor) -> str | None:
        """ "on the 14th": of the month told last or that the words name, else the nearest by tense; "Tuesday 3:" is the
        nearest Tuesday that is the third."""
        if (weekday := hit.plain("weekday")) and anchor.day:
            return _iso(self._on_weekday(int(hit.match["day"]), self.words["weekdays"][weekday], anchor.day))
        return _iso(self._of_month(int(hit.match["day"]), hit, anchor))

    def _on_weekday(self, number: int, weekday: int, here: date) -> date | None:
        months = [calendar.bounds(calendar.month_of(here, n)) for n in (-2, -1, 0, 1, 2)]
        days = [d for m in months if m and (d := _day(m[0].year, m[0].month, number)) and d.isoweekday() == weekday]
        return min(days, key=lambda d: abs((d - here).days), default=None)

    def _days_alone(self, hit: Hit, anchor: Anchor) -> str | None:
        last = self._of_month(int(hit.match["day2"]), hit, anchor)
        first = last and self._of_month(int(hit.match["day"]), hit, anchor)
        return f"{first}/{last}" if first and last and first < last else None

    def _of_month(self, day: int, hit: Hit, anchor: Anchor) -> date | None:
        here = anchor.month
        if (which := hit.which("month_")) and here:
            named = calendar.bounds(calendar.month_of(here, self.words.steps[which]))
            return _day(named[0].year, named[0].month, day) if named else None
        told, near = anchor.told_month, self._near_day(day, anchor) if anchor.day else None
        found = _day(told.year, told.month, day) if told else None
        if found and near and anchor.tense == "past" and anchor.day and found > anchor.day:
            return near
        if found and near and anchor.tense == "future" and anchor.day and found < anchor.day:
            return near
        return found or near

    def _near_day(self, day: int, anchor: Anchor) -> date | None:
        here = anchor.day
        assert here is not None
        months = [calendar.bounds(calendar.month_of(here, n)) for n in (-2, -1, 0, 1, 2)]
        days = [d for m in months if m and (d := _day(m[0].year, m[0].month, day)) is not None]
        told = [d for d in days if (d >= here if anchor.ahead else d <= here)] or days
        return min(told, key=lambda d: abs((d - here).days), default=None)

    def _weekday(self, hit: Hit, anchor: Anchor) -> str | None:
        number = self.words["weekdays"][hit.match["weekday"].lower()]
        if hit.part("that"):
            told = anchor.told_day
            return calendar.shifted(told, _nearest_step(number - told.isoweekday())) if told else None
        here = anchor.day
        if here is None:
            return None
        week = hit.which("week_")
        if hit.part("later"):  # "on Monday week", "a week on Monday": seven days after the coming one
            return calendar.shifted(here, 7 + ((number - here.isoweekday()) % 7 or 7))
        if week is not None:
            return calendar.shifted(here, number - here.isoweekday() + 7 * self.words.steps[week])
        if anchor.ahead and hit.which() is None and (inside := _inside(number, anchor.window)) is not None:
            return inside.isoformat()
        return calendar.shifted(here, self._days_to(number, here, hit.which(), anchor))

    def _days_to(self, number: int, here: date, which: str | None, anchor: Anchor) -> int:
        """Days to a weekday: "last" never the day itself, "next" in the coming week, "this" ahead but in the past."""
        back, forth = (here.isoweekday() - number) % 7, (number - here.isoweekday()) % 7
        if which == "last":
            return -(back or 7)
        if which == "next":
            return 7 + number - here.isoweekday()
        if anchor.tense == "intended" and which is None and 0 < back <= JUST and not anchor.before_a_plan:
            return -back  # "was to have met him on Tuesday", written on Wednesday
        if anchor.tense in ("future", "present") and which is None and forth == 0 and anchor.after_today:
            return 7  # "on Thursday in X and on Friday in Y", written on a Friday
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
        inside = (here.isoweekday() - one) % 7 < length
        last = here + timedelta(days=(two - here.isoweekday()) % 7 - (0 if inside else 7))
        last += timedelta(days=0 if inside or two != here.isoweekday() else 7)
        return calendar.interval(last - timedelta(days=length), last)

    def _nth_weekday(self, hit: Hit, anchor: Anchor) -> str | None:
        """ "the first Monday of May": counted in a month, from its end with "last"."""
        month = self.words.month_of(hit)
        year = self.words.year_of(hit, anchor) or self.words.year_of_month(month, None, anchor)
        number = self.words["ordinals_of_days"][hit.plain("ordinal")]
        day = year and calendar.nth_weekday(year, month, self.words["weekdays"][hit.match["weekday"].lower()], number)
        return day.isoformat() if day else None

    def _relative_day(self, hit: Hit, anchor: Anchor) -> str | None:
        named, here, told = hit.plain("named"), anchor.day, anchor.told_day
        if named in self.words["within_that_day"] and told and (here is None or abs((here - told).days) <= LATELY):
            return _iso(told)
        if named in self.words["across_midnight"] and here:
            first = here if anchor.tense == "future" else here - ONE_DAY
            return calendar.interval(first, first + ONE_DAY)
        offset = self.words["relative_days"][named]
        return calendar.shifted(anchor.day, offset) if anchor.day else None

    def _feast(self, hit: Hit, anchor: Anchor) -> str | None:
        """A feast of the year that is named, else the nearest on the side that the tense tells."""
        name = hit.plain("feast")
        if fixed := self.feasts.fixed(name):
            return fixed
        eve = -1 if hit.part("eve") else 0
        year = self.words.year_of(hit, anchor) or anchor.tale_year
        if year is not None:
            return _feast_value(self.feasts.days(name, year), eve)
        here = anchor.day
        if here is None:
            return None
        known = [d for y in (here.year - 1, here.year, here.year + 1) for d in self.feasts.days(name, y)]
        which = hit.which()
        if which is None and anchor.tense == "unknown":  # "Thursday 9 May, Ascension Day": a list tells no tense
            return _feast_value(sorted(known, key=lambda d: abs((d[0] - here).days))[:1], eve)
        ahead = which == "next" or (which != "last" and anchor.ahead)
        side = [d for d in known if (d[1] >= here if ahead else d[0] <= here)]
        return _feast_value(side[:1] if ahead else side[-1:], eve)


def _feast_value(days: list[tuple[date, date]], eve: int) -> str | None:
    if not days:
        return None
    first, last = days[0]
    if eve:
        return calendar.shifted(first, eve)
    return first.isoformat() if first == last else calendar.interval(first, last)


def _inside(weekday: int, window: tuple[date, date] | None) -> date | None:
    """ "will travel next week. … on Wednesday": the one such day of the days told before."""
    if window is None:
        return None
    days = [window[0] + timedelta(days=n) for n in range((window[1] - window[0]).days + 1)]
    found = [d for d in days if d.isoweekday() == weekday]
    return found[0] if len(found) == 1 else None


def _nearest_step(days: int) -> int:
    """Of the steps to one weekday from another the one within three days."""
    return (days + 3) % 7 - 3


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _ymd(year: int, month: int, day: int) -> str | None:
    return _iso(_day(year, month, day))
