"""The side that a clause leaves out: who was met, who travels, who received, where home is.

In: a trigger with the sides that its clause names, and the frame. Out: the sides and grounds to add. A side is added
only where the clause has room for one: no partner stands there that is none of the cast's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Country, Place
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.actors.lexicon import HEADS
from detente.reading.engagements.party import Party, countries_of
from detente.reading.engagements.sides.frame import Frame
from detente.reading.engagements.sides.gatherings import AT_TABLE
from detente.reading.engagements.sides.ourselves import of_me
from detente.reading.engagements.sides.phrase import Sides
from detente.reading.engagements.triggers import Trigger
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

# forms whose noun, with one side beside it, promises no other ("her calls", "his letters")
DIRECT = frozenset({"call", "video_call", "correspondence"})
# A summit told of in the first sentences is what the report is about; so many leaders make it one of many sides.
OPENING, MANY = 2, 3
SEQUEL = ("after", "following")
JOINT = frozenset({"meeting", "talks", "summit_session"})


class Absent:
    """Fills in what a clause leaves out."""

    def __init__(self, scene: Scene, cast: Cast, words: dict[str, list[str]], frame: Frame, sides: Sides) -> None:
        self.scene, self.cast, self.words, self.frame, self.sides = scene, cast, words, frame, sides
        self.small = cast.lexicon.words

    def both(self, trigger: Trigger, verb: Token | None, parties: Sequence[Party]) -> list[Party]:
        """ "The next round is planned for May", "experts from both sides will meet": the two states that the text
        is about, where it is about two."""
        if trigger.form not in JOINT or any(p.country for p in parties):
            return []
        if trigger.noun and trigger.form == "summit_session":
            return []
        if trigger.noun and (verb is None or not self._takes_place(trigger, verb)):
            return []
        named = [p for p in parties if p.actor.kind == "person" and p.actor.official]  # "The envoys, X and Y, met"
        if not trigger.noun and len(named) != 2 and not any(p.actor.kind == "group" for p in parties):
            return []
        return self.frame.dyad(trigger.sentence)

    def page_s_own(self, trigger: Trigger, parties: Sequence[Party]) -> list[Party]:
        """ "Telephone conversation with the President of X" above an office's own text: the side of its own state."""
        own, sides, tokens = self.cast.own, countries_of(parties), trigger.sentence.tokens
        if own is None or not sides or own in sides or trigger.token.left_edge.i != tokens.start:
            return []
        with_whom = any(c.lower_ == "with" for c in trigger.token.children)
        if not with_whom or any(t.tag_ in syntax.TENSED for t in tokens) or syntax.subject(trigger.token) is not None:
            return []
        at_the_head = next((p for p in self.frame.protagonists() if p.country == own), None)
        return [at_the_head or self.frame.state(own, trigger.sentence, self.scene.cover(trigger.sentence, [tokens[0]]))]

    def reached_at(self, trigger: Trigger, verb: Token | None) -> list[Party]:
        """ "The deal was struck at a meeting in X": between the two whom the text is about."""
        if not trigger.noun or trigger.form not in AT_TABLE or verb is None or not syntax.is_passive(verb):
            return []
        outcome = syntax.passive_subject(verb)
        told = outcome is not None and outcome.lemma_.lower() in self.words["outcomes"]
        during = syntax.relation(trigger.token, verb) in {*self.words["prepositions_during"], *SEQUEL}
        return self.frame.only(2, trigger.sentence) if told and during else []

    def silent_since(self, trigger: Trigger, parties: Sequence[Party]) -> list[Party]:
        """ "the presidents, who have not spoken since the call of June": those who have been silent had that call."""
        link = trigger.token.head
        if not trigger.noun or parties or trigger.form == "visit" or link.lower_ != "since":
            return []
        talking = {*self.words["speaking_verbs"], *self.small["meeting_verbs"]}
        quiet = (t for t in trigger.sentence.tokens if t.lemma_ in talking and t.i < link.i and syntax.negated(t))
        for verb in (v for v in quiet if {"have", "has", "had"} & set(syntax.auxiliaries(v))):
            subject = syntax.subject(verb)
            if subject is not None and subject.tag_ == "NNS":
                return self.sides.pair(subject, trigger.sentence)
        return []

    def posted(self, trigger: Trigger, verb: Token | None, parties: Sequence[Party]) -> list[Party]:
        """ "A note was handed to the embassy of X in Y": by the government of the place where the embassy stands."""
        sides = countries_of(parties)
        if trigger.form != "correspondence" or not trigger.noun or len(sides) != 1:
            return []
        borne = syntax.prepositional(verb, "to") if verb is not None else ()
        for whom in (*syntax.prepositional(trigger.token, "to"), *borne):
            for where in (*syntax.prepositional(whom, "in"), *(syntax.prepositional(verb, "in") if verb else ())):
                seat = self.cast.country_at(where, trigger.sentence)
                if seat is not None and seat not in sides and self.sides.all(whom, trigger.sentence):
                    return [self.frame.state(seat, trigger.sentence)]
        return []

    def agreed(self, trigger: Trigger, verb: Token | None, parties: Sequence[Party]) -> list[Party]:
        """ "The two presidents agreed that talks of experts would be held", "that the Joint Commission would meet": the
        states of those who agree."""
        verb = trigger.token if not trigger.noun and self._of_a_body(trigger.token) else verb
        if trigger.form not in JOINT or verb is None or parties or not (trigger.noun or verb is trigger.token):
            return []
        clause = verb.head if verb.dep_ == "conj" and verb.head.dep_ == "ccomp" else verb
        above = clause.head
        passive = not trigger.noun or syntax.is_passive(verb)
        if clause.dep_ != "ccomp" or above.lemma_ not in self.words["agreeing_verbs"] or not passive:
            return []
        subject = syntax.subject(above)
        sides = countries_of(self.sides.all(subject, trigger.sentence)) if subject is not None else set()
        ordered = sorted(sides, key=self.frame.first_named)
        return [self.frame.state(c, trigger.sentence) for c in ordered] if len(sides) == 2 else []

    def _of_a_body(self, verb: Token) -> bool:
        """Whether it is a body of the two that is to meet."""
        subject = syntax.subject(verb)
        return subject is not None and subject.lemma_.lower() in self.words["joint_bodies"]

    def delegated(self, trigger: Trigger, verb: Token | None, parties: list[Party]) -> list[Party]:
        """ "The presidents agreed to hold high-level talks", "to hold the fifth round of the Strategic Dialogue": of
        officials of the two states, not the leaders' own."""
        if trigger.form != "talks" or not trigger.noun or verb is None or verb.dep_ != "xcomp":
            return parties
        words = {w.lemma_.lower() for c in trigger.token.lefts for w in (c, *c.subtree)}
        official = bool(words & set(self.words["levels_of_talks"])) or self._of_a_mechanism(trigger.token)
        settled = verb.head.lemma_ in self.words["agreeing_verbs"] and official
        sides = countries_of(parties)
        if not settled or len(sides) != 2:
            return parties
        return [self.frame.state(c, trigger.sentence) for c in sorted(sides, key=self.frame.first_named)]

    def at_work(self, trigger: Trigger, verb: Token | None, parties: list[Party]) -> list[Party]:
        """ "agreed to begin negotiations on a border", "took stock of the negotiations", "the next meeting of the joint
        commission": officials of the two states sit there, and not who speaks of it."""
        sides, noun = countries_of(parties), trigger.token
        if trigger.form not in JOINT or not trigger.noun or len(sides) != 2:
            return parties
        if any(True for _ in syntax.prepositional(noun, "with", "between")):
            return parties
        if not (self._line_of_talks(noun, verb) or self._to_be_held_by_a_body(noun)):
            return parties
        return self.sides.groups(noun, sorted(sides, key=self.frame.first_named), trigger.sentence)

    def _line_of_talks(self, noun: Token, verb: Token | None) -> bool:
        """Whether negotiations are only to be begun or taken up again, or are spoken of."""
        if noun.lemma_.lower() not in self.words["lines_of_talks"]:
            return False
        above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun.head
        settled = verb is not None and (verb.dep_ in ("xcomp", "ccomp") or (verb.dep_ == "conj" and verb.tag_ == "VB"))
        begun = (
            settled
            and noun.dep_ == "dobj"
            and verb is not None
            and verb.lemma_ in {*self.words["starting_verbs"], *self.words["resuming_verbs"]}
        )
        return begun or above.lemma_.lower() in self.words["beginnings"]

    def _to_be_held_by_a_body(self, noun: Token) -> bool:
        """ "the next meeting of the joint commission"."""
        bodies = (t for t in syntax.prepositional(noun, "of") if t.lemma_.lower() in self.words["joint_bodies"])
        next_one = any(c.lower_ in self.words["serial_adjectives"] for c in noun.children)
        return next_one and any(True for _ in bodies)

    def _of_a_mechanism(self, noun: Token) -> bool:
        """ "the fifth round of the Strategic Dialogue": a round that goes on whoever sits there."""
        named = noun.dep_ == "pobj" and noun.head.lower_ == "of"
        of = [noun] if named else list(syntax.prepositional(noun, "of"))
        return any(t.lower_ in self.words["mechanisms"] for at in of for t in (at, *at.lefts))

    def assembly(self, trigger: Trigger, parties: Sequence[Party], places: Sequence[Place]) -> list[Party]:
        """Who sits at a summit that names no two sides: the leaders that a report of it names; at one that is only
        mentioned its body and its host."""
        if not trigger.noun or trigger.form != "summit_session" or len(countries_of(parties)) > 1:
            return []
        bodies = [p for p in parties if p.country and p.country not in self.cast.lexicon.country_names]
        link = trigger.token.head
        aside = trigger.token.dep_ == "pobj" and (
            link.head.lemma_ in self.words["sidelines"]
            or (link.lower_ == "for" and link.head.lemma_ in self.words["motion"])
        )
        leaders = self.frame.leaders() if trigger.sentence.index <= OPENING and not aside else []
        if len(leaders) >= MANY:
            return [*bodies, *leaders]
        hosts = [p for p in places if p.country and bodies]
        return [*bodies, *(self.frame.state(p.country, trigger.sentence, p.span) for p in hosts[:1] if p.country)]

    def _takes_place(self, trigger: Trigger, verb: Token) -> bool:
        """Whether a noun of its own is said to take place, and is another one of its kind or a joint one."""
        series = {c.lower_ for c in trigger.token.subtree if c.dep_ in ("amod", "advmod", "compound", "nmod")}
        told = verb.lemma_ in self.words["happening_verbs"] or verb.lemma_ in self.words["planning_verbs"]
        serial = bool(series & {*self.words["distinct_adjectives"], *self.words["joint_adjectives"]})
        partners = any(True for _ in syntax.prepositional(trigger.token, "with", "between"))
        return told and serial and not partners and syntax.relation(trigger.token, verb) in ("subject", "object")

    def home_ground(self, trigger: Trigger, parties: Sequence[Party]) -> list[Place]:
        """A foreigner who lands at a place that no table knows has landed at home."""
        sides = countries_of(parties)
        if trigger.noun or not self.frame.home or not sides or self.frame.home in sides:
            return []
        for noun in syntax.prepositional(trigger.token, *trigger.partner_prepositions):
            named = noun.pos_ == "PROPN" and not syntax.dated(noun.head)
            if named and self.cast.country_at(noun, trigger.sentence) is None:
                span = self.scene.phrase(noun, trigger.sentence)
                return [Place(span.text, self.frame.home, span)]
        return []

    def own_ground(self, trigger: Trigger, parties: Sequence[Party]) -> list[Place]:
        """ "The Ministry regrets the cancellation of Minister Y's visit": a visit of which a state's own text does not
        say where it leads, leads there, if the text is about those two alone."""
        own, sides = self.cast.own, countries_of(parties)
        people = any(p.actor.kind == "person" for p in parties)
        if not trigger.noun or own is None or len(sides) != 1 or own in sides or not people:
            return []
        named = {e.country for e in self.cast.entities.values() if e.country}
        state = self.frame.state(own, trigger.sentence)
        return [Place(self.cast.lexicon.country_names[own], own, state.actor.span)] if named <= sides | {own} else []

    def receiver(self, trigger: Trigger, verb: Token | None, parties: Sequence[Party]) -> list[Place]:
        """ "X called off a visit by Y's minister", "X said that Y's minister would visit": whoever settles another's
        visit is the one to be visited."""
        sides = countries_of(parties)
        subject = self._settling(trigger, verb)
        if subject is None or not sides:
            return []
        names = self.cast.lexicon.country_names
        return [
            Place(names[p.country], p.country, p.actor.span)
            for p in self.sides.all(subject, trigger.sentence)
            if p.country in names and p.country not in sides and (p.actor.official or _of_rank(p))
        ]

    def _settling(self, trigger: Trigger, verb: Token | None) -> Token | None:
        """Who decides on a visit, or gives word of it."""
        if trigger.noun:
            role = syntax.relation(_whole(trigger.token), verb) if verb is not None else None
            if verb is None or role not in ("object", "subject"):
                return None
            itself = syntax.is_passive(verb) or (role == "subject" and syntax.negated(verb))  # "has not taken place"
            if verb.dep_ == "ccomp" and itself and syntax.agent_of(verb) is None:
                return syntax.subject(verb.head)  # "X's ministry said that the visit of Y had been cancelled"
            return syntax.subject(verb) if role == "object" else None
        told = trigger.token.dep_ == "ccomp" and trigger.token.head.pos_ == "VERB"
        return syntax.subject(trigger.token.head) if told else None

    def travellers(self, trigger: Trigger, parties: list[Party], destinations: Sequence[Place]) -> list[Party]:
        """Who goes; of "a visit to X with its premier, Y", who is at home there, the official of another country."""
        abroad, sides = {p.country for p in destinations if p.country}, countries_of(parties)
        with_whom = any(True for _ in syntax.prepositional(trigger.token, "with"))
        if parties and not (trigger.noun and sides and sides <= abroad and with_whom):
            return parties
        found = self.traveller(trigger, destinations)
        return [*found, *(replace(p, role="host") for p in parties)] if found else parties

    def traveller(self, trigger: Trigger, destinations: Sequence[Place]) -> list[Party]:
        """ "A trip to X has been dropped": by the official of another country told of last."""
        abroad = {p.country for p in destinations if p.country}
        if not trigger.noun or not abroad:
            return []
        found = self.frame.traveller(abroad, trigger.sentence, trigger.token.i)
        return [found] if found is not None else []

    def missing(self, trigger: Trigger, verb: Token | None, parties: Sequence[Party]) -> list[Party]:
        """The side that the clause leaves out, where it leaves one out: told of in the sentences around."""
        sides = countries_of(parties)
        stateless = any(p.country is None and p.actor.kind == "person" for p in parties)
        none = any(c.lower_ in ("no", "any") for c in trigger.token.children)
        if len(sides) == 1 and none and verb is not None:
            return [p for p in self._denier(verb, trigger) if p.country and p.country not in sides]
        opposite = bool(trigger.entry.data.get("opposite"))  # "at the other end was X": of whoever rang
        left_out = opposite or (not _told_whole(trigger) and self._leaves_out(trigger, verb, parties))
        left_out = left_out and not (self._at_home(trigger, verb, parties) or _own_sitting(trigger, parties))
        if len(sides) > 1 and self._all_met(trigger, parties):
            found = self.frame.traveller({*sides}, trigger.sentence, trigger.token.i)
            return [found] if found is not None else []
        if len(sides) != 1 or stateless or none or not left_out or self._of_members(trigger, parties):
            return []
        if not trigger.noun and of_me(trigger.token, self.small["first"]):
            return self._our_own(sides, trigger.sentence)
        other = self.frame.other(parties, trigger.sentence, trigger.token)
        far = other is not None and other.actor.span.start < trigger.sentence.start
        named = any(True for _ in syntax.prepositional(trigger.token, "with", "between"))
        # who is meant in talk ("this meeting") is known to those who hear it, and is seldom who was named last
        if other is None or (trigger.noun and far and not named and self.frame.in_turns):
            return []
        if far and trigger.noun and not named and (met := self._they_met(other, sides)):
            return met
        if other.country and _handed_over(trigger, verb, parties):
            return [self.frame.state(other.country, trigger.sentence)]
        himself = self._who_does_it(verb, other, trigger.sentence) if trigger.noun and verb is not None else None
        return [himself.of(other.country) if himself is not None and other.country else other]

    def _they_met(self, other: Party, sides: set[Country]) -> list[Party]:
        """ "X met Y. Z attended the meeting. After the session X said …": whom he met, and not who only looked on."""
        pair = self.sides.last_pair
        rest = [p for p in pair if p.country and p.country not in sides]
        theirs = bool(rest) and sides < countries_of(pair) and other.country not in countries_of(pair)
        return rest if theirs and self._attended(other) else []

    def _attended(self, party: Party) -> bool:
        """Whether somebody is told to have attended, where he is named."""
        at = party.actor.span.start
        told = next((s for s in self.scene.sentences if s.start <= at < s.end), None)
        verbs = [v for v in told.tokens if v.lemma_ in self.words["attending_verbs"]] if told is not None else []
        who = (syntax.agent_of(v) if syntax.is_passive(v) else syntax.subject(v) for v in verbs)
        return told is not None and any(self.scene.at(t, told) == at for w in who if w is not None for t in w.subtree)

    def _all_met(self, trigger: Trigger, parties: Sequence[Party]) -> bool:
        """ "Bilateral meetings are planned with the ministers of X and Y": whoever meets each of them is left out."""
        several = trigger.noun and trigger.token.tag_ == "NNS" and trigger.form in JOINT
        around = (trigger.token, syntax.clause_of(trigger.token))
        with_whom = [t for at in around for n in syntax.prepositional(at, "with") for t in n.subtree]
        starts = {self.scene.at(t, trigger.sentence) for t in with_whom}
        return several and all(p.actor.span.start in starts for p in parties)

    def _of_members(self, trigger: Trigger, parties: Sequence[Party]) -> bool:
        """ "EU foreign ministers take up the case on Monday": the members of a body of states among themselves."""
        subject = syntax.subject(trigger.token) if not trigger.noun else None
        body = not countries_of(parties) & set(self.cast.lexicon.country_names)
        plural = subject is not None and subject.tag_ in ("NNS", "NNPS") and not syntax.is_passive(trigger.token)
        return body and plural and any(p.actor.kind == "group" for p in parties)

    def _who_does_it(self, verb: Token, other: Party, sentence: Sentence) -> Party | None:
        """ "X, who sat down for talks with Minister Y": the person who does it, where the text does not say of which
        state he is, or that he was of the other's; it is nobody else."""
        who = syntax.subject(verb)
        if who is not None and who.lower_ == "who" and verb.dep_ == "relcl":
            who = verb.head
        actor = self.cast.actor(who, sentence) if who is not None else None
        if who is None or actor is None or actor.kind != "person" or not actor.name:
            return None
        if actor.country not in (None, other.country):
            return None
        return Party(actor, self.cast.entity(who, sentence), None)

    def _our_own(self, sides: set[Country], sentence: Sentence) -> list[Party]:
        """ "I have just spoken with X", of a speaker who is not known: the state whose text it is, and no third one."""
        own = self.cast.own
        if own is None or own in sides:
            return []
        return [self.frame.state(own, sentence, self.scene.span(sentence.start, sentence.end))]

    def at_their_place(
        self, trigger: Trigger, verb: Token | None, parties: Sequence[Party], places: Sequence[Place]
    ) -> list[Party]:
        """ "X's deputy minister had two days of talks in Y": with whom, if not with those who are at home there, where
        that state is one of the text's sides."""
        people = [p for p in parties if p.actor.kind in ("person", "organisation") and p.actor.official and p.country]
        sides = countries_of(parties)
        at_table = trigger.noun and trigger.form == "talks" and not trigger.in_passing
        if not at_table or len(sides) != 1 or len(people) != len(parties):
            return []
        told = any(True for _ in syntax.prepositional(trigger.token, "with", "between", "among"))
        grounds = {p.country: p for p in places if p.country}
        about = {e.country for n, e in self.cast.entities.items() if self.cast.mentions[n].kind != "place"}
        went = verb.head if verb is not None and verb.dep_ == "conj" else None
        if went is not None and (went.lemma_ == "be" or went.lemma_ in self.words["motion"]):
            about |= set(grounds)  # "was in X on Monday and held talks"
        if told or len(grounds) != 1 or set(grounds) & sides or not set(grounds) <= about:
            return []
        country, place = next(iter(grounds.items()))
        return [self.frame.state(country, trigger.sentence, place.span)] if country is not None else []

    def told_of_after(self, trigger: Trigger, verb: Token | None, parties: Sequence[Party]) -> list[Party]:
        """ "Y will not fill the dam before June, X's ministry said after talks in Z": the state whose deeds the other
        side tells of right after talks."""
        after = trigger.noun and trigger.form == "talks" and _whole(trigger.token).head.lower_ in SEQUEL
        sides = countries_of(parties)
        partners = any(True for _ in syntax.prepositional(trigger.token, "with", "between", "among"))
        if not after or partners or verb is None or len(sides) != 1 or verb.lemma_ not in self.small["speech_verbs"]:
            return []
        told = next((c for c in verb.children if c.dep_ in ("ccomp", "parataxis")), None)
        subject = syntax.subject(told) if told is not None else None
        found = self.sides.all(subject, trigger.sentence) if subject is not None else []
        other = next((p.country for p in found if p.country and p.country not in sides), None)
        return [self.frame.state(other, trigger.sentence)] if other is not None else []

    def _denier(self, verb: Token, trigger: Trigger) -> list[Party]:
        """ "X denied that any meeting with Y had taken place": X is the other side."""
        above = verb.head
        denies = verb.dep_ == "ccomp" and above.lemma_ in self.words["denying_verbs"]
        subject = syntax.subject(above) if denies else None
        return self.sides.party(subject, trigger.sentence) if subject is not None else []

    def host(self, trigger: Trigger, parties: Sequence[Party], places: Sequence[Place]) -> list[Party]:
        """ "was received in X", "a banquet was held for him in X": by the government of the place, else of home."""
        verb = syntax.clause_of(trigger.token) if trigger.noun else trigger.token
        received = trigger.treat or (not trigger.noun and verb.lemma_ in self.words["hosting_verbs"])
        if not received or not syntax.is_passive(verb) or syntax.agent_of(verb) is not None:
            return []
        sides = countries_of(parties)
        hosts = [p.country for p in places if p.country] or ([self.frame.home] if self.frame.home else [])
        if not sides or len(sides) > 1 or not hosts or hosts[0] in sides:
            return []
        shown = places[0].span if places else None
        return [replace(self.frame.state(hosts[0], trigger.sentence, shown), role="host")]

    def _leaves_out(self, trigger: Trigger, verb: Token | None, parties: Sequence[Party]) -> bool:
        """Whether a clause with one side has room for another: no partner stands there that is none of the cast's."""
        token = trigger.token
        partners = list(syntax.prepositional(token, "with", "between", "to"))
        if verb is not None and syntax.relation(token, verb) in ("object", "subject"):
            partners += syntax.prepositional(verb, "with", "to")
        if not trigger.noun and trigger.object_kind == "party":
            thing = syntax.direct_object(token)
            partners += [thing] if thing is not None else []
        known = {p.actor.span.start for p in parties}
        strangers = [t for t in partners if not self._resolved(t, trigger.sentence, known)]
        if any(t.lemma_.lower() not in self.words["relational_nouns"] for t in strangers):
            return False
        if any(self._own_people(t, trigger.sentence, parties) for t in partners):
            return False
        if partners or (not trigger.noun and self._plural_subject(token)):
            return True
        definite = any(c.lower_ == "the" for c in token.children) or syntax.dated_by_owner(token)
        return trigger.noun and trigger.parties_needed < 2 and (trigger.form not in DIRECT or definite)

    def _own_people(self, token: Token, sentence: Sentence, parties: Sequence[Party]) -> bool:
        """ "went to see the soldiers of his own country there", "said at a meeting with local mayors": those of the one
        side that is named."""
        met, sides = self.sides.all(token, sentence), countries_of(parties)
        plain = token.lemma_.lower() not in self.words["relational_nouns"] and not self.sides.is_pair(token)
        own = plain and bool(met) and all(p.actor.kind == "group" and p.country in sides for p in met)
        return own and bool({p.key for p in parties} - {p.key for p in met})  # whose people they are stands there too

    def _at_home(self, trigger: Trigger, verb: Token | None, parties: Sequence[Party]) -> bool:
        """ "ministers who attended a meeting with the Prime Minister": a head of government with his own."""
        clause = verb if trigger.noun and verb is not None else trigger.token
        subject = syntax.subject(clause)
        if subject is not None and subject.tag_ == "WP" and clause.dep_ == "relcl":
            subject = clause.head
        heads = all(p.entity is not None and p.entity.level in HEADS for p in parties if p.country)
        own = subject is not None and subject.tag_ == "NNS" and subject.lemma_.lower() in self.words["own_ranks"]
        return own and heads and subject is not None and not any(c.pos_ in ("PROPN", "DET") for c in subject.lefts)

    def _resolved(self, token: Token, sentence: Sentence, known: set[int]) -> bool:
        return self.scene.at(token, sentence) in known or bool(self.sides.all(token, sentence))

    def _plural_subject(self, verb: Token) -> bool:
        subject = syntax.subject(verb)
        if syntax.is_passive(verb):
            return False
        return subject is not None and (subject.tag_ in ("NNS", "NNPS") or subject.lower_ in self.small["plural"])


def _handed_over(trigger: Trigger, verb: Token | None, parties: Sequence[Party]) -> bool:
    """ "A note was handed to the embassy": from the state, whoever of it is named around."""
    to_a_house = (
        bool(parties) and trigger.form == "correspondence" and all(p.actor.kind == "organisation" for p in parties)
    )
    return to_a_house and verb is not None and syntax.is_passive(verb) and syntax.agent_of(verb) is None


def _own_sitting(trigger: Trigger, parties: Sequence[Party]) -> bool:
    """ "The Cabinet will take it up at its meeting", "parliament's session": a body of a state sits by itself."""
    owned = trigger.noun and any(c.dep_ == "poss" for c in trigger.token.children)
    partners = any(True for _ in syntax.prepositional(trigger.token, "with", "between"))
    one = all(p.actor.kind == "organisation" for p in parties)
    return owned and one and not partners and trigger.token.lemma_.lower() in ("meeting", "session", "sitting")


def _of_rank(party: Party) -> bool:
    """A minister or head of government, of then or now: "X, who has left office, had cancelled Y's visit"."""
    return party.entity is not None and party.entity.level in (*HEADS, "minister")


def _whole(noun: Token) -> Token:
    """The noun that tells of another: the cancellation in "the cancellation of the visit"."""
    return noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun


def _told_whole(trigger: Trigger) -> bool:
    """ "a conversation between an official and a judge": both who took part are told, of whatever state they are."""
    between = (c for c in trigger.token.children if c.dep_ == "prep" and c.lower_ == "between") if trigger.noun else ()
    return any(len(syntax.conjuncts(n)) > 1 for c in between for n in c.children if n.dep_ == "pobj")
