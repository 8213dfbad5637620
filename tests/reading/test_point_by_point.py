"""What one side wants of another, told point by point, is a demand a point, put to the other side."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

POINTS = ("Arica terminal", "trawlers", "night patrols")


@pytest.mark.parametrize(
    "text",
    [
        "Peru's foreign ministry set out what it expects of Chile:\n\n- the reopening of the Arica "
        "terminal;\n- the return of three trawlers;\n- an end to the night patrols.",
        "In its statement the Peruvian foreign ministry demands that Chile:\n\n• reopen the Arica "
        "terminal;\n\n• return the trawlers; and\n\n• stop the night patrols.\n\nThere is more to come.",
        "The Peruvian foreign ministry lists three conditions for Chile to meet:\n\n1. Reopen the Arica "
        "terminal.\n\n2. Return the trawlers.\n\n3. Stop the night patrols.",
        "The Peruvian foreign ministry had three demands for Chile. First, it should reopen the Arica "
        "terminal. Second, the trawlers must be returned. Third, there should be no more night patrols.",
        "Lima wants three things from Santiago, the Peruvian foreign ministry said: the reopening of the "
        "Arica terminal, the return of the trawlers and an end to the night patrols.",
        "Peru's foreign minister asked Chile to do three things, his ministry said: reopen the Arica "
        "terminal, return the trawlers and call off the night patrols.",
        "The Peruvian foreign minister told his Chilean counterpart that Santiago had to hand back the "
        "trawlers, that it was time to reopen the Arica terminal and that the night patrols must end.",
        "The Peruvian foreign ministry called for the reopening of the Arica terminal, for the trawlers to "
        "be given back by Chile and for the night patrols to cease.",
    ],
)
def test_a_demand_a_point(reader: Reader, text: str) -> None:
    demands = [p for p in read(reader, text, "2024-05-16").positions if p.kind == "demand"]
    for point in POINTS:
        told = [p for p in demands if point in p.content.text]
        assert told and {(p.holder.country, p.toward) for p in told} == {("PER", "CHL")}


def test_a_list_of_what_was_done_is_no_demand(reader: Reader) -> None:
    text = "Peru's foreign ministry named three towns in Chile:\n\n- Arica;\n- Iquique;\n- Antofagasta."
    assert not [p for p in read(reader, text, "2024-05-16").positions if p.kind == "demand"]
