"""Each side's account on a terminal: who says it, by what way, in which words, and of what kind they are.

Direct words stand in quotation marks; reported words stand without, as the text reports them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from detente.model import Country, Position, Span, Statement
from detente.outputs import summary
from detente.outputs.escaping import cut, quoted
from detente.outputs.view import LONGEST, QUIET, View, indented, rule_note, said, title
from detente.record.relayed import tellers, told_by
from detente.record.turned import from_the_verb, whole

SIDE_BY_SIDE = 96
TAG_BESIDE = 44
GAP = 3
# the share of a statement's words that its positions must hold to stand in its place
MOSTLY = 0.6
COLOURS = {
    "demand": "red", "threat": "bold red", "red_line": "bold red", "concern": "yellow", "condition": "yellow",
    "offer": "green", "principle": "blue", "position": QUIET,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """Words with their tags and, when explained, their rule."""

    words: str
    tags: Text
    note: Text | None
    bullet: str = "·"


Account = dict[str, list[Line]]


def sides(view: View) -> Iterable[RenderableType]:
    """The states' accounts, the two most often heard side by side where the screen is wide enough."""
    heard = summary.sides(view.reading)
    if view.width < SIDE_BY_SIDE or len(heard) < 2:
        for side in heard:
            yield _block(f"{side} says", _account(view, side), view.width)
        return
    half = (view.width - GAP) // 2
    blocks = [_block(f"{side} says", _account(view, side), half) for side in heard]
    for left, right in zip(blocks[::2], [*blocks[1::2], *[""] * (len(blocks) % 2)]):
        table = Table.grid(padding=(0, GAP, 0, 0))
        table.add_column(width=half)
        table.add_column(width=half)
        table.add_row(left, right)
        yield table


def own_voices(view: View) -> Iterable[RenderableType]:
    """Those who speak for no state: scholars, witnesses, unnamed sources."""
    account = _account(view, None)
    if account:
        yield _block("In their own name", account, view.width)


def _account(view: View, side: Country | None) -> Account:
    """The lines of a side by voice, in the order of the text."""
    account: Account = {}
    spoken_for = {s.id: s.on_behalf_of for s in view.reading.statements}
    told = tellers(view.reading.statements)
    for statement in view.reading.statements:
        if statement.on_behalf_of == side and statement.id not in told:
            lines = account.setdefault(_voice(view, statement), [])
            lines += [line for line in _lines(view, statement) if not any(_same(line, x) for x in lines)]
    turned = from_the_verb(view.reading)
    for position in view.reading.positions:
        if position.statement not in spoken_for and summary.side_of(position, spoken_for) == side:
            holder = view.names.short(position.holder)
            account.setdefault(holder, []).append(
                _line(view, whole(position.content, turned, view.reading.text), False, [position])
            )
    return account


def _same(line: Line, other: Line) -> bool:
    """The same words told twice in the same voice, as headline and lead often do."""
    return (line.words, line.tags.plain) == (other.words, other.tags.plain)


def _voice(view: View, statement: Statement) -> str:
    """Who speaks and how: "Ragnhild Vik for Eide · press conference"."""
    speaker = statement.speaker
    name = view.names.short(speaker) if speaker and speaker.kind != "unnamed" else ""
    principal = next((r.name for r in statement.chain if r.role == "speaker"), "")
    behind = view.names.called(principal)
    nameless = f"{speaker.span.text}, unnamed" if speaker and speaker.kind == "unnamed" and speaker.span else ""
    who = name or behind or nameless
    if name and behind not in ("", name) and principal != (speaker.name if speaker else None):
        who = f"{name} for {behind}"
    way = summary.channel(statement)
    if way == "spokesperson" and statement.medium != "unknown":
        way = f"spokesperson, {summary.spoken(statement.medium)}"
    return " · ".join(part for part in (who, way) if part) or view.names.called(summary.voice(statement))


def _lines(view: View, statement: Statement) -> list[Line]:
    """A statement's words with the tags of its positions, or its positions where they hold most of it."""
    direct = statement.kind == "direct"
    told = tellers(view.reading.statements)
    by_span: dict[Span, list[Position]] = {}
    others: dict[Span, list[Position]] = {}
    for position in view.reading.positions:
        if position.statement and _heard_from(position.statement, told) == statement.id:
            of_another = told_by(position, told, view.reading.statements) is not None
            (others if of_another else by_span).setdefault(position.content, []).append(position)
    entire = _line(view, statement.content, direct, [], statement)
    held = [
        replace(_line(view, span, direct and _inside(span, statement.content), p, told=True), bullet="↳")
        for span, p in others.items()
    ]
    if not by_span or held:
        own = [_line(view, span, direct and _inside(span, statement.content), p) for span, p in by_span.items()]
        return [entire, *(replace(line, bullet="↳") for line in own), *held]
    mostly = _share(statement.content, by_span) >= MOSTLY
    if mostly and len(by_span) == 1:
        return [_line(view, statement.content, direct, next(iter(by_span.values())), statement)]
    parts = [_line(view, span, direct and _inside(span, statement.content), p) for span, p in by_span.items()]
    if not mostly:
        return [entire, *(replace(p, bullet="↳") for p in parts)]
    return [replace(p, words=_put(statement, p.words)) for p in parts]


def _put(statement: Statement, words: str) -> str:
    """Reported words after how they are put: "denied: the talks had failed"."""
    how = summary.put(statement)
    return f"{cut(how, LONGEST)}: {words}" if how else words


def _share(content: Span, parts: Iterable[Span]) -> float:
    held = {n for p in parts for n in range(max(p.start, content.start), min(p.end, content.end))}
    return len(held) / max(1, content.end - content.start)


def _inside(part: Span, whole: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _heard_from(statement: str, told: Mapping[str, Statement]) -> str:
    """The statement in which another is heard, however deep it stands in others' words."""
    while statement in told:
        statement = told[statement].id
    return statement


def _line(
    view: View, span: Span, direct: bool, positions: Sequence[Position], statement: Statement | None = None,
    told: bool = False,
) -> Line:  # fmt: skip
    words = quoted(span, LONGEST) if direct else cut(span.text, LONGEST)
    words = _put(statement, words) if statement else words
    made_by: list[Statement | Position] = [*([statement] if statement else []), *positions]
    notes = [rule_note(item.rule, item.confidence) for item in made_by] if view.explain else []
    return Line(words, Text("\n").join(_tag(p, told) for p in positions), Text(" ").join(notes) if notes else None)


def _tag(position: Position, told: bool = False) -> Text:
    toward = f" → {position.toward}" if position.toward else ""
    whose = f"told of {position.holder.country}: " if told else ""
    return said(whose + summary.spoken(position.kind) + toward, COLOURS[position.kind])


def _block(heading: str, account: Account, width: int) -> RenderableType:
    parts: list[RenderableType] = [title(heading)]
    for voice, lines in account.items():
        parts.append(said(voice, f"italic {QUIET}"))
        parts += [indented(_shown(line, width), 1) for line in lines]
    return Group(*parts)


def _shown(line: Line, width: int) -> RenderableType:
    """The words with their tags to the right, or below them in a narrow block."""
    beside = bool(line.tags) and width >= TAG_BESIDE
    below = [t for t in (line.note, line.tags if not beside else None) if t]
    words = Text("\n").join([Text(line.words), *below])
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=1)
    table.add_column(ratio=1)
    cells = [Text(line.bullet, style=QUIET), words]
    if beside:
        table.add_column(no_wrap=True, justify="right")
        cells.append(line.tags)
    table.add_row(*cells)
    return table
