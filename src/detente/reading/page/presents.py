"""Presents that the parser takes for nouns of many: "X leaves on Monday for Y", "The Kenyan heads to Z".

In: a word of a parsed passage and the presents that are seldom such nouns. Out: nothing; the word is made a verb, with
the name right before it as its subject.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMING = frozenset({"amod", "compound", "nmod", "nsubj", "poss"})
OPENS = frozenset({"prep", "prt", "advmod", "xcomp", "npadvmod", "acl", "dobj"})
AFTER = OPENS | {"relcl", "advcl", "punct", "cc", "conj"}


def mend(word: Token, presents: Mapping[str, str]) -> None:
    """Makes a verb of the main word of a sentence that has no other."""
    if word.dep_ == "dobj" and word.tag_ == "NNS" and word.lower_ in presents:
        _trade_places(word)
    if word.dep_ != "ROOT" or word.tag_ not in ("NNS", "VBZ") or word.lower_ not in presents:
        return
    name = _before(word)
    if name is None or _quality(name):
        return
    for other in [c for c in word.children if c.i < name.i and c.dep_ in (*NAMING, "det")]:
        other.head = name
    if name.tag_ == "JJ" and not any(c.dep_ == "det" for c in name.children):
        name.tag_, name.pos_ = "NNP", "PROPN"
    name.dep_ = "nsubj"
    word.pos_, word.tag_, word.lemma_ = "VERB", "VBZ", presents[word.lower_]


def _quality(name: Token) -> bool:
    """ "Turkish hosts for the talks": whose they are, and nobody's name."""
    return name.tag_ == "JJ" and name.ent_type_ == "NORP" and not any(c.dep_ == "det" for c in name.head.children)


def _trade_places(word: Token) -> None:
    """Makes "heads" the main word of "X heads to Y", where the parser took the name for a verb of command."""
    name = word.head
    opens = name.dep_ == "ROOT" and name.tag_ in ("VB", "VBP") and name.i == word.i - 1 == name.sent.start
    if not opens or not name.ent_type_ or any(True for _ in word.children):
        return
    for other in list(name.children):
        other.head = word
    word.head, word.dep_ = word, "ROOT"
    name.head, name.dep_, name.tag_, name.pos_ = word, "compound", "NNP", "PROPN"


def _before(word: Token) -> Token | None:
    """The name right before a verb, where what comes after is what follows a verb and no verb has them for its own."""
    name = word.doc[word.i - 1] if word.i > word.sent.start else None
    if name is None or name.head != word or name.dep_ not in NAMING or not name.text[0].isupper() or name.is_upper:
        return None
    own = next((c for c in word.children if c.dep_ in ("nsubj", "nsubjpass") and c != name), None)
    after = [c for c in word.children if c.i > word.i]
    goes_on = bool(after) and after[0].dep_ in OPENS
    told = name.sent.text.rstrip("”\"' ").endswith(".")
    return name if told and own is None and goes_on and all(c.dep_ in AFTER for c in after) else None
