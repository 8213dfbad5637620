"""The schema made from the types is the published contract, and readings keep to it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from detente.outputs.schema import schema

PUBLISHED = Path(__file__).parents[3] / "shared" / "contract" / "record.schema.json"


def normal(node: Any, definitions: dict[str, Any]) -> Any:
    """The same schema without names, comments and order: references written out, lists sorted."""
    if isinstance(node, list):
        return sorted((normal(n, definitions) for n in node), key=lambda n: json.dumps(n, sort_keys=True))
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return normal(definitions[node["$ref"].rsplit("/", 1)[1]], definitions)
    dropped = ("description", "title", "$schema", "$defs")
    named = {k: v for k, v in node.items() if k == "properties"}
    rest = {k: normal(v, definitions) for k, v in node.items() if k not in dropped and k not in named}
    for key, value in named.items():
        rest[key] = {name: normal(field, definitions) for name, field in value.items()}
    return rest


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published contract is not beside the checkout")
def test_schema_is_the_contract() -> None:
    ours, theirs = schema(), json.loads(PUBLISHED.read_text(encoding="utf-8"))
    assert normal(ours, ours["$defs"]) == normal(theirs, theirs["$defs"])
