"""An earlier visit that came to nothing is told beside the coming one, in words that name neither town nor visitor."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

LEAD = "Kenya's foreign minister Musalia Mudavadi will visit Kampala on Tuesday. "


@pytest.mark.parametrize(
    "text",
    [
        "In August he stayed at home when a dam burst near Eldoret.",
        "He should have gone in August, but a dam burst near Eldoret and the visit was dropped.",
        "An earlier trip to Kampala, planned for August, foundered on a dam burst near Eldoret.",
        "His bags were packed in August, too, until a dam burst near Eldoret forced him to cancel.",
        "A dam burst near Eldoret had kept him from coming in August.",
        "In August he cried off at two days' notice because of a dam burst near Eldoret.",
        "He makes good a visit that he missed in August owing to a dam burst near Eldoret.",
        "The hosts had waited for him in vain in August, when a dam burst near Eldoret and he called the trip off.",
    ],
)
def test_the_visit_that_fell_through(reader: Reader, text: str) -> None:
    visits = [e for e in read(reader, LEAD + text, "2025-11-06").engagements if e.form == "visit"]
    off = [e for e in visits if e.status.status == "cancelled"]
    assert [(e.when.edtf, e.background, set(e.countries)) for e in off] == [("2025-08", True, {"KEN", "UGA"})]
    assert off[0].status.reason is not None and "dam" in off[0].status.reason.text
    assert [e.when.edtf for e in visits if e.status.status == "announced"] == ["2025-11-11"]


@pytest.mark.parametrize(
    "text",
    [
        "In August he met Ugandan officials in Kampala after a dam burst near Eldoret.",
        "Talks on the dam failed in August because of the floods.",
    ],
)
def test_nothing_fell_through(reader: Reader, text: str) -> None:
    found = read(reader, LEAD + text, "2025-11-06").engagements
    assert not [e for e in found if e.form == "visit" and e.status.status == "cancelled"]
