"""`detente demo`: a store of the package's own examples, and a walk through it."""

from __future__ import annotations

import shlex
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

AS_OF, SINCE = "2024-07-01", "2024-01-01"
SIDES = ("NOR", "MAR")
INVENTED = "What it tells is invented: the two foreign ministers named are real, and neither did or said any of it."


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
        examples = packed_examples() / "demo"
        _step(console, "add", str(examples), "--db", place)
        report = record.add(examples)
        console.print(f"{report.added} documents added, {sum(report.unread_languages.values())} kept unread")
        _step(console, "board", *SIDES, "--as-of", AS_OF, "--since", SINCE, "--db", place)
        board.render(record.board(*SIDES, as_of=AS_OF, since=SINCE), console)
        _step(console, "engagements", "--between", *SIDES, "--db", place)
        found = record.engagements(between=SIDES)
        listing.render(found, "engagements", console, Filter())
        told_twice = [e for e in found if len({a.side for a in e.accounts}) > 1]
        for engagement in told_twice[:1]:
            _step(console, "compare", engagement.id, "--sides", *SIDES, "--db", place)
            comparison.render(record.compare(engagement.id, SIDES), console)
        _step(console, "brief", *SIDES, "--as-of", AS_OF, "--db", place)
        with record.engine.connect() as connection:
            made = briefing.brief(connection, *SIDES, AS_OF, knowledge())
        click.echo(brief.markdown(made), nl=False)
    console.print(f"\nThe store is {place}. {INVENTED}", style="dim")
    return 0


def _step(console: Console, *words: str) -> None:
    """Prints a command as one would type it: it gives what is shown below it."""
    from rich.text import Text

    console.print(Text(f"\n$ {shlex.join(('detente', *words))}", style="bold blue"), soft_wrap=True)
