"""The events of a pair as the index takes them, and the index of a pair."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from detente.model import Country, Event
from detente.record.temperature import DOUBTFUL, Point, Scored, temperature
from detente.store import queries, schema
from detente.store.concluding import span_of
from detente.store.filters import Filter


def index(connection: Connection, wanted: Filter) -> list[Point]:
    """The monthly temperature between two sides (or all), each direction by itself."""
    return list(temperature(scored(connection, wanted)))


def scored(connection: Connection, wanted: Filter) -> Iterator[Scored]:
    """Events that took place and are no doubtful ones, with a score and both sides known."""
    v = schema.versions
    families = {r.document: r.family for r in connection.execute(select(v.c.document, v.c.family))}
    for row in queries.items(connection, "event", Event, wanted):
        event = row.item
        if not isinstance(event, Event) or event.realis != "actual" or event.score is None or event.target is None:
            continue
        if event.confidence < DOUBTFUL:
            continue
        source, target = event.source.country, event.target.country
        if source and target and source != target:
            first, _ = span_of(event.when.edtf)
            code = f"{event.plover_root} {event.cameo or ''}"
            family = families.get(row.document, row.document)
            yield Scored(
                f"{row.document}#{event.id}", Country(source), Country(target), first or row.known_at, code, family,
                event.score,
            )  # fmt: skip
