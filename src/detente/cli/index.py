"""`detente index A B`: the monthly temperature between two sides, with what it is made of."""

from __future__ import annotations

import click

from detente.cli.options import as_of as as_of_option
from detente.cli.options import database, known_by, pair, span


@click.command("index")
@click.argument("sides", nargs=2, metavar="A B")
@database
@as_of_option
@click.option("--from", "since", metavar="DATE", help="Only from that day on.")
@click.option("--to", "until", metavar="DATE", help="Only up to that day.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv", "parquet"]), default="table",
              show_default=True, help="How to answer.")  # fmt: skip
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write to a file.")
def command(
    sides: tuple[str, str], db: str, as_of: str | None, since: str | None, until: str | None, form: str,
    output: str | None,
) -> int:  # fmt: skip
    """The mean intensity (Goldstein's scale) of what each side did toward the other, month by month.

    Each point lists the events it is made of; their weights add up to its value.
    """
    from detente.cli.asking import asking
    from detente.cli.listing import Found, answer
    from detente.store.filters import Filter
    from detente.store.indices import index

    between = pair("index", sides)
    first, last = span(since, until)
    wanted = Filter(between=between, as_of=known_by(as_of), since=first, until=last)
    with asking(db) as connection:
        points = index(connection, wanted)
    answer(Found(points, len(points)), "index", form, output, wanted)
    return 0
