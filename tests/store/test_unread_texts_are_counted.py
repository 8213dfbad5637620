"""Texts kept unread stand in what an answer rests on, under the side whose outlet it is, else among others."""

from __future__ import annotations

from pathlib import Path

import pytest

import detente
from tests.conftest import stored

ROWS = [
    ("Norwegian Foreign Minister Kari Lund met her Moroccan counterpart Omar Alami in Rabat.", "Oslo Wire"),
    ("Le ministre a reçu mardi à Rabat la ministre norvégienne.", "Ministère des Affaires étrangères, Maroc"),
    ("El canciller viajará mañana a Quito con la ministra.", "Ministerio de Relaciones Exteriores, Chile"),
    ("Der Minister flog gestern nach Wien.", "Der Bote"),
]


@pytest.fixture
def db(tmp_path: Path) -> str:
    return stored(tmp_path, *(("2024-03-05", outlet, text) for text, outlet in ROWS), day="2024-06-01")


def test_unread_texts_are_those_of_their_side_or_of_others(db: str) -> None:
    with detente.open(db) as record:
        board = record.board("NOR", "CHL", as_of="2024-06-01")
        assert {c.side: c.unread for c in board.coverage} == {"NOR": {}, "CHL": {"es": 1}}
        assert sum(board.wires.unread.values()) == 2
        early = record.board("NOR", "CHL", as_of="2024-03-01")
        assert not early.wires.unread and not any(c.unread for c in early.coverage)
