"""A town named with the part of a state that it lies in is there; a state's namesake is told from the state."""

from __future__ import annotations

import pytest

import detente

AT_HOME = [
    "President Biden visited Cambridge, Massachusetts, on Tuesday.",
    "On Monday, President Biden will travel to Manchester, New Hampshire, and speak of costs.",
    "President Biden will travel to Atlanta, Georgia, on Monday. He spoke to the governor of Georgia on Tuesday.",
]
ABROAD = [
    ("President Macron visited Manchester on Tuesday.", {"FRA", "GBR"}),
    ("Prime Minister Kishida visited Birmingham, Alabama, on Tuesday.", {"JPN", "USA"}),
    ("Secretary Blinken met Georgian Foreign Minister Ilia Darchiashvili in Tbilisi, Georgia, on Tuesday.",
     {"USA", "GEO"}),
    ("President Biden spoke with President Salome Zourabichvili of Georgia on Tuesday.", {"USA", "GEO"}),
    ("Secretary Blinken will visit Moldova and Georgia in May.", {"USA", "MDA", "GEO"}),
]  # fmt: skip


@pytest.mark.parametrize("text", AT_HOME)
def test_a_journey_within_a_state_is_no_engagement(text: str) -> None:
    for outlet in ("White House", "Daily Herald"):
        assert detente.read(text, published="2024-03-08", outlet=outlet).engagements == ()


@pytest.mark.parametrize(("text", "sides"), ABROAD, ids=[t for t, _ in ABROAD])
def test_the_state_itself_is_one(text: str, sides: set[str]) -> None:
    for outlet in ("White House", "Daily Herald"):
        found = detente.read(text, published="2024-03-08", outlet=outlet).engagements
        assert {c for e in found for c in e.countries} == sides
