"""Every rule of the codebook fires on its example and not on its counter-example; what fails is told by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.codebook import Entry, load
from detente.reading.reader import Reader
from detente.run.examples import UNREAD, failing

RULES = [e for section in load().rules.values() for e in section if e.section not in UNREAD]


@pytest.mark.parametrize("entry", RULES, ids=lambda e: e.rule)
def test_a_rule_does_what_its_examples_say(entry: Entry, reader: Reader) -> None:
    assert not list(failing(entry, reader))


@pytest.mark.parametrize("rule", ["engagements/call.noun", "furniture/caption", "times/month_day"])
def test_examples_the_wrong_way_round_are_named(rule: str, reader: Reader) -> None:
    entry = next(e for e in RULES if e.rule == rule)
    turned = replace(entry, fires=entry.never, never=entry.fires)
    told = list(failing(turned, reader))
    assert len(told) == len(entry.fires) + len(entry.never)
    assert all(line.startswith(f"{entry.file}: {rule} ") for line in told)
    assert all(any(repr(example) in line for line in told) for example in (*entry.fires, *entry.never))
