"""Corrections by people, replayed: merge, split, relabel, reject, undo.

In: the log of reviews in its order and the ids as they were published. Out: what to leave out, what to hold
together or apart, and what to write over. The log is only added to; undoing is an entry of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from detente.record.group import Group
from detente.record.nouns import EngagementClaim, EngagementRecord

Action = Literal["merge", "split", "relabel", "reject", "undo"]
# the fields that a person may write over
FIELDS = ("form", "level", "track", "status", "when", "initiator", "channel")


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
    undone: set[int] = set()
    for review in reversed(ordered):
        if review.action == "undo" and review.number not in undone:
            undone.add(int(review.value or 0))
    return tuple(r for r in ordered if r.action != "undo" and r.number not in undone)


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


def relabelled(record: EngagementRecord, claims: Iterable[str], reviews: Sequence[Review]) -> EngagementRecord:
    """The record with what people have written over."""
    mine = {record.id, *claims}
    changes: dict[str, Any] = {
        r.field: r.value for r in reviews if r.action == "relabel" and r.field in FIELDS and mine & set(r.ids)
    }
    return replace(record, **changes) if changes else record


def resolved(reviews: Iterable[Review], redirects: Mapping[str, str]) -> tuple[Review, ...]:
    """The reviews on ids that a newer reading has replaced."""
    return tuple(replace(r, ids=tuple(redirects.get(i, i) for i in r.ids)) for r in reviews)
