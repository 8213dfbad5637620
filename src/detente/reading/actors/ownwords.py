"""The state that an official of no named state speaks for, by whom his words make act: "Chad has closed its border,
the interior minister said", "Egypt will not accept the dam, Minister X declared".

In: a verb of saying. Out: the subject of the words said, where they tell an act or a will that officials tell of
their own state; None where they tell what is done to them or asked of others. Also the owner of "its spokesman".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from detente.reading import syntax

if TYPE_CHECKING:
    from detente.reading.words import Token

WILL = frozenset({"will", "would", "shall", "'ll"})
DUTY = frozenset({"must", "should", "ought", "may", "might", "can", "could"})
DONE = frozenset({"VBN", "VBD"})


class OwnWords:
    """Reads whose act a speaker tells, by lists of words for what states will and for what they suffer."""

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        self.wills, self.hostile = words["wills_of_states"], words["hostile_acts"]

    def actor(self, said: Token) -> Token | None:
        """The subject of the words that a verb of saying has for its content."""
        clause = next((c for c in said.children if c.dep_ == "ccomp" and c.pos_ in ("VERB", "AUX")), None)
        subject = syntax.subject(clause) if clause is not None else None
        if clause is None or subject is None or subject.dep_ != "nsubj" or subject.pos_ not in ("PROPN", "NOUN"):
            return None
        helpers = set(syntax.auxiliaries(clause))
        has_to = clause.lemma_ in ("have", "need") and any(c.dep_ == "xcomp" for c in clause.children)
        if helpers & DUTY or has_to or clause.lemma_.lower() in self.hostile:
            return None  # "Oman would have to pay" is asked of it
        wills = clause.lemma_.lower() in self.wills or bool(helpers & WILL)
        has_done = clause.tag_ in DONE and bool(helpers & {"has", "have", "had"})
        return subject if wills or has_done else None

    @staticmethod
    def owner(who: Token, said: Token) -> Token | None:
        """Whose spokesman "its spokesman" is: the subject's of the words said before him."""
        owned = any(c.dep_ == "poss" and c.lower_ in ("its", "their") for c in who.children)
        clause = next((c for c in said.children if c.dep_ == "ccomp" and c.i < who.i), None)
        return syntax.subject(clause) if owned and clause is not None else None
