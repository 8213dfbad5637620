"""A reading on a terminal: what happened first, then each side's account, then what hangs on it.

In: a reading and a rich console of any width, coloured or not. A document cannot spoil the screen: control
and bidirectional characters are shown as code points, and markup in the text is text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from detente.model import Engagement, Position, Reading, Span, Statement
from detente.outputs import summary
from detente.outputs.dates import in_words

COLOURS = {
    "held": "green", "under_way": "green", "announced": "cyan", "confirmed": "cyan", "mooted": "blue", "postponed": "yellow",
    "rescheduled": "cyan", "cancelled": "red", "declined": "red", "unanswered": "yellow", "did_not_occur": "red", "disputed": "magenta",
}  # fmt: skip
KINDS = {"demand": "red", "threat": "red", "red_line": "red", "concern": "yellow", "condition": "yellow", "offer": "green", "principle": "blue", "position": "default"}
LONGEST = 220
SIDE_BY_SIDE = 96


def render(reading: Reading, console: Console, explain: bool = False) -> None:
    """Prints a reading; with `explain`, the rule and confidence of each item beside it."""
    title, source = summary.heading(reading)
    console.print()
    console.print(Text(clean(title), style="bold"), Text(clean(source), style="dim"), sep="\n")
    console.print(Rule(style="dim"))
    for part in (_engagements, _sides, _voices, _commitments, _events, _tenures, _closing):
        shown = part(reading, explain, console.width)
        if shown is not None:
            console.print(shown)


def clean(text: str) -> str:
    """The text on one line with control and format characters written out as U+XXXX."""
    flat = " ".join(text.split())
    return "".join(f"⟨U+{ord(c):04X}⟩" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") else c for c in flat)


def quoted(span: Span, limit: int = LONGEST) -> str:
    """A span's own words in quotation marks, cut at a word with the ellipsis outside the marks."""
    words = clean(span.text).strip("\"“”")
    if len(words) <= limit:
        return f"“{words}”"
    return f"“{words[:limit].rsplit(' ', 1)[0]}” …"


def _title(text: str) -> Text:
    return Text(f"\n{text}", style="bold")


def _rule_note(explain: bool, rule: str, confidence: float | None = None) -> str:
    if not explain:
        return ""
    return f"  [{rule}{'' if confidence is None else f' · {confidence:.2f}'}]"


# -- engagements ------------------------------------------------------------------------------------


def _engagements(reading: Reading, explain: bool, width: int) -> RenderableType | None:
    if not reading.engagements:
        return Text("no engagement between two states was found", style="dim")
    table = Table.grid(padding=(0, 2))
    narrow = width < SIDE_BY_SIDE
    for _ in range(2 if narrow else 4):
        table.add_column(no_wrap=not narrow, vertical="top")
    table.add_column(ratio=1, overflow="fold")
    for depth, engagement in summary.ordered(reading.engagements):
        table.add_row(*_row(reading, engagement, depth, explain, narrow))
    return table


def _row(reading: Reading, engagement: Engagement, depth: int, explain: bool, narrow: bool) -> list[Text]:
    colour = COLOURS[engagement.status.status]
    dim = " dim" if engagement.background else ""
    mark = Text(f"{'  ' * depth}{summary.MARKS[engagement.status.status]} {summary.standing(engagement)}", style=colour + dim)
    what = Text(summary.form(engagement), style="bold" + dim)
    when = Text(in_words(engagement.when.edtf), style=dim.strip())
    where = Text(", ".join(clean(p.name) for p in engagement.places), style=dim.strip())
    told = _told(reading, engagement, explain, dim)
    if narrow:
        return [mark, what, Text("\n").join([Text(" ").join([when, where]), told])]
    return [mark, what, when, where, told]


def _told(reading: Reading, engagement: Engagement, explain: bool, dim: str) -> Text:
    lines = [Text(clean(summary.who(engagement)), style=dim.strip())]
    details = [summary.level(engagement), "background" if engagement.background else ""]
    details += [f"asked for by {engagement.initiator}"] if engagement.initiator else []
    details += ["on " + "; ".join(clean(t) for t in engagement.topics[:3])] if engagement.topics else []
    if any(details):
        lines.append(Text(" · ".join(d for d in details if d), style="dim"))
    if engagement.status.reason is not None:
        lines.append(Text(cut(engagement.status.reason, 140), style="italic dim"))
    if accounts := summary.accounts(reading, engagement):
        lines.append(Text(clean(accounts), style="dim"))
    if explain:
        lines.append(Text(_rule_note(True, engagement.rule, engagement.confidence).strip(), style="magenta dim"))
    return Text("\n").join(lines)


# -- each side --------------------------------------------------------------------------------------


def _sides(reading: Reading, explain: bool, width: int) -> RenderableType | None:
    heard = summary.sides(reading)
    if not heard:
        return None
    blocks = [_side(reading, side, explain) for side in heard]
    parts: list[RenderableType] = []
    while blocks:
        if width >= SIDE_BY_SIDE and len(blocks) > 1:
            table = Table.grid(padding=(0, 3), expand=True)
            table.add_column(ratio=1)
            table.add_column(ratio=1)
            table.add_row(blocks.pop(0), blocks.pop(0))
            parts.append(table)
        else:
            parts.append(blocks.pop(0))
    return Group(*parts)


def _side(reading: Reading, side: str, explain: bool) -> RenderableType:
    lines: list[RenderableType] = [_title(f"{side} says")]
    told: set[str] = set()
    for position in reading.positions:
        if position.holder.country == side:
            told.add(position.statement or "")
            text = Text()
            text.append(f"{position.kind.replace('_', ' ')}", style=KINDS[position.kind])
            text.append(f" → {position.toward}" if position.toward else "", style="dim")
            text.append(f"  {_position_words(reading, position)}")
            text.append(f"  {clean(summary.label(position.holder))}", style="dim")
            text.append(_rule_note(explain, position.rule, position.confidence), style="magenta dim")
            lines.append(Padding(text, (0, 0, 0, 2)))
    for number, statement in enumerate(reading.statements, 1):
        if statement.on_behalf_of == side and f"s{number}" not in told:
            lines.append(Padding(_statement(statement, explain), (0, 0, 0, 2)))
    return Group(*lines)


def _position_words(reading: Reading, position: Position) -> str:
    """In quotation marks only what the text quotes; reported speech stays without."""
    number = int(position.statement[1:]) - 1 if position.statement else -1
    if number >= 0 and reading.statements[number].kind == "direct":
        return quoted(position.content)
    return cut(position.content)


def cut(span: Span, limit: int = LONGEST) -> str:
    """A span's words without marks, cut at a word."""
    words = clean(span.text)
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0] + " …"


def _statement(statement: Statement, explain: bool) -> Text:
    """Direct words in quotation marks; reported words after a colon, as the text reports them."""
    text = Text()
    text.append(clean(summary.label(statement.speaker)), style="dim")
    way = statement.medium.replace("_", " ")
    text.append(f" ({way})" if way != "unknown" else "", style="dim")
    text.append(f"  {_words(statement)}")
    text.append(_rule_note(explain, statement.rule, statement.confidence), style="magenta dim")
    return text


def _words(statement: Statement) -> str:
    if statement.kind == "direct":
        return quoted(statement.content)
    return cut(statement.content)


def _voices(reading: Reading, explain: bool, width: int) -> RenderableType | None:
    own = [s for s in reading.statements if s.on_behalf_of is None]
    if not own:
        return None
    lines: list[RenderableType] = [_title("In their own name")]
    lines += [Padding(_statement(s, explain), (0, 0, 0, 2)) for s in own]
    return Group(*lines)


# -- the rest ---------------------------------------------------------------------------------------


def _commitments(reading: Reading, explain: bool, width: int) -> RenderableType | None:
    if not reading.commitments:
        return None
    lines: list[RenderableType] = [_title("Promises")]
    for commitment in reading.commitments:
        text = Text(f"{summary.promise(commitment)}  ")
        text.append(cut(commitment.content))
        text.append(f"  due {in_words(commitment.due.edtf)}" if commitment.due.edtf else "", style="dim")
        text.append(_rule_note(explain, commitment.rule, commitment.confidence), style="magenta dim")
        lines.append(Padding(text, (0, 0, 0, 2)))
    return Group(*lines)


def _events(reading: Reading, explain: bool, width: int) -> RenderableType | None:
    events = [e for e in reading.events if e.plover_root != "CONSULT"]
    if not events:
        return None
    table = Table.grid(padding=(0, 2))
    for event in events:
        target = clean(summary.label(event.target)) if event.target else "–"
        row = [event.plover_root, f"{clean(summary.label(event.source))} → {target}", in_words(event.when.edtf), event.realis]
        row.append(_rule_note(explain, event.rule, event.confidence).strip())
        table.add_row(*(Text(c) for c in row))
    return Group(_title("Events"), Padding(table, (0, 0, 0, 2)))


def _tenures(reading: Reading, explain: bool, width: int) -> RenderableType | None:
    changes = [t for t in reading.tenures if t.change != "holds"]
    if not changes:
        return None
    lines: Sequence[Text] = [
        Text(f"  {clean(t.person)} ({t.country or '?'})  {t.change}  {clean(t.post)}  {in_words(t.when.edtf) if t.when.edtf else ''}".rstrip())
        for t in changes
    ]
    return Group(_title("Posts"), *lines)


def _closing(reading: Reading, explain: bool, width: int) -> RenderableType:
    count = len(reading.furniture)
    parts = [f"set aside: {count} passage{'' if count == 1 else 's'} of the page"]
    notable = [i for i in reading.issues if i.severity != "info"]
    parts.append(f"{len(notable)} issue{'' if len(notable) == 1 else 's'}")
    if not explain:
        parts.append("--explain shows the rules")
    lines = [Text("\n" + " · ".join(parts), style="dim")]
    for issue in notable:
        place = f" at {issue.span.start}" if issue.span else ""
        lines.append(Text(f"  {issue.code}{place}: {clean(issue.message)}", style="yellow"))
    return Group(*lines)
