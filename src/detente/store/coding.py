"""Records to bytes and back, the same bytes for the same record."""

from __future__ import annotations

import zlib
from typing import Any, TypeVar

import msgspec

from detente.model import Reading

T = TypeVar("T")
_ENCODER = msgspec.json.Encoder()
_DECODERS: dict[type, msgspec.json.Decoder[Any]] = {}
LEVEL = 3


def packed(reading: Reading) -> bytes:
    """A reading as its line of JSON, packed."""
    return zlib.compress(_ENCODER.encode(reading), LEVEL)


def unpacked(data: bytes) -> Reading:
    """The reading in a store's row."""
    return restored(zlib.decompress(data), Reading)


def packed_text(text: str) -> bytes:
    """A text that was not read, packed."""
    return zlib.compress(text.encode("utf-8"), LEVEL)


def restored_text(data: bytes | None) -> str:
    """The text in a store's row; empty where there is none."""
    return zlib.decompress(data).decode("utf-8") if data else ""


def written(value: Any) -> str:
    """A dataclass as JSON."""
    return _ENCODER.encode(value).decode()


def restored(data: str | bytes, kind: type[T]) -> T:
    """The dataclass of a row's JSON."""
    decoder = _DECODERS.get(kind)
    if decoder is None:
        decoder = _DECODERS.setdefault(kind, msgspec.json.Decoder(kind))
    value: T = decoder.decode(data)
    return value
