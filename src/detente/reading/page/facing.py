"""How two meet: "met face to face in X", which the parser takes for whom they met.

In: a word of a parsed passage. Out: nothing; a noun told twice with "to" between is hung on its verb as the manner that
it is, and what the parser hung on it on the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token


def mend(word: Token) -> None:
    """Makes "face to face" of a verb an adverb of it."""
    if word.dep_ not in ("dobj", "npadvmod", "xcomp", "ccomp", "dep") or word.head.i >= word.i:
        return
    verb, end = word.head, word.sent.end
    if verb.pos_ != "VERB" or word.i + 2 >= end or any(True for _ in word.lefts):
        return
    to, again = word.nbor(1), word.nbor(2)
    if to.lower_ != "to" or again.lower_ != word.lower_ or word.pos_ not in ("NOUN", "VERB"):
        return
    for child in [c for t in (word, again) for c in t.children if c.i > again.i]:
        child.head = verb
    word.dep_, word.pos_, word.tag_ = "advmod", "ADV", "RB"
    to.head, to.dep_ = word, "prep"
    again.head, again.dep_ = to, "pobj"
