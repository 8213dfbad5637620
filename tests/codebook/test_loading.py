"""A codebook that says something twice is refused: of two lists of one name the first would count for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.codebook import load
from detente.errors import CodebookError


def test_a_list_told_twice_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "speech").mkdir()
    (tmp_path / "speech" / "grammar.yaml").write_text(
        "papers: [poll]\nothers: [law]\npapers: [map]\n", encoding="utf-8"
    )
    with pytest.raises(CodebookError, match=r"speech/grammar.yaml.*'papers' stands twice"):
        load(tmp_path)
