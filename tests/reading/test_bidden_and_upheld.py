"""What one side asks of another in lists, whose ways a ministry tells of, and worries that are kept being named."""

from __future__ import annotations

import pytest

from detente.model import Position, Reading
from detente.reading.reader import Reader
from tests.conftest import read, short

CALL = (
    "Zambian Foreign Minister Mulambo Haimbe spoke by phone on Tuesday with his Malawian counterpart, Nancy Tembo.\n\n"
)


def told(reader: Reader, text: str) -> Reading:
    return read(reader, CALL + text, "2024-05-10")


def stances(reader: Reader, text: str, words: str) -> list[Position]:
    return [p for p in told(reader, text).positions if words in p.content.text]


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "Malawi demanded the release of nine fishermen, the reopening of the Mwami bridge and an apology.",
            ["release of nine", "reopening of the Mwami", "an apology"],
        ),
        (
            "Tembo pressed Haimbe for the release of nine fishermen, an end to night checks and access to the lake, "
            "Lilongwe said.",
            ["release of nine", "end to night checks", "access to the lake"],
        ),
        (
            "Tembo called upon Lusaka to lower customs duties, spare small traders and keep boats away from the shore.",
            ["lower customs duties", "spare small traders", "keep boats away"],
        ),
        (
            "Tembo told Haimbe Lusaka should lift the tax on maize and speed up ferry checks.",
            ["lift the tax", "speed up ferry"],
        ),
        (
            "Lilongwe's message to the Zambians was plain: open the bridge, end the checks and release the boats.",
            ["open the bridge", "end the checks", "release the boats"],
        ),
        ("Tembo called for Lusaka to open the bridge.", ["open the bridge"]),
        (
            "Tembo asked that Zambia refrain from towing boats, that it return nine nets and that it pay the widows.",
            ["towing boats", "nine nets", "the widows"],
        ),
        (
            "Tembo demanded of Lusaka that it withdraw its boats, comply with the ruling and stop towing nets.",
            ["withdraw its boats", "comply with", "towing nets"],
        ),
        (
            "Tembo stressed the need for Lusaka to open the bridge and free nine crews.",
            ["open the bridge", "nine crews"],
        ),
    ],
    ids=short,
)
def test_each_thing_asked_is_a_demand(reader: Reader, text: str, things: list[str]) -> None:
    for thing in things:
        found = stances(reader, text, thing)
        assert any((p.holder.country, p.kind, p.toward) == ("MWI", "demand", "ZMB") for p in found), thing
        assert all(p.holder.country == "MWI" for p in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Malawi demanded an apology from Haimbe, and the envoy left the room.", "envoy left"),
        ("Malawi called for calm, a day after the raid and hours before the vote.", "hours before"),
        (
            "“Open the bridge,” Tembo said. The traders end the day in Lusaka and release the boats.",
            "release the boats",
        ),
    ],
    ids=short,
)
def test_what_is_only_told_is_not_asked(reader: Reader, text: str, words: str) -> None:
    assert not [p for p in stances(reader, text, words) if p.kind == "demand"]


def test_who_is_asked_to_take_words_back_has_not_done_so(reader: Reader) -> None:
    text = "Tembo requested that Zambia hand over the nets and that it withdraw its remarks about the fleet."
    assert {p.holder.country for p in stances(reader, text, "remarks")} == {"MWI"}


@pytest.mark.parametrize(
    ("text", "words", "holder"),
    [
        ("Zambia has been silent. Malawi, the ministry added, conducts its dealings with it on the basis of equality "
         "and good faith.", "good faith", "MWI"),
        ("Zambia, he said, handles relations with Malawi in line with the principles of trust.", "trust", "ZMB"),
        ("She recalled that Malawi's foreign policy follows the principles of non-intervention.", "follows", "MWI"),
        ("He recalled that Zambia's foreign policy follows the principles of non-intervention.", "follows", "ZMB"),
        ("The minister said that good faith and equality are the pillars of Malawi's diplomacy.", "pillars", "MWI"),
        ("The minister said that good faith and equality are the pillars of Zambia's diplomacy.", "pillars", "ZMB"),
        ("Malawi, the ministry said, always acts in its relations with neighbours according to the principles of "
         "equality.", "equality", "MWI"),
    ],
    ids=short,
)  # fmt: skip
def test_whose_ways_are_told_of_speaks(reader: Reader, text: str, words: str, holder: str) -> None:
    found = [p for p in stances(reader, text, words) if p.kind == "principle"]
    assert [p.holder.country for p in found] == [holder]


@pytest.mark.parametrize(
    "text",
    [
        "Malawi must act on the basis of equality, Haimbe said.",
        "Haimbe said that Malawi should base its ties on equality.",
    ],
    ids=short,
)
def test_ways_that_are_asked_for_are_the_askers_demand(reader: Reader, text: str) -> None:
    assert {p.holder.country for p in stances(reader, text, "equality")} == {"ZMB"}


@pytest.mark.parametrize(
    "text",
    [
        "Haimbe also made it plain, a spokesman said, that Zambia will not stop speaking up about nets.",
        "Haimbe also made it known, according to the spokesman, that Zambia would keep bringing up nets and boats.",
        "Haimbe stressed that Lusaka would not stay silent about the seized nets, the ministry said.",
        "Zambia will keep the question of the nets on the agenda, Haimbe said.",
    ],
    ids=short,
)
def test_what_will_be_named_again_is_a_position(reader: Reader, text: str) -> None:
    found = stances(reader, text, "nets")
    assert {p.holder.country for p in found} == {"ZMB"}
    assert {p.kind for p in found} & {"position", "concern"}


@pytest.mark.parametrize(
    "text",
    [
        "Zambia will not stop selling nets to the jailed fishermen, Haimbe said.",
        "Zambia will keep the nets on the lorry, Haimbe said.",
    ],
    ids=short,
)
def test_what_is_gone_on_with_is_no_position(reader: Reader, text: str) -> None:
    assert not [p for p in stances(reader, text, "nets") if p.kind in ("position", "concern")]


def test_a_promise_that_one_insists_be_kept_is_urged(reader: Reader) -> None:
    found = told(reader, "Tembo insisted that Zambia deliver on the commitments it made in Mzuzu in 2019.").commitments
    assert [(c.by, c.ascribed_by, c.status) for c in found] == [(("ZMB",), "MWI", "urged")]


def test_what_is_sought_is_nothing_given(reader: Reader) -> None:
    found = told(reader, "Tembo sought from Lusaka the fulfilment of the promises Zambia made in Mzuzu.").commitments
    assert all(c.by == ("ZMB",) for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "“We expect Zambia to keep the promise it made to us in Mzuzu in 2019,” Tembo said.",
        "“Zambia should keep the promise it made to us in Mzuzu in 2019,” Tembo said.",
        "Tembo demanded of Lusaka the fulfilment of the promises made in Mzuzu in 2019.",
    ],
    ids=short,
)
def test_a_promise_is_called_in_by_quoted_words_or_a_noun(reader: Reader, text: str) -> None:
    found = [c for c in told(reader, text).commitments if c.status == "urged"]
    assert [(c.by, c.ascribed_by) for c in found] == [(("ZMB",), "MWI")]
    assert "Mzuzu" in found[0].content.text


@pytest.mark.parametrize(
    "text",
    [
        "“We expect to keep the promise we made in Mzuzu in 2019,” Tembo said.",
        "“I should keep the promise I made to my mother,” Tembo said.",
        "“We will keep the promise that we made to Zambia in Mzuzu,” Tembo said.",
    ],
    ids=short,
)
def test_ones_own_promise_is_not_called_in(reader: Reader, text: str) -> None:
    assert not [c for c in told(reader, text).commitments if c.status == "urged"]


def test_the_spokesman_of_who_tells_is_of_his_side(reader: Reader) -> None:
    text = (
        "Spanish Foreign Minister José Manuel Albares spoke by telephone with Algerian counterpart Ahmed Attaf.\n\n"
        "Albares also told Attaf, according to the spokesman, Diego Ruiz, that Madrid was troubled by the tariffs."
    )
    found = read(reader, text, "2024-05-10")
    assert next(a for a in found.actors if a.name == "Diego Ruiz").country == "ESP"
    assert {p.holder.country for p in found.positions if "tariffs" in p.content.text} == {"ESP"}
