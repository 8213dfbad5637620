"""What is done on a journey, and where an official's own meetings take him."""

from __future__ import annotations

import pytest

from detente.model import Reading
from detente.reading.reader import Reader
from tests.conftest import read as read_on


def read(reader: Reader, text: str, published: str = "2024-05-15") -> Reading:
    return read_on(reader, text, published)


def test_what_is_to_be_done_on_a_trip_is_of_its_days(reader: Reader) -> None:
    text = ("Kenyan President William Ruto has asked Foreign Minister Musalia Mudavadi to travel to the Gulf this "
            "week. During his trip, Mr. Mudavadi will meet Emirati leaders about trade.")  # fmt: skip
    (met,) = [e for e in read(reader, text).engagements if e.form == "meeting"]
    assert (met.status.status, met.when.edtf) == ("announced", "2024-05-13/2024-05-19")


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Musalia Mudavadi of Kenya wrote a book this week. During his trip, Mr. Mudavadi will meet "
        "Emirati leaders about trade.",
        "Foreign Minister Musalia Mudavadi of Kenya will travel to the Gulf this week. After his speech, Mr. Mudavadi "
        "will meet Emirati leaders about trade.",
    ],
)
def test_what_is_of_no_trip_told_with_its_day_has_none(reader: Reader, text: str) -> None:
    assert not any(e.when.edtf for e in read(reader, text).engagements if e.form == "meeting")


@pytest.mark.parametrize(
    ("text", "stay"),
    [
        ("President William Ruto of Kenya told lawmakers of his meetings last week in Oslo.",
         ("held", "2024-05-06/2024-05-12", "Oslo")),
        ("President William Ruto of Kenya will rest after his talks in Oslo on Friday.",
         ("announced", "2024-05-17", "Oslo")),
        ("President William Ruto of Kenya told lawmakers of his meetings last week in Nairobi.", None),
        ("President William Ruto of Kenya told lawmakers of his meetings last week in good spirits.", None),
    ],
)  # fmt: skip
def test_where_an_official_has_his_meetings_he_stays(
    reader: Reader, text: str, stay: tuple[str, str, str] | None
) -> None:
    stays = [e for e in read(reader, text).engagements if e.form == "visit"]
    found = [(e.status.status, e.when.edtf, e.places[0].name) for e in stays]
    assert found == ([stay] if stay else [])


def test_who_meets_ahead_of_another_s_meeting_is_not_at_that_one(reader: Reader) -> None:
    text = ("Kenyan Deputy President Kithure Kindiki met today with President Samia Suluhu Hassan of Tanzania in "
            "Nairobi ahead of President Hassan's meeting with President William Ruto.")  # fmt: skip
    held, planned = read(reader, text).engagements
    assert {p.actor.name for p in held.participants} == {"Kithure Kindiki", "Samia Suluhu Hassan"}
    assert {p.actor.name for p in planned.participants} == {"Samia Suluhu Hassan", "William Ruto"}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("President William Ruto of Kenya and President Samia Suluhu Hassan of Tanzania discussed online abuse.", None),
        ("President William Ruto of Kenya and President Samia Suluhu Hassan of Tanzania discussed the price of tea by "
         "telephone on Monday.", "call"),
    ],
)  # fmt: skip
def test_what_is_discussed_is_not_by_what_means(reader: Reader, text: str, form: str | None) -> None:
    found = [e.form for e in read(reader, text).engagements if e.form in ("call", "video_call")]
    assert found == ([form] if form else [])


def test_an_official_of_a_state_makes_the_visit_that_is_his(reader: Reader) -> None:
    (visit,) = read(reader, "Chad praised President William Ruto of Kenya's visit to Tanzania on Monday.").engagements
    assert [p.actor.name for p in visit.participants] == ["William Ruto"]
    school = "The University of Nairobi's visit to Tanzania on Monday pleased President Ruto."
    assert not read(reader, school).engagements


def test_a_note_between_brackets_tells_of_nothing(reader: Reader) -> None:
    text = "President William Ruto of Kenya thanked the hosts. (Speaks with President Samia Suluhu Hassan of Tanzania.)"
    assert not read(reader, text).engagements
    spoken = text.replace("(", "He ").replace("Speaks", "spoke").replace(")", "")
    assert read(reader, spoken).engagements


def test_the_date_after_tomorrow_says_which_day_it_is(reader: Reader) -> None:
    text = ("President William Ruto of Kenya will meet President Samia Suluhu Hassan of Tanzania tomorrow, May 15, in "
            "Arusha.")  # fmt: skip
    (met,) = read(reader, text).engagements
    assert met.when.edtf == "2024-05-15"
    (met,) = read(reader, text.replace(", May 15,", "")).engagements
    assert met.when.edtf == "2024-05-16"
