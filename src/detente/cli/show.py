"""`detente show ID`: one record with every claim under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from detente.cli.options import as_of as as_of_option
from detente.cli.options import database, json_or_table, known_by

if TYPE_CHECKING:
    from detente.store.items import ItemShown
    from detente.store.versions import DocumentShown


@click.command("show")
@click.argument("record", metavar="ID")
@database
@as_of_option
@json_or_table
def command(record: str, db: str, as_of: str | None, form: str) -> int:
    """One record, one document with its versions, or one statement or event of a document.

    Of a record: each field with the claims it rests on, why they were taken for one, and what people corrected.
    Of a document: each version of its text, and the sentences that it changed.
    Of a statement or event: DOCUMENT#ID, as in press-41#s2; who says or does it, and where it stands. The other ids
    that a reading gives (e1, c1, p1) lead to their records in the same way; an id of the board's changes (dec-…) to
    what was declared of a channel.
    """
    from detente.cli.asking import asking
    from detente.outputs.answers import as_json
    from detente.outputs.showing import plain
    from detente.run.local import knowledge
    from detente.store.accounts import show
    from detente.store.items import ItemShown, item
    from detente.store.versions import document

    with asking(db) as connection:
        then = known_by(as_of)
        text = document(connection, record, knowledge(), then)
        told = item(connection, record, then) if text is None else None
        if isinstance(told, ItemShown):
            _item(told, form)
            return 0
        found = show(connection, told or record, knowledge(), then) if text is None else None
    if text is not None or found is None:
        _document(text, form)
        return 0
    if form == "json":
        click.echo(as_json(plain(found)), nl=False)
    else:
        from detente.cli.console import printer
        from detente.outputs.showing import render

        render(found, printer())
    return 0


def _item(told: ItemShown, form: str) -> None:
    from detente.outputs.answers import as_json
    from detente.outputs.saying import plain, render

    if form == "json":
        click.echo(as_json(plain(told)), nl=False)
        return
    from detente.cli.console import printer

    render(told, printer())


def _document(text: DocumentShown | None, form: str) -> None:
    from detente.outputs.answers import as_json
    from detente.outputs.versions import render

    if form == "json" or text is None:
        click.echo(as_json(text), nl=False)
        return
    from detente.cli.console import printer

    render(text, printer())
