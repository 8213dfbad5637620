"""What agency copy tells in few words: who met last, what was denied, who was told something and where."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

MON = "2024-06-06"  # a Thursday
CALL = "Kenyan President William Ruto spoke by telephone with Ugandan President Yoweri Museveni on Tuesday. "


def told(reader: Reader, text: str, day: str = MON) -> list[tuple[str, str, str | None, frozenset[str]]]:
    found = read(reader, text, day).engagements
    return [(e.form, e.status.status, e.when.edtf, frozenset(e.countries)) for e in found]


KU, KUT = frozenset({"KEN", "UGA"}), frozenset({"KEN", "UGA", "TZA"})


@pytest.mark.parametrize("who", ["The two", "The pair"])
def test_those_who_spoke_last_met(reader: Reader, who: str) -> None:
    text = f"{CALL}{who} last met in Kampala in March, together with President Samia Suluhu Hassan of Tanzania."
    assert ("meeting", "held", "2024-03", KUT) in told(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "In Dodoma, the government made no comment on the call.",
        "Tanzania's foreign ministry had no knowledge of the call.",
        "The two have not met since the call.",
    ],
)
def test_what_is_not_said_of_a_call_does_not_undo_it(reader: Reader, text: str) -> None:
    assert [t[1] for t in told(reader, CALL + text) if t[0] == "call"] == ["held"]


@pytest.mark.parametrize("text", ["there had been no call", "there was no call on Tuesday", "there was no such call"])
def test_one_side_says_that_there_was_none(reader: Reader, text: str) -> None:
    first = "Kenya said that President William Ruto had called Ugandan President Yoweri Museveni on Tuesday. "
    assert told(reader, f"{first}Uganda's government said {text}.") == [("call", "disputed", "2024-06-04", KU)]


def test_none_with_somebody_else_is_another(reader: Reader) -> None:
    text = f"{CALL}Uganda's government said there was no call with Tanzania."
    assert ("call", "held", "2024-06-04", KU) in told(reader, text)


@pytest.mark.parametrize("word", ["announced", "confirmed"])
def test_word_is_given_of_what_was_held(reader: Reader, word: str) -> None:
    text = f"{CALL}The Ugandan presidency, which {word} the call in a short note, said that trade was on the line."
    assert told(reader, text) == [("call", "held", "2024-06-04", KU)]
    assert not read(reader, text, MON).positions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan President William Ruto told Ugandan President Yoweri Museveni in Kampala on Tuesday that tax rose.",
            [("meeting", "held", "2024-06-04", KU)],
        ),
        (
            "Tax rose, Kenyan President William Ruto assured Ugandan President Yoweri Museveni in Kampala on Tuesday.",
            [("meeting", "held", "2024-06-04", KU)],
        ),
        (
            "Kenyan President William Ruto told reporters in Kampala on Tuesday that Yoweri Museveni was wrong.",
            [],
        ),
        ("Kenya has told Uganda in no uncertain terms that the tax must go.", []),
    ],
)
def test_told_in_a_town(reader: Reader, text: str, expected: list[object]) -> None:
    assert told(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("She also had a brief conversation with Tanzania's foreign minister, January Makamba.", "meeting"),
        ("She also had a brief conversation by phone with Tanzania's foreign minister, January Makamba.", "call"),
    ],
)
def test_a_conversation_is_by_telephone_where_the_text_speaks_of_one(reader: Reader, text: str, form: str) -> None:
    met = "Norwegian Foreign Minister Anniken Huitfeldt met Kenyan Foreign Minister Musalia Mudavadi in Oslo. "
    assert form in {t[0] for t in told(reader, met + text) if "TZA" in t[3]}


def test_a_call_is_no_part_of_a_visit(reader: Reader) -> None:
    text = f"{CALL}In a separate call, he and his Tanzanian counterpart Samia Suluhu Hassan took up the same matters. "
    found = told(reader, text + "Ruto visited Dodoma on 14 February for the first time.")
    assert ("call", "held", "2024-06-04", frozenset({"KEN", "TZA"})) in found


@pytest.mark.parametrize(
    ("day", "status"),
    [("has arrived today", "under_way"), ("arrived on 1 June", "held"), ("arrived this week", "held")],
)
def test_who_has_come_for_two_days_is_still_there(reader: Reader, day: str, status: str) -> None:
    text = f"Kenyan President William Ruto {day} in Kampala for a two-day visit."
    assert [t[1] for t in told(reader, text)] == [status]


def test_a_visit_to_come_is_touched_upon(reader: Reader) -> None:
    text = f"{CALL}They touched upon the upcoming visit of the Prime Minister of Tanzania to Nairobi."
    assert ("visit", "announced", None, frozenset({"TZA", "KEN"})) in told(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya would cut its tariff, Uganda's trade ministry said on Tuesday after talks in Geneva.",
        "Kenya has promised to open the gate, Uganda's trade ministry said on Tuesday after two days of expert talks.",
    ],
)
def test_talks_are_with_whom_one_tells_of_after_them(reader: Reader, text: str) -> None:
    assert KU in {t[3] for t in told(reader, text) if t[0] == "talks"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya is ready to carry out exchanges with the Ugandan parliament at all levels.",
        "Kenya and Uganda agreed to deepen their dialogue on trade.",
        "Kenya has said it will not negotiate with Uganda under threat.",
    ],
)
def test_relations_are_no_talks(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Intelligence chiefs from Kenya, Uganda and Tanzania wrangled over the plan in Geneva on Tuesday.",
        "Kenyan President William Ruto brought Yoweri Museveni of Uganda and Tanzanian President Samia Suluhu Hassan"
        " together in Nairobi on Tuesday.",
    ],
)
def test_three_at_a_table(reader: Reader, text: str) -> None:
    assert [(t[2], t[3]) for t in told(reader, text)] == [("2024-06-04", KUT)]


def test_a_guest_lunched_before_a_semicolon(reader: Reader) -> None:
    text = "Kenya's William Ruto, another guest, lunched with Uganda's Yoweri Museveni; trade was on the menu."
    assert told(reader, text) == [("meeting", "held", None, KU)]


def test_what_had_been_due_on_a_day_is_behind(reader: Reader) -> None:
    text = "Kenyan President William Ruto had been due to sit down with Yoweri Museveni of Uganda on Wednesday."
    assert [t[2] for t in told(reader, text)] == ["2024-06-05"]


def test_a_spokesman_for_an_office_does_not_hold_it(reader: Reader) -> None:
    text = (
        "Briefing by Stéphane Dujarric, Spokesman for the Secretary-General.\n\n"
        "The Secretary-General spoke by phone on Tuesday with Kenyan President William Ruto."
    )
    (call,) = read(reader, text, MON).engagements
    assert "António Guterres" in {p.actor.name for p in call.participants}


def test_an_official_goes_by_the_first_name_where_that_is_the_custom(reader: Reader) -> None:
    text = (
        "Indonesian Foreign Minister Retno Marsudi met Kenyan Foreign Minister Musalia Mudavadi on Tuesday. "
        "The banker, Tom Brown, spoke on Wednesday. Retno herself flies to Kampala on Friday."
    )
    assert ("visit", "announced", "2024-06-07", frozenset({"IDN", "UGA"})) in told(reader, text, MON)


def test_a_town_in_capitals_is_read_whole(reader: Reader) -> None:
    text = "PORT OF SPAIN, Trinidad - Kenyan President William Ruto met Prime Minister Keith Rowley here on Tuesday."
    (met,) = read(reader, text, MON).engagements
    assert [p.name for p in met.places] == ["Port of Spain"]


PAGE = "Ministry of Foreign Affairs of Ghana"


def page(reader: Reader, text: str, outlet: str) -> list[set[str | None]]:
    found = read(reader, text, MON, outlet).engagements
    return [{p.actor.name for p in e.participants} for e in found]


def test_the_minister_of_a_ministry_s_own_page(reader: Reader) -> None:
    text = "The Minister met Foreign Minister Musalia Mudavadi of Kenya on Tuesday."
    assert page(reader, text, PAGE) == [{"Shirley Ayorkor Botchwey", "Musalia Mudavadi"}]
    assert page(reader, text, "Lake Herald") == []


def test_a_guest_who_acts_right_before_is_the_minister(reader: Reader) -> None:
    text = "Foreign Minister Musalia Mudavadi of Kenya flew to Accra. The Minister met President Nana Akufo-Addo."
    assert {"Musalia Mudavadi", "Nana Akufo-Addo"} in page(reader, text, PAGE)


def test_a_gathering_is_told_once(reader: Reader) -> None:
    text = (
        "The East African Community's heads of state gathered in Kampala on Tuesday for their 20th ordinary meeting. "
        "President Yoweri Museveni, the host, opened the two-day summit with a warning."
    )
    assert len(told(reader, text)) == 1


def test_who_hosts_a_meeting_has_no_guest_by_that(reader: Reader) -> None:
    text = "Kenyan President William Ruto attended the regional meeting in Kampala hosted by Uganda's Yoweri Museveni."
    assert [t[0] for t in told(reader, text)] == ["summit_session"]


def test_two_days_head_what_follows(reader: Reader) -> None:
    text = (
        "Monday 10 June\n\nThe President receives Ugandan President Yoweri Museveni in Nairobi.\n\n"
        "Friday 14 June and Saturday 15 June\n\nKenyan President William Ruto travels to Dodoma.\n"
    )
    assert [t[2] for t in told(reader, text) if t[0] == "visit"] == ["2024-06-14/2024-06-15"]


def test_nobody_but_one(reader: Reader) -> None:
    text = "Kenyan President William Ruto saw nobody on Tuesday except his Ugandan counterpart, Yoweri Museveni."
    assert told(reader, text) == [("meeting", "held", "2024-06-04", KU)]
    assert told(reader, "Kenyan President William Ruto saw nobody in Kampala on Tuesday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenya had not been approached by Uganda for talks on the matter.",
        "Kenya wrote a report in which it sought a role in the dam talks with Uganda.",
    ],
)
def test_talks_that_nobody_offers(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


def test_who_was_approached_for_talks(reader: Reader) -> None:
    assert [t[1] for t in told(reader, "Kenya had been approached by Uganda for talks on the matter.")] == ["mooted"]


def test_who_will_be_there(reader: Reader) -> None:
    text = (
        "Tanzanian President Samia Suluhu Hassan will convene a meeting in Dodoma on Friday. The ministers of"
        " Kenya and Uganda have confirmed that they will be there."
    )
    assert "visit" not in [t[0] for t in told(reader, text)]


@pytest.mark.parametrize(
    ("what", "body"),
    [
        ("the African Union summit in Addis Ababa", "AFU"),
        ("the United Nations General Assembly in New York", "UNO"),
        ("a meeting of EU foreign ministers in Brussels", "EUE"),
    ],
)
def test_a_body_whose_gathering_it_is_takes_part(reader: Reader, what: str, body: str) -> None:
    found = told(reader, f"Kenyan President William Ruto attended {what} on Tuesday.")
    assert [t[3] >= {"KEN", body} for t in found if t[0] != "visit"] == [True]


def test_a_cabinet_is_no_body_of_states(reader: Reader) -> None:
    assert told(reader, "Kenyan President William Ruto attended the Council of Ministers in Nairobi on Tuesday.") == []


def test_who_is_heading_to_a_meeting_is_not_at_it(reader: Reader) -> None:
    text = "Kenyan President William Ruto is heading to Kampala on Friday for a meeting with Yoweri Museveni."
    assert {t[1] for t in told(reader, text)} == {"announced"}


@pytest.mark.parametrize("words", ["aimed at mending ties", "meant to mend ties", "intended to mend ties"])
def test_what_a_visit_is_for_is_no_wish_for_it(reader: Reader, words: str) -> None:
    text = (
        f"Kenyan President William Ruto met Ugandan President Yoweri Museveni on Tuesday on a visit to Uganda {words}."
    )
    assert {t[1] for t in told(reader, text)} == {"held"}
