"""The versions of one document, each with what it changed in the one before, and what was read in the last of them.

A document is asked for by its id, or by the name of its file, with or without its ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from sqlalchemy import Connection, select

from detente.errors import NotFoundError
from detente.record.edits import Edit, edits
from detente.record.knowledge import Knowledge
from detente.record.nouns import CommitmentClaim, EngagementClaim, PositionClaim, Quote
from detente.record.temperature import DOUBTFUL
from detente.store import schema
from detente.store.coding import restored, restored_text, unpacked

KINDS = ("engagement", "commitment", "position")
CLAIMS: dict[str, type[EngagementClaim | CommitmentClaim | PositionClaim]] = {
    "engagement": EngagementClaim, "commitment": CommitmentClaim, "position": PositionClaim,
}  # fmt: skip
# ids that are no file's name
OF_A_RECORD = re.compile(r"(?:eng|com|pos|dec|deed)-[0-9a-f]{16}$")
# documents of one file that a refusal names
FEW = 3


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
class Read:
    """What was read in a document: its kind, the id by which `show` tells more, and its words."""

    kind: str
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """A document with its versions, in the order in which they became known, and what was read in the last of them."""

    document: str
    outlet: str | None
    versions: tuple[Version, ...]
    read: tuple[Read, ...] = ()


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
    if not rows and (named := _of_file(connection, given)) is not None:
        return document(connection, named, knowledge, as_of)
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
    read = tuple(_read(connection, given, found[-1].version)) if found else ()
    return DocumentShown(given, outlet, tuple(found), read) if found else None


def _of_file(connection: Connection, given: str) -> str | None:
    """The document whose file has this name, with or without its ending. Raises NotFoundError where several have it."""
    if OF_A_RECORD.match(given) or "#" in given:
        return None
    v = schema.versions
    query = select(v.c.document, v.c.path).where(v.c.path.contains(given, autoescape=True)).distinct()
    rows = connection.execute(query)
    found = sorted({r.document for r in rows if given in (r.path, PurePath(r.path).name, PurePath(r.path).stem)})
    if len(found) > 1:
        few = ", ".join(found[:FEW])
        raise NotFoundError(f"{given}: is the file of {len(found)} documents, as of {few}; name one of them")
    return found[0] if found else None


def _read(connection: Connection, given: str, version: int) -> Iterator[Read]:
    """The records that a version tells of, then its statements and events, in the order of the text."""
    c, r = schema.claims, schema.readings
    query = select(c.c.kind, c.c.record, c.c.data).where(c.c.document == given, c.c.version == version)
    claims = connection.execute(query.where(c.c.record.is_not(None)))
    rows = [(row, restored(row.data, CLAIMS[row.kind])) for row in claims]
    told = [(row.kind, row.record, _words(claim)) for row, claim in rows]
    for kind, record, words in sorted(told, key=lambda t: (KINDS.index(t[0]), t[2].start, t[1])):
        yield Read(kind, record, words.text)
    data = connection.execute(select(r.c.data).where(r.c.document == given, r.c.version == version)).scalar()
    reading = unpacked(data) if data else None
    for statement in reading.statements if reading else ():
        yield Read("statement", f"{given}#{statement.id}", statement.content.text)
    for event in reading.events if reading else ():
        if event.confidence >= DOUBTFUL:
            yield Read("event", f"{given}#{event.id}", event.evidence[0].text)


def _words(claim: EngagementClaim | CommitmentClaim | PositionClaim) -> Quote:
    return claim.evidence[0] if isinstance(claim, EngagementClaim) else claim.content


def changed_last(connection: Connection, given: str, knowledge: Knowledge) -> tuple[Edit, ...]:
    """What the newest step from one version of a document to the next changed."""
    shown = document(connection, given, knowledge)
    return shown.versions[-1].changes if shown else ()
