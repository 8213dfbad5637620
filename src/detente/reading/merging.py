"""Ties a document's sightings together: which of them tell of one engagement.

In: sightings in the order of the text. Out: `Engagement`s. Two sightings are one engagement when their
forms, parties, dates, places and standing can all be so; a date that conflicts keeps them apart, and a
past one is never tied to a coming one unless a date says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from detente.model import (
    Country,
    Edtf,
    Engagement,
    Form,
    Level,
    Participant,
    Place,
    Span,
    Status,
    StatusName,
    Time,
)
from detente.reading import calendar
from detente.reading.engagements import Sighting
from detente.reading.lexicon import LEVELS
from detente.reading.party import Party

ALIKE: tuple[frozenset[Form], ...] = (
    frozenset({"call", "talks"}), frozenset({"video_call", "talks"}), frozenset({"meeting", "talks"}),
    frozenset({"summit_session", "talks"}), frozenset({"video_call", "summit_session"}),
)  # fmt: skip
SPECIFIC: tuple[Form, ...] = (
    "call",
    "video_call",
    "visit",
    "summit_session",
    "ceremony",
    "correspondence",
    "meeting",
    "talks",
    "other",
)
HAPPENED = frozenset({"held", "under_way"})
CONTESTED = frozenset({"held", "disputed", "did_not_occur"})
STAY_DAYS = 4  # no longer is a visit whose days date what was done on it
COMING = frozenset({"mooted", "announced", "confirmed", "rescheduled"})
RANK: tuple[StatusName, ...] = (
    "mooted", "unanswered", "announced", "confirmed", "postponed", "rescheduled", "declined", "cancelled",
    "under_way", "held", "did_not_occur", "disputed",
)  # fmt: skip


@dataclass(slots=True)
class Bundle:
    """Sightings of one engagement."""

    sightings: list[Sighting] = field(default_factory=list)
    lent_places: tuple[Place, ...] = ()
    lent_countries: tuple[Country, ...] = ()
    lent_when: Time | None = None

    @property
    def form(self) -> Form:
        return min((s.form for s in self.sightings), key=SPECIFIC.index)

    @property
    def parties(self) -> list[Party]:
        """Each once; what a named person makes superfluous is left out."""
        seen: dict[tuple[str, ...], Party] = {}
        for sighting in self.sightings:
            for party in sighting.parties:
                seen.setdefault(party.key, party)
        named = {p.country for p in seen.values() if p.actor.name and p.actor.kind == "person"}
        titles_only = len(named) > 1
        return [
            p for p in seen.values()
            if p.actor.kind == "person"
            or (p.country not in named and not (p.actor.kind == "office" and p.country is None and titles_only))
            or (p.role == "delegation" and p.country is None)
        ]  # fmt: skip

    @property
    def countries(self) -> tuple[Country, ...]:
        return tuple(dict.fromkeys([c for s in self.sightings for c in s.countries] + list(self.lent_countries)))

    @property
    def towns(self) -> frozenset[tuple[str, str | None]]:
        return frozenset().union(*(s.towns for s in self.sightings))

    @property
    def places(self) -> tuple[Place, ...]:
        """Each place once; a country gives way to a town in it."""
        seen: dict[tuple[str, str | None], Place] = {}
        for place in [p for s in self.sightings for p in s.places] + list(self.lent_places):
            seen.setdefault((place.name, place.country), place)
        towned = {c for _, c in self.towns}
        return tuple(p for key, p in seen.items() if key in self.towns or p.country not in towned)

    @property
    def destinations(self) -> set[Country]:
        places = [p for s in self.sightings for p in s.destinations] + list(self.lent_places)
        return {p.country for p in places if p.country}

    @property
    def when(self) -> Time:
        """The narrowest of the dates given."""
        dated = [s.when for s in self.sightings if s.when.edtf]
        return min(dated, key=lambda t: _width(t.edtf), default=self.lent_when or self.sightings[0].when)

    @property
    def status(self) -> Status:
        strong = [s.status for s in self.sightings if not s.standing.weak] or [s.status for s in self.sightings]
        off = [s for s in strong if s.status == "cancelled"]
        if off and not any(s.status in HAPPENED for s in strong):
            strong = off
        last = max(strong, key=lambda s: (RANK.index(s.status), s.reason is not None))
        return self._denied(last, strong)

    def _denied(self, last: Status, strong: Sequence[Status]) -> Status:
        """In dispute, where a side says that it took place; told of by others alone, and flatly denied by a side, it
        did not."""
        flat = [s for s in strong if s.status == "did_not_occur"]
        if not flat or last.status not in ("did_not_occur", "disputed"):
            return last
        upheld = any(s.status == "held" and s.claimed_by in self.countries for s in strong)
        return replace(last, status="disputed") if upheld else flat[-1]

    @property
    def background(self) -> bool:
        """Recalled and not reported: by its dates, where it has any."""
        dated = [s for s in self.sightings if s.when.edtf]
        return all(s.background for s in dated or self.sightings) and not any(s.headline for s in self.sightings)

    @property
    def weak(self) -> bool:
        return all(s.standing.weak for s in self.sightings)


def merge(sightings: Sequence[Sighting]) -> list[Engagement]:
    """The engagements of a document, ids `e1 …` in the order of their first sighting."""
    bundles: list[Bundle] = []
    ordered = sorted(sightings, key=lambda s: (s.standing.weak, _bare(s), s.headline, s.sentence.index, s.token.i))
    for sighting in ordered:
        fits = [b for b in bundles if _fits(b, sighting)]
        if fits:
            max(fits, key=lambda b: _closeness(b, sighting)).sightings.append(sighting)
        elif _bare(sighting):
            bundles += _borrowed(bundles, sighting)
        elif not sighting.standing.weak or _stands_alone(sighting):
            bundles.append(Bundle([sighting]))
    for bundle in bundles:
        bundle.sightings.sort(key=lambda s: (s.sentence.index, s.token.i))
    bundles = _without_repeats(sorted(bundles, key=lambda b: _place_in_text(b)))
    parents = _parents(bundles)
    for n, parent in enumerate(parents):
        if parent is not None:
            _dated_by(bundles[n], bundles[int(parent[1:]) - 1])
    return [_engagement(b, n + 1, parents[n]) for n, b in enumerate(bundles)]


def _bare(sighting: Sighting) -> bool:
    """A visit without a destination: it can only join another of the same visitor."""
    return sighting.form == "visit" and len(sighting.countries) < 2


def _stands_alone(sighting: Sighting) -> bool:
    people = {p.country for p in sighting.parties if p.actor.kind in ("person", "office") and p.country}
    if sighting.passing:
        return sighting.when.edtf is not None and len(people) > 1
    if sighting.form == "summit_session" and sighting.when.edtf is not None and sighting.countries:
        return True
    if sighting.form == "visit" and sighting.standing.directed and sighting.towns:
        return bool(people)
    return (sighting.when.edtf is not None and bool(people)) or len(people) > 1


def _borrowed(bundles: Sequence[Bundle], sighting: Sighting) -> list[Bundle]:
    """A cancelled or postponed visit of someone whose other visit the text tells of goes to the same place."""
    if (
        sighting.standing.word is None
        or sighting.standing.weak
        or sighting.standing.status not in ("cancelled", "postponed", "declined", "rescheduled")
    ):
        return []
    visitor = {p.key for p in sighting.parties if p.role != "host"}
    others = [
        b for b in bundles if b.form == "visit" and visitor & {p.key for p in b.parties} and len(b.destinations) == 1
    ]
    if not others:
        return []
    other = min(others, key=lambda b: abs(b.sightings[0].sentence.index - sighting.sentence.index))
    return [Bundle([sighting], lent_places=other.places, lent_countries=other.countries)]


# -- what can be one --------------------------------------------------------------------------------


def _fits(bundle: Bundle, sighting: Sighting) -> bool:
    return (
        _forms_fit(bundle, sighting)
        and _sides_fit(bundle, sighting)
        and _people_fit(bundle, sighting)
        and _dates_fit(bundle, sighting)
        and _standings_fit(bundle, sighting)
        and _places_fit(bundle, sighting)
    )


def _forms_fit(bundle: Bundle, sighting: Sighting) -> bool:
    forms = {s.form for s in bundle.sightings}
    return all(f == sighting.form or frozenset({f, sighting.form}) in ALIKE for f in forms)


def _sides_fit(bundle: Bundle, sighting: Sighting) -> bool:
    mine, theirs = set(sighting.countries), set(bundle.countries)
    if sighting.form == "visit":
        goes, went = {p.country for p in sighting.destinations if p.country}, bundle.destinations
        if len(goes) > 1 or len(went) > 1:
            return goes == went or (not goes and len(went) == 1)
        return mine <= theirs or theirs <= mine
    if len(mine) > 1 and len(theirs) > 1 and mine != theirs and not sighting.definite and _many_beside_two(bundle, sighting):
        return False
    return mine <= theirs or theirs <= mine


def _many_beside_two(bundle: Bundle, sighting: Sighting) -> bool:
    """A meeting of three and one of two of them are two meetings, where each is told of with its own sides."""
    sizes = sorted((len(sighting.countries), len(bundle.countries)))
    told = not sighting.standing.weak and not sighting.passing and not bundle.weak
    return told and sizes[0] == 2 and sizes[1] > 2 and "summit_session" not in (sighting.form, bundle.form)


def _people_fit(bundle: Bundle, sighting: Sighting) -> bool:
    shared = False
    for country in sighting.countries:
        mine = [p for p in sighting.parties if p.country == country and p.actor.kind != "state"]
        theirs = [p for p in bundle.parties if p.country == country and p.actor.kind != "state"]
        if not mine or not theirs:
            continue
        if {p.key for p in mine} & {p.key for p in theirs}:
            shared = True
        elif not any(_may_be_one(a, b) for a in mine for b in theirs):
            return False
    return shared or sighting.standing.weak or _same_day(bundle, sighting) or not _named(bundle, sighting)


def _named(bundle: Bundle, sighting: Sighting) -> bool:
    """Whether both name persons, so that none shared means two engagements."""
    return any(p.actor.name for p in sighting.parties) and any(p.actor.kind == "person" for p in bundle.parties)


def _may_be_one(one: Party, other: Party) -> bool:
    """An unnamed holder of the same kind of office may be the named one."""
    if one.actor.kind == "person" and other.actor.kind == "person":
        return False
    a, b = one.entity, other.entity
    if _apart_in_rank(one, other) or _apart_in_rank(other, one):
        return False
    if a is None or b is None or "" in (a.portfolio, b.portfolio):
        return True
    return a.portfolio == b.portfolio


def _apart_in_rank(one: Party, other: Party) -> bool:
    """Negotiators, experts, delegations without a name are not the heads of their states."""
    heads = other.entity is not None and other.entity.level in ("head_of_state", "head_of_government")
    return heads and one.entity is None and one.actor.kind == "group" and one.role == "delegation"


def _dates_fit(bundle: Bundle, sighting: Sighting) -> bool:
    mine, dated = sighting.when.edtf, [s for s in bundle.sightings if s.when.edtf]
    if (mine is None) != (not dated) and _far_kin(bundle, sighting):
        return False
    if mine is None or not dated:
        return not sighting.distinct or bundle.weak
    slack = 1 if sighting.status.claimed_by != dated[0].status.claimed_by else 0
    return all(calendar.compatible(mine, s.when.edtf, slack) for s in dated if s.when.edtf)


def _far_kin(bundle: Bundle, sighting: Sighting) -> bool:
    """Talks told of with a date of their own are not the call told of elsewhere without one."""
    calls = {sighting.form == "call", *(s.form == "call" for s in bundle.sightings)}
    alike = len(calls) == 1 or sighting.definite
    near = any(s.sentence.passage.index == sighting.sentence.passage.index for s in bundle.sightings)
    return not alike and not near and not _same_two(bundle, sighting)


def _same_two(bundle: Bundle, sighting: Sighting) -> bool:
    """Whether the same two persons of two sides talk, and no place sets the one talk apart from the other."""
    mine = {p.key: p.country for p in sighting.parties if p.actor.name and p.actor.kind == "person"}
    shared = {c for k, c in mine.items() if k in {p.key for p in bundle.parties}}
    return len(shared) > 1 and not sighting.places


def _same_day(bundle: Bundle, sighting: Sighting) -> bool:
    return sighting.when.edtf is not None and sighting.when.edtf == bundle.when.edtf


def _off_course(bundle: Bundle, sighting: Sighting) -> bool:
    """Whether a coming visit would be joined to one told of as called off."""
    off = bundle.status.status not in HAPPENED | COMING
    return off and sighting.standing.status in COMING and not sighting.when.edtf and not sighting.definite


def _standings_fit(bundle: Bundle, sighting: Sighting) -> bool:
    one, other = sighting.standing.status, bundle.status.status
    if not sighting.standing.directed or not any(s.standing.directed for s in bundle.sightings):
        return not (sighting.background ^ all(s.background for s in bundle.sightings)) or sighting.when.edtf is None
    if other in HAPPENED and one == "confirmed" and sighting.definite and sighting.when.edtf is None:
        return True  # "both confirmed the call": that it took place
    groups = [HAPPENED, COMING]
    if _told_apart(bundle, sighting):
        groups.append(CONTESTED)
    if any(one in g and other in g for g in groups) or one == other:
        return True
    off = {one, other} - HAPPENED - COMING
    reach = 1 if sighting.definite or any(s.definite for s in bundle.sightings) else 0
    beside = any(abs(s.sentence.index - sighting.sentence.index) <= reach for s in bundle.sightings)
    recalled = all(s.background for s in bundle.sightings) and not sighting.when.edtf and not beside
    if not off or {one, other} & HAPPENED or recalled:
        return False
    return bool(sighting.when.edtf and bundle.when.edtf) or not sighting.distinct


def _days_apart(bundle: Bundle, sighting: Sighting) -> int:
    """The days between two dates, many where one is unknown."""
    one, other = calendar.bounds(sighting.when.edtf), calendar.bounds(bundle.when.edtf)
    if not one or not other:
        return 10**6
    return max(0, (one[0] - other[1]).days, (other[0] - one[1]).days)


def _told_apart(bundle: Bundle, sighting: Sighting) -> bool:
    """Whether one says that it took place and another that it did not, or that it is in dispute."""
    told = {(s.status.status, s.status.claimed_by) for s in bundle.sightings}
    mine = (sighting.status.status, sighting.status.claimed_by)
    return any("disputed" in (one[0], mine[0]) or (one[1] != mine[1] and one[0] != mine[0]) for one in told)


def _places_fit(bundle: Bundle, sighting: Sighting) -> bool:
    mine, theirs = sighting.towns, bundle.towns
    if not mine or not theirs or mine & theirs:
        return True
    return (
        sighting.form == "visit"
        and {c for _, c in mine} == {c for _, c in theirs}
        and _days_apart(bundle, sighting) < 2
    )


def _closeness(bundle: Bundle, sighting: Sighting) -> tuple[int, ...]:
    people = {p.key for p in sighting.parties} & {p.key for p in bundle.parties}
    near = -min(abs(s.sentence.index - sighting.sentence.index) for s in bundle.sightings)
    beside = int(near == 0 and bundle.form == sighting.form)
    return (
        len(people),
        int(_same_day(bundle, sighting)),
        int(not _off_course(bundle, sighting)),
        beside,
        int(bundle.form == sighting.form),
        near,
    )


# -- what they make ---------------------------------------------------------------------------------


def _place_in_text(bundle: Bundle) -> tuple[int, int]:
    first = bundle.sightings[0]
    return (first.sentence.index, first.token.i)


def _without_repeats(bundles: Sequence[Bundle]) -> list[Bundle]:
    """Bundles that would read the same (form, countries, date, names) become one."""
    seen: dict[tuple[object, ...], Bundle] = {}
    for bundle in bundles:
        names = tuple(sorted(p.actor.name or "" for p in bundle.parties))
        key = (bundle.form, tuple(sorted(bundle.countries)), bundle.when.edtf, names)
        if key in seen:
            seen[key].sightings += bundle.sightings
        else:
            seen[key] = bundle
    return list(seen.values())


def _parents(bundles: Sequence[Bundle]) -> list[str | None]:
    """The visit that each engagement is part of: same visitor, same place, a date inside its dates."""
    return [_parent(n, bundles) for n in range(len(bundles))]


def _parent(n: int, bundles: Sequence[Bundle]) -> str | None:
    child = bundles[n]
    found = [k for k, b in enumerate(bundles) if k != n and b.form == "visit" and _holds(b, child)]
    if not found:
        return None
    return f"e{1 + min(found, key=lambda k: (len(bundles[k].destinations), _width(bundles[k].when.edtf)))}"


def _holds(visit: Bundle, child: Bundle) -> bool:
    visitor = {p.key for p in visit.parties if p.actor.kind == "person" and p.role != "host"}
    if not visitor & {p.key for p in child.parties}:
        return False
    if (visit.status.status in HAPPENED) != (
        child.status.status in HAPPENED
    ) or child.status.status not in HAPPENED | COMING:
        return False
    if child.form == "visit":
        inside = child.destinations < visit.destinations and len(visit.destinations) > 1
    else:
        places = {p.country for p in child.places}
        inside = bool(places & visit.destinations) or (not places and set(child.countries) <= set(visit.countries))
    a, b = visit.when.edtf, child.when.edtf
    return inside and (a is None or b is None or calendar.compatible(a, b))


def _dated_by(child: Bundle, visit: Bundle) -> None:
    """What is part of a visit of a few days took place on its days, where nothing dates it otherwise."""
    if child.when.edtf is None and child.form != "visit" and _width(visit.when.edtf) < STAY_DAYS:
        child.lent_when = visit.when


def _engagement(bundle: Bundle, number: int, parent: str | None) -> Engagement:
    lead = next((s for s in bundle.sightings if s.form == bundle.form and not s.standing.weak), bundle.sightings[0])
    when = replace(bundle.when, kind="actual" if bundle.status.status in HAPPENED | {"disputed"} else "planned")
    initiators = [s.initiator for s in bundle.sightings if s.initiator]
    return Engagement(
        id=f"e{number}",
        form=bundle.form,
        level=_level(bundle.parties),
        track=max((s.track for s in bundle.sightings), default="1"),
        status=_at(bundle.status, when),
        history=_history(bundle, when),
        countries=bundle.countries,
        participants=_participants(bundle.parties),
        when=when,
        places=bundle.places,
        initiator=initiators[0] if initiators else None,
        initiator_claimed_by=next((s.status.claimed_by for s in bundle.sightings if s.initiator), None),
        parent=parent,
        topics=tuple(dict.fromkeys(t for s in bundle.sightings for t in s.topics)),
        background=bundle.background,
        evidence=_evidence(bundle),
        rule=lead.rule,
        confidence=_confidence(bundle),
    )


def _at(status: Status, when: Time) -> Status:
    """When a status took effect is known where the engagement took place; a plan has no such date."""
    return replace(status, at=when.edtf) if status.status in HAPPENED else status


def _history(bundle: Bundle, when: Time) -> tuple[Status, ...]:
    """Each status once for each who says so, in the order of an engagement's life."""
    seen: dict[tuple[str, str | None], Status] = {}
    for sighting in bundle.sightings:
        if not sighting.standing.weak or bundle.weak:
            seen.setdefault((sighting.status.status, sighting.status.claimed_by), _at(sighting.status, when))
    return tuple(sorted(seen.values(), key=lambda s: RANK.index(s.status)))


def _participants(parties: Sequence[Party]) -> tuple[Participant, ...]:
    return tuple(p.participant() for p in parties)


def _level(parties: Iterable[Party]) -> Level:
    """The lower of the two sides' highest ranks; one side's, where the other names nobody."""
    best: dict[Country | None, int] = {}
    for party in parties:
        level = party.entity.level if party.entity is not None else "unknown"
        if level in LEVELS:
            rank = LEVELS.index(level)
            best[party.country] = min(rank, best.get(party.country, rank))
    return LEVELS[max(best.values())] if best else "unknown"


def _evidence(bundle: Bundle) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(s.evidence for s in sorted(bundle.sightings, key=lambda s: s.evidence)))


def _confidence(bundle: Bundle) -> float:
    """More names, a date and more than one mention make an engagement surer; figures from the gold."""
    named = len({p.country for p in bundle.parties if p.actor.name and p.country})
    score = 0.55 + 0.1 * min(named, 2) + 0.08 * bool(bundle.when.edtf) + 0.05 * (len(bundle.sightings) > 1)
    return round(min(0.95, score - 0.2 * bundle.weak), 2)


def _width(edtf: Edtf | None) -> int:
    """The days an expression leaves open; unknown ones are widest."""
    found = calendar.bounds(edtf) if edtf else None
    return (found[1] - found[0]).days if found else 10**6
