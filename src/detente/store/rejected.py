"""The events that go with what people have rejected: a claim that the text does not make takes its event with it.

In: a connection. Out: whether an event of a version still stands. A rejected engagement takes the consultations that
were read from it, a rejected promise or position the events of that kind in its words; what else the sentence tells
stays. Nothing is deleted: a review that is taken back gives the events back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from detente.model import Event, PloverRoot
from detente.record.nouns import CommitmentClaim, EngagementClaim, PositionClaim, Quote
from detente.store import schema
from detente.store.coding import restored, unpacked
from detente.store.correcting import in_force

Version = tuple[str, int]
# the roots of the events that say what a promise, or a position, says
SAID: Mapping[str, frozenset[PloverRoot]] = {
    "commitment": frozenset({"AGREE"}),
    "position": frozenset({"REQUEST", "THREATEN"}),
}


@dataclass(slots=True)
class Rejected:
    """What of one version is rejected: engagements by their ids in the reading, words with the roots they gave."""

    engagements: set[str] = field(default_factory=set)
    words: list[tuple[Quote, frozenset[PloverRoot]]] = field(default_factory=list)

    def takes(self, event: Event) -> bool:
        """Whether an event of that version was read from what is rejected."""
        if event.plover_root == "CONSULT" and event.engagement in self.engagements:
            return True
        return any(
            event.plover_root in roots and any(e.start < quote.end and quote.start < e.end for e in event.evidence)
            for quote, roots in self.words
        )


def rejected(connection: Connection) -> dict[Version, Rejected]:
    """What people have rejected, by the version that was said to say it."""
    ids = sorted({i for r in in_force(connection) if r.action == "reject" for i in r.ids})
    c = schema.claims
    found: dict[Version, Rejected] = {}
    for row in connection.execute(select(c).where(c.c.id.in_(ids))) if ids else ():
        here = found.setdefault((row.document, row.version), Rejected())
        if row.kind == "engagement":
            here.engagements |= _own_id(connection, restored(row.data, EngagementClaim))
        else:
            here.words.append((_content(row.kind, row.data), SAID[row.kind]))
    return found


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
