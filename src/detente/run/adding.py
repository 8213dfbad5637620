"""Adds documents to a store: what is known is skipped, what is new is read and kept, what is lost is told.

In: inputs and an engine. Out: an `Added` report. A run that is killed at any moment leaves whole documents;
the next run skips them and goes on.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from detente.codebook import load
from detente.errors import DamagedError
from detente.inputs import Refusal
from detente.model import Document, Issue, Reading
from detente.reading.page.languages import READ, given_or_told
from detente.reading.page.length import too_long
from detente.record.edits import Edit
from detente.record.knowledge import Knowledge
from detente.run.bounds import Bounds
from detente.run.local import BOUNDS, OVER_TIME, knowledge, place_of
from detente.run.workers import readings
from detente.store import concluding, taking
from detente.store.opening import refusal
from detente.store.versions import changed_last

Progress = Callable[[str, int, int | None], None]


@dataclass(slots=True)
class Added:
    """What a run of `add` did.

    `long` are the texts kept unread for their length or the time they take, by their place; `read_now` is how many that
    were kept unread before are read now.
    """

    added: int = 0
    known: int = 0
    changed: int = 0
    set_aside: list[Refusal] = field(default_factory=list)
    unread_languages: Counter[str] = field(default_factory=Counter)
    issues: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    changes: list[str] = field(default_factory=list)
    long: dict[str, Issue] = field(default_factory=dict)
    read_now: int = 0
    edits: dict[str, tuple[Edit, ...]] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        return 1 if any(s.lost for s in self.aside) else 0

    @property
    def aside(self) -> list[Refusal]:
        """The inputs that gave nothing, and those kept unread as they are beyond the bounds."""
        return [*self.set_aside, *(Refusal(place, why.code, why.message) for place, why in self.long.items())]


@dataclass(frozen=True, slots=True)
class How:
    """How to add: on how many processes, as of which day, with which model and codebook, lost and unread ones again or
    not, and within which bounds of a text."""

    day: str
    workers: int = 1
    model: str | None = None
    codebook: Path | None = None
    retry: bool = False
    bounds: Bounds = BOUNDS


def add(inputs: Iterable[Document | Refusal], engine: Engine, how: How, progress: Progress | None = None) -> Added:
    """Reads what is new into the store and concludes what it touches."""
    began = time.monotonic()
    report = Added()
    run = _Run(engine, how, report, knowledge(how.codebook), progress)
    try:
        for document, outcome in readings(run.new(inputs), how.workers, how.model, how.codebook, how.bounds):
            run.keep(document, outcome)
        concluding.conclude(engine, run.knowledge, run.concluding)
    except (DBAPIError, DamagedError) as error:
        raise refusal(error, str(engine.url.database or engine.url)) from error
    report.seconds = round(time.monotonic() - began, 2)
    return report


class _Run:
    """One run: what it has seen and where it puts things."""

    def __init__(
        self, engine: Engine, how: How, report: Added, knowledge: Knowledge, progress: Progress | None
    ) -> None:
        self.engine, self.how, self.report, self.knowledge, self.progress = engine, how, report, knowledge, progress
        self.words = load(how.codebook).lexicon("languages/function_words")
        self.seen: dict[str, set[str]] = {}
        self.tried = self._set_aside()

    def _set_aside(self) -> frozenset[str]:
        from sqlalchemy import select

        from detente.store import schema

        with self.engine.connect() as connection:
            return frozenset(connection.execute(select(schema.set_aside.c.input)).scalars())

    def new(self, inputs: Iterable[Document | Refusal]) -> Iterator[Document]:
        """The documents that are to be read; the known, the unread and the lost are dealt with on the way."""
        for item in inputs:
            if isinstance(item, Refusal):
                self._lose(item.input, item.code, item.message)
                continue
            document = self._with_language(item)
            if self._known(document):
                self.report.known += 1
            elif document.source.language not in READ:
                self.report.unread_languages[document.source.language or "und"] += 1
                self.report.issues["DET-205"] += 1
                self._store(document, None)
            elif long := too_long(document.text, self.how.bounds.characters):
                self._unread(document, long)
            else:
                yield document
            self._tell()

    def _unread(self, document: Document, why: Issue) -> None:
        """Keeps a text that is beyond the bounds."""
        self.report.unread_languages[document.source.language or "und"] += 1
        self.report.issues[why.code] += 1
        self.report.long[place_of(document)] = why
        self._store(document, None)

    def _with_language(self, document: Document) -> Document:
        found = given_or_told(document.source.language, document.text, self.words)
        return replace(document, source=replace(document.source, language=found))

    def _known(self, document: Document) -> bool:
        """Whether the store, or this run, has this text of this document; or has given it up and need not retry."""
        seen = self.seen.setdefault(document.id, set())
        if document.source.sha256 in seen:
            return True
        seen.add(document.source.sha256)
        if not self.how.retry and _key(document) in self.tried:
            return True
        with self.engine.connect() as connection:
            known = taking.known(connection, document.id)
        again = self.how.retry and document.source.sha256 in known.unread
        return document.source.sha256 in known.texts and not again

    def keep(self, document: Document, outcome: Reading | Issue) -> None:
        """Stores a reading; or notes that there is none."""
        if isinstance(outcome, Issue) and outcome.code == OVER_TIME:
            self._unread(document, outcome)
        elif isinstance(outcome, Issue):
            self._lose(_key(document), outcome.code, f"{place_of(document)}: a stage broke ({outcome.message})")
        else:
            self.report.issues.update(i.code for i in outcome.issues)
            self._store(document, outcome)
        self._tell()

    def _store(self, document: Document, reading: Reading | None) -> None:
        with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            became = taking.take(connection, document, reading, self.knowledge, self.how.day)
            edits = changed_last(connection, document.id, self.knowledge) if became == "changed" else ()
        if became == "added":
            self.report.added += 1
        elif became == "known":
            self.report.known += 1
        elif became == "read":
            self.report.read_now += 1
        else:
            self.report.changed += 1
            self.report.changes.append(document.id)
            self.report.edits[document.id] = edits

    def _lose(self, place: str, code: str, message: str) -> None:
        self.report.set_aside.append(Refusal(place, code, message))
        with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            taking.lose(connection, place, code, message, self.how.day)

    def _tell(self) -> None:
        if self.progress is not None:
            done = self.report.added + self.report.changed + self.report.known + self.report.read_now
            done += len(self.report.set_aside)
            self.progress("reading", done, None)

    def concluding(self, done: int, total: int) -> None:
        if self.progress is not None:
            self.progress("concluding", done, total)


def _key(document: Document) -> str:
    return f"{document.id} {document.source.sha256[:12]}"
