"""When two claims are one engagement and when they are two, feature by feature."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from detente.record.concluding import conclude
from detente.record.nouns import EngagementClaim, EngagementRecord
from detente.record.status import turns
from tests.record.making import BOTH, EIDE, MUDAVADI, claim

RUTO = ("William Ruto", "President", "KEN")
NAIROBI = (("Nairobi", "KEN"),)
OSLO = (("Oslo", "NOR"),)


def records(*claims: EngagementClaim) -> tuple[EngagementRecord, ...]:
    return conclude(claims, {}).records


def many(*claims: EngagementClaim) -> int:
    return len(records(*claims))


FIRST: dict[str, Any] = {"people": BOTH, "when": "2024-05-06", "places": NAIROBI}
ONE = [
    ("the same people on the same day", claim("b", "2024-05-07", **FIRST)),
    ("a surname only", claim("b", "2024-05-07", people=(("Eide", "Foreign Minister", "NOR"),), when="2024-05-06")),
    ("talks are a meeting", claim("b", "2024-05-07", people=BOTH, when="2024-05-06", form="talks")),
    ("no date, known soon after", claim("b", "2024-05-08", people=BOTH)),
    ("offices on the same day in the same town",
     claim("b", "2024-05-07", people=((None, "Foreign Minister", "NOR"),), when="2024-05-06", places=NAIROBI)),
    ("a day later in another side's text", claim("b", "2024-05-07", people=BOTH, when="2024-05-07", side="KEN")),
    ("recalled a month later", claim("b", "2024-06-07", people=BOTH, background=True)),
    ("a month that holds the day", claim("b", "2024-06-07", people=BOTH, when="2024-05")),
    ("the offices of both, recalled in a month that holds the day",
     claim("b", "2024-06-07", people=((None, "Foreign Minister", "NOR"), (None, "Foreign Minister", "KEN")),
           when="2024-05", background=True)),
]  # fmt: skip
TWO = [
    ("other people", claim("b", "2024-05-07", people=(EIDE, RUTO), when="2024-05-06", places=NAIROBI)),
    ("a week later", claim("b", "2024-05-14", people=BOTH, when="2024-05-13")),
    ("a call", claim("b", "2024-05-07", people=BOTH, when="2024-05-06", form="call")),
    ("another country's ground", claim("b", "2024-05-07", people=BOTH, when="2024-05-06", places=OSLO)),
    ("another engagement of the same text", claim("a", "2024-05-06", people=BOTH, when="2024-05-06", ordinal=1)),
    ("announced after it was held", claim("b", "2024-05-20", people=BOTH, status="announced")),
    ("nobody named, no place", claim("b", "2024-05-07", when="2024-05-06")),
    ("one office, recalled in a month that holds the day",
     claim("b", "2024-06-07", people=((None, "Foreign Minister", "NOR"),), when="2024-05", background=True)),
    ("another office", claim("b", "2024-05-07", people=((None, "Defence Minister", "NOR"),), when="2024-05-06",
                             places=NAIROBI)),
]  # fmt: skip


@pytest.mark.parametrize(("why", "other"), ONE, ids=[w for w, _ in ONE])
def test_one(why: str, other: EngagementClaim) -> None:
    assert many(claim("a", "2024-05-06", side="NOR", **FIRST), other) == 1


@pytest.mark.parametrize(("why", "other"), TWO, ids=[w for w, _ in TWO])
def test_two(why: str, other: EngagementClaim) -> None:
    assert many(claim("a", "2024-05-06", side="NOR", **FIRST), other) == 2


def test_a_match_says_why() -> None:
    concluded = conclude([claim("a", "2024-05-06", **FIRST), claim("b", "2024-05-07", **FIRST)], {})
    how = next(m.match for m in concluded.members if m.match)
    assert {f.name for f in how.features} == {"text", "form", "people", "date", "place", "body", "standing"}
    assert how.score == pytest.approx(sum(f.points for f in how.features))


PLANNED: dict[str, Any] = {"form": "talks", "status": "announced", "places": NAIROBI}


def test_a_round_that_was_planned_for_a_town_and_a_month_is_the_one_held_there() -> None:
    plan = claim("a", "2024-03-02", when="2024-05", side="NOR", **PLANNED)
    held = claim("b", "2024-05-15", people=BOTH, when="2024-05-14", places=NAIROBI, side="KEN")
    assert [r.status for r in records(plan, held)] == ["held"]
    assert many(plan, claim("b", "2024-05-15", people=BOTH, when="2024-05-14", places=(("Mombasa", "KEN"),))) == 2
    assert many(plan, claim("b", "2024-06-15", people=BOTH, when="2024-06-14", places=NAIROBI)) == 2
    named = claim("a", "2024-03-02", when="2024-05", people=(EIDE, RUTO), side="NOR", **PLANNED)
    assert many(named, held) == 2


def test_a_round_is_planned_by_both_sides_for_the_same_weeks() -> None:
    mine = claim("a", "2024-03-02", when="2024-05-14/2024-05-15", side="NOR", **PLANNED)
    theirs = claim("b", "2024-03-04", when="2024-05~", side="KEN", **PLANNED)
    assert [r.status for r in records(mine, theirs)] == ["announced"]


def test_talks_of_several_days_that_nobody_is_named_for_are_called_off_once() -> None:
    off = claim("b", "2024-05-10", when="2024-05-14/2024-05-15", form="talks", status="cancelled")
    plan = claim("a", "2024-05-02", when="2024-05-14/2024-05-15", form="talks", status="announced", places=NAIROBI)
    assert [r.status for r in records(plan, off)] == ["cancelled"]


def test_a_session_that_nobody_is_named_for_is_moved_within_its_town() -> None:
    plan = claim("a", "2024-04-16", when="2024-05-16", **PLANNED)
    moved = claim("b", "2024-05-14", when="2024-06-15", form="summit_session", status="rescheduled", places=NAIROBI)
    assert [r.when for r in records(plan, moved)] == ["2024-06-15"]
    assert (
        many(plan, claim("b", "2024-05-14", when="2024-09-15", form="talks", status="rescheduled", places=NAIROBI)) == 2
    )
    assert many(plan, claim("b", "2024-05-14", when="2024-06-15", form="talks", status="rescheduled", places=OSLO)) == 2


def test_the_other_side_calls_the_visitor_by_his_office() -> None:
    mine = claim("a", "2024-05-12", people=(EIDE,), when="2024-05-16", form="visit", status="postponed", places=NAIROBI)
    office = ((None, "Foreign Minister", "NOR"),)
    theirs: dict[str, Any] = {"when": "2024-05-13/2024-05-19", "form": "visit", "status": "postponed", "side": "KEN"}
    assert many(mine, claim("b", "2024-05-13", people=office, places=NAIROBI, **theirs)) == 1
    defence = ((None, "Defence Minister", "NOR"),)
    assert many(mine, claim("b", "2024-05-13", people=defence, places=NAIROBI, **theirs)) == 2


def test_a_readout_without_a_date_tells_of_no_call_that_its_own_side_told_of_days_before() -> None:
    first = claim("a", "2024-05-01", people=BOTH, when="2024-05-01", form="call", side="NOR", voice="official")
    again = claim("b", "2024-05-11", people=BOTH, form="call", side="NOR", voice="official")
    assert many(first, again) == 2
    assert many(first, claim("b", "2024-05-03", people=BOTH, form="call", side="NOR", voice="official")) == 1
    assert many(first, claim("b", "2024-05-05", people=BOTH, form="call", side="KEN", voice="official")) == 1
    assert many(first, claim("b", "2024-05-11", people=BOTH, form="call", side="NOR", background=True)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Petrov", "Sergey Petrov"),
        ("Andriy Yermolenko", "Andrii Yermolenko"),
        ("Mohammed al-Amin", "Muhammad al-Amin"),
        ("Dmitry Sokolovskiy", "Dmitri Sokolovsky"),
        ("S. Raman", "Srinivas Raman"),
    ],
)
def test_one_name_in_two_spellings_is_one_person(one: str, other: str) -> None:
    spelt = (claim(d, "2024-05-07", people=((n, "Foreign Minister", "NOR"),), when="2024-05-06", places=NAIROBI)
             for d, n in (("a", one), ("b", other)))  # fmt: skip
    assert many(*spelt) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ana Ruiz", "Ana Rojas"), ("Chen Gang", "Chan Gang"), ("Marta Kos", "Marko Kos"), ("Kim Jong-un", "Kim Jong-il")],
)
def test_two_names_are_two_persons(one: str, other: str) -> None:
    spelt = (claim(d, "2024-05-07", people=((n, "Foreign Minister", "NOR"),), when="2024-05-06", places=NAIROBI)
             for d, n in (("a", one), ("b", other)))  # fmt: skip
    assert many(*spelt) == 2


def test_who_recalls_it_does_not_undo_that_it_was_put_off() -> None:
    told = claim("a", "2024-05-02", when="2024-05-06", people=(EIDE,), form="visit", places=NAIROBI, status="postponed")
    back: dict[str, Any] = {"when": "2024-05", "people": (EIDE,), "form": "visit", "places": NAIROBI}
    assert [r.status for r in records(told, claim("b", "2024-11-02", status="cancelled", background=True, **back))] == [
        "postponed"
    ]
    assert [r.status for r in records(told, claim("b", "2024-05-04", status="cancelled", **back))] == ["cancelled"]


VISIT: dict[str, Any] = {"people": (EIDE,), "form": "visit", "places": NAIROBI}


def test_planned_and_held_are_one_with_two_statuses() -> None:
    (record,) = records(
        claim("a", "2024-05-01", status="announced", when="2024-05-06", **VISIT),
        claim("b", "2024-05-07", when="2024-05-06/2024-05-07", **VISIT),
    )
    assert [e.status for e in record.history] == ["announced", "held"]
    assert (record.status, record.when) == ("held", "2024-05-06/2024-05-07")


def test_postponed_without_a_date_and_announced_anew_is_another() -> None:
    found = records(
        claim("a", "2024-05-01", status="announced", when="2024-05-06", **VISIT),
        claim("b", "2024-05-03", status="postponed", **VISIT),
        claim("c", "2024-08-01", status="announced", when="2024-09-02", **VISIT),
    )
    assert sorted(r.status for r in found) == ["announced", "postponed"]


def test_moved_to_a_new_date_is_the_same() -> None:
    (record,) = records(
        claim("a", "2024-05-01", status="announced", when="2024-05-06", **VISIT),
        claim("b", "2024-05-03", status="postponed", when="2024-05-20", **VISIT),
        claim("c", "2024-05-21", when="2024-05-20", **VISIT),
    )
    assert (record.status, record.when) == ("held", "2024-05-20")


def test_announced_and_said_not_to_have_happened() -> None:
    (record,) = records(
        claim("a", "2024-05-01", status="announced", **VISIT),
        claim("b", "2024-07-01", status="did_not_occur", background=True, **VISIT),
    )
    assert record.status == "did_not_occur"
    assert record.documents == ("a",) and record.background_in == ("b",)


def test_last_weeks_call_links_and_does_not_create() -> None:
    call: dict[str, Any] = {"people": BOTH, "form": "call"}
    (record,) = records(
        claim("a", "2024-05-06", when="2024-05-06", **call),
        claim("b", "2024-05-13", when="2024-05-06/2024-05-12", background=True, **call),
    )
    assert record.documents == ("a",) and record.background_in == ("b",)


def test_a_recollection_alone_is_marked() -> None:
    (record,) = records(claim("b", "2024-05-13", people=BOTH, background=True))
    assert record.documents == () and record.background_in == ("b",)


def test_a_visit_holds_its_meeting() -> None:
    visit, meeting = records(
        claim("a", "2024-05-06", when="2024-05-06/2024-05-08", **VISIT),
        claim("b", "2024-05-07", people=(EIDE, RUTO), when="2024-05-07", places=NAIROBI),
    )
    assert (visit.form, meeting.parent) == ("visit", visit.id)


def test_the_line_is_that_of_who_tells_most_of_the_offices() -> None:
    deputy = ("Musalia Mudavadi", "Deputy Premier", "KEN")
    minister = ("Musalia Mudavadi", "Deputy Premier and Minister for Foreign Affairs", "KEN")
    one = claim("a", "2024-05-10", when="2024-05-09", people=(EIDE, deputy), channel="other")
    two = claim("b", "2024-05-11", when="2024-05-09", people=(EIDE, minister), channel="foreign_ministers")
    three = claim("c", "2024-05-11", when="2024-05-09", people=(EIDE, deputy), channel="other")
    assert [r.channel for r in records(one, two)] == ["foreign_ministers"]
    assert [r.channel for r in records(one, two, three)] == ["other"]


def test_the_second_side_confirms() -> None:
    (record,) = records(
        claim("a", "2024-05-01", status="announced", by="NOR", when="2024-05-06", **VISIT),
        claim("b", "2024-05-02", status="announced", by="KEN", when="2024-05-06", **VISIT),
    )
    assert record.status == "confirmed"


def test_held_says_one_and_not_says_another() -> None:
    (record,) = records(
        claim("a", "2024-05-06", by="NOR", **FIRST),
        claim("b", "2024-05-07", by="KEN", status="did_not_occur", **FIRST),
    )
    assert record.status == "disputed"


def test_copies_count_once_and_sides_have_accounts() -> None:
    claims = [
        claim("a", "2024-05-06", side="NOR", **FIRST), claim("b", "2024-05-06", **FIRST),
        claim("c", "2024-05-07", **FIRST),
    ]  # fmt: skip
    (record,) = conclude(claims, {"c": "b"}).records
    assert record.families == 2
    assert [(a.side, a.documents) for a in record.accounts] == [("NOR", ("a",))]


def test_the_name_that_all_share_comes_first() -> None:
    (record,) = records(
        claim("a", "2024-05-06", people=(*BOTH, RUTO), when="2024-05-06"),
        claim("b", "2024-05-06", people=BOTH, when="2024-05-06"),
        claim("c", "2024-05-06", people=(EIDE, MUDAVADI), when="2024-05-06"),
    )
    assert [p.name for p in record.participants] == ["Espen Barth Eide", "Musalia Mudavadi"]


def test_a_planned_visit_whose_visitor_met_somebody_there_took_place() -> None:
    visit, meeting = records(
        claim("a", "2024-05-01", status="announced", by="NOR", when="2024-05-06/2024-05-08", **VISIT),
        claim("b", "2024-05-07", people=(EIDE, RUTO), when="2024-05-07", places=NAIROBI),
    )
    assert (visit.status, visit.when, meeting.parent) == ("held", "2024-05-06/2024-05-08", visit.id)
    assert [(h.status, h.document) for h in visit.history] == [("announced", "a"), ("held", "b")]


def test_two_offices_say_within_days_that_talks_are_off() -> None:
    off: dict[str, Any] = {"form": "talks", "status": "postponed", "voice": "official"}
    (record,) = records(
        claim("a", "2024-05-01", side="NOR", when="2024-05-12", **off),
        claim("b", "2024-05-02", side="KEN", people=(MUDAVADI,), **off),
    )
    assert record.documents == ("a", "b")
    assert len(records(
        claim("a", "2024-05-01", side="NOR", when="2024-05-12", **off), claim("b", "2024-05-20", side="KEN", **off)
    )) == 2  # fmt: skip


def test_two_versions_of_one_document_tell_of_one_engagement() -> None:
    """However long after the page was changed, and with no date in either text."""
    (record,) = records(
        claim("a", "2024-05-06", people=BOTH), claim("a", "2024-06-20", people=BOTH, version=2),
    )  # fmt: skip
    assert record.documents == ("a",)
    assert many(claim("a", "2024-05-06", people=BOTH), claim("b", "2024-06-20", people=BOTH)) == 2


def test_two_engagements_of_each_version_stay_two() -> None:
    versions = [claim("a", f"2024-0{4 + v}-06", people=BOTH, version=v, ordinal=n) for v in (1, 2) for n in (0, 1)]
    assert many(*versions) == 2


def test_a_leader_at_a_summit_of_many_and_his_meeting_with_one_of_them_are_two() -> None:
    summit = claim("a", "2024-05-01", people=(RUTO,), when="2024-05-06", places=OSLO, form="summit_session",
                   status="announced")  # fmt: skip
    store: tuple[str, str, str] = ("Jonas Gahr Støre", "Prime Minister", "NOR")
    meeting = claim("b", "2024-05-06", people=(RUTO, store), when="2024-05-06", places=OSLO)
    assert many(summit, meeting) == 2
    both = claim("a", "2024-05-01", people=(RUTO, store), when="2024-05-06", places=OSLO, form="summit_session",
                 status="announced")  # fmt: skip
    assert many(both, meeting) == 1


def test_a_visit_there_is_none_here_whoever_named_both_grounds_between() -> None:
    here: dict[str, Any] = {"people": (EIDE, RUTO), "form": "visit"}
    found = records(
        claim("a", "2024-05-01", status="announced", places=NAIROBI, **here),
        claim("b", "2024-05-03", status="announced", places=(*NAIROBI, *OSLO), **here),
        claim("c", "2024-06-20", status="announced", places=OSLO, **here),
    )
    assert [r.documents for r in found] == [("a", "b"), ("c",)]


def test_a_meeting_spoken_of_is_not_any_that_takes_place_weeks_after() -> None:
    soon = claim("a", "2024-05-01", people=BOTH, status="announced")
    assert many(soon, claim("b", "2024-05-21", people=BOTH, when="2024-05-20", places=NAIROBI)) == 1
    assert many(soon, claim("b", "2024-06-11", people=BOTH, when="2024-06-10", places=NAIROBI)) == 2
    there = claim("a", "2024-05-01", people=BOTH, status="announced", places=NAIROBI)
    assert many(there, claim("b", "2024-06-11", people=BOTH, when="2024-06-10", places=NAIROBI)) == 1


def test_a_meeting_is_moved_by_weeks_and_stays_one_without_a_place() -> None:
    planned = claim("a", "2024-05-01", people=BOTH, status="announced", when="2024-05-06", places=NAIROBI)
    (record,) = records(
        planned, claim("b", "2024-05-03", people=BOTH, status="rescheduled", when="2024-05-20"),
        claim("c", "2024-05-21", people=BOTH, when="2024-05-20", places=NAIROBI),
    )  # fmt: skip
    assert (record.status, record.when, record.documents) == ("held", "2024-05-20", ("a", "b", "c"))
    assert many(planned, claim("b", "2024-05-03", people=BOTH, status="rescheduled", when="2024-09-20")) == 2


def test_who_came_along_met_during_the_visit_that_the_text_tells_of_before() -> None:
    visit = claim("a", "2024-05-07", people=(EIDE,), when="2024-05-06", form="visit", places=NAIROBI)
    aide: tuple[str, str, str] = ("Bjørn Arild Gram", "Defence Minister", "NOR")
    met = claim("a", "2024-05-07", people=(aide, RUTO), ordinal=1)
    first, second = records(visit, met)
    assert second.parent == first.id
    for other in (
        claim("a", "2024-05-07", people=(aide, RUTO), ordinal=1, background=True),
        claim("a", "2024-05-07", people=(aide, RUTO), ordinal=1, places=OSLO),
        claim("a", "2024-05-07", people=(aide, RUTO), ordinal=1, form="call"),
        claim("b", "2024-05-07", people=(aide, RUTO), ordinal=1),
    ):
        assert all(r.parent is None for r in records(visit, other))


DENIED: dict[str, Any] = {"people": BOTH, "status": "did_not_occur", "places": NAIROBI, "side": "KEN", "by": "KEN"}


def test_a_meeting_that_the_other_side_denies_is_one_in_dispute() -> None:
    told = claim("a", "2024-05-07", side="NOR", by="NOR", **FIRST)
    (found,) = records(told, claim("b", "2024-05-09", **DENIED))
    assert found.status == "disputed" and found.when == "2024-05-06"
    (found,) = records(claim("b", "2024-05-07", **DENIED), claim("c", "2024-05-07", side="NOR", by="NOR", **FIRST))
    assert found.status == "disputed"
    assert many(told, claim("b", "2024-09-09", **DENIED)) == 2


def test_what_two_states_planned_for_a_day_took_place_on_it() -> None:
    plan = claim("a", "2024-05-01", status="announced", when="2024-05-06", form="talks")
    held = claim("b", "2024-05-20", people=BOTH, when="2024-05-06", form="talks", background=True)
    assert [r.status for r in records(plan, held)] == ["held"]
    assert many(plan, claim("b", "2024-05-20", people=BOTH, when="2024-05-07", form="talks", background=True)) == 2


def test_what_was_put_off_and_is_held_within_days_is_one() -> None:
    put_off = claim("a", "2024-05-04", people=(EIDE,), status="postponed", form="visit", places=NAIROBI)
    held: dict[str, Any] = {"people": (EIDE,), "form": "visit", "places": NAIROBI}
    assert [r.status for r in records(put_off, claim("b", "2024-05-08", when="2024-05-05", **held))] == ["held"]
    assert many(put_off, claim("b", "2024-07-08", when="2024-07-05", **held)) == 2


def test_a_visit_that_was_moved_and_has_begun_is_of_its_new_day() -> None:
    (record,) = records(
        claim("a", "2024-03-02", people=(EIDE,), form="visit", status="announced", when="2024-03-14/2024-03-16",
              places=NAIROBI),
        claim("b", "2024-03-10", people=(EIDE,), form="visit", status="rescheduled", when="2024-05-03", places=NAIROBI),
        claim("c", "2024-05-03", people=(EIDE,), form="visit", status="under_way", places=NAIROBI),
    )  # fmt: skip
    assert (record.status, record.when) == ("under_way", "2024-05-03")


def test_turns_are_where_it_stands_otherwise_than_before() -> None:
    (record,) = records(
        claim("a", "2024-05-07", people=BOTH, when="2024-05-06", by="KEN"),
        claim("b", "2024-05-08", people=BOTH, when="2024-05-06", by="The Daily"),
        claim("c", "2024-05-09", people=BOTH, when="2024-05-06", status="did_not_occur", by="NOR"),
    )
    assert [(e.document, standing) for e, standing in turns(record.history)] == [("a", "held"), ("c", "disputed")]


def test_own_accounts_of_several_days_are_of_several_calls() -> None:
    """An office publishes its readouts, without a date, on the day: three of three days are three calls."""
    own = [claim(d, f"2024-05-{day}", people=BOTH, form="call", side="NOR", voice="official")
           for d, day in (("a", "01"), ("b", "04"), ("c", "06"))]  # fmt: skip
    assert many(*own) == 3
    theirs = claim("d", "2024-05-04", people=BOTH, when="2024-05-04", form="call", side="KEN", voice="official")
    assert many(*own, theirs) == 3


OFF_LATER = [
    # form, what is said of it, days after the plan, how many engagements
    ("call", "did_not_occur", 20, 1), ("call", "did_not_occur", 200, 2), ("call", "declined", 150, 2),
    ("meeting", "cancelled", 20, 1), ("meeting", "cancelled", 240, 2), ("meeting", "declined", 200, 2),
    ("meeting", "did_not_occur", 240, 1), ("visit", "cancelled", 120, 1), ("visit", "did_not_occur", 300, 1),
]  # fmt: skip


@pytest.mark.parametrize(("form", "status", "days", "number"), OFF_LATER)
def test_a_plan_is_remembered_for_as_long_as_such_plans_are(form: str, status: str, days: int, number: int) -> None:
    """ "There is no call to preview" is not the end of one that was planned half a year ago."""
    later = (date(2024, 1, 10) + timedelta(days=days)).isoformat()
    told: dict[str, Any] = {"people": BOTH, "form": form}
    off = claim("b", later, status=status, **told)
    assert many(claim("a", "2024-01-10", status="announced", **told), off) == number
    if form == "call":
        assert many(claim("a", "2024-01-10", status="announced", when="2024-01-11", **told), off) == number


OSLO = (("Oslo", "NOR"),)


@pytest.mark.parametrize(("status", "engagements"), [("mooted", 1), ("announced", 2)])
def test_a_journey_that_is_set_is_not_one_of_the_year_after(status: str, engagements: int) -> None:
    plan = claim("a", "2024-01-10", form="visit", status=status, people=(MUDAVADI,), places=OSLO)
    made = claim("b", "2024-12-05", form="visit", when="2024-12-04", people=(MUDAVADI,), places=OSLO)
    assert many(plan, made) == engagements
    soon = claim("b", "2024-05-05", form="visit", when="2024-05-04", people=(MUDAVADI,), places=OSLO)
    assert many(plan, soon) == 1


@pytest.mark.parametrize(("people", "engagements"), [((EIDE,), 2), (BOTH, 1)])
def test_a_plan_told_on_the_day_of_a_meeting_is_that_one_of_the_same_two(people: Any, engagements: int) -> None:
    held = claim("a", "2024-05-09", when="2024-05-09", people=BOTH)
    plan = claim("b", "2024-05-09", status="announced", people=people)
    assert many(held, plan) == engagements


@pytest.mark.parametrize(
    ("town", "when", "engagements"),
    [("Oslo", "2024-05-11", 1), ("Bergen", "2024-05-11", 2), ("Oslo", "2024-05-12", 2), ("Oslo", "2024-05-09", 2)],
)
def test_a_meeting_can_slip_by_a_day_in_its_town(town: str, when: str, engagements: int) -> None:
    plan = claim("a", "2024-05-02", when="2024-05-10", status="announced", people=BOTH, places=OSLO, side="NOR")
    held = claim("b", when, when=when, people=BOTH, places=((town, "NOR"),), side="NOR")
    assert many(plan, held) == engagements


def test_who_receives_makes_no_two_visits_one() -> None:
    invited = claim("a", "2024-05-02", form="visit", status="mooted", people=BOTH, places=OSLO)
    made = claim("b", "2024-05-21", form="visit", when="2024-05-20", people=(EIDE,), places=(*OSLO, ("Nairobi", "KEN")))
    assert many(invited, made) == 2
    came = claim("b", "2024-05-21", form="visit", when="2024-05-20", people=BOTH, places=OSLO)
    assert many(invited, came) == 1


@pytest.mark.parametrize(
    ("when", "town", "people", "engagements"),
    [
        ("2024-06", "Oslo", (), 1),
        ("2024-05/2024-07", "Oslo", (), 2),
        ("2024-06", "Bergen", (), 2),
        ("2024-06", "Oslo", BOTH, 2),
    ],
)
def test_a_round_that_is_off_is_the_one_planned_for_its_month_and_town(
    when: str, town: str, people: Any, engagements: int
) -> None:
    plan = claim("a", "2024-01-02", form="talks", when="2024-06", status="announced", places=OSLO, side="NOR")
    off = claim(
        "b", "2024-04-11", form="talks", when=when, status="cancelled", places=((town, "NOR"),), side="KEN",
        people=people,
    )  # fmt: skip
    assert many(plan, off) == engagements


def test_talks_planned_somewhere_are_no_plan_of_a_call() -> None:
    plan = claim("a", "2024-07-15", form="talks", status="announced", when="2024-09", people=BOTH,
                 places=(("Oslo", "NOR"),))  # fmt: skip
    call = claim("b", "2024-09-20", form="call", when="2024-09-19", people=BOTH)
    assert {(r.form, r.status) for r in records(plan, call)} == {("talks", "announced"), ("call", "held")}
    anywhere = claim("a", "2024-07-15", form="talks", status="announced", when="2024-09", people=BOTH)
    assert [(r.form, r.status) for r in records(anywhere, call)] == [("call", "held")]


@pytest.mark.parametrize(("status", "known"), [("did_not_occur", "2024-08-30"), ("cancelled", "2024-06-20")])
def test_a_visit_that_came_to_nothing_is_the_one_that_was_planned(status: str, known: str) -> None:
    oslo: dict[str, Any] = {"form": "visit", "people": (MUDAVADI,), "places": (("Oslo", "NOR"),)}
    plan = claim("a", "2024-03-12", status="announced", **oslo)
    (found,) = records(plan, claim("b", known, status=status, **oslo))
    assert (found.status, len(found.history)) == (status, 2)
    elsewhere = {**oslo, "places": (("Nairobi", "KEN"),), "people": (EIDE,)}
    assert len(records(plan, claim("b", known, status=status, **elsewhere))) == 2
    assert len(records(plan, claim("b", "2025-08-30", status=status, **oslo))) == 2  # a plan of more than a year ago


def test_what_is_told_without_a_date_to_have_taken_place_is_over_by_then() -> None:
    plan = claim("a", "2024-05-01", people=BOTH, form="call", status="announced")
    told = claim("b", "2024-05-06", people=BOTH, form="call")
    later = claim("c", "2024-05-29", people=BOTH, form="call", when="2024-05-29")
    assert many(plan, told) == 1 and many(plan, later) == 1
    assert many(plan, told, later) == 2
    recalled = claim("b", "2024-05-06", people=BOTH, form="call", background=True)
    assert many(plan, recalled, later) == 1
