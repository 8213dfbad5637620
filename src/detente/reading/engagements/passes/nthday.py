"""The days of a visit told by their number: "was in X on 18 and 19 June. On the first day he met Y".

In: the sightings of a document in the order of the text. Out: the same; what is told of a numbered day of a visit, or
of the day after its first, has that day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from detente.model import Edtf, Span, Time
from detente.reading import syntax
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.sighting import Sighting
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

# sentences after that of the visit in which its days are told
REACH = 4
LONGEST = 21
SAID_OF = ("of", "in")


class NthDays:
    """Reads numbered days; `words` are the small words of engagements."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.ordinals = {word: n for n, word in enumerate(words["day_numbers"], 1)}
        self.last, self.following = frozenset(words["last_days"]), frozenset(words["next_days"])
        self.stays = frozenset(words["stay_nouns"])

    def read(self, found: Sequence[Sighting], context: Context) -> list[Sighting]:
        """The sightings, each told of a numbered day of a visit with that day."""
        return [self._dated(s, found, context) for s in found]

    def _dated(self, sighting: Sighting, found: Sequence[Sighting], context: Context) -> Sighting:
        if sighting.form == "visit":
            return sighting
        told = self._day_of(sighting)
        days = self._visit(sighting, found) if told is not None else None
        if told is None or days is None or self._own_date(sighting, told, context):
            return sighting
        number = self._number(told)
        day = days[1] if number < 0 else days[0] + timedelta(days=number - 1)
        if day > days[1]:
            return sighting
        return replace(sighting, when=Time(Edtf(day.isoformat()), "actual", self._span(told, sighting, context)))

    def _day_of(self, sighting: Sighting) -> Token | None:
        """The numbered day that the clause of what is told opens or closes with."""
        for noun in sighting.sentence.tokens:
            if noun.lower_ != "day" or not self._number(noun):
                continue
            owner = next(iter(syntax.prepositional(noun, *SAID_OF)), None)
            if owner is not None and owner.lemma_.lower() not in self.stays:
                continue  # "on the second day of the fair"
            clause = syntax.clause_of(noun)
            same = clause.i == syntax.clause_of(sighting.token).i or clause.i == sighting.token.i
            if same or clause.dep_ == "ROOT":
                return noun
        return None

    def _number(self, noun: Token) -> int:
        """2 of "the second day", -1 of "the last day", 2 of "the next day", 0 of another."""
        before = {c.lower_ for c in noun.lefts}
        if "the" not in before and not any(c.dep_ == "poss" for c in noun.lefts):
            return 0
        if before & self.last:
            return -1
        if before & self.following:
            return 2
        return next((n for word, n in self.ordinals.items() if word in before), 0)

    def _visit(self, sighting: Sighting, found: Sequence[Sighting]) -> tuple[date, date] | None:
        """The first and last day of the visit told of right before, by one of those who meet."""
        mine = {p.key for p in sighting.parties}
        for visit in reversed([s for s in found if s.form == "visit" and s.when.edtf]):
            near = 0 <= sighting.sentence.index - visit.sentence.index <= REACH
            days = calendar.bounds(visit.when.edtf) if near else None
            if days and 0 < (days[1] - days[0]).days < LONGEST and mine & {p.key for p in visit.parties}:
                return days
        return None

    def _own_date(self, sighting: Sighting, told: Token, context: Context) -> bool:
        """Whether the sentence gives another date, other than the numbered day itself."""
        at = context.scene.at(told, sighting.sentence)
        dates = (e for e in context.by_sentence.get(sighting.sentence.index, ()) if e.edtf and e.type == "date")
        return any(not e.span.start <= at < e.span.end for e in dates)

    def _span(self, told: Token, sighting: Sighting, context: Context) -> Span:
        return context.scene.cover(sighting.sentence, [t for t in told.subtree if t.i <= told.i])
