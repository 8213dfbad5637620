"""EDTF as people read it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.outputs.dates import in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, "no date"),
        ("2023-06-14", "Wed 14 Jun 2023"),
        ("2023-06-18?", "Sun 18 Jun 2023?"),
        ("2023-06-18~", "about Sun 18 Jun 2023"),
        ("2023-06-18%", "about Sun 18 Jun 2023?"),
        ("2023-06-14T09:30", "Wed 14 Jun 2023 09:30"),
        ("2023-02", "Feb 2023"),
        ("2023-02?", "Feb 2023?"),
        ("2023-21", "spring 2023"),
        ("2023", "2023"),
        ("202X", "2020s"),
        ("2023-06-XX", "Jun 2023"),
        ("2023-06-16/2023-06-21", "16–21 Jun 2023"),
        ("2023-06-16/2023-06-21?", "16–21 Jun 2023?"),
        ("2023-06-28/2023-07-02", "28 Jun – 2 Jul 2023"),
        ("2022-12-30/2023-01-02", "30 Dec 2022 – 2 Jan 2023"),
        ("2023-06/2023-08", "Jun – Aug 2023"),
        ("2021/2023", "2021 – 2023"),
        ("2023-06-16?/2023-06-21", "16 Jun 2023? – 21 Jun 2023"),
        ("2023-01/..", "since Jan 2023"),
        ("../2023-01", "until Jan 2023"),
        ("2023-13-45", "2023-13-45"),
    ],
)
def test_in_words(edtf: str | None, words: str) -> None:
    assert in_words(edtf) == words


@given(st.text(alphabet="0123456789-/?~%XT:. ", max_size=24))
def test_anything_is_shown(value: str) -> None:
    assert in_words(value)
