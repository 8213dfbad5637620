"""The store's answers as JSON, to the letter of the contract; and as flat rows for tables, CSV and Parquet.

In: the record's dataclasses. Out: one JSON value, UTF-8; or rows of plain values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import msgspec

from detente.record.nouns import EngagementRecord

if TYPE_CHECKING:
    from detente.run.adding import Added
    from detente.store.queries import ItemRow

_ENCODER = msgspec.json.Encoder()


def as_json(value: Any) -> bytes:
    """A value of dataclasses and plain values as JSON, a line a value of a list."""
    if isinstance(value, (list, tuple)):
        return b"[" + b",\n ".join(_ENCODER.encode(v) for v in value) + b"]\n"
    return _ENCODER.encode(value) + b"\n"


def streamed(parts: Iterable[str]) -> Iterator[bytes]:
    """The same list of values that are JSON already, a piece at a time."""
    before = b"["
    for part in parts:
        yield before
        yield part.encode()
        before = b",\n "
    yield b"[]\n" if before == b"[" else b"]\n"


def engagement(record: EngagementRecord) -> dict[str, Any]:
    """An engagement with the fields of the contract in its order."""
    whole: dict[str, Any] = msgspec.to_builtins(record)
    return whole


def item(row: ItemRow) -> dict[str, Any]:
    """A statement or event with its document and the day on which it became known."""
    whole: dict[str, Any] = msgspec.to_builtins(row.item)
    return {**whole, "document": row.document, "known_at": row.known_at}


def loss_report(report: Added) -> bytes:
    """What a run of `add` did, as the contract has it; texts beyond the bounds stand among those set aside."""
    whole = {
        "added": report.added,
        "known": report.known,
        "changed": report.changed,
        "set_aside": [{"input": s.input, "code": s.code, "message": s.message} for s in report.aside],
        "unread_languages": dict(sorted(report.unread_languages.items())),
        "issues": dict(sorted(report.issues.items())),
        "seconds": report.seconds,
    }
    return msgspec.json.format(_ENCODER.encode(whole), indent=1) + b"\n"


def flat(values: Iterable[Any]) -> list[dict[str, str | int | float | bool | None]]:
    """Rows of plain values: lists of plain values joined by ";", what is nested further as JSON."""
    return [{k: _cell(v) for k, v in msgspec.to_builtins(value).items()} for value in values]


def _cell(value: Any) -> str | int | float | bool | None:
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, (list, tuple)) and all(isinstance(v, str) for v in value):
        return ";".join(value)
    return _ENCODER.encode(value).decode()


def columns(kind: type[Any]) -> Sequence[str]:
    """The columns of a record's rows, for a list without any."""
    return [f.name for f in fields(kind)]
