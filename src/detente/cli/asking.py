"""Opens a store for one question, and says when it is not all concluded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from detente.errors import DamagedError

if TYPE_CHECKING:
    from sqlalchemy import Connection


@contextmanager
def asking(db: str) -> Iterator[Connection]:
    """A connection to read with. A database's error becomes one line."""
    from sqlalchemy.exc import DBAPIError

    from detente.outputs.escaping import clean
    from detente.run.mending import mended
    from detente.store.opening import opened, refusal
    from detente.store.queries import waiting

    engine = opened(db)
    try:
        for issue in mended(engine):
            click.echo(f"detente: {clean(issue.message)} [{issue.code}]", err=True)
        with engine.connect() as connection:
            if waiting(connection):
                click.echo(f"detente: an add is not finished; finish it with: detente add --db {db}", err=True)
            yield connection
    except (DBAPIError, DamagedError) as error:
        raise refusal(error, db) from error
