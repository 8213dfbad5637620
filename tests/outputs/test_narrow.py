"""Lists and boards on screens of any width: what a record is asked for by is always there, whole."""

from __future__ import annotations

import re

import pytest

import detente
from tests.cli.test_record import DEMO, run
from tests.conftest import ROOT

KEYS = {
    "engagements": r"eng-[0-9a-f]{16}", "commitments": r"com-[0-9a-f]{16}", "positions": r"pos-[0-9a-f]{16}",
    "statements": r"demo-\d\d#s\d+", "events": r"demo-\d\d#v\d+",
}  # fmt: skip


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("narrow") / "s.db"
    with detente.open(path) as record:
        record.add(ROOT / DEMO, day="2024-07-01")
    return str(path)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 160])
@pytest.mark.parametrize("kind", KEYS)
def test_every_record_shows_what_it_is_asked_for_by(db: str, kind: str, width: int) -> None:
    told = run(kind, "--db", db, COLUMNS=str(width)).stdout.decode()
    number = int(re.findall(r"(\d+) \w+", told)[-1])
    assert len(re.findall(KEYS[kind], told)) == number > 1
    assert all(len(line) <= width for line in told.splitlines())


@pytest.mark.parametrize("kind", KEYS)
def test_an_id_is_whole_on_the_narrowest_screen(db: str, kind: str) -> None:
    told = run(kind, "--db", db, COLUMNS="16").stdout.decode()
    assert len(re.findall(KEYS[kind] + r"\s*$", told, re.MULTILINE)) > 1


@pytest.mark.parametrize("width", [80, 120])
def test_what_is_shown_is_what_show_takes(db: str, width: int) -> None:
    told = run("commitments", "--db", db, COLUMNS=str(width)).stdout.decode()
    for record in re.findall(KEYS["commitments"], told):
        assert run("show", record, "--db", db).returncode == 0


@pytest.mark.parametrize("width", [10, 30, 59, 60, 80, 120])
def test_a_board_keeps_the_names_of_its_channels(db: str, width: int) -> None:
    told = run("board", "NOR", "MAR", "--db", db, "--as-of", "2024-07-01", COLUMNS=str(width)).stdout.decode()
    words = told.split()
    assert {"foreign", "ministers", "commerce"} <= set(words)


def test_a_panel_has_rows(db: str) -> None:
    told = run("panel", "--db", db, "--between", "NOR", "MAR", "--format", "table").stdout.decode()
    assert re.search(r"^\d+ rows$", told, re.MULTILINE)


@pytest.mark.parametrize("word", ["", "  "])
def test_no_word_is_not_explained(word: str) -> None:
    done = run("codebook", "explain", word)
    assert done.returncode == 2 and b"no word is given" in done.stderr and done.stdout == b""
