"""What is only being arranged, bodies of two states that sit, what else was done on a day, "Both Ministers"."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-03-06"  # a Wednesday


def told(reader: Reader, text: str) -> list[tuple[str, str, str | None, tuple[str, ...]]]:
    """Form, status, day and sides of what a text tells."""
    found = read(reader, text, DAY).engagements
    return [(e.form, e.status.status, e.when.edtf, tuple(sorted(e.countries))) for e in found]


@pytest.mark.parametrize(("text", "status"), [
    ("Kenya and Ethiopia are working on a meeting between William Ruto and Abiy Ahmed in April.", "mooted"),
    ("Officials are trying to arrange a call between Joe Biden and Benjamin Netanyahu this week.", "mooted"),
    ("Diplomats are seeking to set up a meeting between Viktor Orbán and Volodymyr Zelensky.", "mooted"),
    ("Switzerland said it stands ready to host talks between Serbia and Kosovo.", "mooted"),
    ("The ministries are looking for a suitable date for a visit by Spanish Foreign Minister José Manuel Albares to "
     "Rabat.", "mooted"),
    ("Poland is arranging for Foreign Minister Radosław Sikorski to visit Delhi in May.", "mooted"),
    ("Kenya has arranged a meeting between Sudan's Abdel Fattah al-Burhan and Ethiopia's Abiy Ahmed in Nairobi.",
     "announced"),
    ("Japanese Prime Minister Fumio Kishida is preparing to visit Seoul later this month.", "announced"),
    ("Preparations are being made for a visit by Brazilian President Lula to Bogotá in April.", "announced"),
    ("Poland worked on the text in talks with Ukraine in Warsaw on Monday.", "held"),
])  # fmt: skip
def test_what_is_being_arranged_is_not_settled(reader: Reader, text: str, status: str) -> None:
    assert [s for _, s, _, _ in told(reader, text)] == [status]


def test_for_whom_a_journey_is_arranged_is_to_make_it(reader: Reader) -> None:
    text = ("Japan and South Korea are arranging for Prime Minister Fumio Kishida to travel to Seoul later this month "
            "for talks with President Yoon Suk Yeol.")  # fmt: skip
    found = read(reader, text, DAY).engagements
    people = [{p.actor.name for p in e.participants} for e in found]
    assert people == [{"Fumio Kishida"}, {"Fumio Kishida", "Yoon Suk Yeol"}]
    assert {e.status.status for e in found} == {"mooted"}


@pytest.mark.parametrize(("text", "status", "when", "sides"), [
    ("The two countries' joint border committee met in Tacna last week, Peru and Chile said.",
     "held", "2024-02-26/2024-03-03", ("CHL", "PER")),
    ("Turkish President Erdogan and Greek Prime Minister Mitsotakis agreed that the High-Level Cooperation Council "
     "would convene in Thessaloniki in June.", "announced", "2024-06", ("GRC", "TUR")),
    ("Nigeria and Niger have agreed to revive their joint commission. The commission will sit in Abuja in May.",
     "announced", "2024-05", ("NER", "NGA")),
])  # fmt: skip
def test_a_body_of_two_states_sits(reader: Reader, text: str, status: str, when: str, sides: tuple[str, ...]) -> None:
    assert [found[1:] for found in told(reader, text)] == [(status, when, sides)]


@pytest.mark.parametrize("text", [
    "The Security Council will be briefed on Monday. France and Kenya asked for it.",
    "The Mexico City town council was held to account by Chile on Tuesday.",
    "France and Germany agreed to convene the UN Security Council on Monday over Mali.",
    "Kenya's parliament convened in Nairobi on Tuesday. Uganda's ambassador looked on.",
])  # fmt: skip
def test_other_bodies_are_no_talks_of_two(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


@pytest.mark.parametrize(("text", "when"), [
    ("In a separate call, he and Egyptian counterpart Sameh Shoukry took up the same issues.", "2024-03-04"),
    ("Fidan also met briefly with his Egyptian counterpart, Sameh Shoukry.", "2024-03-04"),
    ("Separately, Fidan held talks with Egypt's Sameh Shoukry.", "2024-03-04"),
    ("Fidan spoke by telephone with Egypt's Sameh Shoukry afterwards.", "2024-03-04"),
    ("He had also spoken by telephone with Egypt's Sameh Shoukry.", None),
    ("Fidan also received Egypt's Sameh Shoukry last week.", "2024-02-26/2024-03-03"),
])  # fmt: skip
def test_what_else_somebody_did_was_on_that_day(reader: Reader, text: str, when: str | None) -> None:
    before = "Turkish Foreign Minister Hakan Fidan met his Qatari counterpart, Mohammed bin Abdulrahman, on Monday. "
    assert next(e for e in told(reader, before + text) if "EGY" in e[3])[2] == when


@pytest.mark.parametrize("who", ["Both Ministers", "The two Ministers", "Both ministers"])
def test_counted_ministers_with_a_capital_are_those_who_met(reader: Reader, who: str) -> None:
    text = f"Omani Foreign Minister Badr Albusaidi met his Indian counterpart S. Jaishankar. {who} will meet in May."
    assert told(reader, text)[-1] == ("meeting", "announced", "2024-05", ("IND", "OMN"))


def test_a_vice_chairman_of_a_state_body_is_an_official(reader: Reader) -> None:
    text = ("Cuban Prime Minister Manuel Marrero met here on Monday with Zhang Chunlin, vice chairman of the National "
            "Development and Reform Commission of China.")  # fmt: skip
    assert told(reader, text) == [("meeting", "held", "2024-03-04", ("CHN", "CUB"))]


@pytest.mark.parametrize(("text", "status", "when"), [
    ("The visit of Fijian Prime Minister Sitiveni Rabuka to Japan began on Monday and ends tomorrow.",
     "under_way", "2024-03-04/2024-03-07"),
    ("Fijian Prime Minister Sitiveni Rabuka arrived in Tokyo on Monday and will fly home on Friday.",
     "under_way", "2024-03-04/2024-03-08"),
    ("Fijian Prime Minister Sitiveni Rabuka arrived in Tokyo on Monday and leaves for home tomorrow.",
     "under_way", "2024-03-04/2024-03-07"),
    ("Fijian Prime Minister Sitiveni Rabuka arrived in Tokyo on Monday and left for home yesterday.",
     "held", "2024-03-04/2024-03-05"),
    ("The visit of Fijian Prime Minister Sitiveni Rabuka to Japan began on Monday and ended yesterday.",
     "held", "2024-03-04/2024-03-05"),
    ("Fijian Prime Minister Sitiveni Rabuka arrived in Tokyo on Monday.", "held", "2024-03-04"),
])  # fmt: skip
def test_a_stay_is_from_its_first_day_to_its_last(reader: Reader, text: str, status: str, when: str) -> None:
    assert told(reader, text) == [("visit", status, when, ("FJI", "JPN"))]


@pytest.mark.parametrize(("text", "status"), [
    ("Uganda has distanced itself from social media posts claiming that Somali President Hassan Sheikh Mohamud flew "
     "to Entebbe on Monday night.", "did_not_occur"),
    ("Zambia's government denied social media posts claiming that President Hakainde Hichilema had met Taiwan's envoy "
     "on Monday.", "did_not_occur"),
    ("Rwanda said that claims of a meeting between Paul Kagame and Félix Tshisekedi in Doha on Sunday were invented.",
     "did_not_occur"),
    ("Serbia's foreign minister dismissed as fabrications reports of talks with Kosovo's Albin Kurti in Vienna.",
     "did_not_occur"),
    ("A photograph that claims to show Nepal's Pushpa Kamal Dahal meeting Xi Jinping last week is fake.",
     "did_not_occur"),
    ("Serbia distanced itself from remarks that its president made when he met Viktor Orbán in Budapest on Monday.",
     "held"),
    ("A report that Kenyan President William Ruto met Uganda's Yoweri Museveni on Monday caused a stir.", "held"),
])  # fmt: skip
def test_what_a_false_report_tells_never_was(reader: Reader, text: str, status: str) -> None:
    assert {s for _, s, _, _ in told(reader, text)} == {status}


@pytest.mark.parametrize(("text", "status"), [
    ("The meeting of the foreign ministers of Chile and Bolivia will not take place for the time being.", "postponed"),
    ("Russian Foreign Minister Sergey Lavrov's trip to Dhaka is off for now.", "postponed"),
    ("The visit of Morocco's foreign minister to Madrid is on hold for the moment.", "postponed"),
    ("Serbian President Aleksandar Vucic will not travel to Zagreb next week.", "cancelled"),
    ("Egypt called off talks with Ethiopia planned for Monday.", "cancelled"),
])  # fmt: skip
def test_what_is_off_for_now_is_put_off(reader: Reader, text: str, status: str) -> None:
    assert [s for _, s, _, _ in told(reader, text)] == [status]
