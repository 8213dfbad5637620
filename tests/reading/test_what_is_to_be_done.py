"""What is to be done is not done: plans told after a place, with asides, in a row; and presents taken for nouns."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2023-06-02"
PAIR = "Uruguay's Foreign Minister Laura Etchegaray telephoned her Indian counterpart, Vikram Desai, on Thursday.\n\n"
PLANNED = ("announced", "planned")


def _met(reader: Reader, text: str) -> dict[str, tuple[str, str]]:
    found = read(reader, PAIR + text, DAY).engagements
    return {
        "-".join(sorted(set(e.countries) - {"URY", "IND"})): (e.status.status, e.when.kind)
        for e in found
        if e.form in ("talks", "meeting")
    }


@pytest.mark.parametrize(
    "text",
    [
        "In Tunis she is to attend a forum and, on its margins, hold talks with her Moroccan and Libyan colleagues.",
        "In Tunis she is due to attend a forum and, on the sidelines, meet her Moroccan and Libyan colleagues.",
        "In Tunis the minister intends to open a forum and, on its margins, meet her Moroccan and Libyan colleagues.",
        "In Tunis she is set to open an embassy, attend a forum and meet her Moroccan and Libyan colleagues.",
        "In Tunis she is to, according to the ministry, hold talks with her Moroccan and Libyan colleagues.",
        "In Tunis she will speak at a forum and meet, on its margins, the foreign ministers of Morocco and Libya.",
        "In Tunis she will open a forum and meet, among others, the foreign ministers of Morocco and Libya.",
        "She is to go on to Tunis to hold talks with her Moroccan and Libyan colleagues.",
        "She will continue to Tunis to attend a forum and hold talks with her Moroccan and Libyan colleagues.",
    ],
)
def test_a_plan_is_no_meeting(reader: Reader, text: str) -> None:
    found = [e for e in read(reader, PAIR + text, DAY).engagements if e.form in ("talks", "meeting")]
    assert {(e.status.status, e.when.kind) for e in found} == {PLANNED}
    assert {c for e in found for c in e.countries} == {"URY", "MAR", "LBY"}
    assert {p.name for e in found for p in e.places} == {"Tunis"}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("In Tunis she attended a forum and, on its margins, held talks with her Moroccan colleague.", "MAR"),
        ("On 24 May she flew to Tunis to attend a forum and held talks with her Moroccan colleague.", "MAR"),
        ("In May she met, among others, the foreign minister of Morocco.", "MAR"),
    ],
)
def test_what_was_done_is_held(reader: Reader, text: str, states: str) -> None:
    assert _met(reader, text)[states] == ("held", "actual")


def test_who_is_in_a_town_to_attend_is_there(reader: Reader) -> None:
    there = "Etchegaray is in Tunis to attend a conference on migration."
    coming = "In Tunis, Etchegaray is to attend a conference on migration."
    found = [
        {e.status.status for e in read(reader, PAIR + text, DAY).engagements if e.form == "summit_session"}
        for text in (there, coming)
    ]
    assert found == [{"under_way"}, {"announced"}]


@pytest.mark.parametrize("name", ["Otieno", "Korhonen", "Maseko", "Etchegaray"])
@pytest.mark.parametrize("verb", ["leaves on Monday for a visit to", "heads on Monday to", "travels on Monday to"])
def test_a_present_is_no_noun(reader: Reader, name: str, verb: str) -> None:
    text = f"Zambia's foreign minister, Alfred {name}, called Nepal's foreign minister, Sita Gurung.\n\n"
    found = read(reader, f"{text}{name} {verb} Kathmandu.", DAY).engagements
    told = [(set(e.countries), e.status.status, e.when.edtf) for e in found if e.form == "visit"]
    assert told == [({"ZMB", "NPL"}, "announced", "2023-06-05")]


@pytest.mark.parametrize("text", ["Regional heads on Monday.", "More returns on Monday from the border."])
def test_nouns_stay_nouns(reader: Reader, text: str) -> None:
    assert [e.form for e in read(reader, PAIR + text, DAY).engagements] == ["call"]


def test_going_on_to_hold_talks_puts_nothing_on_hold(reader: Reader) -> None:
    on_hold = "Her trip to Tunis is on hold."
    going = "She is to go on to Tunis to hold talks with her Libyan colleague."
    found = [
        {e.status.status for e in read(reader, PAIR + text, DAY).engagements if e.form == "visit"}
        for text in (on_hold, going)
    ]
    assert found == [{"postponed"}, {"announced"}]
