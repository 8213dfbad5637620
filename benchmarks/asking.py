"""How fast a store of many made claims answers, in process: board and engagements, against a bare scan.

    python benchmarks/asking.py STORE [CLAIMS]

Makes the store where it is not there (minutes for a million claims). Pairs are drawn as the claims were.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from random import Random

from sqlalchemy import Connection, Engine, insert, text

import detente
from benchmarks.generator import claims
from detente.record.grouping import block_of
from detente.run.local import knowledge
from detente.store import concluding, queries, schema
from detente.store.board import board
from detente.store.coding import written
from detente.store.filters import Filter
from detente.store.taking import sides, soil

BATCH = 20_000
SCAN = text("SELECT count(*) FROM pairs NOT INDEXED WHERE status = 'x'")
ASKED = 200


def make(engine: Engine, count: int) -> None:
    """Puts made claims into a store and concludes them."""
    stream = iter(claims(count))
    while batch := list(islice(stream, BATCH)):
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            connection.execute(insert(schema.versions), [_version(c.document, c.known_at) for c in batch])
            connection.execute(insert(schema.claims), [
                {"id": c.id, "document": c.document, "version": 1, "known_at": c.known_at, "kind": "engagement",
                 "block": block_of(c), "data": written(c)} for c in batch])  # fmt: skip
            _new(connection, schema.blocks, ({"kind": "engagement", "a": a, "b": b, "block": block_of(c)}
                                             for c in batch for a, b in sides(c.countries)))  # fmt: skip
            _new(connection, schema.mentions, ({"a": a, "b": b, "document": c.document, "side": ""}
                                               for c in batch for a, b in sides(c.countries)))  # fmt: skip
            soil(connection, {("engagement", block_of(c)) for c in batch})
    began = time.perf_counter()
    concluding.conclude(engine, knowledge())
    print(f"concluded {count} claims in {time.perf_counter() - began:.0f} s")


def _version(document: str, known_at: str) -> dict[str, object]:
    return {"document": document, "version": 1, "sha256": document, "known_at": known_at, "added_at": known_at,
            "language": "en", "voice": "other", "state": "read", "latest": True, "family": document}  # fmt: skip


def _new(connection: Connection, table: object, rows: Iterable[dict[str, object]]) -> None:
    from sqlalchemy.dialects.sqlite import insert as into

    connection.execute(into(table).on_conflict_do_nothing(), list(rows))  # type: ignore[arg-type]


def timed(ask: Callable[[tuple[str, str]], object], pairs: list[tuple[str, str]]) -> list[float]:
    """Milliseconds for each pair, sorted."""
    found = []
    for pair in pairs:
        began = time.perf_counter()
        ask(pair)
        found.append((time.perf_counter() - began) * 1000)
    return sorted(found)


def main() -> None:
    path, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    fresh = not Path(path).exists()
    record = detente.open(path)
    if fresh:
        make(record.engine, count)
    chance = Random(7)
    pairs = [c.countries for c in claims(ASKED * 5, seed=21)]
    asked = [(p[0], p[1]) for p in chance.sample(pairs, ASKED)]
    known = knowledge()
    with record.engine.connect() as connection:
        newest = queries.last_known(connection) or ""
        asks = {
            "bare scan of the pairs table": lambda p: connection.execute(SCAN).all(),
            "engagements --between A B --from (a year)": lambda p: queries.engagements(
                connection, Filter(between=p, since="2023-01-01")),
            "engagements --between A B": lambda p: queries.engagements(connection, Filter(between=p)),
            "board A B": lambda p: board(connection, *p, newest, known),
        }  # fmt: skip
        scan = None
        for name, ask in asks.items():
            times = timed(ask, asked if scan is not None else asked[:5])
            middle, p95 = times[len(times) // 2], times[int(len(times) * 0.95) - 1]
            scan = scan or middle
            print(f"{name:<44} p50 {middle:8.1f} ms  p95 {p95:8.1f} ms  p95/scan {p95 / scan:6.2f}")


if __name__ == "__main__":
    main()
