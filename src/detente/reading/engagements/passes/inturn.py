"""Engagements told one after the other with one verb: "will visit X on Monday and Y on Tuesday", "met A in X on 3 May
and B in Z on 5 May", "talks, held in X in January and in Y in March".

In: the sighting of a trigger, with the days, places and officials of its sentence. Out: one sighting for each stretch
that has a day and a place or partner of its own; else the sighting itself. "Monday and Tuesday" are the days of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.model import Place, Time, TimeExpression
from detente.reading.engagements.days.timing import Context, TimingReader
from detente.reading.engagements.party import Party
from detente.reading.engagements.sides.frame import Frame
from detente.reading.engagements.sighting import Sighting, towns_of

if TYPE_CHECKING:
    from detente.reading.words import Token

WHERE = frozenset({"in", "at", "to"})
JOINING = frozenset({"and", ";", "then"})
CLAUSE = ("nsubj", "nsubjpass", "expl")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The tokens from one joining word to the next (half-open), with the day that they tell."""

    first: int
    last: int
    day: TimeExpression


class InTurn:
    """Parts what is told in turn, in one document."""

    def __init__(self, timing: TimingReader, frame: Frame, context: Context) -> None:
        self.timing, self.frame, self.context = timing, frame, context

    def of(self, sighting: Sighting) -> list[Sighting]:
        """The sightings that one is, in the order of the text."""
        stretches = list(self._stretches(sighting))
        rest = [s for s in stretches[1:] if self._places(sighting, s) or self._people(sighting, s)]
        if not rest or sighting.when.span is None:
            return [sighting]
        return [self._only(sighting, stretches[0], rest[-1]), *(self._told(sighting, stretches[0], s) for s in rest)]

    def _stretches(self, sighting: Sighting) -> Iterator[Stretch]:
        """A day after the trigger, and each further one that a joining word leads to with no verb between."""
        sentence, doc = sighting.sentence, sighting.sentence.passage.doc
        days = [(e, t) for e, t in self.timing.usable(sentence, self.context) if t.i > sighting.token.i and e.edtf]
        first = sighting.token.i + 1
        if days and self._left_behind(sighting.token, days[0][1]):
            return
        for n, (day, at) in enumerate(days):
            end = self._end(day, at)
            yield Stretch(first, end, day)
            if n + 1 == len(days):
                return
            after = next((t for t in doc[end : min(end + 2, sentence.tokens.end)] if t.text != ","), None)
            following = days[n + 1][1]
            listed = after is not None and after.i > end and after.lower_ in WHERE  # "in X on Monday, in Y on Tuesday"
            joined = after is not None and (listed or after.lower_ in JOINING)
            if after is None or not joined or self._new_clause(doc[after.i : following.i + 1]):
                return
            first = after.i + (not listed)

    def _left_behind(self, told: Token, day: Token) -> bool:
        """ "X, who came for a visit, met A on Monday and B on Tuesday": the days of what the verb after it tells."""
        inner = [t for t in (told, *told.ancestors) if t.dep_ == "relcl"]
        verb = next((t for t in told.doc[told.i + 1 : day.i] if t.tag_ in ("VBD", "MD") and inner), None)
        return verb is not None and verb in inner[-1].ancestors

    def _end(self, day: TimeExpression, at: Token) -> int:
        """The token after an expression's last."""
        sentence, end = self.context.scene.sentence_at(day.span.start), at.i + 1
        while sentence is not None and end < sentence.tokens.end:
            if self.context.scene.at(at.doc[end], sentence) >= day.span.end:
                break
            end += 1
        return end

    def _new_clause(self, tokens: Iterable[Token]) -> bool:
        """ "on Monday and left on Tuesday": a verb of its own; "the following day" has none."""
        verbs = (t for t in tokens if t.pos_ in ("VERB", "AUX") and t.dep_ != "amod")
        return any(True for _ in verbs) or any(t.dep_ in CLAUSE for t in tokens)

    def _places(self, sighting: Sighting, stretch: Stretch) -> tuple[Place, ...]:
        found = self.context.cast.places(sighting.sentence, stretch.first, stretch.last)
        doc, visit = sighting.sentence.passage.doc, sighting.form == "visit"
        spots = ((m, p) for m, p in found if visit or m.kind == "place" or doc[m.first - 1].lower_ in WHERE)
        return tuple(p for m, p in spots if m.last >= len(doc) or doc[m.last].tag_ != "POS")

    def _people(self, sighting: Sighting, stretch: Stretch) -> tuple[Party, ...]:
        """The officials of another side whom a stretch names: who stands there with whom the trigger told of."""
        told = self.frame.by_sentence.get(sighting.sentence.index, [])
        inside = ((n, m) for n, m in told if stretch.first <= m.first < stretch.last and m.kind != "pronoun")
        return tuple(self.frame.party(n) for n, m in inside if self.frame.acts(n, m))

    def _only(self, sighting: Sighting, first: Stretch, last: Stretch) -> Sighting:
        """The sighting without what belongs to later stretches."""
        begin, end = self._offset(sighting, first.last), self._offset(sighting, last.last)
        places = self._places(sighting, first) or tuple(p for p in sighting.places if p.span.start < begin)
        own = tuple(p for p in sighting.parties if not begin <= p.actor.span.start < end)
        return self._with(sighting, own, places, first.day)

    def _told(self, sighting: Sighting, first: Stretch, stretch: Stretch) -> Sighting:
        """The sighting with the day, place and partners of a later stretch; who went or met stays the same."""
        begin, end = self._offset(sighting, first.first), self._offset(sighting, first.last)
        partners = self._people(sighting, stretch)
        own = [p for p in sighting.parties if not (partners and begin <= p.actor.span.start < end)]
        places = self._places(sighting, stretch)
        return self._with(sighting, (*own, *partners), places or (() if partners else sighting.places), stretch.day)

    def _with(
        self, told: Sighting, parties: tuple[Party, ...], places: tuple[Place, ...], day: TimeExpression
    ) -> Sighting:
        visit = told.form == "visit"
        destinations = places if visit else told.destinations
        sides = [p.country for p in parties] + [p.country for p in (destinations if visit else ())]
        countries = tuple(dict.fromkeys(c for c in sides if c is not None))
        when = Time(day.edtf, told.when.kind, day.span)
        when = told.when if told.when.span is not None and told.when.span.start == day.span.start else when
        return replace(
            told, parties=parties, countries=countries if len(countries) > 1 else told.countries, places=places,
            destinations=destinations, towns=towns_of(places, self.context.cast), when=when,
        )  # fmt: skip

    def _offset(self, sighting: Sighting, at: int) -> int:
        doc = sighting.sentence.passage.doc
        return self.context.scene.at(doc[min(at, len(doc) - 1)], sighting.sentence)
