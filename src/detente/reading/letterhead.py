"""Whose paper a text is written on: the office of state that its first lines name and nothing else.

In: a text and the voices. Out: the office as the lines have it ("Ministry of Foreign Affairs, Republic of X"), or
None. A line that says more than a name, as a headline does, is no letterhead.
"""

from __future__ import annotations

from detente.reading.voices import Voices

LINES = 4  # at the top of a page
WORDS = 12
SMALL = 3  # letters of "of", "for", "and", "the"


def letterhead(text: str, voices: Voices) -> str | None:
    """The office whose paper it is."""
    lines = [line.strip() for line in text.split("\n") if line.strip()][:LINES]
    for one, two in zip(lines, [*lines[1:], ""]):
        if len(one.split()) > WORDS or one.endswith((".", ":", "?", "!")) or _tells(one):
            return None
        for name in (_cased(one), f"{_cased(one)}, {_cased(two)}"):
            if voices.names_only(name) and voices.office(name) is not None:
                return name
    return None


def _tells(line: str) -> bool:
    """Whether a line has words of its own in small letters, such as a verb."""
    return any(w[0].islower() and len(w) > SMALL for w in line.split())


def _cased(line: str) -> str:
    """A line in capitals as a name is written."""
    return line.title().replace(" Of ", " of ").replace(" The ", " the ") if line.isupper() else line
