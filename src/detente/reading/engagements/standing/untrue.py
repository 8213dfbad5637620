"""Reports that a sentence calls untrue: "Reports of a meeting of X and Y are false", "It is not true that X met Y".

In: the word that tells of an engagement, a noun or a verb. Out: the verb by which its sentence says that it is not so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading import syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
PREDICATES = frozenset({"acomp", "attr"})


class Untrue:
    """Reads what is called untrue; `words` are the small words of engagements."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.hearsay, self.untrue = frozenset(words["hearsay"]) | {"news"}, frozenset(words["untrue"])
        self.true, self.lies, self.grounds = (frozenset(words[k]) for k in ("true", "lies", "foundations"))
        self.disputing = frozenset(words["disputing"])

    def of(self, token: Token) -> Token | None:
        """The verb that calls what a word tells untrue; None where the sentence does not."""
        for above in token.ancestors:
            if above.lemma_ == "be" and self._of(above, token) and self._denies(above):
                return above
        return None

    def in_dispute(self, verb: Token) -> bool:
        """ "cannot agree on whether their leaders met"."""
        whether = any(c.dep_ == "mark" and c.lower_ == "whether" for c in verb.children)
        above = [a for a in verb.ancestors if a.pos_ in ("VERB", "NOUN")][:2]
        disputing = [a for a in above if a.lemma_.lower() in self.disputing]
        return whether and any(a.lemma_ != "agree" or syntax.negated(a) for a in disputing)

    def _of(self, verb: Token, token: Token) -> bool:
        """Whether it is of a report of the engagement, or of the clause that tells it."""
        for child in verb.children:
            if not syntax.under(token, child):
                continue
            report = child.dep_ in SUBJECTS and child.lemma_.lower() in self.hearsay
            told = child.dep_ in ("csubj", "ccomp") and child.i == syntax.clause_of(token).i
            return report or (told and token.i in (child.i, *(c.i for c in child.subtree)))
        said = next((c for c in verb.children if c.dep_ in PREDICATES and syntax.under(token, c)), None)
        return said is not None and any(c.lower_ == "it" for c in verb.children)

    def _denies(self, verb: Token) -> bool:
        for child in verb.children:
            word = child.lemma_.lower()
            if child.dep_ in PREDICATES and (word in self.untrue or word in self.lies):
                return not syntax.negated(verb)
            if child.dep_ in PREDICATES and word in self.true:
                return syntax.negated(verb)
            if child.lower_ == "without" and any(c.lemma_.lower() in self.grounds for c in child.children):
                return not syntax.negated(verb)
        return False
