"""Texts whose date stands for none, in a new store and in one that an older program made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import detente
from detente.inputs import document_of
from detente.run.adding import How, add
from detente.run.rebuilding import rebuild
from detente.store.opening import opened
from tests.cli.test_record import run

GOOD = "Norway's foreign minister met her Moroccan counterpart in Rabat on Monday."
ODD = (
    "Norway's prime minister met Morocco's prime minister. Norway's foreign minister will visit Rabat."
    " Morocco's king spoke by phone with Norway's king on Sunday. The two are to meet next year."
)
DAYS = ["0001-01-01", "9999-12-31"]


def lines(path: Path, *rows: dict[str, str]) -> str:
    path.write_text("\n".join(map(json.dumps, rows)))
    return str(path)


@pytest.mark.parametrize("day", DAYS)
def test_it_is_kept_undated_and_the_rest_is_told(tmp_path: Path, day: str) -> None:
    db, rows = str(tmp_path / "s.db"), [{"id": "good", "published": "2024-05-08", "text": GOOD}]
    rows.append({"id": "odd", "published": day, "text": ODD})
    done = run("add", lines(tmp_path / "a.jsonl", *rows), "--db", db, "--workers", "1")
    assert done.returncode == 0 and b"1 without a date" in done.stderr
    sources = {r["document"]: r["published"] for r in json.loads(run("sources", "--db", db, "--format", "json").stdout)}
    assert sources == {"good": "2024-05-08", "odd": None}
    assert b"Mon 6 May 2024" in run("engagements", "--db", db, "--between", "NOR", "MAR").stdout


@pytest.mark.parametrize("day", DAYS)
def test_reading_it_notes_the_issue(tmp_path: Path, day: str) -> None:
    path = lines(tmp_path / "a.jsonl", {"id": "odd", "published": day, "text": ODD})
    done = run("read", path, "--json")
    assert "DET-108" in {i["code"] for i in json.loads(done.stdout)["issues"]}
    refused = run("read", path, "--published", day)
    assert refused.returncode == 2 and refused.stderr.count(b"\n") == 1


VERBS = [
    ["engagements"], ["commitments"], ["positions"], ["events"], ["sources"], ["board", "NOR", "MAR"],
    ["brief", "NOR", "MAR"], ["index", "NOR", "MAR"], ["panel", "--unit", "dyad-day"],
]  # fmt: skip


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store into which an older program took such days."""
    db = tmp_path_factory.mktemp("old") / "s.db"
    with detente.open(db):
        pass
    documents = [document_of(GOOD, id="good", published="2024-05-08")]  # type: ignore[arg-type]
    documents += [document_of(f"{n}. {ODD}", id=f"odd{n}", published=day) for n, day in enumerate(DAYS)]  # type: ignore[arg-type]
    add(documents, opened(str(db)), How(day="2024-06-01"))
    return str(db)


@pytest.mark.parametrize("as_of", [[], ["--as-of", "0001-01-01"], ["--as-of", "9999-12-31"]], ids=str)
@pytest.mark.parametrize("verb", VERBS, ids=lambda v: v[0])
def test_no_verb_breaks_on_such_a_store(old: str, verb: list[str], as_of: list[str]) -> None:
    done = run(*verb, "--db", old, *as_of)
    assert done.returncode == 0 and b"Traceback" not in done.stderr
    assert verb[0] != "engagements" or as_of == ["--as-of", "0001-01-01"] or b"Mon 6 May 2024" in done.stdout
    assert verb[0] != "panel" or len(done.stdout.splitlines()) <= 2


def test_a_rebuild_takes_the_days_away(old: str) -> None:
    rebuild(opened(old))
    sources = {
        r["document"]: r["published"] for r in json.loads(run("sources", "--db", old, "--format", "json").stdout)
    }
    assert sources == {"good": "2024-05-08", "odd0": None, "odd1": None}
    rebuild(opened(old), reread=True)
    told = run("engagements", "--db", old, "--format", "csv").stdout
    assert b"0001-" not in told and b"9999-" not in told


def test_a_quiet_of_any_length(old: str) -> None:
    assert run("board", "NOR", "MAR", "--db", old, "--quiet-after", "99999999999").returncode == 0
