"""What sides agree to in a list: "The three agreed to: - exchange data; - meet again", one promise a line.

In: a scene, its cast and engagements, and the words that open such a list. Out: `Listed`s, one an item: by whom, and
its words without the mark before and the stop after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.model import Country, Engagement, Span
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.engagements.sides.mediation import sides_of
from detente.reading.scene import Scene, Sentence
from detente.reading.stances.made import CommitmentDraft
from detente.reading.stances.promised import Promised
from detente.reading.stances.together import Together

if TYPE_CHECKING:
    from detente.reading.words import Token

MARK = re.compile(r"\s*(?:[-–—•*·▪●◦]|\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
STOP = re.compile(r"[\s;,.]*(?:;\s*and|,\s*and|\band)?[\s;,.]*$")
END = re.compile(r"\.\s+(?=[A-Z\"“])")
GAP = 5  # words between "agreed" and the colon: "on the following steps"


@dataclass(frozen=True, slots=True)
class Listed:
    """One thing agreed to, and those who did."""

    by: tuple[Country, ...]
    content: Span


def one_by_one(
    found: Sequence[CommitmentDraft],
    listed: Iterable[Listed],
    rule: str,
    promised: Promised,
    own: Country | None = None,
) -> list[CommitmentDraft]:
    """The promises found, those that only repeat a whole list left out, and what is listed; `own` is the state whose
    paper it is."""
    items = list(listed)
    kept = [c for c in found if not any(c.content.start <= i.content.start < c.content.end for i in items)]
    made = (
        CommitmentDraft(
            None, i.by, (), i.content, "made", i.by[0] if len(i.by) == 1 else own, None, promised.due(i.content), rule
        )
        for i in items
    )  # fmt: skip
    return [*kept, *made]


class AgreedLists:
    """Reads the lists of one document; `agreeing` are lemmas of agreeing, `opening` the words before the colon."""

    def __init__(
        self, agreeing: frozenset[str], opening: frozenset[str], scene: Scene, cast: Cast, together: Together
    ) -> None:
        self.agreeing, self.opening, self.scene, self.cast = agreeing, opening, scene, cast
        self.together = together

    def read(self, engagements: Sequence[Engagement]) -> Iterator[Listed]:
        """The items of all lists in the order of the text."""
        for sentence in self.scene.sentences:
            for verb in (t for t in sentence.tokens if t.lemma_ in self.agreeing and t.pos_ == "VERB"):
                colon = self._colon(verb, sentence)
                by = self._sides(verb, sentence, engagements) if colon is not None else ()
                if colon is not None and by:
                    yield from (Listed(by, span) for span in self._items(colon, sentence))

    def _colon(self, verb: Token, sentence: Sentence) -> Token | None:
        """The colon that "agreed to:", "agreed on the following:" lead up to."""
        if syntax.negated(verb):
            return None
        after = verb.doc[verb.i + 1 : min(verb.i + GAP + 2, sentence.tokens.end)]
        colon = next((t for t in after if t.text == ":"), None)
        led = colon is not None and all(t.lower_ in self.opening for t in verb.doc[verb.i + 1 : colon.i])
        return colon if led else None

    def _sides(self, verb: Token, sentence: Sentence, engagements: Sequence[Engagement]) -> tuple[Country, ...]:
        """Those named as the verb's subject, else all who took part in the engagement told of last."""
        subject = syntax.subject(verb) or syntax.passive_subject(verb)
        if subject is None:
            return ()
        named = self.together.by_noun(subject, sentence)
        own = self.cast.country_at(subject, sentence)
        at = self.scene.at(verb, sentence)
        before = [e for e in engagements if len(e.countries) > 1 and e.evidence[0].start <= at]
        met = sides_of(before[-1]) if before else ()
        several = subject.tag_ in ("CD", "NNS", "DT", "PRP")
        return named if len(named) > 1 else (own,) if own is not None else met if several else ()

    def _items(self, colon: Token, sentence: Sentence) -> Iterator[Span]:
        """What stands after the colon between semicolons; where nothing does, the marked lines that follow."""
        rest = sentence.passage.doc[colon.i + 1 :].text.strip()
        if rest:
            start = sentence.passage.start + colon.idx + 1
            yield from self._parts(start, sentence.passage.start + len(sentence.passage.doc.text))
            return
        for passage in self.scene.passages[sentence.passage.index + 1 :]:
            mark = MARK.match(passage.doc.text)
            if mark is None:
                return
            yield self._trimmed(passage.start + mark.end(), passage.start + len(passage.doc.text))

    def _parts(self, start: int, end: int) -> Iterator[Span]:
        """The parts of a run between semicolons, or behind marks at the heads of its lines; two of them at least."""
        text = self.scene.span(start, end).text
        full_stop = END.search(text)
        text = text[: full_stop.start()] if full_stop else text
        cuts = [m.start() for m in re.finditer(r";|\n", text)]
        bounds = list(zip([0, *(c + 1 for c in cuts)], [*cuts, len(text)]))
        parts = [(a, b) for a, b in bounds if text[a:b].strip(" ;,.\n")]
        for a, b in parts if len(parts) > 1 else ():
            mark = MARK.match(text[a:b])
            skip = mark.end() if mark else len(text[a:b]) - len(text[a:b].lstrip())
            yield self._trimmed(start + a + skip, start + b)

    def _trimmed(self, start: int, end: int) -> Span:
        """The words there without the stop or the "and" that ends them."""
        text = self.scene.span(start, end).text
        stop = STOP.search(text)
        return self.scene.span(start, start + (stop.start() if stop else len(text)))
