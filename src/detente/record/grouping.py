"""The claims of one block, taken in one order, put into groups: each group is one engagement.

In: the claims between the same sides. Out: `Group`s. The order is that in which things became known, so
the result does not depend on the order of adding; candidates come from an index by date, so the cost
grows near-linearly.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from detente.reading.times.calendar import moved
from detente.record.days import days_of
from detente.record.group import Group, Seen, seen
from detente.record.matching import match
from detente.record.nouns import EngagementClaim
from detente.record.standing import COMING

# candidates compared with one claim that has no date, the nearest ones first
NEAREST = 24
LONGEST = 31


def block_of(claim: EngagementClaim) -> str:
    """The block that a claim is matched in: its sides."""
    return "+".join(claim.countries) or "none"


def order(claim: EngagementClaim) -> tuple[str, bool, bool, str, int, int]:
    """The order in which claims are taken: as they became known, reports before recollections, dated first."""
    return (
        claim.known_at, claim.background, days_of(claim) is None, claim.document, claim.version,
        claim.ordinal,
    )  # fmt: skip


def groups(claims: Iterable[EngagementClaim]) -> list[Group]:
    """The groups of one block's claims."""
    index = _Index()
    for claim in sorted(claims, key=order):
        mine = seen(claim)
        scored = [(found.score, -g.number, g, found) for g in index.near(mine) if (found := match(mine, g))]
        if scored:
            _, _, group, found = max(scored, key=lambda s: s[:2])
            index.extend(group, claim)
            group.add(claim, found)
            index.note(group)
            index.tell(group, claim)
        else:
            index.new(claim)
    return index.groups


class _Index:
    """Groups by the days on which they can lie."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.by_day: dict[date, list[int]] = {}
        self.starts: list[tuple[date, int]] = []
        self.undated: list[tuple[date, int]] = []
        self.wide: list[tuple[date, int]] = []
        self.noted: dict[int, set[tuple[date, date]]] = {}
        self.told: dict[str, dict[int, None]] = {}

    def new(self, claim: EngagementClaim) -> None:
        group = Group(len(self.groups))
        group.add(claim, None)
        self.groups.append(group)
        self.tell(group, claim)
        if group.days:
            self.note(group)
        else:
            insort(self.undated, (date.fromisoformat(claim.known_at), group.number))

    def tell(self, group: Group, claim: EngagementClaim) -> None:
        """Notes which document tells of a group."""
        self.told.setdefault(claim.document, {})[group.number] = None

    def extend(self, group: Group, claim: EngagementClaim) -> None:
        """A group that had no date and now has one leaves the undated ones."""
        if group.days or days_of(claim) is None:
            return
        known = date.fromisoformat(group.members[0].known_at)
        if (known, group.number) in self.undated:
            self.undated.remove((known, group.number))

    def note(self, group: Group) -> None:
        for first, last in group.days:
            noted = self.noted.setdefault(group.number, set())
            if (first, last) in noted:
                continue
            noted.add((first, last))
            insort(self.starts, (first, group.number))
            if (last - first).days > LONGEST:
                insort(self.wide, (first, group.number))
                continue
            for n in range((last - first).days + 1):
                self.by_day.setdefault(first + timedelta(days=n), []).append(group.number)

    def near(self, mine: Seen) -> Iterator[Group]:
        claim, days = mine.claim, mine.days
        numbers: dict[int, None] = {}
        if days is not None and (days[1] - days[0]).days <= LONGEST:
            for n in range(-1, (days[1] - days[0]).days + 2):
                numbers.update(dict.fromkeys(self.by_day.get(moved(days[0], n), ())))
        if days is None or claim.status not in ("held",) or (days[1] - days[0]).days > LONGEST:
            numbers.update(dict.fromkeys(self._around(mine)))
        numbers.update(dict.fromkeys(self._wide(days)))
        numbers.update(dict.fromkeys(self._undated(mine)))
        numbers.update(self.told.get(claim.document, {}))
        return (self.groups[n] for n in numbers)

    def _around(self, mine: Seen) -> Iterator[int]:
        """Dated groups inside the window of a claim, the nearest to the day it became known first."""
        first, last = mine.days or mine.window
        if mine.claim.status in COMING and mine.days:
            first = moved(first, -LONGEST)
        known = mine.known
        low = bisect_left(self.starts, (moved(first, -LONGEST), -1))
        high = bisect_right(self.starts, (last, len(self.groups)))
        middle = min(max(bisect_left(self.starts, (known, -1)), low), high)
        below = (self.starts[n][1] for n in range(middle - 1, max(low, middle - NEAREST) - 1, -1))
        yield from below
        yield from (self.starts[n][1] for n in range(middle, min(high, middle + NEAREST)))

    def _wide(self, days: tuple[date, date] | None) -> Iterator[int]:
        """Groups whose own dates leave more than a month open and begin before the claim's."""
        if days is None:
            return
        high = bisect_right(self.wide, (days[1], len(self.groups)))
        for n in range(high - 1, max(0, high - NEAREST) - 1, -1):
            yield self.wide[n][1]

    def _undated(self, mine: Seen) -> Iterator[int]:
        high = bisect_right(self.undated, (moved(mine.known, 1), len(self.groups)))
        for n in range(high - 1, max(0, high - NEAREST) - 1, -1):
            yield self.undated[n][1]
