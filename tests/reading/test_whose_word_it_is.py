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


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Chad has closed its border with Sudan, the interior minister said on Monday.", "TCD"),
        ("Zambia will not repay the loans before June, a finance ministry spokesman said.", "ZMB"),
        ("Deputy Energy Minister Ana Kovac said Croatia would not sign the contract with Hungary.", "HRV"),
        ("Gambia had asked Senegal for help, Information Minister Ismaila Ceesay said.", "GMB"),
        ("Kenya demands that Somalia lift the ban, spokeswoman Ann Wairimu said at a briefing on Thursday.", "KEN"),
        ("The Ghanaian army has retaken the town from rebels backed by Togo, its spokesman said.", "GHA"),
        ("Russia has broken the ceasefire, Defence Minister Ihor Ostapenko said.", None),
        ("Iran must answer the inspectors, the deputy foreign minister said.", None),
    ],
)
def test_an_official_of_no_named_state_speaks_for_the_one_whose_act_he_tells(
    reader: Reader, text: str, side: str | None
) -> None:
    assert read(reader, text).statements[-1].on_behalf_of == side
