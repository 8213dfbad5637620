"""What is told next of those who met: by their office, as the two, over the telephone or where they sat."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

MET = "Jamaican Foreign Minister Kamina Johnson Smith met Jerome Walcott, Foreign Minister of Barbados, here today."
HEADS = "Jamaican Prime Minister Andrew Holness met the Prime Minister of Barbados, Mia Mottley, in Kingston today."
DAY = "2020-10-14"


def told(reader: Reader, first: str, then: str) -> list[tuple[str, str, str | None]]:
    """Form, status and date of what the second paragraph tells of the same two."""
    found = read(reader, f"{first}\n\n{then}", DAY).engagements
    assert all(set(e.countries) == {"JAM", "BRB"} for e in found)
    return [(e.form, e.status.status, e.when.edtf) for e in found if e.when.edtf != DAY]


@pytest.mark.parametrize(
    ("then", "wanted"),
    [
        ("The ministers had spoken by telephone in August.", ("call", "held", "2020-08")),
        ("The colleagues had spoken by telephone in August.", ("call", "held", "2020-08")),
        ("The ministers will meet again in December.", ("meeting", "announced", "2020-12")),
    ],
)
def test_the_ministers_are_those_who_met(reader: Reader, then: str, wanted: tuple[str, str, str]) -> None:
    assert told(reader, MET, then) == [wanted]


def test_the_ministers_of_two_premiers_are_others(reader: Reader) -> None:
    assert told(reader, HEADS, "The ministers met in Kingston on Monday and agreed a budget.") == []
    assert told(reader, HEADS, "The premiers had met in Kingston in May.") == [("meeting", "held", "2020-05")]


@pytest.mark.parametrize("then", ["The two spoke about fish and consular cases.", "They spoke about the floods."])
def test_the_two_spoke_where_they_met(reader: Reader, then: str) -> None:
    assert told(reader, MET, then) == []


def test_one_of_them_named_anew_rang_up(reader: Reader) -> None:
    text = "Kamina Johnson Smith spoke to Jerome Walcott in May."
    assert told(reader, MET, text) == [("call", "held", "2020-05")]
