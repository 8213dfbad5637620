"""The lists: `detente engagements`, `statements`, `positions`, `commitments`, `events`, `tenures`, `sources`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, get_args

import click

from detente.cli.options import country, known_by, listing, pair, span, today
from detente.errors import UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from detente.store.filters import Filter

# the lists of what is concluded, each with its kind of record; the others are of what was read
CONCLUDED = {"engagements": ("engagement",), "commitments": ("commitment",), "positions": ("position",)}
# rows that a terminal is shown where no limit is given
PAGE = 50


@dataclass(frozen=True, slots=True)
class Found:
    """The page of a list that was asked for, and how many there are on all pages."""

    values: list[Any]
    total: int


Ask = Callable[["Connection", "Filter"], Found]
Stream = Callable[["Connection", "Filter"], Iterator[str]]


def wanted(
    between: tuple[str, str] | None, by: str | None, about: str | None, since: str | None, until: str | None,
    status: str | None, as_of: str | None, limit: int | None, offset: int,
) -> Filter:  # fmt: skip
    """The options of a list as a filter. Raises UsageError."""
    from detente.store.filters import Filter

    first, last = span(since, until)
    return Filter(
        between=pair("--between", between) if between else None,
        by=country("--by", by) if by else None,
        about=about,
        since=first,
        until=last,
        status=status,
        as_of=known_by(as_of),
        limit=limit or None,
        offset=offset,
    )


def standing(kind: str, status: str | None) -> str | None:
    """What `--status` asks of a list, as the list has it: the word in any case. Raises UsageError for another."""
    from detente import model

    if status is None:
        return None
    ways = {
        "engagements": model.StatusName, "commitments": model.CommitmentStatus, "positions": model.PositionKind,
        "events": model.Realis, "tenures": model.TenureChange,
    }  # fmt: skip
    if kind not in ways:
        raise UsageError(f"--status {status}: {kind} have none; leave it out")
    found = status.lower().replace(" ", "_").replace("-", "_")
    if found not in get_args(ways[kind]):
        raise UsageError(f"--status {status}: {kind} have no such; they are {', '.join(get_args(ways[kind]))}")
    return found


def _page(limit: int | None, form: str, output: str | None) -> int | None:
    """The limit: a page where a person looks at a table and gave none."""
    if limit is None and form == "table" and output is None and sys.stdout.isatty():
        return PAGE
    return limit


def answer(found: Found, kind: str, form: str, output: str | None, filter: Filter) -> None:
    """Prints a list, or writes it to a file."""
    from detente.outputs.answers import as_json
    from detente.outputs.tabular import csv_bytes, write_parquet

    if form == "parquet" and not output:
        raise UsageError("--format parquet needs --output FILE: it is no text")
    if form == "parquet":
        write_parquet(found.values, str(output))
    elif form in ("json", "csv"):
        _out([as_json(found.values) if form == "json" else csv_bytes(found.values)], output)
    else:
        _table(found, kind, output, filter)


def _table(found: Found, kind: str, output: str | None, filter: Filter) -> None:
    from contextlib import nullcontext

    from detente.cli.console import printer
    from detente.outputs.listing import render

    with open(output, "w", encoding="utf-8") if output else nullcontext(sys.stdout) as stream:
        values = _called(found.values) if kind == "statements" else found.values
        told = replace(filter, as_of=None) if filter.as_of == today() else filter
        render(values, kind, printer(stream), told, found.total, today())


def _called(statements: list[Any]) -> list[Any]:
    """Statements whose speakers are called as the records call them: one man has one name on a screen."""
    from detente.run.local import knowledge

    known = knowledge()
    return [
        {**s, "speaker": {**who, "name": known.called(who["name"], who["country"])}} if (who := s["speaker"]) else s
        for s in statements
    ]


def _out(parts: Iterable[bytes], output: str | None) -> None:
    if output:
        with open(output, "wb") as stream:
            stream.writelines(parts)
    else:
        sys.stdout.buffer.writelines(parts)
        sys.stdout.buffer.flush()


def _written(kind: str, output: str | None, number: int | None = None) -> None:
    """Says what a file holds now."""
    if output:
        click.echo(f"wrote {output}: {kind if number is None else f'{number} {kind}'}", err=True)


def _command(kind: str, help_text: str, ask: Ask, as_json: Stream | None = None) -> click.Command:
    """A list. `as_json` tells its values as JSON one after another, where there may be very many."""

    @click.command(kind, help=help_text)
    @listing
    def command(
        db: str, between: tuple[str, str] | None, by: str | None, about: str | None, since: str | None,
        until: str | None, status: str | None, as_of: str | None, limit: int | None, offset: int, form: str,
        output: str | None,
    ) -> int:  # fmt: skip
        from detente.cli.asking import asking
        from detente.outputs.answers import streamed

        status = standing(kind, status)
        limit = _page(limit, form, output)
        filter = wanted(between, by, about, since, until, status, as_of, limit, offset)
        with asking(db, CONCLUDED.get(kind, ()), filter.pair) as connection:
            if form == "json" and as_json is not None:
                _out(streamed(as_json(connection, filter)), output)
                _written(kind, output)
                return 0
            found = ask(connection, filter)
        answer(found, kind, form, output, filter)
        _written(kind, output, len(found.values))
        return 0

    return command


def _paged(values: list[Any], filter: Filter, recency: Callable[[Any], Any] | None = None) -> Found:
    from detente.store.filters import newest

    return Found(newest(values, filter, recency), len(values))


def _engagements(connection: Connection, filter: Filter) -> Found:
    from detente.store.engagements import engagements, how_many

    values = engagements(connection, filter)
    return Found(list(values), how_many(connection, filter) if filter.paged else len(values))


def _engagements_as_json(connection: Connection, filter: Filter) -> Iterator[str]:
    from detente.store.engagements import engagements_as_json

    return engagements_as_json(connection, filter)


def _commitments(connection: Connection, filter: Filter) -> Found:
    from detente.run.local import knowledge
    from detente.store.queries import commitments

    return _paged(list(commitments(connection, filter, knowledge())), filter)


def _positions(connection: Connection, filter: Filter) -> Found:
    from detente.run.local import knowledge
    from detente.store.queries import positions

    return _paged(list(positions(connection, filter, knowledge())), filter, lambda p: p.last)


def _statements(connection: Connection, filter: Filter) -> Found:
    from detente.outputs.answers import item
    from detente.store.queries import statements

    return _paged([item(row) for row in statements(connection, filter)], filter)


def _events(connection: Connection, filter: Filter) -> Found:
    from detente.outputs.answers import item
    from detente.store.queries import events

    return _paged([item(row) for row in events(connection, filter)], filter)


def _tenures(connection: Connection, filter: Filter) -> Found:
    from detente.store.queries import tenures

    return _paged(list(tenures(connection, filter)), filter)


def _sources(connection: Connection, filter: Filter) -> Found:
    from detente.store.queries import sources

    return _paged(list(sources(connection, filter)), filter)


engagements = _command("engagements", "Who engaged whom, and where it stands.", _engagements, _engagements_as_json)
commitments = _command("commitments", "What was promised, by whom, who says so, and what became of it.", _commitments)
positions = _command("positions", "What each side holds, demands, offers, and how it changed.", _positions)
statements = _command("statements", "Who said what, on whose behalf, and through whom.", _statements)
events = _command("events", "Coded events: source, target, PLOVER and CAMEO codes.", _events)
tenures = _command("tenures", "Who holds, takes or leaves which post.", _tenures)
sources = _command("sources", "The documents the record stands on, their versions and families.", _sources)
