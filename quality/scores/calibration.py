"""Whether confidences mean what they say: the expected calibration error over ten bins.

Guo, C. et al. (2017), On Calibration of Modern Neural Networks: the mean gap between confidence and share right,
bins weighted by their size.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from quality.bootstrap import Counts, Figure, figure

BINS = 10


def figures(sure: Sequence[tuple[str, float, bool]]) -> list[Figure]:
    """One figure a kind of item."""
    kinds = sorted({k.split()[0] for k, _, _ in sure})
    points = {kind: [(c, float(ok)) for k, c, ok in sure if k.split()[0] == kind] for kind in kinds}
    return [figure("calibration", f"{kind} ECE", points[kind], _ece, lower=True) for kind in kinds]


def table(sure: Sequence[tuple[str, float, bool]], kind: str) -> list[tuple[float, float, int]]:
    """Rows (mean confidence, share right, items) of the bins that hold items."""
    rows = np.asarray([(c, float(ok)) for k, c, ok in sure if k == kind])
    bins = np.minimum((rows[:, 0] * BINS).astype(int), BINS - 1)
    return [(float(b[:, 0].mean()), float(b[:, 1].mean()), len(b)) for n in range(BINS) if len(b := rows[bins == n])]


def _ece(rows: Counts) -> float:
    bins = np.minimum((rows[:, 0] * BINS).astype(int), BINS - 1)
    gaps = [len(b) * abs(b[:, 0].mean() - b[:, 1].mean()) for n in range(BINS) if len(b := rows[bins == n])]
    return float(sum(gaps) / len(rows))
