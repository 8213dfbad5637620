"""Whose engagement a side speaks of that names none: "Y's spokesman denied that a date had been set for a next round",
"Y's office said the invitation stands".

In: the sightings of a document in the order of the text. Out: the same; a denial of what others than the denier were
last told to plan is of the table at which he sits, and of the round that the other side announced; an invitation that
its host upholds leads to him.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.model import Country
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.sides.frame import Frame
from detente.reading.engagements.sighting import PLANNED, Sighting

AT_TABLE = frozenset({"talks", "meeting", "call", "video_call"})
INVITATION = "engagements/visit.invitation"


def of_the_speaker(found: Sequence[Sighting], context: Context, frame: Frame) -> list[Sighting]:
    """The sightings, each of the side that speaks of it."""
    done: list[Sighting] = []
    for sighting in found:
        speaker = Country(sighting.status.claimed_by or "")
        if speaker in context.cast.lexicon.country_names and not _names_its_own(sighting):
            if sighting.standing.status == "disputed" and sighting.form in AT_TABLE:
                denied = _denied_round(sighting, speaker, done)
                sighting = denied or _at_his_table(sighting, speaker, done, frame)
            elif sighting.rule.startswith(INVITATION) and sighting.standing.status in PLANNED:
                sighting = _to_his_place(sighting, speaker, done)
        done.append(sighting)
    return done


def _names_its_own(sighting: Sighting) -> bool:
    """Whether the noun itself names sides: "denied that talks with Z had been agreed"."""
    names = {word for p in sighting.parties for word in p.actor.span.text.split()}
    below = [t for t in sighting.token.subtree if t.i != sighting.token.i and t.pos_ in ("PROPN", "ADJ")]
    return any(t.text in names for t in below)


def _at_his_table(sighting: Sighting, speaker: Country, before: Sequence[Sighting], frame: Frame) -> Sighting:
    """The denial with the sides among whom the denier was last told of, where it is laid to others."""
    if speaker in sighting.countries:
        return sighting
    tables = [s for s in before if s.form in AT_TABLE and speaker in s.countries and len(s.countries) > 1]
    if not tables:
        return sighting
    countries = tables[-1].countries
    parties = tuple(frame.state(c, sighting.sentence) for c in countries)
    return replace(sighting, parties=parties, countries=countries)


def _denied_round(sighting: Sighting, speaker: Country, before: Sequence[Sighting]) -> Sighting | None:
    """The denial as one of the very round that the other side has told is to come; None where none did."""
    told = [
        s for s in before
        if s.form in AT_TABLE and s.distinct and s.standing.status in PLANNED
        and speaker in s.countries and s.status.claimed_by in set(s.countries) - {speaker}
    ]  # fmt: skip
    if not told or not sighting.distinct or sighting.when.edtf is not None:
        return None
    last = told[-1]
    return replace(
        sighting, distinct=False, definite=True, parties=last.parties, countries=last.countries, when=last.when,
        places=last.places, towns=last.towns,
    )  # fmt: skip


def _to_his_place(sighting: Sighting, speaker: Country, before: Sequence[Sighting]) -> Sighting:
    """The invitation as one to the state that says it stands, where it says so of nobody's else."""
    guests = [p for p in sighting.parties if p.country != speaker]
    if sighting.destinations or speaker in sighting.countries or not guests:
        return sighting
    visits = [s for s in before if s.form == "visit" and speaker in {p.country for p in s.destinations}]
    mine = [s for s in visits if {p.key for p in guests} & {p.key for p in s.parties}]
    countries = tuple(dict.fromkeys([*(p.country for p in guests if p.country), speaker]))
    if not mine:
        return replace(sighting, parties=tuple(guests), countries=countries)
    last = mine[-1]
    return replace(
        sighting, parties=tuple(guests), countries=countries, places=last.places, destinations=last.destinations,
        towns=last.towns,
    )  # fmt: skip
