"""Two accounts side by side on a terminal: what both say, what one says alone, where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from detente.outputs.escaping import clean
from detente.outputs.wordings import counted, spoken
from detente.record.nouns import Coverage, Item, Quote
from detente.store.accounts import Comparison

COLOURS = {
    "same": "green", "only_a": "cyan", "only_b": "cyan", "contradicts": "red", "existence_disputed": "red",
    "ascribes_commitment_unconfirmed": "yellow",
}  # fmt: skip
COLUMNS_FROM = 70


def render(found: Comparison, console: Console) -> None:
    """Prints a comparison: two columns where the screen has room, else one under the other."""
    a, b = found.sides
    console.print()
    console.print(Text(f"{a} and {b} on {found.engagement}", style="bold"))
    console.print(Text(found.caution, style="italic yellow"))
    console.print(Rule(style="dim"))
    if not found.items:
        console.print(Text("no account of either side was read", style="dim"))
    for side, stands in zip((a, b), found.coverage):
        if found.items and not stands.documents:
            console.print(Text(f"no account of {side} was read: nothing can be compared", style="bold yellow"))
    wide = console.width >= COLUMNS_FROM
    for item in found.items:
        console.print(_head(item, a, b))
        console.print(_columns(item, console.width) if wide else _stacked(item, a, b))
    console.print(Rule(style="dim"))
    for line in coverage(found.coverage):
        console.print(line)


def _head(item: Item, a: str, b: str) -> Text:
    names = {"only_a": f"only {a}", "only_b": f"only {b}"}
    head = Text(names.get(item.kind, spoken(item.kind)), style=f"bold {COLOURS.get(item.kind, 'magenta')}")
    return head.append(f"  {clean(item.topic)}", style="dim")


def _columns(item: Item, width: int) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for _ in range(2):
        table.add_column(ratio=1, overflow="fold")
    table.add_row(_quotes(item.a), _quotes(item.b))
    return table


def _stacked(item: Item, a: str, b: str) -> Text:
    parts = [Text(f"{side}: ", style="bold").append_text(_quotes(q)) for side, q in ((a, item.a), (b, item.b)) if q]
    return Text("\n").join(parts)


def _quotes(quotes: Sequence[Quote]) -> Text:
    if not quotes:
        return Text("–", style="dim")
    return Text("\n").join(
        Text(f"“{clean(q.text)}”").append(f"  {clean(q.document)} {q.start}–{q.end}", style="dim") for q in quotes
    )


def coverage(lines: Iterable[Coverage], wires: Coverage | None = None) -> list[Text]:
    """What an answer stands on, a line a side."""
    return [_stands(line, line.side) for line in lines] + ([_stands(wires, "others")] if wires else [])


def _stands(line: Coverage, name: str) -> Text:
    languages = ", ".join(f"{n} {code}" for code, n in line.languages.items())
    unread = ", ".join(f"{n} {code}" for code, n in line.unread.items())
    days = f"{line.first} – {line.last}" if line.first else "nothing read"
    copies = f" in {counted(line.families, 'family')}" if line.families != line.documents else ""
    text = f"{name:<6} {counted(line.documents, 'document')}{copies}{f' ({languages})' if languages else ''}, {days}"
    return Text(text + (f" · unread: {unread}" if unread else " · none unread"), style="dim")
