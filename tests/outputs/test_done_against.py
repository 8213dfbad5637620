"""The brief and the board tell what one side did against the other: expulsions, closures, protests, recalls."""

from __future__ import annotations

import json

import pytest

from tests.cli.test_record import run
from tests.conftest import stored

TEXTS = [
    ("2024-09-10", "AFP", "ATHENS (AFP) - Chad on Tuesday expelled two Nigerien diplomats accused of spying."),
    ("2024-09-11", "AP", "N'DJAMENA (AP) - Chad expelled two Nigerien diplomats on Tuesday, 10 September 2024."),
    ("2024-09-13", "Reuters", "NIAMEY (Reuters) - Niger protested to Chad on Thursday over the treatment of workers."),
    ("2024-09-20", "Reuters", "NIAMEY (Reuters) - Niger threatened on Friday to close its border with Chad."),
    ("2024-09-21", "Reuters", "NIAMEY (Reuters) - Niger's foreign minister postponed a visit to Chad on Friday."),
]  # fmt: skip


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    return stored(tmp_path_factory.mktemp("against"), *TEXTS, day="2025-01-01")


def section(db: str, *more: str) -> list[str]:
    told = run("brief", "TCD", "NER", "--db", db, *more).stdout.decode()
    return told.partition("## What one did against the other\n\n")[2].partition("\n\n##")[0].splitlines()


def test_a_brief_tells_them_in_the_words_of_the_texts(db: str) -> None:
    first, second = section(db)
    assert first.startswith("- TCD against NER (a diplomatic measure, on Tue 10 Sep 2024): “Chad on Tuesday expelled")
    assert first.count("[^") == 2  # two outlets tell of one expulsion
    assert second.startswith("- NER against TCD (a protest, on Thu 12 Sep 2024): “Niger protested to Chad")


def test_as_known_on_a_day_and_since_one(db: str) -> None:
    (first,) = section(db, "--as-of", "2024-09-10")
    assert "TCD against NER" in first and first.count("[^") == 1
    (last,) = section(db, "--since", "2024-09-12")
    assert "NER against TCD" in last


def test_a_board_has_them_for_a_year(db: str) -> None:
    told = run("board", "TCD", "NER", "--db", db, "--as-of", "2025-02-01").stdout.decode()
    assert "Done against each other" in told and "TCD against NER  10 Sep 2024  a diplomatic measure: “Chad on" in told
    assert "Done against" not in run("board", "TCD", "NER", "--db", db, "--as-of", "2026-02-01").stdout.decode()


def test_json_of_a_board_is_that_of_the_contract(db: str) -> None:
    board = json.loads(run("board", "TCD", "NER", "--db", db, "--format", "json").stdout)
    assert list(board) == ["pair", "as_of", "coverage", "channels", "planned", "open_commitments", "changes"]
