"""A spokesman of no named state is of whom his ministry was told to be of, and never of those his minister acts upon;
of two people with one surname the one named before is meant; initials before a known name are no name."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

CALL = "Foreign Minister Pedro Duarte of Paraguay rang Bolivian Foreign Minister Luisa Rojas on Monday.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "Ministry spokesman Jorge Vera told La Voz that the Minister had thanked Bolivia for its help.",
        "A spokesman, Jorge Vera, said that the minister had urged Bolivia to open the crossing.",
        "Ministry spokesman Jorge Vera said the minister had listened and then asked Bolivia for time.",
    ],
)
def test_not_of_those_his_minister_acts_upon(reader: Reader, words: str) -> None:
    said = read(reader, CALL + words, "2024-01-31").statements
    assert {s.on_behalf_of for s in said if s.speaker and s.speaker.name == "Jorge Vera"} == {"PRY"}


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Fishing was discussed, the Foreign Ministry in Accra said after Foreign Minister Kofi Mensah of Ghana phoned "
         "his Togolese counterpart, Essi Lawson, on Monday.\n\nThe ministry's spokeswoman, Ama Boateng, told "
         "reporters that the talk had been frank.", "GHA"),
        ("Togo's foreign ministry summoned Ghana's ambassador over the boats on Monday.\n\n"
         "Ministry spokeswoman Ama Boateng said that the talk had been frank.", "TGO"),
        ("Togo's foreign ministry summoned Ghana's ambassador on Monday. The foreign ministry of Ghana regretted it."
         "\n\n"
         "Ministry spokeswoman Ama Boateng said that the talk had been frank.", "GHA"),
    ],
)  # fmt: skip
def test_of_the_ministry_named_last_before(reader: Reader, words: str, side: str) -> None:
    said = read(reader, words, "2024-01-31").statements
    assert [s.on_behalf_of for s in said if s.speaker and s.speaker.name == "Ama Boateng"] == [side]


def test_the_state_beside_his_title_comes_first(reader: Reader) -> None:
    text = (
        "The foreign ministry of Chile summoned Peru's ambassador on Monday.\n\n"
        '"It is unfounded," Peruvian ministry spokesman Luis Tello said. "We want answers," Chilean ministry '
        "spokeswoman Ana Soto said."
    )
    said = read(reader, text, "2024-01-31").statements
    assert [s.on_behalf_of for s in said if s.speaker and s.kind == "direct"] == ["PER", "CHL"]


NAMESAKES = (
    "South Korean Foreign Minister Kang Joon-ho met Japan's Kenji Mori on Monday.\n\n"
    "Ports should stay open, Kang said.\n\n"
    "In December, Trade Minister Kang Min-seo of South Korea met Taro Abe, Japan's trade minister, in Busan. "
    "Trade was growing, Kang said."
)


def test_of_two_bearers_of_a_surname_the_one_named_before_is_meant(reader: Reader) -> None:
    said = read(reader, NAMESAKES, "2024-01-31").statements
    speakers = {s.content.text: s.speaker.name for s in said if s.speaker}
    assert speakers == {"Ports should stay open": "Kang Joon-ho", "Trade was growing": "Kang Min-seo"}


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Prime Minister K. P. Sharma Oli met Qatar's ambassador, Yousuf al-Hail, on Monday.", "Prime Minister"),
        ("Foreign Minister M. U. M. Ali Sabry met Qatar's ambassador, Yousuf al-Hail, on Monday.", "Foreign Minister"),
    ],
)
def test_initials_before_a_known_name(reader: Reader, text: str, post: str) -> None:
    (met,) = read(reader, text, "2024-01-31").engagements
    assert [p.actor.post for p in met.participants if p.actor.country in ("NPL", "LKA")] == [post]
    assert len(met.participants) == 2


@pytest.mark.parametrize(
    "text",
    [
        "President Muhammadu Buhari and President Karim Sall of Chad on Wednesday decided to resume the talks, the "
        "President's spokesman, Garba Shehu, said in a statement.",
        "Chadian President Karim Sall met President Muhammadu Buhari on Monday. The President's spokesman, Garba "
        "Shehu, said that they discussed trade.",
    ],
)
def test_the_presidents_spokesman_is_of_the_one_whose_state_goes_without_saying(reader: Reader, text: str) -> None:
    said = read(reader, text, "2021-12-03").statements
    assert [s.on_behalf_of for s in said if s.speaker and s.speaker.name == "Garba Shehu"] == ["NGA"]


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("The UN Secretary-General's personal envoy on Cyprus, María Ángela Holguín, met Greek Foreign Minister George "
         "Gerapetritis on Monday.", "María Ángela Holguín", "UNO"),
        ("The UN Secretary-General's special envoy, Kai Berg, met Greek Premier Kyriakos Mitsotakis on Monday.",
         "Kai Berg", "UNO"),
        ("The Chadian president's adviser, Ali Tanoh, met Greek Foreign Minister George Gerapetritis on Monday.",
         "Ali Tanoh", "TCD"),
    ],
)  # fmt: skip
def test_of_the_body_or_state_of_his_chief(reader: Reader, text: str, name: str, side: str) -> None:
    (met,) = read(reader, text, "2024-05-14").engagements
    assert {p.actor.name: p.on_behalf_of for p in met.participants}[name] == side
