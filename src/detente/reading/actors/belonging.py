"""Of which state an official is whom the text names without one.

In: the mentions of a document and the entities known so far. Out: countries set on them: lent by a possessor or a
neighbour in a list, by the side that a spokesman's paragraph tells of, by the other side of a table, or by the state
whose text it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.acting import acting_before, whose_trip
from detente.reading.actors.cast import Entity
from detente.reading.actors.coreference import Referents
from detente.reading.actors.facing import Facing
from detente.reading.actors.grid import SEATS, Mention, side_of
from detente.reading.actors.home import Home, opening
from detente.reading.actors.hosts import Hosts
from detente.reading.actors.itsministry import ItsMinistry
from detente.reading.actors.lexicon import HEADS, Lexicon, plain
from detente.reading.actors.outward import Outward
from detente.reading.actors.ownwords import OwnWords
from detente.reading.actors.spokenfor import SpokenFor
from detente.reading.actors.standpoint import Standpoint
from detente.reading.actors.upholding import Upholding
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Doc, Token

AT_HAND = 5  # sentences


class Belonging:
    """Gives officials their countries."""

    def __init__(
        self,
        scene: Scene,
        lexicon: Lexicon,
        mentions: list[Mention],
        entities: dict[int, Entity],
        dateline: Country | None,
        own: Country | None = None,
    ) -> None:
        self.scene, self.lexicon, self.mentions, self.entities = scene, lexicon, mentions, entities
        self.dateline, self.own = dateline, own
        self.home = Home((), {}, frozenset())
        self.speaking = lexicon.words["speech_verbs"] | lexicon.words["answering_verbs"]
        self.facing = Facing(scene, lexicon.words, mentions)
        self.own_words = OwnWords(lexicon.words)
        self.outward = Outward(scene, lexicon, mentions)
        self.standpoint = Standpoint(scene, lexicon, mentions, entities)
        self.spoken_for = SpokenFor(scene, lexicon, mentions, entities, own)
        self.its_ministry, self.upholding = (
            ItsMinistry(scene, lexicon, mentions, entities),
            Upholding(scene, lexicon, mentions),
        )

    def lend_countries(self) -> None:
        """ "X's spokeswoman, Y" and "X and Minister Y": an official of no named country is of X's."""
        for shared, country in self.facing.of_each(self.entities):
            shared.country = country
            self._settle(shared)
        sided = ("person", "state", "body", "pronoun")
        owners = Referents(self.scene, self.lexicon, self.mentions, self.entities)
        at = {
            (m.passage, i): n
            for n, m in enumerate(self.mentions)
            if m.kind in (*sided, "demonym")
            for i in range(*m.core)
        }
        for n, mention in enumerate(self.mentions):
            entity = self.entities.get(n)
            if entity is None or entity.kind != "person" or mention.kind not in ("person", "office"):
                continue  # of an office a person, where the next sentence names who holds it: "her spokesman. … X said"
            if mention.title is None or entity.country or not mention.title.official:
                continue
            doc = self.scene.passages[mention.passage].doc
            faced = set(self._faced(mention))
            lenders = (t for t in self._lenders(mention, doc) if not self.its_ministry.seen_to(t, mention))
            for token in (t for t in lenders if t.i != mention.counterpart_of):
                number = at.get((mention.passage, token.i), -1)
                chief = (self._office_before(mention) or self.spoken_for.opening(n)) if token.tag_ == "PRP$" else None
                if chief is not None:
                    entity.country = chief
                    self._settle(entity)
                    break
                lender = self.entities.get(number) or owners.resolve(number)
                if lender is not None and lender is not entity and _private(lender) and token.dep_ == "poss":
                    entity.official, entity.organisation = False, entity.organisation or lender.name
                    break
                joined = "conj" in (token.dep_, doc[mention.head].dep_)
                if lender is not None and joined and (_same_office(lender, entity) or self.facing.apart(n, number)):
                    continue
                others = lender is not None and lender.country in faced
                if lender is not None and lender is not entity and lender.country and lender.official and not others:
                    entity.country = lender.country
                    self._settle(entity)
                    break
            if entity.country is None:
                self._of_a_body(entity, mention.title_text)
            if entity.country is None and (state := whose_trip(self.scene, self.mentions, mention)) is not None:
                entity.country = state
                self._settle(entity)

    def _office_before(self, mention: Mention) -> Country | None:
        """ "The Omani minister told him …. His spokesman, X, said": the state of the office that acts right before."""
        before = self.scene.sentences[mention.sentence - 1] if mention.sentence else None
        if before is None or before.passage.index != mention.passage or mention.title is None:
            return None
        subject = next((c.i for c in before.tokens.root.children if c.dep_ == "nsubj"), None)
        acting = (m for m in self.mentions if m.sentence == before.index and m.kind == "office" and m.head == subject)
        ranked = (m for m in acting if m.title is not None and m.title.level in (*HEADS, "minister") and not m.plural)
        found = next(ranked, None)
        return found.country if found is not None and mention.title.portfolio == "spokesperson" else None

    def _of_a_body(self, entity: Entity, post: str) -> None:
        """ "Trade Commissioner X" of a text that names the body whose commissioners are told of so."""
        forms = self.lexicon.titles_by_form
        whole = forms.get(plain(post)) if post else None
        envoy = whole is not None and whole.level == "envoy"  # "high commissioner"
        title = forms.get(plain(post.split()[-1])) if post and not envoy else None
        body = self.lexicon.of_body.get(title.name) if title is not None else None
        if body is not None and any(m.body is not None and m.body.country == body for m in self.mentions):
            entity.country = body
            self._settle(entity)

    def settle_heads(self, heads: Iterable[tuple[int, int]]) -> None:
        """Who heads a state's delegation is an official of that state."""
        for n, state in heads:
            entity, country = self.entities[n], self.entities[state].country
            if entity.country is None and country is not None:
                entity.country, entity.official = country, True
                self._settle(entity)

    def settle_across(self) -> None:
        """Who faces an official of one state in a text about two is of the other."""
        told = (m for m in self.mentions if m.kind in ("state", "demonym") and self._a_side(m))
        named = [m.country for m in told if m.country]
        if self.own:
            named = [self.own, *named]
        for entity, country in self.facing.countries(self.entities, self.own, named):
            entity.country, entity.official = country, True
            self._settle(entity)

    def _a_side(self, mention: Mention) -> bool:
        """Whether a state acts, owns, or has officials or talks named after it; not one that is only told of."""
        words = self.lexicon.words
        head = self.scene.passages[mention.passage].doc[mention.head]
        while head.dep_ == "conj" or (head.dep_ in ("amod", "compound", "nmod") and head.head.dep_ in ("amod", "nmod")):
            head = head.head
        noun = head.head.lower_ in words["gatherings"] | words["state_agents"] | words["delegations"]
        beside = head.dep_ in ("amod", "compound", "nmod") and (noun or head.head.lemma_ in words["gatherings"])
        return head.dep_ in ("nsubj", "nsubjpass", "poss") or beside

    def settle_at_home(self) -> None:
        """An official named with no country is of the state whose text it is: reports leave out their own."""
        custom, any_body = self.lexicon.words["home_by_custom"], self.lexicon.words["titles_of_any_body"]
        self.home = Home(self.mentions, self.entities, custom, self.dateline, self.own, opening(self.scene))
        owners = Referents(self.scene, self.lexicon, self.mentions, self.entities)
        hosts = Hosts(self.scene, self.lexicon, self.mentions, self.entities, owners, self.own)
        for n, mention in enumerate(self.mentions):
            entity = self.entities.get(n)
            stated = (
                entity is not None
                and entity.kind == "person"
                and (entity.official or entity.portfolio == "head_of_state")
                and entity.title is not None
                and entity.portfolio not in ("io", *(() if self.own else ("military",)))
                and entity.level != "unknown"
                and (entity.title.name not in any_body or self.its_ministry.within(mention, entity))
            )
            apart = mention.title_plural and self._at_one_table(mention)
            soldier = entity is not None and entity.portfolio == "military" and entity.country is None
            if soldier and entity is not None and mention.kind == "person" and not self.own:
                entity.country = hosts.of(mention)  # "Minister X's call with General Y": of the other side
            if stated and entity is not None and entity.country is None and mention.kind == "person" and not apart:
                his = self._whose_act(mention, entity)
                spot = his if self._spoken_at(mention) else None  # "Z will buy more, Minister X said in Y"
                spot = spot or self._spoken_at(mention) or self._posted_to(mention)
                spot = spot or hosts.of(mention) or self.teller(mention)
                if entity.portfolio == "spokesperson":
                    told = self._of_a_spokesman(n, spot, his)
                else:
                    told = spot or self.spoken_for.of(n, self.home.beside)
                told = (self.own if self._labels_turn(mention) else told) or self._of_who_acts(mention, entity)
                told = (
                    told or self._facing(n) or self._own(n, entity) or his or self.its_ministry.of(mention, named=True)
                )
                entity.country = told if told not in (across := self._across(entity)) else self._the_other(across)
                self._settle(entity)

    def _of_a_spokesman(self, n: int, spot: Country | None, his: Country | None) -> Country | None:
        """Whose spokesman one of no named state is: by where he stands, by whose will his words tell, by the side that
        has the word, and by whom or whose ministry the text tells of last."""
        mention = self.mentions[n]
        spot = spot if spot is not None and self.standpoint.told_otherwise(spot) else None
        sure = self.standpoint.of(mention) or spot or self.upholding.of(mention) or his
        if sure is not None:
            return sure
        told = (self.standpoint.given(mention), self.spoken_for.of(n, self.home.beside), self.its_ministry.of(mention))
        outward = self.outward.of(mention, spokesman=True) if any(told) else set()
        return next((c for c in told if c is not None and c not in outward), None)

    def _the_other(self, across: set[Country]) -> Country | None:
        """The one other state that the text names."""
        named = {m.country for m in self.mentions if m.kind in ("state", "demonym") and m.country} - across
        return next(iter(named)) if len(named) == 1 else None

    def _across(self, entity: Entity) -> set[Country]:
        """ "X and Y, his Chilean counterpart": the states that somebody is told to be of, beside him, and he is not."""
        told = [m for k, m in enumerate(self.mentions) if self.entities.get(k) is entity]
        return {country for mention in told for country in self._faced(mention)}

    def _faced(self, mention: Mention) -> Iterator[Country]:
        """The states of those other than somebody who are told to be "his Chilean counterpart" in his sentence."""
        doc = self.scene.passages[mention.passage].doc
        for m in (m for m in self.mentions if m.sentence == mention.sentence and m is not mention and m.country):
            if m.kind == "person" and m.counterpart_of is not None and m.country:  # "her Chilean counterpart X"
                yield m.country
            if m.kind != "office":
                continue
            own = {doc[m.head].head.i, m.head} & {mention.head, doc[mention.head].head.i}
            aside = "appos" in (doc[m.head].dep_, doc[mention.head].dep_)
            if m.title and m.title.portfolio == "counterpart" and m.country and not (own and aside):
                yield m.country

    def _labels_turn(self, mention: Mention) -> bool:
        """ "Senior Colonel X: …": who speaks first in a paragraph of a state's own transcript."""
        doc = self.scene.passages[mention.passage].doc
        return mention.first == 0 and doc[mention.last : mention.last + 1].text == ":"

    def _spoken_at(self, mention: Mention) -> Country | None:
        """ "Minister X said in Y", "told the Z parliament": where an official of no named state speaks, or to whom."""
        verb = self.scene.passages[mention.passage].doc[mention.head].head
        while verb.pos_ in ("NOUN", "PROPN") and verb.head.i != verb.i:
            verb = verb.head
        heard = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.lower_ in self.lexicon.words["hearers"]]
        tells = (c.lemma_.lower() in self.lexicon.words["accounts"] for c in verb.children if c.dep_ == "dobj")
        if verb.lemma_ not in self.lexicon.words["speech_verbs"] and not heard and not any(tells):
            return None  # but "gave reporters in X an outline", "In X, Y offered a fuller account"
        spots = {n.i for n in syntax.spoken_in(verb) if not self._aside(n.head, mention)}
        spots |= {t.i for h in heard for t in h.lefts}
        spots |= {n.i for h in heard for n in syntax.prepositional(h, "in")}
        named = (m for m in self.mentions if m.passage == mention.passage and m.head in spots)
        return next((m.country for m in named if m.country is not None and m.kind in SEATS), None)

    def _aside(self, preposition: Token, mention: Mention) -> bool:
        """ "Minister X, in Y since Monday, said": where he is, which is as likely abroad."""
        after_name = preposition.i in (mention.last, mention.last + 1)
        return after_name and preposition.i > 0 and preposition.nbor(-1).text in (",", "(", "–")

    def teller(self, mention: Mention) -> Country | None:
        """ "Minister X will visit Y, the ministry of Z announced", "Z denied that Minister X had met Y": his own state
        tells of him."""
        doc = self.scene.passages[mention.passage].doc
        for verb in (t for t in doc[mention.head].sent if t.lemma_ in self.speaking):
            subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
            if subject is None or not (self._institution(subject) or self._told_by(subject, verb, mention)):
                continue
            inside = {t.i for t in subject.subtree}
            told = [
                (m.head in inside, side_of(m, self.entities.get(k)))
                for k, m in enumerate(self.mentions) if m.sentence == mention.sentence
            ]  # fmt: skip
            own = {c for within, c in told if within and c is not None}
            if len(own) == 1 and mention.head not in inside and not own & {c for within, c in told if not within}:
                return own.pop()
        return None

    def _institution(self, subject: Token) -> bool:
        return subject.lemma_.lower() in self.lexicon.words["institutions"]

    def _told_by(self, subject: Token, verb: Token, mention: Mention) -> bool:
        """Whether a state has a verb of saying, and somebody comes first in what it says: "Z said that Minister X …",
        "Z rejected a claim that Minister X …", "Z denied a meeting between Minister X and Y of W"."""
        named = (m for m in self.mentions if m.passage == mention.passage and m.head == subject.i)
        if not any(m.kind in SEATS for m in named):
            return False
        name = self.scene.passages[mention.passage].doc[mention.head]
        does = name.dep_ == "nsubj" and name.head.dep_ in ("ccomp", "acl")
        between = name.dep_ == "pobj" and name.head.lower_ == "between"
        above = (name.head.head, name.head.head.head)  # the verb, or the report that it speaks of
        return (does and verb in above) or (between and syntax.under(name, verb))

    def _posted_to(self, mention: Mention) -> Country | None:
        """ "A's ambassador to B called on Minister X": X is of B."""
        for k, envoy in enumerate(self.mentions):
            if envoy.sentence != mention.sentence or envoy.title is None or envoy.title.level != "envoy":
                continue
            entity, within = self.entities.get(k), range(envoy.first, envoy.last)
            own = envoy.country or (entity.country if entity is not None else None)
            states = (
                self.entities[j].country for j, m in enumerate(self.mentions)
                if m.passage == envoy.passage and m.first in within and m.kind == "state" and j in self.entities
            )  # fmt: skip
            posted = next((c for c in states if c not in (None, own)), None)
            if own is not None and posted is not None and envoy is not mention:
                return posted
        return None

    def _at_one_table(self, mention: Mention) -> bool:
        """ "The special envoys, X and Y, have met": of an office that they share, and not of one state."""
        return self._face_to_face(self.scene.passages[mention.passage].doc[mention.head])

    def _own(self, n: int, entity: Entity) -> Country | None:
        outward = self.outward.of(self.mentions[n], entity.portfolio == "spokesperson")

        def may(country: Country) -> bool:
            return country not in outward and self._may(entity, country)

        # the tables do not tell of every time, nor of one newer in office than they are; no official is of a state that
        # the text only names ("the war in Z"), while one whose officials it names is free
        at, staffed = self.mentions[n].sentence, self.home.staffed
        found = self.home.of(at, lambda c: c in staffed and may(c))
        newer = self.home.of(at, lambda c: c in staffed and c not in outward and not self._held(entity, c))
        if found is None or (newer is not None and self.home.far_before(newer, found)):
            found = newer  # a side of whom the text tells, rather than a third state whose officials it only mentions
        found = found or self.home.of(at, lambda c: may(c) and self._at_hand(c, at))
        found = found or self.home.of(
            at, lambda c: c not in outward and not self._held(entity, c) and self._at_hand(c, at)
        )
        if (
            found is None and self.own in outward
        ):  # who visits the state whose text it is, of the one other that it names
            other = self._the_other(outward)
            found = other if other is not None and self._at_hand(other, at) else None
        return found or (self.outward.ground(outward) if self.own is None and entity.level == "minister" else None)

    def _at_hand(self, country: Country, sentence: int) -> bool:
        """Whether a text that a state puts out tells of another near enough for an official of no named state to be of
        that one: in a long address a minister is the speaker's own."""
        if self.own is None or country == self.own:
            return True
        told = (m for n, m in enumerate(self.mentions) if country in (m.country, self._known(n)))
        return any(abs(m.sentence - sentence) <= AT_HAND for m in told)

    def _held(self, entity: Entity, country: Country) -> bool:
        """Whether the text itself names another for that office of a state."""
        title = self.lexicon.settled(entity.title, country) if entity.title is not None else None
        mine = replace(entity, title=title, level=title.level, portfolio=title.portfolio) if title else entity
        officials = (e for e in self.entities.values() if e.kind == "person" and e.official and e is not entity)
        return any(e.country == country and _same_office(e, mine) for e in officials)

    def _may(self, entity: Entity | None, country: Country) -> bool:
        """Whether the tables leave an office of a state free for the person: two presidents are not of one state, as
        two spokesmen are."""
        title = entity.title if entity is not None else None
        if entity is None or title is None or not self.scene.published or entity.portfolio == "spokesperson":
            return True
        if title.level == "minister" and " " in title.name and entity.post and " " not in entity.post:
            return True  # "Secretary X": of which department, it does not say
        holder = self.lexicon.incumbent(country, self.lexicon.settled(title, country), self.scene.published)
        return holder is None or plain(holder.surname) in plain(entity.name or "")

    def _of_who_acts(self, mention: Mention, entity: Entity) -> Country | None:
        """The state that acted right before, where the tables leave it the office."""
        state = acting_before(self.scene, self.lexicon, self.mentions, mention)
        return state if state is not None and self._may(entity, state) else None

    def _whose_act(self, mention: Mention, entity: Entity) -> Country | None:
        """ "Chad will close its border, Minister X said": of the state that his words make act."""
        head = self.scene.passages[mention.passage].doc[mention.head]
        while head.dep_ == "appos":
            head = head.head
        said = head.head.head if head.dep_ == "pobj" and head.head.dep_ == "agent" else head.head
        actor = self.own_words.actor(said)
        named = (m for m in self.mentions if m.sentence == mention.sentence and m.kind == "state")
        state = next((m.country for m in named if actor is not None and m.head == actor.i and m.country), None)
        return state if state is not None and self._may(entity, state) else None

    def _facing(self, n: int) -> Country | None:
        """The other state at the table, for one named after an official of the text's own state."""
        mention = self.mentions[n]
        first = next(k for k, m in enumerate(self.mentions) if m.sentence == mention.sentence and m.kind == "person")
        subject = self.entities.get(first)
        if first == n or subject is None:
            return None
        return self.home.other_side(mention.sentence, subject.country)

    def _settle(self, entity: Entity) -> None:
        """A title means what it means in the state that its bearer turned out to be of."""
        if entity.title is not None:
            entity.title = self.lexicon.settled(entity.title, entity.country)
            entity.level, entity.portfolio = entity.title.level, entity.title.portfolio

    def owned_offices(self) -> Iterator[tuple[int, Entity]]:
        """ "its foreign minister": an office of the country that the pronoun stands for."""
        pronouns = {
            (m.passage, m.head): n for n, m in enumerate(self.mentions) if m.kind == "pronoun" and n in self.entities
        }
        for n, mention in enumerate(self.mentions):
            entity = self.entities.get(n)
            if mention.kind != "office" or entity is None or entity.country or not entity.official:
                continue
            head = self.scene.passages[mention.passage].doc[mention.head]
            owners = [
                self.entities[pronouns[at]]
                for c in head.children
                if c.dep_ == "poss" and (at := (mention.passage, c.i)) in pronouns
            ]
            theirs = self._speaks_for(mention, head) or (owners[0].country if owners else None)
            if owners and theirs:
                yield n, replace(entity, key=(*entity.key, theirs), country=theirs, spans=[])

    def _speaks_for(self, mention: Mention, head: Token) -> Country | None:
        """ "X's army has left, its spokesman said": the state of whose doing he tells."""
        owner = self.own_words.owner(head, head.head) if head.dep_ == "nsubj" else None
        if owner is None:
            return None
        inside = range(owner.left_edge.i, owner.i + 1)
        named = (k for k, m in enumerate(self.mentions) if m.passage == mention.passage and m.head in inside)
        return next((c for k in named if (c := self.mentions[k].country or self._known(k)) is not None), None)

    def _known(self, n: int) -> Country | None:
        return self.entities[n].country if n in self.entities else None

    def _faces(self, noun: Token, mention: Mention) -> bool:
        """Whether a noun is one for who is the same on another side: "counterpart", "opposite number"."""
        offices = (m for m in self.mentions if m.passage == mention.passage and m.head == noun.i and m.kind == "office")
        return any(m.title is not None and m.title.portfolio == "counterpart" for m in offices)

    def _face_to_face(self, head: Token) -> bool:
        """ "Minister X and Y, A's minister, met in B": two who met, with nobody else told of, are not of one state."""
        joined = head
        while joined.dep_ in ("conj", "appos") and joined.head.pos_ in ("NOUN", "PROPN"):
            joined = joined.head
        verb = joined.head
        met = joined.dep_ == "nsubj" and verb.lemma_ in self.lexicon.words["meeting_verbs"]
        others = any(c.dep_ in ("dobj", "dative") or (c.dep_ == "prep" and c.lower_ == "with") for c in verb.children)
        return met and not others

    def _stated(self, token: Token, mention: Mention) -> bool:
        """Whether a nationality stands before a title and name: it is that person's alone."""
        named = [m for m in self.mentions if m.passage == mention.passage and m.first <= token.i < m.last]
        person = next((m for m in named if m.kind == "person"), None)
        return person is not None and any(
            m.kind in ("state", "demonym") and person.first <= m.first < person.core[0]
            for m in self.mentions
            if m.passage == mention.passage
        )

    def _lenders(self, mention: Mention, doc: Doc) -> Iterator[Token]:
        """The possessors beside a title, and the names that a name is coordinated with."""
        for token in doc[mention.first : mention.last]:
            yield from (c for c in token.children if c.dep_ == "poss")
        head = doc[mention.head]
        moves = self.lexicon.words["appointing_verbs"] | self.lexicon.words["dismissing_verbs"]
        if head.dep_ == "dobj" and head.head.lemma_ in moves:
            subjects = [s for s in (syntax.subject(head.head),) if s is not None]
            yield from (t for s in subjects for t in (s, *(c for c in s.children if c.dep_ in ("poss", "amod"))))
        if head.dep_ == "appos" and self._faces(
            head.head, mention
        ):  # "his Dutch counterpart, Minister X": of the state of the adjective, and not of his
            yield from (c for c in head.head.children if c.dep_ in ("amod", "compound", "nmod"))
            return
        if head.dep_ == "appos":  # "its foreign minister, X", "a senior French officer, General X"
            yield from (c for c in head.head.children if c.dep_ in ("poss", "amod"))
        for aside in (c for c in head.children if c.dep_ == "appos"):
            yield from (t for t in aside.subtree if t.dep_ == "poss" and t.tag_ == "PRP$")
            people = {m.head for m in self.mentions if m.passage == mention.passage and m.kind == "person"}
            yield from (t for t in syntax.prepositional(aside, "to") if t.i in people)  # "X, an aide to Y"
            yield from self._chiefs(aside)
        apart = self._face_to_face(head)
        yield from (c for c in head.children if c.dep_ == "nmod")
        if not apart:
            yield from (c for c in head.children if c.dep_ == "conj" and not self._stated(c, mention))
        if head.dep_ == "appos" or (head.dep_ == "conj" and not apart):
            yield head.head
            yield from (c for c in head.head.children if c.dep_ == "poss")

    def _chiefs(self, aside: Token) -> Iterator[Token]:
        """Y in "X, the minister for trade in Y's government", "in the cabinet of Y"."""
        for seat in (n for t in aside.subtree for n in syntax.prepositional(t, "in", "under")):
            if seat.lower_ in self.lexicon.words["institutions"]:
                yield from (c for c in seat.children if c.dep_ == "poss")
                yield from syntax.prepositional(seat, "of")


def _same_office(one: Entity, other: Entity) -> bool:
    """Whether two hold what a state has one of: they are not of one state."""
    single = one.level in ("head_of_state", "head_of_government", "minister") and one.portfolio != "io"
    named = one.portfolio or (one.title.name if one.title else "") != "Minister"
    alike = one.portfolio == other.portfolio and (one.portfolio or (one.title == other.title))
    return bool(single and named and one.level == other.level and alike)


def _private(entity: Entity) -> bool:
    """A body that speaks for no state, or a name that no office and no state stands beside."""
    return entity.kind == "organisation" and not entity.official
