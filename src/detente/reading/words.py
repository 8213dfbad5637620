"""A parsed passage's words, written down: what mends and stages ask of a word two hundred times, spaCy is asked once.

In: a parsed document. Out: a `Words`, which answers as the document does (`doc[3].head.dep_`, `doc[2:5].root`), by
words that have their answers ready, where spaCy works out each anew and takes ten times as long. A mend sets a word's
tag, lemma or relation, or hangs it anew, and its sentence with it. Rules know them as `Token`, `Tokens` and `Doc`: what
a rule asks of one must stand here, or mypy says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parsed
    from spacy.tokens import Token as ParsedToken

TREE = ("children", "lefts", "rights", "ancestors", "subtree", "left_edge", "right_edge", "sent")
TEXT = ("text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "ent_iob_", "whitespace_")
FLAGS = ("punct", "alpha", "space", "digit", "quote", "upper", "lower", "title", "stop", "sent_start")


class Word:
    """A token's twin. There is one a token, so that two are the same where they are one."""

    __slots__ = ("above", "doc", "i", "idx", "like_num", *TREE, *TEXT, *(f"is_{flag}" for flag in FLAGS))

    def __init__(self, doc: Words, token: ParsedToken) -> None:
        self.doc, self.i, self.idx = doc, token.i, token.idx
        self.text, self.lower_, self.lemma_ = token.text, token.lower_, token.lemma_
        self.tag_, self.pos_, self.dep_ = token.tag_, token.pos_, token.dep_
        self.ent_type_, self.ent_iob_, self.whitespace_ = token.ent_type_, token.ent_iob_, token.whitespace_
        self.is_punct, self.is_alpha, self.is_space = token.is_punct, token.is_alpha, token.is_space
        self.is_digit, self.like_num, self.is_quote = token.is_digit, token.like_num, token.is_quote
        self.is_upper, self.is_lower, self.is_title = token.is_upper, token.is_lower, token.is_title
        self.is_stop, self.is_sent_start = token.is_stop, token.is_sent_start
        self.above = self
        self.lefts: list[Word] = []
        self.rights: list[Word] = []
        self.sent: Stretch

    @property
    def head(self) -> Word:
        """What it hangs on; itself at the top of a sentence."""
        return self.above

    @head.setter
    def head(self, above: Word) -> None:
        self.doc.hang(self, above)

    @property
    def conjuncts(self) -> list[Word]:
        """What it is coordinated with."""
        first = self
        while first.dep_ == "conj" and first.above is not first:
            first = first.above
        found = [first]
        for word in found:
            found += [c for c in word.rights if c.dep_ == "conj"]
        return [w for w in found if w is not self]

    def depth(self) -> int:
        """How many words are above it; more than of any other, of a mark or space that nothing hangs on."""
        mark = (self.is_punct or self.is_space) and not self.children
        return len(self.doc) if mark else len(self.ancestors)

    def look_up(self) -> None:
        """Learns what is above it, when that has."""
        self.children: list[Word] = self.lefts + self.rights
        self.ancestors: list[Word] = [self.above, *self.above.ancestors] if self.above is not self else []

    def look_down(self) -> None:
        """Learns what is below it, when that has."""
        before, after = ([t for c in side for t in c.subtree] for side in (self.lefts, self.rights))
        self.subtree: list[Word] = [*before, self, *after]
        self.left_edge: Word = self
        self.right_edge: Word = self
        if self.children:
            self.left_edge = min(self, *[c.left_edge for c in self.children], key=_place)
            self.right_edge = max(self, *[c.right_edge for c in self.children], key=_place)

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

    @property
    def lemma_(self) -> str:
        """The lemmas of its words."""
        return "".join(w.lemma_ + w.whitespace_ for w in self).strip()

    @property
    def root(self) -> Word:
        """Its word that stands highest in the tree."""
        top = (w for w in self if w.above is w)
        outside = [w for w in self if not self.start <= w.above.i < self.end]
        return next(top, None) or min(outside, key=Word.depth, default=self.doc[self.start])

    @cached_property
    def ents(self) -> list[Stretch]:
        """The names that the parser saw in it."""
        return [e for e in self.doc.ents if self.start <= e.start and e.end <= self.end]


class Words:
    """A document's twin."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed, self.text = parsed, parsed.text
        self.words = [Word(self, token) for token in parsed]
        self.ents = [Stretch(self, e.start, e.end, e.label_) for e in parsed.ents]
        for token, word in zip(parsed, self.words):
            word.above = self.words[token.head.i]
        self.tangled = self._trace(self.words)
        self._part()

    def hang(self, word: Word, above: Word) -> None:
        """Hangs a word on another, or on itself, with all that hangs on it."""
        if word.above is above:
            return
        tops = {(w, *w.ancestors)[-1] for w in (word, above)}
        trees = self.words if self.tangled else sorted((w for top in tops for w in top.subtree), key=_place)
        word.above = above
        self.tangled = self._trace(trees)
        stretch = self.words[trees[0].i : trees[-1].i + 1]
        for other in stretch:
            other.is_sent_start = False
        for other in stretch:
            if other.above is other:
                other.left_edge.is_sent_start = True
        self._part()

    def _trace(self, trees: Sequence[Word]) -> bool:
        """Tells each word of whole trees what is above and below it; whether some hang in a ring, as amid a mend."""
        for word in trees:
            word.lefts, word.rights = [], []
        for word in trees:
            if word.i < word.above.i:
                word.above.lefts.append(word)
            elif word.i > word.above.i:
                word.above.rights.append(word)
        order = [w for w in trees if w.above is w]
        for word in order:
            word.look_up()
            order.extend(word.children)
        for word in reversed(order):
            word.look_down()
        return len(order) < len(trees)

    def _part(self) -> None:
        """Tells each word its sentence."""
        starts = [w.i for w in self.words if w.is_sent_start and w.i]
        self.sents = [self[start:end] for start, end in pairwise((0, *starts, len(self.words))) if start < end]
        for sent in self.sents:
            for word in sent:
                word.sent = sent

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

    @cached_property
    def marked(self) -> list[bool]:
        """For each word whether quotation marks that opened before it are still open."""
        found, opened, straight = [], 0, 0
        for word in self.words:
            found.append(opened > 0 or straight % 2 == 1)
            opened += (word.text == "“") - (word.text == "”")
            straight += word.text == '"'
        return found

    def char_span(self, start: int, end: int, alignment_mode: str = "strict") -> Stretch | None:
        """The words between two places of the text, as spaCy finds them."""
        found = self.parsed.char_span(start, end, alignment_mode=alignment_mode)
        return None if found is None else self[found.start : found.end]


def _place(word: Word) -> int:
    return word.i


# what rules call them
Token = Word
Tokens = Stretch
Doc = Words
