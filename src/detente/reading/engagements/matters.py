"""What a conversation is about, apart from the means by which it is held: "discussed online abuse", "discussed the
price by telephone". In: a verb. Out: the places of the tokens that tell the matter, and whether its object is a
thing where it should be people."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import TYPE_CHECKING

from detente.reading import syntax

if TYPE_CHECKING:
    from detente.reading.words import Token

MEANS = ("by", "via", "over", "on", "through")


def matter(verb: Token) -> set[int]:
    """The words about a verb's object without those that tell the means; the object itself can be the means, as in
    "picked up the phone"."""
    told = [t for c in verb.children if c.dep_ == "dobj" for t in c.subtree if t.i != c.i]
    by = {t.i for c in told if c.dep_ == "prep" and c.lower_ in MEANS for t in c.subtree}
    return {t.i for t in told} - by


def met_a_thing(things: Container[str], verb: Token) -> bool:
    """ "met the target", "met with a challenge", "the demand was met": a thing, where people would be."""
    nouns = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")] if things else []
    nouns += syntax.prepositional(verb, "with") if things else []
    which = any(c.dep_ in ("dobj", "nsubjpass") and c.tag_ in ("WDT", "WP") for c in verb.children)
    nouns += [verb.head] if things and verb.dep_ == "relcl" and which else []  # "a challenge that X and Y can meet"
    return any(t.lemma_.lower() in things for noun in nouns for t in syntax.conjuncts(noun))


def spellings(tokens: Iterable[Token]) -> set[str]:
    """The words as they stand and as a dictionary has them, in small letters."""
    return {w for t in tokens for w in (t.lower_, t.lemma_.lower())}


def done_by(whom: Container[str], verb: Token) -> bool:
    """ "Troops will stay in X": whether those who do it are such as are on no visit."""
    subject = syntax.subject(verb)
    return subject is not None and subject.lemma_.lower() in whom
