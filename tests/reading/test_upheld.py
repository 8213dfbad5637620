"""What is denied of a cancellation stands; what is put off is no sanction; and other plain tellings of a day's news."""

from __future__ import annotations

import pytest

from detente.outputs.summary import promise
from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-05-10"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Kremlin denied that President Putin's visit to Turkey had been cancelled.", "confirmed"),
        ("Ankara dismissed reports that President Putin's visit to Turkey next week had been called off.", "confirmed"),
        ("Reports that President Putin's visit to Turkey has been postponed are false, the Kremlin said.", "confirmed"),
        ("Kenya's foreign ministry denied cancelling Monday's talks with Uganda.", "confirmed"),
        ("Prime Minister Orban's visit to Serbia on Monday has not been put off, his spokesman said.", "announced"),
        (
            "President Ruto's visit to Uganda in June has been neither cancelled nor postponed, Nairobi said.",
            "announced",
        ),
        ("President Boluarte's trip to Chile next week is not off, Lima insisted.", "announced"),
        ("The Kremlin did not deny that President Putin's visit to Turkey had been cancelled.", "cancelled"),
        ("Kenya denied that President Ruto's visit to Uganda had been postponed at its request.", "postponed"),
    ],
)
def test_a_denied_cancellation_stands(reader: Reader, text: str, status: str) -> None:
    (found,) = read(reader, text, DAY).engagements
    assert found.status.status == status


@pytest.mark.parametrize(
    ("text", "sanctions"),
    [
        ("Foreign Minister Maris Sangiampongsa has postponed a visit to Chile that was due to begin on Sunday.", False),
        ("Thailand's foreign minister puts off Chile trip.", False),
        ("Kenya suspended its talks with Uganda on Friday after the arrest of two traders.", True),
        ("Kenya called off its talks with Uganda on Friday after the arrest of two traders.", True),
    ],
)
def test_what_is_put_off_is_no_sanction(reader: Reader, text: str, sanctions: bool) -> None:
    assert ("SANCTION" in {e.plover_root for e in read(reader, text, DAY).events}) is sanctions


def test_due_to_begin_is_no_cause(reader: Reader) -> None:
    text = (
        "Chile postponed a visit by Thai Prime Minister Srettha Thavisin that was due to begin on Sunday, citing "
        "floods."
    )
    (found,) = read(reader, text, DAY).engagements
    assert found.status.reason is not None and found.status.reason.text == "citing floods"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The complaint was made in a phone call that Foreign Minister Tanja Fajon had on Monday with her Austrian "
         "counterpart, Alexander Schallenberg.", "2024-05-06"),
        ("The complaint was made in the phone call that Fajon, the Slovenian foreign minister, held with Austria's "
         "Alexander Schallenberg on Monday.", "2024-05-06"),
        ("The demand was made in a telephone conversation that the minister, Tanja Fajon of Slovenia, had on Tuesday "
         "night with her Austrian counterpart, Alexander Schallenberg.", "2024-05-07"),
    ],
)  # fmt: skip
def test_who_had_the_call_that_is_told_of(reader: Reader, text: str, when: str) -> None:
    (found,) = read(reader, text, DAY).engagements
    assert (found.form, set(found.countries), found.when.edtf) == ("call", {"SVN", "AUT"}, when)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Zambia's presidency said President Hichilema had asked for the ban to be lifted and that Portugal had "
         "promised to ship the grain by October.", "the ban to be lifted"),
        ("Peru asked for the road to be reopened and that the tolls be dropped.", "the road to be reopened"),
    ],
)  # fmt: skip
def test_what_is_asked_ends_before_that(reader: Reader, text: str, content: str) -> None:
    assert content in [s.content.text for s in read(reader, text, DAY).statements]


def test_a_day_ahead_is_when_a_promise_is_due(reader: Reader) -> None:
    text = "Kenyan President William Ruto and Ugandan President Yoweri Museveni agreed to meet in Kampala next week."
    assert [c.due.edtf for c in read(reader, text, DAY).commitments] == ["2024-05-13/2024-05-19"]


def test_a_deputy_minister_is_no_vice_president(reader: Reader) -> None:
    text = (
        "Guatemala's foreign minister, Sandra Jovel, will visit Belize on Wednesday. Vice Minister Pablo Sáenz was in "
        "Belmopan on 30 August for talks with Belizean officials. Panama was invaded by the United States in 1989."
    )
    found = read(reader, text, "2018-09-13").engagements
    assert ["GTM", "BLZ"] in [sorted(e.countries, reverse=True) for e in found if e.status.status == "held"]


@pytest.mark.parametrize(
    ("text", "name", "organisation"),
    [
        ("Major General Wilson Katu of the Uganda People's Defence Force told reporters that it was calm.",
         "Wilson Katu", "Uganda People's Defence Force"),
        ("Brigadier Ana Ruiz of the Lao People's Armed Forces said it was calm.",
         "Ana Ruiz", "Lao People's Armed Forces"),
        ("A senior officer of the Malaysian Army, Major General Datuk Boon Teck, told reporters that it was calm.",
         "Boon Teck", "Malaysian Army"),
    ],
)  # fmt: skip
def test_the_force_of_a_soldier(reader: Reader, text: str, name: str, organisation: str) -> None:
    assert (name, organisation) in [(a.name, a.organisation) for a in read(reader, text, DAY).actors]


def test_a_family_name_first_that_reads_like_a_pronoun(reader: Reader) -> None:
    text = (
        "Major General She Boon Lee told The Straits Times that the border was quiet. Dr Ana Tan did not agree.\n\n"
        '"We are tired, because nobody can guard a line that is not drawn," She said.'
    )
    said = next(s for s in read(reader, text, DAY).statements if "tired" in s.content.text)
    assert said.speaker is not None and said.speaker.name == "She Boon Lee"


def test_an_office_with_a_number(reader: Reader) -> None:
    text = "Brunei's Minister of Foreign Affairs II, Dato Erywan Yusof, rang Malaysian Foreign Minister Mohamad Hasan."
    (call,) = read(reader, text, "2024-08-22").engagements
    people = [(p.actor.name, p.actor.post) for p in call.participants]
    assert ("Erywan Yusof", "Minister of Foreign Affairs II") in people


@pytest.mark.parametrize(
    "text",
    [
        "The message was given to Malaysian Foreign Minister Mohamad Hasan on Tuesday night when Brunei's foreign "
        "minister, Erywan Yusof, rang him up.",
        "Some 2,000 Peruvian migrants are in Chile.",
        "More than 800,000 refugees from South Sudan are now in Uganda, most of them in the West Nile region.",
        "Brunei has appointed a retired diplomat as its envoy to Malaysia. The appointment took effect on 1 May.",
    ],
)
def test_no_letter_no_visit_no_appointment(reader: Reader, text: str) -> None:
    assert [e.form for e in read(reader, text, DAY).engagements if e.form != "call"] == []


def test_cancelled_at_the_request_of_a_capital(reader: Reader) -> None:
    text = (
        "Georgian Foreign Minister Ilia Darchiashvili was expected in Ashgabat in March. However, that visit was "
        "cancelled at the request of Tbilisi because of protests."
    )
    (found,) = read(reader, text, "2023-06-09").engagements
    assert (found.status.status, found.when.edtf) == ("cancelled", "2023-03")


def test_a_place_that_a_where_clause_follows(reader: Reader) -> None:
    text = (
        "In Addis Ababa, where the regional body is holding a session on trade, Kenyan Foreign Minister Amina Mohamed "
        "will have a meeting with her counterparts from Ethiopia and Sudan."
    )
    (found,) = read(reader, text, "2017-03-17").engagements
    assert [p.name for p in found.places] == ["Addis Ababa"]


def test_a_tour_runs(reader: Reader) -> None:
    text = (
        "Malaysian Foreign Minister Mohamad Hasan is busy. Mohamad's tour runs from Aug 26 to 30 and covers Brunei "
        "and Dili, his spokesman said."
    )
    (found,) = read(reader, text, "2024-08-22").engagements
    assert (found.when.edtf, set(found.countries)) == ("2024-08-26/2024-08-30", {"MYS", "BRN", "TLS"})


def test_where_a_scholar_works_before_his_name(reader: Reader) -> None:
    text = "Researcher at the Center for Caspian Studies in Ankara Merdan Akmyradov told Eurasianet that trade grows."
    (said,) = read(reader, text, DAY).statements
    assert said.speaker is not None and said.speaker.name == "Merdan Akmyradov"


@pytest.mark.parametrize(
    ("credit", "agency"),
    [
        ("Material from Interfax was used in this report", "Interfax"),
        ("With information from ACAN-EFE", "ACAN-EFE"),
        ("rt/sk (with material from dpa)", "dpa"),
        ("Follow AFP on every network", None),
        ("More photos from Reuters", None),
    ],
)
def test_a_credit_below_a_report(reader: Reader, credit: str, agency: str | None) -> None:
    told = "Kenyan Foreign Minister Amina Mohamed met her Ugandan counterpart, Sam Kutesa, in Nairobi on Monday."
    further = "They spoke of trade and of the road between the two capitals."
    text = f"Ministers meet in Nairobi\n\n{told}\n\n{further}\n\n{credit}"
    assert read(reader, text, "2017-03-17").source.agency == agency


def test_a_promise_told_by_one_of_two(reader: Reader) -> None:
    text = (
        "Zambia's spokesman, Clayson Hamasaka, said that the leaders of Zambia and Portugal had agreed to meet next "
        "week."
    )
    reading = read(reader, text, "2024-09-19")
    told = [promise(c, reading.statements) for c in reading.commitments]
    assert told == ["ZMB and PRT's promise, told by ZMB, unconfirmed by PRT"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("President Boric's trip to Japan, announced for June, was postponed.", "2024-06"),
        ("Kenya's talks with Uganda, planned for May, have been put off.", "2024-05"),
    ],
)
def test_what_a_participle_between_commas_tells(reader: Reader, text: str, when: str) -> None:
    (found,) = read(reader, text, DAY).engagements
    assert (found.status.status, found.when.edtf) == ("postponed", when)
