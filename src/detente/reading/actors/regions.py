"""Which states a plural of officials is of that names a group of them: "Nordic and Baltic foreign ministers", "the
leaders of the five Central Asian states".

In: the plural noun. Out: the members of the groups that stand before it, or before the states that it is of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax

if TYPE_CHECKING:
    from detente.reading.words import Token

Groups = Mapping[tuple[str, ...], tuple[Country, ...]]
SOME = frozenset({"some", "several", "other", "many", "two", "few"})


def members(noun: Token, groups: Groups, states: frozenset[str]) -> list[Country]:
    """The states of the groups, each once; `states` are nouns that a group may be told with ("Gulf states")."""
    if noun.tag_ not in ("NNS", "NNPS") or any(c.lower_ in SOME for c in noun.children):
        return []
    found = dict.fromkeys(c for group in _named(noun, groups) for c in group)
    for whole in syntax.prepositional(noun, "of", "from"):
        if whole.lemma_.lower() in states and not any(c.lower_ in SOME for c in whole.children):
            found |= dict.fromkeys(c for group in _named(whole, groups) for c in group)
        if (whole.lower_,) in groups:  # "the leaders of Benelux"
            found |= dict.fromkeys(groups[(whole.lower_,)])
    return list(found)


def named_before(noun: Token, groups: Groups) -> list[Country]:
    """The states of the groups by which a gathering is called: "the Nordic summit"."""
    return list(dict.fromkeys(c for group in _named(noun, groups) for c in group))


def _named(noun: Token, groups: Groups) -> Iterator[tuple[Country, ...]]:
    """The groups named in the words before a noun, the longest name first."""
    words = [t.lower_ for t in noun.doc[noun.left_edge.i : noun.i]]
    at = 0
    while at < len(words):
        length = next((n for n in (2, 1) if tuple(words[at : at + n]) in groups and len(words[at : at + n]) == n), 0)
        if length:
            yield groups[tuple(words[at : at + length])]
        at += max(length, 1)
