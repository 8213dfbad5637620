"""Credentials, letters and wishes handed over, signings that the two look on at, talks put off as "they", diaries with
notes in brackets, and whom one meets "and, separately," beside another."""

from __future__ import annotations

import pytest

from detente.inputs import document_of, parse_published
from detente.model import Source
from detente.reading.reader import Reader

Row = tuple[str, str, str | None, set[str], set[str]]


def told(reader: Reader, text: str, published: str = "2024-05-10", outlet: str | None = None) -> list[Row]:
    """Form, status, day, sides and last names of each engagement."""
    reading = reader.read(document_of(text, published=parse_published(published), source=Source(outlet=outlet)))
    return [
        (
            e.form, e.status.status, e.when.edtf, set(e.countries),
            {p.actor.name.split()[-1] for p in e.participants if p.actor.name and p.actor.kind == "person"},
        )
        for e in reading.engagements
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ana Ruiz of Chile met Ambassador Fahad Awadi of Kuwait, who presented a copy of his "
        "credentials on Tuesday.",
        "Foreign Minister Ana Ruiz of Chile received on Tuesday the ambassador of Kuwait, Fahad Awadi, who presented "
        "his credentials.",
    ],
)
def test_papers_handed_over_by_who_is_met_are_of_that_meeting(reader: Reader, text: str) -> None:
    assert told(reader, text) == [("meeting", "held", "2024-05-07", {"CHL", "KWT"}, {"Ruiz", "Awadi"})]


def test_a_nuncio_is_the_pope_s(reader: Reader) -> None:
    text = "President Tomas Lind of Estonia received the Apostolic Nuncio, Archbishop Marco Ricci, on Thursday."
    assert told(reader, text) == [("meeting", "held", "2024-05-09", {"EST", "VAT"}, {"Lind", "Ricci"})]


@pytest.mark.parametrize("what", ["his condolences", "congratulations", "a message with his congratulations"])
def test_wishes_that_are_sent_are_a_letter(reader: Reader, what: str) -> None:
    text = f"Kenyan President William Ruto sent {what} to Prime Minister Ana Ruiz of Malta on Thursday."
    assert told(reader, text) == [("correspondence", "held", "2024-05-09", {"KEN", "MLT"}, {"Ruto", "Ruiz"})]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President William Ruto sent tents to Malta on Thursday, with his condolences for the families.",
        "Kenyan President William Ruto expressed his condolences to the families of the Maltese sailors.",
    ],
)
def test_wishes_to_nobody_in_office_are_none(reader: Reader, text: str) -> None:
    assert not any(form == "correspondence" for form, *_ in told(reader, text))


def test_a_letter_that_is_delivered_dates_the_meeting(reader: Reader) -> None:
    text = "King Tupou VI of Tonga received a letter from Fijian President Wiliame Katonivere on Sunday. The letter "
    text += "was delivered by Foreign Minister Ana Ruiz during a meeting at the Royal Palace."
    found = {form: day for form, _, day, *_ in told(reader, text)}
    assert found == {"correspondence": "2024-05-05", "meeting": "2024-05-05"}


TALKS = "Kenyan President William Ruto held talks with Zambian President Hakainde Hichilema in Lusaka on Monday. "


@pytest.mark.parametrize(
    "after",
    [
        "The two leaders then witnessed the signing of four agreements.",
        "After their talks the two presidents witnessed the signing of a treaty.",
    ],
)
def test_a_signing_that_the_two_look_on_at(reader: Reader, after: str) -> None:
    assert {form for form, *_ in told(reader, TALKS + after)} == {"talks", "ceremony"}


@pytest.mark.parametrize(
    "after", ["Both had witnessed the collapse of the price of copper.", "The two presidents signed a memorandum."]
)
def test_what_came_of_the_talks_is_none_of_its_own(reader: Reader, after: str) -> None:
    assert {form for form, *_ in told(reader, TALKS + after)} == {"talks"}


def test_what_two_open_together(reader: Reader) -> None:
    text = "Presidents Ana Ruiz of Paraguay and Tomas Lind of Bolivia will inaugurate on 30 August a customs post."
    assert told(reader, text) == [("ceremony", "announced", "2024-08-30", {"PRY", "BOL"}, {"Ruiz", "Lind"})]
    assert told(reader, "President Ana Ruiz of Paraguay will inaugurate a school near the Bolivian border.") == []


@pytest.mark.parametrize("verb", ["put off", "called off", "postponed"])
def test_talks_are_they(reader: Reader, verb: str) -> None:
    text = f"Talks between Malaysia and Peru had been scheduled for 14 May. They were {verb}, Lima said."
    (one,) = told(reader, text)
    assert one[1] in ("postponed", "cancelled") and one[2] == "2024-05-14"


def test_people_who_are_put_off_are_no_talks(reader: Reader) -> None:
    text = "The foreign ministers of Malaysia and Peru, Ana Ruiz and Tomas Lind, will meet on 14 May. They were put "
    text += "off by the heat of the Spanish summer."
    assert [status for _, status, *_ in told(reader, text)] == ["announced"]


def test_received_by_one_and_then_by_another(reader: Reader) -> None:
    text = "Peru's Foreign Minister Ana Ruiz was received by President Santiago Peña in Asunción on Tuesday and by "
    text += "Foreign Minister Rubén Ramírez the following day."
    found = told(reader, text)
    assert [(day, names) for _, _, day, _, names in found] == [
        ("2024-05-07", {"Ruiz", "Peña"}), ("2024-05-08", {"Ruiz", "Ramírez"}),
    ]  # fmt: skip


def test_and_separately(reader: Reader) -> None:
    text = "In Dili on Wednesday Tongan Foreign Minister Ana Ruiz met President José Ramos-Horta and, separately, "
    text += "Prime Minister Xanana Gusmão."
    assert [names for *_, names in told(reader, text)] == [{"Ruiz", "Ramos-Horta"}, {"Ruiz", "Gusmão"}]


def test_a_third_meeting_after_two(reader: Reader) -> None:
    text = "Foreign Ministers Hakan Fidan of Türkiye and Ararat Mirzoyan of Armenia met in Antalya on Thursday, "
    text += "their third meeting after those in Munich in February and in New York last September."
    assert [day for _, _, day, *_ in told(reader, text)] == ["2024-05-09", "2024-02", "2023-09"]


def test_he_invited_him(reader: Reader) -> None:
    text = (
        "President Ana Ruiz of Peru met Tomas Lind, the Prime Minister of Malta, in Lima on Thursday. He invited her "
    )
    text += "to visit Valletta in August."
    visit = next(row for row in told(reader, text) if row[0] == "visit")
    assert visit == ("visit", "mooted", "2024-08", {"PER", "MLT"}, {"Ruiz"})


def test_counterparts_in_two_capitals(reader: Reader) -> None:
    text = "Finland's Foreign Minister Ana Ruiz spoke by phone with her counterparts in Riga and Vilnius on Wednesday."
    assert [sides for *_, sides, _ in told(reader, text)] == [{"FIN", "LVA"}, {"FIN", "LTU"}]


DIARY = "Agenda of the Prime Minister of Estonia, Kaja Kallas, 13-17 May\n\nMonday 13 May\n\n11.00 Meeting with the "
DIARY += "Foreign Minister of Georgia Lasha Beridze ({})\n\nWednesday 15 May\n\n14.00 Telephone call with Prime "
DIARY += "Minister of Iceland Jon Petursson (closed to the press)"


@pytest.mark.parametrize(
    "note", ["Stenbock House, photo opportunity at the start", "photo opportunity", "Stenbock House", "Tallinn"]
)
def test_notes_in_a_diary(reader: Reader, note: str) -> None:
    assert told(reader, DIARY.format(note)) == [
        ("meeting", "announced", "2024-05-13", {"EST", "GEO"}, {"Kallas", "Beridze"}),
        ("call", "announced", "2024-05-15", {"EST", "ISL"}, {"Kallas", "Petursson"}),
    ]


PAPER = "Ministry of Foreign Affairs of the Republic of Chad\n\nStatement\n\n"


def demands(reader: Reader, text: str) -> list[tuple[str | None, str | None, str]]:
    reading = reader.read(document_of(text, published=parse_published("2024-05-10"), source=Source()))
    return [(p.holder.country, p.toward, p.kind) for p in reading.positions]


def test_what_another_state_must_do_is_asked_by_the_page_s_own(reader: Reader) -> None:
    raid = "Sudan attacked the market of Adré on Thursday. "
    assert demands(reader, PAPER + raid + "Khartoum must stop these raids at once.") == [("TCD", "SDN", "demand")]
    assert demands(reader, PAPER + raid + "Chad must protect its people.") == []
    assert demands(reader, raid + "Khartoum must stop these raids at once.") == []


@pytest.mark.parametrize("plan", ["opened", "been held", "started"])
def test_talks_that_were_to_have_opened_were_not_held(reader: Reader, plan: str) -> None:
    text = f"Talks between Togo and Niger were to have {plan} in Lomé on 7 May."
    assert told(reader, text) == [("talks", "cancelled", "2024-05-07", {"TGO", "NER"}, set())]
    off = told(reader, f"{text} They were postponed at Niamey's request.")
    assert [(status, day) for _, status, day, *_ in off] == [("postponed", "2024-05-07")]


def test_what_others_were_to_have_heard_leaves_talks_held(reader: Reader) -> None:
    text = "The farmers were to have been told by Friday. Talks between Togo and Niger opened in Lomé on Tuesday."
    assert [status for _, status, *_ in told(reader, text)] == ["held"]
