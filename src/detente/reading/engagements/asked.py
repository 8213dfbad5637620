"""What is only asked after: "Asked whether X had spoken with Y, …", "Will you meet X?", "Does X plan to see Y?".

In: a trigger. Out: whether nothing is told by it. What somebody presupposes who asks why, when or where is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.engagements.triggers import Trigger

if TYPE_CHECKING:
    from detente.reading.words import Token

MARKS = frozenset({"whether", "if"})
HELPERS = frozenset({
    "do", "does", "did", "is", "are", "was", "were", "has", "have", "will", "would", "can", "could", "should", "might",
})  # fmt: skip
LABEL = 4  # words in which a label ends
QUESTION_WORDS = frozenset({"WP", "WRB", "WDT"})


def only_asked(trigger: Trigger, words: Mapping[str, Sequence[str]]) -> bool:
    """ "Asked whether X had also spoken with Y, …", "to tell us whether X met Y", "Will you meet X?": a question, and
    no plan; that sides differ on whether X met Y is a dispute."""
    verb = trigger.token
    if trigger.sentence.tokens.text.rstrip("”\"' ").endswith("?") and _yes_or_no(trigger.sentence.tokens.root):
        definite = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in verb.children)
        return not trigger.noun or not definite
    if trigger.noun:
        return _after_whether(verb, words)
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"} & MARKS
    if not marks:
        return False
    asked = verb.head.lemma_ in words["asking_about"]
    if verb.dep_ not in ("ccomp", "pcomp"):
        return asked and verb.dep_ == "advcl" and verb.i > verb.head.i and verb.head.tag_ == "VBN"
    disputed = any(a.lemma_.lower() in words["disputing"] for a in verb.ancestors)
    return asked or ("whether" in marks and syntax.tense(verb) == "past" and not disputed)


def _after_whether(noun: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "asked X whether a meeting was on the cards": any there may be."""
    clause = syntax.clause_of(noun)
    marked = any(c.dep_ == "mark" and c.lower_ in MARKS for c in clause.children)
    any_one = any(c.lower_ in ("a", "an", "any") for c in noun.children)
    own = noun.head.i == clause.i and noun.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")
    return marked and any_one and own and clause.head.lemma_ in words["asking_about"]


def _yes_or_no(verb: Token) -> bool:
    """Whether a question asks if something is so: "Will X meet Y?", and not "Why did X meet Y?"."""
    first = _opening(verb)
    if first.pos_ == "AUX" or first.lower_ in HELPERS:
        return True
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    helper = next((c for c in (*verb.lefts, verb) if c.pos_ == "AUX"), None)
    asked = helper is not None and subject is not None and helper.i < subject.i
    return asked and not any(t.tag_ in QUESTION_WORDS for t in verb.subtree if helper and t.i < helper.i)


def _opening(verb: Token) -> Token:
    """The first word of a question, after the label by which a transcript marks who asks ("Q: Does X …?")."""
    words = [t for t in verb.sent if not t.is_space and (not t.is_punct or t.text == ":")]
    label = next((n for n, t in enumerate(words[:LABEL]) if t.text == ":" or (t.lower_ == "q" and not n)), None)
    words = [t for t in words[0 if label is None else label + 1 :] if not t.is_punct]
    return words[0] if words else verb
