"""Parses as if nothing were put between: "Minister X (left) of Y", "will tomorrow, 4 June, host", "co-chair", "X, Jr.".

A short bracket, a day told twice, a "co-" before a hyphen or a "Jr." after a comma makes the small pipeline lose the
subject of what follows. In: a tokenised passage. Out: the runs of tokens that are left out for the parser;
`unquoted.restored` puts them back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 3  # words in a bracket that is left out
JOINED = "co"
JUNIOR = frozenset({"Jr.", "Jr", "Sr.", "Sr"})


def runs(doc: Doc, days: frozenset[str], months: frozenset[str]) -> Iterator[range]:
    """The runs of tokens put between, in order and apart; none opens or closes the passage.

    `days` are words for a day ("tomorrow", "Tuesday"), `months` their names, all in lower case.
    """
    i = 1
    while i < len(doc) - 1:
        end = _bracket(doc, i) or _day_again(doc, i, days, months) or _prefix(doc, i) or _junior(doc, i)
        if end is not None and end < len(doc):
            yield range(i, end)
        i = end or i + 1


def _bracket(doc: Doc, i: int) -> int | None:
    """The end of "(left)", "(AU)", "(Prague, left)" after a word."""
    if doc[i].text != "(" or not doc[i - 1].is_alpha:
        return None
    for end in range(i + 2, min(i + 3 + LONGEST, len(doc) - 1)):
        if doc[end].text == ")":
            return end + 1
        if not (doc[end].is_alpha or doc[end].is_digit or doc[end].text in (",", ".", "-")):
            return None
    return None


def _day_again(doc: Doc, i: int, days: frozenset[str], months: frozenset[str]) -> int | None:
    """The end of ", 4 June," or ", June 4, 2024," after a word for the day; the last comma goes with it."""
    if doc[i].text != "," or doc[i - 1].lower_ not in days or i + 3 >= len(doc):
        return None
    two = [doc[i + 1], doc[i + 2]]
    if not (any(t.is_digit for t in two) and any(t.lower_ in months for t in two)):
        return None
    end = i + 3
    year = [t.text for t in doc[end : end + 2]]
    if doc[end].is_digit and len(doc[end]) == 4:
        end += 1
    elif len(year) == 2 and year[0] == "," and year[1].isdigit() and len(year[1]) == 4:
        end += 2
    return end + 1 if end < len(doc) and doc[end].text == "," else None


def _prefix(doc: Doc, i: int) -> int | None:
    """The end of "co-" in "to co-chair"."""
    if doc[i].lower_ != JOINED or doc[i].whitespace_ or i + 2 >= len(doc):
        return None
    return i + 2 if doc[i + 1].text == "-" and not doc[i + 1].whitespace_ and doc[i + 2].is_alpha else None


def _junior(doc: Doc, i: int) -> int | None:
    """The end of ", Jr." or ", Jr.," after a name."""
    if doc[i].text != "," or doc[i + 1].text not in JUNIOR or not doc[i - 1].is_title:
        return None
    return i + 3 if i + 2 < len(doc) and doc[i + 2].text == "," else i + 2
