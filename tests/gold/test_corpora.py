"""Real documents, read in one order and in the other: the same bytes, to the contract, every span the text it names.

`DETENTE_CORPUS=N` reads N documents of each corpus instead of six (0: the first 200 of the White House's and all
of the news).
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from detente.inputs import document_of
from detente.inputs.published import parse_published
from detente.model import Document
from detente.outputs.jsonl import encode
from detente.outputs.schema import schema
from detente.reading.reader import Reader
from tests.conftest import SHARED

DATA = SHARED / "data"
WHOLE = {"wh_dev.jsonl.gz": 200, "news_dev.jsonl": None}
pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the corpora are not beside the checkout")


def documents(name: str) -> Iterator[Document]:
    with (gzip.open if name.endswith(".gz") else open)(DATA / name, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield document_of(row["text"], published=parse_published(row["date"]), id=row["id"])


def spans(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict) and set(node) == {"start", "end", "text"}:
        yield node
    elif isinstance(node, dict | list):
        for part in node.values() if isinstance(node, dict) else node:
            yield from spans(part)


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_real_documents_read_alike_in_any_order(name: str, reader: Reader) -> None:
    number = int(os.environ.get("DETENTE_CORPUS", "6"))
    given = list(islice(documents(name), number or WHOLE[name]))
    onward = [encode(reader.read(d)) for d in given]
    assert [encode(reader.read(d)) for d in reversed(given)] == onward[::-1]
    contract = Draft202012Validator(schema())
    for line in onward:
        reading = json.loads(line)
        contract.validate(reading)
        astray = [s for s in spans(reading) if reading["text"][s["start"] : s["end"]] != s["text"]]
        assert not astray, f"{reading['id']}: {astray[:3]}"
