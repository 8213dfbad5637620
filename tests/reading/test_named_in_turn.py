"""Whose a name is that stands after a state, which day a quoted "today" is, whom somebody meets in another state."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read, short


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The foreign ministers of Peru, Ana Soto, and Chile, Juan Rey, spoke on Tuesday.", ("PER", "CHL")),
        ("The foreign ministers of Peru and Chile, Ana Soto and Juan Rey, spoke on Tuesday.", ("PER", "CHL")),
    ],
    ids=short,
)
def test_each_is_of_the_state_before_his_name(reader: Reader, text: str, states: tuple[str, str]) -> None:
    found = {a.name: a.country for a in read(reader, text, "2013-10-09").actors if a.kind == "person"}
    assert (found["Ana Soto"], found["Juan Rey"]) == states


@pytest.mark.parametrize(
    ("said", "day"),
    [("wrote on Tuesday", "2016-03-15"), ("wrote", "2016-03-17")],
)
def test_a_quoted_today_is_the_day_of_speaking(reader: Reader, said: str, day: str) -> None:
    words = "“I spoke by phone with Zimbabwe's foreign minister Ana Ruiz today,”"
    text = f"{words} Botswana's foreign minister Eva Lund {said}."
    found = read(reader, text, "2016-03-17")
    assert [e.when.edtf for e in found.engagements] == [day]
    assert [t.edtf for t in found.times if t.span.text == "today"] == [day]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Cypriot minister Eva Lund met in Beirut with the prime minister.", {"CYP", "LBN"}),
        (
            "Cypriot minister Eva Lund held talks in Beirut on May 6 with officials of the interior ministry.",
            {"CYP", "LBN"},
        ),
        ("Cypriot minister Eva Lund met the prime minister in Nicosia.", set()),
        ("Cypriot minister Eva Lund held talks in Brussels on May 6 with trade unions.", set()),
    ],
    ids=short,
)
def test_an_office_met_in_another_states_town_is_of_that_state(reader: Reader, text: str, sides: set[str]) -> None:
    assert {c for e in read(reader, text, "2025-05-14").engagements for c in e.countries} == sides


def test_where_somebody_went_is_where_he_met(reader: Reader) -> None:
    text = "Cypriot minister Eva Lund flew to Beirut last week, where she met with senior Lebanese officials."
    met = next(e for e in read(reader, text, "2025-05-14").engagements if e.form == "meeting")
    assert [p.name for p in met.places] == ["Beirut"]


def test_papers_and_agencies_by_their_whole_names(reader: Reader) -> None:
    text = (
        "In its statement, released on Tuesday, the Lebanese ministry said the minister had set out a position.\n\n"
        "“The island has no water,” historian Ana Soto declared to the Salvadoran newspaper El Faro.\n\n"
        "Additional reporting: Cyprus News Agency"
    )
    found = read(reader, text, "2025-05-14")
    assert found.source.agency == "Cyprus News Agency"
    chains = [{r.role: r.name for r in s.chain} for s in found.statements]
    assert any("statement" in c for c in chains)
    assert any(c.get("outlet") == "El Faro" for c in chains)


def test_no_staff_or_security_is_a_person(reader: Reader) -> None:
    text = "The General Staff of Chad's army said no. The head of the General Security directorate spoke."
    assert not [a for a in read(reader, text, "2025-05-14").actors if a.kind == "person"]
