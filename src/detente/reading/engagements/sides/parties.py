"""Who takes part in an engagement that a trigger names, where it takes place, and who travels where.

In: a trigger, the cast, and the statements around it. Out: `Party`s, each with its actor and side, and
places. A plural pronoun or "the two ministers" stands for the last pair that met; words said by someone
with no subject of their own ("Spoke tonight with …") have the speaker for their subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model import Country, Place
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.actors.counterparts import offices_in
from detente.reading.engagements.party import Attendance, Party, countries_of, once, unique
from detente.reading.engagements.sides.absent import DIRECT, Absent
from detente.reading.engagements.sides.bynoun import ByNoun
from detente.reading.engagements.sides.frame import Frame
from detente.reading.engagements.sides.gatherings import AT_TABLE, Gatherings
from detente.reading.engagements.sides.inviting import Inviting
from detente.reading.engagements.sides.mediation import Mediation
from detente.reading.engagements.sides.phrase import Sides
from detente.reading.engagements.sides.places import PlaceFinder
from detente.reading.engagements.sides.pointing import disclosed, elsewhere_before, pointed_at, with_others
from detente.reading.engagements.sides.sent import Sent
from detente.reading.engagements.sides.stray import Stray
from detente.reading.engagements.sides.third import wanting
from detente.reading.engagements.sides.verbsides import VerbSides
from detente.reading.engagements.sides.whereabouts import Whereabouts
from detente.reading.engagements.triggers import Trigger, none_there, of_each
from detente.reading.scene import Scene
from detente.reading.speech.attribution import Draft

if TYPE_CHECKING:
    from detente.reading.words import Token

LEFT = ("compound", "amod", "nmod", "poss")
# Forms that reports use for one another when they speak of "the talks" or "the call" again.
KIN = {"video_call": "call", "talks": "meeting", "other": "meeting"}
# ", not to the", "but not with", "rather than": right before who was none of them
LEFT_OUT = re.compile(
    r"(?:[,–—(-]\s*|\b(?:but|and|course,?)\s+)not\s+(?:(?:to|with|by|from)\s+)?(?:the\s+)?(?:\S+['’]s?\s+)?$"
    r"|\bnot\s+(?:to|with|by|from)\s+(?:the\s+)?$"
    r"|\b(?:rather\s+than|instead\s+of)\s+(?:(?:to|with|by|from)\s+)?(?:the\s+)?$"
)
FORGOTTEN = 15  # sentences after which "they" are no more those who met last


class PartyFinder:
    """Reads the parties of triggers, in the order of the text: it remembers the last pair and place."""

    def __init__(
        self,
        scene: Scene,
        cast: Cast,
        drafts: Sequence[Draft],
        words: dict[str, list[str]],
        dateline: Place | None,
    ) -> None:
        self.scene, self.cast, self.drafts, self.words = scene, cast, drafts, words
        self.frame = Frame(scene, cast, dateline)
        self.places = PlaceFinder(scene, cast, words, self.frame.home_place())
        self.small = cast.lexicon.words
        self.sides = Sides(scene, cast, words, self.frame, self.places)
        self.verbs = VerbSides(scene, cast, drafts, words, self.frame, self.sides)
        self.absent = Absent(scene, cast, words, self.frame, self.sides)
        self.gatherings = Gatherings(words)
        self.mediation = Mediation(scene, words)
        self.stray = Stray(self.frame, self.sides, words)
        self.sent = Sent(cast, self.sides)
        self.inviting = Inviting(cast, words, self.sides)
        self.whereabouts = Whereabouts(self.frame)
        self.last_of: dict[str, tuple[Party, ...]] = {}
        self.by_noun = ByNoun(scene, cast, words, self.sides, self.places, self.verbs, self.last_of)
        self.nouns = self.by_noun.nouns
        self.bound: dict[Country, tuple[Party, ...]] = {}

    def attendance(self, trigger: Trigger, verb: Token | None) -> Attendance:
        """Parties and places of a trigger; `verb` governs it, when it is a noun."""
        if trigger.sentence.index - self.sides.met_at[0] > FORGOTTEN:
            self.sides.last_pair = ()
        parties = self._named(trigger, verb)
        places, destinations = self.places.find(trigger, verb)
        parties = self._or_recalled(trigger, verb, self.absent.delegated(trigger, verb, unique(parties)))
        parties = self._counterparts(parties) or self._bound_for(trigger, destinations)
        parties = self.stray.visitor(trigger, parties, destinations)
        named = len(parties)
        parties = self.sent.of(trigger, verb, parties, destinations)
        if trigger.form == "visit":
            parties, destinations = self._travelling(trigger, verb, parties, destinations)
        else:
            parties = self._at_table(trigger, verb, parties, places)
        parties = self.absent.at_work(trigger, verb, self._counterparts(parties))
        parties = [*parties, *wanting(trigger, parties, self.sides.last_pair, self.frame, self.words, self.drafts)]
        parties = self.mediation.marked(parties, trigger)
        self._remember(trigger, parties, destinations)
        self.whereabouts.remember(parties, places if trigger.form in AT_TABLE else (), trigger.sentence.index)
        held_at = bool(places)
        places = [] if trigger.form in DIRECT else places
        return Attendance(tuple(parties), tuple(once(places)), tuple(once(destinations)), len(parties) > named, held_at)

    def _named(self, trigger: Trigger, verb: Token | None) -> list[Party]:
        """Who is named in the trigger's own sentence."""
        token, sentence, visit = trigger.token, trigger.sentence, trigger.form == "visit"
        parties = self.by_noun.of(trigger, verb) if trigger.noun else self.verbs.of(trigger)
        parties += self._heads(trigger, parties)
        parties += self.nouns.chairs(token, verb, sentence) if not visit else []
        if trigger.noun:
            parties += self.nouns.gathered(token, sentence)
            parties += self.nouns.in_which(token, sentence) if not visit else []
        parties += self._hosts_of_gathering(trigger)
        if not visit and len(countries_of(parties)) < 2:
            parties += self.stray.partners(trigger) or self.absent.reached_at(trigger, verb)
        return [p for p in parties if not self._left_out(p)]

    def _left_out(self, party: Party) -> bool:
        """ "Spoke to X, of course not to Y", "met X rather than Y": who is told not to have been one of them."""
        start = party.actor.span.start
        before = self.scene.text[max(0, start - 40) : start].lower()
        return LEFT_OUT.search(before) is not None

    def _or_recalled(self, trigger: Trigger, verb: Token | None, parties: list[Party]) -> list[Party]:
        """Those named, or, of what is pointed at, those who took part in it when it was told of before."""
        recalled = self._recalled(trigger)
        if not recalled:
            return unique(parties)
        bare = all(p.country is None and p.actor.kind == "group" for p in parties)  # "the ministers", of no state
        pointed = pointed_at(trigger, self.words) or disclosed(trigger, verb, self.words) or none_there(trigger, verb)
        return unique([*recalled, *self._heads(trigger, recalled)]) if bare or pointed else unique(parties)

    def _travelling(
        self, trigger: Trigger, verb: Token | None, parties: list[Party], destinations: list[Place]
    ) -> tuple[list[Party], list[Place]]:
        """Who travels and who has invited him, and where to."""
        if not destinations:
            destinations = self.absent.home_ground(trigger, parties) or self.absent.own_ground(trigger, parties)
            destinations = destinations or self.whereabouts.of(trigger, verb, parties)
        grounds = {p.span for p in destinations}
        parties = [p for p in parties if p.actor.kind != "state" or p.actor.span not in grounds]
        parties = parties or self._still_on_the_way(trigger, destinations) or self._diarist(destinations)
        parties = self.absent.travellers(trigger, parties, destinations)
        inviters = self.inviting.hosts(trigger, parties)
        destinations = destinations or self.inviting.grounds(trigger, parties)
        return (unique([*parties, *inviters]) if parties else parties), destinations

    def _at_table(self, trigger: Trigger, verb: Token | None, parties: list[Party], places: list[Place]) -> list[Party]:
        """Who sits there, with its host and those whom the sentence leaves out."""
        hosts = self.absent.host(trigger, parties, places)
        local = self.whereabouts.locals(parties, places, trigger.sentence.index)
        others = local or (
            self.absent.page_s_own(trigger, parties)
            or self.absent.assembly(trigger, parties, places)
            or self.absent.both(trigger, verb, parties)
            or self.absent.agreed(trigger, verb, parties)
            or self.absent.silent_since(trigger, parties)
            or self.absent.posted(trigger, verb, parties)
            or self.absent.at_their_place(trigger, verb, parties, places)
            or self.absent.missing(trigger, verb, parties)
            or self.absent.told_of_after(trigger, verb, parties)
        )
        known = {p.key for p in local}
        parties = [p for p in parties if p.key not in known and (p.country or not others)]
        return unique([*parties, *hosts, *others])

    def _heads(self, trigger: Trigger, parties: Sequence[Party]) -> list[Party]:
        """Who heads the delegations at a table, told of in the same sentence or the one after."""
        if trigger.form not in AT_TABLE:
            return []
        named = {p.country for p in parties if p.actor.kind == "person"}
        sides = countries_of(parties)
        found = self._across(trigger, named, sides)
        for n, state in self.cast.heads:
            mention, entity, country = self.cast.mentions[n], self.cast.entities[n], self.cast.entities[state].country
            if not 0 <= mention.sentence - trigger.sentence.index <= 1 or country is None or country in named:
                continue
            next_to = mention.sentence - trigger.sentence.index == 1  # the paragraph after it too
            same = mention.passage == trigger.sentence.passage.index or (next_to and country in sides)
            if same and (country in sides or len(sides) < 2):
                found.append(Party(entity.actor(self.cast.span(mention)), entity, country))
        return found if len(sides | countries_of(found)) > 1 else []

    def _across(self, trigger: Trigger, named: set[Country | None], sides: set[Country]) -> list[Party]:
        """Those who face each other there for the two sides, where the words name only the sides or one of them."""
        for pair in self.cast.facing:
            one, other = (self.cast.entities.get(n) for n in pair)
            if self.cast.mentions[pair[0]].sentence != trigger.sentence.index or one is None or other is None:
                continue
            if one.country and other.country and sides == {one.country, other.country} and len(named) < 2:
                rest = [(n, e) for n, e in zip(pair, (one, other)) if e.country not in named]
                return [Party(e.actor(self.cast.span(self.cast.mentions[n])), e, e.country) for n, e in rest]
        return []

    def _hosts_of_gathering(self, trigger: Trigger) -> list[Party]:
        """Who holds the summit that the trigger names, or that its verb leads to: "attend a summit which X hosts"."""
        if trigger.form != "summit_session":
            return []
        thing = trigger.token if trigger.noun else self.gatherings.attended(trigger)
        if thing is None:
            return []
        found = [p for t in self.gatherings.hosts(thing, self.cast) for p in self.sides.party(t, trigger.sentence)]
        return found + [self.frame.state(c, trigger.sentence) for c in self.gatherings.group(thing, self.cast)]

    def _counterparts(self, parties: Sequence[Party]) -> list[Party]:
        """ "his Hungarian counterpart": the one person of that state in the text with the other's office."""
        found = list(parties)
        homes = countries_of(p for p in parties if p.role != "counterpart_unnamed")
        for n, party in enumerate(found):
            if party.role != "counterpart_unnamed" or not (party.country or homes):
                continue
            offices = {(p.entity.portfolio, p.entity.level) for p in parties if p.entity and p.entity.kind == "person"}
            offices = offices or offices_in(party.actor.post, self.cast.lexicon)
            holders = {
                id(e): e
                for e in self.cast.entities.values()
                if e.kind == "person"
                and (e.country == party.country if party.country else bool(e.country) and e.country not in homes)
                and e.spans
                and offices & {(e.portfolio, e.level), *offices_in(e.post, self.cast.lexicon)}
            }
            if len(holders) == 1 and not any(p.entity in holders.values() for p in parties):
                one = next(iter(holders.values()))
                found[n] = Party(one.actor(party.actor.span), one, one.country)
        return found

    def last_visitor(self, trigger: Trigger, attendance: Attendance) -> tuple[Party, ...]:
        """ "A visit planned for May was cancelled", with nobody named: by whom the text last sent abroad."""
        last = self.last_of.get("visit", ())
        known = {c for c, parties in self.bound.items() if parties == last} | countries_of(last)
        only_states = all(p.actor.kind not in ("person", "group") and p.country in known for p in attendance.parties)
        if trigger.form != "visit" or not only_states or (attendance.destinations and not attendance.parties):
            return attendance.parties
        return last or attendance.parties

    def _remember(self, trigger: Trigger, parties: Sequence[Party], destinations: Sequence[Place]) -> None:
        if of_each(trigger):
            return
        hosts = {p.country for p in parties if p.role == "host"}
        if hosts or trigger.form == "visit":
            came = [p for p in parties if p.actor.kind == "person" and p.country and p.country not in hosts]
            self.sides.guests += came[:1]
        if len(countries_of(parties)) >= 2:
            people = [p for p in parties if p.actor.kind == "person"]
            met = {p.country for p in self.sides.last_pair if p.actor.kind == "person"}
            if len(people) == len(parties) or met != countries_of(parties):  # "they" are persons rather than bodies
                self.sides.last_pair = tuple(parties)
                self.sides.met_at = (trigger.sentence.index, trigger.token.i)
            if trigger.form != "visit":
                self.last_of[KIN.get(trigger.form, trigger.form)] = tuple(parties)
        if trigger.form == "visit" and any(p.actor.kind == "person" for p in parties):
            self.last_of["visit"] = tuple(parties)
            self.whereabouts.remember(parties, destinations, trigger.sentence.index)
            self.bound.update({p.country: tuple(parties) for p in destinations if p.country})

    def _recalled(self, trigger: Trigger) -> list[Party]:
        """ "the meeting", "an earlier visit": with no party named, those last told of."""
        determiners = {c.lower_ for c in trigger.token.children if c.dep_ == "det"} if trigger.noun else set()
        adjectives = {c.lower_ for c in trigger.token.children if c.dep_ in ("amod", "advmod")}
        counted = {trigger.token.lower_, *adjectives} & set(self.words["rounds"]) if trigger.noun else set()
        known = (
            determiners & {"the", "this", "that", "such", "these", "those"}
            or "such" in adjectives
            or adjectives & set(self.words["distinct_adjectives"])
            or trigger.token.lower_ == "one"
            or counted
            or (trigger.noun and syntax.dated_by_owner(trigger.token))
            or (trigger.noun and syntax.denied(trigger.token, syntax.clause_of(trigger.token)))
        )
        if not known or (trigger.form == "summit_session" and "next" in adjectives):
            return []
        if with_others(trigger) or elsewhere_before(trigger, self._foreign_towns(trigger), self.words):
            return []
        last = self._just_met(trigger) or list(self.last_of.get(KIN.get(trigger.form, trigger.form), ()))
        another = counted and trigger.form in AT_TABLE and not self._of_now(trigger)
        return self._states_of(last, trigger) if another or adjectives & set(self.words["serial_adjectives"]) else last

    def _foreign_towns(self, trigger: Trigger) -> list[Token]:
        """The towns in which a noun says that it was, of states that none of those told of last is from."""
        home = countries_of(self.last_of.get(KIN.get(trigger.form, trigger.form), ()))
        found = (
            (t, self.cast.country_at(t, trigger.sentence)) for t in syntax.prepositional(trigger.token, "in", "at")
        )
        return [t for t, country in found if country is not None and country not in home]

    def _just_met(self, trigger: Trigger) -> list[Party]:
        """ "X received Y in Z. The conversation was about trade": who the sentence right before told had met."""
        talk = trigger.token.lemma_.lower() in self.words["conversations"]
        return list(self.sides.last_pair) if talk and self.sides.met_at[0] == trigger.sentence.index - 1 else []

    def _of_now(self, trigger: Trigger) -> bool:
        """ "their second meeting", "this third round": the one that is being told of."""
        told = trigger.token.children
        return any((c.dep_ == "poss" and c.lower_ != "its") or c.lower_ in ("this", "that") for c in told)

    def _states_of(self, parties: Sequence[Party], trigger: Trigger) -> list[Party]:
        """ "The next round will be held in May": between the same sides, whoever will sit there."""
        if trigger.form == "visit":
            return list(parties)
        known = ((p, p.country) for p in parties if p.country)
        return [p if p.actor.kind == "group" else self.frame.state(c, trigger.sentence) for p, c in known]

    def _still_on_the_way(self, trigger: Trigger, destinations: Sequence[Place]) -> list[Party]:
        """ "The regional tour takes in X", with nobody named: by whom the text last sent abroad."""
        last = list(self.last_of.get("visit", ()))
        new = any(c.lower_ in ("a", "an", "another", "no", "any") for c in trigger.token.children)
        home = countries_of(last) & {p.country for p in destinations if p.country}
        return last if trigger.noun and destinations and not new and not home else []

    def _diarist(self, destinations: Sequence[Place]) -> list[Party]:
        """ "Tuesday 3: working visit to X", with nobody named: by whoever keeps the diary."""
        own = self.frame.diarist
        return (
            [own] if own is not None and destinations and own.country not in {p.country for p in destinations} else []
        )

    def _bound_for(self, trigger: Trigger, destinations: Sequence[Place]) -> list[Party]:
        """ "A trip to X set for May was scrapped": by the one who was told to travel there."""
        if trigger.form != "visit" or not trigger.noun:
            return []
        return next((list(self.bound[p.country]) for p in destinations if p.country in self.bound), [])
