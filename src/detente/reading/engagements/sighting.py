"""One mention of an engagement, read: its form, sides, places, time and standing.

It is not yet tied to the other mentions of its document (`merging`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.model import Country, Form, Place, Span, Status, StatusName, Time, Track
from detente.reading.actors.cast import Cast
from detente.reading.engagements.party import Party
from detente.reading.engagements.standing.reader import Standing
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token


HAPPENED: frozenset[StatusName] = frozenset({"held", "under_way"})
PLANNED: frozenset[StatusName] = frozenset({"announced", "confirmed"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """One trigger read: a mention of an engagement, not yet tied to the others of its document.

    `moved` is the date that its sentence puts in the place of `when`.
    """

    sentence: Sentence
    token: Token
    form: Form
    parties: tuple[Party, ...]
    countries: tuple[Country, ...]
    places: tuple[Place, ...]
    destinations: tuple[Place, ...]
    towns: frozenset[tuple[str, str | None]]
    when: Time
    standing: Standing
    status: Status
    evidence: Span
    rule: str
    topics: tuple[str, ...] = ()
    initiator: Country | None = None
    background: bool = False
    distinct: bool = False
    definite: bool = False
    passing: bool = False
    headline: bool = False
    track: Track = "1"
    moved: Time | None = None
    in_the_end: Form | None = None  # what talks or a meeting are where nothing else names them


def towns_of(places: Sequence[Place], cast: Cast) -> frozenset[tuple[str, str | None]]:
    """The places that are not whole countries."""
    names = cast.lexicon.country_names
    return frozenset((p.name, p.country) for p in places if p.country is None or names.get(p.country) != p.name)
