"""Runs a reader over many inputs in this process, and tells what was lost.

In: paths and options. Out: an iterator of readings, with a `Report` filled on the way. A document that
breaks a stage is set aside with issue DET-208 and the run goes on: this is the one place that catches all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import detente
from detente.inputs import Refusal
from detente.issues import note
from detente.model import Document, Issue, ReaderInfo, Reading
from detente.reading.undisturbed import undisturbed
from detente.run.bounds import Bounds, OverTimeError, within

if TYPE_CHECKING:
    from detente.reading.reader import Reader
    from detente.record.knowledge import Knowledge

OTHER_LANGUAGE, OVER_LENGTH, OVER_TIME = "DET-205", "DET-211", "DET-212"
BOUNDS = Bounds()


@dataclass(slots=True)
class Report:
    """What a run did; inputs as (input, code, message).

    `lost` are those that gave no reading or are beyond the bounds; `passed` those that by rule are none or are kept
    unread: other files of a folder, texts in a language that is not read.
    """

    read: int = 0
    lost: list[tuple[str, str, str]] = field(default_factory=list)
    passed: list[tuple[str, str, str]] = field(default_factory=list)
    issues: Counter[str] = field(default_factory=Counter)

    @property
    def exit_code(self) -> int:
        return 1 if self.lost else 0


def reader(model: str | None = None, codebook: Path | None = None) -> Reader:
    """The reader for a model and codebook, built once. Raises ModelError, CodebookError."""
    return _kept(model, codebook)


@lru_cache(maxsize=2)
def _kept(model: str | None, codebook: Path | None) -> Reader:
    with undisturbed():
        return _built(model, codebook)


def _built(model: str | None, codebook: Path | None) -> Reader:
    from detente.codebook import load
    from detente.networks.interposed import words_of
    from detente.networks.judge import load as load_judge
    from detente.networks.parser import load as load_parser
    from detente.reading.actors.lexicon import abbreviations
    from detente.reading.reader import Reader

    book = load(codebook)
    words = book.lexicon("times/words")
    days, months = [*words["weekdays"], *words["relative_words"]], [*words["months"], *words["months_short"]]
    small = book.lexicon("actors/words")
    between = words_of(book.lexicon("parse/words"), days=days, months=months, letters=small["postnominals"])
    parser = load_parser(model, abbreviations(book), small["pair_nouns"], between)
    judge = load_judge()
    info = ReaderInfo(detente.__version__, book.fingerprint, f"{parser.name}; {judge.name}")
    return Reader(book, parser, info, judge)


@lru_cache(maxsize=2)
def knowledge(codebook: Path | None = None) -> Knowledge:
    """The codebook as the record reads it, built once. Raises CodebookError."""
    from detente.codebook import load
    from detente.record.knowledge import Knowledge

    return Knowledge(load(codebook))


def readings(
    inputs: Iterable[Document | Refusal], make: Callable[[], Reader], report: Report, bounds: Bounds = BOUNDS
) -> Iterator[Reading]:
    """One reading a document, in order; what is refused, breaks or is not read goes to the report.

    The reader is made for the first document: an input that is refused costs no loading of models.
    """
    for item in inputs:
        if isinstance(item, Refusal):
            (report.lost if item.lost else report.passed).append((item.input, item.code, item.message))
            continue
        reader = make()
        reading = read_one(reader, item, bounds)
        if isinstance(reading, Issue) and reading.code == OVER_TIME:
            reading = reader.unread(item, reading)
        if isinstance(reading, Issue):
            place = place_of(item)
            report.lost.append((place, reading.code, f"{place}: a stage broke ({reading.message}); please report it"))
            continue
        _count(reading, place_of(item), report)
        yield reading


def _count(reading: Reading, place: str, report: Report) -> None:
    """Counts a reading as read, or names it as kept unread."""
    report.issues.update(i.code for i in reading.issues)
    beyond = [(place, i.code, i.message) for i in reading.issues if i.code in (OVER_LENGTH, OVER_TIME)]
    other = [(place, i.code, i.message) for i in reading.issues if i.code == OTHER_LANGUAGE]
    report.lost += beyond
    report.passed += other
    report.read += not (beyond or other)


def read_one(reader: Reader, document: Document, bounds: Bounds = BOUNDS) -> Reading | Issue:
    """The reading of a document, or the issue that says which stage broke and how, or that it took too long."""
    try:
        with within(bounds.seconds):
            return reader.read(document, bounds.characters)
    except OverTimeError:
        told = f"the text takes more than {bounds.seconds:g} seconds of the processor to read: nothing is told of it"
        return note(OVER_TIME, f"{told}; part it into its articles, or raise --max-seconds")
    except Exception as error:  # the edge of a document's reading: one bad text must not end a run
        return note("DET-208", f"{type(error).__name__}: {' '.join(str(error).split())[:200]}")


def place_of(document: Document) -> str:
    """Where a document came from, as a report names it."""
    return document.source.path or document.source.url or document.id
