"""Promises that agree to nothing: broken, denied, asked for, or given before and told of now.

In: the word of an event, and the codebook's words for promises. Out: whether AGREE or CONCEDE may be read from what
is said there. Who is accused of breaking a promise has promised nothing by it, and nobody is free because a release
is called for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.stances.aspromised import told_before

if TYPE_CHECKING:
    from detente.reading.words import Token

# clauses beside an event that tell of another one
BESIDE = frozenset({"advcl", "ccomp", "parataxis"})
NONE_OF = frozenset({"no", "any", "neither", "nor", "without"})


class Pledged:
    """Tells what is said of the promises under the word of an event."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.nouns, self.promising = frozenset(words["promises"]), frozenset(words["promising"])
        self.unkept, self.breaches = frozenset(words["unkept"]), frozenset(words["breaches"])
        self.kept, self.hollow = frozenset(words["kept"]), frozenset(words["hollow"])

    def no_agreement(self, trigger: Token) -> bool:
        """Whether nothing is agreed to: every promise told of was broken, denied, asked for, kept or given before."""
        if trigger.pos_ == "VERB" and trigger.lemma_ in self.promising and not told_before(trigger):
            return False
        told = list(self._told(trigger))
        return bool(told) and all(self._void(t, trigger) or self._done(t) for t in told)

    def no_concession(self, trigger: Token) -> bool:
        """Whether what is conceded was only promised, and the promise not kept."""
        told = [t for t in self._told(trigger) if t.lemma_.lower() in self.nouns and t.pos_ == "NOUN"]
        return bool(told) and all(self._void(t, trigger) for t in told)

    def promised(self, trigger: Token) -> Token | None:
        """ "gave an undertaking to release X": the act, which is yet to come, where it hangs on a word of promise."""
        if trigger.pos_ == "VERB" and trigger.lemma_ in self.promising:
            return trigger  # "had assured her that they would be freed"
        nouns = (t for t in self._told(trigger) if t.pos_ == "NOUN" and t.dep_ in ("dobj", "pobj", "nsubjpass"))
        acts = (c for n in nouns for c in n.children if c.dep_ in ("acl", "ccomp", "relcl") and c.tag_ == "VB")
        return next(acts, None)

    def _told(self, trigger: Token) -> Iterator[Token]:
        """The words of promising under the word of an event, its clause's and those that compare or describe."""
        for token in trigger.subtree:
            noun = token.pos_ == "NOUN" and token.lemma_.lower() in self.nouns
            verb = token.pos_ == "VERB" and token.lemma_ in self.promising
            between = (t for t in _up_to(token, trigger) if t != trigger)
            if (noun or verb) and not any(_apart(t, trigger) for t in between):
                yield token

    def _void(self, word: Token, trigger: Token) -> bool:
        """Whether a promise is broken, denied, asked for or hollow."""
        if word.pos_ == "VERB":
            return syntax.negated(word)
        if any(c.lower_ in NONE_OF or c.lemma_.lower() in self.hollow for c in word.children):
            return True
        for above in _up_to(word, trigger):
            lemmas = {above.lemma_.lower(), syntax.with_particle(above)}
            if lemmas & (self.unkept | self.breaches) or (above.pos_ == "VERB" and syntax.negated(above)):
                return True
        return word.dep_ == "compound" and word.head.lemma_.lower() in self.breaches

    def _done(self, word: Token) -> bool:
        """Whether a promise was given before: "as promised", "than it had promised", "despite its word", or is kept."""
        if word.pos_ != "NOUN":
            return told_before(word)
        owned = word.dep_ in ("pobj", "appos") and any(c.dep_ == "poss" for c in word.children)
        above = word.head.head if word.head.lower_ == "of" else word  # "kept its side of the deal"
        return owned or bool({word.head.lemma_, above.head.lemma_} & self.kept)


def _apart(token: Token, trigger: Token) -> bool:
    """Whether a clause tells of another event, and does not compare: "after", "because", "that"."""
    if token.dep_ == "conj" and token.pos_ == "VERB":
        return True
    if token.head == trigger and (token.dep_ == "ccomp" or token.tag_ == "VB"):
        return False  # "said X had broken it", "waits for X to keep it"
    return token.dep_ in BESIDE and token.pos_ in ("VERB", "AUX") and not told_before(token)


def _up_to(token: Token, top: Token) -> Iterator[Token]:
    """A word and those above it, as far as another but without it."""
    while token != top:
        yield token
        if token.head == token:
            return
        token = token.head
    yield top
