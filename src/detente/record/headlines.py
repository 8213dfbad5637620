"""A headline's meeting that is the one on the visit below it: "X, Y ministers to meet in T", above the visit to T.

In: the groups of a block. Out: the groups, such a plan put to the meeting that was then held on the visit's days. It
names nobody and no day, so nothing else tells which meeting it is of; one told below its visit may be another.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.model import Form
from detente.record.group import Group
from detente.record.standing import COMING, HAPPENED

FACE_TO_FACE: frozenset[Form] = frozenset({"meeting", "talks", "summit_session"})


def settled(groups: Sequence[Group]) -> list[Group]:
    """The groups, each headline's plan joined to the meeting that it announced."""
    joined: set[int] = set()
    for plan in groups:
        if _bare(plan) and (held := _held(plan, groups)) is not None:
            for claim in plan.members:
                held.add(claim, None)
            joined.add(plan.number)
    return [g for g in groups if g.number not in joined]


def _bare(plan: Group) -> bool:
    """Whether a group is only the plan of a meeting in a town, without day and names."""
    planned = plan.standing in COMING and plan.forms <= FACE_TO_FACE
    return planned and not plan.days and not plan.core and bool(plan.towns)


def _held(plan: Group, groups: Sequence[Group]) -> Group | None:
    """The one meeting held in the town on the days of the visit that every text of the plan tells of below it."""
    visits = [v for v in groups if "visit" in v.forms and v.standing in HAPPENED and v.days and v.towns & plan.towns]
    visits = [v for v in visits if all(_below(c.document, c.version, c.ordinal, v) for c in plan.members)]
    if len(visits) != 1:
        return None
    first, last = visits[0].days[0]
    found = [
        g for g in groups
        if g.standing in HAPPENED and g.forms <= FACE_TO_FACE and g.days and g.towns & plan.towns
        and first <= g.days[0][0] <= g.days[0][1] <= last and not g.texts & plan.texts and _offices_fit(plan, g)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _below(document: str, version: int, ordinal: int, visit: Group) -> bool:
    return any((m.document, m.version) == (document, version) and m.ordinal > ordinal for m in visit.members)


def _offices_fit(plan: Group, held: Group) -> bool:
    return all(plan.offices[side] & held.offices.get(side, plan.offices[side]) for side in plan.offices)
