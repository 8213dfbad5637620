"""What a list is asked for: sides, words, days, standing, and the day of knowledge."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filter:
    """`between` are two sides, `by` one of them acting; days are ISO, `as_of` the day of knowledge."""

    between: tuple[str, str] | None = None
    by: str | None = None
    about: str | None = None
    since: str | None = None
    until: str | None = None
    status: str | None = None
    as_of: str | None = None
    limit: int | None = None

    @property
    def pair(self) -> tuple[str, str] | None:
        """The two sides in the order of the alphabet."""
        return (min(self.between), max(self.between)) if self.between else None
