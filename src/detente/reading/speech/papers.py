"""The paper that words stand in, told in the clause around theirs: "said in a press release that X had warned that …",
"issued a statement in which X said …", "the readout has X saying …".

In: the statements of a document. Out: the same; those made for a state that a clause around them puts into one of its
papers have that paper in their chain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Relay
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.scene import Scene
from detente.reading.speech.attribution import DOCUMENTS, Draft
from detente.reading.speech.cues import Media

if TYPE_CHECKING:
    from detente.reading.words import Token

NO_PAPER = frozenset({"social_media", "interview", "press_conference", "speech", "letter"})


class Papers:
    """Finds the papers of one document's statements."""

    def __init__(self, media: Media, scene: Scene, cast: Cast) -> None:
        self.media, self.scene, self.cast = media, scene, cast

    def carried(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The statements, each with the paper that it came in."""
        return [self._carried(d) for d in drafts]

    def _carried(self, draft: Draft) -> Draft:
        told = any(r.role in ("statement", "spokesperson", "outlet") for r in draft.chain)
        if told or draft.cue is None or draft.on_behalf_of is None or draft.medium in NO_PAPER:
            return draft
        paper = next(self._around(draft), None)
        if paper is None:
            return draft
        span = self.scene.phrase(paper, draft.sentence)
        return replace(draft, chain=(*draft.chain, Relay(span.text, "statement", span)))

    def _around(self, draft: Draft) -> Iterator[Token]:
        """The papers of the statement's side in whose clause the statement is made."""
        doc = draft.sentence.passage.doc
        cue = doc[draft.cue.token] if draft.cue is not None else doc[0]
        for noun in draft.sentence.tokens:
            at = self.scene.at(noun, draft.sentence)
            outside = not draft.content.start <= at < draft.content.end
            if outside and noun.i < cue.i and noun.tag_ == "NN" and self._is_paper(noun) and self._holds(noun, cue):
                if self._of(noun, draft) in (None, draft.on_behalf_of):
                    yield noun

    def _is_paper(self, noun: Token) -> bool:
        return self.media.documents.get(noun.lemma_.lower()) in DOCUMENTS

    def _holds(self, paper: Token, cue: Token) -> bool:
        """Whether the clause about a paper, or that it is the place or subject of, is over the cue."""
        verb = syntax.clause_of(paper)
        told = paper.dep_ in ("pobj", "nsubj") and paper.head.lower_ in ("in", verb.lower_)
        return paper.is_ancestor(cue) or (told and verb.is_ancestor(cue))

    def _of(self, paper: Token, draft: Draft) -> str | None:
        """Whose a paper is: by the country beside it, else the side that is said to speak in it."""
        own = self.cast.country_beside(paper, draft.sentence)
        subject = syntax.subject(syntax.clause_of(paper))
        if own is not None or subject is None or subject == paper:
            return own
        actor = self.cast.actor(subject, draft.sentence)
        return actor.country if actor is not None else None
