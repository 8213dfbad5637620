"""The versions of one document, each with what it changed in the one before."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from detente.errors import NotFoundError
from detente.record.edits import Edit, edits
from detente.record.knowledge import Knowledge
from detente.store import schema
from detente.store.coding import restored_text, unpacked


@dataclass(frozen=True, slots=True)
class Version:
    """One frozen text of a document; `changes` tells what is not as in the version known before it."""

    version: int
    sha256: str
    known_at: str
    title: str | None
    url: str | None
    language: str
    latest: bool
    changes: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """A document with its versions, in the order in which they became known."""

    document: str
    outlet: str | None
    versions: tuple[Version, ...]


def document(
    connection: Connection, given: str, knowledge: Knowledge, as_of: str | None = None
) -> DocumentShown | None:
    """A document of the store as known by a day (all of it, without one); None where there is none of that id.

    Raises NotFoundError where no version was known by then."""
    v, r = schema.versions, schema.readings
    query = (
        select(v, r.c.data)
        .join(r, (r.c.document == v.c.document) & (r.c.version == v.c.version), isouter=True)
        .where(v.c.document == given)
        .order_by(v.c.known_at, v.c.version)
    )
    found: list[Version] = []
    before: str | None = None
    outlet = None
    rows = connection.execute(query).all()
    known = [row for row in rows if as_of is None or row.known_at <= as_of]
    if rows and not known:
        raise NotFoundError(f"{given}: was not known by {as_of}; ask for a later day with --as-of")
    for row in known:
        text = unpacked(row.data).text if row.data else restored_text(row.text)
        changes = () if before is None else edits(before, text, knowledge.abbreviations)
        found.append(
            Version(row.version, row.sha256, row.known_at, row.title, row.url, row.language, row is known[-1], changes)
        )
        before, outlet = text, row.outlet
    return DocumentShown(given, outlet, tuple(found)) if found else None


def changed_last(connection: Connection, given: str, knowledge: Knowledge) -> tuple[Edit, ...]:
    """What the newest step from one version of a document to the next changed."""
    shown = document(connection, given, knowledge)
    return shown.versions[-1].changes if shown else ()
