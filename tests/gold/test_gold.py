"""Articles on other pairs of states: no fewer rows may hold than `quality/gold.yaml` says."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from detente.outputs.jsonl import encode
from detente.reading.reader import Reader
from tests.conftest import ROOT, SHARED, read

CHECK = SHARED / "seed" / "check.py"
FLOORS = yaml.safe_load((ROOT / "quality" / "gold.yaml").read_text(encoding="utf-8"))["rows"]
pytestmark = pytest.mark.skipif(not CHECK.exists(), reason="the checks are not beside the checkout")


def checker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check", CHECK)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def held(folder: Path, published: str, reader: Reader) -> dict[str, bool]:
    """Which rows hold for the article in a folder."""
    module = checker()
    text = (folder / "article.txt").read_text(encoding="utf-8")
    record = json.loads(encode(read(reader, text, published)))
    cast = json.loads((folder / "cast.json").read_text(encoding="utf-8"))
    return {
        row: bool(holds) for row, holds, _ in module.rows(module.Record(record, cast, "\n".join(text.splitlines())))
    }


def test_seed(reader: Reader) -> None:
    rows = held(CHECK.parent, "2023-06-15", reader)
    assert not [row for row, holds in rows.items() if not holds]


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_other_articles(name: str, reader: Reader) -> None:
    folder = Path(__file__).parent / name
    rows = held(folder, (folder / "published.txt").read_text(encoding="utf-8").strip(), reader)
    short = [row for row, holds in rows.items() if not holds]
    assert len(rows) - len(short) >= FLOORS[name], f"{name}: fall short: {', '.join(short)}"
