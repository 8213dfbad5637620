"""The command line: parses, calls, prints. Each command is a module, imported when it is called."""

from __future__ import annotations

import errno
import importlib
import io
import os
import sys
from typing import Any

import click

import detente
from detente.cli import streams
from detente.errors import DetenteError

COMMANDS = {
    "read": ("detente.cli.read", "Read articles and statements: who engaged whom, and what each side says."),
    "add": ("detente.cli.add", "Add articles and statements to a store, the record of many documents."),
    "engagements": ("detente.cli.listing", "Who engaged whom, and where it stands."),
    "statements": ("detente.cli.listing", "Who said what, on whose behalf, and through whom."),
    "positions": ("detente.cli.listing", "What each side holds, demands, offers, and how it changed."),
    "commitments": ("detente.cli.listing", "What was promised, by whom, who says so."),
    "events": ("detente.cli.listing", "Coded events: source, target, PLOVER and CAMEO codes."),
    "tenures": ("detente.cli.listing", "Who holds, takes or leaves which post."),
    "sources": ("detente.cli.listing", "The documents the record stands on."),
    "show": ("detente.cli.show", "One record with every claim under it."),
    "compare": ("detente.cli.compare", "What each side says of one engagement, side by side."),
    "board": ("detente.cli.board", "The channels between two sides: last used, declared, planned."),
    "index": ("detente.cli.index", "The monthly temperature between two sides, with what it is made of."),
    "panel": ("detente.cli.panel", "A tidy table for statistics: a row a dyad and period."),
    "brief": ("detente.cli.brief", "A dated brief on two sides: md, html or docx, every sentence footnoted."),
    "review": ("detente.cli.review", "Correct the record: merge, split, relabel, reject, undo."),
    "rebuild": ("detente.cli.rebuild", "Conclude the record anew, with every review replayed."),
    "demo": ("detente.cli.demo", "Build a small store and walk through it in a minute."),
    "codebook": ("detente.cli.codebook", "The coding rules: check, list, explain."),
    "schema": ("detente.cli.schema", "Print the JSON Schema of a reading."),
    "doctor": ("detente.cli.doctor", "What is installed, and whether it works."),
}


# what a shell tells of a program that ended because nobody read on (128 and the signal's number, 13)
READER_GONE = 141
# what the system says of a disk that takes no more: no fault of the program's
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


class ReaderGoneError(Exception):
    """Nobody reads any more what is printed, as after `| head`."""


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is called."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command to its last printed word. Raises ReaderGoneError, which click would take for a loss."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as error:
            raise ReaderGoneError from error
        except OSError as error:
            if error.errno not in FULL:
                raise
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left unwritten is not tried again
            raise click.ClickException(f"cannot write the output: {error.strerror}") from error
        if streams.lost():
            raise click.ClickException("cannot write the output: standard output is closed")
        return code

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        command: click.Command = getattr(module, cmd_name, None) or module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(detente.__version__, prog_name="detente")
def group() -> None:
    """Read news reports and official statements and keep the open, sourced record of diplomacy.

    \b
    detente read article.txt --published 2024-03-05
    detente read archive/ --json > readings.jsonl
    """


def main() -> None:
    """The entry point: an error is one line on standard error and an exit code, never a traceback."""
    streams.complete()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        sys.exit(group.main(standalone_mode=False))
    except click.exceptions.Abort:
        click.echo("stopped", err=True)
        sys.exit(130)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(2)
    except click.UsageError as error:
        where = f" (see: {error.ctx.command_path} --help)" if error.ctx else ""
        click.echo(f"detente: {error.format_message()}{where}", err=True)
        sys.exit(2)
    except click.ClickException as error:
        click.echo(f"detente: {error.format_message()}", err=True)
        sys.exit(error.exit_code)
    except DetenteError as error:
        click.echo(f"detente: {error}", err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        if error.filename is None:
            raise
        reason = os.strerror(error.errno) if error.errno else str(error)
        click.echo(f"detente: {error.filename}: cannot be opened or written ({reason.lower()})", err=True)
        sys.exit(2)
    except ReaderGoneError:
        # what is still held back is flushed when Python ends, and would be told as an error
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(READER_GONE)
