"""What a meeting was about, where the sentence after it tells so."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

MET = "Foreign Minister Ana Soto of Chile met her Peruvian counterpart, Luis Tello, in Lima on Monday. "


@pytest.mark.parametrize(
    ("after", "topics"),
    [
        ("The two discussed trade.", ["trade"]),
        ("The two discussed trade, in particular the fishing agreement that has been on hold since 2018.",
         ["trade", "fishing agreement"]),
        ("They discussed trade, notably copper.", ["trade", "copper"]),
        ("The pair reviewed progress on the railway.", ["progress on the railway"]),
        ("Both ministers discussed visas.", ["visas"]),
        ("Trade and tourism were discussed.", ["Trade", "tourism"]),
        ("Copper and the quotas for anchovy were also taken up.", ["Copper", "quotas for anchovy"]),
        ("Discussions focused on visas.", ["visas"]),
    ],
)  # fmt: skip
def test_told_in_the_sentence_after(reader: Reader, after: str, topics: list[str]) -> None:
    (met,) = read(reader, MET + after, "2024-01-31").engagements
    assert list(met.topics) == topics


@pytest.mark.parametrize(
    "after",
    [
        "The budget was debated in parliament.",
        "The release of the miners was raised by lawyers.",
        "Fishermen discussed the quotas in Callao.",
        "The two wounded guards were flown home.",
    ],
)
def test_others_matters_are_none(reader: Reader, after: str) -> None:
    (met,) = read(reader, MET + after, "2024-01-31").engagements
    assert met.topics == ()
