"""How a claim can stand to an engagement that is known: moves it, denies it, tells that it came to nothing.

In: a claim and a group. Out: yes or no; each is asked by a feature or by the anchor of a match.
"""

from __future__ import annotations

from datetime import date

from detente.reading.times.calendar import moved
from detente.record import people
from detente.record.days import AHEAD, NARROW, Days, day_of, of_its_day
from detente.record.group import Group, Seen, at_one_table
from detente.record.nouns import EngagementClaim
from detente.record.standing import COMING, DENIED, HAPPENED, MOVABLE, OFF

# days within which what was put off without a date, and is told to have been held, is the same
PUT_OFF_SHORTLY = 10
# days between two sides' words that one engagement is off
TOLD_APART = 3
# days in which a denial answers what it denies
DENIAL = 14
# days between two reports of a plan without a date that can be one plan
PATIENT = 150
# days between the plan of a call, or of a meeting that is called off, and the word that nothing comes of it
SHORTLY = 60
DIRECT = frozenset({"call", "video_call"})


def denies(mine: Seen, group: Group) -> bool:
    """ "No visit was ever announced": the one that the other side spoke of in the days before."""
    claim = mine.claim
    if claim.status not in DENIED or any(p.name for p in claim.people) or claim.when:
        return False
    return 0 <= (mine.known - day_of(group.last_known)).days <= DENIAL and claim.side not in group.voices


def both_off(mine: Seen, group: Group) -> bool:
    """ "The Ministry regrets that the consultations were put off": which the other side's says that it put off."""
    claim = mine.claim
    official = claim.voice == "official" and all(m.voice == "official" for m in group.members)
    if not official or claim.status not in OFF or group.standing not in OFF or claim.form not in group.forms:
        return False
    return claim.side not in group.voices and abs((mine.known - day_of(group.last_known)).days) <= TOLD_APART


def came_to_nothing(mine: Seen, group: Group) -> bool:
    """ "The second meeting of X and Y never took place": the one that they had told of as to come, months before."""
    if mine.claim.status not in OFF or group.standing not in COMING or (mine.days is not None and group.days):
        return False
    return 0 <= (mine.known - day_of(group.last_known)).days <= _remembered(mine.claim)


def _remembered(claim: EngagementClaim) -> int:
    """The days for which a plan is still the one that is said to be off. That a journey or meeting never took place is
    told long after; a call is planned for days ahead, and what is declined or called off was planned shortly before."""
    if claim.form in DIRECT:
        return SHORTLY
    if claim.status == "did_not_occur":
        return AHEAD
    return PATIENT if claim.form == "visit" else SHORTLY


def open_days(mine: Seen, group: Group) -> Days | None:
    """The days that a group without a date can lie on; what is told to have come to nothing was to come long before."""
    if group.window is None or not came_to_nothing(mine, group):
        return group.window
    return group.window[0], max(group.window[1], moved(group.window[0], AHEAD))


def stale(mine: Seen, group: Group) -> bool:
    """A plan without a date that was last spoken of long ago is not this one, unless this says what became of it."""
    if group.days or mine.claim.status not in COMING:
        return False
    return (mine.known - day_of(group.last_known)).days > PATIENT


def told_already(mine: Seen, group: Group) -> bool:
    """A side's own account without a date, days after its own account of what was held: the two spoke again since."""
    claim = mine.claim
    if mine.days is not None or claim.status not in HAPPENED or claim.background or claim.voice != "official":
        return False
    own = [m for m in group.members if m.side == claim.side and m.voice == "official" and m.document != claim.document]
    if of_its_day(claim) and any(of_its_day(m) and m.known_at != claim.known_at for m in own):
        return True
    told = any(m.status in HAPPENED and not m.background for m in own)
    return told and bool(group.days) and min((mine.known - last).days for _, last in group.days) > NARROW


def told_from_elsewhere(mine: Seen, group: Group) -> bool:
    """Whether claim and group speak from different sides, so that one day can have two dates."""
    return mine.claim.side is None or mine.claim.side not in group.voices or None in group.voices


def is_moved(mine: Seen, group: Group) -> bool:
    """Whether one of them tells that the other's date was changed."""
    return (mine.moves and group.standing in MOVABLE) or (group.moved and mine.claim.status in COMING)


def slipped(mine: Seen, group: Group) -> bool:
    """Whether the persons of both sides met in the town that they were to meet in, on the day after the one planned."""
    claim = mine.claim
    same = claim.form in group.forms and bool(mine.towns & group.towns) and at_one_table(mine, group) > 1
    if not same or mine.days is None or claim.status not in HAPPENED or group.standing not in COMING:
        return False
    return all((mine.days[0] - last).days == 1 for _, last in group.days)


def soon_after(mine: Seen, group: Group) -> bool:
    """Whether what was put off without a date took place within days, with the same person."""
    shared = any(people.shared(names, group.core.get(side, ())) for side, names in mine.names.items())
    return shared and mine.days is not None and 0 <= (mine.days[0] - day_of(group.last_known)).days <= PUT_OFF_SHORTLY


def gainsaid(mine: Seen, group: Group) -> bool:
    """ "No meeting between X and Y took place": the one that another told of in the days before, or tells of after."""
    claim, told = mine.claim, {claim_of.status for claim_of in group.members}
    denial = claim.status in DENIED and claim.when is None and bool(told & HAPPENED)
    denied = claim.status in HAPPENED and not claim.background and group.standing in DENIED and not group.days
    near = abs((mine.known - day_of(group.last_known)).days) <= DENIAL
    return (denial or denied) and near and claim.side not in group.voices and at_one_table(mine, group) > 1


def known_after(mine: Seen, group: Group) -> bool:
    """Whether a claim became known after the days of an engagement."""
    last = max((days[1] for days in group.days), default=date.min)
    return mine.known > last
