"""`detente demo`: a store of the package's own examples, and a walk through it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

AS_OF = "2024-07-01"
SIDES = ("NOR", "MAR")


@click.command("demo")
@click.option("--db", metavar="FILE", help="Where to build the store (default: a new file for the time being).")
def command(db: str | None) -> int:
    """Build a small store from invented examples and look at it: board, engagements, comparison, brief."""
    import detente
    from detente.cli.console import printer
    from detente.codebook import packed_examples
    from detente.outputs import board, brief, briefing, comparison, listing
    from detente.run.local import knowledge
    from detente.store.filters import Filter

    place = db or str(Path(tempfile.mkdtemp(prefix="detente-")) / "demo.db")
    console = printer()
    with detente.open(place) as record:
        _step(console, f"detente add examples/demo --db {place}")
        report = record.add(packed_examples() / "demo", day=AS_OF)
        console.print(f"{report.added} documents added, {sum(report.unread_languages.values())} kept unread")
        _step(console, f"detente board NOR MAR --db {place}")
        board.render(record.board(*SIDES, as_of=AS_OF, since="2024-01-01"), console)
        _step(console, f"detente engagements --between NOR MAR --db {place}")
        found = record.engagements(between=SIDES)
        listing.render(found, "engagements", console, Filter())
        told_twice = [e for e in found if len({a.side for a in e.accounts}) > 1]
        for engagement in told_twice[:1]:
            _step(console, f"detente compare {engagement.id} --db {place}")
            comparison.render(record.compare(engagement.id, SIDES), console)
        _step(console, f"detente brief NOR MAR --db {place}")
        with record.engine.connect() as connection:
            made = briefing.brief(connection, *SIDES, AS_OF, knowledge())
        console.print(brief.markdown(made), markup=False)
    console.print(f"\nThe store is {place}. The people and events are invented.", style="dim")
    return 0


def _step(console: Console, line: str) -> None:
    from rich.text import Text

    console.print(Text(f"\n$ {line}", style="bold blue"))
