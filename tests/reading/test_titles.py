"""What the title beside a text tells alone is read, and stands on the text; the rest is read from the text."""

from __future__ import annotations

import pytest

from detente.inputs import document_of, parse_published
from detente.model import Reading, Source
from detente.reading.reader import Reader
from tests.conftest import read

BODY = "The presidents discussed trade and praised the current level of ties.\n\nIt was agreed to stay in touch."


def titled(reader: Reader, title: str, text: str, outlet: str | None = None, published: str = "2024-05-08") -> Reading:
    return read(reader, text, published, outlet, title)


@pytest.mark.parametrize(
    ("title", "form", "sides"),
    [
        ("Telephone conversation with President of Kenya William Ruto", "call", {"RUS", "KEN"}),
        ("Telephone conversation with President of Brazil Luiz Inácio Lula da Silva", "call", {"RUS", "BRA"}),
        ("Talks with President of Uzbekistan Shavkat Mirziyoyev", "talks", {"RUS", "UZB"}),
        ("Meeting with Prime Minister of Armenia Nikol Pashinyan", "meeting", {"RUS", "ARM"}),
    ],
)
def test_an_office_s_title_tells_whom_its_own_leader_spoke_with(
    reader: Reader, title: str, form: str, sides: set[str]
) -> None:
    reading = titled(reader, title, BODY, "Kremlin")
    (found,) = reading.engagements
    assert (found.form, found.status.status, set(found.countries)) == (form, "held", sides)
    assert found.evidence[0].text == "The presidents discussed trade and praised the current level of ties."
    assert [i.code for i in reading.issues] == ["DET-210"]


def test_spans_are_of_the_text_and_not_of_the_title(reader: Reader) -> None:
    text = (
        "The ministers exchanged views on the border on Tuesday.\n\n"
        "“We will reopen it in June,” Yvette Sylla said, thanking Nairobi."
    )
    reading = titled(reader, "Phone call between Kenyan and Malagasy foreign ministers", text)
    assert {"KEN", "MDG"} in [set(e.countries) for e in reading.engagements]
    spans = [s for e in reading.engagements for s in (*e.evidence, e.status.evidence)]
    spans += [s.content for s in reading.statements] + [m for a in reading.actors for m in a.mentions]
    spans += [t.span for t in reading.times]
    assert spans and all(text[s.start : s.end] == s.text for s in spans)
    assert reading.text == text


def test_a_text_that_tells_it_itself_is_read_alone(reader: Reader) -> None:
    text = "Kenyan President William Ruto spoke by phone with Ugandan President Yoweri Museveni on Tuesday."
    one = titled(reader, "Readout of President Ruto's Call with President Museveni of Uganda", text)
    other = read(reader, text)
    assert one.engagements == other.engagements and one.statements == other.statements and not one.issues


@pytest.mark.parametrize(
    "title",
    ["Press release", "Kenya fields a new rugby side against Uganda in the last home match", "News | State House"],
)
def test_a_title_that_tells_of_no_engagement_adds_none(reader: Reader, title: str) -> None:
    assert not titled(reader, title, "The team trained on Tuesday.\n\nThe weather was fine.", "State House").engagements


@pytest.mark.parametrize(
    ("outlet", "side"),
    [("The White House", "USA"), ("The Kremlin", "RUS"), ("European Commission", "EUE"), ("The Times", None)],
)
def test_what_both_say_in_an_office_s_own_text_is_its_side_s_account(
    reader: Reader, outlet: str, side: str | None
) -> None:
    text = (
        "The Leaders reaffirmed that the pact would enter into force in June. They underscored the importance of calm. "
        "The two presidents agreed that trade had grown."
    )
    reading = read(reader, text, "2024-05-08", outlet)
    assert len(reading.statements) >= 2
    assert {s.on_behalf_of for s in reading.statements} == {side}


def test_others_of_whom_an_office_tells_do_not_speak_for_it(reader: Reader) -> None:
    text = "The rebels attacked a convoy on Monday. They said they would go on."
    source = Source(outlet="The Kremlin")
    (found,) = reader.read(document_of(text, published=parse_published("2024-05-08"), source=source)).statements
    assert found.on_behalf_of is None


def test_a_line_of_stars_is_no_sentence_to_stand_on(reader: Reader) -> None:
    text = "* * *\n\nThe presidents discussed trade."
    (found,) = titled(
        reader, "Telephone conversation with President of Kenya William Ruto", text, "Kremlin"
    ).engagements
    assert found.evidence[0].text == "The presidents discussed trade."
