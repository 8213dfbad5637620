"""Earlier visits that came to nothing, told beside a coming one without saying whose or where to: "In August he cried
off because of a flood", "a flood had kept him at home in August".

In: the sightings of a document in the order of the text. Out: the same with a visit called off for each such sentence:
its day gone by, who was to go and where as of the coming visit told of before, and why. Sightings without a day of
their own that the sentence gave are left out: what was called off is not the visit to come.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Span, Time, TimeExpression
from detente.reading import syntax
from detente.reading.engagements.days.place import token_at, told_of_noun
from detente.reading.engagements.days.timeclauses import of_a_cause
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.sighting import PLANNED, Sighting
from detente.reading.engagements.standing.reader import Standing
from detente.reading.engagements.standing.reasons import Reasons
from detente.reading.scene import Sentence
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

NEAR = 3  # sentences after the coming visit
RULE = "engagements/status.cancelled"
COLONS = frozenset({":", ";", "—", "–"})


class FellThrough:
    """Reads visits that fell through; `words` are the small words of engagements."""

    def __init__(self, words: dict[str, list[str]], reasons: Reasons) -> None:
        self.reasons = reasons
        self.attempts = frozenset(words["attempts"])
        self.journeys = frozenset(words["stay_nouns"]) | frozenset(words["journey_nouns"])
        self.stays = self.journeys | self.attempts
        self.verbs = tuple(tuple(v.split("_")) for v in words["falling_through"])
        self.causes = frozenset(words["reason_marks"]) | {"when", "until", "to", "on"}

    def read(self, found: Sequence[Sighting], context: Context) -> list[Sighting]:
        """The sightings with those of the visits that fell through."""
        done = list(found)
        told: Sighting | None = None
        for one in sorted(found, key=lambda s: (s.sentence.index, s.token.i)):
            visit = self._the_same(one, told)
            coming = visit.form == "visit" and visit.standing.status in PLANNED and visit.parties and visit.destinations
            told = visit if coming else told
            first = visit.sentence.index + 1
            for sentence in context.scene.sentences[first : first + NEAR] if coming else ():
                made = self._called_off(visit, sentence, done, context)
                if made is not None:
                    kept = [s for s in done if s.sentence.index != sentence.index or s.form != "visit"]
                    done = [*kept, made]
        return done

    def _the_same(self, visit: Sighting, told: Sighting | None) -> Sighting:
        """ "The question is whether the trip will come about": the journey told of before, where the noun does not say
        which it is."""
        bare = visit.form == "visit" and visit.definite and not visit.destinations
        doubted = bare and visit.standing.status in (*PLANNED, "mooted") and told is not None
        return replace(told, sentence=visit.sentence, token=visit.token) if doubted and told is not None else visit

    def _called_off(
        self, visit: Sighting, sentence: Sentence, done: Sequence[Sighting], context: Context
    ) -> Sighting | None:
        apart = sentence.passage.index - visit.sentence.passage.index
        if apart > 1 or (apart and not self._of_that_journey(visit, sentence, context)):
            return None
        day, verb = self._day(sentence, context), self._failure(sentence)
        told = [s for s in done if s.sentence.index == sentence.index and s.form == "visit" and len(s.countries) > 1]
        own = any(s.when.edtf and s.when.edtf != visit.when.edtf and s.standing.status == "cancelled" for s in told)
        reasoned = any(s.status.reason for s in told if s.standing.status == "cancelled")
        if day is None or verb is None or (own and reasoned) or not self._his(visit, sentence, context):
            return None
        why = self._why(verb, sentence, context)
        if why is None:
            return None
        evidence = context.scene.span(sentence.start, sentence.end)
        return replace(
            visit, sentence=sentence, token=verb, when=Time(day.edtf, "planned", day.span),
            standing=Standing("cancelled", RULE, verb, why, "past"),
            status=replace(visit.status, status="cancelled", at=None, reason=why, evidence=evidence),
            topics=(), initiator=None, background=True, distinct=True, definite=False, passing=False, headline=False,
            evidence=evidence, rule=f"engagements/visit.noun + {RULE}", moved=None,
        )  # fmt: skip

    def _day(self, sentence: Sentence, context: Context) -> TimeExpression | None:
        """The one day or month gone by that a sentence tells of."""
        published = calendar.bounds(context.scene.published)
        dates = (e for e in context.by_sentence.get(sentence.index, ()) if e.type == "date" and e.edtf)
        at = ((e, token_at(e, context.scene, sentence)) for e in dates)
        own = self.stays | {None, "one"}  # not "the floods that hit the coast in February"
        told = [e for e, t in at if t is None or (told_of_noun(t) in own and not of_a_cause(t))]
        gone = [e for e in told if (b := calendar.bounds(e.edtf)) and published and b[1] < published[0]]
        return gone[0] if len(gone) == 1 and len(told) == 1 else None

    def _failure(self, sentence: Sentence) -> Token | None:
        """The verb by which something comes to nothing: one of the codebook's, or "should have gone"."""
        for verb in sentence.tokens:
            if verb.pos_ not in ("VERB", "AUX"):
                continue
            unmade = {"should", "have"} <= set(syntax.auxiliaries(verb)) and verb.tag_ == "VBN"
            if unmade or (not syntax.negated(verb) and syntax.phrase(verb, self.verbs)):
                return verb
        return None

    def _his(self, visit: Sighting, sentence: Sentence, context: Context) -> bool:
        """Whether the sentence is of the visitor, or of a journey, and of nobody else who could go."""
        who = visit.parties[0].entity
        named = (context.cast.entity(t, sentence) for t in sentence.tokens)
        people = [e for e in named if e is not None and e.kind == "person"]
        journey = any(self._journey(t) for t in sentence.tokens if t.pos_ == "NOUN")
        return all(e is who for e in people) and (bool(people) or journey)

    def _of_that_journey(self, visit: Sighting, sentence: Sentence, context: Context) -> bool:
        """ "A trip planned for March was scrapped", in the next paragraph: of nobody and to no state that the coming
        visit is not of."""
        journeys = [t for t in sentence.tokens if t.pos_ == "NOUN" and t.lemma_.lower() in self.journeys]
        ways = [n for t in journeys for n in syntax.prepositional(t, "to", "of", "by")]
        owners = [c for t in journeys for c in t.children if c.dep_ == "poss"]
        theirs = {context.cast.country_at(t, sentence) for t in (*ways, *owners)} - {None}
        told = [context.cast.entity(t, sentence) for t in (*ways, *owners) if t.pos_ != "PRON"]
        who = visit.parties[0].entity
        others = [e for e in told if e is not None and e.kind in ("person", "office") and e is not who]
        return bool(journeys) and theirs <= set(visit.countries) and not others

    def _journey(self, noun: Token) -> bool:
        """ "the trip", "the first attempt"; an attempt at something else is none."""
        word = noun.lemma_.lower()
        at = any(n.ent_type_ not in ("DATE", "TIME") for n in syntax.prepositional(noun, "at", "on", "of"))
        return word in self.journeys or (word in self.attempts and not at)

    def _why(self, verb: Token, sentence: Sentence, context: Context) -> Span | None:
        """What it came to nothing over: after a mark of cause, else the doer, else the other clause of the sentence."""
        scene = context.scene
        marks = [t for t in sentence.tokens if t.lower_ in self.causes and not syntax.dated(t) and self._opens(t, verb)]
        if marks:
            tokens = [t for t in verb.doc[marks[0].i : sentence.tokens.end] if not t.is_punct]
            stop = next((t.i for t in verb.doc[marks[0].i + 2 : sentence.tokens.end] if t.text in (",", ";")), None)
            return scene.cover(sentence, [t for t in tokens if stop is None or t.i < stop])
        doer = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if doer is not None and doer.pos_ == "NOUN" and doer.lemma_.lower() not in self.stays:
            return scene.cover(sentence, [t for t in doer.subtree if not t.is_punct])
        return self._other_clause(verb, sentence, context) or self.reasons.of(scene, verb, sentence)

    def _opens(self, mark: Token, verb: Token) -> bool:
        """Whether a mark opens a clause or phrase of cause: "to" and "on" only right after the verb's words."""
        if mark.lower_ in ("to", "on"):
            nouns = [c for c in mark.children if c.dep_ == "pobj" and c.ent_type_ not in ("DATE", "GPE")]
            return mark.dep_ == "prep" and bool(nouns) and nouns[0].pos_ == "NOUN" and 0 < mark.i - verb.i <= 2
        return mark.dep_ in ("mark", "prep", "advmod", "pcomp", "amod", "cc")

    def _other_clause(self, verb: Token, sentence: Sentence, context: Context) -> Span | None:
        """ "…: a dam had burst", "…, but a dam burst and the visit was dropped": the clause of another subject."""
        for other in sentence.tokens:
            subject = next((c for c in other.children if c.dep_ in ("nsubj", "nsubjpass")), None)
            if other.i == verb.i or subject is None or subject.pos_ != "NOUN":
                continue
            own = subject.lemma_.lower() in self.stays or context.cast.entity(subject, sentence) is not None
            if not own and other.tag_ in ("VBD", "VBN"):
                words = [t for t in other.subtree if t.i >= subject.left_edge.i and not t.is_punct]
                stop = next((t.i for t in words if t.dep_ == "cc" and t.head.i == other.i), None)
                return context.scene.cover(sentence, [t for t in words if stop is None or t.i < stop])
        return None
