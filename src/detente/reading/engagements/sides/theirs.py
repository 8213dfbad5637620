"""Whose officials "their ministers" are: "A and B calmed the row as their ministers talked".

In: the noun, its sentence and the cast. Out: the two states that act in a clause above it; nothing where one acts or
more than two do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


def two_that_act(noun: Token, sentence: Sentence, cast: Cast) -> list[Country]:
    """The two states that are together the subject of the nearest clause above a noun."""
    for verb in (a for a in noun.ancestors if a.pos_ == "VERB"):
        subject = syntax.subject(verb)
        named = syntax.conjuncts(subject) if subject is not None and subject.i < noun.i else []
        found = [c for t in named if (c := cast.country_at(t, sentence)) is not None]
        heard = any(c.dep_ in ("dobj", "dative") and cast.country_at(c, sentence) for c in verb.children)
        if len(set(found)) == len(named) == 2:
            return [] if heard else found  # "A and B told C and D that their ministers …": of whom is open
    return []
