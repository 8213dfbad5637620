"""`detente board A B`: the channels between two sides."""

from __future__ import annotations

import click

from detente.cli.options import as_of as as_of_option
from detente.cli.options import database, day, json_or_table, known_by, pair


@click.command("board")
@click.argument("sides", nargs=2, metavar="A B")
@database
@as_of_option
@click.option("--since", metavar="DATE", help="Tell what changed since that day (default: 30 days before).")
@click.option("--quiet-after", type=click.IntRange(min=1), default=365, show_default=True, metavar="DAYS",
              help="Days without use after which a channel is called quiet.")  # fmt: skip
@json_or_table
def command(sides: tuple[str, str], db: str, as_of: str | None, since: str | None, quiet_after: int, form: str) -> int:
    """The channel board of two sides: each line, when it was last used, what was declared, what is planned."""
    from detente.cli.asking import RECORDS, asking
    from detente.outputs.answers import as_json
    from detente.outputs.board import plain
    from detente.run.local import knowledge
    from detente.store.board import board

    a, b = pair("board", sides)
    on = known_by(as_of)
    with asking(db, RECORDS, (a, b)) as connection:
        found = board(connection, a, b, on, knowledge(), day("--since", since), quiet_after)
    if form == "json":
        click.echo(as_json(plain(found)), nl=False)
    else:
        from detente.cli.console import printer
        from detente.outputs.board import render

        render(found, printer())
    return 0
