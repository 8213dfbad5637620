"""Whose a bare body or paper is, by what it says: "X explained the closure, the ministry said", "The official statement
said Oman attaches importance to trade".

In: the noun of a body or paper and its sentence. Out: the state of the official whose deed, or of the state whose will
or stance, its words tell; None where they tell of nobody's, or of what is done to others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.ownwords import OwnWords
from detente.reading.actors.upholding import Upholding
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.actors.cast import Entity
    from detente.reading.actors.grid import Mention
    from detente.reading.actors.lexicon import Lexicon
    from detente.reading.words import Token

INSIDE = ("poss", "compound", "nmod", "amod", "appos")
UP = ("of", "from", "by", "to", "in")


class WhatItSays:
    """Reads the words of the bodies and papers of one document."""

    def __init__(
        self, scene: Scene, lexicon: Lexicon, mentions: Sequence[Mention], entities: Mapping[int, Entity]
    ) -> None:
        self.mentions, self.entities = mentions, entities
        self.own_words = OwnWords(lexicon.words)
        self.upholding = Upholding(scene, lexicon, mentions)

    def of(self, noun: Token, sentence: Sentence) -> Country | None:
        """The state for which the noun speaks."""
        said = _said(noun)
        if said is None:
            return None
        willing = self.own_words.actor(said)
        state = self._state(willing, sentence) if willing is not None else None
        return state or self.upholding.within(sentence.index, noun) or self._of_who_acts(said, sentence)

    def _state(self, noun: Token, sentence: Sentence) -> Country | None:
        named = (m for m in self.mentions if m.sentence == sentence.index and m.kind == "state")
        return next((m.country for m in named if m.head == noun.i), None)

    def _of_who_acts(self, said: Token, sentence: Sentence) -> Country | None:
        """The state of the official whose deed the words tell, where they name no other state beside it."""
        for clause in _told(said):
            subject = syntax.subject(clause)
            acting = self._official(subject, sentence) if subject is not None else None
            if acting is not None and acting.country is not None:
                inside = {t.i for t in clause.subtree}
                beside = {
                    e.country or m.country
                    for n, m in enumerate(self.mentions)
                    if m.sentence == sentence.index and m.head in inside and (e := self.entities.get(n, acting))
                }
                return acting.country if not beside - {acting.country, None} else None
        return None

    def _official(self, subject: Token, sentence: Sentence) -> Entity | None:
        heads = (n for n, m in enumerate(self.mentions) if m.sentence == sentence.index and m.head == subject.i)
        found = (self.entities[n] for n in heads if n in self.entities)
        return next((e for e in found if e.official and e.kind == "person"), None)


def _said(noun: Token) -> Token | None:
    """The verb by which a noun says something: its own, or that of the paper it owns."""
    top = noun
    while top.dep_ in INSIDE or (top.dep_ == "pobj" and top.head.lower_ in UP and top.head.head.pos_ == "NOUN"):
        top = top.head if top.dep_ in INSIDE else top.head.head
    return top.head if top.dep_ == "nsubj" and top.head.pos_ == "VERB" else None


def _told(said: Token) -> Iterator[Token]:
    """The clauses that a verb of saying has for its content."""
    yield from (c for c in said.children if c.dep_ == "ccomp" and c.pos_ in ("VERB", "AUX"))
    if said.dep_ == "parataxis":
        yield said.head
