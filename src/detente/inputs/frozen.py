"""A text, frozen: newlines made one, nothing else changed, named by its SHA-256."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from detente.inputs.dateline import dated_by_itself
from detente.issues import note
from detente.model import Document, Edtf, Issue, Source, Span

ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
LINE_END = re.compile("\r\n|[\n-\r\x1c-\x1e\x85\u2028\u2029]")
SURROGATE = re.compile("[\ud800-\udfff]")
BREAKS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]+")
UNSEEN = ("Cc", "Cf", "Co")
# the joiners shape Persian and Indian words and move nothing
JOINERS = "\u200c\u200d"
# what is told of a source in words, each on one line
TOLD = ("url", "title", "outlet", "agency", "author", "language")


def document_of(
    text: str, *, published: Edtf | None = None, id: str | None = None, source: Source | None = None,
    issues: Sequence[Issue] = (), extra: Sequence[tuple[str, str]] = (),
) -> Document:  # fmt: skip
    """The document of a text: its id the one given, else `doc-` and 16 hex digits of the text's SHA-256.

    The frozen text is the text with each of its line ends as one newline, and an issue where one had two characters, as
    offsets of the file then differ from there on; `published` goes before the source's own date, and that
    before the day that the text bears at its top. Half of a surrogate pair, which no UTF-8 can hold, becomes U+FFFD
    and an issue.
    """
    frozen, lost = _storable(LINE_END.sub("\n", text))
    digest = hashlib.sha256(frozen.encode("utf-8")).hexdigest()
    given = _tidy(source or Source())
    known = published or given.published
    own = dated_by_itself(frozen) if known is None else None
    dated = [note("DET-115", f"published {own[0]}, as the text says of itself", own[1])] if own is not None else []
    whole = replace(given, published=own[0] if own is not None else known, sha256=digest)
    name = one_line(id, "\ufffd") if id else f"doc-{digest[:16]}"
    if id and name != id:
        lost.append(note("DET-110", f"control or format characters in the id; kept as {name}"))
    return Document(name, whole, frozen, (*issues, *dated, *lost, *_shortened(text), *_odd(frozen)), tuple(extra))


def one_line(text: str, instead: str = "") -> str:
    """A name, title or id on one line: control, format and private characters give way, line ends to a space."""
    if text.isprintable():
        return text
    flat = BREAKS.sub(" ", text)
    return "".join(instead if unicodedata.category(c) in UNSEEN and c not in JOINERS else c for c in flat)


def _tidy(source: Source) -> Source:
    """A source whose title, outlet and the like stand on one line each, with nothing unseen in them."""
    given = {name: value for name in TOLD if (value := getattr(source, name))}
    odd: dict[str, Any] = {name: tidy or None for name, value in given.items() if (tidy := one_line(value)) != value}
    return replace(source, **odd) if odd else source


def storable(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair."""
    return SURROGATE.sub("\ufffd", text)


def _storable(text: str) -> tuple[str, list[Issue]]:
    count = len(SURROGATE.findall(text))
    if not count:
        return text, []
    return storable(text), [note("DET-105", f"{count} halves of surrogate pairs; kept as U+FFFD")]


def _shortened(text: str) -> list[Issue]:
    """One issue for all line ends of two characters, at the first."""
    first, count = text.find("\r\n"), text.count("\r\n")
    if not count:
        return []
    told = f"{count} line ends of two characters (CR LF) count as one: offsets from here on are less than the file's"
    return [note("DET-120", told, Span(first, first + 1, "\n"))]


def _odd(text: str) -> list[Issue]:
    """One issue for all control and bidirectional characters, at the first."""
    found = ODD.search(text)
    if found is None:
        return []
    count = len(ODD.findall(text))
    span = Span(found.start(), found.end(), found.group())
    message = f"{count} control or bidirectional characters; the first is U+{ord(found.group()):04X}"
    return [note("DET-110", message, span)]
