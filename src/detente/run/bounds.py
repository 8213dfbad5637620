"""How long a text may be that is read, and how long its reading may take: what is beyond is kept and not read.

In: bounds and the work to be done within them. Out: the work, or `OverTimeError`. The time is that of the processor, so
that a busy machine takes nothing from a text; and so generous that no text of the length allowed comes near it: it ends
what nobody foresaw, and no ordinary run depends on it.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NoReturn

from detente.reading.page.length import LONGEST

# seconds of the processor: a text of 200,000 characters takes some 60 of an ordinary one
MOST_SECONDS = 600.0
# seconds after which it is told again, where the first telling was swallowed
AGAIN = 1.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """`characters` (code points) of a text that is read, and `seconds` of the processor that its reading may take."""

    characters: int = LONGEST
    seconds: float = MOST_SECONDS


class OverTimeError(Exception):
    """The reading of a text took longer than it may."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises OverTimeError in work that takes more seconds of the processor. Only the main thread of a process can be
    told, on systems that have such a clock: elsewhere nothing is bounded."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _told)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _told(*_: object) -> NoReturn:
    raise OverTimeError
