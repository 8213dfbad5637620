"""Lines of talks that are broken off or taken up, conferences that are called dialogues, and who says so where name and
post stand between commas."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

TURNED = [
    "Officials in Lima, which broke off its yearly border talks with Quito in March, studied the report.",
    "Peru and Bolivia agreed to restore the quarterly defence consultations, which Peru suspended in May 2019.",
    "The Indonesian ministry has decided to resume the annual security talks with Malaysia, which were suspended in "
    "August of last year.",
    "Ghana suspended its regular consultations with Togo in April.",
]  # fmt: skip
HELD = [
    ("The annual security talks between Indonesia and Malaysia were held in Jakarta on 6 May 2024.", "held"),
    ("Ghana and Togo will hold their yearly border talks in Accra on 20 May.", "announced"),
    ("Peru's foreign minister resumed talks with his Bolivian counterpart in La Paz on Tuesday.", "held"),
]  # fmt: skip
FORUM = "Chile's defence minister, Maya Fernandez, told reporters at last week's {} that Chile would buy Indian radars."
SAID_BY = [
    ("The bridge at Aflao has been closed until June 18, a spokesperson for Ghana's Foreign Ministry, Ama Mensah, said "
     "yesterday.", "Ama Mensah", "The bridge at Aflao has been closed until June 18"),
    ("Togo has made no promise to give Ghana notice of its flights to Kpalime, Ama Mensah, deputy head of the security "
     "council, told reporters.", "Ama Mensah",
     "Togo has made no promise to give Ghana notice of its flights to Kpalime"),
    ("The ferry will not call at Oslo before June 3, Norway's ambassador to Ghana, Ingrid Mollestad, told the Herald.",
     "Ingrid Mollestad", "The ferry will not call at Oslo before June 3"),
    ("In Bamako, the foreign minister of Mali, Abdoulaye Diop, said that the border would open.", "Abdoulaye Diop",
     "the border would open"),
]  # fmt: skip
SAME = [
    ("video_call", "spoke on Tuesday by video link with his Fijian counterpart, Pio Tikoduadua. It was the first "
                   "conversation between the two countries' defence ministers since 2022."),
    ("call", "spoke by phone on Tuesday with his Fijian counterpart, Pio Tikoduadua. This was the first conversation "
             "between the two countries' defence ministers in a year."),
    ("meeting", "met his Fijian counterpart, Pio Tikoduadua, on Tuesday. It was the first meeting between the two "
                "countries' defence ministers since 2022."),
]  # fmt: skip


@pytest.mark.parametrize("text", TURNED)
def test_a_line_that_is_broken_off_or_taken_up_is_no_engagement(reader: Reader, text: str) -> None:
    assert read(reader, text).engagements == ()


@pytest.mark.parametrize(("text", "status"), HELD)
def test_a_round_of_it_is(reader: Reader, text: str, status: str) -> None:
    assert [e.status.status for e in read(reader, text).engagements] == [status]


@pytest.mark.parametrize("name", ["Raisina Dialogue", "Shangri-La Dialogue", "Manama Dialogue"])
def test_a_conference_is_no_talks(reader: Reader, name: str) -> None:
    assert read(reader, FORUM.format(name)).engagements == ()


def test_a_dialogue_of_two_states_is(reader: Reader) -> None:
    (found,) = read(reader, "The India-Chile Strategic Dialogue was held in Delhi on 2 May.").engagements
    assert (found.form, set(found.countries)) == ("talks", {"IND", "CHL"})


@pytest.mark.parametrize(("text", "name", "words"), SAID_BY, ids=[n for _, n, _ in SAID_BY])
def test_name_and_post_between_commas_say_what_stands_before(reader: Reader, text: str, name: str, words: str) -> None:
    said = {s.content.text: s.speaker.name if s.speaker else None for s in read(reader, text).statements}
    assert said.get(words) == name


@pytest.mark.parametrize(("form", "told"), SAME, ids=[f for f, _ in SAME])
def test_what_it_was_is_what_was_told(reader: Reader, form: str, told: str) -> None:
    found = read(reader, f"Australian Defence Minister Richard Marles {told}").engagements
    assert [(e.form, e.when.edtf) for e in found] == [(form, "2024-05-07")]


def test_a_phone_call_and_a_video_call_on_two_days_are_two(reader: Reader) -> None:
    text = ("Richard Marles of Australia spoke by phone with Pio Tikoduadua of Fiji on Monday and held a video "
            "conference with him on Tuesday.")  # fmt: skip
    assert {e.form for e in read(reader, text).engagements} == {"call", "video_call"}


PROPOSED = [
    ("President Ruto of Kenya on Tuesday received Foreign Minister Nakhisa of Burundi, who is in Nairobi on a two-day "
     "visit. They discussed the border. The visit was proposed by Burundi.", "BDI"),
    ("Foreign Minister Lena Okafor of Norway is in Nairobi on a two-day visit. She met President Ruto on Tuesday. The "
     "visit had been requested by Norway.", "NOR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "asker"), PROPOSED, ids=[a for _, a in PROPOSED])
def test_the_visit_that_was_proposed_is_the_visit(reader: Reader, text: str, asker: str) -> None:
    asked = {e.form: e.initiator for e in read(reader, text).engagements}
    assert asked == {"visit": asker, "meeting": None}


OFF = "The session of the joint commission of Ghana and Togo that was to open in Accra on 18 June has been {}. "
WHY = [
    ("cancelled", "The ministry took the decision on account of the floods.", "on account of the floods"),
    ("moved to 2 July", "Togo requested the change because its minister has been called to Geneva.",
     "because its minister has been called to Geneva"),
    ("put off", "Lome regretted the move, as it had prepared a banquet.", None),
]  # fmt: skip


@pytest.mark.parametrize(("what", "told", "reason"), WHY, ids=[w for w, _, _ in WHY])
def test_why_in_the_sentence_after(reader: Reader, what: str, told: str, reason: str | None) -> None:
    (found,) = read(reader, OFF.format(what) + told).engagements
    assert (found.status.reason.text if found.status.reason else None) == reason


TOLD_BY = [
    ("Polish Foreign Minister Radoslaw Sikorski spoke on Monday with Kenyan Prime Cabinet Secretary and Foreign "
     "Minister Musalia Mudavadi, Foreign Ministry spokesman Pawel Wronski said.", "Pawel Wronski",
     {"Radoslaw Sikorski"}),
    ("President Ruto of Kenya met Ugandan President Yoweri Museveni in Entebbe on Tuesday, State House spokesperson "
     "Hussein Mohamed said.", "Hussein Mohamed", {"William Ruto", "Yoweri Museveni"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "teller", "there"), TOLD_BY, ids=[t for _, t, _ in TOLD_BY])
def test_who_only_says_it_takes_no_part(reader: Reader, text: str, teller: str, there: set[str]) -> None:
    found = read(reader, text)
    (engagement,) = found.engagements
    names = {p.actor.name for p in engagement.participants}
    assert there <= names and teller not in names
    (said,) = (s for s in found.statements if s.speaker is not None and s.speaker.name == teller)
    assert "spokes" not in said.content.text


@pytest.mark.parametrize("clear", ["made clear that", "made it clear that", "made it very clear that"])
def test_what_is_made_clear(reader: Reader, clear: str) -> None:
    found = read(reader, f"Kenyan Foreign Minister Musalia Mudavadi {clear} the port would stay open to Uganda.")
    assert [s.content.text for s in found.statements] == ["the port would stay open to Uganda"]


def test_nouns_that_point_to_each_other_end(reader: Reader) -> None:
    text = (
        "Special Operations Forces soldiers and their commanders must raise the bar of their skills, hone their "
        "ability to handle weaponry, and keep up with science in order to overtake any rival in all areas."
    )
    assert read(reader, f"President of Russia Vladimir Putin: Comrade officers, {text}").engagements == ()
