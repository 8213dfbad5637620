"""Whose journey it is where only who disposes of it names a state, and who goes back to where he lives."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-05-08"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway has put off Foreign Minister Kari Lund's trip to Rabat.", "postponed"),
        ("Norway has cancelled Trade Minister Kari Lund's visit to Morocco.", "cancelled"),
        ("Norway announced a visit by Foreign Minister Kari Lund to Rabat on 20 May.", "announced"),
    ],
)
def test_who_disposes_of_a_journey_sends_the_traveller(reader: Reader, text: str, status: str) -> None:
    (visit,) = read(reader, text, DAY).engagements
    assert (visit.form, visit.status.status, visit.countries) == ("visit", status, ("NOR", "MAR"))


def test_who_calls_off_a_visit_to_himself_is_no_traveller(reader: Reader) -> None:
    text = "Morocco has cancelled Foreign Minister Kari Lund's visit to Rabat."
    assert not [p for e in read(reader, text, DAY).engagements for p in e.participants if p.actor.country == "MAR"]


@pytest.mark.parametrize("who", ["Jordan's ambassador", "The Jordanian ambassador", "Jordan's consul"])
def test_an_envoy_goes_back_to_his_post(reader: Reader, who: str) -> None:
    assert not read(reader, f"{who} returned to Damascus on Monday, three months after the row.", DAY).engagements


def test_a_minister_who_returns_somewhere_visits_it(reader: Reader) -> None:
    text = "Jordan's foreign minister returned to Damascus on Monday for a second round of talks."
    assert read(reader, text, DAY).engagements[0].form == "visit"


def test_a_counterpart_is_called_and_not_called_names(reader: Reader) -> None:
    text = "Kenyan Foreign Minister Grace Wanjiru called her {} on Monday."
    (call,) = read(reader, text.format("Somali counterpart Abdi Warsame"), DAY).engagements
    assert call.form == "call" and {p.actor.name for p in call.participants} == {"Grace Wanjiru", "Abdi Warsame"}
    assert not read(reader, text.format("Somali counterpart a liar"), DAY).engagements
