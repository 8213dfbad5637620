"""A record's fields in words, for briefs and boards: nothing added, nothing left out."""

from __future__ import annotations

from collections.abc import Iterable

from detente.outputs.dates import in_words as dated
from detente.record.nouns import EngagementRecord


def spoken(code: str) -> str:
    """A code of the contract as words."""
    return code.replace("_", " ")


def in_words(edtf: str | None) -> str:
    """A date with its preposition: "on Wed 14 Jun 2023", "in Feb 2023", "on a day that is not said"."""
    if not edtf:
        return "on a day that is not said"
    words = dated(edtf)
    return words if words.startswith(("about", "since", "until")) else f"{'on' if len(edtf) >= 10 else 'in'} {words}"


def listed(words: Iterable[str]) -> str:
    """ "A, B and C"."""
    found = list(words)
    return " and ".join(w for w in (", ".join(found[:-1]), *found[-1:]) if w)


def who(record: EngagementRecord) -> str:
    """The participants by name and side; the sides where nobody is named."""
    people = [f"{p.name} ({p.country})" if p.country else str(p.name) for p in record.participants if p.name]
    unnamed = [c for c in record.countries if c not in {p.country for p in record.participants if p.name}]
    return listed([*people, *unnamed])
