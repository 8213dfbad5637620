"""Whose officials "their ministers" are: "A and B calmed the row as their ministers talked"; and whether "the
ministers" are those who have just met.

In: the noun, its sentence and the cast. Out: the two states that act in a clause above it; nothing where one acts or
more than two do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.engagements.party import Party
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token


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


def of_their_rank(noun: Token, met: Sequence[Party], offices: Sequence[str]) -> bool:
    """Whether "the ministers" of "the ministers had spoken in May" hold the office of those who met last, each of his
    own state ("the ministers" of two presidents are another matter); "the sides", "the leaders" hold none. `offices`:
    nouns with the level they ask for, and the verbs that they must then be the subject of."""
    asked = {office: (rank, acts) for office, rank, *acts in (o.split() for o in offices)}
    if (own := asked.get(noun.lemma_.lower())) is None:
        return True
    level, verbs = own
    levels = {p.entity.level for p in met if p.entity is not None and p.actor.kind in ("person", "office")}
    alike = level == "any" or (len(met) > 1 and levels == {level})
    return alike and noun.dep_ == "nsubj" and noun.head.lemma_ in verbs


def travels_along(partner: Token) -> bool:
    """ "a visit to X together with Minister Y": who travels along."""
    link = partner.head
    return link.i > 0 and link.nbor(-1).lower_ in ("together", "along")
