"""Who takes part in an engagement that a trigger names, where it takes place, and who travels where.

In: a trigger, the cast, and the statements around it. Out: `Party`s, each with its actor and side, and
places. A plural pronoun or "the two ministers" stands for the last pair that met; words said by someone
with no subject of their own ("Spoke tonight with …") have the speaker for their subject.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Actor, Place, Role
from detente.reading import syntax
from detente.reading.attribution import Draft
from detente.reading.cast import Cast, Entity
from detente.reading.frame import Frame
from detente.reading.party import Attendance, Party, countries_of, once, unique
from detente.reading.lexicon import Title
from detente.reading.places import PlaceFinder
from detente.reading.scene import Scene, Sentence
from detente.reading.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

LEFT = ("compound", "amod", "nmod", "poss")
PARTNER = ("with", "between", "among", "by", "from", "involving")
OWNER = ("of",)
# Forms that reports use for one another when they speak of "the talks" or "the call" again.
KIN = {"video_call": "call", "talks": "meeting", "other": "meeting"}
HEADS: frozenset[str] = frozenset({"head_of_state", "head_of_government"})
LISTING = frozenset({",", "and", "of", "the", "as", "well"})


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
        self.counts = {"3": frozenset(words["three"]), "4": frozenset(words["four"])}
        self.last_pair: tuple[Party, ...] = ()
        self.last_of: dict[str, tuple[Party, ...]] = {}
        self.bound: dict[Country, tuple[Party, ...]] = {}

    def attendance(self, trigger: Trigger, verb: Token | None) -> Attendance:
        """Parties and places of a trigger; `verb` governs it, when it is a noun."""
        parties = self._noun(trigger, verb) if trigger.noun else self._verb(trigger)
        places, destinations = self.places.find(trigger, verb)
        parties = unique(parties) or self._recalled(trigger) or self._bound_for(trigger, destinations)
        named = len(parties)
        if trigger.form == "visit":
            parties = parties or self._traveller(trigger, destinations)
        else:
            parties = unique([*parties, *self._missing(trigger, verb, parties)])
        self._remember(trigger, parties, destinations)
        places = [] if trigger.form in ("call", "video_call", "correspondence") else places
        return Attendance(tuple(parties), tuple(once(places)), tuple(once(destinations)), len(parties) > named)

    def _remember(self, trigger: Trigger, parties: Sequence[Party], destinations: Sequence[Place]) -> None:
        if len(countries_of(parties)) >= 2:
            self.last_pair = tuple(parties)
            if trigger.form != "visit":
                self.last_of[KIN.get(trigger.form, trigger.form)] = tuple(parties)
        if trigger.form == "visit" and any(p.actor.kind == "person" for p in parties):
            self.last_of["visit"] = tuple(parties)
            self.bound.update({p.country: tuple(parties) for p in destinations if p.country})

    def _traveller(self, trigger: Trigger, destinations: Sequence[Place]) -> list[Party]:
        """ "A trip to X has been dropped": by the official of another country told of last."""
        abroad = {p.country for p in destinations if p.country}
        if not trigger.noun or not abroad:
            return []
        found = self.frame.traveller(abroad, trigger.sentence, trigger.token.i)
        return [found] if found is not None else []

    def _missing(self, trigger: Trigger, verb: Token | None, parties: Sequence[Party]) -> list[Party]:
        """The side that the clause leaves out, where it leaves one out: told of in the sentences around."""
        sides = countries_of(parties)
        stateless = any(p.country is None and p.actor.kind == "person" for p in parties)
        if len(sides) != 1 or stateless or not self._leaves_out(trigger, verb, parties):
            return []
        other = self.frame.other(parties, trigger.sentence, trigger.token)
        return [other] if other is not None else []

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
        if strangers:
            return False
        if partners or (not trigger.noun and self._plural_subject(token)):
            return True
        return trigger.noun and trigger.parties_needed < 2

    def _resolved(self, token: Token, sentence: Sentence, known: set[int]) -> bool:
        return self.scene.at(token, sentence) in known or bool(self._all(token, sentence))

    def _plural_subject(self, verb: Token) -> bool:
        subject = syntax.subject(verb)
        return subject is not None and (subject.tag_ in ("NNS", "NNPS") or subject.lower_ in self.small["plural"])

    def _recalled(self, trigger: Trigger) -> list[Party]:
        """ "the meeting", "an earlier visit": with no party named, those last told of."""
        determiners = {c.lower_ for c in trigger.token.children if c.dep_ == "det"} if trigger.noun else set()
        adjectives = {c.lower_ for c in trigger.token.children if c.dep_ in ("amod", "advmod")}
        known = determiners & {"the", "this", "that"} or adjectives & set(self.words["distinct_adjectives"])
        if not known:
            return []
        return list(self.last_of.get(KIN.get(trigger.form, trigger.form), ()))

    def _bound_for(self, trigger: Trigger, destinations: Sequence[Place]) -> list[Party]:
        """ "A trip to X set for May was scrapped": by the one who was told to travel there."""
        if trigger.form != "visit" or not trigger.noun:
            return []
        return next((list(self.bound[p.country]) for p in destinations if p.country in self.bound), [])

    def _verb(self, trigger: Trigger) -> list[Party]:
        verb, sentence = trigger.token, trigger.sentence
        found = list(self._subject(verb, sentence))
        if trigger.object_kind == "envoy":
            return self._summoned(verb, sentence, found)
        if trigger.object_kind == "party" and (thing := syntax.direct_object(verb)) is not None:
            passive = syntax.is_passive(verb)
            found += (
                []
                if passive and any(p.actor.span.start == self.scene.at(thing, sentence) for p in found)
                else self._all(thing, sentence)
            )
        for partner in syntax.prepositional(verb, *trigger.partner_prepositions, "with", "alongside"):
            if trigger.object_kind not in ("place", "none", "gathering", "envoy") or partner.head.lower_ in (
                "with",
                "alongside",
            ):
                found += self._party(partner, sentence)
        if verb.lemma_ in self.words["hosting_verbs"] and found:
            found = [replace(p, role="host" if n == 0 else "guest") for n, p in enumerate(found)]
        return found

    def _summoned(self, verb: Token, sentence: Sentence, hosts: Sequence[Party]) -> list[Party]:
        """ "X summoned Y's ambassador (in Z)": the envoy, and who summons, Z's government where nobody is named."""
        thing = syntax.direct_object(verb)
        guests = [p for p in self._all(thing, sentence) if p.entity is not None and p.entity.level == "envoy"] if thing else []
        if not guests or thing is None:
            return []
        hosts = [h for h in hosts if h.country and h.country != guests[0].country and h.actor.span != guests[0].actor.span]
        if hosts:
            return [*(replace(h, role="host") for h in hosts), *guests]
        posted = [c for t in syntax.prepositional(thing, "in", "to") if (c := self.cast.country_at(t, sentence)) is not None]
        if posted:
            return [*guests, self.frame.state(posted[0], sentence)]
        other = self.frame.other(guests, sentence, verb)
        return [*guests, self.frame.state(other.country, sentence)] if other is not None and other.country else guests

    def _noun(self, trigger: Trigger, verb: Token | None) -> list[Party]:
        noun, sentence = trigger.token, trigger.sentence
        found = self._beside(noun, sentence)
        partners = (*PARTNER, "to") if trigger.form == "call" else PARTNER
        for partner in syntax.prepositional(noun, *partners):
            found += self._party(partner, sentence)
        if trigger.form == "correspondence":
            for partner in [
                *syntax.prepositional(noun, "to"),
                *(syntax.prepositional(verb, "to") if verb is not None else ()),
            ]:
                found += self._party(partner, sentence)
        if trigger.form != "visit" or not found:
            for owner in syntax.prepositional(noun, *OWNER):
                found += self._party(owner, sentence)
        if not any(p.actor.kind in ("person", "office") for p in found):
            found += self._own_clause(noun, sentence)
        if verb is None:
            speaker = (
                self._speaker(noun, sentence) if noun.dep_ in ("ROOT", "conj") or noun.head.dep_ == "ROOT" else None
            )
            return [speaker, *found] if speaker is not None else found
        relation = syntax.relation(noun, verb)
        if relation in ("advcl", "npadvmod"):
            return found
        found += self._asked(noun, sentence)
        carried = (
            syntax.with_particle(verb) in self.words["light_verbs"]
            or verb.lemma_ in self.words["light_verbs"]
            or relation in self.words["prepositions_during"]
        )
        carried = carried or bool(self._asking(noun))
        if relation != "subject" and carried and not (trigger.form == "visit" and found):
            found = [*self._subject(verb, sentence), *found]
        if relation in ("object", "subject"):
            for partner in syntax.prepositional(
                verb, "with", "by", "between", *(("from", "to") if trigger.form == "call" else ())
            ):
                found += self._party(partner, sentence)
        if verb.lemma_ in self.words["mediating_verbs"]:
            subject = syntax.subject(verb)
            hosts = {self.scene.at(t, sentence) for t in syntax.conjuncts(subject)} if subject else set()
            found = [replace(p, role="mediator") if p.actor.span.start in hosts else p for p in found]
        return found

    def _own_clause(self, noun: Token, sentence: Sentence) -> list[Party]:
        """ "a trip that X was expected to make", "X is abroad, a trip that covers …": the one who goes."""
        for clause in syntax.clauses_about(noun):
            carried = syntax.direct_object(clause) if clause.lemma_ in self.words["conveying_verbs"] else None
            if carried is not None and (found := self._all(carried, sentence)):
                return found
            subject = next(
                (c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass") and c.tag_ not in ("WDT", "WP")),
                None,
            )
            if subject is not None and (found := self._all(subject, sentence)):
                return found
        if noun.dep_ in ("appos", "attr", "npadvmod"):
            verb = syntax.clause_of(noun.head)
            subject = syntax.subject(verb) or syntax.passive_subject(verb)
            return self._all(subject, sentence) if subject is not None and subject != noun else []
        return []

    def _asking(self, noun: Token) -> Token | None:
        """The request, invitation or plan that a noun is the object of: "a request for talks"."""
        if noun.dep_ != "pobj" or noun.head.lower_ not in ("for", "to", "of"):
            return None
        verb = noun.head.head
        thing = syntax.direct_object(verb) if verb.pos_ == "VERB" else None
        if thing is not None and thing.lemma_.lower() in self.words["request_nouns"]:
            return thing
        above = [a for a in noun.head.ancestors if a.pos_ in ("NOUN", "PROPN")][:3]
        return next((a for a in above if a.lemma_.lower() in self.words["request_nouns"]), None)

    def _asked(self, noun: Token, sentence: Sentence) -> list[Party]:
        """Whose request it is: "a request by X for talks", "X's invitation to talks"."""
        asking = self._asking(noun)
        if asking is None:
            return []
        owners = [
            *(c for c in asking.children if c.dep_ in ("poss", "amod")),
            *syntax.prepositional(asking, "by", "from"),
        ]
        return [p for o in owners for p in self._party(o, sentence)]

    def _beside(self, noun: Token, sentence: Sentence) -> list[Party]:
        """ "Kishida's visit", "their meeting", "Lavrov-Fidan talks", "US-China dialogue"."""
        found: list[Party] = []
        for child in noun.lefts:
            if child.dep_ == "poss":
                found += self._all(child, sentence)
            elif child.dep_ in LEFT:
                named = [p for t in child.subtree if t.dep_ in (*LEFT, "conj") for p in self._named(t, sentence)]
                joint = (
                    len({p.country for p in named}) > 1 or noun.lemma_.lower() not in self.words["gatherings_of_bodies"]
                )
                found += named if joint else []
        return found

    def _subject(self, verb: Token, sentence: Sentence) -> Iterator[Party]:
        subject = syntax.subject(verb)
        speaker = self._speaker(verb, sentence)
        if subject is None or subject.lower_ in self.small["first"]:
            if speaker is not None:
                yield speaker
            return
        yield from self._all(subject, sentence)

    def _speaker(self, token: Token, sentence: Sentence) -> Party | None:
        """Whose words a token stands in, where they are quoted directly."""
        at = self.scene.at(token, sentence)
        for draft in self.drafts:
            if draft.kind == "direct" and draft.content.start <= at < draft.content.end and draft.speaker is not None:
                return Party(draft.speaker, draft.entity, draft.speaker.country)
        return None

    def _all(self, token: Token, sentence: Sentence) -> list[Party]:
        if self._is_pair(token):
            return self._pair(token, sentence)
        found = [p for t in syntax.conjuncts(token) for p in self._party(t, sentence)]
        return [*self._listed_left(token, sentence), *found]

    def _listed_left(self, token: Token, sentence: Sentence) -> list[Party]:
        """ "X and Minister Y": the people listed before a name, wherever the parser hung them."""
        number = self.cast.mention_number(token, sentence)
        found: list[Party] = []
        while number is not None and self.cast.mentions[number].kind == "person":
            mention = self.cast.mentions[number]
            before = mention.first - 1
            doc = sentence.passage.doc
            if before <= sentence.tokens.start or doc[before].lower_ not in ("and", ",", "&"):
                break
            before -= doc[before - 1].text == ","
            number = self._person_ending(sentence, before)
            if number is not None:
                entity = self.cast.entities[number]
                found.append(Party(entity.actor(self.cast.span(self.cast.mentions[number])), entity, entity.country))
        return found if any(t.lower_ in ("and", "&") for t in token.subtree if t.i < token.i) else []

    def _person_ending(self, sentence: Sentence, at: int) -> int | None:
        """The person mention that ends right before a token."""
        for n, mention in enumerate(self.cast.mentions):
            if mention.passage == sentence.passage.index and mention.kind == "person" and mention.last == at:
                return n if n in self.cast.entities else None
        return None

    def _pair(self, token: Token, sentence: Sentence) -> list[Party]:
        """Whom a plural stands for: those the sentence names, the last pair that met, those told of around it."""
        number = self._how_many(token)
        title = self._title_of(token, sentence)
        if title is None or title.level in ("unknown", "official"):
            if token.lemma_.lower() in self.words["dyad_nouns"]:
                return self._dyad(token, sentence, number)
            beside = self.frame.beside(sentence, token.left_edge.i, number)
            recent = self.last_pair if len(countries_of(self.last_pair)) == number else ()
            return (
                (beside if len(beside) == number else [])
                or list(recent)
                or self.frame.told(sentence, token.left_edge.i, number)
                or list(self.last_pair)
            )
        levels = {p.entity.level for p in self.last_pair if p.entity is not None} - {"unknown"}
        alike = title.level in levels or (title.level in HEADS and bool(levels & HEADS))
        if self.last_pair and (alike or not levels):
            return list(self.last_pair)
        wanted = HEADS if title.level in HEADS else frozenset({title.level})
        return self.frame.told(sentence, token.left_edge.i, number, wanted)

    def _dyad(self, token: Token, sentence: Sentence, number: int) -> list[Party]:
        """ "the two countries", "both sides": states, or those who met last."""
        if len(countries_of(self.last_pair)) == number and token.lemma_.lower() in self.words["joint_nouns"]:
            return list(self.last_pair)
        return self.frame.states(sentence, token.left_edge.i, number)

    def _how_many(self, token: Token) -> int:
        words = {c.lower_ for c in token.children} | {token.lower_}
        return next((int(n) for n, forms in self.counts.items() if words & forms), 2)

    def _title_of(self, token: Token, sentence: Sentence) -> Title | None:
        number = self.cast.mention_number(token, sentence)
        return self.cast.mentions[number].title if number is not None else None

    def _is_pair(self, token: Token) -> bool:
        if token.lower_ in self.small["plural"]:
            return True
        determiners = {c.lower_ for c in token.children if c.dep_ in ("det", "nummod", "predet")}
        return token.lemma_.lower() in self.small["pair_nouns"] and bool(determiners & self.small["pair_determiners"])

    def _party(self, token: Token, sentence: Sentence) -> list[Party]:
        """The party that a noun names; several where "counterparts from X and Y" stand for their countries."""
        if self._is_pair(token):
            return self._pair(token, sentence)
        actor = self.cast.actor(token, sentence)
        if actor is None or (actor.kind == "organisation" and not actor.official):
            return self._delegation(token, sentence)
        entity = self.cast.entity(token, sentence)
        number = self.cast.mention_number(token, sentence)
        if number is not None and self.cast.mentions[number].kind == "place":
            return []
        if self._of_the_two(token) and (both := self._office_of_both(number)):
            return both
        if actor.kind in ("group", "unnamed", "office") and actor.name is None:
            return self._unnamed(token, sentence, actor, entity)
        country = actor.country or (self.cast.country_beside(token, sentence) if actor.kind == "person" else None)
        return [Party(actor, entity, country), *self._listed_right(number)]

    def _listed_right(self, number: int | None) -> list[Party]:
        """ "Minister X of A, President Y of B, and …": titled names listed after one, wherever the parser hung them."""
        found: list[Party] = []
        mentions = self.cast.mentions
        while number is not None and mentions[number].kind == "person":
            mention = mentions[number]
            doc = self.scene.passages[mention.passage].doc
            following = None
            for k in range(number + 1, min(number + 4, len(mentions))):
                other = mentions[k]
                between = doc[mention.last : other.first] if other.passage == mention.passage else ()
                joined = (
                    between
                    and all(t.lower_ in LISTING or t.pos_ == "PROPN" for t in between)
                    and any(t.lower_ in (",", "and") for t in between)
                )
                if other.kind == "person" and other.title is not None and joined and k in self.cast.entities:
                    following = k
                    entity = self.cast.entities[k]
                    found.append(Party(entity.actor(self.cast.span(other)), entity, entity.country))
                    break
            number = following
        return found

    def _of_the_two(self, token: Token) -> bool:
        """ "the foreign ministers of the two countries", "the two countries' foreign ministers"."""
        for noun in [*syntax.prepositional(token, "of"), *(c for c in token.children if c.dep_ == "poss")]:
            determiners = {c.lower_ for c in noun.children if c.dep_ in ("det", "nummod")}
            if noun.lemma_.lower() in self.words["dyad_nouns"] and determiners & self.small["pair_determiners"]:
                return True
        return False

    def _office_of_both(self, number: int | None) -> list[Party]:
        """The two sides' holders of an office, where the document names both."""
        title = self.cast.mentions[number].title if number is not None else None
        counts = Counter(e.country for e in self.cast.entities.values() if e.country and e.official)
        found: list[Party] = []
        for country, _ in counts.most_common(2):
            for entity in self.cast.entities.values():
                alike = title is not None and (entity.portfolio, entity.level) == (
                    title.portfolio,
                    title.level,
                )
                if entity.kind == "person" and entity.country == country and alike and entity.spans:
                    found.append(Party(entity.actor(entity.spans[0]), entity, country))
                    break
        return found if len(found) == 2 else []

    def _unnamed(self, token: Token, sentence: Sentence, actor: Actor, entity: Entity | None) -> list[Party]:
        countries = [
            c for t in syntax.prepositional(token, "from", "of") if (c := self.cast.country_at(t, sentence)) is not None
        ]
        beside = self.cast.countries_beside(token, sentence)
        there = [c.lower_ for c in token.children if c.dep_ == "advmod"]
        places = self.places.adverb(there, sentence) if there else []
        countries = list(
            dict.fromkeys(
                [
                    *countries,
                    *beside,
                    *([actor.country] if actor.country else []),
                    *(p.country for p in places if p.country),
                ]
            )
        )
        counterpart = entity is not None and entity.portfolio not in ("", "spokesperson") and actor.name is None
        role: Role = "counterpart_unnamed" if counterpart else "delegation" if actor.kind == "group" else "principal"
        if not countries:
            return [Party(actor, entity, None, role)]
        keep = entity if len(countries) == 1 else None
        return [Party(replace(actor, country=c), keep, c, role) for c in countries]

    def _delegation(self, token: Token, sentence: Sentence) -> list[Party]:
        """ "a delegation from X", "the X side", with no title: a group by its country."""
        if token.pos_ not in ("NOUN", "PROPN") or token.lower_ not in self.small["state_agents"]:
            return []
        country = self.cast.country_beside(token, sentence)
        if country is None:
            return []
        span = self.scene.cover(sentence, [t for t in token.subtree if token.left_edge.i <= t.i <= token.i])
        return [Party(Actor(None, None, None, country, "group", True, span, (span,)), None, country, "delegation")]

    def _named(self, token: Token, sentence: Sentence) -> list[Party]:
        """A person or state beside a noun, adjectives of nationality included."""
        number = self.cast.mention_number(token, sentence)
        if number is None or number not in self.cast.entities:
            return []
        mention, entity = self.cast.mentions[number], self.cast.entities[number]
        if mention.kind not in ("person", "state", "demonym", "office") and not (
            mention.kind == "body" and entity.official
        ):
            return []
        return [Party(entity.actor(self.cast.span(mention)), entity, entity.country)]
