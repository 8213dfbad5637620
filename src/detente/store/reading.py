"""Readings out of the store, as the record takes them: with the day they became known and whose voice they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from detente.record.nouns import Told
from detente.store import schema
from detente.store.coding import unpacked


def told(connection: Connection, documents: Sequence[str], known_by: str | None = None) -> list[Told]:
    """The newest version of each document known by a day, in the order of the documents."""
    v, r = schema.versions, schema.readings
    query = (
        select(v, r.c.data)
        .join(r, (r.c.document == v.c.document) & (r.c.version == v.c.version))
        .where(v.c.document.in_(documents))
    )
    if known_by is not None:
        query = query.where(v.c.known_at <= known_by)
    newest: dict[str, Any] = {}
    for row in connection.execute(query):
        held = newest.get(row.document)
        if held is None or (row.known_at, row.version) > (held.known_at, held.version):
            newest[row.document] = row
    return [_told(newest[d]) for d in documents if d in newest]


def _told(row: Any) -> Told:
    return Told(unpacked(row.data), row.known_at, row.version, row.side, row.voice)
