"""The channel board of two sides: where each line stands, what is planned, promised and changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from detente.model import Country
from detente.reading.times.calendar import moved
from detente.record import channels, status
from detente.record.days import AHEAD
from detente.record.knowledge import Knowledge
from detente.record.nouns import (
    ChannelLine,
    CommitmentRecord,
    Coverage,
    Declaration,
    EngagementRecord,
    Use,
)
from detente.record.standing import COMING, FALLEN, HAPPENED
from detente.store import coverage, engagements, queries, schema
from detente.store.claimed import superseded
from detente.store.coding import restored
from detente.store.concluding import span_of
from detente.store.correcting import rejected_ids
from detente.store.filters import Filter
from detente.store.measures import Measure, measures
from detente.store.stored import all_known

DONE = frozenset({"claimed_kept", "withdrawn"})
# days before the board's day whose changes it tells, without --since
RECENT = 30


@dataclass(frozen=True, slots=True)
class Change:
    """Something that became known: when it was so, when it became known, what, and of which record."""

    at: str | None
    known_at: str
    what: str
    record: str


@dataclass(frozen=True, slots=True)
class Undated:
    """The held engagements of a channel of which no day is told: how many, and the one that became known last."""

    last: EngagementRecord
    number: int


@dataclass(frozen=True, slots=True)
class Board:
    """Where two sides stand on a day.

    `undated` tells, by channel, of held engagements of which no day is told: they used it, nobody says when.
    `measures` are what they did against each other, since the day given or in the year before; `called` what a reader
    calls the two: "Kenya (KEN)". `fallen` are, of that time, what was put off or called off or is in dispute, and what
    was planned for a day that is past and not heard of again.
    """

    pair: tuple[str, str]
    as_of: str
    coverage: tuple[Coverage, ...]
    wires: Coverage
    channels: tuple[ChannelLine, ...]
    planned: tuple[EngagementRecord, ...]
    open_commitments: tuple[CommitmentRecord, ...]
    changes: tuple[Change, ...]
    used: tuple[EngagementRecord, ...]
    undated: dict[str, Undated]
    quiet_days: int
    measures: tuple[Measure, ...] = ()
    called: tuple[str, str] | None = None
    fallen: tuple[EngagementRecord, ...] = ()


def board(
    connection: Connection, a: str, b: str, as_of: str, knowledge: Knowledge, since: str | None = None,
    quiet_days: int = channels.QUIET_DAYS,
) -> Board:  # fmt: skip
    """The board of two sides as it was known on a day."""
    then = None if all_known(connection, as_of) else as_of
    pair = Filter(between=(a, b), as_of=then)
    start = since or moved(date.fromisoformat(as_of), -RECENT).isoformat()
    found = engagements.engagements(connection, pair) if then else _engagements(connection, a, b, as_of, start)
    planned = [r for r in found if _is_planned(r, as_of)]
    declared = [d for d in declarations(connection, a, b, then) if not channels.to_come(d, as_of)]
    lines = channels.lines(
        _uses(found, as_of, knowledge), declared, ((r.channel or "other", r.id) for r in planned), as_of, quiet_days
    )
    promises = [r for r in queries.commitments(connection, pair, knowledge) if r.status not in DONE]
    last = {line.last_used.engagement for line in lines if line.last_used}
    undated = _undated_among(found, knowledge) if then else engagements.undated(connection, a, b)
    covered, wires = coverage.on_pair(connection, a, b, then)
    year = since or moved(date.fromisoformat(as_of), -channels.QUIET_DAYS).isoformat()
    fallen = found if then else engagements.fallen(connection, a, b, year, as_of)
    return Board(
        (a, b), as_of, covered, wires, lines, tuple(sorted(planned, key=_when)), tuple(promises),
        tuple(_changes(found, declared, start)), tuple(r for r in found if r.id in last), _undated(undated),
        quiet_days, tuple(measures(connection, a, b, as_of, year, then)),
        (_called(a, knowledge), _called(b, knowledge)),
        tuple(r for r in fallen if _fell(r, year, as_of)),
    )  # fmt: skip


def _called(code: str, knowledge: Knowledge) -> str:
    name = knowledge.lexicon.country_names.get(Country(code))
    return f"{name} ({code})" if name else code


def _engagements(connection: Connection, a: str, b: str, as_of: str, start: str) -> list[EngagementRecord]:
    """The engagements that a board is made of where all is known: last uses, plans, and what is told since a day.

    What was known on an earlier day has to be concluded from the claims of then, all of them.
    """
    told = engagements.told_since(connection, a, b, start)
    plans = {r.id: r for r in engagements.to_come(connection, a, b, as_of)}
    plans |= {r.id: r for r in told if r.status in COMING}
    used = engagements.last_uses(connection, a, b, as_of)
    return list({r.id: r for r in (*used, *engagements.in_order(plans.values()), *told)}.values())


def _uses(records: Iterable[EngagementRecord], as_of: str, knowledge: Knowledge) -> Iterator[tuple[str, Use]]:
    """Held engagements with a date: what has none cannot say when a channel was last used, and what is told while a
    visit lasts does not say that it went on."""
    for record in records:
        first, last = span_of(record.when)
        if record.status in HAPPENED and first and last and first <= as_of:
            told = max((e.known_at for e in record.history if e.status in HAPPENED), default=last)
            until = max(first, min(last, as_of, told))
            for channel in channels.used_by(record, knowledge):
                yield channel, Use(until, record.history[0].known_at, record.id)


def _undated(told: Iterable[tuple[str, EngagementRecord, int]]) -> dict[str, Undated]:
    """By channel what is told of uses without a day, from those of one channel or several ("leaders+defence")."""
    found: dict[str, Undated] = {}
    for used, last, number in told:
        for channel in used.split("+"):
            found[channel] = Undated(last, number + (found[channel].number if channel in found else 0))
    return found


def _undated_among(
    records: Iterable[EngagementRecord], knowledge: Knowledge
) -> Iterator[tuple[str, EngagementRecord, int]]:
    """The held engagements without a day, the one told of last at the end, with the channel that each used."""
    for record in sorted(records, key=lambda r: (r.history[0].known_at, r.id)):
        if record.status in HAPPENED and span_of(record.when)[0] is None:
            yield "+".join(channels.used_by(record, knowledge)) or "other", record, 1


def _when(record: EngagementRecord) -> tuple[str, str]:
    return (span_of(record.when)[0] or "9999", record.id)


def _is_planned(record: EngagementRecord, as_of: str) -> bool:
    """To come, and not past: a plan without a date is taken for one for as long as plans are made ahead."""
    if record.status not in COMING:
        return False
    _, last = span_of(record.when)
    known = date.fromisoformat(record.history[-1].known_at)
    return last >= as_of if last else moved(known, AHEAD) >= date.fromisoformat(as_of)


def _fell(record: EngagementRecord, since: str, as_of: str) -> bool:
    """Off or in dispute, or planned for a day that is past; of the days since one."""
    _, last = span_of(record.when)
    if (last or record.history[-1].known_at) < since:
        return False
    return record.status in FALLEN or (record.status in COMING and last is not None and last < as_of)


def declarations(connection: Connection, a: str, b: str, as_of: str | None = None) -> list[Declaration]:
    """What was declared of channels between two sides and known by a day; without what people have rejected."""
    i = schema.items
    query = select(i).where(i.c.kind == "declaration", i.c.a == min(a, b), i.c.b == max(a, b))
    if as_of is not None:
        query = query.where(i.c.known_at <= as_of)
    rows = connection.execute(query.order_by(i.c.known_at, i.c.document, i.c.number)).all()
    gone = superseded(connection, as_of, {r.document for r in rows})
    turned_down = rejected_ids(connection) if rows else frozenset()
    found = (restored(r.data, Declaration) for r in rows if (r.document, r.version) not in gone)
    return [d for d in found if d.id not in turned_down]


def _changes(records: Sequence[EngagementRecord], declared: Iterable[Declaration], since: str) -> list[Change]:
    """What became known since a day and changed where something stands: no repetition and no recollection."""
    told = (r for r in records if r.documents and r.history[-1].known_at > since)
    found = [
        Change(e.at, e.known_at, f"{r.form} {turned}", r.id)
        for r in told
        for e, turned in status.turns(r.history, r.background_in)
        if e.known_at > since and e.document in r.documents
    ]
    found += [Change(d.at, d.known_at, f"{d.channel} {d.state}", d.id) for d in declared if d.known_at > since]
    once = {(c.known_at, c.what, c.record): c for c in reversed(found)}
    return sorted(once.values(), key=lambda c: (c.known_at, c.at or "", c.what, c.record))
