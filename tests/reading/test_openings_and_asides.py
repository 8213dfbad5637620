"""What stands around a plain sentence and belongs to something else: openings, dashes, "Jr.", words of welcome."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ahead of Ghana's election on 7 December, Foreign Minister Penny Wong met today with Ghanaian President "
         "Nana Akufo-Addo.", "2024-05-08"),
        ("Before the donors' conference on 20 May, Norwegian Foreign Minister Espen Barth Eide met Jordanian Foreign "
         "Minister Ayman Safadi on Tuesday.", "2024-05-07"),
        ("Prior to the runoff in Chad on 6 May, French Foreign Minister Stéphane Séjourné spoke on Saturday with his "
         "Chadian counterpart.", "2024-05-04"),
    ],
)  # fmt: skip
def test_the_day_of_what_is_waited_for_is_not_the_meeting_s(reader: Reader, text: str, day: str) -> None:
    (found,) = [e for e in read(reader, text, "2024-05-08").engagements if not e.background]
    assert (found.status.status, found.when.edtf) == ("held", day)


def test_what_a_dash_adds_is_nobody_who_was_met(reader: Reader) -> None:
    text = (
        "Kenyan President William Ruto and Ugandan President Yoweri Museveni met today to reaffirm the ties between "
        "Kenya and Uganda—two of the region's largest economies."
    )
    (found,) = read(reader, text, "2024-05-08").engagements
    assert (found.form, found.status.status, set(found.countries)) == ("meeting", "held", {"KEN", "UGA"})


@pytest.mark.parametrize(
    "text",
    [
        "President Ferdinand Marcos, Jr. met with Prime Minister Fumio Kishida today.",
        "President Ferdinand Marcos, Jr., and Prime Minister Fumio Kishida met today to discuss trade.",
        "President Ferdinand Marcos, Jr. and Prime Minister Fumio Kishida met today.",
    ],
)
def test_junior_after_a_comma_leaves_the_subject(reader: Reader, text: str) -> None:
    (found,) = read(reader, text, "2024-05-02").engagements
    assert (set(found.countries), found.when.edtf) == ({"PHL", "JPN"}, "2024-05-02")


def test_told_of_in_the_past_on_the_day_after_publication_was_held(reader: Reader) -> None:
    text = "On Saturday, 4 May, Australian Foreign Minister Penny Wong met with Chinese Foreign Minister Wang Yi."
    (found,) = read(reader, text, "2024-05-03").engagements
    assert (found.status.status, found.when.edtf) == ("held", "2024-05-04")


@pytest.mark.parametrize(
    "text",
    [
        "Germany looks forward to welcoming Ukraine into the European Union.",
        "Turkey will vote to welcome Sweden into the alliance as quickly as possible.",
    ],
)
def test_to_welcome_into_a_body_is_no_meeting(reader: Reader, text: str) -> None:
    assert not read(reader, text, "2024-05-08").engagements


def test_the_day_of_what_was_followed_is_not_the_meeting_s(reader: Reader) -> None:
    text = (
        "Kenyan President William Ruto visited Kampala on Sunday and met with Ugandan President Yoweri Museveni, "
        "following the summit in Nairobi on 16 March."
    )
    found = {e.form: e.when.edtf for e in read(reader, text, "2024-05-08").engagements}
    assert (found["visit"], found["meeting"], found["summit_session"]) == ("2024-05-05", "2024-05-05", "2024-03-16")
