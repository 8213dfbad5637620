"""A block's claims to its engagement records: grouped, tied to the visits they belong to, and summed up.

In: the claims of one block with the families of their documents. Out: records, and which claim belongs to
which with the match that brought it in. Pure, and the same for the same set of claims in any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from detente.model import Country, Edtf, Form, Level, StatusName
from detente.reading.times import calendar
from detente.record import people, reviews, status, wider
from detente.record.carried import Move, carried, left_behind, moves
from detente.record.fallen import fallen
from detente.record.group import Group, lands, of_its_visitor
from detente.record.grouping import groups, order
from detente.record.headlines import settled
from detente.record.nouns import (
    AccountOf,
    EngagementClaim,
    EngagementRecord,
    Entry,
    Membership,
    Person,
    PlaceName,
)
from detente.record.standing import COMING, HAPPENED, REMOTE

SPECIFIC: tuple[Form, ...] = (
    "video_call", "call", "visit", "summit_session", "ceremony", "correspondence", "meeting", "talks", "other",
)  # fmt: skip
LEVELS: tuple[Level, ...] = ("head_of_state", "head_of_government", "minister", "deputy", "envoy", "official")
LONGEST_VISIT = 21
# the line of what has no line of its own
REST = "other"
# days that a visit planned for one day may last
SHORT_VISIT = 2


@dataclass(frozen=True, slots=True)
class Concluded:
    """What follows from one block."""

    records: tuple[EngagementRecord, ...]
    members: tuple[Membership, ...]


def conclude(
    claims: Iterable[EngagementClaim], families: Mapping[str, str], corrections: Sequence[reviews.Review] = (),
    joining: Sequence[wider.Taken] = (),
) -> Concluded:  # fmt: skip
    """The records of one block.

    `families` gives the family of each document (one that is not there is its own); `corrections` are the
    reviews in force, replayed on what the claims give; `joining` are claims of fewer sides that belong here.
    """
    found = settled(carried(groups(reviews.kept(claims, corrections))))
    found = reviews.regrouped(found, corrections) if corrections else found
    wider.joined(found, joining)
    moved = moves(found)
    parents = _parents(found, moved)
    of_claim = {c.id: g for g in found for c in g.members}
    records = []
    for group in found:
        visit = of_claim.get(parents.get(group.number, ""))
        move = next((m for m in moved if m.visit is visit and left_behind(group, m)), None)
        done = _carried_out(group, found) or fallen(group, visit, move)
        record = _record(group, parents.get(group.number), families, done, move)
        records.append(reviews.relabelled(record, (c.id for c in group.members), corrections))
    members = tuple(
        Membership(claim.id, record.id, how)
        for g, record in zip(found, records)
        for claim, how in zip(g.members, g.matches)
    )
    return Concluded(tuple(records), members)


def _record(
    group: Group, parent: str | None, families: Mapping[str, str], done: Sequence[Entry], move: Move | None
) -> EngagementRecord:
    claims = sorted(group.members, key=order)
    newest = [c for c in claims if c.latest] or claims
    countries = _countries(newest)
    entries = (*status.history(claims, countries), *done)
    documents = tuple(dict.fromkeys(c.document for c in claims if not c.background))
    recalled = tuple(d for d in dict.fromkeys(c.document for c in claims if c.background) if d not in documents)
    standing = status.current(entries, status.moved(claims), recalled)
    told = _when([c for c in _own(newest) if c.when] or newest, standing)
    when = _as_done(told, done) if move is None else move.claim.when
    return EngagementRecord(
        id=_own(claims)[0].id,
        form=_form(newest),
        level=_level(newest),
        track=max(c.track for c in newest),
        status=standing,
        history=entries,
        countries=countries,
        participants=_participants(group, newest),
        when=when,
        when_kind="actual" if standing in HAPPENED | {"disputed"} else "planned",
        places=_places(newest),
        initiator=_most((c.initiator for c in newest if c.initiator), None),
        initiator_claimed_by=next((c.initiator_claimed_by for c in newest if c.initiator), None),
        parent=parent,
        channel=_channel(newest),
        topics=tuple(dict.fromkeys(t for c in newest for t in c.topics)),
        documents=documents,
        background_in=recalled,
        families=len({families.get(d, d) for d in documents or recalled}),
        accounts=_accounts([c for c in newest if not _before_it(c, standing, when, claims)], countries),
        confidence=_confidence(newest, families),
    )


def _own(claims: Sequence[EngagementClaim]) -> list[EngagementClaim]:
    """The claims of all sides, without those of fewer that were joined."""
    most = max(len(c.countries) for c in claims)
    return [c for c in claims if len(c.countries) == most]


def _countries(claims: Sequence[EngagementClaim]) -> tuple[Country, ...]:
    return tuple(dict.fromkeys(c for claim in claims for c in claim.countries))


def _most(values: Iterable[Country | str | None], default: None) -> Country | None:
    """The value that most claims give, the earliest of equals."""
    counts = Counter(values)
    return Country(str(max(counts, key=lambda v: counts[v]))) if counts else default


def _channel(claims: Sequence[EngagementClaim]) -> str | None:
    """The line that most reports give; of equals that of the report that says most of who holds which office: "Deputy
    Prime Minister" is the foreign minister of another text."""
    counts = Counter(c.channel for c in claims if c.channel)
    fullest: dict[str, int] = {}
    for claim in claims:
        told = sum(len((p.post or "").split()) for p in claim.people)
        fullest[claim.channel or ""] = max(fullest.get(claim.channel or "", 0), told)
    return max(counts, key=lambda c: (counts[c], c != REST, fullest[c])) if counts else None


def _form(claims: Sequence[EngagementClaim]) -> Form:
    """What most reports call it, the specific word before the general one; a session of ministers is general."""
    counts = Counter(c.form for c in claims)
    general: set[Form] = {"talks", "other"}
    if _level(claims) not in ("head_of_state", "head_of_government"):
        general.add("summit_session")
    forms = [f for f in counts if f not in general] or list(counts)
    return max(forms, key=lambda f: (counts[f], -SPECIFIC.index(f)))


def _level(claims: Sequence[EngagementClaim]) -> Level:
    known = Counter(c.level for c in claims if c.level in LEVELS)
    return max(known, key=lambda v: (known[v], -LEVELS.index(v))) if known else "unknown"


def _participants(group: Group, claims: Sequence[EngagementClaim]) -> tuple[Person, ...]:
    """Those whom all reports share first; the others where most reports name them."""
    everyone = people.merged(p for c in claims for p in c.people)
    reports = max(1, sum(1 for c in claims if c.people))
    kept = [p for p in everyone if _shared(p, group) or reports == 1 or 2 * _named_in(p, claims) > reports]
    return tuple(sorted(kept, key=lambda p: not _shared(p, group)))


def _shared(person: Person, group: Group) -> bool:
    names = group.core.get(person.country or "", ())
    return bool(person.name) and any(people.same(people.key(person.name or ""), k) for k in names)


def _named_in(person: Person, claims: Sequence[EngagementClaim]) -> int:
    if not person.name:
        return sum(1 for c in claims if person.post in {p.post for p in c.people})
    mine = people.key(person.name)
    return sum(1 for c in claims if any(people.same(mine, people.key(p.name)) for p in c.people if p.name))


# -- when and where ----------------------------------------------------------------------------------


def _when(claims: Sequence[EngagementClaim], standing: StatusName) -> Edtf | None:
    """The date that fits the standing: for what was held the actual one, for what is planned the latest told."""
    fits = [c for c in claims if c.when and calendar.bounds(c.when)]
    if not fits:
        return None
    held = [c for c in fits if c.status in HAPPENED]
    if standing in HAPPENED and held:
        return _longest([*held, *_planned_around(held, fits)]) if held[0].form == "visit" else _narrowest(held)
    if standing in COMING | HAPPENED:
        last = max((c for c in fits if c.status in COMING), key=lambda c: c.known_at, default=fits[-1])
        within = [c for c in fits if c.status in COMING and _holds_days(last.when, c.when)]
        return _narrowest(within) if within else last.when  # "in mid-November", told after "on 12 November"
    narrow = _narrowest(fits)
    around = [c for c in fits if c.form == "visit" and _holds_days(c.when, narrow)]
    return _longest(around) if around else narrow  # "was due to begin on Sunday", of a visit set for two days


def _as_done(when: Edtf | None, done: Sequence[Entry]) -> Edtf | None:
    """Of a visit planned for a week or a month, and told of by what was done there, the day of that."""
    at = next((e.at for e in done if e.at), None)
    return at if at is not None and _width(when) > SHORT_VISIT and _holds_days(when, at) else when


def _planned_around(held: Sequence[EngagementClaim], fits: Sequence[EngagementClaim]) -> Iterator[EngagementClaim]:
    """The plans of a visit that hold every day that is told of it."""
    days = [d for c in held if (d := calendar.bounds(c.when))]
    for claim in (c for c in fits if c.status in COMING):
        plan = calendar.bounds(claim.when)
        if plan and all(plan[0] <= first and last <= plan[1] for first, last in days):
            yield claim


def _holds_days(whole: Edtf | None, part: Edtf | None) -> bool:
    """Whether every day of one date is one of another's."""
    days, within = calendar.bounds(whole), calendar.bounds(part)
    return days is not None and within is not None and days[0] <= within[0] and within[1] <= days[1]


def _width(edtf: Edtf | None) -> int:
    days = calendar.bounds(edtf)
    return (days[1] - days[0]).days if days else 10**6


def _narrowest(claims: Sequence[EngagementClaim]) -> Edtf | None:
    """The narrowest date; of those, the one that most reports give, then the earliest known."""
    least = min(_width(c.when) for c in claims)
    dates = [c.when for c in claims if _width(c.when) == least]
    return Counter(dates).most_common(1)[0][0]


def _longest(claims: Sequence[EngagementClaim]) -> Edtf | None:
    """The whole of a visit: the longest stretch of days that is no vaguer than a visit is long."""
    exact = [
        c.when for c in claims if c.when and _width(c.when) < LONGEST_VISIT and calendar.precision(c.when) != "week"
    ]
    return max(exact, key=_width) if exact else _narrowest(claims)


def _places(claims: Sequence[EngagementClaim]) -> tuple[PlaceName, ...]:
    """Each place once, those that more reports name first."""
    counts = Counter(p for c in claims for p in c.places)
    return tuple(sorted(counts, key=lambda p: -counts[p]))


# -- what it stands on -------------------------------------------------------------------------------


def _before_it(
    claim: EngagementClaim, standing: StatusName, when: Edtf | None, claims: Sequence[EngagementClaim]
) -> bool:
    """Whether a claim only announces what then took place: who told of it before gives no account of it."""
    if standing not in HAPPENED or claim.status not in COMING:
        return False
    days = calendar.bounds(when)
    told = min((c.known_at for c in claims if c.status in HAPPENED), default="")
    return claim.known_at < (days[0].isoformat() if days else told)


def _accounts(claims: Sequence[EngagementClaim], sides: Sequence[Country]) -> tuple[AccountOf, ...]:
    """Each side's own texts, and the statements that others attribute to it, by language."""
    found: dict[tuple[Country, str], dict[str, None]] = {}
    for claim in claims:
        if claim.background:
            continue
        for side in _voices(claim, sides):
            found.setdefault((side, claim.language), {})[claim.document] = None
    ordered = sorted(found, key=lambda k: (sides.index(k[0]), k[1]))
    return tuple(AccountOf(side, language, tuple(found[side, language])) for side, language in ordered)


def _voices(claim: EngagementClaim, sides: Sequence[Country]) -> tuple[Country, ...]:
    """A state's own text is its account; in any other text, those on whose behalf it has someone speak."""
    if claim.side is not None:
        return (claim.side,) if claim.side in sides else ()
    told = (*claim.speaking, *(w.claimed_by for w in claim.words))
    return tuple(side for side in sides if side in told)


def _confidence(claims: Sequence[EngagementClaim], families: Mapping[str, str]) -> float:
    """That one of the independent sources has it right: families count once, a recollection half."""
    best: dict[str, float] = {}
    for claim in claims:
        family = families.get(claim.document, claim.document)
        best[family] = max(best.get(family, 0.0), claim.confidence * (0.5 if claim.background else 1.0))
    doubt = 1.0
    for value in sorted(best.values(), reverse=True)[:3]:
        doubt *= 1 - value
    return round(min(0.98, 1 - doubt), 2)


# -- what belongs to what ----------------------------------------------------------------------------


def _parents(found: Sequence[Group], moved: Sequence[Move]) -> dict[int, str]:
    """The claim that stands for the visit which an engagement is part of, by its reading or by days and visitor."""
    visits = [g for g in found if any(c.form == "visit" for c in g.members)]
    by_day: dict[date, list[Group]] = {}
    for visit in visits:
        for day in _each_day(visit):
            by_day.setdefault(day, []).append(visit)
    parents: dict[int, str] = {}
    for group in found:
        told = next((c.parent for c in group.members if c.parent), None)
        if told is not None:
            parents[group.number] = told
        elif group not in visits and (around := _around(group, by_day, visits, moved)):
            parents[group.number] = around.members[0].id
    return parents


def _around(
    group: Group, by_day: Mapping[date, Sequence[Group]], visits: Sequence[Group], moved: Sequence[Move]
) -> Group | None:
    """The visit that a group lies in, or was to lie in before the visit was moved."""
    before = (m.visit for m in moved if left_behind(group, m))
    return _visit_of(group, by_day) or _told_with(group, visits) or next(before, None)


def _carried_out(visit: Group, found: Sequence[Group]) -> tuple[Entry, ...]:
    """That a visit only told of as planned took place: who was to go met somebody there on its days."""
    if visit.standing not in COMING or not visit.days or any(c.form != "visit" for c in visit.members):
        return ()
    first, last = visit.days[0]
    days = (first, max(last, calendar.moved(first, SHORT_VISIT)) if first == last else last)
    told = [
        c for g in found if g is not visit and g.standing in HAPPENED and g.lands & visit.lands and g.days
        and days[0] <= g.days[0][0] <= g.days[0][1] <= days[1]
        and any(people.shared(visit.core[side], g.core.get(side, ())) for side in visit.core)
        for c in g.members if c.status in HAPPENED
    ]  # fmt: skip
    words = ((c, w) for c in sorted(told, key=order) for w in c.words if w.status in HAPPENED)
    return tuple(Entry("held", w.at, c.known_at, w.claimed_by, None, c.document) for c, w in words)[:1]


def _each_day(visit: Group) -> list[date]:
    days = [d for d in visit.days if (d[1] - d[0]).days < LONGEST_VISIT]
    return sorted({date.fromordinal(n) for first, last in days for n in range(first.toordinal(), last.toordinal() + 1)})


def _visit_of(group: Group, by_day: Mapping[date, Sequence[Group]]) -> Group | None:
    if group.forms & REMOTE or not group.days or (group.days[0][1] - group.days[0][0]).days >= LONGEST_VISIT:
        return None
    near = by_day.get(group.days[0][0], ())
    return next((v for v in near if _holds(v, group)), None)


def _told_with(group: Group, visits: Sequence[Group]) -> Group | None:
    """The one visit that a text tells of before a meeting of its own, on one of its days or without a day, of those who
    came along."""
    reports = [c for c in group.members if c.status in HAPPENED and c.form in wider.AT_TABLE and not c.background]
    if len(reports) < len(group.members) or len(group.core) < 2:
        return None
    found = [v for v in visits if v.standing in HAPPENED and _within(v, group) and all(_before(v, c) for c in reports)]
    ground = {place for c in reports for place in lands(c)}
    return found[0] if len(found) == 1 and (not ground or ground <= found[0].lands) else None


def _within(visit: Group, group: Group) -> bool:
    """Whether the days of a group, where it has any, are days of a visit."""
    days = set(_each_day(visit))
    return all(first in days and last in days for first, last in group.days)


def _before(visit: Group, claim: EngagementClaim) -> bool:
    """Whether the text of a claim tells of a visit as its own news before it."""
    text = (claim.document, claim.version)
    return any(
        (m.document, m.version) == text and m.ordinal < claim.ordinal and m.when and not m.background
        for m in visit.members
    )


def _holds(visit: Group, group: Group) -> bool:
    """Same visitor, both past or both to come, and no other country's ground."""
    planned = visit.standing in COMING and group.standing in HAPPENED  # told of as planned, and what was done there
    if (visit.standing in HAPPENED) != (group.standing in HAPPENED) and not planned:
        return False
    return of_its_visitor(visit, group)
