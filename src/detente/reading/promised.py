"""The words of a promise: what it says, where and when it was made, and by when it is due.

In: a verb done to a noun of promise, or the words promised. Out: spans and times of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model import Span, Time, TimeExpression
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


class Promised:
    """Reads the words of promises in one document."""

    def __init__(self, references: frozenset[str], scene: Scene, times: Sequence[TimeExpression]) -> None:
        self.references, self.scene, self.times = references, scene, times

    def content(self, verb: Token, noun: Token, sentence: Sentence) -> Span:
        """The verb with its object and all that hangs on it, without what is coordinated to the verb."""
        kept = [t for t in noun.subtree if not _joined(t, noun)]
        between = [t for t in verb.doc[verb.i : max(noun.i, verb.i) + 1] if t.i <= noun.i]
        tokens = [t for t in {t.i: t for t in [*between, *kept]}.values() if t.i >= verb.i or noun.i < verb.i]
        ordered = sorted(tokens, key=lambda t: t.i)
        while ordered and (ordered[-1].is_punct or ordered[-1].dep_ == "cc"):
            ordered = ordered[:-1]
        return self.scene.cover(sentence, ordered)

    def reference(self, noun: Token, sentence: Sentence) -> Span | None:
        """Where and when the promise is said to have been made: "reached … at the summit", "signed in 2019"."""
        for child in noun.children:
            if child.dep_ in ("acl", "relcl") and child.lemma_ in self.references:
                return self.scene.cover(sentence, [t for t in child.subtree if not t.is_punct])
        for child in noun.children:
            if (
                child.dep_ == "prep"
                and child.lower_ in ("of", "from", "in", "at")
                and any(t.ent_type_ for t in child.subtree)
            ):
                return self.scene.cover(sentence, [t for t in child.subtree if not t.is_punct])
        return None

    def due(self, content: Span) -> Time:
        """A date in the words promised, when it lies ahead: "by the end of the year"."""
        for expression in self.times:
            inside = content.start <= expression.span.start < content.end
            published = self.scene.published or ""
            if (
                inside
                and expression.edtf
                and (not published or expression.edtf.removeprefix("../")[:4] >= published[:4])
            ):
                before = self.scene.text[max(content.start, expression.span.start - 8) : expression.span.start].lower()
                if expression.edtf.startswith("../") or before.rstrip().endswith(
                    ("by", "before", "until", "next", "this")
                ):
                    return Time(expression.edtf, "planned", expression.span)
        return Time(None, "planned", None)


def _joined(token: Token, top: Token) -> bool:
    while token.i != top.i:
        if token.dep_ in ("conj", "cc") and token.head.i == top.i:
            return True
        token = token.head
    return False
