"""What events share: the draft of one, and when, how real and where in the text a happening is told.

In: a scene, its times and the codebook's governing verbs. Out: a `Happening` that answers for a trigger's token.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from detente.codebook import Entry
from detente.model import Actor, Edtf, Event, PloverRoot, Quad, Realis, Span, Time, TimeExpression
from detente.reading import syntax
from detente.reading.scene import Scene, Sentence
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

HISTORY_DAYS = 30
CLAUSES = frozenset({"xcomp", "ccomp", "acl", "pcomp", "prep", "advmod", "conj", "advcl"})
MOODS = frozenset({"may", "might", "could", "can", "should", "must", "would"})


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event before it is numbered and tied to engagement and statement."""

    source: Actor
    target: Actor | None
    code: Entry | None
    root: PloverRoot
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    quad: Quad
    score: float | None
    realis: Realis
    when: Time
    evidence: tuple[Span, ...]
    rule: str
    confidence: float
    engagement: str | None = None

    def event(self, number: int, engagement: str | None, statement: str | None) -> Event:
        """The finished event `v<number>`."""
        return Event(
            f"v{number}",
            self.source,
            self.target,
            self.root,
            self.mode,
            self.cameo,
            self.contexts,
            self.quad,
            self.score,
            self.realis,
            self.when,
            self.engagement or engagement,
            statement,
            self.evidence,
            self.rule,
            self.confidence,
        )


class Happening:
    """Answers, for the word that tells of an event, its date, realis and words."""

    def __init__(
        self,
        scene: Scene,
        times: Sequence[TimeExpression],
        governors: Mapping[str, Sequence[str]],
        untrue: Sequence[str],
    ) -> None:
        self.scene, self.times, self.governors, self.untrue = scene, times, governors, untrue

    def when(self, token: Token, sentence: Sentence) -> Time:
        """The expression under the trigger or in its clause, nearest first."""
        clause = syntax.clause_of(token)
        named = self._named_before(clause, sentence)
        inner = self._in_clause(token, clause, sentence)
        # "three decades ago, when X attacked Y in May 1989"
        vague = named is not None and str(named.edtf).endswith("~")
        exact = inner is not None and (vague or calendar.contains(str(named and named.edtf), str(inner[2].edtf)))
        if named is not None and not exact:
            point = Edtf((named.edtf or "").removesuffix("/..").removeprefix("../"))  # "since May, when": in May
            return Time(point, "actual", named.span)
        best = inner or self._after(token, sentence)
        return Time(best[2].edtf, "actual", best[2].span) if best else Time(None, "actual", None)

    def _in_clause(self, token: Token, clause: Token, sentence: Sentence) -> tuple[int, int, TimeExpression] | None:
        """The nearest expression under the trigger or in its clause."""
        best: tuple[int, int, TimeExpression] | None = None
        for expression in self.times:
            if (
                not sentence.start <= expression.span.start < sentence.end
                or expression.edtf is None
                or expression.type != "date"
            ):
                continue
            at = next((t for t in sentence.tokens if self.scene.at(t, sentence) >= expression.span.start), None)
            if at is None or expression.edtf.endswith("/.."):
                continue
            under = any(a == token for a in at.ancestors) and (syntax.clause_of(at) == clause or token.pos_ != "VERB")
            if under or syntax.clause_of(at) == clause:
                rank = (0 if under else 1, abs(at.i - token.i), expression)
                best = min(best, rank, key=lambda r: r[:2]) if best else rank
        return best

    def only_old(self, sentence: Sentence) -> Time | None:
        """The one date of a sentence, where it lies long before the text: "it was in April 1939 that X invaded Y"."""
        dated = [e for e in self.times if sentence.start <= e.span.start < sentence.end and e.edtf and e.type == "date"]
        when = Time(dated[0].edtf, "actual", dated[0].span) if len(dated) == 1 else None
        return when if when is not None and self.old(when) else None

    def _named_before(self, clause: Token, sentence: Sentence) -> TimeExpression | None:
        """The time that a clause describes: "in 1999, when X attacked Y", "1999, the year in which X attacked Y"."""
        word = next((t for t in clause.subtree if t.tag_ in ("WRB", "WDT") and t.i < clause.i), None)
        if word is None or (word.tag_ == "WRB" and word.lower_ != "when"):
            return None
        first = clause if word.lower_ == "when" else self._unit_before(word)
        if first is None:
            return None
        at = self.scene.at(word if word.lower_ == "when" else first, sentence)
        before = [e for e in self.times if e.edtf and e.type == "date" and sentence.start <= e.span.start < at]
        last = max(before, key=lambda e: e.span.end, default=None)
        return last if last is not None and not self.scene.text[last.span.end : at].strip(" ,–—-(") else None

    def _unit_before(self, word: Token) -> Token | None:
        """The article of "the year in which", of a noun set beside a date; None where "which" describes another."""
        i = word.i - 1
        while i > 0 and word.doc[i].pos_ == "ADP":
            i -= 1
        noun = word.doc[i]
        article = noun.left_edge
        return article if noun.pos_ == "NOUN" and article.pos_ == "DET" and article.i < noun.i else None

    def _after(self, token: Token, sentence: Sentence) -> tuple[int, int, TimeExpression] | None:
        """An expression soon after the trigger with no other verb between, wherever the parser hung it."""
        for expression in self.times:
            if (
                self.scene.at(token, sentence) < expression.span.start < sentence.end
                and expression.edtf
                and expression.type == "date"
            ):
                between = [
                    t for t in sentence.tokens if t.i > token.i and self.scene.at(t, sentence) < expression.span.start
                ]
                if len(between) <= 8 and not any(t.pos_ in ("VERB", "AUX") for t in between):
                    return (2, len(between), expression)
                return None
        return None

    def realis(self, token: Token, when: Time) -> Realis:
        """How real the grammar makes it: denied, governed by another verb, conditional, coming, long past."""
        verb = token if token.pos_ == "VERB" else syntax.clause_of(token)
        if token.pos_ == "VERB":
            if syntax.negated(verb) and not _since(verb):  # "not since X attacked Y": it did
                return "denied"
            governed = self.governed(verb)
            if governed is not None:
                return governed
            helpers = set(syntax.auxiliaries(verb))
            if helpers & MOODS or open_question(verb):
                return "hypothetical"
            if syntax.tense(verb) == "future":
                return "planned"
        before = "had" in syntax.auxiliaries(verb) and not _reported(verb)
        recalled = token.pos_ == "VERB" and (before or _since(verb))
        return "historical" if self.old(when) or recalled else "actual"

    def governed(self, verb: Token) -> Realis | None:
        """What the words above make of an event: urged to, plans to, denied that, "it is not true that"."""
        step = verb
        while step.dep_ in CLAUSES and step.head != step:
            finite = step.tag_ in ("VBD", "VBZ", "VBP")
            told = step.dep_ == "acl"
            step = step.head
            if step.lemma_ == "be" and self._untrue(step):
                return "denied"
            if told and step.pos_ == "NOUN":
                return "denied" if self._dismissed(step) else self._of(step, finite)
            if (found := self._of(step, finite)) is not None or (finite and step.pos_ == "VERB"):
                return found
        return None

    def _of(self, word: Token, finite: bool) -> Realis | None:
        """What one word above makes of it; of a finite clause only a denial makes anything."""
        for realis, lemmas in self.governors.items():
            named = word.lemma_.lower() in lemmas or (word.pos_ == "VERB" and syntax.with_particle(word) in lemmas)
            if named and not (finite and realis != "denied"):
                return cast(Realis, realis)
        return None

    def _untrue(self, verb: Token) -> bool:
        """ "it is not true that", "it is untrue that"."""
        told = [c.lower_ for c in verb.children if c.dep_ in ("acomp", "attr")]
        return ("true" in told and syntax.negated(verb)) or any(w in self.untrue for w in told)

    def _dismissed(self, noun: Token) -> bool:
        """ "denied the allegation that", "dismissed as false reports that"."""
        above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
        return noun.dep_ in ("dobj", "pobj") and above.lemma_ in self.governors["denied"]

    def old(self, when: Time) -> bool:
        """Whether a date lies well before the publication."""
        bounds, published = calendar.bounds(when.edtf), calendar.bounds(self.scene.published)
        month = when.edtf is not None and calendar.precision(when.edtf) == "month"  # "in October", told in November
        return bool(bounds and published and (published[0] - bounds[0 if month else 1]).days > HISTORY_DAYS)

    def evidence(self, token: Token, sentence: Sentence) -> Span:
        """The trigger's clause, without what it reports; of a noun, its phrase."""
        kept = [t for t in token.subtree if not _below(t, token)]
        run = next(r for r in syntax.contiguous(kept) if token.i in {t.i for t in r})
        while len(run) > 1 and run[-1].is_punct:
            run = run[:-1]
        while len(run) > 1 and run[0].is_punct:
            run = run[1:]
        return self.scene.cover(sentence, run)


def _since(verb: Token) -> bool:
    """Whether a clause tells since when something else has gone on: "since X attacked Y"."""
    return any(c.lower_ == "since" and c.dep_ in ("mark", "prep", "advmod") and c.i < verb.i for c in verb.children)


def open_question(verb: Token) -> bool:
    """ "It is unclear whether X met Y", "if X attacks Y": what nobody says."""
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.children)


def _reported(verb: Token) -> bool:
    """ "said on Monday it had expelled two diplomats": what a past tells of as just done stands a tense back."""
    return verb.dep_ == "ccomp" and verb.head.pos_ == "VERB" and verb.head.tag_ in ("VBD", "VBN")


def _below(token: Token, top: Token) -> bool:
    while token != top:
        if token.dep_ in ("ccomp", "parataxis") or (token.dep_ == "conj" and token.pos_ == "VERB"):
            return True
        token = token.head
    return False
