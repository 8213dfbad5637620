"""Is this the engagement that we already know? One claim against one group, feature by feature, with an explanation.

In: a claim and a `Group` of claims of the same sides. Out: a `Match`, or None where a feature forbids it.
Text is never compared: parties, principals, form, dates, places and standing decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import get_args

from detente.model import Country, Edtf, Form, StatusName
from detente.reading import calendar
from detente.record import people
from detente.record.nouns import EngagementClaim, Feature, Match

Days = tuple[date, date]

HAPPENED: frozenset[StatusName] = frozenset({"held", "under_way"})
COMING: frozenset[StatusName] = frozenset({"mooted", "announced", "confirmed", "rescheduled"})
OFF: frozenset[StatusName] = frozenset({"postponed", "cancelled", "declined", "unanswered", "did_not_occur"})
DENIED: frozenset[StatusName] = frozenset({"disputed", "did_not_occur"})
MOVED: frozenset[StatusName] = frozenset({"postponed", "rescheduled"})

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
MOVABLE = COMING | {"postponed"}
NONE: frozenset[str] = frozenset()
ENOUGH = 4.0
NARROW = 3
WIDE = 31
# days around the publication date in which what has no date of its own is looked for; visits are planned longer ahead
FRESH, RECALL, AHEAD, AHEAD_TALKING, EITHER = 14, 1100, 400, 45, 400
# days ahead in which a meeting that is only told of as to come is the one that took place, wherever it did
AHEAD_BLIND = 30
# days by which a meeting of the same people is moved, where no place is told
PUT_OFF = 60
# days within which what was put off without a date, and is told to have been held, is the same
PUT_OFF_SHORTLY = 10
# days that an interval without one end is taken to reach from the other
OPEN_ENDED = 60
# days between two sides' words that one engagement is off
TOLD_APART = 3
# days in which a denial answers what it denies
DENIAL = 14
# days between two reports of a plan without a date that can be one plan
PATIENT = 150
# days within which one shared person is enough where a date is missing or leaves weeks open
NEAR = 3
# days between two reports without a date that can be of one engagement, and where a visitor and a place are shared
LOOSE, LOOSE_VISIT = 6, 90


@dataclass(slots=True, eq=False)
class Group:
    """The claims of one engagement, with what later claims are compared with."""

    number: int
    members: list[EngagementClaim] = field(default_factory=list)
    matches: list[Match | None] = field(default_factory=list)
    core: dict[str, tuple[people.Key, ...]] = field(default_factory=dict)
    offices: dict[str, set[str]] = field(default_factory=dict)
    forms: set[Form] = field(default_factory=set)
    texts: set[tuple[str, int]] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    lands: set[Country] = field(default_factory=set)
    ground: frozenset[Country] = frozenset()
    voices: set[Country | None] = field(default_factory=set)
    days: list[Days] = field(default_factory=list)
    actual: bool = False
    standing: StatusName = "mooted"
    window: Days | None = None
    moved: bool = False
    last_known: str = ""

    def add(self, claim: EngagementClaim, match: Match | None) -> None:
        """Takes a claim in."""
        self.members.append(claim)
        self.matches.append(match)
        self.moved = any(m.status == "rescheduled" for m in self.members[-3:])
        self.last_known = max(self.last_known, claim.known_at)
        self._people(claim)
        self.forms.add(claim.form)
        self.texts.add((claim.document, claim.version))
        self.towns |= towns(claim)
        self.lands |= lands(claim)
        self.ground = (self.ground & lands(claim) or self.ground) or lands(claim)
        self.voices.add(claim.side)
        self._dates(claim)
        self.standing = stands(self.standing, claim, first=len(self.members) == 1)

    def _people(self, claim: EngagementClaim) -> None:
        for country, names in people.named(claim.people).items():
            known = self.core.get(country)
            self.core[country] = people.shared(names, known) or known if known else names
        for side, office in claim.portfolios:
            self.offices.setdefault(side, set()).add(office)

    def _dates(self, claim: EngagementClaim) -> None:
        """Actual dates go before planned ones, a new date before the one it replaces."""
        found = days_of(claim)
        if found is None:
            self.window = self.window or window(claim)
            return
        actual = claim.status in HAPPENED
        moved = claim.status in MOVED or any(w.status in MOVED for w in claim.words)
        if (actual and not self.actual) or (moved and not self.actual):
            self.days = [found]
        elif actual or not self.actual:
            self.days.append(found)
        self.actual = self.actual or actual


def towns(claim: EngagementClaim) -> frozenset[str]:
    """The places of a claim."""
    return frozenset(p.name.casefold() for p in claim.places)


def lands(claim: EngagementClaim) -> frozenset[Country]:
    """The states in which a claim places its engagement."""
    return frozenset(p.country for p in claim.places if p.country)


def stands(before: StatusName, claim: EngagementClaim, first: bool = False) -> StatusName:
    """Where an engagement stands once a claim more is known."""
    now = claim.status
    if first or now == "disputed" or before in COMING or before == "disputed":
        return now
    if before in HAPPENED:
        return before
    return now if now in HAPPENED | OFF or now == "rescheduled" else before


def window(claim: EngagementClaim) -> Days:
    """The days in which an engagement without a date can lie, by its standing and the day it became known."""
    known = _day(claim.known_at)
    if claim.status in HAPPENED:
        return known - timedelta(days=RECALL if claim.background else FRESH), known + timedelta(days=1)
    if claim.status in COMING:
        ahead = AHEAD if claim.form == "visit" else AHEAD_TALKING
        return known - timedelta(days=1), known + timedelta(days=ahead)
    return known - timedelta(days=EITHER), known + timedelta(days=EITHER)


def days_of(claim: EngagementClaim) -> Days | None:
    """The days that a claim's date leaves open; one without an end reaches some weeks from the other."""
    return _days(claim.when, AHEAD if claim.form == "visit" else OPEN_ENDED) if claim.when else None


@lru_cache(maxsize=65536)
def _days(edtf: Edtf, ahead: int) -> Days | None:
    found = calendar.bounds(edtf)
    if found is None:
        return None
    first, last = found
    if first == date.min:
        first = last - timedelta(days=OPEN_ENDED)
    if last == date.max:
        last = first + timedelta(days=ahead)
    return first, last


def _day(text: str) -> date:
    return date.fromisoformat(text)


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A claim with what its comparison needs, made once."""

    claim: EngagementClaim
    known: date
    days: Days | None
    window: Days
    names: dict[str, tuple[people.Key, ...]]
    offices: dict[str, frozenset[str]]
    towns: frozenset[str]
    lands: frozenset[Country]
    moves: bool


def seen(claim: EngagementClaim) -> Seen:
    """Prepares a claim for comparison."""
    offices: dict[str, set[str]] = {}
    for side, office in claim.portfolios:
        offices.setdefault(side, set()).add(office)
    return Seen(
        claim,
        _day(claim.known_at),
        days_of(claim),
        window(claim),
        people.named(claim.people),
        {side: frozenset(held) for side, held in offices.items()},
        towns(claim),
        lands(claim),
        claim.status in MOVED or any(w.status in MOVED for w in claim.words),
    )


def possible(mine: Seen, group: Group) -> bool:
    """Whether form, dates and people can be one at all: a quick look before the features are compared."""
    if not group.forms <= ALIKE[mine.claim.form]:
        return False
    if mine.days is not None and group.days and not mine.moves and not group.moved:
        if all(_gap(mine.days, days) > 1 for days in group.days):
            return False
    elif not group.days and (open_to := _window(mine, group)) and not _overlap(mine.days or mine.window, open_to):
        if not retold(mine, group):
            return False
    return all(names is None or _meet(names, group.core.get(side)) for side, names in mine.names.items())


def _meet(ours: tuple[people.Key, ...], theirs: tuple[people.Key, ...] | None) -> bool:
    return not theirs or any(people.same(a, b) for a in ours for b in theirs)


# -- the features ------------------------------------------------------------------------------------


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
    return Match(score, tuple(features)) if score >= ENOUGH and _anchored(features, mine, group) else None


def _planned(mine: Seen, group: Group) -> bool:
    """Whether both speak of what is to be, or was to be, on one day."""
    off = mine.claim.status not in HAPPENED and group.standing not in HAPPENED
    return off and mine.days is not None and mine.days[0] == mine.days[1]


def _come_true(mine: Seen, group: Group) -> bool:
    """Whether one was planned for a day, with nobody named, and the other took place on that day."""
    planned = mine.claim.status in COMING and not mine.names and group.standing in HAPPENED
    held = mine.claim.status in HAPPENED and not group.core and group.standing in COMING
    days = [mine.days] if mine.days else []
    return (planned or held) and all(first == last for first, last in (*days, *group.days))


def _anchored(features: Iterable[Feature], mine: Seen, group: Group) -> bool:
    """Whether a match stands on enough: never on form and sides alone, and the vaguer the date, the more on people."""
    points = {f.name: f.points for f in features}
    if points["date"] >= 4 and _planned(mine, group):
        return True  # what two states have planned for one day is one thing
    if points["date"] >= 4 and points["form"] >= 2 and _come_true(mine, group):
        return True
    if points["date"] >= 3:
        return points["people"] + points["place"] >= 1
    if points["people"] < 3:
        return _by_office(points, mine)
    if points["text"]:
        return True  # what one document tells of the same people in two versions
    apart = _apart(mine, group)
    if apart <= NEAR or _denies(mine, group) or _both_off(mine, group):
        return True
    if points["people"] >= 6 and points["form"] >= 2 and _came_to_nothing(mine, group):
        return True
    if points["people"] < 6 and points["place"] < 1:
        return False
    if points["place"] < 1 and _far_ahead(mine, group):
        return False
    if mine.days is None and not group.days:
        return apart <= (LOOSE_VISIT if mine.claim.form == "visit" and points["place"] >= 1 else LOOSE)
    if mine.days is not None and group.days and _moved(mine, group):
        return apart <= PUT_OFF or points["place"] >= 1
    if mine.days is not None and group.days and points["date"] < 2:
        return points["place"] >= 1 or mine.days in group.days  # "last year" fits every meeting of a year
    return points["form"] >= 2 or points["date"] >= 2


def _by_office(points: dict[str, float], mine: Seen) -> bool:
    """ "The foreign ministers last met in May": both sides' offices and weeks that fit, recalled or in one place."""
    both = points["people"] >= 2 and points["date"] >= 2 and points["form"] >= 1
    return both and (points["place"] >= 1 or mine.claim.background)


def _far_ahead(mine: Seen, group: Group) -> bool:
    """Whether a date lies weeks after a meeting or call was spoken of as to come, without one."""
    if mine.claim.form == "visit" or (mine.days is None) == (not group.days):
        return False
    if mine.days is not None:
        return group.standing in COMING and (mine.days[0] - _day(group.last_known)).days > AHEAD_BLIND
    return mine.claim.status in COMING and all((days[0] - mine.known).days > AHEAD_BLIND for days in group.days)


def _apart(mine: Seen, group: Group) -> int:
    """Days between claim and group; where one has no date, from the day on which it was last spoken of."""
    own = mine.days or (mine.known, mine.known)
    theirs = group.days or [(_day(group.last_known), _day(group.last_known))]
    return min(_width_apart(own, days) for days in theirs)


def _width_apart(one: Days, other: Days) -> int:
    """The most that two days of the two can lie apart where both are dated narrowly, else what parts them."""
    return max(_gap(one, other), (one[1] - one[0]).days, (other[1] - other[0]).days)


def _text(mine: Seen, group: Group) -> Feature | None:
    """Two engagements of one text are two: its own reading told them apart."""
    claim = mine.claim
    if (claim.document, claim.version) in group.texts:
        return None
    if claim.series != group.members[0].series:
        return None
    same = retold(mine, group)
    return Feature("text", "another version of the same document" if same else "another document", 0.5 * same)


def _form_of_many(mine: Seen, group: Group) -> Feature | None:
    """Of talks that name nobody: "the summit", "the meeting" and "the talks" are one."""
    own = mine.claim.form
    if not group.forms <= ALIKE[own]:
        return None
    return Feature("form", own if own in group.forms else f"{own} can be {'/'.join(sorted(group.forms))}", 1)


def retold(mine: Seen, group: Group) -> bool:
    """Whether another version of the claim's own document tells of the group's engagement."""
    return any(mine.claim.document == document for document, _ in group.texts)


def _form(mine: Seen, group: Group) -> Feature | None:
    own = mine.claim.form
    if not group.forms <= ALIKE[own]:
        return None
    if own in group.forms:
        return Feature("form", own, 2)
    if "summit_session" in {own, *group.forms} and _table(mine, group) < 2:
        return None  # one side's leader at a summit of many, and his meeting with one of them
    best = max(KIN[frozenset({form, own})] for form in group.forms)
    return Feature("form", f"{own} can be {'/'.join(sorted(group.forms))}", best)


def _table(mine: Seen, group: Group) -> int:
    """Of how many sides claim and group name the same persons; two where neither names anybody."""
    both = [country for country in mine.names if people.shared(mine.names[country], group.core.get(country, ()))]
    return len(both) if mine.names or group.core else 2


def _people(mine: Seen, group: Group) -> Feature | None:
    """A person shared by each side that both name; offices where one of them names nobody."""
    points, told = 0.0, []
    for country in sorted({*mine.names, *group.core, *mine.offices, *group.offices}):
        ours, theirs = mine.names.get(country, ()), group.core.get(country, ())
        if ours and theirs:
            both = people.shared(ours, theirs)
            if not both:
                return None
            points += 3
            told.append(f"{country}: {', '.join(_spelled(mine.claim, both))}")
            continue
        held, known = mine.offices.get(country, NONE), group.offices.get(country, NONE)
        if held and known and not held & known:
            return None
        points += bool(held & known)
        told += [f"{country}: {', '.join(sorted(held & known))}"] if held & known else []
    if not points and _denies(mine, group):
        return Feature("people", "a denial that names nobody, within days of what it denies", 3)
    if points < 3 and _both_off(mine, group):
        return Feature("people", "each side's own office says within days that it is off", 3)
    return Feature("people", "; ".join(told) or "nobody named by both", points)


def _both_off(mine: Seen, group: Group) -> bool:
    """ "The Ministry regrets that the consultations were put off": which the other side's says that it put off."""
    claim = mine.claim
    official = claim.voice == "official" and all(m.voice == "official" for m in group.members)
    if not official or claim.status not in OFF or group.standing not in OFF or claim.form not in group.forms:
        return False
    return claim.side not in group.voices and abs((mine.known - _day(group.last_known)).days) <= TOLD_APART


def _came_to_nothing(mine: Seen, group: Group) -> bool:
    """ "The second meeting of X and Y never took place": the one that they had told of as to come, months before."""
    if mine.claim.status not in OFF or group.standing not in COMING or (mine.days is not None and group.days):
        return False
    return 0 <= (mine.known - _day(group.last_known)).days <= AHEAD


def _window(mine: Seen, group: Group) -> Days | None:
    """The days that a group without a date can lie on; what is told to have come to nothing was to come long before."""
    if group.window is None or not _came_to_nothing(mine, group):
        return group.window
    return group.window[0], max(group.window[1], group.window[0] + timedelta(days=AHEAD))


def _denies(mine: Seen, group: Group) -> bool:
    """ "No visit was ever announced": the one that the other side spoke of in the days before."""
    claim = mine.claim
    if claim.status not in DENIED or any(p.name for p in claim.people) or claim.when:
        return False
    return 0 <= (mine.known - _day(group.last_known)).days <= DENIAL and claim.side not in group.voices


def _spelled(claim: EngagementClaim, keys: Iterable[people.Key]) -> list[str]:
    """The names as the claim has them."""
    found = list(keys)
    return [p.name for p in claim.people if p.name and any(people.same(people.key(p.name), k) for k in found)]


def _date(mine: Seen, group: Group) -> Feature | None:
    if mine.days is None or not group.days:
        return _undated(mine, group)
    for days in group.days:
        if _overlap(mine.days, days):
            return _width(mine.days, days)
    gap = min(_gap(mine.days, days) for days in group.days)
    if gap <= 1 and _elsewhere(mine, group):
        return Feature("date", "a day apart, told from different sides of the date line", 3)
    if _moved(mine, group):
        return Feature("date", "moved to a new date", 1.5)
    return None


def _undated(mine: Seen, group: Group) -> Feature | None:
    """What has no date must lie where its standing and its day of publication put it."""
    theirs = group.days[0] if group.days else _window(mine, group)
    if mine.days is None and not group.days and retold(mine, group):
        return Feature("date", "no date in either version of one document", 1)
    if theirs is None or not _overlap(mine.days or mine.window, theirs) or _stale(mine, group):
        return None
    distance = abs((mine.known - theirs[0]).days) if group.days else 0
    return Feature("date", "no date on one side; the day it became known allows it", 1 - min(distance, 900) / 1000)


def _stale(mine: Seen, group: Group) -> bool:
    """A plan without a date that was last spoken of long ago is not this one, unless this says what became of it."""
    if group.days or mine.claim.status not in COMING:
        return False
    return (mine.known - _day(group.last_known)).days > PATIENT


def _width(one: Days, other: Days) -> Feature:
    width = max((one[1] - one[0]).days, (other[1] - other[0]).days)
    if width <= NARROW:
        return Feature("date", "the same days", 4)
    return Feature("date", "the dates allow it", 2 if width <= WIDE else 1)


def _elsewhere(mine: Seen, group: Group) -> bool:
    """Whether claim and group speak from different sides, so that one day can have two dates."""
    return mine.claim.side is None or mine.claim.side not in group.voices or None in group.voices


def _moved(mine: Seen, group: Group) -> bool:
    return (mine.moves and group.standing in MOVABLE) or (group.moved and mine.claim.status in COMING)


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


def _standing(mine: Seen, group: Group) -> Feature | None:
    """What was called off is not what is announced anew; what was held is not what is to come."""
    now, before = mine.claim.status, group.standing
    same_date = mine.days is not None and any(_overlap(mine.days, days) for days in group.days)
    if _gainsaid(mine, group):
        return Feature("standing", f"{before}, which another side denies", 0.25)
    soon = before == "postponed" and now in HAPPENED and _soon_after(mine, group)
    if before in OFF and now in COMING | HAPPENED and not (same_date or soon or now == "rescheduled"):
        return None
    if before in HAPPENED and now in COMING and not same_date and _after(mine, group):
        return None
    if before in HAPPENED and now in OFF and not same_date:
        return None
    verdict = now if now == before else f"{before}, then {now}"
    return Feature("standing", verdict, 0.5 if now == before else 0.25)


def _soon_after(mine: Seen, group: Group) -> bool:
    """Whether what was put off without a date took place within days, with the same person."""
    shared = any(people.shared(names, group.core.get(side, ())) for side, names in mine.names.items())
    return shared and mine.days is not None and 0 <= (mine.days[0] - _day(group.last_known)).days <= PUT_OFF_SHORTLY


def _gainsaid(mine: Seen, group: Group) -> bool:
    """ "No meeting between X and Y took place": the one that another told of in the days before, or tells of after."""
    claim, told = mine.claim, {claim_of.status for claim_of in group.members}
    denies = claim.status in DENIED and claim.when is None and bool(told & HAPPENED)
    denied = claim.status in HAPPENED and not claim.background and group.standing in DENIED and not group.days
    near = abs((mine.known - _day(group.last_known)).days) <= DENIAL
    return (denies or denied) and near and claim.side not in group.voices and _table(mine, group) > 1


def _after(mine: Seen, group: Group) -> bool:
    last = max((days[1] for days in group.days), default=date.min)
    return mine.known > last


def _overlap(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _gap(one: Days, other: Days) -> int:
    return max((one[0] - other[1]).days, (other[0] - one[1]).days, 0)


FEATURES: tuple[Callable[[Seen, Group], Feature | None], ...] = (
    _text, _form, _people, _date, _place, _standing,
)  # fmt: skip
# what a claim of fewer sides is compared by (record/wider.py)
BETWEEN_SIDES: tuple[Callable[[Seen, Group], Feature | None], ...] = (_form_of_many, _date, _place, _standing)
