"""The log of reviews in the store: added to, never changed; and the ids that a newer reading has replaced."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from sqlalchemy import Connection, func, insert, select

from detente.errors import NotFoundError, UsageError
from detente.record.nouns import Declaration, Deed
from detente.record.reviews import VALUES, Action, Review, fault, resolved, standing, undone
from detente.store import schema
from detente.store.coding import restored, written

# what can be rejected beside claims, by how its ids begin, and what it is
KINDS = {"deed-": "deed", "dec-": "declaration"}
TYPES: dict[str, type[Deed | Declaration]] = {"deed": Deed, "declaration": Declaration}


def log(connection: Connection) -> tuple[Review, ...]:
    """Every review ever made, in order."""
    r = schema.reviews
    return tuple(
        Review(x.number, x.at, x.reviewer, x.action, tuple(restored(x.ids, list[str])), x.field, x.value, x.reason)
        for x in connection.execute(select(r).order_by(r.c.number))
    )


def in_force(connection: Connection) -> tuple[Review, ...]:
    """The reviews that are not undone, on the ids of today's readings."""
    found = standing(log(connection))
    return resolved(found, redirects(connection)) if found else ()


def redirects(connection: Connection) -> dict[str, str]:
    """The claims that a newer reading has replaced, each with the one that took its place."""
    r = schema.redirects
    rows = connection.execute(select(r.c.old, r.c.new).where(r.c.new.is_not(None))).all()
    direct = {x.old: x.new for x in rows}
    return {old: _end(old, direct) for old in direct}


def _end(old: str, direct: dict[str, str]) -> str:
    seen = {old}
    while (step := direct.get(old)) is not None and step not in seen:
        seen.add(step)
        old = step
    return old


def add(
    connection: Connection, action: Action, ids: tuple[str, ...], reviewer: str, reason: str, at: str,
    field: str | None = None, value: str | None = None,
) -> Review:  # fmt: skip
    """Adds a review; the blocks that it touches become dirty. Raises UsageError, NotFoundError. In a transaction."""
    _check(connection, action, ids, field, value)
    r = schema.reviews
    number = int(connection.execute(select(func.coalesce(func.max(r.c.number), 0))).scalar_one()) + 1
    review = Review(number, at, reviewer, action, ids, field, value, reason)
    connection.execute(
        insert(r).values(
            number=number, at=at, reviewer=reviewer, action=action, ids=written(list(ids)), field=field, value=value,
            reason=reason,
        )
    )  # fmt: skip
    touched = ids if action != "undo" else _undone(connection, value)
    _soil(connection, touched)
    return review


def _check(connection: Connection, action: Action, ids: tuple[str, ...], field: str | None, value: str | None) -> None:
    if action not in get_args(Action):
        raise UsageError(f"review {action}: there is no such action; there are {', '.join(get_args(Action))}")
    if action == "merge" and len(blocks_of(connection, ids)) > 1:
        raise UsageError("review merge: the records are between different sides; relabel or reject one of them")
    if action == "merge" and len({redirects(connection).get(i, i) for i in ids}) < 2:
        raise UsageError("review merge: name two different records or more")
    if action == "relabel" and not any(field in fields for fields in VALUES.values()):
        raise UsageError(f"review relabel: {fault('engagement', field, value)}")
    if action == "undo":
        _check_undo(connection, value)
    for each in ids:
        if not blocks_of(connection, (each,)) and not (action == "reject" and _items(connection, each)):
            raise NotFoundError(f"review {action}: the store knows no {each}{_only_rejected(each)}")
    if action == "relabel" and (why := _fault(connection, ids, field, value)):
        raise UsageError(f"review relabel: {why}")


def _only_rejected(given: str) -> str:
    """Why what is no claim of a record cannot be merged, split or relabelled."""
    return " that is a claim of a record; it can only be rejected" if given.startswith(tuple(KINDS)) else ""


def _items(connection: Connection, given: str) -> list[tuple[str, str]]:
    """The items that an id of a deed or a declaration names: each its kind and the state under which it stands."""
    i = schema.items
    kind = next((kind for prefix, kind in KINDS.items() if given.startswith(prefix)), None)
    if kind is None:
        return []
    rows = connection.execute(select(i.c.a, i.c.data).where(i.c.kind == kind))
    return [(kind, row.a) for row in rows if restored(row.data, TYPES[kind]).id == given]


def rejected_ids(connection: Connection) -> frozenset[str]:
    """The ids that people have rejected."""
    return frozenset(i for r in in_force(connection) if r.action == "reject" for i in r.ids)


def _check_undo(connection: Connection, value: str | None) -> None:
    if _numbered(connection, value) is None:
        raise NotFoundError(f"review undo: there is no review {value}")
    if by := undone(log(connection)).get(int(value or 0)):
        raise UsageError(
            f"review undo: review {value} is taken back already, by review {by};"
            f" to have it again, take that back: detente review undo {by}"
        )


def _fault(connection: Connection, ids: tuple[str, ...], field: str | None, value: str | None) -> str | None:
    """Why what the ids name cannot have the value in that field."""
    kinds: list[Any] = sorted({kind for kind, _ in blocks_of(connection, ids)})
    return next((why for kind in kinds if (why := fault(kind, field, value))), None)


def unusable(connection: Connection) -> list[tuple[Review, str]]:
    """The reviews in force that an older program took and that say nothing that can be, each with why."""
    found = ((r, _fault(connection, r.ids, r.field, r.value)) for r in in_force(connection) if r.action == "relabel")
    return [(review, why) for review, why in found if why]


def spoiled(connection: Connection, reviews: Iterable[Review]) -> set[tuple[str, str]]:
    """The blocks whose stored records hold what unusable reviews have put there."""
    c, r = schema.claims, schema.records
    found: set[tuple[str, str]] = set()
    for review in reviews:
        query = select(r.c.kind, r.c.block, r.c.data).join(c, c.c.record == r.c.id).where(c.c.id.in_(review.ids))
        for row in connection.execute(query.distinct()):
            if restored(row.data, dict).get(review.field) == review.value:
                found.add((row.kind, row.block))
    return found


def _numbered(connection: Connection, value: str | None) -> Review | None:
    return next((r for r in log(connection) if str(r.number) == value), None)


def _undone(connection: Connection, value: str | None) -> tuple[str, ...]:
    """What a review that is undone was on; of an undoing, what is undone by it, and so on."""
    found = _numbered(connection, value)
    if found is not None and found.action == "undo":
        return _undone(connection, found.value)
    return found.ids if found else ()


def blocks_of(connection: Connection, ids: tuple[str, ...]) -> set[tuple[str, str]]:
    """The blocks in which claims or records stand."""
    c = schema.claims
    now = tuple(redirects(connection).get(i, i) for i in ids)
    rows = connection.execute(select(c.c.kind, c.c.block).where(c.c.id.in_(now)).distinct()).all()
    return {(x.kind, x.block) for x in rows}


def beside(connection: Connection, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The other claims of the records that some claims are in; a record's id is that of its first claim."""
    c = schema.claims
    now = [redirects(connection).get(i, i) for i in ids]
    records = select(c.c.record).where(c.c.id.in_(now), c.c.record.is_not(None))
    query = select(c.c.id).where(c.c.record.in_(records), c.c.id.not_in(now)).order_by(c.c.id)
    return tuple(connection.execute(query).scalars())


def records_of(connection: Connection, claims: tuple[str, ...]) -> tuple[str, ...]:
    """The records that some claims are in, each once."""
    c = schema.claims
    query = select(c.c.record).where(c.c.id.in_(claims), c.c.record.is_not(None)).distinct().order_by(c.c.record)
    return tuple(connection.execute(query).scalars())


def _soil(connection: Connection, ids: tuple[str, ...]) -> None:
    from detente.store.taking import soil

    soil(connection, blocks_of(connection, ids))
    soil(connection, (item for each in ids for item in _items(connection, each) if item[0] == "deed"))
