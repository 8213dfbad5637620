"""The command line as a user meets it: what is printed, where, and the exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from detente.codebook import shipped
from tests.conftest import ROOT

EXAMPLE = ROOT / "examples" / "fishing-talks.txt"
TEXT = (
    "Norwegian Foreign Minister Espen Barth Eide met Kenyan Foreign Minister Musalia Mudavadi in Nairobi on Monday.\n"
)


def detente(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the program as its own process, from the checkout."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "NO_COLOR": "1", "COLUMNS": "120", **environment}
    command = [sys.executable, "-m", "detente", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=ROOT, env=env, timeout=120)


def test_help_names_the_commands_without_loading_the_model() -> None:
    done = detente("--help")
    assert done.returncode == 0
    for command in (b"read", b"codebook", b"schema", b"doctor"):
        assert command in done.stdout
    probe = (
        "import detente.cli, sys; print('spacy' in sys.modules, 'trafilatura' in sys.modules, 'rich' in sys.modules)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    loaded = subprocess.run([sys.executable, "-c", probe], capture_output=True, env=env, check=True).stdout
    assert loaded.split() == [b"False"] * 3


def test_read_shows_who_met_whom() -> None:
    done = detente("read", str(EXAMPLE), "--published", "2024-03-06")
    out = done.stdout.decode()
    assert done.returncode == 0, done.stderr
    assert "call" in out and "Tue 5 Mar 2024" in out
    assert "Espen Barth Eide (NOR)" in out and "Nasser Bourita (MAR)" in out
    assert "unconfirmed" in out


def test_json_is_one_record_a_line_and_the_same_bytes_twice() -> None:
    one = detente("read", str(EXAMPLE), "--published", "2024-03-06", "--json")
    two = detente("read", str(EXAMPLE), "--published", "2024-03-06", "--json")
    assert one.stdout == two.stdout and one.stdout.count(b"\n") == 1
    record = json.loads(one.stdout)
    assert record["contract"] == 1 and record["engagements"][0]["form"] == "call"


def test_standard_input_and_explain() -> None:
    done = detente("read", "-", "--published", "2024-05-08", "--explain", stdin=TEXT.encode())
    assert done.returncode == 0, done.stderr
    assert b"engagements/meeting.meet" in done.stdout


def test_page_is_written_and_quiet_is_quiet(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = detente("read", str(EXAMPLE), "--published", "2024-03-06", "--html", str(page), "--quiet")
    assert done.returncode == 0 and done.stdout == b""
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_without_a_publication_date_nothing_relative_is_resolved() -> None:
    done = detente("read", "-", "--json", stdin=TEXT.encode())
    record = json.loads(done.stdout)
    assert [t["edtf"] for t in record["times"]] == [None]
    assert {i["code"] for i in record["issues"]} >= {"DET-201", "DET-209"}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("read", "no-such-file.txt"), 1, b"no such file"),
        (("read", str(EXAMPLE), "--published", "2024-02-31"), 2, b"not a date"),
        (("read", str(EXAMPLE), "--published", "yesterday"), 2, b"not a date"),
        (("read",), 2, b"Missing argument"),
        (("read", str(EXAMPLE), "--from", "pdf"), 2, b"pdf"),
        (("nonsense",), 2, b"nonsense"),
        (("read", str(EXAMPLE), "--model", "no_such_model"), 3, b"pip install"),
        (("read", str(EXAMPLE), "--codebook", "no-such-folder"), 3, b"no folder"),
        (("read", str(EXAMPLE), "--codebook", str(EXAMPLE.parent)), 3, b"holds no rules"),
        (("read", "http://127.0.0.1:9/x"), 1, b"private address"),
        (("read", "ftp://example.org/x"), 1, b"only http and https"),
    ],
)  # fmt: skip
def test_errors_are_one_line_with_the_way_out(arguments: tuple[str, ...], code: int, words: bytes) -> None:
    done = detente(*arguments)
    assert done.returncode == code, done.stderr
    assert words in done.stderr
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("command", ["codebook", "review"])
def test_a_command_of_several_alone_lists_them(command: str) -> None:
    done = detente(command)
    assert done.returncode == 2
    assert done.stderr.startswith(b"Usage:") and b"Commands:" in done.stderr


def test_json_and_a_page_in_one_run(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = detente("read", str(EXAMPLE), "--published", "2024-03-06", "--json", "--html", str(page))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["contract"] == 1
    assert "<!doctype html>" in page.read_text(encoding="utf-8").lower()


def test_a_pdf_is_told_as_one(tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n")
    done = detente("read", str(paper))
    assert done.returncode == 1 and b"is a PDF" in done.stderr and b"DET-103" in done.stderr


def test_one_bad_file_among_twenty_is_named_and_the_rest_read(tmp_path: Path) -> None:
    for n in range(19):
        (tmp_path / f"a{n:02}.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 20)
    done = detente("read", str(tmp_path), "--published", "2024-05-08", "--json")
    assert done.returncode == 1
    assert done.stdout.count(b"\n") == 19
    assert b"bad.txt" in done.stderr and b"19 read, 1 lost" in done.stderr


def test_output_that_cannot_take_a_character_does_not_break_the_run() -> None:
    done = detente("read", str(EXAMPLE), "--published", "2024-03-06", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr


def test_codebook_commands() -> None:
    assert b"all load" in detente("codebook", "check", "--quick").stdout
    assert b"engagements/meeting.meet" in detente("codebook", "explain", "huddle").stdout
    assert detente("codebook", "explain", "xyzzy").returncode == 1
    lost = detente("codebook", "explain", "hudle")
    assert lost.returncode == 1 and b"near it: huddle" in lost.stderr


def test_a_marked_page_on_standard_output() -> None:
    done = detente("read", "-", "--published", "2024-05-08", "--html", "-", stdin=TEXT.encode())
    assert done.returncode == 0 and done.stdout.lstrip().lower().startswith(b"<!doctype html")
    both = detente("read", "-", "--json", "--html", "-", stdin=TEXT.encode())
    assert both.returncode == 2 and b"--html -" in both.stderr


def test_private_addresses_are_fetched_only_where_asked_for() -> None:
    refused = detente("read", "http://127.0.0.1:9/none")
    assert refused.returncode == 1 and b"--allow-private-hosts" in refused.stderr
    tried = detente("read", "http://127.0.0.1:9/none", "--allow-private-hosts")
    assert tried.returncode == 1 and b"private address" not in tried.stderr
    assert b"engagements/call.noun" in detente("codebook", "list", "engagements").stdout


def test_a_broken_codebook_stops_the_run_before_it_starts(tmp_path: Path) -> None:
    (tmp_path / "speech").mkdir()
    (tmp_path / "speech" / "cues.yaml").write_text("- id: say\n  means: x\n", encoding="utf-8")
    done = detente("read", str(EXAMPLE), "--codebook", str(tmp_path))
    assert done.returncode == 3
    assert b"speech/cues.yaml" in done.stderr and b"lacks" in done.stderr


def test_doctor_reads_a_sentence() -> None:
    done = detente("doctor")
    assert done.returncode == 0, done.stdout
    assert b"1 engagement" in done.stdout and b"all works" in done.stdout


def test_schema_is_printed() -> None:
    assert json.loads(detente("schema").stdout)["title"].startswith("detente")


def test_a_page_that_cannot_be_written_is_told_first(tmp_path: Path) -> None:
    done = detente("read", str(EXAMPLE), "--published", "2024-03-06", "--html", str(tmp_path / "none" / "page.html"))
    assert done.returncode == 2 and not done.stdout and b"there is no folder" in done.stderr


def test_no_page_where_nothing_was_read(tmp_path: Path) -> None:
    empty, page = tmp_path / "empty.txt", tmp_path / "page.html"
    empty.write_bytes(b"")
    done = detente("read", str(empty), "--html", str(page))
    assert done.returncode == 1 and not page.exists() and b"is not written" in done.stderr


def test_an_input_that_is_refused_costs_no_model(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    for verb in (["read"], ["add", "--db", str(tmp_path / "s.db"), "--workers", "1"]):
        done = detente(*verb, str(tmp_path / "empty.txt"), "--model", "no_such_model")
        assert done.returncode == 1 and b"is empty" in done.stderr and b"no_such_model" not in done.stderr


def test_what_is_passed_over_or_in_another_language_is_named_and_no_loss(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.png").write_bytes(b"\x89PNG")
    (folder / "c.txt").write_text(
        "Le ministre a dit que la visite est utile et que les deux parties vont se revoir dans le pays."
    )
    done = detente("read", str(folder), "--published", "2024-05-08", "--json")
    assert done.returncode == 0 and done.stdout.count(b"\n") == 2
    assert b"b.png" in done.stderr and b"[DET-118]" in done.stderr and b"[DET-205]" in done.stderr
    assert b"1 read, 2 passed over or unread" in done.stderr and b"lost" not in done.stderr
    report = tmp_path / "r.json"
    added = detente("add", str(folder), "--db", str(tmp_path / "s.db"), "--workers", "1", "--report", str(report))
    assert added.returncode == 0 and b"1 passed over" in added.stderr and b"set aside" not in added.stderr
    assert [one["code"] for one in json.loads(report.read_text())["set_aside"]] == ["DET-118"]


def test_a_rule_that_does_not_do_what_its_example_says_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "codebook"
    copytree(shipped(), folder)
    page = folder / "furniture" / "page.yaml"
    fires = 'fires: "Home > World > Asia"'
    page.write_text(page.read_text(encoding="utf-8").replace(fires, 'fires: "The river rose."'), encoding="utf-8")
    done = detente("codebook", "check", "--codebook", str(folder))
    assert done.returncode == 1 and b"come out otherwise: 1" in done.stdout
    assert b"furniture/page.yaml: furniture/navigation does not fire on 'The river rose.'" in done.stderr
