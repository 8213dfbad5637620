"""For which state the nameless speak: "officials in Ankara", "an aide to the president", "the central bank".

In: a noun that speaks, with the actor found for it. Out: the actor with his country, and official, where the noun is
one of a state's people or bodies; the same actor for everyone else. A country stands in the noun phrase, or the noun
belongs to someone whose country is known; a bare "the ministry" is of the state whose text it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Actor, Country
from detente.reading import syntax
from detente.reading.actors.cast import Cast, Entity
from detente.reading.actors.fortheside import of_the_side
from detente.reading.actors.home import Home, opening
from detente.reading.actors.houses import Houses
from detente.reading.actors.itsministry import ItsMinistry
from detente.reading.actors.ownwords import OwnWords
from detente.reading.actors.spokenfor import SpokenFor
from detente.reading.scene import Sentence
from detente.reading.speech.cues import Cues

if TYPE_CHECKING:
    from detente.reading.words import Token

OWN = ("amod", "compound", "nmod", "poss", "appos")
AGAIN = 8  # sentences after which a body told of is not the one that spoke
ISSUED = 8  # sentences back to where a paper was said to be issued
HEADS_OWN = frozenset({"presidential", "royal"})
TOGETHER = frozenset({"they", "both", "all"})
BELONGING = frozenset({"of", "at", "in", "from", "to", "for", "by", "with", "within", "inside"})


class Behalf:
    """Settles the sides of one document's nameless speakers."""

    def __init__(self, cues: Cues, cast: Cast) -> None:
        self.cast = cast
        self.officials = frozenset(cues.words["official_nouns"])
        self.owned = frozenset(cues.words["owned_people"])
        self.partisans = frozenset(cues.words["partisans"])
        self.papers = frozenset(cues.words["issued_papers"])
        self.institutions = frozenset(cues.words["issuing_bodies"])
        self.shared = frozenset(cast.lexicon.words["pair_nouns"])
        self.ministry = ItsMinistry(cast.scene, cast.lexicon, cast.mentions, cast.entities)
        self.spoken_for = SpokenFor(cast.scene, cast.lexicon, cast.mentions, cast.entities, cast.own)
        self.houses = Houses(cast.lexicon.houses, cast.mentions, (e.country for e in cast.entities.values()))
        self.desks, self.quoting = cast.lexicon.words["press_offices"], cast.lexicon.words["quoting_verbs"]
        self.own_words = OwnWords(cast.lexicon.words)
        self.spoke: dict[str, tuple[int, Country]] = {}
        custom = frozenset(cast.lexicon.words["home_by_custom"])
        self.home = Home(cast.mentions, cast.entities, custom, own=cast.own, opening=opening(cast.scene))

    def settled(self, who: Token, sentence: Sentence, actor: Actor, entity: Entity | None) -> Actor:
        """The actor with the country for which the noun speaks."""
        openings = self.cast.lexicon.words["speaking_for"]
        side = of_the_side(who, sentence, self.cast.mentions, openings) if self._official(who) else None
        person = entity is not None and entity.kind == "person"
        if side is not None and not person:
            found = replace(actor, country=side, official=True)  # "For X, the ministry said"
        else:
            found = self._settled(who, sentence, actor, entity)
        if found.country is not None and (self._official(who) or self._desk(who)):
            self.spoke[who.lemma_.lower()] = (sentence.index, found.country)
        return found

    def _settled(self, who: Token, sentence: Sentence, actor: Actor, entity: Entity | None) -> Actor:
        nameless = entity is not None and entity.kind in ("office", "unnamed")
        placed = self._named(who, sentence) or self._where(who, sentence)
        if nameless and placed is None and (again := self._spoke_last(who, sentence)) is not None:
            return replace(actor, country=again, official=True)  # "an official here said. … the official added"
        if actor.country is not None and (actor.official or entity is not None):
            return actor
        house = self.houses.unowned(who, self.cast.lexicon.words["nameless_houses"])
        if (entity is not None and entity.kind == "person") or not (house or self._official(who)):
            return actor
        country = self._named(who, sentence) or self._where(who, sentence) or self.houses.of(who)
        if country is None and any(self._posted(who, c) for c in who.children):
            return replace(actor, country=None, official=False)
        if country is None and house:
            country = self.cast.dateline or self.cast.own  # that of the nearest state may be another's
            return replace(actor, country=country, official=country is not None)
        country = country or self._of_the_agency(who) or self._of_the_head(who, sentence)
        bodies = self.papers | self.institutions
        if country is None and self.cast.own is None and who.lemma_.lower() in bodies:
            country = self.cast.floor.of(sentence, who)
        country = country or self._its_ministry(who, sentence, entity)
        country = country or (self._spoke_last(who, sentence) if self._bare(who) else None)
        country = country or (self._before(who, sentence) if self._bare(who) else None)
        if country is None and self._bare(who) and who.lemma_.lower() in self.papers:
            country = self._issued(sentence)
        country = country or self._of_who_acted(who, sentence)
        bare = self._bare(who) and who.lemma_.lower() not in self.papers
        anyone = who.lemma_.lower() == "source" and not self._bare(who)
        acting = self.own_words.actor(who.head) if who.dep_ == "nsubj" and not anyone else None
        if country is None and acting is not None and self._one_of_some(who):
            country = self._country(acting, sentence)
        country = country or (self._at_home(who, sentence) if bare else None)
        if country is None and acting is not None:
            country = self._country(acting, sentence)
        if country is None and bare and not anyone:
            country = self._of_who_acts(who, sentence)
        return replace(actor, country=country, official=True) if country is not None else actor

    def _its_ministry(self, who: Token, sentence: Sentence, entity: Entity | None) -> Country | None:
        """ "The ministry's spokesman", of no name: of whose ministry the text told of last, where it names one."""
        number = self.cast.mention_number(who, sentence) if entity is not None else None
        if number is None or entity is None or entity.portfolio != "spokesperson":
            return None
        side = self.ministry.of(self.cast.mentions[number])
        return (self.spoken_for.of(number, self.cast.home.beside) or side) if side is not None else None

    def _of_the_agency(self, who: Token) -> Country | None:
        """ "IRNA quoted a ministry spokesman as saying": a state's agency asks its own, where no other is named."""
        quoting = who.head if who.dep_ == "dobj" and who.head.lemma_ in self.quoting else None
        by = syntax.subject(quoting) if quoting is not None else None
        if by is None or by.pos_ != "PROPN":
            return None
        named = by.doc[by.left_edge.i : by.right_edge.i + 1]
        runs = (named[i:j].text for i in range(len(named)) for j in range(len(named), i, -1))
        return next((c for r in runs if (c := self.cast.lexicon.state_media.get(r)) is not None), None)

    def _of_who_acts(self, who: Token, sentence: Sentence) -> Country | None:
        """ "X met Y, the ministry said": of the one of the two in whose state that is written, else of who acts."""
        told = next((c for c in who.head.children if c.dep_ == "ccomp" and c.i < who.i), None)
        subject = syntax.subject(told) if told is not None and who.dep_ == "nsubj" else None
        acting = self.cast.entity(subject, sentence) if subject is not None else None
        if acting is None or acting.kind not in ("person", "office") or not acting.official or acting.country is None:
            return None
        beside = {self._country(t, sentence) for t in told.subtree} if told is not None else set()
        return self.cast.dateline if self.cast.dateline in beside - {None} else acting.country

    def _of_who_acted(self, who: Token, sentence: Sentence) -> Country | None:
        """ "X rang Y of B. According to a government statement, Y promised …": of the state of X, whose act is told
        right before, where the paper is called a government's or a president's, and nobody's by name."""
        before = self.cast.scene.sentences[max(0, sentence.index - 1)]
        offices = self.institutions | self.cast.lexicon.words["institutions"] | HEADS_OWN
        owned = any(c.dep_ in ("compound", "amod") and c.lower_ in offices for c in who.children)
        paper = who.lemma_.lower() in self.papers and owned and self._bare(who)
        if not paper or sentence.index == 0 or before.passage.index != sentence.passage.index:
            return None
        subject = syntax.subject(before.tokens.root)
        acted = self.cast.entity(subject, before) if subject is not None else None
        return acted.country if acted is not None and acted.official and acted.kind in ("person", "office") else None

    def _of_the_head(self, who: Token, sentence: Sentence) -> Country | None:
        """ "President X received Y, the presidential press service said": of the first head of state told of."""
        if not any(c.lower_ in HEADS_OWN for c in who.children):
            return None
        heads = (
            e.country for n, m in enumerate(self.cast.mentions)
            if m.sentence == sentence.index and (e := self.cast.entities.get(n)) and e.level == "head_of_state"
            and (m.first < who.i or who.dep_ != "pobj")
        )  # fmt: skip
        return next(heads, None)

    def _at_home(self, who: Token, sentence: Sentence) -> Country | None:
        """The state whose text it is; of "the ministers", no other that is left where that one has its name beside."""
        found = self.home.of(sentence.index)
        return found if not self._several(who) or found == self.home.of(-1) else None

    def _spoke_last(self, who: Token, sentence: Sentence) -> Country | None:
        """ "The ministry", where a ministry spoke shortly before: for the same side."""
        before, country = self.spoke.get(who.lemma_.lower(), (0, None))
        definite = any(c.lower_ in ("the", "this", "its") for c in who.children)
        return country if definite and 0 <= sentence.index - before <= AGAIN else None

    def joint(self, who: Token, sentence: Sentence) -> Country | None:
        """Of "the two sides", of an official paper nobody is named for: the side whose text it is."""
        if who.lemma_.lower() in self.papers and self._bare(who):
            floor = self.cast.floor.of(sentence, who) if self.cast.own is None else None
            return floor or self._issued(sentence) or self.home.of(sentence.index)
        if who.lower_ in TOGETHER:
            return self.cast.own if self.cast.own is not None and self._of_both(who, sentence) else None
        if not self._several(who):
            return None
        if any(c.dep_ in ("amod", "compound", "poss") and c.pos_ != "NUM" for c in who.children):
            return None
        return self.home.of(sentence.index)

    def _of_both(self, who: Token, sentence: Sentence) -> bool:
        """Whether "they" are the two whom an office's own text tells of: the subject of the sentence before."""
        before = next((s for s in reversed(self.cast.scene.sentences[: sentence.index])), None)
        if before is None or before.passage.index != sentence.passage.index:
            return False
        subject = syntax.subject(before.tokens.root)
        if subject is None or subject.lower_ in TOGETHER:
            return subject is not None and self._of_both(subject, before)
        if subject.tag_ in ("NNS", "NNPS"):
            return self._several(subject)
        people = (n for n, m in enumerate(self.cast.mentions) if m.sentence == before.index and m.kind == "person")
        states = {self.cast.entities[n].country for n in people if n in self.cast.entities}
        return self.cast.own in states and len(states) > 1

    def _desk(self, who: Token) -> bool:
        """ "the press service", "its media office": a body's people for the press."""
        return who.i > 0 and f"{who.nbor(-1).lower_} {who.lower_}" in self.desks

    def _several(self, noun: Token) -> bool:
        """Whether a plural is one of sides or of their leaders: "the parties", "the Leaders"."""
        word = noun.lower_.removesuffix("s") if noun.tag_ == "NNPS" else noun.lemma_.lower()
        return noun.tag_ in ("NNS", "NNPS") and word in self.shared

    def _official(self, who: Token) -> bool:
        words = {t.lower_ for t in who.children if t.dep_ in ("compound", "amod") and t.i < who.i}
        if self._desk(who):
            words.discard(who.nbor(-1).lower_)
        if words & self.partisans or who.lemma_.lower() in self.partisans:
            return False
        if who.lemma_.lower() in self.officials or who.lower_ in self.officials:
            return True
        owner = next((c for c in who.children if c.dep_ == "poss"), None)
        return owner is not None and who.lower_ in self.owned

    def _named(self, who: Token, sentence: Sentence) -> Country | None:
        """The country of what stands in the noun phrase, owners first."""
        return next((c for t in self._inside(who) if (c := self._country(t, sentence)) is not None), None)

    def _inside(self, who: Token) -> Iterator[Token]:
        for child in who.children:
            if child.dep_ in OWN:
                yield child
                yield from self._inside(child)
        for child in who.children:
            if child.dep_ == "prep" and child.lower_ in BELONGING and not self._posted(who, child):
                for noun in child.children:
                    if noun.dep_ == "pobj":
                        yield noun
                        yield from self._inside(noun)

    def _posted(self, who: Token, link: Token) -> bool:
        """ "diplomats in Vienna": there for whatever state."""
        return who.lemma_.lower() in self.cast.lexicon.words["posted_nouns"] and link.lower_ in ("in", "at")

    def _country(self, token: Token, sentence: Sentence) -> Country | None:
        entity = self.cast.entity(token, sentence)
        if entity is not None and entity.country is not None:
            return entity.country
        return self.cast.country_at(token, sentence)

    def _bare(self, who: Token) -> bool:
        """Whether a noun is told of as if only one state's could be meant: "the ministry", "prosecutors"."""
        small = [c.lower_ for c in who.children if c.dep_ in ("det", "nummod")]
        if who.lemma_.lower() == "source" or (who.tag_ == "NNS" and who.lemma_.lower() in self.shared):
            return bool({"the", "these"} & set(small))
        return bool({"the", "this", "its", "a", "an"} & set(small)) or who.tag_ == "NNS" or who.pos_ == "PROPN"

    def _one_of_some(self, who: Token) -> bool:
        """ "an official", in a text that does not show where it is written: "X's president will travel to see Y, an
        official said" is told by X's."""
        some = any(c.lower_ in ("a", "an") for c in who.children)
        return some and self.cast.own is None and self.cast.dateline is None

    def _before(self, who: Token, sentence: Sentence) -> Country | None:
        """ "The ministry", "the statement": of the body of that name, or the body at all, told of shortly before."""
        paper, noun = who.lemma_.lower() in self.papers, who.lemma_.lower()
        for number in range(len(self.cast.mentions) - 1, -1, -1):
            mention = self.cast.mentions[number]
            entity = self.cast.entities.get(number)
            if mention.sentence >= sentence.index or entity is None or entity.country is None:
                continue
            if mention.sentence < sentence.index - (2 if paper else 12):
                return None
            named = mention.text.lower().endswith(noun)
            if entity.kind == "organisation" and entity.official and (named or paper):
                return entity.country
            if entity.kind in ("unnamed", "office") and named and mention.sentence >= sentence.index - 2:
                return entity.country  # "a Rwandan official said. … the official added"
        return None

    def _issued(self, sentence: Sentence) -> Country | None:
        """Whose paper "the statement" is: of whom one was told to come, else of the body told of right before."""
        back = list(reversed(self.cast.scene.sentences[max(0, sentence.index - ISSUED) : sentence.index]))
        for before in back:
            papers = [t for t in before.tokens if t.lemma_.lower() in self.papers]
            owned = [c for t in papers if (c := self._named(t, before)) is not None]
            found = owned or (self._bodies(before) if papers else [])
            if found:
                return found[0]
        return next((c for before in back[:2] for c in self._bodies(before)), None)

    def _bodies(self, sentence: Sentence) -> list[Country]:
        """The states of the bodies that a sentence tells of."""
        actors = (self.cast.actor(t, sentence) for t in sentence.tokens if t.lower_ in self.institutions)
        return [a.country for a in actors if a is not None and a.official and a.country is not None]

    def _where(self, who: Token, sentence: Sentence) -> Country | None:
        """The country of the place that opens the sentence, or where the words are said: "In Washington, officials
        said", "a spokeswoman said in Bern"; of "an official of the ministry here", where the text is written."""
        here = (t for t in who.subtree if t.lower_ == "here")
        if self.cast.dateline is not None and any(syntax.clause_of(t) == syntax.clause_of(who) for t in here):
            return self.cast.dateline
        first = sentence.tokens[0]
        opens = first.lower_ in BELONGING and first.i < who.i
        opening = [n for n in first.children if n.dep_ == "pobj"] if opens else []
        said = syntax.spoken_in(who.head) if who.dep_ == "nsubj" and who.head.pos_ == "VERB" else []
        places = (self.cast.country_at(n, sentence) for n in (*opening, *said))
        return next((c for c in places if c is not None), None)
