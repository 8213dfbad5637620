"""What reports tell in other sentences and words than the plain ones: failed plans, journeys, papers, outlets."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

COMING = (
    "Chilean Foreign Minister Alberto van Klaveren will travel to Lima on Friday, May 10, the ministry said. "
    "He spoke by telephone with his Peruvian counterpart, Javier González-Olaechea, on Monday.\n\n"
)


@pytest.mark.parametrize(
    ("told", "month", "reason"),
    [
        (
            "A visit planned for March was cancelled after Peru refused entry to two senators.",
            "2024-03",
            "refused entry",
        ),
        ("Van Klaveren had been due in Lima in March but stayed at home after the mudslides.", "2024-03", "mudslides"),
        ("He had planned to travel to Lima in March, only for mudslides to close the airport.", "2024-03", "mudslides"),
        ("Van Klaveren pulled out of a visit to Peru in March, blaming the mudslides.", "2024-03", "mudslides"),
        ("This is his second attempt: a visit in March fell victim to a storm.", "2024-03", "storm"),
    ],
)
def test_visits_that_came_to_nothing(reader: Reader, told: str, month: str, reason: str) -> None:
    off = [e for e in read(reader, COMING + told).engagements if e.status.status == "cancelled"]
    assert [(e.form, e.when.edtf, e.background) for e in off] == [("visit", month, True)]
    assert off[0].status.reason is not None and reason in off[0].status.reason.text


def test_a_journey_over_several_sentences(reader: Reader) -> None:
    text = (
        "Iraqi Foreign Minister Fuad Hussein will spend September 21 to 24 in the Gulf, his ministry has confirmed. "
        "Doha comes first. Kuwait City follows on September 23."
    )
    visits = {e.when.edtf: {p.name for p in e.places} for e in read(reader, text).engagements if e.form == "visit"}
    assert visits == {"2024-09-21/2024-09-24": {"Doha", "Kuwait City"}, "2024-09-23": {"Kuwait City"}}


@pytest.mark.parametrize(
    ("told", "outlet"),
    [
        ("told La Nación", "La Nación"),
        ("summed up in statements to the newspaper El Espectador", "El Espectador"),
        ("said in an interview with El Comercio", "El Comercio"),
        ("wrote in the Daily Courier", "Daily Courier"),
        ("told the Andean Monitor newspaper", "Andean Monitor"),
    ],
)
def test_outlets_that_carried_words(reader: Reader, told: str, outlet: str) -> None:
    text = f'"Nobody wins a quarrel over a bridge," Ana Ruiz, a historian at the University of Lima, {told}.'
    (statement,) = read(reader, text).statements
    assert [r.name for r in statement.chain if r.role == "outlet"] == [outlet]


def test_a_rally_is_no_outlet(reader: Reader) -> None:
    (statement,) = read(
        reader, '"It has to be grown there," President Cyril Ramaphosa told a Women\'s Day rally.'
    ).statements
    assert not [r for r in statement.chain if r.role == "outlet"]


def test_papers_belong_to_whoever_issued_them(reader: Reader) -> None:
    text = (
        "Tajikistan's Foreign Ministry circulated a statement on Wednesday.\n\n"
        '"Geography has made us neighbours," the document begins. Kyrgyzstan has to unblock the road to Vorukh.'
    )
    demands = [p for p in read(reader, text).positions if p.kind == "demand"]
    assert [(p.holder.country, p.toward) for p in demands] == [("TJK", "KGZ")]


def test_sentences_given_to_somebody_afterwards(reader: Reader) -> None:
    text = "Germany must dismantle its checkpoints. That is how Poland's Foreign Ministry sums up its case."
    assert [(s.on_behalf_of, s.content.text) for s in read(reader, text).statements] == [
        ("POL", "Germany must dismantle its checkpoints")
    ]


def test_somebody_rung_up(reader: Reader) -> None:
    text = (
        "Chilean Foreign Minister Alberto van Klaveren called "
        "Peruvian Foreign Minister Javier González-Olaechea on Monday."
    )
    (call,) = read(reader, text).engagements
    assert (call.form, call.status.status, call.when.edtf) == ("call", "held", "2024-05-06")
    assert not read(reader, text).statements


def test_who_somebody_is_is_told_in_the_sentence_beside(reader: Reader) -> None:
    text = (
        "Not everyone agrees with Lubna Al Rashidi. The political scientist teaches at Kuwait University. "
        '"They negotiate with us by day," she said.'
    )
    assert [s.speaker.name for s in read(reader, text).statements if s.kind == "direct" and s.speaker] == [
        "Lubna Al Rashidi"
    ]
