"""Papers, spokesmen and calls of which the sentence alone does not say whose they are."""

from __future__ import annotations

import pytest

from detente.model import Reading, Statement
from detente.reading.reader import Reader
from tests.conftest import read, short

CALL = "Kenyan Foreign Minister Raychelle Omamo spoke with Tanzanian Foreign Minister January Makamba on Tuesday.\n\n"


def told(reader: Reader, text: str) -> Reading:
    return read(reader, CALL + text, "2021-06-09")


def saying(reading: Reading, words: str) -> Statement:
    return next(s for s in reading.statements if words in s.content.text)


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        (
            "“The road stays open,” ran the note that the Foreign Ministry issued in Dodoma.",
            "road",
            "TZA",
        ),
        ("“The road stays open,” ran the note that the Tanzanian ministry issued in Geneva.", "road", "TZA"),
        (
            "Ties between the two, the Tanzanian note concluded, rest upon trust and respect.",
            "rest upon",
            "TZA",
        ),
        ("Cattle, Makamba is reported in the note as saying, have always crossed the border freely.", "crossed", "TZA"),
        ("Kenya must reopen the road, Makamba said, and it must return the cattle that were seized.", "cattle", "TZA"),
    ],
    ids=short,
)
def test_whose_words(reader: Reader, text: str, words: str, side: str) -> None:
    assert saying(told(reader, text), words).on_behalf_of == side


def test_the_reporters_own_clause_is_no_part_of_the_words(reader: Reader) -> None:
    found = told(reader, "Kenya must reopen the road, Makamba said, and would not comment further.")
    assert all("comment" not in s.content.text for s in found.statements)


@pytest.mark.parametrize(
    "text",
    [
        "In a note, Dodoma said the ban must end. Kenya was also urged to honour the promises it gave in Arusha.",
        "“The ban must end,” the Tanzanian communiqué said. Kenya was exhorted to keep the promises it gave in Arusha.",
        "And he invited the Kenyan Government to make good the pledge it signed in Arusha last September.",
    ],
    ids=short,
)
def test_a_promise_is_called_in(reader: Reader, text: str) -> None:
    found = told(reader, text).commitments
    assert [(c.by, c.ascribed_by, c.status) for c in found] == [(("KEN",), "TZA", "urged")]


def test_what_somebody_else_asked_of_a_state_long_ago_is_no_call_of_who_spoke_last(reader: Reader) -> None:
    found = told(reader, "“We regret it,” Makamba said.\n\nKenya was asked to mediate in Somalia last year.")
    assert all("mediate" not in s.content.text for s in found.statements)


def test_nobody_demands_of_his_own_state_what_the_other_one_can(reader: Reader) -> None:
    text = "Kenyan Foreign Minister Raychelle Omamo met her Tanzanian counterpart Liberata Mulamula on Tuesday. "
    demanded = read(reader, text + "She insisted that the Kenyan authorities reopen the road.", "2021-06-09")
    assert saying(demanded, "reopen").on_behalf_of == "TZA"
    calmed = read(reader, text + "She urged Kenyans to stay calm.", "2021-06-09")
    assert saying(calmed, "stay calm").on_behalf_of == "KEN"


def test_whom_her_spokesman_turns_out_to_be_is_of_her_state(reader: Reader) -> None:
    text = "Omamo took to X.\n\nIt was left to her spokesman to add detail. Peter Otieno said that the road must open."
    otieno = next(a for a in told(reader, text).actors if a.name == "Peter Otieno")
    assert (otieno.country, otieno.official) == ("KEN", True)


def test_the_director_of_her_ministry_is_of_her_state(reader: Reader) -> None:
    text = "Omamo was glad. The director general of her ministry, Grace Wanjiru, was in Dodoma on June 2."
    wanjiru = next(a for a in told(reader, text).actors if a.name == "Grace Wanjiru")
    assert (wanjiru.country, wanjiru.post) == ("KEN", "director general of her ministry")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("He left at 5 p.m. Álvarez, it said, demanded more.", 2),
        ("The call at 10 a.m. GMT was short.", 1),
        ("They met at 10 a.m. Tuesday and left.", 1),
        ("At 5 p.m. Moscow time they met.", 1),
    ],
)
def test_an_hour_ends_a_sentence(reader: Reader, text: str, number: int) -> None:
    (parsed,) = reader.parser.parse([text])  # type: ignore[attr-defined]
    assert len(list(parsed.sents)) == number


def test_who_signs_from_a_town_writes_there(reader: Reader) -> None:
    text = "By Ana Borg, Valletta\n\nMinister John Vella met the ambassador of Peru on Tuesday. Vella was pleased."
    found = read(reader, text, "2021-06-09")
    assert [f.reason for f in found.furniture] == ["byline"]
    assert next(a for a in found.actors if a.name == "John Vella").country == "MLT"


def test_a_peoples_army_of_another_state_is_not_the_known_one(reader: Reader) -> None:
    text = (
        "Major General Kuol Thou of the Sudan People's Liberation Army spoke. "
        "Colonel Hu Bo of the People's Liberation Army agreed."
    )
    found = {a.name: (a.country, a.organisation) for a in read(reader, text, "2013-05-22").actors if a.kind == "person"}
    assert found["Kuol Thou"][0] != "CHN"
    assert found["Hu Bo"] == ("CHN", "People's Liberation Army")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kenyan minister Betty Maina will fly to Yokohama in Japan. In the Japanese port city she will meet her "
         "Peruvian colleague Ana Ruiz.", "Yokohama"),
        ("In May Tanzanian minister Exaud Kigahe came to Nairobi by train to see his Kenyan colleague Betty Maina.",
         "Nairobi"),
        ("In May Tanzanian minister Exaud Kigahe left Nairobi to see his Kenyan colleague Betty Maina.", None),
    ],
    ids=short,
)  # fmt: skip
def test_where_two_meet(reader: Reader, text: str, place: str | None) -> None:
    met = next(e for e in read(reader, text, "2021-06-09").engagements if e.form == "meeting")
    assert [p.name for p in met.places] == ([place] if place else [])


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Kenya said so to Tanzania in a telephone conversation of the two ministers.\n\nKenyan Foreign Minister "
         "Raychelle Omamo and Tanzanian Foreign Minister Liberata Mulamula talked for 40 minutes on Tuesday.", "call"),
        ("Kenya said so to its banks.\n\nKenyan Foreign Minister Raychelle Omamo and Tanzanian Foreign Minister "
         "Liberata Mulamula talked for 40 minutes on Tuesday.", "talks"),
    ],
    ids=short,
)  # fmt: skip
def test_who_talked_after_a_telephone_was_told_of_were_on_it(reader: Reader, text: str, form: str) -> None:
    assert [e.form for e in read(reader, text, "2021-06-09").engagements] == [form]
