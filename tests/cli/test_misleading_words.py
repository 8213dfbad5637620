"""Answers that could be misread: days turned round, a reviewer's word, a demand not repeated, a month below zero."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from rich.console import Console

import detente
from detente.outputs.listing import render
from detente.outputs.wordings import turn_in_words
from detente.record.temperature import Scored, temperature
from tests.cli.test_record import DEMO, run
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("words") / "s.db"
    with detente.open(path) as record:
        record.add(ROOT / DEMO, day="2024-07-01")
    return path


@pytest.mark.parametrize("verb", [["engagements"], ["index", "NOR", "MAR"], ["panel"]], ids=lambda v: v[0])
def test_days_the_wrong_way_round_are_refused(made: Path, verb: list[str]) -> None:
    done = run(*verb, "--db", str(made), "--from", "2025-01-01", "--to", "2024-01-01")
    assert done.returncode == 2 and b"ends before it begins" in done.stderr and not done.stdout
    assert run(*verb, "--db", str(made), "--from", "2024-03", "--to", "2024-03").returncode == 0


def test_a_reviewers_word_is_no_sides(made: Path, tmp_path: Path) -> None:
    db = str(shutil.copy(made, tmp_path / "s.db"))
    promise = json.loads(run("commitments", "--db", db, "--format", "json").stdout)[0]["id"]
    before = run("show", promise, "--db", db).stdout
    run("review", "relabel", promise, "status", "claimed_broken", "--db", db, "--reason", "so read")
    told = run("show", promise, "--db", db).stdout
    assert b"claimed broken by review 1" in told and b"by review" not in before
    assert b"promise told by" in told and b"says so" not in told
    run("review", "undo", "1", "--db", db, "--reason", "not so")
    assert b"by review 1  " not in run("show", promise, "--db", db).stdout


def test_a_record_is_not_merged_with_itself(made: Path, tmp_path: Path) -> None:
    db = str(shutil.copy(made, tmp_path / "s.db"))
    one = json.loads(run("engagements", "--db", db, "--format", "json").stdout)[0]["id"]
    done = run("review", "merge", one, one, "--db", db, "--reason", "x")
    assert done.returncode == 2 and b"two different records" in done.stderr


def test_what_a_text_leaves_out_is_not_given_up() -> None:
    assert turn_in_words("dropped") == "not repeated" and turn_in_words("hardened") == "hardened"


@pytest.mark.parametrize(("score", "side"), [(-6.0, "███│"), (6.0, "│███")])
def test_a_month_below_zero_lies_on_the_other_side(score: float, side: str) -> None:
    points = temperature([Scored("a#v1", "NOR", "MAR", "2024-03-01", "CONSULT", "a", score)])  # type: ignore[arg-type]
    console = Console(width=100, record=True)
    render(points, "index", console, None)
    (row,) = (line for line in console.export_text().splitlines() if line.startswith("2024-03"))
    assert side in "".join(row.split()) and (("│███" in "".join(row.split())) == (score > 0))
