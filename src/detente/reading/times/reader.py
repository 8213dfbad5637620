"""Time expressions and their values: what the text says, at the text's own precision.

In: the passages of a document, the publication date and the tense at a place of the text. Out: EDTF values with
spans, and an issue for each that stays open. Without a publication date nothing relative is resolved: there is no
today in here.

Each expression has two values. `expressions` serve the stages that follow: "since 2014" is open (`2014/..`),
"reportedly on Friday" is marked in doubt, "early May" is about May. `listed` is the reading's list: there the value is
that of the words in the span alone, so that "since" outside it opens nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import cast

from detente.codebook import Codebook
from detente.issues import note
from detente.model import Edtf, Issue, Span, TimeExpression, TimeType
from detente.reading.times import calendar
from detente.reading.times.anchor import Anchor
from detente.reading.times.counted import CountedResolver
from detente.reading.times.days import DayResolver
from detente.reading.times.feasts import Feasts
from detente.reading.times.grammar import Hit, TimeGrammar
from detente.reading.times.periods import PeriodResolver
from detente.reading.times.tense import Telling
from detente.reading.times.words import Words

# Families of which "about" says no more than that something is about them: "talks about Friday".
NEVER_ABOUT = frozenset({"weekday", "weekday_range", "relative_day", "relative_period"})
COUNTED = frozenset({"ago", "ahead"})
# Where a text tells its own day: within so many characters of its beginning, in a line of so many before the day.
OPENING, HEADING = 300, 90
# Families that no publication date could settle.
SELF_CONTAINED = frozenset({"slashes", "told_of", "later", "open", "day_alone", "month_alone"})
# Families that tell from where they are written: a history has few.
DEICTIC = frozenset({"weekday", "relative_day", "relative_period", "ago"})
# Families of which "until" and "by" may look ahead of a past: "released on bail until October".
MONTHLY = frozenset({"month", "part", "season"})
# the number of a paper, right before the day on which it was issued: "Press Release No: 31, 11 February 2025"
ISSUED = re.compile(r"\b(?:No|Nr|N[°º]|#|№)\s?[.:]?\s?\d[\d/-]*\s*[,(–—-]+\s*(?:dated |of )?$")
SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])")
# A history names at least so many years, each more than so many years before its publication.
HISTORY, PAST = 5, 2
Tenses = Callable[[int], Telling]


@dataclass(frozen=True, slots=True)
class TimesFound:
    """The expressions of a document, disjoint and in order, as stages and as readers take them; what stayed open."""

    expressions: tuple[TimeExpression, ...]
    listed: tuple[TimeExpression, ...]
    issues: tuple[Issue, ...]


@dataclass(slots=True)
class _Tale:
    """What has been told so far: values in order, how many of them before the last paragraph and before this one, and
    the year that governs the sentence or the history."""

    history: bool
    fiscal: tuple[int, int]
    told: list[str] = field(default_factory=list)
    before: tuple[int, int] = (0, 0)
    year: int | None = None
    year_end: int = -1


class TimeReader:
    """Finds and resolves time expressions."""

    def __init__(self, codebook: Codebook) -> None:
        self.grammar = TimeGrammar(codebook)
        self.words = Words(codebook)
        self.counted = CountedResolver(self.words)
        self.resolvers = {
            **DayResolver(self.words, Feasts(codebook)).resolvers,
            **PeriodResolver(self.words).resolvers,
            **self.counted.resolvers,
        }
        self.fiscal_names = _fiscal_names(codebook, self.words)

    def read(
        self, passages: Sequence[tuple[str, int]], published: Edtf | None, tenses: Tenses | None = None
    ) -> TimesFound:
        """The time expressions of passages, each with its offset in the frozen text, in order.

        `tenses` gives the telling at an offset of the frozen text; without it all are unknown.
        """
        found = [(text, start, self.grammar.hits(text)) for text, start in passages]
        days = calendar.bounds(published) or self._headed(found)
        anchor = Anchor(days)
        everything = [h for _, _, hits in found for h in hits]
        tale = _Tale(_is_history(everything, anchor), self._fiscal(passages, everything))
        expressions, listed, issues = [], [], []
        for text, start, hits in found:
            tale.year_end, tale.before = -1, (tale.before[1], len(tale.told))
            tale.year = tale.year if tale.history else None
            for hit in hits:
                here = self._anchored(hit, text, anchor, tale, tenses(start + hit.start) if tenses else "unknown")
                inner, outer = self._expression(hit, here, start)
                if not ISSUED.search(text[: hit.start]):
                    expressions.append(inner)
                listed.append(outer)
                if inner.edtf is None and inner.type == "date":
                    issues.append(_open_issue(hit, here, inner.span))
                self._tell(hit, outer, tale)
        return TimesFound(tuple(expressions), tuple(listed), tuple(issues))

    def _headed(self, found: Iterable[tuple[str, int, Sequence[Hit]]]) -> tuple[date, date] | None:
        """The day that a text without a day of publication gives itself at its head: "Nairobi, 14 May 2024 –", "Press
        conference, 3 September 2024"."""
        for text, start, hits in found:
            if start > OPENING or not hits:
                continue
            first = hits[0]
            after = text[first.end :].lstrip(" )")
            heads = first.start < HEADING and (not after or after[0] in "–—-|:\n")
            days = calendar.bounds(self._value(first, Anchor(None))) if heads and first.type == "date" else None
            if days and days[0] == days[1]:
                return days
        return None

    def _anchored(self, hit: Hit, text: str, anchor: Anchor, tale: _Tale, tense: Telling) -> Anchor:
        year = tale.year
        if not tale.history and (year is None or not self._goes_on(text, hit, anchor, tale, tense)):
            year = tale.year = None
        told, near = tuple(tale.told), tuple(tale.told[tale.before[0] :])
        return replace(anchor, tense=_tense(hit, tense), told=told, near=near, tale_year=year, fiscal=tale.fiscal)

    def _goes_on(self, text: str, hit: Hit, anchor: Anchor, tale: _Tale, tense: Telling) -> bool:
        """Whether a year still governs: to the end of its sentence, one long past in the next one too."""
        ends = len(SENTENCE_END.findall(text[tale.year_end : hit.start + 1]))
        past = anchor.year is not None and tale.year is not None and tale.year < anchor.year - 1
        return ends == 0 or (ends == 1 and past and tense == "past")

    def _opens_sentence(self, hit: Hit) -> bool:
        """Whether an expression stands at the head of its sentence: "In 1998, …"."""
        before = hit.match.string[max(0, hit.start - 24) : hit.start]
        ends = [m.end() for m in SENTENCE_END.finditer(before + "A")]
        head = before[ends[-1] :] if ends else before if hit.start <= 24 else None
        return head is not None and all(w.lower() in self.words["openings"] for w in head.split())

    def _tell(self, hit: Hit, listed: TimeExpression, tale: _Tale) -> None:
        """Adds what was told to the tale; a year at the head of its sentence governs the months that follow in it."""
        if listed.edtf is None:
            return
        value = listed.edtf.rstrip("~?")
        tale.told.append(value)
        days = calendar.bounds(value)
        named = bool(hit.part("year")) and hit.family not in ("year_range", "fiscal")
        if days is None or (days[1] - days[0]).days > 370:
            return
        if tale.history and hit.family not in DEICTIC and (named or days[0].year == tale.year):
            tale.year = days[0].year
        elif (named and hit.lead != "since" and self._opens_sentence(hit)) or self._when_in_it(hit, value):
            tale.year, tale.year_end = days[0].year, hit.end

    def _when_in_it(self, hit: Hit, value: str) -> bool:
        """ "last year, when X invaded Y in February": a year of which a clause goes on to tell."""
        after = hit.match.string[hit.end : hit.end + 20].lower()
        return value.isdigit() and any(re.match(rf",?\s+{word}\b", after) for word in self.words["years_told_of"])

    def _expression(self, hit: Hit, anchor: Anchor, start: int) -> tuple[TimeExpression, TimeExpression]:
        """The expression as the stages take it and as it is listed."""
        span = Span(start + hit.start, start + hit.end, hit.match.string[hit.start : hit.end])
        kind = cast(TimeType, hit.type)
        if hit.family == "ahead" and anchor.day and not self.counted.to_come(hit, anchor):
            kind = "duration"
        value = self._value(hit, anchor) if kind == "date" else None
        if value is None:
            open_ = TimeExpression(span, None, kind)
            return open_, open_
        about = calendar.marked(value, "~") if self._about(hit) else Edtf(value)
        return TimeExpression(span, self._marked(value, hit), kind), TimeExpression(span, about, kind)

    def _value(self, hit: Hit, anchor: Anchor) -> str | None:
        """What a hit comes to; None for what is open or no date of the calendar."""
        try:
            value = self.resolvers[hit.family](hit, anchor)
        except (OverflowError, ValueError):  # beyond the calendar: "9000 years ago"
            return None
        return value if value and calendar.valid(value) else None

    def _about(self, hit: Hit) -> bool:
        about = hit.lead == "about" and hit.family not in NEVER_ABOUT
        return about or (hit.lead == "about_count" and hit.family in COUNTED)

    def _marked(self, value: str, hit: Hit) -> Edtf:
        """The value with the open end or the mark of doubt that the words right before give it."""
        edge = self._edge(hit)
        if hit.lead == "since":
            return calendar.since(value, whole=edge != "early")
        if hit.lead == "until":
            return calendar.until(value, whole=edge != "late")
        if self._about(hit):
            return calendar.marked(value, "~")
        return calendar.marked(value, "?") if hit.lead == "doubtful" else Edtf(value)

    def _edge(self, hit: Hit) -> str | None:
        part = hit.plain("part")
        return "early" if part in self.words["edges_early"] else "late" if part in self.words["edges_late"] else None

    def _fiscal(self, passages: Sequence[tuple[str, int]], hits: Iterable[Hit]) -> tuple[int, int]:
        """Start and offset of the fiscal year of the state that the text names most; looked for when it matters."""
        best = "default"
        if any(h.family == "fiscal" for h in hits):
            pattern, states = self.fiscal_names
            named = Counter(states[m.lower()] for text, _ in passages for m in pattern.findall(text))
            best = named.most_common(1)[0][0] if named else best
        start, ahead = self.words["fiscal"][best]
        return int(start), int(ahead)


def _fiscal_names(codebook: Codebook, words: Words) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for the names of the states whose fiscal year is known, and the state of each name."""
    names: dict[str, str] = {}
    for row in codebook.table("actors/countries"):
        if row["iso3"] in words["fiscal"]:
            known = f"{row['name']};{row['demonyms']};{row['capital']};{row['aliases']}"
            names |= {n.strip().lower(): row["iso3"] for n in re.split(r"[;|]", known) if len(n.strip()) > 2}
    listed = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE), names


def _is_history(hits: Iterable[Hit], anchor: Anchor) -> bool:
    """Whether a document is told from its own dates: it names many years long past, and hardly speaks of "Tuesday"."""
    years, deictic = [], 0
    for hit in hits:
        if named := hit.part("year"):
            years.append(int(named))
        deictic += hit.family in DEICTIC
    past = [y for y in years if anchor.year is None or y < anchor.year - PAST]
    return len(past) >= HISTORY and len(past) * 4 >= len(years) * 3 and deictic * 4 < len(past)


def _tense(hit: Hit, tense: Telling) -> Telling:
    """What the words around it make of a tense: "since March" looks back, "due in March" ahead; "July's" either."""
    if hit.lead == "since" or (hit.lead == "as_of" and tense == "present"):
        return "past"
    if tense == "done":
        return "past"
    if tense == "bygone":  # a weekday of a plan may be yet to come all the same
        tense = tense if hit.family == "month" else "past" if hit.family in MONTHLY else "intended"
    if tense == "past" and (hit.part("loose") is not None or (hit.lead == "until" and hit.family in MONTHLY)):
        return "intended"
    return "future" if hit.lead == "planned" and tense in ("unknown", "past") else tense


def _open_issue(hit: Hit, anchor: Anchor, span: Span) -> Issue:
    if anchor.published is None and hit.family not in SELF_CONTAINED:
        return note("DET-201", f"{span.text!r} is relative to a publication date that is not known", span)
    return note("DET-202", f"{span.text!r} does not say which date it is", span)
