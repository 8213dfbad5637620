"""What one of two sides did against the other: expulsions, closures, recalls, sanctions, protests, the use of force.

In: a connection, two sides and days. Out: `Measure`s in the order of their days: the events that the codebook classes
as conflict in deeds (quad Q4) and that took place. What several texts tell of one day under one code counts once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from detente.model import Country, Event
from detente.record.nouns import Quote, quote
from detente.store import queries, schema
from detente.store.claimed import superseded
from detente.store.coding import restored
from detente.store.concluding import span_of
from detente.store.rejected import rejected

# the class of deeds against another, as events carry it in their JSON
DEEDS = '"quad":"Q4"'
# the confidence from which an event is told in a sentence; lists and the index have those of less too
SURE = 0.5


@dataclass(frozen=True, slots=True)
class Measure:
    """What one side did against another: the event that tells it, the day it became known, and where it is told."""

    event: Event
    source: Country
    target: Country
    known_at: str
    document: str
    words: tuple[Quote, ...]

    @property
    def day(self) -> str:
        """The day by which it is put in order: its own, else that on which it became known."""
        return span_of(self.event.when.edtf)[0] or self.known_at


def measures(
    connection: Connection, a: str, b: str, as_of: str, since: str | None = None, known_by: str | None = None
) -> list[Measure]:
    """What two sides did against each other up to a day, and since one; `known_by` where not all was known by then."""
    rows = _rows(connection, a, b, as_of, since)
    documents = {row.document for row in rows}
    gone = superseded(connection, known_by, documents) if rows else set()
    turned_down = rejected(connection) if rows else {}
    families = queries.families(connection, documents) if rows else {}
    found: list[Measure] = []
    for row in (r for r in rows if (r.document, r.version) not in gone):
        event: Event | None = restored(row.data, Event)
        here = turned_down.get((row.document, row.version))
        event = here.today(event) if here is not None and event is not None else event
        if event is not None and _told(event):
            found.append(_measure(row, event))
    return sorted(_once(found, families), key=lambda m: (m.day, m.document, m.words[0].start))


def _rows(connection: Connection, a: str, b: str, as_of: str, since: str | None) -> Sequence[Any]:
    i = schema.items
    either = or_((i.c.a == a) & (i.c.b == b), (i.c.a == b) & (i.c.b == a))
    query = select(i).where(i.c.kind == "event", either, i.c.known_at <= as_of, i.c.data.contains(DEEDS))
    if since is not None:
        query = query.where(i.c.known_at >= since)
    return connection.execute(query.order_by(i.c.known_at, i.c.document, i.c.version, i.c.number)).all()


def _told(event: Event) -> bool:
    """Whether it took place, plainly enough; what is called off is told of as an engagement."""
    sure = event.realis == "actual" and event.confidence >= SURE and event.engagement is None
    return sure and event.quad == "Q4" and bool(event.evidence)


def _measure(row: Any, event: Event) -> Measure:
    words = tuple(quote(row.document, span) for span in event.evidence[:1])
    return Measure(event, row.a, row.b, row.known_at, row.document, words)


def _once(found: Sequence[Measure], families: dict[str, str]) -> Iterator[Measure]:
    """Each once: of one text's words the surest event, of several texts those of one day under one code together."""
    kept: dict[tuple[str | None, ...], list[Measure]] = {}
    for one in sorted(found, key=lambda m: (-len(m.event.cameo or ""), -m.event.confidence, m.known_at, m.document)):
        here = [m for same in kept.values() for m in same if m.document == one.document]
        if not _overlaps(one, here):
            kept.setdefault((one.source, one.target, one.event.plover_root, one.event.cameo, one.day), []).append(one)
    for same in kept.values():
        first = min(same, key=lambda m: (m.known_at, m.document))
        told: dict[str, Quote] = {}
        for m in (first, *same):
            told.setdefault(families.get(m.document, m.document), m.words[0])
        yield Measure(first.event, first.source, first.target, first.known_at, first.document, tuple(told.values()))


def _overlaps(one: Measure, others: Collection[Measure]) -> bool:
    mine = one.words[0]
    return any(m.source == one.source and m.words[0].start < mine.end and mine.start < m.words[0].end for m in others)
