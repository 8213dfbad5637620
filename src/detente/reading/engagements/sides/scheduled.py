"""Where something was, or was to be, held by a clause about it: "the talks, which were to take place in Z".

In: a noun of an engagement, the verb of its sentence and the words. Out: the verbs of that clause that a place hangs
on; none where the sentence goes on to move it elsewhere ("which was to be held in Y, has been moved to Z").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.engagements.days import timeclauses

if TYPE_CHECKING:
    from detente.reading.words import Token


def held_in(noun: Token, verb: Token | None, words: Mapping[str, Sequence[str]]) -> list[Token]:
    """The verbs by which clauses about a noun say that it was, or was to be, held."""
    if verb is not None and _elsewhere(verb, words):
        return []
    clauses = syntax.clauses_about(noun)
    below = [c for v in (*clauses, *_hung_beside(noun)) for c in v.children if c.dep_ in ("xcomp", "acomp")]
    below += [c for v in below for c in v.children if c.dep_ == "xcomp"]
    held = [v for v in (*clauses, *below) if v.lemma_ in words["holding_verbs"] or _takes_place(v)]
    fixed = [c for c in clauses if c.tag_ == "VBN" and c.lemma_ in words["fixed_for"]]
    days = [n for c in fixed for n in syntax.prepositional(c, "for", "on") if n.ent_type_ == "DATE"]
    return [*held, *fixed, *days]  # "set for 12 June in Z", "planned for Friday in Z"


def _hung_beside(noun: Token) -> list[Token]:
    """ "the meeting of the board on energy, which was due to open in Z": a clause of a thing hung on a noun below."""
    after = (t for t in noun.subtree if t.i > noun.i and t.dep_ == "relcl" and t.head.i != noun.i)
    return [t for t in after if timeclauses.of_a_thing(t)]


def relocated(verb: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "moved to Z", "shifted to Z": whether a verb puts something elsewhere or to another day."""
    return verb.lemma_ in words["relocating_verbs"]


def _elsewhere(verb: Token, words: Mapping[str, Sequence[str]]) -> bool:
    onto = syntax.prepositional(verb, "to") if relocated(verb, words) else ()
    return any(t.pos_ == "PROPN" and not any(c.dep_ == "nummod" for c in t.children) for t in onto)


def _takes_place(verb: Token) -> bool:
    return verb.lemma_ == "take" and any(c.dep_ == "dobj" and c.lower_ == "place" for c in verb.children)
