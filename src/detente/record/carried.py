"""What moves with a visit: talks that were to be held on its old days are held on the new ones.

In: the groups of a block. Out: the groups, each such plan joined with what was then told of it on the new days; and
the days to which a plan has moved of which nothing was told again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from detente.record import people
from detente.record.days import Days, days_of, overlap
from detente.record.features import ALIKE
from detente.record.group import Group, of_its_visitor, tells_of_move
from detente.record.nouns import EngagementClaim, Feature, Match
from detente.record.standing import COMING, REMOTE

ON_NEW_DAYS = Match(0, (Feature("date", "planned for a visit that was moved, and told of on its new days", 0),))


@dataclass(frozen=True, slots=True)
class Move:
    """A visit that was put to other days, and the claim that told of them."""

    visit: Group
    claim: EngagementClaim


def moves(groups: Iterable[Group]) -> list[Move]:
    """The visits that were moved."""
    found = ((g, _move(g)) for g in groups if "visit" in g.forms and len(g.members) > 1)
    return [Move(visit, claim) for visit, claim in found if claim is not None]


def _move(visit: Group) -> EngagementClaim | None:
    return next((c for c in reversed(visit.members) if tells_of_move(c) and _on(days_of(c), visit.days)), None)


def carried(groups: Sequence[Group]) -> list[Group]:
    """The groups, each plan of a visit that moved joined with the one engagement of its form and people there."""
    gone: set[int] = set()
    for move in moves(groups):
        for plan in [g for g in groups if g.number not in gone and left_behind(g, move)]:
            again = [g for g in groups if g.number not in gone and _told_again(plan, move, g)]
            if len(again) == 1:
                for claim, how in zip(again[0].members, again[0].matches):
                    plan.add(claim, how or ON_NEW_DAYS)
                gone.add(again[0].number)
    return [g for g in groups if g.number not in gone]


def left_behind(plan: Group, move: Move) -> bool:
    """Whether a plan, told of before a visit moved, was one for the days that the visit then left."""
    visit = move.visit
    if plan is visit or plan.standing not in COMING or "visit" in plan.forms or plan.forms & REMOTE:
        return False
    told_before = bool(plan.days) and plan.last_known <= move.claim.known_at and not _on(plan.days[0], visit.days)
    return told_before and of_its_visitor(visit, plan) and any(overlap(plan.days[0], d) for d in _left(visit))


def _left(visit: Group) -> Iterator[Days]:
    """The days that a visit was planned for and no longer is."""
    for claim in visit.members:
        days = days_of(claim)
        if days is not None and claim.status in COMING and not _on(days, visit.days):
            yield days


def _told_again(plan: Group, move: Move, group: Group) -> bool:
    """Whether a group can be what a plan became on the new days: its form, those who were named, a later text."""
    visit = move.visit
    if group in (plan, visit) or not group.days or not _on(group.days[0], visit.days):
        return False
    if group.members[0].known_at < move.claim.known_at or any(not group.forms <= ALIKE[form] for form in plan.forms):
        return False
    named = [side for side in plan.core if side in group.core]
    return bool(named) and all(people.shared(plan.core[side], group.core[side]) for side in named)


def _on(days: Days | None, others: Sequence[Days]) -> bool:
    return days is not None and any(overlap(days, other) for other in others)
