"""Finds quotations: stretches between quotation marks, over sentences and paragraphs, curly or straight.

In: the body's passages. Out: `Quotation`s (inside and outside offsets) in order, and an issue for each
mark without a partner. A mark's side is read from what stands around it, not from its shape alone:
pages close with an opening mark, and open with a straight one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from detente.issues import note
from detente.model import Issue, Span

DOUBLE = '"“”„‟«»″'
SINGLE = "'‘’‚‛`"
OPENING = "“„«‘‚"
CLOSING = "”»"
RELATIVES = frozenset({"which", "who", "whom", "that", "as", "and", "but", "or", "if", "when", "what", "while"})
TELLERS = frozenset({"he", "she", "it", "they", "the", "a", "an", "his", "her", "its", "their"})


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


def find(
    text: str, passages: Iterable[Span], said: Collection[str] = ()
) -> tuple[tuple[Quotation, ...], tuple[Issue, ...]]:
    """The quotations of the passages, disjoint, outermost only; and what is not balanced. `said` are words of saying: a
    quotation that nothing closes ends before who said it."""
    spans = list(passages)
    found: list[Quotation] = []
    issues: list[Issue] = []
    for number, span in enumerate(spans):
        following = text[spans[number + 1].start] if number + 1 < len(spans) else ""
        marks, lone, open_at = _pair(text, span, DOUBLE)
        if not marks and open_at is None:
            marks, open_at = _singles(text, span), None
        found.extend(Quotation(a + 1, b, a, b + 1, number) for a, b in marks if b > a + 1)
        for at in lone if open_at is None else [*lone, open_at]:
            if at == open_at and following and following in DOUBLE:
                found.append(Quotation(at + 1, span.end, at, span.end, number, continued=True))
                continue
            end = _end_of_lone(text, at, span.end, said)
            found.append(Quotation(at + 1, end, at, end, number))
            issues.append(note("DET-204", "a quotation mark has no partner", Span(at, at + 1, text[at])))
    return tuple(sorted(found, key=lambda q: q.start)), tuple(issues)


def _pair(text: str, span: Span, marks: str) -> tuple[list[tuple[int, int]], list[int], int | None]:
    """Marks in pairs, those that another opens after with none that closes between, and one left open at the end."""
    pairs: list[tuple[int, int]] = []
    lone: list[int] = []
    open_at: int | None = None
    for i in range(span.start, span.end):
        if text[i] not in marks or _measure(text, i):
            continue
        if open_at is None:
            if not _closes(text, i, span):
                open_at = i
        elif _opens_anew(text, i):
            lone.append(open_at)
            open_at = i
        elif _closes(text, i, span) or text[i] in CLOSING or text[i] == '"':
            pairs.append((open_at, i))
            open_at = None
    return pairs, lone, open_at


def _opens_anew(text: str, i: int) -> bool:
    """A mark between the end of a sentence and a capital opens the next quotation: what was open before lost its
    partner."""
    ended = i > 1 and text[i - 1].isspace() and text[:i].rstrip()[-1:] in ".!?" if i else False
    return ended and text[i] not in CLOSING and text[i + 1 : i + 2].isupper()


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


def _end_of_lone(text: str, start: int, end: int, said: Collection[str]) -> int:
    """Where a quotation ends that nothing closes: before who said it, where its sentence tells, else with the
    sentence."""
    end = _first_sentence_end(text, start, end)
    for word in re.finditer(r"\w+", text[start:end]):
        at = start + word.start()
        commas = [i for i in range(start, at) if text[i] == ","]
        if word.group() not in said or not commas:
            continue
        parted = text[start:at].rstrip().endswith(",")
        after = text[start + word.end() : end].lstrip()
        turned = parted and (after[:1].isupper() or after.split(" ")[0] in TELLERS)  # ", said X"
        back = 3 if parted and not turned else 1  # ", X, the spokeswoman, said"
        if len(commas) >= back:
            if turned or _tells(text[commas[-back] + 1 : at]):
                return commas[-back]
    return end


def _tells(before: str) -> bool:
    """Whether what stands before a word of saying names who says it: "he", "the minister", "spokeswoman X"."""
    words = before.split()
    if not words or words[0] in RELATIVES:
        return False
    return words[0] in TELLERS or words[0][:1].isupper() or words[-1][:1].isupper()


def _first_sentence_end(text: str, start: int, end: int) -> int:
    for i in range(start + 1, end):
        if text[i] in ".!?" and (i + 1 == end or text[i + 1].isspace()):
            return i + 1
    return end
