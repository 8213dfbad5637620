"""Papers of which a copy is told: "presented copies of his credentials to X", "a copy of the letters of credence".

In: a word of a parsed passage and the papers that are told so. Out: nothing; the paper takes the place of its copy, and
the copy hangs on it. Who hands over, or is handed, a copy of a paper is who hands over the paper.
"""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token

ADDRESSES = frozenset({"to", "from"})
PLACES = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "conj"})


def mend(copy: Token, papers: Set[str]) -> None:
    """Puts a paper in the place of its copy."""
    of = next((c for c in copy.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    paper = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if copy.dep_ not in PLACES or paper is None or paper.lemma_.lower() not in papers:
        return
    above, place = copy.head, copy.dep_
    if above == copy:
        return
    paper.head, paper.dep_ = above, place
    copy.head, copy.dep_ = paper, "nmod"
    for link in [c for c in (*copy.children, *paper.children) if c.dep_ == "prep" and c.lower_ in ADDRESSES]:
        link.head = above if above.pos_ == "VERB" and link.lower_ == "to" else paper
