"""One record as it was known on a day: as it is stored where all is known by then, else concluded anew.

In: an id and a day. Out: the record, with the claims that were known by then and why they are one. Corrections by
people are taken as they stand today: they mend how a text was read, which no day changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from detente.errors import NotFoundError
from detente.record.knowledge import Knowledge
from detente.record.nouns import (
    CommitmentClaim,
    CommitmentRecord,
    EngagementClaim,
    EngagementRecord,
    PositionClaim,
    PositionRecord,
)
from detente.store import concluding, schema
from detente.store.claimed import wider_blocks
from detente.store.coding import restored, written
from detente.store.correcting import in_force, redirects
from detente.store.engagements import with_parents
from detente.store.stored import MANY, all_known, resolve

Record = EngagementRecord | CommitmentRecord | PositionRecord
KINDS: dict[str, tuple[type[Any], type[Any]]] = {
    "engagement": (EngagementRecord, EngagementClaim),
    "commitment": (CommitmentRecord, CommitmentClaim),
    "position": (PositionRecord, PositionClaim),
}


@dataclass(frozen=True, slots=True)
class Known:
    """A record with its claims, each with why it was joined to those before it, as JSON."""

    record: Record
    claims: tuple[Any, ...]
    why: tuple[tuple[str, str | None], ...]


def known(connection: Connection, given: str, knowledge: Knowledge, as_of: str | None) -> Known:
    """The record that an id stands for, as known by a day (all, without one). Raises NotFoundError."""
    found = resolve(connection, given)
    r, c = schema.records, schema.claims
    kind, data = connection.execute(select(r.c.kind, r.c.data).where(r.c.id == found)).one()
    if all_known(connection, as_of):
        joined = {x.id: x.why for x in connection.execute(select(c.c.id, c.c.why).where(c.c.record == found))}
        return _of(connection, kind, restored(data, KINDS[kind][0]), joined)
    first = _first(connection, found, redirects(connection).get(given, given), as_of or "")
    if first is not None:
        for record, joined in _concluded(connection, kind, first.block, knowledge, as_of or ""):
            if first.id in joined:
                return _of(connection, kind, record, joined)
    raise NotFoundError(f"{given}: nothing was known of it by {as_of}; ask for a later day with --as-of")


def _first(connection: Connection, record: str, asked: str, as_of: str) -> Any | None:
    """The claim of a record by which it was known on a day: the one asked for, else the first."""
    c = schema.claims
    query = select(c.c.id, c.c.block).where(c.c.record == record, c.c.known_at <= as_of)
    rows = connection.execute(query.order_by(c.c.known_at, c.c.document, c.c.version, c.c.id)).all()
    return next((x for x in rows if x.id == asked), rows[0] if rows else None)


def _concluded(
    connection: Connection, kind: str, block: str, knowledge: Knowledge, as_of: str
) -> Iterator[tuple[Record, dict[str, str | None]]]:
    """The records that follow from a block's claims known by a day, and from the wider ones that it passes claims to;
    each with its claims and why they were joined."""
    if kind == "commitment":
        yield from (
            (r, dict.fromkeys(ids)) for r, ids in concluding.commitments_of(connection, block, knowledge, as_of)
        )
    elif kind == "position":
        yield from ((r, dict.fromkeys(ids)) for r, ids in concluding.positions_of(connection, block, knowledge, as_of))
    else:
        reviews = in_force(connection)
        for each in (block, *wider_blocks(connection, block)):
            found, _ = concluding.engagements_of(connection, each, as_of, reviews)
            for record in found.records:
                mine = (m for m in found.members if m.record == record.id)
                yield record, {m.claim: written(m.match) if m.match else None for m in mine}


def _of(connection: Connection, kind: str, record: Record, joined: Mapping[str, str | None]) -> Known:
    if isinstance(record, EngagementRecord):
        record = with_parents(connection, [record])[0]
    c, ids = schema.claims, sorted(joined)
    rows: list[Any] = []
    for n in range(0, len(ids), MANY):
        rows += connection.execute(select(c).where(c.c.id.in_(ids[n : n + MANY]))).all()
    rows.sort(key=lambda x: (x.known_at, x.document, x.version, x.id))
    return Known(record, tuple(restored(x.data, KINDS[kind][1]) for x in rows), tuple((i, joined[i]) for i in ids))
