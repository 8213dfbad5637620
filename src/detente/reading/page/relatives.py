"""Relative clauses hung back on their nouns: "in a call that X had on Monday with Y", "In X, where Y is holding a
session, she will …".

In: the noun or the first word, in a parsed passage. Out: the same, with the verb as the noun's clause and its subject
under it. The parser hangs such a clause on the verb before the noun, or the place on the clause about it, and takes a
name with an apposed title for the end of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading import syntax

if TYPE_CHECKING:
    from detente.reading.words import Token

PAST = ("VBD", "VBN")
NAMES = ("PROPN", "PRON", "NOUN")
LONGEST = 16  # tokens of "that X, the foreign minister of Y, had"


def mend(word: Token, had: frozenset[str], having: frozenset[str]) -> None:
    """Hangs the clause after a noun of `had`, or the place that opens a sentence, where it belongs."""
    if word.lemma_.lower() in had and (verb := _had_by(word, having)) is not None:
        _hang_on(word, verb)
    if word.dep_ == "prep" and (where := _where_told(word)) is not None:
        _hang_where(word, *where)


def _had_by(noun: Token, having: frozenset[str]) -> Token | None:
    """The verb of "that X had with Y" right after a noun; None where the clause tells something else."""
    doc, end = noun.doc, min(noun.sent.end, noun.i + LONGEST)
    if noun.pos_ != "NOUN" or noun.i + 3 >= end or doc[noun.i + 1].lower_ not in ("that", "which"):
        return None
    clause = doc[noun.i + 2 : end]
    verb = next((t for t in clause if t.tag_ in (*PAST, *syntax.TENSED)), None)
    if verb is None or verb.lemma_ not in having or verb.tag_ not in PAST or verb.i + 1 >= noun.sent.end:
        return None
    told = any(t.pos_ in NAMES for t in doc[noun.i + 2 : verb.i]) and doc[verb.i + 1].tag_ not in PAST
    return verb if told and verb.head.i != noun.i and not verb.is_ancestor(noun) else None


def _hang_on(noun: Token, verb: Token) -> None:
    """Makes the verb the noun's clause, the pronoun its object and the first name before it its subject."""
    pronoun = noun.doc[noun.i + 1]
    names = [t for t in noun.doc[noun.i + 2 : verb.i] if t.pos_ in NAMES and t.dep_ not in ("compound", "appos")]
    subject = next((t for t in names if t.head.i not in {n.i for n in names}), None)
    for word in (pronoun, subject):
        if word is not None and verb.is_ancestor(word) and word.head != verb:
            return  # a clause within the clause: left as it is
    verb.head, verb.dep_, verb.tag_ = noun, "relcl", "VBD"
    pronoun.head, pronoun.dep_ = verb, "dobj"
    if subject is not None and not any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children):
        subject.head, subject.dep_ = verb, "nsubj"


def _where_told(preposition: Token) -> tuple[Token, Token] | None:
    """The place that opens a sentence and the verb of its "where" clause, when the parser hung the place on it."""
    clause = preposition.head
    if clause.dep_ not in ("ccomp", "advcl") or preposition.i != preposition.sent.start:
        return None
    place = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if place is None:
        return None
    after = place.i + 2 < preposition.sent.end and place.nbor(1).text == "," and place.nbor(2).lower_ == "where"
    return (place, clause) if after and place.i < clause.i < clause.head.i else None


def _hang_where(preposition: Token, place: Token, clause: Token) -> None:
    """Makes the clause the place's, and hangs the place on the main verb."""
    preposition.head = clause.head
    clause.head, clause.dep_ = place, "relcl"
