"""Phrases of ministries: hours put between, "upon request", "held a summit meeting with", what has been negotiated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.model import Document
from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2023-02-07"


@pytest.mark.parametrize(
    ("aside", "day"),
    [
        ("commencing at 7:00 p.m. for about 50 minutes, ", "2023-02-06"),
        ("starting at 10:15 a.m. (local time) for 20 minutes, ", "2023-02-06"),
        ("", "2023-02-06"),
    ],
)
def test_hours_put_between_leave_the_day(reader: Reader, aside: str, day: str) -> None:
    text = (
        f"On February 6, {aside}Minister for Foreign Affairs HAYASHI Yoshimasa held a telephone talk with H.E. Mr. Qin "
        "Gang, Minister of Foreign Affairs of China, for the first time since the latter assumed his post."
    )
    (call,) = read(reader, text, DAY).engagements
    assert (call.form, call.when.edtf) == ("call", day)


@pytest.mark.parametrize(
    ("end", "initiator"), [("upon request", "JPN"), ("at request", "JPN"), ("at his own request", None), ("", None)]
)
def test_upon_request_is_at_the_other_side_s(reader: Reader, end: str, initiator: str | None) -> None:
    text = f"On February 6, Foreign Minister Qin Gang had a phone call with Japan's Yoshimasa Hayashi {end}.".replace(
        " .", "."
    )
    source = replace(read(reader, text, DAY).source, outlet="Ministry of Foreign Affairs, China")
    (call,) = reader.read(Document(id="d", source=source, text=text)).engagements
    assert call.initiator in (initiator, *(["CHN"] if "own" in end else []))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("On February 6, Prime Minister Fumio Kishida held a summit meeting with China's Xi Jinping.", "meeting"),
        ("On February 6, Prime Minister Fumio Kishida attended the summit meeting of the G20 in Bali with President Xi "
         "Jinping of China.", "summit_session"),
    ],
)  # fmt: skip
def test_a_summit_meeting_of_two_is_a_meeting(reader: Reader, text: str, form: str) -> None:
    assert form in {e.form for e in read(reader, text, DAY).engagements}


def test_what_has_been_negotiated_is_no_talks_of_a_day(reader: Reader) -> None:
    text = (
        "Minister Sonsoles García of Ecuador will visit Mexico City on March 18 to sign the trade agreement that the "
        "two countries have been negotiating."
    )
    assert all(e.form != "talks" for e in read(reader, text, DAY).engagements)


def test_a_field_of_a_ministry_is_nobody(reader: Reader) -> None:
    text = (
        "Ecuador's Vice Minister of Human Mobility, Alejandro Dávalos, spoke by phone on Monday with Mexican Foreign "
        "Secretary Alicia Bárcena."
    )
    (call,) = read(reader, text, DAY).engagements
    assert [p.actor.name for p in call.participants] == ["Alejandro Dávalos", "Alicia Bárcena"]
