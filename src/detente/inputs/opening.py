"""Opens paths, folders, streams and addresses, tells what each is, and yields documents or refusals.

Lazy: one input is in memory at a time. A bad one is a `Refusal` with its place; the others are read.
"""

from __future__ import annotations

import gzip
import io
import os
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from detente.errors import InputError
from detente.inputs.decoding import decode
from detente.inputs.fetch import fetch
from detente.inputs.frozen import document_of
from detente.inputs.html import page
from detente.inputs.jsonl import lines
from detente.inputs.limits import InputOptions, Kind, Refusal
from detente.issues import note
from detente.model import Document, Source

ENDINGS: dict[str, Kind] = {
    ".txt": "text", ".md": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
ADDRESS = re.compile(r"^https?://", re.IGNORECASE)
GZIP = b"\x1f\x8b"
HEAD = 4096


def open_inputs(paths: Sequence[str], options: InputOptions, stdin: BinaryIO) -> Iterator[Document | Refusal]:
    """Documents and refusals of all inputs, in the order given; a folder's files by name."""
    seen: dict[str, str] = {}
    for path in paths:
        for item in _guarded(path, options, stdin):
            yield _with_own_id(item, seen) if isinstance(item, Document) else item


def count(paths: Sequence[str]) -> int | None:
    """How many documents there are, as far as the file system tells; None when lines or streams are among them."""
    total = 0
    for path in paths:
        files = _files(Path(path)) if os.path.isdir(path) else [Path(path)]
        if path == "-" or any(_kind_by_name(f) in ("jsonl", None) and not ADDRESS.match(str(f)) for f in files):
            return None
        total += len(files)
    return total


def _guarded(path: str, options: InputOptions, stdin: BinaryIO) -> Iterator[Document | Refusal]:
    try:
        if path == "-":
            yield from _stream(stdin, "standard input", options, None)
        elif ADDRESS.match(path):
            yield _fetched(path, options)
        elif os.path.isdir(path):
            yield from _folder(path, options)
        else:
            yield from _file(Path(path), options)
    except InputError as error:
        yield Refusal.of(path, error)


def _folder(path: str, options: InputOptions) -> Iterator[Document | Refusal]:
    try:
        files = _files(Path(path))
    except OSError as error:
        raise InputError("DET-101", f"{path}: {_why(error)}") from error
    if not files:
        raise InputError("DET-102", f"{path}: the folder holds no files")
    for file in files:
        try:
            yield from _file(file, options)
        except InputError as error:
            yield Refusal.of(str(file), error)


def _files(folder: Path) -> list[Path]:
    found = (f for f in folder.rglob("*") if f.is_file() or f.is_symlink())
    return sorted(f for f in found if not any(part.startswith(".") for part in f.relative_to(folder).parts))


def _file(path: Path, options: InputOptions) -> Iterator[Document | Refusal]:
    try:
        with open(path, "rb") as stream:
            yield from _stream(stream, str(path), options, path)
    except OSError as error:
        raise InputError("DET-101", f"{path}: {_why(error)}") from error


def _why(error: OSError) -> str:
    reasons = {FileNotFoundError: "no such file; check the path", PermissionError: "no permission to read it"}
    return reasons.get(type(error)) or f"cannot be opened ({os.strerror(error.errno) if error.errno else error})"


def _stream(stream: BinaryIO, place: str, options: InputOptions, path: Path | None) -> Iterator[Document | Refusal]:
    head = stream.read(HEAD)
    whole: BinaryIO = _Rejoined(head, stream)
    name = str(path) if path is not None else None
    try:
        if head.startswith(GZIP):
            whole = _Unpacked(gzip.GzipFile(fileobj=whole), place, options)  # type: ignore[assignment]
            head = whole.read(HEAD)
            whole = _Rejoined(head, whole)
        kind = _kind(options, path, head)
        if kind == "jsonl":
            yield from lines(whole, place, options, name)
        else:
            yield _single(_all(whole, place, options), place, kind, options, name)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise InputError("DET-112", f"{place}: the packed file is damaged ({error}); pack it again") from error


def _all(stream: BinaryIO, place: str, options: InputOptions) -> bytes:
    limit = options.limits.max_bytes
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise InputError("DET-104", f"{place}: larger than {limit} bytes; raise --max-bytes to read it")
    return raw


def _single(raw: bytes, place: str, kind: Kind, options: InputOptions, path: str | None) -> Document:
    if not raw.strip():
        raise InputError("DET-102", f"{place}: is empty")
    text, issues = decode(raw, place)
    if kind == "html":
        return page(text, place, options, path, None, issues)
    if not text.strip():
        raise InputError("DET-102", f"{place}: is empty")
    return document_of(text, published=options.published, source=Source(path=path), issues=issues)


def _fetched(url: str, options: InputOptions) -> Document:
    raw, charset, content, address = fetch(url, options.limits)
    if not raw.strip():
        raise InputError("DET-102", f"{url}: the page is empty")
    text, issues = decode(raw, url, [charset])
    plain = options.kind == "text" or options.kind == "auto" and content.startswith("text/plain")
    if plain:
        return document_of(text, published=options.published, source=Source(url=address), issues=issues)
    return page(text, url, options, None, address, issues)


def _kind(options: InputOptions, path: Path | None, head: bytes) -> Kind:
    if options.kind != "auto":
        return options.kind
    named = _kind_by_name(path) if path is not None else None
    return named or _sniffed(head)


def _kind_by_name(path: Path) -> Kind | None:
    name = path.name.lower().removesuffix(".gz")
    return ENDINGS.get(os.path.splitext(name)[1])


def _sniffed(head: bytes) -> Kind:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<?xml")) or b"<html" in start:
        return "html"
    return "jsonl" if re.match(rb'^\{\s*"', start) else "text"


def _with_own_id(document: Document, seen: dict[str, str]) -> Document:
    """A second text under a known id gets a number after it, and an issue; the same text keeps the id."""
    known = seen.setdefault(document.id, document.source.sha256)
    if known == document.source.sha256:
        return document
    number = 2
    while seen.setdefault(f"{document.id}-{number}", document.source.sha256) != document.source.sha256:
        number += 1
    issue = note("DET-114", f"the id {document.id} is used by another text; this one is {document.id}-{number}")
    return replace(document, id=f"{document.id}-{number}", issues=(*document.issues, issue))


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes were looked at already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self.head, self.rest = head, rest

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if size is None or size < 0:
            found, self.head = self.head + self.rest.read(), b""
            return found
        found, self.head = self.head[:size], self.head[size:]
        while len(found) < size and (more := self.rest.read(size - len(found))):
            found += more
        return found

    def readline(self, size: int | None = -1) -> bytes:  # type: ignore[override]
        limit = -1 if size is None else size
        end = self.head.find(b"\n")
        if end >= 0 and (limit < 0 or end < limit):
            found, self.head = self.head[: end + 1], self.head[end + 1 :]
            return found
        if 0 <= limit <= len(self.head):
            found, self.head = self.head[:limit], self.head[limit:]
            return found
        found, self.head = self.head, b""
        return found + self.rest.readline(limit - len(found) if limit >= 0 else -1)


class _Unpacked(io.RawIOBase):
    """A packed stream that stops at a bomb: more unpacked bytes than the limits allow for the packed ones."""

    def __init__(self, packed: gzip.GzipFile, place: str, options: InputOptions) -> None:
        self.packed, self.place, self.limits = packed, place, options.limits
        self.unpacked = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._checked(self.packed.read(size))

    def readline(self, size: int | None = -1) -> bytes:  # type: ignore[override]
        return self._checked(self.packed.readline(-1 if size is None else size))

    def _checked(self, chunk: bytes) -> bytes:
        self.unpacked += len(chunk)
        read = max(1, self.packed.fileobj.tell() if self.packed.fileobj is not None and self.packed.fileobj.seekable() else self.unpacked)
        if self.unpacked > self.limits.max_bytes and self.unpacked / read > self.limits.max_ratio:
            raise InputError("DET-112", f"{self.place}: unpacks to more than {self.limits.max_ratio} times its size; it is not read")
        return chunk
