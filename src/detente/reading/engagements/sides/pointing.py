"""Nouns that point back at an engagement told of before, with no side beside them.

In: a trigger, with the verb that governs it. Out: whether it is such a noun.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.engagements.triggers import Trigger

if TYPE_CHECKING:
    from detente.reading.words import Token


def pointed_at(trigger: Trigger, words: Mapping[str, Sequence[str]]) -> bool:
    """ "that meeting", "no such meeting", with no side beside it: the one told of."""
    token = trigger.token
    partners = any(True for _ in syntax.prepositional(token, "with", "between", "of", "by"))
    return not partners and any(c.lower_ in words["pointing"] for c in token.children)


def disclosed(trigger: Trigger, verb: Token | None, words: Mapping[str, Sequence[str]]) -> bool:
    """ "X's aide confirmed the call": who gives word of it was not on the line."""
    token, the = trigger.token, any(c.lower_ == "the" for c in trigger.token.children)
    partners = any(syntax.prepositional(token, "with", "between", "of", "by", "to", "from"))
    gave = verb is not None and verb.lemma_ in words["disclosing_verbs"]
    return the and not partners and gave and token.dep_ == "dobj"


def elsewhere_before(trigger: Trigger, towns: Iterable[Token], words: Mapping[str, Sequence[str]]) -> bool:
    """ "The talks in X last week", of a town that the text has not told of: another engagement than the one before."""
    token, told = trigger.token, {t.lower_ for t in trigger.token.doc[: trigger.token.i]}
    new = any(t.lower_ not in told for t in towns)
    dated = {t.lower_ for c in (token, syntax.clause_of(token)) for n in c.children for t in n.subtree}
    return new and bool(dated & set(words["bygone"]))


def with_others(trigger: Trigger) -> bool:
    """ "no such meeting planned with X": of sides of its own, whoever met before."""
    clauses = (c for c in trigger.token.children if c.dep_ == "acl" and trigger.noun)
    return any(n.pos_ == "PROPN" for c in clauses for n in syntax.prepositional(c, "with", "between"))
