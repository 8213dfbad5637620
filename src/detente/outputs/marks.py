"""What the page marks in a text: every item of a reading with its title, its facts and its places.

In: a reading. Out: marks, and the text cut at their boundaries, so that overlapping and nested marks each
cover whole pieces. Joined, the pieces are the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.model import Engagement, Event, Reading, Span, Statement
from detente.outputs import summary
from detente.outputs.dates import in_words
from detente.outputs.escaping import clean, cut, quoted
from detente.outputs.names import full, with_country
from detente.record.relayed import tellers, told_by

Facts = tuple[tuple[str, str], ...]
TITLE = 110

# kinds in the order of the page, with their names in its lists
KINDS = {
    "engagement": "engagements", "statement": "statements", "position": "positions", "commitment": "promises",
    "event": "events", "tenure": "posts", "actor": "people, offices, states", "time": "times",
    "furniture": "set aside", "issue": "issues",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """One item on the page: `id` is unique there, `spans` are its places in the text."""

    id: str
    kind: str
    title: str
    facts: Facts
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the marks that cover it, and those among them that begin here."""

    text: str
    marks: tuple[Mark, ...]
    begins: bool

    @property
    def classes(self) -> str:
        """The kinds of the marks, for the page's colours."""
        return " ".join(kind for kind in KINDS if any(m.kind == kind for m in self.marks))

    @property
    def ids(self) -> str:
        """The ids of the marks, for the page's script."""
        return " ".join(m.id for m in self.marks)


def pieces(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """The text cut at every boundary of a mark; a span that is empty or outside the text marks nothing."""
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, mark in enumerate(marks):
        for span in mark.spans:
            if 0 <= span.start < span.end <= len(text):
                opening.setdefault(span.start, []).append(number)
                closing.setdefault(span.end, []).append(number)
    open_now: list[int] = []
    found: list[Piece] = []
    for start, end in pairwise(sorted({0, len(text), *opening, *closing})):
        for number in closing.get(start, ()):
            open_now.remove(number)
        open_now += opening.get(start, ())
        begins = any(marks[n].kind not in ("actor", "time") for n in opening.get(start, ()))
        found.append(Piece(text[start:end], tuple(marks[n] for n in sorted(set(open_now))), begins))
    return found


def marks(prefix: str, reading: Reading) -> list[Mark]:
    """All marks of a reading, their ids beginning with `prefix`."""
    found: list[Mark] = []
    for kind, items in (
        ("engagement", _engagements(reading)), ("statement", _statements(reading)),
        ("position", _positions(reading)), ("commitment", _commitments(reading)), ("event", _events(reading)),
        ("tenure", _tenures(reading)), ("actor", _actors(reading)), ("time", _times(reading)),
        ("furniture", _furniture(reading)), ("issue", _issues(reading)),
    ):  # fmt: skip
        found += [
            Mark(f"{prefix}{kind}-{n}", kind, clean(title), tuple((k, clean(v)) for k, v in facts), spans)
            for n, (title, facts, spans) in enumerate(items, 1)
        ]
    return found


Item = tuple[str, Facts, tuple[Span, ...]]


def _facts(rule: str = "", confidence: float | None = None, **facts: str | None) -> Facts:
    """The facts that are known, by name, and last the rule with its confidence."""
    known = [(name.replace("_", " ").strip(), value) for name, value in facts.items() if value]
    made = f"{rule} · {confidence:.2f}" if confidence is not None else rule
    return (*known, *([("rule", made)] if made else []))


def _when(edtf: str | None) -> str:
    return in_words(edtf) if edtf else ""


def _engagements(reading: Reading) -> Iterator[Item]:
    for depth, e in summary.ordered(reading.engagements):
        mark = f"{'↳ ' * min(depth, 3)}{summary.MARKS[e.status.status]} {summary.standing(e.status)}"
        parts = (f"{mark} {summary.form(e)}", _when(e.when.edtf), summary.who(e))
        title = " · ".join(p for p in parts if p) + (" (background)" if e.background else "")
        reason = (e.status.reason,) if e.status.reason else ()
        yield title, _engagement(reading, e), (*e.evidence, *reason)


def _engagement(reading: Reading, e: Engagement) -> Facts:
    return _facts(
        e.rule, e.confidence, when=_when(e.when.edtf), where=", ".join(p.name for p in e.places),
        level=summary.level(e), track="" if e.track == "1" else e.track, told_by=e.status.claimed_by,
        why=quoted(e.status.reason, 300) if e.status.reason else "", history=summary.life(e),
        initiative=summary.asked(e), topics="; ".join(e.topics), accounts=summary.accounts(reading, e),
    )  # fmt: skip


def _statements(reading: Reading) -> Iterator[Item]:
    for s in reading.statements:
        yield f"{summary.voice(s)}: {_words(s)}", _statement(s), (s.content,)


def _words(statement: Statement) -> str:
    if statement.kind == "direct":
        return quoted(statement.content, TITLE)
    how = summary.put(statement)
    return cut(f"{how}: {statement.content.text}" if how else statement.content.text, TITLE)


def _statement(s: Statement) -> Facts:
    chain = " ← ".join(f"{r.name} ({summary.spoken(r.role)})" for r in s.chain)
    return _facts(
        s.rule, s.confidence, for_=s.on_behalf_of or "nobody but the speaker", chain=chain, kind=s.kind,
        medium=summary.spoken(s.medium) if s.medium != "unknown" else "",
        to=full(s.addressee) if s.addressee else "", when=_when(s.when.edtf),
    )  # fmt: skip


def _positions(reading: Reading) -> Iterator[Item]:
    others = tellers(reading.statements)
    for p in reading.positions:
        told = told_by(p, others, reading.statements)
        toward = f" → {p.toward}" if p.toward else ""
        title = f"{p.holder.country or full(p.holder)} {summary.spoken(p.kind)}{toward}"
        facts = _facts(
            p.rule, p.confidence, holder=with_country(p.holder, full(p.holder)), topic=p.topic,
            told_by=summary.voice(told) if told is not None else None,
        )  # fmt: skip
        yield f"{title}: {cut(p.content.text, TITLE)}", facts, (p.content,)


def _commitments(reading: Reading) -> Iterator[Item]:
    for c in reading.commitments:
        facts = _facts(c.rule, c.confidence, to=", ".join(c.to), due=_when(c.due.edtf), told_by=c.ascribed_by)
        spans = (c.content, c.refers_to) if c.refers_to else (c.content,)
        yield f"{summary.promise(c, reading.statements)}: {cut(c.content.text, TITLE)}", facts, spans


def _events(reading: Reading) -> Iterator[Item]:
    for v in reading.events:
        target = f" → {full(v.target)}" if v.target else ""
        yield f"{v.plover_root} · {full(v.source)}{target}", _event(v), v.evidence


def _event(v: Event) -> Facts:
    score = f"{v.score:+.1f}" if v.score is not None else ""
    return _facts(
        v.rule, v.confidence, mode=v.plover_mode, CAMEO=v.cameo, quad=v.quad, score=score, realis=v.realis,
        contexts=", ".join(v.contexts), when=_when(v.when.edtf),
    )  # fmt: skip


def _tenures(reading: Reading) -> Iterator[Item]:
    for t in reading.tenures:
        facts = _facts(t.rule, country=t.country, when=_when(t.when.edtf))
        yield f"{t.person} · {summary.spoken(t.change)} · {t.post}", facts, (t.evidence,)


def _actors(reading: Reading) -> Iterator[Item]:
    for a in reading.actors:
        speaks = "yes" if a.official else "no"
        facts = _facts(post=a.post, of=a.organisation, country=a.country, kind=a.kind, official=speaks)
        yield with_country(a, full(a)), facts, a.mentions or (a.span,)


def _times(reading: Reading) -> Iterator[Item]:
    for x in reading.times:
        value = in_words(x.edtf) if x.edtf else "not resolved"
        yield f"{x.span.text}: {value}", _facts(EDTF=x.edtf, type=x.type), (x.span,)


def _furniture(reading: Reading) -> Iterator[Item]:
    for f in reading.furniture:
        yield f"{summary.spoken(f.reason)}: {cut(f.span.text, TITLE)}", (), (f.span,)


def _issues(reading: Reading) -> Iterable[Item]:
    for i in reading.issues:
        spans = (i.span,) if i.span else ()
        yield f"{i.code}: {i.message}", _facts(severity=i.severity), spans
