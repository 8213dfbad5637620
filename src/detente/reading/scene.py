"""What the stages share while one document is read: its passages, parsed, with their offsets.

In: the frozen text, the body's spans and a parser. Out: a `Scene` of `Sentence`s whose tokens know
their place in the frozen text. Stages add nothing to it: each takes a scene and returns items.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from detente.model import Edtf, Span
from detente.reading.words import Doc, Token, Tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parsed

Tense = Literal["past", "present", "future", "unknown"]


class Parse(Protocol):
    """What turns passages into parsed documents, one each, in order."""

    def parse(self, passages: Iterable[str]) -> Iterator[Parsed]: ...


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of the body: `doc` parsed, `start` its offset in the frozen text."""

    index: int
    start: int
    doc: Doc

    @property
    def end(self) -> int:
        return self.start + len(self.doc.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `tokens` is the parser's; offsets into the frozen text come from the methods."""

    index: int
    passage: Passage
    tokens: Tokens

    @property
    def start(self) -> int:
        return self.passage.start + self.tokens.start_char

    @property
    def end(self) -> int:
        return self.passage.start + self.tokens.end_char


@dataclass(frozen=True, slots=True)
class Scene:
    """A document under reading: frozen text, publication date, passages and sentences in order."""

    text: str
    published: Edtf | None
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]

    def span(self, start: int, end: int) -> Span:
        """The span of the frozen text between two code-point offsets."""
        return Span(start, end, self.text[start:end])

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at an offset of the frozen text, or None."""
        n = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        return self.sentences[n] if n >= 0 and offset < self.sentences[n].end else None

    def between(self, start: int, end: int) -> tuple[Sentence, ...]:
        """The sentences that share characters with a stretch of the frozen text."""
        first = bisect_right(self.sentences, start, key=lambda s: s.end)
        last = bisect_left(self.sentences, end, key=lambda s: s.start)
        return self.sentences[first:last]

    def at(self, token: Token, sentence: Sentence) -> int:
        """The offset of a token's first character in the frozen text."""
        return int(sentence.passage.start + token.idx)

    def cover(self, sentence: Sentence, tokens: Iterable[Token]) -> Span:
        """The smallest span that holds all the tokens, punctuation and spaces at its rim trimmed."""
        ordered = sorted(tokens, key=lambda t: t.i)
        base = sentence.passage.start
        return self.span(base + ordered[0].idx, base + ordered[-1].idx + len(ordered[-1].text))

    def phrase(self, noun: Token, sentence: Sentence) -> Span:
        """A noun with all that stands before it in its phrase: "the Polish capital"."""
        return self.cover(sentence, [t for t in noun.subtree if noun.left_edge.i <= t.i <= noun.i])


PART = 50_000  # code points of a passage that are parsed at once; the pipelines refuse a million


def in_parts(body: Iterable[Span]) -> Iterator[Span]:
    """The spans of a body, those too long to be parsed at once in parts that end after a sentence, else a word."""
    for span in body:
        start, text = span.start, span.text
        while len(text) > PART:
            head = text[:PART]
            cut = max(head.rfind(". ") + 1, 0) or max(head.rfind(" "), 0) or PART
            yield Span(start, start + cut, text[:cut])
            start, text = start + cut, text[cut:]
        yield Span(start, start + len(text), text)


def build(text: str, published: Edtf | None, body: Iterable[Span], parser: Parse) -> Scene:
    """Parses the body's spans, in order, into a scene."""
    spans = list(body)
    docs = (Doc(doc) for doc in parser.parse(s.text for s in spans))
    passages = tuple(Passage(n, s.start, d) for n, (s, d) in enumerate(zip(spans, docs)))
    sentences: list[Sentence] = []
    for passage in passages:
        for tokens in passage.doc.sents:
            sentences.append(Sentence(len(sentences), passage, tokens))
    return Scene(text, published, passages, tuple(sentences))
