"""Who took part: guests told of as visiting, heads of delegations, clauses beside a list, and talks only spoken of."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

PUBLISHED = "2024-06-12"


def _told(reader: Reader, text: str) -> list[tuple[set[str], set[str]]]:
    """The countries and the names of each engagement."""
    engagements = read(reader, text, PUBLISHED).engagements
    return [({*e.countries}, {p.actor.name for p in e.participants if p.actor.name}) for e in engagements]


@pytest.mark.parametrize(
    ("text", "sides", "names"),
    [
        (
            "Moroccan Foreign Minister Karim Alaoui met with visiting Chilean President Rosa Ibarra on Monday.",
            {"MAR", "CHL"},
            {"Karim Alaoui", "Rosa Ibarra"},
        ),
        (
            "The foreign minister of Laos, Kham Souk, held talks with visiting Slovak Deputy Prime Minister Jan Kral.",
            {"LAO", "SVK"},
            {"Kham Souk", "Jan Kral"},
        ),
        (
            "A delegation headed by Deputy Foreign Minister Oleg Sidorov met with Mongolian officials on Monday, the "
            "Russian foreign ministry said.",
            {"RUS", "MNG"},
            {"Oleg Sidorov"},
        ),
        (
            "Following a meeting with the Jordanian and Iraqi leaders, Egypt's foreign minister, Adel Mansour, said "
            "the border would stay open.",
            {"EGY", "JOR", "IRQ"},
            {"Adel Mansour"},
        ),
        (
            "Uruguay's president, Luis Lacalle Pou, hosted Paraguay's Santiago Peña in Montevideo on Monday.",
            {"URY", "PRY"},
            {"Luis Lacalle Pou", "Santiago Peña"},
        ),
        (
            "Uruguay's president, Luis Acosta Pou, hosted Paraguay's Santiago Peña in Montevideo on Monday.",
            {"URY", "PRY"},
            {"Luis Acosta Pou", "Santiago Peña"},
        ),
        (
            "US President Joe Biden on Monday hosted UAE President Sheikh Mohamed bin Zayed at the White House.",
            {"USA", "ARE"},
            {"Joe Biden", "Mohamed bin Zayed"},
        ),
    ],
)
def test_who_met_whom(reader: Reader, text: str, sides: set[str], names: set[str]) -> None:
    ((met, who),) = _told(reader, text)
    assert met == sides
    assert names <= who


@pytest.mark.parametrize(
    "text",
    [
        "Chile's foreign minister, Rosa Ibarra, opened her stay with visiting the port of Beirut.",
        "Kenya's trade minister, Peter Otieno, began with visiting Old Cairo.",
    ],
)
def test_a_town_gone_to_is_no_guest(reader: Reader, text: str) -> None:
    assert all(form != "meeting" for form in (e.form for e in read(reader, text, PUBLISHED).engagements))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Keir Starmer held a bilateral meeting with Ireland's Simon Harris, and Volodymyr Zelensky met Moldova's "
            "Maia Sandu.",
            [{"GBR", "IRL"}, {"UKR", "MDA"}],
        ),
        (
            "Ghana's foreign minister, Ama Owusu, received Benin's Luc Dossou, and Togo's Robert Dussey met Mali's "
            "Abdoulaye Diop.",
            [{"GHA", "BEN"}, {"TGO", "MLI"}],
        ),
        (  # a list is one still
            "Ghana's Ama Owusu and Togo's foreign minister, Robert Dussey, met Mali's Abdoulaye Diop in Bamako.",
            [{"GHA", "TGO", "MLI"}],
        ),
    ],
)
def test_a_clause_of_its_own_is_no_list(reader: Reader, text: str, pairs: list[set[str]]) -> None:
    assert [sides for sides, _ in _told(reader, text)] == pairs


@pytest.mark.parametrize(
    ("text", "met", "bystanders"),
    [
        (
            "Kenyan President William Ruto met Uganda's Yoweri Museveni in Kampala. They discussed the talks between "
            "Sudan and Chad.",
            {"KEN", "UGA"},
            {"SDN", "TCD"},
        ),
        (
            "Peruvian President Dina Boluarte rang Chile's Gabriel Boric on Monday. The presidents reviewed the "
            "negotiations between Mercosur and the European Union.",
            {"PER", "CHL"},
            {"MER", "EUE"},
        ),
    ],
)
def test_talks_of_others_are_spoken_of(reader: Reader, text: str, met: set[str], bystanders: set[str]) -> None:
    sides = [s for s, _ in _told(reader, text)]
    assert met in sides
    assert all(not s & bystanders or s <= bystanders for s in sides)


def test_a_spokesman_whom_the_tables_know_is_of_his_own_state(reader: Reader) -> None:
    text = (
        "Press Briefing by Press Secretary Karine Jean-Pierre\n\n"
        "MS. JEAN-PIERRE:  The President met with Prime Minister Kishida in Hiroshima."
    )
    (met,) = read(reader, text, "2023-05-20").engagements
    assert {*met.countries} == {"USA", "JPN"}
