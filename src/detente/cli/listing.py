"""The lists: `detente engagements`, `statements`, `positions`, `commitments`, `events`, `tenures`, `sources`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from detente.cli.options import country, day, listing
from detente.errors import UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from detente.store.filters import Filter

Ask = Callable[["Connection", "Filter"], list[Any]]


def wanted(
    between: tuple[str, str] | None, by: str | None, about: str | None, since: str | None, until: str | None,
    status: str | None, as_of: str | None,
) -> Filter:  # fmt: skip
    """The options of a list as a filter. Raises UsageError."""
    from detente.store.filters import Filter

    return Filter(
        between=(country("--between", between[0]), country("--between", between[1])) if between else None,
        by=country("--by", by) if by else None,
        about=about,
        since=day("--from", since),
        until=day("--to", until),
        status=status,
        as_of=day("--as-of", as_of),
    )


def answer(values: list[Any], kind: str, form: str, output: str | None, filter: Filter) -> None:
    """Prints a list, or writes it to a file."""
    from detente.outputs.answers import as_json
    from detente.outputs.tabular import csv_bytes, write_parquet

    if form == "parquet" and not output:
        raise UsageError("--format parquet needs --output FILE: it is no text")
    if form == "parquet":
        write_parquet(values, str(output))
    elif form in ("json", "csv"):
        _out(as_json(values) if form == "json" else csv_bytes(values), output)
    else:
        _table(values, kind, output, filter)


def _table(values: list[Any], kind: str, output: str | None, filter: Filter) -> None:
    from contextlib import nullcontext

    from rich.console import Console

    from detente.outputs.listing import render

    with open(output, "w", encoding="utf-8") if output else nullcontext(sys.stdout) as stream:
        render(values, kind, Console(file=stream, highlight=False), filter)


def _out(data: bytes, output: str | None) -> None:
    if output:
        with open(output, "wb") as stream:
            stream.write(data)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def _command(kind: str, help_text: str, ask: Ask) -> click.Command:
    @click.command(kind, help=help_text)
    @listing
    def command(
        db: str, between: tuple[str, str] | None, by: str | None, about: str | None, since: str | None,
        until: str | None, status: str | None, as_of: str | None, form: str, output: str | None,
    ) -> int:  # fmt: skip
        from detente.cli.asking import asking

        filter = wanted(between, by, about, since, until, status, as_of)
        with asking(db) as connection:
            values = ask(connection, filter)
        answer(values, kind, form, output, filter)
        return 0

    return command


def _engagements(connection: Connection, filter: Filter) -> list[Any]:
    from detente.store.queries import engagements

    return list(engagements(connection, filter))


def _commitments(connection: Connection, filter: Filter) -> list[Any]:
    from detente.run.local import knowledge
    from detente.store.queries import commitments

    return list(commitments(connection, filter, knowledge()))


def _positions(connection: Connection, filter: Filter) -> list[Any]:
    from detente.run.local import knowledge
    from detente.store.queries import positions

    return list(positions(connection, filter, knowledge()))


def _statements(connection: Connection, filter: Filter) -> list[Any]:
    from detente.outputs.answers import item
    from detente.store.queries import statements

    return [item(row) for row in statements(connection, filter)]


def _events(connection: Connection, filter: Filter) -> list[Any]:
    from detente.outputs.answers import item
    from detente.store.queries import events

    return [item(row) for row in events(connection, filter)]


def _tenures(connection: Connection, filter: Filter) -> list[Any]:
    from detente.store.queries import tenures

    return list(tenures(connection, filter))


def _sources(connection: Connection, filter: Filter) -> list[Any]:
    from detente.store.queries import sources

    return list(sources(connection, filter))


engagements = _command("engagements", "Who engaged whom, and where it stands.", _engagements)
commitments = _command("commitments", "What was promised, by whom, who says so, and what became of it.", _commitments)
positions = _command("positions", "What each side holds, demands, offers, and how it changed.", _positions)
statements = _command("statements", "Who said what, on whose behalf, and through whom.", _statements)
events = _command("events", "Coded events: source, target, PLOVER and CAMEO codes.", _events)
tenures = _command("tenures", "Who holds, takes or leaves which post.", _tenures)
sources = _command("sources", "The documents the record stands on, their versions and families.", _sources)
