"""Verdicts, principles and limits in a side's words; what only looks like one."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

# what is said, and the kind of the position in it; None where it holds none
SAID = [
    ("The Chilean foreign minister said the ruling was wrong.", "position"),
    ("The Chilean foreign minister said the ruling was a mistake and a step back.", "position"),
    ("The Chilean foreign minister said the meeting was wrong to end so soon.", None),
    ("The Chilean foreign minister said the envoy was right.", None),
    ("The Chilean foreign minister said the drills were not directed against Peru.", "position"),
    ("The Chilean foreign minister said he would seek more room for talks on fishing.", "position"),
    ("The Chilean foreign minister said he would seek re-election in the spring.", None),
    ('The Chilean foreign minister said his country was "fully entitled" to the water.', "principle"),
    ("The Chilean foreign minister said Peru's country house was full of visitors.", None),
    ("The Chilean foreign minister said that those who fish by mistake must not be jailed.", "principle"),
    ("The Chilean foreign minister said that a club that leaves out Bolivia cannot speak for the Andes.", "principle"),
    ("The Chilean foreign minister said the quarrel must be settled by peaceful means.", "principle"),
    ("The Chilean foreign minister said such plans should first be discussed in Lima.", "position"),
    ("The Chilean foreign minister said such plans must be discussed in Lima.", "demand"),
    ("The Chilean foreign minister said Peru must withdraw its boats before talks could begin.", "condition"),
    ("The Chilean foreign minister said Peru must withdraw its boats before Monday.", "demand"),
    ("The Chilean foreign minister said trade would depend on a gesture from Lima.", "condition"),
    ("The Chilean foreign minister said the decree was not something they would discuss.", "red_line"),
    ("The Chilean foreign minister said the decree was something they had read.", None),
    ("The Chilean foreign minister warned that a blockade would not go unanswered.", "threat"),
    ("The Chilean foreign minister said Chile had no objection to meeting his Peruvian colleague.", "offer"),
    ("The Chilean foreign ministry said the shutdown was late and called the ban childish.", "position"),
]


@pytest.mark.parametrize(("text", "kind"), SAID, ids=[s[0][-40:] for s in SAID])
def test_kinds(text: str, kind: str | None, reader: Reader) -> None:
    found = read(reader, text).positions
    assert [p.kind for p in found] == ([kind] if kind else [])
    assert all(p.holder.country == "CHL" for p in found)


def test_who_rings_another_to_demand_demands(reader: Reader) -> None:
    text = "The Chilean president, Gabriel Boric, rang Barack Obama to demand an explanation."
    found = read(reader, text, "2016-05-08").statements
    assert [s.on_behalf_of for s in found] == ["CHL"]


def test_who_is_called_to_explain_explains(reader: Reader) -> None:
    text = "The Chilean president, Gabriel Boric, summoned the Peruvian ambassador to explain that the ban was legal."
    found = read(reader, text).statements
    assert "CHL" not in [s.on_behalf_of for s in found]
