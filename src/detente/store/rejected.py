"""The events that go with what people have rejected or written over: a claim that the text does not make takes its
event with it, and a meeting that a person says was only planned is planned among the events too.

In: a connection. Out: the events of a version as they stand today. A rejected engagement takes the consultations that
were read from it, a rejected promise or position the events of that kind in its words; what else the sentence tells
stays. Nothing is deleted: a review that is taken back gives the events back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select

from detente.model import Event, PloverRoot, Realis, StatusName
from detente.record.nouns import CommitmentClaim, EngagementClaim, PositionClaim, Quote
from detente.record.reviews import Review
from detente.record.standing import COMING, HAPPENED, OFF
from detente.store import schema
from detente.store.coding import restored, unpacked
from detente.store.correcting import in_force

Version = tuple[str, int]
# the roots of the events that say what a promise, or a position, says
SAID: Mapping[str, frozenset[PloverRoot]] = {
    "commitment": frozenset({"AGREE"}),
    "position": frozenset({"REQUEST", "THREATEN"}),
}
# how real the consultations are of an engagement that stands so (as codebook/events/engagements.yaml has it)
REAL: Mapping[StatusName, Realis] = {
    **dict.fromkeys(HAPPENED, "actual"), **dict.fromkeys(COMING, "planned"), **dict.fromkeys(OFF, "denied"),
    "postponed": "planned", "mooted": "hypothetical", "unanswered": "hypothetical", "disputed": "denied",
}  # fmt: skip


@dataclass(slots=True)
class Rejected:
    """What of one version is rejected: engagements by their ids in the reading, words with the roots they gave; and how
    real the engagements are of which a person has written the status over."""

    engagements: set[str] = field(default_factory=set)
    words: list[tuple[Quote, frozenset[PloverRoot]]] = field(default_factory=list)
    real: dict[str, Realis] = field(default_factory=dict)

    def today(self, event: Event) -> Event | None:
        """An event of that version as it stands today; None where it was read from what is rejected."""
        if self.takes(event):
            return None
        real = self.real.get(event.engagement or "") if event.plover_root == "CONSULT" else None
        return replace(event, realis=real) if real is not None and event.realis != "historical" else event

    def takes(self, event: Event) -> bool:
        """Whether an event of that version was read from what is rejected."""
        if event.plover_root == "CONSULT" and event.engagement in self.engagements:
            return True
        return any(
            event.plover_root in roots and any(e.start < quote.end and quote.start < e.end for e in event.evidence)
            for quote, roots in self.words
        )


def rejected(connection: Connection) -> dict[Version, Rejected]:
    """What people have rejected or written over, by the version that was said to say it."""
    reviews = in_force(connection)
    ids = sorted({i for r in reviews if r.action == "reject" for i in r.ids})
    c = schema.claims
    found: dict[Version, Rejected] = {}
    for row in connection.execute(select(c).where(c.c.id.in_(ids))) if ids else ():
        here = found.setdefault((row.document, row.version), Rejected())
        if row.kind == "engagement":
            here.engagements |= _own_id(connection, restored(row.data, EngagementClaim))
        else:
            here.words.append((_content(row.kind, row.data), SAID[row.kind]))
    for review in reviews:
        if review.action == "relabel" and review.field == "status":
            _written_over(connection, review, found)
    return found


def _written_over(connection: Connection, review: Review, found: dict[Version, Rejected]) -> None:
    """Notes how real the engagements of a record are of which a review writes the status over."""
    real = next((how for status, how in REAL.items() if status == review.value), None)
    c = schema.claims
    records = select(c.c.record).where(c.c.id.in_(review.ids), c.c.record.is_not(None))
    query = select(c).where(c.c.kind == "engagement", c.c.record.in_(records))
    for row in connection.execute(query) if real is not None else ():
        here = found.setdefault((row.document, row.version), Rejected())
        own = _own_id(connection, restored(row.data, EngagementClaim))
        here.real |= {e: real for e in own if real is not None}


def _content(kind: str, data: str) -> Quote:
    if kind == "commitment":
        return restored(data, CommitmentClaim).content
    return restored(data, PositionClaim).content


def _own_id(connection: Connection, claim: EngagementClaim) -> set[str]:
    """The id that the reading gives the engagement of a claim."""
    r = schema.readings
    query = select(r.c.data).where(r.c.document == claim.document, r.c.version == claim.version)
    data = connection.execute(query).scalar()
    engagements = unpacked(data).engagements if data else ()
    return {e.id for n, e in enumerate(engagements) if n == claim.ordinal}
