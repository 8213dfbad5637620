"""Texts kept unread stand in what an answer rests on, under the side whose outlet it is, else among others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import detente

ROWS = [
    ("en", "Norwegian Foreign Minister Kari Lund met her Moroccan counterpart Omar Alami in Rabat.", "Oslo Wire"),
    ("fr", "Le ministre a reçu mardi à Rabat la ministre norvégienne.", "Ministère des Affaires étrangères, Maroc"),
    ("es", "El canciller viajará mañana a Quito con la ministra.", "Ministerio de Relaciones Exteriores, Chile"),
    ("de", "Der Minister flog gestern nach Wien.", "Der Bote"),
]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    lines = [{"id": code, "published": "2024-03-05", "text": text, "outlet": outlet} for code, text, outlet in ROWS]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    with detente.open(tmp_path / "s.db") as record:
        record.add(tmp_path / "in.jsonl", day="2024-06-01")
    return tmp_path / "s.db"


def test_unread_texts_are_those_of_their_side_or_of_others(db: Path) -> None:
    with detente.open(db) as record:
        board = record.board("NOR", "CHL", as_of="2024-06-01")
        assert {c.side: c.unread for c in board.coverage} == {"NOR": {}, "CHL": {"es": 1}}
        assert sum(board.wires.unread.values()) == 2
        early = record.board("NOR", "CHL", as_of="2024-03-01")
        assert not early.wires.unread and not any(c.unread for c in early.coverage)
