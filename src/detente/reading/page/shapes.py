"""What the shape of a line says: whether it ends as sentences do, is a label, a bar of a menu, another line's copy.

In: lines of a page as strings. Out: answers that need no codebook.
"""

from __future__ import annotations

import re

REPEATED_WORDS = 4
ITEMS = 3  # a bar of sections has more of them, and none of more words
LABEL = 14  # words of a line that may be a label or another story's headline
STEM = 5


def plain(text: str) -> str:
    """A line in small letters, without its marks."""
    return " ".join(re.sub(r"[^\w\s]", " ", text).lower().split())


def sentence_like(text: str) -> bool:
    """Whether a line ends as sentences do, closing marks and brackets set aside."""
    bare = text.rstrip().rstrip("”\"’')]")
    return bare.endswith((".", "!", "?", "…", ":", ";")) and len(bare.split()) > 5


def question(text: str) -> bool:
    """Whether a line is one short question: the headline of another story."""
    return text.rstrip().endswith("?") and len(text.split()) <= LABEL and not any(m in text for m in '."”')


def label(text: str) -> bool:
    """Whether a line is short and ends as no sentence does."""
    return not text.rstrip().rstrip("”\"’')]").endswith((".", "!", "…", ":", ";")) and len(text.split()) <= LABEL


def names_and_nouns(text: str) -> set[str]:
    """The longer words of a line, by their first letters, so that "Malawian" is "Malawi" again."""
    return {w[:STEM] for w in re.findall(r"[^\W\d_]{4,}", text.lower())}


def share(some: set[str], words: set[str]) -> float:
    """How much of some words is among others."""
    return len(some & words) / len(some) if some else 0.0


def menu(text: str) -> bool:
    """Whether a line is a bar of sections: short names or capitals with bars between, or a word or two in capitals."""
    words = [w for w in re.split(r"[\s|·•»›>/]+", text) if w]
    capitals = bool(words) and text.upper() == text and any(c.isalpha() for c in text)
    items = [i.split() for i in re.split(r"\s[|·•»›>/]\s", text.partition(": ")[2] or text)]
    if len(items) > ITEMS and all(len(i) <= ITEMS and i and i[0][0].isupper() for i in items):
        return True
    return capitals and (len(words) <= 2 or (bool(re.search(r"\s[|·•»›>/]\s|\S\s{2,}\S", text)) and len(words) < 16))


def repeats(plain: str, text: str, n: int, other: int) -> bool:
    """Whether a line is another's copy, its cut-off beginning, or a sentence of a longer paragraph."""
    if plain == text:
        return other < n
    if len(text) <= len(plain):
        return False
    return text.startswith(plain + " ") or (len(plain.split()) >= 2 * REPEATED_WORDS and f" {plain} " in f" {text} ")
