"""The same promise repeated is one promise, with its restatements and what is claimed of it.

In: the commitment claims of the same promisors, and what became of what they promised: deeds that are reported, and
visits and meetings that were held or called off. Out: records. A promise that only others ascribe is unconfirmed; a
claim that it was kept or broken attaches to it and does not make another. What was done stays done, however often the
promise is told again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from detente.model import CommitmentStatus
from detente.record import kept
from detente.record.knowledge import Knowledge
from detente.record.nouns import CommitmentClaim, CommitmentEntry, CommitmentRecord, Deed, Outcome
from detente.record.retold import Retold, gathered, order
from detente.record.wording import WORD, Wording, likeness

SAME = 0.6
# what is said of a promise is told in fewer of its words
OF_IT = 0.45
# what both sides say that they agreed, each in its own account of the same days
TOLD_TWICE, ACCOUNT_DAYS = 0.35, 3
# words after "its pledge to" that name what was promised, at the least
NAMED = 3
ABOUT = frozenset({"urged", "claimed_kept", "claimed_broken", "withdrawn", "reaffirmed"})

Promise = Retold[CommitmentClaim]


def block_of(claim: CommitmentClaim) -> str:
    """The block of a promise: those who made it."""
    return "+".join(claim.by)


def conclude(
    claims: Iterable[CommitmentClaim],
    knowledge: Knowledge,
    deeds: Iterable[Deed] = (),
    outcomes: Mapping[str, Outcome] | None = None,
) -> list[tuple[CommitmentRecord, tuple[str, ...]]]:
    """The records of one block, each with the ids of its claims.

    `deeds` are what the promisors are reported to have done; `outcomes` are, by the ids of claims, what became of the
    visits and meetings that were promised.
    """
    done = kept.by_verb(deeds, knowledge)
    told = gathered(claims, knowledge, _same, lambda c: _promised(c, knowledge))
    promises = _with_bare(told, done, knowledge)
    ends = [kept.ends(p.claims, done, knowledge) or _outcome(p.claims, outcomes or {}) for p in promises]
    return [(_record(p.claims, end), tuple(c.id for c in p.claims)) for p, end in zip(promises, ends)]


def _promised(claim: CommitmentClaim, knowledge: Knowledge) -> str:
    """The words of what was promised: "went back on its pledge to mend the road" is of mending the road."""
    text = claim.content.text
    word = knowledge.word_of_promise.search(text) if claim.status in ABOUT else None
    rest = text[word.end() :] if word else ""
    return rest if len(rest.split()) >= NAMED else text


def _with_bare(told: Sequence[Promise], deeds: kept.Deeds, knowledge: Knowledge) -> list[Promise]:
    """The promises; what is said of one without naming it, a call "to honour its commitment" or that one "kept its
    word", is put to the one that it can only mean."""
    bare = [p for p in told if all(c.status in ABOUT and _names(c, knowledge) is not None for c in p.claims)]
    for said in bare:
        if (meant := _meant(said.claims[0], [p for p in told if p not in bare], deeds, knowledge)) is not None:
            pairs = zip([*meant.claims, *said.claims], [*meant.wordings, *said.wordings])
            ordered = sorted(pairs, key=lambda pair: order(pair[0]))
            meant.claims, meant.wordings = [c for c, _ in ordered], [w for _, w in ordered]
            said.claims = []
    return [p for p in told if p.claims]


def _names(claim: CommitmentClaim, knowledge: Knowledge) -> str | None:
    """The verb that is all a claim names of a promise ("its pledge to halt it"), "" where it names nothing ("its
    word"); None where it names more."""
    words = (word.lower() for word in WORD.findall(claim.content.text))
    named = [word for word in words if word not in knowledge.unnamed]
    verb = next(iter(named), "")
    return verb if not named or (len(named) == 1 and verb in knowledge.keeping) else None


def _meant(claim: CommitmentClaim, told: Sequence[Promise], deeds: kept.Deeds, knowledge: Knowledge) -> Promise | None:
    """The one promise of which the same text tells, else the one that was made before and is open: where the verb of it
    is named, or it is only called for."""
    verb = _names(claim, knowledge)
    before = [p for p in told if _fits(claim, p) and p.claims[0].known_at <= claim.known_at]
    if verb:
        before = [p for p in before if kept.verb_of(p.claims[0], knowledge) == kept.plain(verb, knowledge)]
    beside = [p for p in before if claim.document in _told_in(p, deeds, knowledge)]
    still = [p for p in before if p.claims[-1].status not in ("claimed_kept", "withdrawn")]
    found = beside or (still if verb or claim.status == "urged" else [])
    return found[0] if len(found) == 1 else None


def _told_in(promise: Promise, deeds: kept.Deeds, knowledge: Knowledge) -> set[str]:
    """The documents that tell of a promise or of what ends it."""
    ends = kept.ends(promise.claims, deeds, knowledge)
    return {*(c.document for c in promise.claims), *(e.told.document for e in ends)}


def _outcome(claims: Sequence[CommitmentClaim], outcomes: Mapping[str, Outcome]) -> list[Outcome]:
    """What became of the visit or meeting that was promised, by the claim that was told last."""
    return [outcomes[c.id] for c in reversed(claims) if c.id in outcomes][:1]


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


def _record(claims: Sequence[CommitmentClaim], ends: Sequence[Outcome]) -> CommitmentRecord:
    first = next((c for c in claims if c.status in ("made", "reaffirmed")), claims[0])
    ascribers = {c.ascribed_by for c in claims}
    confirmed = all(side in ascribers for side in first.by)
    return CommitmentRecord(
        id=claims[0].id,
        by=first.by,
        to=tuple(dict.fromkeys(t for c in claims for t in c.to)),
        content=first.content,
        status=_standing(claims, ends[-1] if ends else None),
        confirmed=confirmed,
        ascribed_by=first.ascribed_by,
        due=next((c.due for c in reversed(claims) if c.due), None),
        history=_history(claims, ends),
        restatements=(*(c.content for c in claims if c is not first), *(e.told for e in ends)),
        documents=tuple(dict.fromkeys((*(c.document for c in claims), *(e.told.document for e in ends)))),
    )


def _standing(claims: Sequence[CommitmentClaim], end: Outcome | None) -> CommitmentStatus:
    """Where a promise stands: what was said of it last, or what became of it, unless it was disputed or made anew. Who
    urges that it be kept does not take back that it was broken."""
    if end is None:
        last = next((c.status for c in reversed(claims) if c.status != "urged"), None)
        return last if last == "claimed_broken" else claims[-1].status
    since = [c for c in claims if c.known_at > end.known_at]
    said = [c.status for c in since if c.status not in ("made", "reaffirmed") or (c.due or "") > end.known_at]
    if end.status == "claimed_broken":
        said = [status for status in said if status != "urged"]
    return said[-1] if said else end.status


def _history(claims: Sequence[CommitmentClaim], ends: Sequence[Outcome]) -> tuple[CommitmentEntry, ...]:
    """What was said of a promise and what became of it, as it became known."""
    told = [CommitmentEntry(c.status, None, c.known_at, c.claimed_by, c.document) for c in claims]
    told += [CommitmentEntry(e.status, e.at, e.known_at, e.claimed_by, e.told.document) for e in ends]
    return tuple(sorted(told, key=lambda e: e.known_at))
