"""Where an engagement was held: also in a state told by its name, and never where what was talked about is."""

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

HELD = [
    "Norwegian Foreign Minister Lena Okafor met with her Chadian counterpart Karim Sall in {place}.",
    "President Karim Sall of Chad met Prime Minister Lena Okafor of Norway in {place} on Monday.",
    "President Karim Sall of Chad held talks with Prime Minister Lena Okafor of Norway in {place} on Monday.",
    "President Karim Sall of Chad met Prime Minister Lena Okafor of Norway on the fringes of a summit in {place}.",
]
ELSEWHERE = [
    "President Karim Sall of Chad met the commander of Norwegian forces in Mali on Monday.",
    "President Karim Sall of Chad met Norway's prime minister, Lena Okafor, who was born in Iran, on Monday.",
    "President Karim Sall of Chad and Norway's prime minister, Lena Okafor, met to talk about people held in Gaza.",
    "President Karim Sall of Chad met Prime Minister Lena Okafor of Norway, whose troops serve in Mali.",
]


@pytest.mark.parametrize("place", ["Malta", "Singapore", "Geneva", "Jordan"])
@pytest.mark.parametrize("text", HELD)
def test_held_in(reader: Reader, text: str, place: str) -> None:
    (engagement,) = read(reader, text.format(place=place), "2024-05-08").engagements
    assert [p.name for p in engagement.places] == [place]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_not_held_there(reader: Reader, text: str) -> None:
    (engagement,) = read(reader, text, "2024-05-08").engagements
    assert engagement.places == ()
