"""What an input may be, and what becomes of one that may not: options, limits and refusals."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from detente.errors import InputError
from detente.model import Edtf

Kind = Literal["auto", "text", "html", "jsonl"]
MIB = 1024 * 1024
PASSED_OVER = "DET-118"  # a file of a folder of a kind that is not read: named, and no loss


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one input: sizes in bytes, times in seconds; whether fetching may reach private hosts.

    `max_bytes` bounds one document (a file, a page, a line of JSON Lines); `max_ratio` how many times its
    size a packed file may unpack to, once it is past `max_bytes`; `max_depth` the nesting of a JSON line.
    """

    max_bytes: int = 20 * MIB
    max_ratio: int = 200
    max_depth: int = 100
    timeout: float = 20.0
    redirects: int = 5
    allow_private: bool = False


@dataclass(slots=True)
class Meter:
    """How many bytes of files were taken so far, packed ones as they are packed."""

    taken: int = 0


@dataclass(frozen=True, slots=True)
class InputOptions:
    """How inputs are read: what they are, the publication date that overrides theirs, the limits, and a meter.

    `today` is the day of the run, after which no text can have been published; None where nobody asks.
    """

    kind: Kind = "auto"
    published: Edtf | None = None
    limits: Limits = field(default_factory=Limits)
    meter: Meter = field(default_factory=Meter)
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that gives no document: which, its issue code, and one line that says why and the way out."""

    input: str
    code: str
    message: str

    @classmethod
    def of(cls, place: str, error: InputError) -> Refusal:
        return cls(place, error.code, str(error))

    @property
    def lost(self) -> bool:
        """Whether it should have given a document."""
        return self.code != PASSED_OVER


def printable(path: str | os.PathLike[str]) -> str:
    """A path as one line of valid Unicode: other bytes, line ends and controls are shown by their escapes."""
    text = os.fsdecode(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def too_large(place: str, limits: Limits) -> InputError:
    """The refusal (DET-104) of what is beyond `limits.max_bytes`."""
    message = f"{place}: larger than {limits.max_bytes} bytes; raise --max-bytes to read it"
    return InputError("DET-104", message)
