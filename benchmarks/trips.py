"""Holds a store of White House documents against the tables of travels and visits.

    python benchmarks/trips.py STORE SHARED

Of the trips and visits for which a document of the store within seven days names person and country: the share
for which the record has an engagement in person with the right person, country and days. The interval is Wilson's.
The second figure counts those of which one sentence names both: a document that speaks of Secretary Blinken and, ten
paragraphs on, of Kuwait, tells no journey. Made from what the titles tell:
`Readout|Joint|Visit|Travel|Trip|Bilateral|Summit`.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from pathlib import Path

import detente
from detente.codebook import load
from detente.reading import calendar
from detente.reading.lexicon import plain
from detente.record.nouns import EngagementRecord
from detente.store.taking import each_reading

REMOTE = {"call", "video_call", "correspondence"}
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Trip:
    """One row of a table: who went to which country (or came from it) when."""

    kind: str
    person: str
    country: str
    start: date
    end: date


def trips(shared: Path, first: date, last: date) -> Iterator[Trip]:
    for kind, name in (("travel", "us_travels.csv"), ("visit", "us_visits.csv")):
        with (shared / "data" / name).open(encoding="utf-8") as stream:
            for row in csv.DictReader(stream):
                if not row["start"] or len(row["start"]) < 10:
                    continue
                start = date.fromisoformat(row["start"])
                end = date.fromisoformat(row["end"]) if len(row["end"]) == 10 else start
                for country in row["country_iso3"].split(";"):
                    if first <= start <= last and country:
                        yield Trip(kind, row["person"], country, start, end)


def surname(person: str) -> str:
    return plain(person).split()[-1] if person.strip() else ""


def wilson(hits: int, of: int) -> tuple[float, float]:
    if not of:
        return 0.0, 1.0
    z, p = 1.96, hits / of
    middle, spread = p + z * z / (2 * of), z * sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    return (middle - spread) / (1 + z * z / of), (middle + spread) / (1 + z * z / of)


def found(trip: Trip, engagements: list[EngagementRecord]) -> str:
    """ "right", "wrong days" or "missing"."""
    fits = [e for e in engagements if e.form not in REMOTE and _person(trip, e) and _country(trip, e)]
    low, high = trip.start - timedelta(days=1), trip.end + timedelta(days=1)
    for e in fits:
        days = calendar.bounds(e.when)
        if days and days[0] <= high and days[1] >= low and (days[1] - days[0]).days <= 21:
            return "right"
    near = [e for e in fits if _near(trip, e)]
    return "wrong days" if near else "missing"


def _near(trip: Trip, e: EngagementRecord) -> bool:
    known = date.fromisoformat(e.history[0].known_at)
    return trip.start - WEEK <= known <= trip.end + WEEK


def _person(trip: Trip, e: EngagementRecord) -> bool:
    return any(p.name and surname(trip.person) in plain(p.name).split() for p in e.participants)


def _country(trip: Trip, e: EngagementRecord) -> bool:
    if trip.kind == "visit":
        return trip.country in e.countries or "USA" in e.countries
    return trip.country in e.countries or trip.country in {p.country for p in e.places}


def _told(trip: Trip, words: list[str], text: str) -> bool:
    """Whether one sentence names person and country: elsewhere both may stand for something else."""
    return any(
        surname(trip.person) in plain(s).split() and any(w in s for w in words)
        for s in re.split(r"(?<=[.!?])\s+|\n+", text)
    )


def main() -> None:
    store, shared = sys.argv[1], Path(sys.argv[2])
    names = {r["iso3"]: [r["name"], *r["demonyms"].split("|"), *r["aliases"].split("|")]
             for r in load().table("actors/countries")}  # fmt: skip
    with detente.open(store) as record, record.engine.connect() as connection:
        texts = [(date.fromisoformat(row.known_at), reading.text) for row, reading in each_reading(connection)]
        engagements = record.engagements()
    told = list(trips(shared, min(d for d, _ in texts), max(d for d, _ in texts)))
    outcome: dict[str, list[str]] = {"travel": [], "visit": []}
    together: dict[str, list[str]] = {"travel": [], "visit": []}
    for trip in told:
        words = [n for n in names.get(trip.country, []) if n]
        near = [t for d, t in texts if trip.start - WEEK <= d <= trip.end + WEEK]
        named = [t for t in near if surname(trip.person) in plain(t).split() and any(w in t for w in words)]
        if named:
            outcome[trip.kind].append(result := found(trip, engagements))
            if any(_told(trip, words, t) for t in named):
                together[trip.kind].append(result)
            if "-v" in sys.argv and result != "right":
                print(result, trip.kind, trip.person, trip.country, trip.start, trip.end, len(named))
    two = sum(1 for e in engagements if len({*e.documents, *e.background_in}) > 1)
    print(f"{len(texts)} documents, {len(engagements)} engagements, {two} with two or more documents")
    for name, told_of in (("a document names both", outcome), ("a sentence of it names both", together)):
        for kind, results in told_of.items():
            hits = results.count("right")
            low, high = wilson(hits, len(results))
            share = hits / len(results) if results else 0
            print(f"{kind}, {name}: {hits} of {len(results)} right ({share:.2f}, {low:.2f}–{high:.2f}), "
                  f"{results.count('wrong days')} wrong days, {results.count('missing')} missing")  # fmt: skip


if __name__ == "__main__":
    main()
