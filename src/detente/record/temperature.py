"""A dyad's monthly temperature: the mean intensity of what one side did toward the other.

In: coded events with scores. Out: a point a month and direction, with the share of each event in it; the
shares add up to the value. The scale is Goldstein's (1992, "A conflict-cooperation scale for WEIS events
data", J. of Conflict Resolution 36), as each event's rule carries it; a mean is taken, so that a month with
much reporting is no warmer for it. What several documents of one family tell counts once, whenever they were
printed. Whoever draws the events leaves out those of a confidence under `DOUBTFUL`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.model import Country

# events of a lower confidence are counted and not listed, and are left out of panels and of the index
DOUBTFUL = 0.3


@dataclass(frozen=True, slots=True)
class Scored:
    """One coded event that took place: `day` is ISO, of the event or, without one, of its becoming known."""

    event: str
    source: Country
    target: Country
    day: str
    code: str
    family: str
    score: float


@dataclass(frozen=True, slots=True)
class Contribution:
    event: str
    weight: float


@dataclass(frozen=True, slots=True)
class Point:
    """One month of one direction; `value` from -10 (hostile) to 10 (friendly)."""

    month: str
    source: Country
    target: Country
    value: float
    contributions: tuple[Contribution, ...]


def once(events: Iterable[Scored]) -> tuple[Scored, ...]:
    """The events in order of their days, what copies of one story tell counted once: of one code between two sides
    those of the copy that has the first of them. A copy that is printed a day later tells of nothing new."""
    first: dict[tuple[str, ...], str] = {}
    kept: dict[tuple[str, ...], Scored] = {}
    for event in sorted(events, key=lambda e: (e.day, e.event)):
        what = (event.family, event.source, event.target, event.code)
        if first.setdefault(what, _document(event)) == _document(event):
            kept.setdefault((*what, event.day), event)
    return tuple(kept.values())


def _document(event: Scored) -> str:
    return event.event.rpartition("#")[0]


def temperature(events: Iterable[Scored]) -> tuple[Point, ...]:
    """The points of all months and directions that have events, in order."""
    months: dict[tuple[str, Country, Country], list[Scored]] = {}
    for event in once(events):
        months.setdefault((event.day[:7], event.source, event.target), []).append(event)
    return tuple(_point(*key, found) for key, found in sorted(months.items()))


def _point(month: str, source: Country, target: Country, events: list[Scored]) -> Point:
    total = len(events)
    shares = tuple(Contribution(e.event, round(e.score / total, 6)) for e in events)
    return Point(month, source, target, round(sum(e.score for e in events) / total, 4), shares)
