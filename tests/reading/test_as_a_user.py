"""What a user meets: texts of no known day, very long lines, days given as days, a home folder left alone."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

import detente
from detente.errors import UsageError
from detente.reading.reader import Reader
from detente.reading.scene import PART
from tests.conftest import read

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize(
    ("name", "told"),
    [("border-meeting.txt", ["announced", "cancelled"]), ("fishing-talks.txt", ["announced", "postponed"])],
)
def test_without_a_day_two_visits_of_two_months_stay_two(reader: Reader, name: str, told: list[str]) -> None:
    found = read(reader, (EXAMPLES / name).read_text(encoding="utf-8"), None)
    assert sorted(e.status.status for e in found.engagements if e.form == "visit") == told


def test_without_a_day_one_visit_told_twice_stays_one(reader: Reader) -> None:
    text = (
        "Kenyan Minister Raychelle Omamo will visit Dodoma in November. The visit in November was called off on Monday."
    )
    assert [e.status.status for e in read(reader, text, None).engagements] == ["cancelled"]


def test_a_line_too_long_to_parse_is_read_in_parts(reader: Reader) -> None:
    told = "Kenyan Foreign Minister Raychelle Omamo met Tanzanian Foreign Minister Liberata Mulamula in Dodoma. "
    found = read(reader, told + "The road to the coast is long and dry in the summer. " * (PART // 50), "2021-06-09")
    assert "DET-206" in {i.code for i in found.issues}
    assert [e.form for e in found.engagements] == ["meeting"]


def test_the_day_may_be_a_day_and_the_text_must_be_one() -> None:
    assert detente.read("Kenya said no.", published=date(2024, 1, 2)).source.published == "2024-01-02"
    with pytest.raises(UsageError, match="a str is needed"):
        detente.read(b"Kenya said no.")  # type: ignore[arg-type]


def test_the_runtime_of_the_network_notes_nothing(reader: Reader) -> None:
    assert reader is not None
    assert os.environ["ORT_DISABLE_TELEMETRY"] == "1"
