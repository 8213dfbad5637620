"""Which sides a noun phrase stands for: a name, an office, "counterparts from X and Y", "the two ministers", "they".

In: a token of a sentence, the cast and the frame. Out: `Party`s. Plurals stand for those the sentence names, for the
last pair that met, or for those told of around it; a list of names is followed wherever the parser hung it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Actor, Country, Role
from detente.reading import syntax
from detente.reading.actors.cast import Cast, Entity
from detente.reading.actors.lexicon import HEADS, Title
from detente.reading.actors.regions import members
from detente.reading.engagements.party import Party, countries_of, unique
from detente.reading.engagements.sides import theirs
from detente.reading.engagements.sides.frame import Frame
from detente.reading.engagements.sides.jointbodies import JointBodies
from detente.reading.engagements.sides.lists import Lists, second_subjects, shared
from detente.reading.engagements.sides.places import PlaceFinder
from detente.reading.engagements.sides.sameside import (
    a_team,
    acted_before,
    by_nationality,
    companions,
    named_after,
    of_other_ranks,
    of_that_rank,
    rank_of,
    the_latter,
    told_of_themselves,
)
from detente.reading.engagements.sides.teams import Teams
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

BACK = 2  # sentences from an office in the plural to where its states are told


class Sides:
    """Reads noun phrases; `last_pair` is who met last and `met_at` where that is told, kept up by who reads the
    triggers."""

    def __init__(
        self, scene: Scene, cast: Cast, words: dict[str, list[str]], frame: Frame, places: PlaceFinder
    ) -> None:
        self.scene, self.cast, self.words, self.frame, self.places = scene, cast, words, frame, places
        self.small = cast.lexicon.words
        self.counts = {"3": frozenset(words["three"]), "4": frozenset(words["four"])}
        self.states = frozenset(words["dyad_nouns"])
        self.lists, self.teams = Lists(scene, cast), Teams(scene, cast, words)
        self.joint_bodies = JointBodies(scene, cast, words, frame)
        self.last_pair: tuple[Party, ...] = ()
        self.met_at = (-1, -1)
        self.guests: list[Party] = []
        self.asked: set[tuple[int, int]] = set()

    def all(self, token: Token, sentence: Sentence) -> list[Party]:
        """The parties that a noun phrase stands for. "The soldiers and their commanders" each point to the other: a
        noun that is being read already stands for nobody more."""
        at = (sentence.index, token.i)
        if at in self.asked:
            return []
        self.asked.add(at)
        try:
            return self._all(token, sentence)
        finally:
            self.asked.discard(at)

    def _all(self, token: Token, sentence: Sentence) -> list[Party]:
        if self.is_pair(token):
            return self.pair(token, sentence)
        if several := self._led(token, sentence) or self._joint_body(token, sentence) or self._bodies(token, sentence):
            return several
        beside = [*shared(token, sentence.tokens.end), *second_subjects(token)]
        found = [p for t in dict.fromkeys([*syntax.conjuncts(token), *beside]) for p in self.party(t, sentence)]
        found = self._of_each(token, self._respectively(token, found, sentence), sentence)
        return [*self.lists.left(token, sentence), *found]

    def _led(self, token: Token, sentence: Sentence) -> list[Party]:
        """ "the delegations led by X and Y": those who lead them."""
        if token.tag_ != "NNS" or token.lemma_.lower() not in self.small["delegations"]:
            return []
        for clause in (c for c in token.children if c.dep_ == "acl" and c.lemma_ in self.small["leading"]):
            end = max(clause.right_edge.i + 1, token.head.i if token.head.pos_ == "VERB" else 0)
            words = token.doc[clause.i : end]  # the parser may hang the second name on the main verb
            found = [p for t in words for p in self.named(t, sentence) if p.actor.kind == "person"]
            if len(countries_of(found)) > 1:
                return unique(found)
        return []

    def _joint_body(self, token: Token, sentence: Sentence) -> list[Party]:
        """ "the joint commission of X and Y", "the X-Y border committee": the states whose body it is."""
        states = self.joint_bodies.states(token, sentence, self.last_pair, self.met_at[0])
        return self.groups(token, states, sentence) if len(states) == 2 else []

    def _bodies(self, token: Token, sentence: Sentence) -> list[Party]:
        """ "between the foreign ministries", "between their military authorities": those of the two states told of."""
        bodies = self.small["institutions"] | self.small["state_agents"]
        between = token.dep_ == "pobj" and token.head.lower_ == "between" and token.tag_ == "NNS"
        if not between or len(syntax.conjuncts(token)) > 1 or not {token.lower_, token.lemma_.lower()} & bodies:
            return []
        if self.cast.countries_beside(token, sentence) or any(c.lower_ == "of" for c in token.children):
            return []
        two = countries_of(self.frame.dyad(sentence)) or countries_of(self.last_pair)
        two = two or countries_of(self.frame.only(2, sentence))
        return self.groups(token, sorted(two, key=self.frame.first_named), sentence) if len(two) == 2 else []

    def _respectively(self, token: Token, found: list[Party], sentence: Sentence) -> list[Party]:
        """ "X and Y, the trade ministers of A and B": each of the persons is of one of the countries, in order."""
        people = unique(p for p in found if p.actor.kind == "person")
        if len(people) < 2 or len({p.country for p in people if p.country}) == len(people):
            return found
        for noun in (t for c in syntax.conjuncts(token) for t in c.children if t.dep_ == "appos" and t.tag_ == "NNS"):
            at = [self.cast.country_at(t, sentence) for t in noun.subtree if t.pos_ in ("PROPN", "ADJ")]
            countries = list(dict.fromkeys(c for c in at if c is not None))
            if len(countries) == len(people):
                return [p.of(c) for p, c in zip(people, countries)]
        return found

    def _of_each(self, token: Token, found: list[Party], sentence: Sentence) -> list[Party]:
        """ "The two countries' economy ministers, X and Y": one of each, in the order in which the text names them."""
        people = unique(p for p in found if p.actor.kind == "person")
        owned = token.tag_ == "NNS" and (self._of_the_two(token) or self._two_in_office(token, sentence))
        if not owned or len(people) != 2 or any(p.country for p in people):
            return found
        states = self.frame.states(sentence, token.left_edge.i, 2)
        order = sorted((p.country for p in states if p.country), key=self.frame.first_named)
        if len(order) != 2:
            return found
        return [p.of(c) for p, c in zip(people, order)]

    def _two_in_office(self, token: Token, sentence: Sentence) -> bool:
        """ "The two chairmen, X and Y": of the two states told of."""
        two = self.is_pair(token) or any(c.lower_ in self.small["pair_determiners"] for c in token.children)
        return two and self._how_many(token) == 2 and len(countries_of(self.last_pair)) == 2

    def pair(self, token: Token, sentence: Sentence) -> list[Party]:
        """Whom a plural stands for."""
        return self.frame.persons(self._pair(token, sentence), token, sentence)

    def _pair(self, token: Token, sentence: Sentence) -> list[Party]:
        """Whom a plural stands for: those the sentence names, the last pair that met, those told of around it."""
        tellers = told_of_themselves(token)
        if tellers is not None and not self.is_pair(tellers) and not countries_of(self.all(tellers, sentence)):
            return []
        if a_team(token, sentence, self.scene, self.met_at[0], self.words["collectives"]):
            return []
        number = self._how_many(token)
        title = self._title_of(token, sentence)
        if len(named := named_after(token, sentence, self.cast)) == number:
            return self._of_each(token, named, sentence)
        if token.lower_ == "their" and (many := self._their_many(token, sentence)):
            return many
        if token.lower_ == "their" and len(countries_of(own := self._their_own(token, sentence))) == number:
            return own
        if token.lower_ in ("they", "them") and len(countries_of(self.last_pair)) > 2:
            return list(self.last_pair)
        if title is None or title.level in ("unknown", "official"):
            if token.lemma_.lower() in self.words["dyad_nouns"]:
                return self._dyad(token, sentence, number)
            beside = self.frame.beside(sentence, token.left_edge.i, number)
            recent = self.last_pair if len(countries_of(self.last_pair)) == number else ()
            return (
                (companions(token, sentence, self.frame) if number == 2 else [])
                or (beside if len(beside) == number else [])
                or (self.frame.together(sentence, token.left_edge.i, self.met_at) if number == 2 else [])
                or list(recent)
                or (acted_before(sentence, self.scene, number, self.all) if token.pos_ == "PRON" else [])
                or self.frame.told(sentence, token.left_edge.i, number)
                or list(self.last_pair)
            )
        levels = {p.entity.level for p in self.last_pair if p.entity is not None} - {"unknown"}
        alike = title.level in levels or (title.level in HEADS and bool(levels & HEADS))
        if self.last_pair and (alike or not levels):
            return self._of_rank_instead(title, number, token, sentence) or list(self.last_pair)
        found = self.frame.told(sentence, token.left_edge.i, number, rank_of(title))
        met = list(self.last_pair) if len(countries_of(self.last_pair)) == number else []
        met = self.frame.heads(met, title, self.scene.cover(sentence, [token])) if title.level in HEADS else met
        return found or met or self.frame.only(number, sentence)

    def _of_rank_instead(self, title: Title, number: int, token: Token, sentence: Sentence) -> list[Party]:
        """ "X met Minister Y and was received by President Z. The two ministers …": X and Y, whose rank Z has not."""
        told = self.frame.told(sentence, token.left_edge.i, number, rank_of(title))
        found = told if of_other_ranks(self.last_pair, title, number) else of_that_rank(self.last_pair, title, number)
        return found if countries_of(found) == countries_of(self.last_pair) else []

    def _their_own(self, token: Token, sentence: Sentence) -> list[Party]:
        """ "A and B leave it to their ministers": the states that the clause is of."""
        subject = syntax.subject(syntax.clause_of(token))
        if subject is None or subject.i > token.i or self.is_pair(subject) or len(syntax.conjuncts(subject)) < 2:
            return []
        return [p for p in self.all(subject, sentence) if p.actor.kind == "state"]

    def _their_many(self, token: Token, sentence: Sentence) -> list[Party]:
        """ "The leaders of A, B and C issued a statement after their call": all who are the clause's subject."""
        subject = syntax.subject(syntax.clause_of(token))
        if subject is None or subject.i > token.i or self.is_pair(subject) or subject.pos_ == "PRON":
            return []
        found = self.all(subject, sentence)
        if subject.tag_ == "NNS" and subject.head.i == syntax.clause_of(token).i:
            return found  # "EU leaders will decide at their summit": theirs alone
        least = 1 if subject.tag_ == "NNS" and token.head.pos_ != "PROPN" else 2
        return found if len(countries_of(found)) > least else []

    def _two_of_any(self, token: Token) -> bool:
        """ "two people who like figures: X, of A, and Y, of B": people counted, whatever they are called."""
        counted = {c.lower_ for c in token.children if c.dep_ in ("nummod", "det")} & self.small["pair_determiners"]
        return token.tag_ in ("NNS", "NNPS") and bool(counted)

    def _dyad(self, token: Token, sentence: Sentence, number: int) -> list[Party]:
        """ "the two countries", "both sides": states, or those who met last."""
        if len(countries_of(self.last_pair)) == number and token.lemma_.lower() in self.words["joint_nouns"]:
            return list(self.last_pair)
        return self.frame.states(sentence, token.left_edge.i, number)

    def _how_many(self, token: Token) -> int:
        return next((int(n) for n, of in self.counts.items() if {t.lower_ for t in (token, *token.children)} & of), 2)

    def _title_of(self, token: Token, sentence: Sentence) -> Title | None:
        number = self.cast.mention_number(token, sentence)
        return self.cast.mentions[number].title if number is not None else None

    def is_pair(self, token: Token) -> bool:
        if token.lower_ in self.small["plural"] or token.lower_ in self.words["pair_heads"]:
            some = any(c.lower_ == "of" and c.dep_ == "prep" for c in token.children)  # "four of them"
            return not some or any(c.lower_ == "the" for c in token.children)  # "the two of them"
        if token.lower_ in self.words["joint_plurals"]:
            if {c.lower_ for c in token.children if c.i < token.i} == {"the"} and not list(token.rights):
                return theirs.of_their_rank(token, self.last_pair, self.words["joint_offices"])
        determiners = {c.lower_ for c in token.children if c.dep_ in ("det", "nummod", "predet")}
        if token.lemma_.lower() not in self.small["pair_nouns"] or not determiners & self.small["pair_determiners"]:
            return False
        of_a_people = any(c.dep_ in ("amod", "compound") and c.text[0].isupper() for c in token.lefts)
        of_a_body = any(t.pos_ == "PROPN" for t in syntax.prepositional(token, "of", "from"))
        return bool(determiners & {"the", "both"}) or not (of_a_people or of_a_body)  # "two Kenyan envoys"

    def party(self, token: Token, sentence: Sentence) -> list[Party]:
        """The party that a noun names; several where "counterparts from X and Y" stand for their countries."""
        if self._renames(token, sentence):
            return []
        if self.is_pair(token):
            return self.pair(token, sentence)
        if self._two_of_any(token) and len(countries_of(named := named_after(token, sentence, self.cast))) > 1:
            return named
        if (guest := self._named_beside(token, sentence) or self._the_guest(token)) is not None:
            return [guest]
        if team := self.teams.again(token, sentence):
            return team
        if self._officials(token, sentence):
            if states := members(token, self.cast.lexicon.state_groups, self.states):
                return self.groups(token, states, sentence)
        one = by_nationality(token, sentence, self.cast, self.frame) or the_latter(token, sentence, self.frame)
        if one is not None:
            return [one]
        actor = self.cast.actor(token, sentence)
        sent = token.lower_ in self.small["delegations"]
        if actor is None or (actor.kind == "organisation" and (sent or not actor.official)):
            return self._delegation(token, sentence) or self._some_of(token, sentence)
        entity = self.cast.entity(token, sentence)
        number = self.cast.mention_number(token, sentence)
        if number is not None and self.cast.mentions[number].kind == "place":
            return []
        if number is not None and (holder := self._whose_state(number)) is not None:
            return [holder]
        if self._of_the_two(token) and (both := self._office_of_both(number)):
            return both
        if number is not None and (both := self._of_their_states(token, self.cast.mentions[number].title, sentence)):
            return both
        if number is not None and (listed := self.lists.sharing(number)):
            return listed
        if actor.kind in ("group", "unnamed", "office") and actor.name is None:
            return self._unnamed(token, sentence, actor, entity)
        person = actor.kind == "person"  # "saw X in Y": where somebody is, and not whence
        country = actor.country or (self.cast.country_beside(token, sentence, ("of", "from")) if person else None)
        return [Party(actor, entity, country), *self.lists.right(number)]

    def _whose_state(self, number: int) -> Party | None:
        """X in "got through to Solomon Islands Foreign Minister X", where the parser took the state for whom it was."""
        state, whole = self.cast.mentions[number], self.cast.mentions[number - 1]
        holder = self.cast.entities.get(number - 1)
        if number == 0 or state.kind != "state" or whole.kind != "person" or whole.passage != state.passage:
            return None
        inside = whole.first <= state.first and state.last <= whole.core[0]
        return self.frame.party(number - 1) if inside and holder is not None and holder.country else None

    def _officials(self, token: Token, sentence: Sentence) -> bool:
        """Whether a plural noun is one of officials."""
        title = self._title_of(token, sentence)
        return token.lower_ in self.small["state_agents"] or (title is not None and title.official)

    def _named_beside(self, token: Token, sentence: Sentence) -> Party | None:
        """ "his Ugandan guest, Minister X": the one named after a word for a relation, of the state that it gives."""
        if token.lemma_.lower() not in self.words["relational_nouns"]:
            return None
        beside = [c for c in token.children if c.dep_ == "appos"]
        beside += [c for c in token.head.children if c.dep_ == "npadvmod" and c.left_edge.i == token.i + 2]
        for aside in beside:
            found = [p for p in self.named(aside, sentence) if p.actor.kind == "person"]
            country = next(iter(self._adjectives(token, sentence)), None)
            if found:
                return found[0].of(country) if found[0].country is None and country else found[0]
        return None

    def _the_guest(self, token: Token) -> Party | None:
        """ "The guest also met Y": who was received or came last from another state than the text's own."""
        the = any(c.lower_ == "the" for c in token.children) and not any(c.dep_ == "poss" for c in token.children)
        if token.lemma_.lower() not in self.words["guests"] or token.tag_ != "NN" or not the:
            return None
        return next((p for p in reversed(self.guests) if p.country != self.frame.home), None)

    def _renames(self, token: Token, sentence: Sentence) -> bool:
        """ "from X and Y, two countries with troops in Z": a plural in apposition stands for those named before it."""
        plural = token.dep_ == "appos" and token.tag_ == "NNS" and token.lemma_.lower() in self.small["pair_nouns"]
        named = [token.head, *syntax.prepositional(token.head, "from", "of")] if plural else []
        return any(self.cast.country_at(t, sentence) is not None for t in named)

    def _of_the_two(self, token: Token) -> bool:
        """ "the foreign ministers of the two countries", "the two countries' foreign ministers"."""
        for noun in [*syntax.prepositional(token, "of"), *(c for c in token.children if c.dep_ == "poss")]:
            determiners = {c.lower_ for c in noun.children if c.dep_ in ("det", "nummod")}
            if noun.lemma_.lower() in self.words["dyad_nouns"] and determiners & self.small["pair_determiners"]:
                return True
        return False

    def _of_their_states(self, token: Token, title: Title | None, sentence: Sentence) -> list[Party]:
        """ "A and B moved to calm the row, with their presidents speaking on Monday", "A and B sent their ministers":
        those of the states that do it."""
        if title is None or token.tag_ != "NNS" or not any(c.lower_ == "their" for c in token.children):
            return []
        clause = syntax.clause_of(token)
        subject = syntax.subject(syntax.accompanied(clause) or clause)
        beside = subject is not None and subject.i < token.left_edge.i
        states = [p for p in self.all(subject, sentence) if p.actor.kind == "state"] if beside and subject else []
        if len(countries_of(states)) < 2:
            return []
        if title.level in HEADS:
            return self.frame.heads(states, title, self.scene.phrase(token, sentence))
        return self.groups(token, [p.country for p in states if p.country], sentence)

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
        homes = [*syntax.prepositional(token, "from", "of"), *self._seats(token, sentence)]
        homes += [n for c in token.children if c.pos_ == "ADJ" for n in syntax.prepositional(c, "for")]
        homes += [n for h in homes for n in syntax.prepositional(h, "of")]  # "the ministers (responsible for) … of X"
        after = token.doc[token.i + 1] if token.i + 1 < sentence.tokens.end else token
        if not homes and after.lower_ == "from":  # hung on the verb: "will meet counterparts from X and Y"
            homes = [n for c in after.children if c.dep_ == "pobj" for n in syntax.conjuncts(c)]
        homes = [t for t in homes if not self._renames(t, sentence)]
        countries = [c for t in homes if (c := self.cast.country_at(t, sentence)) is not None]
        facing = self._facing(token, sentence) | self._venue(token, sentence)
        if not countries and (several := [c for h in homes for c in self._adjectives(h, sentence)]):
            countries = several  # "the heads of Egyptian and Turkish intelligence"
        beside = [c for c in self.cast.countries_beside(token, sentence) if c not in facing]
        there = [after.lower_]  # "saw officials there"
        places = self.places.adverb(there, sentence) if there else []
        own = [actor.country] if actor.country and not beside and actor.country not in facing else []
        countries = list(dict.fromkeys([*countries, *beside, *own, *(p.country for p in places if p.country)]))
        counterpart = entity is not None and entity.portfolio not in ("", "spokesperson") and actor.name is None
        role: Role = "counterpart_unnamed" if counterpart else "delegation" if actor.kind == "group" else "principal"
        if not countries:
            joint = self._joint(token, sentence)
            if not joint and (same := self._told_of_before(token, sentence)):
                return same
            theirs = joint and token.lower_ in self.small["state_agents"]  # "experts of the two states"
            actor = replace(actor, official=True) if theirs else actor
            group: Role = "counterpart_unnamed" if _one_each(entity) else "delegation"
            return [Party(replace(actor, country=c), None, c, group) for c in joint] or [
                Party(actor, entity, None, role)
            ]
        keep = entity if len(countries) == 1 else None
        if actor.kind == "group" and entity is None and token.lower_ in self.small["state_agents"]:
            actor = replace(actor, official=True)  # "the ministries of foreign affairs of X and Y"
        return [Party(replace(actor, country=c), keep, c, role) for c in countries]

    def _told_of_before(self, token: Token, sentence: Sentence) -> list[Party]:
        """ "X and Y leave it to their trade ministers. The ministers will meet …": those of two states told of right
        before."""
        title = self._title_of(token, sentence)
        if title is None or token.tag_ not in ("NNS", "NNPS") or not any(c.lower_ == "the" for c in token.children):
            return []
        for before in reversed(self.scene.sentences[: sentence.index]):
            near = sentence.index - before.index <= BACK
            for _, mention in self.frame.by_sentence.get(before.index, []):
                named = mention.title if mention.kind == "office" and mention.plural else None
                same = named is not None and named.portfolio == title.portfolio and named.portfolio != ""
                if named is not None and named.level == title.level and (near or same):
                    found = self.party(before.passage.doc[mention.head], before)
                    if len(countries_of(found)) > 1:
                        return found
        return []

    def _adjectives(self, token: Token, sentence: Sentence) -> list[Country]:
        """The states that words before a noun name."""
        words = [w for c in token.lefts for w in (c, *c.subtree) if c.dep_ in ("amod", "compound", "nmod", "poss")]
        return list(dict.fromkeys(c for w in words if (c := self.cast.country_at(w, sentence)) is not None))

    def _seats(self, token: Token, sentence: Sentence) -> list[Token]:
        """ "her counterparts in X and Y": where each of several counterparts sits."""
        title, seats = self._title_of(token, sentence), list(syntax.prepositional(token, "in"))
        return seats if title is not None and title.portfolio == "counterpart" and len(seats) > 1 else []

    def _facing(self, token: Token, sentence: Sentence) -> set[Country | None]:
        """The state of whoever's counterpart a noun is: it is the other one's, not the counterpart's."""
        title = self._title_of(token, sentence)
        if title is None or title.portfolio != "counterpart":
            return set()
        return {self.cast.country_at(c, sentence) for c in token.children if c.dep_ == "poss"}

    def _venue(self, token: Token, sentence: Sentence) -> set[Country | None]:
        """ "a meeting of African leaders in X": X is where they met, and not their state."""
        gathered = token.dep_ == "pobj" and token.head.lower_ == "of" and token.tag_ in ("NNS", "NNPS")
        if not gathered or token.head.head.lemma_.lower() not in self.words["gatherings"]:
            return set()
        return {self.cast.country_at(t, sentence) for t in syntax.prepositional(token, "in", "at")}

    def _joint(self, token: Token, sentence: Sentence) -> list[Country]:
        """The countries of "negotiators from the two countries", "the four countries' leaders"."""
        owners = [*syntax.prepositional(token, "from", "of"), *(c for c in token.children if c.dep_ == "poss")]
        for noun in owners:
            if noun.lower_ == "their" and (both := theirs.two_that_act(token, sentence, self.cast)):
                return both
            if self.is_pair(noun):
                return [p.country for p in self.pair(noun, sentence) if p.country]
        return []

    def _delegation(self, token: Token, sentence: Sentence) -> list[Party]:
        """ "a delegation from X", "the X side", with no title: a group by its country."""
        agents = self.small["state_agents"]
        if token.pos_ not in ("NOUN", "PROPN") or not {token.lower_, token.lemma_.lower()} & agents:
            return []
        country = self.cast.country_beside(token, sentence)
        several = self._plural_countries(token, sentence)
        countries = several or ([country] if country is not None else [])
        if not countries:
            return []
        return self.groups(token, countries, sentence)

    def groups(self, token: Token, countries: Sequence[Country], sentence: Sentence) -> list[Party]:
        """The people of each of several states whom one noun stands for."""
        span = self.scene.phrase(token, sentence)
        return [
            Party(Actor(None, None, None, c, "group", True, span, (span,)), None, c, "delegation") for c in countries
        ]

    def _some_of(self, token: Token, sentence: Sentence) -> list[Party]:
        """ "a group of Ghanaian senators", "members of the Thai parliament": some of those named after "of"."""
        if token.lemma_.lower() not in self.words["some"]:
            return []
        found = [p for t in syntax.prepositional(token, "of") if t.i > token.i for p in self.party(t, sentence)]
        bodies = [p.country for p in found if p.actor.kind == "organisation" and p.actor.official and p.country]
        return self.groups(token, bodies, sentence) if bodies else found

    def _plural_countries(self, token: Token, sentence: Sentence) -> list[Country]:
        """ "the Greek and Turkish delegations", "the ministries of A and B": the several states of a plural."""
        if token.tag_ not in ("NNS", "NNPS"):
            return []
        of = [c for t in syntax.prepositional(token, "of", "from") if (c := self.cast.country_at(t, sentence))]
        return list(dict.fromkeys([*self.cast.countries_beside(token, sentence), *of]))

    def named(self, token: Token, sentence: Sentence) -> list[Party]:
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


def _one_each(entity: Entity | None) -> bool:
    """Whether a state has one holder of an office: its head, its foreign minister."""
    return entity is not None and (entity.level in HEADS or (entity.level == "minister" and bool(entity.portfolio)))
