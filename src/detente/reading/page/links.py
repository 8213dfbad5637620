"""Parts of names and compounds that the parser took for verbs: "do" of "Foz do Iguaçu", "think" of "think tanks".

In: tokens of a parsed passage. Out: the same, with the name in one piece.
"""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token


def within_a_name(word: Token, links: Set[str]) -> bool:
    """ "do" of "Foz do Iguaçu", "dos" of "José dos Santos": no verb between two capitals."""
    verb = word.text in links and word.pos_ in ("VERB", "AUX")
    if not verb or not word.sent.start < word.i < word.sent.end - 1:
        return False
    before, after = word.nbor(-1), word.nbor(1)
    named = all(t.text[0].isupper() and t.pos_ == "PROPN" for t in (before, after))
    return named and before.tag_ == "NNP" and before.dep_ not in ("nsubj", "nsubjpass")  # "Manila and Hanoi do X"


def link_name(word: Token) -> None:
    """Makes one name of the two words beside it, and hangs what the parser hung on it on the first."""
    before, after = word.nbor(-1), word.nbor(1)
    if word.is_ancestor(before) or after.is_ancestor(before):
        return
    word.pos_, word.tag_ = "PROPN", "NNP"
    for child in [c for c in word.children if c.i != after.i]:
        child.head = before
    after.head, after.dep_ = before, "appos"
    word.head, word.dep_ = after, "compound"


def of_a_tank(word: Token) -> bool:
    """Whether a word is the "think" of "think tanks", read as a verb."""
    tank = word.lower_ == "think" and word.i + 1 < word.sent.end and word.nbor(1).lemma_.lower() == "tank"
    return tank and word.pos_ == "VERB" and word.nbor(1).dep_ in ("nsubj", "nsubjpass")


def link_tank(think: Token) -> None:
    """Makes one noun of the two words; the verb of the tanks takes the place of the other."""
    tanks, above, role = think.nbor(1), think.head, think.dep_
    verb, before = tanks.head, think.nbor(-1) if think.i > think.sent.start else think
    if verb.i == think.i or not think.is_ancestor(verb):
        return
    rest = [c for c in think.children if c.i not in (tanks.i, verb.i)]
    verb.head, verb.dep_ = (verb, "ROOT") if above.i == think.i else (above, role)
    for child in rest:
        if child.dep_ == "nsubj" and child.i + 1 == think.i:  # "Chinese think tanks"
            child.head, child.dep_ = tanks, "amod"
        elif child.dep_ == "nsubj":  # "officials and think tanks"
            child.head = verb
            tanks.head, tanks.dep_ = child, "conj"
        else:
            child.head = verb
    if before.dep_ == "pobj" and before.head.i < before.i:  # "some of the official think tanks"
        tanks.head, tanks.dep_ = before.head, "pobj"
        for child in (*list(before.children), before):
            child.head = tanks
        before.dep_ = "amod"
    think.head, think.dep_, think.pos_, think.tag_, think.lemma_ = tanks, "compound", "NOUN", "NN", "think"
