"""A reading as a line of JSON and back."""

from __future__ import annotations

import json
from dataclasses import fields

import msgspec
import pytest

from detente.model import Reading
from detente.outputs.jsonl import decode, encode
from tests.outputs.sample import empty, said, sample


@pytest.mark.parametrize("reading", [sample(), empty(), said("Ünïcode \u202e \x00 “quoted” \\ / \U0001f54a")])
def test_what_is_written_is_read_back(reading: Reading) -> None:
    assert decode(encode(reading)) == reading


def test_one_line_in_the_order_of_the_model() -> None:
    line = encode(sample())
    assert b"\n" not in line
    model = [f.name for f in fields(Reading) if f.name != "contract"]
    assert list(json.loads(line)) == ["contract", *model]


def test_same_reading_same_bytes() -> None:
    assert encode(sample()) == encode(sample())


def test_text_is_utf8_and_not_escaped() -> None:
    assert "“We need clear rules".encode() in encode(sample())


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"contract": 2}, "contract"),
        ({"text": 5}, "text"),
        ({"furniture": [{"span": {"start": 0, "end": 1, "text": "x"}, "reason": "advert"}]}, "reason"),
        ({"times": [{"span": {"start": "0", "end": 1, "text": "x"}, "edtf": None, "type": "date"}]}, "start"),
    ],
)
def test_a_line_that_does_not_fit_is_refused_by_name(change: dict[str, object], named: str) -> None:
    record = {**json.loads(encode(sample())), **change}
    with pytest.raises(msgspec.ValidationError, match=named):
        decode(json.dumps(record).encode())
