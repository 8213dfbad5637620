"""Texts far longer than a report: read in a time that grows with them, or kept unread with an issue, nothing lost."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import detente
from detente.inputs import document_of
from detente.model import Reading
from detente.reading.page.credits import abbreviated
from detente.reading.page.length import LONGEST
from detente.reading.reader import Reader

SENTENCE = "Kenya's Foreign Minister Amina Otieno met Peru's Ana Ruiz in Lima on Monday. "


def read(reader: Reader, text: str) -> Reading:
    return reader.read(document_of(text, published=None))


def test_what_is_beyond_the_limit_is_kept_and_not_read(reader: Reader) -> None:
    text = (SENTENCE * (LONGEST // len(SENTENCE) + 1))[: LONGEST + 1]
    reading = read(reader, text)
    assert reading.text == text and reading.engagements == () and reading.actors == ()
    assert [i.code for i in reading.issues if i.code == "DET-211"]


@pytest.mark.parametrize("text", ["x" * 100_000, "A" * 100_000, "A" * 300_000, "(" * 100_000, "a-" * 50_000])
def test_one_word_without_end_is_soon_done_with(reader: Reader, text: str) -> None:
    began = time.process_time()
    read(reader, text)
    assert time.process_time() - began < 10


def test_twice_as_many_short_sentences_take_no_more_than_thrice_the_time(reader: Reader) -> None:
    def spent(times: int) -> float:
        began = time.process_time()
        read(reader, "He met him. " * times)
        return time.process_time() - began

    spent(50)
    assert spent(2000) < 3.5 * spent(1000)


ENDLESS = {
    "clauses": "who met Ana Gervasi, ", "deeds": "met Wang Yi and ", "bullets": "• to meet Wang Yi\n",
    "guests": "Ana Gervasi, Wang Yi, Peru, China, ",
}  # fmt: skip


@pytest.mark.parametrize("words", ENDLESS.values(), ids=ENDLESS.keys())
def test_what_never_ends_takes_the_time_of_its_length(reader: Reader, words: str) -> None:
    def spent(letters: int) -> float:
        began = time.process_time()
        read(reader, words * (letters // len(words)))
        return time.process_time() - began

    spent(500)
    assert spent(8000) < 11 * spent(2000)  # four times as long; sixteen times the work would be of its square


@pytest.mark.parametrize(("letters", "held"), [("LWB", True), ("L" * 13, False), ("L", False)])
def test_letters_that_abbreviate_are_few(letters: str, held: bool) -> None:
    assert (abbreviated(letters) != "(?!)") is held


def test_a_store_keeps_what_is_too_long_as_unread(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(SENTENCE * (LONGEST // len(SENTENCE) + 2))
    (tmp_path / "short.txt").write_text(SENTENCE)
    with detente.open(tmp_path / "s.db") as record:
        done = record.add(tmp_path / "long.txt", tmp_path / "short.txt", day="2024-07-01")
        assert done.added == 2 and done.exit_code == 1 and [lost.code for lost in done.aside] == ["DET-211"]
        assert done.issues["DET-211"] == 1 and done.unread_languages == {"en": 1}
        assert len(record.engagements()) == 1
