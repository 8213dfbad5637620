"""Cuts the words of a statement to size: spaces, stops and lone quotation marks off both ends.

In: offsets or tokens of the frozen text. Out: spans; None where nothing is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model import Span
from detente.reading import syntax
from detente.reading.page.quotes import DOUBLE, SINGLE, Quotation
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token


def trimmed_tokens(scene: Scene, tokens: Sequence[Token], sentence: Sentence) -> Span | None:
    runs = syntax.contiguous(tokens)
    best = max(runs, key=len)
    base = sentence.passage.start
    start, end = base + best[0].idx, base + best[-1].idx + len(best[-1].text)
    if len(best) > 1 and best[0].lower_ == "that" and best[1].pos_ not in ("VERB", "AUX"):
        start = base + best[1].idx
    return trimmed(scene, start, end)


def trimmed(scene: Scene, start: int, end: int) -> Span | None:
    """Spaces, stops and lone marks off both ends; a quotation mark that has its partner inside stays."""
    text = scene.text
    while start < end and (text[start].isspace() or text[start] in ",;:.—–-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–"):
        end -= 1
    inner = text[start:end]
    marks = DOUBLE + SINGLE
    if inner[-1:] in DOUBLE and sum(inner.count(m) for m in DOUBLE) % 2:
        end -= 1
    elif inner[:1] in marks and sum(inner.count(m) for m in DOUBLE) % 2 and inner[:1] in DOUBLE:
        start += 1
    while end > start and text[end - 1] in " ,;":
        end -= 1
    if text[end - 1 : end] == "." and not text[start:end].count(". "):
        end -= 1
    return scene.span(start, end) if end > start else None


def with_closing_mark(scene: Scene, span: Span, quotations: Sequence[Quotation]) -> Span:
    """Takes in the closing mark that a trimmed span has lost, and all of a quotation that it opens with: "promised “a
    deal without losers”" is no deal alone."""
    for q in quotations:
        short = span.start in (q.start, q.outer_start) and span.end < q.end
        if short and "." not in scene.text[span.end : q.end - 1]:
            return scene.span(span.start, q.end if span.start == q.start else q.outer_end)
        if span.start <= q.outer_start < span.end <= q.outer_end and q.outer_end - span.end <= 2:
            return scene.span(span.start, q.outer_end)
    return span
