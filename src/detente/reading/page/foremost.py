"""Words that the parser makes more of than they are: "was first to have gone to X", "drew her attention to hate
speech", “"…," General Levent Say of X told Y”.

In: a word of a parsed passage. Out: nothing. A plan told in the past hangs on its verb, what follows "attention to" is
a thing, and a name that is no verb says nothing: what stands after it does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token

# before "to have gone" these only say when the plan was made
FIRST = frozenset({"first", "originally", "initially", "once"})


def mend(word: Token) -> None:
    """Mends them."""
    if word.dep_ == "acomp" and word.lower_ in FIRST and word.head.lower_ in ("was", "were"):
        _planned(word)
    if word.tag_ == "VB" and word.i >= 2 and word.nbor(-1).lower_ == "to" and word.nbor(-2).lower_ == "attention":
        _a_thing(word)
    if word.dep_ == "ROOT" and word.pos_ == "PROPN":
        _no_verb(word)
    if word.dep_ == "ccomp" and word.head.lemma_ == "be" and word.left_edge.lower_ == "that":
        _of_a_noun(word)


def _planned(first: Token) -> None:
    """Hangs "gone" of "was first to have gone" on "was"."""
    for deed in (c for c in first.children if c.dep_ == "xcomp" and c.tag_ == "VBN"):
        if {"to", "have"} <= {c.lower_ for c in deed.children if c.dep_ == "aux"}:
            deed.head, first.dep_ = first.head, "advmod"


def _a_thing(word: Token) -> None:
    """Makes "hate" of "drew attention to hate speech" the first part of a noun."""
    noun, to, drew = word.nbor(1) if word.i + 1 < word.sent.end else word, word.nbor(-1), word.head
    if noun.head != word or noun.pos_ != "NOUN" or to.head != word:
        return
    for other in [c for c in word.children if c != noun and c != to and c.i > word.i]:
        other.head = noun
    to.head, to.dep_, to.tag_, to.pos_ = drew, "prep", "IN", "ADP"
    noun.head, noun.dep_ = to, "pobj"
    word.head, word.dep_, word.tag_, word.pos_ = noun, "compound", "NN", "NOUN"


def _no_verb(name: Token) -> None:
    """Gives a direct quotation to the verb after its speaker's name, where the parser took the name for the verb."""
    said = [c for c in name.children if c.dep_ == "ccomp"]
    words = [c for c in said if c.i < name.i]
    told = next((c for c in said if c.i > name.i and c.tag_ in ("VBD", "VBZ")), None)
    if told is None or not words or any(c.dep_ in ("nsubj", "nsubjpass") for c in told.children):
        return
    told.head, told.dep_ = told, "ROOT"
    for other in [c for c in name.children if c in words or c.i > told.i or c.is_punct]:
        other.head = told
    name.head, name.dep_ = told, "nsubj"


def _of_a_noun(clause: Token) -> None:
    """Hangs "that X met Y" of "There is no truth in the report that X met Y" on the noun right before it."""
    that, there = clause.left_edge, any(c.dep_ == "expl" for c in clause.head.children)
    noun = that.nbor(-1) if that.i > that.sent.start else that
    if there and noun.pos_ == "NOUN" and noun.i > clause.head.i:
        clause.head, clause.dep_ = noun, "acl"
