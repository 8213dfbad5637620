"""Ordinary reports: names, days, places and posts told in ways that a parser or a table takes for something else."""

from __future__ import annotations

import pytest

from detente.model import Engagement, Reading
from detente.reading.reader import Reader
from tests.conftest import read, short

DAY = "2021-06-09"  # a Wednesday
HOME = "NAIROBI – Kenyan Foreign Minister Raychelle Omamo said on Monday that the border stays open.\n\n"
CALL = "Kenyan Foreign Minister Raychelle Omamo rang Tanzanian Foreign Minister Liberata Mulamula. "


def people(reading: Reading) -> dict[str | None, tuple[str | None, str | None, str | None]]:
    return {a.name: (a.post, a.organisation, a.country) for a in reading.actors if a.kind == "person"}


def one(reading: Reading, form: str) -> Engagement:
    found = [e for e in reading.engagements if e.form == form]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "name", "post", "organisation"),
    [
        (
            "The Prime Minister, Ana Maria dos Santos Neto, spoke.",
            "Ana Maria dos Santos Neto",
            "Prime Minister",
            None,
        ),
        (
            "Vice-Minister for ASEAN Affairs Petra Lima arrived in Nairobi.",
            "Petra Lima",
            "Vice-Minister for ASEAN Affairs",
            None,
        ),
        (
            "Minister for Industry, Commerce and Supplies Petra Lima arrived.",
            "Petra Lima",
            "Minister for Industry, Commerce and Supplies",
            None,
        ),
        ("Iraqi army spokesman Muthanna al-Jabouri said it was late.", "Muthanna al-Jabouri", "spokesman", None),
        (
            "It was late, said Amrit Bahadur Rai-Limbu, spokesperson at the Ministry of Trade of Nepal.",
            "Amrit Bahadur Rai-Limbu",
            "spokesperson",
            "Ministry of Trade of Nepal",
        ),
        (
            "Brigadier General Pedro Ruiz of Cuba's Revolutionary Armed Forces, who is old, told the Herald so.",
            "Pedro Ruiz",
            "Brigadier General",
            "Cuba's Revolutionary Armed Forces",
        ),
        (
            "Colonel Somphone Her, of the Royal Thai Navy, told the Herald that it was late.",
            "Somphone Her",
            "Colonel",
            "Royal Thai Navy",
        ),
    ],
    ids=short,
)
def test_whole_names_with_posts_and_bodies(
    reader: Reader, text: str, name: str, post: str, organisation: str | None
) -> None:
    found = people(read(reader, HOME + text, DAY))
    assert name in found
    assert found[name][0] == post
    assert organisation is None or found[name][1] == organisation


def test_her_is_no_surname_of_whoever_stands_before_it(reader: Reader) -> None:
    assert "Somphone Her" not in people(read(reader, "Colonel Somphone gave Her Majesty a book in Vientiane.", DAY))


def test_a_director_of_foreign_affairs_is_the_papers_own(reader: Reader) -> None:
    found = read(
        reader, HOME + "The director general of Foreign Affairs, Peter Odhiambo, was in Dodoma last week.", DAY
    )
    assert people(found)["Peter Odhiambo"][2] == "KEN"
    other = read(reader, HOME + "The director general of the Rift Farm, Peter Odhiambo, was in Dodoma last week.", DAY)
    assert people(other)["Peter Odhiambo"][2] is None


@pytest.mark.parametrize(
    "text",
    [
        "The note was sent on Monday, hours after Kenyan Foreign Minister Raychelle Omamo had spoken by phone to "
        "Tanzanian Foreign Minister Liberata Mulamula.",
        "It stands in a note released by the Kenyan ministry on Monday, hours after Foreign Minister Raychelle Omamo "
        "had spoken by phone to Tanzanian Foreign Minister Liberata Mulamula.",
    ],
    ids=short,
)
def test_hours_after_is_the_same_day(reader: Reader, text: str) -> None:
    assert one(read(reader, text, DAY), "call").when.edtf == "2021-06-07"


def test_weeks_after_is_not(reader: Reader) -> None:
    text = (
        "The note was sent on Monday, weeks after Kenyan Foreign Minister Raychelle Omamo had spoken by phone to "
        "Tanzanian Foreign Minister Liberata Mulamula."
    )
    assert one(read(reader, text, DAY), "call").when.edtf != "2021-06-07"


def test_talks_in_a_town_are_not_the_call(reader: Reader) -> None:
    found = read(reader, CALL + "Omamo was in Mbabane on Monday and held talks.", DAY)
    assert one(found, "call").when.edtf is None
    talks = one(found, "talks")
    assert (set(talks.countries), talks.when.edtf) == ({"KEN", "SWZ"}, "2021-06-07")


def test_a_call_may_be_called_talks(reader: Reader) -> None:
    found = read(reader, CALL + "The talks were about the border.", DAY)
    assert [e.form for e in found.engagements] == ["call"]


def test_a_trip_called_off_is_not_the_one_to_come(reader: Reader) -> None:
    text = (
        "Kenyan Foreign Minister Raychelle Omamo will go to Dodoma on Monday. She had her bags packed in March, but "
        "the government scrapped that trip after a storm."
    )
    found = {e.status.status: e.when.edtf for e in read(reader, text, DAY).engagements}
    assert found == {"announced": "2021-06-14", "cancelled": "2021-03"}


def test_what_stands_beside_is_no_reason(reader: Reader) -> None:
    text = (
        "Kenyan Foreign Minister Raychelle Omamo will go to Dodoma on Monday, months after a first visit fell through, "
        "with the dispute over maize unsettled."
    )
    off = [e for e in read(reader, text, DAY).engagements if e.status.status == "cancelled"]
    assert off
    assert all(e.status.reason is None for e in off)
    found = read(reader, "The visit of Kenya's foreign minister to Dodoma fell through over maize.", DAY)
    assert found.engagements[0].status.reason is not None


def test_who_meets_all_of_them(reader: Reader) -> None:
    trip = "Kenyan Foreign Minister Raychelle Omamo will visit Dodoma and Geneva next week. "
    text = trip + "In Geneva, meetings have been lined up with the foreign ministers of Finland and Qatar."
    assert {"KEN", "FIN", "QAT"} <= set(one(read(reader, text, DAY), "meeting").countries)
    between = trip + "In Geneva, a meeting has been lined up between the foreign ministers of Finland and Qatar."
    assert set(one(read(reader, between, DAY), "meeting").countries) == {"FIN", "QAT"}


def test_separate_meetings_are_one_with_each(reader: Reader) -> None:
    trip = "Kenyan Foreign Minister Raychelle Omamo will visit Dodoma and Geneva next week. "
    text = trip + "In Geneva, separate meetings are planned with the foreign ministers of Finland and Qatar."
    met = [e for e in read(reader, text, DAY).engagements if e.form == "meeting"]
    assert [set(e.countries) for e in met] == [{"KEN", "FIN"}, {"KEN", "QAT"}]


def test_a_trip_in_the_diary_has_not_been_made(reader: Reader) -> None:
    text = "Kenyan Foreign Minister Raychelle Omamo had a trip to Dodoma in her calendar for January."
    found = read(reader, text, DAY).engagements
    assert [(e.form, e.status.status, e.when.edtf) for e in found] == [("visit", "announced", "2021-01")]


def test_let_it_be_known(reader: Reader) -> None:
    said = read(reader, "Omamo's spokesman, Peter Odhiambo, let it be known on Monday that the road was shut.", DAY)
    assert [(s.speaker.name if s.speaker else None, s.when.edtf) for s in said.statements] == [
        ("Peter Odhiambo", "2021-06-07")
    ]


def test_while_there_is_where_the_leg_leads(reader: Reader) -> None:
    text = (
        "Kenyan Foreign Minister Raychelle Omamo will be away next week. The Bonn leg is for a council on the war in "
        "Sudan. Omamo would see her counterparts from Chad and Mali while there."
    )
    met = next(e for e in read(reader, text, DAY).engagements if "TCD" in e.countries)
    assert [p.name for p in met.places] == ["Bonn"]


def test_a_denied_purpose_calls_nothing_off(reader: Reader) -> None:
    said = "“We do not go to Dodoma to beg,” Kenyan President Uhuru Kenyatta said."
    assert not read(reader, said, DAY).engagements
    off = "Kenyan President Uhuru Kenyatta will not go to Dodoma on Monday to attend the fair."
    assert read(reader, off, DAY).engagements[0].status.status == "cancelled"


def test_a_minister_between_commas_hosts(reader: Reader) -> None:
    text = HOME + "In May, the Tanzanian trade minister, Kitila Mkumbo, hosted Trade Minister Betty Maina in Dodoma."
    met = one(read(reader, text, DAY), "meeting")
    assert (set(met.countries), met.when.edtf) == ({"KEN", "TZA"}, "2021-05")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Kenya has appointed a special envoy to Somalia. He is Peter Odhiambo, a lawyer.", "KEN"),
        ("On Tuesday, the country appointed Peter Odhiambo as special envoy to Somalia.", "KEN"),
        ("On Tuesday, the Ugandan government appointed Peter Odhiambo as special envoy to Somalia.", "UGA"),
    ],
    ids=short,
)
def test_whose_new_envoy(reader: Reader, text: str, country: str) -> None:
    found = [t for t in read(reader, HOME + text, DAY).tenures if t.change == "appointed"]
    assert [(t.person, t.country) for t in found] == [("Peter Odhiambo", country)]


def test_who_is_told_of_after_an_appointment_of_nobody_is_not_always_the_one(reader: Reader) -> None:
    text = HOME + "Kenya has appointed a special envoy to Somalia. The critic is Peter Odhiambo, a lawyer."
    assert not [t for t in read(reader, text, DAY).tenures if t.change == "appointed"]


@pytest.mark.parametrize(
    "text",
    [
        "Tanzanian Minister Liberata Mulamula hoped that Kenya would honour the commitments which it undertook.",
        "Tanzanian Minister Liberata Mulamula told Omamo it was time for Kenya to carry out the pledges it gave.",
        "Tanzanian Minister Liberata Mulamula recalled that Kenya had given its word on maize in Arusha, and said the "
        "time had come for this to be acted upon.",
    ],
    ids=short,
)
def test_promises_called_in(reader: Reader, text: str) -> None:
    found = read(reader, HOME + text, DAY).commitments
    assert [(c.by, c.ascribed_by, c.status) for c in found] == [(("KEN",), "TZA", "urged")]


def test_words_before_who_is_cited(reader: Reader) -> None:
    text = "Tanzania keeps to the treaty, the Herald cited Tanzanian Foreign Minister Liberata Mulamula as saying."
    said = read(reader, text, DAY).statements
    assert [s.content.text for s in said] == ["Tanzania keeps to the treaty"]
    assert [c.name for c in said[0].chain] == ["Liberata Mulamula", "the Herald"]


def test_the_day_of_a_quotation_of_two_sentences(reader: Reader) -> None:
    text = (
        "Kenyan President Uhuru Kenyatta rejected the plan on Thursday.\n\n“We did not ask for it. We are many,” "
        "Kenyatta told reporters."
    )
    said = next(s for s in read(reader, text, DAY).statements if s.kind == "direct")
    assert said.when.edtf == "2021-06-03"


def test_a_post_told_of_before_the_paragraph(reader: Reader) -> None:
    post = CALL + "Omamo gave her own version in a Facebook post.\n\n“We spoke at length today,” Omamo wrote."
    letter = CALL + "Omamo gave her own version at home.\n\n“We spoke at length today,” Omamo wrote."
    media = [next(s.medium for s in read(reader, t, DAY).statements if s.kind == "direct") for t in (post, letter)]
    assert media == ["social_media", "letter"]


def test_a_headline_tells_the_news_and_not_talks_of_long_ago(reader: Reader) -> None:
    text = (
        "Kenya, Tanzania ministers talk before Dodoma trip\n\nKenyan Foreign Minister Raychelle Omamo held a telephone "
        "conversation with Tanzanian Foreign Minister Liberata Mulamula on Monday.\n\nShe called on Kenya to honour "
        "the pledge it gave in Arusha in 2019, when the two governments discussed the road."
    )
    found = {e.form: e.when.edtf for e in read(reader, text, DAY).engagements}
    assert found["call"] == "2021-06-07"
    assert found.get("talks", found.get("meeting")) == "2019"


def test_who_gives_word_of_a_call_is_not_on_the_line(reader: Reader) -> None:
    text = (
        "Kenyan Foreign Minister Raychelle Omamo and Tanzanian Foreign Minister Liberata Mulamula spoke on Monday, "
        "according to an aide to the Kenyan minister."
    )
    assert len(one(read(reader, text, DAY), "call").participants) == 2


def test_a_message_given_over_the_telephone_is_a_call(reader: Reader) -> None:
    text = "Kenyan Minister Raychelle Omamo delivered the message {} to Tanzanian Foreign Minister Liberata Mulamula."
    spoken = read(reader, text.format("over the telephone"), DAY)
    assert {e.form for e in spoken.engagements} == {"call"}
    written = read(reader, text.format("on Monday"), DAY)
    assert {e.form for e in written.engagements} == {"correspondence"}


def test_a_past_after_an_aside(reader: Reader) -> None:
    text = (
        CALL
        + "The Tanzanian ministry put out a note. Ms Mulamula, the note says, called for Kenya to make good on the "
        "assurances which it offered in Arusha."
    )
    assert [(c.by, c.status) for c in read(reader, text, DAY).commitments] == [(("KEN",), "urged")]


def test_meetings_planned_are_of_the_visit_to_come(reader: Reader) -> None:
    text = (
        "Azerbaijani Foreign Minister Jeyhun Bayramov will visit Tehran on Monday. The spokesman told a briefing on "
        "Tuesday that meetings with the leadership of the Iranian Foreign Ministry were planned in Tehran.\n\nThe "
        "minister's visit to Tehran was originally scheduled for March this year. It was cancelled because of a storm."
    )
    found = sorted((e.form, e.status.status) for e in read(reader, text, DAY).engagements)
    assert found == [("meeting", "announced"), ("visit", "announced"), ("visit", "cancelled")]
