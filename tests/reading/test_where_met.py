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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President William Ruto of Kenya received a delegation from Oman led by Minister Badr Albusaidi on Tuesday.",
         {"William Ruto", "Badr Albusaidi"}),
        ("President William Ruto of Kenya met a team of senior officials from Oman headed by Badr Albusaidi on "
         "Tuesday.", {"William Ruto", "Badr Albusaidi"}),
        ("President William Ruto of Kenya received a delegation of Omani investors, headed by Trade Minister Qais Al "
         "Yousef, on Tuesday.", {"William Ruto", "Qais Al Yousef"}),
        ("A delegation of senior Omani officials, headed by Minister Badr Albusaidi, arrived in Nairobi on Tuesday.",
         {"Badr Albusaidi"}),
    ],
)  # fmt: skip
def test_who_leads_a_delegation_is_there_on_the_day_told(reader: Reader, text: str, names: set[str]) -> None:
    (found,) = read(reader, text, "2023-12-28").engagements
    assert {p.actor.name for p in found.participants} == names and found.when.edtf == "2023-12-26"


def test_an_opening_about_a_war_elsewhere_is_no_place(reader: Reader) -> None:
    text = (
        "President William Ruto of Kenya welcomed Chancellor Olaf Scholz of Germany on Tuesday. At the halfway mark of "
        "Sudan's war with its neighbours, the leaders discussed aid."
    )
    (met,) = read(reader, text, "2023-12-28").engagements
    assert met.places == ()
