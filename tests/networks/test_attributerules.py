"""The fast attribute rules give every token what spaCy's ruler gives it."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc

from detente.networks.attributerules import FastRules, faster

WORDS = ["He", "ai", "n't", "gon", "na", "say", "that", "  ", "to", "them", "gets"]
TAGS = ["PRP", "VBZ", "RB", "VBG", "TO", "VB", "IN", "_SP", "IN", "PRP", "VBZ"]
DEPS = ["nsubj", "ROOT", "neg", "xcomp", "aux", "ccomp", "mark", "dep", "prep", "pobj", "conj"]
RULES = [
    ([[{"TAG": "PRP"}]], {"POS": "PRON"}),
    ([[{"TAG": {"IN": ["VBZ", "VBG", "VB"]}}]], {"POS": "VERB", "MORPH": "VerbForm=Fin"}),
    ([[{"TAG": "IN", "DEP": {"NOT_IN": ["mark", ""]}}]], {"POS": "ADP"}),
    ([[{"LOWER": {"REGEX": "^n.t$"}}]], {"LEMMA": "not", "POS": "PART"}),
    ([[{"LOWER": "gets"}], [{"LOWER": "got"}]], {"LEMMA": "get"}),
    ([[{"IS_SPACE": True}]], {"POS": "SPACE", "MORPH": "_"}),
]


def made(words: list[str], *more: object) -> tuple[Doc, Doc]:
    """One text through the ruler and through its twin."""
    language = English()
    ruler = language.add_pipe("attribute_ruler")
    for patterns, attributes in RULES:
        ruler.add(patterns, attributes)
    for patterns, attributes, index in more:
        ruler.add(patterns, attributes, index)
    fast = faster(ruler)
    assert isinstance(fast, FastRules)
    n = len(words)
    docs = [Doc(language.vocab, words=words, tags=TAGS[:n], deps=DEPS[:n], heads=[min(1, n - 1)] * n) for _ in range(3)]
    fast(docs[2])  # what was learnt on one text serves the next
    return ruler(docs[0]), fast(docs[1])


def told(doc: Doc) -> list[tuple[str, str, str]]:
    return [(t.pos_, str(t.morph), t.lemma_) for t in doc]


def test_single_tokens() -> None:
    slow, fast = made(WORDS)
    assert told(slow) == told(fast)
    assert fast[2].lemma_ == "not" and fast[10].lemma_ == "get" and fast[6].pos_ == ""


def test_rules_of_several_tokens() -> None:
    slow, fast = made(WORDS, ([[{"LOWER": "gon"}, {"LOWER": "na"}]], {"LEMMA": "to"}, 1))
    assert told(slow) == told(fast)
    assert fast[4].lemma_ == "to"


def test_rules_that_look_at_more_stay_with_the_ruler() -> None:
    ruler = English().add_pipe("attribute_ruler")
    ruler.add([[{"ORTH": "May", "ENT_TYPE": "DATE"}]], {"POS": "PROPN"})
    assert faster(ruler) is None
