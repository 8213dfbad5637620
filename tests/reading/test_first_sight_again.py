"""Ordinary wordings that articles of the seed's kind brought up: hopes that a word be kept, secrets let slip, accounts
tied to the call that they tell of, officials told of by an aside."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-02-14"


@pytest.mark.parametrize(
    "text",
    [
        "Niger's foreign minister, Ali Bako, expressed hope that the Chadian side would live up to the assurances that "
        "it gave in Zinder in 2017.",
        "Niger voiced the hope that Chad would stand by the deal signed in Zinder.",
        "Niger trusts that Chad will respect the border treaty of 1974.",
        "Niger's prime minister urged Chad to complete what it undertook in the Zinder Declaration of 2021.",
    ],
)
def test_hopes_that_a_word_be_kept_call_it_in(reader: Reader, text: str) -> None:
    (one,) = read(reader, text, DAY).commitments
    assert (one.by, one.ascribed_by, one.status) == (("TCD",), "NER", "urged")


@pytest.mark.parametrize("text", ["Niger hopes that Chad will sign the deal.", "Niger hopes the rains will keep on."])
def test_other_hopes_do_not(reader: Reader, text: str) -> None:
    assert read(reader, text, DAY).commitments == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("President Karim Sall of Chad had let slip to reporters that the affair would be closed.",
         ["the affair would be closed"]),
        ("President Karim Sall of Chad ventured that the road would be open by spring.",
         ["the road would be open by spring"]),
        ("The road was closed, the Chadian ministry said: the bridge had fallen.",
         ["The road was closed", "the bridge had fallen"]),
        ("Nor did she hide her worries, Chadian spokesman Ali Tanoh said: the fate of the detainees.",
         ["Nor did she hide her worries", "the fate of the detainees"]),
        ("President Sall of Chad slipped on the ice that covered the yard.", []),
    ],
)  # fmt: skip
def test_what_is_said(reader: Reader, text: str, words: list[str]) -> None:
    assert [s.content.text for s in read(reader, text, DAY).statements] == words


@pytest.mark.parametrize(
    "text",
    [
        "Chad asked that no new posts be built until working-level officials from Niger have met.",
        '"Chad and Niger speak with one voice on stopping the bloodshed," Niger\'s foreign minister wrote.',
        "Chad and Niger spoke as one on the dam.",
    ],
)
def test_no_engagement(reader: Reader, text: str) -> None:
    assert read(reader, text, DAY).engagements == ()


def test_what_was_waited_for_was(reader: Reader) -> None:
    text = "Chad waited until its minister had met his Nigerien counterpart in Zinder on Monday."
    (met,) = read(reader, text, DAY).engagements
    assert (met.status.status, met.when.edtf) == ("held", "2024-02-12")


def test_an_account_is_of_the_call_whose_details_it_gives(reader: Reader) -> None:
    text = (
        'Chad "is keen to settle what remains open", Foreign Ministry spokesman Ali Tanoh said on Sunday, giving '
        "details of a telephone conversation on Saturday between the foreign ministers of Chad and Niger."
    )
    found = read(reader, text, DAY)
    assert [s.engagement for s in found.statements if "keen" in s.content.text] == [found.engagements[0].id]


def test_who_stands_before_the_office_that_an_aside_gives_him(reader: Reader) -> None:
    text = (
        "The way was cleared by Ali Bako, Chad's minister delegate for trade, who spent two days in Niamey last week."
    )
    (visit,) = read(reader, text, DAY).engagements
    assert [p.actor.name for p in visit.participants] == ["Ali Bako"] and visit.when.edtf == "2024-02-05/2024-02-11"


def test_met_where_he_was_in_the_days_that_he_was_there(reader: Reader) -> None:
    text = "Foreign Minister Ali Bako of Chad was in London last week, where he met David Cameron."
    assert {e.when.edtf for e in read(reader, text, DAY).engagements} == {"2024-02-05/2024-02-11"}


def test_other_fathers_other_people(reader: Reader) -> None:
    text = (
        "Egyptian Foreign Minister Badr Abdelatty rang Qatari Foreign Minister Mohammed bin Abdulrahman Al-Thani "
        "on Monday. In May Hassan El-Khatib of Egypt had met Qatar's commerce minister, Sheikh Mohammed bin Hamad "
        "Al-Thani, in Cairo."
    )
    names = {p.actor.name for e in read(reader, text, DAY).engagements for p in e.participants}
    assert {"Mohammed bin Abdulrahman Al-Thani", "Mohammed bin Hamad Al-Thani"} <= names


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Chad drew attention to a set of outstanding issues, Chadian spokesman Ali Tanoh said.", ["concern"]),
        ("Chad drew attention to the feast, Chadian spokesman Ali Tanoh said.", []),
    ],
)
def test_issues_to_which_attention_is_drawn(reader: Reader, text: str, kinds: list[str]) -> None:
    assert [p.kind for p in read(reader, text, DAY).positions] == kinds


def test_who_agreed_right_before_were_on_the_line(reader: Reader) -> None:
    text = (
        "The Minister of Defence of Niger, Gen Ali Bako, and his Chadian counterpart, Ms Lena Sall, have agreed on a "
        "map. The agreement was reached in a video call on Tuesday, his assistant said in a statement."
    )
    calls = [e for e in read(reader, text, DAY).engagements if e.form == "video_call"]
    assert [{p.actor.name for p in e.participants} for e in calls] == [{"Ali Bako", "Lena Sall"}]


@pytest.mark.parametrize(
    ("text", "people", "when"),
    [
        ("President Karim Sall of Chad and President Lena Moe of Niger on Monday decided to reopen the border. At "
         "their talks in the palace, President Sall asked for time.", {"Karim Sall", "Lena Moe"}, "2024-02-12"),
        ("The presidents of Chad and Niger agreed on a map on Monday. At their meeting in Zinder they discussed fish.",
         {None}, "2024-02-12"),
    ],
)  # fmt: skip
def test_their_talks_are_of_those_who_acted_right_before(
    reader: Reader, text: str, people: set[str | None], when: str
) -> None:
    (met,) = read(reader, text, DAY).engagements
    assert set(met.countries) == {"TCD", "NER"} and met.when.edtf == when
    assert {p.actor.name for p in met.participants} == people
