"""Transcripts that bear their hour: who was together, and who was where."""

from __future__ import annotations

import pytest

from detente.model import Engagement, Reading
from detente.reading.reader import Reader
from tests.conftest import read as read_on

TURNS = ("PRESIDENT RUTO:  It is good to have you here.\n\nPRESIDENT MACRON:  (As interpreted.)  The pleasure is mine."
         "\n\nQ    Will you answer questions?\n\nPRESIDENT RUTO:  No.\n\n3:30 P.M. EAT")  # fmt: skip


def read(reader: Reader, text: str, title: str | None = None, published: str = "2024-05-15") -> Reading:
    return read_on(reader, text, published, title=title)


def told(found: list[Engagement]) -> set[tuple[str, str | None, frozenset[str | None]]]:
    return {(e.form, e.when.edtf, frozenset(p.actor.name for p in e.participants)) for e in found}


BOTH = frozenset({"William Ruto", "Emmanuel Macron"})


def test_who_took_turns_at_an_hour_met_on_its_day(reader: Reader) -> None:
    found = read(reader, f"State House\n\n3:15 P.M. EAT\n\n{TURNS}").engagements
    assert told(list(found)) == {("meeting", "2024-05-15", BOTH)}
    dated = read(reader, f"State House\n\n(May 13, 2024)\n\n9:15 P.M. EAT\n\n{TURNS}").engagements
    assert told(list(dated)) == {("meeting", "2024-05-13", BOTH)}


def test_a_transcript_without_an_hour_tells_of_no_day(reader: Reader) -> None:
    found = read(reader, f"State House\n\n{TURNS.rpartition(chr(10))[0]}").engagements
    assert not found


def test_turns_at_a_distance_are_a_call(reader: Reader) -> None:
    title = "Remarks by President Ruto and President Macron of France Before a Virtual Meeting"
    found = read(reader, f"State House\n\n3:15 P.M. EAT\n\n{TURNS}", title).engagements
    assert ("video_call", "2024-05-15", BOTH) in told(list(found))
    assert not any(e.form == "meeting" and e.when.edtf for e in found)


@pytest.mark.parametrize(
    ("ground", "visitor", "place"),
    [
        ("Élysée Palace Paris, France", "William Ruto", ("Paris", "FRA")),
        ("Nairobi, Kenya", "Emmanuel Macron", ("Nairobi", "KEN")),
        ("Athens, Georgia", None, None),
        ("Lebanon, Ohio", None, None),
        ("Indian Treaty Room", None, None),
    ],
)
def test_who_speaks_in_another_land_was_there(
    reader: Reader, ground: str, visitor: str | None, place: tuple[str, str] | None
) -> None:
    found = read(reader, f"{ground}\n\n3:15 P.M. CET\n\n{TURNS}").engagements
    visits = [
        (e.participants[0].actor.name, (e.places[0].name, e.places[0].country)) for e in found if e.form == "visit"
    ]
    assert visits == ([] if visitor is None else [(visitor, place)])


def test_officials_of_one_state_and_a_spokesman_meet_nobody(reader: Reader) -> None:
    text = ("Aboard Air Force One\n\n10:05 A.M. EDT\n\nMS. JEAN-PIERRE:  Good morning.\n\nMR. SULLIVAN:  Hello.\n\n"
            "Q    Where is he?\n\nMR. SULLIVAN:  Up front.")  # fmt: skip
    assert not read(reader, text, "Press Gaggle by Karine Jean-Pierre and Jake Sullivan").engagements


@pytest.mark.parametrize("wife", ["First Lady Rachel Ruto", "Rachel Ruto"])
def test_the_wife_of_who_leads_is_not_who_leads(reader: Reader, wife: str) -> None:
    text = (f"Nairobi, Kenya\n\n3:15 P.M. EAT\n\nPRESIDENT RUTO:  {wife} is glad to have you.\n\n"
            "PRESIDENT MACRON:  Thank you, Mr. President.")  # fmt: skip
    found = read(reader, text).engagements
    assert ("meeting", "2024-05-15", BOTH) in told(list(found))


def test_a_page_of_many_hours_is_no_transcript(reader: Reader) -> None:
    text = ("10:05 GMT\n\nPresident Ruto: It is good to have friends.\n\n10:40 GMT\n\nPresident Macron: Friends are "
            "good to have.\n\n11:15 GMT\n\nPresident Ruto: So they are.")  # fmt: skip
    assert not read(reader, text).engagements
    one = text.replace("10:40 GMT\n\n", "").replace("11:15 GMT\n\n", "")
    assert [e.form for e in read(reader, one).engagements] == ["meeting"]
