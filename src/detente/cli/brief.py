"""`detente brief A B`: a dated brief, every sentence footnoted."""

from __future__ import annotations

import os
from pathlib import Path

import click

from detente.cli.options import as_of as as_of_option
from detente.cli.options import database, day, known_by, pair
from detente.errors import UsageError

KINDS = {".md": "md", ".html": "html", ".htm": "html", ".docx": "docx"}


@click.command("brief")
@click.argument("sides", nargs=2, metavar="A B")
@database
@as_of_option
@click.option("--since", metavar="DATE", help="Only what happened since that day.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="A .md, .html or .docx file (default: Markdown on the terminal).")  # fmt: skip
def command(sides: tuple[str, str], db: str, as_of: str | None, since: str | None, output: Path | None) -> int:
    """A brief on two sides: what happened, what each says, what differs, promises, what is next, what is not known."""
    from detente.cli.asking import RECORDS, asking
    from detente.outputs import brief as shown
    from detente.outputs.briefing import brief
    from detente.run.local import knowledge

    kind = KINDS.get(output.suffix.lower()) if output else "md"
    if kind is None:
        raise UsageError(f"--output {output}: its ending tells the kind of file; give .md, .html or .docx")
    a, b = pair("brief", sides)
    with asking(db, RECORDS, (a, b)) as connection:
        found = brief(connection, a, b, known_by(as_of), knowledge(), day("--since", since))
    if output is None:
        click.echo(shown.markdown(found), nl=False)
        return 0
    made = shown.word(found) if kind == "docx" else (shown.page if kind == "html" else shown.markdown)(found).encode()
    try:
        output.write_bytes(made)
    except OSError as error:
        raise UsageError(f"--output {output}: cannot write it ({os.strerror(error.errno or 0)})") from error
    told = sum(len(section.sentences) for section in found.sections)
    click.echo(f"wrote {output}: {told} sentences on {a} and {b}, each with its sources", err=True)
    return 0
