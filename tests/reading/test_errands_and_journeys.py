"""Who is sent, when he leaves and comes back, and who he is: journeys and calls as papers word them."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-02-15"  # a Thursday
BAKO = "President Ali Bako of Chad is in no hurry. "
NEAR = "Chadian Foreign Minister Lena Moe will visit Niamey on Monday. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (BAKO + "It falls to his foreign minister, Karim Sall, to mend it. He flies to Niamey soon.", "Karim Sall"),
        (BAKO + "The task has fallen to Foreign Minister Karim Sall. He will be in Niamey on Monday.", "Karim Sall"),
        (BAKO + "It is up to Foreign Minister Karim Sall to mend it. He is due in Niamey on Monday.", "Karim Sall"),
        (BAKO + "It is left to Foreign Minister Karim Sall to mend it. He flies to Niamey soon.", "Karim Sall"),
        (BAKO + "The job has been given to Foreign Minister Karim Sall. He flies to Niamey on Monday.", "Karim Sall"),
        (BAKO + "A letter has been given to Foreign Minister Karim Sall. He flies to Niamey on Monday.", "Ali Bako"),
        (BAKO + "Foreign Minister Karim Sall's office says he will be in Niamey on Monday.", "Karim Sall"),
    ],
)  # fmt: skip
def test_whose_errand_it_is(reader: Reader, text: str, name: str) -> None:
    visits = [e for e in read(reader, text, DAY).engagements if e.form == "visit"]
    assert [[p.actor.name for p in v.participants] for v in visits] == [[name]]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chadian Foreign Minister Lena Moe is going to Niamey.", "announced"),
        ("Chadian Foreign Minister Lena Moe is heading for Niamey.", "announced"),
        ("Chadian Foreign Minister Lena Moe is visiting Niamey.", "under_way"),
        ("Moe heads for Niamey as grain row turns sour\n\nForeign Minister Lena Moe of Chad will fly to Niamey, the "
         "capital of Niger, next week.", "announced"),
        ("Moe visits Niamey as grain row turns sour\n\nForeign Minister Lena Moe of Chad was in Niamey, the capital of "
         "Niger, on Monday.", "held"),
        ("Lena Moe, Chad's foreign minister, is down to hold talks in Zinder with her colleagues from Niger and Mali.",
         "announced"),
    ],
)  # fmt: skip
def test_who_sets_out_has_not_been(reader: Reader, text: str, status: str) -> None:
    assert [e.status.status for e in read(reader, text, DAY).engagements] == [status]


@pytest.mark.parametrize(
    ("text", "when", "towns"),
    [
        ("leaves on Sunday and is away until Friday. She has two ports of call, Niamey and Abuja.",
         "2024-02-18/2024-02-23", {"Niamey", "Abuja"}),
        ("leaves on Sunday and will be gone until Friday, 23 February. There are two stops: Niamey and Abuja.",
         "2024-02-18/2024-02-23", {"Niamey", "Abuja"}),
        ("leaves on Sunday and is away until the following Saturday, 24 February. She calls at Niamey and Abuja.",
         "2024-02-18/2024-02-24", {"Niamey", "Abuja"}),
        ("will sit down in Niamey next week with her colleagues from Niger and Mali.\n\nThat is the easy bit. Moe's "
         "trip, from 18 to 23 February, ends in Abuja, where she is due on 22 February.",
         "2024-02-18/2024-02-23", {"Niamey", "Abuja"}),
    ],
)  # fmt: skip
def test_days_and_towns_of_a_journey(reader: Reader, text: str, when: str, towns: set[str]) -> None:
    found = read(reader, f"Chadian Foreign Minister Lena Moe {text}", DAY).engagements
    assert towns in [{p.name for p in e.places} for e in found if e.form == "visit" and e.when.edtf == when]


def test_where_somebody_met_others_before_is_no_stop_to_come(reader: Reader) -> None:
    text = (
        "Chadian Foreign Minister Lena Moe met her colleague from Niger in Niamey last week.\n\nIt was the easy "
        "bit. "
        "Moe's trip, from 18 to 23 February, ends in Abuja."
    )
    trips = [e for e in read(reader, text, DAY).engagements if e.form == "visit"]
    assert all({p.name for p in e.places} == {"Abuja"} for e in trips)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Chadian Foreign Minister Lena Moe flies to Niamey on Monday week.", "2024-02-26"),
        ("Chadian Foreign Minister Lena Moe flies to Niamey a week on Monday.", "2024-02-26"),
        ("Chadian Foreign Minister Lena Moe flies to Niamey on Monday.", "2024-02-19"),
        ("Chadian Foreign Minister Lena Moe had been due in Niamey before January was out, but fell ill.", "2024-01"),
        ("That was last year, when Chadian Foreign Minister Lena Moe met her Nigerien peer in January.", "2023-01"),
        ("Chadian Foreign Minister Lena Moe had her Nigerien colleague on the line for most of last night's tea hour.",
         "2024-02-14"),
    ],
)  # fmt: skip
def test_days_as_papers_word_them(reader: Reader, text: str, when: str) -> None:
    assert when in [e.when.edtf for e in read(reader, text, DAY).engagements]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It was due in June; within hours of the arrest of a nun the trip was scrapped.", "arrest of a nun"),
        ("A visit was planned for June. The visit was called off within two days of the fire.", "the fire"),
        ("Nobody is sure the visit will come off. The first try, set for last May, was scrapped over a war.", "war"),
    ],
)  # fmt: skip
def test_why_an_earlier_one_came_to_nothing(reader: Reader, text: str, why: str) -> None:
    found = read(reader, NEAR + "\n\n" * text.startswith("Nobody") + text, DAY).engagements
    reasons = [e.status.reason.text for e in found if e.status.status == "cancelled" and e.status.reason]
    assert any(why in r for r in reasons)


@pytest.mark.parametrize(
    "text",
    [
        "The first attempt at a ceasefire, planned for last June, was called off because of a flood.",
        "An attempt on the bishop's life in June was called off because of a flood.",
    ],
)
def test_an_attempt_at_something_else_is_no_visit(reader: Reader, text: str) -> None:
    assert [e.status.status for e in read(reader, NEAR + text, DAY).engagements] == ["announced"]


@pytest.mark.parametrize(
    "text",
    [
        "Major-General Karim Sall of Chad did two tours in Niamey with the Chadian army.",
        "Chad has hosted the leaders of Niger and Mali for decades.",
        "“They talk across us the way parents talk across a child,” a teacher from Chad said of Niger's leaders.",
        "The Chadian foreign minister and Niger's had not exchanged a word outside Brussels meeting rooms for months.",
        "It took months of sulking, but Chad and Niger are speaking again.",
    ],
)
def test_none_in_particular(reader: Reader, text: str) -> None:
    assert not read(reader, text, DAY).engagements


@pytest.mark.parametrize(
    ("text", "post", "country"),
    [
        ("Chad is mending fences. Chadian Foreign Minister Ali Bako has been sulking. Karim Sall, the Parliamentary "
         "Under-Secretary for Foreign Affairs, flew to Niamey on Monday.",
         "Parliamentary Under-Secretary for Foreign Affairs", "TCD"),
        ("Chad is mending fences. Chadian Foreign Minister Ali Bako has been sulking. Karim Sall, the Deputy Minister "
         "for Foreign Affairs, flew to Niamey on Monday.", "Deputy Minister for Foreign Affairs", "TCD"),
        ("Chadian Foreign Minister Ali Bako is busy. Trade and Export Growth Minister Karim Sall flew to Niamey on "
         "Monday.", "Trade and Export Growth Minister", "TCD"),
        ("Chadian Foreign Minister Ali Bako had Karim Sall on the phone on Monday, and got an invitation from his "
         "Nigerien counterpart.", "Foreign Minister", "NER"),
    ],
)  # fmt: skip
def test_of_what_post_and_state(reader: Reader, text: str, post: str, country: str) -> None:
    found = [p.actor for e in read(reader, text, DAY).engagements for p in e.participants]
    assert (post, country) in [(a.post, a.country) for a in found if a.name == "Karim Sall"]


def test_who_is_called_something_else_is_no_counterpart(reader: Reader) -> None:
    text = "Chadian Foreign Minister Ali Bako met the singer Karim Sall and had a card from his Malian colleague."
    assert all(a.country is None for a in read(reader, text, DAY).actors if a.name == "Karim Sall")


def test_a_guest_comes_when_the_clause_says(reader: Reader) -> None:
    text = (
        "Chad's trade minister, Ali Bako, hosted Lena Moe, the Minister for Industry in Bola Tinubu's government, "
        "when she came to N'Djamena in September. What they discussed was salt."
    )
    (met,) = [e for e in read(reader, text, DAY).engagements if e.form == "meeting"]
    assert (met.when.edtf, [p.name for p in met.places], met.topics) == ("2023-09", ["N'Djamena"], ("salt",))
    assert set(met.countries) == {"TCD", "NGA"}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("They were in Chad. The subject was camels: herders would like to sell them.", "camels"),
        ("What the two talked about was camels.", "camels"),
    ],
)
def test_what_was_the_subject(reader: Reader, text: str, topic: str) -> None:
    met = "Chad's trade minister, Ali Bako, met Niger's trade minister, Lena Moe, on Monday. "
    found = read(reader, met + text.removeprefix("They were in Chad. "), DAY).engagements
    assert topic in [t for e in found for t in e.topics]


def test_where_things_stand(reader: Reader) -> None:
    text = (
        "Chad's trade minister, Ali Bako, received Niger's trade minister, Lena Moe, in N'Djamena on Monday, where the "
        "pair thrashed out where things stand on camels."
    )
    assert "camels" in [t for e in read(reader, text, DAY).engagements for t in e.topics]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("was once confident enough to say that the road would be open “before the rains”.", True),
        ("had the nerve to say that the road would be open “before the rains”.", True),
        ("ventured to predict that the road would be open “before the rains”.", True),
        ("was not brave enough to say that the road would be open “before the rains”.", False),
        ("was too shy to say that the road would be open “before the rains”.", False),
    ],
)
def test_who_could_say_it_said_it(reader: Reader, text: str, told: bool) -> None:
    found = read(reader, f"President Ali Bako of Chad {text}", DAY).statements
    assert any("the road would be open" in s.content.text for s in found) is told


def test_asked_on_a_day_he_answered_on_it(reader: Reader) -> None:
    text = (
        "On Sunday, the anniversary of the flood, President Ali Bako of Chad was asked in Moundou whether he was well. "
        "“We are all well,” the Chadian president answered."
    )
    assert {s.when.edtf for s in read(reader, text, DAY).statements if "all well" in s.content.text} == {"2024-02-11"}


def test_an_envoy_is_of_whoever_names_him(reader: Reader) -> None:
    text = (
        "In Chad the government is busy. Lena Moe, a one-time high commissioner in Lagos, has been handed the job of "
        "special envoy for the desert. Trade with the European Union is falling."
    )
    assert [(t.country, t.change) for t in read(reader, text, DAY).tenures if t.person == "Lena Moe"] == [
        ("TCD", "appointed")
    ]
