"""What tests share: the shipped codebook and one reader, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.codebook import Codebook, load
from detente.inputs import document_of
from detente.model import Edtf, Reading
from detente.reading.reader import Reader
from detente.run.local import reader as build_reader

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def book() -> Codebook:
    return load()


@pytest.fixture(scope="session")
def reader() -> Reader:
    return build_reader()


def read(reader: Reader, text: str, published: str | None = "2024-05-08") -> Reading:
    """The reading of a text published on a Wednesday, unless told otherwise."""
    return reader.read(document_of(text, published=Edtf(published) if published else None))
