"""Who takes part in an engagement that a trigger names, where it takes place, and who travels where.

In: a trigger, the cast, and the statements around it. Out: `Party`s, each with its actor and side, and
places. A plural pronoun or "the two ministers" stands for the last pair that met; words said by someone
with no subject of their own ("Spoke tonight with …") have the speaker for their subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Country, Place
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.actors.counterparts import offices_in
from detente.reading.engagements.party import Attendance, Party, countries_of, once, unique
from detente.reading.engagements.sides.absent import DIRECT, SEQUEL, Absent
from detente.reading.engagements.sides.frame import Frame
from detente.reading.engagements.sides.gatherings import AT_TABLE, Gatherings
from detente.reading.engagements.sides.inviting import Inviting
from detente.reading.engagements.sides.letters import Letters
from detente.reading.engagements.sides.mediation import Mediation
from detente.reading.engagements.sides.nounsides import NounSides
from detente.reading.engagements.sides.phrase import Sides
from detente.reading.engagements.sides.places import PlaceFinder
from detente.reading.engagements.sides.pointing import disclosed, pointed_at
from detente.reading.engagements.sides.sent import Sent
from detente.reading.engagements.sides.stray import Stray
from detente.reading.engagements.sides.theirs import travels_along
from detente.reading.engagements.sides.third import wanting
from detente.reading.engagements.sides.verbsides import VerbSides
from detente.reading.engagements.sides.whereabouts import Whereabouts
from detente.reading.engagements.standing.requests import asking
from detente.reading.engagements.triggers import Trigger, none_there, of_each
from detente.reading.scene import Scene
from detente.reading.speech.attribution import Draft

if TYPE_CHECKING:
    from detente.reading.words import Token

LEFT = ("compound", "amod", "nmod", "poss")
PARTNER = ("with", "between", "among", "by", "from", "involving")
OWNER = ("of",)
# Forms that reports use for one another when they speak of "the talks" or "the call" again.
KIN = {"video_call": "call", "talks": "meeting", "other": "meeting"}


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
        self.nouns, self.letters = NounSides(scene, words, self.sides), Letters(words, self.sides)
        self.verbs = VerbSides(scene, cast, drafts, words, self.frame, self.sides)
        self.absent = Absent(scene, cast, words, self.frame, self.sides)
        self.gatherings = Gatherings(words)
        self.mediation = Mediation(scene, words)
        self.stray = Stray(self.frame, self.sides, words)
        self.sent = Sent(cast, self.sides)
        self.inviting = Inviting(cast, words, self.sides)
        self.whereabouts = Whereabouts(self.frame)
        self.last_of: dict[str, tuple[Party, ...]] = {}
        self.bound: dict[Country, tuple[Party, ...]] = {}

    def attendance(self, trigger: Trigger, verb: Token | None) -> Attendance:
        """Parties and places of a trigger; `verb` governs it, when it is a noun."""
        parties = self._noun(trigger, verb) if trigger.noun else self.verbs.of(trigger)
        parties += self._heads(trigger, parties)
        parties += self.nouns.chairs(trigger.token, verb, trigger.sentence) if trigger.form != "visit" else []
        if trigger.noun:
            parties += self.nouns.gathered(trigger.token, trigger.sentence)
            parties += self.nouns.in_which(trigger.token, trigger.sentence) if trigger.form != "visit" else []
        parties += self._hosts_of_gathering(trigger)
        if trigger.form != "visit" and len(countries_of(parties)) < 2:
            parties += self.stray.partners(trigger) or self.absent.reached_at(trigger, verb)
        places, destinations = self.places.find(trigger, verb)
        parties = self.absent.delegated(trigger, verb, unique(parties))
        recalled = self._recalled(trigger)
        bare = all(p.country is None and p.actor.kind == "group" for p in parties)  # "the ministers", of no state
        bare = (
            bare or pointed_at(trigger, self.words) or disclosed(trigger, verb, self.words) or none_there(trigger, verb)
        )
        parties = unique([*recalled, *self._heads(trigger, recalled)]) if recalled and bare else unique(parties)
        parties = self._counterparts(parties) or self._bound_for(trigger, destinations)
        parties = self.stray.visitor(trigger, parties, destinations)
        named = len(parties)
        parties = self.sent.of(trigger, verb, parties, destinations)
        if trigger.form == "visit" and not destinations:
            destinations = self.absent.home_ground(trigger, parties) or self.absent.own_ground(trigger, parties)
            destinations = destinations or self.whereabouts.of(trigger, verb, parties)
        if trigger.form == "visit":
            grounds = {p.span for p in destinations}
            parties = [p for p in parties if p.actor.kind != "state" or p.actor.span not in grounds]
            parties = parties or self._still_on_the_way(trigger, destinations) or self._diarist(destinations)
            parties = self.absent.travellers(trigger, parties, destinations)
            inviters = self.inviting.hosts(trigger, parties)
            destinations = destinations or self.inviting.grounds(trigger, parties)
            parties = unique([*parties, *inviters]) if parties else parties
        else:
            hosts = self.absent.host(trigger, parties, places)
            local = self.whereabouts.locals(parties, places)
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
            parties = unique([*parties, *hosts, *others])
        parties = self.absent.at_work(trigger, verb, self._counterparts(parties))
        parties = [*parties, *wanting(trigger, parties, self.sides.last_pair, self.frame, self.words, self.drafts)]
        parties = self.mediation.marked(parties, trigger)
        self._remember(trigger, parties, destinations)
        self.whereabouts.remember(parties, places if trigger.form in AT_TABLE else ())
        held_at = bool(places)
        places = [] if trigger.form in DIRECT else places
        return Attendance(tuple(parties), tuple(once(places)), tuple(once(destinations)), len(parties) > named, held_at)

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
            self.whereabouts.remember(parties, destinations)
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
        last = self._just_met(trigger) or list(self.last_of.get(KIN.get(trigger.form, trigger.form), ()))
        another = counted and trigger.form in AT_TABLE and not self._of_now(trigger)
        return self._states_of(last, trigger) if another or adjectives & set(self.words["serial_adjectives"]) else last

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

    def _noun(self, trigger: Trigger, verb: Token | None) -> list[Party]:
        """Beside the noun first, then beside the verb that governs it."""
        found = self._beside(trigger, verb)
        if verb is None:
            return self._unverbed(trigger, found)
        noun = trigger.token
        relation = syntax.relation(self._whole(noun), verb)
        if relation in ("advcl", "npadvmod"):
            return found
        if relation == "for" and verb.lemma_ in self.words["praising_verbs"]:
            return [*self.nouns.asked_of(verb, noun, trigger.sentence), *found]  # "commended X for the meeting with Y"
        above = noun.head.head if noun.dep_ == "pobj" else noun
        if above.lower_ == "ahead" and (len(countries_of(found)) > 1 if trigger.form != "visit" else not found):
            return found  # "ahead of the trip, X travelled to Y", "met Z ahead of Z's meeting with W": not his
        found = self._carried(trigger, verb, relation, found + self.nouns.asked(noun, trigger.sentence))
        found = self._during(trigger, verb, relation, found)
        found = self._asked(trigger, verb, relation, found)
        return self._mediated(trigger, verb, relation, self._told_after(trigger, verb, relation, found))

    def _beside(self, trigger: Trigger, verb: Token | None) -> list[Party]:
        """Whom the noun names as partner, owner or addressee."""
        noun, sentence = trigger.token, trigger.sentence
        found = self.nouns.beside(noun, sentence, trigger.form == "visit")
        partners = (*PARTNER, "to") if trigger.form == "call" else (*PARTNER, *trigger.partner_prepositions)
        inner = [t for t in syntax.prepositional(noun, "of") if trigger.first > noun.i or self._within(trigger, t)]
        for partner in (p for at in (noun, *inner) for p in syntax.prepositional(at, *partners)):
            if trigger.form != "visit" or not travels_along(partner):
                found += self.sides.all(partner, sentence)
        about = syntax.clauses_about(noun)
        found += self.nouns.holders(about, sentence)
        found += self.nouns.callers(about, sentence) if trigger.form == "call" else []
        for clause in (*about, *(c for a in about for c in a.children if c.dep_ == "xcomp")):
            if trigger.form == "visit" and syntax.inside_of(clause):
                continue  # "a visit, during which he met with Y"
            for partner in syntax.prepositional(clause, "with", "between"):
                found += self.sides.party(partner, sentence)
        if trigger.form == "correspondence":
            below = syntax.prepositional(noun, "of", "from", "with")
            writers = self._writers(noun, verb)
            found += [p for t in writers for p in self.sides.party(t, sentence)]
            clauses = [c for t in (noun, *writers) for c in t.children if c.dep_ == "relcl"]
            borne = [c for c in clauses if c.lemma_ in self.words["bearing_verbs"]]  # "a letter, which he handed to Y"
            for at in (t for t in (noun, *below, *borne, verb) if t is not None):
                for partner in syntax.prepositional(at, "to", *(("for",) if at.i == noun.i else ())):
                    found += self.sides.party(partner, sentence)
            found += self.nouns.asked_of(verb, noun, sentence) if verb is not None else []
            found += self.letters.ends(noun, verb, sentence, found) if len(countries_of(found)) < 2 else []
        round_trip = noun.lemma_.lower() in self.words["round_trips"]
        if trigger.form != "visit" or not (found or round_trip):
            own = [*syntax.prepositional(noun, *OWNER)]
            own += [n for o in own if self._within(trigger, o) for n in syntax.prepositional(o, *OWNER)]
            for owner in own:
                found += self.sides.party(owner, sentence)
                found += self.nouns.of_body(owner, sentence, found)
        if trigger.form == "visit" and not any(p.actor.kind in ("person", "office", "group") for p in found):
            found += self.nouns.after_place(noun, sentence)
        if self.nouns.lacks_its_own(about, found):
            found += self.nouns.own_clause(noun, sentence)
        return found

    def _unverbed(self, trigger: Trigger, found: list[Party]) -> list[Party]:
        """ "A good talk with X tonight": of a noun without a verb, also who says so."""
        noun, sentence = trigger.token, trigger.sentence
        speaker = (
            self.verbs.speaker(noun, sentence) if noun.dep_ in ("ROOT", "conj") or noun.head.dep_ == "ROOT" else None
        )
        found = found or (self.nouns.told_next(sentence) if noun.dep_ == "ROOT" else [])
        return [speaker, *found] if speaker is not None else found

    def _carried(self, trigger: Trigger, verb: Token, relation: str, found: list[Party]) -> list[Party]:
        """ "X held talks with Y", "A and B closed the round": subject and partners of a verb that carries it."""
        noun, sentence = trigger.token, trigger.sentence
        carried = (
            syntax.with_particle(verb) in self.words["light_verbs"]
            or verb.lemma_ in self.words["light_verbs"]
            or relation in self.words["prepositions_during"]
            or (verb.lemma_ in self.words["hosting_verbs"] and relation == "object")
        )
        carried = carried or bool(asking(noun, self.words))
        carried = carried or (
            trigger.form == "visit"
            and (relation == "after" or syntax.at_the_end_of(noun, self.words["endings"]))
            and verb.lemma_ in self.words["quitting_verbs"]
        )
        carried = carried or (trigger.form == "correspondence" and verb.lemma_ in self.words["bearing_verbs"])
        carried = carried and not (trigger.form == "correspondence" and verb.lemma_ in self.words["unsealing_verbs"])
        carried = carried and not self._account_of(noun) and not self.places.told_as_venue(verb)
        carried = carried and not self._only_bears(trigger, verb)
        theirs = trigger.form == "visit" and bool(found)
        if relation != "subject" and carried and not theirs and not self._for_others(verb, found):
            found = [*(p for p in self.verbs.subject(verb, sentence) if not self._only_tells(p, verb)), *found]
        if not found and relation != "subject" and trigger.form == "talks" and self._round(noun):
            found = [p for p in self.verbs.subject(verb, sentence) if p.country]
            found = found if len(countries_of(found)) == 2 else []
        if not found and relation in ("object", *SEQUEL) and trigger.form in AT_TABLE:
            both = list(self.verbs.subject(verb, sentence))  # "A and B closed another round", "agreed after talks"
            found = both if len(countries_of(both)) > 1 else []
        if relation in ("object", "subject"):
            for partner in syntax.prepositional(
                verb,
                "with",
                *(("by",) if relation == "object" or syntax.is_passive(verb) else ()),
                "between",
                *(("from", "to") if trigger.form == "call" else ()),
                *(("to",) if trigger.form == "ceremony" else ()),
            ):
                found += self.sides.party(partner, sentence)
            if trigger.treat:
                found += self.nouns.honoured(noun, verb, sentence) or self._guest_of_honour(verb)
        if not found and relation == "subject" and trigger.form in AT_TABLE:
            found = self.nouns.where_they_sat(verb, sentence)
        if carried and relation == "object" and trigger.form != "visit" and len(countries_of(found)) < 2:
            placed = (t for t in self.verbs.strayed(verb, ()) if t.head.head.pos_ == "PROPN")
            found += [p for t in placed for p in self.sides.party(t, sentence)]
        return found

    def _only_bears(self, trigger: Trigger, verb: Token) -> bool:
        """ "delivered a message from President X to Y": it is X's, and not of who carries it."""
        borne = trigger.form == "correspondence" and verb.lemma_ in self.words["bearing_verbs"]
        own = (c for c in trigger.token.lefts if c.dep_ in ("poss", "compound"))
        writers = [*self._writers(trigger.token, verb), *own] if borne else []
        return any(p.actor.kind == "person" for t in writers for p in self.sides.named(t, trigger.sentence))

    def _writers(self, letter: Token, verb: Token | None) -> list[Token]:
        """X in "a message from X", wherever the parser hung him."""
        beside = syntax.prepositional(verb, "from") if verb is not None else ()
        return [*syntax.prepositional(letter, "from"), *(t for t in beside if t.head.i == letter.i + 1)]

    def _for_others(self, verb: Token, found: Sequence[Party]) -> bool:
        """ "agreed to hold talks between their military authorities": those who agree do not sit at them."""
        settled = verb.dep_ == "xcomp" and verb.head.lemma_ in self.words["agreeing_verbs"]
        arranged = syntax.with_particle(verb) in self.words["arranging_verbs"]
        return (settled or arranged) and len(countries_of(found)) > 1

    def _guest_of_honour(self, verb: Token) -> list[Party]:
        """ "gave a banquet in honour of the guest": of the one who the text told had come."""
        guest = any(t.lemma_.lower() in self.words["guests"] for t in verb.subtree)
        return list(self.last_of.get("visit", ())) if guest else []

    def _during(self, trigger: Trigger, verb: Token, relation: str, found: list[Party]) -> list[Party]:
        """ "told X at a meeting", "was received for talks by X": whom a clause names that the noun is the scene of."""
        sentence = trigger.sentence
        if relation in self.words["prepositions_during"] and trigger.form != "visit" and len(countries_of(found)) < 2:
            found += [p for p in self.nouns.addressed(verb, sentence) if p.country not in countries_of(found)]
        by = syntax.agent_of(verb) if syntax.is_passive(verb) else None
        if by is not None and relation in ("for", "at", "in", "during"):
            told = syntax.passive_subject(verb)
            found += [*self.sides.all(by, sentence), *(self.sides.all(told, sentence) if told is not None else [])]
            found += self.verbs.before(verb, sentence)[:1] if told is None else []
        return found

    def _asked(self, trigger: Trigger, verb: Token, relation: str, found: list[Party]) -> list[Party]:
        """Who awaits the noun, is invited to it or asked for it."""
        noun, sentence = trigger.token, trigger.sentence
        if verb.lemma_ in self.words["awaiting_verbs"] and relation in ("for", "at"):
            found += [*self.verbs.subject(verb, sentence), *self.nouns.asked_of(verb, noun, sentence)]
        if verb.lemma_ in self.words["inviting_verbs"] and relation in ("to", "for"):
            guests = [p for c in verb.children if c.dep_ == "dobj" for p in self.sides.all(c, sentence)]
            found = [*self.verbs.subject(verb, sentence), *guests, *found]
        above = verb.head
        if verb.dep_ == "acl" and above.lemma_.lower() in self.words["invitations"] and trigger.form in AT_TABLE:
            found = [*self.verbs.subject(syntax.clause_of(above), sentence), *found]
        bid = verb.dep_ in ("xcomp", "ccomp") and verb.tag_ == "VB" and above.lemma_ in self.words["bidding_verbs"]
        if bid and trigger.form in AT_TABLE:
            found = [*self.verbs.subject(above, sentence), *self.nouns.asked_of(above, noun, sentence), *found]
        if verb.lemma_ in self.words["asking_verbs"] and relation in ("for", "object") and len(countries_of(found)) < 2:
            found += [*self.verbs.subject(verb, sentence), *self.nouns.asked_of(verb, noun, sentence)]
        return found

    def _told_after(self, trigger: Trigger, verb: Token, relation: str, found: list[Party]) -> list[Party]:
        """ "on the phone to X", "gave X a call"."""
        sentence = trigger.sentence
        if trigger.entry.words("after"):
            for partner in syntax.prepositional(verb, "with", "to"):
                found += self.sides.party(partner, sentence)
            found = found if len(countries_of(found)) > 1 else self.nouns.both_in(sentence) or found
        if trigger.form == "call" and relation == "object":
            found += [p for c in verb.children if c.dep_ == "dative" for p in self.sides.all(c, sentence)]
        return found

    def _mediated(self, trigger: Trigger, verb: Token, relation: str, found: list[Party]) -> list[Party]:
        """Who only brings the others together, as a mediator."""
        between = relation == "object" and any(True for _ in syntax.prepositional(trigger.token, "between", "among"))
        if verb.lemma_ in self.words["mediating_verbs"] or (between and verb.lemma_ in self.words["hosting_verbs"]):
            subject = syntax.subject(verb)
            hosts = {self.scene.at(t, trigger.sentence) for t in syntax.conjuncts(subject)} if subject else set()
            found = [replace(p, role="mediator") if p.actor.span.start in hosts else p for p in found]
        return found

    def _account_of(self, noun: Token) -> bool:
        """ "the ministry gave its version of the call": whose account it is was not on the line for that."""
        above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
        return above is not None and above.lemma_.lower() in self.words["accounts"]

    def _within(self, trigger: Trigger, noun: Token) -> bool:
        """Whether a noun after "of" is of the engagement's name: "a round of talks", "session of the commission"."""
        near = trigger.first <= trigger.token.i <= noun.i < trigger.token.i + 3
        return near or noun.lemma_.lower() in self.words["joint_bodies"]

    def _round(self, noun: Token) -> bool:
        """ "A and B blamed each other for the failure of the second round of talks": one of theirs."""
        whole = self._whole(noun)
        counted = any(c.dep_ == "amod" and c.lower_ in self.words["rounds"] for c in whole.children)
        return counted and any(c.lower_ == "the" for c in whole.children)

    def _whole(self, noun: Token) -> Token:
        """ "a second day of talks": the day, as what the talks hang on their verb by."""
        part = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in self.words["parts"]
        return noun.head.head if part else noun

    def _only_tells(self, party: Party, verb: Token) -> bool:
        """ "the spokesman said in a readout of the call": who only gives account of it was not on the line."""
        spokesman = party.entity is not None and party.entity.portfolio == "spokesperson"
        return spokesman and any(v.lemma_ in self.small["speech_verbs"] for v in (verb, *verb.ancestors))
