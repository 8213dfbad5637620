"""Who somebody is and whom he speaks for does not hang on how his name looks to the parser."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

NAMES = [
    "Park Jin-ho",
    "Park Kyung-wha",
    "Korir Sing'oei",
    "Nguyen Thi Bich Hang",
    "Ruud van der Velde",
    "Abdulaziz bin Saqr",
    "Þóra Jónsdóttir",
    "Oyunchimeg Batsukh",
    "N. K. Subramaniam",
    "Teodoro de la Cruz",
    "Thabo Mokgwathi",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_spokesman_of_any_name_speaks_for_his_state(reader: Reader, name: str) -> None:
    (said,) = read(reader, f"Polish Foreign Ministry spokesman {name} said the loss was great.").statements
    assert said.speaker is not None and said.speaker.name == name
    assert (said.on_behalf_of, said.chain[-1].role) == ("POL", "spokesperson")


@pytest.mark.parametrize("name", NAMES)
def test_a_minister_of_any_name_meets(reader: Reader, name: str) -> None:
    text = f"Polish Trade Minister {name} met his Chilean counterpart in Warsaw on Monday."
    (met,) = read(reader, text, "2024-05-10").engagements
    assert met.participants[0].actor.name == name
    assert (set(met.countries), met.when.edtf) == ({"POL", "CHL"}, "2024-05-06")


@pytest.mark.parametrize("name", ["Park Jin", "Park Jin-ho"])
def test_a_holders_name_is_not_the_beginning_of_anothers(reader: Reader, name: str) -> None:
    reading = read(reader, f"{name} said on Monday that the talks with Japan went well.", "2023-05-10")
    (said,) = reading.statements
    assert said.speaker is not None and said.speaker.name == name
    assert (said.on_behalf_of == "KOR") is (name == "Park Jin")


def test_a_holders_name_is_known_before_what_is_joined_to_it(reader: Reader) -> None:
    reading = read(
        reader, "A Park Jin-led team met Japan's foreign minister, Yoshimasa Hayashi, in Tokyo.", "2023-05-10"
    )
    assert "Park Jin" in [a.name for a in reading.actors]
