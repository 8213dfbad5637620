"""Figures with intervals: a statistic over units, and its 95 % interval by resampling the units.

Efron, B. & Tibshirani, R. (1993), An Introduction to the Bootstrap, percentile method. The seed is fixed, so that
the same readings print the same figures.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SEED, ROUNDS = 20, 400
Counts = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure: `value` with its interval `low`–`high`, over `n` units; higher is better unless `lower`."""

    set: str
    measure: str
    value: float
    low: float
    high: float
    n: int
    lower: bool = False

    @property
    def name(self) -> str:
        return f"{self.set}/{self.measure}"


def figure(
    name: str,
    measure: str,
    units: Sequence[Sequence[float]],
    statistic: Callable[[Counts], float],
    *,
    lower: bool = False,
) -> Figure:
    """The statistic of rows of counts (one row a unit) with its interval. NaN for no units."""
    rows = np.asarray(units, dtype=float)
    if not len(rows):
        return Figure(name, measure, float("nan"), float("nan"), float("nan"), 0, lower)
    random = np.random.default_rng(SEED)
    drawn = [statistic(rows[random.integers(0, len(rows), len(rows))]) for _ in range(ROUNDS)]
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    return Figure(name, measure, statistic(rows), float(low), float(high), len(rows), lower)


def f1(rows: Counts) -> float:
    """F1 of rows of (right, found, wanted)."""
    right, found, wanted = rows[:, :3].sum(axis=0)
    return float(2 * right / (found + wanted)) if found + wanted else 1.0


def ratio(rows: Counts) -> float:
    """Share of rows of (right, of)."""
    right, of = rows[:, :2].sum(axis=0)
    return float(right / of) if of else float("nan")


def macro_f1(rows: Counts) -> float:
    """Mean F1 over classes of rows of (wanted class, found class); class 0 is none and not averaged."""
    wanted, found = rows[:, 0], rows[:, 1]
    scores = []
    for label in sorted(set(wanted) - {0.0}):
        both = float(np.sum((wanted == label) & (found == label)))
        total = float(np.sum(wanted == label) + np.sum(found == label))
        scores.append(2 * both / total)
    return float(np.mean(scores)) if scores else float("nan")
