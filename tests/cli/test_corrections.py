"""Corrections by people, as a user makes them: what is refused, what an older log may hold, what is shown."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

import detente
from tests.cli.test_record import DEMO, run
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corrections") / "s.db"
    with detente.open(path) as record:
        record.add(ROOT / DEMO, day="2024-07-01")
    return path


@pytest.fixture
def db(made: Path, tmp_path: Path) -> str:
    return str(shutil.copy(made, tmp_path / "s.db"))


def listed(db: str, kind: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(run(kind, "--db", db, "--format", "json").stdout)
    return found


def call(db: str) -> str:
    return next(e["id"] for e in listed(db, "engagements") if e["form"] == "call")


def relabel(db: str, *given: str) -> tuple[int, str]:
    done = run("review", "relabel", *given, "--db", db, "--reason", "so it was", "--reviewer", "a")
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("form", "summons", "one of call, video_call, meeting"),
        ("status", "cancelld", "one of mooted, announced"),
        ("level", "17", "one of head_of_state"),
        ("track", "9", "one of 1, 1.5, 2"),
        ("when", "2025-13-45", "a day as 2023-06-15"),
        ("when", "last week", "a day as 2023-06-15"),
        ("channel", "moonbase", "one of leaders, foreign_ministers"),
        ("initiator", "Atlantis", "no country that the codebook knows"),
        ("topics", "fish", "form, level, track, status, when, initiator, channel can"),
    ],
)
def test_a_value_that_cannot_be_is_refused(made: Path, field: str, value: str, said: str) -> None:
    code, told = relabel(str(made), call(str(made)), field, value)
    assert code == 2 and said in told and told.count("\n") == 1
    assert run("review", "log", "--db", str(made)).stdout == b""


def test_a_value_that_can_be_is_taken(db: str) -> None:
    engagement = call(db)
    for field, value in (("form", "video_call"), ("when", "2024-03-04"), ("initiator", "Norway")):
        assert relabel(db, engagement, field, value)[0] == 0
    found = next(e for e in listed(db, "engagements") if e["id"] == engagement)
    assert (found["form"], found["when"], found["initiator"]) == ("video_call", "2024-03-04", "NOR")


@pytest.mark.parametrize(
    ("kind", "field", "good", "bad"),
    [("commitments", "status", "claimed_kept", "kept"), ("positions", "kind", "threat", "wish")],
)
def test_promises_and_positions_have_values_of_their_own(db: str, kind: str, field: str, good: str, bad: str) -> None:
    one = listed(db, kind)[0]["id"]
    assert relabel(db, one, field, bad)[0] == 2 and relabel(db, one, "form", "call")[0] == 2
    assert relabel(db, one, field, good)[0] == 0
    assert next(x for x in listed(db, kind) if x["id"] == one)[field] == good


def spoiled(db: str, engagement: str) -> None:
    """Puts into a store what an older program took: a form that is none, in the log and in the record."""
    with sqlite3.connect(db) as connection:
        connection.execute(
            "insert into reviews (number, at, reviewer, action, ids, field, value, reason)"
            " values (1, '2024-07-01', 'a', 'relabel', ?, 'form', 'summons', 'so')", (json.dumps([engagement]),)
        )  # fmt: skip
        connection.execute(
            'update records set form = \'summons\', data = replace(data, \'"form":"call"\', \'"form":"summons"\')'
        )


@pytest.mark.parametrize(
    "verb", [["engagements"], ["show", "ID"], ["board", "NOR", "MAR"], ["brief", "NOR", "MAR"], ["review", "log"]]
)
def test_an_older_log_breaks_no_verb(db: str, verb: list[str]) -> None:
    engagement = call(db)
    spoiled(db, engagement)
    done = run(*(engagement if w == "ID" else w for w in verb), "--db", db)
    told = done.stderr.decode()
    assert done.returncode == 0 and "review 1 by a" in told and engagement in told and "[DET-301]" in told
    assert call(db) == engagement


def test_an_older_log_is_passed_over_in_python_and_can_be_undone(db: str) -> None:
    engagement = call(db)
    spoiled(db, engagement)
    with detente.open(db) as record:
        assert [i.code for i in record.issues] == ["DET-301"]
        assert record.show(engagement).record.form == "call"  # type: ignore[union-attr]
    assert run("review", "undo", "1", "--db", db, "--reason", "none").returncode == 0
    assert run("engagements", "--db", db).stderr == b""


def test_what_is_undone_is_undone_once_and_says_so(db: str) -> None:
    engagement = call(db)
    relabel(db, engagement, "form", "meeting")
    assert run("review", "undo", "1", "--db", db, "--reason", "b").returncode == 0
    again = run("review", "undo", "1", "--db", db, "--reason", "b")
    assert again.returncode == 2 and b"taken back already, by review 2" in again.stderr
    assert b"(undone by review 2)" in run("show", engagement, "--db", db).stdout
    assert b"(undone by review 2)" in run("review", "log", "--db", db).stdout
    assert run("review", "undo", "2", "--db", db, "--reason", "c").returncode == 0
    assert next(e for e in listed(db, "engagements") if e["id"] == engagement)["form"] == "meeting"
    assert b"relabel form meeting, so it was\n" in run("show", engagement, "--db", db, COLUMNS="200").stdout


def test_show_names_the_claims_that_a_review_takes(db: str) -> None:
    engagement = call(db)
    told = run("show", engagement, "--db", db).stdout.decode()
    claims = told[told.index("\nclaims") : told.index("\nwhy they are one")]
    named = [line.split()[0] for line in claims.splitlines() if line.startswith("  eng-")]
    assert engagement in named and len(named) == len(set(named)) == 4
    assert run("review", "split", named[1], "--db", db, "--reason", "another").returncode == 0


def test_a_rejected_promise_is_rejected_on_any_day(db: str) -> None:
    one = listed(db, "commitments")[0]["id"]
    run("review", "reject", one, "--db", db, "--reason", "none")
    then = run("commitments", "--db", db, "--as-of", "2024-04-01", "--format", "json").stdout
    assert one not in then.decode()


def test_the_board_names_what_show_knows(db: str) -> None:
    board = json.loads(run("board", "NOR", "MAR", "--db", db, "--as-of", "2024-02-01", "--format", "json").stdout)
    assert any(c["record"].startswith("dec-") for c in board["changes"])
    for change in board["changes"]:
        assert run("show", change["record"], "--db", db).returncode == 0
        assert json.loads(run("show", change["record"], "--db", db, "--format", "json").stdout)
    assert run("show", "dec-0123456789abcdef", "--db", db).returncode == 2
