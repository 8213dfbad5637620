"""A diary with its days as headings and the hours below: when, whose, with whom; and dates that are a page's own."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DIARY = """Programme of President Charles Michel

Monday 27 February 2023

15:00 Phone call with President of Moldova Maia Sandu

Tuesday 28 February 2023

10.30 Meeting with Prime Minister of Luxembourg Xavier Bettel

Thursday 2 March 2023

Visit to Finland

11.00 Meeting with President of Finland Sauli Niinist\u00f6
"""
WANTED = [
    ("call", "announced", "2023-02-27", {"EUE", "MDA"}),
    ("meeting", "announced", "2023-02-28", {"EUE", "LUX"}),
    ("visit", "announced", "2023-03-02", {"EUE", "FIN"}),
    ("meeting", "announced", "2023-03-02", {"EUE", "FIN"}),
]


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_each_entry_is_the_diarists_and_of_its_day(reader: Reader, gap: str) -> None:
    found = read(reader, DIARY.replace("\n\n", gap), "2023-02-24").engagements
    assert [(e.form, e.status.status, e.when.edtf, set(e.countries)) for e in found] == WANTED
    assert all("Charles Michel" in {p.actor.name for p in e.participants} for e in found)


def test_a_pages_own_day_is_set_aside(reader: Reader) -> None:
    text = (
        "Kenya and Uganda agree on milk\n\nMonday 27 February 2023\n\nKenyan Foreign Minister Alfred Mutua met his "
        "Ugandan counterpart, Jeje Odongo, in Kampala on Saturday. They discussed milk."
    )
    found = read(reader, text, "2023-02-27")
    assert [f.span.text for f in found.furniture] == ["Monday 27 February 2023"]
    assert [e.when.edtf for e in found.engagements] == ["2023-02-25"]
