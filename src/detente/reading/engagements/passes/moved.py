"""The new date of an engagement that a sentence tells of as moved: "put off and now to take place on 20 June".

In: a trigger with its standing and the date it was meant for. Out: the date that goes in its place, or None.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Edtf, Time, TimeExpression
from detente.reading import syntax
from detente.reading.engagements.days.timing import Context, TimingReader
from detente.reading.engagements.sighting import PLANNED
from detente.reading.engagements.standing.reader import Standing
from detente.reading.engagements.triggers import Trigger
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

PUT_OFF = frozenset({"postponed", "rescheduled"})
# words that set a new day against the old one
ANEW = frozenset({"now", "instead"})
ONTO = frozenset({"to", "until", "till"})


class Moves:
    """Looks for the second date of a plan."""

    def __init__(self, words: Mapping[str, Sequence[str]], timing: TimingReader) -> None:
        self.timing, self.formerly = timing, frozenset(words["formerly"])
        self.taking_place = timing.taking_place | frozenset(words["motion"])

    def read(self, trigger: Trigger, standing: Standing, when: Time, context: Context) -> tuple[Time, Time] | None:
        """The date it was meant for and the one that goes in its place."""
        if when.span is None or standing.status not in PUT_OFF | PLANNED:
            return None
        usable = self.timing.usable(trigger.sentence, context)
        main = self._main(trigger, standing)
        if (instead := self._instead(when, main, usable)) is not None:
            return instead
        if standing.status in PUT_OFF and (ends := self._from_to(when, main, usable)) is not None:
            return ends
        if standing.status in PUT_OFF and (moved := self._onto(when, main, usable)) is not None:
            return moved
        if standing.status in PLANNED and not self._once(when, trigger, main, context):
            return None
        aside = _moved_on(when, usable) if standing.status in PLANNED else []
        onward = aside or list(self._onward(main))
        clauses = onward if standing.status == "postponed" or aside else [main, *onward]
        for e, t in usable:
            apart = e.edtf and e.span != when.span and not calendar.compatible(e.edtf, when.edtf or e.edtf)
            if apart and syntax.clause_of(t) in clauses and not self._formerly(t, main):
                return when, Time(e.edtf, "planned", e.span)
        return None

    def _main(self, trigger: Trigger, standing: Standing) -> Token:
        """The verb that says what became of it."""
        word = standing.word
        if word is not None and word.pos_ in ("VERB", "AUX") and word.dep_ not in ("acl", "relcl"):
            return word
        return syntax.clause_of(trigger.token)

    def _onward(self, main: Token) -> Iterator[Token]:
        """The clauses joined to a verb that say when it is to be: "and will now be held", "and is to begin"."""
        for joined in (c for c in main.children if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX")):
            below = [c for c in joined.children if c.dep_ == "xcomp"]
            if any(v.lemma_ in self.taking_place for v in (joined, *below)):
                yield from (joined, *below)

    def _instead(
        self, when: Time, main: Token, usable: Sequence[tuple[TimeExpression, Token]]
    ) -> tuple[Time, Time] | None:
        """ "The committee, due to open on 15 May, will meet on 5 June instead": the day told of the thing is given up
        for that of what will be."""
        for verb in (main, *main.ancestors):
            who = syntax.subject(verb) or syntax.passive_subject(verb)
            if who is None or not any(c.lower_ in ANEW for c in verb.children):
                continue
            if syntax.names_person(who) and syntax.direct_object(verb) is not None:
                continue  # "X, who was to visit A on 15 May, will now meet Y in B on 5 June"
            inside = {t.i for t in who.subtree}
            old = next((e for e, t in usable if e.edtf and t.i in inside and _was_planned(t, who)), None)
            new = next((e for e, t in usable if e.edtf and t.i not in inside and syntax.clause_of(t).i == verb.i), None)
            given = old is not None and new is not None and when.span in (old.span, new.span)
            if given and old and new and not calendar.compatible(old.edtf or "", new.edtf or ""):
                return Time(old.edtf, "planned", old.span), Time(new.edtf, "planned", new.span)
        return None

    def _once(self, when: Time, trigger: Trigger, main: Token, context: Context) -> bool:
        """ "originally set for May", "planned for May, will now …": whether a date is that of a plan given up."""
        usable = self.timing.usable(trigger.sentence, context)
        return any(e.span == when.span and self._formerly(t, main) for e, t in usable)

    def _formerly(self, at: Token, main: Token) -> bool:
        clause = syntax.clause_of(at)
        aside = clause.dep_ in ("relcl", "acl") and clause.tag_ == "VBN" and "are" not in syntax.auxiliaries(clause)
        now = aside and any(c.lower_ == "now" for c in main.children)
        return now or any(c.lower_ in self.formerly for c in clause.children)

    def _from_to(
        self, when: Time, main: Token, usable: Sequence[tuple[TimeExpression, Token]]
    ) -> tuple[Time, Time] | None:
        """ "was put off from 10 to 17 June": no stretch of days, but two."""
        days = calendar.bounds(when.edtf)
        at = next((t for e, t in usable if e.span == when.span), None)
        if at is None or not days or days[0] == days[1] or not _from(at, main):
            return None
        first, last = (Time(calendar.shifted(d, 0), "planned", when.span) for d in days)
        return first, last

    def _onto(
        self, when: Time, main: Token, usable: Sequence[tuple[TimeExpression, Token]]
    ) -> tuple[Time, Time] | None:
        """ "due on Friday, was put back a week to 17 June", "deferred until 20 June": the day that it was put to."""
        ends = [(e, t) for e, t in usable if e.edtf and _put_to(t, main)]
        if not ends:
            return None
        new = Time(Edtf((ends[0][0].edtf or "").removeprefix("../")), "planned", ends[0][0].span)
        others = [e for e, t in usable if e.edtf and e.span != new.span and t.i < main.i]
        meant = next((e for e in others if not calendar.compatible(e.edtf or "", new.edtf or "")), None)
        old = Time(meant.edtf, "planned", meant.span) if meant is not None else when
        if old.span == new.span:  # "was put off a second time, to 4 May": the day that it was meant for is not told
            old = Time(None, "planned", None)
        return old, new


def _moved_on(when: Time, usable: Sequence[tuple[TimeExpression, Token]]) -> list[Token]:
    """ "moved" of "first planned for March and then moved to May", beside the date of the plan given up."""
    clauses = (syntax.clause_of(t) for e, t in usable if e.span == when.span)
    asides = (c for c in clauses if c.dep_ in ("acl", "relcl", "advcl"))
    joined = (c for a in asides for c in a.children if c.dep_ == "conj")
    return [c for c in joined if any(True for _ in syntax.prepositional(c, *ONTO))]


def _was_planned(at: Token, who: Token) -> bool:
    """Whether a date stands in what is told of something's plan: ", due on 15 May,", ", who was to come on 15 May,"."""
    path = [at, *at.ancestors]
    below = next((t for t in path if t.head.i == who.i), None)
    if below is None or below.i < who.i:
        return False
    to_be = syntax.tense(below) == "past" and any(t.tag_ == "TO" and t.i < at.i for t in below.subtree)
    return below.tag_ == "VBN" or below.lower_ == "due" or to_be


def _put_to(at: Token, main: Token) -> bool:
    """Whether a date stands after "to" or "until" behind the verb that puts off."""
    onto = at.dep_ == "pobj" and at.head.lower_ in ONTO and at.i > main.i
    return onto and (syntax.clause_of(at).i == main.i or at.head.head.lower_ == "time")  # "again, this time to May 3"


def _from(at: Token, main: Token) -> bool:
    return at.dep_ == "pobj" and at.head.lower_ == "from" and at.head.head.i == main.i
