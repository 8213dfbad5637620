"""Clauses that the parser hung on the wrong noun, put where they belong: "talks on the dam, which A and B held in X";
objects that an aside parts from their verbs: "has put off, with no new date, the talks, Y said"; and pasts that it takes
for another verb's present: "wound up a visit".

In: a scene. Out: nothing; the heads of such clauses and the tags of such verbs in its parsed passages are changed. What
is held, begins or ends is the talks and not what they are about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

ABOUT = frozenset({"on", "about", "over", "regarding", "concerning", "of", "for"})
DEEP = 4


class Rehanger:
    """Finds such clauses by what their verbs say and what stands above them."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.holding, self.held = frozenset(words["holding_verbs"]), frozenset(words["tables"])
        self.past_of = dict(pair.split() for pair in words["past_with_up"])

    def apply(self, scene: Scene) -> None:
        """Hangs the clauses of a scene anew."""
        for sentence in scene.sentences:
            for clause in sentence.tokens:
                if clause.tag_ == "VBP" and clause.lower_ in self.past_of and _up(clause):
                    clause.tag_, clause.lemma_ = "VBD", self.past_of[clause.lower_]
                if clause.dep_ == "nsubj" and (verb := _parted(clause)) is not None:
                    clause.head, clause.dep_ = verb, "dobj"
                if clause.dep_ == "relcl" and clause.lemma_ in self.holding and _set_off(clause):
                    if (noun := self._above(clause.head)) is not None:
                        clause.head = noun

    def _above(self, noun: Token) -> Token | None:
        """The noun of talks that has another in a phrase of what they are about."""
        found = None
        for _ in range(DEEP):
            if noun.dep_ != "pobj" or noun.head.dep_ != "prep" or noun.head.lower_ not in ABOUT:
                break
            noun = noun.head.head
            if noun.lemma_.lower() in self.held and noun.pos_ == "NOUN":
                found = noun  # "the round of talks on X": the round
        return found


def _up(verb: Token) -> bool:
    return any(c.lower_ == "up" for c in verb.children)


def _set_off(clause: Token) -> bool:
    """Whether "which" after a comma opens a clause."""
    opening = next((t for t in clause.subtree if t.tag_ == "WDT"), None)
    return opening is not None and opening.i > 0 and opening.i < clause.i and opening.doc[opening.i - 1].text == ","


def _parted(noun: Token) -> Token | None:
    """The verb whose object a noun is that was taken for the first of two subjects of a verb of saying after it."""
    subjects = [c for c in noun.head.children if c.dep_ == "nsubj"]
    first = noun.left_edge.i
    if len(subjects) < 2 or noun != subjects[0] or first < 2 or noun.doc[first - 1].text != ",":
        return None
    opening = next((t for t in reversed(noun.doc[noun.sent.start : first - 1]) if t.text == ","), None)
    verb = noun.doc[opening.i - 1] if opening is not None and opening.i > 0 else None
    verb = verb.head if verb is not None and verb.dep_ == "prt" else verb
    told = verb is not None and verb.pos_ == "VERB" and verb.tag_ != "VBG" and subjects[-1].i > noun.i
    return verb if told and verb is not None and not any(c.dep_ in ("dobj", "ccomp") for c in verb.children) else None
