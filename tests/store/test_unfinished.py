"""What is not all concluded: the last record stands and says so, and what waits is never told as nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import detente
from detente.run import adding
from detente.run.rebuilding import rebuild
from tests.cli.test_record import run

FIRST = "LIMA (Reuters) - Peru's Foreign Minister Ana Ruiz met her Kenyan counterpart Amina Otieno in Lima on Tuesday."
NEXT = (
    "OSLO (Reuters) - Norway's Foreign Minister Kari Lund met her Zambian counterpart Chanda Banda in Oslo on Monday."
)


def add(db: Path, name: str, text: str) -> None:
    line = db.parent / f"{name}.jsonl"
    line.write_text(json.dumps({"id": name, "published": "2024-03-06", "text": text}))
    with detente.open(db) as record:
        record.add(line, day="2024-03-07")


@pytest.fixture
def db(tmp_path: Path) -> Path:
    add(tmp_path / "s.db", "first", FIRST)
    return tmp_path / "s.db"


def stopped(db: Path, name: str, text: str) -> None:
    """Adds a text, and is stopped before it concludes anything."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(adding.concluding, "conclude", _stop)
        with pytest.raises(KeyboardInterrupt):
            add(db, name, text)


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


VERBS = [
    ["engagements", "--between"], ["commitments", "--between"], ["board"], ["brief"],
]  # fmt: skip


@pytest.mark.parametrize("verb", VERBS, ids=lambda v: v[0])
def test_what_waits_is_not_told_as_nothing(db: Path, verb: list[str]) -> None:
    stopped(db, "next", NEXT)
    done = run(*verb, "NOR", "ZMB", "--db", str(db))
    if verb[0] == "commitments":  # none waits: that nothing was read of any is so
        assert done.returncode == 0 and b"not finished" in done.stderr
        return
    assert done.returncode == 3 and not done.stdout
    assert b"not concluded yet" in done.stderr and b"detente add --db" in done.stderr


def test_a_first_add_that_was_stopped(tmp_path: Path) -> None:
    stopped(tmp_path / "s.db", "first", FIRST)
    done = run("engagements", "--db", str(tmp_path / "s.db"), "--format", "json")
    assert done.returncode == 3 and not done.stdout
    assert run("add", "--db", str(tmp_path / "s.db"), "-q").returncode == 0
    assert len(json.loads(run("engagements", "--db", str(tmp_path / "s.db"), "--format", "json").stdout)) == 1


@pytest.mark.parametrize("verb", VERBS, ids=lambda v: v[0])
def test_the_last_record_of_others_stands_with_a_warning(db: Path, verb: list[str]) -> None:
    before = run(*verb, "PER", "KEN", "--db", str(db))
    stopped(db, "next", NEXT)
    after = run(*verb, "PER", "KEN", "--db", str(db))
    assert after.returncode == 0 and after.stdout == before.stdout
    assert b"may lack what was read last" in after.stderr and not before.stderr


@pytest.mark.parametrize("what", ["retaking", "concluding"])
def test_a_rebuild_that_is_stopped_leaves_the_record_as_it_was(db: Path, what: str) -> None:
    add(db, "next", NEXT)
    verb = ("engagements", "--db", str(db), "--format", "json")
    before = run(*verb)

    def stop(stage: str, done: int, _: int | None) -> None:
        if (stage, done) == (what, 2):
            raise KeyboardInterrupt

    with detente.open(db) as record, pytest.raises(KeyboardInterrupt):
        rebuild(record.engine, stop)
    after = run(*verb)
    assert (after.returncode, after.stdout, after.stderr) == (0, before.stdout, b"")
    assert len(json.loads(after.stdout)) == 2
    with detente.open(db) as record:
        assert rebuild(record.engine) == 2
    assert run(*verb).stdout == before.stdout


def test_from_python_it_is_an_issue(db: Path) -> None:
    stopped(db, "next", NEXT)
    with detente.open(db) as record:
        assert [i.code for i in record.issues] == ["DET-302"]
        record.add()
    with detente.open(db) as record:
        assert record.issues == () and len(record.engagements()) == 2
