"""The JSON Schema of a reading, made from the model's types: what the types say, and what they cannot.

Out: a JSON Schema 2020-12 document. `tests/contract` holds it against the published contract.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from detente import model
from detente.model import Country, Edtf, Reading

Node = dict[str, Any]

# what the types cannot carry: by type, then by class and field
COUNTRY: Node = {
    "type": ["string", "null"],
    "pattern": "^[A-Z]{3}$",
    "description": "ISO 3166-1 alpha-3, or one of the codebook's own codes; null when none",
}
EDTF: Node = {
    "type": ["string", "null"],
    "description": "EDTF level 1, never more precise than the text and the publication date allow",
}
OFFSET: Node = {"type": "integer", "minimum": 0, "description": "code points from the start of `text`"}
CONFIDENCE: Node = {"type": "number", "minimum": 0, "maximum": 1}
SIMPLE: dict[Any, Node] = {
    Country: COUNTRY,
    Edtf: EDTF,
    int: OFFSET,
    str: {"type": "string"},
    bool: {"type": "boolean"},
    float: {"type": "number"},
}
FIELDS: dict[tuple[str, str], Node] = {
    ("Event", "cameo"): {"type": ["string", "null"], "pattern": "^[0-9]{2,4}$"},
    ("Reading", "contract"): {"const": 1},
}
NEVER_EMPTY = {("Engagement", "evidence"), ("Event", "evidence")}


def schema() -> Node:
    """The schema of a reading, every class of the model a definition of its own."""
    definitions: dict[str, Node] = {}
    top = _object(Reading, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "detente document record, version 1",
        **top,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: type, definitions: dict[str, Node]) -> Node:
    hints = get_type_hints(cls, vars(model))
    properties = {f.name: _field(cls, f.name, hints[f.name], definitions) for f in fields(cls)}
    required = list(properties)
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _field(cls: type, name: str, hint: Any, definitions: dict[str, Node]) -> Node:
    if (cls.__name__, name) in FIELDS:
        return FIELDS[cls.__name__, name]
    if name == "confidence":
        return CONFIDENCE
    found = _type(hint, definitions)
    return {**found, "minItems": 1} if (cls.__name__, name) in NEVER_EMPTY else found


def _type(hint: Any, definitions: dict[str, Node]) -> Node:
    if hint in SIMPLE:
        return SIMPLE[hint]
    if isinstance(hint, type) and is_dataclass(hint):
        return _definition(hint, definitions)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return {"type": "array", "items": _type(arguments[0], definitions)}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (Union, types.UnionType):
        return _nullable(_type(next(a for a in arguments if a is not type(None)), definitions))
    raise TypeError(f"the schema has no form for {hint!r}")


def _definition(cls: type, definitions: dict[str, Node]) -> Node:
    name = cls.__name__.lower()
    if name not in definitions:
        definitions[name] = {}  # its place, for a class that holds itself
        definitions[name] = _object(cls, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _nullable(found: Node) -> Node:
    if "$ref" in found:
        return {"anyOf": [found, {"type": "null"}]}
    if "enum" in found:
        return {"enum": [*found["enum"], None]}
    kinds = found["type"] if isinstance(found["type"], list) else [found["type"]]
    return {**found, "type": [*(k for k in kinds if k != "null"), "null"]}
