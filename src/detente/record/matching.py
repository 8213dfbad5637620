"""Is this the engagement that we already know? One claim against one group, feature by feature, with an explanation.

In: a claim and a `Group` of claims of the same sides. Out: a `Match`, or None where a feature forbids it.
Text is never compared: parties, principals, form, dates, places and standing decide.
"""

from __future__ import annotations

from detente.record import people
from detente.record.anchor import anchored
from detente.record.circumstances import open_days
from detente.record.days import gap, overlap
from detente.record.features import ALIKE, FEATURES
from detente.record.group import Group, Seen, retold
from detente.record.nouns import Feature, Match

ENOUGH = 4.0


def possible(mine: Seen, group: Group) -> bool:
    """Whether form, dates and people can be one at all: a quick look before the features are compared."""
    if not group.forms <= ALIKE[mine.claim.form]:
        return False
    if mine.days is not None and group.days and not mine.moves and not group.moved:
        if all(gap(mine.days, days) > 1 for days in group.days):
            return False
    elif not group.days and (open_to := open_days(mine, group)) and not overlap(mine.days or mine.window, open_to):
        if not retold(mine, group):
            return False
    return all(names is None or _meet(names, group.core.get(side)) for side, names in mine.names.items())


def _meet(ours: tuple[people.Key, ...], theirs: tuple[people.Key, ...] | None) -> bool:
    return not theirs or any(people.same(a, b) for a in ours for b in theirs)


def match(mine: Seen, group: Group) -> Match | None:
    """The explained match of a claim with a group; None where one feature forbids it or the sum is too small."""
    if not possible(mine, group):
        return None
    features: list[Feature] = []
    for compare in FEATURES:
        feature = compare(mine, group)
        if feature is None:
            return None
        features.append(feature)
    score = round(sum(f.points for f in features), 2)
    return Match(score, tuple(features)) if score >= ENOUGH and anchored(features, mine, group) else None
