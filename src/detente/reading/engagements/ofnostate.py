"""Who speaks for no state: "met opposition leaders in X", "received rebel commanders", "leaders of a breakaway region".

In: a trigger. Out: whether all whom its verb or noun names for the other side challenge their state, so that no two
states met, whoever else is told of around it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.engagements.triggers import Trigger

if TYPE_CHECKING:
    from detente.reading.words import Token

LINKS = ("with", "between", "to")


def met_challengers(trigger: Trigger, words: Mapping[str, Sequence[str]]) -> bool:
    """Whether the trigger names a counterpart, and all of them challenge their state."""
    told = [] if trigger.noun else [syntax.direct_object(trigger.token)]
    whom = [n for n in (*told, *syntax.prepositional(trigger.token, *LINKS)) if n is not None and n.pos_ != "PRON"]
    named = [c for n in whom for c in syntax.conjuncts(n)]
    return bool(named) and all(_challenges(n, words) for n in named)


def _challenges(noun: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "rebels", "opposition leaders", "leaders of the breakaway region", "the president of Somaliland"."""
    own = noun.lemma_.lower() in words["challengers"] or noun.text in words["unrecognised"]
    told = own or any(c.lower_ in words["challenging"] for c in noun.lefts if c.dep_ in ("amod", "compound", "nmod"))
    return told or any(_challenges(n, words) for n in syntax.prepositional(noun, "of", "from") if n.i > noun.i)
