"""The JSON Schema of a reading, made from the model's types: what the types say, and what they cannot.

Out: a JSON Schema 2020-12 document. `tests/contract` holds it against the published contract.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from detente import model
from detente.model import Country, Edtf, Reading

STRING = {"type": "string"}
# what the types cannot carry, by class and field
COUNTRY = {"type": ["string", "null"], "pattern": "^[A-Z]{3}$", "description": "ISO 3166-1 alpha-3 or a codebook's own"}
EDTF = {"type": ["string", "null"], "description": "EDTF level 1"}
OFFSET = {"type": "integer", "minimum": 0}
CONFIDENCE = {"type": "number", "minimum": 0, "maximum": 1}
FIELDS: dict[tuple[str, str], dict[str, Any]] = {
    ("Event", "cameo"): {"type": ["string", "null"], "pattern": "^[0-9]{2,4}$"},
    ("Reading", "contract"): {"const": 1},
}
NEVER_EMPTY = {("Engagement", "evidence"), ("Event", "evidence")}


def schema() -> dict[str, Any]:
    """The schema of a reading, every class of the model a definition of its own."""
    definitions: dict[str, Any] = {}
    top = _object(Reading, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "detente document record, version 1",
        **top,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(cls, vars(model))
    properties = {f.name: _field(cls, f.name, hints[f.name], definitions) for f in fields(cls)}  # type: ignore[arg-type]
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _field(cls: type, name: str, hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if (cls.__name__, name) in FIELDS:
        return FIELDS[cls.__name__, name]
    if name == "confidence":
        return CONFIDENCE
    found = _type(hint, definitions)
    return {**found, "minItems": 1} if (cls.__name__, name) in NEVER_EMPTY else found


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if hint is Country:
        return COUNTRY
    if hint is Edtf:
        return EDTF
    if is_dataclass(hint) and isinstance(hint, type):
        name = hint.__name__.lower()
        if name not in definitions:
            definitions[name] = {}
            definitions[name] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{name}"}
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return {"type": "array", "items": _type(arguments[0], definitions)}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (Union, types.UnionType):
        return _optional(_type(next(a for a in arguments if a is not type(None)), definitions))
    return {str: STRING, int: OFFSET, bool: {"type": "boolean"}, float: {"type": "number"}}[hint]


def _optional(found: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in found:
        return {"anyOf": [found, {"type": "null"}]}
    if "enum" in found:
        return {"enum": [*found["enum"], None]}
    kinds = found["type"] if isinstance(found["type"], list) else [found["type"]]
    return {**found, "type": sorted({*kinds, "null"}, key=lambda t: t == "null")}
