"""When an engagement that came to nothing was to be, told in the plan before it: "had meant to go in May, but the visit
was called off"; or after it: "never took place. It was to have been held in X by June".

In: a sighting called off, put off or refused without a day of its own. Out: the same with the day of the plan, told in
the past, that stands before it in its sentence, in the sentence before or in the one after, and with the place that
stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Place, Time, TimeExpression
from detente.reading import syntax
from detente.reading.engagements.days.place import token_at, told_of_noun
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.sighting import Sighting, towns_of
from detente.reading.scene import Sentence
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

CAME_TO_NOTHING = frozenset({"cancelled", "postponed", "declined", "did_not_occur", "rescheduled"})
PAST = frozenset({"had", "was", "were"})
POINTING = frozenset({"the", "this", "that", "its", "their", "his", "her"})
HIGH = 3  # clauses above a date's in which its plan may be told


class Meant:
    """Reads plans told in the past."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.meaning = frozenset(words["meaning_verbs"])
        self.told_of = frozenset(words["told_of"]) | frozenset(words["stay_nouns"])

    def dated(self, sighting: Sighting, context: Context) -> Sighting:
        """The sighting with the day of the plan that it tells the end of."""
        if sighting.standing.status not in CAME_TO_NOTHING or sighting.when.edtf is not None:
            return sighting
        at = context.scene.at(sighting.token, sighting.sentence)
        told = self._planned(sighting.sentence, context, at) or self._planned_before(sighting, context)
        if sighting.definite and told is not None:
            days, read = calendar.bounds(told.edtf), calendar.bounds(context.scene.published)
            gone = bool(days and read and days[1] < read[0])
            return replace(sighting, when=_meant(told), background=sighting.background or gone)
        if (after := self._after(sighting, context)) is None:
            return sighting
        told, placed = self._planned(after, context, after.end), self._placed(sighting, after, context)
        return replace(placed, when=_meant(told)) if told is not None else placed

    def _planned_before(self, sighting: Sighting, context: Context) -> TimeExpression | None:
        """The day of a plan in the sentence before, where the sighting's own tells no other."""
        index = sighting.sentence.index
        before = context.scene.sentences[index - 1] if index else sighting.sentence
        own = (token_at(e, context.scene, sighting.sentence) for e in context.by_sentence.get(index, ()))
        dated = any(t is None or told_of_noun(t) in self.told_of | {None} for t in own)
        if before.passage.index != sighting.sentence.passage.index or dated:
            return None
        return self._planned(before, context, before.end)

    def _after(self, sighting: Sighting, context: Context) -> Sentence | None:
        """The sentence after, where it tells what had been planned of the same: "It was to have been held in X"."""
        following = context.scene.sentences[sighting.sentence.index + 1 : sighting.sentence.index + 2]
        if not following or following[0].passage.index != sighting.sentence.passage.index:
            return None
        return following[0] if any(self._past_plan(v) and self._points(v) for v in following[0].tokens) else None

    def _points(self, verb: Token) -> bool:
        """Whether a plan is of what was told of right before: "it", "the meeting"."""
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None:
            return False
        pointed = any(c.lower_ in POINTING for c in subject.children) and subject.lemma_.lower() in self.told_of
        return subject.lower_ in ("it", "they") or pointed

    def _placed(self, sighting: Sighting, sentence: Sentence, context: Context) -> Sighting:
        """The sighting with the one town of the sentence, where it has no place of its own."""
        found = context.cast.places(sentence, sentence.tokens.start, sentence.tokens.end)
        spots: list[Place] = []
        for mention, place in found:
            head = sentence.passage.doc[mention.head]
            if head.dep_ == "pobj" and head.head.lower_ in ("in", "at") and place.name not in {p.name for p in spots}:
                spots.append(place)
        if sighting.places or sighting.form == "visit" or len(spots) != 1:
            return sighting
        return replace(sighting, places=tuple(spots), towns=towns_of(spots, context.cast))

    def _planned(self, sentence: Sentence, context: Context, end: int) -> TimeExpression | None:
        found = None
        for expression in context.by_sentence.get(sentence.index, ()):
            if expression.edtf is None or expression.type != "date" or expression.span.start >= end:
                continue
            at = expression.span.start
            token = next((t for t in sentence.tokens if context.scene.at(t, sentence) >= at), None)
            if token is not None and any(self._past_plan(v) for v in _verbs_above(token)):
                found = expression
        return found

    def _past_plan(self, verb: Token) -> bool:
        """ "had meant to", "was supposed to", "was to have", "had been due", "should have gone"."""
        helpers = {*syntax.auxiliaries(verb), verb.lower_}
        if verb.tag_ == "VBN" and "have" in helpers and helpers & {"should", "ought", "to"}:
            return True
        past = bool(helpers & PAST) or (verb.tag_ == "VBD" and verb.lemma_ != "be")
        if helpers & {"is", "are", "has", "will"} or not past:
            return False
        if verb.lemma_ == "be":
            infinitives = (c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB")
            done = (c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBN")
            return (
                any("to" in syntax.auxiliaries(c) for c in done)
                or any(c.lower_ == "due" for c in verb.children)
                or any(True for _ in infinitives)
            )
        set_for = verb.tag_ == "VBN" and verb.lemma_ in self.meaning and helpers & {"been", "was", "were"}
        if set_for and any(c.dep_ == "prep" and c.lower_ in ("for", "on", "in") for c in verb.children):
            return True
        return verb.lemma_ in self.meaning and any(c.dep_ in ("xcomp", "acomp", "ccomp") for c in verb.children)


def _meant(told: TimeExpression) -> Time:
    return Time(told.edtf, "planned", told.span)


def _verbs_above(token: Token) -> Iterator[Token]:
    verbs = (t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX"))
    for n, verb in enumerate(verbs):
        if n >= HIGH:
            return
        yield verb
