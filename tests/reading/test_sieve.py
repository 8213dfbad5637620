"""A sieve leaves out only patterns that cannot match."""

from __future__ import annotations

import re

import pytest

from detente.codebook import load
from detente.reading.page.furniture import FurnitureReader
from detente.reading.sieve import Sieve, needed_by


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
    """Every example of furniture passes the sieve of each pattern that finds it."""
    book = load()
    furniture = FurnitureReader(book)
    texts = [t for e in book.entries("furniture") for t in (*e.fires, *e.never)]
    kinds = ((furniture.signs.patterns, furniture.signs.sieve), (furniture.line_rules, furniture.sieve))
    for patterns, sieve in kinds:
        for text in texts:
            assert {n for n, (p, _) in enumerate(patterns) if p.search(text)} <= sieve.of(text)
