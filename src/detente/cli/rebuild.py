"""`detente rebuild`: the record anew from what was read, with every review replayed."""

from __future__ import annotations

import click

from detente.cli.options import database
from detente.errors import DamagedError


@click.command("rebuild")
@database
@click.option("--reread", is_flag=True, help="Read the frozen texts again with today's reader first.")
@click.option("--quiet", "-q", is_flag=True, help="No progress and no summary.")
@click.option("--model", metavar="PACKAGE", envvar="DETENTE_MODEL", help="Another installed spaCy pipeline package.")
def command(db: str, reread: bool, quiet: bool, model: str | None) -> int:
    """Conclude the whole record anew. The same documents and reviews give the same record.

    A store of an older schema is brought to today's first.
    """
    from sqlalchemy.exc import DBAPIError

    from detente.cli.add import bar
    from detente.run.rebuilding import rebuild
    from detente.store.opening import opened, refusal, there

    there(db)
    engine = opened(db, write=True)
    try:
        with bar(quiet) as progress:
            count = rebuild(engine, progress, reread, model)
    except (DBAPIError, DamagedError) as error:
        raise refusal(error, db) from error
    if not quiet:
        click.echo(f"detente: rebuilt from {count} versions", err=True)
    return 0
