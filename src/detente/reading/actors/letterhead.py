"""Whose paper a text is written on: the office of state that its first lines name and nothing else.

In: a text and the voices. Out: the office as the lines have it ("Ministry of Foreign Affairs, Republic of X"), or
None. A line that says more than a name, as a headline does, is no letterhead.
"""

from __future__ import annotations

from detente.reading.actors.voices import Voices

LINES = 4  # at the top of a page
WORDS = 12
LINKS = frozenset({"of", "the", "and", "for", "de", "da", "do", "del", "la"})
SMALL = 3  # letters of "of", "for", "and", "the"


def letterhead(text: str, voices: Voices) -> str | None:
    """The office whose paper it is."""
    lines = [line.strip() for line in text.split("\n") if line.strip()][:LINES]
    for one, two in zip(lines, [*lines[1:], ""]):
        if len(one.split()) > WORDS or one.endswith((".", ":", "?", "!")) or _tells(one):
            return None
        names = [cased(n) if n.isupper() else n for n in (one, two)]
        # the state stands above its ministry as often as below it
        for name in (names[0], ", ".join(names), " ".join(names), ", ".join(reversed(names))):
            if voices.names_only(name) and voices.office(name) is not None:
                return name
    return None


def _tells(line: str) -> bool:
    """Whether a line has words of its own in small letters, such as a verb."""
    return any(w[0].islower() and len(w) > SMALL for w in line.split())


def cased(words: str) -> str:
    """Capitals as a name is written: "PORT OF SPAIN" as "Port of Spain"."""
    parts = words.split(" ")
    return " ".join(w.lower() if n and w.lower() in LINKS else w.title() for n, w in enumerate(parts))
