""" "Speak to why …": words on a matter, and no talk with anybody."""

from __future__ import annotations

import pytest

from detente.inputs import document_of, parse_published
from detente.reading.reader import Reader

BEFORE = "Colombian Foreign Minister Ana Ruiz will host her Chilean counterpart, Juan Mora, in Lima on Thursday."


def calls(reader: Reader, text: str) -> int:
    reading = reader.read(document_of(f"{BEFORE}\n\n{text}", published=parse_published("2024-05-10")))
    return sum(e.form in ("call", "talks") for e in reading.engagements)


@pytest.mark.parametrize(
    "text",
    [
        "It is for them to speak to why they stay away, the spokesman said.",
        "They spoke to how trade could grow.",
        "She will speak to what the two countries want.",
    ],
)
def test_no_call(reader: Reader, text: str) -> None:
    assert calls(reader, text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz spoke to Juan Mora on Monday.",
        "On Monday Ana Ruiz spoke with Juan Mora about how trade could grow.",
    ],
)
def test_a_call(reader: Reader, text: str) -> None:
    assert calls(reader, text) == 1
