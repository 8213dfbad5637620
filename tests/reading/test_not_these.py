"""Who is told not to have been one of them, and what is told to be open: "not to Y", "whether or not"."""

from __future__ import annotations

import pytest

import detente


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Kamala Harris said she spoke to the president of South Korea - of course, not to the head of the DPRK.", 2),
        ("French President Emmanuel Macron met Italy's Giorgia Meloni, not Spain's Pedro Sánchez, in Paris.", 2),
        ("French President Emmanuel Macron met Italy's Giorgia Meloni rather than Spain's Pedro Sánchez.", 2),
        ("French President Emmanuel Macron spoke not only to Italy's Giorgia Meloni but to Spain's Pedro Sánchez.", 3),
        ("It was not the French president's first visit to Berlin.", 2),
    ],
)
def test_who_was_none_of_them_is_no_side(text: str, sides: int) -> None:
    (engagement,) = detente.read(text, published="2024-08-12").engagements
    assert len(engagement.countries) == sides


def test_whether_or_not_leaves_it_open() -> None:
    text = "Whether or not French President Emmanuel Macron will meet Giorgia Meloni on Friday is open."
    assert {e.status.status for e in detente.read(text, published="2024-08-12").engagements} <= {"mooted", "announced"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "The visit of Icelandic minister Ana Jonsdottir to Oslo, announced for 14 May, never took place.",
            "did_not_occur",
        ),
        ("The visit by Kenyan President William Ruto to Kampala, planned since May, ended on Monday.", "held"),
        ("The talks between Kenya and Uganda, arranged in haste, ended on Monday.", "held"),
    ],
)
def test_what_became_of_what_was_planned(text: str, status: str) -> None:
    assert [e.status.status for e in detente.read(text, published="2024-05-21").engagements] == [status]
