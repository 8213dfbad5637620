"""Small words inside names that the parser took for verbs: "do" of "Foz do Iguaçu".

In: tokens of a parsed passage. Out: the same, with the name in one piece.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

LINKS = frozenset({"do", "da", "dos", "das"})


def within_a_name(word: Token) -> bool:
    """ "do" of "Foz do Iguaçu", "dos" of "José dos Santos": no verb between two capitals."""
    verb = word.text in LINKS and word.pos_ in ("VERB", "AUX")
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
