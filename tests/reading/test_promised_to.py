"""A promise has all its words, all who made it and the side for which it is; what is declined, broken or only done to
the promiser's own is no new promise."""

import pytest

from detente.reading.reader import Reader
from tests.conftest import read, short

# text read on 14 May 2024, by, to, words that must be in the content
MADE = [
    ("Norway pledged $90 million to help Moldova rebuild its grid.", {"NOR"}, (), "to help Moldova rebuild its grid"),
    ("Accra has committed two hundred more nurses to the mission in Haiti.", {"GHA"}, (), "to the mission in Haiti"),
    ("Japan undertook to send two dredgers to Vanuatu by the end of the year.", {"JPN"}, ("VUT",), "two dredgers"),
    ("Italy pledged to supply Tunisia with patrol boats.", {"ITA"}, ("TUN",), "patrol boats"),
    ("Denmark vowed to train two thousand Ukrainian gunners.", {"DNK"}, ("UKR",), "gunners"),
    ("“We will deliver the first turbines to Bhutan in June,” the Indian energy minister said.", {"IND"}, ("BTN",),
     "first turbines"),
    ("Fiji's prime minister promised Tonga help with repairing its port.", {"FJI"}, ("TON",), "help with repairing"),
    ("Nauru was assured by Australia that its sailors would get visas.", {"AUS"}, ("NRU",), "would get visas"),
    ("Greece committed itself to taking in five hundred pilgrims from Cyprus.", {"GRC"}, (), "taking in five hundred"),
    ("Togo committed to opening its port to lorries from Mali.", {"TGO"}, ("MLI",), "opening its port"),
    ("Kenya pledged on Monday to send nurses to Haiti.", {"KEN"}, ("HTI",), "send nurses"),
    ("Baku maintains that Tbilisi undertook in Batumi to move the toll house.", {"GEO"}, (), "move the toll house"),
    ("Serbia's pledge to free the policemen was welcomed by Kosovo.", {"SRB"}, (), "free the policemen"),
    ("Slovakia is to send Ukraine twelve howitzers, the Slovak defence minister said.", {"SVK"}, ("UKR",), "howitzers"),
    ("Under the deal Mali is to return six tractors, and Niger will free two drivers.", {"MLI"}, (), "six tractors"),
    ("Under the deal Mali is to return six tractors, and Niger will free two drivers.", {"NER"}, (), "two drivers"),
    ("Oman and Iraq signed a deal. Under it, Iraq will sell Oman diesel and Oman will supply gypsum.", {"IRQ"},
     (), "sell Oman diesel"),
    ("Oman and Iraq signed a deal. Under it, Iraq will sell Oman diesel and Oman will supply gypsum.", {"OMN"},
     (), "supply gypsum"),
    ("The Lao deputy premier, on a visit to Hanoi, vowed never to close the road.", {"LAO"}, (), "close the road"),
    ("Cambodia agreed with Laos on Friday to build a bridge.", {"KHM", "LAO"}, (), "build a bridge"),
    ("Oman and Iran reiterated their commitment to repatriate each other's prisoners.", {"OMN", "IRN"}, (),
     "repatriate"),
    ("Qatar's promise of a loan for Jordan was confirmed by Amman.", {"QAT"}, ("JOR",), "loan"),
]  # fmt: skip

NOT_MADE = [
    "Turkey declined to promise that it would ratify the treaty.",
    "Benin failed to promise that the road would reopen.",
    "Spain is to hold an election, its prime minister told the Portuguese president.",
    "Chad is to blame for the raid, the Libyan minister said.",
    "The firm undertook in Lagos to repair the pipeline.",
    "Latvia committed three mistakes at the Lithuanian border, its goalkeeper said.",
    "Peru would send nurses if Chile paid them, its health minister said.",
]


@pytest.mark.parametrize(("text", "by", "to", "words"), MADE, ids=short)
def test_promises(reader: Reader, text: str, by: set[str], to: tuple[str, ...], words: str) -> None:
    found = [(set(c.by), c.to, c.content.text) for c in read(reader, text, "2024-05-14").commitments]
    assert any(b == by and words in c and (not to or t == to) for b, t, c in found), found


@pytest.mark.parametrize("text", NOT_MADE, ids=lambda t: t[:40])
def test_no_promise(reader: Reader, text: str) -> None:
    assert [c.content.text for c in read(reader, text, "2024-05-14").commitments] == []


def test_what_is_not_given_is_promised_to_nobody_named_there(reader: Reader) -> None:
    found = read(reader, "France vowed not to send arms to Rwanda.").commitments
    assert [(c.by, c.to) for c in found] == [(("FRA",), ())]


def test_a_promise_to_keep_something_calls_nothing_in(reader: Reader) -> None:
    found = read(reader, "Malta's foreign minister said Libya had promised to keep gas flowing to Sicily.").commitments
    assert [(c.by, c.status, c.ascribed_by) for c in found] == [(("LBY",), "made", "MLT")]


def test_officials_of_two_states_promise_as_two(reader: Reader) -> None:
    found = read(reader, "Thai and Lao officials agreed to build a bridge.").commitments
    assert [set(c.by) for c in found] == [{"THA", "LAO"}]
