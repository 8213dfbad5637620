"""The index: a mean whose parts add up to it, copies counted once."""

from __future__ import annotations

import pytest

from detente.record.temperature import Scored, temperature


def event(name: str, score: float, day: str = "2024-05-03", family: str = "f", code: str = "CONSULT") -> Scored:
    return Scored(name, "NOR", "KEN", day, code, family, score)  # type: ignore[arg-type]


def test_contributions_add_up_to_the_value() -> None:
    (point,) = temperature([event("a", 4.0), event("b", -8.0, code="SANCTION"), event("c", 1.0, family="g")])
    assert point.value == pytest.approx(-1.0)
    assert sum(c.weight for c in point.contributions) == pytest.approx(point.value)


def test_copies_count_once_and_months_and_directions_are_apart() -> None:
    points = temperature([event("a", 4.0), event("b", 4.0), event("c", -2.0, day="2024-06-01")])
    assert [(p.month, len(p.contributions)) for p in points] == [("2024-05", 1), ("2024-06", 1)]
