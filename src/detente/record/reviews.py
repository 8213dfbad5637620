"""Corrections by people, replayed: merge, split, relabel, reject, undo.

In: the log of reviews in its order and the ids as they were published. Out: what to leave out, what to hold
together or apart, and what to write over. The log is only added to; undoing is an entry of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeVar, get_args

from detente.model import CommitmentStatus, Form, Level, PositionKind, StatusName, Track
from detente.reading.times import calendar
from detente.record.channels import CHANNELS
from detente.record.group import Group
from detente.record.nouns import CommitmentRecord, EngagementClaim, EngagementRecord, PositionRecord

Action = Literal["merge", "split", "relabel", "reject", "undo"]
Kind = Literal["engagement", "commitment", "position"]
R = TypeVar("R", EngagementRecord, CommitmentRecord, PositionRecord)
# the fields that a person may write over, by kind of record, each with its values; a date and a side have none listed
VALUES: dict[Kind, dict[str, tuple[str, ...]]] = {
    "engagement": {
        "form": get_args(Form), "level": get_args(Level), "track": get_args(Track), "status": get_args(StatusName),
        "when": (), "initiator": (), "channel": CHANNELS,
    },
    "commitment": {"status": get_args(CommitmentStatus)},
    "position": {"kind": get_args(PositionKind)},
}  # fmt: skip
CODE = re.compile(r"[A-Z]{3}")
DATES = "a day as 2023-06-15, a month as 2023-06, a year as 2023, or two of them as 2023-06-15/2023-06-18"


@dataclass(frozen=True, slots=True)
class Review:
    """One correction. `ids` are claims or records; for `undo`, `value` is the number of the review undone."""

    number: int
    at: str
    reviewer: str
    action: Action
    ids: tuple[str, ...]
    field: str | None
    value: str | None
    reason: str


def standing(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """The reviews that are in force: without those undone, and without the undoing."""
    ordered = sorted(reviews, key=lambda r: r.number)
    gone = undone(ordered)
    return tuple(r for r in ordered if r.action != "undo" and r.number not in gone)


def undone(reviews: Iterable[Review]) -> dict[int, int]:
    """The numbers of the reviews that are taken back, each with that of the review that took it back."""
    found: dict[int, int] = {}
    for review in sorted(reviews, key=lambda r: -r.number):
        if review.action == "undo" and review.number not in found:
            found[int(review.value or 0)] = review.number
    return found


def fault(kind: Kind, field: str | None, value: str | None) -> str | None:
    """Why a field of a record of that kind cannot be written over with a value, and what can; None where it can."""
    fields = VALUES[kind]
    if field not in fields:
        return f"{field or 'no field'} of {_one(kind)} cannot be written over; {', '.join(fields)} can"
    if field == "when":
        return None if calendar.valid(value or "") else f"when {value!r} is not a date; write {DATES}"
    if field == "initiator":
        return None if CODE.fullmatch(value or "") else f"initiator {value!r} is no side; write its code, as in USA"
    return None if value in fields[field] else f"{field} {value!r} is none; it is one of {', '.join(fields[field])}"


def _one(kind: Kind) -> str:
    return f"an {kind}" if kind == "engagement" else f"a {kind}"


def kept(claims: Iterable[EngagementClaim], reviews: Sequence[Review]) -> list[EngagementClaim]:
    """The claims that no review rejects."""
    rejected = {i for r in reviews if r.action == "reject" for i in r.ids}
    return [c for c in claims if c.id not in rejected]


def regrouped(groups: Sequence[Group], reviews: Sequence[Review]) -> list[Group]:
    """The groups as people have merged and split them, in the order of the log."""
    found = list(groups)
    for review in reviews:
        if review.action == "merge":
            found = _merged(found, set(review.ids))
        elif review.action == "split":
            found = _split(found, set(review.ids))
    return [_made(g, n) for n, g in enumerate(found)]


def _merged(groups: Sequence[Group], ids: set[str]) -> list[Group]:
    one = [g for g in groups if ids & {c.id for c in g.members}]
    if len(one) < 2:
        return list(groups)
    whole = Group(one[0].number)
    for group in one:
        for claim, how in zip(group.members, group.matches):
            whole.add(claim, how)
    rest = [g for g in groups if all(g is not o for o in one)]
    return [*rest, whole]


def _split(groups: Sequence[Group], ids: set[str]) -> list[Group]:
    found: list[Group] = []
    for group in groups:
        out = [c for c in group.members if c.id in ids]
        if not out or len(out) == len(group.members):
            found.append(group)
            continue
        for part in ([c for c in group.members if c.id not in ids], out):
            fresh = Group(len(groups) + len(found))
            for claim in part:
                fresh.add(claim, None)
            found.append(fresh)
    return found


def _made(group: Group, number: int) -> Group:
    group.number = number
    return group


def relabelled(record: R, claims: Iterable[str], reviews: Sequence[Review]) -> R:
    """The record with what people have written over; a value that its field cannot have is passed over."""
    mine = {record.id, *claims}
    kind = kind_of(record)
    changes: dict[str, Any] = {
        r.field: r.value
        for r in reviews
        if r.action == "relabel" and r.field and mine & set(r.ids) and fault(kind, r.field, r.value) is None
    }
    return replace(record, **changes) if changes else record


def kind_of(record: EngagementRecord | CommitmentRecord | PositionRecord) -> Kind:
    """What kind of record it is."""
    if isinstance(record, EngagementRecord):
        return "engagement"
    return "commitment" if isinstance(record, CommitmentRecord) else "position"


def resolved(reviews: Iterable[Review], redirects: Mapping[str, str]) -> tuple[Review, ...]:
    """The reviews on ids that a newer reading has replaced."""
    return tuple(replace(r, ids=tuple(redirects.get(i, i) for i in r.ids)) for r in reviews)
