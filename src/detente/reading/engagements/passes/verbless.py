"""Journeys told without a verb, as headlines and agency flashes do: "X in Lomé for two days", "Y to Rabat next week",
"Z back from Nairobi"; and in an aside to a name, "X, in Lomé this week, announced …".

In: a scene's context. Out: `Sighting`s of visits, each of a sentence that opens with an official's name and goes on
with a word for where he is, and that holds no finite verb, or of an aside with a place and a day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from detente.codebook import Codebook
from detente.model import Place, Span, Status, StatusName, Time
from detente.reading import syntax
from detente.reading.actors.grid import Mention
from detente.reading.engagements.days.timing import TO_COME, Context, TimingReader
from detente.reading.engagements.party import Party
from detente.reading.engagements.sighting import Sighting, towns_of
from detente.reading.engagements.standing.reader import Standing
from detente.reading.scene import Sentence
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

NEAR = 3  # words before the name
ASIDE = 12  # words of an aside


class Verbless:
    """Finds such sentences by the codebook's ways of telling where somebody is."""

    def __init__(self, codebook: Codebook, words: Mapping[str, Sequence[str]], timing: TimingReader) -> None:
        self.timing = timing
        self.entry = next(e for e in codebook.entries("engagements") if e.data.get("verbless"))
        ways = (("under_way", "there_already"), ("announced", "on_the_way"), ("held", "on_the_way_back"))
        self.ways = {tuple(w.split("_")): cast(StatusName, status) for status, name in ways for w in words[name]}
        self.longest = max(len(w) for w in self.ways)

    def read(self, context: Context) -> Iterator[Sighting]:
        """The visits that sentences without a verb tell, in the order of the text."""
        opening = {}
        for n, mention in enumerate(context.cast.mentions):
            if mention.kind in ("person", "office") and mention.sentence not in opening:
                opening[mention.sentence] = n
        for sentence in context.scene.sentences:
            number = opening.get(sentence.index)
            if number is None or any(t.tag_ in syntax.TENSED for t in sentence.tokens):
                continue
            party = self._traveller(number, context)
            told = self._way(context.cast.mentions[number], sentence) if party is not None else None
            if party is None or told is None:
                continue
            status, after = told
            place = self._place(sentence, after, context)
            if place is not None and place.country not in (None, party.country):
                yield self._visit(sentence, party, place, status, context)

    def asides(self, context: Context) -> Iterator[Sighting]:
        """The stays that asides to the names of officials tell, each with its day."""
        for number, mention in enumerate(context.cast.mentions):
            sentence, doc = context.scene.sentences[mention.sentence], context.scene.passages[mention.passage].doc
            opened = mention.kind in ("person", "office") and doc[mention.last : mention.last + 2].text == ", in"
            end = next((t.i for t in doc[mention.last + 1 : mention.last + ASIDE] if t.text == ","), None)
            of_place = not any(t.tag_ == "POS" for t in doc[mention.last : end])  # "in Y's view on Monday"
            party = self._official(number, context) if opened and end is not None and of_place else None
            place = self._place(sentence, mention.last + 2, context) if party is not None else None
            if party is None or end is None or place is None or place.country in (None, party.country):
                continue
            low, high = (context.scene.at(doc[i], sentence) for i in (mention.last, end))
            dates = [e for e, _ in self.timing.usable(sentence, context) if e.edtf and low < e.span.start < high]
            if len(dates) == 1:
                evidence = context.scene.cover(sentence, list(doc[mention.first : end]))
                when = Time(dates[0].edtf, "actual", dates[0].span)
                yield self._stay(sentence, party, place, when, evidence, context)

    def _stay(
        self, sentence: Sentence, party: Party, place: Place, when: Time, evidence: Span, context: Context
    ) -> Sighting:
        """A stay that an aside tells: over, going on or to come by its day."""
        bounds, day = calendar.bounds(when.edtf or ""), calendar.bounds(context.scene.published or "")
        going_on = bool(bounds and day and bounds[1] >= day[0])
        told = self._visit(sentence, party, place, "under_way" if going_on else "held", context)
        when = Time(when.edtf, "planned" if told.standing.status in TO_COME else "actual", when.span)
        return replace(told, when=when, evidence=evidence, status=replace(told.status, evidence=evidence))

    def _traveller(self, number: int, context: Context) -> Party | None:
        """Who opens the sentence, where he is some state's official."""
        mention = context.cast.mentions[number]
        first = mention.first - context.scene.sentences[mention.sentence].tokens.start
        return self._official(number, context) if first <= NEAR else None

    def _official(self, number: int, context: Context) -> Party | None:
        """A mention as a side, where it is some state's one official."""
        entity, mention = context.cast.entities.get(number), context.cast.mentions[number]
        if entity is None or not entity.official or entity.country is None or mention.plural:
            return None
        return Party(entity.actor(context.cast.span(mention)), entity, entity.country)

    def _way(self, mention: Mention, sentence: Sentence) -> tuple[StatusName, int] | None:
        """What the words right after the name say, and the token where they end."""
        for length in range(self.longest, 0, -1):
            words = tuple(t.lower_ for t in sentence.passage.doc[mention.last : mention.last + length])
            if words in self.ways and mention.last + length < sentence.tokens.end:
                return self.ways[words], mention.last + length
        return None

    def _place(self, sentence: Sentence, after: int, context: Context) -> Place | None:
        """The place right after these words."""
        first = after + (sentence.passage.doc[after].lower_ == "the")
        places = context.cast.places(sentence, after, min(first + 1, sentence.tokens.end))
        return places[0][1] if places else None

    def _visit(self, sentence: Sentence, party: Party, place: Place, status: StatusName, context: Context) -> Sighting:
        dates = [e for e, _ in self.timing.usable(sentence, context) if e.edtf]
        when = Time(dates[0].edtf, "planned", dates[0].span) if len(dates) == 1 else Time(None, "planned", None)
        if status == "under_way" and _to_come(when, context.scene.published):  # "X in Y next Wednesday"
            status = "announced"
        if status == "announced":  # "off to X on Friday": the Friday to come
            when = replace(when, edtf=calendar.coming(when.edtf, context.scene.published) or when.edtf)
        evidence = context.scene.cover(sentence, [t for t in sentence.tokens if not t.is_space])
        rule = f"engagements/status.{status}"
        standing = Standing(status, rule, None, None, "future" if status in TO_COME else "past")
        outlet = context.source.outlet or context.source.agency
        countries = tuple(c for c in (party.country, place.country) if c is not None)
        top = context.headline
        return Sighting(
            sentence, _root(sentence), "visit", (party,), countries, (place,), (place,),
            towns_of((place,), context.cast), when, standing, Status(status, None, outlet, None, evidence),
            evidence, f"{self.entry.rule} + {rule}", headline=top is not None and sentence.start < top.end,
        )  # fmt: skip


def _to_come(when: Time, published: str | None) -> bool:
    """Whether a time is after the day of publication."""
    bounds, day = calendar.bounds(when.edtf or ""), calendar.bounds(published or "")
    return bool(bounds and day and bounds[0] > day[1])


def _root(sentence: Sentence) -> Token:
    return sentence.tokens.root
