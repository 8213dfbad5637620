"""Adding to a store: what is known is skipped, a changed text is a new version, a killed run is finished."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

import detente
from detente.errors import StoreError
from detente.outputs.answers import as_json
from detente.run.local import knowledge
from detente.run.rebuilding import rebuild
from detente.store import queries, schema
from detente.store.filters import Filter
from detente.store.opening import MIGRATIONS, opened
from detente.store.versions import document
from tests.conftest import ROOT

DEMO = ROOT / "examples" / "demo" / "norway-morocco.jsonl"
DAY = "2024-07-01"


def answers(path: Path) -> bytes:
    """All that a store answers, as bytes."""
    with detente.open(path) as record, record.engine.connect() as connection:
        return b"".join(
            as_json(part)
            for part in (
                record.engagements(), record.commitments(), record.positions(),
                queries.sources(connection, Filter()), queries.tenures(connection, Filter()),
                queries.statements(connection, Filter()), queries.events(connection, Filter()),
                record.board("NOR", "MAR", as_of=DAY, since="2024-01-01").channels,
            )
        )  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "s.db"
    with detente.open(path) as record:
        record.add(DEMO, day=DAY)
    return answers(path)


def lines() -> list[str]:
    return DEMO.read_text(encoding="utf-8").splitlines()


def write(path: Path, rows: list[str]) -> Path:
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_what_is_known_is_skipped(tmp_path: Path) -> None:
    with detente.open(tmp_path / "s.db") as record:
        first = record.add(DEMO, day=DAY)
        again = record.add(DEMO, day=DAY)
    assert (first.added, first.known) == (9, 0)
    assert (again.added, again.known, again.changed) == (0, 9, 0)
    assert dict(first.unread_languages) == {"fr": 1}


def test_any_order_one_by_one_and_workers_give_the_same_record(tmp_path: Path, whole: bytes) -> None:
    rows = lines()
    random.Random(4).shuffle(rows)
    with detente.open(tmp_path / "s.db") as record:
        for n, row in enumerate(rows):
            record.add(write(tmp_path / f"{n}.jsonl", [row]), day=DAY)
    with detente.open(tmp_path / "w.db") as record:
        record.add(DEMO, workers=2, day=DAY)
    assert _without_paths(answers(tmp_path / "s.db")) == _without_paths(whole)
    assert answers(tmp_path / "w.db") == whole


def _without_paths(answer: bytes) -> bytes:
    import re

    return re.sub(rb'"path":"[^"]*"', b'"path":null', answer)


def test_rebuild_gives_the_same_record(tmp_path: Path, whole: bytes) -> None:
    with detente.open(tmp_path / "s.db") as record:
        record.add(DEMO, day=DAY)
        rebuild(record.engine)
    assert answers(tmp_path / "s.db") == whole


def test_a_changed_text_is_a_new_version(tmp_path: Path) -> None:
    first = json.loads(lines()[2])
    later = {**first, "text": first["text"].replace("two trawlers", "three trawlers"), "published": "2024-03-06"}
    with detente.open(tmp_path / "s.db") as record:
        record.add(write(tmp_path / "a.jsonl", [json.dumps(first)]), day=DAY)
        before = {e.id for e in record.engagements()}
        report = record.add(write(tmp_path / "b.jsonl", [json.dumps(later)]), day=DAY)
        with record.engine.connect() as connection:
            rows = queries.sources(connection, Filter())
            shown = document(connection, first["id"], knowledge())
            assert document(connection, "nobody", knowledge()) is None
        assert (report.changed, report.changes) == (1, [first["id"]])
        (edit,) = report.edits[first["id"]]
        assert edit.what == "reworded" and edit.before and "two trawlers" in edit.before
        assert edit.after == edit.before.replace("two trawlers", "three trawlers")
        assert shown and [(v.version, v.latest, v.changes) for v in shown.versions] == [
            (1, False, ()),
            (2, True, (edit,)),
        ]
        assert [r.version for r in rows] == [1, 2]
        assert before == {e.id for e in record.engagements()}
        assert record.engagements()[0].documents == (first["id"],)


def test_a_line_that_cannot_be_read_is_told_and_the_rest_is_added(tmp_path: Path) -> None:
    with detente.open(tmp_path / "s.db") as record:
        report = record.add(write(tmp_path / "a.jsonl", [lines()[0], "{no json", lines()[1]]), day=DAY)
    assert report.added == 2 and [s.code for s in report.set_aside] == ["DET-106"]
    assert report.exit_code == 1


def start(db: Path) -> subprocess.Popen[bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "detente", "add", str(DEMO), "--db", str(db), "--added-on", DAY, "--workers", "1"]
    return subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.DEVNULL)


def test_killed_at_random_moments_the_finished_store_is_the_same(tmp_path: Path, whole: bytes) -> None:
    db = tmp_path / "k.db"
    chance = random.Random(7)
    kills = int(os.environ.get("DETENTE_KILLS", "4"))
    for _ in range(kills):
        run = start(db)
        time.sleep(chance.uniform(1.0, 5.0))
        run.send_signal(signal.SIGKILL)
        run.wait()
    assert start(db).wait() == 0
    assert _without_paths(answers(db)) == _without_paths(whole)


def test_two_writers_one_is_told(tmp_path: Path) -> None:
    db = str(tmp_path / "s.db")
    opened(db, write=True)
    first, second = opened(db, write=True), opened(db, write=True, patience=0.1)
    with first.connect().execution_options(writes=True) as one, one.begin():
        from sqlalchemy.exc import OperationalError

        from detente.store.opening import refusal

        with (
            pytest.raises(OperationalError) as caught,
            second.connect().execution_options(writes=True) as two,
            two.begin(),
        ):
            pass
    assert "another program is writing" in str(refusal(caught.value, db))


REFUSED = [
    ("UPDATE alembic_version SET version_num = '9999'", "newer detente"),
    ("UPDATE alembic_version SET version_num = '0000'", "detente add --db"),
    ("DROP TABLE alembic_version", "no store of detente"),
]


@pytest.mark.parametrize(("sql", "words"), REFUSED)
def test_another_schema_is_refused_with_the_way_out(tmp_path: Path, sql: str, words: str) -> None:
    import sqlite3

    db = tmp_path / "s.db"
    opened(str(db), write=True).dispose()
    with sqlite3.connect(db) as connection:
        connection.execute(sql)
    with pytest.raises(StoreError, match=words):
        opened(str(db))


def test_no_store_and_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no such store"):
        opened(str(tmp_path / "none.db"))
    (tmp_path / "text.db").write_text("this is a text and no database at all, however long one makes it " * 20)
    with pytest.raises(StoreError, match="is not a store"):
        opened(str(tmp_path / "text.db"))


def test_the_migrations_make_the_schema(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = opened(str(tmp_path / "s.db"), write=True)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []


def test_an_older_store_is_brought_to_the_schema_with_the_same_answers(tmp_path: Path, whole: bytes) -> None:
    from alembic import command
    from alembic.config import Config

    with detente.open(tmp_path / "s.db") as record:
        record.add(DEMO, day=DAY)
        with record.engine.connect() as connection:
            config = Config()
            config.set_main_option("script_location", str(MIGRATIONS))
            config.set_main_option("path_separator", "os")
            config.attributes["connection"] = connection.execution_options(writes=True)
            command.downgrade(config, "0001")
            connection.commit()
    with pytest.raises(StoreError, match="older schema"):
        opened(str(tmp_path / "s.db"))
    assert answers(tmp_path / "s.db") == whole
    with detente.open(tmp_path / "s.db") as record:
        record.add()
        with record.engine.connect() as connection:
            assert connection.execute(select(schema.dirty)).all() == []
    assert answers(tmp_path / "s.db") == whole


def test_nothing_is_left_to_conclude(tmp_path: Path) -> None:
    with detente.open(tmp_path / "s.db") as record:
        record.add(DEMO, day=DAY)
        with record.engine.connect() as connection:
            assert connection.execute(select(schema.dirty)).all() == []


def test_a_summit_of_which_no_side_is_told_is_added(tmp_path: Path) -> None:
    """Nothing is between two sides there: the block has a record and no pairs."""
    text = "The G20 Summit opens Thursday in Paris, where the host will welcome about 40 leaders."
    lone = write(tmp_path / "one.jsonl", [json.dumps({"id": "x", "published": "2024-06-04", "text": text})])
    with detente.open(tmp_path / "s.db") as record:
        assert record.add(lone, day=DAY).added == 1
        assert [e.countries for e in record.engagements()] == [()]
