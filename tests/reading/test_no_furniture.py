"""Sentences that look like furniture, marks that look like an agency's, names that sign nothing."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read
from tests.reading.test_set_aside import HEAD, LAST, MIDDLE, OPEN, aside, page


def test_a_long_line_of_figures_is_read(reader: Reader) -> None:
    line = "17 05 " * 3400 + "b."
    assert read(reader, f"{OPEN}\n\n{line}", "2024-05-10").engagements


@pytest.mark.parametrize(
    "line",
    [
        "Mba then rang the head of the Lake Chad Basin Authority (LCBA).",
        "Both are to report to the Gulf of Guinea Commission (GGC).",
        "The plan comes from the port's owners – GPX.",
        "Neither will pay before an audit by the bank (WAB).",
    ],
)
@pytest.mark.parametrize("at", ["middle", "end"])
def test_letters_of_a_body_are_no_credit(reader: Reader, line: str, at: str) -> None:
    reading = page(reader, line, at)
    assert (reading.source.agency, aside(reading)) == (None, [])


@pytest.mark.parametrize("line", ["(LCBA)", "– LCBA", "From LCBA", "With LCBA"])
def test_letters_between_parts_of_a_report_are_no_credit(reader: Reader, line: str) -> None:
    reading = page(reader, line, "middle")
    assert reading.source.agency is None
    assert set(aside(reading)) <= {line}


def test_a_first_name_beside_an_agency_is_none(reader: Reader) -> None:
    assert page(reader, "Foto: Ana Costa / EFE", "end").source.agency == "EFE"


def test_letters_after_the_last_full_stop_sign(reader: Reader) -> None:
    reading = read(reader, f"{HEAD}\n\n{OPEN}\n\n{MIDDLE}\n\n{LAST} (LNX)", "2024-05-10")
    assert (reading.source.agency, aside(reading)) == ("LNX", ["(LNX)"])


@pytest.mark.parametrize("head", ["Gabon mediates in the row of Togo-DRC", "Togo signs sea pact with EU-LNX"])
def test_a_headline_keeps_its_end(reader: Reader, head: str) -> None:
    reading = read(reader, f"{head}\n\n{OPEN}\n\n{MIDDLE}\n\n{LAST}", "2024-05-10")
    assert (reading.source.agency, aside(reading)) == (None, [])


@pytest.mark.parametrize("mark", ["GABON", "SOUTH KOREA", "EXCLUSIVE", "UPDATE", "UPDATE 2", "Lomé"])
def test_a_land_or_a_note_in_the_opening_is_no_agency(reader: Reader, mark: str) -> None:
    told = OPEN.replace("LIBREVILLE, May 9 - ", f"LIBREVILLE ({mark}) - ")
    assert read(reader, f"{HEAD}\n\n{told}\n\n{MIDDLE}\n\n{LAST}", "2024-05-10").source.agency is None


@pytest.mark.parametrize("at", ["middle", "late", "end"])
@pytest.mark.parametrize(
    "line",
    [
        "Togo will go on using the coast road as a link to the north.",
        "They agreed on using the survey of 1934 as a reference for the quay.",
        "Lawson wants to go on using the text of 1934 as a reference to the old quay.",
        "Divers are to find any problem with the quay before the rains.",
        "The memorandum covers tolls, lights and pilots, and will be signed on 3 June.",
        "Neptune covers the coast for Gabon, and its crews saw the boats.",
        "The author is a Togolese lawyer whom Gabon held for a week.",
        "Afi Doe was a reporter in Oyem until Gabon sent her home.",
        "Kofi Sewa works for the Gabonese treasury",
        "Lawson reports on the call to his parliament in Lomé on Friday.",
        "Fuentes Meets Lawson at the Quay",
        "Fuentes Soto flew to Lomé on Thursday.",
        "Bild: Lawson to stay away from the quay",
        "Reproduction of the sea chart by Gabon angered Togo.",
        "Video by Gabon shows boats at the quay",
    ],
)
def test_a_line_of_the_report_stays(reader: Reader, line: str, at: str) -> None:
    if not line.endswith(".") and at == "end":
        return  # below the report short lines lead elsewhere
    assert aside(page(reader, line, at)) == []


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Rita dos Santos", "Rita dos Santos"),
        ("By Piet van den Berg", "Piet van den Berg"),
        ("By Hoda el Masri", "Hoda el Masri"),
        ("By Inés de la Vega in Lomé", "Inés de la Vega"),
    ],
)
def test_names_of_authors_with_small_words(reader: Reader, line: str, author: str) -> None:
    reading = page(reader, line, "top")
    assert (aside(reading), reading.source.author) == ([line], author)


@pytest.mark.parametrize(
    "line",
    [
        "→ Rama said Tirana would not send its envoy to the talks in Skopje.",
        "» Ruto told Museveni that the road would stay shut.",
        "▶ Petro said Bogotá would recall its ambassador in Quito.",
    ],
)
def test_an_arrow_leads_to_another_story(reader: Reader, line: str) -> None:
    assert aside(page(reader, line, "end")) == [line]


def test_a_quotation_opens_with_no_arrow(reader: Reader) -> None:
    line = "»The quay is for both of us,« Lawson said on Thursday."
    assert aside(page(reader, line, "end")) == []


def test_what_the_columnist_wrote_is_no_report(reader: Reader) -> None:
    line = "Ines Vidal is our columnist who wrote that Peru must pay for the dam."
    assert aside(page(reader, line, "end")) == [line]


@pytest.mark.parametrize("name", ["Ama Mba", "Ines Vidal"])
def test_a_columnist_of_whom_the_report_tells_is_none_of_the_papers(reader: Reader, name: str) -> None:
    line = f"{name} is a columnist who wrote that Gabon must give up the quay in Lomé."
    assert aside(page(reader, line, "end")) == []


def test_below_the_rights_stands_another_story(reader: Reader) -> None:
    other = "Albanian Foreign Minister Igli Hasani flew to Skopje on Thursday for talks with his colleague."
    text = "\n\n".join([HEAD, OPEN, MIDDLE, LAST, "© 2024 Lake Mirror. All rights reserved.", other])
    assert aside(read(reader, text, "2024-05-10"))[-1] == other


BOOK = "I have lived in Suva for ten years. My neighbours and I think that Australia must lift its visas."


@pytest.mark.parametrize(
    "text",
    [
        "Fijian Prime Minister Sitiveni Rabuka in Canberra\n\nFiji last sent a choir before World War I, and my aunt "
        "heard it. Australia must invite it again.",
        f"The patience of Prime Minister Sitiveni Rabuka of Fiji\n\n{BOOK}",
        f"Inside the office of Prime Minister Sitiveni Rabuka of Fiji\n\n{BOOK}",
        f"{BOOK}\n\nFijian Prime Minister Sitiveni Rabuka in Canberra",
        "Sitiveni Rabuka, Prime Minister of Fiji\n\n'I want my friends to come,' Penny Wong told reporters, 'and I "
        "will wait.' Fiji must answer.",
    ],
)
def test_a_name_among_other_words_signs_nothing(reader: Reader, text: str) -> None:
    reading = read(reader, text, "2024-05-10")
    assert not [s for s in reading.statements if s.speaker and s.speaker.name == "Sitiveni Rabuka"]


def test_a_name_and_its_office_sign(reader: Reader) -> None:
    text = f"Sitiveni Rabuka, Prime Minister of Fiji\n\n{BOOK}"
    spoken = read(reader, text, "2024-05-10").statements
    assert "Sitiveni Rabuka" in [s.speaker.name for s in spoken if s.speaker]
