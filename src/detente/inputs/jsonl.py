"""JSON Lines to documents: one object a line with `text` or `html`; a bad line is reported, the rest is read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from detente.errors import InputError
from detente.inputs.decoding import decode
from detente.inputs.frozen import document_of
from detente.inputs.html import page
from detente.inputs.limits import InputOptions, Refusal
from detente.inputs.published import parse_published
from detente.issues import note
from detente.model import Document, Edtf, Issue, Source

KNOWN = ("id", "text", "html", "published", "date", "url", "title", "outlet", "agency", "author", "language")


def lines(stream: BinaryIO, place: str, options: InputOptions, path: str | None) -> Iterator[Document | Refusal]:
    """A document or a refusal for each line that is not blank, in order, one line in memory at a time."""
    for number, raw in enumerate(_raw_lines(stream, options.limits.max_bytes), 1):
        where = f"{place}, line {number}"
        try:
            if raw is None:
                size = options.limits.max_bytes
                raise InputError("DET-104", f"{where}: longer than {size} bytes; raise --max-bytes to read it")
            if raw.strip():
                yield _document(raw, where, options, path)
        except InputError as error:
            yield Refusal.of(where, error)


def _raw_lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Lines of bytes; None for one beyond the limit, whose rest is skipped."""
    while raw := stream.readline(limit + 1):
        if len(raw) > limit and not raw.endswith(b"\n"):
            while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield raw


def _document(raw: bytes, where: str, options: InputOptions, path: str | None) -> Document:
    decoded, issues = decode(raw, where)
    try:
        record = json.loads(decoded)
    except (json.JSONDecodeError, RecursionError) as error:
        reason = f"column {error.colno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else "nested too deep"
        raise InputError("DET-106", f"{where}: not JSON ({reason}); one object a line is wanted") from error
    if not isinstance(record, dict):
        raise InputError("DET-106", f"{where}: holds a {type(record).__name__}, not an object with a text")
    return _of_record(record, where, options, path, issues)


def _of_record(record: dict[str, Any], where: str, options: InputOptions, path: str | None, issues: list[Issue]) -> Document:
    text, markup = _string(record, "text"), _string(record, "html")
    if not (text or "").strip() and not (markup or "").strip():
        raise InputError("DET-107", f"{where}: has neither a text nor html; the line needs one of the two")
    published = options.published or _published(record, where, issues)
    identity = record.get("id")
    given = str(identity) if isinstance(identity, (str, int)) and str(identity) else None
    extra = tuple((k, json.dumps(v, ensure_ascii=False)) for k, v in record.items() if k not in KNOWN)
    source = Source(
        path, _string(record, "url"), _string(record, "title"), _string(record, "outlet"), _string(record, "agency"),
        _string(record, "author"), published, _string(record, "language"),
    )  # fmt: skip
    if (text or "").strip():
        return document_of(text or "", published=published, id=given, source=source, issues=issues, extra=extra)
    found = page(markup or "", where, options, path, source.url, issues)
    merged = Source(*(getattr(source, f) or getattr(found.source, f) for f in Source.__slots__ if f != "sha256"))
    return document_of(found.text, published=published, id=given, source=merged, issues=found.issues, extra=extra)


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return value if isinstance(value, str) and value else None


def _published(record: dict[str, Any], where: str, issues: list[Issue]) -> Edtf | None:
    for key in ("published", "date"):
        value = record.get(key)
        if value in (None, ""):
            continue
        found = parse_published(str(value))
        if found is None:
            issues.append(note("DET-108", f"{where}: {key} {str(value)[:60]!r} is not a date"))
        return found
    return None
