"""Earlier visits that came to nothing, told in a paragraph of their own beside a coming one; and whose day is told."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2023-11-09"
CALL = "Peru's Foreign Minister Rosa Quispe spoke by phone on Wednesday with Ghanaian Foreign Minister Kofi Mensah. "
COMING = "The call came ahead of Quispe's visit to Accra on 20 November.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Her March trip was dropped because of a dock strike.",
        "A visit planned for March had been axed following a dock strike.",
        "The visit makes up for one called off in March because of a dock strike.",
        "Quispe's visit, first scheduled for March, was scrapped due to a dock strike.",
        "Because of a dock strike, a trip scheduled for March had to be abandoned.",
        "A March visit came to nothing after a dock strike broke out.",
        "The visit was first set for March and was called off because of a dock strike.",
        "A visit in March fell through because of a dock strike.",
        "The ministry had called off the minister's trip in March because of a dock strike.",
        "Quispe originally planned to go to Accra in March, but the trip was cancelled owing to a dock strike.",
        "Lima shelved plans for Quispe to visit Accra in March when a dock strike broke out.",
    ],
)
def test_the_earlier_visit_and_the_coming_one(reader: Reader, text: str) -> None:
    found = [e for e in read(reader, CALL + COMING + text, DAY).engagements if e.form == "visit"]
    told = {(e.status.status, e.when.edtf, e.background, frozenset(e.countries)) for e in found}
    both = frozenset({"PER", "GHA"})
    assert told == {("announced", "2023-11-20", False, both), ("cancelled", "2023-03", True, both)}
    (reason,) = [e.status.reason for e in found if e.status.reason]
    assert "dock strike" in reason.text


@pytest.mark.parametrize(
    "text",
    [
        "A visit to Togo by President Dina Boluarte in March was cancelled because of a dock strike.",
        "The president's trip to Bolivia in March was called off because of a dock strike.",
        "A conference in March was cancelled because of a dock strike.",
    ],
)
def test_the_visit_of_another_or_elsewhere(reader: Reader, text: str) -> None:
    found = [e for e in read(reader, CALL + COMING + text, DAY).engagements if e.form == "visit"]
    told = {(e.status.status, e.when.edtf) for e in found if set(e.countries) == {"PER", "GHA"}}
    assert told == {("announced", "2023-11-20")}


@pytest.mark.parametrize(
    "text",
    [
        "The call came ahead of Quispe's visit to Accra on 20 November.",
        "The two spoke ahead of a visit by Quispe to Accra on 20 November.",
        "Wednesday's call comes ahead of a visit by Quispe to Accra on 20 November.",
        "Wednesday's call precedes a visit by Quispe to Accra on 20 November.",
    ],
)
def test_whose_day_comes_after(reader: Reader, text: str) -> None:
    found = read(reader, CALL + text, DAY).engagements
    told = {(e.form, e.status.status, e.when.edtf) for e in found}
    assert told == {("call", "held", "2023-11-08"), ("visit", "announced", "2023-11-20")}


def test_a_month_of_a_plan_told_first_is_ahead(reader: Reader) -> None:
    text = "Peru's Foreign Minister Rosa Quispe has cancelled a visit to Ghana planned for March."
    (visit,) = read(reader, text, DAY).engagements
    assert (visit.status.status, visit.when.edtf) == ("cancelled", "2024-03")
