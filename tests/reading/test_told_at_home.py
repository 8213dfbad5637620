"""What reports of neighbours tell about their dealings: who receives whom, reports denied, reasons told later."""

from __future__ import annotations

import pytest

from detente.model import Engagement
from detente.reading.reader import Reader
from tests.conftest import read


def one(reader: Reader, text: str, form: str) -> Engagement:
    """The one engagement of a form."""
    (found,) = [e for e in read(reader, text).engagements if e.form == form]
    return found


def people(engagement: Engagement) -> dict[str | None, str | None]:
    return {p.actor.name: p.on_behalf_of or p.actor.country for p in engagement.participants}


# -- colleagues who receive a visitor ----------------------------------------------------------------

RECEIVED = [
    "Interior Minister Gilbert Kabanda of Congo arrived in Luanda on Monday. He was received by his colleague Eugénio "
    "Laborinho.",
    "Interior Minister Gilbert Kabanda of Congo arrived in Luanda on Monday at the invitation of his counterpart "
    "Eugénio Laborinho, who received him at the airport.",
]


@pytest.mark.parametrize("text", RECEIVED)
def test_who_receives_a_visitor_is_of_where_he_is(reader: Reader, text: str) -> None:
    assert people(one(reader, text, "meeting")) == {"Gilbert Kabanda": "COD", "Eugénio Laborinho": "AGO"}


def test_a_colleague_with_whom_one_travels_is_of_no_other_state(reader: Reader) -> None:
    text = "Canadian Senator John Smith and his colleague Peter Brown met Cuban Foreign Minister Bruno Rodríguez."
    assert people(one(reader, text, "meeting"))["Peter Brown"] is None


@pytest.mark.parametrize(("text", "side"), [
    ("Defence Minister Ousman Mackane of Gambia travelled to Dakar on Friday at the invitation of his counterpart "
     "Birame Diop.", "SEN"),
    ("Tunisian Interior Minister Kamel Feki flew to Tripoli on Sunday, invited by his colleague Emad Trabelsi.", "LBY"),
    ("Defence Minister Ousman Mackane of Gambia travelled to Dakar on Friday at the invitation of Turkey.", "TUR"),
    ("Defence Minister Ousman Mackane of Gambia travelled to Dakar on Friday with his colleague Birame Diop.", None),
])  # fmt: skip
def test_who_invites_a_visitor(reader: Reader, text: str, side: str | None) -> None:
    assert one(reader, text, "visit").initiator == side


# -- reports denied ----------------------------------------------------------------------------------

RUMOUR = (
    "Serbian President Aleksandar Vučić will visit Pristina on June 4, a source close to the government told Koha. "
)


@pytest.mark.parametrize("denial", [
    "The Serbian president's office called the report false.", "Serbia denied the report.",
    "Belgrade says that there is no truth in this.", "In Belgrade the rumour is denied.",
])  # fmt: skip
def test_a_visit_that_only_a_report_tells_of_is_denied(reader: Reader, denial: str) -> None:
    assert one(reader, RUMOUR + denial, "visit").status.status == "did_not_occur"


@pytest.mark.parametrize("other", [
    "Serbia denied reports of a reshuffle.", "The opposition called the report false.",
    "Serbia called its budget sound and the report of the bank false.", "Serbia denied that the road was closed.",
])  # fmt: skip
def test_what_else_is_denied_leaves_the_visit(reader: Reader, other: str) -> None:
    assert one(reader, RUMOUR + other, "visit").status.status == "announced"


# -- reasons -----------------------------------------------------------------------------------------

CALLED_OFF = "Peru has cancelled the visit of Bolivian Foreign Minister Celinda Sosa."


@pytest.mark.parametrize("after", [
    "\n\nThe Peruvian side took the step because of a coup in La Paz.", "\n\nThe reason was a coup in La Paz.",
    " This was due to a coup in La Paz.",
])  # fmt: skip
def test_a_reason_told_after(reader: Reader, after: str) -> None:
    history = one(reader, CALLED_OFF + after, "visit").history
    assert any(s.reason is not None and "a coup in La Paz" in s.reason.text for s in history)


@pytest.mark.parametrize("after", [
    "\n\nThe reason for the fog in Lima was a cold current.",
    "\n\nThe central bank took the decision to raise rates because of inflation.",
    "\n\nPrices rose because of the drought.",
])  # fmt: skip
def test_a_reason_of_something_else(reader: Reader, after: str) -> None:
    assert all(s.reason is None for s in one(reader, CALLED_OFF + after, "visit").history)


# -- joint bodies, signatures, lines -----------------------------------------------------------------


def test_each_part_of_a_joint_body_has_its_head(reader: Reader) -> None:
    text = (
        "Today the city of Tarija hosted a session of the Intergovernmental Commission between Bolivia and Paraguay "
        "on trade. The Bolivian part of the commission was led by Minister Néstor Huanca and the Paraguayan part "
        "by Minister Javier Giménez."
    )
    found = one(reader, text, "talks")
    assert people(found) == {"Néstor Huanca": "BOL", "Javier Giménez": "PRY"}
    assert [p.name for p in found.places] == ["Tarija"]


def test_two_who_set_their_signatures_to_a_treaty(reader: Reader) -> None:
    text = (
        "In Lusaka on Saturday President Hakainde Hichilema of Zambia and President Lazarus Chakwera of Malawi set "
        "their signatures to a treaty on the lake."
    )
    assert people(one(reader, text, "ceremony")) == {"Hakainde Hichilema": "ZMB", "Lazarus Chakwera": "MWI"}
    alone = (
        "President William Ruto of Kenya set his hopes on a treaty with President Yoweri Museveni of Uganda on Monday."
    )
    assert not [e for e in read(reader, alone).engagements if e.form == "ceremony"]


def test_a_reception_after_a_promise_is_not_of_the_day_that_the_promise_recalls(reader: Reader) -> None:
    text = (
        "Ghana's Speaker Alban Bagbin is in Togo. He agreed with his hosts to restore the ties broken off in March "
        "2022. Bagbin was then received by President Faure Gnassingbé of Togo."
    )
    assert all(e.when.edtf != "2022-03" for e in read(reader, text).engagements)


@pytest.mark.parametrize(("text", "by"), [
    ("Minister of Defence of Laos Chansamone Chanyalath tried the line on which Minister of Defence of Vietnam "
     "Phan Van Giang waited. The ministers agreed to notify each other of manoeuvres.", {"LAO", "VNM"}),
    ("Presidents Hichilema of Zambia and Chakwera of Malawi met in Chipata. The pair agreed to remove roadblocks.",
     {"ZMB", "MWI"}),
    ("Minister of Defence of Laos Chansamone Chanyalath spoke. He agreed to notify Vietnam of manoeuvres.", {"LAO"}),
])  # fmt: skip
def test_who_promises_together(reader: Reader, text: str, by: set[str]) -> None:
    assert [set(c.by) for c in read(reader, text).commitments] == [by]


# -- posts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "person", "change", "day"), [
    ("Kazakhstan's president on Monday appointed Olzhas Bektenov Chairman of the Cabinet of Ministers and head of "
     "the presidential office.", "Olzhas Bektenov", "appointed", "2024-05-06"),
    ("President Luis Arce of Bolivia on Tuesday appointed María Lima foreign minister. Rogelio Mayta was dismissed "
     "from the post on Monday.", "Rogelio Mayta", "removed", "2024-05-06"),
])  # fmt: skip
def test_posts_of_a_cabinet(reader: Reader, text: str, person: str, change: str, day: str) -> None:
    found = [(t.person, t.change, t.when.edtf) for t in read(reader, text).tenures if t.person == person]
    assert found == [(person, change, day)]


def test_who_is_released_from_prison_leaves_no_post(reader: Reader) -> None:
    text = "Bolivia appointed María Lima foreign minister on Monday. Rogelio Mayta was released from prison on Tuesday."
    assert not [t for t in read(reader, text).tenures if t.person == "Rogelio Mayta" and t.change == "removed"]
