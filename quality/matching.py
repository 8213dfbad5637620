"""One-to-one matching of what was found to what was wanted, and the likeness of texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

Wanted = TypeVar("Wanted")
Found = TypeVar("Found")
WORD = re.compile(r"\w+", re.UNICODE)
DOUBT = str.maketrans("", "", "?~%")
IDLE = frozenset({"the", "a", "an", "mr", "mrs", "ms"})


def pairs(
    wanted: Sequence[Wanted], found: Sequence[Found], score: Callable[[Wanted, Found], float], least: float
) -> list[tuple[int, int]]:
    """Pairs (index wanted, index found) of at least a score, best first, each used once."""
    scored = [(score(w, f), -i, -j) for i, w in enumerate(wanted) for j, f in enumerate(found)]
    taken: list[tuple[int, int]] = []
    used_wanted: set[int] = set()
    used_found: set[int] = set()
    for value, i, j in sorted(scored, reverse=True):
        if value < least:
            break
        if -i in used_wanted or -j in used_found:
            continue
        used_wanted.add(-i)
        used_found.add(-j)
        taken.append((-i, -j))
    return sorted(taken)


def words(text: str | None) -> frozenset[str]:
    """The text's words, lower case."""
    return frozenset(WORD.findall((text or "").lower()))


def bare(text: str | None) -> frozenset[str]:
    """The text's words, lower case, without accents."""
    parts = unicodedata.normalize("NFKD", text or "")
    return words("".join(c for c in parts if not unicodedata.combining(c)))


def jaccard(a: str | None, b: str | None) -> float:
    """Likeness of two texts' sets of words, 0 to 1."""
    left, right = words(a), words(b)
    return len(left & right) / len(left | right) if left | right else 0.0


def plain(date: str | None) -> str | None:
    """An EDTF date without its marks of doubt."""
    return date.translate(DOUBT) if date else None


def same_name(a: str | None, b: str | None) -> bool:
    """Whether two mentions name one speaker: articles, forms of address and accents aside, one's words hold the
    other's."""
    left, right = bare(a) - IDLE, bare(b) - IDLE
    return left == right or (bool(left) and bool(right) and (left <= right or right <= left))
