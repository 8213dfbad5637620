"""Transcripts that bear their hour: "Oval Office", "3:55 P.M. EDT", and then the turns of two presidents.

In: a scene's context. Out: `Sighting`s. Officials of two states who take turns in one transcript were together at its
hour, or on one line where it says so; whoever speaks in another state's town, or is given the floor there, was there on
that day, on which also is what a speaker has those who hear him "here" for. The day is that of a date above the hour,
else that on which the transcript came out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from detente.codebook import Codebook
from detente.model import Country, Edtf, Form, Place, Span, Status, Time
from detente.reading import syntax
from detente.reading.actors.lexicon import GOVERNING
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.party import Party, countries_of
from detente.reading.engagements.passes.aboard import Aboard, ends_with_a_place, ground_of
from detente.reading.engagements.sighting import Sighting, towns_of
from detente.reading.engagements.standing.reader import Standing
from detente.reading.scene import Sentence
from detente.reading.speech.attribution import TURN, Draft
from detente.reading.times import calendar

LINE = re.compile(r"[^\n]+")
HOUR = re.compile(r"\s*\(?\d{1,2}[:.]\d{2}\s?(?:[AaPp]\.?\s?[Mm]\.?)?(?:\s+\(?(?:local time|[A-Z]{2,5})\)?)?\s*\)?\s*")
TOP = 8  # lines above the first turn among which the hour stands
HOURS = 2  # when it began and when it ended; a page of many hours is one of news as they came in
WIDEST = 9  # words of a line that tells the place
MOST = 4  # states whose officials a transcript of one meeting names; more is a conference


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the first turn: the day, the hour that tells it, and the town."""

    when: Time
    place: Place | None
    afar: bool


class Transcripts:
    """Reads who was together, and who was abroad, by a transcript's heading and its turns."""

    def __init__(self, codebook: Codebook, words: Mapping[str, Sequence[str]]) -> None:
        self.aboard = Aboard(words)
        entries = {e.data["turns"]: e.rule for e in codebook.entries("engagements") if e.data.get("turns")}
        self.handing, self.floor = frozenset(words["handing_over"]), frozenset(words["the_floor"])
        self.together, self.abroad, self.flown = (str(entries[k]) for k in ("together", "abroad", "aboard"))
        self.afar = re.compile(rf"\b(?:{'|'.join((*words['afar'], *words['at_a_distance']))})s?\b", re.IGNORECASE)

    def read(self, context: Context) -> Iterator[Sighting]:
        """The meeting or call that the turns tell of, and the stays of those who speak abroad."""
        turns = [d for d in context.drafts if d.rule == TURN]
        heading = self._of(context)
        if heading is None:
            return
        yield from self._flights(turns[0].evidence.start, heading, context)
        speakers = self._speakers(turns)
        parties = tuple(party for _, party in speakers)
        if 1 < len(countries_of(parties)) <= MOST:
            form: Form = "video_call" if heading.afar else "meeting"
            last = speakers[-1][0]
            told = self._evidence(last, context)
            yield self._sighting(form, last.sentence, told, parties, heading, self.together, context)
        if heading.place is None or heading.afar:
            return
        stays = [(d.sentence, self._evidence(d, context), party) for d, party in speakers]
        known = {party.key for _, party in speakers}
        stays += [(s, _whole(s, context), p) for s, p in self._given_the_floor(turns, context) if p.key not in known]
        for sentence, told, party in stays:
            if heading.place.country != party.country:
                yield self._sighting("visit", sentence, told, (party,), heading, self.abroad, context)

    def _flights(self, first: int, heading: Heading, context: Context) -> Iterator[Sighting]:
        """Where the plane on which the press is spoken to takes the one whose it is."""
        lines = list(LINE.finditer(context.scene.text, 0, first))[:TOP]
        for flight in self.aboard.read(lines, context):
            sentence = context.scene.sentence_at(flight.line.start) or context.scene.sentences[0]
            to = replace(heading, place=flight.place)
            yield self._sighting("visit", sentence, flight.line, (flight.party,), to, self.flown, context)

    def dated(self, found: Sequence[Sighting], context: Context) -> list[Sighting]:
        """The sightings, what a speaker has his hearers "here" for with the day of the transcript."""
        heading = self._of(context)
        if heading is None:
            return list(found)
        return [replace(s, when=heading.when) if _here_and_now(s) and s.when.edtf is None else s for s in found]

    def _of(self, context: Context) -> Heading | None:
        turns = [d for d in context.drafts if d.rule == TURN]
        return self._heading(context, turns[0].evidence.start) if turns else None

    def _given_the_floor(self, turns: Sequence[Draft], context: Context) -> Iterator[tuple[Sentence, Party]]:
        """ "I will turn it over to Minister X": who leads a ministry and is to speak next in the same room."""
        for sentence in (s for s in context.scene.sentences if s.start >= turns[0].content.start):
            for verb in (t for t in sentence.tokens if t.pos_ == "VERB" and t.lemma_ in self.handing):
                words = list(verb.subtree)
                over = any(t.lower_ in self.floor for t in words) and not syntax.negated(verb)
                for noun in (t for t in words if over and t.dep_ == "pobj" and t.head.lower_ == "to"):
                    entity, actor = context.cast.entity(noun, sentence), context.cast.actor(noun, sentence)
                    leads = entity is not None and entity.official and entity.level in GOVERNING and entity.country
                    if entity is not None and actor is not None and actor.kind == "person" and leads:
                        yield sentence, Party(actor, entity, entity.country)

    def _evidence(self, turn: Draft, context: Context) -> Span:
        said = context.scene.sentence_at(turn.content.start)
        end = max(turn.sentence.end, said.end if said is not None else 0)
        return context.scene.span(turn.sentence.start, end)

    def _heading(self, context: Context, first: int) -> Heading | None:
        """The heading above the first turn, where one of its lines is an hour."""
        lines = list(LINE.finditer(context.scene.text, 0, first))[:TOP]
        hour = next((m for m in lines if HOUR.fullmatch(m.group())), None)
        hours = sum(1 for m in LINE.finditer(context.scene.text) if HOUR.fullmatch(m.group()))
        if hour is None or hours > HOURS:
            return None
        day = self._day(context, hour.start())
        above = [m for m in lines if m.start() < hour.start() and len(m.group().split()) <= WIDEST]
        title = context.source.title or ""
        afar = any(self.afar.search(words) for words in (title, *(m.group() for m in above)))
        span = Span(hour.start(), hour.end(), hour.group())
        return Heading(Time(day, "actual", span), _ground(above, context), afar) if day else None

    def _day(self, context: Context, before: int) -> Edtf | None:
        dates = [e.edtf for e in context.times if e.span.end <= before and e.type == "date" and e.edtf]
        days = [d for d in (*dates, context.scene.published) if d and calendar.precision(d) == "day"]
        return Edtf(days[0]) if days else None

    def _speakers(self, turns: Sequence[Draft]) -> list[tuple[Draft, Party]]:
        """The officials who lead a state or one of its ministries, each with the first of his turns."""
        found: dict[tuple[str, ...], tuple[Draft, Party]] = {}
        for turn in turns:
            entity = turn.entity
            leads = entity is not None and entity.official and entity.level in GOVERNING
            if entity is not None and leads and entity.country and turn.speaker is not None:
                found.setdefault(entity.key, (turn, Party(turn.speaker, entity, entity.country)))
        return list(found.values())

    def _sighting(
        self, form: Form, sentence: Sentence, evidence: Span, parties: tuple[Party, ...], heading: Heading, rule: str,
        context: Context,
    ) -> Sighting:  # fmt: skip
        places = (heading.place,) if heading.place is not None and form != "video_call" else ()
        ground: tuple[Country | None, ...] = tuple(p.country for p in places if form == "visit")
        countries = tuple(c for c in dict.fromkeys([*(p.country for p in parties), *ground]) if c is not None)
        held = "engagements/status.held"
        outlet = context.source.outlet or context.source.agency
        return Sighting(
            sentence, sentence.tokens.root, form, parties, countries, places, places if form == "visit" else (),
            towns_of(places, context.cast), heading.when, Standing("held", held, None, None, "past"),
            Status("held", None, outlet, None, evidence), evidence, f"{rule} + {held}",
        )  # fmt: skip


def _whole(sentence: Sentence, context: Context) -> Span:
    return context.scene.span(sentence.start, sentence.end)


def _here_and_now(sighting: Sighting) -> bool:
    """ "honoured to have you here for the first meeting of the leaders": of the room in which it is said."""
    verb = sighting.token if sighting.token.pos_ == "VERB" else syntax.clause_of(sighting.token)
    here = any(t.lower_ == "here" for t in verb.subtree)
    now = verb.tag_ in ("VB", "VBP", "VBZ") and "will" not in syntax.auxiliaries(verb) and not syntax.negated(verb)
    return here and now and sighting.standing.status in ("held", "under_way") and verb.lemma_ in ("have", "be")


def _ground(lines: Sequence[re.Match[str]], context: Context) -> Place | None:
    """The town or state that a line above the hour ends with: "Villa Bonaparte, Rome, Italy"."""
    for line in reversed(lines):
        if ends_with_a_place(line.group(), context):
            return ground_of(line.start(), line.group(), context)
    return None
