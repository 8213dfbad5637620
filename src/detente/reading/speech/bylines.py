"""Whose words a whole text is: the one of whom its title says so ("Statement by X", "Remarks by President Y at Z",
"Minister W's speech") or whose name stands alone above or below it, where the whole text speaks in the first person.

In: a scene without turns of a transcript, its cast, the words for such papers (codebook/speech/grammar). Out: a `Turn`
with the name in the title for its label and all after the title for its words; None where the title names nobody or
several, or the text is told in the third person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from detente.model import Span
from detente.reading.actors.cast import Cast, Entity
from detente.reading.actors.grid import Mention
from detente.reading.page.turns import Turn, last_of
from detente.reading.scene import Passage, Scene
from detente.reading.syntax import TENSED

TOP = 3  # paragraphs among which the title stands
LONGEST = 45  # words of a title
SIGNATURE = 24  # and of a line with a name
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
MYSELF, OURSELVES = re.compile(r"\bI\b(?![.)-])|\b[Mm]y\b"), re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
SPOKEN = re.compile(r"(?:^|[.!?;:,–—-]\s*|\b[a-z]+\s|\b(?:[A-Z][a-z]{1,4}|This \w+)\s)I\b(?![.)-])|\b[Mm]y\b")
ANY_QUOTED = re.compile(r"[“”\"«»„]|(?:^|\s)[‘'](?=\w)")
NAMES = ("NNP", "NNPS")
LINKS = ("of", "the", "for", "and")  # between offices
FEWEST = 2  # times that "we" makes a text one of the first person
SPEAKING = ("person", "office", "body")


class Bylines:
    """Finds the speaker of a whole text."""

    def __init__(self, papers: Iterable[str], several: Iterable[str]) -> None:
        paper = "|".join(sorted(papers))
        self.by = re.compile(rf"(?:[\w'’-]+\s+){{0,4}}(?:{paper})\b[^.!?:]{{0,80}}?\b(?:by|from|of)\s+", re.IGNORECASE)
        self.whose = re.compile(rf"[^.!?:]{{3,80}}?['’]s?\s+(?:[\w-]+\s+){{0,3}}(?:{paper})\b", re.IGNORECASE)
        self.several = re.compile(rf"\b(?:{'|'.join(several)})\b", re.IGNORECASE)

    def turn(self, scene: Scene, cast: Cast) -> Turn | None:
        """The whole text as one turn of whom its title names."""
        for n, passage in enumerate(scene.passages[:TOP]):
            reach = self._named(passage.doc.text)
            rest = scene.passages[n + 1 :]
            if reach is None or not rest:
                continue
            start, stop = rest[0].start, last_of(rest)
            if not _first_person(scene.text[start:stop]):
                return None
            named = [
                m for m in cast.mentions
                if m.passage == passage.index and m.kind in SPEAKING and reach[0] <= passage.doc[m.head].idx < reach[1]
            ]  # fmt: skip
            who = next((m for m in named if m.kind == "person"), next(iter(named), None))
            if who is None:
                return None
            label = scene.span(
                passage.start + passage.doc[who.first].idx,
                passage.start + passage.doc[who.last - 1].idx + len(passage.doc[who.last - 1]),
            )
            return Turn(label, scene.span(start, stop), rest[0].index)
        return self._signed(scene, cast)

    def _signed(self, scene: Scene, cast: Cast) -> Turn | None:
        """The words above or below a line with one official's name and office and nothing else."""
        last = len(scene.passages) - 1
        for n, passage in enumerate(scene.passages):
            if TOP <= n < last - 1 or (who := self._alone(passage, cast)) is None:
                continue
            below = scene.passages[n + 1 :] if n < TOP else ()
            for body in (below, scene.passages[:n] if n >= last - 1 else ()):
                if not _mine(" ".join(p.doc.text for p in body)):
                    continue
                own = [p for p in body if MYSELF.search(p.doc.text)]
                others = {p.index for p in body}
                again = any(
                    m.passage in others and cast.entities.get(k) is who[1] and m.kind == "person"
                    for k, m in enumerate(cast.mentions)
                )
                if own and not again:
                    return Turn(who[0], scene.span(own[0].start, last_of(body)), own[0].index)
        return None

    def _alone(self, passage: Passage, cast: Cast) -> tuple[Span, Entity] | None:
        """The one official of a line that tells nothing."""
        doc = passage.doc
        told = any(t.tag_ in TENSED or t.lower_ in ("to", "with") for t in doc)
        if len(doc) > SIGNATURE or told or doc.text.rstrip()[-1:] in ".:?!":
            return None
        here = [
            (m, e) for n, m in enumerate(cast.mentions)
            if m.passage == passage.index and m.kind == "person" and (e := cast.entities.get(n)) is not None
        ]  # fmt: skip
        if len(here) != 1 or not here[0][1].official or not _nothing_else(passage, here[0][0], cast):
            return None
        return cast.span(here[0][0]), here[0][1]

    def whole(self, title: str, text: str) -> bool:
        """Whether a title says whose words a text in the first person is."""
        return self._named(title) is not None and _first_person(text)

    def _named(self, text: str) -> tuple[int, int] | None:
        """Where in a title the name stands: after "by", or before the "'s"."""
        if len(text.split()) > LONGEST or self.several.search(text):
            return None
        if (by := self.by.match(text)) is not None:
            return by.end(), len(text)
        return (0, whose.end()) if (whose := self.whose.match(text)) is not None else None


def _nothing_else(passage: Passage, who: Mention, cast: Cast) -> bool:
    """Whether a line holds a name with its offices and nothing else: no "in Lima", no "the folly of"."""
    held = {i for m in cast.mentions if m.passage == passage.index for i in range(m.first, m.last)}
    rest = [t for t in passage.doc if t.i not in held and not t.is_punct]
    before = [t for t in rest if t.i < who.first]
    honoured = all(t.tag_ in NAMES or t.lower_ == "the" for t in before)  # "Senator the Hon X"
    return honoured and all(t.tag_ in NAMES or t.lower_ in LINKS for t in rest)


def _mine(text: str) -> bool:
    """Whether a text is in the first person: it says "I" more than once, or "I" and "we", and nobody is quoted."""
    mine = len(SPOKEN.findall(text))
    return ANY_QUOTED.search(text) is None and mine > 0 and mine + len(OURSELVES.findall(text)) >= FEWEST


def _first_person(text: str) -> bool:
    """Whether a text says "I", or "we" more than once, outside quotations."""
    own = QUOTED.sub(" ", text)
    return bool(MYSELF.search(own)) or len(OURSELVES.findall(own)) >= FEWEST
