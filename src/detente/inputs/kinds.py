"""What kind of input a name and the first bytes speak for: text, a page, or JSON Lines.

In a folder only those are read: a table, a program or a picture read as prose would tell what nobody said.
"""

from __future__ import annotations

import os
import re

from detente.inputs.decoding import is_wide
from detente.inputs.limits import Kind

ENDINGS: dict[str, Kind] = {
    ".txt": "text", ".md": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
CONTENT: dict[str, Kind] = {
    "text/plain": "text", "text/markdown": "text", "text/html": "html", "application/xhtml+xml": "html",
    "application/x-ndjson": "jsonl", "application/jsonl": "jsonl",
}  # fmt: skip
# what tells a kind at a name's end: ".csv", and not the ".3" of "statement-4.3"
ENDING = re.compile(r"\.[a-z][a-z0-9]{0,7}")
SCRIPT = b"#!"


def by_name(name: str) -> Kind | None:
    """The kind that a name's ending tells, packed or not."""
    return ENDINGS.get(_ending(name))


def told(name: str) -> bool:
    """Whether a name's ending tells that it may be read, whatever its server says of it."""
    return by_name(name) is not None or name.lower().endswith(".gz")


def other(name: str) -> str | None:
    """The ending of a name that speaks for what is not read; None where it speaks for what is, or for nothing."""
    found = _ending(name)
    return found if found not in ENDINGS and ENDING.fullmatch(found) else None


def _ending(name: str) -> str:
    return os.path.splitext(name.lower().removesuffix(".gz"))[1]


def sniffed(head: bytes) -> Kind:
    """What the first bytes look like; text unless they begin as a page or as an object with a field."""
    bare = head.replace(b"\0", b"") if is_wide(head) else head
    start = bare.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:512].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<?xml")) or b"<html" in start:
        return "html"
    return "jsonl" if re.match(rb'\{\s*"', start) else "text"


def is_program(head: bytes) -> bool:
    """Whether a file names the program that is to run it."""
    return head.startswith(SCRIPT)
