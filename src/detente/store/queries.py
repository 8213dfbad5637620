"""Promises, positions, statements, events, tenures and sources: what feeds tables, JSON and briefs.

In: a connection and a `Filter` (its limit is left to `newest`). Out: dataclasses. With `as_of`, what was known by that
day is concluded from the claims known by then; without it, what is stored is read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Connection, or_, select

from detente.model import Event, Statement, Tenure
from detente.record.knowledge import Knowledge
from detente.record.nouns import (
    CommitmentRecord,
    Declaration,
    PositionRecord,
    TenureRecord,
)
from detente.store import claimed, concluding, schema
from detente.store.coding import restored
from detente.store.filters import Filter, about, in_days, known_in_days
from detente.store.rejected import rejected
from detente.store.stored import all_known, chosen
from detente.store.taking import count

R = TypeVar("R", CommitmentRecord, PositionRecord)
# concludes a block's records, each with the ids of its claims, from what was known by a day
Concluding = Callable[[Connection, str, Knowledge, str | None], list[tuple[R, tuple[str, ...]]]]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One version of a document, as `detente sources` tells it."""

    document: str
    outlet: str | None
    agency: str | None
    published: str | None
    title: str | None
    language: str | None
    family: str
    version: int
    sha256: str
    url: str | None
    path: str | None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A statement, event or declaration with the document that has it and the day it became known."""

    document: str
    known_at: str
    item: Statement | Event | Declaration


def waiting(connection: Connection) -> int:
    """How many blocks are still to be concluded."""
    return count(connection, schema.dirty)


def nothing_yet(connection: Connection, kinds: Collection[str], pair: tuple[str, str] | None) -> bool:
    """Whether no record of these kinds was concluded, of a pair or at all, while blocks that may give one wait."""
    r, p, d = schema.records, schema.pairs, schema.dirty
    waits = connection.execute(select(d.c.block).where(d.c.kind.in_(kinds))).scalars().all()
    if pair is None:
        found = connection.execute(select(r.c.id).where(r.c.kind.in_(kinds)).limit(1)).first()
        return bool(waits) and found is None
    a, b = min(pair), max(pair)
    query = select(p.c.record).where(p.c.kind.in_(kinds), p.c.a == a, p.c.b == b).limit(1)
    near = any({a, b} & set(block.split("+")) for block in waits)
    return near and connection.execute(query).first() is None


# -- promises, positions -----------------------------------------------------------------------------


def _stored(connection: Connection, kind: str, wanted: Filter) -> Iterator[str]:
    yield from connection.execute(chosen(kind, wanted, schema.records.c.data)).scalars()


def commitments(connection: Connection, wanted: Filter, knowledge: Knowledge) -> list[CommitmentRecord]:
    """The promises asked for, in the order in which they became known."""
    found = _known(connection, "commitment", CommitmentRecord, concluding.commitments_of, wanted, knowledge)
    fits = (r for r in found if _promise_fits(r, wanted))
    return sorted(fits, key=lambda r: (r.history[0].known_at, r.id))


def _known(
    connection: Connection, kind: str, type_: type[R], of_block: Concluding[R], wanted: Filter, knowledge: Knowledge
) -> Iterator[R]:
    """The records as stored, or as they were on an earlier day."""
    if all_known(connection, wanted.as_of):
        stored = _stored(connection, kind, replace(wanted, by=None))
        yield from (restored(data, type_) for data in stored)
        return
    for block in _blocks(connection, kind):
        yield from (record for record, _ in of_block(connection, block, knowledge, wanted.as_of))


def _promise_fits(record: CommitmentRecord, wanted: Filter) -> bool:
    if wanted.between and not set(wanted.between) <= {*record.by, *record.to}:
        return False
    if wanted.by and wanted.by not in record.by:
        return False
    if wanted.status and record.status != wanted.status:
        return False
    return known_in_days(record.history[0].known_at, wanted) and about([record.content.text], wanted)


def positions(connection: Connection, wanted: Filter, knowledge: Knowledge) -> list[PositionRecord]:
    """The positions asked for, by holder, then by the day first stated."""
    found = _known(connection, "position", PositionRecord, concluding.positions_of, wanted, knowledge)
    fits = (r for r in found if _position_fits(r, wanted))
    return sorted(fits, key=lambda r: (r.holder, r.first, r.id))


def _position_fits(record: PositionRecord, wanted: Filter) -> bool:
    if wanted.between and not set(wanted.between) <= {record.holder, record.toward or ""}:
        return False
    if wanted.by and wanted.by != record.holder:
        return False
    if wanted.status and record.kind != wanted.status:
        return False
    return known_in_days(record.last, wanted) and about([record.topic, record.content.text], wanted)


def _blocks(connection: Connection, kind: str) -> list[str]:
    c = schema.claims
    query = select(c.c.block).where(c.c.kind == kind).distinct().order_by(c.c.block)
    return list(connection.execute(query).scalars())


# -- items -------------------------------------------------------------------------------------------


def items(connection: Connection, kind: str, type_: type[Any], wanted: Filter) -> Iterator[ItemRow]:
    """Statements or events of the latest versions known by the day, in the order of becoming known; no event that was
    read from what people have rejected, and those of what they have written over as it stands today."""
    i = schema.items
    query = select(i).where(i.c.kind == kind).order_by(i.c.known_at, i.c.document, i.c.version, i.c.number)
    if wanted.pair:
        a, b = wanted.pair
        either = or_((i.c.a == a) & (i.c.b == b), (i.c.a == b) & (i.c.b == a))
        query = query.where(either)
    if wanted.by:
        query = query.where(i.c.a == wanted.by)
    if wanted.as_of:
        query = query.where(i.c.known_at <= wanted.as_of)
    gone = claimed.superseded(connection, wanted.as_of)
    turned_down = rejected(connection) if kind == "event" else {}
    for row in connection.execute(query):
        if (row.document, row.version) in gone or not _item_in_days(row, wanted):
            continue
        item = restored(row.data, type_)
        here = turned_down.get((row.document, row.version))
        item = here.today(item) if here is not None else item
        if item is not None:
            yield ItemRow(row.document, row.known_at, item)


def _item_in_days(row: Any, wanted: Filter) -> bool:
    return in_days(row.day, wanted) if row.day else known_in_days(row.known_at, wanted)


def statements(connection: Connection, wanted: Filter) -> list[ItemRow]:
    """The statements asked for; `between` is a side speaking in a document on the pair."""
    found = items(connection, "statement", Statement, replace(wanted, between=None))
    on_pair = _documents_on(connection, wanted.pair) if wanted.pair else None
    return [
        row for row in found
        if isinstance(row.item, Statement)
        and (on_pair is None or (row.document in on_pair and row.item.on_behalf_of in (wanted.between or ())))
        and about([row.item.content.text], wanted)
    ]  # fmt: skip


def families(connection: Connection, documents: Collection[str]) -> dict[str, str]:
    """The family of each document: those of one family are copies of one story."""
    v = schema.versions
    query = select(v.c.document, v.c.family).where(v.c.latest, v.c.document.in_(documents))
    return {row.document: row.family or row.document for row in connection.execute(query)}


def undated(connection: Connection) -> frozenset[str]:
    """The documents of which no day of publication is known: what they tell without a day has no month either."""
    v = schema.versions
    return frozenset(connection.execute(select(v.c.document).where(v.c.latest, v.c.published.is_(None))).scalars())


def spoken_on(connection: Connection, pair: tuple[str, str], as_of: str) -> list[ItemRow]:
    """Every statement in the documents on a pair, whoever makes it."""
    on_pair = _documents_on(connection, (min(pair), max(pair)))
    return [r for r in items(connection, "statement", Statement, Filter(as_of=as_of)) if r.document in on_pair]


def _documents_on(connection: Connection, pair: tuple[str, str]) -> set[str]:
    m = schema.mentions
    return set(connection.execute(select(m.c.document).where(m.c.a == pair[0], m.c.b == pair[1])).scalars())


def events(connection: Connection, wanted: Filter) -> list[ItemRow]:
    """The coded events asked for."""
    return [
        row for row in items(connection, "event", Event, wanted)
        if isinstance(row.item, Event) and (not wanted.status or row.item.realis == wanted.status)
        and about([row.item.plover_root, *row.item.contexts, *(s.text for s in row.item.evidence)], wanted)
    ]  # fmt: skip


def tenures(connection: Connection, wanted: Filter) -> list[TenureRecord]:
    """Who takes, leaves or holds which post, each change once with the documents that tell it."""
    found: dict[tuple[Any, ...], dict[str, None]] = {}
    for row in items(connection, "tenure", Tenure, replace(wanted, between=None)):
        t: Any = row.item
        key = (t.person, t.post, t.country, t.change, t.when.edtf)
        found.setdefault(key, {})[row.document] = None
    records = (
        TenureRecord(person, post, country, change, date, tuple(documents))
        for (person, post, country, change, date), documents in found.items()
    )
    fits = (r for r in records if _tenure_fits(r, wanted))
    return sorted(fits, key=lambda r: (r.date or "", r.person, r.post, r.change))


def _tenure_fits(record: TenureRecord, wanted: Filter) -> bool:
    if wanted.between and record.country not in wanted.between:
        return False
    if wanted.status and record.change != wanted.status:
        return False
    return about([record.person, record.post], wanted)


def sources(connection: Connection, wanted: Filter) -> list[SourceRow]:
    """Every version that the store has, in the order of becoming known."""
    v = schema.versions
    query = select(v).order_by(v.c.known_at, v.c.document, v.c.version)
    if wanted.as_of:
        query = query.where(v.c.known_at <= wanted.as_of)
    if wanted.by:
        query = query.where(v.c.side == wanted.by)
    on_pair = _documents_on(connection, wanted.pair) if wanted.pair else None
    found = (
        SourceRow(r.document, r.outlet, r.agency, r.published, r.title, r.language, r.family, r.version, r.sha256,
                  r.url, r.path)
        for r in connection.execute(query)
        if (on_pair is None or r.document in on_pair) and known_in_days(r.known_at, wanted)
    )  # fmt: skip
    return [r for r in found if about([r.title or "", r.outlet or ""], wanted)]
