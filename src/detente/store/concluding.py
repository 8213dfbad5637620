"""Concludes the blocks that are dirty: from their claims, anew, one transaction a block.

A run that is killed leaves the rest dirty, and the next one goes on; where the whole record is made anew, all of it is
one transaction (`conclude_within`), and until it is done the last record stands. What is concluded depends on the
claims and reviews alone, so a store that was built in any order holds the same records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, update

from detente.reading.times import calendar
from detente.record import channels, commitments, concluding, families, positions
from detente.record.knowledge import Knowledge
from detente.record.nouns import (
    CommitmentClaim,
    CommitmentRecord,
    EngagementRecord,
    PositionClaim,
    PositionRecord,
)
from detente.record.reviews import Review, relabelled
from detente.store import became, coverage, schema
from detente.store.claimed import Claimed, claims_of, spread
from detente.store.coding import written
from detente.store.correcting import in_force
from detente.store.taking import printed, sides, soil, soil_pairs

Progress = Callable[[int, int], None]
C = TypeVar("C", CommitmentClaim, PositionClaim)
R = TypeVar("R", CommitmentRecord, PositionRecord)
# ids in one `IN (…)`
MANY = 500


def conclude(engine: Engine, knowledge: Knowledge, progress: Progress | None = None) -> int:
    """Concludes every dirty block; returns how many there were. Families come first: records count them."""

    def within() -> AbstractContextManager[Connection]:
        return _transaction(engine)

    return _conclude(within, knowledge, progress)


def conclude_within(connection: Connection, knowledge: Knowledge, progress: Progress | None = None) -> int:
    """The same in a transaction that is under way: all of it is seen at once, or none."""
    return _conclude(lambda: nullcontext(connection), knowledge, progress)


def _conclude(
    within: Callable[[], AbstractContextManager[Connection]], knowledge: Knowledge, progress: Progress | None
) -> int:
    with within() as connection:
        _families(connection)
        spread(connection)
        became.spread(connection)
    done = 0
    while True:
        with within() as connection:
            blocks, left = _batch(connection)
        if not blocks:
            return done
        total = done + left
        for kind, block in blocks:
            with within() as connection:
                CONCLUDE[kind](connection, block, knowledge)
                _clean(connection, kind, block)
            done += 1
            if progress is not None:
                progress(done, total)


@contextmanager
def _transaction(engine: Engine) -> Iterator[Connection]:
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


def _batch(connection: Connection) -> tuple[list[tuple[str, str]], int]:
    """The next dirty blocks, and how many there are in all."""
    d = schema.dirty
    rows = connection.execute(select(d.c.kind, d.c.block).order_by(d.c.kind, d.c.block).limit(MANY)).all()
    total = int(connection.execute(select(func.count()).select_from(d)).scalar_one())
    return [(r.kind, r.block) for r in rows], total


def _clean(connection: Connection, kind: str, block: str) -> None:
    d = schema.dirty
    connection.execute(delete(d).where(d.c.kind == kind, d.c.block == block))


# -- families ----------------------------------------------------------------------------------------


def _families(connection: Connection) -> None:
    """The families of the documents that new copies touch; blocks of those that changed become dirty."""
    d = schema.dirty
    starts = connection.execute(select(d.c.block).where(d.c.kind == "family").order_by(d.c.block)).scalars().all()
    pairs, members = _chains(connection, starts)
    for group in families.components(sorted(members), pairs):
        inside = [p for p in pairs if p[0] in group]
        found = families.families((printed(connection, m) for m in sorted(group)), inside)
        _refamily(connection, found)
    connection.execute(delete(d).where(d.c.kind == "family"))


def _chains(connection: Connection, starts: Iterable[str]) -> tuple[set[tuple[str, str]], set[str]]:
    """All copies that hang together with the documents, by chains of any length."""
    c = schema.copies
    pairs: set[tuple[str, str]] = set()
    seen: set[str] = set()
    front = list(starts)
    while front:
        part, front = front[:MANY], front[MANY:]
        seen |= set(part)
        rows = connection.execute(select(c.c.one, c.c.other).where(c.c.one.in_(part) | c.c.other.in_(part))).all()
        pairs |= {(r.one, r.other) for r in rows}
        front += sorted({x for r in rows for x in (r.one, r.other)} - seen - set(front))
    return pairs, seen


def _refamily(connection: Connection, found: Mapping[str, str]) -> None:
    v, c = schema.versions, schema.claims
    for document, family in found.items():
        done = connection.execute(update(v).where(v.c.document == document, v.c.family != family).values(family=family))
        if done.rowcount:
            rows = connection.execute(
                select(c.c.kind, c.c.block).where(c.c.document == document, c.c.kind == "engagement").distinct()
            ).all()
            soil(connection, ((r.kind, r.block) for r in rows))
            soil_pairs(connection, document)


# -- one block ---------------------------------------------------------------------------------------


def engagements_of(
    connection: Connection, block: str, known_by: str | None = None, reviews: Sequence[Review] | None = None
) -> tuple[concluding.Concluded, frozenset[str]]:
    """What follows from a block's claims as known on a day, and which of them belong elsewhere. Writes nothing."""
    corrections = in_force(connection) if reviews is None else reviews
    known = Claimed(connection, known_by, corrections).of(block)
    return concluding.conclude(known.own, known.families, corrections, known.joining), known.leaving


def _engagements(connection: Connection, block: str, knowledge: Knowledge) -> None:
    concluded, leaving = engagements_of(connection, block)
    _forget(connection, "engagement", block, leaving)
    if concluded.records:
        connection.execute(insert(schema.records), [_engagement_row(r, block) for r in concluded.records])
        _pair(connection, [row for r in concluded.records for row in _pairs(r, block, knowledge)])
    _point(
        connection,
        [{"claim": m.claim, "to": m.record, "how": written(m.match) if m.match else None} for m in concluded.members],
    )


def _engagement_row(record: EngagementRecord, block: str) -> dict[str, Any]:
    first, last = span_of(record.when)
    return {
        "id": record.id, "kind": "engagement", "block": block, "known_at": record.history[0].known_at, "first": first,
        "last": last, "form": record.form, "status": record.status, "channel": record.channel, "data": written(record),
    }  # fmt: skip


def span_of(edtf: str | None) -> tuple[str | None, str | None]:
    """The first and last day of a date as ISO days."""
    days = calendar.bounds(edtf)
    return (days[0].isoformat(), days[1].isoformat()) if days else (None, None)


def _pairs(record: EngagementRecord, block: str, knowledge: Knowledge) -> Iterator[dict[str, Any]]:
    used = "+".join(channels.used_by(record, knowledge))
    first, last = span_of(record.when)
    at = first or record.history[0].known_at
    for a, b in sides(record.countries):
        yield {
            "kind": "engagement", "a": a, "b": b, "record": record.id, "block": block, "day": last,
            "at": at, "status": record.status, "channel": used,
        }  # fmt: skip


def _commitments(connection: Connection, block: str, knowledge: Knowledge) -> None:
    found = commitments_of(connection, block, knowledge)
    _forget(connection, "commitment", block)
    rows = [_simple_row(r, "commitment", block, r.history[0].known_at, r.status) for r, _ in found]
    pairs = [p for r, _ in found for p in _simple_pairs(r.id, "commitment", block, (*r.by, *r.to), r.status)]
    _put(connection, rows, pairs, [(claim, r.id) for r, ids in found for claim in ids])


def _positions(connection: Connection, block: str, knowledge: Knowledge) -> None:
    found = positions_of(connection, block, knowledge)
    _forget(connection, "position", block)
    rows = [_simple_row(r, "position", block, r.first, r.kind) for r, _ in found]
    pairs = [
        p
        for r, _ in found
        for p in _simple_pairs(r.id, "position", block, (r.holder, *([r.toward] if r.toward else [])), r.kind)
    ]
    _put(connection, rows, pairs, [(claim, r.id) for r, ids in found for claim in ids])


def commitments_of(
    connection: Connection, block: str, knowledge: Knowledge, known_by: str | None = None
) -> list[tuple[CommitmentRecord, tuple[str, ...]]]:
    """The promises that follow from a block's claims as known on a day, as people have corrected them."""
    claims, _ = claims_of(connection, "commitment", block, CommitmentClaim, known_by)
    deeds = became.deeds_of(connection, block, known_by)
    outcomes = became.outcomes_of(connection, block, known_by)
    return _corrected(connection, claims, lambda kept: commitments.conclude(kept, knowledge, deeds, outcomes))


def positions_of(
    connection: Connection, block: str, knowledge: Knowledge, known_by: str | None = None
) -> list[tuple[PositionRecord, tuple[str, ...]]]:
    """The positions that follow from a block's claims as known on a day, as people have corrected them."""
    claims, _ = claims_of(connection, "position", block, PositionClaim, known_by)
    return _corrected(connection, claims, lambda kept: positions.conclude(kept, knowledge))


def _corrected(
    connection: Connection, claims: Sequence[C], conclude: Callable[[Sequence[C]], list[tuple[R, tuple[str, ...]]]]
) -> list[tuple[R, tuple[str, ...]]]:
    """What follows from claims without those that people have rejected, with what they have written over."""
    corrections = in_force(connection)
    rejected = {i for r in corrections if r.action == "reject" for i in r.ids}
    found = conclude([c for c in claims if c.id not in rejected])
    return [(relabelled(record, ids, corrections), ids) for record, ids in found]


def _simple_row(
    record: CommitmentRecord | PositionRecord, kind: str, block: str, known_at: str, status: str
) -> dict[str, Any]:
    return {
        "id": record.id, "kind": kind, "block": block, "known_at": known_at, "first": None, "last": None, "form": None,
        "status": status, "channel": None, "data": written(record),
    }  # fmt: skip


def _simple_pairs(
    record: str, kind: str, block: str, countries: Sequence[str], status: str
) -> Iterator[dict[str, Any]]:
    for a, b in sides(countries):
        yield {
            "kind": kind, "a": a, "b": b, "record": record, "block": block, "day": None, "at": None, "status": status,
            "channel": None,
        }  # fmt: skip


def _put(
    connection: Connection, rows: list[dict[str, Any]], pairs: list[dict[str, Any]], members: list[tuple[str, str]]
) -> None:
    if rows:
        connection.execute(insert(schema.records), rows)
        _pair(connection, pairs)
    _point(connection, [{"claim": claim, "to": record, "how": None} for claim, record in members])


def _pair(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Writes the pairs of a block; a block whose records all name one side alone has none."""
    if rows:
        connection.execute(insert(schema.pairs), rows)


def _forget(connection: Connection, kind: str, block: str, but: frozenset[str] = frozenset()) -> None:
    """Takes away what a block gave; claims that belong to another's records stay with them."""
    r, p, c = schema.records, schema.pairs, schema.claims
    connection.execute(delete(r).where(r.c.kind == kind, r.c.block == block))
    connection.execute(delete(p).where(p.c.kind == kind, p.c.block == block))
    mine = (c.c.kind == kind, c.c.block == block, *([c.c.id.not_in(sorted(but))] if but else []))
    connection.execute(update(c).where(*mine).values(record=None, why=None))


def _point(connection: Connection, members: list[dict[str, Any]]) -> None:
    c = schema.claims
    if members:
        connection.execute(
            update(c).where(c.c.id == bindparam("claim")).values(record=bindparam("to"), why=bindparam("how")), members
        )


def _coverage(connection: Connection, block: str, knowledge: Knowledge) -> None:
    a, _, b = block.partition("+")
    coverage.keep(connection, a, b)


CONCLUDE: dict[str, Callable[[Connection, str, Knowledge], None]] = {
    "engagement": _engagements, "commitment": _commitments, "position": _positions,
    "coverage": _coverage,
}  # fmt: skip
