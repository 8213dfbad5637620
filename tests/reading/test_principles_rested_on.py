"""What relations rest on, told in a present that is a noun as well; surnames that open a sentence; what is met."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

CALL = "Uruguayan Foreign Minister Omar Paganini spoke with Chilean counterpart Alberto van Klaveren on Tuesday.\n\n"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Uruguay's relations with its neighbors rest on good faith, the Uruguayan foreign ministry said.",
            "Uruguay's relations with its neighbors rest on good faith",
        ),
        (
            "Uruguay's relations with Chile rest on mutual respect, the Uruguayan foreign ministry said.",
            "Uruguay's relations with Chile rest on mutual respect",
        ),
        (
            "Uruguay's links with Chile rest on equality, its foreign minister told reporters.",
            "Uruguay's links with Chile rest on equality",
        ),
    ],
)
def test_what_relations_rest_on_is_a_principle(reader: Reader, text: str, content: str) -> None:
    found = {(p.holder.country, p.kind, p.content.text) for p in read(reader, CALL + text, "2024-06-20").positions}
    assert ("URY", "principle", content) in found


def test_a_rest_is_no_verb_where_somebody_has_one(reader: Reader) -> None:
    text = "The drivers had with Chile rest on Sundays, the ministry said."
    assert not [p for p in read(reader, text, "2024-06-20").positions if p.kind == "principle"]


@pytest.mark.parametrize("text", ["Sørheim herself kept quiet.", "Sørheim “urged patience” and praised the talks."])
def test_a_surname_that_opens_a_sentence(reader: Reader, text: str) -> None:
    opening = "Foreign Minister Kari Sørheim of Norway spoke with Sudanese Foreign Minister Mariam al-Sadiq Monday.\n\n"
    found = read(reader, f'{opening}{text} "It was good to talk," she tweeted.', "2021-03-18").statements
    assert {s.speaker.name for s in found if s.kind == "direct"} == {"Kari Sørheim"}


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Peruvian Trade Minister Ana Ruiz met her Chilean counterpart in Lima for talks on quotas for anchovy.", True),
        ("Kenyan Foreign Minister Musalia Mudavadi met Ghana's Sam Ablakwa over the demands of the miners.", True),
        ("Kenyan Foreign Minister Musalia Mudavadi spoke on the phone with Ghana's Sam Ablakwa about a video.", True),
        ("Peru has met all of Chile's demands.", False),
        ("Peru's government met with fresh challenges in Chile.", False),
        ("The conditions that Chile set were met by Peru.", False),
    ],
)
def test_what_is_met_is_people(reader: Reader, text: str, met: bool) -> None:
    assert bool(read(reader, text, "2022-11-17").engagements) is met


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        (
            "In September, Turkish Trade Minister Nihat Kaya hosted Yerlan Zhak, Kazakhstan's trade minister, in "
            "Ankara for a meeting devoted to tariffs on farm goods.",
            ("tariffs on farm goods",),
        ),
        (
            "Norwegian Trade Minister Kari Aas and her Sudanese counterpart, Hashim Omer, met in Oslo in October and "
            "discussed exports of gum arabic.",
            ("exports of gum arabic",),
        ),
    ],
)
def test_what_a_meeting_is_about(reader: Reader, text: str, topics: tuple[str, ...]) -> None:
    assert [e.topics for e in read(reader, text, "2022-11-17").engagements] == [topics]


def test_while_there_is_the_town_told_of_last(reader: Reader) -> None:
    text = (
        "In Nairobi, Norwegian Foreign Minister Ine Eriksen Søreide will take part in a conference on food aid. She "
        "plans to meet her counterparts from Kenya and South Sudan while she is there."
    )
    (meeting,) = [e for e in read(reader, text, "2021-03-18").engagements if e.form == "meeting"]
    assert [p.name for p in meeting.places] == ["Nairobi"]


def test_others_who_were_there_tell_no_town(reader: Reader) -> None:
    text = (
        "Germany's chancellor spoke about Gaza and met Israel's prime minister on Monday while aid workers were there. "
        "Hamas leaders left Doha, and Qatar's prime minister met the U.S. envoy while they were no longer there."
    )
    assert [p for e in read(reader, text, "2024-05-15").engagements for p in e.places] == []


def test_who_has_no_wish_to_do_it_does_not_say_that_he_does(reader: Reader) -> None:
    (denied,) = read(reader, "Chad has no desire to attack.", "2024-08-22").statements
    (wished,) = read(reader, "Chad voiced its wish to join the bloc.", "2024-08-22").statements
    assert (denied.content.text, wished.content.text) == ("no desire to attack", "to join the bloc")


def test_the_paper_told_between_two_parts_of_a_quotation(reader: Reader) -> None:
    text = (
        "“The border feeds us,” Odette Kalonji, who teaches economics, told the newspaper Le Phare du Lac, “and "
        "closing it feeds the smugglers.”"
    )
    (said,) = read(reader, text, "2024-08-22").statements
    assert [(r.name, r.role) for r in said.chain] == [("Odette Kalonji", "speaker"), ("Le Phare du Lac", "outlet")]


def test_a_paper_named_in_the_words_carries_nothing(reader: Reader) -> None:
    text = 'The Polish prime minister said the "story told to Der Spiegel by German officials" was false.'
    said = next(s for s in read(reader, text, "2024-05-15").statements if s.content.text.startswith("the "))
    assert [r.role for r in said.chain] == ["speaker"]


def test_a_body_by_its_letters_beside_what_it_is(reader: Reader) -> None:
    text = "“We hold the line,” said Lieutenant-General Augustin Fall of the NDPF, the Congolese armed forces."
    (said,) = read(reader, text, "2024-08-22").statements
    assert said.speaker is not None and said.speaker.organisation == "NDPF"


def test_the_agency_whose_page_shows_only_a_part(reader: Reader) -> None:
    text = (
        "Kenya's foreign minister will fly to Kampala on Monday, the ministry said on Thursday in Nairobi.\n\n"
        "He will meet his Ugandan counterpart there.\n\n"
        "Only part of the stories offered to Anadolu Agency subscribers appears on this page."
    )
    found = read(reader, text, "2022-11-17")
    assert found.source.agency == "Anadolu Agency"
    assert found.furniture[-1].span.text.startswith("Only part of")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Bolivian President Luis Arce and Chile's Gabriel Boric could meet next month to discuss lithium.", "mooted"),
        ("Kenyan President William Ruto might use the summit to meet Yoweri Museveni of Uganda.", "mooted"),
        (
            "Bolivian President Luis Arce and Chile's Gabriel Boric will meet next month to discuss lithium.",
            "announced",
        ),
        ("Bolivian President Luis Arce and Chile's Gabriel Boric met last month to discuss lithium.", "held"),
    ],
)
def test_what_may_be_is_mooted_with_what_it_is_for(reader: Reader, text: str, status: str) -> None:
    assert [e.status.status for e in read(reader, text, "2023-03-14").engagements] == [status]
