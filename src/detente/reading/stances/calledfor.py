"""Small words that tell whether a promise is kept: "it is high time that X kept it", "has done nothing to honour it".

In: the verb of keeping. Out: whether the promise is called in, or has not been kept.
"""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from detente.reading import syntax

if TYPE_CHECKING:
    from detente.reading.words import Token

NOTHING = frozenset({"nothing", "little"})
SHARES = frozenset({"side", "part", "end", "half"})
FAILING = frozenset({"fail", "refuse", "neglect", "omit", "decline"})


def high_time(verb: Token) -> bool:
    """ "It is high time that X kept its promise": it has not yet."""
    above = verb.head
    told = [above, *(c for c in above.children if c.dep_ == "attr")] if verb.dep_ not in ("ROOT", "nsubj") else []
    due = (
        verb.tag_ in ("VBD", "VBN") and above.lemma_ == "time" and above.head.lemma_ == "be"
    )  # "it was time X kept it"
    return due or any(t.lemma_ == "time" and any(c.lower_ in ("high", "about") for c in t.children) for t in told)


def done_nothing(verb: Token) -> bool:
    """ "had done nothing to honour its pledge", "has yet to keep its word", "failed to honour it"."""
    above = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in ("xcomp", "advcl", "acl", "relcl"):
        return False
    thing = above if above.lower_ in NOTHING else syntax.direct_object(above) if above.pos_ == "VERB" else None
    yet = above.lemma_ == "have" and any(c.lower_ == "yet" for c in above.children)
    failed = above.lemma_ in FAILING and syntax.tense(above) == "past" and not syntax.negated(above)
    return yet or failed or (thing is not None and thing.lower_ in NOTHING)


def not_kept(verb: Token, denying: Container[str]) -> bool:
    """ "has not kept its promise", "denied that X had kept its promise", "failed to keep it"."""
    denied = verb.dep_ == "ccomp" and verb.head.lemma_ in denying
    return denied or syntax.negated(verb) or done_nothing(verb)


def doer_over(verb: Token) -> Token:
    """The verb whose subject has not kept a promise: "done" of "had done nothing to honour it"."""
    nothing = verb.head if verb.dep_ in ("relcl", "acl") and verb.head.lower_ in NOTHING else None
    return nothing.head if nothing is not None and nothing.dep_ == "dobj" else verb


def whole(noun: Token) -> Token:
    """ "the deal" of "kept its side of the deal"."""
    owned = any(c.dep_ == "poss" for c in noun.children)
    return next(syntax.prepositional(noun, "of"), noun) if noun.lower_ in SHARES and owned else noun


def in_passing(verb: Token) -> bool:
    """ "the importance of carrying out the agreements": what is spoken of, and not done."""
    return verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "pobj") and not syntax.auxiliaries(verb)
