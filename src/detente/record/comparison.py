"""Two accounts of one engagement, aligned item by item: what both say, what one says alone, where they differ.

In: each side's texts as `Told` readings and the spans that only report the engagement. Out: items; every
span stands under one kind. Words and rules decide the kind. Absence from an account is no evidence of absence:
`CAUTION` goes with every comparison.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from detente.model import Country, Reading, Span
from detente.record.claims import ascriber
from detente.record.knowledge import Knowledge
from detente.record.nouns import Item, ItemKind, Quote, Told, quote
from detente.record.relayed import own_words
from detente.record.sentences import body_start, parts, sentences
from detente.record.turned import from_the_verb, whole
from detente.record.wording import Wording, likeness, stem, wording

CAUTION = (
    "What one side's account leaves out may still have been said: absence from a readout is not evidence of absence. "
    "Accounts are compared by their words, in the languages that are read."
)
NEAR, ALIKE, TURNED = 0.3, 0.95, 0.5
# how near two lists of what was talked of are that share a subject
SUBJECT = 0.15
# words before the verb of talking: "the two ministers also discussed"
OPENING = 6
# times as long as the other account's passage
FULLER = 2.5
TOPIC_WORDS = 4
# how like two passages are that tell the same of two people, and the first words, in which they name who did it
DONE_BY, NAMED_FIRST = 0.7, 4
# words of the place in a line that is only place and day
PLACE_WORDS = 4
# where a sentence goes on with another clause
JOINTS = (", and ", "; ", ", but ", ", while ", " and ")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a side's account: who holds what it says, and whether it ascribes a promise to others.

    `agenda` are the words of what was talked of, where that is all that the stretch tells, `ground` those of towns and
    states; `asks` that it is a demand, `disowns` that it denies a promise. `doer` is the side of whom it opens, as who
    said or did it; `weight` is 1 where the matter is dwelt on and -1 where it is named in passing.
    """

    quote: Quote
    words: Wording
    holder: Country | None
    ascribes: bool
    topic: str
    agenda: Wording | None = None
    ground: frozenset[str] = frozenset()
    asks: bool = False
    disowns: bool = False
    doer: Country | None = None
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """One side's text of an engagement: a reading, and the spans that report the engagement itself; `family` names the
    story of which it is a copy."""

    told: Told
    reports: tuple[Span, ...]
    engagements: frozenset[str]
    family: str = ""


def compare(
    sides: tuple[Country, Country], ours: Iterable[Account], theirs: Iterable[Account], knowledge: Knowledge,
    told: Collection[Quote] = (),
) -> tuple[Item, ...]:  # fmt: skip
    """The items of a comparison: pairs first, in the order of side A's texts, then what stands alone; `told` are the
    spans that stand under a kind already."""
    own = knowledge.lexicon.own_names
    names = frozenset().union(*(wording(n, knowledge).stems for side in sides for n in own.get(side, ())))
    a = [_unnamed(p, names) for p in _once(ours, sides[0], knowledge) if not _meets(p.quote, told)]
    b = [_unnamed(p, names) for p in _once(theirs, sides[1], knowledge) if not _meets(p.quote, told)]
    paired = _paired(a, b)
    items = [_pair(a[n], b[m], score) for n, m, score in paired]
    left = {n for n, _, _ in paired}
    right = {m for _, m, _ in paired}
    items += [_alone(p, "only_a") for n, p in enumerate(a) if n not in left]
    items += [_alone(p, "only_b") for m, p in enumerate(b) if m not in right]
    return tuple(items)


def _meets(quote: Quote, others: Collection[Quote]) -> bool:
    return any(quote.document == q.document and quote.start < q.end and q.start < quote.end for q in others)


def _once(accounts: Iterable[Account], side: Country, knowledge: Knowledge) -> Iterator[Passage]:
    """The passages of a side's accounts; what copies of one story repeat counts once."""
    seen: dict[tuple[str, str], str] = {}
    for account in accounts:
        document = account.told.reading.id
        for passage in passages(account, side, knowledge):
            first = seen.setdefault((account.family or document, passage.quote.text), document)
            if first == document:
                yield passage


def _unnamed(passage: Passage, names: frozenset[str]) -> Passage:
    """A passage without the two sides' own names, which every account has; one of nothing else keeps them."""
    left = passage.words.stems - names
    return replace(passage, words=replace(passage.words, stems=left)) if left else passage


def _paired(a: Sequence[Passage], b: Sequence[Passage]) -> list[tuple[int, int, float]]:
    """Each passage with at most one of the other side's, the most alike first."""
    scored = sorted(((_alike(x, y), -n, -m) for n, x in enumerate(a) for m, y in enumerate(b)), reverse=True)
    left: set[int] = set()
    right: set[int] = set()
    found = []
    for score, n, m in scored:
        if score < NEAR:
            break
        if -n not in left and -m not in right:
            left.add(-n)
            right.add(-m)
            found.append((-n, -m, score))
    return sorted(found)


def _alike(one: Passage, other: Passage) -> float:
    """How near two passages are; of two that only tell what was talked of, one subject in common is enough."""
    if _place_alone(one, other) or (one.disowns and other.asks) or (one.asks and other.disowns):
        return 0.0  # that nothing was promised is no answer to a demand
    near = likeness(one.words, other.words)
    if near >= NEAR or one.agenda is None or other.agenda is None:
        return near
    return NEAR if likeness(one.agenda, other.agenda) >= SUBJECT else near


def _place_alone(one: Passage, other: Passage) -> bool:
    """ "to open a school in X", "to open a mine in X": they share a town and one word more, and each has more."""
    shared = one.words.stems & other.words.stems
    told = shared - one.ground - other.ground
    return len(told) < len(shared) and len(told) <= 1 and all(p.words.stems - p.ground - shared for p in (one, other))


def _pair(one: Passage, other: Passage, score: float) -> Item:
    return Item(_kind(one, other, score), _topic_of_both(one, other), (one.quote,), (other.quote,))


def _kind(one: Passage, other: Passage, score: float) -> ItemKind:
    denied = any(p.ascribes and not p.words.against for p in (one, other))  # "has made no such commitment"
    if one.words.against != other.words.against and (score >= TURNED or denied):
        return "contradicts"
    if one.holder and other.holder and one.holder != other.holder and score >= TURNED:
        return "differs_attribution"
    if one.doer and other.doer and one.doer != other.doer and score >= DONE_BY:
        return "differs_attribution"
    if one.words.figures and other.words.figures and one.words.figures != other.words.figures:
        return "differs_detail"
    if score >= ALIKE and likeness(_as_spelled(one.words), _as_spelled(other.words)) >= ALIKE:
        return "same"
    longer = max(len(one.words.stems), len(other.words.stems)) / max(
        1, min(len(one.words.stems), len(other.words.stems))
    )
    if longer >= FULLER or one.weight * other.weight < 0:
        return "differs_emphasis"
    inside = one.words.stems < other.words.stems or other.words.stems < one.words.stems
    return "differs_detail" if inside else "differs_wording"


def _as_spelled(words: Wording) -> Wording:
    """The words as they stand, none for another that tells the same."""
    return replace(words, stems=words.spelled)


def _alone(passage: Passage, kind: ItemKind) -> Item:
    told: tuple[Quote, ...] = (passage.quote,)
    found: ItemKind = "ascribes_commitment_unconfirmed" if passage.ascribes else kind
    return Item(found, passage.topic, told if kind == "only_a" else (), told if kind == "only_b" else ())


def _topic_of_both(one: Passage, other: Passage) -> str:
    return min((one.topic, other.topic), key=len)


# -- passages ----------------------------------------------------------------------------------------


def passages(account: Account, side: Country, knowledge: Knowledge) -> Iterator[Passage]:
    """The passages of a side's own text; of another's text, the words that it gives that side."""
    told = account.told
    spans = _own(account, knowledge) if told.side == side else _attributed(account, side)
    for span in spans:
        words = wording(span.text, knowledge)
        told_more = _held(told, span) or knowledge.telling.search(span.text)
        if words.stems and (told_more or not _reports(span, account.reports)):
            yield Passage(
                quote(told.reading.id, span), words, _holder(told, span), _ascribes(told, span, side),
                _topic(told, span, knowledge), _agenda(span.text, knowledge), _ground(span.text, knowledge),
                _asks(told, span), _disowns(words, knowledge), _doer(told, span), _weight(span.text, knowledge),
            )  # fmt: skip


def _doer(told: Told, span: Span) -> Country | None:
    """The side of the one person whom a passage opens with; of two who did it together none."""
    opening = span.start + len(" ".join(span.text.split()[:NAMED_FIRST]))
    people = (p.actor for e in told.reading.engagements for p in e.participants if p.actor.kind == "person")
    named = {(m.start, a.country) for a in people for m in a.mentions if span.start <= m.start < opening and a.country}
    sides = {country for _, country in named}
    joined = any(f" {word} " in f" {span.text[: opening - span.start]} " for word in ("and", "with"))
    return next(iter(sides)) if len(sides) == 1 and not joined else None


def _weight(text: str, knowledge: Knowledge) -> int:
    """Whether a passage dwells on its matter or only names it; it does neither where it does both."""
    return bool(knowledge.dwelling.search(text)) - bool(knowledge.in_passing.search(text))


def _asks(told: Told, span: Span) -> bool:
    """Whether a passage is what a side wants another to do."""
    return any(p.kind == "demand" and p.content.meets(span) for p in told.reading.positions)


def _disowns(words: Wording, knowledge: Knowledge) -> bool:
    """ "denied that X had promised …", "there was no such commitment"."""
    return words.against and not words.spelled.isdisjoint({stem(w, knowledge) for w in knowledge.promising})


def _ground(text: str, knowledge: Knowledge) -> frozenset[str]:
    """The words of the places that a text names."""
    kinds = ("country", "demonym", "capital", "city", "region")
    hits = (h for h in knowledge.lexicon.names.find(text) if any(n.kind in kinds for n in h.values))
    return frozenset().union(*(wording(text[h.start : h.end], knowledge).stems for h in hits))


def _agenda(text: str, knowledge: Knowledge) -> Wording | None:
    """What comes after "they discussed", "the two exchanged views on"."""
    verb = knowledge.agenda.search(text)
    if verb is None or len(text[: verb.start()].split()) > OPENING:
        return None
    return wording(text[verb.end() :], knowledge)


def _own(account: Account, knowledge: Knowledge) -> Iterator[Span]:
    """Positions, promises and statements where the reading has them, else the sentence; each taken into its acts."""
    reading = account.told.reading
    found = [
        *(p.content for p in reading.positions), *(c.content for c in reading.commitments),
        *(s.content for s in reading.statements),
    ]  # fmt: skip
    aside = [f.span for f in reading.furniture]
    begins = body_start(reading.text)
    turned = from_the_verb(reading)
    for sentence in sentences(reading.text, knowledge.abbreviations):
        if any(sentence.meets(f) for f in aside) or _dateline(sentence, reading):
            continue
        inside = _disjoint([s for s in found if sentence.start <= s.start and s.end <= sentence.end])
        if sentence.end <= begins and not inside:
            continue
        cues = [
            *(s.cue for s in reading.statements if s.cue),
            *(link.span for s in reading.statements for link in s.chain),
        ]
        opening = _opening(inside, sentence, reading.text, knowledge)
        for span in [*opening, *_completed(inside, sentence, reading.text, cues)] or [sentence]:
            yield from _acts(span, turned, reading.text)


def _dateline(sentence: Span, reading: Reading) -> bool:
    """Whether a sentence is only the place and the day of a text: "Nairobi, 20 February 2024."."""
    day = next((t.span for t in reading.times if t.edtf and sentence.start <= t.span.start < sentence.end), None)
    if day is None or sentence.text[day.end - sentence.start :].strip(" .)\n–—-"):
        return False
    place = sentence.text[: day.start - sentence.start].strip(" (,\n–—-")
    return len(place.split()) <= PLACE_WORDS and all(word[0].isupper() for word in place.split() if word[0].isalpha())


def _acts(span: Span, turned: Mapping[int, Span], text: str) -> Iterator[Span]:
    """The acts that a passage is made of; what its verb turns stays whole, with the verb."""
    if span.start in turned:
        yield whole(span, turned, text)
    else:
        yield from parts(text, span.start, span.end)


def _opening(inside: Sequence[Span], sentence: Span, text: str, knowledge: Knowledge) -> list[Span]:
    """The clause before the first passage, where it tells of something itself: "They discussed X, and Y said …"."""
    if not inside:
        return []
    before = text[sentence.start : inside[0].start]
    end = max((before.rfind(joint) for joint in JOINTS), default=-1)
    if end < 0 or not knowledge.telling.search(before[:end]):
        return []
    told = before[:end].rstrip(" ,")
    return [Span(sentence.start, sentence.start + len(told), told)]


def _completed(inside: Sequence[Span], sentence: Span, text: str, cues: Iterable[Span]) -> list[Span]:
    """The last passage goes on to the sentence's end, unless what follows says who said it."""
    if not inside:
        return []
    last = inside[-1]
    rest = Span(last.end, sentence.end, "")
    if any(rest.meets(cue) for cue in cues):
        return list(inside)
    end = last.end + len(text[last.end : sentence.end].rstrip(" .\n"))
    return [*inside[:-1], Span(last.start, end, text[last.start : end])]


def _attributed(account: Account, side: Country) -> Iterator[Span]:
    reading = account.told.reading
    spoken = [
        s.content for s in own_words(reading.statements)
        if s.on_behalf_of == side and (s.engagement is None or s.engagement in account.engagements)
    ]  # fmt: skip
    turned = from_the_verb(reading)
    for span in _disjoint(spoken):
        yield from _acts(span, turned, reading.text)


def _disjoint(spans: Iterable[Span]) -> list[Span]:
    """The finest spans that do not overlap, and what no finer one covers."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.end - s.start, s.start)):
        if not any(span.meets(k) for k in kept):
            kept.append(span)
    return sorted(kept)


def _reports(span: Span, evidence: Iterable[Span]) -> bool:
    """Whether most of a passage only says that the engagement took place."""
    shared = max((min(span.end, e.end) - max(span.start, e.start) for e in evidence), default=0)
    return shared > 0.6 * (span.end - span.start)


def _held(told: Told, span: Span) -> bool:
    """Whether a passage is what somebody holds or promises."""
    held = (*(p.content for p in told.reading.positions), *(c.content for c in told.reading.commitments))
    return any(c.start <= span.start and span.end <= c.end for c in held)


def _holder(told: Told, span: Span) -> Country | None:
    """Who alone holds a passage; what several have agreed is no one's own."""
    if any(len(c.by) > 1 and c.content.meets(span) for c in told.reading.commitments):
        return None
    held = list(dict.fromkeys(p.holder.country for p in told.reading.positions if p.content.meets(span)))
    return held[0] if len(held) == 1 else None


def _ascribes(told: Told, span: Span, side: Country) -> bool:
    """Whether the passage is a promise that this side alone says another has made."""
    return any(
        c.content.meets(span) and c.by and side not in c.by and (ascriber(told, c) or side) == side
        for c in told.reading.commitments
    )


def _topic(told: Told, span: Span, knowledge: Knowledge) -> str:
    """The reading's own topic, else the passage's first words of content."""
    for position in told.reading.positions:
        if position.content.meets(span):
            return position.topic
    words = [w for w in span.text.replace(",", " ").split() if w.lower().strip(".;:'\"") not in knowledge.common]
    return " ".join(words[:TOPIC_WORDS])
