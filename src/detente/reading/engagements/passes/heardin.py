"""Where officials are heard to speak: "Speaking in Oslo on Monday, X said", "X addressed lawmakers in Oslo".

In: the sightings of a document and its context. Out: a stay for each official who speaks in another state's town on a
day near that of the text, where nothing else tells what took him there; none by a line of the wire, from afar, or where
a body of states has its seat. And what is so "right now" is of the day of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.codebook import Codebook
from detente.model import Place, Time, TimeExpression
from detente.reading import syntax
from detente.reading.actors.lexicon import GOVERNING
from detente.reading.engagements.days.timing import Context, TimingReader
from detente.reading.engagements.party import Party
from detente.reading.engagements.passes.ontheway import stay
from detente.reading.engagements.sighting import Sighting
from detente.reading.scene import Sentence
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

NEAR_DAYS = 14  # of the day of publication
STANDING_IN = ("in", "at")


class HeardIn:
    """Reads stays by who speaks where; `words` are the small words of engagements."""

    def __init__(self, codebook: Codebook, words: Mapping[str, Sequence[str]], timing: TimingReader) -> None:
        self.timing = timing
        self.entry = next(e for e in codebook.entries("engagements") if e.data.get("heard_there"))
        self.seats, self.speaking = frozenset(words["seats"]), frozenset(words["speaking_verbs"])
        self.afar = frozenset(words["afar"]) | frozenset(words["at_a_distance"])

    def read(self, found: Sequence[Sighting], context: Context) -> list[Sighting]:
        """The sightings and the stays."""
        done = [*found]
        for sentence in context.scene.sentences:
            for verb in (t for t in sentence.tokens if t.pos_ == "VERB"):
                done += self._stay(verb, sentence, done, context)
        return done

    def _stay(self, verb: Token, sentence: Sentence, found: Sequence[Sighting], context: Context) -> Iterator[Sighting]:
        place = self._town(verb, sentence, context)
        party = self._speaker(verb, sentence, context) if place is not None else None
        if place is None or party is None or place.country in (None, party.country) or place.name in self.seats:
            return
        day = self._day(verb, sentence, context)
        known = any(place.country in s.countries and party.key in {p.key for p in s.parties} for s in found)
        if day is not None and not known:
            evidence = context.scene.cover(sentence, verb.subtree)
            when = Time(day.edtf, "actual", day.span)
            yield stay(verb, sentence, party, place, when, "held", evidence, self.entry.rule, context)

    def _town(self, verb: Token, sentence: Sentence, context: Context) -> Place | None:
        """The town in which a verb says that somebody speaks, to people who hear him there."""
        aside = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.lemma_ in self.speaking
        heard = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i]
        small = context.cast.lexicon.words
        people = [h for h in heard if h.lower_ in small["hearers"] | small["populace"]]
        told = bool(people) and verb.lemma_ == "address"  # "told reporters in X": by whatever line
        remote = any(t.lower_ in self.afar or t.lemma_.lower() in self.afar for t in verb.subtree)
        if not (aside or told) or remote or syntax.negated(verb) or (told and syntax.tense(verb) != "past"):
            return None
        for noun in (n for at in (verb, *people) for n in syntax.prepositional(at, *STANDING_IN)):
            for mention, place in context.cast.places(sentence, noun.left_edge.i, noun.i + 1):
                if any(n.kind == "capital" for n in mention.names):  # in other towns fairs and forums are held
                    return place
        return None

    def _speaker(self, verb: Token, sentence: Sentence, context: Context) -> Party | None:
        """Who speaks, where he leads a state or one of its ministries."""
        who = syntax.subject(verb.head if verb.dep_ == "advcl" and verb.tag_ == "VBG" else verb)
        entity = context.cast.entity(who, sentence) if who is not None else None
        actor = context.cast.actor(who, sentence) if who is not None and entity is not None else None
        if entity is None or actor is None or actor.kind != "person" or not entity.official:
            return None
        return Party(actor, entity, entity.country) if entity.country and entity.level in GOVERNING else None

    def _day(self, verb: Token, sentence: Sentence, context: Context) -> TimeExpression | None:
        """The day of the verb's own clause, where it is a late one."""
        told = calendar.bounds(context.scene.published)
        for expression, token in self.timing.usable(sentence, context):
            days = calendar.bounds(expression.edtf)
            own = syntax.clause_of(token).i == verb.i and expression.type == "date"
            if own and days and told and days[0] == days[1] and 0 <= (told[1] - days[0]).days <= NEAR_DAYS:
                return expression
        return None
