"""Which day an office was held on of which a text tells by its post alone: "The French president visited X in 2010" is
of who was president then.

In: the time expressions of a document and a mention of an office. Out: the first and last day of what its clause is
dated to, where that lies before the day of publication; else None. A sentence without a date that goes on in the past
after one so told of is of its day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import TimeExpression
from detente.reading import syntax
from detente.reading.actors.grid import Mention
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

Days = tuple[str, str]
DAY = re.compile(r"(\d{4})(-(?:0\d|1[0-2])(?:-\d\d)?)?")
YEAR_BEGUN, YEAR_ENDED = "01-15", "12-15"
# how a date hangs on what it dates, and the links between: "in a 2012 meeting", "at talks in March"
LINKS = frozenset({"npadvmod", "advmod", "pobj", "prep", "nummod", "compound", "amod", "nmod", "poss", "pcomp"})
UP = frozenset({"conj", "ccomp", "xcomp", "advcl"})
PLACES = frozenset({"GPE", "LOC", "FAC"})


class HeldThen:
    """Tells which day an office was held on."""

    def __init__(self, scene: Scene, times: Sequence[TimeExpression], words: Mapping[str, frozenset[str]]) -> None:
        self.scene, self.dating, self.within = scene, words["dating_prepositions"], words["prepositions_within"]
        self.told: dict[int, list[tuple[Token, Days]]] = {}
        self.dated: set[int] = set()
        self.going_on: dict[int, Days] = {}  # sentences that tell of who held an office on another day
        for expression in times:
            self._note(expression)

    def _note(self, expression: TimeExpression) -> None:
        """Keeps the days that an expression tells, by its sentence."""
        sentence = self.scene.sentence_at(expression.span.start)
        if sentence is None or expression.edtf is None or expression.type != "date":
            return
        self.dated.add(sentence.index)
        base, doc = sentence.passage.start, sentence.passage.doc
        span = doc.char_span(expression.span.start - base, expression.span.end - base, alignment_mode="expand")
        days = _days(expression.edtf)
        if span is not None and len(span) and days is not None and self._gone_by(days):
            self.told.setdefault(sentence.index, []).append((span.root, days))

    def _gone_by(self, days: Days) -> bool:
        """Whether days lie before the day of publication, which is not one of them."""
        published = self.scene.published or ""
        return days[1] < published[: len(days[1])]

    def of(self, mention: Mention) -> Days | None:
        """The days of what a mention's clause tells."""
        sentence = self.scene.sentences[mention.sentence]
        for anchors in _levels(sentence.passage.doc[mention.head]):
            days = [d for t, d in self.told.get(sentence.index, ()) if self._hangs(t, anchors)]
            if days:
                return min(days)[0], max(days, key=lambda d: d[1])[1]
        return self._gone_on(mention, sentence)

    def _gone_on(self, mention: Mention, sentence: Sentence) -> Days | None:
        """The days of the sentence right before, in a sentence of the past that has none."""
        before = self.going_on.get(sentence.index - 1)
        same = before is not None and self.scene.sentences[sentence.index - 1].passage.index == sentence.passage.index
        past = syntax.clause_of(sentence.passage.doc[mention.head]).tag_ == "VBD"
        return before if same and past and sentence.index not in self.dated else None

    def goes_on(self, mention: Mention, days: Days) -> None:
        """Notes that a sentence tells of who held an office on other days."""
        self.going_on[mention.sentence] = days

    def _hangs(self, day: Token, anchors: Sequence[Token]) -> bool:
        """Whether a date is of one of some words: hangs on it, or on what takes place there."""
        at = {t.i for t in anchors}
        low = day
        while low.i not in at:
            if low.dep_ == "prep" and low.lower_ not in (self.within if _of_event(low) else self.dating):
                return False
            place = low.ent_type_ in PLACES and low.dep_ == "dobj"
            if low.head.i == low.i or not (low.dep_ in LINKS or place):
                return False
            low = low.head
        return True


def _of_event(preposition: Token) -> bool:
    """Whether a preposition stands before a noun that the date hangs on, and not before the date itself."""
    return any(c.dep_ == "pobj" and c.ent_type_ not in ("DATE", "TIME") for c in preposition.children)


def _levels(head: Token) -> Iterator[list[Token]]:
    """What a date may hang on that is an office's: its own nouns and verb; then the verbs above."""
    verb = syntax.clause_of(head)
    first = [head]
    while first[-1].i != verb.i and first[-1].head.i != first[-1].i:
        first.append(first[-1].head)
    yield first
    while verb.dep_ in UP and verb.head.i != verb.i:
        verb = verb.head
        yield [verb]


def _days(edtf: str) -> Days | None:
    """The first and last day, month or year of a date; None of an open or a doubtful one."""
    first, _, last = edtf.partition("/")
    begun, ended = DAY.match(first), DAY.match(last or first)
    if not begun or not ended or ".." in edtf:
        return None
    return _whole(begun.group(), YEAR_BEGUN), _whole(ended.group(), YEAR_ENDED)


def _whole(date: str, day: str) -> str:
    """A date; of a year a day near its beginning or its end, past the first or before the last days on which many a
    post changes hands."""
    return f"{date}-{day}" if len(date) == len("2010") else date
