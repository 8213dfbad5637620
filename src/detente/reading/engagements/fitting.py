"""Which mentions can tell of one engagement: by form, sides, people, date, standing and place.

In: a bundle and a sighting. Out: whether the one can hold the other, and how close they are. A date that conflicts
keeps them apart, and a past one is never tied to a coming one unless a date says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.model import Country, Form
from detente.reading import syntax
from detente.reading.engagements.bundle import COMING, Bundle
from detente.reading.engagements.days.timeclauses import was_to
from detente.reading.engagements.party import Party
from detente.reading.engagements.sighting import HAPPENED, Sighting
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

ALIKE: tuple[frozenset[Form], ...] = (
    frozenset({"call", "talks"}), frozenset({"video_call", "talks"}), frozenset({"meeting", "talks"}),
    frozenset({"summit_session", "talks"}), frozenset({"video_call", "summit_session"}),
    frozenset({"call", "video_call"}),
)  # fmt: skip
UNDONE = frozenset({"cancelled", "postponed", "did_not_occur"})
CONTESTED = frozenset({"held", "disputed", "did_not_occur"})


def fits(bundle: Bundle, sighting: Sighting) -> bool:
    return (
        _forms_fit(bundle, sighting)
        and not two_lines(bundle, sighting)
        and _sides_fit(bundle, sighting)
        and _people_fit(bundle, sighting)
        and _dates_fit(bundle, sighting)
        and _standings_fit(bundle, sighting)
        and _places_fit(bundle, sighting)
        and not _only_heads(bundle, sighting)
        and not any(_after_another(s, sighting) or _after_another(sighting, s) for s in bundle.sightings)
    )


def _after_another(undone: Sighting, told: Sighting) -> bool:
    """ "will hold talks in May, after a meeting of their ministers was called off": what came to nothing is another,
    which "a" and a clause of its own set apart."""
    noun = undone.token if undone.token.pos_ == "NOUN" else None
    if noun is None or undone.sentence.index != told.sentence.index or undone.standing.status not in UNDONE:
        return False
    fell = noun.head if noun.dep_ in ("nsubj", "nsubjpass") else noun
    clause = fell.dep_ == "advcl" and not syntax.under(told.token, fell)
    new = any(c.lower_ in ("a", "an", "another") for c in noun.children if c.dep_ == "det")
    return clause and new and told.standing.status in COMING | HAPPENED


def _only_heads(bundle: Bundle, sighting: Sighting) -> bool:
    """ "Ministers talk ahead of trip" over a report that also recalls talks of long ago: a headline tells the news."""
    mine, theirs = [sighting], bundle.sightings
    return any(
        all(s.headline and s.when.edtf is None for s in heads)
        and all(s.background and s.when.edtf and not s.headline for s in told)
        for heads, told in ((mine, theirs), (theirs, mine))
    )


def two_lines(bundle: Bundle, sighting: Sighting) -> bool:
    """ "agreed to begin consultations on fish … considered a revival of their dialogue": talks of states on two
    matters, each by its own word."""
    told = [sighting, *bundle.sightings]
    loose = all(s.form == "talks" and s.standing.status in COMING and not s.definite for s in told)
    states = all(p.actor.kind in ("state", "group") for s in told for p in s.parties)
    return loose and states and len({s.token.lemma_ for s in told if s.token.pos_ == "NOUN"}) > 1


def _forms_fit(bundle: Bundle, sighting: Sighting) -> bool:
    forms = {s.form for s in bundle.sightings}
    if any(s.form != sighting.form and _told_about(s, sighting) for s in bundle.sightings):
        return False
    if any({s.form, sighting.form} == {"call", "talks"} and _in_town(s, sighting) for s in bundle.sightings):
        return False
    if any(_beside_a_gathering(s, sighting) for s in bundle.sightings):
        return False
    return all(f == sighting.form or frozenset({f, sighting.form}) in ALIKE for f in forms)


def _beside_a_gathering(one: Sighting, other: Sighting) -> bool:
    """ "X attended a conference. On its margins he had a conversation with Y": who attends alone meets others there."""
    sides = {s.form: len(set(s.countries)) for s in (one, other)}
    return set(sides) == {"summit_session", "talks"} and sides["summit_session"] == 1 < sides["talks"]


def _in_town(one: Sighting, other: Sighting) -> bool:
    """Whether one of them is talks that were held in a town, which no call is."""
    return any(s.form == "talks" and s.towns for s in (one, other))


def _told_about(one: Sighting, other: Sighting) -> bool:
    """ "the session that X and Y had fixed over the telephone": what others did about it, and no word for it."""
    if one.sentence.index != other.sentence.index:
        return False
    return any(
        syntax.under(inner.token, clause) and clause.dep_ == "relcl" and _of_others(clause)
        for outer, inner in ((one, other), (other, one))
        for clause in syntax.clauses_about(outer.token)
    )


def _of_others(clause: Token) -> bool:
    """Whether a clause about a noun has a subject of its own, and does not tell what was done "during which"."""
    if any(t.tag_ in ("WDT", "WP") and t.dep_ == "pobj" for c in clause.children for t in c.children):
        return False
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ not in ("WDT", "WP") for c in clause.children)


def _sides_fit(bundle: Bundle, sighting: Sighting) -> bool:
    mine, theirs = _at_table(sighting), set(bundle.countries)
    if sighting.form == "visit":
        goes, went = {p.country for p in sighting.destinations if p.country}, bundle.destinations
        if len(goes) > 1 or len(went) > 1:
            return goes == went or (not goes and len(went) == 1) or _undated_stop(bundle, sighting)
        return mine <= theirs or theirs <= mine
    if sighting.form == bundle.form == "summit_session" and sighting.definite and mine & theirs:
        return True  # "The leaders of the body gathered in X. Y, the host, opened the summit"
    if (
        len(mine) > 1
        and len(theirs) > 1
        and mine != theirs
        and not sighting.definite
        and _many_beside_two(bundle, sighting)
    ):
        return False
    return mine <= theirs or theirs <= mine


def _at_table(sighting: Sighting) -> set[Country]:
    """Whose engagement a mention tells of: without who only goes between, where two others are."""
    between = {p.country for p in sighting.parties if p.role == "mediator"}
    rest = set(sighting.countries) - between
    return rest if len(rest) > 1 else set(sighting.countries)


def _undated_stop(bundle: Bundle, sighting: Sighting) -> bool:
    """A stop told without a day of its own is part of the journey that leads there."""
    goes, went = {p.country for p in sighting.destinations if p.country}, bundle.destinations
    undated = sighting.when.edtf is None and bool(goes) and goes < went
    return undated or (bundle.when.edtf is None and bool(went) and went < goes)


def _many_beside_two(bundle: Bundle, sighting: Sighting) -> bool:
    """A meeting of three and one of two of them are two meetings, where each is told of with its own sides."""
    sizes = sorted((len(sighting.countries), len(bundle.countries)))
    told = not sighting.standing.weak and not sighting.passing and not bundle.weak
    summits = sighting.form == bundle.form == "summit_session"  # "talks with X on the sidelines of the summit" are none
    return told and sizes[0] == 2 and sizes[1] > 2 and not summits


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
    if any(_long_before(s, sighting) or _long_before(sighting, s) for s in bundle.sightings):
        return False
    if mine is None and any(other_dates(s, sighting) for s in bundle.sightings):
        return False
    if any(_plan_bygone(s, sighting) or _plan_bygone(sighting, s) for s in bundle.sightings):
        return False
    if mine is None or not dated:
        return not sighting.distinct or bundle.weak
    slack = 1 if sighting.status.claimed_by != dated[0].status.claimed_by else 0
    anew = bundle.moved
    if anew is not None and calendar.compatible(mine, anew.edtf or mine):
        return True
    return all(calendar.compatible(mine, s.when.edtf, slack) for s in dated if s.when.edtf)


def _plan_bygone(one: Sighting, other: Sighting) -> bool:
    """ "will go to X. He had been expected in X in January": a plan of long ago, and not the visit to come."""
    long_ago = one.background and one.when.edtf is not None and one.standing.status in COMING and _had_been(one)
    ahead = other.standing.tense == "future" and other.standing.status in COMING
    return long_ago and ahead and not (one.definite or other.background or other.when.edtf)


def _had_been(sighting: Sighting) -> bool:
    return sighting.standing.perfect or was_to(sighting.token)


def other_dates(one: Sighting, other: Sighting) -> bool:
    """ "will go in November", "called off a visit in April", in a text of no known day: two dates, though neither has a
    value."""
    spans = (one.when.span, other.when.span)
    valueless = one.when.edtf is None and other.when.edtf is None
    return valueless and all(s is not None for s in spans) and len({s.text.lower() for s in spans if s}) > 1


def _long_before(dated: Sighting, news: Sighting) -> bool:
    """ "X rang Y to congratulate him. The two had last spoken in February": one of long ago, and not the news."""
    recalled = dated.background and dated.when.edtf is not None and dated.standing.perfect and not dated.definite
    told_now = news.standing.directed and not news.background and news.when.edtf is None and not news.standing.perfect
    return recalled and told_now and news.form != "visit" and news.standing.status in HAPPENED and not news.definite


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
    """Whether a coming visit would be joined to one told of as called off, or to a plan of long ago."""
    stale = bundle.background and not sighting.background
    off = stale or bundle.status.status not in HAPPENED | COMING
    return off and sighting.standing.status in COMING and not sighting.when.edtf and not sighting.definite


def _standings_fit(bundle: Bundle, sighting: Sighting) -> bool:
    one, other = sighting.standing.status, bundle.status.status
    if not sighting.standing.directed or not any(s.standing.directed for s in bundle.sightings):
        known = bundle.when.edtf is None and not any(s.standing.directed for s in bundle.sightings)
        same_ground = not (sighting.background ^ all(s.background for s in bundle.sightings))
        return same_ground or known or sighting.when.edtf is None  # "details emerged about X's call with Y"
    if other in HAPPENED and _made_known(sighting):
        return True
    if other in HAPPENED and _was_to_come(sighting):
        return True  # "met X before the summit": of one that has been held since
    if other in COMING and _only_a_first(sighting):
        return True  # "is the first leader of X to visit Y"
    groups = [HAPPENED, COMING]
    if _told_apart(bundle, sighting):
        groups.append(CONTESTED)
    if any(one in g and other in g for g in groups) or one == other:
        return True
    if other in ("cancelled", "did_not_occur") and one in COMING and _anew(bundle, sighting):
        return False
    off = {one, other} - HAPPENED - COMING
    reach = 1 if sighting.definite or any(s.definite for s in bundle.sightings) else 0
    beside = any(abs(s.sentence.index - sighting.sentence.index) <= reach for s in bundle.sightings)
    recalled = all(s.background for s in bundle.sightings) and not sighting.when.edtf and not beside
    bygone = sighting.background and sighting.when.edtf and other in COMING and not bundle.when.edtf
    if not off or {one, other} & HAPPENED or recalled or bygone:
        return False
    return bool(sighting.when.edtf and bundle.when.edtf) or not sighting.distinct


def _only_a_first(sighting: Sighting) -> bool:
    first = syntax.first_to(sighting.token) if sighting.form == "visit" and sighting.token.pos_ == "VERB" else None
    return sighting.standing.weak and sighting.when.edtf is None and first is not None


def _made_known(sighting: Sighting) -> bool:
    """ "both confirmed the call", "the ministry, which announced the call": one that has taken place."""
    told, word = sighting.standing.status, sighting.standing.word
    past = told == "announced" and word is not None and word.lemma_ == "announce" and sighting.standing.tense == "past"
    return (told == "confirmed" or past) and sighting.definite and sighting.when.edtf is None


def _was_to_come(sighting: Sighting) -> bool:
    """Whether a mention only says that what had been told of was still to come at some time past."""
    passing = sighting.standing.weak and sighting.definite and sighting.when.edtf is None
    return passing and sighting.standing.status == "announced" and sighting.standing.word is None


def _anew(bundle: Bundle, sighting: Sighting) -> bool:
    """ "A session was dropped. The two are likely to meet in X in May": another one, with a town or day of its own."""
    later = all(s.sentence.index < sighting.sentence.index for s in bundle.sightings)
    own = bool(sighting.when.edtf or sighting.places) and not bundle.when.edtf and not bundle.places
    return later and own and sighting.token.pos_ == "VERB" and sighting.moved is None


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


def _goes_on_from(one: Sighting, other: Sighting) -> bool:
    """Whether a mention without a day stands in the sentence right after another, in its paragraph."""
    same = one.sentence.passage.index == other.sentence.passage.index
    return same and other.sentence.index - one.sentence.index == 1


def closeness(bundle: Bundle, sighting: Sighting) -> tuple[int, ...]:
    people = {p.key for p in sighting.parties if p.actor.kind != "state"} & {p.key for p in bundle.parties}
    near = -min(abs(s.sentence.index - sighting.sentence.index) for s in bundle.sightings)
    beside = int(near == 0 and bundle.form == sighting.form)
    stale = bundle.background and not sighting.background and not sighting.when.edtf and sighting.form != "visit"
    stale = stale and not any(_goes_on_from(s, sighting) for s in bundle.sightings)
    # "The meeting revolved around trade" is not the one to come
    ahead = sighting.standing.tense == "past" and bundle.status.status in COMING
    ahead = ahead and sighting.standing.status not in COMING
    undone = sighting.standing.status in UNDONE and not sighting.when.edtf
    planned_then = undone and any(
        was_to(s.token) for s in bundle.sightings
    )  # "was to have been in X. The trip was off"
    return (
        len(people),
        int(planned_then),
        int(not ahead),
        int(not stale),
        int(_same_day(bundle, sighting)),
        int(not _off_course(bundle, sighting)),
        beside,
        int(bundle.form == sighting.form),
        near,
    )
