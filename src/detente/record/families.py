"""Copies and near-copies of one story: which documents are of one family.

In: texts of versions. Out: signatures (MinHash by rensa over word shingles), the bands by which candidates
are found, and which pairs are copies. Two official texts of different sides are never of one family.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rensa import RMinHash

from detente.model import Country

WORD = re.compile(r"\w+")
SHINGLE = 5
PERMUTATIONS = 96
ROWS = 3
SEED = 20
# a text that shares so much of the shorter's shingles is a copy; of so few words, only the same text is
COPIED = 0.7
FEWEST = 12


@dataclass(frozen=True, slots=True)
class Print:
    """What a version is compared by: its document, the side whose official text it is, day known, shingles."""

    document: str
    official: Country | None
    known_at: str
    shingles: frozenset[int]


def shingles(text: str) -> frozenset[int]:
    """Hashes of every five words in a row; of a shorter text, of all its words."""
    words = WORD.findall(text.casefold())
    if len(words) < FEWEST:
        return frozenset({_hash(" ".join(words))})
    return frozenset(_hash(" ".join(words[n : n + SHINGLE])) for n in range(len(words) - SHINGLE + 1))


def _hash(text: str) -> int:
    return int.from_bytes(digest(text), "big") >> 1


def digest(text: str) -> bytes:
    """Eight bytes that stand for a text."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()


def bands(found: frozenset[int]) -> tuple[str, ...]:
    """The keys that two versions share when they are likely copies."""
    sketch = RMinHash(PERMUTATIONS, SEED)
    sketch.update([str(n) for n in sorted(found)])
    digest = sketch.digest()
    return tuple(f"{n}:{'.'.join(map(str, digest[n : n + ROWS]))}" for n in range(0, PERMUTATIONS, ROWS))


def copies(one: Print, other: Print) -> bool:
    """Whether one holds nearly all of the other; never for official texts of two sides."""
    if one.official and other.official and one.official != other.official:
        return False
    least = min(len(one.shingles), len(other.shingles))
    return least > 0 and len(one.shingles & other.shingles) / least >= COPIED


def families(prints: Iterable[Print], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The family of each document: the document of it that was known first. `pairs` are copies.

    A chain of copies never joins the official texts of two sides: the pair that would is left apart.
    """
    known = {p.document: p for p in sorted(prints, key=lambda p: (p.known_at, p.document), reverse=True)}
    order = sorted(known, key=lambda d: (known[d].known_at, d))
    heads = {document: document for document in order}
    voices = {d: known[d].official for d in order}
    for one, other in sorted(tuple(sorted(pair)) for pair in pairs):
        _join(one, other, heads, voices, known)
    return {document: _head(document, heads) for document in order}


def _join(
    one: str, other: str, heads: dict[str, str], voices: dict[str, Country | None], known: Mapping[str, Print]
) -> None:
    a, b = _head(one, heads), _head(other, heads)
    if a == b or (voices[a] and voices[b] and voices[a] != voices[b]):
        return
    first, second = sorted((a, b), key=lambda d: (known[d].known_at, d))
    heads[second] = first
    voices[first] = voices[first] or voices[second]


def _head(document: str, heads: Mapping[str, str]) -> str:
    while heads[document] != document:
        document = heads[document]
    return document


def components(documents: Sequence[str], pairs: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """The sets of documents that chains of copies join."""
    near: dict[str, set[str]] = {d: set() for d in documents}
    for one, other in pairs:
        near[one].add(other)
        near[other].add(one)
    seen: set[str] = set()
    found = []
    for start in documents:
        if start in seen:
            continue
        group, front = set(), [start]
        while front:
            here = front.pop()
            if here not in group:
                group.add(here)
                front += near[here]
        seen |= group
        found.append(frozenset(group))
    return found
