"""`detente compare ID`: what each side says of one engagement."""

from __future__ import annotations

import click

from detente.cli.options import as_of as as_of_option
from detente.cli.options import country, database, json_or_table, known_by


@click.command("compare")
@click.argument("engagement", metavar="ID")
@click.option("--sides", nargs=2, metavar="A B", help="Which two sides (default: the first two).")
@database
@as_of_option
@json_or_table
def command(engagement: str, sides: tuple[str, str] | None, db: str, as_of: str | None, form: str) -> int:
    """The two sides' accounts of one engagement, item by item, with the caution that goes with it."""
    from detente.cli.asking import asking
    from detente.outputs.answers import as_json
    from detente.run.local import knowledge
    from detente.store.accounts import compare

    pair = tuple(country("--sides", s) for s in sides or ())
    with asking(db) as connection:
        found = compare(connection, engagement, knowledge(), pair, known_by(as_of))
    if form == "json":
        click.echo(as_json(found), nl=False)
    else:
        from detente.cli.console import printer
        from detente.outputs.comparison import render

        render(found, printer())
    return 0
