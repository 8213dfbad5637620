"""Invented claims for benchmarks: engagements between pairs of states, each told by one to four documents.

Pairs are drawn by Zipf's law (exponent 1.1) from all pairs of 60 states, days evenly from ten years; of the
engagements 15 % are visits, 45 % meetings, 40 % calls; 30 % are announced before they are held; a third of the
reports give no day. Each state has one leader and one foreign minister a term of three years. The seed is given,
so the same figures come from the same claims.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, combinations
from random import Random

from detente.model import Country, Edtf
from detente.record.nouns import EngagementClaim, Person, PlaceName, Quote, Word

STATES = [f"{a}{b}{c}" for a in "ABCDE" for b in "LMNO" for c in "XYZ"]
FIRST, DAYS = date(2014, 1, 1), 3650
POSTS = (("President", "head_of_state", "leaders"), ("Foreign Minister", "foreign", "foreign_ministers"))


def claims(count: int, seed: int = 20) -> Iterator[EngagementClaim]:
    """So many claims, in the order of engagements."""
    chance = Random(seed)
    pairs, weights = _shares(chance)
    made = number = 0
    while made < count:
        pair = chance.choices(pairs, cum_weights=weights)[0]
        for claim in _engagement(chance, pair, number):
            if made < count:
                yield claim
                made += 1
        number += 1


def asked(count: int, seed: int = 20) -> list[tuple[str, str]]:
    """So many pairs to ask about, drawn as the claims of that seed are: the busiest pair is asked about most."""
    pairs, weights = _shares(Random(seed))
    return Random(seed + 1).choices(pairs, cum_weights=weights, k=count)


def _shares(chance: Random) -> tuple[list[tuple[str, str]], list[float]]:
    """All pairs, the busiest first, and their shares added up."""
    pairs = list(combinations(STATES, 2))
    chance.shuffle(pairs)
    return pairs, list(accumulate(1 / (n + 1) ** 1.1 for n in range(len(pairs))))


def _engagement(chance: Random, pair: tuple[str, str], number: int) -> Iterator[EngagementClaim]:
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    form = chance.choices(["visit", "meeting", "call"], [15, 45, 40])[0]
    office = chance.randrange(2)
    place = chance.choice(pair)
    if chance.random() < 0.3:
        yield _claim(chance, pair, number, 0, form, office, place, day, day - timedelta(days=chance.randrange(1, 20)))
    for n in range(1, 1 + chance.choices([1, 2, 3, 4], [50, 30, 15, 5])[0]):
        yield _claim(chance, pair, number, n, form, office, place, day, day + timedelta(days=chance.randrange(3)))


def _claim(
    chance: Random, pair: tuple[str, str], number: int, n: int, form: str, office: int, place: str, day: date,
    known: date,
) -> EngagementClaim:  # fmt: skip
    document = f"doc-{number}-{n}"
    post, portfolio, channel = POSTS[office]
    going = pair if form != "visit" else tuple(s for s in pair if s != place)
    people = tuple(Person(f"{s.title()} {post.split()[0]}{(day.year - 2014) // 3} Of{s}", post, Country(s), "principal")
                   for s in going)  # fmt: skip
    status = "held" if known >= day else "announced"
    span = Quote(document, 0, 40, f"{people[0].name} and the other side, {form}"[:40])
    dated = chance.random() < 0.67
    return EngagementClaim(
        id=f"eng-{hashlib.blake2b(document.encode(), digest_size=8).hexdigest()}", document=document, version=1,
        latest=True, ordinal=0, known_at=known.isoformat(), side=None, voice="other", language="en",
        form=form, level="minister", track="1", countries=tuple(sorted(map(Country, pair))), people=people,  # type: ignore[arg-type]
        portfolios=tuple((Country(s), portfolio) for s in going), when=Edtf(day.isoformat()) if dated else None,
        when_kind="actual", places=() if form == "call" else (PlaceName(f"{place} City", Country(place)),),
        status=status, words=(Word(status, None, "Wire", None, 0, 40, span.text),),  # type: ignore[arg-type]
        initiator=None, initiator_claimed_by=None, parent=None, topics=(), background=False, evidence=(span,),
        rule="engagements/made", confidence=0.8, channel=channel,
    )  # fmt: skip


if __name__ == "__main__":
    argparse.ArgumentParser(
        description=__doc__, epilog="It is a part of merging.py and asking.py, and prints nothing by itself.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    ).parse_args()  # fmt: skip
