"""Scholars and soldiers who speak for themselves: by whatever surname, and through which paper or station."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

Said = tuple[str | None, str, str | None]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Speaking on Fana Radio, Yared Tesfaye, who teaches history at Addis Ababa University, said the plan had "
            "failed.",
            {("Yared Tesfaye", "the plan had failed", "Fana Radio")},
        ),
        (
            '"The bay is watching," noted the academic Khalid Al Mazrouei on Sky News Arabia.',
            {("Khalid Al Mazrouei", "The bay is watching", "Sky News Arabia")},
        ),
        (
            '"We have seen this film before," said political analyst Nika Gelashvili. He spoke with the website '
            "Netgazeti.",
            {("Nika Gelashvili", "We have seen this film before", "Netgazeti")},
        ),
        (
            "Major General Sipho Will of the South African National Defence Force was calm. Will said that nobody won "
            "such wars.",
            {("Sipho Will", "nobody won such wars", None)},
        ),
        (  # counter: a place in which somebody speaks, and a question that "will" opens
            '"The bay is watching," said the academic Khalid Al Mazrouei in Doha. Will anybody listen?',
            {("Khalid Al Mazrouei", "The bay is watching", None)},
        ),
    ],
)
def test_who_said_it_and_where(reader: Reader, text: str, said: set[Said]) -> None:
    statements = read(reader, text, "2024-05-10").statements
    assert all(s.on_behalf_of is None for s in statements)
    assert {
        (
            s.speaker.name if s.speaker else None,
            s.content.text,
            next((x.name for x in s.chain if x.role == "outlet"), None),
        )
        for s in statements
    } == said


def test_a_ministry_with_its_field(reader: Reader) -> None:
    text = "Lt Gen Do Van Ha, a senior researcher at Vietnam's Ministry of National Defence, said nobody wanted a war."
    assert [s.speaker.organisation for s in read(reader, text, "2024-05-10").statements if s.speaker] == [
        "Vietnam's Ministry of National Defence"
    ]
