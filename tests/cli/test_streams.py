"""The program where the shell has closed its streams: one line where something is lost, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    line = command.replace("detente", f"{sys.executable} -m detente")
    return subprocess.run(["sh", "-c", line], capture_output=True, cwd=ROOT, env={**os.environ, **environment})


@pytest.mark.parametrize("command", ["schema", "codebook explain postpone", "read examples/fishing-talks.txt --json"])
def test_a_closed_output_is_told(command: str) -> None:
    done = shell(f"detente {command} >&-")
    assert done.returncode == 1
    assert done.stderr.decode() == "detente: cannot write the output: standard output is closed\n"


def test_all_closed_is_no_traceback() -> None:
    assert shell("detente schema >&- 2>&- <&-").returncode == 1
    assert shell("detente read nofile 2>&-").returncode == 1


def test_a_closed_input_is_empty() -> None:
    done = shell("detente read - <&-")
    assert done.returncode == 1 and b"is empty" in done.stderr and b"Traceback" not in done.stderr


def test_a_store_does_not_take_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    assert shell(f"detente add examples/fishing-talks.txt --db {path} --workers 1 >&- 2>&- <&-").returncode == 0
    assert path.read_bytes().startswith(b"SQLite format 3\0")
    assert b"doc-" in shell(f"detente sources --db {path}").stdout
