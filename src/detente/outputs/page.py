"""Readings as one self-contained page: the text with every span marked, and what each mark says.

Out: an HTML string that needs no network: styles and script are inside, and the page's policy forbids more.
Overlapping spans are cut at their boundaries; a piece of text carries all marks that cover it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jinja2 import Environment, PackageLoader, select_autoescape

from detente.model import Reading, Span
from detente.outputs import summary
from detente.outputs.dates import in_words

KINDS = {
    "engagement": "engagements", "statement": "statements", "position": "positions", "commitment": "promises",
    "event": "events", "tenure": "posts", "actor": "actors", "time": "times", "furniture": "set aside", "issue": "issues",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """One item on the page: its kind, its line in the list, its details, and where it stands."""

    id: str
    kind: str
    title: str
    details: tuple[tuple[str, str], ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks."""

    text: str
    marks: tuple[Mark, ...]

    @property
    def classes(self) -> str:
        return " ".join(sorted({m.kind for m in self.marks}))

    @property
    def ids(self) -> str:
        return " ".join(m.id for m in self.marks)


def write_page(readings: Sequence[Reading]) -> str:
    """The page of some readings, in their order."""
    environment = Environment(
        loader=PackageLoader("detente.outputs"), autoescape=select_autoescape(default=True, default_for_string=True),
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    documents = [_document(n, r) for n, r in enumerate(readings, 1)]
    return environment.get_template("page.html.j2").render(documents=documents, kinds=KINDS)


def _document(number: int, reading: Reading) -> dict[str, object]:
    marks = list(_marks(f"d{number}-", reading))
    title, source = summary.heading(reading)
    listed = {kind: [m for m in marks if m.kind == kind] for kind in KINDS}
    return {
        "id": f"d{number}", "title": title, "source": source, "pieces": pieces(reading.text, marks), "listed": listed,
        "marks": marks, "reader": f"{reading.reader.version} · codebook {reading.reader.codebook} · {reading.reader.model}",
    }  # fmt: skip


def pieces(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """The text cut at every span's boundary; joined, the pieces are the text."""
    edges = {0, len(text)} | {e for m in marks for s in m.spans for e in (s.start, s.end)}
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in marks:
        for span in mark.spans:
            opening.setdefault(span.start, []).append(mark)
            closing.setdefault(span.end, []).append(mark)
    found: list[Piece] = []
    current: list[Mark] = []
    for start, end in pairwise(sorted(edges)):
        for mark in closing.get(start, ()):
            current.remove(mark)
        current += opening.get(start, [])
        found.append(Piece(text[start:end], tuple(dict.fromkeys(current))))
    return found


def _marks(prefix: str, reading: Reading) -> Iterator[Mark]:
    for e in reading.engagements:
        details = (
            ("who", summary.who(e)), ("when", in_words(e.when.edtf)), ("where", ", ".join(p.name for p in e.places)),
            ("level", summary.level(e)), ("says", e.status.claimed_by or ""), ("why", e.status.reason.text if e.status.reason else ""),
            ("topics", "; ".join(e.topics)), ("accounts", summary.accounts(reading, e)), ("background", "yes" if e.background else ""),
            ("rule", f"{e.rule} · {e.confidence:.2f}"),
        )  # fmt: skip
        title = f"{summary.MARKS[e.status.status]} {summary.standing(e)} {summary.form(e)}: {summary.who(e)}"
        yield Mark(prefix + e.id, "engagement", title, _given(details), e.evidence)
    yield from _words(prefix, reading)
    yield from _small(prefix, reading)


def _words(prefix: str, reading: Reading) -> Iterator[Mark]:
    for s in reading.statements:
        chain = " → ".join(f"{r.name} ({r.role.replace('_', ' ')})" for r in s.chain)
        details = (
            ("through", chain), ("for", s.on_behalf_of or "nobody but the speaker"), ("kind", s.kind), ("medium", s.medium.replace("_", " ")),
            ("to", summary.label(s.addressee) if s.addressee else ""), ("said", in_words(s.when.edtf) if s.when.edtf else ""),
            ("rule", f"{s.rule} · {s.confidence:.2f}"),
        )  # fmt: skip
        yield Mark(prefix + s.id, "statement", f"{summary.label(s.speaker)}: {_short(s.content.text)}", _given(details), (s.content,))
    for p in reading.positions:
        details = (
            ("holder", summary.with_country(p.holder)), ("toward", p.toward or ""), ("on", p.topic), ("rule", f"{p.rule} · {p.confidence:.2f}"),
        )  # fmt: skip
        yield Mark(prefix + p.id, "position", f"{p.holder.country} {p.kind.replace('_', ' ')}: {_short(p.content.text)}", _given(details), (p.content,))
    for c in reading.commitments:
        details = (("whose", summary.promise(c)), ("due", in_words(c.due.edtf) if c.due.edtf else ""), ("rule", f"{c.rule} · {c.confidence:.2f}"))
        yield Mark(prefix + c.id, "commitment", f"{summary.promise(c)}: {_short(c.content.text)}", _given(details), (c.content,))
    for v in reading.events:
        pair = f"{summary.label(v.source)} → {summary.label(v.target) if v.target else '–'}"
        details = (
            ("code", f"{v.plover_root} {v.plover_mode or ''} · CAMEO {v.cameo or '–'} · {v.quad} · {v.score if v.score is not None else '–'}"),
            ("realis", v.realis), ("when", in_words(v.when.edtf)), ("rule", f"{v.rule} · {v.confidence:.2f}"),
        )  # fmt: skip
        yield Mark(prefix + v.id, "event", f"{v.plover_root}: {pair}", _given(details), v.evidence)


def _small(prefix: str, reading: Reading) -> Iterator[Mark]:
    for n, t in enumerate(reading.tenures, 1):
        yield Mark(f"{prefix}t{n}", "tenure", f"{t.person}: {t.change} {t.post}", _given((("country", t.country or ""), ("rule", t.rule))), (t.evidence,))
    for n, a in enumerate(reading.actors, 1):
        details = (("post", a.post or ""), ("of", a.organisation or ""), ("country", a.country or ""), ("kind", a.kind), ("speaks for a state or body", "yes" if a.official else "no"))
        yield Mark(f"{prefix}a{n}", "actor", summary.with_country(a), _given(details), a.mentions or (a.span,))
    for n, x in enumerate(reading.times, 1):
        yield Mark(f"{prefix}x{n}", "time", f"{x.span.text}: {in_words(x.edtf)}", _given((("edtf", x.edtf or "unresolved"), ("type", x.type))), (x.span,))
    for n, f in enumerate(reading.furniture, 1):
        yield Mark(f"{prefix}f{n}", "furniture", f"{f.reason.replace('_', ' ')}: {_short(f.span.text)}", (), (f.span,))
    for n, i in enumerate(reading.issues, 1):
        yield Mark(f"{prefix}i{n}", "issue", f"{i.code} {i.message}", _given((("severity", i.severity),)), (i.span,) if i.span else ())


def _given(details: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((k, v) for k, v in details if v)


def _short(text: str, limit: int = 90) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[:limit].rsplit(" ", 1)[0] + " …"
