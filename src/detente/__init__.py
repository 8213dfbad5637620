"""detente reads news reports and official statements and keeps the open, sourced record of diplomacy.

import detente
reading = detente.read("…", published="2023-06-15")
record = detente.open("x.db")
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from detente.model import Reading
    from detente.run.opened import Record

__version__ = "0.1.0"


def read(
    text: str,
    published: str | date | None = None,
    *,
    id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    model: str | None = None,
    max_characters: int = 200_000,
) -> Reading:
    """The reading of one article or statement.

    `text` is plain text; `published` its publication date (EDTF, any precision, or a day): without one, relative
    dates stay unresolved. `title` is its headline where the text lacks it, `outlet` and `url` where it stood: an office
    of state speaks for its state. `model` names another installed spaCy pipeline package. A text of more
    than `max_characters` gives a reading without items, with issue DET-211. Reading in a loop loads codebook and model
    once. Raises UsageError for a text or a date that is none, ModelError for a missing model.
    """
    from detente.errors import UsageError
    from detente.inputs import document_of, parse_published
    from detente.model import Source
    from detente.run.local import reader

    if not isinstance(text, str):
        raise UsageError(f"text: a str is needed, not {type(text).__name__}; files are read by `detente read`")
    told = published.isoformat()[:10] if isinstance(published, date) else published
    day = parse_published(told) if isinstance(told, str) else None
    if published is not None and day is None:
        raise UsageError(f"published: {published!r} is not a date; write it as 2023-06-15, 2023-06 or 2023")
    return reader(model).read(
        document_of(text, published=day, id=id, source=Source(url=url, title=title, outlet=outlet)), max_characters
    )


def open(address: str | Path) -> Record:
    """The store in a file (or at a database address), made when it is not there. Raises StoreError.

    record = detente.open("x.db"); record.add("archive/"); record.board("USA", "CHN")
    """
    from detente.run.opened import Record

    return Record(address)
