"""Who is sent by whom: "the Special Envoy of President X", which the parser takes for one President X who is an envoy.

In: a word of a parsed passage and the words for heads of states. Out: nothing; the envoy takes the place of the head of
state, who hangs on "of". Who receives the one has not received the other.
"""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token

JOINED = frozenset({"compound", "nmod", "pobj", "det", "amod"})


def mend(envoy: Token, heads: Set[str]) -> None:
    """Puts an envoy in the place of whoever sent him."""
    sender = envoy.head
    of = next((c for c in envoy.children if c.dep_ == "prep" and c.lower_ == "of" and c.i == envoy.i + 1), None)
    if envoy.dep_ != "nmod" or of is None or sender.i <= of.i + 1:
        return
    between = envoy.doc[of.i + 1 : sender.i]
    named = not any(t.is_punct or t.dep_ not in JOINED for t in between)
    if not named or not any(t.lower_ in heads for t in between):
        return
    above, place = sender.head, sender.dep_
    envoy.head, envoy.dep_ = (above, place) if above != sender else (envoy, "ROOT")
    for word in [t for t in between if t.head in (of, envoy)]:
        word.head, word.dep_ = sender, "compound"
    for word in [c for c in sender.children if c.i < envoy.i and c.dep_ in ("det", "amod", "poss")]:
        word.head = envoy
    sender.head, sender.dep_ = of, "pobj"


def name_beside(name: Token, relations: Set[str]) -> None:
    """Hangs X of "her counterpart from Y, Minister X" on the counterpart, where the parser took Y for X."""
    state = name.head
    link = state.head
    if name.ent_type_ != "PERSON" or state.dep_ != "pobj" or link.lower_ not in ("from", "of") or link.i == 0:
        return
    noun = link.nbor(-1)
    if noun.lemma_.lower() in relations and noun.pos_ == "NOUN":
        link.head, name.head = noun, noun


def called(name: Token, relations: Set[str]) -> None:
    """Hangs X of "called her counterpart X on Monday" on the counterpart, who was not called by that name."""
    verb, noun = name.head, name.left_edge.nbor(-1) if name.left_edge.i else name
    rung = noun.dep_ == "dobj" and noun.head == verb and noun.lemma_.lower() in relations
    if name.ent_type_ != "PERSON" or verb.lemma_ != "call" or not rung:
        return
    for day in [c for c in name.children if c.dep_ == "prep" and c.i > name.i]:
        day.head = verb
    name.head, name.dep_ = noun, "appos"


def rung_up(name: Token) -> bool:
    """Y of "The minister, X, telephoned Z's Y", which the parser took for when or how it was done."""
    verb = name.head
    person = name.ent_type_ == "PERSON" and name.pos_ == "PROPN" and verb.pos_ == "VERB" and verb.i < name.i
    return person and not any(c.dep_ in ("dobj", "ccomp") for c in verb.children)


def called_in(envoy: Token, posts: Set[str]) -> None:
    """Makes X the object of "called in X's ambassador", where the parser took "in" for where somebody called."""
    link = envoy.head
    verb = link.head
    alone = link.lower_ == "in" and link.i == verb.i + 1 and not any(c.dep_ == "dobj" for c in verb.children)
    if verb.lemma_ not in ("call", "haul") or not alone or envoy.lemma_.lower() not in posts:
        return
    envoy.head, envoy.dep_, link.dep_, link.pos_ = verb, "dobj", "prt", "ADP"
