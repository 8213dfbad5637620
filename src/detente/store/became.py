"""What became of promises: the deeds of those who made them, and the visits and meetings that they promised.

In: a connection and a block of promises. Out: deeds and outcomes, as known on a day. They stand among the items: a deed
under each state that did it, a promise to meet under the block of the engagement and its own. Promises that
may be closed by what is new are marked to be concluded anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, or_, select

from detente.record import arranged, concluding
from detente.record.nouns import Arranged, Deed, Outcome
from detente.store import schema
from detente.store.claimed import Claimed
from detente.store.coding import restored
from detente.store.correcting import in_force, rejected_ids
from detente.store.taking import ARRANGED, DEED, soil


def deeds_of(connection: Connection, block: str, known_by: str | None = None) -> list[Deed]:
    """What the states of a block are reported to have done, as known by a day; without what people have rejected."""
    i = schema.items
    first = block.partition("+")[0]  # a deed of several stands under each of them
    query = select(i.c.data).where(i.c.kind == DEED, i.c.a == first)
    if known_by is not None:
        query = query.where(i.c.known_at <= known_by)
    rows = connection.execute(query.order_by(i.c.known_at, i.c.document, i.c.version, i.c.number)).scalars()
    gone = rejected_ids(connection)
    return [deed for data in rows if (deed := restored(data, Deed)).id not in gone]


def outcomes_of(connection: Connection, block: str, known_by: str | None = None) -> dict[str, Outcome]:
    """By the ids of a block's claims, what became of the engagements that they promise, as known by a day."""
    i = schema.items
    query = select(i.c.a, i.c.data).where(i.c.kind == ARRANGED, i.c.b == block)
    if known_by is not None:
        query = query.where(i.c.known_at <= known_by)
    found: dict[str, dict[str, str]] = {}
    for row in connection.execute(query.order_by(i.c.a, i.c.document, i.c.version, i.c.number)):
        link = restored(row.data, Arranged)
        found.setdefault(row.a, {})[link.engagement] = link.commitment
    return {
        promise: outcome
        for engagements, promises in found.items()
        for claim, outcome in _outcomes(connection, engagements, known_by)
        if (promise := promises.get(claim)) is not None
    }


def _outcomes(connection: Connection, block: str, known_by: str | None) -> Iterator[tuple[str, Outcome]]:
    """The claims of a block of engagements, each with what became of what it tells of, where that is over."""
    corrections = in_force(connection)
    known = Claimed(connection, known_by, corrections).of(block)
    found = concluding.conclude(known.own, known.families, corrections, known.joining)
    of = {m.claim: m.record for m in found.members}
    for record in found.records:
        members = [c for c in known.own if of.get(c.id) == record.id]
        if (outcome := arranged.outcome(record, members, known.own)) is not None:
            yield from ((c.id, outcome) for c in members)


def spread(connection: Connection) -> None:
    """Marks the promises that may be closed by the deeds and engagements which are to be concluded anew."""
    d, i, c = schema.dirty, schema.items, schema.claims
    engagements = select(d.c.block).where(d.c.kind == "engagement")
    met = connection.execute(select(i.c.b).where(i.c.kind == ARRANGED, i.c.a.in_(engagements)).distinct()).scalars()
    fresh = {block for block in met if block}
    for state in connection.execute(select(d.c.block).where(d.c.kind == DEED)).scalars().all():
        within = or_(c.c.block == state, *(c.c.block.like(p) for p in (f"{state}+%", f"%+{state}", f"%+{state}+%")))
        fresh |= set(connection.execute(select(c.c.block).where(c.c.kind == "commitment", within).distinct()).scalars())
    soil(connection, (("commitment", block) for block in fresh))
    connection.execute(d.delete().where(d.c.kind == DEED))
