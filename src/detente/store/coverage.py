"""What an answer stands on, side by side: documents, families, languages, what is unread, first and last day.

What a pair stands on today is counted when the pair is concluded and kept: a busy pair has very many documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from detente.model import Country
from detente.record.nouns import Coverage
from detente.store import schema
from detente.store.coding import restored, written
from detente.store.stored import MANY, all_known

NOBODY = ""
# the block that the unread texts of a store are counted in
UNREAD = "+"


def of_pair(connection: Connection, a: str, b: str, as_of: str | None = None) -> tuple[Coverage, ...]:
    """What is known of two sides, a line a side: its own texts on the pair and the words others give it."""
    return on_pair(connection, a, b, as_of)[0]


def on_pair(connection: Connection, a: str, b: str, as_of: str | None = None) -> tuple[tuple[Coverage, ...], Coverage]:
    """The lines of the two sides, and that of the documents on them in which neither speaks; with every unread text
    of the store, which may be on the two as well: under the side whose outlet it is, else among the others."""
    lines, unread = _lines(connection, a, b, as_of), _unread(connection, as_of)
    sides = (replace(_line(lines, side), unread=unread.get(side, {})) for side in (a, b))
    return tuple(sides), replace(_line(lines, NOBODY), unread=_of_others(unread, a, b))


def of_documents(
    connection: Connection, sides: Sequence[str], accounts: Iterable[tuple[str, str]], as_of: str | None = None
) -> tuple[Coverage, ...]:
    """What a comparison stands on; `accounts` are (side, document)."""
    told = list(accounts)
    found, unread = [], _unread(connection, as_of)
    for side in sides:
        versions = _versions(connection, [d for s, d in told if s == side], as_of)
        found.append(replace(_counted(side, versions), unread=unread.get(side, {})))
    return tuple(found)


def keep(connection: Connection, a: str, b: str) -> None:
    """Counts what a pair stands on and keeps it, in place of what was kept; of nobody and nobody the unread texts of
    the store. In a transaction."""
    c = schema.covered
    connection.execute(delete(c).where(c.c.a == a, c.c.b == b))
    lines = _count(connection, a, b) if a else _unread_lines(connection)
    if lines:
        connection.execute(
            insert(c), [{"a": a, "b": b, "side": side, "data": written(line)} for side, line in sorted(lines.items())]
        )


def _unread_lines(connection: Connection) -> dict[str, Coverage]:
    told: dict[str, dict[str, int]] = {NOBODY: {}, **_count_unread(connection)}
    return {side: replace(_counted(side, ()), unread=unread) for side, unread in told.items()}


def unread_kept(connection: Connection) -> bool:
    """Whether a store has the count of its unread texts."""
    c = schema.covered
    kept = select(c.c.side).where(c.c.a == NOBODY, c.c.b == NOBODY, c.c.side == NOBODY)
    return connection.execute(kept).first() is not None


def _lines(connection: Connection, a: str, b: str, as_of: str | None) -> dict[str, Coverage]:
    """The lines of a pair by side, without what is unread: as kept, or counted where that is not what was known."""
    first, second = min(a, b), max(a, b)
    d, c = schema.dirty, schema.covered
    stale = select(d.c.block).where(d.c.kind == "coverage", d.c.block == block_of(first, second))
    if not all_known(connection, as_of) or connection.execute(stale).first():
        return _count(connection, first, second, as_of)
    rows = connection.execute(select(c.c.side, c.c.data).where(c.c.a == first, c.c.b == second))
    return {r.side: restored(r.data, Coverage) for r in rows}


def block_of(a: str, b: str) -> str:
    """The block that a pair's coverage is counted in."""
    return f"{a}+{b}"


def _line(lines: Mapping[str, Coverage], side: str) -> Coverage:
    return lines.get(side) or _counted(side, ())


def _count(connection: Connection, a: str, b: str, as_of: str | None = None) -> dict[str, Coverage]:
    m, v = schema.mentions, schema.versions
    query = (
        select(m.c.side, v.c.document, v.c.family, v.c.language, v.c.known_at)
        .join(v, v.c.document == m.c.document)
        .where(m.c.a == a, m.c.b == b, v.c.state == "read")
        .order_by(v.c.document, v.c.known_at, v.c.version)
    )
    rows: dict[str, list[Any]] = {}
    for row in connection.execute(query if as_of is None else query.where(v.c.known_at <= as_of)):
        rows.setdefault(row.side, []).append(row)
    return {side: _counted(side, found) for side, found in rows.items()}


def _counted(side: str, rows: Sequence[Any]) -> Coverage:
    """The line of a side that stands on versions that were read, the last of each document coming last."""
    languages = Counter({r.document: r.language for r in rows}.values())
    days = [r.known_at for r in rows]
    return Coverage(
        side=Country(side),
        documents=len({r.document for r in rows}),
        families=len({r.family for r in rows}),
        languages={("en" if k == "und" else k): v for k, v in sorted(languages.items())},
        unread={},
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _versions(connection: Connection, documents: Sequence[str], as_of: str | None) -> list[Any]:
    v = schema.versions
    found: list[Any] = []
    for n in range(0, len(documents), MANY):
        query = select(v.c.document, v.c.family, v.c.language, v.c.known_at)
        query = query.where(v.c.document.in_(documents[n : n + MANY]), v.c.state == "read")
        query = query.order_by(v.c.document, v.c.known_at, v.c.version)
        found += connection.execute(query if as_of is None else query.where(v.c.known_at <= as_of)).all()
    return found


def _unread(connection: Connection, as_of: str | None) -> dict[str, dict[str, int]]:
    """How many texts were kept and not read, by the side whose outlet it is (of nobody's under NOBODY) and language: as
    kept, or counted where that is not what was known."""
    c, d = schema.covered, schema.dirty
    stale = select(d.c.block).where(d.c.kind == "coverage", d.c.block == UNREAD)
    if not all_known(connection, as_of) or connection.execute(stale).first():
        return _count_unread(connection, as_of)
    rows = connection.execute(select(c.c.side, c.c.data).where(c.c.a == NOBODY, c.c.b == NOBODY)).all()
    if not rows:  # a store of before this was kept
        return _count_unread(connection)
    return {r.side: dict(restored(r.data, Coverage).unread) for r in rows}


def _count_unread(connection: Connection, as_of: str | None = None) -> dict[str, dict[str, int]]:
    v = schema.versions
    query = select(v.c.side, v.c.language, func.count()).where(v.c.state == "unread").group_by(v.c.side, v.c.language)
    found: dict[str, dict[str, int]] = {}
    for side, language, number in connection.execute(query if as_of is None else query.where(v.c.known_at <= as_of)):
        found.setdefault(side or NOBODY, {})[language] = number
    return {side: dict(sorted(told.items())) for side, told in found.items()}


def _of_others(unread: Mapping[str, Mapping[str, int]], a: str, b: str) -> dict[str, int]:
    total: Counter[str] = Counter()
    for side, told in unread.items():
        if side not in (a, b):
            total.update(told)
    return dict(sorted(total.items()))
