"""Where tables are printed: a console that leaves a reader who has gone (`| head`) to the one way out in `main`."""

from __future__ import annotations

from typing import IO

from rich.console import Console


class _Console(Console):
    """A console that ends nothing by itself: rich's own exits with 1, as if something had been lost."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def printer(stream: IO[str] | None = None) -> Console:
    """A console on a stream (standard output without one) that colours nothing by guess."""
    return _Console(file=stream, highlight=False)
