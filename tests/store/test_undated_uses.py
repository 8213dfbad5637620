"""A line of which only undated uses are told is shown as used: a board never says that nothing was read of it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

import detente
from detente.outputs.board import render
from detente.store.board import Board

TEXTS = {
    "2024-04-03": "Chilean Foreign Minister Alberto van Klaveren spoke by phone with his Bolivian counterpart "
    "Celinda Sosa about the customs post, the ministry said.",
    "2024-05-20": "Chilean Foreign Minister Alberto van Klaveren received his Bolivian counterpart Celinda Sosa "
    "in Arica and spoke of the railway, the ministry said.",
}


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("undated")
    rows = [{"id": day, "published": day, "text": text} for day, text in TEXTS.items()]
    (folder / "in.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with detente.open(folder / "s.db") as record:
        record.add(folder / "in.jsonl", day="2024-06-01")
    return folder / "s.db"


def page(board: Board) -> str:
    out = io.StringIO()
    render(board, Console(file=out, width=150))
    return out.getvalue()


@pytest.mark.parametrize(("day", "number", "form"), [("2024-06-01", 2, "meeting"), ("2024-05-01", 1, "call")])
def test_uses_without_a_day_are_told_on_any_day(db: Path, day: str, number: int, form: str) -> None:
    with detente.open(db) as record:
        board = record.board("CHL", "BOL", as_of=day)
    told = board.undated["foreign_ministers"]
    assert (told.number, told.last.form) == (number, form)
    line = next(c for c in board.channels if c.channel == "foreign_ministers")
    assert line.state == "unknown" and line.last_used is None
    shown = page(board)
    assert "used, the day not said" in shown
    silent = next(line for line in shown.splitlines() if "nothing read of" in line)
    assert "foreign ministers" not in silent and "leaders" in silent


def test_a_line_never_used_is_still_named_as_unread(db: Path) -> None:
    with detente.open(db) as record:
        board = record.board("CHL", "PER", as_of="2024-06-01")
    assert board.undated == {} and "used, the day not said" not in page(board)
