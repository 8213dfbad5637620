"""Names in a list: the people before and after a name, wherever the parser hung them.

In: a token or the number of a mention. Out: `Party`s of the people listed beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.actors.grid import Mention
from detente.reading.engagements.party import Party
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Doc, Token

LISTING = frozenset({",", "and", "of", "the", "as", "well"})


class Lists:
    """Follows lists of people through a document."""

    def __init__(self, scene: Scene, cast: Cast) -> None:
        self.scene, self.cast = scene, cast

    def left(self, token: Token, sentence: Sentence) -> list[Party]:
        """ "X and Minister Y": the people listed before a name, wherever the parser hung them."""
        number, joined = self.cast.mention_number(token, sentence), False
        found: list[Party] = []
        while number is not None and (self.cast.mentions[number].kind == "person" or self._facing_one(number)):
            mention = self.cast.mentions[number]
            before = mention.first - 1
            doc = sentence.passage.doc
            before -= doc[before].tag_ == "PRP$"
            before = _before_owner(doc, before)
            if before <= sentence.tokens.start or doc[before].lower_ not in ("and", ",", "&"):
                break
            if _opens_a_clause(doc[mention.head], doc[before]):
                break
            joined = joined or doc[before].lower_ in ("and", "&")
            before -= doc[before - 1].text == ","
            number = self._person_ending(sentence, before)
            if number is not None:
                entity = self.cast.entities[number]
                found.append(Party(entity.actor(self.cast.span(self.cast.mentions[number])), entity, entity.country))
        return found if joined else []

    def right(self, number: int | None) -> list[Party]:
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
                joined = joined and not (_acts(doc[other.head]) and not _acts(doc[mention.head]))
                told = other.title is not None or self._each_of_his(mention, other)
                if other.kind == "person" and told and joined and k in self.cast.entities:
                    following = k
                    entity = self.cast.entities[k]
                    found.append(Party(entity.actor(self.cast.span(other)), entity, entity.country))
                    break
            number = following
        return found

    def _each_of_his(self, one: Mention, other: Mention) -> bool:
        """ "X of A and Y of B": two names with their states after them."""
        doc = self.scene.passages[one.passage].doc
        ends = [doc[m.core[1]].lower_ if m.core[1] < len(doc) else "" for m in (one, other)]
        return one.country is not None and other.country is not None and ends == ["of", "of"]

    def sharing(self, number: int) -> list[Party]:
        """ "the trade ministers of the two countries, X of A and Y of B": those who are named after their title."""
        office, mentions = self.cast.mentions[number], self.cast.mentions
        if office.kind != "office" or not office.plural:
            return []
        for k in range(number + 1, min(number + 6, len(mentions))):
            other = mentions[k]
            if other.sentence == office.sentence and other.kind == "person" and other.title_plural:
                if other.title == office.title and k in self.cast.entities:
                    entity = self.cast.entities[k]
                    first = Party(entity.actor(self.cast.span(other)), entity, entity.country)
                    return [first, *self.right(k)]
        return []

    def _facing_one(self, number: int) -> bool:
        """ "his Bolivian counterpart": somebody told of by whom he faces."""
        title = self.cast.mentions[number].title
        return title is not None and title.portfolio == "counterpart"

    def _person_ending(self, sentence: Sentence, at: int) -> int | None:
        """The person mention that ends right before a token."""
        for n, mention in enumerate(self.cast.mentions):
            if mention.passage == sentence.passage.index and mention.kind == "person" and mention.last == at:
                return n if n in self.cast.entities else None
        return None


def _opens_a_clause(name: Token, link: Token) -> bool:
    """ "X received Y, and Z met W": who opens a clause of his own after "and" is in no list with the one before it."""
    clause = name.head
    own = name.dep_ == "nsubj" and clause.dep_ == "conj" and clause.head.pos_ in ("VERB", "AUX")
    return own and link.dep_ == "cc" and link.head.i == clause.head.i and clause.head.i < link.i


def _acts(name: Token) -> bool:
    """Whether a name, or what it is an aside to, is the subject of a verb."""
    while name.dep_ in ("appos", "conj"):
        name = name.head
    return bool(name.dep_ == "nsubj")


def _before_owner(doc: Doc, at: int) -> int:
    """The token before "Mali's" in "X and Mali's Y", which is no part of the name."""
    first = at - 1
    while doc[at].tag_ == "POS" and first > 0 and doc[first - 1].pos_ == "PROPN" and doc[first].pos_ == "PROPN":
        first -= 1
    return first - 1 if doc[at].tag_ == "POS" and first > 0 else at


def second_subjects(first: Token) -> list[Token]:
    """ "Togo's X, Benin's Y and Ghana's Z met": those whom the parser gave the verb as a second subject."""
    if first.dep_ not in ("nsubj", "nsubjpass") or first.pos_ != "PROPN":
        return []
    later = (c for c in first.head.children if c.dep_ == first.dep_ and c.i > first.i and c.pos_ == "PROPN")
    listed = (c for c in later if [t.text for t in first.doc[first.i + 1 : c.left_edge.i]] == [","])
    return [t for c in listed for t in syntax.conjuncts(c)]


def shared(token: Token, end: int) -> list[Token]:
    """The noun of "X's and Y's ministers", where the parser took X for a side of its own; `end` is the sentence's."""
    after = token.doc[token.i + 1 : min(token.i + 10, end)]
    if len(after) < 4 or after[0].tag_ != "POS" or after[1].lower_ != "and":
        return []
    return [next((t for t in after[2:] if t.tag_ == "NNS"), token)]
