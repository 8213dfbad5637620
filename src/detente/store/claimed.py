"""The claims of a block as they are known on a day, and the claims that pass between blocks.

A claim of two sides may belong to an engagement of three or four (record/wider.py): it stays in its own block and is
concluded in the other. So what changes in one block is concluded anew in those that it can pass claims to or from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from detente.record import wider
from detente.record.group import Group
from detente.record.grouping import groups
from detente.record.nouns import EngagementClaim
from detente.record.reviews import Review, kept
from detente.store import schema
from detente.store.coding import restored
from detente.store.stored import MANY
from detente.store.taking import soil


@dataclass(frozen=True, slots=True)
class Known:
    """What a block is concluded from: its own claims, those that join it, those that leave it; families of all."""

    own: tuple[EngagementClaim, ...]
    joining: tuple[wider.Taken, ...]
    leaving: frozenset[str]
    families: dict[str, str]


def claims_of(
    connection: Connection, kind: str, block: str, type_: type[Any], known_by: str | None = None
) -> tuple[list[Any], dict[str, str]]:
    """The claims of a block known by a day (all, without one) and the families of their documents."""
    c, v = schema.claims, schema.versions
    query = (
        select(c.c.data, c.c.document, c.c.version, v.c.family)
        .join(v, (v.c.document == c.c.document) & (v.c.version == c.c.version))
        .where(c.c.kind == kind, c.c.block == block)
    )
    if known_by is not None:
        query = query.where(c.c.known_at <= known_by)
    rows = connection.execute(query).all()
    return [restored(r.data, type_) for r in rows], {r.document: r.family for r in rows}


def superseded(
    connection: Connection, known_by: str | None = None, documents: Iterable[str] | None = None
) -> set[tuple[str, int]]:
    """The versions that a later one has replaced, as known on a day; of all documents, or of those given."""
    rows = [r for r in _changed(connection, documents) if known_by is None or r.known_at <= known_by]
    newest: dict[str, tuple[str, int]] = {}
    for row in rows:
        newest[row.document] = max(newest.get(row.document, ("", 0)), (row.known_at, row.version))
    return {(r.document, r.version) for r in rows if newest[r.document][1] != r.version}


def _changed(connection: Connection, documents: Iterable[str] | None) -> Iterator[Any]:
    """The versions of documents that have several; without `DISTINCT`, for which SQLite would go through all."""
    v = schema.versions
    query = select(v.c.document, v.c.version, v.c.known_at)
    if documents is None:
        changed = select(v.c.document).where(v.c.version > 1)
        yield from connection.execute(query.where(v.c.document.in_(changed)))
        return
    named = sorted(documents)
    for n in range(0, len(named), MANY):
        yield from connection.execute(query.where(v.c.document.in_(named[n : n + MANY])))


def _latest(claims: Iterable[EngagementClaim], old: set[tuple[str, int]]) -> list[EngagementClaim]:
    return [replace(c, latest=False) if (c.document, c.version) in old else c for c in claims]


class Claimed:
    """Reads the engagement claims of blocks as known by a day; the groups of a wider block are made once."""

    def __init__(self, connection: Connection, known_by: str | None, reviews: Sequence[Review]) -> None:
        self.connection, self.known_by, self.reviews = connection, known_by, reviews
        self.old = superseded(connection, known_by)
        self.families: dict[str, str] = {}
        self._groups: dict[str, list[Group]] = {}

    def of(self, block: str) -> Known:
        """What a block is concluded from."""
        own = self._claims(block)
        leaving = self._passing(block, own) if wider.narrow(block) else []
        joining = list(self._joining(block)) if wider.wide(block) else []
        gone = frozenset(t.claim.id for t in leaving)
        return Known(tuple(c for c in own if c.id not in gone), tuple(joining), gone, self.families)

    def _claims(self, block: str) -> list[EngagementClaim]:
        found, families = claims_of(self.connection, "engagement", block, EngagementClaim, self.known_by)
        self.families |= families
        return _latest(kept(found, self.reviews), self.old)

    def _passing(self, block: str, claims: Sequence[EngagementClaim]) -> list[wider.Taken]:
        """The claims of a pair that belong to wider engagements."""
        if not any(map(wider.loose, claims)):
            return []
        around = {w: self._grouped(w) for w in wider_blocks(self.connection, block)}
        return wider.taken(claims, around, self.reviews)

    def _grouped(self, block: str) -> list[Group]:
        if block not in self._groups:
            self._groups[block] = groups(self._claims(block))
        return self._groups[block]

    def _joining(self, block: str) -> Iterable[wider.Taken]:
        for pair in narrow_blocks(self.connection, block):
            yield from (t for t in self._passing(pair, self._claims(pair)) if t.block == block)


def wider_blocks(connection: Connection, block: str) -> list[str]:
    """The blocks of three or four sides that hold a pair."""
    b = schema.blocks
    a, _, other = block.partition("+")
    query = select(b.c.block).where(b.c.kind == "engagement", b.c.a == a, b.c.b == other).order_by(b.c.block)
    return [w for w in connection.execute(query).scalars() if wider.wide(w)]


def narrow_blocks(connection: Connection, block: str) -> list[str]:
    """The blocks of two sides that lie within a wider one and hold claims."""
    b = schema.blocks
    names = [f"{a}+{other}" for a, other in wider.pairs_in(block)]
    query = select(b.c.block).where(b.c.kind == "engagement", b.c.block.in_(names)).distinct().order_by(b.c.block)
    return list(connection.execute(query).scalars())


def spread(connection: Connection) -> None:
    """Marks the blocks that pass claims to or from those that are to be concluded anew."""
    d = schema.dirty
    dirty = connection.execute(select(d.c.block).where(d.c.kind == "engagement")).scalars().all()
    pairs = {p for block in dirty if wider.wide(block) for p in narrow_blocks(connection, block)}
    pairs |= {block for block in dirty if wider.narrow(block)}
    around = {w for pair in pairs for w in wider_blocks(connection, pair)}
    if fresh := (pairs | around) - set(dirty):
        soil(connection, (("engagement", block) for block in fresh))
