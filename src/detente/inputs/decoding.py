"""Bytes to text: declared encoding first, then UTF-8, then detection; what does not decode is reported.

Undecodable bytes become U+FFFD and an issue with their place: they are never guessed away.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from detente.errors import InputError
from detente.issues import note
from detente.model import Issue

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
META = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
XML = re.compile(rb"""^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE)
SAMPLE = 65_536
CONTROL = bytes(range(0x00, 0x09)) + bytes(range(0x0E, 0x1B)) + bytes(range(0x1C, 0x20))


def decode(raw: bytes, place: str, declared: Iterable[str | None] = ()) -> tuple[str, list[Issue]]:
    """The text of some bytes and what is to be said of its encoding; InputError for bytes that are no text."""
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            return _strict_or_marked(raw, encoding, place)
    if _binary(raw):
        raise InputError("DET-103", f"{place}: is binary, not text; give a text, HTML or JSON Lines file")
    for name in [*declared, *_declared(raw)]:
        if name and (encoding_found := _known(name)):
            return _strict_or_marked(raw, encoding_found, place)
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError:
        return _detected(raw, place)


def _declared(raw: bytes) -> list[str]:
    found = [m.group(1).decode("ascii", "replace") for m in (XML.search(raw[:200]), META.search(raw[:4096])) if m]
    return found


def _known(name: str) -> str | None:
    try:
        return codecs.lookup(name.strip()).name
    except LookupError:
        return None


def _strict_or_marked(raw: bytes, encoding: str, place: str) -> tuple[str, list[Issue]]:
    try:
        return raw.decode(encoding), []
    except UnicodeDecodeError as error:
        text = raw.decode(encoding, "replace")
        lost = text.count("\ufffd")
        return text, [note("DET-105", f"{place}: {lost} places do not decode as {encoding}, the first at byte {error.start}")]


def _detected(raw: bytes, place: str) -> tuple[str, list[Issue]]:
    """Another encoding, where detection is sure of one; else UTF-8 with its bad bytes marked."""
    if _mostly_utf8(raw):
        return _strict_or_marked(raw, "utf-8", place)
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:SAMPLE]).best()
    if best is None:
        return _strict_or_marked(raw, "utf-8", place)
    text, issues = _strict_or_marked(raw, best.encoding, place)
    return text, [note("DET-113", f"{place}: read as {best.encoding}, which was detected and not declared"), *issues]


def _mostly_utf8(raw: bytes) -> bool:
    """Whether there are far more good multi-byte characters than bad bytes."""
    text = raw[:SAMPLE].decode("utf-8", "replace")
    return sum(ord(c) > 127 and c != "\ufffd" for c in text) > 4 * text.count("\ufffd")


def _binary(raw: bytes) -> bool:
    head = raw[:SAMPLE]
    if not head:
        return False
    return b"\0" in head or sum(b in CONTROL for b in head) > len(head) * 0.02
