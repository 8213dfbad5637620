"""JSON Lines to documents: one object a line with `text` or `html`; a bad line is reported, the rest read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from detente.errors import InputError
from detente.inputs.decoding import decode
from detente.inputs.frozen import document_of, storable
from detente.inputs.html import page
from detente.inputs.limits import InputOptions, Refusal, too_large
from detente.inputs.published import parse_published
from detente.issues import note
from detente.model import Document, Edtf, Issue, Source

TEXTS = ("text", "html")
FIELDS = ("url", "title", "outlet", "agency", "author", "language")
DATES = ("published", "date")


def lines(
    stream: BinaryIO, place: str, name: str, options: InputOptions, path: str | None
) -> Iterator[Document | Refusal]:
    """A document or a refusal for each line that is not blank, in order, one line in memory at a time.

    `place` begins the messages, `name` the refusals' inputs; `path` is the documents' source.
    Raises InputError (DET-102) at the end when there was no line but blank ones.
    """
    blank = True
    for number, raw in enumerate(_raw_lines(stream, options.limits.max_bytes), 1):
        if raw is not None and not raw.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        blank, where = False, f"{place}, line {number}"
        try:
            if raw is None:
                raise too_large(where, options.limits)
            yield _document(raw, where, options, path)
        except InputError as error:
            yield Refusal.of(f"{name}, line {number}", error)
    if blank:
        raise InputError("DET-102", f"{place}: is empty; there is nothing to read")


def _raw_lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Lines of bytes; None for one beyond the limit, whose rest is skipped."""
    while raw := stream.readline(limit + 1):
        if len(raw) <= limit or raw.endswith(b"\n"):
            yield raw
            continue
        while (rest := stream.readline(limit + 1)) and not rest.endswith(b"\n"):
            pass
        yield None


def _document(raw: bytes, where: str, options: InputOptions, path: str | None) -> Document:
    decoded, issues = decode(raw.rstrip(b"\r\n"), where)
    record = _parsed(decoded, where, options.limits.max_depth)
    text, markup = (_words(record, key, where) for key in TEXTS)
    if not (text or markup):
        raise InputError("DET-107", f"{where}: has neither a text nor html; the line needs one of the two")
    published, dated, spent = _published(record, where)
    source = _source(record, path, options.published or published)
    extra = _extra(record, spent)
    dated += _unusable(record, where)
    if text:
        return document_of(text, id=_id(record), source=source, issues=[*issues, *dated], extra=extra)
    found = page(markup, where, options, path, source.url, issues)
    source = Source(*(getattr(source, f) or getattr(found.source, f) for f in Source.__slots__))
    return document_of(found.text, id=_id(record), source=source, issues=[*_but_odd(found.issues), *dated], extra=extra)


def _source(record: dict[str, Any], path: str | None, published: Edtf | None) -> Source:
    url, title, outlet, agency, author, language = (_string(record, key) for key in FIELDS)
    return Source(path, url, title, outlet, agency, author, published, language)


def _but_odd(issues: tuple[Issue, ...]) -> list[Issue]:
    """Without the issues with a place in the frozen text: freezing it again notes them again."""
    return [issue for issue in issues if issue.span is None]


def _parsed(text: str, where: str, depth: int) -> dict[str, Any]:
    """The line's object. NaN and infinities, which JSON has not, are read as null."""
    try:
        record = json.loads(text, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        reason = f"column {error.colno}: {error.msg}"
        raise InputError("DET-106", f"{where}: not JSON ({reason}); one object a line is wanted") from error
    except (RecursionError, ValueError) as error:  # nested without end, or thousands of digits
        raise InputError("DET-106", f"{where}: too deep or a number too long; shorten the line") from error
    if not isinstance(record, dict):
        raise InputError("DET-106", f"{where}: holds a {_kind(record)}, not an object with a text")
    if _deeper(record, depth):
        raise InputError("DET-106", f"{where}: nested deeper than {depth}; shorten the line")
    return record


def _deeper(value: Any, depth: int) -> bool:
    """Whether a value nests deeper than `depth` levels."""
    level = [value]
    while level and depth:
        level = [inner for outer in level for inner in _inside(outer)]
        depth -= 1
    return bool(level)


def _inside(value: Any) -> list[Any]:
    held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [inner for inner in held if isinstance(inner, (dict, list))]


def _kind(value: Any) -> str:
    kinds = {dict: "object", list: "list", str: "string", bool: "truth value", int: "number", float: "number"}
    return kinds.get(type(value), "null")


def _words(record: dict[str, Any], key: str, where: str) -> str:
    """A text that holds words, else the empty string; a text that is no string loses the line."""
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError("DET-107", f"{where}: its {key} is a {_kind(value)}, not a string of words")
    return value if value.strip() else ""


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return storable(value) if isinstance(value, str) and value else None


def _id(record: dict[str, Any]) -> str | None:
    """The given id; a number is taken as its figures."""
    value = record.get("id")
    given = str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    return storable(given) or None


def _unusable(record: dict[str, Any], where: str) -> list[Issue]:
    """An issue for an id, title or the like that is no string of words: it is kept among the other fields."""
    odd = [key for key in FIELDS if not isinstance(record.get(key) or "", str)]
    if record.get("id") not in (None, "") and not _id(record):
        odd.insert(0, "id")
    return [
        note("DET-117", f"{where}: its {key} is a {_kind(record[key])}, not a string of words; kept as metadata alone")
        for key in odd
    ]


def _published(record: dict[str, Any], where: str) -> tuple[Edtf | None, list[Issue], tuple[str, ...]]:
    """The first field that is a date, an issue for each that is none, and the fields used up."""
    issues: list[Issue] = []
    for key in DATES:
        value = record.get(key)
        if value in (None, ""):
            continue
        if found := parse_published(str(value)):
            return found, issues, (key,)
        issues.append(note("DET-108", f"{where}: {key} {storable(str(value))[:60]!r} is not a date of publication"))
    return None, issues, ()


def _extra(record: dict[str, Any], spent: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The fields not taken into the source, as JSON: others, and known ones whose value could not be used."""
    taken = {key for key in FIELDS if isinstance(record.get(key), str)} | {*TEXTS, *spent}
    if _id(record):
        taken.add("id")
    empty = {key for key in (*FIELDS, *DATES, "id") if record.get(key) in (None, "")}
    kept = ((key, value) for key, value in record.items() if key not in taken | empty)
    return tuple((storable(key), storable(json.dumps(value, ensure_ascii=False))) for key, value in kept)
