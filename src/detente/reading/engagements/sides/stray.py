"""Sides that stand beside an engagement's words and that the parser hung elsewhere, or that only govern the sentence.

In: a trigger whose clause gave fewer than two sides. Out: those named after "between" or "with" further on in its
clause; or, where a word says what became of it, the two states whose governments the sentence names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Country, Place
from detente.reading import syntax
from detente.reading.actors.grid import Mention
from detente.reading.engagements.party import Party, countries_of, unique
from detente.reading.engagements.sides.frame import Frame
from detente.reading.engagements.sides.phrase import Sides
from detente.reading.engagements.triggers import Trigger
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.words import Doc, Token

BETWEEN = frozenset({"between", "among"})
GOVERNS = frozenset({"poss", "compound", "nsubj", "nsubjpass", "nmod", "amod", "conj", "pobj"})
WHERE = frozenset({"in", "at", "near", "from", "outside", "to", "into", "for", "off"})


class Stray:
    """Looks for the sides of one document's triggers outside their clauses' grammar."""

    def __init__(self, frame: Frame, sides: Sides, words: Mapping[str, Sequence[str]]) -> None:
        self.frame, self.sides = frame, sides
        self.linking = frozenset(words["linking_verbs"])

    def partners(self, trigger: Trigger) -> list[Party]:
        """ "A call took place on 3 April between X of A and Y of B": who stands after a preposition of partners."""
        if not trigger.noun:
            return []
        for word in trigger.sentence.tokens:
            later = word.i > trigger.token.i and word.dep_ == "prep" and self._same_clause(word, trigger.token)
            if later and word.lower_ in BETWEEN:
                return self._after(word, trigger.sentence)
            if later and word.lower_ == "with" and not _of_another_noun(word, trigger.token):
                found = (p for c in word.children if c.dep_ == "pobj" for p in self.sides.all(c, trigger.sentence))
                return [p for p in found if p.actor.official and p.actor.kind in ("person", "office", "group")]
        return self._linked(trigger)

    def visitor(self, trigger: Trigger, parties: list[Party], destinations: Sequence[Place]) -> list[Party]:
        """Y in "X conferred with Y, on a visit to X's country": nobody visits his own, so it is who was named last."""
        abroad = {p.country for p in destinations if p.country}
        if (meant := self._meant(trigger, parties)) is not None and (not abroad or countries_of(parties) & abroad):
            return [meant]
        link = trigger.token.head
        if trigger.form != "visit" or link.lower_ != "on" or not parties or countries_of(parties) - abroad:
            return parties
        if link.i == trigger.sentence.tokens.start or link.nbor(-1).text != ",":
            return parties
        before = next(iter(self.frame.officials_before(trigger.sentence, link.i, 0)), None)
        return [before] if before is not None and before.country not in abroad else parties

    def _meant(self, trigger: Trigger, parties: Sequence[Party]) -> Party | None:
        """ "to prepare the minister's visit": of two ministers the one who was told to travel."""
        owner = next((c for c in trigger.token.children if c.dep_ == "poss"), None) if trigger.noun else None
        bare = owner is not None and owner.pos_ == "NOUN" and [c.lower_ for c in owner.lefts] == ["the"]
        if trigger.form != "visit" or not bare or len(parties) != 1 or parties[0].entity is None:
            return None
        level = parties[0].entity.level
        told = Counter(g.key for g in self.sides.guests if g.entity is not None and g.entity.level == level)
        most = next((key for key, _ in told.most_common(1)), None)
        return next((g for g in reversed(self.sides.guests) if g.key == most and g.key != parties[0].key), None)

    def _linked(self, trigger: Trigger) -> list[Party]:
        """ "Talks on a bridge that links X and Y", "on a dam involving X, Y and Z": the states that what the talks are
        about joins, where nobody else is named."""
        for word in trigger.token.subtree:
            if word.lemma_ in self.linking and word.i > trigger.token.i and word.pos_ in ("VERB", "ADP"):
                thing = next((c for c in word.children if c.dep_ in ("dobj", "pobj")), None)
                named = (
                    (self.sides.cast.country_at(t, trigger.sentence) for t in syntax.conjuncts(thing)) if thing else ()
                )
                states = list(dict.fromkeys(c for c in named if c is not None))
                if len(states) > 1:
                    return [self.frame.state(c, trigger.sentence) for c in states]
        return []

    def _after(self, between: Token, sentence: Sentence) -> list[Party]:
        """The first two of different states that are named after "between", else what its nouns stand for."""
        told = (p for n, m in self.frame.by_sentence.get(sentence.index, []) for p in self._seated(n, m.first, between))
        found = unique(list(told))
        if len(countries_of(found)) > 1:
            return found
        nouns = [t for c in between.children if c.dep_ == "pobj" for t in syntax.conjuncts(c)]
        return unique([p for t in nouns for p in self.sides.all(t, sentence)])

    def _seated(self, n: int, first: int, between: Token) -> Iterator[Party]:
        doc, mention = between.doc, self.frame.cast.mentions[n]
        if first > between.i and self.frame.acts(n, mention) and not _verb_between(doc, between.i, first):
            yield self.frame.party(n)

    def _same_clause(self, word: Token, noun: Token) -> bool:
        return syntax.clause_of(word).i == syntax.clause_of(noun).i

    def governments(self, sentence: Sentence) -> list[Party]:
        """The two states whose governments a sentence names, where it names no third and nobody by name: "X rejects
        Y's proposal for talks"."""
        cast = self.frame.cast
        told: dict[Country, None] = {}
        for n, mention in enumerate(cast.mentions):
            entity = cast.entities.get(n)
            country = mention.country or (entity.country if entity is not None else None)
            if mention.sentence != sentence.index or country is None:
                continue
            if mention.kind == "person" or (entity is not None and entity.kind == "person"):
                return []
            if mention.kind not in ("place", "state") or self._governs(mention, sentence.passage.doc[mention.head]):
                told[country] = None
        return [self.frame.state(c, sentence) for c in told] if len(told) == 2 else []

    def _governs(self, mention: Mention, town: Token) -> bool:
        """Whether a state or capital stands for its government and no place: "the wish of Dili and Canberra"."""
        first = town
        while first.dep_ == "conj" and first.head.i != first.i:
            first = first.head
        placed = first.dep_ == "pobj" and first.head.lower_ in WHERE
        seat = mention.kind == "state" or any(n.kind == "capital" for n in mention.names)
        return seat and first.dep_ in GOVERNS and not placed


def _of_another_noun(word: Token, noun: Token) -> bool:
    """ "talks on the row with Z": a preposition of a noun that is not the engagement's; in "a call of Minister X with
    Y" it is, though it hangs on whose call it is."""
    owner = word.head
    while owner.dep_ in ("appos", "conj", "compound") and owner.head.i != owner.i:
        owner = owner.head
    whose = owner.dep_ == "pobj" and owner.head.lower_ == "of" and owner.head.head.i == noun.i and owner.i < word.i
    if whose and word.head.pos_ == "PROPN":
        return False
    return word.head.pos_ in ("NOUN", "PROPN") and word.head.i != noun.i and word.head.ent_type_ not in ("DATE", "TIME")


def _verb_between(doc: Doc, first: int, last: int) -> bool:
    return any(t.pos_ == "VERB" and t.tag_ != "VBN" for t in doc[first:last])
