"""Texts in the first person: transcripts, and statements and speeches whose title says whose they are."""

from __future__ import annotations

import pytest

import detente
from detente.model import Reading
from detente.reading.reader import Reader
from tests.conftest import read

ASKED = """East Room

2:05 P.M. EST

THE PRESIDENT: Thank you all. I spoke with Prime Minister Meloni of Italy yesterday. Next week I'm heading to Poland.

Q    Mr. President, will you meet with President Xi?

THE PRESIDENT: I met with President Macron of France last month.
"""


def told(text: str, title: str, url: str) -> Reading:
    return detente.read(text, published="2023-02-10", title=title, url=url)


def test_the_president_of_a_transcript_is_the_states_own() -> None:
    found = told(ASKED, "Remarks on the Economy", "https://www.whitehouse.gov/briefing-room/x")
    sides = [(e.form, e.status.status, e.when.edtf, set(e.countries)) for e in found.engagements]
    assert sides == [
        ("call", "held", "2023-02-09", {"USA", "ITA"}),
        ("visit", "announced", "2023-02-13/2023-02-19", {"USA", "POL"}),
        ("meeting", "held", "2023-01", {"USA", "FRA"}),
    ]
    speakers = [(s.speaker.name if s.speaker else None, s.on_behalf_of) for s in found.statements]
    assert speakers == [("Joe Biden", "USA"), (None, None), ("Joe Biden", "USA")]


def test_a_town_in_capitals_is_still_a_dateline(reader: Reader) -> None:
    (call,) = read(reader, "NAIROBI: Kenya's foreign minister, Alfred Mutua, phoned his Ugandan counterpart on Monday.",
                   "2023-02-10").engagements  # fmt: skip
    assert set(call.countries) == {"KEN", "UGA"}


@pytest.mark.parametrize(
    ("title", "url", "speaker", "side"),
    [
        ("Statement by the Foreign Secretary on Sudan", "https://www.gov.uk/x", "James Cleverly", "GBR"),
        ("Statement from President Joe Biden on Sudan", "https://www.whitehouse.gov/x", "Joe Biden", "USA"),
        ("Foreign Minister Penny Wong's opening remarks in Perth", "", "Penny Wong", "AUS"),
        ("Keynote speech of Prime Minister Narendra Modi at the Raisina Dialogue", "", "Narendra Modi", "IND"),
    ],
)
def test_a_title_says_whose_words_a_text_is(title: str, url: str, speaker: str, side: str) -> None:
    text = (
        "I am appalled by the violence in Khartoum. Yesterday I spoke to my Kenyan counterpart, Alfred Mutua. "
        "We urge both sides to agree a ceasefire."
    )
    found = told(text, title, url)
    (call,) = found.engagements
    assert set(call.countries) == {side, "KEN"} and speaker in {p.actor.name for p in call.participants}
    assert [(s.speaker and s.speaker.name, s.on_behalf_of, s.kind) for s in found.statements] == [
        (speaker, side, "direct")
    ]
    assert [(p.kind, p.holder.country, p.content.text) for p in found.positions if p.kind == "demand"] == [
        ("demand", side, "We urge both sides to agree a ceasefire")
    ]


def test_the_first_line_may_be_the_title(reader: Reader) -> None:
    text = (
        "Statement by Foreign Minister Penny Wong on the arrests in Myanmar\n\n"
        "Yesterday I spoke to my Indonesian counterpart, Retno Marsudi. I asked for her help."
    )
    found = read(reader, text, "2023-02-10")
    assert [(s.speaker and s.speaker.name, s.content.text[:9]) for s in found.statements] == [
        ("Penny Wong", "Yesterday")
    ]
    assert [set(e.countries) for e in found.engagements] == [{"AUS", "IDN"}]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Statement by the Press Secretary on Sudan", "The President spoke today with the leaders of Kenya and Ghana."),
        ("Joint Statement by President Biden and Prime Minister Kishida", "We met today in Hiroshima. We want peace."),
        ("Speech by the clerk of the weather", "Rain fell in Perth on Monday, and the wind took our roof."),
    ],
)
def test_told_of_nobody_or_of_several_or_in_the_third_person(title: str, text: str) -> None:
    assert told(text, title, "").statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "Will Prime Minister Modi meet President Xi of China in Bali next week?",
        '"Will you meet President Xi?" a reporter asked Prime Minister Modi.',
        "Has Foreign Minister Lavrov spoken with Secretary Blinken since Monday?",
        "Is President Macron of France going to travel to India in May?",
    ],
)
def test_a_question_tells_of_none(reader: Reader, text: str) -> None:
    assert read(reader, text, "2023-02-10").engagements == ()


def test_a_question_may_take_one_for_told(reader: Reader) -> None:
    text = "Why did Prime Minister Modi meet President Xi of China in Bali last week?"
    assert len(read(reader, text, "2023-02-10").engagements) == 1


SAID = "“{}” Foreign Minister Penny Wong said."


@pytest.mark.parametrize(
    ("words", "toward"),
    [
        ("We call on Russia to withdraw its troops from Ukraine,", "RUS"),
        ("I again urge the authorities in Myanmar to release them,", "MMR"),
        ("We demand that Iran free them at once,", "IRN"),
        ("I urged President Xi to use his influence,", "CHN"),
        ("We appeal to all parties to lay down their arms,", None),
        ("We call for an immediate ceasefire,", None),
    ],
)
def test_calls_in_the_first_person_are_demands(reader: Reader, words: str, toward: str | None) -> None:
    found = read(reader, SAID.format(words), "2023-02-10").positions
    assert [(p.kind, p.holder.country, p.toward) for p in found] == [("demand", "AUS", toward)]


@pytest.mark.parametrize(
    "words",
    [
        "We urge our citizens in Lebanon to leave,",
        "I asked the team to look into it,",
        "I ask you to join me,",
        "We asked parliament for more time,",
        "We do not demand anything of Japan,",
    ],
)
def test_words_to_ones_own_are_none(reader: Reader, words: str) -> None:
    assert [p.kind for p in read(reader, SAID.format(words), "2023-02-10").positions if p.kind == "demand"] == []


def test_a_weekday_after_another_to_come_is_next_weeks(reader: Reader) -> None:
    text = "President Karim Sall of Chad will be in Oslo on Thursday and in Lima on Friday."
    found = read(reader, text, "2023-02-10").engagements  # a Friday
    assert [e.when.edtf for e in found] == ["2023-02-16", "2023-02-17"]


def test_a_surname_of_two_words_finds_its_holder(reader: Reader) -> None:
    (met,) = read(reader, "President López Obrador met Prime Minister Trudeau on Monday.", "2023-02-10").engagements
    assert {p.actor.name for p in met.participants} == {"Andrés Manuel López Obrador", "Justin Trudeau"}
    assert set(met.countries) == {"MEX", "CAN"}


@pytest.mark.parametrize(
    "text",
    [
        "Espen Barth Eide of Norway and Elina Valtonen of Finland met in Oslo in March and in Helsinki in May.",
        "Minister Jan de Vries met Ana de la Cruz in Lima in May.",
    ],
)
def test_words_that_are_also_anothers_make_no_text_foreign(reader: Reader, text: str) -> None:
    assert read(reader, text, "2024-06-08").source.language in (None, "en")


def test_a_question_that_begins_with_a_name_and_a_colon_is_one_turn() -> None:
    text = "THE PRESIDENT: Go ahead.\n\nQ  Mr. President: What of Kenya?\n\nTHE PRESIDENT: Kenya is a friend.\n"
    found = told(text, "Remarks on the Economy", "https://www.whitehouse.gov/briefing-room/x")
    assert [s.cue.text for s in found.statements if s.cue] == ["THE PRESIDENT", "Q", "THE PRESIDENT"]


@pytest.mark.parametrize("side", ["Poland-Qatar", "Uganda-Malaysia", "Sweden-Peru"])
def test_what_an_editor_put_in_brackets_parts_no_quotation(reader: Reader, side: str) -> None:
    told = f"“discussed how to manage the {side} relationship to avoid conflict, [and] addressed other issues”"
    reading = read(reader, f"Foreign Ministry spokesman Jan Kowal said in a statement that Minister Nowak {told}.")
    assert any(told.strip("“”") in s.content.text for s in reading.statements)
    assert not any(s.content.text.startswith("[and]") for s in reading.statements)
