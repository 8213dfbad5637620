"""Loads a library whole: who stops the program in the midst of it stops it right after.

Libraries in C turn a stop (Ctrl-C) while they are loaded into an error of loading, which would be told as something
that is not installed.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from detente.errors import ModelError


@contextmanager
def whole(what: str, packages: str) -> Iterator[None]:
    """Work that loads `packages`. Raises ModelError, with `what` they are needed for, where they cannot be loaded;
    KeyboardInterrupt after it where the program was to be stopped meanwhile."""
    try:
        with _unstopped():
            yield
    except ModuleNotFoundError as error:
        if error.name is None:
            raise ModelError(f"{what}: cannot be loaded ({_told(error)})") from error
        raise ModelError(f"{what}: {error.name} is not installed; run: pip install {packages}") from error
    except ImportError as error:
        raise ModelError(f"{what}: cannot be loaded ({_told(error)}); reinstall: pip install {packages}") from error


def _told(error: ImportError) -> str:
    return " ".join(str(error).split())[:200]


@contextmanager
def _unstopped() -> Iterator[None]:
    """Keeps a stop until the work is done. Only the main thread is told of stops; who has a way of his own keeps it."""
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or before is not signal.default_int_handler:
        yield
        return
    stops: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: stops.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if stops:
            raise KeyboardInterrupt
