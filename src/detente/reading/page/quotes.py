"""Finds quotations: stretches between quotation marks, over sentences and paragraphs, curly or straight.

In: the body's passages. Out: `Quotation`s (inside and outside offsets) in order, and an issue for each
mark without a partner. A mark's side is read from what stands around it, not from its shape alone:
pages close with an opening mark, and open with a straight one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.issues import note
from detente.model import Issue, Span

DOUBLE = '"“”„‟«»″'
SINGLE = "'‘’‚‛`"
OPENING = "“„«‘‚"
CLOSING = "”»"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks: `start:end` without the marks, `outer_start:outer_end` with them.

    `continued` says that a paragraph ends inside it and the next opens with a mark again.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    passage: int
    continued: bool = False


def find(text: str, passages: Iterable[Span]) -> tuple[tuple[Quotation, ...], tuple[Issue, ...]]:
    """The quotations of the passages, disjoint, outermost only; and what is not balanced."""
    spans = list(passages)
    found: list[Quotation] = []
    issues: list[Issue] = []
    for number, span in enumerate(spans):
        following = text[spans[number + 1].start] if number + 1 < len(spans) else ""
        marks, open_at = _pair(text, span, DOUBLE)
        if not marks and open_at is None:
            marks, open_at = _singles(text, span), None
        found.extend(Quotation(a + 1, b, a, b + 1, number) for a, b in marks if b > a + 1)
        if open_at is None:
            continue
        if following and following in DOUBLE:
            found.append(Quotation(open_at + 1, span.end, open_at, span.end, number, continued=True))
        else:
            end = _first_sentence_end(text, open_at, span.end)
            found.append(Quotation(open_at + 1, end, open_at, end, number))
            issues.append(note("DET-204", "a quotation mark has no partner", Span(open_at, open_at + 1, text[open_at])))
    return tuple(sorted(found, key=lambda q: q.start)), tuple(issues)


def _pair(text: str, span: Span, marks: str) -> tuple[list[tuple[int, int]], int | None]:
    pairs: list[tuple[int, int]] = []
    open_at: int | None = None
    for i in range(span.start, span.end):
        if text[i] not in marks or _measure(text, i):
            continue
        if open_at is None:
            if not _closes(text, i, span):
                open_at = i
        elif _closes(text, i, span) or text[i] in CLOSING or text[i] == '"':
            pairs.append((open_at, i))
            open_at = None
    return pairs, open_at


def _closes(text: str, i: int, span: Span) -> bool:
    """A mark after a word or stop and before a space, stop or the end can only close."""
    before = text[i - 1] if i > span.start else " "
    after = text[i + 1] if i + 1 < span.end else " "
    return not before.isspace() and before not in "([—–-" and not after.isalnum()


def _measure(text: str, i: int) -> bool:
    """Feet and inches (6'2") are no quotation."""
    return (
        text[i] in '"″' and i > 0 and text[i - 1].isdigit() and i > 2 and text[i - 2] in "'’ " and text[i - 3].isdigit()
    )


def _singles(text: str, span: Span) -> list[tuple[int, int]]:
    """Quotations in single marks: opened after a space, closed before one, apostrophes passed over."""
    pairs: list[tuple[int, int]] = []
    open_at: int | None = None
    for i in range(span.start, span.end):
        if text[i] not in SINGLE:
            continue
        before = text[i - 1] if i > span.start else " "
        after = text[i + 1] if i + 1 < span.end else " "
        if open_at is None and not before.isalnum() and before not in ".,!?" and after.isalnum():
            open_at = i
        elif open_at is not None and not after.isalnum() and (before.isalnum() or before in ".,!?…)"):
            if before == "s" and after == " " and text[i + 2 : i + 3].islower() and _closed_later(text, i + 1, span):
                continue
            pairs.append((open_at, i))
            open_at = None
    return [(a, b) for a, b in pairs if " " in text[a + 1 : b].strip() or text[b - 1] in ".,!?"]


def _closed_later(text: str, start: int, span: Span) -> bool:
    """Whether a plural's apostrophe is followed by a closing mark before another opens."""
    for i in range(start, span.end):
        if text[i] in SINGLE:
            before, after = text[i - 1], text[i + 1] if i + 1 < span.end else " "
            return not before.isspace() and not after.isalnum()
    return False


def _first_sentence_end(text: str, start: int, end: int) -> int:
    for i in range(start + 1, end):
        if text[i] in ".!?" and (i + 1 == end or text[i + 1].isspace()):
            return i + 1
    return end
