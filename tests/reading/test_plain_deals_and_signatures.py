"""What "we agreed", a deal before a colon, a name on a line of its own and a secretariat do not show: promises of both
sides, parts of the deal, words of an official, the voice of a state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.model import Document
from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-05-15"
POLAND = (
    "Polish Foreign Minister Radoslaw Sikorski met his Lithuanian counterpart Gabrielius Landsbergis in Vilnius on "
    "Monday.\n\n"
)
TURKEY = (
    "Turkish Foreign Minister Hakan Fidan met his Greek counterpart George Gerapetritis in Ankara on Monday.\n\n"
)  # fmt: skip


def promises(reader: Reader, text: str) -> list[tuple[set[str], str]]:
    return [(set(c.by), c.content.text) for c in read(reader, text, DAY).commitments if c.status == "made"]


@pytest.mark.parametrize(
    ("words", "promised"),
    [
        ("We agreed to reopen the border crossing", "to reopen the border crossing"),
        ("We have also agreed that we will build a bridge", "we will build a bridge"),
        ("We both agreed to build a bridge", "to build a bridge"),
        ("We agreed that Poland will build a bridge", "Poland will build a bridge"),
        ("We agreed that the two sides would build a road", "the two sides would build a road"),
        ("At our meeting today we agreed to build a road", "to build a road"),
        ("I am glad that we agreed to build a road", "to build a road"),
        ("We agreed to hold joint exercises", "to hold joint exercises"),
        ("We agreed with Minister Landsbergis to open the road", "to open the road"),
        ("I met Minister Landsbergis and we agreed to build a road", "to build a road"),
    ],
)
def test_a_plain_we_agreed_binds_both(reader: Reader, words: str, promised: str) -> None:
    assert promises(reader, f"{POLAND}“{words},” Sikorski told reporters.") == [({"POL", "LTU"}, promised)]


@pytest.mark.parametrize(
    "words",
    [
        # in another circle, at another time
        "In our cabinet we agreed to cut fuel taxes",
        "We agreed in parliament to raise taxes",
        "Our coalition sat late. We agreed to cut fuel taxes",
        "We have agreed with Germany to buy tanks",
        "We have agreed to buy tanks with Germany",
        "We have agreed with the prime minister to raise wages",
        "My wife and I talked and we agreed to move to Vilnius",
        "We in Warsaw agreed to buy tanks",
        "In NATO we agreed to spend more",
        "Last year we decided to send troops to Libya",
        "In 2019 we agreed to buy tanks",
        "Two years ago, we agreed to buy tanks",
        "My party and I agreed on taxes, and we agreed to vote against the budget",
        "As a government we decided to raise taxes",
        "When we joined the bloc we agreed to open our markets",
        # in thought
        "We could have agreed to reopen the border",
        "If we had agreed to reopen the border, people would be happy",
        "It is a lie that we agreed to give up the islands",
        "We would be happy had we agreed to reopen the border",
        "Before we agreed to sell drones to Kyiv, we asked our allies",
        "Have we agreed to leave the islands? No",
        # of others
        "We agreed that Russia would lose",
        "We all agreed that nobody will win this war",
        "We agreed that the war in Sudan will not end soon",
        "We agreed that the sun will shine",
    ],
)
def test_what_we_agreed_elsewhere_or_foretold_binds_nobody(reader: Reader, words: str) -> None:
    assert not promises(reader, f"{POLAND}“{words},” Sikorski told reporters.")


def test_we_of_one_who_did_not_meet_binds_nobody(reader: Reader) -> None:
    told = "“We agreed to cut fuel taxes,” Polish Finance Minister Andrzej Domanski told reporters."
    assert not promises(reader, f"{POLAND}{told}")


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("Kenya and Uganda signed an agreement: Kenya will open its border, and Uganda will free the fishermen.",
         ["Kenya will open its border", "Uganda will free the fishermen"]),
        ("Ethiopia and Djibouti reached an agreement on the port: Ethiopia will pay rent.", ["Ethiopia will pay rent"]),
        ("Iran has reached a deal with Iraq: Iran will supply gas.", ["Iran will supply gas"]),
        (f"{TURKEY}A treaty was signed: Turkey will return the ships.", ["Turkey will return the ships"]),
    ],
)  # fmt: skip
def test_a_deal_of_two_states_is_told_after_a_colon(reader: Reader, text: str, promised: list[str]) -> None:
    assert [words for _, words in promises(reader, text)] == promised


@pytest.mark.parametrize(
    "text",
    [
        # no deal was made
        "Austria and Italy failed to reach an agreement on lorries: Austria will keep its ban.",
        f"{TURKEY}Turkey refused to sign the treaty: Turkey will drill for gas.",
        "Hungary refused to sign an agreement with Serbia: Hungary will keep its border closed, and it will keep its "
        "gates shut.",
        "Nobody has reached an agreement: Israel will go on with the war.",
        "India pulled out of a plan to sign an agreement with China: India will build a dam.",
        "Iran and the U.S. may sign a deal in May: Iran will stop enrichment.",
        "Kenya and Somalia hope to reach an agreement: Kenya will open its border.",
        "Have Peru and Chile signed a deal: Peru will pay?",
        "Kenya and Somalia nearly reached an agreement: Kenya will open its border.",
        # a decision at home, a deal at home
        "The parliament reached a decision: Turkey will leave the treaty.",
        "Ministers adopted a resolution at the UN: Russia will veto it, diplomats said.",
        "Brazil's president sealed a deal with Congress: Brazil will raise fuel taxes.",
        "The coalition parties sealed a deal on Ukraine in Poland: Poland will send tanks.",
        # a word on the deal, or on something else
        "The agreement was reached late on Friday: critics say Iran will gain billions.",
        "Italy and Albania signed a deal in Rome, and one thing is clear: Albania will lose money.",
        "Poland and Germany signed an agreement on tanks on Monday: Poland will soon hold elections.",
        "The treaty was signed in Lima at 11:30: Peru will vote on it in June.",
        "India and China reached an agreement on patrols: soldiers of both sides will go back, but India will stay "
        "wary.",
        "India and China reached an agreement on patrols: soldiers of both sides will go back, but India will keep "
        "its guns.",
    ],
)  # fmt: skip
def test_a_colon_after_a_word_of_a_deal_promises_nothing(reader: Reader, text: str) -> None:
    assert not promises(reader, text)


ROAD = "Last week I drove to Kenya, where we waited nine hours. The road was bad. Uganda has done nothing about it."


@pytest.mark.parametrize(
    "text",
    [
        "Phase I of the pipeline between Kenya and Uganda will open in June, and Uganda will pay for it. It will bring "
        "us cheaper fuel, drivers hope.\n\nYoweri Museveni, President of Uganda",
        f"Photo: Reuters\n\nUgandan President Yoweri Museveni\n\n{ROAD}",
        f"Photo: Reuters\n\nYoweri Museveni, President of Uganda\n\n{ROAD}",
        f"{ROAD}\n\nUgandan President Yoweri Museveni",
        "Last week I drove to the lake, where we waited nine hours. Uganda has done nothing about it.\n\nYoweri "
        "Museveni, President of Uganda",
    ],
)
def test_a_caption_signs_nothing(reader: Reader, text: str) -> None:
    spoken = read(reader, text, DAY).statements
    assert "Yoweri Museveni" not in [s.speaker.name for s in spoken if s.speaker]


MET = "I met President William Ruto in Nairobi. I told him that our country must open the border."


@pytest.mark.parametrize(
    "text",
    [
        f"{MET}\n\nYoweri Museveni, President of Uganda",
        f"Yoweri Museveni, President of Uganda\n\n{MET}",
    ],
)
def test_a_name_with_its_office_signs_words_of_state(reader: Reader, text: str) -> None:
    spoken = read(reader, text, DAY).statements
    assert "Yoweri Museveni" in [s.speaker.name for s in spoken if s.speaker]


def test_a_deal_we_reached_is_the_offices_own(reader: Reader) -> None:
    text = "We have reached a deal with Chile: Chile will cut its tariffs, and Peru will free the boats."
    source = replace(read(reader, text, DAY).source, outlet="Ministry of Foreign Affairs, Peru")
    found = reader.read(Document(id="d", source=source, text=text)).commitments
    assert [(set(c.by), c.content.text) for c in found] == [
        ({"CHL"}, "Chile will cut its tariffs"),
        ({"PER"}, "Peru will free the boats"),
    ]


@pytest.mark.parametrize(
    ("outlet", "country"),
    [
        ("Secretariat of the Antarctic Treaty, Argentina", None),
        ("Secretariat of the Pacific Community, New Caledonia", None),
        ("Permanent Secretariat of the Convention on Wetlands, Switzerland", None),
        ("Secretariat of Economy, Mexico", "MEX"),
        ("Secretariat of the Council of Ministers, Bulgaria", "BGR"),
    ],
)
def test_a_secretariat_of_many_is_no_states_voice(reader: Reader, outlet: str, country: str | None) -> None:
    source = read(reader, "The office was closed on Monday.", DAY).source
    told = reader.voices.of(replace(source, outlet=outlet, url=None))
    assert told == (("official", country) if country else ("other", None))
