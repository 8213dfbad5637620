"""Principles and demands that a sentence names one by one: "three principles: A, B and C", "lists A and B as the
principles on which X …", "three demands: Y is to …", "Y should do A, B and C: these are X's three points".

In: an attributor that has read all acts of speech. Out: nothing of its own; a statement that holds the noun and its
list goes to the attributor's drafts, where none holds both. It is the side's whose ministry, official or state the
sentence names first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Span
from detente.reading import syntax
from detente.reading.scene import Sentence
from detente.reading.speech.attribution import Attribution, Attributor
from detente.reading.speech.cues import Cue
from detente.reading.speech.trimming import trimmed

if TYPE_CHECKING:
    from detente.reading.words import Token

CONFIDENCE = 0.5
NEAR = 8  # words from a colon to the noun of what stands before it
COLONS = frozenset({":", "—", "–"})
POINTING = frozenset({"thus", "so", "these", "those", "such", "this"})
ASKING = frozenset({"should", "must", "ought"})
SPEAKING = ("organisation", "person", "office", "state")


class Enumerations:
    """Reads the lists of one document."""

    def __init__(self, attributor: Attributor) -> None:
        self.attributor, self.scene, self.cast = attributor, attributor.scene, attributor.cast
        words = attributor.cues.words
        self.stated, self.pointed = frozenset(words["stated_nouns"]), frozenset(words["pointed_nouns"])
        self.ruling = self.stated | frozenset(words["ruling_nouns"])
        self.told_after = self.pointed | frozenset(words["summed_up"])
        self.leads = frozenset(words["list_leads"])

    def read(self) -> None:
        """Adds the statements of lists to the attributor's drafts."""
        for sentence in self.scene.sentences:
            self._take_in(sentence)
            for noun in sentence.tokens:
                if noun.tag_ == "NNS" and noun.lemma_.lower() in self.stated | self.told_after:
                    if self._add(noun, sentence):
                        break

    def _take_in(self, sentence: Sentence) -> None:
        """ "X, it said, follows the rule that it applies to all: “…”": what a side calls its rule is in its words."""
        colon = next((t for t in sentence.tokens if t.text == ":"), None)
        before = [t for t in sentence.tokens if colon is not None and t.i < colon.i]
        rule = next((t for t in before if t.tag_ == "NN" and t.lemma_.lower() in self.ruling and _owned(t)), None)
        if colon is None or rule is None or any(t.text in ",;" for t in rule.doc[rule.i : colon.i]):
            return
        at = self.scene.at(rule, sentence)
        for n, draft in enumerate(self.attributor.drafts):
            ends = 0 <= self.scene.at(colon, sentence) - draft.content.end <= 1
            if draft.on_behalf_of is not None and draft.content.start <= at < draft.content.end and ends:
                whole = trimmed(self.scene, draft.content.start, sentence.end)
                if whole is not None:
                    self.attributor.drafts[n] = replace(draft, content=whole, kind="mixed", evidence=whole)

    def _add(self, noun: Token, sentence: Sentence) -> bool:
        items = self._list(noun, sentence)
        owner = next(self._owners(sentence, noun if items and items[-1].i < noun.i else None), None)
        if items is None or owner is None:
            return False
        if items[-1].i < noun.i and noun.lemma_.lower() in self.told_after:
            return self._keep(items, owner, sentence)
        whole = noun.lemma_.lower() in self.stated or not any(t.tag_ in syntax.TENSED for t in items)
        first = sentence.start if whole else self.scene.at(items[0], sentence)
        span = trimmed(self.scene, first, sentence.end)
        if span is None or self._held(span, noun if whole else items[0], items[-1], sentence):
            return False
        return self._draft(span, owner, sentence)

    def _keep(self, items: list[Token], owner: Token, sentence: Sentence) -> bool:
        """The points told before the noun that names them, where no statement has them."""
        last = items[-1]
        end = self.scene.at(last, sentence) + len(last.text)
        span = trimmed(self.scene, self.scene.at(items[0], sentence), end)
        free = span is not None and not self._held(span, items[0], items[-1], sentence)
        return free and span is not None and self._draft(span, owner, sentence)

    def _draft(self, span: Span, owner: Token, sentence: Sentence) -> bool:
        entry = next(e for o in self.attributor.cues.verbs.values() for _, e in o if e.words("frames") == ("aside",))
        root = sentence.tokens.root
        at = Attribution(Cue(entry, root.i, (), "aside"), root, sentence)
        draft = self.attributor.draft(at, span, "indirect", owner)
        if draft is not None:
            self.attributor.drafts.append(replace(draft, confidence=CONFIDENCE))
        return draft is not None

    def _list(self, noun: Token, sentence: Sentence) -> list[Token] | None:
        """The items named: after a colon or "namely", or before "as the principles", ": these are X's demands"."""
        if (before := self._told_before(noun, sentence)) is not None:
            return before
        after = [t for t in sentence.tokens if t.i > noun.i]
        mark = next((t for t in after if t.text == ":" or t.lower_ in self.leads), None)
        if mark is not None:
            items = [t for t in after if t.i > mark.i and not t.is_space]
            return items if any(t.text in (",", "and") for t in items) else None
        named = noun.dep_ == "pobj" and noun.head.lower_ == "as"
        before = [t for t in sentence.tokens if t.i < noun.head.i] if named else []
        return before if sum(t.text in (",", "and") for t in before) > 1 else None

    def _told_before(self, noun: Token, sentence: Sentence) -> list[Token] | None:
        """ "Y should pay, lift the ban and free X: such are the ministry's three points": what stands before the colon
        that little stands behind but the noun."""
        colon = next((t for t in reversed(list(sentence.tokens)) if t.text in COLONS and t.i < noun.i), None)
        if colon is None or noun.i - colon.i > NEAR or noun.lemma_.lower() not in self.told_after:
            return None
        between = noun.doc[colon.i + 1 : noun.i]
        points = between and between[0].lower_ in POINTING and any(c.dep_ == "poss" for c in noun.children)
        items = [t for t in sentence.tokens if t.i < colon.i]
        asked = any(t.tag_ == "MD" and t.lower_ in ASKING for t in items)
        return items if points and asked and any(t.text in (",", "and") for t in items) else None

    def _owners(self, sentence: Sentence, noun: Token | None) -> Iterator[Token]:
        """Who a list can be of: the first ministry, official or state of the sentence, or that owns its `noun`."""
        for token in sentence.tokens if noun is None else noun.subtree:
            actor = self.cast.actor(token, sentence) if token.pos_ in ("NOUN", "PROPN") else None
            if actor is not None and actor.official and actor.country is not None and actor.kind in SPEAKING:
                yield token

    def _held(self, span: Span, first: Token, last: Token, sentence: Sentence) -> bool:
        """Whether one statement holds the noun and the end of the list already."""
        low, high = sorted((self.scene.at(first, sentence), self.scene.at(last, sentence)))
        return any(
            d.content.start <= low and high <= d.content.end and d.on_behalf_of is not None
            for d in self.attributor.drafts
        )


def _owned(noun: Token) -> bool:
    """Whether a rule is somebody's: with an owner, a clause of its own, or counted as the one."""
    words = {"one", "a", "only", "single", "first"}
    return any(c.dep_ in ("poss", "relcl", "acl") or c.lower_ in words for c in noun.children)
