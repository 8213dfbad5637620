"""What the record's cases needed of the reading: bare refusals, "the Premier", texts in the first person, deals told
after a colon, visits told of by whom they lead to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.model import Document, Reading
from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-05-14"


def written_by(reader: Reader, outlet: str, text: str) -> Reading:
    document = read(reader, text, DAY)
    return reader.read(Document(id="d", source=replace(document.source, outlet=outlet), text=text))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenyan President William Ruto invited Somali President Hassan Sheikh Mohamud to Nairobi. Mohamud declined, "
         "his office said.", "declined"),
        ("Kenyan President William Ruto invited Somali President Hassan Sheikh Mohamud to Nairobi, but Mohamud "
         "declined, citing the floods.", "declined"),
        ("Kenyan President William Ruto proposed a meeting with Somali President Hassan Sheikh Mohamud. Mogadishu "
         "refused.", "declined"),
        ("Kenyan President William Ruto proposed a meeting with Somali President Hassan Sheikh Mohamud, who said no.",
         "declined"),
        ("Kenyan President William Ruto proposed a meeting with Somali President Hassan Sheikh Mohamud. Mohamud "
         "declined to comment.", "mooted"),
        ("Kenyan President William Ruto proposed a meeting with Somali President Hassan Sheikh Mohamud. Kenya's "
         "exports to Somalia declined by a tenth last year.", "mooted"),
        ("Kenyan President William Ruto met Somali President Hassan Sheikh Mohamud in Doha. He asked for troops; "
         "Mohamud refused.", "held"),
    ],
)  # fmt: skip
def test_a_bare_refusal_declines_what_was_proposed(reader: Reader, text: str, status: str) -> None:
    (found,) = read(reader, text, DAY).engagements
    assert found.status.status == status


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Prime Minister Anthony Albanese met the Premier of China, Li Qiang, in Canberra on Monday. The Premier said "
         "that the duties would go.", "Li Qiang"),
        ("Prime Minister Anthony Albanese met the Premier of China, Li Qiang, in Canberra on Monday. The Prime "
         "Minister said that the duties would go.", "Anthony Albanese"),
        ("Chinese Premier Li Qiang met Australia's prime minister, Anthony Albanese, in Canberra on Monday. The "
         "premier said that the duties would go.", "Li Qiang"),
    ],
)  # fmt: skip
def test_an_office_is_of_whom_the_text_calls_so(reader: Reader, text: str, speaker: str) -> None:
    (said,) = read(reader, text, DAY).statements
    assert said.speaker is not None and said.speaker.name == speaker


@pytest.mark.parametrize(("where", "countries"), [("Kenya", ["SOM", "KEN"]), ("Uganda", ["KEN", "UGA"])])
def test_nobody_is_on_a_visit_to_his_own_state(reader: Reader, where: str, countries: list[str]) -> None:
    text = (
        "President William Ruto received the President of Somalia, Hassan Sheikh Mohamud, in Nairobi on Monday. "
        f"The President is on a visit to {where} today."
    )
    (visit,) = [e for e in read(reader, text, DAY).engagements if e.form == "visit"]
    assert list(visit.countries) == countries


def test_a_signed_text_with_honours_is_in_the_first_person(reader: Reader) -> None:
    text = (
        "Last night in Jakarta I met with Wang Yi, the Chinese foreign minister. I said that trade should be free. We "
        "agreed to reopen the fish market before the end of the year.\n\nSenator the Hon Penny Wong"
    )
    found = written_by(reader, "Minister for Foreign Affairs, Australia", text)
    assert [p.actor.name for p in found.engagements[0].participants] == ["Penny Wong", "Wang Yi"]
    assert [(set(c.by), c.ascribed_by) for c in found.commitments] == [({"AUS", "CHN"}, "AUS")]


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("“We agreed to reopen the border,” Foreign Minister Penny Wong said after she met Chinese Foreign Minister "
         "Wang Yi in Canberra on Monday.", {"AUS", "CHN"}),
        ("“We agreed to differ,” Foreign Minister Penny Wong said after she met Chinese Foreign Minister Wang Yi in "
         "Canberra on Monday.", None),
        ("Foreign Minister Penny Wong met Chinese Foreign Minister Wang Yi in Canberra on Monday. “We in the cabinet "
         "have not agreed to sell the port,” she told reporters.", None),
    ],
)  # fmt: skip
def test_what_we_agreed_binds_those_who_met(reader: Reader, words: str, by: set[str] | None) -> None:
    assert [set(c.by) for c in read(reader, words, DAY).commitments] == ([by] if by else [])


@pytest.mark.parametrize(
    ("told", "promised"),
    [
        ("The two signed an agreement: Malawi will reopen the bridge.", ["Malawi will reopen the bridge"]),
        ("The weather was poor: Malawi will have rain.", []),
    ],
)
def test_a_deal_is_told_after_the_colon(reader: Reader, told: str, promised: list[str]) -> None:
    text = f"Malawi's president met his Zambian counterpart in Lusaka on Monday. {told}"
    assert [c.content.text for c in read(reader, text, DAY).commitments] == promised


def test_an_assurance_is_not_called_in_by_its_own_words(reader: Reader) -> None:
    text = (
        "Kenyan Foreign Minister Musalia Mudavadi spoke by phone with Foreign Minister Ahmed Fiqi of Somalia on "
        "Monday. Minister Fiqi gave an assurance that Somalia would respect the embassy, the ministry in Nairobi said."
    )
    assert [c.status for c in read(reader, text, DAY).commitments] == ["made"]


@pytest.mark.parametrize(
    ("text", "countries", "status"),
    [
        ("A visit by Chinese Commerce Minister Wang Wentao, to which the two sides agreed last May, has still not "
         "taken place, an Australian official said.", ["CHN", "AUS"], "did_not_occur"),
        ("The visit of Togo's prime minister did not take place, a Ghanaian official said.", ["TGO", "GHA"],
         "did_not_occur"),
        ("The visit of Togo's prime minister to Benin did not take place, a Ghanaian official said.", ["TGO", "BEN"],
         "did_not_occur"),
    ],
)  # fmt: skip
def test_who_tells_of_a_visit_was_to_be_visited(reader: Reader, text: str, countries: list[str], status: str) -> None:
    (visit,) = read(reader, text, DAY).engagements
    assert (list(visit.countries), visit.status.status) == (countries, status)


def test_a_secretariat_of_a_state_tells_of_visits_to_it(reader: Reader) -> None:
    text = (
        "The visit of Ecuador's Minister of Production, Sonsoles García, on April 15 and 16 has been cancelled because "
        "of a strike, the Secretariat said on Monday."
    )
    (visit,) = written_by(reader, "Secretariat of Economy, Mexico", text).engagements
    assert (list(visit.countries), visit.status.status) == (["ECU", "MEX"], "cancelled")


@pytest.mark.parametrize(
    ("after", "visits"),
    [
        ("It was the first visit by a Kenyan president to Somalia in a decade.", [("KEN", "SOM")]),
        ("It was the first visit by a Kenyan president to Somalia in a decade. Ruto invited Mohamud to Nairobi.",
         [("KEN", "SOM"), ("SOM", "KEN")]),
        ("It was a cold day.", []),
    ],
)  # fmt: skip
def test_it_was_the_first_visit(reader: Reader, after: str, visits: list[tuple[str, str]]) -> None:
    text = f"Kenyan President William Ruto met President Hassan Sheikh Mohamud in Mogadishu on Monday. {after}"
    assert [tuple(e.countries) for e in read(reader, text, DAY).engagements if e.form == "visit"] == visits


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("India's foreign secretary, Vikram Misri, and his Omani counterpart co-chaired a strategic dialogue in Muscat "
         "on Thursday.", "talks"),
        ("Foreign Minister Subrahmanyam Jaishankar and Vietnam's Bui Thanh Son attended the Raisina Dialogue in New "
         "Delhi on Thursday.", "summit_session"),
    ],
)  # fmt: skip
def test_a_dialogue_that_two_chair_is_talks(reader: Reader, text: str, form: str) -> None:
    (found,) = read(reader, text, DAY).engagements
    assert found.form == form


def test_what_is_ibero_american_is_not_the_united_states(reader: Reader) -> None:
    text = "Mexico has declined Ecuador's invitation to the Ibero-American Summit in Cuenca on May 24."
    (found,) = read(reader, text, DAY).engagements
    assert set(found.countries) == {"MEX", "ECU"}


def test_an_annual_meeting_taken_up_again_is_no_meeting(reader: Reader) -> None:
    text = (
        "President William Ruto met President Yoweri Museveni in Kampala on Monday. The two agreed to resume the "
        "Annual Leaders' Meeting."
    )
    (found,) = read(reader, text, DAY).engagements
    assert found.form == "meeting" and found.status.status == "held"


def test_why_a_visit_was_moved(reader: Reader) -> None:
    text = (
        "Treasurer Jim Chalmers's visit to Beijing, planned for 5 and 6 June, will now take place on 26 and 27 June "
        "because of a clash with the sittings of Parliament, his office said on Friday."
    )
    (found,) = read(reader, text, DAY).engagements
    assert found.status.status == "rescheduled" and found.status.reason is not None
    assert found.status.reason.text.startswith("because of a clash")
