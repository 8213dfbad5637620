"""The mentions of one engagement, and what they say of it together: form, sides, places, date, status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from detente.model import Country, Edtf, Form, Place, Status, StatusName, Time
from detente.reading.engagements.days.stays import ends_on
from detente.reading.engagements.party import Party
from detente.reading.engagements.sighting import HAPPENED, Sighting
from detente.reading.times import calendar

SPECIFIC: tuple[Form, ...] = (
    "video_call",
    "call",
    "visit",
    "summit_session",
    "ceremony",
    "correspondence",
    "meeting",
    "talks",
    "other",
)
NOT_GONE = frozenset({"cancelled", "did_not_occur"})
COMING = frozenset({"mooted", "announced", "confirmed", "rescheduled"})
RANK: tuple[StatusName, ...] = (
    "mooted", "unanswered", "announced", "confirmed", "postponed", "rescheduled", "declined", "cancelled",
    "under_way", "held", "did_not_occur", "disputed",
)  # fmt: skip


@dataclass(slots=True)
class Bundle:
    """Sightings of one engagement."""

    sightings: list[Sighting] = field(default_factory=list)
    lent_places: tuple[Place, ...] = ()
    lent_countries: tuple[Country, ...] = ()
    lent_when: Time | None = None
    lent_status: StatusName | None = None

    @property
    def form(self) -> Form:
        form = min((s.form for s in self.sightings), key=SPECIFIC.index)
        return self._as_first_told() if form in ("meeting", "talks") else form

    def _as_first_told(self) -> Form:
        """ "held talks in X. … There was no such meeting": of the two words the one that brings it up names it."""
        named = [s for s in self.sightings if not s.definite and not s.passing] or self.sightings
        first = min(named, key=lambda s: (s.sentence.index, s.token.i))
        return first.in_the_end or first.form

    @property
    def parties(self) -> list[Party]:
        """Each once; what a named person makes superfluous is left out."""
        seen: dict[tuple[str, ...], Party] = {}
        for sighting in self.sightings:
            for party in sighting.parties:
                seen.setdefault(party.key, party)
        named = {p.country for p in seen.values() if p.actor.name and p.actor.kind == "person"}
        titles_only = len(named) > 1
        return [
            p for p in seen.values()
            if p.actor.kind == "person"
            or (p.country not in named and not (p.actor.kind == "office" and p.country is None and titles_only))
            or (p.role == "delegation" and p.country is None)
        ]  # fmt: skip

    @property
    def countries(self) -> tuple[Country, ...]:
        return tuple(dict.fromkeys([c for s in self.sightings for c in s.countries] + list(self.lent_countries)))

    @property
    def towns(self) -> frozenset[tuple[str, str | None]]:
        return frozenset().union(*(s.towns for s in self.sightings))

    @property
    def places(self) -> tuple[Place, ...]:
        """Each place once; a country gives way to a town in it."""
        seen: dict[tuple[str, str | None], Place] = {}
        for place in [p for s in self.sightings for p in s.places] + list(self.lent_places):
            seen.setdefault((place.name, place.country), place)
        towned = {c for _, c in self.towns}
        return tuple(p for key, p in seen.items() if key in self.towns or p.country not in towned)

    @property
    def destinations(self) -> set[Country]:
        places = [p for s in self.sightings for p in s.destinations] + list(self.lent_places)
        return {p.country for p in places if p.country}

    @property
    def when(self) -> Time:
        """The narrowest of the dates given; of a visit, of those that do not only say what was done during it, from its
        first day to its last where one of them tells both."""
        told = [s for s in self.sightings if s.when.edtf]
        own = [s for s in told if not _during(s)] if self.form == "visit" else told
        dated = [s.when for s in own or told]
        least = min(dated, key=lambda t: width(t.edtf), default=self.lent_when or self.sightings[0].when)
        one = least.edtf
        whole = (t for t in dated if self.form == "visit" and one and t.edtf and ends_on(t.edtf, one))
        return next(whole, least)

    @property
    def moved(self) -> Time | None:
        """The date to which it is put off, where nothing says that it has taken place or been given up since."""
        anew = (s.moved for s in self.sightings if s.moved is not None)
        return next(anew, None) if self.status.status in COMING | {"postponed"} else None

    @property
    def telling(self) -> list[Sighting]:
        """Those that say how it stands: of "will not travel to X. The visit has been postponed" the second."""
        put_off = any(s.status.status == "postponed" and s.token.pos_ == "NOUN" for s in self.sightings)
        return [s for s in self.sightings if not (put_off and _stays_at_home(s))]

    @property
    def status(self) -> Status:
        strong = [s.status for s in self.telling if not s.standing.weak] or [s.status for s in self.telling]
        off = [s for s in strong if s.status == "cancelled"]
        if off and not any(s.status in HAPPENED for s in strong):
            strong = off
        last = max(strong, key=lambda s: (RANK.index(s.status), s.reason is not None))
        if self.lent_status is not None:
            return replace(last, status=self.lent_status)
        return self._going_on(last) or self._denied(last, strong)

    def _going_on(self, last: Status) -> Status | None:
        """ "X, who is visiting Y … welcomed X's visit": still under way, where the visit is only spoken of besides."""
        here = [s for s in self.sightings if s.form == "visit" and s.status.status == "under_way"]
        here = [s for s in here if s.standing.tense == "present" and not s.standing.weak]
        held = [s for s in self.sightings if s.status.status == "held" and not s.standing.weak]
        spoken_of = all(s.token.pos_ == "NOUN" and (s.definite or _owned(s)) for s in held)
        return here[0].status if here and last.status == "held" and spoken_of else None

    def _denied(self, last: Status, strong: Sequence[Status]) -> Status:
        """In dispute, where a side says that it took place; told of by others alone, and flatly denied by a side, it
        did not."""
        flat = [s for s in strong if s.status == "did_not_occur"]
        if not flat or last.status not in ("did_not_occur", "disputed"):
            return last
        upheld = any(s.status == "held" and s.claimed_by in self.countries for s in strong)
        return replace(last, status="disputed") if upheld else flat[-1]

    @property
    def background(self) -> bool:
        """Recalled and not reported: by its dates, where it has any."""
        dated = [s for s in self.sightings if s.when.edtf]
        return all(s.background for s in dated or self.sightings) and not any(s.headline for s in self.sightings)

    @property
    def weak(self) -> bool:
        return all(s.standing.weak for s in self.sightings)


def _owned(sighting: Sighting) -> bool:
    return any(c.dep_ == "poss" for c in sighting.token.children)


def _during(sighting: Sighting) -> bool:
    """ "agreed during the visit on Friday": a date of what was done; not "the visit, which runs until Friday"."""
    token = sighting.token
    return sighting.definite and token.dep_ == "pobj" and not any(c.dep_ == "relcl" for c in token.children)


def width(edtf: Edtf | None) -> int:
    """The days an expression leaves open; unknown ones are widest."""
    found = calendar.bounds(edtf) if edtf else None
    return (found[1] - found[0]).days if found else 10**6


def _stays_at_home(sighting: Sighting) -> bool:
    """Whether a verb of travel says that nobody goes."""
    return sighting.form == "visit" and sighting.token.pos_ == "VERB" and sighting.status.status in NOT_GONE
