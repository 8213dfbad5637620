"""Whose stance an official upholds: "reiterated X's readiness" is said by an official of X.

In: a mention of an official of no named state. Out: the state whose stance is upheld in his sentence, by him or in
what he tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.grid import Mention
from detente.reading.actors.lexicon import Lexicon
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Token


class Upholding:
    """Reads whose keenness, commitment or position is reiterated; of two states nobody's."""

    def __init__(self, scene: Scene, lexicon: Lexicon, mentions: Sequence[Mention]) -> None:
        self.scene, self.mentions = scene, mentions
        self.verbs, self.stances = lexicon.words["upholding_verbs"], lexicon.words["stances"]

    def of(self, mention: Mention) -> Country | None:
        """The state whose stance the sentence of a mention tells as upheld."""
        return self.within(mention.sentence, self.scene.passages[mention.passage].doc[mention.head])

    def within(self, sentence: int, token: Token) -> Country | None:
        """The state whose stance the sentence of a token tells as upheld."""
        told = (m for m in self.mentions if m.kind == "state" and m.sentence == sentence)
        states = {m.head: m.country for m in told}
        found: set[Country] = set()
        for verb in token.sent:
            thing = syntax.direct_object(verb) if verb.lemma_ in self.verbs and not syntax.negated(verb) else None
            for noun in syntax.conjuncts(thing) if thing is not None else ():
                if noun.lemma_.lower() in self.stances:
                    owners = (c for c in noun.children if c.dep_ == "poss")
                    found |= {s for c in owners if (s := states.get(c.i)) is not None}
        return next(iter(found)) if len(found) == 1 else None
