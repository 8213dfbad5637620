"""Every rule of the codebook fires on its example and not on its counter-example."""

from __future__ import annotations

import re

import pytest

from detente.codebook import Entry, load
from detente.inputs import document_of
from detente.reading.page.furniture import FurnitureReader
from detente.reading.reader import Reader
from tests.conftest import read

BODY = "The two ministers met in the capital on Tuesday and spoke for an hour about the river and its fish."
RULES = [e for section in load().rules.values() for e in section]
READ = [e for e in RULES if e.section not in ("furniture", "times", "channels")]


def rules_of(reader: Reader, text: str) -> set[str]:
    """The rules that made the items of a reading, compound ones taken apart."""
    reading = read(reader, text)
    items = (
        *reading.engagements, *reading.statements, *reading.positions, *reading.commitments, *reading.events,
        *reading.tenures,
    )  # fmt: skip
    return {part for item in items for part in re.split(r" \+ |; ", item.rule)}


@pytest.mark.parametrize("entry", READ, ids=lambda e: e.rule)
def test_rule_fires(entry: Entry, reader: Reader) -> None:
    for example in entry.fires:
        assert entry.rule in rules_of(reader, example), f"{entry.file}: {entry.rule} does not fire on {example!r}"


@pytest.mark.parametrize("entry", READ, ids=lambda e: e.rule)
def test_rule_keeps_still(entry: Entry, reader: Reader) -> None:
    for example in entry.never:
        assert entry.rule not in rules_of(reader, example), f"{entry.file}: {entry.rule} fires on {example!r}"


@pytest.mark.parametrize("entry", [e for e in RULES if e.section == "furniture"], ids=lambda e: e.rule)
def test_furniture_rule(entry: Entry) -> None:
    furniture = FurnitureReader(load())
    for wanted, examples in ((True, entry.fires), (False, entry.never)):
        for example in examples:
            layout = furniture.read(
                document_of(example if entry.data.get("dateline") else f"{BODY}\n\n{BODY[::-1]}\n\n{example}")
            )
            found = layout.dateline is not None if entry.data.get("dateline") else entry.rule in layout.rules
            assert found is wanted, f"{entry.file}: {entry.rule} on {example!r}"


@pytest.mark.parametrize("entry", [e for e in RULES if e.section == "times"], ids=lambda e: e.rule)
def test_time_family(entry: Entry, reader: Reader) -> None:
    for example in entry.fires:
        assert read(reader, example).times, f"{entry.file}: {entry.rule} finds nothing in {example!r}"
    for example in entry.never:
        assert not read(reader, example).times, f"{entry.file}: {entry.rule} finds a time in {example!r}"
