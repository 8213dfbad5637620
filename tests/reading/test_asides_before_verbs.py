"""Who acts is read past an aside, whatever the parser makes of the verb behind it; a counterpart by his state alone."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

PUBLISHED = "2024-05-08"


@pytest.mark.parametrize("verb", ["telephoned", "phoned", "rang", "called"])
@pytest.mark.parametrize(
    ("who", "whom", "sides", "names"),
    [
        (
            "Elena Mora, the Costa Rican trade minister,",
            "Irish Trade Minister Simon Keogh",
            {"CRI", "IRL"},
            {"Elena Mora", "Simon Keogh"},
        ),
        (
            "Ghana's president, Kojo Mensah,",
            "President Rodrigo Salas of Peru",
            {"GHA", "PER"},
            {"Kojo Mensah", "Rodrigo Salas"},
        ),
        (
            "Kenya's foreign minister, Alfred Mutua,",
            "Uganda's Jeje Odongo",
            {"KEN", "UGA"},
            {"Alfred Mutua", "Jeje Odongo"},
        ),
    ],
)
def test_a_call_told_behind_an_aside(
    reader: Reader, verb: str, who: str, whom: str, sides: set[str], names: set[str]
) -> None:
    (call,) = read(reader, f"{who} {verb} {whom} this morning.", PUBLISHED).engagements
    assert (call.form, set(call.countries), {p.actor.name for p in call.participants}) == ("call", sides, names)
    assert call.when is not None and call.when.edtf == PUBLISHED


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Trade Minister Simon Keogh of Ireland held talks with Chile's Antonia Vega on Monday.", "talks"),
        ("President Kojo Mensah of Ghana had a phone call with Chile's Antonia Vega on Monday.", "call"),
        ("Norwegian Defence Minister Ingrid Dahl received Chile's Antonia Vega on Monday.", "meeting"),
    ],
)
def test_a_counterpart_told_by_her_state_alone(reader: Reader, text: str, form: str) -> None:
    (met,) = read(reader, text, PUBLISHED).engagements
    assert met.form == form and "Antonia Vega" in {p.actor.name for p in met.participants}


def test_a_president_receives_champions_too(reader: Reader) -> None:
    assert not read(reader, "President Kojo Mensah received Chile's Antonia Vega on Monday.", PUBLISHED).engagements


@pytest.mark.parametrize(
    "purpose",
    [
        "to discuss the agreement for Air Ghana to buy twenty aircraft",
        "to welcome the deal for the release of hostages",
    ],
)
def test_what_two_speak_for_hangs_on_them(reader: Reader, purpose: str) -> None:
    text = f"President Kojo Mensah of Ghana spoke today with Prime Minister Simon Keogh of Ireland {purpose}."
    (call,) = read(reader, text, PUBLISHED).engagements
    assert (call.form, set(call.countries)) == ("call", {"GHA", "IRL"})
