"""A deed that closed a promise, and a declaration on a line, can be rejected as claims can; undone, they are back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import detente
from tests.cli.test_record import run

PROMISE = (
    "Kenyan Foreign Minister Amina Otieno met her Togolese counterpart Kofi Ayeva in Lomé on Thursday. "
    "Kenya promised to open a consulate in Lomé by the end of the year."
)
DEED = "Kenya on Wednesday opened its consulate in Lomé, Togo's foreign ministry said."
LINE = "Kenya on Monday suspended trade talks with Togo."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("deeds")
    texts = [("2024-05-10", PROMISE), ("2024-09-12", DEED), ("2024-10-01", LINE)]
    rows = [json.dumps({"id": f"d{n}", "published": day, "text": text}) for n, (day, text) in enumerate(texts)]
    (folder / "t.jsonl").write_text("\n".join(rows))
    with detente.open(folder / "s.db") as record:
        record.add(folder / "t.jsonl", day="2025-01-01")
    return folder / "s.db"


@pytest.fixture
def db(made: Path, tmp_path: Path) -> str:
    return str(shutil.copy(made, tmp_path / "s.db"))


def reject(db: str, given: str) -> None:
    done = run("review", "reject", given, "--db", db, "--reason", "another consulate")
    assert done.returncode == 0, done.stderr


def promise(db: str) -> tuple[str, list[str]]:
    with detente.open(db) as record:
        (found,) = record.commitments(between=("KEN", "TGO"))
        shown = record.show(found.id)
    return found.status, [i for i, c in zip(shown.tellers, shown.claims) if c.value == "claimed_kept"]


def test_show_names_the_deed_and_a_review_takes_it(db: str) -> None:
    status, (deed,) = promise(db)
    assert status == "claimed_kept" and deed.startswith("deed-")
    shown = json.loads(run("show", _id(db), "--db", db, "--format", "json").stdout)
    told = next(c for c in shown["claims"] if c["value"] == "claimed_kept")
    assert told["document"] == "d1" and told["text"] == DEED[told["start"] : told["end"]]
    reject(db, deed)
    assert promise(db) == ("made", [])
    assert run("rebuild", "--db", db, "-q").returncode == 0 and promise(db) == ("made", [])
    assert run("review", "undo", "1", "--db", db, "--reason", "the same").returncode == 0
    assert promise(db) == (status, [deed])


def test_it_is_rejected_on_any_day(db: str) -> None:
    _, (deed,) = promise(db)
    reject(db, deed)
    with detente.open(db) as record:
        (found,) = record.commitments(between=("KEN", "TGO"), as_of="2024-09-20")
    assert found.status == "made"


def test_a_declaration_is_rejected(db: str) -> None:
    board = json.loads(run("board", "KEN", "TGO", "--db", db, "--since", "2024-01-01", "--format", "json").stdout)
    assert _states(board)["commerce"] == "suspended"
    (change,) = (c["record"] for c in board["changes"] if c["record"].startswith("dec-"))
    reject(db, change)
    after = json.loads(run("board", "KEN", "TGO", "--db", db, "--since", "2024-01-01", "--format", "json").stdout)
    assert _states(after)["commerce"] == "unknown"
    assert all(c["record"] != change for c in after["changes"])


@pytest.mark.parametrize("action", [["relabel", "{}", "status", "made"], ["split", "{}"]], ids=lambda a: a[0])
def test_it_can_only_be_rejected(db: str, action: list[str]) -> None:
    _, (deed,) = promise(db)
    done = run("review", *(word.format(deed) for word in action), "--db", db, "--reason", "x")
    assert done.returncode == 2 and b"can only be rejected" in done.stderr


def test_one_that_is_none_is_refused(db: str) -> None:
    done = run("review", "reject", "deed-0123456789abcdef", "--db", db, "--reason", "x")
    assert done.returncode == 2 and b"knows no deed-0123456789abcdef" in done.stderr


def _id(db: str) -> str:
    with detente.open(db) as record:
        return record.commitments(between=("KEN", "TGO"))[0].id


def _states(board: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    return {line["channel"]: line["state"] for line in board["channels"]}
