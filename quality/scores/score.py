"""What every set's scoring gives: figures, the errors by kind, and how sure the engine was of what was right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quality.bootstrap import Figure


@dataclass(frozen=True, slots=True)
class Error:
    """One thing read wrongly: `kind` says how, `where` in which text, `what` shows it."""

    kind: str
    where: str
    what: str


@dataclass(slots=True)
class Score:
    figures: list[Figure] = field(default_factory=list)
    errors: list[Error] = field(default_factory=list)
    sure: list[tuple[str, float, bool]] = field(default_factory=list)  # (item's kind, confidence, right)

    def unmatched(
        self, kind: str, where: str, matched: Sequence[tuple[int, int]], wanted: Sequence[str], found: Sequence[str]
    ) -> None:
        """Notes as errors what was wanted and not found, and what was found and not wanted, as told in words."""
        hit, taken = {i for i, _ in matched}, {j for _, j in matched}
        self.errors += [Error(f"{kind} missed", where, w) for i, w in enumerate(wanted) if i not in hit]
        self.errors += [Error(f"{kind} false", where, f) for j, f in enumerate(found) if j not in taken]

    def add(self, other: Score) -> None:
        self.figures += other.figures
        self.errors += other.errors
        self.sure += other.sure
