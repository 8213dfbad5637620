"""Whether a match stands on enough: never on form and sides alone, and the vaguer the date, the more on people.

In: the features of a match with the claim and the group. Out: yes or no.
"""

from __future__ import annotations

from collections.abc import Iterable

from detente.record.circumstances import both_off, came_to_nothing, denies, is_moved
from detente.record.days import NARROW, Days, day_of, gap
from detente.record.group import Group, Seen
from detente.record.nouns import Feature
from detente.record.standing import COMING, HAPPENED, OFF

# days ahead in which a meeting that is only told of as to come is the one that took place, wherever it did
AHEAD_BLIND = 30
# days by which a meeting of the same people is moved, where no place is told
PUT_OFF = 60
# days within which what is planned for a town by the end of some season is the next sitting there
SOON = 62
# days within which one shared person is enough where a date is missing or leaves weeks open
NEAR = 3
# days between two reports without a date that can be of one engagement, and where a visitor and a place are shared
LOOSE, LOOSE_VISIT = 6, 90


def anchored(features: Iterable[Feature], mine: Seen, group: Group) -> bool:
    """Whether a match stands on enough: never on form and sides alone, and the vaguer the date, the more on people."""
    points = {f.name: f.points for f in features}
    if points["date"] >= 4 and _planned(mine, group):
        return True  # what two states have planned for one day is one thing
    if points["date"] >= 4 and points["form"] >= 2 and _come_true(mine, group):
        return True
    if points["date"] >= 3:
        return points["people"] + points["place"] + points["body"] >= 1
    if points["body"] and _of_one_sitting(points, mine, group):
        return True
    if _plan_in_a_town(points, mine, group) or _moved_in_a_town(points, mine, group):
        return True
    if points["people"] < 3:
        return _by_office(points, mine) or _moved_by_office(points, mine, group)
    if points["text"]:
        return True  # what one document tells of the same people in two versions
    apart = _apart(mine, group)
    if points["people"] < 6 and _still_to_come(mine, group):
        return False
    if apart <= NEAR or denies(mine, group) or both_off(mine, group):
        return True
    if points["people"] >= 6 and points["form"] >= 2 and came_to_nothing(mine, group):
        return True
    if points["people"] < 6 and points["place"] < 1:
        return False
    if mine.claim.form == "visit" and points["form"] >= 2 and came_to_nothing(mine, group):
        return True  # "X's promised visit to Y did not take place": one traveller is all that a visit has
    if points["place"] < 1 and _far_ahead(mine, group):
        return False
    if mine.days is None and not group.days:
        return apart <= (LOOSE_VISIT if mine.claim.form == "visit" and points["place"] >= 1 else LOOSE)
    if mine.days is not None and group.days and is_moved(mine, group):
        return apart <= PUT_OFF or points["place"] >= 1
    if mine.days is not None and group.days and points["date"] < 2:
        return points["place"] >= 1 or mine.days in group.days  # "last year" fits every meeting of a year
    return points["form"] >= 2 or points["date"] >= 2


def _still_to_come(mine: Seen, group: Group) -> bool:
    """Whether a meeting without a date is told of as to come when the other has taken place: on the day of it only
    where the persons of both sides are the same."""
    coming = mine.claim.status in COMING and mine.days is None and mine.claim.form != "visit"
    return coming and group.standing in HAPPENED


def _planned(mine: Seen, group: Group) -> bool:
    """Whether both speak of what is to be, or was to be, on one day or a few."""
    off = mine.claim.status not in HAPPENED and group.standing not in HAPPENED
    return off and mine.days is not None and (mine.days[1] - mine.days[0]).days <= NARROW


def _come_true(mine: Seen, group: Group) -> bool:
    """Whether one was planned for a day, with nobody named, and the other took place on that day."""
    planned = mine.claim.status in COMING and not mine.names and group.standing in HAPPENED
    held = mine.claim.status in HAPPENED and not group.core and group.standing in COMING
    days = [mine.days] if mine.days else []
    return (planned or held) and all(first == last for first, last in (*days, *group.days))


def _plan_in_a_town(points: dict[str, float], mine: Seen, group: Group) -> bool:
    """ "The next round is to be held in X in May": what took place in that town in those weeks, or is planned again for
    them, whoever came; where a plan names nobody and both tell of one table. What is off is so if it was planned for
    the same stretch of days, and nobody is named."""
    plan = (mine.claim.status in COMING and not mine.names) or (group.standing in COMING and not group.core)
    if {mine.claim.status, group.standing} & OFF and (mine.names or group.core or mine.days not in group.days):
        return False
    dated = mine.days is not None and bool(group.days) and (points["date"] >= 2 or mine.days in group.days)
    return plan and dated and points["place"] >= 2 and mine.claim.form != "visit"


def _of_one_sitting(points: dict[str, float], mine: Seen, group: Group) -> bool:
    """ "The session of the Joint Committee did not take place": the one that was planned for those weeks, or moved, or
    that was to come; two reports that it was held have to agree on more."""
    off = mine.claim.status not in HAPPENED or group.standing not in HAPPENED
    if not off or points["form"] < 1:
        return False
    if mine.days is not None and group.days:
        there = points["place"] >= 2 and points["date"] >= 1 and _before_long(mine, group)
        same = points["date"] >= 2 or mine.days in group.days or there
        return same or (is_moved(mine, group) and _apart(mine, group) <= PUT_OFF)
    return _apart(mine, group) <= PUT_OFF or came_to_nothing(mine, group)


def _before_long(mine: Seen, group: Group) -> bool:
    """ "in X before the end of the year", and then in X: the next sitting there, where weeks and no seasons lie
    between word of the plan and the sitting, or the plan itself is for some weeks."""
    if mine.days is None or not group.days:
        return False
    span = max((last - first).days for first, last in (mine.days, *group.days))
    known = mine.known if mine.claim.status in COMING else day_of(group.last_known)
    sittings = group.days if mine.claim.status in COMING else [mine.days]
    return span <= SOON or min(gap((known, known), days) for days in sittings) <= SOON


def _moved_in_a_town(points: dict[str, float], mine: Seen, group: Group) -> bool:
    """ "The session that was to be held in X on 3 May was put off to 2 June": the one planned there, nobody named."""
    nameless = not mine.names and not group.core and points["place"] >= 2 and points["form"] >= 1
    return nameless and mine.days is not None and is_moved(mine, group) and _apart(mine, group) <= PUT_OFF


def _by_office(points: dict[str, float], mine: Seen) -> bool:
    """ "The foreign ministers last met in May": both sides' offices and weeks that fit, recalled or in one place.
    A visit has one office: the visitor's."""
    needed = 1 if mine.claim.form == "visit" and points["place"] >= 1 else 2
    both = points["people"] >= needed and points["date"] >= 2 and points["form"] >= 1
    return both and (points["place"] >= 1 or mine.claim.background)


def _moved_by_office(points: dict[str, float], mine: Seen, group: Group) -> bool:
    """ "The visit of the Interior Minister, set for 9 May, has been moved to 22 May": the one whose traveller another
    report names, to the same country."""
    same = mine.claim.form == "visit" and points["people"] >= 1 and points["place"] >= 1
    return same and mine.days is not None and is_moved(mine, group) and _apart(mine, group) <= PUT_OFF


def _far_ahead(mine: Seen, group: Group) -> bool:
    """Whether a date lies weeks after a meeting or call was spoken of as to come, without one."""
    if mine.claim.form == "visit" or (mine.days is None) == (not group.days):
        return False
    if mine.days is not None:
        return group.standing in COMING and (mine.days[0] - day_of(group.last_known)).days > AHEAD_BLIND
    return mine.claim.status in COMING and all((days[0] - mine.known).days > AHEAD_BLIND for days in group.days)


def _apart(mine: Seen, group: Group) -> int:
    """Days between claim and group; where one has no date, from the day on which it was last spoken of."""
    own = mine.days or (mine.known, mine.known)
    theirs = group.days or [(day_of(group.last_known), day_of(group.last_known))]
    return min(_width_apart(own, days) for days in theirs)


def _width_apart(one: Days, other: Days) -> int:
    """The most that two days of the two can lie apart where both are dated narrowly, else what parts them."""
    return max(gap(one, other), (one[1] - one[0]).days, (other[1] - other[0]).days)
