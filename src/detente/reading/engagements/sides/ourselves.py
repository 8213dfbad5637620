"""Who "we" and "I" are where the words themselves say so or leave it open: "We, the leaders of X and Y, met".

In: a pronoun or verb of the first person and its sentence. Out: the sides that it stands for; or that it is somebody's
own act that is told, whoever that is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.engagements.party import Party
from detente.reading.engagements.sides.frame import Frame
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.engagements.sides.phrase import Sides
    from detente.reading.words import Token

BREAKS = frozenset({",", "–", "—", "-", "--"})


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
