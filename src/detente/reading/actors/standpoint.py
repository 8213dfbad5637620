"""Where a spokesman of no named state speaks, and which side his sentence gives the word to: "In Quito, spokesman X
offered an account", "said from Rabat", "The Omani side was guarded: spokesman X …".

In: his mention. Out: the state of the place, where the text tells of that state otherwise or of no two sides; and the
side that has the word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.floor import OPENERS, Floor
from detente.reading.actors.grid import SEATS, Mention
from detente.reading.actors.lexicon import Lexicon
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.actors.cast import Entity
    from detente.reading.words import Token

OPENING = 8  # words from the head of a sentence to the comma that closes where it is set
ARTICLES = 2  # words between that comma and a title


class Standpoint:
    """Reads where the spokesmen of one document stand."""

    def __init__(
        self, scene: Scene, lexicon: Lexicon, mentions: Sequence[Mention], entities: Mapping[int, Entity]
    ) -> None:
        self.scene, self.words, self.mentions, self.entities = scene, lexicon.words, mentions, entities
        self.floor = Floor(scene, lexicon.words, mentions, entities)

    def of(self, mention: Mention) -> Country | None:
        """The state in which he speaks."""
        places = (*self._within(mention), *self._opening(mention), *self._from(mention))
        return next((m.country for m in places if m.country and self.is_side(m.country, m)), None)

    def given(self, mention: Mention) -> Country | None:
        """The side that has the word where he speaks."""
        sentence = self.scene.sentences[mention.sentence]
        side = self.floor.of(sentence, sentence.passage.doc[mention.head])
        return side if side is not None and self.told_otherwise(side) else None

    def told_otherwise(self, side: Country) -> bool:
        """Whether a side is one of the text's: the only place of it may be where somebody speaks."""
        places = [m for m in self.mentions if m.country == side]
        return self.is_side(side, places[0] if len(places) == 1 else None)

    def is_side(self, state: Country, place: Mention | None = None) -> bool:
        """Whether the text tells of a state otherwise than by a place where somebody speaks, or of no two sides."""
        told = (m for m in self.mentions if m is not place and m.country == state)
        if any(told) or any(e.country == state for e in self.entities.values()):
            return True
        return len({e.country for e in self.entities.values() if e.official and e.country}) < 2

    def _within(self, mention: Mention) -> Iterator[Mention]:
        """X in "a government spokesman in X, Y, said", "Y, the ministry's spokesman in X, said"."""
        doc = self.scene.passages[mention.passage].doc
        asides = (c for c in doc[mention.head].children if c.dep_ == "appos")
        spots = {n.i for aside in asides for n in syntax.prepositional(aside, "in", "at")}
        yield from (m for m in self._seats(mention) if m.head in spots)
        inside = (m for m in self._seats(mention) if mention.first < m.first < mention.core[0])
        yield from (m for m in inside if doc[m.first - 1].lower_ in ("in", "at"))

    def _opening(self, mention: Mention) -> Iterator[Mention]:
        """X in "In X on Monday, spokesman Y gave his version"."""
        tokens = self.scene.sentences[mention.sentence].tokens
        if tokens[0].lower_ not in OPENERS:
            return
        comma = next((t.i for t in tokens[:OPENING] if t.text == ","), None)
        if comma is not None and 0 < mention.first - comma <= 1 + ARTICLES:
            opened = range(tokens.start + 1, comma)
            yield from (m for m in self._seats(mention) if m.first in opened and m.first <= tokens.start + ARTICLES)

    def _from(self, mention: Mention) -> Iterator[Mention]:
        """X in "spokesman Y said from X"."""
        verb = self._verb(mention)
        if verb.lemma_ in self.words["speech_verbs"]:
            spots = {n.i for n in syntax.prepositional(verb, "from")}
            yield from (m for m in self._seats(mention) if m.head in spots)

    def _verb(self, mention: Mention) -> Token:
        verb = self.scene.passages[mention.passage].doc[mention.head].head
        while verb.pos_ in ("NOUN", "PROPN") and verb.head.i != verb.i:
            verb = verb.head
        return verb

    def _seats(self, mention: Mention) -> Iterator[Mention]:
        yield from (m for m in self.mentions if m.sentence == mention.sentence and m.country and m.kind in SEATS)
