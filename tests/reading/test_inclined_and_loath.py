"""What is only wished, dreaded, weighed or guessed at is not held and not announced; what is remembered has been; what
is only asked after is not told."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-05-10"
TWO = "Kenyan President William Ruto {} Ethiopian Prime Minister Abiy Ahmed."
THEIRS = "A meeting between Peruvian President Dina Boluarte and Chilean President Gabriel Boric {}."


def standings(reader: Reader, text: str) -> list[str]:
    """Where the engagements of a text stand."""
    return [e.status.status for e in read(reader, text, DAY).engagements]


@pytest.mark.parametrize(("words", "status"), [
    ("is keen to meet", "mooted"),
    ("is not keen on meeting", "declined"),
    ("would love to meet", "mooted"),
    ("would be glad to talk to", "mooted"),
    ("would not object to meeting", "mooted"),
    ("is wary of meeting", "mooted"),
    ("is unwilling to meet", "declined"),
    ("has no interest in meeting", "declined"),
    ("is in no hurry to meet", "declined"),
    ("sees little point in a meeting with", "declined"),
    ("is not about to call", "declined"),
    ("avoided meeting", "did_not_occur"),
    ("stopped short of meeting", "did_not_occur"),
    ("has signalled his readiness to meet", "mooted"),
    ("is being pressed to meet", "mooted"),
    ("said it was too early to meet", "mooted"),
    ("said he would think about meeting", "mooted"),
    ("said he could see himself meeting", "mooted"),
    ("has spent all week talking to", "held"),
    ("ended up meeting", "held"),
    ("is just back from seeing", "held"),
    ("was right to meet", "held"),
    ("was happy to see", "held"),
    ("managed to meet", "held"),
    ("found time to meet", "held"),
    ("is to hold talks with", "announced"),
    ("is going to be talking to", "announced"),
])  # fmt: skip
def test_who_would_or_would_rather_not_has_not_met(reader: Reader, words: str, status: str) -> None:
    assert standings(reader, TWO.format(words)) == [status]


@pytest.mark.parametrize(("words", "status"), [
    ("is unlikely", "mooted"),
    ("seems likely in the coming days", "mooted"),
    ("remains a distant prospect", "mooted"),
    ("appears some way off", "mooted"),
    ("is hard to imagine", "mooted"),
    ("would help, Lima said", "mooted"),
    ("makes sense, Lima said", "mooted"),
    ("cannot be excluded", "mooted"),
    ("could be arranged quickly if needed", "mooted"),
    ("would take place on Monday, Lima said", "announced"),
    ("is set for Monday", "announced"),
    ("on Tuesday helped to calm the row", "held"),
    ("on Tuesday was difficult", "held"),
])  # fmt: skip
def test_what_is_said_of_any_meeting_tells_of_none(reader: Reader, words: str, status: str) -> None:
    assert standings(reader, THEIRS.format(words)) == [status]


@pytest.mark.parametrize(("text", "status"), [
    ("The way is clear for a meeting between President Duda and President Zelensky.", "mooted"),
    ("Norway is laying the groundwork for peace talks between Sudan and South Sudan.", "mooted"),
    ("President Boric fears being boxed into a summit with Bolivian President Luis Arce.", "mooted"),
    ("Swiss Foreign Minister Ignazio Cassis said he would be happy to host talks between Ghana and Togo.", "mooted"),
    ("President Boric prepared the ground on Tuesday in a phone call with Bolivian President Luis Arce.", "held"),
    ("President Boric smoothed the way with a call on Tuesday to Bolivian President Luis Arce.", "held"),
    ("President Boric was keen to stress his support in talks with Bolivian President Luis Arce.", "held"),
    ("President Boric got Bolivian President Luis Arce to agree to a truce during talks on Tuesday.", "held"),
    ("Talks between Bangladesh and Myanmar have gone nowhere since March.", "held"),
    ('"We have been talking to the Malaysians," Indonesian Foreign Minister Retno Marsudi said.', "held"),
])  # fmt: skip
def test_the_way_to_talks_and_what_was_done_in_them(reader: Reader, text: str, status: str) -> None:
    assert standings(reader, text) == [status]


@pytest.mark.parametrize("text", [
    "Q: Does Prime Minister Fumio Kishida plan to meet President Yoon Suk Yeol in Seoul this month?",
    "Does President Boric intend to call Bolivian President Luis Arce?",
    '"If I were president, I would sit down with Putin tomorrow," Slovak opposition leader Michal Simecka said.',
    "Every president of Mexico has met the prime minister of Canada within months of taking office.",
    "Bangladeshi Foreign Minister Hasan Mahmud raised it every time he spoke to his Myanmar counterpart.",
])  # fmt: skip
def test_what_is_asked_imagined_or_so_of_all_is_not_told(reader: Reader, text: str) -> None:
    assert standings(reader, text) == []


@pytest.mark.parametrize(("words", "status"), [
    ("is heading into a meeting with", "announced"),
    ("would not be drawn into talks with", "declined"),
    ("has sent several envoys in recent months to see", "held"),
    ("said it would be naive to expect talks with", "mooted"),
])  # fmt: skip
def test_who_goes_into_talks_and_who_is_not_drawn_into_them(reader: Reader, words: str, status: str) -> None:
    assert standings(reader, TWO.format(words)) == [status]


@pytest.mark.parametrize(("text", "found"), [
    ("Iraqi Foreign Minister Fuad Hussein said a resumption of the talks between Iran and Saudi Arabia was only a "
     "matter of time.", ["mooted"]),
    ('"We said that we will be sending aid during President Zelensky\'s visit to Warsaw earlier this year," President '
     "Andrzej Duda said.", ["held"]),
    ("President Nauseda explained why Russian troops were going into Ukraine.", []),
    ("There is no challenge that Kenya and Ethiopia cannot meet together, President William Ruto said.", []),
    ("Question: Does President Boric intend to call President Maduro of Venezuela?", []),
])  # fmt: skip
def test_what_is_over_and_what_is_no_meeting(reader: Reader, text: str, found: list[str]) -> None:
    assert standings(reader, text) == found


@pytest.mark.parametrize(("text", "found"), [
    ("Foreign Minister Alberto van Klaveren had been on the point of calling his Bolivian colleague.", ["mooted"]),
    ("Belgrade would welcome talks with Pristina, Serbian Prime Minister Ana Brnabic said.", ["mooted"]),
    ("Maltese Prime Minister Robert Abela is banking on a meeting with his Libyan counterpart.", ["mooted"]),
    ("South Sudan's president, Salva Kiir, had talked of going to Khartoum.", ["mooted"]),
    ("They asked Peruvian President Dina Boluarte whether a meeting with Colombia's Gustavo Petro was planned.", []),
    ("President Sauli Niinisto used to talk to Russian President Vladimir Putin by phone.", []),
    ("Before he ever set foot in Warsaw, German Chancellor Friedrich Merz had promised to change the law.", []),
    ("Prime Minister Ulf Kristersson said he and Hungarian counterpart Viktor Orban had agreed to meet, but that they "
     "had not settled on a day.", ["announced"]),
    ("Prime Minister Ulf Kristersson was to meet Hungarian counterpart Viktor Orban on Friday, but he fell ill.",
     ["cancelled"]),
])  # fmt: skip
def test_what_hangs_on_others_or_was_so_of_old(reader: Reader, text: str, found: list[str]) -> None:
    assert standings(reader, text) == found
