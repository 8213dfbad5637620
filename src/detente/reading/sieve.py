"""Patterns that need not be tried: each names words without which it cannot match.

In: regular expressions. Out: a `Sieve` that tells which of them may match a text, in one pass over it, and a `Sought`
that tells which do. What a pattern needs is read from the pattern itself; one of which nothing is known is always
tried. So nothing is lost.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

import ahocorasick

Needed = frozenset[str]
ZERO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})


class Sieve:
    """Some patterns, by what they need."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        needing: dict[str, list[int]] = defaultdict(list)
        always: list[int] = []
        for n, pattern in enumerate(patterns):
            needed = needed_by(pattern)
            for part in needed:
                needing[part].append(n)
            always += [] if needed else [n]
        self.always = frozenset(always)
        self.automaton = ahocorasick.Automaton()
        for part, numbers in needing.items():
            self.automaton.add_word(part, tuple(numbers))
        if needing:
            self.automaton.make_automaton()

    def of(self, text: str) -> set[int]:
        """The numbers of the patterns that may match a text."""
        found = set(self.always)
        if len(self.automaton):
            for _, numbers in self.automaton.iter(text.casefold()):
                found.update(numbers)
        return found


class Sought:
    """Patterns with names, sought in a text all at once; several may share a name."""

    def __init__(self, named: Iterable[tuple[Hashable, re.Pattern[str]]]) -> None:
        self.named = list(named)
        self.sieve = Sieve([pattern for _, pattern in self.named])

    def found(self, text: str) -> frozenset[Hashable]:
        """The names of those that a text holds."""
        tried = (self.named[n] for n in self.sieve.of(text))
        return frozenset(name for name, pattern in tried if pattern.search(text))


def needed_by(pattern: re.Pattern[str]) -> Needed:
    """Strings, with case folded, of which every match holds at least one; none where no such are known."""
    parser = getattr(re, "_parser", None)  # no public part of Python's library: without it every pattern is tried
    return _needed(parser.parse(pattern.pattern, pattern.flags)) if parser is not None else frozenset()


def _needed(items: Iterable[tuple[Any, Any]]) -> Needed:
    """The best of what the items of a sequence need, one after the other: that whose shortest is longest."""
    options: list[Needed] = []
    run = ""
    for code, value in items:
        kind = str(code)
        if kind == "LITERAL":
            run += chr(value)
        elif kind not in ZERO_WIDTH:
            options += [frozenset({run.casefold()}), _needed_by_item(kind, value)]
            run = ""
    options.append(frozenset({run.casefold()}))
    return max((o for o in options if o and all(o)), key=lambda o: min(map(len, o)), default=frozenset())


def _needed_by_item(kind: str, value: Any) -> Needed:
    """What a group, a choice or a repetition needs."""
    if kind == "SUBPATTERN":
        return _needed(value[-1])
    if kind == "ATOMIC_GROUP":
        return _needed(value)
    if kind in REPEATS:
        return _needed(value[2]) if value[0] else frozenset()
    if kind == "BRANCH":
        parts = [_needed(part) for part in value[1]]
        return frozenset().union(*parts) if all(parts) else frozenset()
    return frozenset()
