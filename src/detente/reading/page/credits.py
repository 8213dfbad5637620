"""Which agency a line credits: a known one by its letters or its whole name, or one that the page itself names as such.

In: the table of outlets, and a page's text. Out: `Credits`, and of a page with an agency of its own those with it. What
stands where an agency stands in the line that opens a report ("LIMA, March 3 (ANX) -") is one, whether known or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.reading.page.shapes import plain

LETTERS = 5  # of an agency whose name is its initials
INITIALS = re.compile(r"[A-Z][A-Z.&-]{1,8}[A-Z]")
IN_MARKS = re.compile(r"[\[(/–—-]{1,2}\s*")


@dataclass(frozen=True, slots=True)
class Credits:
    """Agencies by the plain words that credit them. `naming` are words of agencies' names, `never` what is none."""

    known: Mapping[str, str]
    naming: frozenset[str]
    never: frozenset[str]

    @classmethod
    def of_table(cls, rows: Sequence[Mapping[str, str]], words: Mapping[str, Sequence[str]]) -> Credits:
        """The credits of a table of outlets."""
        listed = {c.strip() for r in rows for c in r["agency_credits"].split("|") if c.strip()}
        known = {plain(c): c for c in sorted(listed | set(_agencies(rows)))}
        return cls(known, frozenset(words["agency_words"]), frozenset(words["no_agencies"]))

    def with_own(self, names: Iterable[str]) -> Credits:
        """These, and the agencies that a page names as its own where a report opens."""
        own = {plain(n): n for n in names if plain(n) not in self.known}
        return Credits({**self.known, **own}, self.naming, self.never) if own else self

    def of(self, name: str) -> str | None:
        """The agency that is credited by this name."""
        return self.known.get(plain(name))

    def strange(self, name: str) -> str | None:
        """A name that is an agency's by its form: capitals, or a word that agencies bear in their names."""
        words = plain(name).split()
        if not words or plain(name) in self.never or not name[0].isupper():
            return None
        return name if INITIALS.fullmatch(name) or (len(words) > 1 and words[-1] in self.naming) else None

    def signed(self, line: str, name: str) -> str | None:
        """An agency that nobody has listed, where its letters sign a line of their own: "(ANX)", "– ANX"."""
        return self.strange(name) if IN_MARKS.match(line) and INITIALS.fullmatch(name) else None

    def within(self, text: str) -> str | None:
        """The first agency that a text names; of "CNA/Bernama" both."""
        parts = [w for w in re.split(r"[\s/:]+", text) if not self._only_a_name(w)] if "/" in text else []
        listed = [a for w in parts if (a := self.of(w)) is not None]
        if len(listed) > 1:
            return "/".join(dict.fromkeys(listed))
        short = re.search(r"\w \(([A-Z]{2,8})\)", text)  # "Agence X (AX)": by the letters that it is credited with
        if short is not None and self.of(short[1]) is not None:
            return self.of(short[1])
        words = [w for w in re.findall(r"[\w.]+", text) if not self._only_a_name(w)]
        runs = [" ".join(words[i : i + k]) for k in (4, 3, 2, 1) for i in range(len(words) - k + 1)]
        return next((a for r in runs if (a := self.of(r)) is not None), None)

    def _only_a_name(self, word: str) -> bool:
        """Whether a word that is an agency's letters elsewhere is not written so: "Lena" is nobody's credit."""
        credit = self.of(word) or ""
        return credit.isupper() and len(word) <= LETTERS and not word.isupper()


MOST_LETTERS = 12


def abbreviated(letters: str) -> str:
    """A pattern of the words that letters abbreviate: "Lake Water Board" for LWB, small words in between left out."""
    if len(letters) > MOST_LETTERS:
        return "(?!)"
    small = r"\w*\s(?:(?:of|the|for|on|and|de|da)\s)*"
    return rf"(?i:\b{small.join(letters)}\w*)" if letters.isalpha() and len(letters) > 1 else "(?!)"


def _agencies(rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """Whole names of news agencies, as credits write them out: of two words at least."""
    for row in rows:
        names = [row["name"], *row["aliases"].split("|")] if row["kind"] == "agency" else []
        yield from (n for n in map(str.strip, names) if " " in n)
