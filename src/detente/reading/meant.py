"""When an engagement that came to nothing was to be, told in the plan before it: "had meant to go in May, but the visit
was called off".

In: a sighting called off, put off or refused without a day of its own. Out: the same with the day of the plan, told in
the past, that stands before it in its sentence or in the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Time, TimeExpression
from detente.reading import calendar, syntax
from detente.reading.scene import Sentence
from detente.reading.sighting import Sighting
from detente.reading.timing import Context

if TYPE_CHECKING:
    from spacy.tokens import Token

CAME_TO_NOTHING = frozenset({"cancelled", "postponed", "declined", "did_not_occur", "rescheduled"})
PAST = frozenset({"had", "was", "were"})
HIGH = 3  # clauses above a date's in which its plan may be told


class Meant:
    """Reads plans told in the past."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.meaning = frozenset(words["meaning_verbs"])

    def dated(self, sighting: Sighting, context: Context) -> Sighting:
        """The sighting with the day of the plan that it tells the end of."""
        ended = sighting.standing.status in CAME_TO_NOTHING and sighting.definite
        if not ended or sighting.when.edtf is not None:
            return sighting
        at = context.scene.at(sighting.token, sighting.sentence)
        told = self._planned(sighting.sentence, context, at) or self._planned_before(sighting, context)
        if told is None:
            return sighting
        days, read = calendar.bounds(told.edtf), calendar.bounds(context.scene.published)
        gone = bool(days and read and days[1] < read[0])
        when = Time(told.edtf, "planned", told.span)
        return replace(sighting, when=when, background=sighting.background or gone)

    def _planned_before(self, sighting: Sighting, context: Context) -> TimeExpression | None:
        """The day of a plan in the sentence before, where the sighting's own tells no other."""
        index = sighting.sentence.index
        before = context.scene.sentences[index - 1] if index else sighting.sentence
        if before.passage.index != sighting.sentence.passage.index or context.by_sentence.get(index):
            return None
        return self._planned(before, context, before.end)

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
            return any(c.lower_ == "due" for c in verb.children) or any(True for _ in infinitives)
        return verb.lemma_ in self.meaning and any(c.dep_ in ("xcomp", "acomp", "ccomp") for c in verb.children)


def _verbs_above(token: Token) -> Iterator[Token]:
    verbs = (t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX"))
    for n, verb in enumerate(verbs):
        if n >= HIGH:
            return
        yield verb
