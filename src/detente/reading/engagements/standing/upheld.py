"""Engagements that stand since it is denied that they were called off, "denied that the visit had been cancelled", or
has not come to it: "has not been put off". Of one whose refusal is denied nothing stands but that: "denied that X had
refused a call".

In: the word by which a sentence would call an engagement off, put it off or refuse it. Out: where it stands all the
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
    from detente.reading.words import Token

OFF = frozenset({"cancelled", "postponed"})
REFUSED = frozenset({"declined", "unanswered"})
MAY_BE = frozenset({"will", "would", "may", "might", "could"})
ELSEWHERE = frozenset({"conj", "advcl", "parataxis", "nsubj"})


class Upheld:
    """Reads what is denied of a cancellation; `words` are the small words of engagements, `untrue` reads what is
    called so."""

    def __init__(self, words: Mapping[str, Sequence[str]], untrue: Untrue) -> None:
        self.untrue = untrue
        self.hearsay, self.denying = frozenset(words["hearsay"]), frozenset(words["denying_verbs"])
        self.causes = frozenset(words["reason_marks"]) | frozenset(words["causing_verbs"])
        self.threatening = frozenset(words["threatening_verbs"])
        self.requests, self.off = frozenset(words["request_nouns"]), frozenset(words["falling_through"])

    def of(self, entry: Entry, word: Token, own: Entry | None) -> StatusName | None:
        """Confirmed where the cancellation or a report of it is denied, announced where the text says that it has not
        come to it; `own` is what the word says by itself: "will not go ahead" calls off by its "not"."""
        if entry.data["status"] in REFUSED and own in (None, entry):
            return "disputed" if self.denied(word) else None
        if entry.data["status"] in OFF and only_threatened(word, self.threatening):
            return "announced"
        if entry.data["status"] not in OFF or own not in (None, entry) or any(self._cause(c) for c in word.children):
            return None  # "denied that it was put off at its request": that is denied, and no more
        if self._off_elsewhere(word):
            return None
        if self.denied(word):
            return "confirmed"
        return "announced" if self._not_so_far(word) else None

    def denied(self, word: Token) -> bool:
        """Whether what a word tells is denied, or called untrue."""
        return self._denied(word) or self.untrue.of(word) is not None

    def _not_so_far(self, word: Token) -> bool:
        """ "has not been put off", "is not off", "had been neither cancelled nor postponed"; not "was not cancelled",
        "not only cancelled", "not until Friday"."""
        either = [*word.children, *(word.head.children if word.dep_ == "conj" else ())]
        no = syntax.negated(word) or any(t.lower_ == "neither" for t in either)
        small = {c.lower_ for c in word.children}
        helped = {"has", "have", "had", "'s", "’s", "'ve"} & set(syntax.auxiliaries(word))
        now = helped or word.lemma_ == "be" or word.tag_ in ("VBZ", "VBP", "JJ", "RB") or "will" in small
        limited = small & {"only", "just", "merely", "until", "but", "if"}
        return bool(no and now and not limited)

    def _off_elsewhere(self, word: Token) -> bool:
        """ "denied cancelling it, saying X had called it off": it is off, whoever did it."""
        others = (t for t in word.sent if t.pos_ == "VERB" and t.i != word.i and t not in word.conjuncts)
        return any(
            {t.lemma_, syntax.with_particle(t)} & self.off and not syntax.negated(t) and not self._denied(t)
            for t in others
        )

    def _denied(self, word: Token) -> bool:
        """Whether a verb above denies it: "denied cancelling it", "dismissed a report that it had been put off"."""
        below = word
        for above in word.ancestors:
            hearsay = above.lemma_.lower() in self.hearsay
            of_another = above.pos_ in ("NOUN", "PROPN") and not hearsay
            aside = below.dep_ == "prep" and (below.lower_ != "of" or not hearsay)
            if below.dep_ in ELSEWHERE or of_another or aside or above.lemma_ in self.causes:
                return False
            if above.lemma_ in self.denying:
                return not syntax.negated(above)
            below = above
        return False

    def _cause(self, child: Token) -> bool:
        """ "over the floods", "because …", "out of spite", "at its request", "by Cairo"."""
        marks = {child.lower_, *(c.lower_ for c in child.children if c.dep_ == "mark")}
        asked = child.lower_ == "at" and any(c.lemma_.lower() in self.requests for c in child.children)
        out = child.lower_ == "out" and child.dep_ == "prep"
        return child.dep_ == "agent" or asked or out or (bool(marks & self.causes) and not syntax.dated(child))


def only_threatened(deed: Token, threatening: frozenset[str]) -> bool:
    """ "threatened to call it off", "warned that it would suspend them", "may cancel it", "will pull out unless …":
    nobody has."""
    helpers, above = set(syntax.auxiliaries(deed)), deed.head
    warned = deed.dep_ in ("xcomp", "ccomp") and above.lemma_ in threatening and not syntax.negated(above)
    warned = warned and (deed.tag_ == "VB" or bool(helpers & MAY_BE))
    hangs = any(m.dep_ == "mark" and m.lower_ in ("if", "unless") for c in deed.children for m in c.children)
    may = bool(helpers & {"may", "might", "could"}) or (hangs and bool(helpers & MAY_BE))
    return warned or (may and "have" not in helpers and not syntax.negated(deed))
