"""One side's taking part in an engagement, and who took part where.

In: actors and entities of the cast. Out: `Party` and `Attendance`, with what keeps a list of them short.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.model import Actor, Country, Edtf, Participant, Place, Role
from detente.reading.actors.cast import Entity
from detente.reading.actors.lexicon import Lexicon

if TYPE_CHECKING:
    from detente.reading.speech.attribution import Draft


@dataclass(frozen=True, slots=True)
class Party:
    """One side's taking part: the actor as mentioned, its entity where known, and its country."""

    actor: Actor
    entity: Entity | None
    country: Country | None
    role: Role = "principal"

    @property
    def key(self) -> tuple[str, ...]:
        if self.entity is not None:
            return self.entity.key
        return (self.actor.kind, self.actor.post or "", self.country or "")

    def of(self, country: Country) -> Party:
        """The same, told to be an official of a state."""
        return replace(self, country=country, actor=replace(self.actor, country=country, official=True))

    def participant(self) -> Participant:
        return Participant(self.actor, self.role, self.country if self.actor.official else None)


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who takes part, and where: `destinations` are where somebody travels to. `supplied` says that a side was
    not named beside the trigger and comes from the sentences around it, `held_at` that the words name a place."""

    parties: tuple[Party, ...]
    places: tuple[Place, ...]
    destinations: tuple[Place, ...]
    supplied: bool = False
    held_at: bool = False


def countries_of(parties: Iterable[Party]) -> set[Country]:
    """The countries of the sides that are known."""
    return {p.country for p in parties if p.country}


def in_office_then(attendance: Attendance, day: Edtf | None, lexicon: Lexicon) -> Attendance:
    """ "X met Y" on a day, told years later: those who held office on the day were officials."""

    def then(party: Party) -> Party:
        name = party.actor.name if party.actor.kind == "person" and not party.actor.official else None
        holder = lexicon.person(name, day, party.country) if name and party.country else None
        return party.of(holder.country) if holder is not None and holder.held_on(day) else party

    return replace(attendance, parties=tuple(then(p) for p in attendance.parties)) if day else attendance


def left_office(attendance: Attendance) -> bool:
    """Whether somebody takes part whom the tables know as a former holder of his office."""
    return any(p.entity is not None and (p.entity.post or "").startswith("former ") for p in attendance.parties)


def unique(parties: Iterable[Party]) -> list[Party]:
    """Each party once; a bare state beside a person of that state is left out."""
    seen: dict[tuple[str, ...], Party] = {}
    for party in parties:
        seen.setdefault(party.key, party)
    people = {p.country for p in seen.values() if p.actor.kind != "state"}
    return [p for p in seen.values() if p.actor.kind != "state" or p.country not in people]


def once(places: Iterable[Place]) -> list[Place]:
    """Each place once, in order."""
    seen: dict[tuple[str, str | None], Place] = {}
    for place in places:
        seen.setdefault((place.name, place.country), place)
    return list(seen.values())


def without_tellers(attendance: Attendance, at: int, drafts: Iterable[Draft]) -> Attendance:
    """Who only says it takes no part: Y in "A met B, ministry spokesman Y said", whom the parser hung on B; whose own
    words tell it may. `at` is where the engagement is told."""
    tellers = {
        d.speaker.span.start
        for d in drafts
        if d.speaker is not None
        and d.kind != "direct"
        and d.content.start <= at < d.content.end <= d.speaker.span.start
        and d.cue_span is not None
        and d.speaker.span.start < d.cue_span.start  # not "said Y, who led the other side"
    }
    told = tuple(p for p in attendance.parties if p.actor.kind != "person" or p.actor.span.start not in tellers)
    sides = {p.country for p in told if p.country}
    return replace(attendance, parties=told) if len(sides) > 1 else attendance  # else he is the other side
