"""A call "to honour its commitment" is of the promise that it can only mean; what several agree is to each other."""

from __future__ import annotations

from pathlib import Path

import pytest

import detente
from detente.record.nouns import CommitmentRecord
from tests.conftest import stored

PLEDGE = (
    "2025-04-02",
    "Reuters",
    "LIMA (Reuters) - Peru pledged on Wednesday to give Ecuador the river data by May 1.",
)
OTHER = ("2025-04-03", "Reuters", "LIMA (Reuters) - Peru promised Ecuador on Thursday to release two seized trawlers.")
FAILED = "Peru has failed to give Ecuador the river data which it pledged on 2 April."
CALL = "Ecuador calls on Peru to honour its commitment."


def ecuador(day: str, text: str) -> tuple[str, str, str]:
    return day, "Ministry of Foreign Affairs of Ecuador", text


def promises(folder: Path, *texts: tuple[str, str, str]) -> list[CommitmentRecord]:
    with detente.open(stored(folder, *texts)) as record:
        return record.commitments()


def test_a_call_beside_a_breach_is_of_the_same_promise(tmp_path: Path) -> None:
    (found,) = promises(tmp_path, PLEDGE, ecuador("2025-05-05", f"{FAILED} {CALL}"))
    assert found.content.text.startswith("to give Ecuador the river data")
    assert (found.status, found.confirmed) == ("claimed_broken", True)
    assert [e.status for e in found.history] == ["made", "claimed_broken", "urged"]


def test_a_call_by_itself_is_of_the_only_promise(tmp_path: Path) -> None:
    (found,) = promises(tmp_path, PLEDGE, ecuador("2025-05-05", CALL))
    assert (found.status, found.content.document) == ("urged", "d0")


def test_of_two_promises_nobody_knows_which_is_meant(tmp_path: Path) -> None:
    found = promises(tmp_path, PLEDGE, OTHER, ecuador("2025-05-05", CALL))
    assert sorted(p.status for p in found) == ["made", "made", "urged"]


def test_a_call_that_names_what_was_promised_is_no_other(tmp_path: Path) -> None:
    named = ecuador("2025-05-05", "Ecuador calls on Peru to honour its commitment to reopen the bridge at Huaquillas.")
    assert len(promises(tmp_path, PLEDGE, named)) == 2


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Chad and Niger have agreed to reopen a military hotline, the Togolese foreign minister, who mediated, said on"
         " Wednesday.", ()),
        ("Chad promised to reopen a military hotline, the Nigerien foreign minister said on Wednesday.", ("NER",)),
        ("Chad and Niger promised Togo to withdraw their troops, the Togolese foreign minister said.", ("TGO",)),
    ],
)  # fmt: skip
def test_who_mediates_is_promised_nothing(tmp_path: Path, text: str, to: tuple[str, ...]) -> None:
    assert {p.to for p in promises(tmp_path, ("2025-06-25", "Reuters", text))} == {to}
