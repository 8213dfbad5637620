"""Subjects that an aside parts from their verbs: "Minister X, he said in a note, had listed her concerns".

In: a name that the parser hung on the verb of the aside. Out: the verb whose subject it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

LOOSE = frozenset({"npadvmod", "dep", "dobj", "nsubj"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def acts_past_aside(name: Token) -> Token | None:
    """The verb of what is said, without a subject of its own, that a name opens before ", he said, "; else None."""
    said = name.head
    after = name.i + 2 < name.sent.end and name.nbor(1).text == ","
    if not after or name.pos_ != "PROPN" or name.dep_ not in LOOSE or name.left_edge.i != name.sent.start:
        return None
    if not any(c.dep_ in SUBJECTS and name.i < c.i < said.i and c != name for c in said.children):
        return None
    told = next((c for c in said.children if c.dep_ == "ccomp" and c.i > said.i), None)
    return told if told is not None and not any(c.dep_ in SUBJECTS for c in told.children) else None
