"""A sieve leaves out only patterns that cannot match."""

from __future__ import annotations

import re

import pytest

from detente.codebook import load
from detente.reading.furniture import FurnitureReader
from detente.reading.sieve import Sieve, needed_by
from detente.reading.timegrammar import TimeGrammar


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\b(newsletters?|bulletin|digest)\b", {"newsletter", "bulletin", "digest"}),
        (r"^(read|view) (the )?(full|whole) story$", {" story"}),
        (r"(in the )?\d+ (day|week)s?", {"day", "week"}),
        (r"\d{4}", set()),
        (r"(ferry|\d+)", set()),
        (r"(?:harbour)*x?", set()),
    ],
)
def test_what_a_pattern_needs(pattern: str, needed: set[str]) -> None:
    assert needed_by(re.compile(pattern, re.IGNORECASE)) == needed


@pytest.mark.parametrize("text", ["SIGN UP NOW", "die Straße", "nothing of the kind", "7 July", "ſign up now", ""])
def test_nothing_is_lost(text: str) -> None:
    patterns = [re.compile(p, re.IGNORECASE) for p in (r"sign up", r"stra(ß|ss)e", r"\d+ (june|july)", r"", r"^$")]
    passed = Sieve(patterns).of(text)
    assert {n for n, p in enumerate(patterns) if p.search(text)} <= passed


def test_of_the_codebooks_patterns_nothing_is_lost() -> None:
    """Whatever the entries give as what fires passes the sieve of the pattern that finds it."""
    book = load()
    furniture, times = FurnitureReader(book), TimeGrammar(book)
    signs = [p for p, _ in furniture.signs.patterns]
    dates = [p for *_, patterns in times.families for p in patterns]
    texts = [t for e in (*book.entries("furniture"), *book.entries("times")) for t in (*e.fires, *e.never)]
    assert len(texts) > 50
    for patterns, sieve in ((signs, furniture.signs.sieve), (dates, times.sieve)):
        for text in texts:
            assert {n for n, p in enumerate(patterns) if p.search(text)} <= sieve.of(text)
