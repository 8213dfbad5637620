"""The day of saying before words without "that": "said on Tuesday it would send a team" is no sending on Tuesday.

In: a word of a parsed passage. Out: nothing; a day that stands between a verb and the clause that it governs is hung
on the verb, where the parser made it open the clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token

DAYS = frozenset({"DATE", "TIME"})
OPENING = frozenset({"on", "in", "early", "late"})


def mend(word: Token) -> None:
    """Hangs a day on the verb right before it."""
    clause = word.head
    if word.dep_ not in ("prep", "npadvmod") or clause.dep_ != "ccomp" or clause.left_edge.i != word.left_edge.i:
        return
    said, end = clause.head, word.right_edge.i
    if said.pos_ != "VERB" or said.i != word.left_edge.i - 1 or not _day(word) or end + 1 >= len(word.doc):
        return
    if word.doc[end + 1].is_punct or not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in clause.children):
        return
    word.head = said


def _day(word: Token) -> bool:
    """Whether a phrase names a day, an hour or a month and nothing else."""
    if word.dep_ == "npadvmod":
        return word.ent_type_ in DAYS
    nouns = [c for c in word.children if c.dep_ == "pobj"]
    return word.lower_ in OPENING and len(nouns) == 1 and nouns[0].ent_type_ in DAYS
