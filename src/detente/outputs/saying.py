"""One statement or event of one text, or what it declares of a channel: as JSON, and on a terminal.

In: what the store found. Out: text. A document's words are cleaned.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from detente.model import Actor, Event, Span, Statement
from detente.outputs.answers import item
from detente.outputs.dates import in_words
from detente.outputs.escaping import clean, cut
from detente.outputs.wordings import in_quotes, spoken
from detente.record.nouns import Declaration
from detente.store.items import ItemShown, words_of

LONGEST = 2000


def plain(shown: ItemShown) -> dict[str, Any]:
    """The statement, event or declaration with its fields, those of the contract where it has them."""
    versions = {"version": shown.version, "other_versions": list(shown.others)} if shown.others else {}
    return {**item(shown.row), **versions}


def render(shown: ItemShown, console: Console) -> None:
    """Prints the words, who says or does it, when, and where it stands."""
    told = shown.row.item
    if isinstance(told, Statement):
        lines = _statement(told)
    elif isinstance(told, Declaration):
        lines = _declaration(told)
    else:
        lines = _event(told)
    words = words_of(told)
    console.print()
    console.print(Padding(Text(in_quotes(cut(words, LONGEST)), style="bold"), (0, 0, 0, 1)))
    for name, value in (*lines, *_source(shown)):
        if value:
            console.print(Text(f"  {name:<14}", style="dim").append(clean(value)))


def _statement(told: Statement) -> Iterator[tuple[str, str]]:
    yield "said by", _named(told.speaker) or "nobody who is named"
    yield "on behalf of", told.on_behalf_of or "no state"
    yield "through", " → ".join(f"{link.name} ({spoken(link.role)})" for link in told.chain)
    yield "verb", f"{told.cue.text} ({told.kind})" if told.cue else told.kind
    yield "to", _named(told.addressee)
    yield "said", in_words(told.when.edtf) if told.when.edtf else ""
    yield "rule", f"{told.rule}, confidence {told.confidence:.2f}"


def _event(told: Event) -> Iterator[tuple[str, str]]:
    yield "source", _named(told.source)
    yield "target", _named(told.target)
    coded = (told.plover_root, told.plover_mode, f"CAMEO {told.cameo}" if told.cameo else None, told.quad)
    yield "coded", ", ".join(part for part in coded if part)
    yield "intensity", f"{told.score:g}" if told.score is not None else ""
    yield "realis", told.realis
    yield "when", in_words(told.when.edtf) if told.when.edtf else ""
    yield "rule", f"{told.rule}, confidence {told.confidence:.2f}"


def _declaration(told: Declaration) -> Iterator[tuple[str, str]]:
    yield "channel", spoken(told.channel)
    yield "declared", told.state
    yield "by", told.by.replace("+", " and ")
    yield "between", " and ".join(told.sides)
    yield "when", in_words(told.at) if told.at else ""
    yield "rule", told.rule


def _place(told: Statement | Event | Declaration) -> Span | Declaration:
    """Where the words stand."""
    if isinstance(told, Declaration):
        return told
    return told.content if isinstance(told, Statement) else told.evidence[0]


def _source(shown: ItemShown) -> Iterator[tuple[str, str]]:
    place = _place(shown.row.item)
    yield "document", f"{shown.row.document} {place.start}–{place.end}"
    yield "", " · ".join(part for part in (shown.outlet, shown.title) if part)
    yield "known", in_words(shown.row.known_at)
    if shown.others:
        yield "version", f"{shown.version}; the same id named other words before"
    for other in shown.others:
        had = in_quotes(cut(other.words, LONGEST)) if other.words else "no item of this id"
        yield f"version {other.version}", f"{had} (known {in_words(other.known_at)})"


def _named(actor: Actor | None) -> str:
    """ "Ana Ruiz, foreign minister (PER)"."""
    if actor is None:
        return ""
    name = ", ".join(part for part in (actor.name, actor.post) if part)
    return f"{name} ({actor.country})" if actor.country and name else name or actor.country or ""
