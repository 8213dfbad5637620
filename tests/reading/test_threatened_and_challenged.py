"""What is threatened, promised or for a purpose has not been done; who challenges a state does not speak for it."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2025-03-05"  # a Wednesday


def _told(reader: Reader, text: str) -> list[tuple[str, str, str | None]]:
    """Form, status and day of each engagement."""
    return [(e.form, e.status.status, e.when.edtf) for e in read(reader, text, DAY).engagements]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Indian Foreign Secretary Arun Rao will be in Dhaka on March 12, a ministry spokesman said on Tuesday, for "
            "a meeting with his Bangladeshi counterpart.",
            {("visit", "announced", "2025-03-12"), ("meeting", "announced", "2025-03-12")},
        ),
        (
            "A Ghanaian delegation will go to Lome on Friday, officials said, to hold talks with the Togolese "
            "government.",
            {("visit", "announced", "2025-03-07"), ("talks", "announced", "2025-03-07")},
        ),
        (
            "The presidents of Chile and Bolivia will meet in Arica on March 20, officials said on Tuesday, for their "
            "first talks in two years.",
            {("meeting", "announced", "2025-03-20")},
        ),
        (
            "Egyptian Foreign Minister Samir Adel flew to Khartoum on Monday, state radio said, for talks with his "
            "Sudanese counterpart.",
            {("visit", "held", "2025-03-03"), ("talks", "held", "2025-03-03")},
        ),
    ],
)
def test_the_purpose_behind_who_says_so_is_of_the_journey(
    reader: Reader, text: str, told: set[tuple[str, str, str | None]]
) -> None:
    assert set(_told(reader, text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Norway promised Morocco on Monday to release two Moroccan sailors.",
        "Chile promised Bolivia at talks in Arica on Monday to release two Bolivian fishermen.",
        "India has undertaken to release 30 Sri Lankan fishermen by Friday.",
    ],
)
def test_what_is_promised_is_not_done(reader: Reader, text: str) -> None:
    found = read(reader, text, DAY)
    assert [c.content.text[:10] for c in found.commitments] == ["to release"]
    assert "actual" not in {e.realis for e in found.events if e.plover_root == "CONCEDE"}


def test_what_is_done_is_done(reader: Reader) -> None:
    found = read(reader, "Norway released two Moroccan sailors on Monday.", DAY)
    assert not found.commitments
    assert [e.realis for e in found.events if e.plover_root == "CONCEDE"] == ["actual"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru broke off talks with Ecuador on Monday.",
        "Trade talks between Algeria and Spain have been broken off.",
        "Uganda said on Monday it was breaking off peace talks with Rwanda over the shelling of Kisoro.",
        "Uganda threatened to break off talks with Rwanda.",
        "Ecuador threatened on Tuesday to suspend climate talks with Peru.",
        "Ecuador denied on Monday that it had suspended trade talks with Peru.",
        "Ghana will suspend trade talks with Togo unless the fishermen are freed.",
        "Had Peru's president visited Quito on Monday, he would have met Ecuador's president.",
        "Cambodia said it had not been invited to talks in Bangkok, but Thailand said it had.",
        "Peru beat Ecuador 2-1 in Lima on Tuesday. The two sides will meet again in Quito in June.",
    ],
)
def test_no_talks_are_told_of(reader: Reader, text: str) -> None:
    assert not _told(reader, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ugandan and Rwandan negotiators broke off their talks in Luanda on Monday after two hours.",
            [("talks", "held", "2025-03-03")],
        ),
        ("Ghana suspended trade talks with Togo on Monday.", [("talks", "postponed", None)]),
        ("Ghana threatened to call off Friday's talks with Togo.", [("talks", "announced", "2025-03-07")]),
        (
            "Ghana has threatened to postpone the summit with Togo in June over the arrests.",
            [("summit_session", "announced", "2025-06")],
        ),
        (
            "Ghana said it might cancel the visit of Togo's foreign minister next week.",
            [("visit", "announced", "2025-03-10/2025-03-16")],
        ),
        ("Ghana called off Friday's talks with Togo.", [("talks", "cancelled", "2025-03-07")]),
        (
            "The Togolese delegation went home from Accra on Monday before talks with the Ghanaian foreign minister "
            "could begin.",
            [("talks", "did_not_occur", "2025-03-03")],
        ),
        (
            "Ghana and Togo held talks in Accra on Monday. The two sides will meet again in Lome in June.",
            [("talks", "held", "2025-03-03"), ("talks", "announced", "2025-06")],
        ),
    ],
)
def test_talks_are_told_of(reader: Reader, text: str, told: list[tuple[str, str, str | None]]) -> None:
    assert [t for t in _told(reader, text) if t[0] != "visit" or len(told) == 1 == len(_told(reader, text))] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Nepal and Bhutan will hold talks on March 20, officials said on Tuesday, after a meeting of their foreign "
            "ministers was cancelled.",
            [("talks", "announced", "2025-03-20"), ("meeting", "cancelled", None)],
        ),
        (
            "Talks between Chile and Bolivia will go ahead on Friday although a meeting of their defence ministers was "
            "cancelled.",
            [("talks", "confirmed", "2025-03-07"), ("meeting", "cancelled", None)],
        ),
        (
            "Chile and Bolivia were to hold talks next week, but the meeting was called off.",
            [("talks", "cancelled", "2025-03-10/2025-03-16")],
        ),
    ],
)
def test_another_meeting_that_came_to_nothing(
    reader: Reader, text: str, told: list[tuple[str, str, str | None]]
) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Peru recalled its ambassador from Quito after an Ecuadorian minister met opposition leaders in Lima.", False),
        ("Kenya's president met leaders of the breakaway region of Somaliland in Nairobi on Tuesday.", False),
        ("Sudan recalled its ambassador from Nairobi after Kenya's president received rebel commanders.", False),
        ("Somalia protested on Tuesday after Ethiopia's foreign minister met the president of Somaliland.", False),
        (
            "Chilean Foreign Minister Pedro Soto met the Bolivian foreign minister and opposition leaders in La Paz.",
            True,
        ),
        ("Ecuadorian Foreign Minister Ana Paz met Peruvian leaders in Lima on Monday.", True),
    ],
)
def test_who_challenges_a_state_does_not_speak_for_it(reader: Reader, text: str, met: bool) -> None:
    assert bool([e for e in read(reader, text, DAY).engagements if e.form in ("meeting", "talks")]) is met
