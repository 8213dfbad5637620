"""Of which states a verb demands something: "she urged A to …", "insisted that A …", "the minister demanded that A …".

In: the subject of a verb, the mentions of a document, the verbs of demanding. Out: the states, none of which is that
of who demands.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.actors.grid import Mention

if TYPE_CHECKING:
    from detente.reading.words import Token

SUBJECTS = ("nsubj", "nsubjpass")
OWNERS = ("amod", "poss", "compound")
NOUNS = ("dobj", "nsubj")


def demanded_of(token: Token, passage: int, mentions: Sequence[Mention], demanding: Collection[str]) -> set[Country]:
    """The states that the verb of a subject demands something of."""
    verb = token.head
    if token.dep_ not in SUBJECTS or verb.lemma_ not in demanding:
        return set()
    clauses = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp")]
    nouns = [c for v in (verb, *clauses) for c in v.children if c.dep_ in NOUNS and c.i > verb.i]
    owned = {t.i for noun in nouns for t in (noun, *(c for c in noun.children if c.dep_ in OWNERS))}
    owned -= {t.i for t in nouns if t.tag_ in ("NNS", "NNPS")}  # "urged Kenyans to stay calm": his own, as well
    named = (m for m in mentions if m.passage == passage and m.head in owned)
    return {m.country for m in named if m.country}
