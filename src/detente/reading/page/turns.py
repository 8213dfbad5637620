"""Turns of a transcript: "MS. ALDEN: …", "Question: …", "Q …", "X Y: …", each to the next label.

In: a scene and the words that label turns (codebook/speech/grammar). Out: `Turn`s with the label's and the words'
places; none where fewer than two paragraphs begin so, for then a colon is a colon, unless the one that does names an
office in capitals, as "THE PRESIDENT: …".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.model import Span
from detente.reading.scene import Passage, Scene

LABEL = re.compile(r"(?P<label>[^\W\d_][\w.,'’() -]{0,60}?)\s?:\s+(?=\S)")
LONGEST = 7
FEWEST = 2
SEVERAL = 4
ASKED = re.compile(r"(?P<label>Q)\s+(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: `label` without its colon, `content` all that is said up to the next label."""

    label: Span
    content: Span
    passage: int


def turns(scene: Scene, labels: Iterable[str], titles: Iterable[str], never: Iterable[str]) -> list[Turn]:
    """The turns of a document, in order."""
    known, barred = frozenset(labels), frozenset(never)
    found = [(p, m) for p in scene.passages if (m := _label(p, known, barred)) is not None]
    if len(found) < FEWEST and not any(_in_capitals(m["label"], known | set(titles)) for _, m in found):
        return []
    if found:
        asked = {p.index: (p, m) for p in scene.passages if (m := ASKED.match(p.doc.text)) is not None}
        found = [f for _, f in sorted(({f[0].index: f for f in found} | asked).items())]  # "Q  Mr. X: …" is one turn
    starts = [*(p.index for p, _ in found[1:]), len(scene.passages)]
    return [_turn(scene, p, m, stop) for (p, m), stop in zip(found, starts)]


def laid_out(scene: Scene) -> bool:
    """Whether a text is a transcript of several turns, by how its paragraphs begin: "Q …", "MR. SILVA: …"."""
    labels = [head_of(p.doc.text) for p in scene.passages]
    return len([label for label in labels if label.isupper() or label.istitle()]) >= SEVERAL


def head_of(paragraph: str) -> str:
    """The label that a paragraph seems to begin with: "Q", "MR. SILVA"; empty where it begins with none."""
    match = ASKED.match(paragraph) or LABEL.match(paragraph)
    return match["label"] if match is not None else ""


def _in_capitals(label: str, known: frozenset[str]) -> bool:
    """Whether a label in capitals names an office or bears a title of courtesy, and so is no heading."""
    return label.isupper() and bool(known & {w.strip(".").lower() for w in label.split()}) and len(label.split()) > 1


def _label(passage: Passage, known: frozenset[str], barred: frozenset[str]) -> re.Match[str] | None:
    match = LABEL.match(passage.doc.text)
    if match is None:
        return None
    words = re.findall(r"[^\W\d_][\w.'’-]*", match["label"])
    lower = [w.lower().strip(".") for w in words]
    if not words or len(words) > LONGEST or barred & set(lower):
        return None
    capitals = all(w[0].isupper() for w in words if len(w) > 3)
    if (known & set(lower) and len(words) == 1) or match["label"].isupper():
        return match
    return match if capitals and 1 < len(words) <= LONGEST - 2 else None


def _turn(scene: Scene, passage: Passage, match: re.Match[str], stop: int) -> Turn:
    label = scene.span(passage.start + match.start("label"), passage.start + match.end("label"))
    last = last_of(scene.passages[passage.index : stop])
    return Turn(label, scene.span(passage.start + match.end(), last), passage.index)


def last_of(passages: Sequence[Passage]) -> int:
    """Where a turn of these paragraphs ends: with the last paragraph, notes in brackets left off."""
    kept = list(passages)
    while len(kept) > 1 and kept[-1].doc.text.strip()[:1] in "<[(*":
        kept = kept[:-1]
    text = kept[-1].doc.text
    return kept[-1].start + len(text.rstrip())
