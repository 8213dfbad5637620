"""What tests share: the shipped codebook and one reader, loaded once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import detente
from detente.codebook import Codebook, load
from detente.inputs import document_of
from detente.model import Edtf, Reading, Source
from detente.reading.reader import Reader
from detente.record.knowledge import Knowledge
from detente.run.local import knowledge as build_knowledge
from detente.run.local import reader as build_reader

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def short(value: object) -> str:
    """A short name for a test's argument; sets are written in one order, since every process must name tests alike."""
    return str(sorted(value) if isinstance(value, set | frozenset) else value)[:40]


@pytest.fixture(scope="session")
def book() -> Codebook:
    return load()


@pytest.fixture(scope="session")
def reader() -> Reader:
    return build_reader()


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return build_knowledge()


def read(
    reader: Reader,
    text: str,
    published: str | None = "2024-05-08",
    outlet: str | None = None,
    title: str | None = None,
) -> Reading:
    """The reading of a text published on a Wednesday, unless told otherwise, perhaps by an outlet and with a title."""
    day, source = Edtf(published) if published else None, Source(outlet=outlet, title=title)
    return reader.read(document_of(text, published=day, source=source))


def stored(folder: Path, *texts: tuple[str, str, str], day: str = "2025-12-31") -> str:
    """The path of a store in a folder, of texts told as day, outlet and words (`d0`, `d1` …), added on a day."""
    rows = (
        json.dumps({"id": f"d{n}", "published": published, "outlet": outlet, "text": text})
        for n, (published, outlet, text) in enumerate(texts)
    )
    (folder / "texts.jsonl").write_text("\n".join(rows), encoding="utf-8")
    with detente.open(folder / "s.db") as record:
        record.add(folder / "texts.jsonl", day=day)
    return str(folder / "s.db")
