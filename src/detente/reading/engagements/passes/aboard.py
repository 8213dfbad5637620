"""Whom a plane of state carries: "Aboard Air Force One", "En Route Nairobi, Kenya".

In: a scene's context, and the heading of its transcript. Out: the journey of the one whose plane it is, to another
state's town that the line or the title is "en route" to. A flight home, or within the own country, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.model import Country, Place, Span
from detente.reading.actors.lexicon import GOVERNING, TOWNS, Found, Name
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.party import Party

BOUND = re.compile(r"\ben route(?: to)?\s+(?P<whither>[^\n|;()]+)", re.IGNORECASE)


GROUND = frozenset({*TOWNS, "country", "region"})


@dataclass(frozen=True, slots=True)
class Flight:
    """A line that tells of a flight, whose it is, and where it leads."""

    line: Span
    party: Party
    place: Place


class Aboard:
    """Reads the lines above a transcript; `words` names the planes and whose they are."""

    def __init__(self, words: Mapping[str, Sequence[Sequence[str]]]) -> None:
        self.planes = [
            (re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE), Country(c), p) for name, c, p in words["planes"]
        ]

    def read(self, lines: Sequence[re.Match[str]], context: Context) -> Iterator[Flight]:
        """The flight to another state that a heading tells of."""
        for line in lines:
            bound = BOUND.search(line.group())
            plane = next((p for p in self.planes if p[0].search(line.group())), None)
            if bound is None or plane is None:
                continue
            _, country, portfolio = plane
            party = self._owner(country, portfolio, context)
            place = ground_of(line.start() + bound.start("whither"), bound["whither"], context)
            if party is not None and place is not None and place.country != country:
                yield Flight(context.scene.span(line.start(), line.end()), party, place)
                return

    def _owner(self, country: Country, portfolio: str, context: Context) -> Party | None:
        """The official of that state whom the text names and who holds the office."""
        cast = context.cast
        for n, mention in enumerate(cast.mentions):
            entity = cast.entities.get(n)
            known = entity is not None and entity.official and entity.country == country and entity.level in GOVERNING
            if entity is not None and known and entity.name and entity.portfolio == portfolio:
                return Party(entity.actor(cast.span(mention)), entity, country)
        return None


def ends_with_a_place(words: str, context: Context) -> bool:
    """Whether the last thing that a line names is a town, a state or a part of one."""
    hits = _places_in(words, context)
    return bool(hits) and not words[hits[-1].end :].strip(" .)")


def ground_of(at: int, words: str, context: Context) -> Place | None:
    """The town or state that words of a heading end with. A town with the name of another state after it is in a part
    of some state that is called so ("Athens, Georgia")."""
    if not ends_with_a_place(words, context):
        return None
    hits = _places_in(words, context)
    named, last = [h.values[0] for h in hits], hits[-1].values[0]
    if last.kind == "region" or last.country is None or any(n.country != last.country for n in named):
        return None
    place = ([h for h in hits if h.values[0].kind in TOWNS] or hits)[-1]
    return Place(place.values[0].name, last.country, context.scene.span(at + place.start, at + place.end))


def _places_in(words: str, context: Context) -> list[Found[Name]]:
    return [h for h in context.cast.lexicon.names.find(words) if h.values[0].kind in GROUND]
