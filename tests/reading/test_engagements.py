"""What engagements promise: sides that a clause leaves out are told of around it, a status says where it stands, and no
engagement is made of what nobody did."""

import pytest

from detente.model import Engagement
from detente.reading.reader import Reader
from tests.conftest import read


def engagements(reader: Reader, text: str) -> list[Engagement]:
    return list(read(reader, text, "2024-05-08").engagements)


def shown(e: Engagement) -> tuple[str, str, tuple[str, ...]]:
    return e.form, e.status.status, tuple(sorted(e.countries))


# text, form, status, countries
TOLD = [
    (
        "Polish Foreign Minister Radosław Sikorski met Czech Foreign Minister Jan Lipavský in Prague on Monday. "
        "The two will meet again in Warsaw in June.",
        "meeting", "announced", ("CZE", "POL"),
    ),
    (
        "Kenyan Foreign Minister Musalia Mudavadi is expected in the Ugandan capital on Friday.",
        "visit", "announced", ("KEN", "UGA"),
    ),
    (
        "Greek Foreign Minister Giorgos Gerapetritis met today at the ministry with Cypriot Foreign Minister "
        "Constantinos Kombos.",
        "meeting", "held", ("CYP", "GRC"),
    ),
    (
        "Portugal summoned the Hungarian ambassador on Monday over the remarks.",
        "meeting", "held", ("HUN", "PRT"),
    ),
    (
        "Senegalese President Bassirou Diomaye Faye will not be travelling to Nouakchott next week.",
        "visit", "cancelled", ("MRT", "SEN"),
    ),
    (
        "Finnish President Alexander Stubb spent an hour on the phone with Estonian President Alar Karis on Monday.",
        "call", "held", ("EST", "FIN"),
    ),
    (
        "The Slovak foreign minister, Juraj Blanár, told Hungarian Foreign Minister Péter Szijjártó in a phone call on "
        "Monday that the bridge would open.",
        "call", "held", ("HUN", "SVK"),
    ),
    (
        "Peruvian President Dina Boluarte has asked to see Chilean President Gabriel Boric in Lima next week. Santiago "
        "has yet to reply.",
        "meeting", "unanswered", ("CHL", "PER"),
    ),
    (
        "Berlin has turned down a Polish request for talks between Foreign Minister Annalena Baerbock and Foreign "
        "Minister Radosław Sikorski in Brussels next week.",
        "talks", "declined", ("DEU", "POL"),
    ),
    (
        "Hungarian Foreign Minister Péter Szijjártó invited Ukrainian Foreign Minister Dmytro Kuleba to Budapest. The "
        "invitation was accepted, the ministry said.",
        "visit", "announced", ("HUN", "UKR"),
    ),
    (
        "Border talks between Laos and Cambodia took place in Pakse on Monday. The Lao team was headed by Colonel "
        "Bounmy Vong and the Cambodian one by General Sok Pheap.",
        "talks", "held", ("KHM", "LAO"),
    ),
    (
        "Asked about a call between President Alexander Lukashenko and President Andrzej Duda, the Polish president's "
        "office said no such conversation had taken place.",
        "call", "did_not_occur", ("BLR", "POL"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "form", "status", "countries"), TOLD, ids=[t[0][:40] for t in TOLD])
def test_told(reader: Reader, text: str, form: str, status: str, countries: tuple[str, ...]) -> None:
    assert (form, status, countries) in [shown(e) for e in engagements(reader, text)]


NONE = [
    "Japanese Foreign Minister Yoko Kamikawa met reporters in Tokyo on Monday.",
    "Nobody was there to meet Indian Foreign Minister S. Jaishankar in Malé on Monday.",
    "French President Emmanuel Macron called on Mali to release the prisoners on Monday.",
    "The United States says it does not listen to the calls of German Chancellor Olaf Scholz.",
]


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_none(reader: Reader, text: str) -> None:
    assert not engagements(reader, text)


def test_a_stay_is_dated_from_its_first_day_to_its_last(reader: Reader) -> None:
    text = "Georgian Prime Minister Irakli Kobakhidze ended a two-day visit to Yerevan on Tuesday."
    assert [e.when.edtf for e in engagements(reader, text)] == ["2024-05-06/2024-05-07"]


def test_the_day_of_calling_off_is_not_the_day_of_the_visit(reader: Reader) -> None:
    text = (
        "A visit to Riga by Swedish Foreign Minister Tobias Billström, planned for 20 May, was called off on Monday "
        "because of a strike."
    )
    assert [e.when.edtf for e in engagements(reader, text)] == ["2024-05-20"]


BEGUN = [
    ("Kenyan President William Ruto phoned Ugandan President Yoweri Museveni on Monday.", "KEN"),
    ("Kenyan President William Ruto received a phone call on Monday from Ethiopian Prime Minister Abiy Ahmed.", "ETH"),
    (
        "Kenyan President William Ruto spoke by phone on Monday with Ethiopian Prime Minister Abiy Ahmed at the "
        "latter's request.",
        "ETH",
    ),
]


@pytest.mark.parametrize(("text", "side"), BEGUN)
def test_who_began_it(reader: Reader, text: str, side: str) -> None:
    assert [e.initiator for e in engagements(reader, text)] == [side]


def test_a_silence_is_no_engagement(reader: Reader) -> None:
    text = "The presidents of Kenya and Ethiopia have not spoken by phone since May 2021."
    assert engagements(reader, text) == []
