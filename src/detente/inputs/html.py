"""An HTML page to a document: the article's text, and what the page's metadata say of it."""

from __future__ import annotations

import re
from typing import Any

from detente.errors import InputError
from detente.inputs.frozen import document_of
from detente.inputs.limits import InputOptions
from detente.inputs.published import parse_published
from detente.issues import note
from detente.model import Document, Issue, Source


def page(markup: str, place: str, options: InputOptions, path: str | None, url: str | None, issues: list[Issue]) -> Document:
    """The article on a page. InputError when nothing can be read from it."""
    found = _extracted(markup, url)
    text = (found.get("text") or "").strip()
    notes = list(issues)
    if "<html" in markup[:5000].lower() and "</html" not in markup[-5000:].lower():
        notes.append(note("DET-111", f"{place}: the page does not close its markup; what could be read was read"))
    if not text:
        raise InputError("DET-111", f"{place}: no article was found on the page; save its text and read that")
    published = options.published or parse_published(found.get("date") or "")
    source = Source(
        path=path,
        url=found.get("url") or url,
        title=found.get("title"),
        outlet=found.get("sitename") or found.get("hostname"),
        author=found.get("author"),
        published=published,
        language=_language(markup) or found.get("language"),
    )
    return document_of(text, published=published, source=source, issues=notes)


def _extracted(markup: str, url: str | None) -> dict[str, Any]:
    """What trafilatura finds; tolerant of any markup."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        markup, url=url, with_metadata=True, include_comments=False, include_tables=True, favor_recall=True,
        deduplicate=False,
    )  # fmt: skip
    if found is None:
        return {}
    return dict(found.as_dict()) if hasattr(found, "as_dict") else dict(found)


def _language(markup: str) -> str | None:
    """The language that the page's root element declares."""
    declared = re.search(r"""<html[^>]{0,300}\blang\s*=\s*["']?([A-Za-z]{2,3})""", markup[:10_000])
    return declared.group(1).lower() if declared else None
