"""What an official does on a journey, and where his own meetings take him: "During his trip, X will meet Y's leaders",
"the President's meetings this week in Belgium".

In: the sightings of a document and its context. Out: those without a day that say they are of a journey, with the days
on which the sentences before let him travel; and a stay abroad for each run of meetings that an official has there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.codebook import Codebook
from detente.model import Place, Span, Status, StatusName, Time, TimeExpression
from detente.reading import syntax
from detente.reading.engagements.days.timing import TO_COME, Context, TimingReader
from detente.reading.engagements.party import Party
from detente.reading.engagements.sighting import Sighting, towns_of
from detente.reading.engagements.standing.reader import Standing
from detente.reading.scene import Sentence
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

BACK = 2  # sentences from a journey to what is done on it
POINTING = frozenset({"the", "this", "that", "his", "her", "their"})
STANDING_IN = ("in", "at")
LONGEST = 21  # days of a journey
NEAR = 6  # characters from the place to the day: "in Oslo on Monday"


class OnTheWay:
    """Reads days and stays by journeys; `words` are the small words of engagements."""

    def __init__(self, codebook: Codebook, words: Mapping[str, Sequence[str]], timing: TimingReader) -> None:
        self.timing = timing
        self.entry = next(e for e in codebook.entries("engagements") if e.data.get("own_meetings"))
        self.during, self.journeys = frozenset(words["prepositions_during"]), frozenset(words["journeys"])
        self.going, self.meetings = frozenset(words["motion"]), frozenset(words["own_meetings"])

    def dated(self, sighting: Sighting, found: Sequence[Sighting], context: Context) -> Sighting:
        """ "During his trip, X will meet Y": on the days of the trip told right before."""
        to_come = sighting.standing.status in TO_COME or sighting.standing.status == "held"
        if sighting.when.edtf or sighting.form == "visit" or not to_come:
            return sighting
        if not self._on_a_journey(sighting):
            return sighting
        if (visit := self._visit(sighting, found)) is not None:
            return replace(sighting, when=Time(visit.when.edtf, sighting.when.kind, visit.when.span))
        first = max(0, sighting.sentence.index - BACK)
        for before in reversed(context.scene.sentences[first : sighting.sentence.index]):
            if (day := self._travelled(before, sighting, context)) is not None:
                return replace(sighting, when=Time(day.edtf, sighting.when.kind, day.span))
        return sighting

    def _visit(self, sighting: Sighting, found: Sequence[Sighting]) -> Sighting | None:
        """The one visit of these states told shortly before, with its days."""
        near = [
            v for v in found
            if v.form == "visit" and 0 <= sighting.sentence.index - v.sentence.index <= BACK and v.when.edtf
            and v.token.i != sighting.token.i and set(v.countries) == set(sighting.countries) and not v.background
        ]  # fmt: skip
        return near[0] if len(near) == 1 else None

    def _on_a_journey(self, sighting: Sighting) -> bool:
        links = [c for t in {syntax.clause_of(sighting.token), sighting.token} for c in t.children if c.dep_ == "prep"]
        nouns = (n for c in links if c.lower_ in self.during for n in c.children if n.dep_ == "pobj")
        return any(self._journey(n) and any(c.lower_ in POINTING for c in n.children) for n in nouns)

    def _journey(self, noun: Token) -> bool:
        return noun.lemma_.lower() in self.journeys

    def _travelled(self, sentence: Sentence, sighting: Sighting, context: Context) -> TimeExpression | None:
        """The one date of a sentence that lets one of them travel."""
        mine = {p.key for p in sighting.parties if p.actor.kind == "person"}
        told = {e.key for t in sentence.tokens if (e := context.cast.entity(t, sentence)) is not None}
        goes = any(t.lemma_ in self.going and t.pos_ == "VERB" for t in sentence.tokens)
        goes = goes or any(self._journey(t) for t in sentence.tokens if t.pos_ == "NOUN")
        dates = [e for e, _ in self.timing.usable(sentence, context) if _a_journey_s(e)]
        return dates[0] if goes and mine & told and len(dates) == 1 else None

    def stays(self, context: Context) -> Iterator[Sighting]:
        """The stays that "X's meetings in Y" tell of."""
        for sentence in context.scene.sentences:
            for noun in (t for t in sentence.tokens if t.tag_ == "NNS" and t.lemma_.lower() in self.meetings):
                party, place = self._owner(noun, sentence, context), self._ground(noun, sentence, context)
                if party is not None and place is not None and place.country not in (None, party.country):
                    yield self._stay(noun, sentence, party, place, context)

    def _owner(self, noun: Token, sentence: Sentence, context: Context) -> Party | None:
        """The official whose meetings they are."""
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        entity = context.cast.entity(owner, sentence) if owner is not None else None
        actor = context.cast.actor(owner, sentence) if owner is not None and entity is not None else None
        if entity is None or actor is None or actor.kind not in ("person", "office") or not entity.official:
            return None
        return Party(actor, entity, entity.country) if entity.country else None

    def _ground(self, noun: Token, sentence: Sentence, context: Context) -> Place | None:
        """The place right after the noun and its day: "meetings this week in Belgium"."""
        at = context.scene.at(noun, sentence) + len(noun)
        spans = (e.span for e in context.by_sentence.get(sentence.index, ()))
        day = next((s for s in spans if at <= s.start and not context.scene.text[at : s.start].strip(" on")), None)
        end = at if day is None else day.end
        link = next((t for t in sentence.tokens if context.scene.at(t, sentence) >= end), None)
        if link is None or link.lower_ not in STANDING_IN:
            return None
        found = context.cast.places(sentence, link.i, link.i + 3)
        return found[0][1] if found else None

    def _stay(self, noun: Token, sentence: Sentence, party: Party, place: Place, context: Context) -> Sighting:
        reach = context.scene.at(noun, sentence), place.span.end + NEAR
        own = [e for e, _ in self.timing.usable(sentence, context) if e.edtf and reach[0] < e.span.start < reach[1]]
        status: StatusName = "held" if syntax.tense(sentence.tokens.root) == "past" else "announced"
        days, told = calendar.bounds(own[0].edtf) if own else None, calendar.bounds(context.scene.published)
        if days and told and days[0] > told[1]:
            status = "announced"
        kind = "actual" if status == "held" else "planned"
        when = Time(own[0].edtf, kind, own[0].span) if own else Time(None, kind, None)  # type: ignore[arg-type]
        start = min(context.scene.at(noun.left_edge, sentence), place.span.start)
        evidence = context.scene.span(start, place.span.end)
        return stay(noun, sentence, party, place, when, status, evidence, self.entry.rule, context)


def stay(
    token: Token, sentence: Sentence, party: Party, place: Place, when: Time, status: StatusName, evidence: Span,
    by: str, context: Context,
) -> Sighting:  # fmt: skip
    """A visit of one party to one place, as a sighting; `by` is the rule that found it."""
    rule = f"engagements/status.{status}"
    outlet = context.source.outlet or context.source.agency
    return Sighting(
        sentence, token, "visit", (party,), tuple(c for c in (party.country, place.country) if c is not None),
        (place,), (place,), towns_of((place,), context.cast), when,
        Standing(status, rule, None, None, "past" if status == "held" else "future"),
        Status(status, None, outlet, None, evidence), evidence, f"{by} + {rule}",
    )  # fmt: skip


def _a_journey_s(expression: TimeExpression) -> bool:
    days = calendar.bounds(expression.edtf)
    return expression.type == "date" and days is not None and (days[1] - days[0]).days <= LONGEST
