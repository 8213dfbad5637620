"""What a conversation is about, apart from the means by which it is held: "discussed online abuse", "discussed the
price by telephone". In: a verb. Out: the places of the tokens that tell the matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

MEANS = ("by", "via", "over", "on", "through")


def matter(verb: Token) -> set[int]:
    """The words about a verb's object without those that tell the means; the object itself can be the means, as in
    "picked up the phone"."""
    told = [t for c in verb.children if c.dep_ == "dobj" for t in c.subtree if t.i != c.i]
    by = {t.i for c in told if c.dep_ == "prep" and c.lower_ in MEANS for t in c.subtree}
    return {t.i for t in told} - by
