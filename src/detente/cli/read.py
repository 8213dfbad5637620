"""`detente read`: one or many documents to readings, on the terminal, as JSON Lines or as a marked page."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from detente.cli.options import another_model, bounded, input_options, kind_of_input, private_hosts, published_on
from detente.errors import UsageError

if TYPE_CHECKING:
    from detente.model import Reading
    from detente.run.local import Report

BAR_FROM = 10


@click.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL|-…")
@published_on
@kind_of_input
@click.option("--json", "as_json", is_flag=True, help="One reading a line, as JSON.")
@click.option("--html", "page", type=click.Path(dir_okay=False, path_type=Path, allow_dash=True), metavar="FILE",
              help="Write a page with every span marked in the text; - is standard output.")  # fmt: skip
@click.option("--explain", is_flag=True, help="Show which codebook rule made each item.")
@click.option("--quiet", "-q", is_flag=True, help="No progress and no reading on the terminal.")
@another_model
@click.option(
    "--codebook", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER", help="Another codebook."
)
@click.option(
    "--max-bytes",
    type=click.IntRange(min=1),
    metavar="N",
    help="Largest document, in bytes (default 20 MiB).",
)
@private_hosts
@bounded
def command(
    paths: tuple[str, ...], published: str | None, kind: str, as_json: bool, page: Path | None, explain: bool,
    quiet: bool, model: str | None, codebook: Path | None, max_bytes: int | None, allow_private_hosts: bool,
    max_characters: int, max_seconds: float,
) -> int:  # fmt: skip
    """Read articles and statements: who engaged whom, and what each side says.

    PATH is a text, HTML or JSON Lines file (gzipped or not), a folder, a web address, or - for standard input.
    Exit codes: 0 all read, 1 some inputs lost or beyond the bounds (they are listed), 2 wrong usage, 3 cannot start.
    """
    from detente.inputs import open_inputs
    from detente.run.bounds import Bounds
    from detente.run.local import Report, reader, readings

    to_stdout = page is not None and str(page) == "-"
    if to_stdout and as_json:
        raise UsageError("--html -: --json writes to standard output as well; give the page a file")
    if page is not None and not to_stdout:
        _check_writable(page)
    options = input_options(kind, published, max_bytes, allow_private_hosts)
    report = Report()
    stdin: BinaryIO = sys.stdin.buffer
    bounds = Bounds(max_characters, max_seconds)
    stream = readings(open_inputs(paths, options, stdin), partial(reader, model, codebook), report, bounds)
    stream = _with_progress(stream, paths, quiet)
    if as_json:
        stream = _printed(stream)
    kept = _shown(stream, explain, quiet or as_json or to_stdout, keep=page is not None)
    _tell_lost(report)
    if page is not None and (kept or not report.lost):
        _write_page(page, kept)
    elif page is not None:
        click.echo(f"detente: nothing was read; {page} is not written", err=True)
    return report.exit_code


def _printed(stream: Iterable[Reading]) -> Iterator[Reading]:
    """Passes the readings on, each written as a line of JSON on standard output."""
    from detente.outputs.jsonl import encode

    out = sys.stdout.buffer
    for reading in stream:
        out.write(encode(reading) + b"\n")
        yield reading
    out.flush()


def _shown(stream: Iterable[Reading], explain: bool, silent: bool, keep: bool) -> list[Reading]:
    """Prints each reading on the terminal as it comes; keeps them when a page is to be written."""
    kept: list[Reading] = []
    console = None
    for reading in stream:
        if not silent:
            from detente.cli.console import printer
            from detente.outputs.terminal import render

            console = console or printer()
            render(reading, console, explain=explain)
        if keep:
            kept.append(reading)
    return kept


def _check_writable(path: Path) -> None:
    """Raises UsageError before anything is read where the page could not be written afterwards."""
    folder = path.parent
    if not folder.is_dir():
        raise UsageError(f"--html {path}: there is no folder {folder}")
    if not os.access(path if path.exists() else folder, os.W_OK):
        raise UsageError(f"--html {path}: cannot write it ({os.strerror(errno.EACCES)})")


def _write_page(path: Path, kept: list[Reading]) -> None:
    from detente.outputs.page import write_page

    if str(path) == "-":
        sys.stdout.buffer.write(write_page(kept).encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    try:
        path.write_text(write_page(kept), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"--html {path}: cannot write it ({os.strerror(error.errno or 0)})") from error


def _with_progress(stream: Iterator[Reading], paths: tuple[str, ...], quiet: bool) -> Iterator[Reading]:
    """A bar on standard error from ten documents on, when someone is looking."""
    from detente.inputs import count

    total = count(paths)
    if quiet or not sys.stderr.isatty() or (total is not None and total < BAR_FROM):
        return stream
    return _barred(stream, total)


def _barred(stream: Iterator[Reading], total: int | None) -> Iterator[Reading]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = None
        for n, reading in enumerate(stream, 1):
            if (task is None and n >= BAR_FROM) or (total is not None and task is None):
                task = progress.add_task("reading", total=total, completed=n)
            elif task is not None:
                progress.update(task, completed=n)
            yield reading


def _tell_lost(report: Report) -> None:
    for place, code, message in (*report.lost, *report.passed):
        text = message if message.startswith(place) else f"{place}: {message}"
        click.echo(f"detente: {text} [{code}]", err=True)
    if report.read and (report.lost or report.passed):
        counts = {"lost": len(report.lost), "passed over or unread": len(report.passed)}
        told = "".join(f", {count} {what}" for what, count in counts.items() if count)
        click.echo(f"detente: {report.read} read{told}", err=True)
