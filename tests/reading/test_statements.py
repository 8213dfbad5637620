"""Who is read as having said what: asides, inversions, sources without a verb, deeds that are no words."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read, short

MOST = "Poland as “the neighbour we underestimate most”"
SAID = (
    ("Clinton promised to build a wall.", "Clinton", "to build a wall"),
    ("Critics accused Trump of lying to voters.", "Critics", "lying to voters"),
    ("According to a poll, two voters in three oppose the treaty.", "a poll", "two voters in three oppose the treaty"),
    (f"Friedrich Merz had spoken of {MOST}.", "Friedrich Merz", MOST),
)  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "content"), SAID, ids=short)
def test_said(text: str, speaker: str, content: str, reader: Reader) -> None:
    found = {(s.speaker.span.text if s.speaker else None, s.content.text) for s in read(reader, text).statements}
    assert (speaker, content) in found


def test_deed_is_no_statement(reader: Reader) -> None:
    reading = read(reader, "Canada agreed to send two hundred generators to Ukraine.")
    assert not reading.statements
    assert [c.by for c in reading.commitments] == [("CAN",)]
