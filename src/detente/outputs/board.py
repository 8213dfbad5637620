"""The board: as JSON, and as a page for the terminal that one would pin to a wall."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from detente.outputs.comparison import coverage
from detente.outputs.dates import in_words
from detente.outputs.escaping import clean, cut
from detente.outputs.wordings import (
    declared_in_words,
    deed_in_words,
    due_in_words,
    form_of,
    heading,
    last_use,
    spoken,
    state_of,
    word_of,
)
from detente.record.nouns import ChannelLine, CommitmentRecord, EngagementRecord
from detente.record.standing import COMING
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
# days after the last text that was read from which a board says so
STALE = 30
# deeds of one side against the other that the board tells, the newest
MOST_MEASURES = 6
# what is off, or was not heard of since its day, that the board tells, the newest
MOST_FALLEN = 6


def render(board: Board, console: Console) -> None:
    """Prints the board: the channels, what is planned, what is promised, what changed, and what it stands on."""
    a, b = board.pair
    console.print()
    known = Text(f"as known on {in_words(board.as_of)} ")
    console.print(_spread(Text(f" {' · '.join(board.called or (a, b))}", style="bold"), known, console))
    console.print(Rule(style="dim"))
    console.print(_channels(board, console.width))
    for note in (_silent(board), _rest(board)):
        if note:
            console.print(note)
    for title, parts in (
        ("Planned", [_planned(r) for r in board.planned]),
        ("Off, or not heard of since its day", [_fallen(r) for r in board.fallen[-MOST_FALLEN:]]),
        ("Open promises", [_promise(r, board.as_of) for r in board.open_commitments]),
        ("Done against each other", _measures(board)),
        ("Changes", [_change(c) for c in board.changes]),
    ):
        if parts:
            console.print(Text(f"\n {title}", style="bold"))
            for part in parts:
                console.print(Padding(part, (0, 1, 0, 3)))
    console.print(Rule(style="dim"))
    quiet = f" quiet: not used for {board.quiet_days} days and nothing declared{_read_until(board)}"
    console.print(Text(quiet, style="dim"))
    for line in coverage(board.coverage, board.wires):
        console.print(Padding(line, (0, 0, 0, 1)))


def _read_until(board: Board) -> str:
    """When the last text on the two was read, where that is long ago: what is quiet since may only be unread."""
    last = max((line.last for line in (*board.coverage, board.wires) if line.last), default=None)
    late = last is not None and (date.fromisoformat(board.as_of) - date.fromisoformat(last)).days > STALE
    return f"; the last text that was read is of {in_words(last, weekday=False)}" if last and late else ""


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
    if all(line.state == "unknown" and not line.planned for line in board.channels) and not board.undated:
        told = "no use of any channel was read" if board.fallen else "nothing read of any channel"
        return Text(f" {told} between {' and '.join(board.called or board.pair)}", style="dim")
    silent = [
        spoken(line.channel)
        for line in board.channels
        if line.state == "unknown" and not line.planned and line.channel not in board.undated
    ]
    return Text(f" nothing read of: {', '.join(silent)}" if silent else "", style="dim")


def _rest(board: Board) -> Text:
    """What the line is that has no name of its own, where it is on the board."""
    told = any(
        line.channel == "other" and (line.state != "unknown" or line.planned or "other" in board.undated)
        for line in board.channels
    )
    what = " other: talks, joint bodies and meetings that none of the lines above is for"
    return Text(what if told else "", style="dim")


def _line(
    line: ChannelLine, records: Mapping[str, EngagementRecord], undated: Undated | None, width: int
) -> list[Text]:
    state = state_of(line)
    state = state.upper() if state in ("suspended", "closed") else state
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
    of = f": “{cut(said.text, 120)}”" if said.channel == "other" else ""
    return Text(f"{declared_in_words(said)}, {when} ({clean(said.document)}){of}", style="dim")


def _planned(record: EngagementRecord) -> Text:
    when = in_words(record.when) if record.when else "no date"
    place = f", {clean(record.places[0].name)}" if record.places else ""
    text = Text(f"○ {spoken(record.form)} ", style="cyan").append(f"{when}{place}  ", style="")
    return text.append(clean(heading(record))).append(f"  {record.id}", style="dim")


def _fallen(record: EngagementRecord) -> Text:
    """What is off, who it was of, and why; of a plan whose day is past, that it was not heard of again."""
    past = record.status in COMING
    text = Text(f"{'?' if past else '✕'} {spoken(record.form)} {spoken(record.status)}", style="yellow")
    day = in_words(record.when) if record.when else "no date"
    text.append(f"  {day}{', nothing read of it since' if past else ''}  ").append(clean(heading(record)))
    why = next((entry.reason for entry in reversed(record.history) if entry.reason), None)
    text.append(f": “{cut(why, 160)}”" if why else "")
    return text.append(f"  {record.id}", style="dim")


def _promise(record: CommitmentRecord, as_of: str) -> Text:
    sure = (f"{spoken(record.status)}, {word_of(record)}", "green" if record.confirmed else "yellow")
    sure = (sure[0], "red") if record.status == "claimed_broken" else sure
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
