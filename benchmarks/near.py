"""Draws White House documents that lie near a row of the tables of travels and visits, for a store to be held to them.

    python -m benchmarks.near SHARED [--count 272] [--seed 1] > near.jsonl
    detente add near.jsonl --db STORE

A document lies near a row when it is of the seven days before or after it and names its person and its country. The
same seed draws the same documents.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.trips import WEEK, Trip, surname, trips
from detente.codebook import load
from detente.reading.actors.lexicon import plain

FIRST, LAST = date(2021, 1, 1), date(2025, 1, 31)


def near(shared: Path) -> Iterator[bytes]:
    """The lines of the documents near a row, in the order of the file."""
    names = {
        r["iso3"]: [n for n in (r["name"], *r["demonyms"].split("|"), *r["aliases"].split("|")) if n]
        for r in load().table("actors/countries")
    }
    told: dict[date, list[Trip]] = defaultdict(list)
    for trip in trips(shared, FIRST, LAST):
        for days in range((trip.end - trip.start + 2 * WEEK).days + 1):
            told[trip.start - WEEK + timedelta(days=days)].append(trip)
    with gzip.open(shared / "data" / "wh_dev.jsonl.gz", "rb") as lines:
        for line in lines:
            data = msgspec.json.decode(line)
            if any(_names(data, trip, names) for trip in told[date.fromisoformat(data["date"])]):
                yield line


def _names(data: dict[str, Any], trip: Trip, names: dict[str, list[str]]) -> bool:
    """Whether a document names the person and the country of a row."""
    text = f"{data['title']} {data['text']}"
    return any(n in text for n in names.get(trip.country, ())) and surname(trip.person) in plain(text).split()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--count", type=int, default=272)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    found = list(near(given.shared))
    drawn = random.Random(given.seed).sample(found, min(given.count, len(found)))
    sys.stdout.buffer.writelines(drawn)
    print(f"{len(drawn)} of {len(found)}", file=sys.stderr)


if __name__ == "__main__":
    main()
