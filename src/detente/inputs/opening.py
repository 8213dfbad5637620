"""Opens paths, folders, streams and addresses, tells what each is, and yields documents or refusals.

Lazy: one document is in memory at a time. A bad one is a `Refusal` with its place; the others are read.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import BinaryIO

from detente.errors import InputError
from detente.inputs import kinds
from detente.inputs.decoding import decode, is_wide, markup_charsets
from detente.inputs.folders import files, unopened
from detente.inputs.frozen import document_of
from detente.inputs.html import page
from detente.inputs.jsonl import lines
from detente.inputs.limits import InputOptions, Kind, Refusal, printable, too_large
from detente.inputs.streams import Metered, Readable, opened
from detente.issues import note
from detente.model import Document, Source
from detente.reading.times import calendar

ADDRESS = re.compile(r"^https?://", re.IGNORECASE)
IN_ADDRESS = re.compile(r"^https?://[^/?#]*([^?#]*)", re.IGNORECASE)  # the name of what lies there, past its host
OTHER_ADDRESS = re.compile(r"^[a-z][a-z0-9+.-]+://", re.IGNORECASE)
STDIN = "- (standard input)"
HEAD = 4096


def open_inputs(paths: Sequence[str], options: InputOptions, stdin: BinaryIO) -> Iterator[Document | Refusal]:
    """Documents and refusals of all inputs, in the order given; a folder's files by path.

    A path is a file, a folder, an http(s) address or `-`, standard input. Nothing raises but what the
    caller's own streams raise: what cannot be read is a refusal.
    """
    seen: dict[str, str] = {}
    for path in paths:
        for item in _guarded(path, options, stdin):
            yield _in_time(_with_own_id(item, seen), options.today) if isinstance(item, Document) else item


def count(paths: Sequence[str]) -> int | None:
    """How many documents there are, as far as names tell; None when lines or streams may be among them."""
    total = 0
    for path in paths:
        if ADDRESS.match(path):
            total += 1
            continue
        found = _read_of(path) if os.path.isdir(path) else [Path(path)]
        if path == "-" or any(kinds.by_name(file.name) in ("jsonl", None) for file in found):
            return None
        total += len(found)
    return total


def size(paths: Sequence[str]) -> int | None:
    """How many bytes the files have, packed ones as they are; None when addresses or streams are among them."""
    total = 0
    for path in paths:
        if path == "-" or ADDRESS.match(path):
            return None
        try:
            total += sum(os.path.getsize(file) for file in (_read_of(path) if os.path.isdir(path) else [path]))
        except OSError:
            return None
    return total


def _guarded(path: str, options: InputOptions, stdin: BinaryIO) -> Iterator[Document | Refusal]:
    try:
        if path == "-":
            yield from _stream(stdin, STDIN, "-", options, None)
        elif ADDRESS.match(path):
            yield from _fetched(path, options)
        elif os.path.isdir(path):
            yield from _folder(path, options)
        elif OTHER_ADDRESS.match(path):
            raise InputError("DET-109", f"{printable(path)}: only http and https are fetched; save it, read the file")
        else:
            yield from _file(path, options)
    except InputError as error:
        yield Refusal.of(printable(path), error)


def _folder(path: str, options: InputOptions) -> Iterator[Document | Refusal]:
    found, barred = files(path)
    for error in barred:
        yield Refusal.of(printable(path), error)
    if not found and not barred:
        raise InputError("DET-102", f"{printable(path)}: the folder holds no files; give one that does")
    for file in found:
        try:
            if options.kind == "auto":
                _check_kind(file)
            yield from _file(str(file), options)
        except InputError as error:
            yield Refusal.of(printable(file), error)


def _read_of(folder: str) -> list[Path]:
    """The files of a folder that are read, as far as names tell."""
    return [file for file in files(folder)[0] if not kinds.other(file.name)]


def _check_kind(file: Path) -> None:
    """Raises InputError (DET-118) for a file of a folder that is neither text, page nor JSON Lines."""
    ending = kinds.other(file.name)
    if ending is None and (kinds.by_name(file.name) or not _begins_as_program(file)):
        return
    what = f"a {ending} file" if ending else "a program"
    told = f"passed over, as {what} is not read from a folder; name it to read it"
    raise InputError("DET-118", f"{printable(file)}: {told}")


def _begins_as_program(file: Path) -> bool:
    try:
        with open(file, "rb") as stream:
            return kinds.is_program(stream.read(HEAD))
    except OSError:
        return False  # what cannot be opened is refused as such


def _file(path: str, options: InputOptions) -> Iterator[Document | Refusal]:
    place = printable(path)
    try:
        stream = open(path, "rb")  # noqa: SIM115 (closed below; errors of reading are not of opening)
    except (OSError, ValueError) as error:
        raise unopened(path, error) from error
    with stream:
        yield from _stream(Metered(stream, options.meter), place, place, options, place)


def _stream(
    stream: Readable, place: str, name: str, options: InputOptions, path: str | None
) -> Iterator[Document | Refusal]:
    try:
        whole = opened(stream, place, options.limits)
        kind = _kind(options, path or "", whole.peek(HEAD)[:HEAD])
        if kind == "jsonl":
            yield from lines(_narrow(whole, place, options), place, name, options, path)
        else:
            yield _single(_all(whole, place, options), place, kind, options, Source(path=path))
    except OSError as error:
        raise unopened(place, error) from error


def _all(stream: BinaryIO, place: str, options: InputOptions) -> bytes:
    raw = stream.read(options.limits.max_bytes + 1)
    if len(raw) > options.limits.max_bytes:
        raise too_large(place, options.limits)
    return raw


def _narrow(stream: io.BufferedReader, place: str, options: InputOptions) -> BinaryIO:
    """The stream in UTF-8: bytes of UTF-16 and UTF-32 do not part into lines, so it is read whole."""
    if not is_wide(stream.peek(HEAD)[:HEAD]):
        return stream
    text, _ = decode(_all(stream, place, options), place)
    return io.BytesIO(text.encode("utf-8", "replace"))


def _single(
    raw: bytes, place: str, kind: Kind, options: InputOptions, source: Source, charset: str | None = None
) -> Document:
    declared = [charset, *(markup_charsets(raw) if kind == "html" else ())]
    text, issues = decode(raw, place, declared)
    if not text.strip():
        raise InputError("DET-102", f"{place}: is empty; there is nothing to read")
    if kind == "html":
        return page(text, place, options, source.path, source.url, issues)
    return document_of(text, published=options.published, source=source, issues=issues)


def _fetched(url: str, options: InputOptions) -> Iterator[Document | Refusal]:
    from detente.inputs.fetch import fetch

    place, name = printable(url), "".join(IN_ADDRESS.findall(url))
    answer = fetch(url, options.limits, any_type=options.kind != "auto" or kinds.told(name))
    whole = opened(io.BytesIO(answer.body), place, options.limits)
    kind = _served(options, name, answer.content_type, whole.peek(HEAD)[:HEAD])
    if kind == "jsonl":
        yield from lines(_narrow(whole, place, options), place, place, options, None)
    else:
        source = Source(url=answer.url)
        yield _single(_all(whole, place, options), place, kind, options, source, answer.charset)


def _served(options: InputOptions, name: str, content_type: str, head: bytes) -> Kind:
    """What an address gives. Pages are served as pages under any name; other types are often wrong, or none."""
    served = kinds.CONTENT.get(content_type)
    if options.kind != "auto" or served == "html":
        return options.kind if options.kind != "auto" else "html"
    return kinds.by_name(name) or served or kinds.sniffed(head)


def _kind(options: InputOptions, path: str, head: bytes) -> Kind:
    if options.kind != "auto":
        return options.kind
    return kinds.by_name(path) or kinds.sniffed(head)


def _in_time(document: Document, today: date | None) -> Document:
    """The same, with an issue where its publication lies in the future: tomorrow is today somewhere."""
    days = calendar.bounds(document.source.published)
    if today is None or days is None or days[0] <= today + timedelta(days=1):
        return document
    told = f"published {document.source.published}, which is still to come: told only from that day on"
    return replace(document, issues=(*document.issues, note("DET-119", told)))


def _with_own_id(document: Document, seen: dict[str, str]) -> Document:
    """A second text under a known id gets a number after it, and an issue; the same text keeps the id."""
    own = document.source.sha256
    if seen.setdefault(document.id, own) == own:
        return document
    number = 2
    while seen.setdefault(f"{document.id}-{number}", own) != own:
        number += 1
    issue = note("DET-114", f"the id {document.id} is used by another text; this one is {document.id}-{number}")
    return replace(document, id=f"{document.id}-{number}", issues=(*document.issues, issue))
