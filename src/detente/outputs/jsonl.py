"""A reading as one line of JSON, and back: the contract that other programs read."""

from __future__ import annotations

import msgspec

from detente.model import Reading

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Reading)


def encode(reading: Reading) -> bytes:
    """One line of JSON without its line end, UTF-8, `contract` first and then the fields of the model.

    The same reading gives the same bytes.
    """
    record = msgspec.to_builtins(reading)
    return _ENCODER.encode({"contract": record.pop("contract"), **record})


def decode(line: bytes) -> Reading:
    """The reading of a line. msgspec.ValidationError names the field that does not fit the model."""
    return _DECODER.decode(line)
