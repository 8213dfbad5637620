"""Subjects that the parser lost: "Minister X, he said in a note, had listed her concerns", "X's tour runs from …".

In: a name that it hung on the verb of an aside, or a verb that it took for a plural noun. Out: the verb, its subject
under it.
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


def runs(verb: Token, journeys: frozenset[str]) -> Token | None:
    """The journey of "X's tour runs from Monday to Friday", taken for a plural, "tour runs"; else None."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    if (
        verb.dep_ not in ("ROOT", "ccomp")
        or verb.tag_ != "NNS"
        or before is None
        or before.lemma_.lower() not in journeys
    ):
        return None
    spans = any(c.lower_ == "from" and c.i == verb.i + 1 for c in verb.children)
    return before if spans and before.dep_ == "compound" and before.head == verb else None


def make_subject(journey: Token, verb: Token) -> None:
    """Makes a verb of the plural, with the journey as its subject and the journey's owner under it."""
    verb.pos_, verb.tag_, journey.dep_ = "VERB", "VBZ", "nsubj"
    for word in [c for c in verb.children if c.i < journey.i]:
        word.head = journey
