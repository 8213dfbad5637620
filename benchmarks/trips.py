"""Holds a store of White House documents against the tables of travels and visits.

    python -m benchmarks.trips STORE SHARED

Of the trips and visits for which a document of the store within seven days names person and country: the share
for which the record has an engagement in person with the right person, country and days. The interval is Wilson's.
The second figure counts those of which one sentence or the title names both: a document that speaks of Secretary
Blinken and, ten paragraphs on, of Kuwait, tells no journey. The third, those where such a sentence also has a word of
going, meeting or receiving: "what would you like Blinken to achieve in China" tells none either. Without a word of a
day ("he also visited Ramallah") a journey is found with no day, and counts as wrong days in all three.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from pathlib import Path

import detente
from detente.codebook import load
from detente.reading.actors.lexicon import plain
from detente.reading.times import calendar
from detente.record.nouns import EngagementRecord
from detente.store.taking import each_reading

TELLS = re.compile(
    r"\b(?:visit|travel|trip|tour|journey|arriv|head(?:s|ed|ing)? to|fl(?:y|ies|ew|ying) to|w[eo]nt to|going to|"
    r"depart|meet|met\b|host|welcom|receiv|greet|summit|talks|attend|dinner|ceremony|conference|will be in|was in|"
    r"is in|here)\w*",
    re.IGNORECASE,
)
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
    """The rows of both tables, each journey once: some stand there twice."""
    yield from dict.fromkeys(_rows(shared, first, last))


def _rows(shared: Path, first: date, last: date) -> Iterator[Trip]:
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


def _told(trip: Trip, words: list[str], text: str, title: str) -> int:
    """2 where a sentence or the title names person and country and tells of a journey or meeting, 1 where it names
    both, else 0: elsewhere both may stand for something else."""
    both = [
        s for s in (title, *re.split(r"(?<=[.!?])\s+|\n+", text))
        if surname(trip.person) in plain(s).split() and any(w in s for w in words)
    ]  # fmt: skip
    return 2 if any(TELLS.search(s) for s in both) else int(bool(both))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("shared", type=Path)
    parser.add_argument("-v", action="store_true", help="name each trip that was not found as it was")
    given = parser.parse_args()
    store, shared = given.store, given.shared
    names = {r["iso3"]: [r["name"], *r["demonyms"].split("|"), *r["aliases"].split("|")]
             for r in load().table("actors/countries")}  # fmt: skip
    with detente.open(store) as record, record.engine.connect() as connection:
        read = [(date.fromisoformat(row.known_at), reading) for row, reading in each_reading(connection)]
        texts = [(day, reading.text, reading.source.title or "") for day, reading in read]
        engagements = record.engagements()
    told = list(trips(shared, min(d for d, *_ in texts), max(d for d, *_ in texts)))
    outcome: dict[str, list[str]] = {"travel": [], "visit": []}
    together: dict[str, list[str]] = {"travel": [], "visit": []}
    going: dict[str, list[str]] = {"travel": [], "visit": []}
    for trip in told:
        words = [n for n in names.get(trip.country, []) if n]
        near = [(t, title) for d, t, title in texts if trip.start - WEEK <= d <= trip.end + WEEK]
        named = [
            (t, title) for t, title in near
            if surname(trip.person) in plain(f"{title} {t}").split() and any(w in t or w in title for w in words)
        ]  # fmt: skip
        if named:
            outcome[trip.kind].append(result := found(trip, engagements))
            how = max(_told(trip, words, t, title) for t, title in named)
            if how > 0:
                together[trip.kind].append(result)
            if how > 1:
                going[trip.kind].append(result)
            if given.v and result != "right":
                print(result, how, trip.kind, trip.person, trip.country, trip.start, trip.end, len(named))
    two = sum(1 for e in engagements if len({*e.documents, *e.background_in}) > 1)
    print(f"{len(texts)} documents, {len(engagements)} engagements, {two} with two or more documents")
    tiers = (("a document names both", outcome), ("a sentence names both", together),
             ("a sentence tells of both going or meeting", going))  # fmt: skip
    for name, told_of in tiers:
        for kind, results in told_of.items():
            hits = results.count("right")
            low, high = wilson(hits, len(results))
            share = hits / len(results) if results else 0
            print(f"{kind}, {name}: {hits} of {len(results)} right ({share:.2f}, {low:.2f}–{high:.2f}), "
                  f"{results.count('wrong days')} wrong days, {results.count('missing')} missing")  # fmt: skip


if __name__ == "__main__":
    main()
