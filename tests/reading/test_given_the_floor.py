"""Journeys told in talk: the typographic apostrophe, who is given the floor, who was joined, what was done "also"."""

from __future__ import annotations

import pytest

from detente.model import Reading
from detente.reading.reader import Reader
from tests.conftest import read as read_on

HOUSE = "The White House"
TURNS = (
    "Palazzo Chigi, Rome, Italy\n\n5:10 P.M. CET\n\nPRESIDENT BIDEN:  Thank you all for joining us today.  "
    "We have much to do.\n\n"
)


def read(reader: Reader, text: str, published: str = "2024-01-08", outlet: str | None = HOUSE) -> Reading:
    return read_on(reader, text, published, outlet)


def visits(reading: Reading) -> set[tuple[str, str | None, tuple[str | None, ...], tuple[str, ...]]]:
    return {
        (e.status.status, e.when.edtf, tuple(p.actor.name for p in e.participants), tuple(p.name for p in e.places))
        for e in reading.engagements if e.form == "visit"
    }  # fmt: skip


def test_the_typographic_apostrophe_reads_as_the_plain_one(reader: Reader) -> None:
    text = "Secretary Blinken has left home. He’s in Saudi Arabia today, and they’re glad."
    assert ("under_way", "2024-01-08", ("Antony Blinken",), ("Saudi Arabia",)) in visits(read(reader, text))
    told = read(reader, text.replace("’", "'"))
    assert visits(told) == visits(read(reader, text))


def test_names_keep_the_apostrophe_of_the_text(reader: Reader) -> None:
    text = "Irish Foreign Minister Niall O’Dowd met Foreign Minister Elina Valtonen of Finland in Helsinki on Friday."
    (met,) = read(reader, text, outlet=None).engagements
    assert "O’Dowd" in {(p.actor.name or "").split()[-1] for p in met.participants}
    assert all(s.text == text[s.start : s.end] for s in met.evidence)


def test_who_is_given_the_floor_abroad_is_there(reader: Reader) -> None:
    text = f"{TURNS}Now I’m going to turn it over to Secretary Blinken to make sure that the trains run on time."
    found = visits(read(reader, text, "2021-10-31"))
    assert ("held", "2021-10-31", ("Antony Blinken",), ("Rome",)) in found


@pytest.mark.parametrize(
    "said", ["I spoke with Secretary Blinken about it.", "We will not turn the matter over to Secretary Blinken."]
)
def test_who_is_only_spoken_of_is_not(reader: Reader, said: str) -> None:
    assert not any("Antony Blinken" in who for _, _, who, _ in visits(read(reader, TURNS + said, "2021-10-31")))


def test_what_hearers_are_here_for_is_of_the_day(reader: Reader) -> None:
    text = (
        "East Room\n\n10:01 A.M. EDT\n\nTHE PRESIDENT: Good morning, everyone. I am honored to have you here for the "
        "first leaders’ meeting of the partnership. I thank Prime Minister Trudeau of Canada for coming."
    )
    met = [e for e in read(reader, text, "2023-11-03").engagements if e.form in ("meeting", "summit_session")]
    assert {e.when.edtf for e in met} == {"2023-11-03"}


def test_whose_visit_is_an_occasion(reader: Reader) -> None:
    text = (
        "President Joe Biden spoke today with Prime Minister Mohammed al-Sudani of Iraq. The President took the "
        "opportunity of King Abdullah of Jordan’s visit to the White House to invite him to join the call."
    )
    (visit,) = visits(read(reader, text, "2023-02-02"))
    assert visit[:3] == ("held", "2023-02-02", ("Abdullah II",))


@pytest.mark.parametrize(("said", "met"), [("in Arica for a walk", 1), ("in blaming the rain", 0)])
def test_who_is_joined_somewhere_has_met(reader: Reader, said: str, met: int) -> None:
    text = f"Today Chilean President Gabriel Boric was joined by Peruvian President Dina Boluarte {said}."
    assert [e.form for e in read(reader, text, outlet=None).engagements] == ["meeting"] * met


def test_what_was_done_after_a_meeting_is_of_the_same_day(reader: Reader) -> None:
    text = (
        "Foreign Minister Alberto van Klaveren of Chile discussed the border with Peruvian officials in Lima on "
        "Monday, after meeting with President Dina Boluarte of Peru."
    )
    days = {e.when.edtf for e in read(reader, text, "2024-05-14", None).engagements if e.form != "visit"}
    assert days == {"2024-05-13"}


def test_visits_that_another_is_held_against_are_none(reader: Reader) -> None:
    text = "Unlike previous visits of presidents to Kenya, the United States does not have an embassy on the ground."
    assert read(reader, text).engagements == ()


def test_a_year_later_is_not_to_come_in_what_was(reader: Reader) -> None:
    text = "One year ago this week they spoke. So, one year later, the two men were standing together in the town."
    told = {t.span.text.lower(): t.edtf for t in read(reader, text, "2023-02-20").times}
    assert told["one year later"] in (None, "2023")


def test_whose_call_with_whom_it_was(reader: Reader) -> None:
    text = (
        "On March 4, a telephone conversation of the Minister of Foreign Affairs of the Republic of Peru Javier "
        "Olaechea with the Minister of Foreign Affairs of the Republic of Chile Alberto Rojas took place on the "
        "initiative of the Chilean side."
    )
    (call,) = read(reader, text, "2024-03-04", "Ministry of Foreign Affairs of Peru").engagements
    assert (call.form, call.initiator, {str(c) for c in call.countries}) == ("call", "CHL", {"PER", "CHL"})


def test_under_whose_chairmanship_a_session_was_held(reader: Reader) -> None:
    text = (
        "A session of the Chilean-Peruvian commission on trade was held in Tacna on July 18 under the chairmanship of "
        "Trade Minister Claudia Sanhueza and Minister of Trade of Peru Juan Mathews."
    )
    (session,) = read(reader, text, "2024-07-19", "Ministry of Trade of Chile").engagements
    assert {p.actor.name for p in session.participants} == {"Claudia Sanhueza", "Juan Mathews"}


@pytest.mark.parametrize(
    ("ended", "when"),
    [("came to a close", "2024-05-20/2024-05-22"), ("came to a hotel by the sea", "2024-05-22")],
)
def test_what_came_to_a_close_has_lasted(reader: Reader, ended: str, when: str) -> None:
    text = f"Today, on May 22, the three-day visit of Foreign Minister Alberto Rojas of Chile to Peru {ended}."
    (visit,) = [e for e in read(reader, text, "2024-05-22", None).engagements if e.form == "visit"]
    assert visit.when.edtf == when
