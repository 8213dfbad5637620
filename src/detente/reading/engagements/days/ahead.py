"""Whose day it is that is told after what is to come: "The call came ahead of X's visit to Y on 20 November".

In: the head token of a date, a trigger, and the day of publication. Out: whether the date is that of what comes after;
a day that is still to come is never that of what has been.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Edtf, TimeExpression
from detente.reading.engagements.triggers import Trigger
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

# of words between a visit and its day: "by X to the capital of Y"
WITHIN = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "PART", "PRON"})
NOT_BEFORE = frozenset({"for", "until", "towards"})


class Ahead:
    """Reads days of what is to come; `words` are the small words of engagements."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.later = frozenset(words["prepositions_to_come"]) - NOT_BEFORE

    def of_what_follows(self, e: TimeExpression, token: Token, trigger: Trigger, published: Edtf | None) -> bool:
        """ "will see X ahead of a summit on Dec. 1": the day of what comes after."""
        for noun in (token, *token.ancestors):
            if noun.pos_ in ("VERB", "AUX") or noun.i == trigger.token.i:
                break
            if noun.i != token.i and noun.dep_ == "pobj" and noun.pos_ == "NOUN" and self._ahead(noun, {"since"}):
                return True
        thing = self._right_before(token, published, e)
        return thing is not None and thing.i != trigger.token.i

    def told(
        self, trigger: Trigger, usable: Sequence[tuple[TimeExpression, Token]], published: Edtf | None
    ) -> TimeExpression | None:
        """The day to come right after "ahead of X's visit to Y", which the parser hung on the verb."""
        for e, token in usable:
            thing = self._right_before(token, published, e)
            if thing is not None and thing.i == trigger.token.i:
                return e
        return None

    def _right_before(self, token: Token, published: Edtf | None, e: TimeExpression) -> Token | None:
        """What is to come in a phrase that ends right before a day still to come."""
        days, told = calendar.bounds(e.edtf), calendar.bounds(published)
        link = token.head if token.dep_ == "pobj" else token
        if not days or not told or days[0] <= told[1] or link.dep_ not in ("prep", "npadvmod") or link.i < 2:
            return None
        for noun in reversed(token.doc[token.sent.start : link.i]):
            between = noun.doc[noun.i + 1 : link.left_edge.i]
            inside = noun.dep_ == "pobj" and noun.pos_ == "NOUN" and all(t.pos_ in WITHIN for t in between)
            if inside and self._ahead(noun, set()):
                return noun
        return None

    def _ahead(self, noun: Token, more: set[str]) -> bool:
        return bool({noun.head.lower_, noun.head.head.lower_} & (self.later | more))
