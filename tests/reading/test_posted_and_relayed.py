"""Words put on social media, and words that come through a spokesman, however either is told."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

CALL = "Kenya's foreign minister, Musalia Mudavadi, telephoned Uganda's foreign minister, Jeje Odongo, on Monday.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        'Taking to Facebook that night, Mudavadi called the talk useful: "Two neighbours should speak this often."',
        'In a string of tweets, Mudavadi told his side. "Two neighbours should speak this often," the first one read.',
        '"Two neighbours should speak this often," read a post on Mudavadi\'s Instagram account.',
        'In his own words, put out on X an hour later: "Two neighbours should speak this often."',
        'Mudavadi\'s version, given in a post on Telegram, was short: "Two neighbours should speak this often."',
        'It was Mudavadi who went first, with a tweet at midnight: "Two neighbours should speak this often."',
        'Mudavadi used social media to thank his hosts. "Two neighbours should speak this often," he wrote.',
        '"Two neighbours should speak this often," he said in a video on YouTube.',
        '"Two neighbours should speak this often," Mudavadi let his followers know.',
    ],
)
def test_words_put_on_social_media(reader: Reader, text: str) -> None:
    said = [s for s in read(reader, CALL + text, "2025-11-13").statements if "speak this often" in s.content.text]
    assert [(s.medium, s.on_behalf_of, s.engagement) for s in said] == [("social_media", "KEN", "e1")]


@pytest.mark.parametrize(
    "text",
    [
        'Mudavadi, who closed his Facebook page in May, told parliament: "Two neighbours should speak this often."',
        'Mudavadi spoke after a ban on TikTok. "Two neighbours should speak this often," he said.',
        'Mudavadi does not use X. "Two neighbours should speak this often," he said.',
    ],
)
def test_words_beside_a_network_are_not_put_there(reader: Reader, text: str) -> None:
    said = [s for s in read(reader, CALL + text, "2025-11-13").statements if "speak this often" in s.content.text]
    assert [s.medium for s in said if s.medium == "social_media"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Peter Mwangi, who runs the ministry's press office, said Mudavadi had raised the fish quota.",
        "Speaking for the ministry, Peter Mwangi told reporters that Mudavadi had raised the fish quota.",
        "More came from his spokesman, Peter Mwangi. The call, he told reporters, dealt with the fish quota.",
        "Spokesman Peter Mwangi was brief. It had lasted an hour, he said, and covered the fish quota.",
        "A note signed by the ministry's spokesman, Peter Mwangi, says Mudavadi “raised the fish quota”.",
        '"We raised the fish quota," ministry spokesman Peter Mwangi quoted Mudavadi as saying.',
    ],
)
def test_words_that_come_through_a_spokesman(reader: Reader, text: str) -> None:
    said = [s for s in read(reader, CALL + text, "2025-11-13").statements if "fish quota" in s.content.text]
    relayed = [s for s in said if any(r.role == "spokesperson" and "Mwangi" in r.name for r in s.chain)]
    assert relayed and {s.on_behalf_of for s in relayed} == {"KEN"}


def test_a_spokesman_right_after_two_ministers_is_of_the_one_who_acted(reader: Reader) -> None:
    text = CALL.strip() + ' "The quota came first," said ministry spokesman Peter Mwangi.'
    said = [s for s in read(reader, text, "2025-11-13").statements if "quota" in s.content.text]
    assert [s.on_behalf_of for s in said] == ["KEN"]
