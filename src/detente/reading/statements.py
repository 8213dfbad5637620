"""Who said what, for whom, through whom: direct, indirect and mixed quotation.

In: a scene, its cast, its time expressions and quotations. Out: `Draft`s, statements not yet tied to an
engagement, in the order of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.codebook import Codebook
from detente.model import TimeExpression
from detente.reading.attribution import Attributor, Draft
from detente.reading.cast import Cast
from detente.reading.cues import Cues, Media
from detente.reading.quoted import QuotedSpeech
from detente.reading.quotes import Quotation
from detente.reading.reported import ReportedSpeech
from detente.reading.scene import Scene


class StatementReader:
    """Finds statements in a scene."""

    def __init__(self, codebook: Codebook) -> None:
        self.cues = Cues(codebook)
        self.media = Media.of(codebook)

    def read(
        self, scene: Scene, cast: Cast, times: Sequence[TimeExpression], quotations: Sequence[Quotation]
    ) -> list[Draft]:
        """All statements, in the order of their words."""
        attributor = Attributor(self.cues, self.media, scene, cast, times)
        quoted = QuotedSpeech(attributor, _joined(quotations))
        quoted.read()
        ReportedSpeech(attributor, quoted).read()
        return _without_nested(sorted(attributor.drafts, key=lambda d: (d.content.start, -d.content.end)))


def _joined(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Quotations that run over paragraphs, as one."""
    found: list[Quotation] = []
    for q in quotations:
        if found and found[-1].continued:
            last = found.pop()
            q = replace(q, start=last.start, outer_start=last.outer_start)
        found.append(q)
    return found


def _without_nested(drafts: list[Draft]) -> list[Draft]:
    """Drops a statement inside another by the same voice, or by the one for whom a spokesman speaks."""
    kept: list[Draft] = []
    for draft in drafts:
        outer = [k for k in kept if k.content.start <= draft.content.start < k.content.end]
        attitude = draft.cue is not None and draft.cue.force == "attitude"
        twin = next((k for k in outer if _same_voice(k, draft)), None)
        if twin is not None:
            kept[kept.index(twin)] = replace(twin, nested=(*twin.nested, draft))
        elif not (outer and attitude):
            kept.append(draft)
    return kept


def _same_voice(outer: Draft, inner: Draft) -> bool:
    if outer.content == inner.content:
        return True
    if inner.entity is None or outer.kind == "direct":
        return inner.entity is None and outer.kind != "direct"
    return inner.entity is outer.principal or (
        inner.entity is outer.entity and inner.cue is not None and inner.cue.force == "say"
    )
