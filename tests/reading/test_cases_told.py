"""What official texts and short reports leave to the reader: whose minister, whose president, which day, why not."""

from __future__ import annotations

import pytest

from detente.model import Reading
from detente.reading.reader import Reader
from tests.conftest import read


def read_of(reader: Reader, text: str, outlet: str | None) -> Reading:
    """The reading of an outlet's text, published on a Wednesday."""
    return read(reader, text, "2024-05-08", outlet)


# outlet, text, who meets whom of which state
HOSTS = [
    ("Ministry of Foreign Affairs of Nepal",
     "Foreign Secretary Sewa Lamsal was in Dhaka for a visit on May 6 and 7. She met with Deputy Minister Arif Karim.",
     {("Sewa Lamsal", "NPL"), ("Arif Karim", "BGD")}),
    ("Ministry of Foreign Affairs of Bangladesh",
     "The Foreign Secretary of Nepal, Sewa Lamsal, ended a two-day visit to Dhaka this Tuesday. On Monday she held a "
     "working meeting with the Deputy Minister for Regional Trade, Arif Karim.",
     {("Sewa Lamsal", "NPL"), ("Arif Karim", "BGD")}),
    (None,
     "Nepalese Foreign Secretary Sewa Lamsal arrived in Dhaka on Monday. She met with Deputy Minister Arif Karim the "
     "same evening.", {("Sewa Lamsal", "NPL"), ("Arif Karim", "BGD")}),
]  # fmt: skip


@pytest.mark.parametrize("told", HOSTS, ids=lambda t: str(t[0]))
def test_whom_a_visitor_meets_is_of_the_other_state(
    reader: Reader, told: tuple[str | None, str, set[tuple[str, str]]]
) -> None:
    outlet, text, people = told
    found = read_of(reader, text, outlet).engagements
    (met,) = [e for e in found if e.form == "meeting"]
    assert {(p.actor.name, p.on_behalf_of or p.actor.country) for p in met.participants} == people


def test_a_state_s_own_text_means_its_own_president(reader: Reader) -> None:
    text = (
        "Kenya has declined the request by Uganda for a meeting between President William Ruto and President Yoweri "
        'Museveni. "We see no use in it," the President said.'
    )
    found = read_of(reader, text, "Office of the President of Kenya").statements
    assert [s.on_behalf_of for s in found][-1] == "KEN"


def test_a_guest_who_acts_last_is_meant_before_the_own_one(reader: Reader) -> None:
    text = (
        "Jordan's Prime Minister Bisher Khasawneh spoke in the morning. Iraqi Prime Minister Mohammed Shia al-Sudani "
        "arrived in Amman on Tuesday. The Prime Minister promised that Iraq would supply 10,000 barrels of oil a day."
    )
    (made,) = read_of(reader, text, "Royal Court of Jordan").commitments
    assert made.by == ("IRQ",)


ASKED = [
    ("It was held at the request of the Bolivian side.", "BOL"),
    ("The conversation took place at the request of Bolivia.", "BOL"),
    ("The call was made at Peru's request.", "PER"),
    ("The reception was held at the request of Bolivia.", None),
]


@pytest.mark.parametrize("told", ASKED, ids=lambda t: t[0])
def test_who_asked_is_told_in_the_sentence_after(reader: Reader, told: tuple[str, str | None]) -> None:
    text = (
        "Foreign Minister Javier González-Olaechea of Peru had a telephone conversation with the Foreign Minister of "
        f"Bolivia, Celinda Sosa, on Tuesday. {told[0]}"
    )
    (call,) = read(reader, text).engagements
    assert call.initiator == told[1]


# what is told of a numbered day, and its date
DAYS = [
    ("On the first day he met with his counterpart Ali Bagheri.", "2024-05-05"),
    ("On the second day he met with his counterpart Ali Bagheri.", "2024-05-06"),
    ("He met his counterpart Ali Bagheri on the last day of his stay.", "2024-05-07"),
    ("On the fifth day of the book fair he met with his counterpart Ali Bagheri.", "2024-05-05/2024-05-07"),
]


@pytest.mark.parametrize("told", DAYS, ids=lambda t: t[0])
def test_numbered_days_of_a_visit(reader: Reader, told: tuple[str, str]) -> None:
    text = f"Omani Foreign Minister Badr Albusaidi visited Tehran from 5 to 7 May. {told[0]}"
    found = [e for e in read(reader, text).engagements if e.form == "meeting"]
    assert [e.when.edtf for e in found] == [told[1]]


LEFT = [
    "Portuguese Prime Minister Luís Montenegro flew home from Luanda on Tuesday at the end of a three-day visit.",
    "Portuguese Prime Minister Luís Montenegro returned from Luanda on Tuesday, ending a three-day trip.",
    "Portuguese Prime Minister Luís Montenegro left Luanda on Tuesday after a three-day visit.",
]


@pytest.mark.parametrize("text", LEFT)
def test_what_is_left_is_where_the_visit_was(reader: Reader, text: str) -> None:
    (visit,) = read(reader, text).engagements
    found = (visit.form, visit.status.status, visit.when.edtf, set(visit.countries))
    assert found == ("visit", "held", "2024-05-05/2024-05-07", {"PRT", "AGO"})


# what became of it, status, date, place, reason
FAILED = [
    ("The third meeting of President William Ruto of Kenya and President Yoweri Museveni of Uganda never took place. "
     "It was to have been held in Gulu on 3 May.", "did_not_occur", "2024-05-03", "Gulu", None),
    ("Talks between Chile and Peru on fishing were put off. They had been due to open in Lima on 3 July.", "postponed",
     "2024-07-03", "Lima", None),
    ("A call between Foreign Minister Badr Albusaidi of Oman and his Iranian counterpart was cancelled. It had been "
     "scheduled for 28 May.", "cancelled", "2024-05-28", None, None),
    ("Zambia has turned down Malawi's request for a meeting between President Hakainde Hichilema and President Lazarus "
     'Chakwera. "There can be no such meeting until the drivers are freed," a spokesman said.', "declined", None, None,
     "until the drivers are freed"),
    ("Hungary has refused Ukraine's request for talks between the two foreign ministers. There was no need for them, "
     "the ministry in Budapest said, as long as the pipeline stayed closed.", "declined", None, None,
     "as long as the pipeline stayed closed"),
    ("Burundi's president Évariste Ndayishimiye has declined an invitation from Rwandan President Paul Kagame to visit "
     "Kigali on 14 May. He saw no point in the journey because the border remained shut.", "declined", "2024-05-14",
     "Kigali", "because the border remained shut"),
    ("Chilean minister Alberto van Klaveren will not travel to La Paz tomorrow, as had been planned: his visit has "
     "been cancelled because of a strike.", "cancelled", "2024-05-09", "La Paz", "because of a strike"),
]  # fmt: skip


@pytest.mark.parametrize("told", FAILED, ids=lambda t: t[0][:40])
def test_what_came_to_nothing(reader: Reader, told: tuple[str, str, str | None, str | None, str | None]) -> None:
    text, status, date, place, reason = told
    (found,) = read(reader, text).engagements
    reasons = [h.reason.text for h in found.history if h.reason]
    assert (found.status.status, found.when.edtf) == (status, date)
    assert place in {None, *(p.name for p in found.places)}
    assert reasons[:1] == ([reason] if reason else [])


def test_what_became_of_a_visit_that_was_only_asked_about(reader: Reader) -> None:
    text = (
        "Asked about the visit of President Gabriel Boric of Chile, the spokesman of the Presidency, Raúl Soto, said "
        "that word of the postponement had come from Santiago."
    )
    (visit,) = read_of(reader, text, "Presidency of Peru").engagements
    assert visit.status.status == "postponed"
    assert [p.actor.name for p in visit.participants] == ["Gabriel Boric"]


def test_an_answer_is_not_claimed_by_who_asked(reader: Reader) -> None:
    text = (
        "Burundi's president Évariste Ndayishimiye has declined an invitation from Rwandan President Paul Kagame to "
        "visit Kigali next week, state media said."
    )
    (visit,) = read(reader, text).engagements
    assert visit.status.claimed_by != "RWA" and visit.initiator == "RWA"


def test_ministers_in_a_town_are_not_of_its_state(reader: Reader) -> None:
    text = "Kuwait asked Iraq for a meeting between their foreign ministers in Geneva on Monday."
    (met,) = read(reader, text).engagements
    assert set(met.countries) == {"KWT", "IRQ"}


def test_what_a_conference_is_about_is_no_side_of_it(reader: Reader) -> None:
    text = "Kenya's president William Ruto will attend the conference on Sudan in Paris on Thursday."
    (summit,) = read(reader, text).engagements
    assert "SDN" not in summit.countries


def test_an_appointment_to_the_post(reader: Reader) -> None:
    text = (
        "The Prime Minister of Portugal, Luís Montenegro, dismissed Paulo Rangel as Minister of Foreign Affairs on "
        "Tuesday. Ana Sousa, ambassador in Rome, was named to the post from the same date."
    )
    found = {(t.person, t.post, t.change, t.when.edtf) for t in read(reader, text).tenures}
    assert ("Ana Sousa", "Minister of Foreign Affairs", "appointed", "2024-05-07") in found


def test_a_head_of_state_who_replaces_a_minister_does_not_take_the_post(reader: Reader) -> None:
    text = "President Joseph Boakai replaced Sara Nyanti as foreign minister on Monday."
    found = {(t.person, t.change) for t in read(reader, text).tenures}
    assert ("Sara Nyanti", "removed") in found and ("Joseph Boakai", "appointed") not in found


def test_who_says_what_stands_before_him(reader: Reader) -> None:
    text = (
        "Togo will open no lock before the court has given its judgment, the Minister of Water, H.E. Jean Sou, said "
        "in Lomé on Sunday."
    )
    found = read_of(reader, text, "Ministry of Water, Togo").statements
    assert [(s.content.text, s.on_behalf_of) for s in found] == [
        ("Togo will open no lock before the court has given its judgment", "TGO")
    ]
