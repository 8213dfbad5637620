"""Makes the record anew from what was read: readings and reviews stay, all that is concluded is made again.

In: an engine. Out: how many readings and blocks. With `reread`, frozen texts are read again by today's reader;
ids that were published lead to the claims that took their place, or say that they were withdrawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, insert, select

from detente.inputs import parse_published
from detente.model import Document, Reading, Span
from detente.record.knowledge import Knowledge
from detente.record.nouns import EngagementClaim
from detente.run.bounds import Bounds
from detente.run.local import knowledge, read_one, reader
from detente.store import concluding, schema, taking
from detente.store.coding import packed, restored, unpacked

Progress = Callable[[str, int, int | None], None]
DERIVED = (
    schema.claims, schema.items, schema.records, schema.pairs, schema.blocks, schema.mentions, schema.bands,
    schema.copies, schema.covered, schema.dirty,
)  # fmt: skip


def rebuild(
    engine: Engine, progress: Progress | None = None, reread: bool = False, model: str | None = None,
    codebook: Path | None = None,
) -> int:  # fmt: skip
    """Concludes everything anew, in one transaction, so that a run that is stopped leaves the last record as it was;
    returns the number of readings."""
    known = knowledge(codebook)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        before = _published(connection)
        _undate(connection)
        if reread:
            _reread(connection, model, codebook, progress)
        for table in DERIVED:
            connection.execute(delete(table))
        count = _retake(connection, known, progress)
        _redirect(connection, before)
        concluding.conclude_within(connection, known, (lambda d, t: progress("concluding", d, t)) if progress else None)
    return count


def _retake(connection: Connection, known: Knowledge, progress: Progress | None) -> int:
    rows = connection.execute(
        select(schema.versions).order_by(
            schema.versions.c.known_at, schema.versions.c.document, schema.versions.c.version
        )
    ).all()
    for number, row in enumerate(rows, 1):
        taking.retake(connection, row, known)
        if progress is not None:
            progress("retaking", number, len(rows))
    return len(rows)


def _undate(connection: Connection) -> None:
    """Texts that an older program took as published on a day that stands for none are kept without one."""
    v, r = schema.versions, schema.readings
    rows = connection.execute(select(v.c.document, v.c.version, v.c.published, v.c.added_at)).all()
    for row in (row for row in rows if row.published and parse_published(row.published) is None):
        here = (v.c.document == row.document, v.c.version == row.version)
        connection.execute(v.update().where(*here).values(published=None, known_at=row.added_at))
        mine = (r.c.document == row.document, r.c.version == row.version)
        if data := connection.execute(select(r.c.data).where(*mine)).scalar():
            old = unpacked(data)
            new = replace(old, source=replace(old.source, published=None))
            connection.execute(r.update().where(*mine).values(data=packed(new)))


# -- reading again -----------------------------------------------------------------------------------


def _reread(connection: Connection, model: str | None, codebook: Path | None, progress: Progress | None) -> None:
    """Reads every frozen text again, however long; one that breaks today's reader keeps the reading it had."""
    r = schema.readings
    engine = reader(model, codebook)
    keys = connection.execute(select(r.c.document, r.c.version).order_by(r.c.document, r.c.version)).all()
    for number, key in enumerate(keys, 1):
        here = (r.c.document == key.document, r.c.version == key.version)
        old = unpacked(connection.execute(select(r.c.data).where(*here)).scalar_one())
        new = read_one(engine, Document(old.id, old.source, old.text), Bounds(characters=len(old.text)))
        if isinstance(new, Reading):
            info = new.reader
            connection.execute(
                r.update().where(*here).values(engine=info.version, codebook=info.codebook, data=packed(new))
            )
        if progress is not None:
            progress("reading", number, len(keys))


# -- ids that were published -------------------------------------------------------------------------


def _published(connection: Connection) -> dict[str, tuple[str, int, tuple[Span, ...], str]]:
    """Every claim's id with the spans that it stood on and its kind."""
    c = schema.claims
    found = {}
    for row in connection.execute(select(c.c.id, c.c.document, c.c.version, c.c.kind, c.c.data)):
        found[row.id] = (row.document, row.version, _spans(row.kind, row.data), row.kind)
    return found


def _spans(kind: str, data: str) -> tuple[Span, ...]:
    if kind == "engagement":
        return tuple(Span(q.start, q.end, q.text) for q in restored(data, EngagementClaim).evidence)
    content = restored(data, dict)["content"]
    return (Span(content["start"], content["end"], content["text"]),)


def _redirect(connection: Connection, before: dict[str, tuple[str, int, tuple[Span, ...], str]]) -> None:
    """An id that is gone leads to the claim of the same version that stands most on the same words."""
    now = _published(connection)
    gone = sorted(before.keys() - now.keys())
    by_version: dict[tuple[str, int, str], list[str]] = {}
    for claim, (document, version, _, kind) in now.items():
        by_version.setdefault((document, version, kind), []).append(claim)
    rows = []
    for old in gone:
        document, version, spans, kind = before[old]
        near = by_version.get((document, version, kind), [])
        best = max(near, key=lambda n: (_shared(spans, now[n][2]), n), default=None)
        fits = best is not None and _shared(spans, now[best][2]) > 0
        rows.append(
            {"old": old, "new": best if fits else None, "note": "read anew" if fits else "not found when read anew"}
        )
    back = sorted(now.keys() & set(connection.execute(select(schema.redirects.c.old)).scalars()))
    for n in range(0, len(back), 500):
        connection.execute(delete(schema.redirects).where(schema.redirects.c.old.in_(back[n : n + 500])))
    if rows:
        connection.execute(insert(schema.redirects), rows)


def _shared(one: tuple[Span, ...], other: tuple[Span, ...]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
