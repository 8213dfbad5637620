"""`detente add`: documents into a store, with a report of what was lost."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from detente.cli.options import (
    another_model,
    bounded,
    database,
    input_options,
    kind_of_input,
    private_hosts,
    published_on,
)
from detente.errors import UsageError

if TYPE_CHECKING:
    from detente.inputs import InputOptions
    from detente.inputs.limits import Meter
    from detente.run.adding import Added, Progress


# changed pages whose edits the summary tells, and how many of each
MOST_CHANGES, MOST_EDITS = 5, 4


@click.command("add")
@click.argument("paths", nargs=-1, metavar="PATH|URL|-…")
@database
@published_on
@kind_of_input
@click.option("--workers", type=click.IntRange(min=1), default=None, metavar="N",
              help="Processes that read (default: all cores).")  # fmt: skip
@click.option("--retry", is_flag=True, help="Try again what an earlier run set aside or kept unread.")
@click.option("--report", "report_to", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write what was added and what was lost, as JSON.")  # fmt: skip
@click.option("--added-on", metavar="DATE", help="The day by which texts without a date become known (default: today).")
@click.option("--quiet", "-q", is_flag=True, help="No progress and no summary.")
@another_model
@private_hosts
@bounded
def command(
    paths: tuple[str, ...], db: str, published: str | None, kind: str, workers: int | None, retry: bool,
    report_to: Path | None, added_on: str | None, quiet: bool, model: str | None, allow_private_hosts: bool,
    max_characters: int, max_seconds: float,
) -> int:  # fmt: skip
    """Add articles and statements to a store; what it knows is skipped. Without PATH, finish what was begun.

    Exit codes: 0 all added, 1 some inputs lost or beyond the bounds (they are listed), 2 wrong usage, 3 cannot start.
    """
    from detente.inputs import open_inputs
    from detente.run.adding import How, add
    from detente.run.bounds import Bounds
    from detente.store.opening import opened

    options = input_options(kind, published, None, allow_private_hosts)
    how = How(_day(added_on), workers or os.cpu_count() or 1, model, None, retry, Bounds(max_characters, max_seconds))
    stdin: BinaryIO = sys.stdin.buffer
    engine = opened(db, write=True)
    with bar(quiet, _extent(paths, options)) as progress:
        report = add(open_inputs(paths, options, stdin), engine, how, progress)
    if report_to is not None:
        _write(report_to, report)
    if not quiet:
        _summary(report)
    return report.exit_code


def _total(paths: tuple[str, ...]) -> int | None:
    """How many documents there are, where names or lines tell."""
    from detente.inputs.opening import count

    found = 0
    for path in paths:
        try:
            one = _lines(path) if path.endswith(".jsonl") and os.path.isfile(path) else count((path,))
        except OSError:
            one = None
        if one is None:
            return None
        found += one
    return found


def _lines(path: str) -> int:
    with open(path, "rb") as stream:
        return sum(1 for _ in stream)


def _day(given: str | None) -> str:
    try:
        return date.fromisoformat(given).isoformat() if given else date.today().isoformat()
    except ValueError as error:
        raise UsageError(f"--added-on {given}: not a day; write it as 2023-06-15") from error


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a run has to go: in documents where they can be counted, else in the bytes of its files."""

    documents: int | None = None
    bytes: int | None = None
    meter: Meter | None = None

    def reached(self, done: int, total: int | None) -> tuple[float, float | None]:
        """How far it is, and how far it has to go: None where nobody can know."""
        if total or self.documents or not (self.bytes and self.meter):
            return done, total or self.documents
        return self.meter.taken, self.bytes


def _extent(paths: tuple[str, ...], options: InputOptions) -> Extent:
    from detente.inputs.opening import size

    documents = _total(paths)
    return Extent(documents, size(paths) if documents is None else None, options.meter)


@contextmanager
def bar(quiet: bool, extent: Extent | None = None) -> Iterator[Progress | None]:
    """A bar with rate and time left on standard error, when someone is looking."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description:<10}"), BarColumn(), TextColumn("{task.fields[count]}"),
        TextColumn("{task.fields[rate]}"), TimeElapsedColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        tasks: dict[str, Any] = {}

        def tell(what: str, done: int, total: int | None) -> None:
            at, end = (extent if extent and what == "reading" else Extent()).reached(done, total)
            if what not in tasks:
                tasks[what] = shown.add_task(what, total=end, count="", rate="")
            task = shown.tasks[tasks[what]]
            rate = f"{done / task.elapsed:.1f}/s" if task.elapsed else ""
            shown.update(tasks[what], completed=at, total=end, count=_done(done, at, end), rate=rate)

        yield tell


def _done(done: int, at: float, end: float | None) -> str:
    """What is done: of so many documents, or as a share of the bytes."""
    if end is None:
        return f"{done}"
    return f"{done}/{end:.0f}" if at == done else f"{done} ({at / end:.0%})"


def _write(path: Path, report: Added) -> None:
    from detente.outputs.answers import loss_report

    try:
        path.write_bytes(loss_report(report))
    except OSError as error:
        raise UsageError(f"--report {path}: cannot write it ({os.strerror(error.errno or 0)})") from error


def _changes(report: Added) -> None:
    """Which pages changed and what in them, the first few of them sentence by sentence."""
    from detente.outputs.escaping import clean
    from detente.outputs.versions import counted, lines

    for number, (document, edits) in enumerate(report.edits.items()):
        click.echo(f"detente: {clean(document)} has changed; both versions are kept; {counted(edits)}", err=True)
        for mark, words in lines(edits, MOST_EDITS if number < MOST_CHANGES else 0):
            click.echo(f"  {mark} {words}", err=True)
    if report.edits:
        many = f"{len(report.edits)} pages have" if len(report.edits) > 1 else "one page has"
        click.echo(f"detente: {many} changed; see it whole with: detente show DOCUMENT", err=True)


def _summary(report: Added) -> None:
    """What was added and what was lost, on standard error."""
    parts = [f"{report.added} added", f"{report.known} known", f"{report.changed} changed"]
    if report.read_now:
        parts.append(f"{report.read_now} read that were kept unread")
    for code, count in sorted(report.unread_languages.items()):
        parts.append(f"{count} unread ({code})")
    for lost in report.aside:
        text = lost.message if lost.message.startswith(lost.input) else f"{lost.input}: {lost.message}"
        click.echo(f"detente: {text} [{lost.code}]", err=True)
    if ahead := report.issues.get("DET-119", 0):
        click.echo(
            f"detente: {ahead} said to be published in the future, told only from that day on [DET-119]", err=True
        )
    if undated := report.issues.get("DET-209", 0):
        told = f"{undated} without a date, known from the day of adding on"
        click.echo(f"detente: {told}; --published or --added-on gives another", err=True)
    passed = sum(not s.lost for s in report.set_aside)
    if len(report.set_aside) > passed:
        parts.append(f"{len(report.set_aside) - passed} set aside")
    if passed:
        parts.append(f"{passed} passed over")
    _changes(report)
    click.echo(f"detente: {', '.join(parts)}, in {report.seconds:g} s", err=True)
