"""Demands that a promise be kept, wherever the parser hung the promise: "should act on the pledge that it gave in X".

In: the statements made for states. Out: the words from the verb of keeping on, with the side that is to keep its word.
It is asked where the clause alone gave no commitment, or one that breaks off before it says where the promise was made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.model import Country, Span
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.scene import Scene, Sentence
from detente.reading.speech.attribution import Draft

if TYPE_CHECKING:
    from detente.reading.words import Token

REACH = 14  # tokens from the verb of keeping to the noun of promise
RELATIVE = frozenset({"that", "which", ","})
MUSTS = frozenset({"must", "should", "ought", "yet"})
OBLIGED = frozenset({"has", "have", "needs", "need"})  # with "to": "has kept its word" asks for nothing


@dataclass(frozen=True, slots=True)
class Pledge:
    """Words of a demand that a promise be kept, and whose promise it is."""

    draft: Draft
    by: Country
    content: Span


class PledgeReader:
    """Looks for verbs of keeping before nouns of promise in what one state asks of another."""

    def __init__(
        self,
        words: Mapping[str, Sequence[str]],
        keeping: frozenset[str],
        promises: frozenset[str],
        agreeing: frozenset[str],
        scene: Scene,
        cast: Cast,
    ) -> None:
        self.keeping, self.promises, self.agreeing = keeping, promises, agreeing
        self.accepting, self.binding, self.hoping, self.wanting, self.sides = (
            frozenset(words[k]) for k in ("accepting", "binding", "hoping", "wanting", "sides_by_noun")
        )
        self.scene, self.cast = scene, cast
        self.kept = keeping | self.binding

    def read(self, draft: Draft) -> Pledge | None:
        """The pledge that a statement calls in, None where it calls in none."""
        side = draft.on_behalf_of
        if side is None:
            return None
        for sentence in self.scene.between(draft.content.start, draft.content.end):
            for token in self._keepers(draft, sentence):
                by = self._bound(token, draft, sentence, side)
                asked = self._demanded(token, draft, sentence) or self._wanted(token, draft, sentence)
                if by is not None and asked and not (draft.kind == "direct" and self._unnamed(token, draft, sentence)):
                    return Pledge(draft, by, self._words(token, draft, sentence))
        return None

    def _keepers(self, draft: Draft, sentence: Sentence) -> Iterator[Token]:
        """Verbs of keeping (or words that look like them) with a noun of promise shortly after."""
        for token in sentence.tokens:
            if not draft.content.start <= self.scene.at(token, sentence) < draft.content.end:
                continue
            if token.lemma_.lower() not in self.kept or not token.text.islower():
                continue
            after = token.doc[token.i + 1 : min(token.i + REACH, sentence.tokens.end)]
            if self._promise_after(token, after) or self._told_before(token, sentence):
                yield token

    def _told_before(self, keeper: Token, sentence: Sentence) -> bool:
        """ "X spoke of a promise made in Y. It called on Z to honour it": a promise told of right before."""
        before = self.scene.sentences[sentence.index - 1] if sentence.index else None
        thing = next((c for c in keeper.children if c.dep_ == "dobj"), None)
        if thing is None or thing.lower_ not in ("it", "them") or keeper.lemma_ not in self.keeping or before is None:
            return False
        close = before.passage.index == sentence.passage.index
        return close and any(t.pos_ == "NOUN" and t.lemma_.lower() in self.promises for t in before.tokens)

    def _promise_after(self, keeper: Token, after: Iterable[Token]) -> bool:
        """Whether a promise follows before another deed is named: "hand back the maps and conclude a treaty" asks for
        two things, and to keep neither."""
        for token in after:
            if self._promised(token, keeper):
                return True
            if token.tag_ in ("VB", "VBP") and token.pos_ == "VERB" and token.i > keeper.i + 1:
                return False
        return False

    def _promised(self, token: Token, keeper: Token) -> bool:
        """A noun of promise, one that the other side is told to have accepted, or the verb of "what was agreed"."""
        if token.pos_ == "NOUN" and (token.lemma_.lower() in self.promises or self._accepted(token)):
            return True
        agreed = token.pos_ == "VERB" and token.lemma_ in self.agreeing
        return agreed and any(t.lower_ in ("what", "whatever") for t in token.doc[keeper.i + 1 : token.i])

    def _accepted(self, noun: Token) -> bool:
        """ "the map that, as X sees it, Y signed in Z", "the quota it agreed to": what somebody is told to have taken
        on himself."""
        doc, end = noun.doc, noun.sent.end
        linked = noun.i + 1 < end and (doc[noun.i + 1].lower_ in RELATIVE or doc[noun.i + 1].pos_ == "PRON")
        after = doc[noun.i + 1 : min(noun.i + REACH + 4, end)] if linked else ()
        return any(t.tag_ in ("VBD", "VBN") and t.lemma_ in self.accepting for t in after)

    def _demanded(self, token: Token, draft: Draft, sentence: Sentence) -> bool:
        """Whether it is asked for: by the cue, by a modal or "to" right before, or by "is bound"."""
        if draft.cue is not None and draft.cue.force == "demand":
            return True
        if self._hoped(draft) and self._of_other(token, draft, sentence):
            return True
        if token.lemma_.lower() in self.binding and token.tag_ in ("VBN", "JJ"):
            return True
        low = max(sentence.tokens.start, token.i - 6)
        before = token.doc[low : token.i]
        due = any(t.lower_ == "time" and t.dep_ == "attr" and t.head.lemma_ == "be" for t in before)
        if due and before[-1].lower_ == "to":
            return True  # "it was time for X to honour …", and not "for the first time agreed to honour"
        return any(t.lower_ in MUSTS or (t.lower_ in OBLIGED and t.nbor(1).lower_ == "to") for t in before)

    def _wanted(self, token: Token, draft: Draft, sentence: Sentence) -> bool:
        """“We expect X to keep its promise”: what a speaker says that he wants of another."""
        above = token.head if token.dep_ in ("ccomp", "xcomp", "advcl") else None
        who = syntax.subject(above) if above is not None and not syntax.negated(above) else None
        if above is None or who is None or draft.kind != "direct" or token.nbor(-1).tag_ != "TO":
            return False
        own = who.lower_ in ("we", "i") or self._country(who, sentence) == draft.on_behalf_of
        return own and above.lemma_ in self.hoping | self.wanting

    def _unnamed(self, token: Token, draft: Draft, sentence: Sentence) -> bool:
        """Whether a quotation names nobody else before a verb: whose promise is meant only its hearers know."""
        before = token.doc[sentence.tokens.start : token.i]
        return all(self._country(t, sentence) in (None, draft.on_behalf_of) for t in before if t.pos_ == "PROPN")

    def _hoped(self, draft: Draft) -> bool:
        """Whether words are hoped: "expressed the hope that …", "trusts that …"."""
        if draft.cue is None:
            return False
        cue = draft.sentence.passage.doc[draft.cue.token]
        return any(t.lemma_.lower() in self.hoping for t in (cue, *cue.children))

    def _of_other(self, token: Token, draft: Draft, sentence: Sentence) -> bool:
        """ "that X would live up to …": what another side is to do."""
        subject = syntax.subject(token)
        other = self._country(subject, sentence) if subject is not None else None
        return other not in (None, draft.on_behalf_of) and bool(set(syntax.auxiliaries(token)) & {"will", "would"})

    def _bound(self, token: Token, draft: Draft, sentence: Sentence, side: Country) -> Country | None:
        """Whose promise it is: of the one addressed, else of the other state named last before the verb."""
        heard = draft.addressee.country if draft.addressee is not None else None
        if heard is not None and heard != side:
            return heard
        named = [
            c
            for t in token.doc[sentence.tokens.start : token.i]
            if t.dep_ not in ("amod", "compound") and (c := self._country(t, sentence)) not in (None, side)
        ]
        return named[-1] if named else None

    def _country(self, token: Token, sentence: Sentence) -> Country | None:
        """The state that a word stands for, or "the X side" by the word before it."""
        named = self.cast.country_at(token, sentence)
        return named or (self.cast.country_beside(token, sentence) if token.lower_ in self.sides else None)

    def _words(self, token: Token, draft: Draft, sentence: Sentence) -> Span:
        """From the verb to the end of the sentence, or of what is said where the cue follows it."""
        start = self.scene.at(token, sentence)
        ends = draft.content.end
        spoken = draft.cue_span is not None and draft.cue_span.start > start
        end = ends if spoken else max(ends, sentence.end)
        while end > start and self.scene.text[end - 1] in ' \n.,;:”"':
            end -= 1
        return self.scene.span(start, end)
