"""Reads a person's name as a raw list of officials has it: casing, titles, order, surname.

In: a raw name and the country of the post. Out: a `Name`, or None when the text is not a clean name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

WORD = re.compile(r"[^\W\d_][\w.'’ʻ‘`-]*$")
ROMAN = re.compile(r"[ivx]{2,}$", re.I)
BRACKETED = re.compile(r"\([^)]*\)|\[[^\]]*\]")
QUOTED = re.compile(r"[\"“”]([^\"“”]*)[\"“”]")


@dataclass(frozen=True, slots=True)
class Name:
    """A clean name: full form, other spellings, and the surname by which news shortens it."""

    person: str
    aliases: tuple[str, ...]
    surname: str


def plain(word: str) -> str:
    """A word without accents and case, for comparison only."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


def sentence_case(word: str, particles: frozenset[str]) -> str:
    """A word written in capitals, in the usual casing; parts around - and ' are capitalized alike."""
    if word.lower() in particles:
        return word.lower()
    return "".join(p[:1].upper() + p[1:].lower() for p in re.split(r"([-'’])", word))


class Namer:
    """Reads names by the word lists of the rules and by the given names known."""

    def __init__(self, rules: Mapping[str, Any], given: Collection[str] = ()) -> None:
        self.given = frozenset(plain(name) for name in given)
        self.honorifics = frozenset(rules["honorifics"])
        self.misparsed = frozenset(rules["not_in_names"])
        self.particles = frozenset(rules["particles"])
        self.suffixes = frozenset(rules["suffixes"])
        self.family_first = frozenset(rules["family_first"])
        self.two_surnames = frozenset(rules["two_surnames"])
        self.no_surnames = frozenset(rules["no_surnames"])
        self.given_name_used = frozenset(rules["given_name_used"])
        self.mononyms = frozenset(rules["mononyms"])

    def read(self, raw: str, country: str) -> Name | None:
        """The name in `raw`, or None where anything in it is not understood."""
        text = " ".join(QUOTED.sub(" ", BRACKETED.sub(" ", raw)).replace("’", "'").split())
        words = text.split(" ")
        while words and words[0].lower() in self.honorifics:
            words = words[1:]
        if not words or any(not WORD.match(w) or w.lower() in self.misparsed for w in words):
            return None
        if len(words) == 1 and words[0] not in self.mononyms:
            return None
        capitals = [i for i, w in enumerate(words) if self._shouted(w)]
        cased = [self._cased(w, i) for i, w in enumerate(words)]
        if cased[0][:1].islower():
            cased[0] = cased[0][:1].upper() + cased[0][1:]
        surname = self._surname(cased, capitals, country)
        return Name(" ".join(cased), self._without_second(cased, surname, country), surname)

    def _without_second(self, words: list[str], surname: str, country: str) -> tuple[str, ...]:
        """The name as news writes it where two family names stand in it: "Carlos Alvarado"."""
        last = words.index(surname) if country in self.two_surnames and surname in words else 0
        if not 0 < last < len(words) - 1:
            return ()
        return tuple(dict.fromkeys((" ".join(words[: last + 1]), f"{words[0]} {surname}")))

    def _shouted(self, word: str) -> bool:
        letters = word.split("-")[-1]
        return len(letters) > 1 and letters.isupper() and "." not in letters

    def _cased(self, word: str, place: int) -> str:
        if ROMAN.match(word) and place:
            return word.upper()
        if self._shouted(word):
            return sentence_case(word, self.particles)
        return word

    def _surname(self, words: list[str], capitals: list[int], country: str) -> str:
        """The family name: what the source wrote in capitals, else the first or the last word."""
        named = [i for i in capitals if words[i].lower() not in self.particles and not ROMAN.match(words[i])]
        if country in self.no_surnames:
            return " ".join(words)
        if country in self.given_name_used:
            return words[0]
        if named and capitals != list(range(len(words))):
            start = capitals[0]
            while start > 1 and words[start - 1].lower() in self.particles and country not in self.family_first:
                start -= 1
            return " ".join(words[start : capitals[-1] + 1])
        if country in self.family_first and all("-" not in w for w in words[:1]):
            return words[0]
        kept = [w for w in words if w.lower() not in self.suffixes]
        regnal = (len(words) == 2 and ROMAN.match(words[1])) or any(ROMAN.match(w) for w in words[1:-1])
        if regnal:
            return " ".join(words)  # monarchs are called by their full regnal name
        start = len(kept) - 1
        if country in self.two_surnames and (len(kept) > 3 or self._two_of_three(kept)):
            married = 2 if kept[-2].lower() in self.particles else 1
            start, kept = start - married, kept[:-married]
        while start > 1 and kept[start - 1].lower() in self.particles:
            start -= 1
        return " ".join(kept[start:])

    def _two_of_three(self, words: list[str]) -> bool:
        """Whether the last two of three words are family names: neither a given name nor a particle between."""
        return len(words) == 3 and words[1].lower() not in self.particles and plain(words[1]) not in self.given

    def short_forms(self, person: str) -> tuple[str, ...]:
        """Shorter ways to write a long name: without middle names, with middle initials, without suffix."""
        words = [w for w in person.split(" ") if w.lower() not in self.suffixes]
        if len(words) < 3 or "." in words[0][:-1]:
            return (" ".join(words),) if len(words) > 1 else ()
        first = words[0] if len(words[0].rstrip(".")) > 1 else words[1]
        forms = [f"{first} {words[-1]}", " ".join(words)]
        if first == words[0] and not words[1].islower():
            forms.append(f"{first} {words[1][0]}. {words[-1]}")
        return tuple(forms)
