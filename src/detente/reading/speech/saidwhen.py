"""When words were said: the time that hangs on the act of saying, or on the sentence before that tells of the speaker.

In: a cue's verb, its sentence and the words. Out: a `Time`, without a value where the text gives none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model import Span, Time, TimeExpression
from detente.reading import syntax
from detente.reading.actors.cast import Cast, Entity
from detente.reading.scene import Scene, Sentence
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token


class Telling:
    """Finds the times of acts of saying in one document."""

    def __init__(self, scene: Scene, cast: Cast, times: Sequence[TimeExpression]) -> None:
        self.scene, self.cast, self.times = scene, cast, times

    def when(self, verb: Token, sentence: Sentence, content: Span, quoted: Entity | None) -> Time:
        """The time of speaking: an expression that hangs on the cue, outside the words said; of one `quoted`, else
        that of the sentence before that tells of him ("X took a milder line last month. "…," he told a rally")."""
        own = self._hung_on(verb, sentence, content)
        if own is not None:
            return own
        before = self.sentence_before(sentence, content) if quoted is not None else None
        before = before or (self.paragraph_before(sentence, content) if quoted is not None else None)
        if before is None:
            return Time(None, "reported", None)
        root = before.tokens.root
        told = (v for v in (root, *(c for c in root.children if c.dep_ == "ccomp")) if self._spoke(v, before, quoted))
        found = (time for v in told if (time := self._hung_on(v, before, content)) is not None)
        return next(found, None) or Time(None, "reported", None)

    def _spoke(self, verb: Token, sentence: Sentence, who: Entity | None) -> bool:
        """Whether a past verb tells of somebody: "it is recalled that X spoke", "he was asked", "the country's
        leader, X, spoke"."""
        subjects = [syntax.subject(verb), *(c for c in verb.children if c.dep_ == "nsubjpass")]
        named = [t for s in subjects if s is not None for t in (s, *(c for c in s.children if c.dep_ == "appos"))]
        return syntax.tense(verb) == "past" and any(self.cast.entity(t, sentence) is who for t in named)

    def _hung_on(self, verb: Token, sentence: Sentence, content: Span) -> Time | None:
        """The time told with a verb; of several the day ("only once this month, at a fair on 5 July")."""
        own: list[Time] = []
        found: list[Time] = []
        for expression in self.times:
            span = expression.span
            if not sentence.start <= span.start < sentence.end or _within(content, span):
                continue
            token = next((t for t in sentence.tokens if self.scene.at(t, sentence) >= span.start), None)
            if token is None or expression.edtf is None or expression.type == "set":
                continue
            clause = syntax.clause_of(token)
            if clause.dep_ == "pcomp" and clause.head.lower_ == "of":  # "told a crowd of returning workers on 1 May"
                clause = syntax.clause_of(clause.head)
            tried = clause.dep_ == "xcomp" and clause.head == verb and verb.lemma_ in self.cast.lexicon.words["trying"]
            if clause == verb:
                own.append(Time(expression.edtf, "reported", span))
            elif tried or self._told_with(clause, verb):  # "sought to calm fears on Friday"
                found.append(Time(expression.edtf, "reported", span))
        found = own or found
        days = (t for t in found if calendar.precision(str(t.edtf)) == "day")
        return next(days, None) or (found[0] if found else None)

    def _told_with(self, clause: Token, verb: Token) -> bool:
        """Whether a clause tells when the words of a verb were said: "X, addressing chiefs on 4 July, sought …", "Asked
        on Sunday, X said", "when he spoke to cadets on Sunday", "X, who toured the port on Sunday, said", "wrote in an
        article published on Sunday"."""
        subject = syntax.subject(verb)
        if clause.dep_ in ("advcl", "acl") and clause.tag_ in ("VBG", "VBN") and clause.head in (verb, subject):
            return clause.tag_ == "VBG" or clause.i < verb.i
        words = self.cast.lexicon.words
        aired = clause.tag_ == "VBN" and clause.lemma_ in words["airing_verbs"]
        if aired and clause.dep_ == "ccomp" and clause.i < verb.i and clause.head == verb:
            return True  # "In an interview with the daily X published on Sunday, Y said"
        when = any(c.lower_ in ("when", "as", "while") for c in clause.children)
        if clause.dep_ == "advcl" and clause.head == verb and when:
            return clause.lemma_ in words["speech_verbs"] or clause.lemma_ in words["facing_verbs"]
        named = clause.head.head if clause.head.dep_ == "appos" else clause.head  # "the president, X, who spoke"
        if clause.dep_ == "relcl" and named == subject and syntax.tense(clause) == "past":
            return clause.lemma_ in words["facing_verbs"]  # "X, who toured the port on Sunday, said …"
        saying, quoting = (
            (clause, verb) if verb.lemma_ == "quote" else (verb, clause)
        )  # "was quoted as saying on Sunday"
        quoted = quoting.lemma_ == "quote" and saying.dep_ == "pcomp" and quoting.is_ancestor(saying)
        paper = clause.head
        while paper.dep_ == "pobj" and paper.head.lower_ == "with":
            paper = paper.head.head  # "an interview with X published on Sunday"
        through = paper.head.head if aired and clause.dep_ == "acl" and paper.dep_ == "pobj" else None
        return quoted or through == verb

    def sentence_before(self, sentence: Sentence, content: Span) -> Sentence | None:
        """The sentence before the cue's and the words', in the paragraph."""
        index = self._opening(sentence, content)
        before = self.scene.sentences[index - 1] if index else None
        return before if before is not None and before.passage.index == sentence.passage.index else None

    def paragraph_before(self, sentence: Sentence, content: Span) -> Sentence | None:
        """The sentence that closes the paragraph before, where a quotation opens this one."""
        index = self._opening(sentence, content)
        opens = content.start - sentence.passage.start <= 1 and index > 0
        return self.scene.sentences[index - 1] if opens else None

    def _opening(self, sentence: Sentence, content: Span) -> int:
        """The number of the sentence with which the words or their cue begin."""
        opening = self.scene.sentence_at(content.start)
        return min(sentence.index, opening.index if opening is not None else sentence.index)


def _within(content: Span, span: Span) -> bool:
    """Whether a time stands in the words said, and not where their teller breaks in: "“Z,” X said today, “is …”"."""
    if not content.start <= span.start < content.end:
        return False
    before = content.text[: span.start - content.start]
    last = max(before.rfind(mark) for mark in '“”«»"')
    if last < 0 or before[last] in "“«":
        return True
    return before[last] == '"' and before.count('"') % 2 == 0
