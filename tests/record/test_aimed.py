"""What shuts a line of two states is done to the other of them, whether its words name that one or not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import detente
from detente.store.filters import Filter
from detente.store.indices import index

SUSPENDED = (
    "Greece's Foreign Ministry announced on Monday that it was suspending the defence policy talks and cooperation on"
    " migrants and drugs. It said the steps answered the visit of Turkish Speaker Murat Kaya to Northern Cyprus."
)
TITLE, OUTLET = "Measures toward Turkey", "Ministry of Foreign Affairs, Greece"


def added(folder: Path, *texts: tuple[str, str, str | None]) -> Path:
    rows = [{"id": name, "published": day, "outlet": OUTLET, "title": TITLE, "text": text}
            for name, text, day in texts]  # fmt: skip
    (folder / "in.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with detente.open(folder / "s.db") as record:
        record.add(folder / "in.jsonl", day="2024-12-01")
    return folder / "s.db"


def test_a_suspended_line_is_a_deed_against_the_other_side(tmp_path: Path) -> None:
    with detente.open(added(tmp_path, ("a", SUSPENDED, "2024-05-07"))) as record:
        done = record.board("GRC", "TUR", as_of="2024-05-10").measures
        assert [(m.source, m.target) for m in done] == [("GRC", "TUR")]
        with record.engine.connect() as connection:
            points = index(connection, Filter(between=("GRC", "TUR")))
    assert [(p.source, p.target, p.value < 0) for p in points] == [("GRC", "TUR", True)]


@pytest.mark.parametrize("text", [
    "Greece's Foreign Ministry announced on Monday that it was suspending the ferry timetable until May.",
    "Greece's Foreign Ministry said on Monday that it was not suspending the defence talks with Turkey.",
])  # fmt: skip
def test_what_shuts_no_line_is_aimed_at_nobody(tmp_path: Path, text: str) -> None:
    with detente.open(added(tmp_path, ("a", text, "2024-05-07"))) as record:
        assert not record.board("GRC", "TUR", as_of="2024-05-10").measures
