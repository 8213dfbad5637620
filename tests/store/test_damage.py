"""A store with damaged bytes: every verb says so, and none says that all is well."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

import detente
from tests.cli.test_record import run
from tests.store.test_adding import DAY, DEMO


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("damage") / "s.db"
    with detente.open(path) as record:
        record.add(DEMO, day=DAY)
    with sqlite3.connect(path) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    return path


VERBS = [["add", str(DEMO)], ["engagements"], ["rebuild"], ["board", "NOR", "MAR"]]


@pytest.mark.parametrize("verb", VERBS, ids=lambda v: v[0])
def test_damaged_pages(made: Path, tmp_path: Path, verb: list[str]) -> None:
    db = tmp_path / "s.db"
    whole = bytearray(made.read_bytes())
    whole[20_000:60_000] = b"\xa5" * 40_000
    db.write_bytes(whole)
    done = run(*verb, "--db", str(db))
    assert done.returncode == 3 and b"is damaged" in done.stderr and done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("damage", "verb"),
    [
        ("update records set data = substr(data, 1, 200)", ["engagements", "--format", "csv"]),
        ("update readings set data = x'0011'", ["show", "demo-03#s1"]),
        ("update readings set data = x'0011'", ["rebuild"]),
        ("update claims set data = '[]'", ["rebuild"]),
    ],
)
def test_damaged_rows(made: Path, tmp_path: Path, damage: str, verb: list[str]) -> None:
    db = shutil.copy(made, tmp_path / "s.db")
    with sqlite3.connect(db) as connection:
        connection.execute(damage)
    done = run(*verb, "--db", str(db))
    assert done.returncode == 3 and b"is damaged" in done.stderr and done.stderr.count(b"\n") == 1


def test_doctor_finds_a_store_sound(made: Path) -> None:
    done = run("doctor", "--db", str(made))
    assert done.returncode == 0 and b"no damage" in done.stdout and b"9 texts" in done.stdout
    assert b"all works" in done.stdout and not done.stderr


@pytest.mark.parametrize(
    "damage",
    [
        "update readings set data = x'0011' where document = 'demo-03'",
        "update records set data = substr(data, 1, 200) where rowid = 2",
        "update claims set data = '[]' where rowid = 3",
        "update items set data = '{}' where rowid = 1",
    ],
)
def test_doctor_finds_a_damaged_row(made: Path, tmp_path: Path, damage: str) -> None:
    db = shutil.copy(made, tmp_path / "s.db")
    with sqlite3.connect(db) as connection:
        connection.execute(damage)
    done = run("doctor", "--db", str(db))
    assert done.returncode == 3 and "✗ its rows".encode() in done.stdout and not done.stderr


def test_doctor_finds_damaged_pages(made: Path, tmp_path: Path) -> None:
    db = tmp_path / "s.db"
    whole = bytearray(made.read_bytes())
    whole[20_000:60_000] = b"\xa5" * 40_000
    db.write_bytes(whole)
    done = run("doctor", "--db", str(db))
    assert done.returncode == 3 and b"damaged" in done.stdout and not done.stderr


def test_doctor_makes_no_store(tmp_path: Path) -> None:
    done = run("doctor", "--db", str(tmp_path / "none.db"))
    assert done.returncode == 3 and b"no such store" in done.stdout and not (tmp_path / "none.db").exists()


def test_a_sound_store_is_added_to(made: Path) -> None:
    assert b"0 added, 9 known" in run("add", str(DEMO), "--db", str(made), "--workers", "1").stderr
