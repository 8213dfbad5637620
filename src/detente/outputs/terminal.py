"""A reading on a terminal: what happened first, then each side's account, then what hangs on it.

In: a reading and a rich console of any width, coloured or not. A document cannot spoil the screen: control
and bidirectional characters are shown as code points, and markup in the text is text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from detente.model import Commitment, Event, Issue, Reading
from detente.outputs import agenda, summary, voices
from detente.outputs.dates import in_words
from detente.outputs.escaping import cut, quoted
from detente.outputs.names import Names
from detente.outputs.view import LONGEST, QUIET, View, indented, joined, rule_note, said, title
from detente.record.temperature import DOUBTFUL

LONGEST_TITLE = 180


def render(reading: Reading, console: Console, explain: bool = False) -> None:
    """Prints a reading; with `explain`, the rule and confidence of each item beside it."""
    view = View(reading, Names(reading), console.width, explain)
    parts = (
        _heading,
        agenda.engagements,
        voices.sides,
        voices.own_voices,
        _promises,
        _events,
        _posts,
        _closing,
    )
    console.print()
    for part in parts:
        for shown in part(view):
            console.print(shown)


def _heading(view: View) -> Iterable[RenderableType]:
    """Title and source on one line where they fit, else on two."""
    name, source = summary.heading(view.reading)
    left, right = Text(cut(name, LONGEST_TITLE), style="bold"), said(source, QUIET)
    room = view.width - cell_len(left.plain) - cell_len(right.plain)
    if room >= 2:
        yield left + Text(" " * room) + right
    else:
        yield left
        yield right
    yield Rule(style=QUIET)


def _promises(view: View) -> Iterable[RenderableType]:
    if view.reading.commitments:
        yield title("Promises")
    for commitment in view.reading.commitments:
        yield indented(_promise(view, commitment))


def _promise(view: View, commitment: Commitment) -> Text:
    statement = next((s for s in view.reading.statements if s.id == commitment.statement), None)
    whose = summary.promise(commitment, view.reading.statements)
    direct = statement is not None and statement.kind == "direct"
    span = commitment.content
    text = said(whose, "yellow" if "unconfirmed" in whose else "green")
    words = Text(quoted(span, LONGEST) if direct else cut(span.text, LONGEST))
    whom = said(f"to {', '.join(commitment.to)}" if commitment.to else "", QUIET)
    day = in_words(commitment.due.edtf).replace("until ", "by ", 1)
    due = said(f"due {day}" if commitment.due.edtf else "", QUIET)
    note = rule_note(commitment.rule, commitment.confidence) if view.explain else Text()
    return joined(text, words, whom, due, note)


def _events(view: View) -> Iterable[RenderableType]:
    """The coded events; what is an engagement above and what is doubtful is only counted."""
    known = {e.id for e in view.reading.engagements}
    told = [e for e in view.reading.events if e.plover_root == "CONSULT" and e.engagement in known]
    others = [e for e in view.reading.events if e not in told]
    shown = [e for e in others if view.explain or e.confidence >= DOUBTFUL]
    if not view.reading.events:
        return
    yield title("Events")
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(4):
        table.add_column(overflow="fold")
    for event in shown:
        table.add_row(*_event(view, event))
    if shown:
        yield indented(table)
    if told:
        yield indented(Text(f"CONSULT × {len(told)}, in the engagements above", style=QUIET))
    if doubtful := len(others) - len(shown):
        yield indented(Text(f"{doubtful} doubtful, seen with --explain and in --json", style=QUIET))


def _event(view: View, event: Event) -> list[Text]:
    target = f" → {view.names.short(event.target)}" if event.target else ""
    pair = said(f"{view.names.short(event.source)}{target}")
    if view.explain:
        codes = " ".join(c for c in (event.quad, f"CAMEO {event.cameo}" if event.cameo else "") if c)
        pair.append("\n").append_text(rule_note(event.rule, event.confidence, codes))
    when = said(in_words(event.when.edtf) if event.when.edtf else "", QUIET)
    return [said(event.plover_root, "bold"), pair, when, said(event.realis, QUIET)]


def _posts(view: View) -> Iterable[RenderableType]:
    """Who takes or leaves a post, a line each; who holds one, in a row."""
    changes = [t for t in view.reading.tenures if t.change != "holds"]
    held = [t for t in view.reading.tenures if t.change == "holds"]
    if changes or held:
        yield title("Posts")
    for tenure in changes:
        when = in_words(tenure.when.edtf) if tenure.when.edtf else ""
        person = said(f"{tenure.person}{_of(tenure.country)}")
        note = rule_note(tenure.rule) if view.explain else Text()
        yield indented(joined(person, said(tenure.change), said(tenure.post, "bold"), said(when, QUIET), note))
    if held:
        people = dict.fromkeys(f"{t.person}{_of(t.country)}, {t.post}" for t in held)
        yield indented(said(f"in post: {'; '.join(people)}", QUIET))


def _of(country: str | None) -> str:
    return f" ({country})" if country else ""


def _closing(view: View) -> Iterable[RenderableType]:
    """What was set aside, and the issues with their place in the text."""
    issues = [i for i in view.reading.issues if i.severity != "info"]
    parts = [f"set aside: {summary.number(len(view.reading.furniture), 'passage')}{_reasons(view.reading)}"]
    parts.append(summary.number(len(issues), "issue"))
    minor = len(view.reading.issues) - len(issues)
    parts += [summary.number(minor, "note")] if minor else []
    parts += [] if view.explain else ["--explain shows the rules"]
    yield Text("\n" + " · ".join(parts), style=QUIET)
    for issue in view.reading.issues if view.explain else issues:
        yield indented(_issue(view.reading, issue))


def _reasons(reading: Reading) -> str:
    counts = Counter(summary.spoken(f.reason) for f in reading.furniture)
    return f" ({', '.join(f'{n} {reason}' for reason, n in counts.most_common())})" if counts else ""


def _issue(reading: Reading, issue: Issue) -> Text:
    """Code, line of the text, the words, and what is the matter with them."""
    text = said(issue.code, {"error": "bold red", "warning": "yellow", "info": QUIET}[issue.severity])
    place = Text()
    if issue.span is not None:
        line = reading.text.count("\n", 0, issue.span.start) + 1
        place = Text(f"line {line} {quoted(issue.span, 40)}", style=QUIET)
    return joined(text, place, said(issue.message))
