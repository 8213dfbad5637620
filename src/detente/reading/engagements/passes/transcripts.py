"""Transcripts that bear their hour: "Oval Office", "3:55 P.M. EDT", and then the turns of two presidents.

In: a scene's context. Out: `Sighting`s. Officials of two states who take turns in one transcript were together at its
hour, or on one line where it says so; whoever speaks in another state's town was there on that day. The day is that of
a date above the hour, else that on which the transcript came out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.codebook import Codebook
from detente.model import Country, Edtf, Form, Place, Span, Status, Time
from detente.reading.actors.lexicon import GOVERNING, TOWNS
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.party import Party, countries_of
from detente.reading.engagements.sighting import Sighting, towns_of
from detente.reading.engagements.standing.reader import Standing
from detente.reading.speech.attribution import TURN, Draft
from detente.reading.times import calendar

LINE = re.compile(r"[^\n]+")
HOUR = re.compile(r"\s*\(?\d{1,2}[:.]\d{2}\s?(?:[AaPp]\.?\s?[Mm]\.?)?(?:\s+\(?(?:local time|[A-Z]{2,5})\)?)?\s*\)?\s*")
TOP = 8  # lines above the first turn among which the hour stands
HOURS = 2  # when it began and when it ended; a page of many hours is one of news as they came in
WIDEST = 9  # words of a line that tells the place
MOST = 4  # states whose officials a transcript of one meeting names; more is a conference
GROUND = frozenset({*TOWNS, "country"})


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the first turn: the day, the hour that tells it, and the town."""

    when: Time
    place: Place | None
    afar: bool


class Transcripts:
    """Reads who was together, and who was abroad, by a transcript's heading and its turns."""

    def __init__(self, codebook: Codebook, words: Mapping[str, Sequence[str]]) -> None:
        entries = {e.data["turns"]: e.rule for e in codebook.entries("engagements") if e.data.get("turns")}
        self.together, self.abroad = str(entries["together"]), str(entries["abroad"])
        self.afar = re.compile(rf"\b(?:{'|'.join((*words['afar'], *words['at_a_distance']))})s?\b", re.IGNORECASE)

    def read(self, context: Context) -> Iterator[Sighting]:
        """The meeting or call that the turns tell of, and the stays of those who speak abroad."""
        turns = [d for d in context.drafts if d.rule == TURN]
        heading = self._heading(context, turns[0].evidence.start) if turns else None
        if heading is None:
            return
        speakers = self._speakers(turns)
        parties = tuple(party for _, party in speakers)
        if 1 < len(countries_of(parties)) <= MOST:
            form: Form = "video_call" if heading.afar else "meeting"
            yield self._sighting(form, speakers[-1][0], parties, heading, self.together, context)
        for draft, party in speakers:
            if heading.place is not None and not heading.afar and heading.place.country != party.country:
                yield self._sighting("visit", draft, (party,), heading, self.abroad, context)

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
        self, form: Form, turn: Draft, parties: tuple[Party, ...], heading: Heading, rule: str, context: Context
    ) -> Sighting:
        sentence = turn.sentence
        places = (heading.place,) if heading.place is not None and form != "video_call" else ()
        ground: tuple[Country | None, ...] = tuple(p.country for p in places if form == "visit")
        countries = tuple(c for c in dict.fromkeys([*(p.country for p in parties), *ground]) if c is not None)
        said = context.scene.sentence_at(turn.content.start)
        evidence = context.scene.span(sentence.start, max(sentence.end, said.end if said is not None else 0))
        held = "engagements/status.held"
        outlet = context.source.outlet or context.source.agency
        return Sighting(
            sentence, sentence.tokens.root, form, parties, countries, places, places if form == "visit" else (),
            towns_of(places, context.cast), heading.when, Standing("held", held, None, None, "past"),
            Status("held", None, outlet, None, evidence), evidence, f"{rule} + {held}",
        )  # fmt: skip


def _ground(lines: Sequence[re.Match[str]], context: Context) -> Place | None:
    """The town or state that a line above the hour ends with: "Villa Bonaparte, Rome, Italy". A town with the name of
    another state after it is in a part of some state that is called so ("Athens, Georgia")."""
    for line in reversed(lines):
        hits = [h for h in context.cast.lexicon.names.find(line.group()) if h.values[0].kind in (*GROUND, "region")]
        if not hits or line.group()[hits[-1].end :].strip(" .)"):
            continue
        named, last = [h.values[0] for h in hits], hits[-1].values[0]
        towns = [h for h in hits if h.values[0].kind in TOWNS]
        if last.kind == "region" or last.country is None or any(n.country != last.country for n in named):
            return None
        place = (towns or hits)[-1]
        span = context.scene.span(line.start() + place.start, line.start() + place.end)
        return Place(place.values[0].name, last.country, span)
    return None
