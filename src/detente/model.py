"""Every noun of the record: frozen, slotted, typed, and nothing else.

What comes in: nothing. What goes out: the dataclasses that every stage takes and returns.
Their fields are the public contract (`detente read --json`) to the letter: a field added here
is a field added to the contract, and `tests/contract` holds the two against each other.

Conventions. Offsets are half-open and count code points of a version's frozen text.
`Country` is ISO 3166-1 alpha-3 or one of the codebook's own codes (`XKX`, `EUE`, `UNO`, …).
`Edtf` is an EDTF level 1 string, never more precise than its source.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NewType

Country = NewType("Country", str)
Edtf = NewType("Edtf", str)

Severity = Literal["info", "warning", "error"]
TimeKind = Literal["actual", "planned", "reported"]
TimeType = Literal["date", "time", "duration", "set"]
ActorKind = Literal["person", "office", "state", "organisation", "group", "unnamed"]
Role = Literal["principal", "delegation", "host", "guest", "mediator", "counterpart_unnamed"]
Form = Literal[
    "call", "video_call", "meeting", "visit", "talks", "summit_session", "ceremony", "correspondence", "other"
]
Level = Literal["head_of_state", "head_of_government", "minister", "deputy", "envoy", "official", "unknown"]
Track = Literal["1", "1.5", "2"]
StatusName = Literal[
    "mooted", "announced", "confirmed", "under_way", "held", "postponed", "rescheduled",
    "cancelled", "declined", "unanswered", "did_not_occur", "disputed",
]  # fmt: skip
RelayRole = Literal["speaker", "spokesperson", "statement", "outlet", "agency", "unnamed_source"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Medium = Literal[
    "statement", "readout", "press_conference", "interview", "speech", "social_media",
    "call", "meeting", "letter", "unknown",
]  # fmt: skip
PositionKind = Literal["position", "demand", "offer", "red_line", "condition", "principle", "concern", "threat"]
CommitmentStatus = Literal["made", "reaffirmed", "urged", "claimed_kept", "claimed_broken", "withdrawn"]
PloverRoot = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Quad = Literal["Q1", "Q2", "Q3", "Q4"]
Realis = Literal["actual", "planned", "hypothetical", "denied", "historical"]
TenureChange = Literal["holds", "appointed", "removed", "resigned"]
FurnitureReason = Literal[
    "duplicate_headline", "caption", "byline", "promotion", "comments", "navigation",
    "credit", "related_links", "boilerplate",
]  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the frozen text: `text == frozen[start:end]`, code points, half-open."""

    start: int
    end: int
    text: str

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Issue:
    """Something noted while the run goes on. `code` is stable (`issues.py` lists them)."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a version came from. `sha256` names the frozen text (its UTF-8 bytes)."""

    path: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    author: str | None = None
    published: Edtf | None = None
    language: str | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One frozen text with what is known of its source, as `inputs` hand it to `reading`.

    `extra` keeps the input's other fields (JSON Lines) as given, in the input's order.
    """

    id: str
    source: Source
    text: str
    issues: tuple[Issue, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """When something took place, is to take place, or was said; `edtf` null when unresolved."""

    edtf: Edtf | None
    kind: TimeKind
    span: Span | None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One time expression of the text with its value against the publication date."""

    span: Span
    edtf: Edtf | None
    type: TimeType


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    country: Country | None
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, office, state, body or group, as one mention has it.

    `name` is the fullest that document or codebook gives; `span` the local mention, a pronoun
    included; `mentions` every mention of the same actor in the document, in order.
    """

    name: str | None
    post: str | None
    organisation: str | None
    country: Country | None
    kind: ActorKind
    official: bool
    span: Span
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    actor: Actor
    role: Role
    on_behalf_of: Country | None


@dataclass(frozen=True, slots=True)
class Status:
    """One entry of an engagement's life, and who says so."""

    status: StatusName
    at: Edtf | None
    claimed_by: str | None
    reason: Span | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class Engagement:
    id: str
    form: Form
    level: Level
    track: Track
    status: Status
    history: tuple[Status, ...]
    countries: tuple[Country, ...]
    participants: tuple[Participant, ...]
    when: Time
    places: tuple[Place, ...]
    initiator: Country | None
    initiator_claimed_by: str | None
    parent: str | None
    topics: tuple[str, ...]
    background: bool
    evidence: tuple[Span, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Relay:
    """One link of the chain that words came through: minister, spokesman, agency, outlet."""

    name: str
    role: RelayRole
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """An act of speech. `speaker` performs it; `on_behalf_of` is null unless it speaks for a state."""

    id: str
    speaker: Actor | None
    on_behalf_of: Country | None
    chain: tuple[Relay, ...]
    cue: Span | None
    content: Span
    kind: QuoteKind
    medium: Medium
    addressee: Actor | None
    when: Time
    engagement: str | None
    evidence: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Position:
    id: str
    holder: Actor
    kind: PositionKind
    toward: Country | None
    topic: str
    content: Span
    statement: str | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise. `ascribed_by` is the side that says so; outside `by` it is unconfirmed."""

    id: str
    by: tuple[Country, ...]
    to: tuple[Country, ...]
    content: Span
    status: CommitmentStatus
    ascribed_by: Country | None
    refers_to: Span | None
    due: Time
    statement: str | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Event:
    """A directed event coded by PLOVER; `score` is a Goldstein-style intensity, -10 … 10."""

    id: str
    source: Actor
    target: Actor | None
    plover_root: PloverRoot
    plover_mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    quad: Quad
    score: float | None
    realis: Realis
    when: Time
    engagement: str | None
    statement: str | None
    evidence: tuple[Span, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Tenure:
    """That a person holds, takes or leaves a post, as this document says."""

    person: str
    post: str
    country: Country | None
    change: TenureChange
    when: Time
    evidence: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """A passage that is the page's and not the report's: set aside, never deleted."""

    span: Span
    reason: FurnitureReason


@dataclass(frozen=True, slots=True)
class ReaderInfo:
    """What made a reading: program version, codebook fingerprint, name of the language model."""

    version: str
    codebook: str
    model: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one document says, in the order of the text. `contract` is the format's number."""

    id: str
    source: Source
    text: str
    furniture: tuple[Furniture, ...]
    times: tuple[TimeExpression, ...]
    actors: tuple[Actor, ...]
    engagements: tuple[Engagement, ...]
    statements: tuple[Statement, ...]
    positions: tuple[Position, ...]
    commitments: tuple[Commitment, ...]
    events: tuple[Event, ...]
    tenures: tuple[Tenure, ...]
    issues: tuple[Issue, ...]
    reader: ReaderInfo
    contract: Literal[1] = field(default=1)
