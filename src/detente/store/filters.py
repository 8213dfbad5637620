"""What a list is asked for: sides, words, days, standing, the day of knowledge, and how many of the newest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from detente.reading.times import calendar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Filter:
    """`between` are two sides, `by` one of them acting; days are ISO, `as_of` the day of knowledge.

    `limit` asks for so many of the newest (None: all), leaving out the `offset` newest of all.
    """

    between: tuple[str, str] | None = None
    by: str | None = None
    about: str | None = None
    since: str | None = None
    until: str | None = None
    status: str | None = None
    as_of: str | None = None
    limit: int | None = None
    offset: int = 0

    @property
    def pair(self) -> tuple[str, str] | None:
        """The two sides in the order of the alphabet."""
        return (min(self.between), max(self.between)) if self.between else None

    @property
    def paged(self) -> bool:
        """Whether less than all is asked for."""
        return bool(self.limit or self.offset)


def about(words: Iterable[str], wanted: Filter) -> bool:
    """Whether one of the words has the word that is asked for in it."""
    return not wanted.about or any(wanted.about.casefold() in w.casefold() for w in words)


def in_days(edtf: str | None, wanted: Filter) -> bool:
    """Whether a date may lie in the days asked for; no date may lie anywhere."""
    days = calendar.bounds(edtf)
    if days is None:
        return True
    since, until = wanted.since or "", wanted.until or "9999"
    return days[1].isoformat() >= since and days[0].isoformat() <= until


def known_in_days(known_at: str, wanted: Filter) -> bool:
    """Whether something became known in the days asked for."""
    return (wanted.since or "") <= known_at <= (wanted.until or "9999")


def newest(values: Sequence[T], wanted: Filter, recency: Callable[[T], Any] | None = None) -> list[T]:
    """The page asked for of a list, in its order. Later in the list is newer, but where `recency` says otherwise."""
    places = sorted(range(len(values)), key=(lambda n: recency(values[n])) if recency else None)
    end = max(0, len(places) - wanted.offset)
    start = max(0, end - wanted.limit) if wanted.limit else 0
    return [values[n] for n in sorted(places[start:end])]
