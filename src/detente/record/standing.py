"""What the standing of an engagement says: it took place, is to come, came to nothing.

In: the statuses of claims. Out: where an engagement stands once a claim more is known.
"""

from __future__ import annotations

from detente.model import Form, StatusName
from detente.record.nouns import EngagementClaim

HAPPENED: frozenset[StatusName] = frozenset({"held", "under_way"})
COMING: frozenset[StatusName] = frozenset({"mooted", "announced", "confirmed", "rescheduled"})
OFF: frozenset[StatusName] = frozenset({"postponed", "cancelled", "declined", "unanswered", "did_not_occur"})
FALLEN = OFF | {"disputed"}
DENIED: frozenset[StatusName] = frozenset({"disputed", "did_not_occur"})
MOVED: frozenset[StatusName] = frozenset({"postponed", "rescheduled"})
MOVABLE = COMING | {"postponed"}
# forms that need no journey
REMOTE: frozenset[Form] = frozenset({"call", "video_call", "correspondence"})


def stands(before: StatusName, claim: EngagementClaim, first: bool = False) -> StatusName:
    """Where an engagement stands once a claim more is known."""
    now = claim.status
    if first or now == "disputed" or before in COMING or before == "disputed":
        return now
    if before in HAPPENED:
        return before
    return now if now in HAPPENED | OFF or now == "rescheduled" else before
