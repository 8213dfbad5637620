"""The schema made from the types is the published contract, and readings keep to both."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from detente import model
from detente.outputs.jsonl import encode
from detente.outputs.schema import schema
from tests.outputs.sample import empty, sample

PUBLISHED = Path(__file__).parents[3] / "shared" / "contract" / "record.schema.json"
DROPPED = ("description", "title", "examples", "$schema", "$defs")

published = pytest.mark.skipif(not PUBLISHED.exists(), reason="the published contract is not beside the checkout")


def normal(node: Any, definitions: dict[str, Any]) -> Any:
    """The same schema without names, comments and order: references written out, lists sorted."""
    if isinstance(node, list):
        return sorted((normal(n, definitions) for n in node), key=lambda n: json.dumps(n, sort_keys=True))
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return normal(definitions[node["$ref"].rsplit("/", 1)[1]], definitions)
    fixed = {k: normal(v, definitions) for k, v in node.items() if k not in (*DROPPED, "properties")}
    if "properties" in node:
        fixed["properties"] = {name: normal(field, definitions) for name, field in node["properties"].items()}
    return fixed


@published
def test_schema_is_the_contract() -> None:
    ours, theirs = schema(), json.loads(PUBLISHED.read_text(encoding="utf-8"))
    assert normal(ours, ours["$defs"]) == normal(theirs, theirs["$defs"])


@pytest.mark.parametrize("reading", [sample(), empty()], ids=["sample", "empty"])
@pytest.mark.parametrize(
    "contract",
    [schema, pytest.param(lambda: json.loads(PUBLISHED.read_text(encoding="utf-8")), marks=published)],
    ids=["ours", "published"],
)
def test_readings_keep_to_the_contract(contract: Callable[[], dict[str, Any]], reading: model.Reading) -> None:
    Draft202012Validator.check_schema(contract())
    Draft202012Validator(contract()).validate(json.loads(encode(reading)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("engagements", 0, "confidence"), 1.2),
        (("engagements", 0, "evidence"), []),
        (("engagements", 0, "countries", 0), "Norway"),
        (("events", 0, "cameo"), "5"),
        (("furniture", 0, "span", "start"), -1),
        (("statements", 0, "kind"), "shouted"),
        (("contract",), 2),
        (("surprise",), "a field of nobody"),
    ],
)
def test_what_is_wrong_is_refused(path: tuple[str | int, ...], value: object) -> None:
    record = json.loads(encode(sample()))
    node: Any = record
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    assert not Draft202012Validator(schema()).is_valid(record)


def test_every_class_of_a_reading_is_a_definition() -> None:
    apart = {"Reading", "Document"}
    classes = {n for n, c in vars(model).items() if isinstance(c, type) and is_dataclass(c)} - apart
    assert set(schema()["$defs"]) == {name.lower() for name in classes}
    assert list(schema()["properties"]) == [f.name for f in fields(model.Reading)]
