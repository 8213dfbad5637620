"""Whether what was planned has been: "The talks, scheduled for Monday, took place", "held the talks set for Tuesday".

In: the word of planning in a clause about a noun. Out: the past verb by which the noun's engagement came about. A plan
that was carried out has its day behind it, however its own words look ahead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.reading import syntax

if TYPE_CHECKING:
    from detente.reading.words import Token

CLAUSES = ("acl", "relcl", "amod", "appos", "advcl")
SUBJECTS = ("nsubj", "nsubjpass")


class CameAbout:
    """Finds the deed that carried out a plan, by the codebook's verbs of taking place and of holding."""

    def __init__(self, words: dict[str, Sequence[str]]) -> None:
        self.happening = tuple(tuple(p.split("_")) for p in words["coming_about"])
        self.phrases = tuple(p for p in self.happening if len(p) > 1)  # "took place" has an object of its own
        self.holding = frozenset(words["holding_verbs"])
        self.laid = frozenset((*words["planned_words"], *words["planned_alone"]))
        self.laying = frozenset((*words["moving_verbs"], *words["laying_verbs"]))

    def deed(self, word: Token) -> Token | None:
        """The verb that tells that what a clause of planning speaks of took place; None where nothing does."""
        clause = _top_of(word)
        if not any(w.lower_ in self.laid or (w.lemma_ in self.laying and w.tag_ != "VBG") for w in (word, clause)):
            return None
        noun = _noun_of(clause)
        return noun.head if noun is not None and self.came_about(noun, noun.head) else None

    def came_about(self, noun: Token, verb: Token) -> bool:
        """Whether a verb in the past says of its subject that it took place, or of its object that it was held."""
        if noun.head.i != verb.i or syntax.negated(verb) or syntax.tense(verb) != "past":
            return False
        if _infinitive_or_modal(verb):
            return False
        if noun.dep_ == "dobj":
            return verb.lemma_ in self.holding and not syntax.is_passive(verb)
        if noun.dep_ not in SUBJECTS:
            return False
        if noun.dep_ == "nsubjpass":
            return verb.lemma_ in self.holding
        told = self.happening if syntax.direct_object(verb) is None else self.phrases
        return syntax.phrase(verb, told)


def _top_of(word: Token) -> Token:
    """The head of the clause about a noun in which a word of planning stands: "which is due to begin"."""
    while word.dep_ in ("xcomp", "acomp", "ccomp") and word.head.pos_ in ("VERB", "AUX", "ADJ"):
        word = word.head
    return word


def _noun_of(clause: Token) -> Token | None:
    """What a clause of planning is about, above the place or name that the parser hung it on: "a visit to X, planned
    for May", "the talks, due to begin on Monday"."""
    if clause.dep_ not in CLAUSES or clause.head.i > clause.i:
        return None
    noun = clause.head
    while noun.dep_ in ("pobj", "conj", "poss") and noun.head.i != noun.i:
        noun = noun.head.head if noun.dep_ == "pobj" else noun.head
    return noun if noun.pos_ in ("NOUN", "PROPN") else None


def _infinitive_or_modal(verb: Token) -> bool:
    """ "was to be held", "could have taken place"."""
    return bool({"to", "could", "should", "might", "would", "may", "will"} & set(syntax.auxiliaries(verb)))
