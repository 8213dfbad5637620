"""The pipeline's attribute ruler, faster and with the same results.

In: spaCy's `AttributeRuler` (rules that give a token's part of speech, morphology or lemma by its tag, word and
relation). Out: a component that takes its place. The ruler runs every rule at every token, which is an eighth of the
parser's time; what most rules give depends on one token's tag, word and relation alone, so it is reckoned once for
each such triple. `faster` returns None for rules of another kind: the ruler then stays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

KEYS = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
Kind = tuple[int, int, int, int]
Condition = Mapping[str, Any]


class FastRules:
    """Applies single-token rules from a table; a text in which a rule of several tokens fits goes to the ruler."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self.ruler, self.strings = ruler, ruler.vocab.strings
        singles: list[tuple[int, Condition]] = []
        several: list[Sequence[Condition]] = []
        for number, rule in enumerate(_rules(ruler)):
            for pattern in rule["patterns"]:
                if len(pattern) == 1:
                    singles.append((number, pattern[0]))
                else:
                    several.append(pattern)
        self.several = several
        self.of_tag: dict[str, list[tuple[int, Condition]]] = defaultdict(list)
        self.of_any: list[tuple[int, Condition]] = []
        for single in singles:
            tag = single[1].get("TAG")
            (self.of_tag[tag] if isinstance(tag, str) else self.of_any).append(single)
        conditions = [c for _, c in singles] + [c for p in several for c in p]
        words = [c["LOWER"] for c in conditions if "LOWER" in c]
        self.spelt = {w for value in words for w in _spelt(value)}
        self.shaped = [value for value in words if not _spelt(value)]
        self.known: dict[int, int] = {}
        self.table: dict[Kind, dict[int, Any]] = {}
        self.opens: dict[Kind, list[Sequence[Condition]]] = {}

    def __call__(self, doc: Doc) -> Doc:
        from spacy.attrs import DEP, IS_SPACE, LOWER, TAG
        from spacy.tokens._retokenize import set_token_attrs

        rows = [
            (tag, self._word(lower), dep, space)
            for tag, lower, dep, space in doc.to_array([TAG, LOWER, DEP, IS_SPACE]).tolist()
        ]
        for row in set(rows) - self.table.keys():
            self._learn(row)
        found = [self.table[row] for row in rows]
        if self._has_several(rows):
            return self.ruler(doc)
        for n, attributes in enumerate(found):
            if attributes:
                set_token_attrs(doc[n], attributes)
        return doc

    def _word(self, lower: int) -> int:
        """The word where a rule speaks of it; else 0, so that the table stays small."""
        if lower not in self.known:
            text = self.strings[lower]
            told = text in self.spelt or any(_holds(value, text) for value in self.shaped)
            self.known[lower] = lower if told else 0
        return self.known[lower]

    def _learn(self, row: Kind) -> None:
        """What the rules give to tokens of a kind, later rules over earlier ones."""
        values = self._values(row)
        attributes: dict[int, Any] = {}
        for number, condition in sorted(self.of_tag.get(values["TAG"], []) + self.of_any, key=itemgetter(0)):
            if _fits(condition, values):
                attributes |= self.ruler.attrs[number]
        self.table[row] = attributes
        self.opens[row] = [p for p in self.several if _fits(p[0], values)]

    def _has_several(self, rows: Sequence[Kind]) -> bool:
        for n, row in enumerate(rows):
            for pattern in self.opens[row]:
                following = rows[n : n + len(pattern)]
                if len(following) == len(pattern) and all(
                    _fits(c, self._values(r)) for c, r in zip(pattern, following, strict=True)
                ):
                    return True
        return False

    def _values(self, row: Kind) -> dict[str, Any]:
        tag, lower, dep, space = row
        return {
            "TAG": self.strings[tag], "LOWER": self.strings[lower], "DEP": self.strings[dep], "IS_SPACE": bool(space)
        }  # fmt: skip


def faster(ruler: AttributeRuler) -> FastRules | None:
    """The ruler's fast twin; None when it has rules that look at more than a token's tag, word and relation."""
    conditions = [c for rule in _rules(ruler) for pattern in rule["patterns"] for c in pattern]
    return FastRules(ruler) if all(_simple(c) for c in conditions) else None


def _rules(ruler: AttributeRuler) -> Sequence[Mapping[str, Any]]:
    """Each rule: its patterns (of conditions, a token each), the attributes that it gives, and to which token."""
    return cast("Sequence[Mapping[str, Any]]", ruler.patterns)


def _simple(condition: Condition) -> bool:
    return bool(condition) and condition.keys() <= KEYS and all(_readable(v) for v in condition.values())


def _readable(value: Any) -> bool:
    return isinstance(value, (str, bool)) or (isinstance(value, dict) and {"IN", "NOT_IN", "REGEX"} >= value.keys())


def _fits(condition: Condition, values: Mapping[str, Any]) -> bool:
    return all(_holds(wanted, values[key]) for key, wanted in condition.items())


def _spelt(wanted: Any) -> Sequence[str]:
    """The words that a condition lists, where it asks for nothing else."""
    if isinstance(wanted, dict):
        return cast("Sequence[str]", wanted["IN"]) if wanted.keys() == {"IN"} else ()
    return (wanted,)


def _holds(wanted: Any, value: Any) -> bool:
    if not isinstance(wanted, dict):
        return bool(wanted == value)
    return (
        ("IN" not in wanted or value in wanted["IN"])
        and ("NOT_IN" not in wanted or value not in wanted["NOT_IN"])
        and ("REGEX" not in wanted or re.search(wanted["REGEX"], value) is not None)
    )
