"""Reads documents on several processes, in order: the same readings on any number of them.

In: documents. Out: (document, outcome) in the order of the documents. A worker that dies takes at most the
document it was on: it is tried once more alone, and then set aside.
"""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from detente.issues import note
from detente.model import Document, Issue, Reading
from detente.run.bounds import Bounds
from detente.run.local import BOUNDS, read_one, reader

# documents under way for each worker
AHEAD = 4
Outcome = Reading | Issue
Pool = Callable[[], ProcessPoolExecutor]
# model, codebook and bounds
Given = tuple[str | None, Path | None, Bounds]


def readings(
    documents: Iterable[Document], workers: int, model: str | None = None, codebook: Path | None = None,
    bounds: Bounds = BOUNDS,
) -> Iterator[tuple[Document, Outcome]]:  # fmt: skip
    """Each document with its reading, or with the issue that says why there is none; no models for no documents."""
    coming = iter(documents)
    first = next(coming, None)
    if first is None:
        return
    alone, whole = reader(model, codebook), chain([first], coming)
    if workers == 1:
        yield from ((d, read_one(alone, d, bounds)) for d in whole)
    else:
        yield from _pooled(whole, workers, lambda: _pool(workers, (model, codebook, bounds)))


def _pool(workers: int, given: Given) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, get_context("fork"), _begin, (os.getpid(), given))


_given: Given = (None, None, BOUNDS)


def _begin(parent: int, given: Given) -> None:
    """In a worker: remembers what to read with, and ends when the parent is gone."""
    global _given
    _given = given
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _read(document: Document) -> Outcome:
    model, codebook, bounds = _given
    return read_one(reader(model, codebook), document, bounds)


def _pooled(documents: Iterator[Document], workers: int, make: Pool) -> Iterator[tuple[Document, Outcome]]:
    pool = make()
    waiting: deque[tuple[Document, Future[Outcome]]] = deque()
    try:
        while True:
            while len(waiting) < workers * AHEAD and (document := next(documents, None)) is not None:
                waiting.append((document, pool.submit(_read, document)))
            if not waiting:
                return
            document, future = waiting.popleft()
            try:
                yield document, future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield document, _once_more(document, make)
                pool = make()
                waiting = deque((d, pool.submit(_read, d)) for d, _ in waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _once_more(document: Document, make: Pool) -> Outcome:
    """A document on which a worker died, alone in a new one."""
    with make() as pool:
        try:
            return pool.submit(_read, document).result()
        except BrokenProcessPool:
            return note("DET-208", "the process that read it ended twice")
