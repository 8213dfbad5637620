"""How long a text may be that is read: what is far longer than a report or a statement is kept, and not read.

In: a text, and how long it may be. Out: an issue, or None. The limit is of size and not of time, so that a text is read
everywhere or nowhere.
"""

from __future__ import annotations

from detente.issues import note
from detente.model import Issue

# code points: some forty pages of a book, fifty times an article
LONGEST = 200_000


def too_long(text: str, longest: int = LONGEST) -> Issue | None:
    """The issue of a text that has more than `longest` code points."""
    if len(text) <= longest:
        return None
    told = f"the text has {len(text):,} characters, more than the {longest:,} that are read: nothing is told of it"
    return note("DET-211", f"{told}; part it into its articles, or raise --max-characters")
