"""Offers to meet, and whose they are: "turned down an offer by X for the two to meet", "X's request to see Y".

In: the verb of meeting, and the nouns of asking. Out: the noun of asking that it hangs on, what became of it, and who
made it. Where the parser lost the clause, the order of the words tells: noun, maker, verb.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import StatusName
from detente.reading import syntax

if TYPE_CHECKING:
    from detente.reading.words import Token

HUNG = ("acl", "advcl", "ccomp", "xcomp", "relcl")
# what a deed that is offered begins with: "for the two to meet", "that they meet", "to meet"
OPENINGS = frozenset({"for", "that", "to"})


class Proposed:
    """Finds offers; `words` are the small words of engagements."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.nouns = frozenset(words["request_nouns"]) - frozenset(words["plan_nouns"])
        self.making = frozenset(words["making_verbs"])
        self.consenting = frozenset(words["consenting_verbs"])

    def outcome(self, deed: Token, said: Callable[[Token], StatusName | None]) -> tuple[StatusName, Token] | None:
        """What became of the offer that a deed hangs on, and the word for it; `said` gives what a word makes of it."""
        offer = self.offer(deed)
        if offer is None:
            return None
        fates = list(self.fates(offer, deed))
        for word in fates:
            if (status := said(word)) is not None:
                return status, word
        taken = any(w.lemma_ in self.consenting and not syntax.negated(w) for w in fates)
        return None if taken or deed.dep_ == "acl" else ("mooted", offer)

    def offer(self, deed: Token) -> Token | None:
        """The offer that a verb of meeting hangs on; None where it hangs on none."""
        above = deed.head
        if deed.dep_ not in HUNG or deed.tag_ not in ("VB", "VBP"):
            return None
        if self._is(above):
            return above
        if above.pos_ not in ("VERB", "AUX") or not self._opened(deed):
            return None
        return self._made(deed) if above.lemma_ in self.making else self._dealt_with(deed, above)

    def fates(self, offer: Token, deed: Token) -> Iterator[Token]:
        """The words that can tell what became of an offer: the verb that it belongs to, a participle after the deed."""
        yield from (c for c in offer.children if c.dep_ in ("acl", "relcl") and c.i > deed.i and c.tag_ == "VBN")
        link = offer.head if offer.dep_ == "pobj" else offer
        if link.head.i != link.i:
            yield link.head

    def makers(self, offer: Token, deed: Token) -> Iterator[Token]:
        """Whose an offer is: who made it, before the deed."""
        above = deed.head
        if above.lemma_ in self.making and above.i > offer.i:
            own = above.head if above.dep_ == "acl" and above.head.i != offer.i else syntax.subject(above)
            if own is not None and own.i != offer.i:
                yield own

    def _is(self, noun: Token) -> bool:
        return noun.pos_ == "NOUN" and noun.lemma_.lower() in self.nouns

    def _opened(self, deed: Token) -> bool:
        return any(c.dep_ in ("mark", "aux") and c.lower_ in OPENINGS and c.i < deed.i for c in deed.children)

    def _dealt_with(self, deed: Token, above: Token) -> Token | None:
        """ "turned down an offer by X for the two to meet": the clause hangs on the verb, not on its object."""
        thing = syntax.direct_object(above)
        things = [*([thing] if thing is not None else []), *syntax.prepositional(above, "to", "of")]
        return next((t for t in things if self._is(t) and t.i < deed.i), None)

    def _made(self, deed: Token) -> Token | None:
        """ "a request that X made last month to meet Y": the noun before its maker, in the order of the words."""
        before = [t for t in deed.sent if t.i < deed.head.i and self._is(t)]
        found = before[-1] if before else None
        linked = found is not None and found.i + 1 < deed.head.i and found.nbor(1).lower_ in ("that", "which", ",")
        return found if linked else None
