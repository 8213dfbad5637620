"""Things of a list that the parser tore apart: "demands an end to X, a cut in the fees levied at Y, and the return of
Z", where it made a clause of "a cut in the fees levied at Y".

In: a word of a parsed passage. Out: nothing; what is listed hangs together, and the participle on its noun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token

TAKES = frozenset({"dobj", "ccomp", "xcomp", "attr", "acomp", "oprd"})
HELPERS = frozenset({"aux", "auxpass", "mark"})


def mend(clause: Token) -> None:
    """Joins the subject of such a clause to the object before it."""
    if clause.dep_ not in ("ccomp", "ROOT"):
        return
    verb, item = _verb_above(clause), _subject(clause)
    first = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None) if verb is not None else None
    if verb is None or first is None or item is None or first.i > item.left_edge.i:
        return
    noun = clause.doc[clause.i - 1]
    for later in [c for c in clause.children if c.dep_ in ("conj", "cc") and c.i > clause.i]:
        if later.dep_ == "cc" or later.pos_ in ("NOUN", "PROPN"):
            later.head = item
    if verb.head == clause:
        verb.head, verb.dep_ = verb, "ROOT"
        for mark in [c for c in clause.children if c.dep_ == "punct"]:
            mark.head = verb
    item.head, item.dep_ = first, "conj"
    clause.head, clause.dep_, clause.tag_ = noun, "acl", "VBN"


def _verb_above(clause: Token) -> Token | None:
    """The verb whose objects are listed: above the clause, or, where the parser made that the main one, below it."""
    if clause.tag_ not in ("VBD", "VBN"):
        return None
    if clause.dep_ == "ccomp" and clause.head.i < clause.i:
        return clause.head
    return next((c for c in clause.children if c.dep_ == "ccomp" and c.i < clause.i), None)


def _subject(clause: Token) -> Token | None:
    """The noun after a comma that the parser made the subject of a past with no object or helper of its own, right
    behind another noun."""
    parts = list(clause.children)
    item = next((c for c in parts if c.dep_ == "nsubj" and c.pos_ == "NOUN" and c.i < clause.i), None)
    takes = any(c.dep_ in HELPERS or (c.dep_ in TAKES and c.i > clause.i) for c in parts)
    if item is None or takes or clause.doc[clause.i - 1].pos_ != "NOUN":
        return None
    comma = item.left_edge.i > clause.sent.start and clause.doc[item.left_edge.i - 1].text == ","
    listed = any(c.dep_ == "conj" and c.pos_ == "NOUN" for c in parts)
    return item if comma and listed and clause.doc[clause.i - 1].i != item.i else None
