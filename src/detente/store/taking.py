"""One document into the store, whole or not at all.

In: a document with its reading (or none, where its language is not read). Out: what became of it. Everything
that a document brings (version, reading, claims, likely copies, blocks to conclude anew) is one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal

from sqlalchemy import Connection, delete, func, insert, select, update

from detente.model import Document, ReaderInfo, Reading, Source
from detente.reading.page.languages import UNNAMED, unread
from detente.reading.times import calendar
from detente.record import arranged, commitments, families
from detente.record import claims as taken
from detente.record.aimed import aimed
from detente.record.declarations import declarations
from detente.record.deeds import deeds
from detente.record.grouping import block_of
from detente.record.knowledge import Knowledge
from detente.record.nouns import Arranged, CommitmentClaim, EngagementClaim, Told
from detente.record.relayed import own_words
from detente.store import coverage, schema
from detente.store.coding import packed, packed_text, restored_text, unpacked, written

Outcome = Literal["added", "changed", "known", "read"]
Rows = list[dict[str, Any]]
# kinds of items that close promises: what a state did, and which engagement is the one promised
DEED, ARRANGED = "deed", "arranged"


@dataclass(frozen=True, slots=True)
class Known:
    """What the store has of a document: the number of its last version, and the texts by SHA-256; those that were kept
    unread with the numbers of their versions."""

    last: int
    texts: frozenset[str]
    unread: dict[str, int]


def known(connection: Connection, document: str) -> Known:
    """The versions of a document that the store has."""
    v = schema.versions
    rows = connection.execute(select(v.c.version, v.c.sha256, v.c.state).where(v.c.document == document)).all()
    unread = {r.sha256: int(r.version) for r in rows if r.state == "unread"}
    return Known(max((r.version for r in rows), default=0), frozenset(r.sha256 for r in rows), unread)


def take(
    connection: Connection, document: Document, reading: Reading | None, knowledge: Knowledge, day: str
) -> Outcome:
    """Stores a new version, or the reading of one that was kept unread ("read"). `day` is the day of adding, by which
    an undated text becomes known. In a transaction."""
    before = known(connection, document.id)
    if reading is not None and (version := before.unread.get(document.source.sha256)):
        _at_last(connection, reading, version, knowledge)
        return "read"
    if document.source.sha256 in before.texts:
        return "known"
    told = _told(document, reading, knowledge, day, before.last + 1)
    _version(connection, document, told, reading is not None, day)
    if reading is not None:
        _reading(connection, told, reading)
        _claims(connection, told, knowledge)
        _items(connection, told, knowledge)
    _copies(connection, told)
    _latest(connection, document.id)
    _count_unread(connection, reading is None)
    return "changed" if before.last else "added"


def _at_last(connection: Connection, reading: Reading, version: int, knowledge: Knowledge) -> None:
    """Puts a reading to a version that was kept unread; it stays known since the day on which it became so."""
    v = schema.versions
    here = (v.c.document == reading.id, v.c.version == version)
    row = connection.execute(select(v.c.known_at).where(*here)).one()
    voice, side = knowledge.voice(reading.source)
    told = Told(reading, row.known_at, version, side, voice)
    connection.execute(update(v).where(*here).values(state="read", text=None, side=side, voice=voice))
    _reading(connection, told, reading)
    _claims(connection, told, knowledge)
    _items(connection, told, knowledge)
    _latest(connection, reading.id)
    _count_unread(connection, True)


def retake(connection: Connection, row: Any, knowledge: Knowledge) -> None:
    """Takes a stored version apart again, as `take` did. In a transaction; what was concluded is gone."""
    r = schema.readings
    data = connection.execute(select(r.c.data).where(r.c.document == row.document, r.c.version == row.version)).scalar()
    reading = unpacked(data) if data else _bare(_kept(row))
    voice, side = knowledge.voice(reading.source)
    told = Told(reading, row.known_at, row.version, side, voice)
    v = schema.versions
    here = (v.c.document == row.document, v.c.version == row.version)
    connection.execute(update(v).where(*here).values(family=row.document, side=side, voice=voice))
    if data:
        _claims(connection, told, knowledge)
        _items(connection, told, knowledge)
    _count_unread(connection, not data)
    _copies(connection, told)


def _kept(row: Any) -> Document:
    """The document of a version that was kept and not read."""
    source = Source(row.path, row.url, row.title, row.outlet, row.agency, None, row.published, row.language, row.sha256)
    return Document(row.document, source, restored_text(row.text))


def _told(document: Document, reading: Reading | None, knowledge: Knowledge, day: str, version: int) -> Told:
    bare = reading or _bare(document)
    voice, side = knowledge.voice(bare.source)
    return Told(bare, _known_at(bare.source.published, day), version, side, voice)


def _known_at(published: str | None, day: str) -> str:
    """The last day of a publication date, but no later than the day of adding where it had begun by then."""
    days = calendar.bounds(published)
    if days is None:
        return day
    first, last = (d.isoformat() for d in days)
    return day if first <= day < last else last


def _bare(document: Document) -> Reading:
    """A document that was kept and not read."""
    return unread(document, document.source.language or UNNAMED, ReaderInfo("", "", ""))


def _version(connection: Connection, document: Document, told: Told, read: bool, day: str) -> None:
    source = told.reading.source
    connection.execute(
        insert(schema.versions).values(
            document=document.id,
            version=told.version,
            sha256=source.sha256,
            known_at=told.known_at,
            added_at=day,
            published=source.published,
            outlet=source.outlet,
            agency=source.agency,
            title=source.title,
            url=source.url,
            path=source.path,
            language=source.language or UNNAMED,
            side=told.side,
            voice=told.voice,
            state="read" if read else "unread",
            latest=True,
            family=document.id,
            text=None if read else packed_text(document.text),
        )
    )


def _latest(connection: Connection, document: str) -> None:
    """Of a document's versions, the one that became known last is the latest; the others' blocks are to be redone."""
    v = schema.versions
    rows = connection.execute(select(v.c.version, v.c.known_at, v.c.latest).where(v.c.document == document)).all()
    if len(rows) < 2:
        return
    newest = max(rows, key=lambda r: (r.known_at, r.version)).version
    connection.execute(update(v).where(v.c.document == document).values(latest=v.c.version == newest))
    c = schema.claims
    blocks = connection.execute(select(c.c.kind, c.c.block).where(c.c.document == document).distinct()).all()
    soil(connection, ((r.kind, r.block) for r in blocks))


def _reading(connection: Connection, told: Told, reading: Reading) -> None:
    connection.execute(
        insert(schema.readings).values(
            document=reading.id,
            version=told.version,
            engine=reading.reader.version,
            codebook=reading.reader.codebook,
            data=packed(reading),
        )
    )


def _claims(connection: Connection, told: Told, knowledge: Knowledge) -> None:
    """The claims by kind, each with the block that it is concluded in."""
    engagements = taken.engagement_claims(told, knowledge)
    rows = [_row(c, "engagement", block_of(c)) for c in engagements]
    promises = taken.commitment_claims(told, knowledge)
    rows += [_row(c, "commitment", commitments.block_of(c)) for c in promises]
    rows += [_row(c, "position", c.holder) for c in taken.position_claims(told)]
    if rows:
        connection.execute(insert(schema.claims), rows)
    soil(connection, {(r["kind"], r["block"]): None for r in rows})
    _blocks(connection, engagements)
    _done(connection, told, knowledge)
    _arranged(connection, told, promises, engagements)
    declared = _declared(connection, told, knowledge)
    _mentions(connection, told, engagements, declared)


def _row(claim: Any, kind: str, block: str) -> dict[str, Any]:
    return {
        "id": claim.id, "document": claim.document, "version": claim.version, "known_at": claim.known_at,
        "kind": kind, "block": block, "data": written(claim),
    }  # fmt: skip


def _blocks(connection: Connection, claims: Iterable[EngagementClaim]) -> None:
    rows = {("engagement", a, b, block_of(c)) for c in claims for a, b in sides(c.countries)}
    _add_new(connection, schema.blocks, ("kind", "a", "b", "block"), sorted(rows))


def sides(countries: Iterable[str]) -> list[tuple[str, str]]:
    """The unordered pairs of countries, each in the order of the alphabet; one alone has no other."""
    found = sorted(set(countries))
    return list(combinations(found, 2)) if len(found) > 1 else [(c, "") for c in found]


def _declared(connection: Connection, told: Told, knowledge: Knowledge) -> set[tuple[str, str]]:
    """Stores the declarations; returns the pairs that they are of."""
    rows: Rows = []
    for number, found in enumerate(declarations(told, knowledge)):
        a, b = found.sides
        rows.append(_item(told, "declaration", number, a, b, found.at, written(found)))
    if rows:
        connection.execute(insert(schema.items), rows)
    return {(row["a"], row["b"]) for row in rows}


def _done(connection: Connection, told: Told, knowledge: Knowledge) -> None:
    """Stores the deeds that may keep a promise, under each state that did them, whose promises are to be looked at."""
    found = [(state, deed) for deed in deeds(told, knowledge) for state in deed.by]
    rows = [_item(told, DEED, n, state, None, deed.when, written(deed)) for n, (state, deed) in enumerate(found)]
    if rows:
        connection.execute(insert(schema.items), rows)
    soil(connection, {(DEED, state): None for state, _ in found})


def _arranged(
    connection: Connection, told: Told, promises: Sequence[CommitmentClaim], engagements: Sequence[EngagementClaim]
) -> None:
    """Stores which promise is of which engagement, under the blocks of both."""
    rows = [
        _item(told, ARRANGED, n, block_of(e), commitments.block_of(p), None, written(Arranged(p.id, e.id)))
        for n, (p, e) in enumerate(arranged.arranged(promises, engagements))
    ]
    if rows:
        connection.execute(insert(schema.items), rows)


def _items(connection: Connection, told: Told, knowledge: Knowledge) -> None:
    """Statements, events and tenures, as the reading has them; what shuts a line is aimed at the other side of it."""
    rows: Rows = []
    reading = told.reading
    for n, s in enumerate(reading.statements):
        toward = s.addressee.country if s.addressee else None
        rows.append(_item(told, "statement", n, s.on_behalf_of, toward, s.when.edtf, written(s)))
    events = aimed(reading.events, declarations(told, knowledge), knowledge.lexicon.country_names)
    for n, e in enumerate(events):
        target = e.target.country if e.target else None
        rows.append(_item(told, "event", n, e.source.country, target, e.when.edtf, written(e)))
    for n, t in enumerate(reading.tenures):
        rows.append(_item(told, "tenure", n, t.country, None, t.when.edtf, written(t)))
    if rows:
        connection.execute(insert(schema.items), rows)


def _item(
    told: Told, kind: str, number: int, a: str | None, b: str | None, day: str | None, data: str
) -> dict[str, Any]:
    return {
        "document": told.reading.id, "version": told.version, "kind": kind, "number": number,
        "known_at": told.known_at, "a": a, "b": b, "day": day, "data": data,
    }  # fmt: skip


def _mentions(
    connection: Connection, told: Told, claims: Sequence[EngagementClaim], declared: set[tuple[str, str]]
) -> None:
    """Which pairs a document speaks of, and which of their sides it gives voice to."""
    reading = told.reading
    spoken = {s.on_behalf_of for s in own_words(reading.statements) if s.on_behalf_of}
    voices = {told.side} if told.side else spoken
    told_of = {pair for c in claims for pair in sides(c.countries)} | _spoken_pairs(told) | declared
    rows = sorted(
        (a, b, reading.id, side or "")
        for a, b in told_of
        for side in {v if v in (a, b) else "" for v in voices} or {""}
    )
    _add_new(connection, schema.mentions, ("a", "b", "document", "side"), rows)
    soil_pairs(connection, reading.id)


def _own(voices: Iterable[str | None], a: str, b: str) -> set[str]:
    """The sides of a pair that speak; the empty string where neither does."""
    return {v for v in voices if v in (a, b) and v} or {""}


def _spoken_pairs(told: Told) -> set[tuple[str, str]]:
    """The pairs of which a side speaks, or to which an event belongs."""
    found = [(p.holder.country, p.toward) for p in told.reading.positions]
    found += [(e.source.country, e.target.country) for e in told.reading.events if e.target]
    found += [(by, to) for c in told.reading.commitments for by in c.by for to in c.to]
    return {(min(a, b), max(a, b)) for a, b in found if a and b and a != b}


def _copies(connection: Connection, told: Told) -> None:
    """Looks for texts that this one copies or is copied by, and notes the pairs."""
    mine = families.shingles(told.reading.text)
    keys = [_number(band) for band in families.bands(mine)]
    b = schema.bands
    near = connection.execute(select(b.c.document).where(b.c.band.in_(keys)).distinct()).scalars().all()
    one = families.Print(told.reading.id, _official(told), told.known_at, mine)
    found = [d for d in near if d != one.document and families.copies(one, printed(connection, d))]
    _add_new(
        connection, schema.copies, ("one", "other"), sorted((min(d, one.document), max(d, one.document)) for d in found)
    )
    _add_new(connection, schema.bands, ("band", "document"), [(k, one.document) for k in sorted(set(keys))])
    soil(connection, [("family", one.document)] if found else [])


def _official(told: Told) -> Any:
    return told.side if told.voice == "official" else None


def printed(connection: Connection, document: str) -> families.Print:
    """What a stored document is compared by: the text of its first version."""
    v, r = schema.versions, schema.readings
    row = connection.execute(
        select(v.c.side, v.c.voice, v.c.known_at, v.c.text, r.c.data)
        .join(r, (r.c.document == v.c.document) & (r.c.version == v.c.version), isouter=True)
        .where(v.c.document == document)
        .order_by(v.c.version)
        .limit(1)
    ).one()
    text = unpacked(row.data).text if row.data else restored_text(row.text)
    side = row.side if row.voice == "official" else None
    return families.Print(document, side, row.known_at, families.shingles(text))


def _number(band: str) -> int:
    return int.from_bytes(families.digest(band), "big") >> 1


def soil(connection: Connection, blocks: Iterable[tuple[str, str]]) -> None:
    """Marks blocks as to be concluded anew."""
    _add_new(connection, schema.dirty, ("kind", "block"), sorted(set(blocks)))


def _count_unread(connection: Connection, changed: bool) -> None:
    """Has the unread texts of the store counted anew, where one came or was read at last, or they never were."""
    soil(connection, [("coverage", coverage.UNREAD)] if changed or not coverage.unread_kept(connection) else [])


def soil_pairs(connection: Connection, document: str) -> None:
    """Marks the pairs that a document speaks of: what they stand on is to be counted anew."""
    m = schema.mentions
    rows = connection.execute(select(m.c.a, m.c.b).where(m.c.document == document).distinct()).all()
    soil(connection, (("coverage", coverage.block_of(r.a, r.b)) for r in rows))


def _add_new(connection: Connection, table: Any, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Inserts the rows that the table does not have."""
    if not rows:
        return
    values = [dict(zip(columns, row)) for row in rows]
    connection.execute(_insert_or_ignore(connection, table), values)


def _insert_or_ignore(connection: Connection, table: Any) -> Any:
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as into
    else:
        from sqlalchemy.dialects.sqlite import insert as into  # type: ignore[assignment]
    return into(table).on_conflict_do_nothing()


def lose(connection: Connection, place: str, code: str, message: str, day: str) -> None:
    """Notes an input that gave nothing, for `add --retry`."""
    s = schema.set_aside
    connection.execute(delete(s).where(s.c.input == place))
    connection.execute(insert(s).values(input=place, code=code, message=message, at=day))


def count(connection: Connection, table: Any) -> int:
    """How many rows a table has."""
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def each_reading(connection: Connection) -> Iterator[tuple[Any, Reading]]:
    """Every stored reading with its version's row, in a stable order."""
    v, r = schema.versions, schema.readings
    query = (
        select(v, r.c.data)
        .join(r, (r.c.document == v.c.document) & (r.c.version == v.c.version))
        .order_by(v.c.known_at, v.c.document, v.c.version)
    )
    for row in connection.execute(query):
        yield row, unpacked(row.data)
