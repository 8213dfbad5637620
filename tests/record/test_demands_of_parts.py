"""A demand of several parts is followed part by part, and one that is put in other words is reworded, not dropped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import detente

PERU = "Ministry of Foreign Affairs of Peru"
FIRST, NEXT = "2024-03-12", "2024-06-20"


def changes(folder: Path, *texts: tuple[str, str]) -> dict[str, list[str]]:
    """By its first words, what became of each position of a store of one ministry's texts."""
    rows = [json.dumps({"id": f"d{n}", "published": d, "text": t, "outlet": PERU}) for n, (d, t) in enumerate(texts)]
    source = folder / "texts.jsonl"
    source.write_text("\n".join(rows) + "\n", encoding="utf-8")
    with detente.open(folder / "s.db") as record:
        record.add(source, day="2025-01-01")
        return {str(p.changes[0].text): [e.what for e in p.changes] for p in record.positions()}


BOTH = "Peru calls on Bolivia to withdraw its patrols and reopen the crossing."


@pytest.mark.parametrize(
    ("then", "patrols", "crossing"),
    [
        (BOTH, ["added"], ["added"]),
        ("Peru calls on Bolivia to reopen the crossing and withdraw its patrols.", ["added"], ["added"]),
        ("Peru calls on Bolivia to reopen the crossing.", ["added", "dropped"], ["added"]),
        ("Peru called on Bolivia to recall its patrols and to open the crossing.", ["added", "reworded"],
         ["added", "reworded"]),
        ("Peru calls on Bolivia to reopen the crossing and to release the trucks.", ["added", "dropped"], ["added"]),
    ],
)  # fmt: skip
def test_each_part_of_a_demand_is_followed(tmp_path: Path, then: str, patrols: list[str], crossing: list[str]) -> None:
    found = changes(tmp_path, (FIRST, BOTH), (NEXT, then))
    assert found["to withdraw its patrols"] == patrols and found["reopen the crossing"] == crossing


def test_three_parts_in_other_words_and_another_order(tmp_path: Path) -> None:
    found = changes(
        tmp_path,
        (FIRST, "Peru demands that Bolivia lift the blockade, release the trucks and compensate the drivers."),
        (NEXT, "Peru demanded that Bolivia release the trucks, end the blockade and pay the drivers compensation."),
    )  # fmt: skip
    assert list(found.values()) == [["added", "reworded"]] * 3


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Peru calls on Bolivia to release the trucks.", "Peru calls on Bolivia to release the fishing data."),
        ("Peru asks Bolivia to withdraw troops from Guaqui.", "Peru asks Bolivia to withdraw troops from Oruro."),
    ],
)  # fmt: skip
def test_another_demand_is_none_reworded(tmp_path: Path, first: str, then: str) -> None:
    found = changes(tmp_path, (FIRST, first), (NEXT, then))
    assert sorted(found.values()) == [["added"], ["added", "dropped"]]
