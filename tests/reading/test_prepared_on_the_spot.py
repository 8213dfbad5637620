"""Who went ahead to prepare a visit, told in the many ways in which reports tell it."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

LEAD = "Peru's foreign minister, Elmer Schialer, is due in La Paz on 28 August. Bolivia wants the road reopened. "


@pytest.mark.parametrize(
    "text",
    [
        "The ground was laid by Vice Minister Felix Denegri. The Tacna congressman was in La Paz on August 9.",
        "His deputy, Felix Denegri, put in a day of talks at the foreign ministry in La Paz on August 9.",
        "The 9th of August saw his deputy, Felix Denegri, in La Paz for consultations with Bolivian officials.",
        "On August 9 Vice Minister Felix Denegri and his Bolivian counterpart went over the agenda in La Paz.",
        "Felix Denegri, the vice minister, has already been: he spent August 9 in La Paz with the officials there.",
        "A delegation under Vice Minister Felix Denegri had flown to La Paz on August 9 to prepare the ground.",
        "Vice Minister Felix Denegri cleared the way on August 9, when he spent a day in La Paz with diplomats.",
        "An advance team led by Vice Minister Felix Denegri worked out the details in La Paz on August 9.",
    ],
)
def test_the_visit_that_prepared_another(reader: Reader, text: str) -> None:
    found = [
        e
        for e in read(reader, LEAD + text, "2025-08-22").engagements
        if any(p.actor.name == "Felix Denegri" for p in e.participants)
    ]
    told = {(e.status.status, e.when.edtf, frozenset(e.countries), e.places[0].name) for e in found}
    assert told == {("held", "2025-08-09", frozenset({"PER", "BOL"}), "La Paz")}


def test_where_somebody_is_seen_is_not_his_state(reader: Reader) -> None:
    text = LEAD + "Last Tuesday saw Ana Torres, a trade official, in La Paz for a concert."
    assert not [e for e in read(reader, text, "2025-08-22").engagements if e.when.edtf == "2025-08-12"]
