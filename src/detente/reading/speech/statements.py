"""Who said what, for whom, through whom: direct, indirect and mixed quotation.

In: a scene, its cast, its time expressions and quotations. Out: `Draft`s, statements not yet tied to an
engagement, in the order of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.codebook import Codebook
from detente.model import TimeExpression
from detente.reading.actors.cast import Cast
from detente.reading.page.quotes import Quotation
from detente.reading.page.turns import Turn, turns
from detente.reading.scene import Scene
from detente.reading.speech.attribution import Attributor, Draft
from detente.reading.speech.bidding import Bidding
from detente.reading.speech.bylines import Bylines
from detente.reading.speech.calledupon import CalledUpon
from detente.reading.speech.cues import Cues, Media
from detente.reading.speech.enumerations import Enumerations
from detente.reading.speech.fragments import Fragments
from detente.reading.speech.goingon import going_on
from detente.reading.speech.papers import Papers
from detente.reading.speech.quoted import QuotedSpeech, Unit
from detente.reading.speech.relays import relayed, same_voice
from detente.reading.speech.reported import ReportedSpeech


class StatementReader:
    """Finds statements in a scene."""

    def __init__(self, codebook: Codebook) -> None:
        self.cues = Cues(codebook)
        self.media = Media.of(codebook)
        words = self.cues.words
        self.bylines = Bylines(words)

    def read(
        self, scene: Scene, cast: Cast, times: Sequence[TimeExpression], quotations: Sequence[Quotation]
    ) -> list[Draft]:
        """All statements, in the order of their words."""
        words = self.cues.words
        spoken = turns(scene, words["turn_labels"], words["label_titles"], words["not_labels"])
        whole = self.bylines.turn(scene, cast) if not spoken else None
        spoken = [whole] if whole is not None else spoken
        attributor = Attributor(self.cues, self.media, scene, cast, times)
        quoted = QuotedSpeech(attributor, _joined(quotations), [_unit(t) for t in spoken])
        for turn in spoken:
            attributor.drafts.append(attributor.turn(turn.label, turn.content))
        quoted.read()
        ReportedSpeech(attributor, quoted).read()
        quoted.inherit()
        Fragments(attributor, quoted.quotations).read()
        Enumerations(attributor).read()
        Bidding(attributor).read()
        CalledUpon(attributor).read()
        drafts = Papers(self.media, scene, cast).carried(attributor.drafts)
        drafts = sorted(drafts, key=lambda d: (d.content.start, -d.content.end))
        return relayed(_without_repeats(going_on(drafts, cast.lexicon.words["outlet_nouns"])))


def _unit(turn: Turn) -> Unit:
    content = turn.content
    return Unit(content.start, content.end, content.start, content.end, turn.passage)


def _joined(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Quotations that run over paragraphs, as one."""
    found: list[Quotation] = []
    for q in quotations:
        if found and found[-1].continued:
            last = found.pop()
            q = replace(q, start=last.start, outer_start=last.outer_start)
        found.append(q)
    return found


def _without_repeats(drafts: list[Draft]) -> list[Draft]:
    """Drops a statement inside another by the same voice; the outer one keeps it as nested.

    What a spokesman says that his principal said is nested in his words, and a statement of its own.
    """
    kept: list[Draft] = []
    for draft in drafts:
        outer = [
            n
            for n, k in enumerate(kept)
            if k.silent == draft.silent and k.content.start <= draft.content.start < k.content.end
        ]
        around = outer[-1] if outer else None
        if around is None:
            kept.append(draft)
        elif same_voice(kept[around], draft):
            kept[around] = replace(kept[around], nested=(*kept[around].nested, draft))
        else:
            if draft.entity is not None and draft.entity is kept[around].principal and kept[around].kind != "direct":
                kept[around] = replace(kept[around], nested=(*kept[around].nested, draft))
            kept.append(draft)
    return kept
