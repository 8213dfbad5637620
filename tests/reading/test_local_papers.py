"""How local papers tell of calls and journeys: what a call did, a trip canned, days spent with officials somewhere."""

from __future__ import annotations

import pytest

import detente

CALL = "A phone call on Tuesday between Kenyan Foreign Minister Alfred Mutua and Fiji's Sitiveni Rabuka"


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Form, status and days of each engagement."""
    reading = detente.read(text, published="2023-04-13")
    return [(e.form, e.status.status, e.when.edtf) for e in reading.engagements]


@pytest.mark.parametrize(
    ("rest", "status"),
    [
        ("has set the scene for a difficult week.", "held"),
        ("arranged the details of the next round.", "held"),
        ("fixed a date for the ferry talks.", "held"),
    ],
)
def test_what_a_call_did_is_no_plan_of_it(rest: str, status: str) -> None:
    assert ("call", status, "2023-04-11") in told(f"{CALL} {rest}")


def test_a_call_that_is_set_is_a_plan() -> None:
    assert ("call", "announced", "2023-04-14") in told(f"{CALL.replace(' on Tuesday', '')} has been set for Friday.")


@pytest.mark.parametrize("deed", ["had to be canned when the airport closed", "was canned over a strike"])
def test_what_was_canned_was_called_off(deed: str) -> None:
    text = f"In February last year a trip by Kenyan Foreign Minister Alfred Mutua to Tonga {deed}."
    assert told(text) == [("visit", "cancelled", "2022-02")]


@pytest.mark.parametrize(
    "deed",
    [
        "spent two days with officials in Lima last week",
        "prepared the ground last week, spending two days with officials in Lima",
    ],
)
def test_days_spent_with_officials_somewhere_are_a_visit(deed: str) -> None:
    assert told(f"Kenya's deputy foreign minister, Peter Mwangi, {deed}.") == [
        ("visit", "held", "2023-04-03/2023-04-09")
    ]


@pytest.mark.parametrize("leaves", ["flies out of Nairobi", "flies out", "leaves Nairobi"])
@pytest.mark.parametrize("back", ["returns on April 29", "won't be back until April 29"])
def test_who_flies_out_and_comes_back_is_away_so_long(leaves: str, back: str) -> None:
    text = (
        f"Kenyan Foreign Minister Alfred Mutua {leaves} on April 25 and {back}. "
        "He is booked to be in Lima on April 26 before heading on to Quito."
    )
    assert ("visit", "announced", "2023-04-25/2023-04-29") in told(text)


@pytest.mark.parametrize("verb", ["reported", "quoted"])
def test_whom_a_paper_reports_as_saying_speaks(verb: str) -> None:
    text = f'Dr Ana Silva lectures in history in Lima. "Aid comes with a string," the Tribune {verb} her as saying.'
    spoken = [s for s in detente.read(text).statements if "string" in s.content.text]
    assert [(s.speaker.name, [c.role for c in s.chain]) for s in spoken] == [("Ana Silva", ["speaker", "outlet"])]


def test_an_associate_minister_is_a_deputy() -> None:
    text = "New Zealand's Associate Foreign Minister Aroha Reid visited Suva last week."
    (visit,) = detente.read(text, published="2023-04-13").engagements
    assert [(p.actor.name, p.actor.country, visit.level) for p in visit.participants] == [
        ("Aroha Reid", "NZL", "deputy")
    ]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Canberra welcomed the dialogue between Mauritius and Britain.", {"MUS", "GBR"}),
        ("Beijing praised the talks between Iran and Saudi Arabia.", {"IRN", "SAU"}),
        ("France urged Egypt and Ethiopia to resume talks.", {"EGY", "ETH"}),
        ("Ghana and Togo held talks in Accra. Japan urged both sides to resume talks.", {"GHA", "TGO"}),
        ("France invited Egypt and Ethiopia to hold talks in Paris.", {"FRA", "EGY", "ETH"}),
        ("Egypt asked Ethiopia to resume talks on the dam.", {"EGY", "ETH"}),
        ("Kenya welcomed talks with Uganda in Nairobi on Monday.", {"KEN", "UGA"}),
    ],
)
def test_who_praises_or_urges_others_talks_is_not_at_them(text: str, sides: set[str]) -> None:
    engagements = detente.read(text, published="2024-03-12").engagements
    assert engagements
    assert all({*e.countries} == sides for e in engagements)
    assert "Canberra" not in {p.name for e in engagements for p in e.places}
