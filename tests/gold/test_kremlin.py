"""Telephone conversations whose text names nobody: the title alone tells who spoke. No fewer may be read than
`quality/gold.yaml` says."""

from __future__ import annotations

import json

import pytest
import yaml

from detente.inputs import document_of, parse_published
from detente.model import Source
from detente.reading.reader import Reader
from tests.conftest import ROOT, SHARED

KREMLIN = SHARED / "data" / "kremlin_dev.jsonl"
EVERY = 4
pytestmark = pytest.mark.skipif(not KREMLIN.exists(), reason="the corpora are not beside the checkout")


def test_calls_that_a_title_tells(reader: Reader) -> None:
    rows = [json.loads(line) for line in KREMLIN.read_text(encoding="utf-8").splitlines()]
    calls = [r for r in rows if r["form_hint"] == "call"][::EVERY]
    missed = []
    for row in calls:
        source = Source(title=row["title"], outlet="Kremlin")
        document = document_of(row["text"], published=parse_published(row["date"]), source=source)
        found = [e for e in reader.read(document).engagements if e.form == "call" and e.status.status == "held"]
        if not any("RUS" in e.countries and len(e.countries) > 1 for e in found):
            missed.append(row["title"])
    floor = yaml.safe_load((ROOT / "quality" / "gold.yaml").read_text(encoding="utf-8"))["kremlin_calls"]
    assert len(calls) - len(missed) >= floor, missed
