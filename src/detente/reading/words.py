"""A parsed passage's words, written down: what the stages ask of a word two hundred times, spaCy is asked once.

In: a parsed document, its mends made. Out: a `Words`, which answers as the document does (`doc[3].head.dep_`,
`doc[2:5].root`), by words that have their answers ready, where spaCy works out each anew and takes ten times as long.
Nothing may be changed in either afterwards. What a rule asks of a token, a span or a document must stand here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TREE = ("head", "children", "lefts", "rights", "ancestors", "subtree")
TEXT = ("text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "ent_iob_", "whitespace_")
FLAGS = ("punct", "alpha", "space", "digit", "quote", "upper", "lower", "title", "stop", "sent_start")


class Word:
    """A token's twin. There is one a token, so that two are the same where they are one."""

    __slots__ = ("__dict__", "doc", "i", "idx", "like_num", *TREE, *TEXT, *(f"is_{flag}" for flag in FLAGS))

    def __init__(self, doc: Words, token: Token) -> None:
        self.doc, self.i, self.idx = doc, token.i, token.idx
        self.text, self.lower_, self.lemma_ = token.text, token.lower_, token.lemma_
        self.tag_, self.pos_, self.dep_ = token.tag_, token.pos_, token.dep_
        self.ent_type_, self.ent_iob_, self.whitespace_ = token.ent_type_, token.ent_iob_, token.whitespace_
        self.is_punct, self.is_alpha, self.is_space = token.is_punct, token.is_alpha, token.is_space
        self.is_digit, self.like_num, self.is_quote = token.is_digit, token.like_num, token.is_quote
        self.is_upper, self.is_lower, self.is_title = token.is_upper, token.is_lower, token.is_title
        self.is_stop, self.is_sent_start = token.is_stop, token.is_sent_start
        self.head = self
        self.lefts: list[Word] = []
        self.rights: list[Word] = []

    def look_up(self) -> None:
        """Learns what is above it, when that has."""
        self.children = self.lefts + self.rights
        self.ancestors: list[Word] = [self.head, *self.head.ancestors] if self.head is not self else []

    def look_down(self) -> None:
        """Learns what is below it, when that has."""
        before, after = ([t for c in side for t in c.subtree] for side in (self.lefts, self.rights))
        self.subtree: list[Word] = [*before, self, *after]

    @cached_property
    def left_edge(self) -> Word:
        """The first word of all that hangs on it."""
        return self.doc[self.doc.parsed[self.i].left_edge.i]

    @cached_property
    def right_edge(self) -> Word:
        """The last word of all that hangs on it."""
        return self.doc[self.doc.parsed[self.i].right_edge.i]

    @cached_property
    def conjuncts(self) -> list[Word]:
        """What it is coordinated with."""
        return [self.doc[t.i] for t in self.doc.parsed[self.i].conjuncts]

    @cached_property
    def sent(self) -> Stretch:
        """The sentence around, one for all its words."""
        sent = self.doc.parsed[self.i].sent
        found = self.doc[sent.start : sent.end]
        for word in found:
            word.__dict__["sent"] = found
        return found

    def nbor(self, i: int = 1) -> Word:
        """The word so many places on; IndexError where the passage ends before."""
        if self.i + i < 0:
            raise IndexError(f"no word stands {-i} before word {self.i}")
        return self.doc[self.i + i]

    def is_ancestor(self, other: Word) -> bool:
        """Whether another hangs below it."""
        return self in other.ancestors

    def __len__(self) -> int:
        return len(self.text)

    def __lt__(self, other: Word) -> bool:
        return self.idx < other.idx

    def __repr__(self) -> str:
        return self.text


class Stretch(list[Word]):
    """A span's twin: words that stand together."""

    def __init__(self, doc: Words, start: int, end: int, label: str = "") -> None:
        super().__init__(doc.words[start:end])
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    @overload  # type: ignore[override]
    def __getitem__(self, i: int) -> Word: ...
    @overload
    def __getitem__(self, i: slice) -> Stretch: ...
    def __getitem__(self, i: int | slice) -> Word | Stretch:
        if not isinstance(i, slice):
            return super().__getitem__(i)
        first, stop, _ = i.indices(len(self))
        return Stretch(self.doc, self.start + first, self.start + max(first, stop))

    @cached_property
    def start_char(self) -> int:
        """The place of its first character in the passage."""
        return self[0].idx if self else self.doc.parsed[self.start : self.end].start_char

    @cached_property
    def end_char(self) -> int:
        """The place after its last character."""
        return self[-1].idx + len(self[-1].text) if self else self.start_char

    @cached_property
    def text(self) -> str:
        """Its words as they stand."""
        return self.doc.text[self[0].idx : self.end_char] if self else ""

    @cached_property
    def lemma_(self) -> str:
        """The lemmas of its words."""
        return self.doc.parsed[self.start : self.end].lemma_

    @cached_property
    def root(self) -> Word:
        """Its word that stands highest in the tree."""
        return self.doc[self.doc.parsed[self.start : self.end].root.i]

    @cached_property
    def ents(self) -> list[Stretch]:
        """The names that the parser saw in it."""
        return [e for e in self.doc.ents if self.start <= e.start and e.end <= self.end]


class Words:
    """A document's twin."""

    def __init__(self, parsed: Doc) -> None:
        self.parsed, self.text = parsed, parsed.text
        self.words = [Word(self, token) for token in parsed]
        self.ents = [Stretch(self, e.start, e.end, e.label_) for e in parsed.ents]
        self._hang([token.head.i for token in parsed])

    def _hang(self, heads: list[int]) -> None:
        """Tells each word what it hangs on, and what on it."""
        for word, head in zip(self.words, heads):
            if word.i != head:
                word.head = self.words[head]
                (word.head.lefts if word.i < head else word.head.rights).append(word)
        order = [w for w in self.words if w.head is w]
        for word in order:
            word.look_up()
            order.extend(word.children)
        for word in reversed(order):
            word.look_down()

    @overload
    def __getitem__(self, i: int) -> Word: ...
    @overload
    def __getitem__(self, i: slice) -> Stretch: ...
    def __getitem__(self, i: int | slice) -> Word | Stretch:
        if not isinstance(i, slice):
            return self.words[i]
        first, stop, _ = i.indices(len(self.words))
        return Stretch(self, first, max(first, stop))

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def char_span(self, start: int, end: int, alignment_mode: str = "strict") -> Stretch | None:
        """The words between two places of the text, as spaCy finds them."""
        found = self.parsed.char_span(start, end, alignment_mode=alignment_mode)
        return None if found is None else self[found.start : found.end]
