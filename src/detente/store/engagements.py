"""The engagements of the store: asked for as records, counted, or passed on as the JSON that they are kept in.

With `as_of`, what was known by that day is concluded from the claims known by then; without it, what is stored
is read. The newest of them are found by the database, so a page costs the same however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from detente.errors import NotFoundError
from detente.record import wider
from detente.record.nouns import EngagementRecord
from detente.record.standing import COMING, FALLEN, HAPPENED
from detente.store import concluding, schema
from detente.store.claimed import narrow_blocks
from detente.store.coding import restored, written
from detente.store.correcting import in_force
from detente.store.filters import Filter, about, in_days, known_in_days, newest
from detente.store.stored import MANY, all_known, chosen, ordered, record_ids, resolve

# the field of a record's parent in its JSON; within a string the quotes would be escaped
PARENT = '"parent":'


def engagements(connection: Connection, wanted: Filter) -> list[EngagementRecord]:
    """The engagements asked for, by date (undated ones by the day they became known), then id."""
    if _as_stored(connection, wanted):
        found = [restored(d, EngagementRecord) for part in _parts(connection, wanted) for d in part]
        return with_parents(connection, found)
    fits = [r for r in _candidates(connection, wanted) if _fits(r, wanted)]
    return with_parents(connection, newest(in_order(fits), wanted))


def engagements_as_json(connection: Connection, wanted: Filter) -> Iterator[str]:
    """The same, each as its JSON: what is stored is passed on as it is, without being parsed."""
    if not _as_stored(connection, wanted):
        yield from (written(r) for r in engagements(connection, wanted))
        return
    for part in _parts(connection, wanted):
        named = {n: parent for n, data in enumerate(part) if (parent := _parent(data))}
        of = dict(record_ids(connection, sorted(set(named.values())))) if named else {}
        yield from (_reparented(d, named[n], of) if n in named else d for n, d in enumerate(part))


def _parent(data: str) -> str | None:
    """The parent that the JSON of a record names, without parsing it."""
    at = data.find(PARENT) + len(PARENT)
    return data[at + 1 : data.index('"', at + 1)] if data[at] == '"' else None


def _reparented(data: str, named: str, of: Mapping[str, str]) -> str:
    """The JSON with the record that its parent is in today; none where that is the record itself."""
    parent = of.get(named)
    told = f'"{parent}"' if parent and not data.startswith(f'{{"id":"{parent}"') else "null"
    return data.replace(f'{PARENT}"{named}"', f"{PARENT}{told}", 1)


def how_many(connection: Connection, wanted: Filter) -> int:
    """How many engagements there are of those asked for, on all pages."""
    every = replace(wanted, limit=None, offset=0)
    if not _as_stored(connection, every):
        return len(engagements(connection, every))
    return int(connection.execute(chosen("engagement", every, func.count())).scalar_one())


def _as_stored(connection: Connection, wanted: Filter) -> bool:
    """Whether the database can tell by itself which records are asked for."""
    return not wanted.about and all_known(connection, wanted.as_of)


def _parts(connection: Connection, wanted: Filter) -> Iterator[Sequence[str]]:
    """The records asked for as they are stored, in order, some hundreds at a time."""
    if wanted.paged:
        page = (
            ordered("engagement", wanted, schema.records.c.data, last_first=True)
            .limit(wanted.limit)
            .offset(wanted.offset or None)
        )
        yield list(reversed(connection.execute(page).scalars().all()))
        return
    query = ordered("engagement", wanted, schema.records.c.data).execution_options(yield_per=MANY)
    yield from connection.execute(query).scalars().partitions()


def _candidates(connection: Connection, wanted: Filter) -> Iterator[EngagementRecord]:
    """Records that may be asked for: of a day's knowledge, or those with the word somewhere in them."""
    if not all_known(connection, wanted.as_of):
        yield from _known_then(connection, wanted, wanted.as_of or "")
        return
    word = written(wanted.about or "")[1:-1].casefold()
    query = chosen("engagement", wanted, schema.records.c.data)
    for data in connection.execute(query).scalars():
        if word in data.casefold():
            yield restored(data, EngagementRecord)


def _when(record: EngagementRecord) -> tuple[str, str]:
    first, _ = concluding.span_of(record.when)
    return (first or record.history[0].known_at, record.id)


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
    if record.when is None and not known_in_days(record.history[0].known_at, wanted):
        return False
    return in_days(record.when, wanted) and about(_words(record), wanted)


def _words(record: EngagementRecord) -> Iterator[str]:
    yield from record.topics
    yield from (p.name or "" for p in record.participants)
    yield from (p.name for p in record.places)
    yield record.form


def last_uses(connection: Connection, a: str, b: str, as_of: str) -> list[EngagementRecord]:
    """Of each channel between two sides, or several used at once, the held engagements that used it last; for what is
    all known."""
    p, r = schema.pairs, schema.records
    found = list(_days_of_use(connection, a, b, as_of))
    newest: dict[str | None, str] = {}
    for _, channel, day in found:
        newest[channel] = max(newest.get(channel, day), day)
    used = [
        and_(*_of(a, b, status), p.c.channel.is_not_distinct_from(channel), p.c.day == day)
        for status, channel, day in found if day == newest[channel]
    ]  # fmt: skip
    if not used:
        return []
    query = select(r.c.data).join(p, p.c.record == r.c.id).where(or_(*used)).order_by(p.c.status, p.c.channel)
    return [restored(d, EngagementRecord) for d in connection.execute(query).scalars()]


def _days_of_use(connection: Connection, a: str, b: str, as_of: str) -> Iterator[tuple[str, str | None, str]]:
    """Each way of having happened, channel between two sides, and the day on which it was last used so.

    A busy pair has few channels and very many uses: from each channel the index leads to the next one, and the walk
    ends with no channel, which is looked up like the others.
    """
    p = schema.pairs
    for status in sorted(HAPPENED):
        walk = select(func.min(p.c.channel).label("channel")).where(*_of(a, b, status)).cte("walk", recursive=True)
        after = select(func.min(p.c.channel)).where(*_of(a, b, status), p.c.channel > walk.c.channel).scalar_subquery()
        walk = walk.union_all(select(after).where(walk.c.channel.is_not(None)))
        uses = (*_of(a, b, status), p.c.channel.is_not_distinct_from(walk.c.channel), p.c.day <= as_of)
        last = select(func.max(p.c.day)).where(*uses).scalar_subquery()
        rows = connection.execute(select(walk.c.channel, last.label("day"))).all()
        yield from ((status, row.channel, row.day) for row in rows if row.day)


def _of(a: str, b: str, *statuses: str) -> tuple[ColumnElement[bool], ...]:
    """That a row of the pairs is of an engagement between two sides that stands in one of the ways given."""
    p = schema.pairs
    standing = p.c.status == statuses[0] if len(statuses) == 1 else p.c.status.in_(statuses)
    return (p.c.kind == "engagement", p.c.a == min(a, b), p.c.b == max(a, b), standing)


def to_come(connection: Connection, a: str, b: str, as_of: str) -> list[EngagementRecord]:
    """The engagements between two sides that stand as plans, but for their own of a day past; for what is all known.

    Plans that nobody told the end of stay: a busy pair has far more of them than of those to come.
    """
    p, r = schema.pairs, schema.records
    ahead = or_(p.c.day.is_(None), p.c.day >= as_of, p.c.block != f"{min(a, b)}+{max(a, b)}")
    query = select(r.c.data).join(p, p.c.record == r.c.id).where(*_of(a, b, *sorted(COMING)), ahead)
    found = [restored(d, EngagementRecord) for d in connection.execute(query).scalars()]
    return with_parents(connection, in_order(found))


def fallen(connection: Connection, a: str, b: str, since: str, as_of: str) -> list[EngagementRecord]:
    """The engagements between two sides since a day that are off or in dispute, and the plans of days that are past by
    another, of which nothing was told since; for what is all known."""
    p, r = schema.pairs, schema.records
    off = and_(p.c.status.in_(sorted(FALLEN)), func.coalesce(p.c.day, p.c.at) >= since)
    past = and_(p.c.status.in_(sorted(COMING)), p.c.day >= since, p.c.day < as_of)
    pair = (p.c.kind == "engagement", p.c.a == min(a, b), p.c.b == max(a, b))
    query = select(r.c.data).join(p, p.c.record == r.c.id).where(*pair, or_(off, past))
    return in_order(restored(d, EngagementRecord) for d in connection.execute(query).scalars())


def undated(connection: Connection, a: str, b: str) -> list[tuple[str, EngagementRecord, int]]:
    """Of each channel between two sides, or several used at once, the held engagement told of last among those of
    which no day is told, and how many they are; for what is all known."""
    p, r = schema.pairs, schema.records
    pair = (p.c.kind == "engagement", p.c.a == min(a, b), p.c.b == max(a, b), p.c.status.in_(HAPPENED))
    count = select(p.c.channel, func.count().label("number"), func.max(p.c.at + p.c.record).label("last")).where(
        *pair, p.c.day.is_(None)
    )
    last = count.group_by(p.c.channel).subquery()
    query = (
        select(last.c.channel, last.c.number, r.c.data)
        .join(p, p.c.channel.is_not_distinct_from(last.c.channel) & (p.c.at + p.c.record == last.c.last))
        .join(r, r.c.id == p.c.record)
        .where(*pair)
    )
    rows = connection.execute(query.order_by(last.c.last))
    return [(row.channel or "other", restored(row.data, EngagementRecord), row.number) for row in rows]


def told_since(connection: Connection, a: str, b: str, since: str) -> list[EngagementRecord]:
    """The engagements between two sides of which something became known after a day.

    What is told of two of the three who sat together lies with those two: an engagement of A, B and C is told of anew
    by a report that names B and C alone.
    """
    c, p, r = schema.claims, schema.pairs, schema.records
    told_in = sorted(_blocks_told_in(connection, a, b))
    fresh = select(c.c.record).where(c.c.kind == "engagement", c.c.block.in_(told_in), c.c.known_at > since)
    theirs = and_(p.c.record == r.c.id, p.c.kind == "engagement", p.c.a == min(a, b), p.c.b == max(a, b))
    query = select(r.c.data).join(p, theirs).where(r.c.id.in_(fresh.distinct()))
    return in_order(restored(d, EngagementRecord) for d in connection.execute(query).scalars())


def _blocks_told_in(connection: Connection, a: str, b: str) -> set[str]:
    """The blocks of two sides, and of every other two who may tell of an engagement that these are part of."""
    x = schema.blocks
    query = select(x.c.block).where(x.c.kind == "engagement", x.c.a == min(a, b), x.c.b == max(a, b))
    own = set(connection.execute(query).scalars())
    return own | {narrow for block in own if wider.wide(block) for narrow in narrow_blocks(connection, block)}


def in_order(records: Iterable[EngagementRecord]) -> list[EngagementRecord]:
    """Records by date (undated ones by the day they became known), then id."""
    return sorted(records, key=_when)


def with_parents(connection: Connection, records: Sequence[EngagementRecord]) -> list[EngagementRecord]:
    """The same, with parents by the id of their records: a claim stands for the record that it is in."""
    wanted = sorted({r.parent for r in records if r.parent})
    of = dict(record_ids(connection, wanted))
    return [_parented(r, of) if r.parent else r for r in records]


def _parented(record: EngagementRecord, of: dict[str, str]) -> EngagementRecord:
    parent = of.get(record.parent or "")
    return replace(record, parent=None if parent == record.id else parent)


def engagement(connection: Connection, given: str) -> EngagementRecord:
    """The engagement that an id stands for. Raises NotFoundError."""
    r = schema.records
    found = resolve(connection, given)
    data = connection.execute(select(r.c.data).where(r.c.id == found, r.c.kind == "engagement")).scalar()
    if data is None:
        raise NotFoundError(f"{given}: is no engagement; detente show {given} tells what it is")
    return with_parents(connection, [restored(data, EngagementRecord)])[0]
