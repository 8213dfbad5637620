"""A reading made by hand: a call that both sides tell of, a trip with a meeting inside, a visit called off.

The people and the dispute are invented. Every span is found in the text, so that text and spans agree.
"""

from __future__ import annotations

from hashlib import sha256

from detente.model import (
    Actor,
    ActorKind,
    Commitment,
    Country,
    Edtf,
    Engagement,
    Event,
    Furniture,
    Issue,
    Participant,
    Place,
    Position,
    PositionKind,
    ReaderInfo,
    Reading,
    Relay,
    Role,
    Source,
    Span,
    Statement,
    Status,
    Tenure,
    TenureChange,
    Time,
    TimeExpression,
    TimeKind,
)

TEXT = """\
Haugland and Benkirane talk before Rabat visit

Photo: the harbour at Agadir

Norwegian Foreign Minister Solveig Haugland spoke by phone with her Moroccan counterpart, Foreign Minister \
Idris Benkirane, on Tuesday, ten days before a trip to North Africa.

“We need clear rules at sea and a line that is answered at night,” Haugland wrote on social media. \
Her spokesman Per Lien said Norway remained concerned about the crew of the trawler Havbris.

A statement of the Moroccan foreign ministry said Benkirane asked Norway to stop fishing south of the line \
and reminded it of its promise to share catch data by June. \
Morocco stands for the equality of states, it said.

Haugland will travel to Rabat and Tunis from 15 to 18 March and is to meet Benkirane in Rabat, \
perhaps on 16 March. A visit planned for November was called off after the trawler was seized in Agadir.

Morocco has named the jurist Salma Idrissi as envoy for fisheries. \
“Neither capital has read the treaty to its end,” said Oda Brun, who teaches the law of the sea in Bergen, \
next spring or later.

Sign up for our weekly letter
"""

READER = ReaderInfo("0.1.0", "0", "none")
NOR, MAR = Country("NOR"), Country("MAR")


def at(words: str, nth: int = 1) -> Span:
    """The span of the nth occurrence of some words in the text."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words), words)


def actor(
    words: str, name: str | None, country: Country | None, post: str | None = None,
    kind: ActorKind = "person", official: bool = True, also: tuple[Span, ...] = (),
) -> Actor:  # fmt: skip
    span = at(words)
    return Actor(name, post, None, country, kind, official, span, (span, *also))


def when(edtf: str | None, kind: TimeKind = "reported", words: str | None = None) -> Time:
    return Time(Edtf(edtf) if edtf else None, kind, at(words) if words else None)


def part(who: Actor, role: Role = "principal") -> Participant:
    return Participant(who, role, who.country)


HAUGLAND = actor(
    "Norwegian Foreign Minister Solveig Haugland", "Solveig Haugland", NOR, "Foreign Minister",
    also=(at("Haugland", 3), at("Haugland", 4)),
)  # fmt: skip
BENKIRANE = actor(
    "Foreign Minister Idris Benkirane", "Idris Benkirane", MAR, "Foreign Minister",
    also=(at("Benkirane", 3), at("Benkirane", 4)),
)  # fmt: skip
LIEN = actor("spokesman Per Lien", "Per Lien", NOR, "spokesman")
MINISTRY = actor("A statement", None, MAR, kind="unnamed")
NORWAY = actor("Norway", "Norway", NOR, kind="state")
MOROCCO = actor("Morocco", "Morocco", MAR, kind="state")
IDRISSI = actor("the jurist Salma Idrissi", "Salma Idrissi", MAR)
BRUN = actor("Oda Brun", "Oda Brun", None, official=False)
BY_MINISTER = Relay("Idris Benkirane", "speaker", at("Benkirane", 3))
IN_STATEMENT = Relay("statement", "statement", at("A statement"))


def engagements() -> tuple[Engagement, ...]:
    held = Status("held", Edtf("2023-03-07"), None, None, at("spoke by phone"))
    planned = Status("announced", None, NOR, None, at("will travel to Rabat and Tunis"))
    mooted = Status("mooted", None, None, None, at("is to meet Benkirane"))
    cancelled = Status("cancelled", None, None, at("after the trawler was seized"), at("called off"))
    rabat, tunis = Place("Rabat", MAR, at("Rabat", 2)), Place("Tunis", Country("TUN"), at("Tunis"))
    call = Engagement(
        id="e1", form="call", level="minister", track="1", status=held, history=(held,), countries=(NOR, MAR),
        participants=(part(HAUGLAND), part(BENKIRANE)), when=when("2023-03-07", "actual", "Tuesday"),
        places=(), initiator=NOR, initiator_claimed_by="MAR", parent=None,
        topics=("fishing line", "crew of the Havbris"),
        background=False, evidence=(at("spoke by phone"),), rule="engagements/call.phone", confidence=0.9,
    )  # fmt: skip
    trip = Engagement(
        id="e2", form="visit", level="minister", track="1", status=planned, history=(planned,),
        countries=(NOR, MAR, Country("TUN")), participants=(part(HAUGLAND),),
        when=when("2023-03-15/2023-03-18", "planned", "from 15 to 18 March"), places=(rabat, tunis),
        initiator=None, initiator_claimed_by=None, parent=None, topics=(), background=False,
        evidence=(at("Haugland will travel to Rabat and Tunis from 15 to 18 March"),),
        rule="engagements/visit.travel", confidence=0.8,
    )  # fmt: skip
    meeting = Engagement(
        id="e3", form="meeting", level="minister", track="1", status=mooted, history=(mooted,),
        countries=(NOR, MAR), participants=(part(HAUGLAND), part(BENKIRANE)),
        when=when("2023-03-16?", "planned", "16 March"), places=(rabat,), initiator=None,
        initiator_claimed_by=None, parent="e2", topics=(), background=False,
        evidence=(at("is to meet Benkirane in Rabat"),), rule="engagements/meeting.meet", confidence=0.6,
    )  # fmt: skip
    visit = Engagement(
        id="e4", form="visit", level="unknown", track="1", status=cancelled,
        history=(Status("announced", None, None, None, at("A visit planned")), cancelled),
        countries=(NOR, MAR), participants=(part(HAUGLAND),), when=when("2022-11", "planned", "November"),
        places=(), initiator=None, initiator_claimed_by=None, parent=None, topics=(), background=True,
        evidence=(at("A visit planned for November was called off after the trawler was seized"),),
        rule="engagements/visit.noun", confidence=0.7,
    )  # fmt: skip
    return (visit, meeting, trip, call)


def statements() -> tuple[Statement, ...]:
    quiet = when(None)
    posted = Statement(
        id="s1", speaker=HAUGLAND, on_behalf_of=NOR,
        chain=(Relay("Solveig Haugland", "speaker", at("Haugland", 3)),),
        cue=at("wrote"), content=at("We need clear rules at sea and a line that is answered at night"),
        kind="direct", medium="social_media", addressee=None, when=quiet, engagement="e1",
        evidence=at("Haugland wrote"), rule="speech/write", confidence=0.85,
    )  # fmt: skip
    spokesman = Statement(
        id="s2", speaker=LIEN, on_behalf_of=NOR,
        chain=(
            Relay("Solveig Haugland", "speaker", at("Her")),
            Relay("Per Lien", "spokesperson", at("Per Lien")),
        ),
        cue=at("said"), content=at("Norway remained concerned about the crew of the trawler Havbris"),
        kind="indirect", medium="unknown", addressee=None, when=quiet, engagement="e1",
        evidence=at("Per Lien said"), rule="speech/say", confidence=0.8,
    )  # fmt: skip
    ministry = Statement(
        id="s3", speaker=MINISTRY, on_behalf_of=MAR,
        chain=(BY_MINISTER, IN_STATEMENT),
        cue=at("said", 2), content=at(
            "asked Norway to stop fishing south of the line and reminded it "
            "of its promise to share catch data by June"
        ), kind="indirect", medium="statement", addressee=NORWAY, when=quiet, engagement="e1",
        evidence=at("A statement of the Moroccan foreign ministry said"), rule="speech/say", confidence=0.8,
    )  # fmt: skip
    principle = Statement(
        id="s4", speaker=MINISTRY, on_behalf_of=MAR, chain=(IN_STATEMENT,),
        cue=at("said", 3), content=at("Morocco stands for the equality of states"), kind="indirect",
        medium="statement", addressee=None, when=quiet, engagement=None, evidence=at("it said"),
        rule="speech/say", confidence=0.8,
    )  # fmt: skip
    scholar = Statement(
        id="s5", speaker=BRUN, on_behalf_of=None, chain=(Relay("Oda Brun", "speaker", at("Oda Brun")),),
        cue=at("said", 4), content=at("Neither capital has read the treaty to its end"), kind="direct",
        medium="interview", addressee=None, when=quiet, engagement=None, evidence=at("said Oda Brun"),
        rule="speech/say", confidence=0.85,
    )  # fmt: skip
    return (posted, spokesman, ministry, principle, scholar)


def positions() -> tuple[Position, ...]:
    def position(
        n: int, holder: Actor, kind: PositionKind, words: str, statement: str, toward: Country | None = None
    ) -> Position:
        return Position(f"p{n}", holder, kind, toward, "fisheries", at(words), statement, f"positions/{kind}", 0.7)

    return (
        position(1, HAUGLAND, "position", "We need clear rules at sea", "s1"),
        position(2, LIEN, "concern", "Norway remained concerned about the crew of the trawler Havbris", "s2"),
        position(3, BENKIRANE, "demand", "stop fishing south of the line", "s3", NOR),
        position(4, MOROCCO, "principle", "Morocco stands for the equality of states", "s4"),
    )


def sample() -> Reading:
    """The reading; each call makes a new, equal one."""
    promise = Commitment(
        "c1", (NOR,), (MAR,), at("share catch data by June"), "reaffirmed", MAR, None,
        when("2023-06", "planned", "June"), "s3", "commitments/promise", 0.6,
    )  # fmt: skip
    consult = Event(
        "v1", HAUGLAND, BENKIRANE, "CONSULT", "call", "041", ("fisheries",), "Q1", 1.0, "actual",
        when("2023-03-07", "actual"), "e1", None, (at("spoke by phone"),), "events/consult", 0.9,
    )  # fmt: skip
    coerce = Event(
        "v2", MOROCCO, NORWAY, "COERCE", "seize", "171", ("fisheries",), "Q4", -7.0, "historical",
        when(None), None, None, (at("the trawler was seized"),), "events/coerce", 0.7,
    )  # fmt: skip
    return Reading(
        id="doc-1",
        source=Source(
            title="Haugland and Benkirane talk before Rabat visit", outlet="Nordlys", agency="NTB",
            published=Edtf("2023-03-08"), language="en", sha256=sha256(TEXT.encode()).hexdigest(),
        ),
        text=TEXT,
        furniture=(
            Furniture(at("Photo: the harbour at Agadir"), "caption"),
            Furniture(at("Sign up for our weekly letter"), "promotion"),
        ),
        times=(
            TimeExpression(at("Tuesday"), Edtf("2023-03-07"), "date"),
            TimeExpression(at("from 15 to 18 March"), Edtf("2023-03-15/2023-03-18"), "date"),
            TimeExpression(at("next spring"), None, "date"),
        ),
        actors=(HAUGLAND, BENKIRANE, LIEN, NORWAY, MOROCCO, IDRISSI, BRUN),
        engagements=engagements(),
        statements=statements(),
        positions=positions(),
        commitments=(promise,),
        events=(consult, coerce),
        tenures=(
            _tenure(IDRISSI, "envoy for fisheries", "appointed", at("has named")),
            _tenure(HAUGLAND, "Foreign Minister", "holds", HAUGLAND.span),
        ),
        issues=(Issue("DET-201", "warning", "the time is not resolved", at("next spring")),),
        reader=ReaderInfo("0.1.0", "0123456789ab", "model 3.8.0"),
    )  # fmt: skip


def _tenure(who: Actor, post: str, change: TenureChange, evidence: Span) -> Tenure:
    return Tenure(who.name or "", post, who.country, change, when(None), evidence, f"tenures/{change}")


def empty() -> Reading:
    """The reading of an empty document."""
    return Reading("doc-0", Source(), "", (), (), (), (), (), (), (), (), (), (), READER)


def said(text: str) -> Reading:
    """A reading in which a text is everything: title, name, post, quotation, furniture, message."""
    everything = Span(0, len(text), text)
    speaker = Actor(text, text, text, NOR, "person", True, everything, (everything,))
    statement = Statement(
        "s1", speaker, NOR, (Relay(text, "speaker", everything),), None, everything, "direct", "unknown",
        None, when(None), None, everything, "speech/say", 0.5,
    )  # fmt: skip
    source = Source(title=text, outlet=text)
    furniture = (Furniture(everything, "credit"),)
    issues = (Issue("DET-203", "warning", text, everything),)
    return Reading("doc-2", source, text, furniture, (), (speaker,), (), (statement,), (), (), (), (), issues, READER)
