"""Which kind a difference of two accounts is: another month is a detail, another doer an attribution, and a matter that
one dwells on and the other names in passing is a matter of emphasis."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from detente.record.knowledge import Knowledge
from tests.record.test_comparison import items, kinds

CASES = [
    ("They agreed to open the bridge in October.", "They agreed to open the bridge in November.", "differs_detail"),
    ("They agreed to hold the census by 3 March.", "They agreed to hold the census by 3 June.", "differs_detail"),
    ("Minister Eide raised the duties on tea.", "Minister Mudavadi raised the duties on tea.", "differs_attribution"),
    ("Eide stressed at length the importance of forests for the climate.", "They touched on forests and the climate.",
     "differs_emphasis"),
    ("They agreed to open the bridge in October.", "They agreed to open the bridge in October.", "same"),
]  # fmt: skip


@pytest.mark.parametrize(("ours", "theirs", "kind"), CASES)
def test_kinds(reader: Reader, knowledge: Knowledge, ours: str, theirs: str, kind: str) -> None:
    assert kinds(items(reader, knowledge, ours, theirs)) == [kind]


@pytest.mark.parametrize(("ours", "theirs"), [
    ("Minister Eide and Minister Mudavadi raised the duties on tea.", "Minister Mudavadi raised the duties on tea."),
    ("Minister Eide raised the duties on tea.", "The two ministers raised the duties on tea."),
])  # fmt: skip
def test_what_two_did_is_said_of_no_other_side(reader: Reader, knowledge: Knowledge, ours: str, theirs: str) -> None:
    assert "differs_attribution" not in kinds(items(reader, knowledge, ours, theirs))
