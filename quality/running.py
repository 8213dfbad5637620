"""Reads the labelled texts, on all cores: the readings come back in the order of the texts."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from detente.model import Reading
from detente.run.local import reader
from quality.gold import Labelled


def read_all(items: Sequence[Labelled], workers: int | None = None) -> list[Reading]:
    """One reading a text, read once however many labels it has. A stage that breaks ends the run: the gate is no place
    to go on."""
    firsts = list({_text(i): i for i in items}.values())
    count = workers or os.cpu_count() or 1
    if count == 1 or len(firsts) < 8:
        found = [_read(i) for i in firsts]
    else:
        with ProcessPoolExecutor(count) as pool:
            found = list(pool.map(_read, firsts, chunksize=8))
    readings = dict(zip(map(_text, firsts), found))
    return [readings[_text(i)] for i in items]


def _read(item: Labelled) -> Reading:
    return reader().read(item.document)


def _text(item: Labelled) -> tuple[str, str | None]:
    return item.document.text, item.document.source.published
