"""CSV: numbers as they are, and no cell of text that a spreadsheet runs or that moves a cursor."""

from __future__ import annotations

import csv
import io

import pytest

from detente.outputs.tabular import csv_bytes


def cell(value: object) -> str:
    return next(csv.DictReader(io.StringIO(csv_bytes([{"x": value}]).decode(), newline="")))["x"]


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+1", "-2+3", "@SUM(A1)", " =1", "\t=1"])
def test_what_a_spreadsheet_would_run_is_text(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(("value", "told"), [(-3.5, "-3.5"), (-2, "-2"), (0.25, "0.25"), (True, "True"), (None, "")])
def test_numbers_stay_numbers(value: object, told: str) -> None:
    assert cell(value) == told


@pytest.mark.parametrize(
    "text", ["Talks in Rabat", "a = b", "2024-03-05", "Dar es Salaam – Nairobi", "one\ntwo", "نمی‌خواهم"]
)
def test_other_text_is_as_it_was(text: str) -> None:
    assert cell(text) == text


def test_controls_are_written_out() -> None:
    assert cell("\x1b[31mred\x07\u202e") == "⟨U+001B⟩[31mred⟨U+0007⟩⟨U+202E⟩"
