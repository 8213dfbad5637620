"""`detente.open(…)`: the verbs of the command line, from Python."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.errors import UsageError

if TYPE_CHECKING:
    from detente.model import Document
    from detente.record.nouns import CommitmentRecord, EngagementRecord, PositionRecord
    from detente.run.adding import Added
    from detente.store.accounts import Comparison, Shown
    from detente.store.board import Board
    from detente.store.filters import Filter


class Record:
    """An open store; `issues` tell what was passed over when it was opened, and that an add was not finished.

    `as_of` (without one, today), `since` and `until` are ISO days; sides are ISO3 codes.

    Every method raises a DetenteError with one line that says what to do.
    """

    def __init__(self, address: str | Path) -> None:
        from detente.run.mending import mended, unfinished
        from detente.store.opening import opened

        self.address = str(address)
        self.engine = opened(self.address, write=True)
        self.issues = (*mended(self.engine), *unfinished(self.engine))

    def add(
        self, *paths: str | Path, documents: Iterable[Document] = (), workers: int = 1, day: str | None = None,
        retry: bool = False, max_characters: int = 200_000, max_seconds: float = 600.0,
    ) -> Added:  # fmt: skip
        """Reads files, folders and addresses (or documents) into the store; what is known is skipped.

        With `retry` what was set aside or kept unread is tried again. A text of more than `max_characters`, or whose
        reading takes more than `max_seconds` of the processor, is kept unread.
        """
        import io
        from itertools import chain

        from detente.inputs import InputOptions, open_inputs
        from detente.run.adding import How, add
        from detente.run.bounds import Bounds

        opened = open_inputs([str(p) for p in paths], InputOptions(today=date.today()), io.BytesIO())
        bounds = Bounds(max_characters, max_seconds)
        how = How(day or date.today().isoformat(), workers, retry=retry, bounds=bounds)
        return add(chain(opened, documents), self.engine, how)

    def engagements(self, **wanted: Any) -> list[EngagementRecord]:
        """The engagements asked for: `between`, `by`, `about`, `since`, `until`, `status`, `as_of`.

        `limit` asks for so many of the newest, `offset` leaves out the newest of all. They come in the order of days.
        """
        from detente.store.engagements import engagements

        with self.engine.connect() as connection:
            return engagements(connection, self._filter(wanted))

    def commitments(self, **wanted: Any) -> list[CommitmentRecord]:
        """The promises asked for."""
        from detente.run.local import knowledge
        from detente.store import queries
        from detente.store.filters import newest

        with self.engine.connect() as connection:
            asked = self._filter(wanted)
            return newest(queries.commitments(connection, asked, knowledge()), asked)

    def positions(self, **wanted: Any) -> list[PositionRecord]:
        """The positions asked for."""
        from detente.run.local import knowledge
        from detente.store import queries
        from detente.store.filters import newest

        with self.engine.connect() as connection:
            asked = self._filter(wanted)
            return newest(queries.positions(connection, asked, knowledge()), asked, lambda p: p.last)

    def board(self, a: str, b: str, as_of: str | None = None, since: str | None = None) -> Board:
        """The channel board of two sides."""
        from detente.run.local import knowledge
        from detente.store.board import board

        with self.engine.connect() as connection:
            return board(connection, a, b, as_of or date.today().isoformat(), knowledge(), since)

    def compare(self, engagement: str, sides: tuple[str, ...] = (), as_of: str | None = None) -> Comparison:
        """What each side says of one engagement."""
        from detente.run.local import knowledge
        from detente.store.accounts import compare

        with self.engine.connect() as connection:
            return compare(connection, engagement, knowledge(), sides, as_of or date.today().isoformat())

    def show(self, given: str, as_of: str | None = None) -> Shown:
        """One record with every claim under it."""
        from detente.run.local import knowledge
        from detente.store.accounts import show

        with self.engine.connect() as connection:
            return show(connection, given, knowledge(), as_of or date.today().isoformat())

    def to_arrow(self, kind: str = "engagements", **wanted: Any) -> Any:
        """A list as a pyarrow Table, a row a record; needs `detente[tables]`."""
        from detente.outputs.tabular import arrow

        lists: dict[str, Callable[..., list[Any]]] = {
            "engagements": self.engagements,
            "commitments": self.commitments,
            "positions": self.positions,
        }
        if kind not in lists:
            raise UsageError(f"to_arrow: there is no list {kind!r}; there are {', '.join(lists)}")
        return arrow(lists[kind](**wanted))

    def close(self) -> None:
        """Lets the store go."""
        self.engine.dispose()

    def __enter__(self) -> Record:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _filter(self, wanted: dict[str, Any]) -> Filter:
        from detente.store.filters import Filter

        try:
            return Filter(**{"as_of": date.today().isoformat(), **wanted})
        except TypeError as error:
            raise UsageError(
                f"{error}; a list takes between, by, about, since, until, status, as_of, limit, offset"
            ) from error
