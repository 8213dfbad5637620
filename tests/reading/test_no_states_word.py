"""A private body of a land, who heads it and who speaks for it say nothing for its state."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read


@pytest.mark.parametrize(
    "text",
    [
        "The president of the Kenyan Chamber of Commerce, Erick Rutto, called on Uganda to lift the ban on eggs.",
        "A spokesman for the Norwegian Shipowners' Association said Iran must release the tanker.",
        "A spokeswoman for Danish shipping group Maersk said it would return the containers to Egypt.",
        "The leader of Norway's opposition Conservative Party, Erna Solberg, urged Russia to free the sailors.",
        "The head of Serbia's largest opposition party, Miroslav Aleksic, said Kosovo must release the officers.",
        "The head of the Malaysian Trades Union Congress, Kamarul Baharin, urged Indonesia to send workers.",
        "The chief executive of Turkish Airlines, Bilal Eksi, said it would resume flights to Libya.",
        "The Kenyan Chamber of Commerce and the Uganda Manufacturers Association agreed to lift the levy on eggs.",
    ],
)
def test_private_bodies_speak_for_no_state(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    assert not [s for s in reading.statements if s.on_behalf_of]
    assert not [p for p in reading.positions if p.holder.official and p.holder.country]
    assert not [c for c in reading.commitments if c.by]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("A spokesman for the Norwegian government said Iran must release the tanker.", "NOR"),
        ("The president of the Swiss Confederation, Viola Amherd, urged Russia to withdraw.", "CHE"),
        ("Kenyan Foreign Minister Musalia Mudavadi told the Kenyan Chamber of Commerce that Uganda must act.", "KEN"),
        ("The Kenyan minister of commerce said that the traders' association was right and Uganda must act.", "KEN"),
    ],
)
def test_who_speaks_for_a_state_still_does(reader: Reader, text: str, side: str) -> None:
    assert [s.on_behalf_of for s in read(reader, text).statements] == [side]
