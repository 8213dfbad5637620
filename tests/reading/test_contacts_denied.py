"""A contact that a side says never was: in its own words, or of what another told right before."""

from __future__ import annotations

import pytest

from detente.inputs import document_of
from detente.model import Edtf
from detente.reading.reader import Reader

PUBLISHED = Edtf("2021-09-15")  # a Wednesday
SIDES = ["BOL", "DNK"]


def told(reader: Reader, text: str) -> list[tuple[str, str, list[str]]]:
    """Form, status and sides of each engagement."""
    found = reader.read(document_of(text, published=PUBLISHED)).engagements
    return [
        (e.form, e.status.status, sorted({p.actor.country for p in e.participants if p.actor.country})) for e in found
    ]


DENIED = [
    "Bolivia denied that Foreign Minister Rosa Quispe had met Danish Foreign Minister Lars Holm.",
    "Bolivia's foreign ministry on Tuesday denied that Foreign Minister Rosa Quispe had met Danish Minister Lars Holm.",
    "Bolivia rejected a claim by Denmark that Foreign Minister Rosa Quispe had met Danish Foreign Minister Lars Holm.",
    "Bolivia dismissed reports that Foreign Minister Rosa Quispe had met Danish Foreign Minister Lars Holm.",
    "Bolivia dismissed reports of a meeting between Foreign Minister Rosa Quispe and Danish Minister Lars Holm.",
]


@pytest.mark.parametrize("text", DENIED)
def test_it_is_in_dispute_and_of_the_denier(reader: Reader, text: str) -> None:
    assert told(reader, text) == [("meeting", "disputed", SIDES)]


def test_a_denied_call_was_not_held(reader: Reader) -> None:
    text = "Bolivian Foreign Minister Rosa Quispe did not speak by telephone with Danish Foreign Minister Lars Holm."
    assert told(reader, text) == [("call", "did_not_occur", SIDES)]


def test_never_in_a_town_denies_one_meeting(reader: Reader) -> None:
    text = "Bolivian Foreign Minister Rosa Quispe never met Danish Foreign Minister Lars Holm{}."
    assert told(reader, text.format(" in Geneva")) == [("meeting", "did_not_occur", SIDES)]
    assert told(reader, text.format("")) == []


HELD = "Bolivian Foreign Minister Rosa Quispe met her Danish counterpart Lars Holm in Geneva on Monday, La Paz said."
ANSWERS = [
    "Denmark's foreign ministry said the report was untrue.",
    "Denmark's foreign ministry said that the two had not met.",
    "“They did not meet,” Denmark's foreign ministry said.",
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_what_was_told_right_before_is_in_dispute(reader: Reader, answer: str) -> None:
    [found] = reader.read(document_of(f"{HELD} {answer}", published=PUBLISHED)).engagements
    assert found.status.status == "disputed"
    assert {(s.status, s.claimed_by) for s in found.history} == {("held", "BOL"), ("did_not_occur", "DNK")}


def test_a_state_tells_of_its_own_minister(reader: Reader) -> None:
    text = (
        "Bolivia said that Foreign Minister Rosa Quispe would receive Foreign Minister Lars Holm of Denmark on Monday."
    )
    assert told(reader, text) == [("meeting", "announced", SIDES)]
