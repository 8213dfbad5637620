"""From which day to which an official stays, or talks last: "ended a two-day visit on Friday", "arrived on Monday for a
four-day visit", "would leave on the 3rd and return on the 9th".

In: a trigger with the date found for it, or the dates of its sentence. Out: the date with both its ends, or None.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Edtf, Time, TimeExpression
from detente.reading import syntax
from detente.reading.engagements.days.place import Dated, clause_at
from detente.reading.engagements.triggers import Trigger
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

UNDATED = Time(None, "actual", None)
LONGEST = 13  # days from the first of a stay to its last: what is told to take longer is no one stay
# forms of talks that go on for days
LASTING = frozenset({"talks", "meeting", "summit_session"})


class Stays:
    """Reads the lengths of stays by a codebook's words for beginning, ending and returning."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.ordinals = {word: n for n, word in enumerate(words["day_numbers"], 1)}
        self.numerals, self.stays = words["numerals"], frozenset(words["stay_nouns"])
        self.departing = frozenset(words["departing_verbs"])
        self.setting_out = frozenset(words["leaving_for"])
        self.starting, self.leaving = frozenset(words["starting_verbs"]), frozenset(words["leaving_verbs"])
        self.returning, self.round_trips = frozenset(words["returning_verbs"]), frozenset(words["round_trips"])
        self.endings = frozenset(words["endings"])
        self.ending, self.home = frozenset(words["ending_verbs"]), frozenset(words["homeward"])

    def whole(self, when: Time, trigger: Trigger) -> Time:
        """The date, from its first day to its last where the text says how long a stay is and which end the day is."""
        day = calendar.bounds(when.edtf)
        if not self._lasts(trigger) or not day or day[0] != day[1]:
            return when
        days = max((self._days_long(noun) for noun in self._stay(trigger)), default=0)
        verb = self._of_the_stay(trigger, when)
        round_trip = trigger.noun and trigger.token.lemma_.lower() in self.round_trips
        if round_trip and days < 2 and verb in self.ending:
            return UNDATED  # "the tour ends on Friday": the last day of several, and not the day of a stop
        if nth := self.nth_day(trigger):
            return replace(when, edtf=calendar.interval(day[0] - datetime.timedelta(days=nth - 1), day[1]))
        if days < 2:
            return when
        more = datetime.timedelta(days=days - 1)
        sets_out = not trigger.noun and verb in self.leaving  # "will travel to X tomorrow for a two-day visit"
        if verb in self.starting or sets_out or _from_then(trigger, when):
            return replace(when, edtf=calendar.interval(day[0], day[1] + more))
        back = verb in self.returning | self.leaving and self._from_there(trigger)
        if verb in self.ending or back:
            return replace(when, edtf=calendar.interval(day[0] - more, day[1]))
        return when

    def nth_day(self, trigger: Trigger) -> int:
        """2 of "on the second day of a visit", 0 where no later day than the first is told by its number."""
        noun = trigger.token
        day = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
        before = {c.lower_ for c in day.lefts} if day.lower_ == "day" and trigger.form == "visit" else set()
        return next((n for word, n in self.ordinals.items() if word in before and n > 1), 0)

    def _lasts(self, trigger: Trigger) -> bool:
        """A visit, or talks that a noun tells of: "two days of talks"."""
        return trigger.form == "visit" or (trigger.noun and trigger.form in LASTING)

    def _stay(self, trigger: Trigger) -> Iterator[Token]:
        """The noun of a stay, or those that a verb of arriving is told with: "arrived for a four-day visit", "for two
        days of talks"."""
        if trigger.noun:
            yield trigger.token
            return
        nouns = syntax.prepositional(trigger.token, "for", "on", "after", "following")
        yield from (n for n in nouns if n.lemma_.lower() in self.stays or n.lower_ == "days")

    def _from_there(self, trigger: Trigger) -> bool:
        """ "returned on Sunday from a visit", "left on Sunday at the end of it": who comes back, and not to it."""
        noun = trigger.token
        after = noun.dep_ == "pobj" and noun.head.lower_ in ("from", "after")
        return trigger.noun and (after or syntax.at_the_end_of(noun, self.endings))

    def _of_the_stay(self, trigger: Trigger, when: Time) -> str:
        """The verb that tells what began or ended on a day: that of the clause, or of a clause about the noun."""
        about = syntax.clauses_about(trigger.token) if trigger.noun else []
        own = [c for c in about if c.tag_ in ("VBG", "VBD", "VBN", "VBZ")]
        dated = (c.lemma_ for c in own for t in c.subtree if when.span is not None and t.text in when.span.text.split())
        return next(dated, self._ended(syntax.clause_of(trigger.token)))

    def _ended(self, verb: Token) -> str:
        """The verb of a clause; "came to a close" is one of ending."""
        closed = any(n.lemma_.lower() in self.endings for n in syntax.prepositional(verb, "to"))
        return "end" if closed and verb.lemma_ in ("come", "draw") else verb.lemma_

    def _days_long(self, noun: Token) -> int:
        """2 of "a two-day visit", "two days of talks", 0 where the text does not say."""
        counted = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
        if counted.lower_ == "days":
            words = [t.lower_ for t in counted.lefts]
            return next((n for n, w in enumerate(self.numerals) if w in words or str(n) in words), 0)
        before = [t.lower_ for t in noun.lefts for t in t.subtree]
        text = "".join(before)
        number = next((n for n, word in enumerate(self.numerals) if f"{word}-day" in text), 0)
        return number or next((int(w) for w in before if w.isdigit() and f"{w}-day" in text), 0)

    def to_its_end(self, when: Time, trigger: Trigger, usable: Sequence[Dated]) -> Time:
        """ "The talks, which began on Tuesday, ended on Thursday", "arrived on Tuesday and leaves for home today": from
        the day on which it began to its last one."""
        day, end = calendar.bounds(when.edtf), self._end_of(trigger) if self._lasts(trigger) else None
        if not day or day[0] != day[1] or end is None:
            return when
        dated = {end.i, *(c.i for c in end.children if c.dep_ == "xcomp")}
        told = (calendar.bounds(e.edtf) for e, t in usable if clause_at(t).i in dated and e.span != when.span)
        last = next((d[1] for d in told if d and d[0] == d[1] and 0 < (d[1] - day[0]).days <= LONGEST), None)
        return replace(when, edtf=calendar.interval(day[0], last)) if last is not None else when

    def _end_of(self, trigger: Trigger) -> Token | None:
        """The verb by which what another verb began ends: "began on Monday and ends today", "who came on Monday, is to
        fly home today"."""
        noun = trigger.token
        above = [noun.head] if trigger.noun and noun.dep_ in ("nsubj", "nsubjpass") else []
        about = [c for c in noun.subtree if c.dep_ in ("relcl", "acl")] if trigger.noun else [noun]
        for begun in (v for v in (*above, *about) if v.lemma_ in self.starting):
            back = [syntax.clause_of(noun)] if self._from_there(trigger) else []  # "returned from a visit that began …"
            main = [*above, *back] if begun in about and trigger.noun else []
            of_person = begun.dep_ == "relcl" and not trigger.noun and begun.head.dep_ == "nsubj"
            joined = [v for v in begun.conjuncts if not any(c.dep_ == "nsubj" for c in v.children)]
            verbs = [*joined, *main, *([begun.head.head] if of_person else [])]
            ends = (v for at in verbs for v in (at, *(c for c in at.children if c.dep_ == "xcomp")))
            if (end := next((v for v in ends if self._ends(v, trigger)), None)) is not None:
                return end
        return None

    def _ends(self, verb: Token, trigger: Trigger) -> bool:
        """ "ends", "leaves", "will fly home", and of who comes back from a visit "returned"."""
        home = any(c.lower_ in self.home for c in verb.subtree if c.i > verb.i)
        gone = verb.lemma_ in self.leaving | self.returning and (home or (trigger.noun and self._from_there(trigger)))
        return verb.lemma_ in self.ending or verb.lemma_ in self.departing or gone

    def midway(self, trigger: Trigger, verb: Token | None, when: Time, published: str | None) -> bool:
        """Whether a stay told as begun is not over on the day of the text."""
        later = bool(self.nth_day(trigger)) and fresh(when, published)
        return later or self._sets_out(trigger, verb, when, published) or self._still_on(trigger, when, published)

    def _sets_out(self, trigger: Trigger, verb: Token | None, when: Time, published: str | None) -> bool:
        """ "left for X this morning", "departed today for a visit to X"."""
        noun = trigger.token
        bound = noun.head.lower_ == "for" if trigger.noun else any(c.lower_ == "for" for c in noun.children)
        gone = verb if trigger.noun else noun
        over = syntax.prepositional(noun, "at", "after", "following") if not trigger.noun else ()
        bound = bound and not any(
            n.lemma_.lower() in self.endings | self.stays for n in over
        )  # "at the end of a visit"
        leaves = gone is not None and gone.lemma_ in self.setting_out and trigger.form == "visit"
        days, day = calendar.bounds(when.edtf), calendar.bounds(published)
        now = gone is not None and gone.tag_ == "VBZ" and when.edtf is None  # "X leaves for Y", a headline
        return bool(leaves and bound and (now or (days and day and days[1] >= day[0])))

    def _still_on(self, trigger: Trigger, when: Time, published: str | None) -> bool:
        """ "which opened on Tuesday and closes today": not over on the day of the text."""
        end = self._end_of(trigger)
        days, day = calendar.bounds(when.edtf), calendar.bounds(published)
        ahead = end is not None and end.tag_ in ("VBZ", "VBP", "VB")
        return bool(ahead and days and day and days[0] <= day[0] <= days[1])

    def journey(self, trigger: Trigger, usable: Sequence[Dated]) -> Time | None:
        """ "would leave on the 3rd and return on the 9th": both ends of a trip told by their verbs."""
        if trigger.form != "visit":
            return None
        ends: list[TimeExpression] = []
        for verbs in (self.leaving, self.returning):
            told = (e for e, t in usable if syntax.clause_of(t).lemma_ in verbs and e.edtf and "/" not in e.edtf)
            found = next(told, None)
            if found is None:
                return None
            ends.append(found)
        home = {t.lower_ for t in trigger.sentence.tokens} & self.home
        if ends[0] == ends[1] or not home:  # "cut short his visit and flew home on Tuesday"; "was in X, goes on to Y"
            return None
        first, last = sorted(ends, key=lambda e: str(e.edtf))  # "arrives on the 10th and flies home on the 13th"
        return Time(Edtf(f"{first.edtf}/{last.edtf}"), "actual", first.span)


def _from_then(trigger: Trigger, when: Time) -> bool:
    """ "a two-day visit to X from Thursday": the day is the first."""
    words = when.span.text.split() if when.span is not None else []
    hung = (*trigger.token.subtree, *syntax.clause_of(trigger.token).children)
    links = (t for t in hung if t.dep_ == "prep" and t.lower_ in ("from", "starting", "beginning"))
    return any(c.text in words for t in links for c in t.subtree if c.i > t.i)


def ends_on(stay: Edtf, day: Edtf) -> bool:
    """Whether a day is the first or the last of a stay of some days, other than "this week"."""
    days, one = calendar.bounds(stay), calendar.bounds(day)
    if not days or not one or one[0] != one[1] or "/" not in str(stay):
        return False
    week = days[0].weekday() == 0 and (days[1] - days[0]).days == 6
    return one[0] in days and (days[1] - days[0]).days <= LONGEST and not week


def goes_on(stay: Time, published: str | None) -> bool:
    """ "has arrived today for a two-day visit": days that begin before a text was written and end after it, other than
    "this week"."""
    days, day = calendar.bounds(stay.edtf), calendar.bounds(published)
    if not days or not day or "/" not in str(stay.edtf):
        return False
    week = days[0].weekday() == 0 and (days[1] - days[0]).days == 6
    return days[0] <= day[0] < days[1] and not week


def fresh(stay: Time, published: str | None) -> bool:
    """Whether the last of the days told is that of a text or the one before."""
    days, day = calendar.bounds(stay.edtf), calendar.bounds(published)
    return bool(days and day and 0 <= (day[0] - days[1]).days <= 1)
