"""The new day of what was put off, where the sentence after gives it: "It will now take place on 11 April".

In: the sightings of a document in the order of the text. Out: the same; what was put off has the day
that it was put to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Time
from detente.reading import syntax
from detente.reading.engagements.days.timing import Context, TimingReader
from detente.reading.engagements.sighting import Sighting
from detente.reading.scene import Sentence
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

PLANNED = frozenset({"announced", "confirmed", "mooted"})
# words that set a new day against the old one
ANEW = frozenset({"now", "instead"})
RENEWED = frozenset({"new", "fresh", "later"})
POINTING = frozenset({"the", "this", "that", "its", "their", "his", "her"})


class NewDates:
    """Reads the sentence after a postponement; `words` are the small words of engagements."""

    def __init__(self, words: Mapping[str, Sequence[str]], timing: TimingReader) -> None:
        self.timing, self.told_of = timing, frozenset(words["told_of"]) | frozenset(words["stay_nouns"])
        self.seeking, self.dates = frozenset(words["seeking_dates"]), frozenset(words["dates_sought"])
        self.seekers = frozenset(words["date_seekers"])
        self.happening = timing.taking_place | frozenset(words["motion"])

    def read(self, found: Sequence[Sighting], context: Context) -> list[Sighting]:
        """The sightings, each that was put off with its new day; a plan that only gives this day is no other one."""
        done = found = [self._sought(s, context) for s in found]
        for n, sighting in enumerate(found):
            if sighting.standing.status != "postponed" or sighting.moved is not None:
                continue
            for sentence in self._following(sighting, context):
                if (moved := self._anew(sighting, sentence, context)) is not None:
                    done[n] = replace(sighting, moved=moved)
                    done = [s for s in done if not self._same_plan(s, sighting, sentence)]
                    break
            if len(done) < len(found):
                return self.read(done, context)
        return done

    def _sought(self, sighting: Sighting, context: Context) -> Sighting:
        """ "X will not come next week. The two sides are looking at a date in May": what is to be held later is put
        off."""
        word = sighting.standing.word or syntax.clause_of(sighting.token)
        undone = sighting.standing.status == "cancelled" and syntax.negated(word)
        after = context.scene.sentences[sighting.sentence.index : sighting.sentence.index + 3]
        sought = any(self._seeks(v, s, sighting, context) for s in after for v in s.tokens)
        if not undone or not (sought or any(self._new_date(s) for s in self._following(sighting, context))):
            return sighting
        standing = replace(sighting.standing, status="postponed", rule="engagements/status.postponed")
        return replace(sighting, standing=standing, status=replace(sighting.status, status="postponed"))

    def _seeks(self, verb: Token, sentence: Sentence, sighting: Sighting, context: Context) -> bool:
        """ "are looking at a date", "will agree on new dates": its own sides do, and for nothing else."""
        if verb.pos_ != "VERB" or verb.lemma_ not in self.seeking or not self._own(verb, sentence, sighting, context):
            return False
        things = [*syntax.prepositional(verb, "for", "at", "on"), syntax.direct_object(verb)]
        dates = [t for t in things if t is not None and t.lemma_.lower() in self.dates]
        other = any(p.lemma_.lower() not in self.told_of for t in dates for p in syntax.prepositional(t, "for", "of"))
        return bool(dates) and not other and not syntax.negated(verb)

    def _own(self, verb: Token, sentence: Sentence, sighting: Sighting, context: Context) -> bool:
        """Whether who seeks is of the sides of what was undone, and no other state is in it."""
        who = syntax.subject(verb) or syntax.passive_subject(verb)
        named = {c for t in verb.subtree if (c := context.cast.country_at(t, sentence))}
        if who is None or not named <= set(sighting.countries):
            return False
        return context.cast.country_at(who, sentence) is not None or who.lemma_.lower() in self.seekers

    def _following(self, sighting: Sighting, context: Context) -> list[Sentence]:
        after = context.scene.sentences[sighting.sentence.index + 1 : sighting.sentence.index + 3]
        return [s for s in after if s.passage.index == sighting.sentence.passage.index]

    def _same_plan(self, other: Sighting, sighting: Sighting, sentence: Sentence) -> bool:
        planned = other.sentence == sentence and other.standing.status in PLANNED and other.form == sighting.form
        return planned and set(other.countries) <= set(sighting.countries)

    def _anew(self, sighting: Sighting, sentence: Sentence, context: Context) -> Time | None:
        """The one day to come that a sentence gives to what it points at."""
        days = [e for e, _ in self.timing.usable(sentence, context) if e.edtf and self._to_come(e.edtf, context)]
        if len(days) != 1 or calendar.compatible(days[0].edtf or "", sighting.when.edtf or ""):
            return None
        told = any(self._points(v, sighting) for v in self._verbs(sentence)) or self._new_date(sentence)
        return Time(days[0].edtf, "planned", days[0].span) if told else None

    def _new_date(self, sentence: Sentence) -> bool:
        """ "The new date of the visit is 21 March", "New dates, 3 and 4 May, were agreed"; not of something else's."""
        for date in sentence.tokens:
            if date.lemma_.lower() not in self.dates or not any(c.lower_ in RENEWED for c in date.children):
                continue
            verb = syntax.clause_of(date)
            other = any(p.lemma_.lower() not in self.told_of for p in syntax.prepositional(date, "for", "of"))
            if not other and not syntax.negated(verb) and not any(c.lower_ == "no" for c in date.children):
                return verb.lemma_ == "be" or any(c.dep_ == "appos" for c in date.children)
        return False

    def _verbs(self, sentence: Sentence) -> Iterator[Token]:
        """The verbs by which something is to take place: "will be held", "is now set for"."""
        for verb in sentence.tokens:
            acts = verb.pos_ in ("VERB", "AUX") and verb.lemma_ in self.happening and not syntax.negated(verb)
            helpers = set(syntax.auxiliaries(verb))
            if acts and (syntax.tense(verb) == "future" or helpers & {"is", "are", "'s", "’s"}):
                yield verb

    def _points(self, verb: Token, sighting: Sighting) -> bool:
        """Whether a verb tells of what was put off: "the visit", "it"; "she will now travel"."""
        subject = syntax.passive_subject(verb) or syntax.subject(verb)
        if subject is None:
            return False
        anew = any(t.lower_ in ANEW for t in verb.subtree)
        if subject.pos_ == "PRON":
            again = subject.lower_ == "it" or (subject.lower_ == "they" and sighting.token.tag_ == "NNS")
            return again or (anew and sighting.form == "visit")
        pointed = any(c.lower_ in POINTING for c in subject.children)
        return pointed and subject.lemma_.lower() in self.told_of

    def _to_come(self, edtf: str, context: Context) -> bool:
        days, told = calendar.bounds(edtf), calendar.bounds(context.scene.published)
        return bool(days and told and days[0] > told[1])
