"""Who speaks, who meets and what is promised where a report has two sides and names a third: plain tellings."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

NIGER = "Niger's foreign minister Bakary Yaou Sangaré met Benin's Olushegun Adjadi Bakari in Niamey on Tuesday. "
QATAR = "Egypt's foreign minister Sameh Shoukry met Qatar's Mohammed bin Abdulrahman in Doha on Sunday. "


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (NIGER + "For Benin, the ministry said the border was open.", "BEN"),
        (NIGER + "For Niger, the foreign ministry said the pipeline would stay shut.", "NER"),
        (NIGER + "For Niger, the minister said the pipeline would stay shut.", "NER"),
        (NIGER + "For Benin, the minister said the border was open.", "BEN"),
        (QATAR + "On behalf of Qatar, the prime minister said the truce would hold.", "QAT"),
        (QATAR + "For Egypt, Qatar's ministry said, the truce was a gift.", "QAT"),
        ("Ghana will send observers, Interior Minister Kwame Addo said in Abuja on Monday.", "GHA"),
        ("Health Minister Ana Ruiz said in Quito that the campaign had begun.", "ECU"),
    ],
)
def test_a_sentence_that_opens_for_a_side_is_its_word(reader: Reader, text: str, side: str) -> None:
    assert [s.on_behalf_of for s in read(reader, text).statements] == [side]


@pytest.mark.parametrize(
    "text",
    [
        "Pakistan summoned Iran's charge d'affaires to lodge a strong protest over an airstrike in Balochistan.",
        "Peru summoned Mexico's envoy to lodge a formal protest at the remarks of President López Obrador.",
    ],
)
def test_who_summons_an_envoy_lodges_the_protest(reader: Reader, text: str) -> None:
    (found,) = read(reader, text).positions
    assert found.kind == "concern" and found.holder.country in ("PAK", "PER")


def test_who_lodges_a_protest_himself_holds_it(reader: Reader) -> None:
    found = read(reader, "Iran's envoy lodged a strong protest over the airstrike with the ministry.").positions
    assert {p.holder.country for p in found} <= {"IRN"}


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("“We Poles agreed to take the refugees in 2022,” Prime Minister Donald Tusk said in Berlin.", []),
        ("“We Chileans promised to pay, and we paid,” President Gabriel Boric said in Lima.", []),
        (
            "Morocco will compensate the port of Dakhla for lost cargo, the transport minister said on Tuesday.",
            [("MAR", ())],
        ),
        ("Norway will compensate Morocco for the seized cargo, the transport minister said.", [("NOR", ("MAR",))]),
        (
            "Cambodia's Hun Manet promised Thailand's Srettha Thavisin on Saturday to visit Bangkok in May.",
            [("KHM", ("THA",))],
        ),
    ],
)
def test_what_is_promised_and_to_whom(reader: Reader, text: str, made: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(*c.by, c.to) for c in read(reader, text).commitments] == made


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (
            "Kazakh Foreign Minister Murat Nurtleu and his Uzbek counterpart Bakhtiyor Saidov, joined by Tajikistan's "
            "Sirojiddin Muhriddin in a three-way video conference, discussed water on Tuesday.",
            {"video_call"},
        ),
        ("Jordan's Ayman Safadi attended a conference in Cairo with Egypt's Sameh Shoukry.", {"summit_session"}),
    ],
)
def test_a_video_conference_is_no_session(reader: Reader, text: str, forms: set[str]) -> None:
    assert {e.form for e in read(reader, text).engagements} == forms


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Venezuela's Nicolás Maduro said on Monday he would meet Guyana's Irfaan Ali in Kingstown on June 14, "
            "their first meeting since the referendum.",
            ["2024-06-14"],
        ),
        (
            "India's Narendra Modi will hold talks with Sri Lanka's Anura Dissanayake in Delhi in December, the first "
            "talks between the two, officials said.",
            ["2024-12"],
        ),
        (
            "Somalia's Hassan Sheikh Mohamud said he would meet Ethiopia's Abiy Ahmed in Ankara in November, the first "
            "meeting between the two leaders since January.",
            ["2024-11"],
        ),
        (
            "Egypt's Badr Abdelatty met Turkey's Hakan Fidan in Ankara on Monday. The first meeting, in February, was "
            "cordial.",
            ["2024-05-06", "2024-02"],
        ),
        (
            "Phone call of Foreign Minister Hakan Fidan with Foreign Minister Sameh Shoukry of Egypt, 8 May 2024\n\n"
            "Foreign Minister Hakan Fidan spoke by phone with Foreign Minister Sameh Shoukry of Egypt on 7 May.",
            ["2024-05-07"],
        ),
        (
            "Phone call of Foreign Minister Hakan Fidan with Foreign Minister Sameh Shoukry of Egypt, 8 May 2024\n\n"
            "Foreign Minister Hakan Fidan spoke by phone with Foreign Minister Ayman Safadi of Jordan on 7 May.",
            ["2024-05-08", "2024-05-07"],
        ),
    ],
)
def test_what_is_said_of_a_meeting_makes_no_second(reader: Reader, text: str, days: list[str]) -> None:
    assert [e.when.edtf for e in read(reader, text).engagements] == days


def test_two_ministers_are_those_of_that_rank(reader: Reader) -> None:
    text = (
        "Bolivia's Celinda Sosa met Brazil's Mauro Vieira in Brasília on Tuesday. Sosa gave Vieira a letter from "
        "President Luis Arce to President Lula da Silva. The two ministers will meet again in La Paz in November."
    )
    coming = read(reader, text).engagements[-1]
    assert [p.actor.name for p in coming.participants] == ["Celinda Sosa", "Mauro Vieira"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Zambia's Hakainde Hichilema met Malawi's Lazarus Chakwera on Friday, according to officials in Lusaka.", []),
        ("Zambia's Hakainde Hichilema met Malawi's Lazarus Chakwera at State House in Lusaka.", ["Lusaka"]),
    ],
)
def test_where_it_is_told_is_not_where_it_was(reader: Reader, text: str, places: list[str]) -> None:
    (met,) = read(reader, text).engagements
    assert [p.name for p in met.places] == places
