"""A reading as one line of JSON, and back: the contract that other programs read."""

from __future__ import annotations

import msgspec

from detente.model import Reading

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Reading)


def encode(reading: Reading) -> bytes:
    """One line of JSON, UTF-8, fields in the order of the model; the same reading gives the same bytes."""
    record = msgspec.to_builtins(reading)
    return _ENCODER.encode({"contract": record.pop("contract"), **record})


def decode(line: bytes) -> Reading:
    """The reading of a line. msgspec.ValidationError names the field that does not fit."""
    return _DECODER.decode(line)
