"""What one is whom the text names with his state alone: "X's NAME met Y's trade minister", "the trade ministers of both
keep talking. X's NAME met Y's NAME".

In: the mentions of a document and the people known so far. Out: the office of the other at the table, or of those the
sentence before tells of, set on them: who meets a minister in his state's name is taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.reading.actors.cast import Entity
from detente.reading.actors.grid import Mention
from detente.reading.actors.lexicon import Lexicon, Title
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Token


class Company:
    """Gives people without an office that of those they meet."""

    def __init__(self, scene: Scene, lexicon: Lexicon, mentions: list[Mention], entities: dict[int, Entity]) -> None:
        self.scene, self.lexicon, self.mentions, self.entities = scene, lexicon, mentions, entities

    def read(self) -> None:
        """Sets offices on those who meet as officials of their states."""
        self._for_states()
        self._of_houses()
        for n, mention in enumerate(self.mentions):
            entity = self.entities.get(n)
            bare = mention.kind == "person" and mention.title is None and mention.country is not None
            if entity is None or not bare or entity.official or entity.post or entity.title is not None:
                continue
            if (like := self._like_before(mention)) is not None:
                entity.official, entity.level, entity.portfolio = like.official, like.level, like.portfolio
                entity.title, entity.post = like.title, like.post
                continue
            other = next(self._met(n, mention, entity), None)
            title = self._told_before(mention)
            if other is None or not (other.official or title):
                continue
            entity.official, entity.level, entity.portfolio = True, other.level, other.portfolio
            if title is not None:
                entity.level, entity.portfolio, entity.title = title.level, title.portfolio, title
                entity.post = title.name

    def _of_houses(self) -> None:
        """ "The Danish foreign ministry's X said": whom a ministry has is an official of it."""
        for n, mention in enumerate(self.mentions):
            entity = self.entities.get(n)
            if mention.kind != "person" or entity is None or entity.title is not None or entity.post:
                continue
            head = self.scene.passages[mention.passage].doc[mention.head]
            houses = [c for c in head.children if c.dep_ == "poss" and c.lower_ in self.lexicon.words["institutions"]]
            named = (
                m.country
                for h in houses
                for m in self.mentions
                if m.passage == mention.passage and m.country and h.left_edge.i <= m.first <= h.i
            )
            country = entity.country or next(named, None)
            if houses and country is not None:
                entity.official, entity.level, entity.country = True, "official", country

    def _for_states(self) -> None:
        """ "X, for A, and Y, for B, signed": each is of his state, and of the office that the sentence before tells."""
        told: dict[int, list[tuple[int, Mention]]] = {}
        for n, mention in enumerate(self.mentions):
            entity = self.entities.get(n)
            if mention.kind == "person" and entity is not None and entity.title is None:
                if (state := self._acts_for(mention)) is not None:
                    told.setdefault(mention.sentence, []).append((n, state))
        for found in told.values():
            for n, state in found if len({s.country for _, s in found}) > 1 else ():
                entity, title = self.entities[n], self._told_before(self.mentions[n], across=True)
                entity.country = entity.country or state.country
                if entity.country == state.country:
                    entity.official = True
                    if title is not None:
                        entity.level, entity.portfolio, entity.title = title.level, title.portfolio, title
                        entity.post = title.name

    def _acts_for(self, mention: Mention) -> Mention | None:
        """The state in ", for STATE," right after a name."""
        doc, at = self.scene.passages[mention.passage].doc, mention.last
        if [t.lower_ for t in doc[at : at + 2]] != [",", "for"]:
            return None
        near = (m for m in self.mentions if m.passage == mention.passage and at + 2 <= m.first <= at + 3)
        return next((m for m in near if m.kind == "state" and m.country and doc[m.last].text in (",", ".")), None)

    def _met(self, n: int, mention: Mention, entity: Entity) -> Iterator[Entity]:
        """The people of other states at the same verb of meeting, between whom the same meeting is, or who hold it."""
        doc = self.scene.passages[mention.passage].doc
        verb, table = _verb(doc[mention.head]), self._table(doc[mention.head])
        if table is None and (verb is None or not self._meets(verb)):
            return
        holding = _holding(table) if table is not None else None
        for k, other in enumerate(self.mentions):
            known = self.entities.get(k)
            near = k != n and other.sentence == mention.sentence and other.kind == "person"
            if near and known is not None and known.country not in (None, entity.country):
                at = doc[other.head]
                beside = self._table(at) if table is not None else _verb(at)
                same = beside == (table or verb) or (holding is not None and _verb(at) == holding)
                if same and (table is not None or verb is None or self._at_work(verb, known)):
                    yield known

    def _meets(self, verb: Token) -> bool:
        words = self.lexicon.words
        rings = verb.lemma_ in words["ringing_verbs"] and verb.lemma_ != "call"
        return rings or verb.lemma_ in words["meeting_verbs"] or verb.lemma_ in words["receiving_verbs"]

    def _at_work(self, verb: Token, other: Entity) -> bool:
        """Whether only officials are met so: a president receives champions too, a trade minister hardly."""
        return verb.lemma_ in self.lexicon.words["meeting_verbs"] or not other.portfolio.startswith("head_of_")

    def _table(self, name: Token) -> Token | None:
        """The noun of "a meeting between X and Y", "a meeting of X with Y" at which a name is."""
        while name.dep_ == "conj":
            name = name.head
        link = name.head if name.dep_ == "pobj" and name.head.lower_ in ("between", "of", "with") else None
        above = link.head if link is not None else None
        while above is not None and above.dep_ == "pobj" and above.ent_type_ == "PERSON":
            above = above.head.head  # "with Y" hung on X
        tables = self.lexicon.words["gatherings"] | self.lexicon.words["conversations"]
        return above if above is not None and above.lemma_.lower() in tables else None

    def _like_before(self, mention: Mention) -> Entity | None:
        """ "X's foreign minister, A, and Y's, B": of the office that the name before has."""
        doc = self.scene.passages[mention.passage].doc
        at = mention.first
        if at < 3 or doc[at - 1].text != "," or doc[at - 2].tag_ != "POS":
            return None
        before = [
            e
            for n, m in enumerate(self.mentions)
            if m.sentence == mention.sentence and m.kind == "person" and m.last < at and (e := self.entities.get(n))
        ]
        told = [
            e for e in before if e.title is not None and e.official and e.portfolio not in ("spokesperson", "military")
        ]
        return told[-1] if told else None

    def _told_before(self, mention: Mention, across: bool = False) -> Title | None:
        """The office in the plural that the sentence before tells of, one of the paragraph or `across` paragraphs."""
        near = (m for m in self.mentions if m.sentence == mention.sentence - 1)
        before = [m for m in near if across or m.passage == mention.passage]
        plural = (m.title for m in before if m.kind == "office" and m.plural and m.title is not None)
        return next((t for t in plural if t.official), None)


def _holding(table: Token) -> Token | None:
    """ "held" of "held talks with X", "travelled" of "travelled to Z for talks with X"."""
    above = table.head if table.dep_ == "dobj" else table.head.head if table.dep_ == "pobj" else table
    return above if above.pos_ == "VERB" and above != table else None


def _verb(noun: Token) -> Token | None:
    """The verb that a name is subject, object or companion of, alone or in a list."""
    while noun.dep_ in ("conj", "appos", "compound", "pobj", "prep") and noun.head != noun:
        noun = noun.head
    if noun.pos_ == "VERB":
        return noun
    return noun.head if noun.dep_ in ("nsubj", "dobj", "nsubjpass") and noun.head.pos_ == "VERB" else None
