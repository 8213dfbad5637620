"""What is denied to have been planned is disputed; a day put to is the new one; who led the other side."""

from __future__ import annotations

import pytest

from detente.inputs import document_of
from detente.model import Edtf, Engagement, Source
from detente.reading.reader import Reader


def one(reader: Reader, text: str, published: str = "2023-06-06", outlet: str | None = None) -> Engagement:
    (found,) = reader.read(
        document_of(text, published=Edtf(published), source=Source(outlet=outlet), id="d")
    ).engagements
    return found


DENIED = [
    "Rwanda's foreign ministry denied on Friday that a meeting between President Paul Kagame and Burundian President "
    "Evariste Ndayishimiye had been planned.",
    "The Ghanaian presidency said on Friday that no visit by President Akufo-Addo to Lomé had ever been scheduled.",
    "Norway's foreign ministry rejected the claim that a visit by Foreign Minister Anniken Huitfeldt to Moscow "
    "had been agreed.",
    "The Peruvian foreign ministry denied that a call between Foreign Minister Ana Gervasi and her Mexican "
    "counterpart, Alicia Bárcena, had been arranged.",
]
MOVED = [
    ("A meeting between Georgian Trade Minister Levan Davitashvili and his Armenian counterpart, Vahan Kerobyan, due "
     "on Wednesday, has been put back two weeks to June 21 because of a strike, officials said.", "2023-06-21"),
    ("Talks between the Kenyan and Ugandan defence ministers scheduled for June 8 were pushed back by five days to "
     "June 13, officials said.", "2023-06-13"),
    ("Consultations between Peru and Bolivia, due on Friday, have been deferred until June 20 because of flooding, "
     "Lima said.", "2023-06-20"),
]  # fmt: skip
LED = [
    ("Peru and Chile held a round of talks on migration in Arica on Saturday. Ana Gervasi, the deputy foreign minister "
     "in Lima, headed the Peruvian team and Carlos Soto the other.", {("Ana Gervasi", "PER"), ("Carlos Soto", "CHL")}),
    ("Thailand and Cambodia held border talks in Phuket on March 3. General Prak Sokhonn led the Cambodian delegation, "
     "and Admiral Nikorn Petchvirakul, the secretary of the navy, the other.",
     {("Prak Sokhonn", "KHM"), ("Nikorn Petchvirakul", "THA")}),
]  # fmt: skip


@pytest.mark.parametrize("text", DENIED)
def test_a_plan_that_is_denied_is_disputed(reader: Reader, text: str) -> None:
    assert one(reader, text).status.status == "disputed"


def test_none_planned_is_nothing(reader: Reader) -> None:
    text = "No talks between Ghana and Togo are planned for June, officials said."
    assert reader.read(document_of(text, published=Edtf("2023-06-06"), id="d")).engagements == ()


@pytest.mark.parametrize(("text", "day"), MOVED)
def test_what_is_put_to_a_day_is_moved_there(reader: Reader, text: str, day: str) -> None:
    found = one(reader, text)
    assert (found.status.status, found.when.edtf) == ("rescheduled", day)


@pytest.mark.parametrize(("text", "heads"), LED)
def test_who_led_the_other_delegation(reader: Reader, text: str, heads: set[tuple[str, str]]) -> None:
    found = one(reader, text)
    assert {(p.actor.name, p.on_behalf_of or p.actor.country) for p in found.participants} == heads


def test_letters_of_credence_are_a_ceremony(reader: Reader) -> None:
    text = (
        "Ambassador Ana Silva presented her letters of credence to President Alar Karis at Kadriorg Palace on Monday."
    )
    assert one(reader, text, outlet="Ministry of Foreign Affairs, Uruguay").form == "ceremony"


def test_an_undertaking_is_a_promise(reader: Reader) -> None:
    text = (
        "Foreign Minister Musalia Mudavadi spoke by phone on Monday with Norwegian Foreign Minister Anniken Huitfeldt. "
        "Huitfeldt, the ministry said, gave an undertaking that Norway would grant visas to Kenyan sailors."
    )
    reading = reader.read(document_of(text, published=Edtf("2023-06-06"), id="d"))
    assert [c.by for c in reading.commitments] == [("NOR",)]
