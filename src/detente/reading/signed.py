"""Whose own words a text is: "Statement from President X on …" at its head, and then "I spoke with Y this morning".

In: a title, or a scene with its cast. Out: whether the title says whose words follow, and who that is. "We, the leaders
of X and Y, met" names those who speak within the words themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.frame import Frame
from detente.reading.party import Party
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.sides import Sides

TOLD_BY_ME = re.compile(r"(?<![\w’'])I(?:[’']ve|[’']ll|[’']m)?\s")
BREAKS = frozenset({",", "–", "—", "-", "--"})
BY = ("by", "from", "of")


class Signed:
    """Knows a line that says whose words follow; `words` gives what such papers are called."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        papers = "|".join(map(re.escape, words["signed_papers"]))
        opens = rf"(?:[\w’'-]+\s+){{0,2}}(?:{papers})\s+(?:\w+\s+)?(?:{'|'.join(BY)})\s"
        self.paper = re.compile(opens, re.IGNORECASE)

    def in_person(self, title: str, text: str) -> bool:
        """Whether a title gives an author and the text speaks in his person."""
        return self.paper.match(title) is not None and TOLD_BY_ME.search(text) is not None

    def author(self, scene: Scene, frame: Frame) -> Party | None:
        """The one official whose words the line at the head of a text says that it is."""
        if not scene.sentences or self.paper.match(scene.sentences[0].tokens.text) is None:
            return None
        head = scene.sentences[0]
        people = [(n, m) for n, m in frame.by_sentence.get(0, []) if m.kind == "person" and frame.acts(n, m)]
        by = next((t.i for t in head.tokens if t.lower_ in BY), head.tokens.start)
        named = [n for n, m in people if m.first > by]
        return frame.party(named[0]) if named else None


def we_named(we: Token, verb: Token, sentence: Sentence, frame: Frame, sides: Sides) -> list[Party]:
    """X and Y in "We, the leaders of X and Y, met", "we – President A of X and President B of Y – convene"."""
    doc, first = we.doc, we.i + 1
    stop = next((t.i for t in doc[we.i + 2 : sentence.tokens.end] if t.i >= verb.i), verb.i)
    if first >= stop or doc[first].text not in BREAKS or we.lower_ != "we":
        return []
    plural = next(
        (t for t in doc[first:stop] if t.tag_ in ("NNS", "NNPS") and (t.head.i < t.i or t.i < first + 3)), None
    )
    if plural is not None and (found := [p for p in sides.all(plural, sentence) if p.country]):
        return found
    inside = [(n, m) for n, m in frame.by_sentence.get(sentence.index, []) if first <= m.first < stop]
    return [frame.party(n) for n, m in inside if m.kind in ("person", "office") and frame.acts(n, m)]


def of_me(verb: Token, first: frozenset[str]) -> bool:
    """ "I spoke with X": told by the one who did it, whoever that is."""
    subject = syntax.subject(verb)
    return subject is not None and subject.lower_ in first
