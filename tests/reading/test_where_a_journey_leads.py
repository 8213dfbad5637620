"""A journey's days and towns, told over a sentence or two in the words of many outlets."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

WHO = "Kenyan foreign minister Musalia Mudavadi"


@pytest.mark.parametrize(
    "text",
    [
        f"{WHO} will be travelling from 10 to 14 November and has two stops on his list: Kigali and Kampala.",
        f"{WHO} leaves Nairobi on 10 November. He will be in Kigali, then in Kampala; he is due back on the 14th.",
        f"{WHO} goes on a five-day journey on 10 November. Two capitals are on the programme: Kigali and Kampala.",
        f"Between 10 and 14 November {WHO} will make the round of two capitals, Kigali and Kampala.",
        f"According to his spokesman, {WHO} will spend the days from 10 to 14 November in Kigali and Kampala.",
        f"{WHO} will be away from 10 to 14 November and will call at two capitals, his spokesman said: Kigali and then "
        "Kampala.",
    ],
)
def test_the_whole_of_a_journey(reader: Reader, text: str) -> None:
    visits = [e for e in read(reader, text, "2025-11-06").engagements if e.form == "visit"]
    whole = [e for e in visits if e.when.edtf == "2025-11-10/2025-11-14"]
    assert [({p.name for p in e.places}, e.status.status) for e in whole] == [({"Kigali", "Kampala"}, "announced")]


def test_the_day_is_of_the_town_beside_it(reader: Reader) -> None:
    text = f"{WHO} will be away from 10 to 14 November. Kigali comes first, then, on the 12th, Kampala."
    visits = [e for e in read(reader, text, "2025-11-06").engagements if e.when.edtf == "2025-11-12"]
    assert [[p.name for p in e.places] for e in visits] == [["Kampala"]]
