"""Ties a document's sightings together: which of them tell of one engagement.

In: sightings in the order of the text. Out: `Engagement`s. Two sightings are one engagement when their
forms, parties, dates, places and standing can all be so; a date that conflicts keeps them apart, and a
past one is never tied to a coming one unless a date says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import (
    Country,
    Edtf,
    Engagement,
    Level,
    Participant,
    Span,
    Status,
    Time,
)
from detente.reading import syntax
from detente.reading.actors.lexicon import LEVELS
from detente.reading.engagements.bundle import COMING, RANK, Bundle, width
from detente.reading.engagements.days.timeclauses import planned_below, was_to, was_to_have
from detente.reading.engagements.fitting import closeness, fits, other_dates, two_lines
from detente.reading.engagements.likelihood import Likelihood, lead_of
from detente.reading.engagements.party import Party
from detente.reading.engagements.sighting import HAPPENED, Sighting
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

OFF = frozenset({"cancelled", "postponed", "did_not_occur"})
AFAR = frozenset({"call", "video_call", "correspondence"})
DAYS_OF_A_WEEK = 7
ISSUED_DAYS = 3  # from what a paper tells of to its title's day
STAY_DAYS = 4  # no longer is a visit whose days date what was done on it


def merge(
    sightings: Sequence[Sighting], published: Edtf | None, likelihood: Likelihood, sentences: int
) -> list[Engagement]:
    """The engagements of a document of so many sentences that are likely enough, ids `e1 …` in the order of their first
    sighting."""
    bundles: list[Bundle] = []
    ordered = sorted(sightings, key=lambda s: (s.standing.weak, _bare(s), s.headline, s.sentence.index, s.token.i))
    for sighting in ordered:
        held = [b for b in bundles if fits(b, sighting) and not _told_of_others(bundles, b, sighting)]
        if held:
            max(held, key=lambda b: closeness(b, sighting)).sightings.append(sighting)
        elif sighting.headline and (own := _dated_by_issue(bundles, sighting)) is not None:
            own.sightings.append(replace(sighting, when=replace(sighting.when, edtf=None)))
        elif sighting.headline and (told := _told_below(bundles, sighting)):
            people = {p.key for p in sighting.parties if p.actor.kind == "person"}
            same = set(sighting.countries) == set(told[0].countries) and people <= {p.key for p in told[0].parties}
            if same and not _ahead_of(sighting, told[0]):
                told[0].sightings.append(sighting)
        elif _bare(sighting):
            bundles += _borrowed(bundles, sighting)
        elif not sighting.standing.weak or _stands_alone(sighting):
            bundles.append(Bundle([sighting]))
    for bundle in bundles:
        bundle.sightings.sort(key=lambda s: (s.sentence.index, s.token.i))
        _not_yet(bundle, published)
    bundles = likelihood.likely(_without_repeats(sorted(bundles, key=lambda b: _place_in_text(b))), sentences)
    parents = _parents(bundles, published)
    for n, parent in enumerate(parents):
        if parent is not None:
            _dated_by(bundles[n], bundles[int(parent[1:]) - 1], published, _of_today(bundles, published))
    for n, bundle in enumerate(bundles):
        _dated_by_parts(bundle, [b for b, p in zip(bundles, parents) if p == f"e{n + 1}"])
    for bundle in bundles:
        _called_off_with(bundle, bundles)
        _fallen_with(bundle, bundles)
        _never_came(bundle)
    sure = [likelihood.of(b, len(bundles), sentences) for b in bundles]
    made = (_engagement(b, n, p, s) for n, (b, p, s) in enumerate(zip(bundles, parents, sure), 1))
    return [_gone_by(e, published) for e in made]


def _told_of_others(bundles: Sequence[Bundle], bundle: Bundle, sighting: Sighting) -> bool:
    """ "A rang B. … A complained to B of delays. … C held talks in X": what two said to each other was said where both
    took part, and not where neither or one did."""
    people = {p.key for p in sighting.parties if p.actor.name and p.actor.kind == "person"}
    if not sighting.standing.weak or len(people) < 2 or people <= {p.key for p in bundle.parties}:
        return False
    afar = (b for b in bundles if b.form in AFAR and b.status.status in HAPPENED)
    named = {p.key for p in bundle.parties if p.actor.name and p.actor.kind == "person"}
    return bool(named - people) and any(people <= {p.key for p in b.parties} for b in afar)


def _told_below(bundles: Sequence[Bundle], headline: Sighting) -> list[Bundle]:
    """The engagements of the text that an undated headline can only be short for, whomever it seems to name; one that
    names a person and two states ("Telephone conversation with the President of X") is short for theirs alone."""
    if headline.when.edtf:
        return []
    status = headline.standing.status
    group: frozenset[str] = next(
        (g for g in (HAPPENED, COMING, OFF | {"declined"}) if status in g), frozenset({status})
    )
    visit = headline.form == "visit"
    group = group | COMING if visit and status == "under_way" else group  # "X in Y for talks"
    kin = [b for b in bundles if (b.form == "visit") == visit and b.status.status in group and not b.background]
    sides = set(headline.countries)
    named = len(sides) > 1 and any(p.actor.kind == "person" and p.actor.name for p in headline.parties)
    shared = [b for b in kin if (sides == set(b.countries) if named else sides & set(b.countries))]
    return sorted(shared, key=lambda b: (set(b.countries) != set(headline.countries), _place_in_text(b)))


def _dated_by_issue(bundles: Sequence[Bundle], headline: Sighting) -> Bundle | None:
    """ "Telephone conversation of X with Y, 8 May 2024", where the same two talk on 7 May: a title that ends on the day
    on which the paper came out, and tells of no other call."""
    issued, people = calendar.bounds(headline.when.edtf), {p.key for p in headline.parties}
    ends = headline.sentence.tokens.text.rstrip(" .")[-4:].isdigit()
    if issued is None or issued[0] != issued[1] or not ends or headline.standing.status not in HAPPENED:
        return None
    for bundle in (b for b in bundles if b.form == headline.form and b.status.status in HAPPENED):
        days = calendar.bounds(bundle.when.edtf)
        since = (issued[0] - days[0]).days if days is not None and days[0] == days[1] else 0
        if 0 < since <= ISSUED_DAYS and people == {p.key for p in bundle.parties} and not bundle.background:
            return bundle
    return None


def _ahead_of(headline: Sighting, told: Bundle) -> bool:
    """ "X in Y" over a report that X will be there on Monday: the headline is too early."""
    return headline.standing.status == "under_way" and told.status.status in COMING


def _bare(sighting: Sighting) -> bool:
    """A visit without a destination: it can only join another of the same visitor."""
    return sighting.form == "visit" and len(sighting.countries) < 2


def _stands_alone(sighting: Sighting) -> bool:
    people = {p.country for p in sighting.parties if p.actor.kind in ("person", "office") and p.country}
    led = {p.country for p in sighting.parties if p.role == "counterpart_unnamed" and p.country}
    people |= led if people else set()  # "X's meeting with the leaders of A and B"
    if _inquired(sighting):
        return False
    if sighting.passing:
        return sighting.when.edtf is not None and len(people) > 1
    if sighting.form == "summit_session" and sighting.when.edtf is not None and sighting.countries:
        return True
    if sighting.form == "visit" and sighting.standing.directed and sighting.towns:
        return bool(people)
    return (sighting.when.edtf is not None and bool(people)) or len(people) > 1


def _inquired(sighting: Sighting) -> bool:
    """ "Will he meet X?", "Has she been to Y?": nobody says so."""
    verb = syntax.clause_of(sighting.token)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    turned = subject is not None and any(c.dep_ == "aux" and c.i < subject.i for c in verb.children)
    return turned and sighting.sentence.tokens.text.rstrip().endswith("?")


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


# -- what they make ---------------------------------------------------------------------------------


def _place_in_text(bundle: Bundle) -> tuple[int, int]:
    first = bundle.sightings[0]
    return (first.sentence.index, first.token.i)


def _without_repeats(bundles: Sequence[Bundle]) -> list[Bundle]:
    """Bundles that would read the same (form, countries, date, names) become one."""
    kept: list[Bundle] = []
    alike: dict[tuple[object, ...], list[Bundle]] = defaultdict(list)
    for bundle in bundles:
        names = tuple(sorted(p.actor.name or "" for p in bundle.parties))
        same = alike[(bundle.form, tuple(sorted(bundle.countries)), bundle.when.edtf, names)]
        first = next((b for b in same if not any(_apart(b, s) for s in bundle.sightings)), None)
        if first is None:
            same.append(bundle)
            kept.append(bundle)
        elif not _earlier_ones(bundle, first):
            first.sightings += bundle.sightings
    return kept


def _earlier_ones(bundle: Bundle, coming: Bundle) -> bool:
    """ "will meet X and Y. … Two earlier meetings deserve mention": others that took place, whose sides are only lent
    from the one to come."""
    others = all(s.distinct and s.standing.status in HAPPENED for s in bundle.sightings)
    return others and coming.status.status in COMING


def _apart(bundle: Bundle, sighting: Sighting) -> bool:
    """Whether two tellings that would read the same are of two lines of talks, or of two dates without a value."""
    return two_lines(bundle, sighting) or any(other_dates(s, sighting) for s in bundle.sightings)


def _parents(bundles: Sequence[Bundle], published: Edtf | None) -> list[str | None]:
    """The visit that each engagement is part of: same visitor, same place, a date inside its dates."""
    return [_parent(n, bundles, published) for n in range(len(bundles))]


def _parent(n: int, bundles: Sequence[Bundle], published: Edtf | None) -> str | None:
    child = bundles[n]
    found = [k for k, b in enumerate(bundles) if k != n and b.form == "visit" and _holds(b, child, published)]
    if not found:
        return None
    return f"e{1 + min(found, key=lambda k: (len(bundles[k].destinations), width(bundles[k].when.edtf)))}"


def _holds(visit: Bundle, child: Bundle, published: Edtf | None) -> bool:
    if child.form in AFAR:
        return False  # who is there does not ring up
    visitor = {p.key for p in visit.parties if p.actor.kind == "person" and p.role != "host"}
    if not visitor & {p.key for p in child.parties}:
        return False
    over, done = visit.status.status in HAPPENED, child.status.status in HAPPENED
    # "arrived today. She will also meet Y", "will have talks with Y"
    acts = all(s.token.pos_ == "VERB" or "will" in syntax.auxiliaries(_verb_of(s)) for s in child.sightings)
    ahead = acts and child.status.status in COMING and _not_over(visit, published)
    if child.status.status not in HAPPENED | COMING or (over != done and not (over and ahead)):
        return False
    if child.form == "visit":
        inside = child.destinations < visit.destinations and len(visit.destinations) > 1
    else:
        places = {p.country for p in child.places}
        inside = bool(places & visit.destinations) or (not places and set(child.countries) <= set(visit.countries))
    a, b = visit.when.edtf, child.when.edtf
    return inside and (a is None or b is None or calendar.compatible(a, b))


def _not_over(visit: Bundle, published: Edtf | None) -> bool:
    """Whether a visit goes on on the day of the text."""
    days, day = calendar.bounds(visit.when.edtf), calendar.bounds(published)
    return bool(days and day and days[0] <= day[0] <= days[1])


def _of_today(bundles: Sequence[Bundle], published: Edtf | None) -> bool:
    """Whether a report tells of what happened on the day on which it was published."""
    told = (b for b in bundles if b.status.status in HAPPENED and b.when.edtf == published)
    return published is not None and any(told)


def _dated_by(child: Bundle, visit: Bundle, published: Edtf | None, today: bool) -> None:
    """What is part of a visit of a few days took place on its days, and on none after the text was written, where
    nothing dates it otherwise."""
    long = width(visit.when.edtf) >= STAY_DAYS and child.status.status in HAPPENED
    if child.when.edtf is not None or child.form == "visit" or long or all(s.distinct for s in child.sightings):
        return
    days, told = calendar.bounds(visit.when.edtf), calendar.bounds(published)
    if days and told and (told[0] - days[1]).days > (0 if today else 1) and _told_by(visit, "visit.arrive"):
        return
    if _told_by(visit, "visit.return"):
        return
    child.lent_when = visit.when
    if days and told and child.status.status in HAPPENED and days[0] <= told[1] < days[1]:
        until = calendar.interval(days[0], told[1]) if days[0] < told[1] else Edtf(days[0].isoformat())
        child.lent_when = replace(visit.when, edtf=until)


def _told_by(visit: Bundle, form: str) -> bool:
    """ "arrived late on Monday", written on Thursday, "came home on Friday": the first or last day of a stay, and not
    that of all that was done on it."""
    dated = [s for s in visit.sightings if s.when.edtf]
    return width(visit.when.edtf) < 1 and bool(dated) and all(s.rule.startswith(f"engagements/{form}") for s in dated)


def _dated_by_parts(visit: Bundle, parts: Sequence[Bundle]) -> None:
    """A visit that nothing dates is of the days of what was done on it: "flies to X to see Y on Friday"."""
    if visit.form != "visit" or visit.when.edtf is not None or visit.status.status == "mooted":
        return
    days = sorted(d for b in parts if b.form != "visit" for d in [calendar.bounds(b.when.edtf)] if d is not None)
    first = next((b for b in parts if days and calendar.bounds(b.when.edtf) == days[0]), None)
    if first is None or (days[-1][1] - days[0][0]).days >= STAY_DAYS:
        return
    whole = calendar.interval(days[0][0], days[-1][1]) if len(set(days)) > 1 else first.when.edtf
    visit.lent_when = replace(first.when, edtf=whole)


def _called_off_with(child: Bundle, bundles: Sequence[Bundle]) -> None:
    """ "will not travel to X on Monday. … called off her meeting with Y": on the day of the visit called off."""
    if child.when.edtf is not None or child.form == "visit" or child.status.status not in OFF:
        return
    mine = {p.key for p in child.parties if p.actor.kind == "person"}
    for visit in (b for b in bundles if b.form == "visit" and b.status.status in OFF):
        there = set(child.countries) <= set(visit.countries) and mine & {p.key for p in visit.parties}
        if there and width(visit.when.edtf) < 1:
            child.lent_when = visit.when


def _fallen_with(child: Bundle, bundles: Sequence[Bundle]) -> None:
    """ "put off a visit to X. … was to have met Y on Friday": what was to be done on a visit fell with it."""
    if (
        child.form == "visit"
        or child.status.status not in COMING
        or not all(was_to(_verb_of(s)) for s in child.sightings)
    ):
        return
    mine = {p.key for p in child.parties if p.actor.kind == "person"}
    visits = [b for b in bundles if b.form == "visit" and set(child.countries) <= set(b.countries)]
    visits = [b for b in visits if mine & {p.key for p in b.parties}]
    if any(b.status.status in COMING for b in visits):
        return  # "said that talks were planned in X": on the visit to come, and not on the one called off last year
    for visit in (b for b in visits if b.status.status in OFF):
        child.lent_status = visit.status.status


def _never_came(bundle: Bundle) -> None:
    """ "was to have joined them for dinner in December": what was to have been, and is told in no other way, is off."""
    verbs = [_verb_of(s) for s in bundle.sightings if not s.standing.weak]
    if bundle.lent_status is None and bundle.moved is None and bundle.status.status == "announced" and verbs:
        if all(was_to_have(v) for v in verbs):
            bundle.lent_status = "cancelled"


def _not_yet(bundle: Bundle, published: Edtf | None) -> None:
    """ "X will visit Y on 20 May. … The visit makes up for another": what is to come has not been, whatever the tense
    of a sentence that gives it no day."""
    days, told = calendar.bounds(bundle.when.edtf), calendar.bounds(published)
    to_come = bool(days and told and (days[0] - told[1]).days > 1)
    planned = any(s.when.edtf and s.standing.status in COMING for s in bundle.sightings)
    if not to_come or not planned or bundle.status.status not in HAPPENED:
        return
    for n, s in enumerate(bundle.sightings):
        if s.standing.status in HAPPENED and not s.when.edtf:
            standing, status = replace(s.standing, status="announced"), replace(s.status, status="announced")
            bundle.sightings[n] = replace(s, standing=standing, status=status)


def _gone_by(told: Engagement, published: Edtf | None) -> Engagement:
    """ "had been scheduled for Tuesday and did not take place": a weekday of what did not occur is the one gone by."""
    day, out, span = calendar.bounds(told.when.edtf), calendar.bounds(published), told.when.span
    if told.status.status != "did_not_occur" or day is None or out is None or span is None or day[0] != day[1]:
        return told
    weekday = span.text.split()[-1].lower()
    if not weekday.endswith("day") or weekday == "today" or not 0 < (day[0] - out[1]).days < DAYS_OF_A_WEEK:
        return told
    when = replace(told.when, edtf=calendar.shifted(day[0], -DAYS_OF_A_WEEK))
    at = when.edtf if told.status.at == told.when.edtf else told.status.at
    return replace(told, when=when, status=replace(told.status, at=at))


def _verb_of(sighting: Sighting) -> Token:
    return sighting.token if sighting.token.pos_ == "VERB" else planned_below(syntax.clause_of(sighting.token))


def _engagement(bundle: Bundle, number: int, parent: str | None, sure: float) -> Engagement:
    status, when = bundle.status, bundle.when
    if (moved := bundle.moved) is not None:
        status, when = replace(status, status="rescheduled"), moved
    when = replace(when, kind="actual" if status.status in HAPPENED | {"disputed"} else "planned")
    initiators = [s.initiator for s in bundle.sightings if s.initiator]
    return Engagement(
        id=f"e{number}",
        form=bundle.form,
        level=_level(bundle.parties),
        track=max((s.track for s in bundle.sightings), default="1"),
        status=_at(status, when),
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
        rule=lead_of(bundle).rule,
        confidence=sure,
    )


def _at(status: Status, when: Time) -> Status:
    """When a status took effect is known where the engagement took place; a plan has no such date."""
    return replace(status, at=when.edtf) if status.status in HAPPENED else status


def _history(bundle: Bundle, when: Time) -> tuple[Status, ...]:
    """Each status once for each who says so, in the order of an engagement's life."""
    seen: dict[tuple[str, str | None], Status] = {}
    for sighting in bundle.telling:
        if not sighting.standing.weak or bundle.weak:
            seen.setdefault((sighting.status.status, sighting.status.claimed_by), _at(sighting.status, when))
            if bundle.moved is not None and sighting.moved is not None:
                anew = replace(sighting.status, status="rescheduled")
                seen.setdefault((anew.status, anew.claimed_by), anew)
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
