"""Work that makes much and throws little away, undisturbed by the collector of garbage.

What a reading makes stays until the reading is done: looking for garbage in between costs a tenth of the time and
finds none.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keeps the collector from running by itself; where it was off already, it stays off."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
