"""Where a promise that is called in was made, told in the sentence after: "Y made the promise at the summit in X"; or
before: "In X in May Y undertook to pay. Z urged it to honour that undertaking".

In: the commitments of a document and its sentences. Out: the same commitments, with the words that say where and when
the promise was given, for those whose own sentence does not say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.model import Span
from detente.reading import syntax
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

AFTER = 2  # sentences after the demand in which its ground may be told
POINTERS = frozenset({"the", "that", "this", "such", "its", "their", "his", "her"})


class Origins:
    """Finds what a following sentence says of a promise named again."""

    def __init__(
        self, nouns: frozenset[str], giving: frozenset[str], promising: frozenset[str], dating: frozenset[str],
        scene: Scene,
    ) -> None:  # fmt: skip
        self.nouns, self.giving, self.promising, self.dating, self.scene = nouns, giving, promising, dating, scene

    def of(self, content: Span) -> Span | None:
        """The words on where and when the promise of a demand was made, None where no sentence close by tells."""
        told = self.scene.sentence_at(content.start)
        if told is None:
            return None
        if (before := self._given_before(content, told)) is not None:
            return before
        if content.text.split()[-1] in ("it", "them") and (found := self._named_before(told)) is not None:
            return found
        for sentence in self.scene.sentences[told.index + 1 : told.index + 1 + AFTER]:
            if sentence.passage.index != told.passage.index:
                return None
            if (found := self._told(sentence)) is not None:
                return found
        return None

    def _given_before(self, content: Span, told: Sentence) -> Span | None:
        """ "In X Y undertook to pay, and Z pressed it to honour that undertaking": what was told before of a promise
        that a demand points back to, in its sentence or the one before."""
        inside = [t for t in told.tokens if content.start <= self.scene.at(t, told) < content.end]
        if not any(self._again(t) or t.lower_ in ("it", "them") for t in inside):
            return None
        for sentence in reversed(self.scene.sentences[max(0, told.index - 1) : told.index + 1]):
            words = [t for t in sentence.tokens if self.scene.at(t, sentence) < content.start]
            if sentence.passage.index != told.passage.index or not any(self._gave(t) for t in words):
                continue
            last = max(v.right_edge.i for v in words if self._gave(v))
            words = [t for t in words if t.i <= last]
            while words and words[-1].is_punct:
                words = words[:-1]
            return self._with_its_place(self.scene.cover(sentence, words), sentence)
        return None

    def _with_its_place(self, words: Span, sentence: Sentence) -> Span:
        """The words with the sentence before, where "It was there that …" says no more of the place."""
        before = self.scene.sentences[sentence.index - 1] if sentence.index else None
        there = any(t.lower_ == "there" and t.dep_ != "expl" for t in list(sentence.tokens)[:4])
        if before is None or not there or before.passage.index != sentence.passage.index:
            return words
        return self.scene.span(before.start, words.end)

    def _gave(self, verb: Token) -> bool:
        """Whether a verb tells that a promise was given: "undertook to", "took upon itself an obligation to"."""
        if verb.tag_ not in ("VBD", "VBN") or verb.pos_ != "VERB" or syntax.negated(verb):
            return False
        thing = syntax.direct_object(verb)
        own = verb.lemma_ in self.promising and any(
            c.dep_ in ("xcomp", "ccomp") and c.i > verb.i for c in verb.children
        )
        return own or (verb.lemma_ in self.giving and thing is not None and thing.lemma_.lower() in self.nouns)

    def _named_before(self, sentence: Sentence) -> Span | None:
        """ "a promise to consult it, made in X. It called on Y to honour it": the promise and where it was made."""
        before = self.scene.sentences[sentence.index - 1] if sentence.index else None
        if before is None or before.passage.index != sentence.passage.index:
            return None
        noun = next((t for t in before.tokens if t.pos_ == "NOUN" and t.lemma_.lower() in self.nouns), None)
        words = [t for t in before.tokens if noun is not None and t.i >= noun.i]
        while words and words[-1].is_punct:
            words = words[:-1]
        return self.scene.cover(before, words) if words else None

    def _told(self, sentence: Sentence) -> Span | None:
        for noun in sentence.tokens:
            if not self._again(noun):
                continue
            for verb in self._given(noun):
                words = _clause(verb)
                if any(t.ent_type_ in ("GPE", "LOC", "DATE", "EVENT", "FAC") for t in words):
                    return self.scene.cover(sentence, words)
        return None

    def _again(self, noun: Token) -> bool:
        """Whether a word names a promise told of before: "the pledge", "that assurance", "it"."""
        if noun.lower_ == "it" and noun.dep_ == "nsubjpass":
            return True
        promise = noun.lemma_.lower() in self.nouns and noun.pos_ == "NOUN"
        return promise and any(c.lower_ in POINTERS for c in noun.children if c.i < noun.i)

    def _given(self, noun: Token) -> Iterator[Token]:
        """The verb by which the promise was given, or by which its day is told ("dates from", "goes back to")."""
        verb = syntax.clause_of(noun)
        past = verb.tag_ in ("VBD", "VBN")
        object_ = noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in self.giving and past
        dated = noun.dep_ == "nsubj" and verb.lemma_ in self.dating
        if object_ or dated:
            yield verb


def _clause(verb: Token) -> Sequence[Token]:
    """The unbroken words of a verb's clause, without an aside that says who tells of it."""
    kept = [t for t in verb.subtree if not any(a.dep_ == "parataxis" for a in _up_to(t, verb))]
    run = next(r for r in syntax.contiguous(kept) if verb.i in {t.i for t in r})
    stop = next((n for n, t in enumerate(run) if t.i > verb.i and t.text in (",", ";", "—")), len(run))
    return [t for t in run[:stop] if not t.is_punct]


def _up_to(token: Token, top: Token) -> Iterator[Token]:
    while token.i != top.i:
        yield token
        token = token.head
