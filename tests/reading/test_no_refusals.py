"""What is no refusal of a plan, no visit held and none called off: things that decline, refusals that are unreal, of
old or to speak, visits denied only in their manner, and series that are a person's."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-05-15"
OFFERED = "Turkey has offered to host a meeting with Syria next month. "
INVITED = "Kenyan President William Ruto invited Somali President Hassan Sheikh Mohamud to Nairobi. "
ON_THE_SPOT = "Germany's Chancellor Olaf Scholz met President Recep Tayyip Erdogan in Ankara on Monday. "


def statuses(reader: Reader, text: str) -> list[str]:
    return [e.status.status for e in read(reader, text, DAY).engagements]


@pytest.mark.parametrize(
    "answer",
    [
        # a thing that belongs to a state
        "Syria's oil exports declined on Monday.",
        "Syria's economy declined in April.",
        "Syria's shares declined 2 percent.",
        "Syria's trade with China declined.",
        "Fighting in Syria declined in April.",
        # unreal, conditional, doubted or told by nobody in particular
        "Syria would have refused, had Lebanon asked.",
        "Syria could have declined, but it said yes.",
        "If Syria declined, she said, sanctions would follow.",
        "It is not known whether Syria declined.",
        "Had Syria declined, war would have followed.",
        "Some say Syria declined; others say it accepted.",
        "Syrian media said Syria had declined.",
        "Turkey denied that Syria had declined.",
        "Syria has hardly declined.",
        "Syria reportedly declined.",
        # to speak
        "Syria's spokesman declined when asked for a date.",
        "A Syrian spokesman declined, citing policy, when asked for comment.",
        "Asked whether a letter had been sent, the Syrian ambassador declined.",
        "Syria's presidency declined on the record and spoke off it.",
        # of old, taken back, or of something else
        "Syria had declined in March, but this time it accepted.",
        "Syria declined, then changed its mind.",
        "Syria has refused for years, since its minister was insulted, to lift the ban on Turkish milk.",
        "Syria balked when Turkey put the dam on the agenda.",
    ],
)
def test_what_is_no_refusal_of_the_plan(reader: Reader, answer: str) -> None:
    assert "declined" not in statuses(reader, OFFERED + answer)


@pytest.mark.parametrize(
    "text",
    [
        "China has invited Brazil's president to Beijing because Brazil's exports have declined.",
        "South Korea has proposed talks with North Korea next month. The North's trade with China declined.",
        "Egypt and Sudan are considering a meeting next month. Sudan declined.",
    ],
)
def test_a_refusal_needs_who_refuses_and_who_proposed(reader: Reader, text: str) -> None:
    assert "declined" not in statuses(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        OFFERED + "Syria declined on Monday.",
        OFFERED + "Damascus has refused.",
        OFFERED + "Syria's foreign ministry declined, citing the war in Lebanon.",
        OFFERED + "Syria has declined, its foreign ministry said.",
        OFFERED + "Syrian officials said Syria had declined.",
        OFFERED + "The Syrian leadership declined.",
        OFFERED + "The Syrians declined.",
        OFFERED + "Syria declined because it wants the sanctions lifted.",
        OFFERED + "Syria declined, saying that it had agreed to other talks.",
        INVITED + "Mohamud said no.",
        INVITED + "Asked to come in May, Mohamud declined.",
        INVITED + "The Somali government refused because of the floods.",
        INVITED + "The Somali leader demurred.",
    ],
)
def test_a_state_a_person_or_a_body_refuses(reader: Reader, text: str) -> None:
    assert statuses(reader, text) == ["declined"]


@pytest.mark.parametrize(
    ("told", "off"),
    [
        ("had not gone well", False),
        ("had not gone unnoticed", False),
        ("did not happen by chance", False),
        ("was not held in secret", False),
        ("did not take place at its invitation", False),
        ("did not take place in a bad mood", False),
        ("had not taken place", True),
        ("did not take place last week", True),
        ("had not been held", True),
        ("did not take place in Tehran", True),
    ],
)
def test_a_manner_denied_leaves_the_visit(reader: Reader, told: str, off: bool) -> None:
    text = f"Iran's foreign ministry said that the visit of the Saudi minister {told}."
    assert ("did_not_occur" in statuses(reader, text)) == off


def test_a_visit_that_did_not_go_well_was_made(reader: Reader) -> None:
    for told in ("did not go well", "was not held in secret"):
        assert statuses(reader, f"The visit of the Saudi minister to Tehran {told}.") == ["held"]


def test_what_the_next_sentence_declines_stays_where_the_reason_was_told_before(reader: Reader) -> None:
    text = (
        "The meeting of Kenya's and Uganda's presidents, planned for Monday, will now take place in June because "
        "Nairobi is under water. Uganda's president declined an invitation to Tanzania."
    )
    moved, refused = read(reader, text, DAY).engagements
    assert (moved.status.status, moved.status.reason is not None) == ("rescheduled", True)
    assert (refused.form, refused.status.status, refused.countries) == ("visit", "declined", ("UGA", "TZA"))


@pytest.mark.parametrize(
    ("told", "forms"),
    [
        ("This was no state visit to Turkey by Scholz.", ["meeting"]),
        ("It was hardly a state visit to Turkey by Scholz.", ["meeting"]),
        ("It was almost a visit to Turkey by Scholz.", ["meeting"]),
        ("It was not a state visit to Turkey by Scholz.", ["meeting"]),
        ("It was the first visit to Turkey by a German chancellor.", ["meeting", "visit"]),
        ("It was only his second visit to Turkey.", ["meeting", "visit"]),
    ],
)
def test_what_it_hardly_was_is_no_visit(reader: Reader, told: str, forms: list[str]) -> None:
    assert [e.form for e in read(reader, ON_THE_SPOT + told, DAY).engagements] == forms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Iran's President Ebrahim Raisi scrapped his regular adviser's visit to Turkey on Monday.", ["cancelled"]),
        ("Iran scrapped its regular visits to Turkey on Monday.", []),
        ("Australia suspended the Annual Leaders' Meeting with China on Monday.", []),
    ],
)
def test_a_regular_adviser_makes_no_series(reader: Reader, text: str, found: list[str]) -> None:
    assert statuses(reader, text) == found
