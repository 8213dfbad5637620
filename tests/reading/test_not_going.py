"""What became of a journey that somebody does not make is told by the journey's own word, where the text has one."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("will not travel to Chile on 20 May as planned; the visit has been postponed", "postponed"),
        ("will not go to Chile on 20 May. The trip has been put off until further notice", "postponed"),
        ("did not travel to Chile on Monday as planned. The visit has been postponed", "postponed"),
        ("will not travel to Chile on 20 May. The visit has been cancelled", "cancelled"),
        ("will not travel to Chile on 20 May", "cancelled"),
    ],
)
def test_the_visits_own_word(reader: Reader, told: str, status: str) -> None:
    (visit,) = read(reader, f"Serbian Trade Minister Marko Ilic {told}.", "2024-05-08").engagements
    assert (visit.form, visit.status.status) == ("visit", status)
    assert {h.status for h in visit.history} == {status}
