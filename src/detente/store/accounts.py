"""The accounts of one engagement side by side: `detente compare`; and all that it rests on: `detente show`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from detente.errors import NotFoundError, UsageError
from detente.model import Country, Span
from detente.record import comparison
from detente.record.claims import telling
from detente.record.knowledge import Knowledge
from detente.record.nouns import (
    CommitmentClaim,
    CommitmentRecord,
    Coverage,
    EngagementClaim,
    EngagementRecord,
    Item,
    Quote,
)
from detente.record.reviews import Review, undone
from detente.record.standing import DENIED, HAPPENED
from detente.store import coverage, queries, schema
from detente.store.became import deeds_of
from detente.store.correcting import log
from detente.store.knownthen import Record, known
from detente.store.reading import told


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides' accounts of one engagement."""

    engagement: str
    sides: tuple[str, str]
    caution: str
    coverage: tuple[Coverage, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class FieldClaim:
    """What a version says of one field of a record."""

    document: str
    start: int
    end: int
    text: str
    field: str
    value: Any
    rule: str
    known_at: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A record with everything under it.

    `tellers` are the ids of the claims that tell the fields, one for each of `claims`; `undone` the reviews that are
    taken back, each with the number of that which took it back.
    """

    record: Record
    claims: tuple[FieldClaim, ...]
    tellers: tuple[str, ...]
    reviews: tuple[Review, ...]
    undone: Mapping[int, int]
    redirects: tuple[str, ...]
    matches: tuple[tuple[str, str | None], ...]


def compare(
    connection: Connection, given: str, knowledge: Knowledge, sides: Sequence[str] = (), as_of: str | None = None
) -> Comparison:
    """The accounts of an engagement, of the sides given or of its first two. Raises NotFoundError, UsageError."""
    found = known(connection, given, knowledge, as_of)
    record = found.record
    if not isinstance(record, EngagementRecord):
        raise NotFoundError(f"{given}: is no engagement; detente show {given} tells what it is")
    pair = _sides(record, sides)
    claims: dict[str, EngagementClaim] = {c.document: c for c in found.claims if not c.background}
    documents = {s: [d for a in record.accounts if a.side == s for d in a.documents] for s in pair}
    ours, theirs = (_accounts(connection, documents[s], claims, as_of) for s in pair)
    disputed = tuple(_existence(record, claims, pair))
    quotes = [q for item in disputed for q in (*item.a, *item.b)]
    items = comparison.compare((Country(pair[0]), Country(pair[1])), ours, theirs, knowledge, quotes)
    stands = coverage.of_documents(connection, pair, ((s, d) for s in pair for d in documents[s]), as_of)
    return Comparison(record.id, pair, comparison.CAUTION, stands, (*disputed, *items))


def _sides(record: EngagementRecord, sides: Sequence[str]) -> tuple[str, str]:
    wanted = tuple(sides) or record.countries[:2]
    if len(wanted) != 2:
        raise UsageError(f"{record.id}: has one side only; name two with --sides A B")
    for side in wanted:
        if side not in record.countries:
            raise UsageError(
                f"--sides {side}: takes no part in {record.id}; its sides are {', '.join(record.countries)}"
            )
    return wanted[0], wanted[1]


def _accounts(
    connection: Connection, documents: Sequence[str], claims: dict[str, EngagementClaim], as_of: str | None
) -> list[comparison.Account]:
    found = []
    families = queries.families(connection, documents)
    for text in told(connection, documents, as_of):
        claim = claims[text.reading.id]
        others = (
            s for n, e in enumerate(text.reading.engagements) if n != claim.ordinal and e.status.status in HAPPENED
            for s in e.evidence
        )  # fmt: skip
        spans = (*(Span(q.start, q.end, q.text) for q in claim.evidence), *others)
        mine = {e.id for n, e in enumerate(text.reading.engagements) if n == claim.ordinal}
        found.append(comparison.Account(text, spans, frozenset(mine), families.get(text.reading.id, "")))
    return found


def _existence(record: EngagementRecord, claims: dict[str, EngagementClaim], pair: tuple[str, str]) -> Iterator[Item]:
    """That one side says it took place, or was agreed, and the other denies it."""
    if record.status != "disputed":
        return
    denied = [(w.claimed_by, _quote(c, w)) for c in claims.values() for w in c.words if w.status in DENIED]
    told_of = [(w.claimed_by, _quote(c, w)) for c in claims.values() for w in c.words if w.status not in DENIED]
    for denier in dict.fromkeys(by for by, _ in denied):
        mine = tuple(q for by, q in denied if by == denier)
        other = pair[1] if denier == pair[0] else pair[0]
        own = tuple(q for by, q in told_of if by == other and q not in mine)
        rest = own or tuple(q for by, q in told_of if by != denier and q not in mine)
        tellers = ", ".join(dict.fromkeys(str(by) for by, q in told_of if q in rest and by))
        topic = record.form if own or not tellers else f"{record.form}, as told by {tellers} and not by {other}"
        yield Item("existence_disputed", topic, *((mine, rest) if denier == pair[0] else (rest, mine)))


def _quote(claim: EngagementClaim, word: Any) -> Quote:
    return Quote(claim.document, word.start, word.end, word.text)


# -- show --------------------------------------------------------------------------------------------


def show(connection: Connection, given: str, knowledge: Knowledge, as_of: str | None = None) -> Shown:
    """A record with every claim under each of its fields, the reviews on it, and the ids that lead to it, as known by
    a day (all, without one)."""
    found = known(connection, given, knowledge, as_of)
    ids = {x.id for x in found.claims}
    told = [(x.id, f) for x in found.claims for f in _fields(x)]
    told += _deeds(connection, found.record, as_of)
    every = log(connection)
    return Shown(
        record=found.record,
        claims=tuple(f for _, f in told),
        tellers=tuple(teller for teller, _ in told),
        reviews=_on(ids, every),
        undone=undone(every),
        redirects=tuple(sorted((ids | _replaced(connection, ids)) - {found.record.id})),
        matches=found.why,
    )


def _deeds(connection: Connection, record: Record, as_of: str | None) -> list[tuple[str, FieldClaim]]:
    """What is reported to have been done or left and ends a promise, by the id that a review takes."""
    if not isinstance(record, CommitmentRecord):
        return []
    done = (d for d in deeds_of(connection, "+".join(record.by), as_of) if d.quote in record.restatements)
    return [
        (
            d.id,
            FieldClaim(d.document, d.quote.start, d.quote.end, d.quote.text, "status", d.status, "", d.known_at),
        )
        for d in done
    ]


def _on(ids: set[str], reviews: Iterable[Review]) -> tuple[Review, ...]:
    """The reviews on a record's claims, and those that take them back."""
    found: dict[str, Review] = {}
    for review in reviews:
        if ids & set(review.ids) or (review.action == "undo" and review.value in found):
            found[str(review.number)] = review
    return tuple(found.values())


def _replaced(connection: Connection, ids: set[str]) -> set[str]:
    d = schema.redirects
    return {x.old for x in connection.execute(select(d.c.old, d.c.new)) if x.new in ids}


def _fields(claim: Any) -> Iterator[FieldClaim]:
    if isinstance(claim, EngagementClaim):
        yield from _of_engagement(claim)
    else:
        value = claim.status if isinstance(claim, CommitmentClaim) else claim.kind
        field = "status" if isinstance(claim, CommitmentClaim) else "kind"
        for name, told_value in ((field, value), ("content", claim.content.text)):
            yield FieldClaim(
                claim.document, claim.content.start, claim.content.end, claim.content.text, name, told_value, "",
                claim.known_at,
            )  # fmt: skip


def _of_engagement(claim: EngagementClaim) -> Iterator[FieldClaim]:
    lead = telling(claim)
    for field, value in _values(claim):
        yield FieldClaim(claim.document, lead.start, lead.end, lead.text, field, value, claim.rule, claim.known_at)
    for word in claim.words:
        yield FieldClaim(
            claim.document, word.start, word.end, word.text, "status", word.status, claim.rule, claim.known_at
        )


def _values(claim: EngagementClaim) -> Iterable[tuple[str, Any]]:
    yield "form", claim.form
    yield "level", claim.level
    yield "track", claim.track
    yield "countries", list(claim.countries)
    for person in claim.people:
        yield "participants", person.name or person.post
    if claim.when:
        yield "when", claim.when
    for place in claim.places:
        yield "places", place.name
    if claim.initiator:
        yield "initiator", claim.initiator
    if claim.parent:
        yield "parent", claim.parent
    if claim.channel:
        yield "channel", claim.channel
    for topic in claim.topics:
        yield "topics", topic
