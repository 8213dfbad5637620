"""What is said of a meeting to come behind a comma: "will meet X in Y on Friday, their first meeting since May".

In: a noun of a parsed passage. Out: the same, hung on the verb or the talks that it tells of, where the parser made a
clause of its own of it or lost it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token

WHOSE = frozenset({"their", "the", "its", "his", "her"})
LOST = frozenset({"ccomp", "prep", "dep", "conj", "npadvmod", "parataxis", "ROOT"})


def mend(noun: Token, tables: Collection[str], counts: frozenset[str], meeting: Collection[str]) -> None:
    """Hangs "their first meeting" on the meeting that is told of before the comma, by a verb of `meeting`."""
    lost = noun.dep_ in LOST or (noun.dep_ == "appos" and noun.head.lemma_.lower() not in tables)
    if noun.pos_ != "NOUN" or not lost or noun.lemma_.lower() not in tables or not _counted(noun, counts):
        return
    first = noun.left_edge.i
    if first <= noun.sent.start or noun.doc[first - 1].text != ",":
        return
    verbs = [t for t in noun.doc[noun.sent.start : first] if t.pos_ == "VERB" and t.lemma_ in meeting]
    if not verbs or noun in verbs[-1].ancestors:
        return
    thing = next((c for c in verbs[-1].children if c.dep_ == "dobj" and c.lemma_.lower() in tables), None)
    noun.head, noun.dep_ = (thing, "appos") if thing is not None else (verbs[-1], "dobj")


def _counted(noun: Token, counts: frozenset[str]) -> bool:
    """Whether a noun is told to be the first or the third of its kind, and has no clause of its own."""
    words = {c.lower_ for c in noun.children if c.i < noun.i}
    return bool(words & counts) and bool(words & WHOSE) and not any(c.dep_ in ("nsubj", "cop") for c in noun.children)
