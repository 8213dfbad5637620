"""Days that were named for a meeting, bodies told in short, who had asked for half an hour, whose minister he is."""

from __future__ import annotations

import pytest

from detente.model import Engagement, Reading
from detente.reading.reader import Reader
from tests.conftest import read as read_on


def read(reader: Reader, text: str, published: str = "2024-06-18", outlet: str | None = None) -> Reading:
    return read_on(reader, text, published, outlet)


def names(engagement: Engagement) -> set[str | None]:
    return {p.actor.name for p in engagement.participants}


def test_a_day_named_for_a_meeting_is_its_day_and_no_answer_leaves_it_unanswered(reader: Reader) -> None:
    text = (
        "Monday was the day that Kenyan President William Ruto had proposed in his message of June 3 for a meeting "
        "with Tanzanian President Samia Suluhu Hassan in Arusha, and the invitation has still had no reply, his "
        "spokesman said."
    )
    (meeting,) = [e for e in read(reader, text).engagements if e.form == "meeting"]
    assert (meeting.status.status, meeting.when.edtf, meeting.initiator) == ("unanswered", "2024-06-17", "KEN")


def test_a_day_named_for_something_else_dates_no_meeting(reader: Reader) -> None:
    text = (
        "Monday was the day that Kenyan President William Ruto had chosen for his retirement. He held talks with "
        "Tanzanian President Samia Suluhu Hassan in Arusha on June 3."
    )
    held = [e for e in read(reader, text).engagements if e.form in ("talks", "meeting")]
    assert [(e.status.status, e.when.edtf) for e in held] == [("held", "2024-06-03")]


def test_that_the_two_meet_is_proposed(reader: Reader) -> None:
    text = (
        "Peruvian President Dina Boluarte on Friday sent a letter to her Chilean counterpart Gabriel Boric, in which "
        "she proposed that the two meet in Arica on June 30, an aide said."
    )
    (meeting,) = [e for e in read(reader, text).engagements if e.form == "meeting"]
    assert (meeting.status.status, meeting.when.edtf, meeting.initiator) == ("mooted", "2024-06-30", "PER")


@pytest.mark.parametrize("asked", ["had asked for 30 minutes after the dinner", "had sought half an hour with him"])
def test_who_had_asked_for_half_an_hour_began_it(reader: Reader, asked: str) -> None:
    text = (
        "Chilean President Gabriel Boric declined to meet Peruvian President Dina Boluarte on the sidelines of a "
        f"summit in Quito on Monday. Lima {asked}."
    )
    (meeting,) = [e for e in read(reader, text).engagements if e.status.status == "declined"]
    assert meeting.initiator == "PER"


def test_who_asks_for_an_hour_of_silence_began_no_talks(reader: Reader) -> None:
    text = (
        "Chilean President Gabriel Boric met Peruvian President Dina Boluarte in Quito on Monday. Lima asks for an "
        "hour of silence for the dead."
    )
    (meeting,) = read(reader, text).engagements
    assert meeting.initiator is None


def test_a_body_told_in_short_is_of_those_who_met(reader: Reader) -> None:
    text = (
        "General Raúl Díaz, Minister of Defence, spoke by telephone this morning with General Iván Paredes, Minister "
        "of Defence of Bolivia. The two Ministers agreed to revive the High Frontier Committee. The 4th meeting of the "
        "Committee will be held in La Paz on 8 and 9 July 2024."
    )
    found = read(reader, text, outlet="Ministry of Defence, Chile").engagements
    (session,) = [e for e in found if e.when.edtf == "2024-07-08/2024-07-09"]
    assert (session.status.status, {str(c) for c in session.countries}) == ("announced", {"CHL", "BOL"})


@pytest.mark.parametrize("whose", ["The Cabinet", "The Parliament"])
def test_a_body_of_one_state_sits_by_itself(reader: Reader, whose: str) -> None:
    text = (
        "Defence Minister Raúl Díaz of Chile rang Defence Minister Iván Paredes of Bolivia on Monday. "
        f"{whose} would be asked to lift the ban at its meeting on Thursday, his spokesman said."
    )
    assert {e.form for e in read(reader, text).engagements} == {"call"}


def test_a_border_committee_is_of_the_two_states_that_a_text_tells_of(reader: Reader) -> None:
    text = (
        "Bolivian Defence Minister Iván Paredes will not go to Santiago on Thursday. The meeting of the High Border "
        "Committee has been rescheduled for August 15 because of the snow, and the Chilean side agreed, he said."
    )
    (session,) = [e for e in read(reader, text).engagements if e.status.status == "rescheduled"]
    assert ({str(c) for c in session.countries}, session.when.edtf) == ({"CHL", "BOL"}, "2024-08-15")


def test_a_border_force_is_no_table(reader: Reader) -> None:
    text = (
        "Bolivian Defence Minister Iván Paredes visited Chile on Monday. A meeting of the Border Force was called off "
        "because of the snow."
    )
    assert all(e.form == "visit" for e in read(reader, text).engagements)


def test_a_minister_who_stays_away_is_of_where_the_text_lies(reader: Reader) -> None:
    text = (
        "With half of Cochabamba under water, Defence Minister Iván Paredes will not be going to Santiago on Thursday. "
        "The Chilean side offered blankets."
    )
    (visit,) = read(reader, text, "2024-06-17").engagements
    assert (visit.status.status, [p.actor.country for p in visit.participants]) == ("cancelled", ["BOL"])


def test_of_two_other_states_a_minister_is_of_neither(reader: Reader) -> None:
    text = (
        "With half of Cochabamba and much of Asunción under water, Defence Minister Iván Paredes will not be going to "
        "Santiago on Thursday."
    )
    assert read(reader, text, "2024-06-17").engagements == ()


def test_who_did_sit_down_is_the_one_told_of(reader: Reader) -> None:
    text = (
        "Ana Soto was named Chile's foreign minister on Monday in the cabinet of President Gabriel Boric. Few will "
        "miss Alberto Rojas, who in May sat down for talks with Bolivian Foreign Minister Celinda Sosa in Santiago."
    )
    (talks,) = [e for e in read(reader, text).engagements if e.form in ("talks", "meeting")]
    assert names(talks) == {"Alberto Rojas", "Celinda Sosa"}


def test_who_is_brought_along_is_of_the_same_side(reader: Reader) -> None:
    text = (
        "Defence Minister Iván Paredes of Bolivia will not go to Santiago on Thursday. The meeting of the Bolivia-"
        "Chile committee has been put off to August 15. Gen Paredes was to have brought along the army "
        "chief, Gen Luis Vega."
    )
    chile = [p for e in read(reader, text).engagements for p in e.participants if p.actor.country == "CHL"]
    assert not any(p.actor.kind == "person" for p in chile)
