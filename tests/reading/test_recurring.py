"""Engagements told in general are none in particular, and make no record."""

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

GENERAL = [
    "Norwegian Foreign Minister Lena Okafor has met her Chadian counterpart Karim Sall on several occasions.",
    "President Prabowo of Indonesia has often spoken with Prime Minister Albanese of Australia about the strait.",
    "In calls between Foreign Minister Lena Okafor of Norway and Foreign Minister Karim Sall of Chad, oil came up.",
    "Foreign Minister Lena Okafor of Norway met Foreign Minister Karim Sall of Chad three times.",
]
ONE = [
    "Norwegian Foreign Minister Lena Okafor held talks with her Chadian counterpart Karim Sall.",
    "Norwegian Foreign Minister Lena Okafor held two calls with her Chadian counterpart Karim Sall on Monday.",
    "Norwegian Foreign Minister Lena Okafor held meetings with Chadian officials in Geneva.",
]


@pytest.mark.parametrize("text", GENERAL)
def test_told_in_general(reader: Reader, text: str) -> None:
    assert read(reader, text, "2024-05-08").engagements == ()


@pytest.mark.parametrize("text", ONE)
def test_told_as_one(reader: Reader, text: str) -> None:
    assert len(read(reader, text, "2024-05-08").engagements) == 1


def test_what_is_agreed_to_be_held_at_intervals_is_none_yet(reader: Reader) -> None:
    text = ("Presidents William Ruto of Kenya and Samia Suluhu Hassan of Tanzania spoke by phone on Monday. The two "
            "leaders agreed on a {} meeting of the commanders at the crossing.")  # fmt: skip
    assert [e.form for e in read(reader, text.format("weekly"), "2024-05-15").engagements] == ["call"]
    assert len(read(reader, text.format("new"), "2024-05-15").engagements) == 2
