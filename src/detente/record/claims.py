"""A reading taken apart into claims: what this version says of each engagement, promise and position.

In: a `Told` reading. Out: claims with ids that are stable for a version and the span that says it.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from detente.model import Commitment, Country, Engagement, Participant, Position, Reading, Span, Status, Time
from detente.reading.engagements.sides.mediation import sides_of
from detente.reading.page.languages import UNNAMED
from detente.reading.times import calendar
from detente.record.bodies import bodies
from detente.record.declarations import declarations
from detente.record.knowledge import SPOKEN_FOR, Knowledge
from detente.record.nouns import (
    CommitmentClaim,
    Declaration,
    EngagementClaim,
    Person,
    PlaceName,
    PositionClaim,
    Quote,
    Told,
    Word,
    quote,
)
from detente.record.relayed import own_words, tellers, told_by
from detente.record.sentences import parts
from detente.record.turned import from_the_verb, whole

# forms of a standing line itself: "the hotline contacts were suspended" tells of no call
LINES = ("call", "video_call")
# forms of a body that sits
TABLES = ("meeting", "talks", "summit_session", "other")
# right before a day: until then
BY = re.compile(r"\bby (?:the )?$", re.IGNORECASE)
# the rule of promises that a text of several sides makes
JOINTLY = "made.jointly"
# the offices of those who can be summoned
ENVOYS = frozenset({"ambassador", "envoy", "consul"})
# words that an act has more than
SHORTEST_ACT = 2
# characters before the evidence in which the verb can stand
BEFORE = 60


def claim_id(prefix: str, reading: Reading, spans: Sequence[Span], number: int) -> str:
    """The id of a claim: its document, the version's text, its evidence, and which of those with the same evidence."""
    places = ",".join(f"{s.start}-{s.end}" for s in spans)
    parts = "\0".join((reading.id, reading.source.sha256, places, str(number)))
    return f"{prefix}-{hashlib.sha256(parts.encode('utf-8', 'replace')).hexdigest()[:16]}"


def engagement_claims(told: Told, knowledge: Knowledge) -> tuple[EngagementClaim, ...]:
    """The engagements that a version tells of, in the order of its text."""
    reading = told.reading
    seen: Counter[tuple[Span, ...]] = Counter()
    ids: dict[str, str] = {}
    for engagement in reading.engagements:
        ids[engagement.id] = claim_id("eng", reading, engagement.evidence, seen[engagement.evidence])
        seen[engagement.evidence] += 1
    speaking = _speaking(reading)
    declared = declarations(told, knowledge)
    made = (_engagement(told, knowledge, n, e, ids, speaking.get(e.id, ())) for n, e in enumerate(reading.engagements))
    return tuple(
        replace(claim, series=bool(series))
        for claim, engagement in zip(made, reading.engagements)
        if "restored" not in (series := _series(engagement, declared))
        and not (series and (claim.form in LINES or claim.status == "held" or _is_a_tie(engagement, knowledge)))
        and not _goes_on(engagement, reading.text, knowledge)
    )


def _series(engagement: Engagement, declared: Sequence[Declaration]) -> frozenset[str]:
    """What is declared of the standing line of talks that this is, where it is no one engagement.

    Talks that are to be resumed, without a date, are a channel's and not an engagement.
    """
    named = any(p.actor.kind == "person" for p in engagement.participants)
    done = engagement.status.status == "under_way" or (engagement.status.status == "held" and named)
    if engagement.form == "visit" or done:
        return frozenset()
    spans = engagement.evidence
    said = [d for d in declared if d.state != "open" and any(d.start <= s.start and s.end <= d.end for s in spans)]
    if engagement.when.edtf:  # "broke off its yearly talks in May": the day is that of the breaking off
        said = [d for d in said if engagement.status.status == "held" and d.at == engagement.when.edtf]
        said = [d for d in said if d.state != "restored"]
    return frozenset(d.state for d in said)


def _is_a_tie(engagement: Engagement, knowledge: Knowledge) -> bool:
    """ "is suspending all contacts": what is no table has no engagement."""
    told = " ".join(s.text for s in engagement.evidence)
    return bool(knowledge.phrases.ties.search(told)) and not knowledge.phrases.tables.search(told)


def _goes_on(engagement: Engagement, text: str, knowledge: Knowledge) -> bool:
    """ "agreed to continue the dialogue": talks that go on, with no day and place, are a standing line."""
    planned = engagement.status.status in ("mooted", "announced", "confirmed")
    if not planned or engagement.form != "talks" or engagement.when.edtf or engagement.places:
        return False
    windows = (text[max(0, s.start - BEFORE) : s.end].rpartition(". ")[2] for s in engagement.evidence)
    return any(knowledge.phrases.goes_on.search(w) for w in windows)


def _speaking(reading: Reading) -> dict[str, tuple[Country, ...]]:
    """The sides on whose behalf someone speaks of each engagement."""
    found: dict[str, dict[Country, None]] = {}
    for statement in own_words(reading.statements):
        if statement.engagement and statement.on_behalf_of:
            found.setdefault(statement.engagement, {})[statement.on_behalf_of] = None
    return {engagement: tuple(sides) for engagement, sides in found.items()}


def _engagement(
    told: Told, knowledge: Knowledge, number: int, engagement: Engagement, ids: dict[str, str],
    speaking: tuple[Country, ...],
) -> EngagementClaim:  # fmt: skip
    reading = told.reading
    offices = [(p, _portfolio(p, told, knowledge)) for p in engagement.participants]
    kept = _principals(offices)
    told_words = " ".join(s.text for s in engagement.evidence)
    portfolios = tuple((c, f) for p, f in kept if f and (c := _side(p)))
    return EngagementClaim(
        id=ids[engagement.id],
        document=reading.id,
        version=told.version,
        latest=told.latest,
        ordinal=number,
        known_at=told.known_at,
        side=told.side,
        voice=told.voice,
        language=reading.source.language or UNNAMED,
        form=engagement.form,
        level=engagement.level,
        track=engagement.track,
        countries=tuple(sorted(sides_of(engagement))),
        people=tuple(_person(p, knowledge) for p, _ in kept if p.actor.kind in ("person", "office")),
        portfolios=tuple(dict.fromkeys(portfolios)),
        when=engagement.when.edtf,
        when_kind="planned" if engagement.when.kind == "planned" else "actual",
        places=tuple(dict.fromkeys(PlaceName(p.name, p.country) for p in engagement.places)),
        status=engagement.status.status,
        words=tuple(_word(told, s, knowledge) for s in engagement.history or (engagement.status,)),
        initiator=engagement.initiator or _summoning(engagement, portfolios, knowledge),
        initiator_claimed_by=_claimant(
            told, engagement.initiator_claimed_by if engagement.initiator else engagement.status.claimed_by, knowledge
        ),
        parent=ids.get(engagement.parent or ""),
        topics=engagement.topics,
        background=engagement.background,
        evidence=tuple(quote(reading.id, s) for s in engagement.evidence),
        rule=engagement.rule,
        confidence=engagement.confidence,
        channel=knowledge.channel(_by_side(portfolios, engagement.countries), told_words),
        speaking=speaking,
        bodies=bodies(told_words, knowledge, _text_before(engagement, reading)) if engagement.form in TABLES else (),
    )


def _summoning(
    engagement: Engagement, portfolios: Iterable[tuple[Country, str]], knowledge: Knowledge
) -> Country | None:
    """The state that summons another's envoy: a summons is the receiving state's."""
    if engagement.rule.partition(" + ")[0] not in knowledge.summons or len(engagement.countries) != 2:
        return None
    sent = {country for country, office in portfolios if office in ENVOYS}
    others = [c for c in sides_of(engagement) if c not in sent]
    return others[0] if len(sent) == 1 and len(others) == 1 else None


def _portfolio(participant: Participant, told: Told, knowledge: Knowledge) -> str:
    actor = participant.actor
    return knowledge.portfolio(actor.name, actor.post, _side(participant), told.known_at)


def _side(participant: Participant) -> Country | None:
    return participant.on_behalf_of or participant.actor.country


def _principals(offices: Sequence[tuple[Participant, str]]) -> list[tuple[Participant, str]]:
    """Without those who only speak for a side that has another on the list."""
    acting = {_side(p) for p, office in offices if office != SPOKEN_FOR and p.actor.kind != "state"}
    return [(p, office) for p, office in offices if office != SPOKEN_FOR or _side(p) not in acting]


def _by_side(portfolios: Iterable[tuple[Country, str]], countries: Iterable[Country]) -> dict[Country, frozenset[str]]:
    found: dict[Country, set[str]] = {c: set() for c in countries}
    for country, office in portfolios:
        found.setdefault(country, set()).add(office)
    return {country: frozenset(held) for country, held in found.items()}


def _person(participant: Participant, knowledge: Knowledge) -> Person:
    actor, side = participant.actor, _side(participant)
    return Person(knowledge.called(actor.name, side), actor.post, side, participant.role)


def _word(told: Told, status: Status, knowledge: Knowledge) -> Word:
    reason = status.reason.text if status.reason else None
    span = status.evidence
    claimant = _claimant(told, status.claimed_by, knowledge)
    return Word(status.status, status.at, claimant, reason, span.start, span.end, span.text)


def _claimant(told: Told, claimed_by: str | None, knowledge: Knowledge) -> str | None:
    """The side that says so; an outlet that is a state's own voice is that state."""
    if claimed_by and claimed_by == told.reading.source.outlet and told.side:
        return told.side
    return claimed_by


def commitment_claims(told: Told, knowledge: Knowledge) -> tuple[CommitmentClaim, ...]:
    """The promises that a version tells of; two that overlap may share an act."""
    seen: Counter[Span] = Counter()
    found = []
    for commitment in told.reading.commitments:
        for act in _acts(told, commitment, knowledge) if commitment.by else ():
            found.append(
                _commitment(told, replace(commitment, content=act, due=_due(told, commitment, act)), seen[act])
            )
            seen[act] += 1
    return tuple(found)


def _acts(told: Told, commitment: Commitment, knowledge: Knowledge) -> tuple[Span, ...]:
    """What is promised, each act by itself: "to mend the road and to admit the wounded" are two promises, and so are
    "to mend the road and admit the wounded"."""
    content = commitment.content
    known = knowledge.doing.promised.match(content.text) is not None
    acts = parts(told.reading.text, content.start, content.end, knowledge.doing.further if known else None)
    return acts if all(len(a.text.split()) > SHORTEST_ACT for a in acts) else (content,)


def _due(told: Told, commitment: Commitment, act: Span) -> Time:
    """By when an act is to be done: what follows several is the day of all, what stands in an earlier act is not."""
    due, none = commitment.due, Time(None, commitment.due.kind, None)
    if due.span is None or act.start <= due.span.start < act.end:
        return due
    return _bound_in(told.reading, act) or (due if due.span.start >= act.end else none)


def _bound_in(reading: Reading, act: Span) -> Time | None:
    """The day by which an act says that it is to be done."""
    inside = (t for t in reading.times if t.edtf and act.start <= t.span.start and t.span.end <= act.end)
    bound = (t for t in inside if BY.search(reading.text[act.start : t.span.start]))
    return next((Time(calendar.until(t.edtf or ""), "planned", t.span) for t in bound), None)


def telling(claim: EngagementClaim) -> Quote:
    """The words that tell most of an engagement: those that name the most of who took part, the first of equals. A
    headline ("Ministers meet") names nobody."""
    names = [p.name.split()[-1] for p in claim.people if p.name]
    return max(claim.evidence, key=lambda q: sum(name in q.text for name in names))


def ascriber(told: Told, commitment: Commitment) -> Country | None:
    """Who says that it was promised: in a state's own text that state, whomever it quotes; in a joint text, all do."""
    if told.side and told.side in commitment.by and len(commitment.by) > 1:
        return told.side
    if told.side and told.side not in commitment.by and not commitment.rule.endswith(JOINTLY):
        return told.side
    return commitment.ascribed_by or told.side


def _addressed(told: Told, commitment: Commitment) -> tuple[Country, ...]:
    """To whom: as the text says, else the other side of the engagement or document in which it is told."""
    if commitment.to:
        return tuple(sorted(commitment.to))
    alone = len(commitment.by) == 1  # what several have agreed is to each other, whoever tells of it
    if alone and commitment.ascribed_by and commitment.ascribed_by not in commitment.by:
        return (commitment.ascribed_by,)
    pairs = {tuple(sorted(e.countries)) for e in told.reading.engagements if set(commitment.by) <= set(e.countries)}
    rest = set(next(iter(pairs))) - set(commitment.by) if len(pairs) == 1 else set()
    return tuple(sorted(rest)) if len(rest) == 1 else ()


def _commitment(told: Told, commitment: Commitment, number: int) -> CommitmentClaim:
    reading = told.reading
    return CommitmentClaim(
        id=claim_id("com", reading, (commitment.content,), number),
        document=reading.id,
        version=told.version,
        known_at=told.known_at,
        by=tuple(sorted(commitment.by)),
        to=_addressed(told, commitment),
        content=quote(reading.id, commitment.content),
        status=commitment.status,
        ascribed_by=ascriber(told, commitment),
        claimed_by=ascriber(told, commitment) or reading.source.outlet,
        due=commitment.due.edtf,
        confidence=commitment.confidence,
    )


def position_claims(told: Told) -> tuple[PositionClaim, ...]:
    """The positions that a version gives states in their own word; what others say that they want is not theirs."""
    seen: Counter[Span] = Counter()
    found = []
    statements = told.reading.statements
    turned, others = from_the_verb(told.reading), tellers(statements)
    for position in told.reading.positions:
        number = seen[position.content]
        seen[position.content] += 1
        own = told_by(position, others, statements) is None
        if own and position.holder.country and position.holder.official:
            found.append(_position(told, position, position.holder.country, number, turned))
    return tuple(found)


def _position(
    told: Told, position: Position, holder: Country, number: int, turned: Mapping[int, Span]
) -> PositionClaim:
    reading = told.reading
    return PositionClaim(
        id=claim_id("pos", reading, (position.content,), number),
        document=reading.id,
        version=told.version,
        known_at=told.known_at,
        holder=holder,
        voice=told.voice,
        side=told.side,
        kind=position.kind,
        toward=position.toward,
        topic=position.topic,
        content=quote(reading.id, whole(position.content, turned, reading.text)),
        confidence=position.confidence,
    )


def last_day(edtf: str | None) -> str | None:
    """The last day of a publication date, by which it was known: `2023-06` is known by 2023-06-30."""
    days = calendar.bounds(edtf)
    return days[1].isoformat() if days else None


def _text_before(engagement: Engagement, reading: Reading) -> str:
    """What a document says before it first tells of an engagement."""
    return reading.text[: min((s.start for s in engagement.evidence), default=0)]
