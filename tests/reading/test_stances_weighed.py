"""Positions in ordinary turns of phrase (what ought to be, what a side has no plans for, what it calls its aim, what it
lays to another's charge), and words that only ask or suppose them."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

# what is said, and the kinds of the positions in it
SAID = [
    ("The Malian foreign minister said the talks should take in the herders.", ["position"]),
    ("The Malian foreign minister told villagers in Gao that dues should be paid by Easter.", []),
    ("The Malian foreign minister said it would be a mistake to read the drill as a threat.", ["position"]),
    ("The Malian foreign minister said it would be a pleasure to read the book.", []),
    ("The Malian foreign minister said his country had no plans to lease the harbour.", ["position"]),
    ("The Malian foreign minister said he had no plans to visit Niamey.", []),
    ("The Malian foreign minister said the seizure was a hostile act.", ["position"]),
    ("The Malian foreign minister said the decree amounts to blackmail.", ["position"]),
    ("The Malian foreign minister said the meeting was a hostile affair.", []),
    ("Mali's priority is to see the fleet released, its foreign minister said.", ["position"]),
    ("Mali's capital is a town on the river, its foreign minister said.", []),
    ("Mali's main worry is that the herders will lose the wells, its foreign minister said.", ["concern"]),
    ("In Bamako's view the levy breaks the rules of the union.", ["position"]),
    ("Mali accused Niger of arming the herders.", ["concern"]),
    ("Mali accused two of its own generals of arming the herders.", []),
    ("Mali said it reserved the right to take the levy to the court in Abuja.", ["threat"]),
    ("There can be no lasting peace without the herders, the Malian foreign minister said.", ["principle"]),
    ("There can be no talks in Gao without an interpreter, the Malian foreign minister said.", ["condition"]),
    ("Mali would sign when the map is drawn, and not before, its foreign minister said.", ["condition"]),
    ('Mali could not accept "any fence" on the river, its foreign minister said.', ["red_line"]),
    (
        "Mali wants the wells opened and holds that there can be no lasting peace without the herders.",
        ["demand", "principle"],
    ),
    ("No licence from Niger is needed to fish there, the Malian foreign ministry said.", []),
    ("Mali is opposed to the sale of jets to Niger.", ["position"]),
    ("Mali is for closing the crossing on the river.", ["position"]),
    ("Mali is for the most part a dry land.", []),
    ("The goalkeeper of Mali is ready to play on the river.", []),
    ("Bamako remains worried about the drills on the river.", []),  # a reporter's word for what it feels
    ("Bamako's answer was short: no wells, no talks.", ["position"]),
    ("Bamako's summer was short: no wells, no rain.", []),
    ("Bamako's message to Niamey was blunt: open the wells before the end of the year.", ["demand"]),
    ("Mali has one condition: that the drills on the river end.", ["condition"]),
    ("The Malian government considers the capture of the boat an act of piracy.", ["position"]),
    ("The Malian government considers the captain of the boat a friend of the river.", []),
    # asked about, supposed, thought possible
    ("Asked if Mali had demanded compensation, a reporter of the daily shrugged.", []),
    ("Has Mali asked for the return of the fleet?", []),
    ("Mali could at least insist on joint patrols on the river.", []),
    ("The Malian foreign minister asked for joint patrols on the river.", ["demand"]),
]


@pytest.mark.parametrize(("text", "kinds"), SAID, ids=[s[0][-40:] for s in SAID])
def test_kinds(text: str, kinds: list[str], reader: Reader) -> None:
    found = read(reader, text).positions
    assert [p.kind for p in found] == kinds
    assert all(p.holder.country == "MLI" for p in found)


def test_each_of_those_who_ask_together_asks(reader: Reader) -> None:
    text = "The foreign ministers of Mali, Niger and Togo urged Benin to reopen the road."
    found = read(reader, text).positions
    assert [p.holder.country for p in found] == ["MLI", "NER", "TGO"]


MET = "The Malian president, Assimi Goita, met the Togolese president in Lome on Monday. "


@pytest.mark.parametrize(
    ("told", "holders"),
    [
        ("Mr Goita, in turn, was told that the road had to be opened before the rains.", ["TGO"]),
        ("A herder, in turn, was told that the road had to be opened before the rains.", []),
    ],
)
def test_what_a_guest_is_told_his_host_says(told: str, holders: list[str], reader: Reader) -> None:
    found = read(reader, MET + told).positions
    assert [p.holder.country for p in found] == holders
