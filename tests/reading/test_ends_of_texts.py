"""Texts that end, or begin, where a rule looks for one word more: read, and not broken off."""

from __future__ import annotations

import pytest

from detente.inputs import document_of
from detente.reading.reader import Reader

TEXTS = [
    "The Honourable Ana Ruiz, Director of the Peruvian National Science Foundation",
    "Ms. Amina Otieno, Administrator of the Kenyan Environmental Protection Agency",
    "Mr. Tomasz Nowak & Ms. Ewa Lis of the Polish Army",
    "Ms. Nora Lund The Honourable Erik Berg, Special Adviser to the King and Senior Director for Trade & Ms. Ida Dahl",
    "Sra. Rosa Paz The Honourable Juan Mora, Special Assistant to the President and Director for Trade & Ms. Ana Vega",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("cut", [0, 1, 2, 3])
def test_a_guest_at_the_end_of_a_list(reader: Reader, text: str, cut: int) -> None:
    words = text.split()
    for part in (words[: len(words) - cut], words[cut:]):
        reading = reader.read(document_of(" ".join(part), published=None))
        assert reading.text == " ".join(part)


def test_the_body_before_the_end_is_still_whole(reader: Reader) -> None:
    reading = reader.read(document_of("Ana Ruiz, Director of the Peruvian National Science Foundation", published=None))
    assert any(a.country == "PER" for a in reading.actors)
