"""The engagements on a terminal: what happened, then what is to come, what is off, and what is recalled.

Each has a line of columns (status, form, date, place, level, who) and below it what else is known. Columns
that do not fit the screen move into the lines below.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from detente.model import Engagement
from detente.outputs import summary
from detente.outputs.dates import in_words
from detente.outputs.escaping import clean, cut, quoted
from detente.outputs.view import QUIET, View, indented, joined, rule_note, said

GAP = 2
ROOM_FOR_NAMES = 34
WIDEST_PLACE = 26
COLOURS = {
    "held": "green", "under_way": "green", "announced": "cyan", "confirmed": "cyan", "mooted": "blue",
    "postponed": "yellow", "rescheduled": "cyan", "cancelled": "red", "declined": "red",
    "unanswered": "yellow", "did_not_occur": "red", "disputed": "magenta",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One engagement: the cells of its line, who takes part, and the lines below."""

    engagement: Engagement
    depth: int
    cells: tuple[str, str, str, str, str]
    who: str
    details: tuple[Text, ...]


def engagements(view: View) -> Iterable[RenderableType]:
    """The engagements in their order, background under a line of its own."""
    rows = [_row(view, depth, e) for depth, e in summary.ordered(view.reading.engagements)]
    if not rows:
        unread = any(issue.code in ("DET-205", "DET-211") for issue in view.reading.issues)
        yield Text("not read" if unread else "no engagement between states was found", style=QUIET)
        return
    widths = _widths(rows, view.width)
    recalled = False
    for row in rows:
        if row.engagement.background and row.depth == 0 and not recalled:
            recalled = True
            yield Text("recalled as background", style=f"italic {QUIET}")
        yield from _shown(row, widths, recalled)


def _row(view: View, depth: int, engagement: Engagement) -> Row:
    mark = f"{'  ' * depth}{summary.MARKS[engagement.status.status]} {summary.standing(engagement.status)}"
    places = ", ".join(dict.fromkeys(p.name for p in engagement.places))
    cells = (
        mark, summary.form(engagement), in_words(engagement.when.edtf), cut(places, WIDEST_PLACE),
        clean(summary.level(engagement)),
    )  # fmt: skip
    who = clean(summary.who(engagement, view.names.introduce))
    return Row(engagement, depth, cells, who, tuple(_details(view, depth, engagement)))


def _details(view: View, depth: int, engagement: Engagement) -> Iterable[Text]:
    """The quiet lines below: who tells of it, why, what about, how it came, and by which rule."""
    reason = engagement.status.reason
    about = f"on {'; '.join(engagement.topics[:3])}" if engagement.topics else ""
    track = "" if engagement.track == "1" else f"track {engagement.track}"
    recalled = "background" if engagement.background and depth else ""
    lines = (
        (summary.accounts(view.reading, engagement, view.names.short),),
        (quoted(reason, 120) if reason else "",),
        (about, summary.life(engagement), summary.asked(engagement), track, recalled),
    )
    for parts in lines:
        if any(parts):
            yield said(" · ".join(p for p in parts if p), QUIET)
    if view.explain:
        yield rule_note(engagement.rule, engagement.confidence, engagement.id)


def _widths(rows: Sequence[Row], width: int) -> list[int]:
    """The widths of the columns that leave room for names: five, four, or none on a narrow screen."""
    widest = [max(cell_len(row.cells[n]) for row in rows) for n in range(5)]
    for columns in (5, 4):
        if width - sum(w + GAP for w in widest[:columns] if w) >= ROOM_FOR_NAMES:
            return widest[:columns]
    return []


def _shown(row: Row, widths: Sequence[int], recalled: bool) -> Iterable[RenderableType]:
    quiet = f" {QUIET}" if recalled else ""
    colour = COLOURS[row.engagement.status.status] + quiet
    if not widths:
        yield from _narrow(row, colour, quiet.strip())
        return
    table = Table.grid(padding=(0, GAP, 0, 0))
    shown = [(cell, w) for cell, w in zip(_styled(row, colour, quiet), widths) if w]
    for _, width in shown:
        table.add_column(width=width, no_wrap=True)
    table.add_column()
    table.add_row(*(cell for cell, _ in shown), Text(row.who, style=quiet.strip()))
    yield table
    moved = Text(row.cells[4] if len(widths) < 5 else "", QUIET)
    for line in (moved, *row.details):
        if line:
            yield indented(line, widths[0] + GAP)


def _styled(row: Row, colour: str, quiet: str) -> list[Text]:
    dated = quiet.strip() if row.engagement.when.edtf else QUIET
    styles = (colour, f"bold{quiet}", dated, quiet.strip(), QUIET)
    return [Text(cell, style=style) for cell, style in zip(row.cells, styles)]


def _narrow(row: Row, colour: str, quiet: str) -> Iterable[RenderableType]:
    mark, what, when, where, level = row.cells
    left = 2 * row.depth
    head = (Text(mark.strip(), colour), Text(what, f"bold {quiet}".strip()), Text(when, quiet))
    yield indented(joined(*head), left)
    for line in (Text(row.who, quiet), Text(" · ".join(p for p in (where, level) if p), QUIET), *row.details):
        if line:
            yield indented(line, left + 2)
