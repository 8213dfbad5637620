"""A headline's "to meet in T" above a visit is the meeting held on that visit; another meeting is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import detente

HEAD = "The foreign ministers of Peru and Chile will meet in Lima."
PLAN = (
    "LIMA (Reuters) - Chilean Foreign Minister Rosa Vidal is expected in Lima next Thursday, Peru's foreign"
    " minister Juan Soto said on Wednesday."
)
HELD = (
    "LIMA (AP) - Chilean Foreign Minister Rosa Vidal visited Lima on Thursday and met Peruvian counterpart Juan Soto."
)
DEFENCE = "The defence ministers of Peru and Chile will meet in Lima."


def engagements(folder: Path, *texts: tuple[str, str]) -> list[tuple[str, str, tuple[str, ...]]]:
    rows = (json.dumps({"id": f"d{n}", "published": day, "text": text}) for n, (day, text) in enumerate(texts))
    (folder / "t.jsonl").write_text("\n".join(rows))
    with detente.open(folder / "s.db") as record:
        record.add(folder / "t.jsonl", day="2025-12-31")
        found = record.engagements(between=("CHL", "PER"))
        with record.engine.connect() as connection:
            from detente.run.local import knowledge
            from detente.store.board import board

            planned = board(connection, "CHL", "PER", "2025-06-30", knowledge()).planned
    assert all(p.status == "announced" for p in planned)
    return [(e.form, e.status, e.documents) for e in found]


def test_it_is_the_meeting_that_was_held(tmp_path: Path) -> None:
    found = engagements(tmp_path, ("2025-05-28", f"{HEAD}\n\n{PLAN}"), ("2025-06-05", HELD))
    assert sorted(found) == [("meeting", "held", ("d0", "d1")), ("visit", "held", ("d0", "d1"))]


@pytest.mark.parametrize(
    ("plan", "held"),
    [
        (f"{PLAN}\n\nThe ministers of Peru and Chile are to meet in Lima again.", HELD),
        (f"{DEFENCE}\n\n{PLAN}", HELD),
    ],
    ids=["below the visit", "other ministers"],
)
def test_it_is_another(tmp_path: Path, plan: str, held: str) -> None:
    found = engagements(tmp_path, ("2025-05-28", plan), ("2025-06-05", held))
    assert ("meeting", "held", ("d1",)) in found and ("meeting", "announced", ("d0",)) in found


def test_it_stays_a_plan_until_it_is_held(tmp_path: Path) -> None:
    found = engagements(tmp_path, ("2025-05-28", f"{HEAD}\n\n{PLAN}"))
    assert ("meeting", "announced", ("d0",)) in found
