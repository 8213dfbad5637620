"""Who is who: names, posts, countries and whom an office or a pronoun stands for, in sentences of many kinds."""

from __future__ import annotations

import pytest

from detente.model import Actor
from detente.reading.reader import Reader
from tests.conftest import read


def actor(reader: Reader, text: str, name: str, day: str | None = None) -> Actor:
    """The actor of that name in a text."""
    return next(a for a in read(reader, text, day).actors if a.name == name)


@pytest.mark.parametrize(
    ("text", "name", "post", "country"),
    [
        ("The talks were led by Minister for Maritime Affairs and Investment Luhut Pandjaitan of Indonesia.",
         "Luhut Pandjaitan", "Minister for Maritime Affairs and Investment", "IDN"),
        ("Head of the Foreign Relations Department of the Presidential Administration of Azerbaijan "
         "Hikmat Hajiyev left.",
         "Hikmat Hajiyev", "Head of the Foreign Relations Department of the Presidential Administration", "AZE"),
        ("He met Tomas Pojar, National Security Advisor to the Prime Minister of the Czech Republic.",
         "Tomas Pojar", "National Security Advisor to the Prime Minister", "CZE"),
        ("Israeli Minister of Defense Benjamin “Benny” Gantz left.", "Benjamin Gantz", "Minister of Defense", "ISR"),
        ("He met the opposition leader Svyatlana Tsikhanouskaya of Belarus.",
         "Svyatlana Tsikhanouskaya", "opposition leader", "BLR"),
        ("Mexico's Secretary of Economy Marta Ruiz met US Trade Representative Jane Doyle.",
         "Jane Doyle", "Trade Representative", "USA"),
        ("The Vatican's secretary of state, Cardinal Pietro Parolin, left.",
         "Pietro Parolin", "secretary of state", "VAT"),
        ("Andrzej Nowak, the Polish finance and economy minister, left.",
         "Andrzej Nowak", "finance and economy minister", "POL"),
    ],
)  # fmt: skip
def test_a_whole_title_with_its_state(reader: Reader, text: str, name: str, post: str, country: str) -> None:
    found = actor(reader, text, name)
    assert (found.post, found.country) == (post, country)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Chilean Chancellor Ana Soto called her Peruvian colleague.", "CHL"),
        ("German Chancellor Ana Soto called her Peruvian colleague.", "DEU"),
    ],
)
def test_a_chancellor_is_what_his_state_makes_him(reader: Reader, text: str, country: str) -> None:
    engagement = read(reader, text).engagements[0]
    assert country in engagement.countries
    assert engagement.level == ("minister" if country == "CHL" else "head_of_government")


def test_the_president_of_a_text_that_names_none_is_of_its_own_state(reader: Reader) -> None:
    text = "The President spoke today with Israeli Prime Minister Netanyahu. They discussed U.S. support."
    assert actor(reader, text, "Joe Biden", "2021-05-15").country == "USA"


def test_an_unknown_official_is_not_of_the_state_of_the_other_side(reader: Reader) -> None:
    text = (
        "Deputy National Security Advisor Ann Poe met Albanian Foreign Minister Olta Xhacka. The U.S. supports Albania."
    )
    assert actor(reader, text, "Ann Poe", "2022-10-27").country == "USA"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("General Ramón Cuba spoke. “It was a long war,” Cuba said.", "Ramón Cuba"),
        ("Major General Stephen Will spoke. “Nobody thinks so,” Will told reporters.", "Stephen Will"),
        ("Lt-Gen Basil September spoke. “I have seen it,” September told reporters.", "Basil September"),
    ],
)
def test_a_surname_that_is_a_word(reader: Reader, text: str, name: str) -> None:
    statements = read(reader, text).statements
    assert [s.speaker.name for s in statements if s.speaker and s.kind == "direct"] == [name]


def test_whom_an_aside_describes_is_not_the_one_it_speaks_of(reader: Reader) -> None:
    text = "Minister Ronald Lamola left. Alvin Botes, one of his two deputies, stayed in Pretoria."
    his = next(s for s in actor(reader, text, "Ronald Lamola").mentions)
    assert his.text.endswith("Ronald Lamola")


def test_a_title_in_the_plural_is_that_of_each(reader: Reader) -> None:
    text = "Foreign Ministers Wang Yi and Sergey Lavrov met in Moscow."
    assert {a.post for a in read(reader, text, "2024-10-01").actors if a.kind == "person"} == {"Foreign Minister"}


def test_an_appointment_told_after_the_office(reader: Reader) -> None:
    text = (
        "Paul Kagame, Rwanda's president, has been busy. Jean-Bosco Habimana, once mayor of Rubavu, is the country's "
        "new special envoy to the Great Lakes, having been appointed by Kagame on Monday."
    )
    tenure = next(t for t in read(reader, text, "2025-09-05").tenures if t.change == "appointed")
    assert (tenure.person, tenure.country) == ("Jean-Bosco Habimana", "RWA")


def test_the_north_and_the_south(reader: Reader) -> None:
    text = "North and South Korea exchanged notes on Monday. The South said the North had been slow to answer."
    found = {(a.name, a.country) for a in read(reader, text, "2024-05-08").actors}
    assert {("North Korea", "PRK"), ("South Korea", "KOR")} <= found


def test_the_north_of_a_country_is_no_state(reader: Reader) -> None:
    text = "South Korea and Japan talked on Monday. Snow fell in the North of Japan."
    assert "PRK" not in {a.country for a in read(reader, text, "2024-05-08").actors}
