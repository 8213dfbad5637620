"""Reports without truth, new dates, plans that came to nothing, and whose word it is."""

from __future__ import annotations

import pytest

from detente.inputs import document_of
from detente.model import Edtf, Reading
from detente.reading.reader import Reader

PUBLISHED = Edtf("2022-06-08")  # a Wednesday


def read_of(reader: Reader, text: str) -> Reading:
    return reader.read(document_of(text.replace("|", "\n\n"), published=PUBLISHED))


def told(reader: Reader, text: str) -> set[tuple[str, str, str | None]]:
    """Form, status and day of each engagement."""
    return {(e.form, e.status.status, e.when.edtf) for e in read_of(reader, text).engagements}


def said(reader: Reader, text: str) -> list[tuple[str | None, str]]:
    """Speaker and words of each statement."""
    return [(s.speaker.name if s.speaker else None, s.content.text) for s in read_of(reader, text).statements]


MET = "Ugandan Foreign Minister Jeje Odongo met his Kenyan counterpart, Alfred Mutua, in Kigali on Monday"
NO_TRUTH = [
    f"There is no truth in reports that {MET}.",
    f"There is no truth to the claim that {MET}, the ministry said.",
    f"The ministry said there was no truth to the rumour that {MET}.",
    f"Reports that {MET} have no basis, the ministry said.",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_TRUTH)
def test_a_report_without_truth_is_denied(reader: Reader, text: str) -> None:
    assert ("meeting", "did_not_occur", "2022-06-06") in told(reader, text)


def test_a_report_with_some_truth_is_not(reader: Reader) -> None:
    found = told(reader, f"There is some truth in the report that {MET}.")
    assert not {s for _, s, _ in found} & {"did_not_occur", "disputed"}


PUT_OFF = "The visit of Chilean President Gabriel Boric to Lima on 14 June has been postponed. "
NEW_DATES = [
    ("The new date is 21 July.", "2022-07-21"),
    ("By agreement of the two countries the new date of the visit is 21 July.", "2022-07-21"),
    ("21 July is the new date of the trip, the ministry said.", "2022-07-21"),
]


@pytest.mark.parametrize(("text", "day"), NEW_DATES)
def test_a_new_date_is_the_visit_s(reader: Reader, text: str, day: str) -> None:
    found = told(reader, PUT_OFF + text)
    assert any(
        form == "visit" and status in ("postponed", "rescheduled") and when == day for form, status, when in found
    )


def test_the_new_date_of_another_thing_is_not(reader: Reader) -> None:
    assert all(
        when != "2022-07-21" for _, _, when in told(reader, PUT_OFF + "The new date of the election is 21 July.")
    )


OFF = "Ghana's foreign minister, Shirley Botchwey, will visit Abuja next week.|"
PLANS = [
    OFF + "She was first to have gone to Nigeria in January. That visit was cancelled after the fire of 17 January.",
    OFF + "She should have gone to Nigeria in January. That visit was cancelled after the riots of 17 January.",
    OFF + "She had first been meant to go to Nigeria in January. The trip was cancelled over the fire of 17 January.",
]  # fmt: skip


@pytest.mark.parametrize("text", PLANS)
def test_a_plan_that_came_to_nothing_has_its_own_month(reader: Reader, text: str) -> None:
    found = told(reader, text)
    assert ("visit", "cancelled", "2022-01") in found
    assert all(status != "held" for _, status, _ in found)


CALL = "Georgian Foreign Minister Ilia Darchiashvili rang his Turkish colleague, Mevlut Cavusoglu, on Tuesday.|"


@pytest.mark.parametrize(
    "who", ["He also let Cavusoglu know", "Darchiashvili let his colleague know", "He let him know"]
)
def test_who_lets_another_know_says_it(reader: Reader, who: str) -> None:
    found = said(reader, f"{CALL}{who} that Tbilisi would keep the road open.")
    assert found == [("Ilia Darchiashvili", "Tbilisi would keep the road open")]


def test_what_attention_is_drawn_to_are_the_words(reader: Reader) -> None:
    found = said(reader, CALL + "Darchiashvili drew his attention to hate speech against Georgian drivers.")
    assert found == [("Ilia Darchiashvili", "hate speech against Georgian drivers")]
    assert ("Ilia Darchiashvili", "the rivers were dry") in [
        (who, words.removeprefix("the fact that "))
        for who, words in said(reader, CALL + "He drew attention to the fact that the rivers were dry.")
    ]


@pytest.mark.parametrize("name", ["Say", "May", "Will"])
def test_a_surname_like_a_verb_speaks(reader: Reader, name: str) -> None:
    text = (
        f'Kenya and Somalia are talking. "We are careful with new friends," General Ali {name} of the Kenya Defence '
        f"Forces told the Nation in an interview. {name}, who was a cadet, said that others could never help."
    )
    assert {who for who, _ in said(reader, text)} == {f"Ali {name}"}


SPARED = [
    ("He declared that Georgia will not allow its territory to be used for attacks on Turkey.", "made"),
    ("He repeated that Georgia would not let its soil be used against Turkey.", "reaffirmed"),
]


@pytest.mark.parametrize(("text", "status"), SPARED)
def test_who_bars_his_ground_promises_it(reader: Reader, text: str, status: str) -> None:
    found = [(c.by, c.to, c.status) for c in read_of(reader, CALL + text).commitments]
    assert found == [(("GEO",), ("TUR",), status)]


@pytest.mark.parametrize("words", ["will not allow its exports to fall", "does not allow its soil to be used"])
def test_other_refusals_promise_nothing(reader: Reader, words: str) -> None:
    assert not read_of(reader, f"{CALL}He said that Georgia {words} for nothing.").commitments


@pytest.mark.parametrize("where", ["in all its contacts", "at every meeting with Ankara"])
def test_what_is_raised_at_any_meeting_is_no_meeting(reader: Reader, where: str) -> None:
    found = told(reader, f"{CALL}He said that Tbilisi would go on raising the matter {where}.")
    assert {form for form, _, _ in found} == {"call"}


def test_a_name_like_a_sovereign_s_is_a_name(reader: Reader) -> None:
    text = "Emirati Foreign Minister Abdullah bin Zayed rang his Omani colleague, Badr al-Busaidi, on Tuesday.|"
    spoken = said(
        reader, text + "Sultan Al Hameli, spokesman for the Ministry of Foreign Affairs, said the minister was glad."
    )
    assert spoken[0][0] == "Sultan Al Hameli"
    spoken = said(reader, text + "Sultan Haitham bin Tariq, who was in Muscat, said the border was quiet.")
    assert spoken[0][0] == "Haitham bin Tariq"
