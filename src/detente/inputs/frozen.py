"""A text, frozen: newlines made one, nothing else changed, named by its SHA-256."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from detente.issues import note
from detente.model import Document, Edtf, Issue, Source, Span

ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def document_of(
    text: str, *, published: Edtf | None = None, id: str | None = None, source: Source | None = None,
    issues: Sequence[Issue] = (), extra: Sequence[tuple[str, str]] = (),
) -> Document:  # fmt: skip
    """The document of a text: its id the one given, else `doc-` and 16 hex digits of the text's SHA-256."""
    frozen = "\n".join(text.splitlines())
    digest = hashlib.sha256(frozen.encode("utf-8", "surrogatepass")).hexdigest()
    given = source or Source()
    whole = Source(
        given.path, given.url, given.title, given.outlet, given.agency, given.author, published or given.published,
        given.language, digest,
    )  # fmt: skip
    return Document(id or f"doc-{digest[:16]}", whole, frozen, (*issues, *_odd(frozen)), tuple(extra))


def _odd(text: str) -> list[Issue]:
    """One issue for all control and bidirectional characters, at the first."""
    found = ODD.search(text)
    if found is None:
        return []
    count = len(ODD.findall(text))
    span = Span(found.start(), found.end(), found.group())
    return [note("DET-110", f"{count} control or bidirectional characters; the first is U+{ord(found.group()):04X}", span)]
