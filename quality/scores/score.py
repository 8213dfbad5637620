"""What every set's scoring gives: figures, the errors by kind, and how sure the engine was of what was right."""

from __future__ import annotations

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

    def add(self, other: Score) -> None:
        self.figures += other.figures
        self.errors += other.errors
        self.sure += other.sure
