"""What the words of a promise go on with: "pledged X to help Y build Z", "committed X to Y", "undertook in Z to do X".

In: a verb of promising and what the codebook says of it. Out: where the words end, or whether they are the verb's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.codebook import Entry
from detente.reading import syntax

if TYPE_CHECKING:
    from detente.reading.words import Token


def to_of(infinitive: Token) -> Token | None:
    """The "to" of an infinitive."""
    return next((c for c in infinitive.children if c.tag_ == "TO" and c.i < infinitive.i), None)


def first_word(to: Token) -> int:
    """Where an infinitive begins: at the "not" or "never" before its "to"."""
    before = to.nbor(-1)
    return before.i if before.lower_ in ("not", "never") and before.head == to.head else to.i


def with_goal(verb: Token, stop: int, entry: Entry) -> int:
    """Where a thing promised ends with what or whom it is for: "pledged X to help Y build Z", "committed X to Y"; a
    feeling with what it is about: "voiced alarm at X", though not "at a briefing" or "on Monday"."""
    goals, tables = entry.words("goals"), entry.words("not_goals")
    for more in sorted(verb.children, key=lambda t: t.i) if goals else []:
        named = any(c.dep_ == "pobj" and c.lemma_.lower() in tables for c in more.children)
        goal = more.dep_ in ("prep", "dative") and more.lower_ in goals and not named and not syntax.dated(more)
        use = not tables and more.dep_ in ("advcl", "xcomp") and more.tag_ == "VB" and to_of(more) is not None
        if (
            (goal or use)
            and more.left_edge.i == stop
            and not any(c.dep_ in ("nsubj", "nsubjpass") for c in more.children)
        ):
            stop = more.right_edge.i + 1
    return stop


def stands_where(preposition: Token, entry: Entry) -> bool:
    """ "protested at the embassy", "at noon": a phrase that tells where or when, and not what about."""
    tables = entry.words("not_goals")
    below = [c for c in preposition.children if c.dep_ == "pobj"]
    if any(c.i + 1 < c.sent.end and c.nbor().tag_ == "TO" for c in below):
        return False  # "called for X to act"
    return bool(tables) and any(c.lemma_.lower() in tables or c.ent_type_ for c in below)


def place_between(verb: Token, to: Token) -> bool:
    """ "undertook in X to set up Y": only where or when stands between a promise and what is promised."""
    told = [c for c in verb.children if c.dep_ in ("prep", "npadvmod", "advmod") and verb.i < c.i < to.i]
    named = all(any(t.ent_type_ for t in c.subtree) or c.dep_ == "advmod" for c in told)
    between = {t.i for t in verb.doc[verb.i + 1 : first_word(to)] if not t.is_punct}
    return bool(told) and named and between <= {t.i for c in told for t in c.subtree}


def binds_itself(verb: Token) -> bool:
    """Whether a verb has nothing for its object but the doer: "committed to X", "committed itself to X"."""
    things = (c for c in verb.children if c.dep_ == "dobj")
    return not syntax.is_passive(verb) and all(c.lower_.endswith(("self", "selves")) for c in things)
