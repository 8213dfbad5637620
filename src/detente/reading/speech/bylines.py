"""Whose words a whole text is: the one of whom its title says so ("Statement by X", "Remarks by President Y at Z",
"Minister W's speech") or whose name stands alone above or below it, where the whole text speaks in the first person.

In: a scene without turns of a transcript, its cast, the words for such papers (codebook/speech/grammar). Out: a `Turn`
with the name in the title for its label and all after the title for its words; None where the title names nobody or
several, or the text is told in the third person.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from detente.model import Span
from detente.reading.actors.cast import Cast, Entity
from detente.reading.actors.grid import Mention
from detente.reading.page.turns import Turn, last_of
from detente.reading.scene import Passage, Scene, Sentence
from detente.reading.syntax import TENSED

TOP = 3  # paragraphs among which the title stands
LONGEST = 45  # words of a title
SIGNATURE = 24  # and of a line with a name
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
NUMBERED = r"(?<!\bPhase )(?<!\bPart )(?<!\bArticle )(?<!\bChapter )(?<!\bTier )(?<!\bWar )"  # "Phase I" of a plan
MYSELF, OURSELVES = re.compile(rf"{NUMBERED}\bI\b(?![.)-])|\b[Mm]y\b"), re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
SPOKEN = re.compile(
    rf"(?:^|[.!?;:,–—-]\s*|\b[a-z]+\s|\b(?:[A-Z][a-z]{{1,4}}|This \w+)\s){NUMBERED}I\b(?![.)-])|\b[Mm]y\b"
)
ANY_QUOTED = re.compile(r"[“”\"«»„]|(?:^|\s)[‘'](?=\w)")
NAMES = ("NNP", "NNPS")
LINKS = ("of", "the", "for", "and")  # between offices
FEWEST = 2  # times that "we" makes a text one of the first person
SELVES, OWN = ("i", "we"), ("my", "our")
SPEAKING = ("person", "office", "body")


class Bylines:
    """Finds the speaker of a whole text."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        paper, self.stately = "|".join(sorted(words["own_papers"])), frozenset(words["stately_nouns"])
        self.by = re.compile(rf"(?:[\w'’-]+\s+){{0,4}}(?:{paper})\b[^.!?:]{{0,80}}?\b(?:by|from|of)\s+", re.IGNORECASE)
        self.whose = re.compile(rf"[^.!?:]{{3,80}}?['’]s?\s+(?:[\w-]+\s+){{0,3}}(?:{paper})\b", re.IGNORECASE)
        self.pictured = re.compile(rf"\W*(?:{'|'.join(words['pictures'])})\b.{{0,80}}$", re.IGNORECASE)
        self.several = re.compile(rf"\b(?:{'|'.join(words['papers_of_several'])})\b", re.IGNORECASE)

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
            if TOP <= n < last - 1 or (who := self._alone(passage, scene, cast)) is None:
                continue
            below = scene.passages[n + 1 :] if n < TOP else ()
            for body in (below, scene.passages[:n] if n >= last - 1 else ()):
                if not _mine(" ".join(p.doc.text for p in body)):
                    continue
                stately = any(
                    _of_state(s, who[1], cast, self.stately) for p in body for s in scene.sentences if s.passage is p
                )
                own = [p for p in body if MYSELF.search(p.doc.text)]
                others = {p.index for p in body}
                again = any(
                    m.passage in others and cast.entities.get(k) is who[1] and m.kind == "person"
                    for k, m in enumerate(cast.mentions)
                )
                if own and stately and not again:
                    return Turn(who[0], scene.span(own[0].start, last_of(body)), own[0].index)
        return None

    def _alone(self, passage: Passage, scene: Scene, cast: Cast) -> tuple[Span, Entity] | None:
        """The one official of a line that tells nothing."""
        doc = passage.doc
        told = any(t.tag_ in TENSED or t.lower_ in ("to", "with") for t in doc)
        # "Kenyan President X": so a paper's caption calls him, not he himself
        captioned = any(v.kind == "demonym" for h in cast.lexicon.names.find(doc[0].text) for v in h.values)
        above = scene.text[: passage.start].rstrip().rpartition("\n")[2]
        captioned = captioned or self.pictured.match(above) is not None
        if len(doc) > SIGNATURE or told or captioned or doc.text.rstrip()[-1:] in ".:?!":
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
    by = passage.doc[0].lower_ == "by"
    rest = [t for t in passage.doc[by:] if t.i not in held and not t.is_punct]
    before = [t for t in rest if t.i < who.first]
    honoured = all(t.tag_ in NAMES or t.lower_ == "the" for t in before)  # "Senator the Hon X"
    return honoured and all(t.tag_ in NAMES or t.lower_ in LINKS for t in rest)


def _of_state(sentence: Sentence, writer: Entity, cast: Cast, stately: Set[str]) -> bool:
    """Whether a sentence in the first person is one that an official may say: it names a state or another official, or
    "our government"."""
    tokens = sentence.tokens
    if any(t.lower_ in OWN and t.head.lemma_.lower() in stately for t in tokens):
        return True
    if not any(t.lower_ in SELVES and t.dep_ in ("nsubj", "nsubjpass", "conj") for t in tokens):
        return False
    named = (
        (m, cast.entities.get(n)) for n, m in enumerate(cast.mentions)
        if m.passage == sentence.passage.index and tokens.start <= m.head < tokens.end
    )  # fmt: skip
    return any(m.kind == "state" or (e is not None and e.official and e is not writer) for m, e in named)


def _mine(text: str) -> bool:
    """Whether a text is in the first person: it says "I" more than once, or "I" and "we", and nobody is quoted."""
    mine = len(SPOKEN.findall(text))
    return ANY_QUOTED.search(text) is None and mine > 0 and mine + len(OURSELVES.findall(text)) >= FEWEST


def _first_person(text: str) -> bool:
    """Whether a text says "I", or "we" more than once, outside quotations."""
    own = QUOTED.sub(" ", text)
    return bool(MYSELF.search(own)) or len(OURSELVES.findall(own)) >= FEWEST
