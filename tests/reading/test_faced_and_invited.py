"""Who is of the other state: somebody's counterpart, the one who invited; a rank and an office; a letter's sender."""

from __future__ import annotations

import pytest

from detente.model import Reading
from detente.reading.reader import Reader
from tests.conftest import read as read_on


def read(reader: Reader, text: str, published: str = "2024-05-15", outlet: str | None = None) -> Reading:
    return read_on(reader, text, published, outlet)


def sides(reading: Reading, form: str) -> dict[str | None, str | None]:
    (found,) = [e for e in reading.engagements if e.form == form]
    return {p.actor.name: p.actor.country for p in found.participants if p.actor.kind == "person"}


def test_who_has_a_counterpart_is_not_of_his_state(reader: Reader) -> None:
    text = ("General Osei Mensah, Minister of Defence, and General Kofi Lawson, his Togolese counterpart, co-chaired "
            "the third meeting of the Border Committee in Lomé on 2 May 2024. General Lawson pledged that Togo would "
            "move two posts. General Mensah gave his word that the fence would come down. Ghana said so.")  # fmt: skip
    reading = read(reader, text)
    assert sides(reading, "talks") == {"Osei Mensah": "GHA", "Kofi Lawson": "TGO"}
    assert {c.by for c in reading.commitments} == {("TGO",), ("GHA",)}  # a minister with a rank speaks for his state


def test_a_counterpart_is_of_the_state_that_the_words_give_him(reader: Reader) -> None:
    text = ("Ghanaian Trade Minister Ama Mensah ended a visit to Lomé on Tuesday. In talks on Monday with her Togolese "
            "counterpart, Senior Minister Kofi Lawson, she agreed with him to open a second post.")  # fmt: skip
    assert sides(read(reader, text), "talks") == {"Ama Mensah": "GHA", "Kofi Lawson": "TGO"}


def test_who_invites_a_visitor_is_of_the_state_that_is_visited(reader: Reader) -> None:
    text = ("Ama Mensah, Speaker of the Parliament of Ghana, returned home yesterday from a two-day visit to Togo at "
            "the invitation of the President of the National Assembly, Mr. Kofi Lawson. The two speakers met on Monday "
            "at the parliament in Lomé.")  # fmt: skip
    assert sides(read(reader, text), "meeting") == {"Ama Mensah": "GHA", "Kofi Lawson": "TGO"}
    repaired = "President John Mahama opened a fair in Togo. The two speakers on the stage were repaired on Monday."
    assert not [e for e in read(reader, repaired).engagements if e.form == "meeting"]


def test_a_rank_before_the_first_of_a_name_is_the_minister_s(reader: Reader) -> None:
    text = ("The meeting was co-chaired in Lomé today by General KOFI Lawson, Minister of Defence of Togo, and General "
            "OSEI Mensah, Minister of Defence of Ghana. General OSEI promised that Ghana would move two posts."
           )  # fmt: skip
    (made,) = [c for c in read(reader, text).commitments if c.status == "made"]
    assert made.by == ("GHA",)


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("Ghanaian President John Mahama on Friday sent a letter to Togolese President Faure Gnassingbé.", "GHA"),
        ("Ghanaian President John Mahama received a letter from Togolese President Faure Gnassingbé.", "TGO"),
        ("Ghanaian President John Mahama wrote to Togolese President Faure Gnassingbé on Friday.", "GHA"),
        ("Ghana's President John Mahama and Togo's President Faure Gnassingbé exchanged letters on Friday.", None),
    ],
)
def test_who_writes_begins_a_correspondence(reader: Reader, text: str, sender: str | None) -> None:
    (letter,) = [e for e in read(reader, text).engagements if e.form == "correspondence"]
    assert letter.initiator == sender


def test_yesterday_is_no_weekday_to_come(reader: Reader) -> None:
    text = ("Ghanaian President John Mahama refused to meet President Faure Gnassingbé of Togo on the sidelines of the "
            "summit here yesterday, according to aides.")  # fmt: skip
    (met,) = read(reader, text).engagements
    assert (met.status.status, met.when.edtf) == ("declined", "2024-05-14")
    (asked,) = read(reader, text.replace("yesterday", "on Friday").replace("refused", "asked")).engagements
    assert asked.when.edtf == "2024-05-17"


def test_a_joint_commission_by_its_name_is_of_those_who_met(reader: Reader) -> None:
    text = ("Ghanaian Foreign Minister Ama Mensah held talks in Accra today with Togolese Foreign Minister Robert "
            "Dussey. The two Ministers agreed that the Joint {} Commission would meet in Kara on 6 and 7 June."
           )  # fmt: skip
    (_, planned) = read(reader, text.format("Boundary")).engagements
    assert (planned.status.status, planned.when.edtf, set(planned.countries)) == (
        "announced", "2024-06-06/2024-06-07", {"GHA", "TGO"},
    )  # fmt: skip
    boxing = text.replace("agreed that the Joint {}", "said that the Accra Boxing")
    assert len(read(reader, boxing).engagements) == 1


def test_a_joint_committee_that_sat_before_is_not_the_ministers_meeting(reader: Reader) -> None:
    text = ("Ghanaian Foreign Minister Ama Mensah returned from a day-long visit to Lomé on Monday. There she held "
            "talks with Togolese Foreign Minister Robert Dussey. The visit followed a session of the Joint "
            "Coordination Committee, which met in Lomé last Wednesday.")  # fmt: skip
    talks = [e for e in read(reader, text, "2024-05-14").engagements if e.form in ("talks", "meeting")]
    theirs = [e for e in talks if any(p.actor.name == "Robert Dussey" for p in e.participants)]
    assert [e.when.edtf for e in theirs] == ["2024-05-13"]


def test_who_sat_down_himself_is_no_other_of_his_state(reader: Reader) -> None:
    text = ("Ama Mensah was appointed Ghana's foreign minister on Tuesday. Few here will miss Kojo Baah, who in "
            "February 2009 sat down for talks with Togolese Foreign Minister Kofi Esaw in Accra.")  # fmt: skip
    assert sides(read(reader, text), "talks") == {"Kojo Baah": "GHA", "Kofi Esaw": "TGO"}
    led = text.replace("Few here will miss Kojo Baah, who in", "In").replace("2009 sat", "2009 she sat")
    assert set(sides(read(reader, led), "talks")) == {"Ama Mensah", "Kofi Esaw"}
