"""Texts that are said to be published in the future: told by every verb from that day on, and by none before."""

from __future__ import annotations

import io
import json
from datetime import date, timedelta
from pathlib import Path

import pytest

import detente
from detente.inputs import InputOptions, Refusal, open_inputs
from tests.cli.test_record import run

TODAY = date.today()
TEXT = "Peru's Foreign Minister Ana Ruiz met Kenyan Foreign Minister Amina Otieno in {} on {}."


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("future")
    lines = [
        {"id": "then", "published": "2024-03-05", "text": TEXT.format("Lima", "Tuesday")},
        {"id": "ahead", "published": "3024-01-01", "text": TEXT.format("Cusco", "1 January 3024")},
    ]
    path = folder / "a.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)))
    done = run("add", str(path), "--db", str(folder / "s.db"), "--workers", "1")
    assert done.returncode == 0 and b"1 said to be published in the future" in done.stderr
    assert b"[DET-119]" in done.stderr
    return str(folder / "s.db")


VERBS = [
    ["engagements"], ["sources"], ["events"], ["statements"], ["tenures"], ["board", "PER", "KEN"],
    ["brief", "PER", "KEN"], ["index", "PER", "KEN"], ["panel", "--between", "PER", "KEN"],
]  # fmt: skip


@pytest.mark.parametrize("verb", VERBS, ids=lambda v: v[0])
def test_no_verb_tells_what_is_still_to_come(db: str, verb: list[str]) -> None:
    done = run(*verb, "--db", db)
    assert done.returncode == 0
    assert not {"3024", "Cusco", "ahead"} & set(done.stdout.decode().replace("-", " ").split())
    assert "as known on" not in done.stdout.decode() or verb[0] in ("board", "brief")


def test_asked_for_that_day_it_is_told(db: str) -> None:
    assert b"Cusco" in run("engagements", "--db", db, "--as-of", "3024-02-01").stdout
    with detente.open(db) as record:
        assert len(record.engagements()) == 1 and len(record.engagements(as_of=None)) == 2


def codes(published: str, today: date | None) -> list[str]:
    line = json.dumps({"text": "Envoys met.", "published": published}).encode()
    (found,) = open_inputs(["-"], InputOptions("jsonl", today=today), io.BytesIO(line))
    assert not isinstance(found, Refusal)
    return [i.code for i in found.issues]


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("3024-01-01", ["DET-119"]),
        ((TODAY + timedelta(days=2)).isoformat(), ["DET-119"]),
        ((TODAY + timedelta(days=1)).isoformat(), []),
        (TODAY.isoformat(), []),
        (str(TODAY.year), []),
        (TODAY.isoformat()[:7], []),
        ("2024-03", []),
    ],
)
def test_what_lies_in_the_future(published: str, told: list[str]) -> None:
    assert codes(published, TODAY) == told and codes(published, None) == []


def test_what_bears_this_month_or_year_is_known_today(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format("Lima", "Tuesday"))
    for published in (str(TODAY.year), TODAY.isoformat()[:7]):
        db = str(tmp_path / f"{published}.db")
        run("add", str(tmp_path / "a.txt"), "--published", published, "--db", db, "--workers", "1")
        assert b"Lima" in run("engagements", "--db", db, "--format", "csv").stdout
