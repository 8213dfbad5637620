"""What the record is made of: claims as one version tells them, and the records concluded from them.

What comes in: nothing. What goes out: frozen dataclasses; the records' fields are those of the answers in
JSON, to the letter. Dates are ISO days or EDTF; `known_at` is the day on which a version became known.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from detente.model import (
    CommitmentStatus,
    Country,
    Edtf,
    Form,
    Level,
    PositionKind,
    Reading,
    Span,
    StatusName,
    TenureChange,
    Track,
)
from detente.reading.actors.voices import Voice

ChannelState = Literal["open", "restored", "suspended", "closed", "quiet", "unknown"]
ItemKind = Literal[
    "same", "only_a", "only_b", "differs_emphasis", "differs_wording", "differs_attribution", "differs_detail",
    "contradicts", "ascribes_commitment_unconfirmed", "existence_disputed",
]  # fmt: skip
PositionChange = Literal["added", "reworded", "dropped"]


@dataclass(frozen=True, slots=True)
class Told:
    """A reading with what the store knows of its version.

    `known_at` is an ISO day, `version` counts a document's texts from 1, `side` is the state whose own
    text it is (official or state media), `latest` whether no later version has replaced it.
    """

    reading: Reading
    known_at: str
    version: int = 1
    side: Country | None = None
    voice: Voice = "other"
    latest: bool = True


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A span of a document's frozen text."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Person:
    """A participant as a claim names it; `name` null for an unnamed holder of a post."""

    name: str | None
    post: str | None
    country: Country | None
    role: str


@dataclass(frozen=True, slots=True)
class PlaceName:
    name: str
    country: Country | None


@dataclass(frozen=True, slots=True)
class Word:
    """One entry of a claim's status history."""

    status: StatusName
    at: Edtf | None
    claimed_by: str | None
    reason: str | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class EngagementClaim:
    """What one version says of one engagement. `id` is stable for a version and its evidence."""

    id: str
    document: str
    version: int
    latest: bool
    ordinal: int
    known_at: str
    side: Country | None
    voice: Voice
    language: str
    form: Form
    level: Level
    track: Track
    countries: tuple[Country, ...]
    people: tuple[Person, ...]
    portfolios: tuple[tuple[Country, str], ...]
    when: Edtf | None
    when_kind: str
    places: tuple[PlaceName, ...]
    status: StatusName
    words: tuple[Word, ...]
    initiator: Country | None
    initiator_claimed_by: str | None
    parent: str | None
    topics: tuple[str, ...]
    background: bool
    evidence: tuple[Quote, ...]
    rule: str
    confidence: float
    channel: str | None = None
    speaking: tuple[Country, ...] = ()
    series: bool = False
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of a match: what was compared, how it stood, and its points."""

    name: str
    verdict: str
    points: float


@dataclass(frozen=True, slots=True)
class Match:
    """Why a claim was taken for a record that was known: the sum of its features' points."""

    score: float
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Membership:
    """A claim of a record, and the match that brought it in (none for the first)."""

    claim: str
    record: str
    match: Match | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a record's append-only status history."""

    status: StatusName
    at: Edtf | None
    known_at: str
    claimed_by: str | None
    reason: str | None
    document: str


@dataclass(frozen=True, slots=True)
class AccountOf:
    """One side's telling in one language."""

    side: Country
    language: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EngagementRecord:
    """One engagement, concluded from its claims."""

    id: str
    form: Form
    level: Level
    track: Track
    status: StatusName
    history: tuple[Entry, ...]
    countries: tuple[Country, ...]
    participants: tuple[Person, ...]
    when: Edtf | None
    when_kind: str
    places: tuple[PlaceName, ...]
    initiator: Country | None
    initiator_claimed_by: str | None
    parent: str | None
    channel: str | None
    topics: tuple[str, ...]
    documents: tuple[str, ...]
    background_in: tuple[str, ...]
    families: int
    accounts: tuple[AccountOf, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a comparison."""

    kind: ItemKind
    topic: str
    a: tuple[Quote, ...]
    b: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a side declared about a channel with another; `at` is the date that the text gives, else null."""

    id: str
    document: str
    version: int
    known_at: str
    channel: str
    state: Literal["suspended", "closed", "restored", "open"]
    by: str
    sides: tuple[Country, ...]
    at: Edtf | None
    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Use:
    """One held engagement on a channel."""

    date: str
    known_at: str
    engagement: str


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """Where a channel stands on a day."""

    channel: str
    state: ChannelState
    last_used: Use | None
    declared: Declaration | None
    planned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CommitmentClaim:
    """What one version says of one promise."""

    id: str
    document: str
    version: int
    known_at: str
    by: tuple[Country, ...]
    to: tuple[Country, ...]
    content: Quote
    status: CommitmentStatus
    ascribed_by: Country | None
    claimed_by: str | None
    due: Edtf | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Deed:
    """That states did something, or left or gave it up, as a version plainly reports it: what may end a promise.

    `verb` is the deed's plain form, `words` what it was done to, `before` whether that stands before the verb; `status`
    is what a promise of it is then, where `once_due` only when its day is past.
    """

    document: str
    version: int
    known_at: str
    by: tuple[Country, ...]
    verb: str
    words: str
    before: bool
    quote: Quote
    when: Edtf | None
    claimed_by: str | None
    status: CommitmentStatus = "claimed_kept"
    once_due: bool = False

    @property
    def id(self) -> str:
        """What a review names it by: the same for a version and its words."""
        parts = (self.document, str(self.version), str(self.quote.start), str(self.quote.end), self.verb, *self.by)
        key = "\0".join(parts).encode("utf-8", "replace")
        return f"deed-{hashlib.sha256(key).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class Arranged:
    """That a promise is of an engagement to come: the ids of the two claims."""

    commitment: str
    engagement: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a promise otherwise than by what is said of it: who did or called off what was promised."""

    status: CommitmentStatus
    at: Edtf | None
    known_at: str
    claimed_by: str | None
    told: Quote


@dataclass(frozen=True, slots=True)
class CommitmentEntry:
    status: CommitmentStatus
    at: Edtf | None
    known_at: str
    claimed_by: str | None
    document: str


@dataclass(frozen=True, slots=True)
class CommitmentRecord:
    """One promise with its restatements and what is claimed of it."""

    id: str
    by: tuple[Country, ...]
    to: tuple[Country, ...]
    content: Quote
    status: CommitmentStatus
    confirmed: bool
    ascribed_by: Country | None
    due: Edtf | None
    history: tuple[CommitmentEntry, ...]
    restatements: tuple[Quote, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PositionClaim:
    """What one version says of one side's position."""

    id: str
    document: str
    version: int
    known_at: str
    holder: Country
    voice: Voice
    side: Country | None
    kind: PositionKind
    toward: Country | None
    topic: str
    content: Quote
    confidence: float


@dataclass(frozen=True, slots=True)
class PositionEntry:
    at: str
    what: PositionChange
    document: str
    text: str | None


@dataclass(frozen=True, slots=True)
class PositionRecord:
    """One position of one side, followed over time."""

    id: str
    holder: Country
    toward: Country | None
    kind: PositionKind
    topic: str
    content: Quote
    first: str
    last: str
    documents: tuple[str, ...]
    changes: tuple[PositionEntry, ...]


@dataclass(frozen=True, slots=True)
class TenureRecord:
    """That a person holds, takes or leaves a post."""

    person: str
    post: str
    country: Country | None
    change: TenureChange
    date: Edtf | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What an answer stands on, for one side."""

    side: Country
    documents: int
    families: int
    languages: dict[str, int]
    unread: dict[str, int]
    first: str | None
    last: str | None


def quote(document: str, span: Span) -> Quote:
    """The span as a quote of its document."""
    return Quote(document, span.start, span.end, span.text)
