"""`detente show ID`: one record with every claim under it."""

from __future__ import annotations

import click

from detente.cli.options import database, json_or_table


@click.command("show")
@click.argument("record", metavar="ID")
@database
@json_or_table
def command(record: str, db: str, form: str) -> int:
    """One record: each field with the claims it rests on, why they were taken for one, and what people corrected."""
    from detente.cli.asking import asking
    from detente.outputs.answers import as_json
    from detente.outputs.showing import plain
    from detente.store.accounts import show

    with asking(db) as connection:
        found = show(connection, record)
    if form == "json":
        click.echo(as_json(plain(found)), nl=False)
    else:
        from rich.console import Console

        from detente.outputs.showing import render

        render(found, Console(highlight=False))
    return 0
