"""What is taken note of: "took note of the talks that X and Y held in Z", which is to note them.

In: a word of a parsed passage, and the words for a note. Out: nothing; what follows "of" becomes the object of a verb
that only notes it: it was done when its own clause says.
"""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token


def mend(word: Token, notes: Container[str]) -> None:
    """Makes X the object of "take note of X"."""
    verb = word.head
    if word.lower_ not in notes or word.dep_ != "dobj" or verb.lemma_ != "take" or verb.i >= word.i:
        return
    ofs = [c for t in (verb, word) for c in t.children if c.lower_ == "of" and c.dep_ == "prep" and c.i > word.i]
    things = [c for c in ofs[0].children if c.dep_ == "pobj"] if len(ofs) == 1 else []
    if len(things) != 1 or any(c.dep_ in ("det", "poss", "amod") for c in word.children):
        return
    things[0].head, things[0].dep_ = verb, "dobj"
    for child in [c for t in (word, ofs[0]) for c in t.children if c.i > word.i and c != ofs[0]]:
        child.head = verb
    ofs[0].head, ofs[0].dep_ = word, "prep"
    verb.lemma_, word.dep_ = "take_note", "prt"
