"""A text's paragraphs: its lines, or blocks of lines where it is broken at a column.

In: a text. Out: spans in order, without the spaces at their rims.
"""

from __future__ import annotations

from itertools import pairwise

from detente.model import Span
from detente.reading.page.shapes import plain

COLUMN, FEW = 160, 2  # a text with more than a few lines that long is broken at no column
STOPS = (".", "!", "?", "…", "”", '"', "’", ")", ":", ";")


def cut(text: str, start: int, end: int) -> Span:
    """The span between two offsets, without spaces at its rim."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end, text[start:end])


def paragraphs(text: str) -> list[Span]:
    """The text's paragraphs: lines, or blocks of lines where the text is wrapped."""
    found: list[Span] = []
    block: list[tuple[int, int]] = []
    at, lines = 0, text.split("\n")
    whole = sum(len(line) > COLUMN for line in lines) > FEW
    for line in [*lines, ""]:
        if line.strip():
            block.append((at, at + len(line)))
        else:
            found += [cut(text, a, b) for a, b in block] if whole else _block(text, block)
            block = []
        at += len(line) + 1
    return found


def _block(text: str, lines: list[tuple[int, int]]) -> list[Span]:
    if _wrapped(text, lines):
        return [cut(text, lines[0][0], lines[-1][1])]
    return [cut(text, a, b) for a, b in lines]


def _repeats_line(one: str, other: str) -> bool:
    """Whether one of two lines opens with the other whole: a caption told twice, no text broken at a column."""
    a, b = plain(one), plain(other)
    return bool(a) and bool(b) and (a.startswith(b) or b.startswith(a))


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether a block's lines are one paragraph broken at a column: all but the last about as long."""
    if len(lines) < 2:
        return False
    if lines[-1][1] - lines[-1][0] > 100:
        return False
    if any(_repeats_line(text[a:b], text[c:d]) for (a, b), (c, d) in pairwise(lines)):
        return False
    lengths = [b - a for a, b in lines[:-1]]
    stops = sum(text[a:b].rstrip().endswith(STOPS) for a, b in lines[:-1])
    return min(lengths) > 45 and max(lengths) <= 100 and max(lengths) - min(lengths) < 30 and stops <= len(lengths) / 3
