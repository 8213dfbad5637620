"""The visit before, with which one is compared: "the first to set foot in X since Y in 1981".

In: a visit's sighting, and its sentence. Out: the sighting of the one before, by whom and when.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Status, Time, TimeExpression
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.party import Party
from detente.reading.engagements.passes.countedoff import CountedOff
from detente.reading.engagements.sighting import Sighting
from detente.reading.engagements.standing.reader import Standing
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

NEAR = 12  # characters from the name to its date: "in ", "'s in early "
RULE = "engagements/status.held"
UNDATED = Time(None, "actual", None)


class LastTime:
    """Reads the visits before by a codebook's words for the first of several."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.counted_off = CountedOff(words)
        self.firsts = frozenset(words["firsts"]) - {"last", "latest", "only"}

    def read(self, found: Sequence[Sighting], context: Context) -> list[Sighting]:
        """The sightings, and the visits that those of the document are told to be the first since; what had taken
        the date of the one before for its own goes if its sentence tells of the visit once more, or has none."""
        found = self.counted_off.read(found, context)
        before = [*self._all_before(found, context)]
        days = {s.when.span.start for s in before if s.when.span is not None}
        own = [s for s in found if not _borrowed(s, days)]
        undated = [replace(s, when=UNDATED) for s in found if _borrowed(s, days) and not _told_once_more(s, own)]
        return [*own, *undated, *before]

    def _all_before(self, found: Sequence[Sighting], context: Context) -> Iterator[Sighting]:
        for sighting in found:
            if sighting.form != "visit" or not sighting.destinations or not sighting.parties:
                continue
            for since in (t for t in sighting.sentence.tokens if t.lower_ == "since" and self._first(t)):
                if (before := self._before(sighting, since, context)) is not None:
                    yield before

    def _first(self, since: Token) -> bool:
        """Whether a word for the first of several stands before "since" in its sentence."""
        return any(t.lower_ in self.firsts for t in since.doc[since.sent.start : since.i])

    def _before(self, sighting: Sighting, since: Token, context: Context) -> Sighting | None:
        name = next((c for c in since.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
        actor = context.cast.actor(name, sighting.sentence) if name is not None else None
        country = sighting.parties[0].country
        if name is None or actor is None or actor.kind != "person" or actor.country not in (None, country):
            return None
        when = self._when(sighting, name, context)
        if when is None or country is None or actor.name in {p.actor.name for p in sighting.parties}:
            return None
        entity = context.cast.entity(name, sighting.sentence)
        evidence = context.scene.span(context.scene.at(since, sighting.sentence), when.span.end)
        outlet = context.source.outlet or context.source.agency
        return replace(
            sighting, token=name, parties=(Party(actor, entity, country).of(country),),
            countries=tuple(dict.fromkeys((country, *(p.country for p in sighting.destinations if p.country)))),
            when=Time(when.edtf, "actual", when.span), evidence=evidence, topics=(), initiator=None, moved=None,
            standing=Standing("held", RULE, None, None, "past"), status=Status("held", None, outlet, None, evidence),
            rule=f"{sighting.rule.split(' + ')[0]} + {RULE}", background=True, distinct=True, definite=False,
        )  # fmt: skip

    def _when(self, sighting: Sighting, name: Token, context: Context) -> TimeExpression | None:
        """The date right after a name."""
        at = context.scene.at(name, sighting.sentence) + len(name)
        told = (e for e in context.by_sentence.get(sighting.sentence.index, ()) if e.edtf)
        found = next((e for e in told if at <= e.span.start <= at + NEAR), None)
        days, written = (calendar.bounds(found.edtf) if found else None), calendar.bounds(context.scene.published)
        return found if days and written and days[1] < written[0] else None


def _borrowed(sighting: Sighting, days: Collection[int]) -> bool:
    """Whether a visit's date is one of those that begin at some places of the text."""
    return sighting.form == "visit" and sighting.when.span is not None and sighting.when.span.start in days


def _told_once_more(sighting: Sighting, others: Sequence[Sighting]) -> bool:
    """ "flew to X on Monday, the first visit since …": the journey and the noun for it in one sentence."""
    return any(s.form == "visit" and s.sentence.index == sighting.sentence.index for s in others)
