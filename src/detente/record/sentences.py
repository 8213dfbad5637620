"""Sentences and their parts, without a parser: for texts that were read before.

In: a frozen text. Out: spans in order. A full stop after an abbreviation or an initial ends nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from detente.model import Span

END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]?[^\W\d_a-z]|\s*\n|\s*$)|\n\s*\n|\n")
LAST_WORD = re.compile(r"(\S+)$")
INITIAL = re.compile(r"^[\"“(]?(?:[A-Z]\.)+$")
FIRST_STOPPED_LINE = re.compile(r"^[^\n]*[.!?…:;,][\"”’')\]]*[ \t]*$", re.MULTILINE)
# where a sentence falls into acts of their own
ACT = re.compile(r";\s+|,?\s+and\s+(?=to\s+\w+|that\s)")


def sentences(text: str, abbreviations: frozenset[str]) -> tuple[Span, ...]:
    """The sentences of a text."""
    return tuple(_cut(text, 0, len(text), _ends(text, abbreviations)))


def body_start(text: str) -> int:
    """Where the body of a text begins: after its letterhead, title and date, the lines that end in no stop.

    A text without any stop is all body.
    """
    found = FIRST_STOPPED_LINE.search(text)
    return found.start() if found else 0


def _ends(text: str, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    for found in END.finditer(text):
        stop = found.group()
        if stop.startswith(".") and len(stop) == 1:
            word = LAST_WORD.search(text[max(0, found.start() - 24) : found.end()])
            last = word.group(1) if word else ""
            if last.lower() in abbreviations or INITIAL.match(last):
                continue
        yield found.end(), found.end()


def parts(text: str, start: int, end: int, further: re.Pattern[str] | None = None) -> tuple[Span, ...]:
    """The acts that a stretch of text is made of: "to resume talks, and to cut drugs" are two; `further` tells where
    else one begins."""
    found = (m for pattern in (ACT, further) if pattern is not None for m in pattern.finditer(text[start:end]))
    cuts = sorted((m.start() + start, m.end() + start) for m in found)
    return tuple(_cut(text, start, end, cuts))


def _cut(text: str, start: int, end: int, cuts: Iterable[tuple[int, int]]) -> Iterator[Span]:
    at = start
    for stop, onward in cuts:
        if stop > at and text[at:stop].strip():
            yield _trimmed(text, at, stop)
        at = onward
    if at < end and text[at:end].strip():
        yield _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end, text[start:end])
