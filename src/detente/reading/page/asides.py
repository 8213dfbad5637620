"""Participles between commas that the parser took for the main verb: "The visit, twice postponed, will take place on
Monday".

In: a word of a parsed passage. Out: nothing; the participle describes the noun before it, which is the subject of the
verb after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token

JOINED = frozenset({"parataxis", "ccomp", "advcl"})


def mend(word: Token) -> None:
    """Gives the subject that a participle robbed back to the main verb."""
    main = word.head
    if word.tag_ != "VBN" or word.dep_ not in JOINED or main.i <= word.i or main.pos_ not in ("VERB", "AUX"):
        return
    subject = next((c for c in word.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < word.i), None)
    helped = any(c.dep_ in ("aux", "auxpass", "mark") for c in word.children)
    own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in main.children)
    if subject is None or helped or own:
        return
    first = min([word.i, *(c.left_edge.i for c in word.children if c != subject and not c.is_punct and c.i < word.i)])
    last = max([word.i, *(c.right_edge.i for c in word.children if not c.is_punct)])
    if word.doc[first - 1].text != "," or last + 1 >= word.sent.end or word.doc[last + 1].text != ",":
        return
    subject.head, word.head, word.dep_ = main, subject, "acl"
    subject.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in main.children) else "nsubj"
