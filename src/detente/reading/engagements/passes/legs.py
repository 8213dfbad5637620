"""The legs of a journey: the days of who is met on arrival ("He was welcomed at the airport by Y") and of where the
traveller goes on to ("From X she proceeded to Z"), and where he came from ("arrived in Z from X", "on his way home from
X").

In: the sightings of a document. Out: those without a day with the first day of the visit told right before, or its last
one; and a visit to where somebody came from, in about the same month.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Edtf, Time
from detente.reading import syntax
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.passes.ontheway import stay
from detente.reading.engagements.sighting import HAPPENED, Sighting
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

BACK, FAR = 2, 6  # sentences from a leg to what follows on it, and to a journey that names where it ended


class Legs:
    """Lends days of visits; `words` gives where and how guests are met."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.spots = frozenset(words["arrival_spots"])
        self.greetings = frozenset(words["meeting_guests"])
        self.margins = frozenset(words["sidelines"])
        self.coming, self.back = frozenset(words["coming_from"]), frozenset(words["ways_back"])
        self.teams = frozenset(words["travelling_teams"])
        self.going_on = frozenset(words["onward_words"])

    def read(self, found: Sequence[Sighting], context: Context) -> list[Sighting]:
        """The sightings with their days, and the legs before them."""
        return [*(self._dated(s, found, context) for s in found), *self._origins(found, context)]

    def _origins(self, found: Sequence[Sighting], context: Context) -> Iterator[Sighting]:
        """The visits to where somebody came from."""
        for visit in found:
            party = visit.parties[0] if visit.parties and visit.form == "visit" else None
            if party is None or party.actor.kind == "state" or not party.country:
                continue
            if visit.standing.status not in HAPPENED:
                continue
            for link in (t for t in visit.sentence.tokens if t.lower_ == "from" and self._came(t, visit, context)):
                near = context.cast.places(visit.sentence, link.i + 1, link.i + 3)
                if near and near[0][1].country not in visit.countries:
                    span = context.scene.cover(visit.sentence, [link, link.doc[near[0][0].head]])
                    about = _about(visit)
                    yield stay(
                        link.doc[near[0][0].head], visit.sentence, party, near[0][1], about, "held", span,
                        "engagements/visit.arrive", context,
                    )  # fmt: skip

    def _came(self, link: Token, visit: Sighting, context: Context) -> bool:
        """ "The delegation arrived in Z from X", on a tour, "on her way home from X"; who "came from X" may only have
        changed planes there."""
        verb = visit.token
        above, subject = link.head, syntax.subject(verb) if verb.pos_ == "VERB" else None
        team = subject is not None and subject.lower_ in self.teams
        home = above.lower_ in self.back and above.i == link.i - 1 and "way" in (above.lower_, above.nbor(-1).lower_)
        return home or (team and above == verb and verb.lemma_ in self.coming and self._on_tour(visit, context))

    def _on_tour(self, visit: Sighting, context: Context) -> bool:
        """Whether the team is told to go on from there right after: "The delegation travels on to W"."""
        after = context.scene.sentences[visit.sentence.index + 1 : visit.sentence.index + 1 + BACK]
        goers = (t for s in after for t in s.tokens if t.lower_ in self.teams or t.lower_ in ("it", "they"))
        verbs = (t.head for t in goers if t.dep_ in ("nsubj", "nsubjpass"))
        return any(c.lower_ in self.going_on and c.i - v.i <= 2 for v in verbs for c in v.rights)

    def _dated(self, sighting: Sighting, found: Sequence[Sighting], context: Context) -> Sighting:
        """The sighting with the day of the leg before, where it has none of its own."""
        if sighting.when.edtf or sighting.standing.status not in HAPPENED:
            return sighting
        own = context.by_sentence.get(sighting.sentence.index, ())
        if any(e.edtf for e in own):
            return sighting
        if (gathering := self._aside_of(sighting, found)) is not None:
            return replace(sighting, when=Time(gathering.when.edtf, sighting.when.kind, gathering.when.span))
        if not (last := self._leg_before(sighting, found)):
            return sighting
        days = calendar.bounds(last.when.edtf)
        opened = str(last.when.edtf).split("/")[0]
        if not days or not calendar.bounds(opened) or calendar.precision(opened) != "day":
            return sighting
        if sighting.form == "meeting" and self._on_arrival(sighting) and set(last.countries) == set(sighting.countries):
            return replace(sighting, when=_on(days[0].isoformat(), sighting, last))
        if sighting.form == "visit" and self._from_there(sighting, last, context):
            return replace(sighting, when=_on(days[1].isoformat(), sighting, last))
        return sighting

    def _aside_of(self, sighting: Sighting, found: Sequence[Sighting]) -> Sighting | None:
        """ "X took part in a conference on Monday. On its margins he met Y": the gathering told of right before."""
        aside = any(t.lemma_.lower() in self.margins for t in syntax.clause_of(sighting.token).subtree)
        told = [
            s for s in found
            if s.form == "summit_session" and s.when.edtf and s.standing.status in HAPPENED
            and 0 < sighting.sentence.index - s.sentence.index <= BACK and set(s.countries) & set(sighting.countries)
        ]  # fmt: skip
        return told[-1] if aside and told and sighting.form in ("meeting", "talks") else None

    def _leg_before(self, sighting: Sighting, found: Sequence[Sighting]) -> Sighting | None:
        people = {p.country for p in sighting.parties if p.actor.kind != "state"}
        legs = [
            v for v in found
            if v.form == "visit" and v.when.edtf and v.standing.status in HAPPENED
            and 0 < sighting.sentence.index - v.sentence.index <= (FAR if sighting.form == "visit" else BACK)
            and {p.country for p in v.parties[:1]} <= people
        ]  # fmt: skip
        return legs[-1] if legs else None

    def _on_arrival(self, sighting: Sighting) -> bool:
        """ "was welcomed at the airport", "was met on arrival"."""
        verb = syntax.clause_of(sighting.token)
        spots = {t.lemma_.lower() for t in verb.subtree} & self.spots
        return verb.lemma_ in self.greetings and (bool(spots) or verb.lemma_ == "welcome")

    def _from_there(self, sighting: Sighting, last: Sighting, context: Context) -> bool:
        """ "from X" beside the verb, X being where the leg before ended."""
        for origin in syntax.prepositional(syntax.clause_of(sighting.token), "from"):
            country = context.cast.country_at(origin, sighting.sentence)
            if country is not None and country in {p.country for p in last.destinations}:
                return True
        return False


def _on(day: str, sighting: Sighting, leg: Sighting) -> Time:
    return Time(Edtf(day), sighting.when.kind, leg.when.span)


def _about(visit: Sighting) -> Time:
    """The month of a visit, about which the leg before it was."""
    days = calendar.bounds(visit.when.edtf)
    month = Edtf(f"{days[0].isoformat()[:7]}~") if days else None
    return Time(month, "actual", visit.when.span if month else None)
