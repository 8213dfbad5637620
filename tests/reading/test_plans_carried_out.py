"""What had been planned and took place: held, on the day that has been; what is planned still, or was never held."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read as read_on

CARRIED_OUT = {
    "The talks between Ghana and Togo, scheduled for Monday, took place in Accra.": "2024-05-06",
    "Talks between Oman and Kuwait scheduled for Monday went ahead in Muscat despite the storm.": "2024-05-06",
    "The visit by Peru's Javier González-Olaechea to Quito, planned for 4 May, went ahead.": "2024-05-04",
    "Nepal and Bhutan held the talks planned for Tuesday in Thimphu as scheduled.": "2024-05-07",
    "Kenyan President William Ruto's visit to Kampala, due to begin on Monday, began as planned.": "2024-05-06",
    "A visit to Apia by Fijian Prime Minister Sitiveni Rabuka, twice postponed, went ahead on Tuesday.": "2024-05-07",
}
ON_ANOTHER_DAY = {
    "The meeting of the Latvian and Georgian foreign ministers, which had been set for Tuesday, was held a day "
    "later.": "2024-05-08",
    "The summit between Uzbekistan and Turkmenistan, initially planned for Sunday, was held on Tuesday in "
    "Ashgabat.": "2024-05-07",
}
NOT_YET = {
    "The talks between Ghana and Togo scheduled for Monday will take place in Accra.": ("announced", "2024-05-13"),
    "The talks between Ghana and Togo, scheduled for Monday, would go ahead, officials said.": (
        "confirmed",
        "2024-05-13",
    ),
    "Preparations for the talks between Ghana and Togo scheduled for Monday began in Accra.": (
        "announced",
        "2024-05-13",
    ),
    "The talks between Ghana and Togo, scheduled for Monday, have been postponed.": ("postponed", "2024-05-13"),
    "The talks between Ghana and Togo were scheduled for Monday but did not take place.": (
        "did_not_occur",
        "2024-05-06",
    ),
}


def told(reader: Reader, text: str) -> list[tuple[str, str | None]]:
    """The status and the day of each engagement of a text published on Thursday, 9 May 2024."""
    return [(e.status.status, e.when.edtf) for e in read_on(reader, text, "2024-05-09").engagements]


@pytest.mark.parametrize("text", CARRIED_OUT | ON_ANOTHER_DAY)
def test_a_plan_that_was_carried_out_is_held_on_the_day_of_the_deed(reader: Reader, text: str) -> None:
    assert told(reader, text) == [("held", (CARRIED_OUT | ON_ANOTHER_DAY)[text])]


@pytest.mark.parametrize("text", NOT_YET)
def test_a_plan_of_which_nothing_says_so_stays_one(reader: Reader, text: str) -> None:
    assert told(reader, text) == [NOT_YET[text]]


def test_a_partners_plan_is_not_carried_out_by_the_meeting_with_him(reader: Reader) -> None:
    text = "Kuwait's foreign minister held talks with his Omani counterpart, who is due to visit Jordan on Monday."
    assert ("announced", "2024-05-13") in told(reader, text)
