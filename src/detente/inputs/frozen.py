"""A text, frozen: newlines made one, nothing else changed, named by its SHA-256."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from detente.inputs.dateline import dated_by_itself
from detente.issues import note
from detente.model import Document, Edtf, Issue, Source, Span

ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
SURROGATE = re.compile("[\ud800-\udfff]")


def document_of(
    text: str, *, published: Edtf | None = None, id: str | None = None, source: Source | None = None,
    issues: Sequence[Issue] = (), extra: Sequence[tuple[str, str]] = (),
) -> Document:  # fmt: skip
    """The document of a text: its id the one given, else `doc-` and 16 hex digits of the text's SHA-256.

    The frozen text is `"\\n".join(text.splitlines())`; `published` goes before the source's own date, and that
    before the day that the text bears at its top. Half of a surrogate pair, which no UTF-8 can hold, becomes U+FFFD
    and an issue.
    """
    frozen, lost = _storable("\n".join(text.splitlines()))
    digest = hashlib.sha256(frozen.encode("utf-8")).hexdigest()
    given = source or Source()
    known = published or given.published
    own = dated_by_itself(frozen) if known is None else None
    dated = [note("DET-115", f"published {own[0]}, as the text says of itself", own[1])] if own is not None else []
    whole = replace(given, published=own[0] if own is not None else known, sha256=digest)
    name = id or f"doc-{digest[:16]}"
    return Document(name, whole, frozen, (*issues, *dated, *lost, *_odd(frozen)), tuple(extra))


def storable(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair."""
    return SURROGATE.sub("\ufffd", text)


def _storable(text: str) -> tuple[str, list[Issue]]:
    count = len(SURROGATE.findall(text))
    if not count:
        return text, []
    return storable(text), [note("DET-105", f"{count} halves of surrogate pairs; kept as U+FFFD")]


def _odd(text: str) -> list[Issue]:
    """One issue for all control and bidirectional characters, at the first."""
    found = ODD.search(text)
    if found is None:
        return []
    count = len(ODD.findall(text))
    span = Span(found.start(), found.end(), found.group())
    message = f"{count} control or bidirectional characters; the first is U+{ord(found.group()):04X}"
    return [note("DET-110", message, span)]
