"""Guests told of as "visiting X": "met with visiting Malian President X", "told visiting Prime Minister Y that …".

In: a word of a parsed passage. Out: nothing. "visiting", which the parser took for what somebody does, is made a
quality of the guest, and the guest what the verb or preposition above has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token

COMING = "visiting"
VERBS = frozenset({"VERB", "AUX"})
OURS = frozenset({"det", "poss", "nummod"})  # "by visiting the school", "its port": what is gone to


def mend(word: Token) -> None:
    """Makes a guest of whom "visiting" stands right before."""
    if word.lower_ != COMING or word.dep_ not in ("pcomp", "xcomp"):
        return
    guest = next((c for c in word.children if c.dep_ == "dobj" and c.i > word.i), None)
    if guest is None or not _a_guest(word, guest):
        return
    above, verb = word.head, _verb_above(word)
    for late in [c for c in word.children if c != guest]:
        late.head = verb
    guest.head, guest.dep_ = above, "pobj" if word.dep_ == "pcomp" else "dobj"
    word.head, word.dep_, word.pos_ = guest, "amod", "ADJ"


def _a_guest(word: Token, guest: Token) -> bool:
    """Whether somebody is named right after it, with his title: "visiting Malian President X"; a town is no guest."""
    named = guest.pos_ == "PROPN" and guest.left_edge.i == word.i + 1 and guest.i > word.i + 1
    titled = any(c.dep_ in ("compound", "amod", "nmod") and c.ent_type_ not in ("GPE", "LOC") for c in guest.lefts)
    bare = not any(c.dep_ in OURS for c in guest.lefts)
    goes = word.dep_ == "xcomp" and any(c.tag_ == "TO" for c in word.children)
    return named and titled and bare and not goes and guest.ent_type_ in ("PERSON", "")


def _verb_above(word: Token) -> Token:
    above = word.head
    while above.pos_ not in VERBS and above.head.i != above.i:
        above = above.head
    return above
