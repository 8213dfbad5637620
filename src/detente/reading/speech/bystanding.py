"""What stands after a verb of saying and is not what it reports: a clause about the thing told, how often it was told;
and an infinitive that the parser hung on the verb above.

In: tokens of a parsed passage. Out: whether they are such.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token

VOICED = frozenset({"raise", "voice", "express", "air", "make", "issue", "put", "bring", "list", "state", "give"})


def of_the_thing(clause: Token) -> bool:
    """ "laid out worries that X has raised": a clause about the thing told, which was voiced in it."""
    noun, roles = clause.head, {c.dep_ for c in clause.children}
    hung = clause.dep_ in ("acl", "relcl") and noun.pos_ == "NOUN" and clause.left_edge.i == noun.i + 1
    return hung and clause.lemma_ in VOICED and not roles & {"dobj", "nsubjpass"}


def goes_on_after(verb: Token, told: list[Token]) -> bool:
    """ "went on to exhort X to abide by …", where the parser hung the second infinitive on the verb above."""
    things = [c for c in told if c.dep_ in ("dobj", "dative") and c.head.i == verb.i]
    edge = things[0].right_edge.i + 1 if things else verb.sent.end
    return (
        verb.tag_ == "VB"
        and verb.dep_ in ("xcomp", "advcl", "ccomp", "conj")
        and edge < verb.sent.end
        and verb.doc[edge].tag_ == "TO"
    )


def how_often(preposition: Token) -> bool:
    """ "asked for the first time to …": how often, and nothing that is asked for."""
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    return noun is not None and noun.lemma_ == "time" and any(c.dep_ == "amod" for c in noun.children)
