"""`detente panel`: a tidy table for statistics."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli.options import as_of as as_of_option
from detente.cli.options import country, database, known_by, span
from detente.errors import UsageError

if TYPE_CHECKING:
    from detente.analysis.panel import Panel


@click.command("panel")
@database
@click.option("--unit", default="dyad-month", show_default=True, metavar="dyad-day|dyad-week|dyad-month|dyad-year")
@click.option("--between", nargs=2, metavar="A B", help="Only one pair.")
@click.option("--from", "since", metavar="DATE", help="From the period of that day on.")
@click.option("--to", "until", metavar="DATE", help="Up to the period of that day.")
@as_of_option
@click.option("--format", "form", type=click.Choice(["csv", "parquet", "json", "table"]), default="csv",
              show_default=True, help="How to answer.")  # fmt: skip
@click.option("--output", "-o", metavar="FILE", help="Write to a file, and a data dictionary beside it.")
def command(
    db: str, unit: str, between: tuple[str, str] | None, since: str | None, until: str | None, as_of: str | None,
    form: str, output: str | None,
) -> int:  # fmt: skip
    """One row a pair of states and period: counts by form, status, PLOVER root and quad class, index, coverage.

    Zeros are filled in; where `covered` is false nothing on either side was read, and a zero says nothing.
    """
    from detente.analysis.panel import panel
    from detente.cli.asking import asking
    from detente.codebook import load
    from detente.store.filters import Filter

    if form == "parquet" and not output:
        raise UsageError("--format parquet needs --output FILE: it is no text")
    pair = (country("--between", between[0]), country("--between", between[1])) if between else None
    first, last = span(since, until)
    wanted = Filter(between=pair, since=first, until=last, as_of=known_by(as_of))
    with asking(db) as connection:
        made = panel(connection, load(), unit, wanted)
    if output:
        _write(made, output, form)
    else:
        _print(made, form)
    return 0


def _write(made: Panel, output: str, form: str) -> None:
    from detente.analysis.frames import save
    from detente.analysis.panel import dictionary

    named = output if output.endswith((".csv", ".parquet")) else f"{output}.{form}"
    save(made.connection, "SELECT * FROM panel", named)
    beside = Path(named).with_suffix(".dictionary.csv")
    beside.write_text(dictionary(), encoding="utf-8")
    click.echo(f"wrote {named} and {beside}", err=True)


def _print(made: Panel, form: str) -> None:
    from detente.analysis.panel import rows
    from detente.outputs.answers import as_json
    from detente.outputs.tabular import csv_bytes

    found = rows(made)
    if form == "table":
        from detente.cli.console import printer
        from detente.outputs.listing import render

        kept = ("iso3_a", "iso3_b", "period", "engagements", "status_held", "events", "index_ab", "index_ba",
                "documents", "covered")  # fmt: skip
        render([{k: r[k] for k in kept} for r in found], "panel", printer(), None)
        return
    click.echo(as_json(found) if form == "json" else csv_bytes(found), nl=False)
