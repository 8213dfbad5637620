"""Byte streams that can be looked into: counted, and unpacked with a guard against bombs."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import Any, Protocol

from detente.errors import InputError
from detente.inputs.limits import Limits, Meter

BUFFER = 65_536
GZIP = b"\x1f\x8b"


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes: ...


class Counted(io.RawIOBase):
    """A stream read in full pieces, so that its head shows the same on a slow pipe; `taken` counts bytes.

    It does not close what it reads from.
    """

    def __init__(self, source: Readable) -> None:
        self.source, self.taken = source, 0

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        view, filled = memoryview(into).cast("B"), 0
        while filled < len(view) and (piece := self.source.read(len(view) - filled)):
            view[filled : filled + len(piece)] = piece
            filled += len(piece)
        self.taken += filled
        return filled


class Metered:
    """A stream whose bytes are counted on a meter as they are read."""

    def __init__(self, source: Readable, meter: Meter) -> None:
        self.source, self.meter = source, meter

    def read(self, size: int, /) -> bytes:
        piece = self.source.read(size)
        self.meter.taken += len(piece)
        return piece


class Unpacked(Counted):
    """A packed stream, unpacked as it is read. InputError (DET-112) when it is damaged or a bomb."""

    def __init__(self, packed: Counted, place: str, limits: Limits) -> None:
        super().__init__(gzip.GzipFile(fileobj=_ahead(packed)))
        self.packed, self.place, self.limits = packed, place, limits

    def readinto(self, into: Any) -> int:
        try:
            filled = super().readinto(into)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            where = f"{self.place}: the packed file is damaged after {self.taken} unpacked bytes"
            raise InputError("DET-112", f"{where} ({error}); pack it again") from error
        if self.taken > max(self.limits.max_bytes, self.limits.max_ratio * self.packed.taken):
            why = f"unpacks to over {self.limits.max_ratio} times its size; unpack it and look at it first"
            raise InputError("DET-112", f"{self.place}: {why}")
        return filled


def opened(stream: Readable, place: str, limits: Limits) -> io.BufferedReader:
    """The stream's bytes, unpacked when they are packed with gzip, with `peek` to look ahead."""
    whole = _ahead(Counted(stream))
    if not whole.peek(2).startswith(GZIP):
        return whole
    return _ahead(Unpacked(Counted(whole), place, limits))


def _ahead(stream: io.RawIOBase) -> io.BufferedReader:
    return io.BufferedReader(stream, BUFFER)
