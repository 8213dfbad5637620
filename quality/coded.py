"""One document's items in plain form, the same from a reading and from a hand's labels.

One scorer then holds any two codings against each other: the engine's and a hand's, or those of two hands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from detente.model import Country, Engagement, Reading, Statement
from detente.reading.confidence import kind_of_event
from detente.reading.events.reader import MUTUAL

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Meeting:
    """An engagement: `at` are the places in the text that show it."""

    at: tuple[Place, ...]
    form: str
    status: str
    date: str | None
    countries: frozenset[str]
    principals: tuple[str, ...]
    background: bool
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Said:
    content: str
    speaker: str | None
    country: str | None
    kind: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Dated:
    at: Place
    text: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Act:
    at: tuple[Place, ...]
    source: str | None
    target: str | None
    root: str
    realis: str
    confidence: float = 1.0
    kind: str = "event"


@dataclass(frozen=True, slots=True)
class Held:
    """A position: whose, of what kind, in which words."""

    content: str
    holder: str | None
    kind: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Promised:
    """A commitment: by and to whom, and who says so."""

    content: str
    by: frozenset[str]
    to: frozenset[str]
    ascribed_by: str | None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Coded:
    """What one hand, or the engine, concluded from one text."""

    text: str
    meetings: tuple[Meeting, ...]
    said: tuple[Said, ...]
    dated: tuple[Dated, ...]
    acts: tuple[Act, ...]
    held: tuple[Held, ...] = ()
    promised: tuple[Promised, ...] = ()


PRONOUNS = frozenset({"he", "she", "it", "they"})


def of_labels(labels: dict[str, Any], text: str) -> Coded:
    """The hand's labels; `at` and times are found in the text in the order in which they are listed."""
    return Coded(
        text,
        tuple(_meeting(e, text) for e in labels.get("engagements") or ()),
        tuple(
            Said(s["content"], s.get("speaker"), s.get("country"), s["kind"]) for s in labels.get("statements") or ()
        ),
        tuple(_dated(labels.get("times") or (), text)),
        tuple(
            _act((_find(e["at"], text),), e["source"], e["target"], e["root"], e["realis"])
            for e in labels.get("events") or ()
        ),
        tuple(Held(p["content"], p["holder"], p["kind"]) for p in labels.get("positions") or ()),
        tuple(
            Promised(c["content"], frozenset(c["by"]), frozenset(c["to"]), c["ascribed_by"])
            for c in labels.get("commitments") or ()
        ),
    )


def _meeting(e: dict[str, Any], text: str) -> Meeting:
    return Meeting(
        (_find(e["at"], text),),
        e["form"],
        e["status"],
        e["date"],
        frozenset(e["countries"]),
        tuple(e["principals"]),
        bool(e["background"]),
    )


def _act(
    at: tuple[Place, ...],
    source: str | None,
    target: str | None,
    root: str,
    realis: str,
    confidence: float = 1.0,
    kind: str = "event",
) -> Act:
    """An act; of what both do together, the hands coded one direction or the other: it has none here."""
    if root in MUTUAL and source and target:
        source, target = sorted((source, target))
    return Act(at, source, target, root, realis, confidence, kind)


def _find(words: str, text: str, start: int = 0) -> Place:
    at = text.find(words, start)
    at = at if at >= 0 else text.find(words)
    if at < 0:
        raise ValueError(f"gold: {words!r} is not in its text")
    return at, at + len(words)


def _dated(times: Any, text: str) -> list[Dated]:
    found, after = [], 0
    for t in times:
        place = _find(t["text"], text, after)
        found.append(Dated(place, t["text"], t["value"]))
        after = max(after, place[1])
    return found


def of_reading(reading: Reading) -> Coded:
    """The engine's reading in the same form."""
    return Coded(
        reading.text,
        tuple(_engagement(e) for e in reading.engagements),
        tuple(Said(s.content.text, _speaker(s), s.on_behalf_of, s.kind, s.confidence) for s in reading.statements),
        tuple(Dated((t.span.start, t.span.end), t.span.text, t.edtf) for t in reading.times),
        tuple(
            dict.fromkeys(
                _act(
                    tuple((s.start, s.end) for s in e.evidence),
                    e.source.country,
                    e.target.country if e.target else None,
                    e.plover_root,
                    e.realis,
                    e.confidence,
                    kind_of_event(e.rule),
                )
                for e in reading.events
            )
        ),
        tuple(Held(p.content.text, p.holder.country, p.kind, p.confidence) for p in reading.positions),
        tuple(
            Promised(c.content.text, _known(c.by), _known(c.to), c.ascribed_by, c.confidence)
            for c in reading.commitments
        ),
    )


def _speaker(statement: Statement) -> str | None:
    """The speaker as the text has him, and by name where that is a pronoun: some hands code whom it stands for."""
    if statement.speaker is None:
        return None
    told, name = statement.speaker.span.text, statement.speaker.name
    return f"{told} {name}" if name and told.lower() in PRONOUNS else told


def _known(countries: tuple[Country, ...]) -> frozenset[str]:
    return frozenset(str(c) for c in countries)


def _engagement(e: Engagement) -> Meeting:
    named = tuple(
        p.actor.name
        for p in e.participants
        if p.actor.name and p.actor.kind == "person" and p.role not in ("delegation", "mediator")
    )
    return Meeting(
        tuple((s.start, s.end) for s in e.evidence),
        e.form,
        e.status.status,
        e.when.edtf,
        frozenset(e.countries),
        named,
        e.background,
        e.confidence,
    )
