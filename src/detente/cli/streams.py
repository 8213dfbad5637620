"""The three streams of a program, where the one who calls it has closed some of them (`>&-`).

Python puts None in the place of a closed stream. Here stands one that takes all and keeps nothing, and tells whether
something was lost; and the numbers of closed streams are taken, so that no file that is opened later (a store!) gets
them.
"""

from __future__ import annotations

import io
import os
import sys
from typing import Any

STANDARD_ERROR = 2


class Closed(io.RawIOBase):
    """Where nothing can be written; `lost` is whether something was to be."""

    lost = False

    def writable(self) -> bool:
        return True

    def write(self, given: Any, /) -> int:
        self.lost = True
        return memoryview(given).nbytes


def complete() -> None:
    """Puts streams in the place of those that are closed."""
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    while (number := os.open(os.devnull, os.O_RDWR)) <= STANDARD_ERROR:
        pass
    os.close(number)
    sys.stdin = sys.stdin or io.TextIOWrapper(io.BytesIO())
    sys.stdout = sys.stdout or _closed()
    sys.stderr = sys.stderr or _closed()


def _closed() -> io.TextIOWrapper:
    nowhere: Any = Closed()
    return io.TextIOWrapper(nowhere, encoding="utf-8", errors="replace", write_through=True)


def lost() -> bool:
    """Whether something was printed for which there was no standard output."""
    raw = getattr(sys.stdout, "buffer", None)
    return isinstance(raw, Closed) and raw.lost
