"""A line that is only place and day is no part of an account, whether or not it ends in a stop."""

from __future__ import annotations

import pytest

from detente.model import Span
from detente.reading.reader import Reader
from detente.record.comparison import _dateline
from tests.conftest import read


@pytest.mark.parametrize(
    ("opening", "is_one"),
    [
        ("Nairobi, 20 February 2024.", True),
        ("N'Djamena – 4 March 2024.", True),
        ("Ho Chi Minh City, March 4, 2024.", True),
        ("The talks begin on 20 February 2024.", False),
        ("Kenya opened its consulate on 4 March 2024.", False),
        ("4 March 2024 was the day of the talks.", False),
        ("The Minister thanked Togo.", False),
    ],
)
def test_dateline(reader: Reader, opening: str, is_one: bool) -> None:
    reading = read(reader, f"{opening} The Foreign Minister of Kenya received the Foreign Minister of Togo today.")
    assert _dateline(Span(0, len(opening), opening), reading) is is_one
