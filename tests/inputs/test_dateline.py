"""A text that bears its own day is published on it; a day in its prose is none."""

from __future__ import annotations

import pytest

from detente.inputs import document_of, parse_published


@pytest.mark.parametrize(("text", "day"), [
    ("PRESIDENCY\nOffice of the Spokesman\n\nSanto Domingo, 9 April 2024\n\nThe President spoke.", "2024-04-09"),
    ("Ministry\nPRESS RELEASE\n2024/ID/0087\n12 December 2024\n\nThe session ended.", "2024-12-12"),
    ("NIAMEY, 18 May 2022 (Agency) - The minister arrived.", "2022-05-18"),
    ("BRUSSELS (March 12, 2024) — The envoys met.", "2024-03-12"),
    ("Talks resume\nPosted on 2024-03-04\nThe talks resumed.", "2024-03-04"),
    ("Talks resume in Hanoi\nUpdated: 21 September 2023, 18:40\n\nThe ministers met.", "2023-09-21"),
    ("Talks resume in Hanoi\nSept 21, 2023 6:40 PM\n\nThe ministers met.", "2023-09-21"),
    ("Talks resume\nBy Ana Souza | Sept. 21, 2023, 6:40 p.m.\n\nThe ministers met.", "2023-09-21"),
    ("Talks resume\nLast updated: 21 September 2023 | 18.40 (GMT)\n\nThe ministers met.", "2023-09-21"),
    ("Talks resume\n2023-09-21T18:40:05Z\n\nThe ministers met.", "2023-09-21"),
    ("Talks resume\nFrom 21 September 2023, 18:40 is the hour of talks\nThe ministers met.", None),
    ("On 9 April 2024 the minister met his colleague.\nThey talked.", None),
    ("The treaty of 9 April 2024 is dead.\nNobody mourns.", None),
    ("He died on 3 May 2012", None),
])  # fmt: skip
def test_the_day_of_the_text(text: str, day: str | None) -> None:
    document = document_of(text)
    assert document.source.published == day
    assert [i.code for i in document.issues] == (["DET-115"] if day else [])


def test_a_day_that_is_given_comes_first() -> None:
    document = document_of("Ministry\n12 December 2024\n\nThe session.", published=parse_published("2024-12-13"))
    assert (document.source.published, document.issues) == ("2024-12-13", ())
