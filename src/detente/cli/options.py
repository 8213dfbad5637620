"""The options that several commands share: the inputs, the store, the sides, the two clocks, the format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from detente.errors import UsageError

if TYPE_CHECKING:
    from detente.inputs import InputOptions

F = TypeVar("F", bound=Callable[..., Any])

database = click.option(
    "--db", required=True, metavar="FILE", envvar="DETENTE_DB", help="The store: a file, or an address."
)
as_of = click.option("--as-of", metavar="DATE", help="What was known by that day (default: today).")
json_or_table = click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How to answer."
)

# what is read, and how
published_on = click.option("--published", metavar="DATE",
    help="Publication date of the texts, instead of any they bear: 2023-06-15, 2023-06 or 2023.")  # fmt: skip
kind_of_input = click.option("--from", "kind", type=click.Choice(["auto", "text", "html", "jsonl"]), default="auto",
                             show_default=True, help="What the inputs are.")  # fmt: skip
another_model = click.option(
    "--model", metavar="PACKAGE", envvar="DETENTE_MODEL", help="Another installed spaCy pipeline package."
)
private_hosts = click.option(
    "--allow-private-hosts", is_flag=True,
    help="Also fetch addresses inside your own network, as http://localhost or http://10.0.0.5.",
)  # fmt: skip


def input_options(kind: str, published: str | None, max_bytes: int | None, allow_private: bool) -> InputOptions:
    """How inputs are read; UsageError where the publication date is none."""
    from detente.inputs import InputOptions, Limits, parse_published

    day = parse_published(published) if published is not None else None
    if published is not None and day is None:
        raise UsageError(f"--published {published}: not a date of publication; write it as 2023-06-15, 2023-06 or 2023")
    limits = Limits(allow_private=allow_private)
    limits = replace(limits, max_bytes=max_bytes) if max_bytes else limits
    return InputOptions(kind=kind, published=day, limits=limits, today=date.today())  # type: ignore[arg-type]


def bounded(command: F) -> F:
    """The bounds of a text: what is beyond is kept and not read (run/bounds.py)."""
    characters = click.option(
        "--max-characters", type=click.IntRange(min=1), default=200_000, metavar="N",
        help="Longest text that is read (default 200,000); longer ones are kept unread.",
    )  # fmt: skip
    seconds = click.option(
        "--max-seconds", type=click.FloatRange(min=0, min_open=True), default=600.0, metavar="S",
        help="Seconds of the processor that a text may take (default 600), else it is kept unread.",
    )  # fmt: skip
    return characters(seconds(command))


def listing(command: F) -> F:
    """The options of every list."""
    for option in reversed(
        (
            database,
            click.option("--between", nargs=2, metavar="A B",
                         help="Only what is between two sides, by names or codes, as in Kenya SOM."),
            click.option("--by", metavar="A", help="Only what a side does, says or promises."),
            click.option("--about", metavar="WORD", help="Only what has the word in its topic, text or names."),
            click.option("--from", "since", metavar="DATE", help="Only from that day on."),
            click.option("--to", "until", metavar="DATE", help="Only up to that day."),
            click.option("--status", metavar="STATUS", help="Only what stands so."),
            as_of,
            click.option("--limit", type=click.IntRange(min=0), metavar="N",
                         help="Only the newest N; 0 is all (default: all, and a page on a terminal)."),
            click.option("--offset", type=click.IntRange(min=0), default=0, metavar="N",
                         help="Leave out the newest N: with --limit, the page before."),
            click.option("--format", "form", type=click.Choice(["table", "json", "csv", "parquet"]), default="table",
                         show_default=True, help="How to answer."),
            click.option("--output", "-o", "output", type=click.Path(dir_okay=False), metavar="FILE",
                         help="Write to a file (parquet needs one)."),
        )
    ):  # fmt: skip
        command = option(command)
    return command


def day(option: str, given: str | None) -> str | None:
    """An option's day; UsageError when it is none. A month or year is its first day for `--from` and `--since`, its
    last for `--to` and `--as-of`."""
    from detente.inputs import parse_date
    from detente.reading.times import calendar

    if given is None:
        return None
    found = parse_date(given)
    days = calendar.bounds(found)
    if days is None:
        raise UsageError(f"{option} {given}: not a date; write it as 2023-06-15, 2023-06 or 2023")
    return days[0 if option in ("--from", "--since") else 1].isoformat()


def span(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The days of `--from` and `--to`; UsageError where one is none, or the last lies before the first."""
    first, last = day("--from", since), day("--to", until)
    if first and last and last < first:
        raise UsageError(f"--from {since} --to {until}: ends before it begins; give the earlier day with --from")
    return first, last


def known_by(given: str | None) -> str:
    """The day of `--as-of`; without one today, so that no answer holds what is said to be published later."""
    return day("--as-of", given) or today()


def country(option: str, given: str) -> str:
    """A side as ISO3; UsageError when the codebook has none such."""
    from detente.codebook import load

    code = given.upper() or "?"  # bodies without a code and states without another name have none, and are not meant
    table = load().table("actors/countries")
    if any(code == row["iso3"] for row in table) or any(
        code == row["code"] for row in load().table("actors/organisations")
    ):
        return code
    named = [row["iso3"] for row in table if given.lower() in (row["name"].lower(), *row["aliases"].lower().split("|"))]
    if given and named:
        return named[0]
    raise UsageError(f"{option} {given}: is no country that the codebook knows; write its ISO code, as in USA")


def pair(option: str, given: tuple[str, str]) -> tuple[str, str]:
    """Two sides as ISO3; UsageError where one is none, or both are the same."""
    a, b = (country(option, side) for side in given)
    if a == b:
        raise UsageError(f"{option} {given[0]} {given[1]}: is one side twice; name two")
    return a, b


def today() -> str:
    """The day on which a command runs."""
    return date.today().isoformat()
