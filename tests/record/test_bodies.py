"""Joint bodies by their names, and what else ties a plan to what came of it: moved visits, days within a stay."""

from __future__ import annotations

from typing import Any

import pytest

from detente.record.bodies import alike, bodies
from detente.record.concluding import conclude
from detente.record.knowledge import Knowledge
from detente.record.nouns import EngagementClaim, EngagementRecord
from detente.record.status import current
from tests.record.making import EIDE, MUDAVADI, claim

NAMED = [
    ("The session of the Joint Permanent Commission of Kenya and Norway", ("joint permanent commission",)),
    ("the High-Level Intergovernmental Committee (HLC) would meet", ("high-level intergovernmental committee",)),
    ("the joint Kenyan-Norwegian commission on fisheries", ("joint commission",)),
    ("a commission of inquiry and the committee", ()),
    ("the committee for political consultation would convene", ("political consultation committee",)),
    ("the commission on transboundary waters between Kenya and Norway", ("transboundary waters commission",)),
    ("the committee for the first time", ()),
    ("the committee on Monday agreed", ()),
    ("the council will meet on Monday", ()),
    ("to hold the High-Level Dialogue in Nairobi", ("high-level dialogue",)),
    ("a dialogue of the deaf in Nairobi", ()),
]


@pytest.mark.parametrize("told", NAMED, ids=lambda t: t[0][:40])
def test_names_of_bodies(told: tuple[str, tuple[str, ...]], knowledge: Knowledge) -> None:
    text, names = told
    assert bodies(text, knowledge) == names


def test_in_short_it_is_the_body_that_the_text_named_before(knowledge: Knowledge) -> None:
    before = "They agreed to revive the High Frontier Committee, and to set up a fund."
    assert bodies("The 4th meeting of the Committee will be held", knowledge, before) == ("high frontier committee",)
    assert bodies("a meeting of a committee will be held", knowledge, before) == ()
    assert bodies("The meeting of the Commission will be held", knowledge, before) == ()


def test_a_short_name_may_be_of_the_body_with_the_longer_one() -> None:
    assert alike(["joint commission"], ["joint permanent commission"]) == "joint permanent commission"
    assert alike(["ad hoc commission"], ["joint permanent commission"]) is None
    assert alike(["high-level dialogue"], ["high level dialogue"]) is not None


def records(*claims: EngagementClaim) -> tuple[EngagementRecord, ...]:
    return conclude(claims, {}).records


BODY: dict[str, Any] = {"form": "talks", "bodies": ("joint permanent commission",), "portfolios": ()}
PLAN = claim("a", "2024-01-10", status="announced", when="2024-05", places=(("Nairobi", "KEN"),), **BODY)


def test_a_session_that_was_planned_came_to_nothing() -> None:
    off = claim("b", "2024-06-20", status="did_not_occur", when="2024-05", people=(EIDE, MUDAVADI), **BODY)
    (one,) = records(PLAN, off)
    assert (one.status, one.documents) == ("did_not_occur", ("a", "b"))


def test_the_session_of_another_body_is_another() -> None:
    other = {**BODY, "bodies": ("ad hoc border committee",)}
    off = claim("b", "2024-06-20", status="did_not_occur", when="2024-05", people=(EIDE, MUDAVADI), **other)
    assert len(records(PLAN, off)) == 2


VISIT: dict[str, Any] = {"form": "visit", "places": (("Kenya", "KEN"),)}


def test_a_visit_that_is_moved_by_office_is_the_one_with_the_name() -> None:
    planned = claim("a", "2024-02-26", status="announced", when="2024-03-09/2024-03-10", people=(EIDE,), **VISIT)
    office = (None, "Foreign Minister", "NOR")
    moved = claim("b", "2024-03-07", status="rescheduled", when="2024-03-22/2024-03-23", people=(office,), **VISIT)
    held = claim("c", "2024-03-23", when="2024-03-22/2024-03-23", people=(EIDE,), **VISIT)
    (one,) = records(planned, moved, held)
    assert (one.status, one.when) == ("held", "2024-03-22/2024-03-23")


def test_another_minister_s_visit_is_not_moved_with_it() -> None:
    planned = claim("a", "2024-02-26", status="announced", when="2024-03-09/2024-03-10", people=(EIDE,), **VISIT)
    office = (None, "Defence Minister", "NOR")
    moved = claim("b", "2024-03-07", status="rescheduled", when="2024-03-22/2024-03-23", people=(office,), **VISIT)
    assert len(records(planned, moved)) == 2


def test_a_cancelled_visit_keeps_all_its_days() -> None:
    planned = claim("a", "2024-02-26", status="announced", when="2024-03-09/2024-03-10", people=(EIDE,), **VISIT)
    off = claim("b", "2024-03-07", status="cancelled", when="2024-03-09", people=(EIDE,), **VISIT)
    (one,) = records(planned, off)
    assert (one.status, one.when) == ("cancelled", "2024-03-09/2024-03-10")


def test_days_of_one_stay_are_one_visit() -> None:
    planned = claim(
        "a", "2024-02-26", status="announced", when="2024-03-09/2024-03-10", side="NOR", people=(EIDE,), **VISIT
    )
    there = claim("b", "2024-03-09", status="under_way", when="2024-03-09", side="KEN", people=(EIDE,), **VISIT)
    over = claim("c", "2024-03-10", when="2024-03-10", side="NOR", people=(EIDE,), **VISIT)
    (one,) = records(planned, there, over)
    assert (one.status, one.when) == ("held", "2024-03-09/2024-03-10")


def test_a_vaguer_word_told_later_keeps_the_day() -> None:
    first = claim("a", "2024-02-26", status="announced", when="2024-03-09", people=(EIDE,), **VISIT)
    later = claim("b", "2024-02-28", status="announced", when="2024-03", people=(EIDE,), **VISIT)
    (one,) = records(first, later)
    assert one.when == "2024-03-09"


def test_who_could_not_be_received_was_still_called_off() -> None:
    off = claim("a", "2024-03-07", status="cancelled", when="2024-03-09", by="KEN", people=(EIDE,), **VISIT)
    said = claim("b", "2024-03-08", status="declined", when="2024-03-09", by="NOR", people=(EIDE,), **VISIT)
    (one,) = records(off, said)
    assert (one.status, current(one.history)) == ("cancelled", "cancelled")


def test_a_named_dialogue_planned_for_a_town_before_the_end_of_the_year_is_the_one_held_there() -> None:
    named: dict[str, Any] = {"form": "talks", "bodies": ("high-level dialogue",), "portfolios": ()}
    town = (("Nairobi", "KEN"),)
    plan = claim("a", "2024-07-20", status="announced", when="2024~", places=town, **named)
    early = claim("a", "2024-01-10", status="announced", when="2024~", places=town, **named)
    weeks = claim("a", "2024-01-10", status="announced", when="2024-08/2024-09", places=town, **named)
    held = claim("b", "2024-09-08", status="held", when="2024-09-07", places=town, **named)
    elsewhere = claim("c", "2024-09-08", status="held", when="2024-09-07", places=(("Oslo", "NOR"),), **named)
    assert len(records(plan, held)) == 1
    assert len(records(weeks, held)) == 1
    assert len(records(plan, elsewhere)) == 2
    assert len(records(early, held)) == 2
