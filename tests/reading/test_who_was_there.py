"""Who was there and who was not: second engagements of a sentence, partners beside a gathering, people named nearby,
the press on a call, and whose name an office goes by."""

from __future__ import annotations

import pytest

from detente.model import Engagement
from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-05-08"  # a Wednesday


def told(reader: Reader, text: str, *forms: str) -> list[Engagement]:
    return [e for e in read(reader, text, DAY).engagements if not forms or e.form in forms]


def names(engagement: Engagement) -> set[str | None]:
    return {p.actor.name for p in engagement.participants}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "Foreign Minister Penny Wong met Monday with Indonesian President Joko Widodo in Jakarta on the second "
            "day of a visit aimed at calming a row over fishing.",
            "2024-05-05/2024-05-06",
        ),
        (
            "Foreign Minister Penny Wong held talks in Jakarta on the last day of her visit on Tuesday.",
            "2024-05-07",
        ),
        (
            "Foreign Minister Penny Wong met Indonesian President Joko Widodo in Jakarta on Tuesday, on the third "
            "day of her visit.",
            "2024-05-05/2024-05-07",
        ),
    ],
)
def test_the_visit_on_whose_nth_day_two_met(reader: Reader, text: str, when: str) -> None:
    [visit] = told(reader, text, "visit")
    assert (set(visit.countries), visit.when.edtf) == ({"AUS", "IDN"}, when)


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Penny Wong spoke of the war in Sudan during a visit on Tuesday.",
        "Foreign Minister Penny Wong told reporters in Canberra about Indonesia on the second day of her visit.",
        "Foreign Minister Penny Wong praised talks in Jakarta during a visit by Fijian Foreign Minister "
        "Sitiveni Rabuka.",
    ],
)
def test_where_something_else_was_is_no_visit_of_the_speaker(reader: Reader, text: str) -> None:
    assert not [e for e in told(reader, text, "visit") if "AUS" in e.countries]


def test_a_visit_with_the_one_who_is_at_home_there(reader: Reader) -> None:
    text = (
        "Prime Minister Mark Rutte defended the plan during a visit to Belgium with Prime Minister Alexander De Croo."
    )
    [visit] = told(reader, text)
    assert [(p.actor.name, p.role) for p in visit.participants] == [
        ("Mark Rutte", "principal"),
        ("Alexander De Croo", "host"),
    ]


def test_two_who_went_together_are_no_hosts(reader: Reader) -> None:
    [trip] = told(reader, "President Ruto of Kenya joined a trip to Juba with Ethiopian Prime Minister Abiy Ahmed.")
    assert {p.role for p in trip.participants} == {"principal"}


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Robert Golob of Slovenia attended a summit with French President Emmanuel Macron.",
        "Prime Minister Robert Golob of Slovenia said he was ill. This comes a week after he attended a summit with "
        "President of France Emmanuel Macron.",
    ],
)
def test_a_summit_attended_with_somebody(reader: Reader, text: str) -> None:
    [summit] = told(reader, text)
    assert (summit.form, names(summit)) == ("summit_session", {"Robert Golob", "Emmanuel Macron"})


def test_who_joined_a_body_of_states_attended_no_summit(reader: Reader) -> None:
    assert not told(reader, "It is 40 years since Spain joined NATO, Prime Minister Pedro Sánchez said.")


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said Antony Blinken, the US Secretary of State, contacted Peru's foreign minister over the crew.",
        "On Friday Australian Foreign Minister Penny Wong contacted her Fijian counterpart about the cyclone.",
    ],
)
def test_getting_in_touch_is_a_call(reader: Reader, text: str) -> None:
    assert [e.form for e in told(reader, text)] == ["call"]


def test_an_office_asked_for_comment_was_not_called(reader: Reader) -> None:
    assert not told(reader, "The Fijian embassy contacted Peru's foreign ministry for comment.")
    assert not told(reader, "Tonga's prime minister, Siaosi Sovaleni, could not be contacted in Fiji for comment.")


def test_ministers_with_their_own_prime_minister(reader: Reader) -> None:
    text = (
        "Ministers who attended a meeting with the Prime Minister two days earlier are isolating, Prime Minister "
        "Robert Golob of Slovenia said. European Council chief Charles Michel was isolating too."
    )
    assert not told(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "The team was denied visas, US President Donald Trump said. According to Afghan Ambassador Hamdullah Mohib, "
        "the team of girls is proof of progress. They made the trip twice and were turned down both times.",
        "Tributes were paid to the Sultan of Oman by Iranian Foreign Minister Javad Zarif. When the royal council "
        "met, they chose to open the letter and named Oman's next sultan.",
    ],
)
def test_they_are_the_group_just_told_of(reader: Reader, text: str) -> None:
    assert not told(reader, text)


def test_they_are_the_two_who_were_told_of(reader: Reader) -> None:
    text = "Kenyan President William Ruto met Ugandan President Yoweri Museveni. They will meet again on Friday."
    assert [e.when.edtf for e in told(reader, text)] == [None, "2024-05-10"]


BRIEFING = (
    "MODERATOR: Thanks for joining today's call on the visit of President Marcos of the Philippines. On the call "
    "today we have two officials.\n\nQ Hi, thanks for doing this call. What will President Biden and President "
    "Marcos discuss?\n\nSENIOR ADMINISTRATION OFFICIAL: I can't get into that on the call.\n\nQ Will this "
    "meeting with them be public?"
)


def test_a_call_with_the_press_is_no_call_of_the_leaders(reader: Reader) -> None:
    assert not told(reader, BRIEFING, "call")


def test_a_call_of_the_leaders_told_to_the_press_is_one(reader: Reader) -> None:
    text = f"{BRIEFING}\n\nMR. ROWE: The call between President Biden and President Marcos on Monday lasted an hour."
    assert [e.when.edtf for e in told(reader, text, "call")] == ["2024-05-06"]


@pytest.mark.parametrize(
    "text",
    [
        "The Philippines is engaging actively with Japan and others, Philippine Foreign Secretary Enrique Manalo said.",
        "Vietnam is ready to engage in full cooperation with Japan, Foreign Minister Bui Thanh Son said.",
        "“You would have to talk to the Prime Minister about that,” she said of Israeli Prime Minister Netanyahu, "
        "asked by a Canadian minister.",
        "Japanese Foreign Minister Yoko Kamikawa said she would let Vietnam and Laos speak for themselves.",
        "Congratulations on receiving the Mandela Award of South Africa, Prime Minister Luxon told Barbados.",
        "Japan and Vietnam warmly welcome entering the 75th year of this partnership.",
        "“We will go on working together in multilateral fora,” Spanish Prime Minister Pedro Sánchez said in a "
        "letter to the American people.",
    ],
)
def test_words_of_meeting_said_of_something_else(reader: Reader, text: str) -> None:
    assert not told(reader, text, "meeting", "call", "talks", "visit")


def test_officials_who_engage_with_each_other_meet(reader: Reader) -> None:
    text = "Japanese Foreign Minister Yoko Kamikawa engaged with her Vietnamese counterpart in Hanoi on Monday."
    assert [(e.form, e.when.edtf) for e in told(reader, text)] == [("meeting", "2024-05-06")]


@pytest.mark.parametrize(
    "text",
    [
        "President William Ruto of Kenya deems it advisable to launch talks with Jordan.",
        "President William Ruto of Kenya stressed the importance of launching talks with Ethiopia on the border.",
        "President William Ruto of Kenya spoke in favour of holding talks with Ethiopia.",
        "President William Ruto of Kenya stressed the need for talks with Ethiopia on the border.",
    ],
)
def test_what_is_only_thought_good_is_mooted(reader: Reader, text: str) -> None:
    assert [e.status.status for e in told(reader, text)] == ["mooted"]


def test_talks_whose_importance_is_stressed_were_held(reader: Reader) -> None:
    text = (
        "Kenyan President William Ruto stressed the importance of his talks with Prime Minister Abiy Ahmed on Monday."
    )
    assert [e.status.status for e in told(reader, text)] == ["held"]


def test_who_holds_an_office_is_not_his_wife_or_son(reader: Reader) -> None:
    text = "Jill Biden was there. President Biden will meet King Salman in Jeddah. Khalid bin Salman flew ahead."
    [meeting] = told(reader, text, "meeting")
    assert names(meeting) == {"Joe Biden", "Salman bin Abdulaziz"}
    assert {"Khalid bin Salman", "Jill Biden"} <= {a.name for a in read(reader, text, DAY).actors}


def test_the_chief_envoy_s_call_and_who_placed_it_on_which_day(reader: Reader) -> None:
    text = (
        "The matter was lifted to the principals after Chad's chief envoy raised his Nigerien opposite number on the "
        "telephone.\n\nThe spokesperson disclosed that it was Mr Abderaman Koulamallah who placed the call, on Monday. "
        "On the other side was Mr Bakary Sangaré, the deputy prime minister and minister of foreign affairs of "
        "Niger.\n\n“Held fruitful phone conversation with Hon Sangaré of Niger,” Mr Koulamallah, Chad's Foreign "
        "Minister, posted."
    )
    [call] = told(reader, text)
    assert (call.when.edtf, names(call)) == ("2024-05-06", {"Abderaman Koulamallah", "Bakary Sangaré"})


def test_two_of_one_given_name_are_told_apart_by_their_style(reader: Reader) -> None:
    text = (
        "Sheikh Khalid bin Ahmed Al Khalifa, the foreign minister of Bahrain, rang his Qatari counterpart, Dr Khalid "
        "bin Mohammad Al Attiyah, on Monday. Sheikh Khalid will fly to Doha on Friday."
    )
    [visit] = told(reader, text, "visit")
    assert (visit.countries, names(visit)) == (("BHR", "QAT"), {"Khalid bin Ahmed Al Khalifa"})


def test_where_the_cause_was_is_not_where_the_visit_led(reader: Reader) -> None:
    text = (
        "Foreign Minister Abderaman Koulamallah of Chad will arrive in Niamey, Niger, on Sunday. He was to have "
        "visited Niamey last March. The visit did not go ahead and was cancelled owing to the military "
        "operations in Mali."
    )
    found = [(v.status.status, v.when.edtf, set(v.countries)) for v in told(reader, text, "visit")]
    assert found == [("announced", "2024-05-12", {"TCD", "NER"}), ("cancelled", "2024-03", {"TCD", "NER"})]


@pytest.mark.parametrize(
    "text",
    [
        "President Mahamat Deby of Chad wrote to President Abdourahamane Tiani of Niger. They are spoiling "
        "their own lunch.",
        "King Hamad of Bahrain spoke of Qatar's foreign minister, Khalid Al Attiyah, when he received a group of "
        "citizens and heads of families on Saturday.",
    ],
)
def test_a_meal_of_their_own_and_the_king_s_own_people_are_no_meeting(reader: Reader, text: str) -> None:
    assert not told(reader, text, "meeting")


def test_a_group_of_envoys_received_is_a_meeting(reader: Reader) -> None:
    [met] = told(reader, "King Hamad of Bahrain received a group of Qatari envoys in Manama on Saturday.")
    assert (met.form, set(met.countries)) == ("meeting", {"BHR", "QAT"})


def test_a_call_that_details_emerged_of_is_the_one_dated_below(reader: Reader) -> None:
    text = (
        "The resignation came after details emerged about President Ruto's call with Ugandan President Yoweri "
        "Museveni. It was the first one. The house wants a transcript of a call between Ruto "
        "and President Museveni in late "
        "February."
    )
    assert [e.when.edtf for e in told(reader, text, "call")] == ["2024-02"]


def test_a_call_of_today_is_not_one_of_long_ago(reader: Reader) -> None:
    text = (
        "Kenyan President William Ruto rang Ugandan President Yoweri Museveni to congratulate him. The two had last "
        "spoken by telephone in February."
    )
    assert [e.when.edtf for e in told(reader, text, "call")] == [None, "2024-02"]
