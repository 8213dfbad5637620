"""Promises to come, to meet or to talk: each is an engagement of its own, and is kept when that takes place.

In: the claims of one version, or a record with its claims. Out: which promise is of which engagement, and what became
of it. "promised to visit Y in May": who visits, where and when are the engagement's to settle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from detente.model import CommitmentStatus, StatusName
from detente.record.nouns import CommitmentClaim, EngagementClaim, EngagementRecord, Outcome, Quote
from detente.record.standing import COMING, HAPPENED

# what a promise to meet is once the engagement stands so; one that is put off is still owed
ENDS: Mapping[StatusName, CommitmentStatus] = {
    **dict.fromkeys(HAPPENED, "claimed_kept"), "cancelled": "withdrawn", "declined": "withdrawn",
}  # fmt: skip
# the share of a promise's words that tell of the engagement, at the least
SHARE = 0.5


def arranged(
    promises: Sequence[CommitmentClaim], engagements: Sequence[EngagementClaim]
) -> Iterator[tuple[CommitmentClaim, EngagementClaim]]:
    """The promises of a version that are of an engagement to come, each with that."""
    coming = [e for e in engagements if e.status in COMING and not e.background]
    for promise in promises:
        own = next((e for e in coming if any(_opens(promise.content, q) for q in e.evidence)), None)
        if own is not None and promise.status in ("made", "reaffirmed") and set(promise.by) & set(own.countries):
            yield promise, own


def _opens(promised: Quote, told: Quote) -> bool:
    """Whether the words promised begin with what tells of an engagement, and are mostly it."""
    shared = min(promised.end, told.end) - max(promised.start, told.start)
    return told.start <= promised.start and shared >= SHARE * (promised.end - promised.start)


def outcome(
    record: EngagementRecord, claims: Sequence[EngagementClaim], around: Sequence[EngagementClaim] = ()
) -> Outcome | None:
    """What became of an engagement that was promised; None where it is still to come. `claims` are the record's;
    `around` those of what the same sides did else, by which a visit may be known to have taken place."""
    end = ENDS.get(record.status)
    of_it = {record.status} if record.status not in HAPPENED else HAPPENED
    entry = next((e for e in record.history if e.status in of_it), None)
    tellers = (*claims, *(c for c in around if c.status in HAPPENED))
    told = next((c for c in tellers if entry is not None and c.document == entry.document), None)
    if end is None or entry is None or told is None:
        return None
    at = entry.at or (record.when if end == "claimed_kept" else None)
    return Outcome(end, at, entry.known_at, entry.claimed_by, told.evidence[0])
