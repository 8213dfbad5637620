"""When an engagement takes place: the time expression that belongs to its trigger.

In: a trigger, its standing and the context. Out: a `Time`. The expression that hangs on the trigger wins, then one
of its clause, then one of the clauses that it serves; the day on which a plan was announced is not the plan's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.model import Edtf, Place, Source, Span, Time, TimeExpression
from detente.reading import calendar, syntax
from detente.reading.attribution import Draft
from detente.reading.cast import Cast
from detente.reading.scene import Scene, Sentence
from detente.reading.standing import Standing, StandingReader
from detente.reading.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

TO_COME = frozenset(
    {"mooted", "announced", "confirmed", "postponed", "rescheduled", "declined", "cancelled", "unanswered"}
)


@dataclass(slots=True)
class Context:
    """What the stages before have read of a document."""

    scene: Scene
    cast: Cast
    times: Sequence[TimeExpression]
    drafts: Sequence[Draft]
    source: Source
    headline: Span | None = None
    dateline: Place | None = None
    by_sentence: dict[int, list[TimeExpression]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for expression in self.times:
            sentence = self.scene.sentence_at(expression.span.start)
            if sentence is not None:
                self.by_sentence.setdefault(sentence.index, []).append(expression)


class TimingReader:
    """Finds the times of triggers."""

    def __init__(self, words: dict[str, list[str]], standings: StandingReader) -> None:
        self.words, self.standings = words, standings

    def read(self, trigger: Trigger, verb: Token | None, context: Context, standing: Standing) -> Time:
        """The expression that hangs on the trigger, else on its clause, else on the clause it serves."""
        sentence = trigger.sentence
        tokens = [(e, _token_at(e, context.scene, sentence)) for e in context.by_sentence.get(sentence.index, ())]
        usable = [
            (e, t)
            for e, t in tokens
            if t is not None and e.type != "set" and (e.edtf or e.type == "date") and e.type != "duration"
        ]
        clauses = (syntax.clause_of(trigger.token), trigger.token, *_own_clauses(trigger.token))
        own = [e for e, t in usable if syntax.under(t, trigger.token) and syntax.clause_of(t) in clauses]
        if own and not _since(own[0]):
            return Time(own[0].edtf, "actual", own[0].span)
        if self.standings.by_preposition(trigger) is not None:
            return Time(None, "actual", None)
        if (journey := self._journey(trigger, usable)) is not None:
            return journey
        clause = syntax.clause_of(trigger.token) if trigger.noun else trigger.token
        rungs = [clause]
        if standing.word is not None and standing.word.pos_ in ("VERB", "AUX"):
            rungs.append(standing.word)
        while (
            rungs[-1].dep_ in ("xcomp", "conj", "advcl", "pcomp", "relcl", "acl")
            and rungs[-1].head.i != rungs[-1].i
            and len(rungs) < 5
        ):
            above = rungs[-1].head if rungs[-1].head.pos_ in ("VERB", "AUX") else syntax.clause_of(rungs[-1].head)
            if above.i == rungs[-1].i or (
                rungs[-1].dep_ in ("relcl", "acl", "advcl") and not _shares_time(rungs[-1], above)
            ):
                break
            rungs.append(above)
        named = next((e for e, t in usable for r in rungs if r.dep_ == "relcl" and r.head == t), None)
        if named is not None:
            return Time(named.edtf, "actual", named.span)
        rungs += [c for r in rungs[1:] for c in r.children if c.dep_ == "ccomp" and c.i < clause.i]
        for rung in rungs:
            near = [
                (abs(t.i - trigger.token.i), e) for e, t in usable if syntax.clause_of(t).i == rung.i and not _since(e)
            ]
            near = [n for n in near if not self._announced_on(n[1], standing, rung, trigger, context)]
            if near:
                best = min(near, key=lambda n: n[0])[1]
                return Time(best.edtf, "actual", best.span)
        return Time(None, "actual", None)

    def _journey(self, trigger: Trigger, usable: Sequence[tuple[TimeExpression, Token]]) -> Time | None:
        """ "would leave on the 3rd and return on the 9th": both ends of a trip told by their verbs."""
        if trigger.form != "visit":
            return None
        ends: list[TimeExpression] = []
        for verbs in (self.words["leaving_verbs"], self.words["returning_verbs"]):
            found = next(
                (e for e, t in usable if syntax.clause_of(t).lemma_ in verbs and e.edtf and "/" not in e.edtf), None
            )
            if found is None:
                return None
            ends.append(found)
        return Time(Edtf(f"{ends[0].edtf}/{ends[1].edtf}"), "actual", ends[0].span)

    def _announced_on(
        self, e: TimeExpression, standing: Standing, rung: Token, trigger: Trigger, context: Context
    ) -> bool:
        """ "announced on Monday that …": the day of the announcing, when what is announced is to come."""
        if (
            standing.word is None
            or rung.i != standing.word.i
            or rung.i == trigger.token.i
            or standing.status not in TO_COME
        ):
            return False
        bounds, published = calendar.bounds(e.edtf) if e.edtf else None, context.scene.published
        day = calendar.bounds(published) if published else None
        return bool(
            bounds
            and day
            and bounds[0] <= day[1]
            and syntax.tense(rung) == "past"
            and standing.status not in ("cancelled", "postponed", "declined")
        )


def _own_clauses(noun: Token) -> list[Token]:
    """The verbs of a noun's own clauses, with those they govern: "a visit that had been expected to be made in May"."""
    found = syntax.clauses_about(noun)
    return found + [c for v in found for c in v.children if c.dep_ in ("xcomp", "ccomp")]


def _token_at(expression: TimeExpression, scene: Scene, sentence: Sentence) -> Token | None:
    """The head token of a time expression."""
    inside = [t for t in sentence.tokens if expression.span.start <= scene.at(t, sentence) < expression.span.end]
    ids = {t.i for t in inside}
    return next((t for t in inside if t.head.i not in ids), inside[0] if inside else None)


def _since(expression: TimeExpression) -> bool:
    return bool(expression.edtf and expression.edtf.endswith("/.."))


def _shares_time(inner: Token, above: Token) -> bool:
    """An infinitive or participle happens when its main verb does; a finite clause has its own time."""
    together = any(c.lower_ in ("as", "when", "while") and c.dep_ in ("mark", "advmod") for c in inner.children)
    return inner.dep_ == "advcl" and (inner.tag_ in ("VB", "VBG") or together)
