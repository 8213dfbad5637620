"""What one text says, asked for by the id that its reading gives it: "press-41#s2" is a statement of press-41.

In: a document's id and an item's, with "#" between; or the id of a declaration on a channel. Out: the statement, event
or declaration with the text's facts; of an engagement, promise or position the record that it is part of, which `show`
tells of. The latest version known by a day is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from detente.errors import NotFoundError
from detente.model import Commitment, Event, Position, Reading, Statement
from detente.record.nouns import CommitmentClaim, Declaration, EngagementClaim, PositionClaim
from detente.store import schema
from detente.store.coding import restored, unpacked
from detente.store.queries import ItemRow

# the ids that a reading gives its items: a letter and a number
OWN = re.compile(r"[a-z]\d+")


DECLARED = re.compile(r"dec-[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Other:
    """What the same id names in another version of a text: an id in a text is of the version that it was read in."""

    version: int
    known_at: str
    words: str


@dataclass(frozen=True, slots=True)
class ItemShown:
    """A statement, event or declaration, with what is known of the text that has it; `others` are what other versions
    of the text have under its id, where their words are not the same."""

    row: ItemRow
    outlet: str | None
    published: str | None
    title: str | None
    version: int = 1
    others: tuple[Other, ...] = ()


def item(connection: Connection, given: str, as_of: str | None = None) -> ItemShown | str | None:
    """What "DOCUMENT#ID" names: a statement or event, or the id of the record of an engagement, promise or position;
    or the declaration on a channel that an id of the board names.

    None where what is given has not that shape. Raises NotFoundError where the text has no such item.
    """
    if DECLARED.fullmatch(given):
        return _declaration(connection, given, as_of)
    document, _, own = given.rpartition("#")
    if not OWN.fullmatch(own):
        return None
    if not document:
        raise NotFoundError(f"{given}: is an id within one text; name the text before it, as in: DOCUMENT#{own}")
    v, r = schema.versions, schema.readings
    query = (
        select(v, r.c.data)
        .join(r, (r.c.document == v.c.document) & (r.c.version == v.c.version))
        .where(v.c.document == document)
        .order_by(v.c.known_at.desc(), v.c.version.desc())
    )
    query = query if as_of is None else query.where(v.c.known_at <= as_of)
    versions = connection.execute(query).all()
    row = versions[0] if versions else None
    if row is None:
        by = f" by {as_of}" if as_of is not None else ""
        raise NotFoundError(f"{document}: the store has read no such document{by}; detente sources lists them")
    reading = unpacked(row.data)
    if (found := _told(reading, own)) is not None:
        others = tuple(_others(versions[1:], own, words_of(found)))
        shown = ItemRow(document, row.known_at, found)
        return ItemShown(shown, row.outlet, row.published, row.title, row.version, others)
    record = next(_records(connection, document, row.version, reading, own), None)
    if record is None:
        raise NotFoundError(f"{given}: {document} has no such item; detente read shows what a text has")
    return record


def _told(reading: Reading, own: str) -> Statement | Event | None:
    """The statement or event of a reading with an id."""
    told: tuple[Statement | Event, ...] = (*reading.statements, *reading.events)
    return next((item for item in told if item.id == own), None)


def words_of(told: Statement | Event | Declaration) -> str:
    """The words of the text that say it."""
    if isinstance(told, Statement):
        return told.content.text
    return told.text if isinstance(told, Declaration) else " … ".join(s.text for s in told.evidence)


def _others(versions: Sequence[Any], own: str, words: str) -> Iterator[Other]:
    """What earlier versions have under an id, the newest first; empty where they have nothing."""
    for row in versions:
        found = _told(unpacked(row.data), own)
        had = words_of(found) if found is not None else ""
        if had != words:
            yield Other(row.version, row.known_at, had)


def _declaration(connection: Connection, given: str, as_of: str | None) -> ItemShown | None:
    i, v = schema.items, schema.versions
    query = (
        select(i.c.data, i.c.document, i.c.known_at, v.c.outlet, v.c.published, v.c.title)
        .join(v, (v.c.document == i.c.document) & (v.c.version == i.c.version))
        .where(i.c.kind == "declaration", i.c.data.startswith(f'{{"id":"{given}"'))
    )
    row = connection.execute(query if as_of is None else query.where(i.c.known_at <= as_of)).first()
    if row is None:
        return None
    told = restored(row.data, Declaration)
    return ItemShown(ItemRow(row.document, row.known_at, told), row.outlet, row.published, row.title)


def _records(connection: Connection, document: str, version: int, reading: Reading, own: str) -> Iterator[str]:
    """The record of an engagement, promise or position of a reading."""
    ordinal = next((n for n, e in enumerate(reading.engagements) if e.id == own), None)
    said: tuple[Commitment | Position, ...] = (*reading.commitments, *reading.positions)
    words = next((x.content for x in said if x.id == own), None)
    c = schema.claims
    query = select(c.c.kind, c.c.data, c.c.record).where(
        c.c.document == document, c.c.version == version, c.c.record.is_not(None)
    )
    kinds: dict[str, type[EngagementClaim | CommitmentClaim | PositionClaim]] = {
        "engagement": EngagementClaim, "commitment": CommitmentClaim, "position": PositionClaim,
    }  # fmt: skip
    for row in connection.execute(query.order_by(c.c.id)):
        claim = restored(row.data, kinds[row.kind])
        if isinstance(claim, EngagementClaim):
            same = claim.ordinal == ordinal
        else:
            same = words is not None and (claim.content.start, claim.content.end) == (words.start, words.end)
        if same:
            yield str(row.record)
