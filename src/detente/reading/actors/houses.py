"""Which state's body a bare one is that few states have by that name: "the Foreign Office", "Department of Foreign
Affairs".

In: the mentions of a document, the states of those whom they name, and the words that name a body. Out: the one state
of those the text tells of that has a body of that name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.actors.grid import Mention

if TYPE_CHECKING:
    from detente.reading.words import Token


class Houses:
    """Reads the names of bodies; `named` are the states that have one, by the name."""

    def __init__(
        self, named: Mapping[str, Set[Country]], mentions: Sequence[Mention], known: Iterable[Country | None] = ()
    ) -> None:
        self.named = named
        self.told = {c for m in mentions if (c := m.country or (m.body and m.body.country))} | {c for c in known if c}

    def of(self, noun: Token) -> Country | None:
        """The state whose body stands in a noun phrase: "Foreign Office" of "a Foreign Office spokesman"."""
        words = _phrase(noun)
        states = {c for name, having in self.named.items() if name in words for c in having}
        told = states & self.told
        return next(iter(told)) if len(told) == 1 else None

    def unowned(self, noun: Token, nameless: Set[str]) -> bool:
        """Whether a noun is of a house of which many states have one: "a State House official"."""
        words = _phrase(noun)
        return any(name in words for name in nameless)


def _phrase(noun: Token) -> str:
    """A noun's phrase without the clauses about it."""
    clause = next((c.left_edge.i for c in noun.rights if c.dep_ in ("relcl", "acl")), noun.right_edge.i + 1)
    return str(noun.doc[noun.left_edge.i : clause].text)
