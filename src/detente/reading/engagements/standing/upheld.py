"""Engagements that stand since it is denied that they were called off: "denied that the visit had been cancelled".

In: the word by which a sentence would call an engagement off or put it off. Out: where the engagement stands all the
same; None where nothing is said against the word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.codebook import Entry
from detente.model import StatusName
from detente.reading import syntax
from detente.reading.engagements.standing.untrue import Untrue

if TYPE_CHECKING:
    from spacy.tokens import Token

OFF = frozenset({"cancelled", "postponed"})
CLAUSES_OF_NOUNS = frozenset({"acl", "relcl", "appos"})
ELSEWHERE = frozenset({"conj", "advcl", "parataxis", "nsubj"})


class Upheld:
    """Reads what is denied of a cancellation; `words` are the small words of engagements."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.untrue = Untrue(words)
        self.hearsay, self.denying = frozenset(words["hearsay"]), frozenset(words["denying_verbs"])
        self.causes = frozenset(words["reason_marks"]) | frozenset(words["causing_verbs"])

    def of(self, entry: Entry, word: Token, own: Entry | None) -> StatusName | None:
        """Confirmed where the cancellation or a report of it is denied, announced where it is only negated; `own` is
        what the word says by itself: "will not go ahead" calls off by its "not"."""
        if entry.data["status"] not in OFF or own not in (None, entry):
            return None
        if self._denied(word) or self.untrue.of(word) is not None:
            return "confirmed"
        either = [*word.children, *(word.head.children if word.dep_ == "conj" else ())]
        return "announced" if syntax.negated(word) or any(t.lower_ == "neither" for t in either) else None

    def _denied(self, word: Token) -> bool:
        """Whether a verb above denies it: "denied cancelling it", "dismissed a report that it had been put off"."""
        if any(self._cause(c) for c in word.children):
            return False  # "denied that it was put off at its request": that is denied, and no more
        below = word
        for above in word.ancestors:
            of_another = below.dep_ in CLAUSES_OF_NOUNS and above.lemma_.lower() not in self.hearsay
            if below.dep_ in ELSEWHERE or of_another or above.lemma_ in self.causes:
                return False
            if above.lemma_ in self.denying:
                return not syntax.negated(above)
            below = above
        return False

    def _cause(self, child: Token) -> bool:
        """ "over the floods", "because …", "at its request", "by Cairo"."""
        marks = {child.lower_, *(c.lower_ for c in child.children if c.dep_ == "mark")}
        asked = child.lower_ == "at" and any(c.lemma_ in ("request", "behest") for c in child.children)
        return child.dep_ == "agent" or asked or (bool(marks & self.causes) and not syntax.dated(child))
