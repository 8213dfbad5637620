"""Where a traveller is while a report tells of him: "X, who arrived on Monday", "he met the mayor, Y", "met officials".

In: the parties and places of a document's triggers, in the order of the text. Out: the place of an arrival or visit
that names none, and the state of officials of nowhere else whom somebody met where he was.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model import Country, Place
from detente.reading import syntax
from detente.reading.engagements.party import Party, countries_of
from detente.reading.engagements.sides.frame import Frame
from detente.reading.engagements.triggers import Trigger

if TYPE_CHECKING:
    from detente.reading.words import Token

HOME = frozenset({"home", "back"})
IN = frozenset({"in", "at"})
DURING = frozenset({"on", "during", "in", "at"})
LATELY = 8  # sentences after which nobody is still taken to be where he was told to be


class Whereabouts:
    """Remembers where the persons of one document are abroad."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.spots: dict[tuple[str, ...], tuple[Place, int]] = {}  # and the sentence that says so

    def remember(self, parties: Sequence[Party], places: Sequence[Place], sentence: int) -> None:
        """Whoever is told to be at a place of another state is there."""
        for party in (p for p in parties if p.actor.kind == "person" and p.country):
            abroad = [p for p in places if p.country and p.country != party.country]
            if abroad:
                self.spots[party.key] = abroad[-1], sentence

    def of(self, trigger: Trigger, verb: Token | None, parties: Sequence[Party]) -> list[Place]:
        """Where a visit leads whose own words do not say it."""
        return self.arrived(trigger, parties) or self.scene_of(trigger, verb, parties)

    def arrived(self, trigger: Trigger, parties: Sequence[Party]) -> list[Place]:
        """ "X, who arrived late on Monday": where the text was written, if that is abroad, else where he was told to
        be."""
        people = [p for p in parties if p.country and p.actor.kind in ("person", "office", "group")]
        if trigger.noun or trigger.entry.rule != "engagements/visit.arrive" or not people or _elsewhere(trigger.token):
            return []
        known = [self.spots[p.key][0] for p in people if p.key in self.spots]
        here = [self.frame.dateline] if self.frame.dateline is not None else []
        own = countries_of(people)
        return next(([p] for p in (*known, *here) if p.country and p.country not in own), [])

    def scene_of(self, trigger: Trigger, verb: Token | None, parties: Sequence[Party]) -> list[Place]:
        """ "X met Y in Z on the second day of a visit": what is done during a visit is done where it leads, where the
        clause names one place abroad."""
        noun = trigger.token
        others = any(c.dep_ == "poss" and c.pos_ != "PRON" for c in noun.children)
        others = others or any(True for _ in syntax.prepositional(noun, "by", "of"))
        if not trigger.noun or verb is None or others or not self._during(noun, verb):
            return []
        own = countries_of(p for p in parties if p.actor.kind in ("person", "office", "group"))
        named = self.frame.cast.places(trigger.sentence, verb.i, noun.i)
        there = [p for m, p in named if _done_in(noun.doc[m.head]) and p.country not in own]
        return there[:1] if own and len({p.country for p in there}) == 1 else []

    def _during(self, visit: Token, verb: Token) -> bool:
        """ "on the second day of a visit", "during a visit", "at the end of his visit"."""
        part = visit.head.head if visit.dep_ == "pobj" and visit.head.lower_ == "of" else visit
        return part.dep_ == "pobj" and part.head.lower_ in DURING and syntax.clause_of(part).i == verb.i

    def locals(self, parties: Sequence[Party], places: Sequence[Place], sentence: int) -> list[Party]:
        """ "There he had breakfast with the mayor, Y": an official of nowhere else is one of where the visitor is."""
        sides = countries_of(parties)
        strangers = [p for p in parties if p.country is None and (_of_rank(p) or self._of_a_state(p))]
        if len(sides) != 1 or not strangers:
            return []
        where = [p.country for p in places if p.country]
        lately = [self.spots[p.key] for p in parties if p.key in self.spots]
        where += [place.country for place, told in lately if place.country and sentence - told <= LATELY]
        here: Country | None = next((c for c in where if c not in sides), None)
        return [p.of(here) for p in strangers] if here is not None else []

    def _of_a_state(self, party: Party) -> bool:
        """ "the prime minister", "officials of the interior ministry": who is of some state by what he is."""
        actor = party.actor
        agents = self.frame.cast.lexicon.words["state_agents"]
        group = actor.kind == "group" and any(w in agents for w in actor.span.text.lower().split())
        return actor.name is None and (actor.kind == "office" or group)


def _done_in(place: Token) -> bool:
    """ "met X in Z", "held talks in Z": of the deed or whom it was done with, and not "the war in Z"."""
    link = place.head
    above = link.head
    held = above.dep_ == "dobj" and above.head.lemma_ in ("hold", "have", "attend")
    return place.dep_ == "pobj" and link.lower_ in IN and (held or above.pos_ in ("VERB", "AUX", "PROPN"))


def _of_rank(party: Party) -> bool:
    entity = party.entity
    return party.actor.kind == "person" and entity is not None and entity.level != "unknown"


def _elsewhere(verb: Token) -> bool:
    """ "arrived home", "arrived at the airport": where, is told, though no table knows it."""
    adverbs = any(c.lower_ in HOME for c in verb.children)
    places = (
        t for t in syntax.prepositional(verb, "in", "at", "to", "from", "into") if t.ent_type_ not in ("DATE", "TIME")
    )
    return adverbs or any(True for _ in places)
