"""Bodies of two states that sit, lines of talks that are broken off, and engagements recalled in other sentences."""

from __future__ import annotations

import pytest

from detente.model import Engagement, Reading
from detente.reading.reader import Reader
from tests.conftest import read


def read_of(reader: Reader, text: str, outlet: str | None = None, published: str = "2022-06-08") -> Reading:
    """The reading of an outlet's text, published on a Wednesday."""
    return read(reader, text, published, outlet)


def told(reader: Reader, text: str, outlet: str | None = None) -> list[tuple[str, str, str | None, set[str]]]:
    """Form, status, date and sides of each engagement."""
    found = read_of(reader, text, outlet).engagements
    return [(e.form, e.status.status, e.when.edtf, set(e.countries)) for e in found]


CALL = "Kenyan Foreign Minister Alfred Mutua telephoned Ugandan Foreign Minister Jeje Odongo on Monday. "
BODIES = [
    (CALL + "The two sides agreed to convene the Joint Border Committee in Busia in August.",
     ("talks", "announced", "2022-08", {"KEN", "UGA"})),
    ("The joint commission on fisheries met on Tuesday in Kisumu, eight months after Kampala had broken off its "
     "meetings. Kenyan and Ugandan officers signed the minutes.", ("meeting", "held", "2022-06-07", {"KEN", "UGA"})),
    ("The session of the Joint Water Commission of Kenya and Uganda that was to open in Busia on Thursday has been "
     "moved to 20 June, a spokesman said.", ("talks", "rescheduled", "2022-06-20", {"KEN", "UGA"})),
]  # fmt: skip


@pytest.mark.parametrize("case", BODIES, ids=lambda c: c[0][-60:])
def test_a_joint_body_sits(reader: Reader, case: tuple[str, tuple[str, str, str, set[str]]]) -> None:
    text, expected = case
    assert expected in told(reader, text)


def test_a_cabinet_that_is_convened_is_no_body_of_two(reader: Reader) -> None:
    text = CALL + "The two sides agreed to hold the line. Mr Mutua will convene the Cabinet in Nairobi in August."
    assert [t[0] for t in told(reader, text)] == ["call"]


def test_meetings_that_are_stopped_are_none_of_the_day(reader: Reader) -> None:
    text = (
        "Kenyan President Uhuru Kenyatta has put off a trip to Kampala. Uganda's decision last month to stop defence "
        "meetings took Nairobi unawares."
    )
    assert [t[0] for t in told(reader, text)] == ["visit"]


def test_a_meeting_with_a_day_that_is_suspended_is_one(reader: Reader) -> None:
    text = "Kenya has suspended the meeting with Uganda on 20 June, Foreign Minister Alfred Mutua said."
    assert [t[1:3] for t in told(reader, text)] == [("postponed", "2022-06-20")]


def test_talks_that_are_being_restored_have_not_been_held(reader: Reader) -> None:
    text = "Kenyan Defence Minister Monica Juma said that defence talks with Uganda are being restored."
    assert [t[1] for t in told(reader, text)] in ([], ["announced"])


def test_what_others_did_about_a_session_is_no_session(reader: Reader) -> None:
    text = (
        "The session of the Joint Committee that Alfred Mutua and Uganda's Jeje Odongo had fixed for the spring over "
        "the telephone did not take place. Kenyan Foreign Minister Alfred Mutua regretted it."
    )
    found = {e.form: e.status.status for e in read_of(reader, text).engagements}
    assert found == {"talks": "did_not_occur", "call": "held"}


def test_what_was_done_during_a_call_is_that_call(reader: Reader) -> None:
    text = (
        "Kenyan President Uhuru Kenyatta received a telephone call on Monday from Ugandan President Yoweri Museveni, "
        "during which they reviewed the border."
    )
    assert [t[0] for t in told(reader, text)] == ["call"]


MET = "Kenya's Foreign Minister Alfred Mutua met Uganda's Jeje Odongo in Busia on Tuesday. "
HEADS = [
    MET + "The two presidents last spoke by phone in May 2021.",
    MET + "Nothing was said about the presidents, who have not spoken to each other since the phone call of May 2021.",
]


@pytest.mark.parametrize("text", HEADS)
def test_presidents_are_not_the_ministers_who_met(reader: Reader, text: str) -> None:
    (call,) = [e for e in read_of(reader, text).engagements if e.form == "call"]
    assert (call.level, call.when.edtf) == ("head_of_state", "2021-05")
    assert not {p.actor.name for p in call.participants} & {"Alfred Mutua", "Jeje Odongo"}


def test_a_guest_invited_during_a_call_was_on_it(reader: Reader) -> None:
    text = (
        "Kenyan President William Ruto has put off his trip to Kampala. Ruto, who was invited by President Yoweri "
        "Museveni of Uganda during a phone call in May, gave no reason."
    )
    (call,) = [e for e in read_of(reader, text).engagements if e.form == "call"]
    assert {p.actor.name for p in call.participants} == {"William Ruto", "Yoweri Museveni"}


def test_who_welcomed_somebody_on_a_visit_did_not_travel(reader: Reader) -> None:
    text = (
        "On his arrival in Kampala on Monday, Kenya's Foreign Minister Alfred Mutua was welcomed by Vice-Minister Ida "
        "Ayo."
    )
    visits = [e for e in read_of(reader, text).engagements if e.form == "visit"]
    assert all(p.actor.name != "Ida Ayo" for e in visits for p in e.participants)


def test_the_one_named_last_is_on_the_visit(reader: Reader) -> None:
    text = (
        "Algerian Foreign Minister Ahmed Attaf conferred today at the ministry with the Togolese Foreign Minister, "
        "Mr. Robert Dussey, on a working visit to Algeria."
    )
    (visit,) = [e for e in read_of(reader, text).engagements if e.form == "visit"]
    assert {p.actor.name for p in visit.participants} == {"Robert Dussey"}


def test_a_meeting_somebody_is_praised_for_is_his(reader: Reader) -> None:
    text = (
        "Kenyan Defence Minister Monica Juma spoke on Tuesday. She commended Kenyan Foreign Minister Alfred Mutua for "
        "last month's meeting with Ugandan President Yoweri Museveni."
    )
    (met,) = [e for e in read_of(reader, text).engagements if e.form == "meeting"]
    assert {p.actor.name for p in met.participants} == {"Alfred Mutua", "Yoweri Museveni"}


def test_taking_a_man_at_his_word_is_no_talk(reader: Reader) -> None:
    text = (
        '"We took President William Ruto of Kenya at his word. That word has been broken," the chairman of the '
        "Ugandan traders' commission, Ida Ayo, said."
    )
    assert not read_of(reader, text).engagements


def test_people_seen_waving_have_not_met(reader: Reader) -> None:
    text = (
        "The foreign ministers of Kenya and Uganda, Alfred Mutua and Jeje Odongo, settled it by telephone on Monday. "
        "Two aides have lived in the house since March. They were seen waving from the balcony."
    )
    assert [t[0] for t in told(reader, text)] == ["call"]


def test_a_reported_call_that_is_denied(reader: Reader) -> None:
    text = (
        "The attention of the Presidency has been drawn to a report in a Kenyan newspaper that President William Ruto "
        "telephoned President Yoweri Museveni on Sunday over the floods in Kisumu. There was no such telephone call, "
        "the press secretary, Ida Ayo, said on Wednesday."
    )
    (call,) = read_of(reader, text, "State House, Kampala").engagements
    assert [(h.status, h.claimed_by) for h in call.history][:1] == [("held", None)]
    assert call.status.status == "did_not_occur"


REASONS = [
    ("The visit of Uganda's foreign minister, Jeje Odongo, to Nairobi, set for Friday, has been postponed. The "
     "postponement was requested by the Ugandan side after two members of the team fell ill.", "fell ill"),
    ("The visit of Uganda's foreign minister, Jeje Odongo, to Nairobi on 10 June has been moved to 20 June. The "
     "Ugandan side asked for this owing to the elections in that country.", "elections"),
    ("The visit of Uganda's foreign minister, Jeje Odongo, to Nairobi on 10 June has been moved to 20 June. The strike "
     "called for that day will ground the flights between the two countries.", "strike"),
]  # fmt: skip


def reason(found: Engagement) -> str:
    return " ".join(h.reason.text for h in found.history if h.reason is not None)


@pytest.mark.parametrize("case", REASONS, ids=lambda c: c[1])
def test_the_next_sentence_says_why(reader: Reader, case: tuple[str, str]) -> None:
    text, why = case
    (visit,) = [e for e in read_of(reader, text).engagements if e.form == "visit"]
    assert why in reason(visit)


def test_a_deal_that_stops_nobody_s_travel_is_no_reason(reader: Reader) -> None:
    text = (
        "The visit of Uganda's foreign minister, Jeje Odongo, to Nairobi on 10 June has been moved to 20 June. The new "
        "law will stop the sale of charcoal."
    )
    (visit,) = [e for e in read_of(reader, text).engagements if e.form == "visit"]
    assert not reason(visit)


DAYS = [
    ("The visit to Ghana of Togolese Foreign Minister Robert Dussey, set for 9 and 10 June, has been put back to 22 "
     "and 23 of the same month.", "2022-06-22/2022-06-23"),
    ("Togolese President Faure Gnassingbé was invited by his Ghanaian counterpart, Nana Akufo-Addo, to visit Accra in "
     "the autumn.", "2022-23"),
]  # fmt: skip


@pytest.mark.parametrize("case", DAYS, ids=lambda c: c[1])
def test_on_which_days(reader: Reader, case: tuple[str, str]) -> None:
    text, day = case
    assert day in [e.when.edtf for e in read_of(reader, text).engagements if e.form == "visit"]


def test_one_of_two_sides_promises_alone(reader: Reader) -> None:
    text = CALL + "The ministers agreed that Uganda would reopen the bridge. They agreed that a list would be drawn up."
    made = {c.content.text: set(c.by) for c in read_of(reader, text).commitments}
    assert made["Uganda would reopen the bridge"] == {"UGA"}
    assert made["a list would be drawn up"] == {"KEN", "UGA"}


def test_a_side_gives_its_word(reader: Reader) -> None:
    text = "Kenya and Uganda held talks in Busia on Monday. The Ugandan side gave its word that lorries would pass."
    assert [c.by for c in read_of(reader, text).commitments] == [("UGA",)]


def test_no_commitment_was_made(reader: Reader) -> None:
    text = "Kenya has made no commitment to give Uganda notice of its patrols, Foreign Minister Alfred Mutua said."
    assert not [c for c in read_of(reader, text).commitments if c.status == "made"]
