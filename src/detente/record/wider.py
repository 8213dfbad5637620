"""A report that names two of the three who sat together: claims of fewer sides that tell of a wider engagement.

In: a claim of two sides that names nobody, and the groups of the wider blocks, which hold these sides and one or two
more. Out: the block and group that it belongs to, with the match. A claim that names persons tells of a meeting of
their own and is never taken: leaders who meet in three also meet in two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from detente.model import Form
from detente.record.days import NARROW, days_of
from detente.record.features import BETWEEN_SIDES
from detente.record.group import Group, Seen, retold, seen
from detente.record.nouns import EngagementClaim, Feature, Match
from detente.record.reviews import Review
from detente.record.standing import HAPPENED

AT_TABLE: frozenset[Form] = frozenset({"meeting", "talks", "summit_session"})
# sides of an engagement that a report of two of them can tell of
WIDEST = 4


@dataclass(frozen=True, slots=True)
class Taken:
    """A claim with the block and the claim of the wider engagement that it belongs to."""

    claim: EngagementClaim
    block: str
    head: str
    match: Match


def narrow(block: str) -> bool:
    """Whether a block is one of two sides."""
    return block.count("+") == 1


def wide(block: str) -> bool:
    """Whether a block is one of three sides or four."""
    return 1 < block.count("+") < WIDEST


def pairs_in(block: str) -> list[tuple[str, str]]:
    """The pairs of sides of a block."""
    return list(combinations(sorted(block.split("+")), 2))


def loose(claim: EngagementClaim) -> bool:
    """Whether a claim may tell of a wider engagement: talks of two states in a place on a day, with nobody named."""
    days = days_of(claim)
    if claim.form not in AT_TABLE or claim.series or days is None or not claim.places:
        return False
    return (days[1] - days[0]).days <= NARROW and not any(p.name for p in claim.people)


def taken(
    claims: Iterable[EngagementClaim], wider: Mapping[str, Sequence[Group]], reviews: Sequence[Review] = ()
) -> list[Taken]:
    """Which of a pair's claims belong to the groups of wider blocks; what a person has spoken of stays where it is."""
    spoken_of = {i for r in reviews for i in r.ids}
    found = []
    for claim in sorted((c for c in claims if loose(c) and c.id not in spoken_of), key=lambda c: c.id):
        mine = seen(claim)
        scored = [
            (how.score, block, group.members[0].id, how)
            for block in sorted(wider)
            for group in wider[block]
            if (how := match(mine, group)) is not None
        ]
        if scored:
            _, block, head, how = max(scored, key=lambda s: s[:3])
            found.append(Taken(claim, block, head, how))
    return found


def match(mine: Seen, group: Group) -> Match | None:
    """The explained match of a claim of fewer sides with a wider group; None where one feature forbids it."""
    if retold(mine, group) or not group.days:
        return None
    found = [compare(mine, group) for compare in BETWEEN_SIDES]
    features = [f for f in found if f is not None]
    points = {f.name: f.points for f in features}
    if len(features) < len(found) or points["date"] < 3 or not mine.lands & group.ground:
        return None
    if (mine.claim.status in HAPPENED) != (group.standing in HAPPENED):
        return None
    told = f"{len(mine.claim.countries)} of the {len(group.members[0].countries)} are named"
    return Match(round(sum(points.values()), 2), (*features, Feature("sides", told, 0)))


def joined(groups: Sequence[Group], joining: Iterable[Taken]) -> None:
    """Puts the claims that belong to wider groups into them."""
    by_claim = {c.id: g for g in groups for c in g.members}
    for each in joining:
        if each.head in by_claim:
            by_claim[each.head].add(each.claim, each.match)
