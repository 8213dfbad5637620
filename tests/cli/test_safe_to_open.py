"""Words of a document that would do something where they are shown or opened: in lists, briefs, on any screen."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

import detente
from tests.cli.test_record import run

LINE = {
    "id": "\x1b[31mid", "published": "2024-03-05", "title": "=HYPERLINK(1) \x07\x1b]0;x\x07<script>alert(1)</script>",
    "text": "Peru's Foreign Minister Ana Ruiz met Kenyan Foreign Minister Amina Otieno in Lima on Tuesday.",
}  # fmt: skip


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("safe")
    (folder / "a.jsonl").write_text(json.dumps(LINE))
    with detente.open(folder / "s.db") as record:
        record.add(folder / "a.jsonl", day="2024-07-01")
    return str(folder / "s.db")


def test_lists_hold_no_formula_and_no_control(db: str) -> None:
    told = run("sources", "--db", db, "--format", "csv").stdout
    assert b"'=HYPERLINK" in told and not set(told) & {0x07, 0x1B}


@pytest.mark.parametrize("ending", ["md", "html", "docx"])
def test_a_brief_of_any_kind_is_written(db: str, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"b.{ending}"
    assert run("brief", "PER", "KEN", "--db", db, "-o", str(path)).returncode == 0
    made = path.read_bytes()
    if ending == "docx":
        import docx

        words = "\n".join(p.text for p in docx.Document(io.BytesIO(made)).paragraphs)
        assert "�[31mid" in words
    else:
        assert b"<script" not in made and not set(made) & {0x07, 0x1B}
