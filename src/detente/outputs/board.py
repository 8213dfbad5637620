"""The board: as JSON, and as a page for the terminal that one would pin to a wall."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from detente.outputs.comparison import coverage
from detente.outputs.dates import in_words
from detente.outputs.escaping import clean, cut
from detente.outputs.wordings import deed_in_words, due_in_words, form_of, heading, last_use, spoken, standing_of
from detente.record.nouns import ChannelLine, CommitmentRecord, EngagementRecord
from detente.store.board import Board, Change, Undated
from detente.store.measures import Measure


def plain(board: Board) -> dict[str, Any]:
    """The board with the fields of the contract."""
    return {
        "pair": list(board.pair),
        "as_of": board.as_of,
        "coverage": list(board.coverage),
        "channels": [_channel(line) for line in board.channels],
        "planned": [r.id for r in board.planned],
        "open_commitments": [r.id for r in board.open_commitments],
        "changes": list(board.changes),
    }


def _channel(line: ChannelLine) -> dict[str, Any]:
    used, said = line.last_used, line.declared
    return {
        "channel": line.channel,
        "state": line.state,
        "last_used": {"date": used.date, "engagement": used.engagement} if used else None,
        "declared": {"state": said.state, "by": said.by, "at": said.at, "document": said.document, "text": said.text}
        if said
        else None,
        "planned": list(line.planned),
    }


STATES = {
    "open": "green", "restored": "green", "suspended": "bold red", "closed": "bold red", "quiet": "yellow",
    "unknown": "dim",
}  # fmt: skip
MARKED = {"open": "●", "restored": "◉", "suspended": "✕", "closed": "✕", "quiet": "◌", "unknown": "·"}
TIGHT, BROAD = 60, 100
# deeds of one side against the other that the board tells, the newest
MOST_MEASURES = 6


def render(board: Board, console: Console) -> None:
    """Prints the board: the channels, what is planned, what is promised, what changed, and what it stands on."""
    a, b = board.pair
    console.print()
    console.print(_spread(Text(f" {a} · {b}", style="bold"), Text(f"as known on {in_words(board.as_of)} "), console))
    console.print(Rule(style="dim"))
    console.print(_channels(board, console.width))
    if silent := _silent(board):
        console.print(silent)
    for title, parts in (
        ("Planned", [_planned(r) for r in board.planned]),
        ("Open promises", [_promise(r, board.as_of) for r in board.open_commitments]),
        ("Done against each other", _measures(board)),
        ("Changes", [_change(c) for c in board.changes]),
    ):
        if parts:
            console.print(Text(f"\n {title}", style="bold"))
            for part in parts:
                console.print(Padding(part, (0, 1, 0, 3)))
    console.print(Rule(style="dim"))
    console.print(Text(f" quiet: not used for {board.quiet_days} days and nothing declared", style="dim"))
    for line in coverage(board.coverage, board.wires):
        console.print(Padding(line, (0, 0, 0, 1)))


def _spread(left: Text, right: Text, console: Console) -> Text:
    room = console.width - left.cell_len - right.cell_len
    return left + Text(" " * max(1, room)) + right


def _channels(board: Board, width: int) -> RenderableType:
    """A line a channel of which something is known; on a screen too narrow for columns a paragraph each."""
    records = {r.id: r for r in board.used}
    table = Table.grid(padding=(0, 2, 0, 1))
    for n in range(3 if width < BROAD else 4):
        table.add_column(overflow="fold", no_wrap=n < 2)
    found = []
    for line in board.channels:
        told = board.undated.get(line.channel)
        if line.state != "unknown" or line.planned or told:
            found.append(_line(line, records, told, width))
    if width < TIGHT:
        return Group(
            *(part for name, state, rest in found for part in (name + "  " + state, Padding(rest, (0, 0, 0, 2))))
        )
    for cells in found:
        table.add_row(*cells)
    return table


def _silent(board: Board) -> Text:
    """The channels of which nothing was read, in one line."""
    silent = [
        spoken(line.channel)
        for line in board.channels
        if line.state == "unknown" and not line.planned and line.channel not in board.undated
    ]
    return Text(f" nothing read of: {', '.join(silent)}" if silent else "", style="dim")


def _line(
    line: ChannelLine, records: Mapping[str, EngagementRecord], undated: Undated | None, width: int
) -> list[Text]:
    state = line.state.upper() if line.state in ("suspended", "closed") else line.state
    cells = [
        Text(spoken(line.channel), style="bold"),
        Text(f"{MARKED[line.state]} {state}", style=STATES[line.state]),
        _last(line, records, undated),
        _declared(line),
    ]
    return cells if width >= BROAD else [*cells[:2], Text("\n").join(c for c in cells[2:] if c)]


def _last(line: ChannelLine, records: Mapping[str, EngagementRecord], undated: Undated | None) -> Text:
    """The last use that has a day, and what is told of uses that have none."""
    if line.last_used is None and not undated:
        return Text("not used in what was read", style="dim")
    text = Text()
    if line.last_used is not None:
        record = records.get(line.last_used.engagement)
        text.append(f"last {in_words(last_use(line.last_used, record))}").append(_named(record), style="dim")
    if undated:
        told = in_words(undated.last.history[0].known_at, weekday=False)
        more = f", and {undated.number - 1} more" if undated.number > 1 else ""
        text.append("\n" if text else "").append(f"used, the day not said (told {told})", style="yellow")
        text.append(f"{_named(undated.last)}{more}", style="dim")
    return text


def _named(record: EngagementRecord | None) -> str:
    """What an engagement was, where, and who took part, after its day: "  call (A – B)"."""
    if record is None:
        return ""
    place = f", {clean(record.places[0].name)}" if record.places else ""
    people = " – ".join(p.name for p in record.participants[:2] if p.name)
    return f"  {form_of(record)}{place}{f' ({clean(people)})' if people else ''}"


def _declared(line: ChannelLine) -> Text:
    if line.declared is None:
        return Text("")
    said = line.declared
    when = in_words(said.at or said.known_at, weekday=False)
    return Text(f"{said.state} by {said.by.replace('+', ' and ')}, {when} ({clean(said.document)})", style="dim")


def _planned(record: EngagementRecord) -> Text:
    when = in_words(record.when) if record.when else "no date"
    place = f", {clean(record.places[0].name)}" if record.places else ""
    text = Text(f"○ {spoken(record.form)} ", style="cyan").append(f"{when}{place}  ", style="")
    return text.append(clean(heading(record))).append(f"  {record.id}", style="dim")


def _promise(record: CommitmentRecord, as_of: str) -> Text:
    sure = (standing_of(record), "green" if record.confirmed else "yellow")
    text = Text(" and ".join(record.by), style="bold").append(f"  {cut(record.content.text, 200)}  ")
    due = due_in_words(record, as_of)
    return text.append(sure[0], style=sure[1]).append(due, style="red" if due.endswith("past") else "")


def _measures(board: Board) -> list[Text]:
    """The newest of what one did against the other, and how many more there are."""
    shown = [_measure(m) for m in board.measures[-MOST_MEASURES:]]
    left = len(board.measures) - len(shown)
    more = f"{left} earlier: detente events --between {' '.join(board.pair)}"
    return [*([Text(more, style="dim")] if left else []), *shown]


def _measure(measure: Measure) -> Text:
    when = measure.event.when.edtf
    day = in_words(when, weekday=False) if when else f"told {in_words(measure.known_at, weekday=False)}"
    text = Text(f"{measure.source} against {measure.target}", style="bold").append(f"  {day}  ", style="dim")
    return text.append(f"{deed_in_words(measure.event)}: “{cut(measure.words[0].text, 160)}”")


def _change(change: Change) -> Text:
    return (
        Text(f"{change.known_at}  ", style="dim").append(spoken(change.what)).append(f"  {change.record}", style="dim")
    )
