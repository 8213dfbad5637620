"""What falls with a visit, or moves with it: who does not come meets nobody there.

In: a plan and the visit that it is part of. Out: the entries by which it is off or put to other days with the visit,
where nobody told of it anew since.
"""

from __future__ import annotations

from detente.model import StatusName
from detente.record.carried import Move
from detente.record.group import Group
from detente.record.nouns import Entry
from detente.record.standing import COMING, MOVED, REMOTE

# how a visit is off: an invitation that is unanswered may still be answered
UNDONE: frozenset[StatusName] = frozenset({"postponed", "cancelled", "declined", "did_not_occur"})


def fallen(plan: Group, visit: Group | None, move: Move | None) -> tuple[Entry, ...]:
    """That a plan is off with its visit, or moved with it by `move`; nothing where it stands."""
    if visit is None or plan.standing not in COMING or plan.forms & REMOTE:
        return ()
    wanted = MOVED if move is not None else UNDONE if visit.standing in UNDONE else frozenset[StatusName]()
    told = [
        Entry(word.status, None, claim.known_at, word.claimed_by, word.reason, claim.document)
        for claim in visit.members
        if claim.known_at >= plan.last_known
        for word in claim.words
        if word.status in wanted
    ]
    first = {e.status: e for e in sorted(told, key=lambda e: (e.known_at, e.document), reverse=True)}
    return tuple(sorted(first.values(), key=lambda e: (e.known_at, e.document)))
