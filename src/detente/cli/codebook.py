"""`detente codebook`: check the coding rules, list them, explain a word or a rule."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from detente.codebook import Codebook, Entry, load
from detente.errors import UsageError
from detente.outputs.glossary import meaning

FOLDER = click.option("--codebook", "folder", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
                      help="Another codebook than the one shipped.")  # fmt: skip
NEAREST, LONGEST_WORD = 5, 40  # words named beside one that is not found, and how long they may be


@click.group("codebook")
def command() -> None:
    """The coding rules: check, list, explain."""


@command.command("check")
@FOLDER
@click.option("--quick", is_flag=True, help="Only load it: do not read the examples.")
def check(folder: Path | None, quick: bool) -> int:
    """Load the whole codebook and compile it, say what is in it, and read every rule's examples (some ten seconds).

    Exit codes: 0 all hold, 1 some examples come out otherwise (they are named), 3 the codebook is broken.
    """
    from detente.reading.actors.lexicon import Lexicon

    book = load(folder)
    Lexicon(book)
    _tell_size(book)
    return 0 if quick else _read_examples(book, folder)


def _read_examples(book: Codebook, folder: Path | None) -> int:
    """Names on standard error each example on which a rule does not do what it should."""
    from detente.run.examples import failing
    from detente.run.local import reader

    entries = [e for section in book.rules.values() for e in section]
    built, failed = reader(codebook=folder), 0
    for line in (line for entry in entries for line in failing(entry, built)):
        failed += 1
        click.echo(f"detente: {line}", err=True)
    click.echo(f"examples that come out otherwise: {failed}" if failed else "all examples come out as they should")
    return 1 if failed else 0


def _tell_size(book: Codebook) -> None:
    rules = sum(len(entries) for entries in book.rules.values())
    rows = sum(len(table) for table in book.tables.values())
    click.echo(
        f"codebook {book.fingerprint}: {rules} rules, {rows} rows of tables, {len(book.lists)} word lists; all load"
    )
    for section, entries in sorted(book.rules.items()):
        click.echo(f"  {section:<14} {len(entries):>4} rules")
    for name, table in sorted(book.tables.items()):
        click.echo(f"  {name:<24} {len(table):>6} rows")


@command.command("list")
@click.argument("section", required=False)
@FOLDER
def list_rules(section: str | None, folder: Path | None) -> None:
    """List the rules, of one SECTION or of all."""
    book = load(folder)
    for name in [section] if section else sorted(book.rules):
        for entry in book.entries(name):
            click.echo(f"{entry.rule:<36} {entry.means}")


@command.command("explain")
@click.argument("word")
@FOLDER
def explain(word: str, folder: Path | None) -> int:
    """What the codebook knows of WORD: a rule ("engagements/call.noun"), a verb, a name, a word of the answers.

    Exit codes: 0 found, 1 nothing found (words near it are named), 3 the codebook is broken.
    """
    if not word.strip():
        raise UsageError("codebook explain: no word is given; write one, as in: detente codebook explain postpone")
    book = load(folder)
    entries = [e for section in book.rules.values() for e in section if _tells(e, word)]
    rows = [(name, row) for name, table in sorted(book.tables.items()) for row in table if _names(row, word)]
    for entry in entries:
        _show(entry)
    for name, row in rows:
        click.echo(f"{name}: " + "; ".join(f"{k}: {v}" for k, v in row.items() if v))
    if told := meaning(word):
        click.echo(f"in answers, {word}: {told}")
    if not entries and not rows and not told:
        near = _near(word, book)
        way = f"near it: {', '.join(near)}" if near else "detente codebook list shows the rules"
        click.echo(f"detente: the codebook has no rule and no name {word!r}; {way}", err=True)
        return 1
    return 0


def _near(word: str, book: Codebook) -> list[str]:
    """Words of the codebook that are spelt like one: of its rules, their lists and the names of its tables."""
    known: set[str] = set()
    for entry in (e for section in book.rules.values() for e in section):
        known.update((entry.id.lower(), entry.rule.lower()))
        lists = (v for v in entry.data.values() if isinstance(v, list))
        known.update(w.lower().replace("_", " ") for words in lists for w in words if isinstance(w, str))
    for table in book.tables.values():
        known.update(p.strip().lower() for row in table for cell in row.values() for p in cell.split("|"))
    plain = (w for w in known if len(w) <= LONGEST_WORD and "\\" not in w)
    return difflib.get_close_matches(word.lower(), sorted(plain), n=NEAREST)


def _tells(entry: Entry, word: str) -> bool:
    """Whether the word is the entry's name or one of its words."""
    low = word.lower()
    if low in (entry.id.lower(), entry.rule.lower()):
        return True
    lists = [v for v in entry.data.values() if isinstance(v, list)]
    return any(low == str(w).lower().replace("_", " ") or low == str(w).lower() for words in lists for w in words)


def _names(row: dict[str, str], word: str) -> bool:
    low = word.lower()
    return any(low == part.strip().lower() for cell in row.values() for part in cell.split("|"))


def _show(entry: Entry) -> None:
    click.echo(click.style(entry.rule, bold=True) + f"  ({entry.file})")
    click.echo(f"  means   {entry.means}")
    click.echo(f"  source  {entry.source}")
    for key, value in entry.data.items():
        click.echo(f"  {key}: {', '.join(map(str, value)) if isinstance(value, list) else value}")
    for example in entry.fires:
        click.echo(f"  fires   {example}")
    for example in entry.never:
        click.echo(f"  not     {example}")
