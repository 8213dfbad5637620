"""`detente review`: corrections by people, kept as a log that is replayed."""

from __future__ import annotations

import getpass
import os
from typing import TYPE_CHECKING

import click

from detente.cli.options import country, database, today
from detente.errors import DamagedError, UsageError

if TYPE_CHECKING:
    from detente.record.reviews import Action, Review

reviewer_option = click.option(
    "--reviewer", envvar="DETENTE_REVIEWER", metavar="NAME", help="Who corrects (default: the user's name)."
)
reason_option = click.option("--reason", required=True, metavar="TEXT", help="Why.")


@click.group("review")
def command() -> None:
    """Correct the record: merge, split, relabel, reject, undo; each with a reason, none ever lost."""


@command.command("merge")
@click.argument("ids", nargs=-1, required=True, metavar="ID ID…")
@database
@reason_option
@reviewer_option
def merge(ids: tuple[str, ...], db: str, reason: str, reviewer: str | None) -> int:
    """Two records or more are one engagement."""
    return _add(db, "merge", ids, reason, reviewer)


@command.command("split")
@click.argument("ids", nargs=-1, required=True, metavar="CLAIM…")
@database
@reason_option
@reviewer_option
def split(ids: tuple[str, ...], db: str, reason: str, reviewer: str | None) -> int:
    """Claims of a record (detente show lists them) are another engagement."""
    return _add(db, "split", ids, reason, reviewer)


@command.command("relabel")
@click.argument("id")
@click.argument("field")
@click.argument("value")
@database
@reason_option
@reviewer_option
def relabel(id: str, field: str, value: str, db: str, reason: str, reviewer: str | None) -> int:
    """A field of a record is something else: form, level, track, status, when, initiator, channel; kind of a position.

    A value that the field cannot have is refused with those that it can.
    """
    value = country("review relabel: initiator", value) if field == "initiator" else value
    return _add(db, "relabel", (id,), reason, reviewer, field, value)


@command.command("reject")
@click.argument("ids", nargs=-1, required=True, metavar="CLAIM…")
@database
@reason_option
@reviewer_option
def reject(ids: tuple[str, ...], db: str, reason: str, reviewer: str | None) -> int:
    """Claims are none: the text does not say so. The events that were read from them go with them.

    The deed that closed a promise (deed-…) and what was declared of a channel (dec-…) can be rejected as well.
    """
    return _add(db, "reject", ids, reason, reviewer)


@command.command("undo")
@click.argument("number")
@database
@reason_option
@reviewer_option
def undo(number: str, db: str, reason: str, reviewer: str | None) -> int:
    """A review is taken back; its entry stays in the log."""
    return _add(db, "undo", (), reason, reviewer, None, number)


@command.command("log")
@database
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def log(db: str, form: str) -> int:
    """Every review ever made."""
    from detente.cli.asking import asking
    from detente.outputs.answers import as_json
    from detente.record.reviews import undone
    from detente.store import correcting

    with asking(db) as connection:
        found = correcting.log(connection)
    if form == "json":
        click.echo(as_json(found), nl=False)
    else:
        gone = undone(found)
        for review in found:
            click.echo(_line(review, gone.get(review.number)))
    return 0


def _line(review: Review, undone_by: int | None) -> str:
    from detente.outputs.escaping import clean

    what = " ".join(x for x in (*review.ids, review.field or "", review.value or "") if x)
    said = clean(f"{review.reviewer}  {review.action} {what}: {review.reason}")
    return f"{review.number:>4}  {review.at}  {said}{f' (undone by review {undone_by})' if undone_by else ''}"


def _add(
    db: str, action: Action, ids: tuple[str, ...], reason: str, reviewer: str | None, field: str | None = None,
    value: str | None = None,
) -> int:  # fmt: skip
    """Adds a review and concludes what it touches."""
    from sqlalchemy.exc import DBAPIError

    from detente.run.local import knowledge
    from detente.store import concluding, correcting
    from detente.store.opening import opened, refusal, there

    if not reason.strip():
        raise UsageError("--reason: is empty; say why")
    there(db)
    engine = opened(db, write=True)
    try:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            left = correcting.beside(connection, ids) if action in ("split", "reject") else ()
            made = correcting.add(connection, action, ids, reviewer or _user(), reason, today(), field, value)
        concluding.conclude(engine, knowledge())
        with engine.connect() as connection:
            standing = correcting.records_of(connection, left)
    except (DBAPIError, DamagedError) as error:
        raise refusal(error, db) from error
    if standing:
        click.echo(f"what else was claimed of it stands as {', '.join(standing)}")
    click.echo(f"review {made.number} is in the log; take it back with: detente review undo {made.number} --db {db}")
    return 0


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return os.environ.get("USER", "unnamed")
