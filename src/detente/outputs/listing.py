"""Lists on a terminal: tables that fit its width, the least telling columns dropped first.

What a record is asked for by (its id, or its document and the id in it) is never dropped: where it has no column it
stands below the record's words, and where even those have no room every record has lines of its own.

In: records, or rows of plain values, and the kind of list. Out: a rich table. A document's words are cleaned.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.outputs.agenda import COLOURS
from detente.outputs.dates import in_words
from detente.outputs.escaping import clean, cut
from detente.outputs.summary import MARKS
from detente.outputs.wordings import form_of, heading, spoken, stands, told_of_by, turn_in_words, word_of
from detente.record.nouns import CommitmentRecord, EngagementRecord, PositionRecord
from detente.record.turned import turning
from detente.store.filters import Filter

Cells = Mapping[str, Text | str]
# columns by importance: the last ones go first on a narrow screen; the figure is the least width of the screen for it
NARROW, MIDDLE, BROAD = 0, 90, 120
# columns of running text get at least so many cells
LEAST = 28
# and no table is made where they would get fewer than so many
ENOUGH = 22
GAP = 2
LONGEST = 160
# an engagement of a lower confidence shows it
UNSURE = 0.5


def render(
    values: Sequence[Any], kind: str, console: Console, filter: Filter | None, total: int | None = None,
    today: str | None = None,
) -> None:  # fmt: skip
    """Prints a list with a line of what it holds; `total` is how many there are where `values` are a page of them. What
    is under way is so by `today`, or by the day of knowledge that was asked for."""
    if not values:
        nothing = f"no more: there are {total:,} {kind}" if total else _nothing(kind, filter)
        console.print(Text(nothing, style="dim"))
        return
    row = ROWS.get(kind, _plain)
    on = (filter.as_of if filter else None) or today
    rows = [_engagement(v, on) if kind == "engagements" else row(v) for v in values]
    every = COLUMNS.get(kind, _columns(rows))
    columns = [name for name, least in every if console.width >= least]
    key = next((name for name, _ in every if name in KEYS and name not in columns), None)
    if key is None:
        console.print(_table(rows, columns, console.width))
    elif _room(rows, columns, console.width) < max(ENOUGH, *(cell_len(str(cells[key])) for cells in rows)):
        for cells in rows:
            for line in _lines(cells, columns):
                console.print(line)
            # an id is copied: on the narrowest screen it runs on, and is never cut or broken in two by the table
            console.print(Text(f"  {cells[key]}", style="dim"), soft_wrap=True)
    else:
        console.print(_table([_with_key(cells, key) for cells in rows], columns, console.width))
    console.print(Text(_count(values, kind, filter) + _rest(len(values), total, filter), style="dim"))


def _nothing(kind: str, filter: Filter | None) -> str:
    """That nothing is there; of a word, where it was looked for and where it may stand."""
    word = filter.about if filter else None
    where = LOOKED_IN.get(kind)
    if not word or where is None:
        return "nothing in what was read"
    more = "" if kind == "statements" else f"; what was said of it: detente statements --about {shlex.quote(word)}"
    return f"nothing in what was read has {word!r} in its {where}{more}"


def _table(rows: Sequence[Cells], columns: Sequence[str], width: int) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, GAP, 0, 0))
    for name in columns:
        least = LEAST if name in ROOMY and width >= MIDDLE else None
        table.add_column(name, overflow="fold", no_wrap=name in UNBROKEN, min_width=least)
    for cells in rows:
        table.add_row(*(cells.get(name, "") for name in columns))
    return table


def _room(rows: Sequence[Cells], columns: Sequence[str], width: int) -> int:
    """The cells that the other columns leave to running text."""
    others = (
        max(cell_len(name), *(cell_len(str(cells[name])) for cells in rows)) for name in columns if name not in ROOMY
    )
    return width - sum(w + GAP for w in others) - GAP


def _with_key(cells: Cells, key: str) -> Cells:
    """A row with what it is asked for by below its running text."""
    return {name: Text.assemble(value, "\n", (str(cells[key]), "dim")) if name in ROOMY else value
            for name, value in cells.items()}  # fmt: skip


def _lines(cells: Cells, columns: Sequence[str]) -> Iterator[RenderableType]:
    """A record without a table: its short values and its running text."""
    yield Text("  ").join(Text.assemble(cells[n]) for n in columns if n not in ROOMY and str(cells[n]))
    yield from (Padding(Text.assemble(cells[n]), (0, 0, 0, 2)) for n in columns if n in ROOMY and str(cells[n]))


def _rest(shown: int, total: int | None, filter: Filter | None) -> str:
    """How many there are beside those shown, and how to see them."""
    if filter is None or total is None or total <= shown:
        return ""
    later = f"{filter.offset:,} newer left out" if filter.offset else "the newest"
    earlier = total - shown - filter.offset
    more = f"; {earlier:,} earlier ones: --offset {filter.offset + shown}" if earlier > 0 else ""
    return f" of {total:,}, {later}{more}; all: --limit 0"


def _count(values: Sequence[Any], kind: str, filter: Filter | None) -> str:
    known = f", as known on {in_words(filter.as_of)}" if filter and filter.as_of else ""
    noun = {"index": "months", "panel": "rows"}.get(kind, kind)
    return f"{len(values)} {noun if len(values) > 1 else noun.removesuffix('s')}{known}"


def _engagement(record: EngagementRecord, on: str | None = None) -> Cells:
    accounts = " ".join(dict.fromkeys(a.side for a in record.accounts))
    colour = COLOURS[record.status]
    return {
        "standing": Text(f"{MARKS[record.status]} {stands(record, on)}{_unsure(record)}", style=colour),
        "form": Text(form_of(record), style="bold"),
        "when": in_words(record.when) if record.when else Text(_told(record), style="dim"),
        "who": clean(heading(record)),
        "where": clean(", ".join(p.name for p in record.places[:2])),
        "accounts": accounts or Text("–", style="dim"),
        "docs": _documents(record),
        "id": Text(record.id, style="dim"),
    }


def _unsure(record: EngagementRecord) -> str:
    """How likely an engagement is right, where that is low: a list is read as if all in it were sure."""
    return f"? {record.confidence:.2f}" if record.confidence < UNSURE else ""


def _told(record: EngagementRecord) -> str:
    """Of what has no date, the day on which it was first told of."""
    known = min((entry.known_at for entry in record.history), default=None)
    return f"told {in_words(known, weekday=False)}" if known else "no date"


def _documents(record: EngagementRecord) -> str:
    told = f"{len(record.documents)}" if record.documents else "recalled"
    return f"{told} in {record.families}" if len(record.documents) > record.families else told


def _commitment(record: CommitmentRecord) -> Cells:
    sure = Text(word_of(record), style="green" if record.confirmed else "yellow")
    return {
        "by": " ".join(record.by), "to": " ".join(record.to), "status": spoken(record.status), "word": sure,
        "told by": clean(told_of_by(record)) or "–", "what": cut(record.content.text, LONGEST),
        "since": record.history[0].known_at, "id": Text(record.id, style="dim"),
    }  # fmt: skip


def _position(record: PositionRecord) -> Cells:
    last = turn_in_words(record.changes[-1].what) if record.changes else ""
    return {
        "holder": record.holder, "toward": record.toward or "–", "kind": Text(spoken(record.kind), style="bold"),
        "what": cut(record.content.text, LONGEST), "first": record.first, "last": record.last,
        "change": last, "id": Text(record.id, style="dim"),
    }  # fmt: skip


def _statement(item: Mapping[str, Any]) -> Cells:
    speaker = item["speaker"] or {}
    name = speaker.get("name") or speaker.get("post") or " → ".join(link["name"] for link in item["chain"])
    how = turning(item["kind"], item["rule"], (item["cue"] or {}).get("text", ""))
    words = f"{how}: {item['content']['text']}" if how else item["content"]["text"]
    return {
        "known": item["known_at"], "for": item["on_behalf_of"] or "–", "speaker": clean(name or "unnamed"),
        "kind": item["kind"], "says": cut(words, LONGEST), "document": clean(f"{item['document']}#{item['id']}"),
    }  # fmt: skip


def _event(item: Mapping[str, Any]) -> Cells:
    source, target, day = item["source"], item["target"] or {}, item["when"]["edtf"]
    return {
        "when": in_words(day, weekday=False) if day else Text(f"known {item['known_at']}", style="dim"),
        "source": source["country"] or "–",
        "target": target.get("country") or "–", "root": Text(item["plover_root"], style="bold"),
        "cameo": item["cameo"] or "", "score": f"{item['score']:g}" if item["score"] is not None else "",
        "realis": item["realis"], "words": cut(item["evidence"][0]["text"], LONGEST),
        "document": clean(f"{item['document']}#{item['id']}"),
    }  # fmt: skip


def _index(point: Any) -> Cells:
    value = point.value
    bar = ("█" * round(abs(value) / 2))[:5]
    below, above = (f"{bar:>5}", "│") if value < 0 else ("", f"│{bar}")
    return {
        "month": point.month, "source": point.source, "target": point.target, "value": f"{value:+.2f}",
        "-": Text(below, style="red"), "+": Text(above, style="green"), "events": str(len(point.contributions)),
    }  # fmt: skip


def _source(row: Any) -> Cells:
    return {
        "published": row.published or "–", "document": clean(row.document), "outlet": cut(row.outlet or "–", 34),
        "title": cut(row.title or "", 60), "language": row.language or "",
        "family": "" if row.family == row.document else f"copy of {clean(row.family)}", "version": str(row.version),
    }  # fmt: skip


def _plain(value: Any) -> Cells:
    whole = value if isinstance(value, dict) else msgspec.to_builtins(value)
    return {k: _cell(v) for k, v in whole.items()}


def _cell(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return cut(", ".join(map(str, value)), 60)
    return "" if value is None else cut(f"{value:g}" if isinstance(value, float) else str(value), 60)


def _columns(rows: Iterable[Cells]) -> list[tuple[str, int]]:
    return [(name, NARROW) for name in next(iter(rows), {})]


ROWS: dict[str, Callable[[Any], Cells]] = {
    "engagements": _engagement, "commitments": _commitment, "positions": _position, "statements": _statement,
    "events": _event, "index": _index, "sources": _source,
}  # fmt: skip
COLUMNS: dict[str, Sequence[tuple[str, int]]] = {
    "engagements": (("standing", NARROW), ("form", NARROW), ("when", NARROW), ("who", NARROW), ("where", BROAD),
                    ("accounts", BROAD), ("docs", 150), ("id", MIDDLE)),
    "commitments": (("by", NARROW), ("to", MIDDLE), ("status", NARROW), ("word", NARROW), ("told by", MIDDLE),
                    ("what", NARROW), ("since", MIDDLE), ("id", BROAD)),
    "positions": (("holder", NARROW), ("toward", NARROW), ("kind", NARROW), ("what", NARROW), ("first", MIDDLE),
                  ("last", MIDDLE), ("change", MIDDLE), ("id", BROAD)),
    "statements": (("known", NARROW), ("for", NARROW), ("speaker", NARROW), ("kind", BROAD), ("says", NARROW),
                   ("document", MIDDLE)),
    "events": (("when", NARROW), ("source", NARROW), ("target", NARROW), ("root", NARROW), ("cameo", MIDDLE),
               ("score", MIDDLE), ("realis", MIDDLE), ("words", NARROW), ("document", BROAD)),
    "sources": (("published", NARROW), ("document", NARROW), ("outlet", NARROW), ("title", MIDDLE),
                ("language", BROAD), ("family", NARROW), ("version", MIDDLE)),
}  # fmt: skip
# where `--about` looks for its word
LOOKED_IN = {
    "engagements": "topics, names, places or form", "commitments": "words", "positions": "topic or words",
    "statements": "words", "events": "code or words", "tenures": "person or post", "sources": "title or outlet",
}  # fmt: skip
# what `show` and `compare` take
KEYS = ("id", "document")
ROOMY = frozenset({"who", "what", "says", "words", "title"})
UNBROKEN = frozenset(
    {"standing", "form", "when", "id", "known", "published", "since", "first", "last", "month", "kind"}
)
