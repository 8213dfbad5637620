"""The same promise repeated is one promise, with its restatements and what is claimed of it.

In: the commitment claims of the same promisors. Out: records. A promise that only others ascribe is
unconfirmed; a claim that it was kept or broken attaches to it and does not make another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from detente.record.knowledge import Knowledge
from detente.record.nouns import CommitmentClaim, CommitmentEntry, CommitmentRecord
from detente.record.retold import Retold, gathered
from detente.record.wording import Wording, likeness

SAME = 0.6
# what is said of a promise is told in fewer of its words
OF_IT = 0.45
# what both sides say that they agreed, each in its own account of the same days
TOLD_TWICE, ACCOUNT_DAYS = 0.35, 3
ABOUT = frozenset({"urged", "claimed_kept", "claimed_broken", "withdrawn", "reaffirmed"})

Promise = Retold[CommitmentClaim]


def block_of(claim: CommitmentClaim) -> str:
    """The block of a promise: those who made it."""
    return "+".join(claim.by)


def conclude(claims: Iterable[CommitmentClaim], knowledge: Knowledge) -> list[tuple[CommitmentRecord, tuple[str, ...]]]:
    """The records of one block, each with the ids of its claims."""
    return [(_record(p.claims), tuple(c.id for c in p.claims)) for p in gathered(claims, knowledge, _same)]


def _same(claim: CommitmentClaim, words: Wording, told: Sequence[Promise]) -> Promise | None:
    """The promise that a claim repeats or is about."""
    scored = [(_near(words, p), -n, p) for n, p in enumerate(told) if _fits(claim, p)]
    best = max(scored, key=lambda s: s[:2], default=None)
    if best is None:
        return None
    enough = OF_IT if claim.status in ABOUT else TOLD_TWICE if _both_tell(claim, best[2]) else SAME
    return best[2] if best[0] >= enough else None


def _both_tell(claim: CommitmentClaim, promise: Promise) -> bool:
    """Whether one side tells within days what the other told that both had agreed, or that one of them had promised:
    each in its own words."""
    first = promise.claims[0]
    sides = {first.ascribed_by, claim.ascribed_by}
    involved = {*claim.by, *claim.to, *first.to}
    apart = abs((date.fromisoformat(claim.known_at) - date.fromisoformat(first.known_at)).days)
    own = len(claim.by) > 1 or claim.by[0] in sides
    return own and len(sides) == 2 and sides <= involved and apart <= ACCOUNT_DAYS


def _near(words: Wording, promise: Promise) -> float:
    return max(likeness(words, w) for w in (promise.wordings[0], promise.wordings[-1]))


def _fits(claim: CommitmentClaim, promise: Promise) -> bool:
    to = {c for known in promise.claims for c in known.to}
    return not to or not claim.to or bool(to & set(claim.to))


def _record(claims: Sequence[CommitmentClaim]) -> CommitmentRecord:
    first = next((c for c in claims if c.status in ("made", "reaffirmed")), claims[0])
    ascribers = {c.ascribed_by for c in claims}
    confirmed = all(side in ascribers for side in first.by)
    return CommitmentRecord(
        id=claims[0].id,
        by=first.by,
        to=tuple(dict.fromkeys(t for c in claims for t in c.to)),
        content=first.content,
        status=claims[-1].status,
        confirmed=confirmed,
        ascribed_by=first.ascribed_by,
        due=next((c.due for c in reversed(claims) if c.due), None),
        history=tuple(CommitmentEntry(c.status, None, c.known_at, c.claimed_by, c.document) for c in claims),
        restatements=tuple(c.content for c in claims if c is not first),
        documents=tuple(dict.fromkeys(c.document for c in claims)),
    )
