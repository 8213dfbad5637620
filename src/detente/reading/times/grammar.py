"""Where a text speaks of time: the codebook's families of expressions, found and told apart.

In: the codebook's families (`times`, patterns) and words (`times/words`). Out: `Hit`s, disjoint and in order, with the
parts that `times` reckons with. What a hit comes to is no concern of this file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from detente.codebook import Codebook, Entry
from detente.reading.sieve import Sieve

PLACE = re.compile(r"\{(?:([a-z0-9_]+):)?([a-z_]+)\}")
WORD = re.compile(r"[a-z]+|\d{4}|\d")
# What stands for any four figures among the words that a family needs.
FOUR = "0000"
NAME = "name"
# What "moved from Monday to Tuesday" is not, for all that it looks so.
RANGES = frozenset({"weekday_range", "day_range", "month_range", "year_range"})
# How far before an expression the words stand that mark it, in characters.
REACH = 48


@dataclass(frozen=True, slots=True)
class Hit:
    """One expression: its family, its type in the record, its parts and its offsets in the text searched.

    `lead` tells what the words right before make of it: since, until, doubtful, about, about_count or planned.
    """

    family: str
    type: str
    match: re.Match[str]
    start: int
    end: int
    lead: str | None = None

    def part(self, name: str) -> str | None:
        """What the pattern kept under a name; None when it has no such part or the text lacks it."""
        return self.match[name] if name in self.match.re.groupindex else None

    def plain(self, name: str) -> str:
        """A part in lower case with single spaces; empty when there is none."""
        return " ".join((self.part(name) or "").lower().split())

    def which(self, prefix: str = "") -> str | None:
        """Whether the hit says last, this or next."""
        return next((k for k in ("last", "this", "next") if self.part(prefix + k)), None)


class TimeGrammar:
    """The compiled patterns of one codebook."""

    def __init__(self, codebook: Codebook) -> None:
        feasts = codebook.lexicon("times/feasts").values()
        self.words: Mapping[str, Any] = {
            **codebook.lexicon("times/words"),
            "feasts": [n for f in feasts for n in f["names"]],
        }
        self.leads = self._leads()
        self.shifted = re.compile(rf"\b{any_of(self.words['shifts'])}\s+(?:\w+\s+){{0,4}}?(?:from\s+)?$", re.IGNORECASE)
        self.patterns = [
            (entry, self._needed(entry), re.compile(self._filled(p), re.IGNORECASE))
            for entry in codebook.entries("times")
            for p in entry.words("patterns")
        ]
        self.sieve = Sieve([pattern for _, _, pattern in self.patterns])

    def _needed(self, entry: Entry) -> list[frozenset[str]]:
        """Sets of words, of each of which a text must have one to be searched for a family."""
        keys = (key for key in ("needs", "also") if entry.words(key))
        return [frozenset(w for name in entry.words(key) for w in self.words[name]) for key in keys]

    def hits(self, text: str) -> list[Hit]:
        """The expressions of a text: the longest wins where two overlap, then the earlier family."""
        taken = bytearray(len(text))
        kept = []
        for hit in sorted(self._all(text), key=lambda h: (h.start - h.end, h.start)):
            if not any(taken[hit.start : hit.end]):
                taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
                kept.append(hit)
        return [self._led(h, text) for h in sorted(kept, key=lambda h: h.start) if h.type != NAME]

    def _led(self, hit: Hit, text: str) -> Hit:
        lead = self.leads.search(text[max(0, hit.start - REACH) : hit.start])
        return replace(hit, lead=lead.lastgroup) if lead else hit

    def _all(self, text: str) -> Iterator[Hit]:
        """Every match of every pattern of whose family's words the text has one: the rest need not be tried."""
        words = set(WORD.findall(text.lower()))
        if any(w.isdigit() for w in words):
            words |= {"0"} | ({FOUR} if any(len(w) == 4 and w.isdigit() for w in words) else set())
        for n in sorted(self.sieve.of(text)):
            entry, needed, pattern = self.patterns[n]
            if not any(some.isdisjoint(words) for some in needed):
                yield from self._matches(entry, pattern, text)

    def _matches(self, entry: Entry, pattern: re.Pattern[str], text: str) -> Iterator[Hit]:
        at = "at" if "at" in pattern.groupindex else 0
        for match in pattern.finditer(text):
            before = text[max(0, match.start(at) - REACH) : match.start(at)]
            both = " and " in match.group(at).lower()  # "moved to June 18 and 19"
            if entry.id in RANGES and not both and self.shifted.search(before):
                continue
            yield Hit(entry.id, str(entry.data.get("type", "date")), match, match.start(at), match.end(at))

    def _leads(self) -> re.Pattern[str]:
        """A pattern for the words right before an expression that open, hedge or shift it; the group tells which."""
        links = r"(?:\s+{links})*\s+"
        kinds = (
            r"(?P<since>{open_start})\s+",
            r"(?P<until>{open_end})\s+",
            r"(?P<as_of>{as_of})\s+",
            rf"(?P<doubtful>{{doubtful}}){links}",
            rf"(?P<about>{{about}}){links}",
            r"(?P<about_count>{about_count})\s+",
            rf"(?P<planned>{{planned}}){links}",
        )
        return re.compile(self._filled(rf"(?<![\w-])(?:{'|'.join(kinds)})(?:the\s+)?$"), re.IGNORECASE)

    def _filled(self, pattern: str) -> str:
        """A pattern with words and shapes in the places that name them."""
        while PLACE.search(pattern):
            pattern = PLACE.sub(self._place, pattern)
        return pattern

    def _place(self, place: re.Match[str]) -> str:
        group, name = place.groups()
        shape = self.words["shapes"].get(name)
        return f"(?P<{group}>{shape or any_of(self.words[name])})" if group else shape or any_of(self.words[name])


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest tried first."""
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True)) + ")"
