"""Journeys told in passing: who speaks in another state's town, whom a plane of state carries, who is there now."""

from __future__ import annotations

import pytest

from detente.inputs import document_of
from detente.model import Edtf, Reading, Source
from detente.reading.reader import Reader
from tests.conftest import read


def visits(reading: Reading) -> list[tuple[str | None, set[str | None], str | None]]:
    """Who visits which states when."""
    return [
        (p.actor.name, {place.country for place in e.places}, e.when.edtf)
        for e in reading.engagements
        if e.form == "visit"
        for p in e.participants
    ]


HEARD = [
    ("Speaking in Oslo on Monday, Kenyan President William Ruto said that debts should be forgiven.",
     "William Ruto", "NOR", "2024-05-06"),
    ("Peruvian Foreign Minister Javier González-Olaechea addressed lawmakers in Quito on Friday.",
     "Javier González-Olaechea", "ECU", "2024-05-03"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "person", "country", "day"), HEARD, ids=lambda v: v[:30])
def test_who_speaks_in_a_town_abroad_was_there(reader: Reader, text: str, person: str, country: str, day: str) -> None:
    found = visits(read(reader, text))
    assert [(n, c, d) for n, c, d in found if n == person] == [(person, {country}, day)]


@pytest.mark.parametrize("text", [
    "Speaking in Oslo on Monday, an aide said that Kenyan President William Ruto was ill.",
    "Kenyan President William Ruto told reporters by video link in Oslo on Monday that he was ill.",
    "Kenyan President William Ruto told ministers on Monday that the embassy in Oslo would close.",
    "Kenyan President William Ruto addressed the attack in Kabul on Monday.",
    "Kenyan President William Ruto told reporters in Oslo in 2019 that debts should be forgiven.",
    "Kenyan President William Ruto told reporters in Kisumu on Monday that debts should be forgiven.",
    "Kenyan President William Ruto told reporters in Brussels on Monday that debts should be forgiven.",
    "OSLO, May 8 - Kenyan President William Ruto told reporters on Wednesday that debts should be forgiven.",
])  # fmt: skip
def test_who_is_only_heard_of_there_was_not(reader: Reader, text: str) -> None:
    assert visits(read(reader, text)) == []


def test_whom_a_meeting_takes_there_is_no_second_visitor(reader: Reader) -> None:
    text = (
        "Kenyan President William Ruto met Norwegian Prime Minister Jonas Gahr Støre in Oslo on Monday. "
        "Ruto told reporters in Oslo on Monday that the talks had gone well."
    )
    assert [e.form for e in read(reader, text).engagements] == ["meeting"]


def aboard(reader: Reader, line: str) -> Reading:
    text = (
        f"{line}\n\n11:15 A.M. IST\n\nMS. DALTON: Good morning. President Biden is looking forward to the day.\n\n"
        "Q: When do we land?"
    )
    source = Source(outlet="The White House")
    return reader.read(document_of(text, published=Edtf("2023-09-10"), source=source))


def test_a_plane_of_state_takes_its_head_where_it_is_bound(reader: Reader) -> None:
    found = visits(aboard(reader, "Aboard Air Force One En Route Hanoi, Vietnam"))
    assert [(c, d) for _, c, d in found] == [({"VNM"}, "2023-09-10")]


@pytest.mark.parametrize("line", [
    "Aboard Air Force One En Route Denver, Colorado", "Aboard Air Force One En Route Athens, Georgia",
    "Aboard Air Force One En Route Joint Base Andrews, Maryland", "Press Bus En Route Hanoi, Vietnam",
])  # fmt: skip
def test_a_flight_at_home_and_another_s_way_are_no_journey(reader: Reader, line: str) -> None:
    assert visits(aboard(reader, line)) == []
