"""The day that a text bears itself: a date with its year on a line of its own near the top ("Lakeside, 1 January
2000"), or in the dateline that a report opens with ("LAKESIDE, 1 January 2000 (Agency) - …").

In: a frozen text. Out: the day and where it stands, or None. A day in running prose is none: it may be any.
"""

from __future__ import annotations

import re

from detente.inputs.published import parse_published
from detente.model import Edtf, Span

LINES, LONGEST, BESIDE = 8, 70, 5  # lines that are looked at, characters of such a line, words beside its date
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
MONTH = r"[A-Z][a-z]{2,8}\.?"
DATE = re.compile(rf"\b(?:{DAY} {MONTH},? \d{{4}}|{MONTH} {DAY},? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})(?:\b|(?=T\d))")
# the hour that a page puts to its day: ", 18:40", " at 6.40 pm GMT"
HOUR = re.compile(
    r"^(?:T|,?(?: at| [|–—-])? )\d{1,2}[:.]\d{2}(?::\d{2})?Z?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: [\[(]?[A-Z]{2,4}\b[\])]?)?"
)
OPENING = re.compile(r"^[A-Z][^.!?:;]{1,40}[,(] *$")
# what an office numbers its papers by: "Press Release No: 31, "
NUMBERED = re.compile(
    r"^[A-Z][^.!?;]{0,40}\b(?:No|Nr|Number|N[°º]|#|№)\s?[.:]?\s?\d[\d/-]*\s*[,(–—-]+\s*(?:dated |of )?$", re.IGNORECASE
)
AFTER_DATE = re.compile(r"^\)?\s*(?:$|[,:;–—-]?\s*(?:$|[A-Z]|regarding\b|concerning\b|about\b|on\b))")
MARK = re.compile(r"^\)?[^a-z]{0,3}(?:\([^)]{1,30}\))? *[-–—:]")


def dated_by_itself(text: str) -> tuple[Edtf, Span] | None:
    """The day at the top of a text, as the text writes it, with its place; None where none stands there alone."""
    start, top = 0, _top(text)
    for line in top:
        at = text.index(line, start)
        start = at + len(line)
        found = DATE.search(line)
        if found is None or not (
            (len(top) > 1 and _alone(line, found)) or _opens(line, found) or _numbered(line, found)
        ):
            continue
        day = parse_published(found.group())
        if day is not None and len(day) == len("YYYY-MM-DD"):
            return day, Span(at + found.start(), at + found.end(), found.group())
    return None


def _top(text: str) -> list[str]:
    return [line for line in text.split("\n", 4 * LINES) if line.strip()][:LINES]


def _alone(line: str, date: re.Match[str]) -> bool:
    """ "Lakeside, 1 January 2000", "Updated: 1 January 2000, 18:40": nothing but a few words beside it."""
    before, after = line[: date.start()], HOUR.sub("", line[date.end() :])
    rest = before + after
    edge = not before.strip() or not after.strip(" .,)|")
    words = [w for w in rest.split() if any(c.isalnum() for c in w)]
    return edge and len(line) <= LONGEST and len(words) <= BESIDE and not re.search(r"[.!?] *$", after)


def _opens(line: str, date: re.Match[str]) -> bool:
    """ "LAKESIDE, 1 January 2000 (Agency) - ": a place before it and a dash after it."""
    return bool(OPENING.match(line[: date.start()]) and MARK.match(line[date.end() :]))


def _numbered(line: str, date: re.Match[str]) -> bool:
    """ "Press Release No: 31, 1 January 2000, Regarding the …": the number of the paper before its day."""
    return bool(NUMBERED.match(line[: date.start()]) and AFTER_DATE.match(line[date.end() :]))
