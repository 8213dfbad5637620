"""Fits the confidences to the gold: writes `codebook/confidence.yaml`, knots of raw estimate and share right by kind.

Isotonic regression by pooling adjacent violators (Ayer et al. 1955; Zadrozny and Elkan 2002), each pool of at least
LEAST items a knot. Fitted on the documents of `tuning`, the public readouts and our labels on public news; what is held
back and what the events' model was trained on is not looked at.

    python tools/calibrate.py
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import yaml
from quality.__main__ import uncalibrated

OUT = Path(__file__).parents[1] / "codebook" / "confidence.yaml"
LEAST = 20
NOTE = "# Raw estimates to the share right on the gold (see docs/quality.md), written by tools/calibrate.py.\n"


def main() -> None:
    OUT.write_text(NOTE + "{}\n", encoding="utf-8")
    by_kind: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for kind, raw, right in uncalibrated():
        by_kind[kind].append((raw, right))
    table = {kind: [[round(a, 3), round(b, 3)] for a, b in knots(points)] for kind, points in sorted(by_kind.items())}
    OUT.write_text(NOTE + yaml.safe_dump(table, default_flow_style=None), encoding="utf-8")
    print("\n".join(f"{k}: {len(by_kind[k])} items, {v}" for k, v in table.items()))


def knots(points: Sequence[tuple[float, bool]]) -> list[tuple[float, float]]:
    """(mean raw, share right) of pools that rise; equal estimates stay in one pool."""
    groups: dict[float, list[bool]] = defaultdict(list)
    for raw, right in points:
        groups[raw].append(right)
    pools: list[list[float]] = []  # [sum of raw, right, items]
    for raw in sorted(groups):
        pools.append([raw * len(groups[raw]), float(sum(groups[raw])), float(len(groups[raw]))])
        while len(pools) > 1 and (_share(pools[-2]) >= _share(pools[-1]) or pools[-2][2] < LEAST):
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last)]
    if len(pools) > 1 and pools[-1][2] < LEAST:
        last = pools.pop()
        pools[-1] = [a + b for a, b in zip(pools[-1], last)]
    return [(raw / n, right / n) for raw, right, n in pools]


def _share(pool: Sequence[float]) -> float:
    return pool[1] / pool[2]


if __name__ == "__main__":
    main()
