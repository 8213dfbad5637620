"""Reads the labelled texts, on all cores: the readings come back in the order of the texts."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from detente.model import Reading
from detente.run.local import reader
from quality.gold import Labelled


def read_all(items: Sequence[Labelled], workers: int | None = None) -> list[Reading]:
    """One reading a text. A stage that breaks ends the run: the gate is no place to go on."""
    count = workers or os.cpu_count() or 1
    if count == 1 or len(items) < 8:
        return [_read(i) for i in items]
    with ProcessPoolExecutor(count) as pool:
        return list(pool.map(_read, items, chunksize=8))


def _read(item: Labelled) -> Reading:
    return reader().read(item.document)
