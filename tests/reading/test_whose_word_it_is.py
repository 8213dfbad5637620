"""A ministry or statement that no state stands beside is of the side to which its paragraph gives the word."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

LEAD = (
    "Kenyan Foreign Ministry spokesman Peter Mwangi told reporters that Foreign Minister Musalia Mudavadi would fly to "
    "Kampala.\n\n"
)


@pytest.mark.parametrize(
    "text",
    [
        'Uganda answered on Thursday with a two-page foreign ministry note. "We keep our word," the note said.',
        'Uganda put out its version through the foreign ministry. "We keep our word," said the ministry\'s statement.',
        'In Kampala the foreign ministry waited until Thursday. "We keep our word," it said in a communique.',
        'The Ugandans struck another note. "We keep our word," a foreign ministry statement said.',
        "Kampala's reply came at night. The ministry's statement ran to two pages. \"We keep our word,\" it said.",
        'From Kampala came a written reply. "We keep our word," the foreign ministry wrote.',
        'Ugandan officials were less cheerful. A statement on the ministry\'s website said: "We keep our word."',
    ],
)
def test_the_word_is_of_the_side_that_has_it(reader: Reader, text: str) -> None:
    said = [s for s in read(reader, LEAD + text, "2025-11-13").statements if "keep our word" in s.content.text]
    assert [s.on_behalf_of for s in said] == ["UGA"]


def test_of_whom_words_are_said_has_not_the_word(reader: Reader) -> None:
    text = 'Uganda, the ministry said, must lift the ban. "We keep our word," the ministry said.'
    said = [s for s in read(reader, LEAD + text, "2025-11-13").statements if "keep our word" in s.content.text]
    assert [s.on_behalf_of for s in said] == ["KEN"]
