"""What agencies and ministries write most often: who met whom, when, and for which side somebody speaks."""

from __future__ import annotations

import pytest

from detente.model import Reading
from detente.reading.reader import Reader
from tests.conftest import read

Told = tuple[str, str, str, str | None, str]


def engaged(reading: Reading) -> set[Told]:
    """Form, status, sides, day and people of each engagement, the names in their order."""
    return {
        (
            e.form,
            e.status.status,
            "-".join(sorted(c for c in e.countries if c)),
            e.when.edtf,
            ", ".join(sorted(p.actor.name or "" for p in e.participants if p.actor.kind == "person")),
        )
        for e in reading.engagements
    }


@pytest.mark.parametrize(
    ("day", "text", "told"),
    [
        (
            "2019-03-12",  # a perfect takes no day: it is that of the trip
            "Chilean President Sebastian Pinera has cancelled a trip to Peru on Friday, his office said on Tuesday.",
            {("visit", "cancelled", "CHL-PER", "2019-03-15", "Sebastian Pinera")},
        ),
        (
            "2019-03-12",  # the words have a day of their own
            "Chilean President Sebastian Pinera called off a trip to Peru on Friday, his office said on Tuesday.",
            {("visit", "cancelled", "CHL-PER", "2019-03-15", "Sebastian Pinera")},
        ),
        (
            "2019-03-12",  # counter: the day of the deed
            "Chilean President Sebastian Pinera on Monday cancelled a trip to Peru, his office said.",
            {("visit", "cancelled", "CHL-PER", None, "Sebastian Pinera")},
        ),
        (
            "2021-06-16",
            "Manama, June 16, 2021 - King Hamad bin Isa bin Salman Al Khalifa met here today Italian Foreign Minister "
            "Luigi Di Maio.",
            {("meeting", "held", "BHR-ITA", "2021-06-16", "Hamad bin Isa bin Salman Al Khalifa, Luigi Di Maio")},
        ),
        (
            "2021-06-16",
            "Prince Faisal bin Farhan bin Abdullah received here today the Minister of Foreign Affairs of the Republic "
            "of Malta, Evarist Bartolo.",
            {("meeting", "held", "MLT-SAU", "2021-06-16", "Evarist Bartolo, Faisal bin Farhan bin Abdullah")},
        ),
        (
            "2021-06-16",
            "Kenyan traders, led by Trade Minister Betty Maina, visited Rwanda on Monday.",
            {("visit", "held", "KEN-RWA", "2021-06-14", "Betty Maina")},
        ),
        ("2021-06-16", "Kenyan runners, led by their captain Peter Kirui, visited Rwanda on Monday.", set()),
        # a company's chairman and founder are no officials
        ("2021-06-16", "Toyota chairman Akio Toyoda met Indian Prime Minister Narendra Modi in Delhi.", set()),
        ("2021-06-16", "Microsoft co-founder Bill Gates met Nigerian President Muhammadu Buhari in Abuja.", set()),
        (
            "2021-06-16",
            "African Union Commission chairman Moussa Faki met Nigerian President Muhammadu Buhari on Monday.",
            {("meeting", "held", "AFU-NGA", "2021-06-14", "Moussa Faki, Muhammadu Buhari")},
        ),
    ],
)
def test_engaged(reader: Reader, day: str, text: str, told: set[Told]) -> None:
    assert engaged(read(reader, text, day)) == told
