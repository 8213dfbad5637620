"""The words around a declaration that a line of communication is open, suspended or closed, as patterns.

In: the words of the codebook (channels/words). Out: `Phrases`, compiled once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any


class Phrases:
    """What stands around a declaring verb; codebook/channels/words tells what each list is for."""

    def __init__(self, words: Mapping[str, Iterable[Any]]) -> None:
        self._of_declarations(words)
        self._of_clauses(words)
        self._of_doers(words)

    def _of_declarations(self, words: Mapping[str, Iterable[Any]]) -> None:
        """What makes words a declaration, and what keeps them from being one."""
        self.blocks, self.joint, self.announces, self.passive, self.pronounces = (
            any_of(words[k]) for k in ("blocks", "joint", "announces", "passive", "pronounces")
        )
        self.ties, self.tables = any_of(words["ties"]), any_of(words["at_table"])
        self.conditions, self.provided = any_of(words["conditions"]), any_of(words["provided"])
        verbs, lines, itself, after, nominal = (
            any_of(words[k]).pattern for k in ("goes_on", "lines", "by_itself", "after_itself", "nominal")
        )
        between = r"(?:\s+[\w'’-]+){0,5}?\s+"
        self.goes_on = re.compile(f"{verbs}{between}{lines}|{lines}{between}{verbs}", re.IGNORECASE)
        self.by_itself = re.compile(rf"{itself}(?=\s+{after}|\s*(?:[.,;]|$))", re.IGNORECASE)
        self.nominal = re.compile(rf"{nominal}\s+$", re.IGNORECASE)

    def _of_clauses(self, words: Mapping[str, Iterable[Any]]) -> None:
        """What opens, ends and links the clauses in which one may stand."""
        self.relative, self.tells = any_of(words["relative"]), any_of(words["telling"])
        telling, adverbial, objects, apart, recalled, decided = (
            any_of(words[k]).pattern for k in ("telling", "adverbial", "objects", "apart", "recalled", "decisions")
        )
        self.said = re.compile(rf"{telling}(?: \S+)?(?: \w+day)?,?\s*$", re.IGNORECASE)
        self.adverbial = re.compile(rf"\s*(?:[,.;]|$|{adverbial})", re.IGNORECASE)
        self.adjectives = frozenset(map(str, words["adjectives"]))
        self.objects = re.compile(rf"\s*(?:{objects}|[\w.'’-]+['’]s?\b)", re.IGNORECASE)
        others = r"|\bas (?!from\b|of\b)|\bby \w+ing\b|,\s+(?:and\s+)?\w+ing\b|\bto (?!the\b)[a-z]\w*"
        self.apart = re.compile(apart + others, re.IGNORECASE)
        self.for_now = any_of(words["for_now"])
        self.recalled = re.compile(rf"{recalled}\s+(?:\S+\s+){{1,5}}?had\s+$", re.IGNORECASE)
        # "the decision of Niger to suspend", "Niger's decision to suspend": whose the act is that somebody speaks of
        self.whose_act = re.compile(
            rf"(?:{decided} (?:of|by) (?P<of>(?:\S+ ){{1,5}}?)|(?P<own>(?:\S+ ){{1,3}}){decided} )to\s*$", re.IGNORECASE
        )

    def _of_doers(self, words: Mapping[str, Iterable[Any]]) -> None:
        """By what is known who does it."""
        preposed, being, done, adverbs, by = (
            any_of(words[k]).pattern for k in ("preposed", "being", "being_done", "adverbs", "done_by")
        )
        # where the clause of a verb may open
        self.opens_clause = re.compile(rf"[;:—“”\"]|,\s|{_exactly(words['clause_openers'])}\s")
        # right before a state: it is told of with whom, whereto or where, and does nothing
        self.preposed = re.compile(rf"{preposed}\s+(?:the\s+)?$", re.IGNORECASE)
        self.is_done = re.compile(rf"{done}(?: (?:{adverbs}|\w+ly))?\s*$", re.IGNORECASE)
        # "was recalled", where the passive is part of the phrase
        self.done_within = re.compile(rf"{being}\s+\w+", re.IGNORECASE)
        self.done_by = re.compile(rf"{by}\s+(?=(?:the\s+)?(?-i:[A-Z]))", re.IGNORECASE)
        self.helping = frozenset(map(str, words["helping"]))


def any_of(words: Iterable[Any]) -> re.Pattern[str]:
    """Any of several words or phrases, whole, the longest first."""
    return re.compile(_exactly(words), re.IGNORECASE)


def _exactly(words: Iterable[Any]) -> str:
    inside = "|".join(re.escape(str(w)) for w in sorted(map(str, words), key=lambda w: (-len(w), w)))
    return rf"(?<!\w)(?:{inside})(?!\w)"
