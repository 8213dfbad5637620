"""Draws what a reader must judge: engagements joined from several documents, and near pairs that were kept apart.

    python -m benchmarks.merges STORE [--sample 50] [--seed 11]

Out: for each engagement of two or more documents its claims, with the words that tell them and the points that
joined them; then pairs of engagements of the same states, two days apart at most, with the same. A person reads
them and counts the wrong ones; Wilson's interval of both shares belongs to the figure. The claims of the store are
matched anew, so that a change of matching is judged without reading the documents again.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, select

import detente
from detente.reading.times import calendar
from detente.record.group import Group
from detente.record.grouping import groups
from detente.record.nouns import EngagementClaim
from detente.store import schema
from detente.store.coding import restored

NEAR = 2
QUOTED = 420


def claims(connection: Connection) -> dict[str, list[EngagementClaim]]:
    """The claims of engagements of a store, by block."""
    c = schema.claims
    found: dict[str, list[EngagementClaim]] = defaultdict(list)
    for row in connection.execute(select(c.c.block, c.c.data).where(c.c.kind == "engagement")):
        found[row.block].append(restored(row.data, EngagementClaim))
    return found


def titles(connection: Connection) -> dict[str, str]:
    """The titles of the documents."""
    v = schema.versions
    return {row.document: row.title or row.document for row in connection.execute(select(v.c.document, v.c.title))}


def joined(group: Group) -> bool:
    return len({c.document for c in group.members}) > 1


def near(found: list[Group]) -> Iterator[tuple[Group, Group]]:
    """Groups of one block that lie at most two days apart and share no document."""
    for one, other in combinations(found, 2):
        documents = {c.document for c in one.members} & {c.document for c in other.members}
        if not documents and abs(_middle(one) - _middle(other)) <= NEAR:
            yield one, other


def _middle(group: Group) -> int:
    first = next((c for c in group.members if c.when), group.members[0])
    days = calendar.bounds(first.when) if first.when else None
    if days and (days[1] - days[0]).days < 10:
        return days[0].toordinal()
    return calendar.bounds(first.known_at)[0].toordinal()  # type: ignore[index]


def show(number: str, group: Group, named: dict[str, str]) -> None:
    print(f"\n== {number}  {' '.join(group.members[0].countries)}")
    for claim, how in zip(group.members, group.matches):
        people = ", ".join(f"{p.name or p.post}/{p.country}" for p in claim.people)
        places = ", ".join(p.name for p in claim.places)
        print(f" - known {claim.known_at} | {named.get(claim.document, claim.document)[:90]}")
        print(f"   {claim.form} {claim.status} {claim.when or 'undated'} at {places or '?'}; {people}"
              f"{'; background' if claim.background else ''}; {claim.rule} {claim.confidence:.2f}")  # fmt: skip
        print(f"   “{' … '.join(q.text for q in claim.evidence)[:QUOTED]}”".replace("\n", " "))
        if how:
            print(f"   {how.score}: " + "; ".join(f"{f.name} {f.points:g} ({f.verdict})" for f in how.features))


def main() -> None:
    given = _arguments()
    with detente.open(given.store) as record, record.engine.connect() as connection:
        told, named = claims(connection), titles(connection)
    blocks = {block: groups(members) for block, members in sorted(told.items()) if len(block.split("+")) > 1}
    draw = random.Random(given.seed)
    merged = [g for found in blocks.values() for g in found if joined(g)]
    apart = [pair for found in blocks.values() for pair in near(found)]
    count = sum(map(len, told.values()))
    print(f"{count} claims, {len(merged)} engagements of several documents, {len(apart)} near pairs")
    for n, group in enumerate(draw.sample(merged, min(given.sample, len(merged))), 1):
        show(f"joined {n}", group, named)
    for n, pair in enumerate(draw.sample(apart, min(given.sample, len(apart))), 1):
        for letter, group in zip("ab", pair):
            show(f"apart {n}{letter}", group, named)


def _arguments() -> Any:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("--sample", type=int, default=50)
    parser.add_argument("--seed", type=int, default=11)
    return parser.parse_args()


if __name__ == "__main__":
    main()
