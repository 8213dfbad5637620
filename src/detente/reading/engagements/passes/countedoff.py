"""Earlier meetings counted off beside one: "It will be their third meeting, after Lima in January and Quito in March".

In: the sightings of a document in the order of the text. Out: the same, with those that a counted one is told to come
after, each with the place and day that are told of it; what had taken such a day for its own has it no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.model import Edtf, Place, Status, Time, TimeExpression
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.sighting import Sighting, towns_of
from detente.reading.engagements.standing.reader import Standing
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

COUNTED_FORMS = frozenset({"meeting", "talks", "call", "video_call"})
AFTER = frozenset({"after", "following"})
PARTING = frozenset({"and", ",", ";", "."})
RULE = "engagements/status.held"
UNDATED = Time(None, "actual", None)
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the earlier ones: where and when."""

    places: tuple[Place, ...]
    day: TimeExpression


class CountedOff:
    """Reads such lists by a codebook's words for the one of several."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.rounds = frozenset(words["rounds"]) - {"first"}
        self.meetings = frozenset(words["countable"])

    def read(self, found: Sequence[Sighting], context: Context) -> list[Sighting]:
        """The sightings, with the earlier ones."""
        done: list[Sighting] = []
        for sighting in found:
            stages = [*self._stages(sighting, context)]
            days = {s.day.span.start for s in stages}
            if sighting.when.span is not None and sighting.when.span.start in days:
                sighting = self._without(sighting, stages)
            done += [sighting, *(e for s in stages if (e := self._earlier(sighting, s, context)) is not None)]
        return done

    def _stages(self, sighting: Sighting, context: Context) -> Iterator[Stage]:
        """What stands between "after" and the end of the sentence, in parts; none where one of them lacks a day."""
        noun = sighting.token if sighting.token.pos_ == "NOUN" else self._beside(sighting)
        if sighting.form not in COUNTED_FORMS or noun is None or not self._counted(noun):
            return
        link = next((t for t in noun.doc[noun.i + 1 : noun.sent.end] if t.lower_ in AFTER), None)
        rest = list(noun.doc[link.i + 1 : noun.sent.end]) if link is not None else []
        if not rest or any(t.pos_ in ("VERB", "AUX") for t in rest):
            return
        stages = [self._stage(part, sighting, context) for part in _parts(rest)]
        told = [s for s in stages if s is not None]
        if len(told) == len(stages) and any(s.places for s in told):
            yield from told

    def _counted(self, noun: Token) -> bool:
        return any(c.lower_ in self.rounds for c in noun.children if c.dep_ in ("amod", "nummod"))

    def _beside(self, sighting: Sighting) -> Token | None:
        """ "met on Monday, their third meeting after those in X and Y": the noun that counts what a verb tells."""
        verb, asides = sighting.token, ("appos", "npadvmod", "dobj", "attr", "dep", "conj")
        after = verb.doc[verb.i + 1 : verb.sent.end]
        nouns = (t for t in after if t.lemma_.lower() in self.meetings and t.dep_ in asides and self._counted(t))
        return next((t for t in nouns if any(c.tag_ == "PRP$" for c in t.children)), None)

    def _stage(self, part: Sequence[Token], sighting: Sighting, context: Context) -> Stage | None:
        first, last = (context.scene.at(t, sighting.sentence) for t in (part[0], part[-1]))
        days = context.by_sentence.get(sighting.sentence.index, ())
        day = next((e for e in days if e.edtf and first <= e.span.start <= last), None)
        if day is None:
            return None
        places = context.cast.places(sighting.sentence, part[0].i, part[-1].i + 1)
        return Stage(tuple(p for _, p in places), day)

    def _without(self, sighting: Sighting, stages: Sequence[Stage]) -> Sighting:
        """A sighting without the day and the places of the earlier ones."""
        taken = {p.span.start for s in stages for p in s.places}
        places = tuple(p for p in sighting.places if p.span.start not in taken)
        return replace(sighting, when=Time(None, sighting.when.kind, None), places=places, towns=frozenset())

    def _earlier(self, sighting: Sighting, stage: Stage, context: Context) -> Sighting | None:
        """One of the earlier ones: of the same sides, and over."""
        published = context.scene.published
        when = _gone_by(stage.day.edtf, published)
        days, told = calendar.bounds(when), calendar.bounds(published)
        if len(sighting.countries) < 2 or not days or not told or days[1] > told[1]:
            return None
        outlet = context.source.outlet or context.source.agency
        return replace(
            sighting, places=stage.places, destinations=(), towns=towns_of(stage.places, context.cast),
            when=Time(when, "actual", stage.day.span), topics=(), initiator=None, moved=None,
            standing=Standing("held", RULE, None, None, "past"),
            status=Status("held", None, outlet, None, sighting.evidence),
            rule=f"{sighting.rule.split(' + ')[0]} + {RULE}", background=True, distinct=True, definite=False,
        )  # fmt: skip


def _parts(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The stretches between joining words."""
    part: list[Token] = []
    for token in tokens:
        if token.lower_ in PARTING:
            if part:
                yield part
            part = []
        else:
            part.append(token)
    if part:
        yield part


def _gone_by(edtf: Edtf | None, published: Edtf | None) -> Edtf | None:
    """A month or day without a year that was taken for the coming one: the one before it."""
    days, told = calendar.bounds(edtf), calendar.bounds(published)
    if not edtf or not days or not told or days[0] <= told[1] or (days[0] - told[1]).days > 31 * MONTHS:
        return edtf
    return Edtf(f"{int(edtf[:4]) - 1}{edtf[4:]}") if edtf[:4].isdigit() and "/" not in edtf else None
