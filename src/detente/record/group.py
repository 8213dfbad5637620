"""The claims of one engagement, gathered, and a claim made ready to be held against them.

In: claims. Out: a `Group`, which keeps what later claims are compared with, and `Seen`, a claim with the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from detente.model import Country, Form, StatusName
from detente.record import people
from detente.record.days import Days, day_of, days_of, window
from detente.record.nouns import EngagementClaim, Match
from detente.record.standing import HAPPENED, MOVED, stands


@dataclass(slots=True, eq=False)
class Group:
    """The claims of one engagement, with what later claims are compared with."""

    number: int
    members: list[EngagementClaim] = field(default_factory=list)
    matches: list[Match | None] = field(default_factory=list)
    core: dict[str, tuple[people.Key, ...]] = field(default_factory=dict)
    offices: dict[str, set[str]] = field(default_factory=dict)
    forms: set[Form] = field(default_factory=set)
    texts: set[tuple[str, int]] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    lands: set[Country] = field(default_factory=set)
    ground: frozenset[Country] = frozenset()
    voices: set[Country | None] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    days: list[Days] = field(default_factory=list)
    actual: bool = False
    standing: StatusName = "mooted"
    window: Days | None = None
    moved: bool = False
    last_known: str = ""

    def add(self, claim: EngagementClaim, match: Match | None) -> None:
        """Takes a claim in."""
        self.members.append(claim)
        self.matches.append(match)
        self.moved = any(m.status == "rescheduled" for m in self.members[-3:])
        self.last_known = max(self.last_known, claim.known_at)
        self._people(claim)
        self.forms.add(claim.form)
        self.texts.add((claim.document, claim.version))
        self.towns |= towns(claim)
        self.bodies.update(claim.bodies)
        self.lands |= lands(claim)
        self.ground = (self.ground & lands(claim) or self.ground) or lands(claim)
        self.voices.add(claim.side)
        self._dates(claim)
        self.standing = stands(self.standing, claim, first=len(self.members) == 1)

    def _people(self, claim: EngagementClaim) -> None:
        for country, names in people.named(claim.people).items():
            known = self.core.get(country)
            self.core[country] = people.shared(names, known) or known if known else names
        for side, office in claim.portfolios:
            self.offices.setdefault(side, set()).add(office)

    def _dates(self, claim: EngagementClaim) -> None:
        """Actual dates go before planned ones, a new date before the one it replaces."""
        found = days_of(claim)
        if found is None:
            self.window = self._narrowed(claim)
            return
        actual = claim.status in HAPPENED
        moved = tells_of_move(claim)
        if (actual and not self.actual) or (moved and not self.actual):
            whole = [d for d in self.days if claim.form == "visit" and d[0] <= found[0] and found[1] <= d[1]]
            self.days = [found, *(whole if not moved else ())]  # a day of a visit that was planned for several
        elif actual or not self.actual:
            self.days.append(found)
        self.actual = self.actual or actual

    def _narrowed(self, claim: EngagementClaim) -> Days:
        """The days that are left when one more claim without a date tells of it: what took place is over by then."""
        mine = window(claim)
        if self.window is None or claim.status not in HAPPENED or claim.background:
            return self.window or mine
        return self.window[0], max(self.window[0], min(self.window[1], mine[1]))


def towns(claim: EngagementClaim) -> frozenset[str]:
    """The places of a claim."""
    return frozenset(p.name.casefold() for p in claim.places)


def lands(claim: EngagementClaim) -> frozenset[Country]:
    """The states in which a claim places its engagement."""
    return frozenset(p.country for p in claim.places if p.country)


def tells_of_move(claim: EngagementClaim) -> bool:
    """Whether a claim says that an engagement was put off or has another date."""
    return claim.status in MOVED or any(w.status in MOVED for w in claim.words)


def of_its_visitor(visit: Group, group: Group) -> bool:
    """Whether a group names the visitor, and no ground on which the visit does not lead."""
    ground = {place for c in group.members for place in lands(c)}
    if ground and not ground & visit.lands:
        return False
    return any(people.shared(visit.core[c], group.core.get(c, ())) for c in visit.core)


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A claim with what its comparison needs, made once."""

    claim: EngagementClaim
    known: date
    days: Days | None
    window: Days
    names: dict[str, tuple[people.Key, ...]]
    offices: dict[str, frozenset[str]]
    towns: frozenset[str]
    lands: frozenset[Country]
    moves: bool


def seen(claim: EngagementClaim) -> Seen:
    """Prepares a claim for comparison."""
    offices: dict[str, set[str]] = {}
    for side, office in claim.portfolios:
        offices.setdefault(side, set()).add(office)
    return Seen(
        claim,
        day_of(claim.known_at),
        days_of(claim),
        window(claim),
        people.named(claim.people),
        {side: frozenset(held) for side, held in offices.items()},
        towns(claim),
        lands(claim),
        tells_of_move(claim),
    )


def retold(mine: Seen, group: Group) -> bool:
    """Whether another version of the claim's own document tells of the group's engagement."""
    return any(mine.claim.document == document for document, _ in group.texts)


def at_one_table(mine: Seen, group: Group) -> int:
    """Of how many sides claim and group name the same persons; two where neither names anybody."""
    both = [country for country in mine.names if people.shared(mine.names[country], group.core.get(country, ()))]
    return len(both) if mine.names or group.core else 2
