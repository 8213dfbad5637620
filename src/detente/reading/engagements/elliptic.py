"""Words that stand for a noun left out: "a bilateral with X", "at a trilateral on Monday".

In: a token. Out: whether it is, or stands for, a noun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token

NOUNS_PLACES = frozenset({"pobj", "dobj", "conj", "nsubj", "nsubjpass", "attr", "appos"})


def nominal(token: Token) -> bool:
    """A noun or name, or an adjective with an article of its own and no noun after it."""
    if token.pos_ != "ADJ" or token.dep_ not in NOUNS_PLACES:
        return token.pos_ in ("NOUN", "PROPN")
    alone = token.i + 1 == len(token.doc) or token.nbor(1).pos_ not in ("NOUN", "PROPN", "ADJ")
    pointed = any(c.dep_ in ("det", "poss", "nummod") and c.i < token.i for c in token.children)
    return pointed and alone
