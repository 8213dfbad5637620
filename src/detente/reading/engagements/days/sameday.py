"""The day of what something else is told to have happened right after or before: "said on Monday after talks with X",
"rang Y hours after the floods hit on Sunday", "were called off minutes before they were to open on Sunday".

In: a trigger, or its clause, and the dates of the sentence. Out: a `Time`, or None.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from detente.model import Edtf, Time, TimeExpression
from detente.reading import syntax
from detente.reading.engagements.days.place import Dated, clause_at
from detente.reading.engagements.triggers import Trigger
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

AFTER = frozenset({"after", "following"})
UNTIL = frozenset({"before", "until", "till"})
BESIDE = frozenset({"after", "before"})
NOW = frozenset({"is", "are", "has", "have", "'s", "’s"})
MARKS = ("mark", "advmod", "prep")


class SameDay:
    """Reads days that two deeds share."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.hours = frozenset(words["short_whiles"])
        self.longer = frozenset(words["longer_whiles"])
        self.sequels, self.leaving = frozenset(words["sequel_verbs"]), frozenset(words["leaving_for"])
        self.numerals = {word: n for n, word in enumerate(words["numerals"])}

    def after(self, trigger: Trigger, usable: Sequence[Dated]) -> Time | None:
        """ "said on Monday after talks with X", "left on Sunday after a visit": what is told right after an engagement
        is of its last day."""
        hung = trigger.token.head if trigger.token.dep_ in ("pobj", "pcomp") else None
        if hung is None or hung.lower_ not in AFTER or _later(hung):
            return None
        verb = syntax.clause_of(hung)
        if verb.lemma_ not in self.sequels or syntax.tense(verb) == "future":
            return None
        days = [e for e, t in usable if clause_at(t).i == verb.i and _hangs_on(t, verb) and _one_day(e.edtf)]
        return Time(days[0].edtf, "actual", days[0].span) if len(days) == 1 else None

    def departing(self, trigger: Trigger, usable: Sequence[Dated]) -> Time | None:
        """ "issued this statement today before leaving for X", "said on Monday ahead of her departure for X": who
        speaks as he goes speaks on that day."""
        token = trigger.token
        if trigger.form != "visit" or not (token.lemma_ in self.leaving or token.lemma_.lower() == "departure"):
            return None
        link = token.head if token.dep_ in ("pobj", "pcomp") else token
        if self._long_before(link):
            return None
        verb = syntax.clause_of(link)
        days = [e for e, t in usable if clause_at(t).i == verb.i and _hangs_on(t, verb) and _one_day(e.edtf)]
        same = len({e.edtf for e in days}) == 1 and syntax.tense(verb) != "future"
        return Time(days[0].edtf, "actual", days[0].span) if same else None

    def _long_before(self, link: Token) -> bool:
        """ "weeks before leaving", "two days ahead of her departure": not on the same day."""
        mark = link if link.pos_ in ("ADP", "SCONJ", "ADV") else next((c for c in link.children if c.i < link.i), link)
        first = mark.nbor(-1) if mark.lower_ == "of" and mark.i else mark
        unit = first.doc[first.i - 1] if first.i > first.sent.start else None
        return unit is not None and unit.tag_ in ("NN", "NNS") and unit.lemma_.lower() in self.longer

    def before_its_end(self, rungs: Sequence[Token], usable: Sequence[Dated]) -> Time | None:
        """ "will meet before the year is out", "before the week ends": the period within which it is to be."""
        for e, t in usable:
            over = t.head if t.dep_ == "nsubj" and t.head.dep_ == "advcl" else None
            if over is not None and over.head in rungs and any(c.lower_ in UNTIL for c in over.children):
                return Time(e.edtf, "actual", e.span)
        return None

    def at_once(self, clause: Token, usable: Sequence[Dated]) -> Time | None:
        """ "X met Y as the two states began an exercise on Tuesday": on the day of what went on beside it."""
        beside = [c for c in clause.children if c.dep_ == "advcl" and c.tag_ == "VBD" and c.i > clause.i]
        beside = [c for c in beside if any(m.lower_ in ("as", "while") and m.dep_ == "mark" for m in c.children)]
        days = [e for c in beside for e, t in usable if clause_at(t).i == c.i and _hangs_on(t, c) and _one_day(e.edtf)]
        return Time(days[0].edtf, "actual", days[0].span) if len(days) == 1 and clause.tag_ == "VBD" else None

    def hours_apart(self, clause: Token, usable: Sequence[Dated]) -> Time | None:
        """ "hours after the vote took place on Sunday", "minutes before they were to begin on Sunday"."""
        for other in self._beside(clause):
            for e, t in usable:
                if _one_day(e.edtf) and clause_at(t).i in {
                    other.i,
                    *(c.i for c in other.children if c.dep_ == "xcomp"),
                }:
                    return Time(e.edtf, "actual", e.span)
        return None

    def weeks_after(self, clause: Token, told: date | None) -> tuple[Edtf, Token] | None:
        """ "Seven weeks after X met Y, the crew are still held": so long before the day on which it is written, with
        the noun that counts."""
        mark = next((c for c in clause.children if c.lower_ == "after" and c.i < clause.i), None)
        unit = mark.doc[mark.i - 1] if mark is not None and mark.i else None
        if unit is None or told is None or not any(_lasts(v) for v in _main(clause)):
            return None
        words = [t.lower_ for t in (unit, *unit.lefts)]
        number = next((n for w in words if (n := self.numerals.get(w) or (int(w) if w.isdigit() else 0))), 0)
        number = number or int(words[1:] == ["a"])
        back = {"week": calendar.week_of, "month": calendar.month_of}.get(unit.lemma_.lower())
        return (Edtf(back(told, -number)), unit) if back is not None and number else None

    def days_apart(self, event: Token, usable: Sequence[Dated], told: Sequence[TimeExpression] = ()) -> Time | None:
        """ "said on Friday, a day after X rang Y", "two days before talks with Z": so long before or after the day
        told last before it in the sentence, or of its main clause; else of one `told` right before the sentence."""
        above = event.head if event.dep_ in ("xcomp", "pobj") else event
        mark = (
            above
            if event.dep_ == "pobj"
            else next((c for c in above.children if c.lower_ in BESIDE and c.i < above.i and c.dep_ in MARKS), None)
        )
        mark = mark or self._strayed_mark(above)
        count = self._days_before(mark) if mark is not None and mark.lower_ in BESIDE else 0
        if mark is None or not count:
            return None
        main = syntax.clause_of(mark.head if event.dep_ == "pobj" else above.head)
        before = [e for e, t in usable if t.i < mark.i and _one_day(e.edtf)]
        whole = [e for e, t in usable if clause_at(t).i == main.i and _one_day(e.edtf)]
        earlier = list(told) if syntax.tense(main) == "past" and main.i != event.i else []
        shown = next(iter([*before[-1:], *whole[:1], *earlier[-1:]]), None)
        day = calendar.bounds(shown.edtf) if shown is not None else None
        if shown is None or day is None:
            return None
        sign = -1 if mark.lower_ == "after" else 1
        return Time(calendar.shifted(day[0], sign * count), "actual", shown.span)

    def _strayed_mark(self, clause: Token) -> Token | None:
        """ "after" in "came a day after the minister, X, and Y spoke", which the parser gave the first noun alone."""
        main = clause.head
        if clause.dep_ != "advcl" or main.i > clause.i:
            return None
        marks = [t for t in main.children if t.lower_ in BESIDE and main.i < t.i < clause.i and self._days_before(t)]
        between = clause.doc[marks[0].i : clause.i] if marks else ()
        return marks[0] if marks and not any(t.pos_ == "VERB" for t in between) else None

    def _days_before(self, mark: Token) -> int:
        """2 of "two days" right before a word."""
        if mark.i - mark.sent.start < 2 or mark.nbor(-1).lemma_.lower() != "day":
            return 0
        number = mark.nbor(-2).lower_
        return 1 if number in ("a", "one") else self.numerals.get(number) or (int(number) if number.isdigit() else 0)

    def _beside(self, clause: Token) -> Iterator[Token]:
        """Clauses told to be minutes or hours apart from one: those that serve it, or the one that it serves, with a
        participle that ends right before ("in a note sent on Sunday, hours after X rang Y")."""
        for other in (c for c in clause.children if c.dep_ == "advcl" and self._hours_off(c)):
            below = (d for c in other.children if c.dep_ == "acomp" for d in c.children if d.dep_ == "xcomp")
            yield from (other, *below)
        if clause.dep_ == "advcl" and clause.head.i < clause.i and self._hours_off(clause):
            between = clause.doc[clause.head.i + 1 : clause.left_edge.i]
            yield clause.head
            yield from (t for t in reversed(between) if t.dep_ == "acl" and t.right_edge.i >= between[-1].i - 1)

    def _hours_off(self, clause: Token) -> bool:
        """ "hours after X rang Y", "minutes before they were to begin"."""
        mark = next((c for c in clause.children if c.lower_ in BESIDE and c.i < clause.i), None)
        return mark is not None and mark.i > 0 and mark.doc[mark.i - 1].lemma_.lower() in self.hours


def _hangs_on(at: Token, verb: Token) -> bool:
    """Whether a date is the verb's own, and not that of a noun beside it."""
    return at.head.i == verb.i or (at.dep_ == "pobj" and at.head.head.i == verb.i)


def _later(after: Token) -> bool:
    """ "two days after talks": not on the same day."""
    return any(c.dep_ == "npadvmod" or c.ent_type_ in ("DATE", "TIME") for c in after.children if c.i < after.i)


def _one_day(edtf: str | None) -> bool:
    days = calendar.bounds(edtf)
    return days is not None and days[0] == days[1]


def _main(clause: Token) -> list[Token]:
    """The verb that a clause serves; one that the parser hung on the clause, where it stands first."""
    if clause.dep_ != "ROOT":
        return [syntax.clause_of(clause.head)]
    return [c for c in clause.children if c.dep_ in ("conj", "advcl", "ccomp") and c.i > clause.i]


def _lasts(verb: Token) -> bool:
    """Whether a verb tells of what is so as the text is written."""
    return bool({verb.lower_, *syntax.auxiliaries(verb)} & NOW) or verb.tag_ in ("VBZ", "VBP")
