"""Concluded records as they lie in the store: which of them a filter asks for, and where an id leads today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select, union

from detente.errors import NotFoundError
from detente.store import schema
from detente.store.correcting import redirects
from detente.store.filters import Filter

# ids in one `IN (…)`
MANY = 500


def chosen(kind: str, wanted: Filter, *columns: Any) -> Select[Any]:
    """A query of columns of the records of a kind between the sides, in the days and of the standing asked for.

    It goes from the sides to their records: left to itself, SQLite goes through all records of the kind.
    """
    return _choice(kind, wanted, columns)[0]


def ordered(kind: str, wanted: Filter, *columns: Any, last_first: bool = False) -> Select[Any]:
    """The same in the order of their days (of those without one, the day they became known), then of their ids."""
    query, order = _choice(kind, wanted, columns)
    return query.order_by(*(c.desc() for c in order) if last_first else order)


def _choice(kind: str, wanted: Filter, columns: Sequence[Any]) -> tuple[Select[Any], tuple[Any, Any]]:
    """The query, and what orders it: for a pair, the index of the pair has the order too."""
    r = schema.records
    query, order = select(*columns), (func.coalesce(r.c.first, r.c.known_at), r.c.id)
    if wanted.pair or wanted.by:
        named = _of_sides(kind, wanted).subquery()
        query = query.select_from(named.join(r, r.c.id == named.c.record))
        order = (named.c.at, named.c.record)
    else:
        query = query.select_from(r).where(r.c.kind == kind)
    if wanted.status:
        query = query.where(r.c.status == wanted.status)
    if wanted.since:
        query = query.where(func.coalesce(r.c.last, r.c.known_at) >= wanted.since)
    if wanted.until:
        query = query.where(func.coalesce(r.c.first, r.c.known_at) <= wanted.until)
    return query, order


def _of_sides(kind: str, wanted: Filter) -> Any:
    """The ids of the records between a pair, or with one side, each once."""
    p = schema.pairs
    query = select(p.c.record, p.c.at).where(p.c.kind == kind)
    if wanted.pair and wanted.by in (None, *wanted.pair):
        return query.where(p.c.a == wanted.pair[0], p.c.b == wanted.pair[1])
    if wanted.pair:
        return query.where(p.c.kind != kind)
    return union(query.where(p.c.a == wanted.by), query.where(p.c.b == wanted.by))


def last_known(connection: Connection) -> str | None:
    """The day on which the newest version became known."""
    found = connection.execute(select(func.max(schema.versions.c.known_at))).scalar()
    return str(found) if found else None


def all_known(connection: Connection, as_of: str | None) -> bool:
    """Whether a day is late enough for all that the store has to be known."""
    return as_of is None or as_of >= (last_known(connection) or "")


def record_ids(connection: Connection, claims: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The record of each claim that has one."""
    c = schema.claims
    for n in range(0, len(claims), MANY):
        query = select(c.c.id, c.c.record).where(c.c.id.in_(claims[n : n + MANY]), c.c.record.is_not(None))
        yield from ((r[0], r[1]) for r in connection.execute(query).all())


def resolve(connection: Connection, given: str) -> str:
    """The record that an id stands for today, by claim, merge or newer reading. Raises NotFoundError."""
    now = redirects(connection).get(given, given)
    c = schema.claims
    found = connection.execute(select(c.c.record).where(c.c.id == now)).first()
    if found is not None and found.record:
        return str(found.record)
    r = schema.redirects
    gone = connection.execute(select(r.c.note).where(r.c.old == given)).scalar()
    if gone or found is not None:
        raise NotFoundError(f"{given}: was withdrawn ({gone or 'rejected in review'}); detente review log says more")
    raise NotFoundError(
        f"{given}: the store knows no such id; detente engagements lists them, detente sources the documents"
    )
