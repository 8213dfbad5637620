"""What is agreed to in a list is a promise a line."""

from __future__ import annotations

from detente.reading.reader import Reader
from tests.conftest import read

MET = "The foreign ministers of Chile and Peru, Alberto van Klaveren and Elmer Schialer, met in Lima on Monday. "


def promised(text: str, reader: Reader) -> list[tuple[set[str], str]]:
    found = read(reader, text, "2024-11-08").commitments
    return [(set(c.by), c.content.text) for c in found]


def test_lines_with_marks(reader: Reader) -> None:
    text = MET + "The two agreed to:\n\n- open a crossing at Tacna;\n\n- set up a hotline; and\n\n- meet in June."
    both = {"CHL", "PER"}
    assert promised(text, reader) == [
        (both, "open a crossing at Tacna"), (both, "set up a hotline"), (both, "meet in June"),
    ]  # fmt: skip


def test_one_line_with_semicolons(reader: Reader) -> None:
    text = MET + "The two ministers agreed to: open a second crossing; set up a hotline. They dined."
    assert [c for _, c in promised(text, reader)] == ["open a second crossing", "set up a hotline"]


def test_what_was_not_agreed_or_is_no_list(reader: Reader) -> None:
    assert not promised(MET + "The two could not agree on: the crossing; the hotline.", reader)
    assert not promised(MET + "The two agreed on one thing: the soup was cold.", reader)
