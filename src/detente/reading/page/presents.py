"""Presents that the parser takes for nouns of many: "X leaves on Monday for Y", "The Kenyan heads to Z".

In: a word of a parsed passage and the presents that are seldom such nouns. Out: nothing; the word is made a verb, with
the name right before it as its subject. The same for what several do: "relations with X rest on Y".
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Set
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token

NAMING = frozenset({"amod", "compound", "nmod", "nsubj", "poss"})
OPENS = frozenset({"prep", "prt", "advmod", "xcomp", "npadvmod", "acl", "dobj"})
AFTER = OPENS | {"relcl", "advcl", "punct", "cc", "conj"}


def mend(word: Token, presents: Mapping[str, str], resting: Container[str]) -> None:
    """Makes a verb of the main word of a sentence that has no other."""
    if word.dep_ == "dobj" and word.tag_ == "NNS" and word.lower_ in presents:
        _trade_places(word)
    if word.tag_ == "VB" and word.dep_ in ("ROOT", "ccomp"):
        _tell_of_many(word)
    if word.tag_ == "NN" and word.lower_ in resting:
        if any(c.dep_ == "nsubj" and c.tag_ == "NNS" and c.i < word.i for c in word.children):
            word.pos_, word.tag_, word.lemma_ = "VERB", "VBP", word.lower_
        elif word.dep_ == "pobj" and word.i > word.sent.start:
            _rest(word)
    if word.tag_ == "NNS" and word.lower_ in presents and _has_doer(word):
        word.pos_, word.tag_, word.lemma_ = "VERB", "VBZ", presents[word.lower_]
        return
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


def _has_doer(word: Token) -> bool:
    """ "Chad's top diplomat leaves on Monday": what the parser itself gave a single subject, right before it."""
    doer = word.doc[word.i - 1] if word.i > word.sent.start else word
    single = doer.dep_ == "nsubj" and doer.head == word and doer.tag_ in ("NN", "NNP")
    marked = any(c.dep_ in ("det", "poss") for c in doer.children)
    after = any(c.dep_ in OPENS and c.i == word.i + 1 for c in word.children)
    return word.dep_ in ("ROOT", "ccomp") and single and marked and after


def _tell_of_many(word: Token) -> None:
    """ "Relations rest on trust, X said": a bare form that several things are the subject of is no command."""
    many = any(c.dep_ == "nsubj" and c.tag_ in ("NNS", "NNPS") and c.i < word.i for c in word.children)
    let = word.head.i < word.i  # "let his followers know"
    if many and not let and not any(c.dep_ in ("aux", "neg", "mark") for c in word.children):
        word.tag_ = "VBP"


def _rest(word: Token) -> None:
    """Makes a verb of "rest" in "relations with X rest on Y", where the parser made of it a thing of X."""
    name, link = word.doc[word.i - 1], word.head
    many = link.head
    on = next((c for c in word.children if c.lower_ in ("on", "upon") and c.i == word.i + 1), None)
    if on is None or name.head != word or name.dep_ != "compound" or not name.text[0].isupper():
        return
    if many.tag_ != "NNS" or link.lower_ not in ("with", "between") or many.i > link.i:
        return
    above, part = (word, "ROOT") if many.dep_ == "ROOT" else (many.head, "ccomp")
    for late in [c for c in many.children if c.i > word.i]:
        late.head = word
    word.head, word.dep_ = above, part
    word.pos_, word.tag_, word.lemma_ = "VERB", "VBP", word.lower_
    name.head, name.dep_ = link, "pobj"
    many.head, many.dep_ = word, "nsubj"


def to_a_place(word: Token, motion: Set[str]) -> None:
    """Makes a name of what the parser took for a deed: "Windhoek" of "X travels to Windhoek"."""
    to, verb = word.doc[word.i - 1], word.head
    goes = word.tag_ == "VB" and word.dep_ == "xcomp" and word.text.istitle() and to.tag_ == "TO" and to.head == word
    if not goes or verb.i != to.i - 1 or not verb.text.islower() or verb.lemma_ not in motion:
        return
    word.tag_, word.pos_, word.lemma_ = "NNP", "PROPN", word.text
    to.tag_, to.pos_, to.head, to.dep_ = "IN", "ADP", verb, "prep"
    word.head, word.dep_ = to, "pobj"
    for day in [c for c in word.children if c.dep_ in ("prep", "npadvmod", "advmod", "punct")]:
        day.head = verb


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
