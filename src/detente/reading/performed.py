"""Whom a speaker calls on in the first person: "We call on X to withdraw", "I urge both sides to talk".

In: the verb of a clause and who stands beside it. Out: the words for those who are told, and whether the verb tells
anyone; what is asked of no one in particular ("we call for a ceasefire") is asked all the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from detente.reading import syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

MYSELF = frozenset({"we", "i"})
UPON = ("on", "upon", "to")


def performs(verb: Token, verbs: Collection[str]) -> bool:
    """Whether a verb is one of calling on others, with "we" or "I" for its subject."""
    subject, above = syntax.subject(verb), verb
    while subject is None and above.dep_ == "conj":
        above = above.head
        subject = syntax.subject(above)
    own = subject is not None and subject.lower_ in MYSELF
    return own and not any(c.dep_ == "neg" for c in verb.children) and bool(_names(verb) & set(verbs))


def told(verb: Token) -> Iterator[Token]:
    """The nouns for those who are called on: "urge X", "call on X", "demand that X go"."""
    yield from (c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i)
    yield from (n for n in syntax.prepositional(verb, *UPON) if n.i > verb.i)
    for clause in (c for c in verb.children if c.dep_ in ("ccomp", "xcomp")):
        yield from (c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass"))


def _names(verb: Token) -> set[str]:
    """A verb's lemma, alone and with each preposition after it: `call`, `call_on`."""
    return {verb.lemma_, *(f"{verb.lemma_}_{c.lower_}" for c in verb.children if c.dep_ in ("prep", "prt", "agent"))}
