"""The one layer of queries: it feeds the table, the JSON, the page and the brief.

In: a connection and a `Filter`. Out: the record's dataclasses. With `as_of`, what was known by that day is
concluded from the claims known by then; without it, what is stored is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, func, or_, select

from detente.errors import NotFoundError
from detente.model import Event, Statement, Tenure
from detente.reading import calendar
from detente.record import commitments as promises
from detente.record import positions as stands
from detente.record.knowledge import Knowledge
from detente.record.matching import HAPPENED
from detente.record.nouns import (
    CommitmentClaim,
    CommitmentRecord,
    EngagementRecord,
    PositionClaim,
    PositionRecord,
    TenureRecord,
)
from detente.store import concluding, schema
from detente.store.coding import restored
from detente.store.correcting import in_force, redirects
from detente.store.filters import Filter
from detente.store.taking import count

# ids in one `IN (…)`
MANY = 500


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
    """A statement or event with the document that has it and the day it became known."""

    document: str
    known_at: str
    item: Statement | Event


def waiting(connection: Connection) -> int:
    """How many blocks are still to be concluded."""
    return count(connection, schema.dirty)


def last_known(connection: Connection) -> str | None:
    """The day on which the newest version became known."""
    found = connection.execute(select(func.max(schema.versions.c.known_at))).scalar()
    return str(found) if found else None


# -- engagements -------------------------------------------------------------------------------------


def engagements(connection: Connection, wanted: Filter) -> list[EngagementRecord]:
    """The engagements asked for, by date (undated ones by the day they became known), then id."""
    if wanted.as_of is not None and not all_known(connection, wanted.as_of):
        found = list(_known_then(connection, wanted, wanted.as_of))
    else:
        found = [restored(d, EngagementRecord) for d in _stored(connection, "engagement", wanted)]
    fits = [r for r in found if _fits(r, wanted)]
    ordered = sorted(fits, key=_when)
    return _with_parents(connection, ordered[: wanted.limit] if wanted.limit else ordered)


def _when(record: EngagementRecord) -> tuple[str, str]:
    first, _ = concluding.span_of(record.when)
    return (first or record.history[0].known_at, record.id)


def _stored(connection: Connection, kind: str, wanted: Filter) -> Iterator[str]:
    r = schema.records
    query = select(r.c.data).where(r.c.kind == kind)
    if wanted.pair or wanted.by:
        query = query.where(r.c.id.in_(_pair_query(kind, wanted)))
    if wanted.status:
        query = query.where(r.c.status == wanted.status)
    if wanted.since:
        query = query.where(func.coalesce(r.c.last, r.c.known_at) >= wanted.since)
    if wanted.until:
        query = query.where(func.coalesce(r.c.first, r.c.known_at) <= wanted.until)
    yield from connection.execute(query).scalars()


def _pair_query(kind: str, wanted: Filter) -> Any:
    p = schema.pairs
    query = select(p.c.record).where(p.c.kind == kind)
    if wanted.pair:
        query = query.where(p.c.a == wanted.pair[0], p.c.b == wanted.pair[1])
    if wanted.by:
        query = query.where(or_(p.c.a == wanted.by, p.c.b == wanted.by))
    return query


def _known_then(connection: Connection, wanted: Filter, as_of: str) -> Iterator[EngagementRecord]:
    reviews = in_force(connection)
    for block in _blocks(connection, wanted):
        concluded, _ = concluding.engagements_of(connection, block, as_of, reviews)
        yield from concluded.records


def _blocks(connection: Connection, wanted: Filter) -> list[str]:
    b = schema.blocks
    query = select(b.c.block).where(b.c.kind == "engagement").distinct().order_by(b.c.block)
    if wanted.pair:
        query = query.where(b.c.a == wanted.pair[0], b.c.b == wanted.pair[1])
    if wanted.by:
        query = query.where(or_(b.c.a == wanted.by, b.c.b == wanted.by))
    return list(connection.execute(query).scalars())


def _fits(record: EngagementRecord, wanted: Filter) -> bool:
    if wanted.between and not set(wanted.between) <= set(record.countries):
        return False
    if wanted.by and wanted.by not in record.countries:
        return False
    if wanted.status and record.status != wanted.status:
        return False
    if record.when is None and not _known_in_days(record.history[0].known_at, wanted):
        return False
    return _in_days(record.when, wanted) and _about(_words(record), wanted)


def _words(record: EngagementRecord) -> Iterator[str]:
    yield from record.topics
    yield from (p.name or "" for p in record.participants)
    yield from (p.name for p in record.places)
    yield record.form


def _about(words: Iterable[str], wanted: Filter) -> bool:
    return not wanted.about or any(wanted.about.casefold() in w.casefold() for w in words)


def _in_days(edtf: str | None, wanted: Filter) -> bool:
    days = calendar.bounds(edtf)
    if days is None:
        return True
    since, until = wanted.since or "", wanted.until or "9999"
    return days[1].isoformat() >= since and days[0].isoformat() <= until


def use_of(connection: Connection, a: str, b: str, as_of: str) -> list[tuple[str, EngagementRecord]]:
    """Of each channel between two sides, the held engagement that used it last; for what is all known."""
    p, r = schema.pairs, schema.records
    pair = (p.c.kind == "engagement", p.c.a == min(a, b), p.c.b == max(a, b), p.c.status.in_(HAPPENED))
    last = (
        select(p.c.channel, func.max(p.c.day).label("day")).where(*pair, p.c.day <= as_of).group_by(p.c.channel)
    ).subquery()
    query = (
        select(p.c.channel, r.c.data)
        .join(last, p.c.channel.is_not_distinct_from(last.c.channel) & (p.c.day == last.c.day))
        .join(r, r.c.id == p.c.record)
        .where(*pair)
    )
    return [(row.channel or "other", restored(row.data, EngagementRecord)) for row in connection.execute(query)]


def standing_so(connection: Connection, a: str, b: str, statuses: Iterable[str]) -> list[EngagementRecord]:
    """The engagements between two sides that stand in one of the ways given; for what is all known."""
    p, r = schema.pairs, schema.records
    query = (
        select(r.c.data)
        .join(p, p.c.record == r.c.id)
        .where(p.c.kind == "engagement", p.c.a == min(a, b), p.c.b == max(a, b), p.c.status.in_(sorted(statuses)))
    )
    found = [restored(d, EngagementRecord) for d in connection.execute(query).scalars()]
    return _with_parents(connection, sorted(found, key=_when))


def told_since(connection: Connection, a: str, b: str, since: str) -> list[EngagementRecord]:
    """The engagements between two sides of which something became known after a day."""
    b_, c, r = schema.blocks, schema.claims, schema.records
    blocks = select(b_.c.block).where(b_.c.kind == "engagement", b_.c.a == min(a, b), b_.c.b == max(a, b))
    fresh = select(c.c.record).where(c.c.kind == "engagement", c.c.block.in_(blocks), c.c.known_at > since)
    query = select(r.c.data).where(r.c.id.in_(fresh.distinct()))
    return sorted((restored(d, EngagementRecord) for d in connection.execute(query).scalars()), key=_when)


def all_known(connection: Connection, as_of: str | None) -> bool:
    """Whether a day is late enough for all that the store has to be known."""
    return as_of is None or as_of >= (last_known(connection) or "")


def _with_parents(connection: Connection, records: Sequence[EngagementRecord]) -> list[EngagementRecord]:
    """Parents by the id of their records: a claim stands for the record that it is in."""
    wanted = sorted({r.parent for r in records if r.parent})
    of = dict(record_ids(connection, wanted))
    return [_parented(r, of) if r.parent else r for r in records]


def _parented(record: EngagementRecord, of: dict[str, str]) -> EngagementRecord:
    parent = of.get(record.parent or "")
    return replace(record, parent=None if parent == record.id else parent)


def record_ids(connection: Connection, claims: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The record of each claim that has one."""
    c = schema.claims
    for n in range(0, len(claims), MANY):
        query = select(c.c.id, c.c.record).where(c.c.id.in_(claims[n : n + MANY]), c.c.record.is_not(None))
        yield from ((r.id, r.record) for r in connection.execute(query))


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
        raise NotFoundError(f"{given}: was withdrawn ({gone or 'rejected in review'}); detente review --log says more")
    raise NotFoundError(f"{given}: the store knows no such id; detente engagements lists them")


def engagement(connection: Connection, given: str) -> EngagementRecord:
    """The engagement that an id stands for. Raises NotFoundError."""
    r = schema.records
    found = resolve(connection, given)
    data = connection.execute(select(r.c.data).where(r.c.id == found, r.c.kind == "engagement")).scalar()
    if data is None:
        raise NotFoundError(f"{given}: is no engagement; detente show {given} tells what it is")
    return _with_parents(connection, [restored(data, EngagementRecord)])[0]


# -- promises, positions -----------------------------------------------------------------------------


def commitments(connection: Connection, wanted: Filter, knowledge: Knowledge) -> list[CommitmentRecord]:
    """The promises asked for, in the order in which they became known."""
    if wanted.as_of is not None and not all_known(connection, wanted.as_of):
        claims = _claims_then(connection, "commitment", CommitmentClaim, wanted.as_of)
        found = [r for block in claims for r, _ in promises.conclude(block, knowledge)]
    else:
        found = [restored(d, CommitmentRecord) for d in _stored(connection, "commitment", replace(wanted, by=None))]
    fits = (r for r in found if _promise_fits(r, wanted))
    return sorted(fits, key=lambda r: (r.history[0].known_at, r.id))


def _promise_fits(record: CommitmentRecord, wanted: Filter) -> bool:
    if wanted.between and not set(wanted.between) <= {*record.by, *record.to}:
        return False
    if wanted.by and wanted.by not in record.by:
        return False
    if wanted.status and record.status != wanted.status:
        return False
    return _known_in_days(record.history[0].known_at, wanted) and _about([record.content.text], wanted)


def _known_in_days(known_at: str, wanted: Filter) -> bool:
    return (wanted.since or "") <= known_at <= (wanted.until or "9999")


def positions(connection: Connection, wanted: Filter, knowledge: Knowledge) -> list[PositionRecord]:
    """The positions asked for, by holder, then by the day first stated."""
    if wanted.as_of is not None and not all_known(connection, wanted.as_of):
        claims = _claims_then(connection, "position", PositionClaim, wanted.as_of)
        found = [r for block in claims for r, _ in stands.conclude(block, knowledge)]
    else:
        found = [restored(d, PositionRecord) for d in _stored(connection, "position", replace(wanted, by=None))]
    fits = (r for r in found if _position_fits(r, wanted))
    return sorted(fits, key=lambda r: (r.holder, r.first, r.id))


def _position_fits(record: PositionRecord, wanted: Filter) -> bool:
    if wanted.between and not set(wanted.between) <= {record.holder, record.toward or ""}:
        return False
    if wanted.by and wanted.by != record.holder:
        return False
    if wanted.status and record.kind != wanted.status:
        return False
    return _known_in_days(record.last, wanted) and _about([record.topic, record.content.text], wanted)


def _claims_then(connection: Connection, kind: str, type_: type[Any], as_of: str) -> list[list[Any]]:
    c = schema.claims
    blocks = (
        connection.execute(select(c.c.block).where(c.c.kind == kind).distinct().order_by(c.c.block)).scalars().all()
    )
    return [concluding.claims_of(connection, kind, block, type_, as_of)[0] for block in blocks]


# -- items -------------------------------------------------------------------------------------------


def items(connection: Connection, kind: str, type_: type[Any], wanted: Filter) -> Iterator[ItemRow]:
    """Statements or events of the latest versions known by the day, in the order of becoming known."""
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
    gone = concluding.superseded(connection, wanted.as_of)
    for row in connection.execute(query):
        if (row.document, row.version) not in gone and _item_in_days(row, wanted):
            yield ItemRow(row.document, row.known_at, restored(row.data, type_))


def _item_in_days(row: Any, wanted: Filter) -> bool:
    return _in_days(row.day, wanted) if row.day else _known_in_days(row.known_at, wanted)


def statements(connection: Connection, wanted: Filter) -> list[ItemRow]:
    """The statements asked for; `between` is a side speaking in a document on the pair."""
    found = items(connection, "statement", Statement, replace(wanted, between=None))
    on_pair = _documents_on(connection, wanted.pair) if wanted.pair else None
    return [
        row for row in found
        if isinstance(row.item, Statement)
        and (on_pair is None or (row.document in on_pair and row.item.on_behalf_of in (wanted.between or ())))
        and _about([row.item.content.text], wanted)
    ]  # fmt: skip


def _documents_on(connection: Connection, pair: tuple[str, str]) -> set[str]:
    m = schema.mentions
    return set(connection.execute(select(m.c.document).where(m.c.a == pair[0], m.c.b == pair[1])).scalars())


def events(connection: Connection, wanted: Filter) -> list[ItemRow]:
    """The coded events asked for."""
    return [
        row for row in items(connection, "event", Event, wanted)
        if isinstance(row.item, Event) and (not wanted.status or row.item.realis == wanted.status)
        and _about([row.item.plover_root, *row.item.contexts, *(s.text for s in row.item.evidence)], wanted)
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
    return _about([record.person, record.post], wanted)


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
        if (on_pair is None or r.document in on_pair) and _known_in_days(r.known_at, wanted)
    )  # fmt: skip
    return [r for r in found if _about([r.title or "", r.outlet or ""], wanted)]
