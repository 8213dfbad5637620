"""What is told to have been later on the day that the sentence before tells: "Later he received X", "Y later rang Z".

In: a sighting without a date, and the sentences of its text. Out: the day of the sentence before, where that tells one
near the day of publication and nothing else comes between.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Time
from detente.reading import syntax
from detente.reading.engagements.days.timing import Context, TimingReader
from detente.reading.engagements.sighting import Sighting
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

NEAR_DAYS = 10  # of the day of publication: further back "later" may be years


class Thereafter:
    """Lends days to sightings; `words` gives what stands for "later"."""

    def __init__(self, words: Mapping[str, Sequence[str]], timing: TimingReader) -> None:
        self.later, self.timing = frozenset(words["later_on"]), timing

    def dated(self, sighting: Sighting, context: Context) -> Sighting | None:
        """The day that the sentence before gives, None where it gives none."""
        index = sighting.sentence.index - 1
        if sighting.when.edtf or index < 0 or not self._later(syntax.clause_of(sighting.token)):
            return None
        if any(e.edtf for e in context.by_sentence.get(sighting.sentence.index, ())):
            return None
        before = context.scene.sentences[index]
        dated = [e for e, _ in self.timing.usable(before, context) if e.edtf]
        days = {e.edtf: e for e in dated if e.edtf and calendar.precision(e.edtf) == "day"}
        if len(days) != 1:
            return None
        edtf, told = next(iter(days.items()))
        day, written = calendar.bounds(edtf), calendar.bounds(context.scene.published)
        if not day or not written or abs((written[0] - day[0]).days) > NEAR_DAYS or day[0] != day[1]:
            return None
        return replace(sighting, when=Time(edtf, sighting.when.kind, told.span))

    def _later(self, verb: Token) -> bool:
        """Whether a clause is told to be later, by no count of days."""
        beside = (c for c in verb.children if c.dep_ == "advmod" and c.lower_ in self.later)
        return any(not any(True for _ in c.children) for c in beside)
