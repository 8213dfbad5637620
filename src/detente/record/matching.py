"""Is this the engagement that we already know? One claim against one group, feature by feature, with an explanation.

In: a claim and a `Group` of claims of the same sides. Out: a `Match`, or None where a feature forbids it.
Text is never compared: parties, principals, form, dates, places and standing decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from detente.model import Country, Form, StatusName
from detente.reading import calendar
from detente.record import people
from detente.record.nouns import EngagementClaim, Feature, Match

Days = tuple[date, date]

HAPPENED: frozenset[StatusName] = frozenset({"held", "under_way"})
COMING: frozenset[StatusName] = frozenset({"mooted", "announced", "confirmed", "rescheduled"})
OFF: frozenset[StatusName] = frozenset({"postponed", "cancelled", "declined", "unanswered", "did_not_occur"})
MOVED: frozenset[StatusName] = frozenset({"postponed", "rescheduled"})

KIN: dict[frozenset[Form], float] = {
    frozenset({"call", "talks"}): 1, frozenset({"video_call", "talks"}): 1, frozenset({"meeting", "talks"}): 1,
    frozenset({"summit_session", "talks"}): 1, frozenset({"summit_session", "meeting"}): 1,
    frozenset({"ceremony", "meeting"}): 0.5, frozenset({"video_call", "summit_session"}): 0.5,
    frozenset({"call", "video_call"}): 0.5, frozenset({"video_call", "meeting"}): 0.5,
    frozenset({"ceremony", "summit_session"}): 0.5,
}  # fmt: skip

ENOUGH = 4.0
NARROW = 3
WIDE = 31
# days around the publication date in which what has no date of its own is looked for; visits are planned longer ahead
FRESH, RECALL, AHEAD, AHEAD_TALKING, EITHER = 14, 1100, 400, 130, 400
# days that an interval without one end is taken to reach from the other
OPEN_ENDED = 60
# days between two reports of a plan without a date that can be one plan
PATIENT = 150


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
    voices: set[Country | None] = field(default_factory=set)
    days: list[Days] = field(default_factory=list)
    actual: bool = False
    standing: StatusName = "mooted"
    window: Days | None = None

    def add(self, claim: EngagementClaim, match: Match | None) -> None:
        """Takes a claim in."""
        self.members.append(claim)
        self.matches.append(match)
        self._people(claim)
        self.forms.add(claim.form)
        self.texts.add((claim.document, claim.version))
        self.towns |= towns(claim)
        self.lands |= lands(claim)
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


def towns(claim: EngagementClaim) -> set[str]:
    """The places of a claim, without the states themselves."""
    return {p.name.casefold() for p in claim.places}


def lands(claim: EngagementClaim) -> set[Country]:
    """The states in which a claim places its engagement."""
    return {p.country for p in claim.places if p.country}


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
    known = date.fromisoformat(claim.known_at)
    if claim.status in HAPPENED:
        return known - timedelta(days=RECALL if claim.background else FRESH), known + timedelta(days=1)
    if claim.status in COMING:
        ahead = AHEAD if claim.form == "visit" else AHEAD_TALKING
        return known - timedelta(days=1), known + timedelta(days=ahead)
    return known - timedelta(days=EITHER), known + timedelta(days=EITHER)


def days_of(claim: EngagementClaim) -> Days | None:
    """The days that a claim's date leaves open; one without an end reaches some weeks from the other."""
    found = calendar.bounds(claim.when)
    if found is None:
        return None
    first, last = found
    if first == date.min:
        first = last - timedelta(days=OPEN_ENDED)
    if last == date.max:
        last = first + timedelta(days=AHEAD if claim.form == "visit" else OPEN_ENDED)
    return first, last


# -- the features ------------------------------------------------------------------------------------


def match(claim: EngagementClaim, group: Group) -> Match | None:
    """The explained match of a claim with a group; None where one feature forbids it or the sum is too small."""
    features: list[Feature] = []
    for compare in FEATURES:
        feature = compare(claim, group)
        if feature is None:
            return None
        features.append(feature)
    score = round(sum(f.points for f in features), 2)
    return Match(score, tuple(features)) if score >= ENOUGH and _anchored(features) else None


def _anchored(features: Iterable[Feature]) -> bool:
    """A match stands on a shared person, or on a date with a place or offices; never on form and sides alone."""
    points = {f.name: f.points for f in features}
    if points["people"] >= 3:
        return True
    return points["date"] >= 3 and points["people"] + points["place"] >= 1


def _text(claim: EngagementClaim, group: Group) -> Feature | None:
    """Two engagements of one text are two: its own reading told them apart."""
    if (claim.document, claim.version) in group.texts:
        return None
    if claim.series != group.members[0].series:
        return None
    same = any(claim.document == document for document, _ in group.texts)
    return Feature("text", "another version of the same document" if same else "another document", 0.5 * same)


def _form(claim: EngagementClaim, group: Group) -> Feature | None:
    points = [2.0 if form == claim.form else KIN.get(frozenset({form, claim.form}), -1.0) for form in group.forms]
    if min(points) < 0:
        return None
    best = max(points)
    return Feature("form", claim.form if best == 2 else f"{claim.form} can be {'/'.join(sorted(group.forms))}", best)


def _people(claim: EngagementClaim, group: Group) -> Feature | None:
    """A person shared by each side that both name; offices where one of them names nobody."""
    mine = people.named(claim.people)
    offices: dict[str, set[str]] = {}
    for side, office in claim.portfolios:
        offices.setdefault(side, set()).add(office)
    points, told = 0.0, []
    for country in sorted({*mine, *group.core, *offices, *group.offices}):
        ours, theirs = mine.get(country, ()), group.core.get(country, ())
        if ours and theirs:
            both = people.shared(ours, theirs)
            if not both:
                return None
            points += 3
            told.append(f"{country}: {', '.join(_spelled(claim, both))}")
            continue
        held, known = offices.get(country, set()), group.offices.get(country, set())
        if held and known and not held & known:
            return None
        points += bool(held & known)
        told += [f"{country}: {', '.join(sorted(held & known))}"] if held & known else []
    return Feature("people", "; ".join(told) or "nobody named by both", points)


def _spelled(claim: EngagementClaim, keys: Iterable[people.Key]) -> list[str]:
    """The names as the claim has them."""
    found = list(keys)
    return [p.name for p in claim.people if p.name and any(people.same(people.key(p.name), k) for k in found)]


def _date(claim: EngagementClaim, group: Group) -> Feature | None:
    mine = days_of(claim)
    if mine is None or not group.days:
        return _undated(claim, group, mine)
    for days in group.days:
        if _overlap(mine, days):
            return _width(mine, days)
    gap = min(_gap(mine, days) for days in group.days)
    if gap <= 1 and _elsewhere(claim, group):
        return Feature("date", "a day apart, told from different sides of the date line", 3)
    if _moved(claim, group):
        return Feature("date", "moved to a new date", 1.5)
    return None


def _undated(claim: EngagementClaim, group: Group, mine: Days | None) -> Feature | None:
    """What has no date must lie where its standing and its day of publication put it."""
    theirs = group.days[0] if group.days else group.window
    ours = mine or window(claim)
    if theirs is None or not _overlap(ours, theirs) or _stale(claim, group):
        return None
    distance = abs((date.fromisoformat(claim.known_at) - theirs[0]).days) if group.days else 0
    return Feature("date", "no date on one side; the day it became known allows it", 1 - min(distance, 900) / 1000)


def _stale(claim: EngagementClaim, group: Group) -> bool:
    """A plan without a date that was last spoken of long ago is not this one, unless this says what became of it."""
    if group.days or claim.status not in COMING:
        return False
    last = max(m.known_at for m in group.members)
    return (date.fromisoformat(claim.known_at) - date.fromisoformat(last)).days > PATIENT


def _width(one: Days, other: Days) -> Feature:
    width = max((one[1] - one[0]).days, (other[1] - other[0]).days)
    if width <= NARROW:
        return Feature("date", "the same days", 4)
    return Feature("date", "the dates allow it", 2 if width <= WIDE else 1)


def _elsewhere(claim: EngagementClaim, group: Group) -> bool:
    """Whether claim and group speak from different sides, so that one day can have two dates."""
    return claim.side is None or claim.side not in group.voices or None in group.voices


def _moved(claim: EngagementClaim, group: Group) -> bool:
    tells = claim.status in MOVED or any(w.status in MOVED for w in claim.words)
    before = any(m.status == "rescheduled" for m in group.members[-3:])
    return (tells and group.standing in COMING | {"postponed"}) or (before and claim.status in COMING)


def _place(claim: EngagementClaim, group: Group) -> Feature | None:
    mine, theirs = lands(claim), group.lands
    if claim.form in ("call", "video_call", "correspondence") or not mine or not theirs:
        return Feature("place", "not told by both", 0)
    if not mine & theirs:
        return None
    common = towns(claim) & group.towns
    if common:
        return Feature("place", ", ".join(sorted(common)), 2)
    return Feature("place", f"in {', '.join(sorted(mine & theirs))}", 1 if claim.form == "visit" else 0)


def _standing(claim: EngagementClaim, group: Group) -> Feature | None:
    """What was called off is not what is announced anew; what was held is not what is to come."""
    now, before = claim.status, group.standing
    dated = days_of(claim)
    same_date = dated is not None and any(_overlap(dated, days) for days in group.days)
    if before in OFF and now in COMING | HAPPENED and not (same_date or now == "rescheduled"):
        return None
    if before in HAPPENED and now in COMING and not same_date and _after(claim, group):
        return None
    if before in HAPPENED and now in OFF and not same_date:
        return None
    verdict = now if now == before else f"{before}, then {now}"
    return Feature("standing", verdict, 0.5 if now == before else 0.25)


def _after(claim: EngagementClaim, group: Group) -> bool:
    last = max((days[1] for days in group.days), default=date.min)
    return date.fromisoformat(claim.known_at) > last


def _overlap(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _gap(one: Days, other: Days) -> int:
    return max((one[0] - other[1]).days, (other[0] - one[1]).days, 0)


FEATURES: tuple[Callable[[EngagementClaim, Group], Feature | None], ...] = (
    _text, _form, _people, _date, _place, _standing,
)  # fmt: skip
