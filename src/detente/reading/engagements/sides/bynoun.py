"""Who takes part in what a noun names: "talks between X and Y", "X held a meeting with Y", "was received for talks".

In: the trigger of a noun and the verb that governs it. Out: `Party`s: those beside the noun first, then those of the
verb that carries it, asks for it or brings it about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.engagements.party import Party, countries_of
from detente.reading.engagements.sides.absent import SEQUEL
from detente.reading.engagements.sides.gatherings import AT_TABLE
from detente.reading.engagements.sides.letters import Letters
from detente.reading.engagements.sides.nounsides import NounSides
from detente.reading.engagements.sides.phrase import Sides
from detente.reading.engagements.sides.places import PlaceFinder
from detente.reading.engagements.sides.theirs import travels_along
from detente.reading.engagements.sides.verbsides import VerbSides
from detente.reading.engagements.standing.requests import asking
from detente.reading.engagements.triggers import Trigger
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

PARTNER = ("with", "between", "among", "by", "from", "involving")
OWNER = ("of",)


class ByNoun:
    """Reads the parties of nouns; `last_of` are those who were last told of, by the form of what they took part in."""

    def __init__(
        self,
        scene: Scene,
        cast: Cast,
        words: dict[str, list[str]],
        sides: Sides,
        places: PlaceFinder,
        verbs: VerbSides,
        last_of: Mapping[str, tuple[Party, ...]],
    ) -> None:
        self.scene, self.words, self.small = scene, words, cast.lexicon.words
        self.sides, self.places, self.verbs, self.last_of = sides, places, verbs, last_of
        self.nouns, self.letters = NounSides(scene, words, sides), Letters(words, sides)

    def of(self, trigger: Trigger, verb: Token | None) -> list[Party]:
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
            found = self._of_letter(noun, verb, sentence, found)
        if trigger.form == "ceremony" and verb is not None and len(countries_of(found)) < 2:
            found += self.letters.handed(noun, verb, sentence)
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

    def _of_letter(self, noun: Token, verb: Token | None, sentence: Sentence, found: list[Party]) -> list[Party]:
        """The same with who wrote a letter, to whom it goes and of whom something is asked in it."""
        below = syntax.prepositional(noun, "of", "from", "with")
        writers = self._writers(noun, verb)
        found += [p for t in writers for p in self.sides.party(t, sentence)]
        clauses = [c for t in (noun, *writers) for c in t.children if c.dep_ == "relcl"]
        borne = [c for c in clauses if c.lemma_ in self.words["bearing_verbs"]]  # "a letter, which he handed to Y"
        for at in (t for t in (noun, *below, *borne, verb) if t is not None):
            for partner in syntax.prepositional(at, "to", *(("for",) if at.i == noun.i else ())):
                found += self.sides.party(partner, sentence)
        found += self.nouns.asked_of(verb, noun, sentence) if verb is not None else []
        return found + (self.letters.ends(noun, verb, sentence, found) if len(countries_of(found)) < 2 else [])

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
        if relation != "subject" and carried and not theirs and not self._for_others(noun, verb, found):
            found = [*(p for p in self.verbs.subject(verb, sentence) if not self._only_tells(p, verb)), *found]
        if not found and relation != "subject" and trigger.form == "talks" and self._round(noun):
            found = [p for p in self.verbs.subject(verb, sentence) if p.country]
            found = found if len(countries_of(found)) == 2 else []
        if not found and relation in ("object", *SEQUEL) and trigger.form in AT_TABLE:
            both = list(self.verbs.subject(verb, sentence))  # "A and B closed another round", "agreed after talks"
            found = both if len(countries_of(both)) > 1 else []
        tells = trigger.form == "visit" and verb.lemma_ in self.words["disclosing_verbs"]  # "was confirmed by Z"
        if relation in ("object", "subject"):
            for partner in syntax.prepositional(
                verb,
                "with",
                *(("by",) if relation == "object" or syntax.is_passive(verb) else ()),
                "between",
                *(("from", "to") if trigger.form == "call" else ()),
                *(("to",) if trigger.form == "ceremony" else ()),
            ):
                named = self.sides.party(partner, sentence)
                found += [p for p in named if not tells or p.actor.kind == "person"]
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

    def _for_others(self, noun: Token, verb: Token, found: Sequence[Party]) -> bool:
        """ "agreed to hold talks between their military authorities", "discussed the talks between A and B", "praised
        the talks of A with B": those who agree on them, speak of them or judge them do not sit at them."""
        between = syntax.prepositional(noun, "between") if verb.lemma_ in self.words["topic_verbs"] else ()
        if any(len(syntax.conjuncts(one)) > 1 for one in between):
            return True
        settled = verb.dep_ == "xcomp" and verb.head.lemma_ in self.words["agreeing_verbs"]
        arranged = syntax.with_particle(verb) in self.words["arranging_verbs"]
        judged = verb.lemma_ in self.words["judging_verbs"]
        return (settled or arranged or judged) and len(countries_of(found)) > 1

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
            asked = self.nouns.asked_of(above, noun, sentence)
            apart = len(countries_of(asked)) > 1 and above.lemma_ not in self.words["inviting_verbs"]
            asker = () if apart or _of_two(above) else self.verbs.subject(above, sentence)
            found = [*asker, *asked, *found]  # "urged A and B to hold talks" is not at them
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


def _of_two(verb: Token) -> bool:
    """ "Urged both sides to meet": whom a verb asks, told to be two."""
    asked = syntax.direct_object(verb)
    return asked is not None and any(c.lower_ in ("both", "two") for c in asked.children)
