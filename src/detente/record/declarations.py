"""What sides declare of their channels: suspended, cut, resumed.

In: a `Told` reading. Out: `Declaration`s. A sentence declares when a declaring verb governs a channel's own
name and nothing before the verb makes it a wish, a demand or a refusal.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.model import Country, Edtf, Span
from detente.record import doers
from detente.record.knowledge import GROUND, Knowledge
from detente.record.nouns import Declaration, Told
from detente.record.sentences import sentences
from detente.record.standing import FALLEN

# characters before the verb in which a word of refusal or wish counts
BEFORE = 60
# characters after "returned to" in which the place's name opens
PLACE = 3
# words between a channel's name and what it is declared to be: "the trade talks of the two countries closed"
APART = 5
# words between it and what it does by itself: "the talks between X and Y resumed"
FAR = 10
COMMA = 40
# words between a declaring verb and the line that it is done to: of several lines the verb stands before the first
REACH = 30
# words between the opening of a clause about a line and its verb: "which the government of Togo suspended"
SUBJECT = 6
# where another clause has opened between a line and the verb
RESTART = re.compile(r"[;]|, (?:and|but|while)\b")
# "there is enough good will for the talks to resume": what is only wished for, unless it is set
WISHED = re.compile(r"(?<!\bis)(?<!\bare)(?<!\bset)(?<!\bdue) to\s*$")
# a line that is put into use for the first time; "agreed to set up a line": not yet
OPEN = "open"
TO_COME = re.compile(r"\b(?:to|will|would|shall)(?: soon| shortly)?(?: be)?\s*$", re.IGNORECASE)
# "said that it would reopen its embassy": told as decided; "would" alone is a wish or depends on something
ANNOUNCED = re.compile(
    r"\b(?:announced|said|declared|confirmed)(?: on \w+)?(?: that)? (?:it|they|s?he|h(?:is|er) country) would\s*$"
)
# "restored the lines that X cut in May, the military hotline among them"
AMONG = re.compile(r"\s+(?:[^\s,;]+ ){0,6}?among (?:them|these)\b")
# no passive: "the embassy has been in close contact with"
ADJECTIVE = "close"
# "the line, dead since April, works again", "the talks, broken off in May": not the day of what it is now
BROKEN = re.compile(
    r"(?:\bsince|,\s+(?:\w+\s+){0,2}?(?:\w+ed|cut|broken|shut|frozen|withdrawn)(?:\s+off|\s+down)?\s+(?:in|on|since))\s+$",
    re.IGNORECASE,
)
ASIDE = re.compile(r",[^,]*,")


@dataclass(frozen=True, slots=True)
class _Verb:
    start: int
    end: int
    state: str
    rule: str
    clause: int | None = None
    lines: tuple[str, ...] = ()  # the only channels of which it can be said; none named: all
    party: str = ""  # who does it where it is told in the passive: the sender or the receiver of an ambassador


def declarations(told: Told, knowledge: Knowledge) -> tuple[Declaration, ...]:
    """The declarations of a version, a channel and state once a sentence."""
    found: list[Declaration] = []
    for sentence in sentences(told.reading.text, knowledge.abbreviations):
        asked = sentence.text.rstrip(" ”\"'").endswith("?")  # a question declares nothing
        if asked or not any(rule.words.search(sentence.text) for rule in knowledge.declarations):
            continue
        before = found[-1].by if found and "+" not in found[-1].by else None
        found += _of_sentence(told, knowledge, sentence, Country(before) if before else None)
    return tuple(found)


def _of_sentence(told: Told, knowledge: Knowledge, sentence: Span, before: Country | None) -> Iterator[Declaration]:
    verbs = _verbs(sentence.text, knowledge)
    seen: set[tuple[str, str]] = set()
    named = [
        (c, _declared([v for v in verbs if c in (v.lines or (c,))], s, e, sentence.text, knowledge))
        for c, s, e in _named(sentence.text, knowledge)
        if not _one_meeting(told, sentence.start + s, sentence.start + e)
    ]
    whole = ((c, v) for c, v in _whole(sentence.text, knowledge) if not _blocked(sentence.text, v, knowledge))
    for channel, verb in (*named, *whole):
        if verb is None or (channel, verb.state) in seen:
            continue
        sides = _sides(told, knowledge, sentence, verb, before)
        if len(sides) == 2 and not _gone_home(sentence.text, verb, sides[0], knowledge):
            seen.add((channel, verb.state))
            made = _declaration(told, sentence, channel, verb, sides, knowledge)
            if made.at or not knowledge.phrases.recalled.search(
                sentence.text[: verb.start]
            ):  # "met a year after X had cut it"
                yield made


def _one_meeting(told: Told, start: int, end: int) -> bool:
    """ "her talks with President X were cancelled": of named persons of two sides, one meeting and no standing line."""
    for engagement in told.reading.engagements:
        if engagement.status.status in FALLEN and any(s.start < end and start < s.end for s in engagement.evidence):
            people = {p.actor.country for p in engagement.participants if p.actor.kind == "person" and p.actor.name}
            if len(people - {None}) > 1:
                return True
    return False


def _gone_home(text: str, verb: _Verb, by: Country, knowledge: Knowledge) -> bool:
    """ "Togo's ambassador returned to Lomé at the end of her posting": back in her own capital."""
    if (verb.party, verb.state) != (doers.SENDER, "restored"):
        return False
    return any(at < PLACE and state == by for at, state in knowledge.named_in(text[verb.end - 1 : verb.end + BEFORE]))


def _named(text: str, knowledge: Knowledge) -> Iterator[tuple[str, int, int]]:
    """The channels that a sentence names; one without a line of its own only where no other name stands."""
    taken: list[tuple[int, int]] = []
    for rule in knowledge.channels:
        for name in (m for pattern in rule.names for m in pattern.finditer(text)):
            rest = rule.channel == "other"
            if not (rest and any(start < name.end() and name.start() < end for start, end in taken)):
                taken.append(name.span())
                verb = knowledge.verb_before(name.group())
                yield rule.channel, name.start() + verb, name.end()


def _verbs(text: str, knowledge: Knowledge) -> list[_Verb]:
    found = [
        _Verb(m.start(), m.end(), rule.state, rule.rule, lines=rule.lines)
        for rule in knowledge.declarations
        for m in (() if rule.channel else rule.words.finditer(text))
    ]
    found = [v for v in found if not (v.state == OPEN and TO_COME.search(text[: v.start]))]
    found = [replace(v, clause=_clause_of(v, text, knowledge)) for v in found]
    return sorted(found, key=lambda v: v.start)


def _whole(text: str, knowledge: Knowledge) -> Iterator[tuple[str, _Verb]]:
    """Phrases that name a channel and declare it in one: "to exchange ambassadors"."""
    for rule in knowledge.declarations:
        for m in rule.words.finditer(text) if rule.channel else ():
            yield rule.channel, _Verb(m.start(), m.end(), rule.state, rule.rule, party=rule.party)


def _declared(verbs: Sequence[_Verb], start: int, end: int, text: str, knowledge: Knowledge) -> _Verb | None:
    """What the sentence itself declares of a line, else what a clause about it tells: "…, which X cut in May, …"."""
    main = _governing([v for v in verbs if v.clause is None], start, end, text, knowledge)
    main = None if main is not None and _blocked(text, main, knowledge) else main
    clauses = (v for v in verbs if v.clause is not None and v.clause >= end and not _blocked(text, v, knowledge))
    told = next((v for v in clauses if not RESTART.search(text[end : v.start])), None)
    if main is None or (told is not None and told.state == main.state):
        return told  # "the line, which X cut in May, remains dead": X did, in May
    return main


def _clause_of(verb: _Verb, text: str, knowledge: Knowledge) -> int | None:
    """Where the clause of a verb opens that has the line for its object: "which Togo suspended"."""
    opening = list(knowledge.phrases.relative.finditer(text, 0, verb.start))
    if not opening or knowledge.phrases.said.search(text[: opening[-1].start()]):  # "said that Togo suspended"
        return None
    between = text[opening[-1].end() : verb.start]
    subject = 0 < len(between.split()) <= SUBJECT and "," not in between
    return opening[-1].start() if subject and knowledge.phrases.adverbial.match(text, verb.end) else None


def _governing(verbs: Sequence[_Verb], start: int, end: int, text: str, knowledge: Knowledge) -> _Verb | None:
    """The nearest declaring verb before the name, else the passive after it, else what it is declared to be."""
    before = [v for v in verbs if v.end <= start and _governs(v, start, end, text, knowledge)]
    if before:
        return before[-1]
    after = [v for v in verbs if v.start >= end and text[v.start : v.end].lower() != ADJECTIVE]
    after = [v for v in after if "," not in ASIDE.sub(" ", text[end : v.start])]
    if (own := _by_itself(verbs, end, text, knowledge)) is not None:
        return own
    if not after:
        return None
    if any(
        knowledge.phrases.said.search(text, end, m.start())
        for m in knowledge.phrases.relative.finditer(text, end, after[0].start)
    ):
        return None  # "let the embassy know that the visit was cancelled"
    between = ASIDE.sub(" ", text[end : after[0].start])
    declared = len(between.split()) <= APART and knowledge.phrases.pronounces.search(
        text[max(0, start - BEFORE) : start]
    )
    return after[0] if declared or knowledge.phrases.passive.search(between) else None


def _governs(verb: _Verb, start: int, end: int, text: str, knowledge: Knowledge) -> bool:
    """Whether the name after a verb can be what it is done to: "suspended the talks", not "in close contact with" and
    not "paused because there were talks", where another verb stands between."""
    between = knowledge.phrases.for_now.sub(" ", text[verb.end : start])
    if ";" in between or len(between.split()) > REACH:
        return False
    if knowledge.phrases.apart.search(between) and not AMONG.match(text, end):
        return False
    form = text[verb.start : verb.end].lower()
    return form not in knowledge.phrases.adjectives or knowledge.phrases.objects.match(text, verb.end) is not None


def _by_itself(verbs: Sequence[_Verb], end: int, text: str, knowledge: Knowledge) -> _Verb | None:
    """ "the talks between X and Y, paused in May, resumed on Monday": a verb without an object after the name."""
    for verb in (v for v in verbs if v.start >= end):
        between = ASIDE.sub(" ", text[end : verb.start])
        wished = WISHED.search(between) is not None
        near = "," not in between and len(between.split()) <= FAR and not wished
        if near and knowledge.phrases.by_itself.match(text, verb.start):
            return verb
    return None


def _blocked(text: str, verb: _Verb, knowledge: Knowledge) -> bool:
    """Whether what stands around a verb makes it none: a wish, a demand, a denial, a condition."""
    start = verb.clause or 0
    clause = max(start, text.rfind(", ", start, verb.start) + 1)
    if clause > start and doers.has_subject(text[clause : verb.start], knowledge):
        if knowledge.phrases.conditions.search(text[start:clause]):  # "if Niger refuses, Chad will recall"
            return True
        start = clause  # "after Niger refused, Chad recalled": it was Niger that refused
    before = text[max(start, verb.start - BEFORE) : verb.start]
    if ANNOUNCED.search(before) and not knowledge.phrases.conditions.search(text):
        before = before.rstrip().removesuffix("would")
    if TO_COME.search(before) and knowledge.phrases.provided.search(text, verb.end):
        return True
    if knowledge.phrases.nominal.search(before) and not knowledge.phrases.announces.search(before):
        return True
    return bool(knowledge.phrases.blocks.search(before))


def _sides(
    told: Told, knowledge: Knowledge, sentence: Span, verb: _Verb, before: Country | None
) -> tuple[Country, ...]:
    """The side that declares, first, and the one that it declares toward; fewer where the text names fewer.

    `before` declared last in the same text: whoever is named by nothing is he again.
    """
    named = _states(told, sentence, knowledge)
    spoken_of = _counterparts(told)
    by = _speaker(told, sentence, verb, named, knowledge)
    by = by or before or next(iter(spoken_of), None)
    others = next(filter(None, ([c for c in those if c != by] for those in (named, spoken_of, (told.side,)))), [])
    return tuple(dict.fromkeys(c for c in (by, *others[:1]) if c is not None))


def _states(told: Told, sentence: Span, knowledge: Knowledge) -> list[Country]:
    """The states that a sentence names or whose officials it names, in order, those that are only ground last."""
    found = knowledge.named_in(sentence.text)
    kinds = ("state", "person", "office", "organisation")
    acting = (a for a in told.reading.actors if a.kind in kinds and a.official)
    officials = [
        (m.start - sentence.start, a.country) for a in acting if a.country
        for m in a.mentions if sentence.start <= m.start < sentence.end
    ]  # fmt: skip
    ground = [f for f in found if GROUND.search(sentence.text[: f[0]])]
    told_of = sorted({*(f for f in found if f not in ground), *officials})
    return list(dict.fromkeys(country for _, country in (*told_of, *ground)))


def _speaker(told: Told, sentence: Span, verb: _Verb, named: Sequence[Country], knowledge: Knowledge) -> Country | None:
    at = sentence.start + verb.start
    if verb.clause is not None:
        clause = sentence.text[verb.clause : verb.start]
        return next((c for c in named if c in knowledge.states_in(clause)), None)
    if (act := knowledge.phrases.whose_act.search(sentence.text[: verb.start])) is not None:
        doer = knowledge.states_in(act["of"] or act["own"])
        if doer:
            return Country(doer[-1])
    if (own := doers.doer(sentence.text, verb.start, verb.end, verb.party, knowledge)) is not None:
        return own
    around = [
        s for s in told.reading.statements if s.on_behalf_of and s.evidence.start <= at < s.evidence.end
    ]  # fmt: skip
    if around:
        return around[-1].on_behalf_of
    tells = told.voice != "official" and told.side not in named and len(named) > 1  # an agency of a third state
    return (None if tells else told.side) or (named[0] if named else None)


def _counterparts(told: Told) -> list[Country]:
    """The states of a document, those of its engagements first, then those that it names most."""
    counts: Counter[Country] = Counter()
    for engagement in told.reading.engagements:
        counts.update(dict.fromkeys(engagement.countries, 100))
    for actor in told.reading.actors:
        if actor.country and (actor.official or actor.kind == "state"):
            counts[actor.country] += (len(actor.mentions) or 1) * (1 if actor.kind == "state" else 2)
    return [c for c, _ in counts.most_common()]


def _declaration(
    told: Told, sentence: Span, channel: str, verb: _Verb, sides: tuple[Country, ...], knowledge: Knowledge
) -> Declaration:
    reading = told.reading
    key = f"{reading.id}\0{reading.source.sha256}\0{sentence.start}\0{channel}\0{verb.state}"
    joint = verb.clause is None and knowledge.phrases.joint.search(sentence.text[: verb.start]) is not None
    return Declaration(
        id=f"dec-{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:16]}",
        document=reading.id,
        version=told.version,
        known_at=told.known_at,
        channel=channel,
        state=verb.state,  # type: ignore[arg-type]
        by="+".join(sorted(sides)) if joint else sides[0],
        sides=tuple(sorted(sides)),
        at=_day(told, sentence, verb, knowledge),
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        rule=verb.rule,
    )


def _day(told: Told, sentence: Span, verb: _Verb, knowledge: Knowledge) -> Edtf | None:
    """The date that stands nearest to the verb in its clause; none is taken from the publication."""
    at, text = sentence.start + verb.start, told.reading.text
    near = (
        t for t in told.reading.times
        if t.edtf and t.type == "date" and sentence.start <= t.span.start < sentence.end
        and _of_its_clause(t.span.start - sentence.start, verb, sentence.text, knowledge)
    )  # fmt: skip
    dates = [
        (_far(text, t.span.start, at), t.edtf) for t in near
        if t.edtf and not (verb.state == "restored" and (t.edtf.endswith("/..") or BROKEN.search(text[: t.span.start])))
    ]  # fmt: skip
    return Edtf(min(dates)[1].removesuffix("/..")) if dates else None


def _of_its_clause(date: int, verb: _Verb, text: str, knowledge: Knowledge) -> bool:
    """ "agreed to reopen the line, which Togo cut in May": May is not the day on which it is reopened."""
    if verb.clause is not None:
        return date > verb.clause
    if (
        act := knowledge.phrases.whose_act.search(text[: verb.start])
    ) is not None:  # "said on Thursday that it regrets X's"
        return date > act.start()
    if (
        recalled := knowledge.phrases.recalled.search(text[: verb.start])
    ) is not None:  # "met on Friday, a year after X had"
        return date > recalled.start()
    return not any(
        text[: m.start()].rstrip().endswith(",")
        for m in knowledge.phrases.relative.finditer(text, verb.end, max(date, verb.end))
    )


def _far(text: str, date: int, verb: int) -> int:
    """The characters between a date and a verb; a comma between them puts them apart."""
    between = text[min(date, verb) : max(date, verb)]
    return len(between) + COMMA * between.count(",")
