"""What a brief on two sides says: sentences made of the record, each with the spans it stands on.

In: a connection, two sides, and the days. Out: a `Brief`. No sentence says what the record does not hold:
each is a form filled with a record's fields, and each has its notes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from detente.model import Country, Form
from detente.outputs.sayings import UNDATED, Saying, sayings, untold
from detente.outputs.wordings import (
    CAME_TO,
    PLURAL,
    agreed,
    counted,
    declared_in_words,
    deed_in_words,
    due_in_words,
    form_of,
    in_quotes,
    in_words,
    last_use,
    listed,
    one,
    spoken,
    state_of,
    subject,
    summoned,
    told_of_by,
)
from detente.record.claims import telling
from detente.record.knowledge import Knowledge
from detente.record.nouns import (
    CommitmentRecord,
    Coverage,
    EngagementClaim,
    EngagementRecord,
    Item,
    Quote,
)
from detente.record.standing import COMING, DENIED, HAPPENED, OFF
from detente.store import board as boards
from detente.store import queries
from detente.store.accounts import Comparison, compare
from detente.store.concluding import span_of
from detente.store.engagements import engagements
from detente.store.filters import Filter
from detente.store.measures import Measure, measures

# passages of a side that the brief tells: of engagements, and besides
MOST_SAYINGS = 12
EMPTY = "Nothing in what was read."
PAST = "Nothing in what was read that is still to come; what was planned for days that are past is told below."
UNCOMPARED = "Not set out here: of no engagement were accounts of both sides read."
IN_DISPUTE = "Whether it took place"
DIFFERS: dict[str, str] = {
    "differs_wording": "in other words", "differs_detail": "in other detail", "differs_emphasis": "at other length",
    "differs_attribution": "said of different sides", "contradicts": "they contradict each other",
}  # fmt: skip
VERBS: dict[Form, str] = {
    "call": "spoke by phone", "video_call": "spoke by video", "meeting": "met", "talks": "held talks",
    "visit": "paid a visit", "summit_session": "met at a summit", "ceremony": "took part in a ceremony",
    "correspondence": "exchanged letters", "other": "engaged",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the spans that say so."""

    text: str
    notes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief; `empty` is what it says where it has no sentence, `left_out` how much more there is and
    which command tells it."""

    title: str
    sentences: tuple[Sentence, ...]
    empty: str = EMPTY
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief on two sides; `names` are theirs in words, `sources` are the documents by id, for the footnotes;
    `read_until` is the day of the last text on the two that was read."""

    pair: tuple[str, str]
    names: tuple[str, str]
    since: str | None
    as_of: str
    sections: tuple[Section, ...]
    coverage: tuple[Coverage, ...]
    wires: Coverage
    caution: str
    sources: dict[str, queries.SourceRow]
    read_until: str | None = None


def brief(connection: Connection, a: str, b: str, as_of: str, knowledge: Knowledge, since: str | None = None) -> Brief:
    """What happened between two sides since a day, as known on a day."""
    board = boards.board(connection, a, b, as_of, knowledge, since)
    wanted = Filter(between=(a, b), as_of=as_of)
    found = [r for r in engagements(connection, wanted) if _recent(r, since, as_of)]
    spans = evidence(connection, [r.id for r in found])
    compared = [compare(connection, r.id, knowledge, (a, b), as_of) for r in found if _two_sided(r, a, b)]
    named = {r.id: f"{form_of(r)} {in_words(r.when)}" if r.when else form_of(r) for r in found}
    names = tuple(knowledge.lexicon.country_names.get(Country(c), c) for c in (a, b))
    alone = EMPTY if compared else UNCOMPARED
    sources = {s.document: s for s in queries.sources(connection, Filter(as_of=as_of))}
    differing = tuple(dict.fromkeys(_differs(compared, {r.id: _disputed(r) for r in found})))
    promised = tuple(_promised(board.open_commitments, as_of))
    told = [q for s in (*differing, *promised) for q in s.notes] + [
        q for c in compared for i in c.items for q in (*i.a, *i.b)
    ]
    reports = [q for claims in spans.values() for c in claims for q in c.evidence]
    undated = queries.undated(connection)
    done = measures(connection, a, b, as_of, since, as_of)
    said = sayings(connection, (a, b), as_of, since, knowledge)
    families = {document: row.family for document, row in sources.items()}
    outside = [untold(said[side], told, reports, families) for side in (a, b)]
    unknown = tuple(_unknown(found, (a, b), spans, as_of))
    ahead = PAST if any(s.text.startswith("Whether") for s in unknown) else EMPTY
    planned = tuple(_next(board.planned, evidence(connection, [r.id for r in board.planned])))
    sections = (
        Section("What happened", tuple(_happened(found, spans, undated))),
        Section("What was called off or is in dispute", tuple(_off(found, spans))),
        Section("What one did against the other", tuple(_against(done, undated))),
        *(_side_says(n, names[n], (a, b), compared, named, outside[n], undated) for n in (0, 1)),
        Section("What differs", differing, alone),
        Section("Promises", promised),
        Section("Channels", tuple(_channels(board, spans))),
        Section("What is next", planned, ahead),
        Section("What is not known", unknown),
    )
    read = max((line.last for line in (*board.coverage, board.wires) if line.last), default=None)
    return Brief(
        (a, b),
        (names[0], names[1]),
        since,
        as_of,
        sections,
        board.coverage,
        board.wires,
        compared_caution(compared),
        sources,
        read,
    )


def compared_caution(compared: Sequence[Comparison]) -> str:
    """The caution of comparisons, in any case."""
    from detente.record.comparison import CAUTION

    return compared[0].caution if compared else CAUTION


def evidence(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[EngagementClaim, ...]]:
    """The claims of records."""
    from sqlalchemy import select

    from detente.store import schema
    from detente.store.coding import restored

    c = schema.claims
    found: dict[str, list[EngagementClaim]] = {}
    for n in range(0, len(ids), 500):
        query = select(c.c.record, c.c.data).where(c.c.record.in_(ids[n : n + 500])).order_by(c.c.known_at, c.c.id)
        for row in connection.execute(query):
            found.setdefault(row.record, []).append(restored(row.data, EngagementClaim))
    return {record: tuple(claims) for record, claims in found.items()}


def _recent(record: EngagementRecord, since: str | None, as_of: str) -> bool:
    """Whether it took place, or became known where it has no date, since the day."""
    if since is None:
        return True
    _, last = span_of(record.when)
    return (last or record.history[-1].known_at) >= since and record.history[0].known_at <= as_of


def _two_sided(record: EngagementRecord, a: str, b: str) -> bool:
    return {a, b} <= {x.side for x in record.accounts}


def _notes(record: EngagementRecord, spans: dict[str, tuple[EngagementClaim, ...]]) -> tuple[Quote, ...]:
    return tuple(telling(c) for c in spans.get(record.id, ()) if c.evidence)


def _happened(
    records: Iterable[EngagementRecord], spans: dict[str, tuple[EngagementClaim, ...]], undated: Collection[str]
) -> Iterator[Sentence]:
    for record in records:
        if record.status in HAPPENED:
            acting = record.initiator if summoned(record) else subject(record)
            yield Sentence(f"{acting} {_held(record, undated)}{_told_by(record)}.", _notes(record, spans))


def _held(record: EngagementRecord, undated: Collection[str]) -> str:
    way = "to" if record.form == "visit" and record.status != "under_way" else "in"
    place = f" {way} {record.places[0].name}" if record.places else ""
    going_on = record.status == "under_way"
    verb = f"had begun {'' if record.form in PLURAL else 'a '}{spoken(record.form)}" if going_on else VERBS[record.form]
    verb = f"summoned {called}" if (called := summoned(record)) else verb
    end = ", of which no end is told" if going_on else ""
    day = in_words(record.when) if record.when else f"{in_words(None)} ({_told_on(record, undated)})"
    return f"{verb}{place} {day}{end}{_put_off_before(record)}"


def _told_on(record: EngagementRecord, undated: Collection[str]) -> str:
    """When what has no day was told: that is no day of the engagement."""
    known = [e.known_at for e in record.history if e.document not in undated]
    return f"told {in_words(min(known))}" if known else UNDATED


def _put_off_before(record: EngagementRecord) -> str:
    """That it was put off before it took place, and how often: each day on which that became known counts once."""
    days = {e.known_at for e in record.history if e.status in ("postponed", "rescheduled")}
    times = {1: "once", 2: "twice"}.get(len(days), f"{len(days)} times")
    return f", after having been put off {times}" if days else ""


def _told_by(record: EngagementRecord) -> str:
    sides = [x.side for x in record.accounts]
    if len(set(sides)) > 1:
        return f"; {listed(dict.fromkeys(sides))} each give an account"
    return f"; only {sides[0]} gives an account among what was read" if sides else ""


def _off(records: Iterable[EngagementRecord], spans: dict[str, tuple[EngagementClaim, ...]]) -> Iterator[Sentence]:
    for record in records:
        if record.status in OFF | {"disputed"}:
            why = _reasons(record)
            date = f", which was to be {in_words(record.when)}," if record.when else ""
            date = date.replace("was to be", "were to be") if record.form in PLURAL else date
            named, became = one(record), _became(record)
            yield Sentence(f"{named[:1].upper()}{named[1:]}{date} {became}{why}.", _notes(record, spans))


def _became(record: EngagementRecord) -> str:
    """What became of it; of what was put off or called off and is in dispute, both."""
    many = record.form in PLURAL
    fell = next((e.status for e in reversed(record.history) if e.status in OFF and e.status not in DENIED), None)
    if record.status == "disputed" and fell is not None and not _said_held(record):
        return f"{CAME_TO[fell][many]}; whether {'they were' if many else 'it was'} announced is in dispute"
    return CAME_TO[record.status][many]


def _said_held(record: EngagementRecord) -> bool:
    """Whether anybody has said that it took place."""
    return any(entry.status in HAPPENED for entry in record.history)


def _reasons(record: EngagementRecord) -> str:
    """Why it is off, as each tells it: one reason as it stands, of several each with who gives it."""
    told: dict[str, str | None] = {}
    for entry in record.history:
        if entry.reason:
            told.setdefault(entry.reason, entry.claimed_by)
    if len(told) < 2:
        return "".join(f" ({in_quotes(reason)})" for reason in told)
    return f" ({'; '.join(f'{by}: {in_quotes(reason)}' if by else in_quotes(reason) for reason, by in told.items())})"


def _against(done: Iterable[Measure], undated: Collection[str]) -> Iterator[Sentence]:
    """Expulsions, closures, protests and the like, in the words of the texts."""
    for measure in done:
        day = in_words(measure.event.when.edtf) if measure.event.when.edtf else ""
        told = UNDATED if measure.document in undated else f"told {in_words(measure.known_at)}"
        kind = deed_in_words(measure.event)
        text = f"{measure.source} against {measure.target} ({kind}, {day or told}): {in_quotes(measure.words[0].text)}."
        yield Sentence(text, measure.words)


def _side_says(
    side: int, name: str, pair: tuple[str, str], compared: Sequence[Comparison], named: Mapping[str, str],
    outside: Sequence[Saying], undated: Collection[str],
) -> Section:  # fmt: skip
    """What one side says of engagements that both tell of, then what it says besides, the newest."""
    of_engagements = list(_says(compared, side, named))
    kept = outside[max(0, len(outside) - MOST_SAYINGS) :]
    besides = (Sentence(s.sentence(s.words.document not in undated), (s.entire or s.words,)) for s in kept)
    sentences = (*of_engagements[:MOST_SAYINGS], *besides)
    more = len(of_engagements) + len(outside) - len(sentences)
    ask = f"--between {' '.join(pair)} --by {pair[side]}"
    rest = f"{counted(more, 'passage')} more left out: detente statements {ask}; detente positions {ask}"
    return Section(f"What {name} says", sentences, left_out=f"{rest}." if more else "")


def _says(compared: Iterable[Comparison], side: int, named: Mapping[str, str]) -> Iterator[Sentence]:
    """What one side's accounts alone have, each passage once; `named` are the engagements in words."""
    seen: set[Quote] = set()
    for found in compared:
        kind = "only_a" if side == 0 else "only_b"
        for item in (i for i in found.items if i.kind == kind and not seen & {*i.a, *i.b}):
            quotes = item.a if side == 0 else item.b
            seen |= set(quotes)
            yield Sentence(f"Of the {named[found.engagement]}: {in_quotes(quotes[0].text)}.", quotes)


def _disputed(record: EngagementRecord) -> str:
    """What of an engagement is in dispute: that it took place, or, where nobody says that it did, that it was to be."""
    told = "took place" if _said_held(record) else "was announced"
    day = f" ({in_words(record.when)})" if record.when else ""
    return f"Whether the {one(record).removeprefix('a ')}{day} {told}"


def _differs(compared: Iterable[Comparison], disputed: Mapping[str, str]) -> Iterator[Sentence]:
    """Where accounts differ; `disputed` says of an engagement what of it is in dispute."""
    for found in compared:
        for item in found.items:
            if item.kind == "existence_disputed" and item.a and item.b:  # who told of it need not be the other side
                one_side, other = in_quotes(item.a[0].text), in_quotes(item.b[0].text)
                text = f"{disputed.get(found.engagement, IN_DISPUTE)} is in dispute: {one_side}; {other}."
                yield Sentence(text, (*item.a, *item.b))
            elif item.a and item.b and item.kind != "same":
                one_side, other = in_quotes(item.a[0].text), in_quotes(item.b[0].text)
                text = f"{found.sides[0]}: {one_side}; {found.sides[1]}: {other} ({DIFFERS.get(item.kind, item.kind)})."
                yield Sentence(text, (*item.a, *item.b))
            elif item.kind == "ascribes_commitment_unconfirmed":
                yield _ascribed(found, item)


def _ascribed(found: Comparison, item: Item) -> Sentence:
    teller, other = (found.sides[0], found.sides[1]) if item.a else (found.sides[1], found.sides[0])
    quotes = item.a or item.b
    return Sentence(f"{teller} ascribes to {other}, unconfirmed: {in_quotes(quotes[0].text)}.", quotes)


def _promised(records: Iterable[CommitmentRecord], as_of: str) -> Iterator[Sentence]:
    for record in records:
        alone = record.ascribed_by in record.by  # one of those who made it tells of it, and the others do not
        sure = "" if record.confirmed or alone else ", unconfirmed by those who are to keep it"
        sure = sure if record.ascribed_by or record.confirmed else ", without a side's own word"
        said = f" as {told_of_by(record) or 'a report'} tells it" if not record.confirmed else ""
        said += " alone" if alone and not record.confirmed else ""
        due = due_in_words(record, as_of)
        text = f"{listed(record.by)}: {in_quotes(record.content.text)} ({spoken(record.status)}{said}{sure}{due})."
        yield Sentence(text, (record.content, *record.restatements))


def _channels(board: boards.Board, spans: dict[str, tuple[EngagementClaim, ...]]) -> Iterator[Sentence]:
    used = {r.id: r for r in board.used}
    for line in board.channels:
        notes: list[Quote] = []
        parts = []
        if line.last_used:
            record = used.get(line.last_used.engagement)
            parts.append(f"last used {in_words(last_use(line.last_used, record))}")
            notes += _notes(record, spans) if record else ()
        if line.declared:
            said = line.declared
            parts.append(declared_in_words(said) if agreed(said) else f"declared {declared_in_words(said)}")
            notes.append(Quote(said.document, said.start, said.end, said.text))
        if undated := board.undated.get(line.channel):
            parts.append(f"{'also ' if line.last_used else ''}used on a day that is not said")
            notes += _notes(undated.last, spans)
        if parts:
            yield Sentence(f"{spoken(line.channel).capitalize()}: {state_of(line)}; {', '.join(parts)}.", tuple(notes))


def _next(records: Iterable[EngagementRecord], spans: dict[str, tuple[EngagementClaim, ...]]) -> Iterator[Sentence]:
    for record in records:
        date = in_words(record.when) if record.when else "without a date"
        place = f" in {record.places[0].name}" if record.places else ""
        named, verb = one(record), "are" if record.form in PLURAL else "is"
        place = "" if record.form == "visit" else place
        text = f"{named[:1].upper()}{named[1:]}{place} {verb} {spoken(record.status)}, {date}."
        yield Sentence(text, _notes(record, spans))


def _unknown(
    records: Iterable[EngagementRecord], pair: tuple[str, str], spans: dict[str, tuple[EngagementClaim, ...]],
    as_of: str,
) -> Iterator[Sentence]:  # fmt: skip
    """Where one side's account was not read, where there is no date, and what was planned and not heard of again."""
    for record in records:
        what = f"the {one(record).removeprefix('a ')}"
        missing = [s for s in pair if s not in {x.side for x in record.accounts}]
        if record.status in HAPPENED and len(missing) == 1 and record.documents:
            yield Sentence(
                f"No account by {missing[0]} of {what} ({in_words(record.when)}) was read.", _notes(record, spans)
            )
        elif record.status in HAPPENED and not record.when:
            yield Sentence(f"On which day {what} took place is not said.", _notes(record, spans))
        elif record.status in COMING and record.when and (span_of(record.when)[1] or as_of) < as_of:
            yield Sentence(f"Whether {what} took place ({in_words(record.when)}) is not said.", _notes(record, spans))
