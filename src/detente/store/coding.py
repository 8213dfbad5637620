"""Records to bytes and back, the same bytes for the same record. Raises DamagedError for bytes that are none."""

from __future__ import annotations

import zlib
from typing import Any, TypeVar

import msgspec

from detente.errors import DamagedError
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
    return restored(_whole(data), Reading)


def packed_text(text: str) -> bytes:
    """A text that was not read, packed."""
    return zlib.compress(text.encode("utf-8"), LEVEL)


def restored_text(data: bytes | None) -> str:
    """The text in a store's row; empty where there is none."""
    return _whole(data).decode("utf-8") if data else ""


def _whole(data: bytes) -> bytes:
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise DamagedError(f"a text cannot be unpacked: {error}") from error


def written(value: Any) -> str:
    """A dataclass as JSON."""
    return _ENCODER.encode(value).decode()


def restored(data: str | bytes, kind: type[T]) -> T:
    """The dataclass of a row's JSON."""
    decoder = _DECODERS.get(kind)
    if decoder is None:
        decoder = _DECODERS.setdefault(kind, msgspec.json.Decoder(kind))
    try:
        value: T = decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DamagedError(f"a row of {kind.__name__} cannot be read: {error}") from error
    return value
