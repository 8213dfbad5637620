"""Who "is travelling to X", in a text that tells the days to come of the same journey, has not set out yet.

In: the sightings of a document. Out: those under way without a day, told of as coming where the journey is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.reading.engagements.sighting import PLANNED, Sighting
from detente.reading.times import calendar

RULE = "engagements/status.announced"


def bound_for(found: Sequence[Sighting], published: str | None) -> list[Sighting]:
    """The sightings, with journeys of the days to come told as such; `published` is an EDTF day."""
    today = calendar.bounds(published)
    if today is None:
        return [*found]
    ahead = [s for s in found if _planned(s) and (days := calendar.bounds(s.when.edtf)) and days[0] > today[1]]
    return [_coming(s) if _setting_out(s) and any(_same_journey(s, t) for t in ahead) else s for s in found]


def _planned(sighting: Sighting) -> bool:
    return sighting.form == "visit" and sighting.standing.status in PLANNED and bool(sighting.parties)


def _setting_out(sighting: Sighting) -> bool:
    """ "Is travelling to X", without a day."""
    under_way = sighting.form == "visit" and sighting.standing.status == "under_way" and sighting.when.edtf is None
    return under_way and bool(sighting.parties) and sighting.rule.startswith("engagements/visit.travel")


def _same_journey(setting_out: Sighting, planned: Sighting) -> bool:
    same = setting_out.parties[0].key in {p.key for p in planned.parties}
    return same and len(setting_out.countries) > 1 and {*setting_out.countries} <= {*planned.countries}


def _coming(sighting: Sighting) -> Sighting:
    standing = replace(sighting.standing, status="announced", rule=RULE, tense="future")
    return replace(sighting, standing=standing, status=replace(sighting.status, status="announced"))
