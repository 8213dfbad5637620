"""Where a date hangs in its sentence: the word it is headed by and the clause that it belongs to.

In: a time expression or its head token. Out: a token. A day that the parser hung on the clause after it, or before
"to", is that of the clause which it stands in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model import StatusName, TimeExpression
from detente.reading import syntax
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

CLOSING = (",", ".", "!", "?")
Dated = tuple[TimeExpression, "Token"]


def in_an_aside(at: Token) -> bool:
    """ "agreed to restore the trade broken off in May", "to revive the group, dissolved in May": whether a date is
    that of a clause about a noun, wherever the parser hung its participle."""
    clause = syntax.clause_of(at)
    helped = any(c.dep_ in ("aux", "auxpass") for c in clause.children)
    late = clause.tag_ == "VBN" and not helped and clause.dep_ in ("advcl", "ccomp") and clause.head.i < clause.i
    return clause.dep_ in ("acl", "relcl") or late


def clause_at(at: Token) -> Token:
    """The clause of a date: "phoned X on Tuesday to talk", wherever the parser hung the day that stands before "to"."""
    clause = syntax.clause_of(at)
    if _said_before(at, clause):
        return clause.head
    mark = next((c for c in clause.children if c.tag_ == "TO" and c.dep_ == "aux"), None)
    early = clause.tag_ == "VB" and mark is not None and at.i < mark.i and clause.dep_ in ("advcl", "acl", "xcomp")
    return syntax.clause_of(clause.head) if early else clause


def _said_before(at: Token, clause: Token) -> bool:
    """ "said on Monday he would meet X next week", where the parser hung Monday on the meeting."""
    if clause.dep_ != "ccomp" or clause.head.pos_ != "VERB" or not clause.head.i < at.i < clause.i:
        return False
    subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    marked = any(c.dep_ == "mark" and c.i < at.i for c in clause.children)
    between = clause.doc[clause.head.i + 1 : at.i]
    return subject is not None and at.i < subject.left_edge.i and not marked and len(between) < 3


def told_of_noun(at: Token) -> str | None:
    """ "embargo" of "scrapped over the embargo clamped on it two months before": the noun of which a clause tells the
    day; None where it is told of no noun."""
    clause = syntax.clause_of(at)
    return clause.head.lemma_.lower() if clause.dep_ in ("acl", "relcl") else None


def token_at(expression: TimeExpression, scene: Scene, sentence: Sentence) -> Token | None:
    """The head token of a time expression."""
    inside = [t for t in sentence.tokens if expression.span.start <= scene.at(t, sentence) < expression.span.end]
    ids = {t.i for t in inside}
    return next((t for t in inside if t.head.i not in ids), inside[0] if inside else None)


def within_reach(usable: Sequence[Dated], deed: Token, status: StatusName) -> list[Dated]:
    """The dates that can be those of a deed: not "later this week" of what was held, nor "wrote on Monday" of what
    stands in the words written."""
    return [dated for dated in usable if not _out_of_reach(dated, deed, status)]


def _out_of_reach(dated: Dated, deed: Token, status: StatusName) -> bool:
    expression, at = dated
    if status == "held" and expression.span.text.lower().startswith("later this"):
        return True
    marks = [t.i for t in deed.sent if t.is_quote and t.text not in ("'", "’", "‘")]
    start = max((i for i in marks if i < deed.i), default=deed.sent.start)
    stop = next((i for i in marks if i > deed.i), None)
    closes = stop is not None and deed.doc[stop - 1].text in CLOSING and not deed.doc[stop - 1].whitespace_
    return closes and stop is not None and not start <= at.i < stop
