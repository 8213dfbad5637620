"""Opens a store for one question, and says when it is not all concluded.

What was concluded before stands and is told with a warning. Where nothing was concluded yet of what is asked for, there
is no answer: an empty one would say that two sides had nothing to do with each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from detente.errors import DamagedError, StoreError

if TYPE_CHECKING:
    from sqlalchemy import Connection

RECORDS = ("engagement", "commitment", "position")


@contextmanager
def asking(db: str, kinds: tuple[str, ...] = (), pair: tuple[str, str] | None = None) -> Iterator[Connection]:
    """A connection to read with. A database's error becomes one line.

    `kinds` are the kinds of records that are asked for, of a pair or of all. Raises StoreError where nothing of them
    was concluded yet, and there is something to conclude.
    """
    from sqlalchemy.exc import DBAPIError

    from detente.outputs.escaping import clean
    from detente.run.mending import mended
    from detente.store.opening import opened, refusal
    from detente.store.queries import nothing_yet, waiting

    engine = opened(db)
    try:
        for issue in mended(engine):
            click.echo(f"detente: {clean(issue.message)} [{issue.code}]", err=True)
        with engine.connect() as connection:
            if waiting(connection):
                _warn(db, bool(kinds) and nothing_yet(connection, kinds, pair))
            yield connection
    except (DBAPIError, DamagedError) as error:
        raise refusal(error, db) from error


def _warn(db: str, empty: bool) -> None:
    """Says that not all is concluded. Raises StoreError where what is asked for is `empty` for that reason."""
    finish = f"finish it with: detente add --db {db}"
    if empty:
        raise StoreError(f"--db {db}: what was read of this is not concluded yet, an add was not finished; {finish}")
    click.echo(
        f"detente: an add is not finished, and this answer may lack what was read last; {finish}",
        err=True,
    )
