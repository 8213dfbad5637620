"""How fast a store of many made claims answers, in process: board and engagements, against a bare scan.

    python -m benchmarks.asking STORE [CLAIMS]

Makes the store where it is not there (minutes for a million claims). Pairs are drawn as the claims were, so the
busiest pair, with its thousands of engagements, is asked about most often. A page is printed as a terminal has it;
JSON is every engagement's bytes; objects are the API's list. Medians and 95th percentiles of so many askings.
"""

from __future__ import annotations

import argparse
import io
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

from rich.console import Console
from sqlalchemy import Connection, Engine, insert, text

import detente
from benchmarks.generator import asked, claims
from detente.cli.listing import PAGE
from detente.outputs.answers import streamed
from detente.outputs.listing import render
from detente.record.grouping import block_of
from detente.run.local import knowledge
from detente.store import concluding, coverage, schema
from detente.store.board import board
from detente.store.coding import written
from detente.store.engagements import engagements, engagements_as_json, how_many
from detente.store.filters import Filter
from detente.store.stored import last_known
from detente.store.taking import sides, soil

BATCH = 20_000
SCAN = text("SELECT count(*) FROM pairs NOT INDEXED WHERE status = 'x'")
ASKED = 200
Ask = Callable[[tuple[str, str]], object]


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
            soil(connection, {("coverage", coverage.block_of(a, b)) for c in batch for a, b in sides(c.countries)})
    began = time.perf_counter()
    concluding.conclude(engine, knowledge())
    print(f"concluded {count} claims in {time.perf_counter() - began:.0f} s")


def _version(document: str, known_at: str) -> dict[str, object]:
    return {"document": document, "version": 1, "sha256": document, "known_at": known_at, "added_at": known_at,
            "language": "en", "voice": "other", "state": "read", "latest": True, "family": document}  # fmt: skip


def _new(connection: Connection, table: object, rows: Iterable[dict[str, object]]) -> None:
    from sqlalchemy.dialects.sqlite import insert as into

    connection.execute(into(table).on_conflict_do_nothing(), list(rows))  # type: ignore[arg-type]


def timed(ask: Ask, pairs: list[tuple[str, str]]) -> tuple[list[float], list[float]]:
    """Milliseconds for each pair, sorted: by the clock, and of the processor, which a busy machine changes little."""
    clock, processor = [], []
    for pair in pairs:
        began, worked = time.perf_counter(), time.process_time()
        ask(pair)
        clock.append((time.perf_counter() - began) * 1000)
        processor.append((time.process_time() - worked) * 1000)
    return sorted(clock), sorted(processor)


def page(connection: Connection, wanted: Filter) -> None:
    """What a terminal shows: the newest, and how many there are."""
    values = engagements(connection, wanted)
    console = Console(file=io.StringIO(), width=140, force_terminal=True)
    render(values, "engagements", console, wanted, how_many(connection, wanted))


def whole(connection: Connection, wanted: Filter) -> int:
    """All engagements as JSON, as `--format json` writes them; how many bytes."""
    return sum(map(len, streamed(engagements_as_json(connection, wanted))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("claims", nargs="?", type=int, default=1_000_000)
    given = parser.parse_args()
    path, count = given.store, given.claims
    fresh = not Path(path).exists()
    record = detente.open(path)
    concluding.conclude(record.engine, knowledge())
    if fresh:
        make(record.engine, count)
    pairs = asked(ASKED)
    known = knowledge()
    with record.engine.connect() as connection:
        newest = last_known(connection) or ""
        asks: dict[str, Ask] = {
            "bare scan of the pairs table": lambda p: connection.execute(SCAN).all(),
            "engagements, a page": lambda p: page(connection, Filter(limit=PAGE)),
            "engagements --between A B, a page": lambda p: page(connection, Filter(between=p, limit=PAGE)),
            "engagements --between A B, JSON of all": lambda p: whole(connection, Filter(between=p)),
            "engagements --between A B --from (a year), JSON": lambda p: whole(
                connection, Filter(between=p, since="2023-01-01")),
            "engagements --between A B, objects": lambda p: engagements(connection, Filter(between=p)),
            "board A B": lambda p: board(connection, *p, newest, known),
        }  # fmt: skip
        scan = None
        for name, ask in asks.items():
            clock, processor = timed(ask, pairs)
            scan = scan or clock[len(clock) // 2]
            last = int(len(clock) * 0.95) - 1
            print(f"{name:<48} p50 {clock[len(clock) // 2]:7.1f} ms  p95 {clock[last]:7.1f} ms  "
                  f"p95/scan {clock[last] / scan:5.1f}  processor p95 {processor[last]:7.1f} ms")  # fmt: skip


if __name__ == "__main__":
    main()
