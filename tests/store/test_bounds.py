"""Texts beyond the bounds of length and time: kept unread with an issue; the run goes on; they can be read later."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

import detente
from detente.inputs import document_of
from detente.model import Issue
from detente.reading.reader import Reader
from detente.run.bounds import Bounds, OverTimeError, within
from detente.run.local import Report, read_one, readings
from detente.run.local import reader as reader_of
from tests.cli.test_record import run

SHORT = "Kenya's Foreign Minister Amina Otieno met Peru's Ana Ruiz in Lima on Monday."
LONG = f"{SHORT} " * 40
HARD = "Tonga's envoy who met Ana Ruiz, " * 400


def work(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_work_within_its_time_is_done_and_the_clock_is_stopped() -> None:
    with within(0.2):
        work(0.05)
    work(0.4)


def test_work_that_takes_longer_is_ended() -> None:
    with pytest.raises(OverTimeError), within(0.1):
        work(5)
    work(1.2)  # it is told again after a second, but not when it is over


def test_waiting_is_no_work() -> None:
    with within(0.1):
        time.sleep(0.3)


def test_where_nobody_can_be_told_nothing_is_bounded() -> None:
    done: list[bool] = []

    def bounded() -> None:
        with within(0.05):
            work(0.2)
            done.append(True)

    thread = threading.Thread(target=bounded)
    thread.start()
    thread.join()
    assert done == [True]


def test_a_text_that_takes_too_long_is_told_and_the_next_is_read(reader: Reader) -> None:
    documents = [document_of(HARD, published=None), document_of(SHORT, published=None)]
    reader.read(documents[1])
    assert isinstance(read_one(reader, documents[0], Bounds(seconds=0.05)), Issue)
    report = Report()
    hard, short = readings(documents, lambda: reader, report, Bounds(seconds=0.5))
    assert [i.code for i in hard.issues if i.code == "DET-212"] and hard.text == documents[0].text
    assert not hard.actors and short.engagements and report.issues["DET-212"] == 1
    assert (report.exit_code, report.read, [code for _, code, _ in report.lost]) == (1, 1, ["DET-212"])


def test_within_generous_bounds_a_reading_is_the_same(reader: Reader) -> None:
    document = document_of(LONG, published=None)
    assert read_one(reader, document, Bounds(seconds=60)) == reader.read(document)


@pytest.fixture
def warm() -> None:
    """What a run reads with has read before: its first text takes a second more, in which its parts are loaded."""
    read_one(reader_of(None, None), document_of(SHORT, published=None))


@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_store_keeps_it_unread_and_reads_it_when_it_may(tmp_path: Path, workers: int) -> None:
    (tmp_path / "hard.txt").write_text(HARD)
    (tmp_path / "short.txt").write_text(SHORT)
    paths = (tmp_path / "hard.txt", tmp_path / "short.txt")
    with detente.open(tmp_path / "s.db") as record:
        done = record.add(*paths, day="2024-07-01", workers=workers, max_seconds=0.5)
        assert done.added == 2 and done.exit_code == 1 and done.issues["DET-212"] == 1
        assert [w.code for w in done.long.values()] == ["DET-212"] and done.unread_languages == {"en": 1}
        assert len(record.engagements()) == 1
        assert record.add(*paths, day="2024-07-02").known == 2
        again = record.add(*paths, day="2024-07-02", retry=True)
        assert (again.read_now, again.known, again.added) == (1, 1, 0)
        assert record.add(*paths, day="2024-07-03", retry=True).known == 2


def test_a_longer_text_is_read_when_asked_and_its_store_is_as_if_it_had_been_at_once(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(LONG)
    told: dict[str, bytes] = {}
    for name, limits in (("late", ("1000", "4000")), ("once", ("4000",))):
        db = str(tmp_path / f"{name}.db")
        for limit in limits:
            options = ("--retry", "--max-characters", limit, "--published", "2024-07-01")
            done = run("add", str(tmp_path / "long.txt"), "--db", db, "--workers", "1", *options)
            assert (done.returncode == 1) is (b"[DET-211]" in done.stderr) is (limit == "1000")
        verbs = ("engagements", "statements", "events", "sources")
        told[name] = b"".join(run(verb, "--db", db, "--format", "json").stdout for verb in verbs)
        assert run("rebuild", "--reread", "--db", db).returncode == 0
        assert len(run("engagements", "--db", db, "--format", "json").stdout) > 100
    assert told["late"] == told["once"]


def test_the_length_is_an_option_of_reading(tmp_path: Path) -> None:
    assert not detente.read(LONG, max_characters=1000).engagements and detente.read(LONG).engagements
    (tmp_path / "long.txt").write_text(LONG)
    done = run("read", str(tmp_path / "long.txt"), "--json", "--max-characters", "1000")
    assert done.returncode == 1 and b"DET-211" in done.stdout and b"--max-characters" in done.stdout
    assert b"long.txt: the text" in done.stderr and b"[DET-211]" in done.stderr


@pytest.mark.parametrize("option", [("--max-characters", "0"), ("--max-seconds", "0"), ("--max-seconds", "soon")])
def test_bounds_that_are_none_are_refused(tmp_path: Path, option: tuple[str, str]) -> None:
    (tmp_path / "a.txt").write_text(SHORT)
    for verb in (["read"], ["add", "--db", str(tmp_path / "s.db")]):
        done = run(*verb, str(tmp_path / "a.txt"), *option)
        assert done.returncode == 2 and option[0].encode() in done.stderr and done.stderr.count(b"\n") == 1
