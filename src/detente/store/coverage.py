"""What an answer stands on, side by side: documents, families, languages, what is unread, first and last day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select

from detente.model import Country
from detente.record.nouns import Coverage
from detente.store import schema

NOBODY = ""


def of_pair(connection: Connection, a: str, b: str, as_of: str | None = None) -> tuple[Coverage, ...]:
    """What is known of two sides, a line a side: its own texts on the pair and the words others give it."""
    m = schema.mentions
    first, second = min(a, b), max(a, b)
    rows = connection.execute(select(m.c.document, m.c.side).where(m.c.a == first, m.c.b == second)).all()
    return tuple(_line(connection, s, [r.document for r in rows if r.side == s], as_of) for s in (a, b))


def wires(connection: Connection, a: str, b: str, as_of: str | None = None) -> Coverage:
    """The documents on a pair in which neither side speaks."""
    m = schema.mentions
    query = select(m.c.document).where(m.c.a == min(a, b), m.c.b == max(a, b), m.c.side == NOBODY)
    return _line(connection, NOBODY, list(connection.execute(query).scalars()), as_of)


def of_documents(
    connection: Connection, sides: Sequence[str], accounts: Iterable[tuple[str, str]], as_of: str | None = None
) -> tuple[Coverage, ...]:
    """What a comparison stands on; `accounts` are (side, document)."""
    told = list(accounts)
    return tuple(_line(connection, s, [d for side, d in told if side == s], as_of) for s in sides)


def _line(connection: Connection, side: str, documents: Sequence[str], as_of: str | None) -> Coverage:
    rows = [r for r in _versions(connection, documents, as_of) if r.state == "read"]
    unread = Counter(r.language for r in _unread(connection, side, as_of)) if side else Counter[str]()
    days = sorted(r.known_at for r in rows)
    languages = Counter({r.document: r.language for r in rows}.values())
    return Coverage(
        side=Country(side),
        documents=len({r.document for r in rows}),
        families=len({r.family for r in rows}),
        languages={("en" if k == "und" else k): v for k, v in sorted(languages.items())},
        unread=dict(sorted(unread.items())),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def _versions(connection: Connection, documents: Sequence[str], as_of: str | None) -> list[Any]:
    v = schema.versions
    found: list[Any] = []
    for n in range(0, len(documents), 500):
        query = select(v.c.document, v.c.family, v.c.language, v.c.known_at, v.c.state)
        query = query.where(v.c.document.in_(documents[n : n + 500]))
        found += connection.execute(query if as_of is None else query.where(v.c.known_at <= as_of)).all()
    return found


def _unread(connection: Connection, side: str, as_of: str | None) -> list[Any]:
    v = schema.versions
    query = select(v.c.language).where(v.c.side == side, v.c.state == "unread")
    return list(connection.execute(query if as_of is None else query.where(v.c.known_at <= as_of)).all())
