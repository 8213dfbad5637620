"""The log of reviews in the store: added to, never changed; and the ids that a newer reading has replaced."""

from __future__ import annotations

from typing import get_args

from sqlalchemy import Connection, func, insert, select

from detente.errors import NotFoundError, UsageError
from detente.record.reviews import FIELDS, Action, Review, resolved, standing
from detente.store import schema
from detente.store.coding import restored, written


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
    if action == "merge" and len(ids) < 2:
        raise UsageError("review merge: name two records or more")
    if action == "relabel" and field not in FIELDS:
        raise UsageError(f"review relabel: {field or 'no field'} cannot be written over; {', '.join(FIELDS)} can")
    if action == "undo" and _numbered(connection, value) is None:
        raise NotFoundError(f"review undo: there is no review {value}")
    for each in ids:
        if not blocks_of(connection, (each,)):
            raise NotFoundError(f"review {action}: the store knows no {each}")


def _numbered(connection: Connection, value: str | None) -> Review | None:
    return next((r for r in log(connection) if str(r.number) == value), None)


def _undone(connection: Connection, value: str | None) -> tuple[str, ...]:
    found = _numbered(connection, value)
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
