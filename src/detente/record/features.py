"""The features by which a claim is held against an engagement: text, form, people, date, place, standing.

In: a claim and a group. Out: each feature with its points and its verdict in words; None where it forbids a match.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import get_args

from detente.model import Form
from detente.record import people
from detente.record.bodies import alike
from detente.record.circumstances import (
    both_off,
    denies,
    gainsaid,
    is_moved,
    known_after,
    open_days,
    slipped,
    soon_after,
    stale,
    told_already,
    told_from_elsewhere,
)
from detente.record.days import NARROW, WIDE, Days, gap, overlap
from detente.record.group import Group, Seen, at_one_table, retold
from detente.record.nouns import EngagementClaim, Feature
from detente.record.standing import COMING, HAPPENED, OFF

KIN: dict[frozenset[Form], float] = {
    frozenset({"call", "talks"}): 1, frozenset({"video_call", "talks"}): 1, frozenset({"meeting", "talks"}): 1,
    frozenset({"summit_session", "talks"}): 1, frozenset({"summit_session", "meeting"}): 1,
    frozenset({"ceremony", "meeting"}): 0.5, frozenset({"video_call", "summit_session"}): 0.5,
    frozenset({"call", "video_call"}): 0.5, frozenset({"video_call", "meeting"}): 0.5,
    frozenset({"ceremony", "summit_session"}): 0.5,
}  # fmt: skip
# the forms that every form can be told as
ALIKE: dict[Form, frozenset[Form]] = {
    form: frozenset({form, *(other for pair in KIN if form in pair for other in pair)}) for form in get_args(Form)
}
NONE: frozenset[str] = frozenset()
# forms in which nobody goes anywhere
REMOTE: frozenset[Form] = frozenset({"call", "video_call"})


def _text(mine: Seen, group: Group) -> Feature | None:
    """Two engagements of one text are two: its own reading told them apart."""
    claim = mine.claim
    if (claim.document, claim.version) in group.texts:
        return None
    if claim.series != group.members[0].series:
        return None
    same = retold(mine, group)
    return Feature("text", "another version of the same document" if same else "another document", 0.5 * same)


def _form(mine: Seen, group: Group) -> Feature | None:
    own = mine.claim.form
    if not group.forms <= ALIKE[own]:
        return None
    if own in group.forms:
        return Feature("form", own, 2)
    if _face_to_face(mine.claim, group):
        return None
    if "summit_session" in {own, *group.forms} and at_one_table(mine, group) < 2:
        return None  # one side's leader at a summit of many, and his meeting with one of them
    best = max(KIN[frozenset({form, own})] for form in group.forms)
    return Feature("form", f"{own} can be {'/'.join(sorted(group.forms))}", best)


def _face_to_face(claim: EngagementClaim, group: Group) -> bool:
    """Whether one of claim and group is a call and the other talks held somewhere or part of a visit: "will
    travel to X for talks" is no plan of a call."""
    if (claim.form in REMOTE) == bool(group.forms & REMOTE):
        return False
    there = (claim,) if group.forms & REMOTE else group.members
    return any(c.form == "talks" and (c.places or c.parent) for c in there)


def _form_of_many(mine: Seen, group: Group) -> Feature | None:
    """Of talks that name nobody: "the summit", "the meeting" and "the talks" are one."""
    own = mine.claim.form
    if not group.forms <= ALIKE[own]:
        return None
    return Feature("form", own if own in group.forms else f"{own} can be {'/'.join(sorted(group.forms))}", 1)


def _people(mine: Seen, group: Group) -> Feature | None:
    """A person shared by each side that both name; offices where one of them names nobody."""
    points, told = 0.0, []
    for country in sorted({*mine.names, *group.core, *mine.offices, *group.offices}):
        ours, theirs = mine.names.get(country, ()), group.core.get(country, ())
        if ours and theirs:
            both = people.shared(ours, theirs)
            if not both:
                return None
            if _only_receives(mine, group, country):
                told.append(f"{country}: {', '.join(_spelled(mine.claim, both))}, who receives")
                continue
            points += 3
            told.append(f"{country}: {', '.join(_spelled(mine.claim, both))}")
            continue
        held, known = mine.offices.get(country, NONE), group.offices.get(country, NONE)
        if held and known and not held & known:
            return None
        points += bool(held & known)
        told += [f"{country}: {', '.join(sorted(held & known))}"] if held & known else []
    if not points and denies(mine, group):
        return Feature("people", "a denial that names nobody, within days of what it denies", 3)
    if points < 3 and both_off(mine, group):
        return Feature("people", "each side's own office says within days that it is off", 3)
    return Feature("people", "; ".join(told) or "nobody named by both", points)


def _only_receives(mine: Seen, group: Group, country: str) -> bool:
    """Whether a visit that both tell of leads to the state of who is named: who receives or invites is no visitor."""
    common = mine.lands & group.ground
    return mine.claim.form == "visit" and len(mine.claim.countries) > 1 and common == {country}


def _spelled(claim: EngagementClaim, keys: Iterable[people.Key]) -> list[str]:
    """The names as the claim has them."""
    found = list(keys)
    return [p.name for p in claim.people if p.name and any(people.same(people.key(p.name), k) for k in found)]


def _date(mine: Seen, group: Group) -> Feature | None:
    if mine.days is None or not group.days:
        return _undated(mine, group)
    for days in group.days:
        if overlap(mine.days, days):
            return _width(mine.days, days)
    least = min(gap(mine.days, days) for days in group.days)
    if least <= 1 and told_from_elsewhere(mine, group):
        return Feature("date", "a day apart, told from different sides of the date line", 3)
    if is_moved(mine, group):
        return Feature("date", "moved to a new date", 1.5)
    if least <= 1 and slipped(mine, group):
        return Feature("date", "held on the day after it was planned for", 3)
    return None


def _undated(mine: Seen, group: Group) -> Feature | None:
    """What has no date must lie where its standing and its day of publication put it."""
    theirs = group.days[0] if group.days else open_days(mine, group)
    if mine.days is None and not group.days and retold(mine, group):
        return Feature("date", "no date in either version of one document", 1)
    if theirs is None or not overlap(mine.days or mine.window, theirs) or stale(mine, group):
        return None
    if told_already(mine, group):
        return None
    distance = abs((mine.known - theirs[0]).days) if group.days else 0
    return Feature("date", "no date on one side; the day it became known allows it", 1 - min(distance, 900) / 1000)


def _width(one: Days, other: Days) -> Feature:
    width = max((one[1] - one[0]).days, (other[1] - other[0]).days)
    if width <= NARROW:
        return Feature("date", "the same days", 4)
    return Feature("date", "the dates allow it", 2 if width <= WIDE else 1)


def _place(mine: Seen, group: Group) -> Feature | None:
    form, theirs = mine.claim.form, group.ground
    if form in ("call", "video_call", "correspondence") or not mine.lands or not theirs:
        return Feature("place", "not told by both", 0)
    if not mine.lands & theirs:
        return None
    common = mine.towns & group.towns
    if common:
        return Feature("place", ", ".join(sorted(common)), 2)
    return Feature("place", f"in {', '.join(sorted(mine.lands & theirs))}", 1 if form == "visit" else 0)


def _body(mine: Seen, group: Group) -> Feature:
    """The joint body that both say sits: its name tells as much as a person's."""
    common = alike(mine.claim.bodies, sorted(group.bodies))
    return Feature("body", common or "not named by both", 2 if common else 0)


def _standing(mine: Seen, group: Group) -> Feature | None:
    """What was called off is not what is announced anew; what was held is not what is to come."""
    now, before = mine.claim.status, group.standing
    same_date = mine.days is not None and any(overlap(mine.days, days) for days in group.days)
    if gainsaid(mine, group):
        return Feature("standing", f"{before}, which another side denies", 0.25)
    soon = before == "postponed" and now in HAPPENED and soon_after(mine, group)
    if before in OFF and now in COMING | HAPPENED and not (same_date or soon or now == "rescheduled"):
        return None
    if before in HAPPENED and now in COMING and not same_date and known_after(mine, group):
        return None
    if before in HAPPENED and now in OFF and not same_date:
        return None
    verdict = now if now == before else f"{before}, then {now}"
    return Feature("standing", verdict, 0.5 if now == before else 0.25)


FEATURES: tuple[Callable[[Seen, Group], Feature | None], ...] = (
    _text, _form, _people, _date, _place, _body, _standing,
)  # fmt: skip


# what a claim of fewer sides is compared by (record/wider.py)
BETWEEN_SIDES: tuple[Callable[[Seen, Group], Feature | None], ...] = (_form_of_many, _date, _place, _standing)
