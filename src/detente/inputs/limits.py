"""What an input may be, and what becomes of one that may not: options, limits and refusals."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from detente.errors import InputError
from detente.model import Edtf

Kind = Literal["auto", "text", "html", "jsonl"]
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one input: sizes in bytes, times in seconds. `allow_private` lets fetching reach private hosts."""

    max_bytes: int = 20 * MIB
    max_ratio: int = 200
    timeout: float = 20.0
    redirects: int = 5
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class InputOptions:
    """How inputs are read: what they are, the publication date that overrides theirs, and the limits."""

    kind: Kind = "auto"
    published: Edtf | None = None
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that gives no document: which, its issue code, and one line that says why and the way out."""

    input: str
    code: str
    message: str

    @classmethod
    def of(cls, place: str, error: InputError) -> Refusal:
        return cls(place, error.code, str(error))
