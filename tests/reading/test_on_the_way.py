"""What is done on a journey, and where an official's own meetings take him."""

from __future__ import annotations

import pytest

from detente.inputs import document_of, parse_published
from detente.model import Reading, Source
from detente.reading.reader import Reader


def read(reader: Reader, text: str, published: str = "2024-05-15") -> Reading:
    return reader.read(document_of(text, published=parse_published(published), source=Source()))


def test_what_is_to_be_done_on_a_trip_is_of_its_days(reader: Reader) -> None:
    text = ("Kenyan President William Ruto has asked Foreign Minister Musalia Mudavadi to travel to the Gulf this week. "
            "During his trip, Mr. Mudavadi will meet Emirati leaders about trade.")  # fmt: skip
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
    found = [(e.status.status, e.when.edtf, e.places[0].name) for e in read(reader, text).engagements if e.form == "visit"]
    assert found == ([stay] if stay else [])
