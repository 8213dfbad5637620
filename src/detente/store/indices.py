"""The events of a pair as the index takes them, and the index of a pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from detente.model import Country, Event
from detente.record.temperature import DOUBTFUL, Point, Scored, temperature
from detente.store import queries, schema
from detente.store.concluding import span_of
from detente.store.filters import Filter


def index(connection: Connection, wanted: Filter) -> list[Point]:
    """The monthly temperature between two sides (or all), each direction by itself."""
    return list(temperature(scored(connection, wanted)))


def counted(
    connection: Connection, rows: Iterable[queries.ItemRow]
) -> Iterator[tuple[queries.ItemRow, Event, Country, Country, str]]:
    """The events that took place between two states and are not doubtful: with who did it, to whom, and the day, that
    of its publication where it has none; the day on which a text without a date was added is no event's."""
    undated = queries.undated(connection)
    for row in rows:
        event = row.item
        if not isinstance(event, Event) or event.realis != "actual" or event.target is None:
            continue
        source, target = event.source.country, event.target.country
        if event.confidence >= DOUBTFUL and source and target and source != target:
            first, _ = span_of(event.when.edtf)
            if first or row.document not in undated:
                yield row, event, source, target, first or row.known_at


def scored(connection: Connection, wanted: Filter) -> Iterator[Scored]:
    """The counted events that have a score."""
    v = schema.versions
    families = {r.document: r.family for r in connection.execute(select(v.c.document, v.c.family))}
    for row, event, source, target, day in counted(connection, queries.items(connection, "event", Event, wanted)):
        if event.score is not None:
            code = f"{event.plover_root} {event.cameo or ''}"
            family = families.get(row.document, row.document)
            yield Scored(f"{row.document}#{event.id}", source, target, day, code, family, event.score)
