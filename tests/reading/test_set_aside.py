"""What of a page is set aside, and whose report it is: furniture of any site, and sentences that look like it."""

from __future__ import annotations

import pytest

from detente.model import Reading
from detente.reading.reader import Reader
from tests.conftest import read

HEAD = "Gabon and Togo foreign ministers talk about the ferry"
OPEN = (
    "LIBREVILLE, May 9 - Gabonese Foreign Minister Ella Mba spoke by phone on Thursday with her Togolese counterpart "
    "Yao Lawson about the ferry."
)
MIDDLE = "Mba said the two had gone through the plans for the new quay and the joint patrols."
LAST = "Trade by the ferry has fallen by a third since the quay was shut, both governments say."


def page(reader: Reader, line: str, at: str) -> Reading:
    """A report with a line at its top, in its middle, late, or at its end."""
    parts = {"top": (1, 0), "middle": (3, 0), "late": (4, 0), "end": (6, 0)}
    asked = "Lawson asked Gabon to open the second berth before the rains begin in June."
    meet = "The two ministers are to meet in Lomé next week, when the ferry commission holds its session."
    lines = [HEAD, OPEN, MIDDLE, asked, meet, LAST]
    lines.insert(parts[at][0], line)
    return read(reader, "\n\n".join(lines), "2024-05-10")


def aside(reading: Reading) -> list[str]:
    """What is set aside, in the order of the text."""
    return [f.span.text for f in reading.furniture]


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("Slideshow (5 images)", "middle"),
        ("– Advertisement –", "middle"),
        ("Scroll down to continue", "late"),
        ("Share on:", "top"),
        ("Facebook Twitter Whatsapp", "top"),
        ("213", "top"),
        ("09.05.2024. | 20:11", "top"),
        ("Registration Date: 2024-05-10 Hits: 1203", "top"),
        ("By Koffi Mensah in Lomé", "top"),
        ("Lake Online , Thursday 9 May 2024", "top"),
        ("© 2024 AFP", "late"),
        ("Photos by Koffi Mensah", "late"),
        ("Subscribers can order pictures from the photo desk.", "end"),
        ("Got a story? Email our news desk.", "end"),
        ("Todos os direitos reservados.", "end"),
        ("When using materials, a link to the agency is obligatory.", "end"),
        ("This news has been read 2341 times!", "end"),
        ("Prati nas na Viber", "end"),
        ("Lea también: Ecuador cierra el puente", "middle"),
        ("The writer is a former ambassador.", "end"),
        ("Mensah-Doe covers trade and migration.", "end"),
        ("* unofficial translation", "end"),
        ("(Also read: Why the quay matters)", "middle"),
        ("Remaining time -0:00", "middle"),
        ("Map: The ferry's route", "middle"),
        ("This is a developing story and will be updated.", "end"),
        ("An earlier version of this story misspelled the name of the quay.", "end"),
        ("For more information, contact the press office.", "end"),
        ("To read more, subscribe.", "end"),
        ("Email Ama Doe at adoe@herald.example.", "end"),
    ],
)
def test_furniture_and_nothing_else(reader: Reader, line: str, at: str) -> None:
    assert aside(page(reader, line, at)) == [line]


@pytest.mark.parametrize("at", ["middle", "late", "end"])
@pytest.mark.parametrize(
    "line",
    [
        "We are a people of the coast, and the coast is what we have in common, he told them.",
        "Ama Doe is a Togolese journalist who was arrested in Oyem in March, and Lomé wants her back.",
        "Both reserve the right to comment later.",
        "More on this will be said in June, she promised.",
        "The minister later posted a picture of the quay on Facebook and Instagram, and a short video on TikTok.",
        "Sign up to the treaty, she urged Lomé.",
        "Join us at the table, the minister told her colleague.",
        "Have your say, the minister told the fishermen, and we shall listen.",
        "By Monday the quay should be open, she said.",
        "By Yao Lawson's account, the call lasted an hour.",
        "Both ministers are on WhatsApp, and that is how the call came about.",
        "A handout given to reporters listed the points.",
        "Copyright was among the topics, too.",
        "Published figures put the loss at 40 million dollars.",
        "AFP was not able to reach the ministry.",
        "This is a developing dispute, and it will be with us for years.",
    ],
)
def test_a_sentence_of_the_report_stays(reader: Reader, line: str, at: str) -> None:
    assert aside(page(reader, line, at)) == []


def test_a_paper_in_the_middle_of_a_report_is_told_of(reader: Reader) -> None:
    assert aside(page(reader, "The Herald is a daily newspaper whose owner is the minister's brother.", "middle")) == []


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("(GNX)", "GNX"),
        ("GNX kl/mo", None),  # nobody has named it before
        ("(FENA) S. M.", "FENA"),
        ("S.K./M.L. (Tanjug)", "Tanjug"),
        ("Izvor: Tanjug", "Tanjug"),
        ("With information from Lakeside News Agency", "Lakeside News Agency"),
        ("(END)", None),
        ("(EU)", None),
    ],
)
def test_who_signs_below(reader: Reader, line: str, agency: str | None) -> None:
    assert page(reader, line, "end").source.agency == agency


@pytest.mark.parametrize(
    ("opening", "below", "agency"),
    [
        ("LIBREVILLE, May 9 (GNX) - ", "GNX kl/mo", "GNX"),
        ("Libreville, May 9 (Gabonpress).- ", "© Gabonpress 2024", "Gabonpress"),
        ("Libreville (Gabon) - ", "Share this story", None),
        ("LIBREVILLE, May 9 (Lake Mirror) - ", "(with AFP)", "AFP"),  # a listed one before the paper itself
    ],
)
def test_the_agency_that_opens_a_report(reader: Reader, opening: str, below: str, agency: str | None) -> None:
    told = OPEN.replace("LIBREVILLE, May 9 - ", opening)
    reading = read(reader, "\n\n".join([HEAD, told, MIDDLE, LAST, below]), "2024-05-10")
    assert reading.source.agency == agency
    assert aside(reading) == [below]
