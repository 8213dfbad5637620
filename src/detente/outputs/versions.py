"""A document and how its text changed: on a terminal, and as lines for the report of an `add`.

In: versions with their edits. Out: text. A document's words are cleaned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from detente.outputs.dates import in_words
from detente.outputs.escaping import clean, cut
from detente.outputs.wordings import counted as counted_of
from detente.record.edits import Edit
from detente.store.versions import DocumentShown, Read, Version

KINDS = ("reworded", "added", "dropped")
LONGEST, LONGEST_READ = 300, 120
MARKS = {"before": "-", "after": "+"}


def counted(edits: Iterable[Edit]) -> str:
    """How many sentences changed, and how."""
    found = Counter[str](e.what for e in edits)
    told = ", ".join(f"{found[k]} {k}" for k in KINDS if found[k])
    return f"sentences: {told}" if told else "no sentence differs, only the space or signs between them"


def lines(edits: Sequence[Edit], most: int, longest: int = LONGEST) -> Iterator[tuple[str, str]]:
    """The first edits, a line a sentence: its mark (- was, + is) and its words."""
    for edit in edits[:most]:
        for mark, words in ((MARKS["before"], edit.before), (MARKS["after"], edit.after)):
            if words is not None:
                yield mark, cut(words, longest)
    if len(edits) > most:
        yield " ", f"… and {len(edits) - most} more"


def render(shown: DocumentShown, console: Console) -> None:
    """Prints a document's versions, each with what it changed."""
    console.print(
        Text(f"\n{clean(shown.document)}", style="bold").append(f"  {clean(shown.outlet or '')}", style="dim")
    )
    for number, version in enumerate(shown.versions):
        console.print(_head(version))
        if number:
            console.print(Text(f"  {counted(version.changes)}"))
            for mark, words in lines(version.changes, len(version.changes)):
                console.print(Text(f"  {mark} {words}", style={"-": "red", "+": "green"}.get(mark, "dim")))
    for line in _read(shown):
        console.print(line)


def _read(shown: DocumentShown) -> Iterator[Text]:
    """What was read in a document, a line each, by kind."""
    by_kind: dict[str, list[Read]] = {}
    for one in shown.read:
        by_kind.setdefault(one.kind, []).append(one)
    for kind, told in by_kind.items():
        yield Text(f"\n{counted_of(len(told), kind)}", style="bold")
        for one in told:
            yield Text("  ").append(f"{clean(one.id)}  ", style="dim").append(cut(one.words, LONGEST_READ))
    if not shown.read:
        yield Text("\nnothing was read in it", style="dim")


def _head(version: Version) -> Text:
    latest = "  the latest" if version.latest else ""
    text = Text(f"\nversion {version.version}  known {in_words(version.known_at)}{latest}  ", style="bold")
    return text.append(f"{clean(version.title or '')}  {version.sha256[:12]}", style="dim")
