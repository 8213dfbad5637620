"""Confidences that mean what they say: an item's raw estimate to the share of such items that are right on the gold.

In: the codebook's table of knots, made by `tools/calibrate.py`. Out: a function of an item's kind and raw estimate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

Knots = Sequence[tuple[float, float]]

# what a rule of the judge ends in where the text was of few sentences
IN_A_BRIEF = " in a brief"


class Calibration:
    """Linear between knots (raw, share right), flat outside them; a kind without knots keeps its estimate."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.knots: dict[str, Knots] = {k: [(float(a), float(b)) for a, b in v] for k, v in table.items()}

    def of(self, kind: str, raw: float) -> float:
        """The calibrated confidence, to three digits."""
        knots = self.knots.get(kind)
        if not knots:
            return round(raw, 3)
        if raw <= knots[0][0]:
            return round(knots[0][1], 3)
        for (a, left), (b, right) in pairwise(knots):
            if raw <= b:
                return round(left + (right - left) * (raw - a) / (b - a), 3)
        return round(knots[-1][1], 3)


def kind_of_event(rule: str) -> str:
    """Events are calibrated by what made them: an engagement, a frame, the judge, or the last two together; the judge
    apart in briefs, where more of what it sees is right."""
    if rule.startswith("events/engagements"):
        return "event of an engagement"
    if rule.startswith("model/"):
        return "event judged" + IN_A_BRIEF * rule.endswith(IN_A_BRIEF)
    return "event framed and judged" if "model/" in rule else "event framed"
