"""What falls with a visit: who does not come meets nobody there.

In: a plan and the visit that it is part of. Out: the entry by which it is off with the visit, where nobody told of it
anew after the visit was put off or called off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.model import Form, StatusName
from detente.record.group import Group
from detente.record.nouns import Entry
from detente.record.standing import COMING

# how a visit is off: an invitation that is unanswered may still be answered
UNDONE: frozenset[StatusName] = frozenset({"postponed", "cancelled", "declined"})
# what needs no journey
REMOTE: frozenset[Form] = frozenset({"call", "video_call", "correspondence"})


def fallen(plan: Group, parent: str | None, groups: Sequence[Group]) -> tuple[Entry, ...]:
    """That a plan is off with its visit, which the claim `parent` stands for; nothing where it is not."""
    if parent is None or plan.standing not in COMING or plan.forms & REMOTE:
        return ()
    visit = next((g for g in groups if g is not plan and any(c.id == parent for c in g.members)), None)
    if visit is None or visit.standing not in UNDONE:
        return ()
    off = [e for e in _off(visit) if e.known_at >= plan.last_known]
    return (min(off, key=lambda e: (e.known_at, e.document)),) if off else ()


def _off(visit: Group) -> Iterator[Entry]:
    """By whom and when a visit was told to be off."""
    for claim in visit.members:
        for word in claim.words:
            if word.status == visit.standing:
                yield Entry(word.status, None, claim.known_at, word.claimed_by, word.reason, claim.document)
