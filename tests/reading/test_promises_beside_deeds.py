"""Promises told of beside the deed that keeps or breaks them, and what they are not: an agreement reached now."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2025-06-04"


@pytest.mark.parametrize(
    ("text", "status", "by", "to", "words"),
    [
        ("Mali returned the lorries to Senegal on Monday, as promised.", "claimed_kept", "MLI", "SEN", "returned"),
        ("As promised, Laos freed the fishermen of Vietnam on Monday.", "claimed_kept", "LAO", "VNM", "freed"),
        ("Fiji opened the port on Monday, later than it had promised Samoa.", "claimed_kept", "FJI", "WSM", "opened"),
        ("Peru handed Bolivia the list it had promised.", "claimed_kept", "PER", "BOL", "handed Bolivia the list"),
        ("Nepal has yet to pay India the fee it promised in May.", "claimed_broken", "NPL", "IND", "pay India the fee"),
        ("Chad has failed to hand over the map which it promised to Sudan.", "claimed_broken", "TCD", "SDN", "hand"),
        ("Oman did not free the boats as promised, Iran's minister said.", "claimed_broken", "OMN", "IRN", "free"),
        ("Haiti closed the bridge in breach of its pledge to Cuba.", "claimed_broken", "HTI", "CUB", "its pledge"),
        ("The ships were returned to Cuba on Monday, as Haiti had promised.", "claimed_kept", "HTI", "CUB", "returned"),
    ],
)  # fmt: skip
def test_a_deed_keeps_or_breaks_the_promise_beside_it(
    reader: Reader, text: str, status: str, by: str, to: str, words: str
) -> None:
    (promise,) = read(reader, text, DAY).commitments
    assert (promise.status, promise.by, promise.to) == (status, (by,), (to,))
    assert promise.content.text.startswith(words)


@pytest.mark.parametrize(
    "text",
    [
        "Mali returned the lorries to Senegal on Monday, as expected.",
        "Mali handed over the list that Senegal had promised.",
        "Mali will return the lorries to Senegal in May, as promised.",
        "As agreed last month, the foreign ministers of Mali and Senegal met on Monday.",
        "Zambia never gave Malawi a commitment to open the bridge, its foreign minister said.",
        "The Malian president said he had done everything he promised.",
    ],
)
def test_no_promise_is_kept_or_made(reader: Reader, text: str) -> None:
    assert not read(reader, text, DAY).commitments


def test_to_whom_something_is_pledged_is_not_what_is_pledged(reader: Reader) -> None:
    (promise,) = read(reader, "Chad pledged to Sudan on Sunday to reopen the border.", DAY).commitments
    assert (promise.status, promise.to, promise.content.text) == ("made", ("SDN",), "to reopen the border")


def roots(reader: Reader, text: str, *wanted: str) -> set[tuple[str, str]]:
    """The roots and realis of the events of some kinds."""
    return {(e.plover_root, e.realis) for e in read(reader, text, DAY).events if e.plover_root in wanted}


@pytest.mark.parametrize(
    "text",
    [
        "Albania accused Greece on Tuesday of breaking its promise to open the crossing.",
        "Sudan said Chad had gone back on its word to reopen the border.",
        "Sudan demanded that Chad honour its pledge to reopen the border.",
        "Panama called on Costa Rica to stand by its agreement to share the data.",
        "Ecuador said on Tuesday it had received no promise from Peru on the return of the vessels.",
        "Zambia never gave Malawi a commitment to open the bridge, its foreign minister said.",
        "Chile reopened the pass in breach of its pledge to Bolivia.",
        "Greece opened the crossing on Monday, a month later than it had promised Albania.",
    ],
)
def test_nobody_agrees_by_a_promise_that_is_broken_denied_or_asked_for(reader: Reader, text: str) -> None:
    assert ("AGREE", "actual") not in roots(reader, text, "AGREE")


@pytest.mark.parametrize(
    "text",
    [
        "Norway promised Morocco on Monday to release two Moroccan sailors.",
        "Bolivia and Chile signed an agreement on the port on Monday.",
        "Nepal and India agreed on Monday to reopen the pass, which India had closed in breach of a promise to Nepal.",
    ],
)
def test_a_promise_made_or_an_agreement_reached_is_one(reader: Reader, text: str) -> None:
    assert ("AGREE", "actual") in roots(reader, text, "AGREE")


def test_nobody_is_free_because_a_release_is_promised(reader: Reader) -> None:
    found = roots(reader, "Iran gave Turkey an undertaking to release the truck drivers on Monday.", "CONCEDE")
    assert found == {("CONCEDE", "planned")}
    assert roots(reader, "Denmark freed two Iranian sailors on Monday, keeping its promise.", "CONCEDE") == {
        ("CONCEDE", "actual")
    }


@pytest.mark.parametrize(
    ("text", "status", "by", "to"),
    [
        ("Lebanon has won a pledge from Kuwait to rebuild the silos in Beirut.", "made", "KWT", "LBN"),
        ("Ghana said it had received assurances from Togo that the lorries would be returned.", "made", "TGO", "GHA"),
        ("Uzbekistan gave its word to Tajikistan that it would not fill the reservoir.", "made", "UZB", "TJK"),
        ("Egypt's minister said Ethiopia was in breach of the declaration.", "claimed_broken", "ETH", "EGY"),
        ("Despite promises to Laos, Thailand has still not opened the customs post.", "claimed_broken", "THA", "LAO"),
        ("El Salvador made good on its promise to Guatemala.", "claimed_kept", "SLV", "GTM"),
        ("Zambia complied with its promise to Malawi and reopened the crossing.", "claimed_kept", "ZMB", "MWI"),
    ],
)  # fmt: skip
def test_whose_promise_and_to_whom(reader: Reader, text: str, status: str, by: str, to: str) -> None:
    (promise,) = read(reader, text, DAY).commitments
    assert (promise.status, promise.by, promise.to) == (status, (by,), (to,))


@pytest.mark.parametrize(
    "text",
    [
        "Lebanon has won no pledge from Kuwait to rebuild the silos in Beirut.",
        "Egypt's foreign minister said Egypt was not in breach of the declaration on the dam.",
        "El Salvador made good time on its way to Guatemala.",
        "Niger's minister spoke with Mali's of carrying out the agreements reached during the visit.",
        "Niger's president will skip the summit in Mali, officials said.",
    ],
)
def test_nothing_is_promised_or_broken(reader: Reader, text: str) -> None:
    assert not read(reader, text, DAY).commitments


@pytest.mark.parametrize(
    "text",
    [
        "Mali said Niger had failed to honour its commitment to hand over the colonel.",
        "In violation of its agreement with Mali, Niger drilled a well near the border, Mali's minister said.",
    ],
)
def test_a_commitment_not_honoured_is_broken(reader: Reader, text: str) -> None:
    (promise,) = read(reader, text, DAY).commitments
    assert (promise.status, promise.by, promise.to) == ("claimed_broken", ("NER",), ("MLI",))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Niger kept its side of the deal with Mali.", "claimed_kept"),
        ("Niger has so far not carried out its pledge to Mali to return the prisoners.", "claimed_broken"),
    ],
)
def test_a_side_of_a_deal_is_kept_as_the_deal_is(reader: Reader, text: str, status: str) -> None:
    reading = read(reader, text, DAY)
    assert [(c.status, c.by) for c in reading.commitments] == [(status, ("NER",))]
    assert ("AGREE", "actual") not in {(e.plover_root, e.realis) for e in reading.events}
