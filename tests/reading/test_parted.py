"""What asides, quotations and the parser part: who acts, what is asked, which day; realms, princes, promises."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-02-25"
PAIR = "Iraqi Foreign Minister Fuad Hussein rang Saudi Foreign Minister Prince Faisal bin Farhan on Saturday.\n\n"


def test_what_is_asked_after_an_aside(reader: Reader) -> None:
    text = PAIR + (
        "Hussein asked Riyadh, the statement went on, to carry out without further delay the promises it had made at "
        "the session in Jeddah last year."
    )
    reading = read(reader, text, DAY)
    assert [(p.kind, p.toward) for p in reading.positions] == [("demand", "SAU")]
    assert [(c.by, c.ascribed_by, c.status) for c in reading.commitments] == [(("SAU",), "IRQ", "urged")]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The Kingdom called on Iraq to close the road.", "SAU"),
        ("The Kingdom of Morocco called on Iraq to close the road.", "MAR"),
    ],
)
def test_the_kingdom_is_the_one_that_is_told_of(reader: Reader, text: str, state: str) -> None:
    (demand,) = read(reader, PAIR + text, DAY).positions
    assert demand.holder.country == state


def test_the_kingdom_of_a_minister(reader: Reader) -> None:
    text = (
        "The Kingdom's Minister of Commerce, Majid Al-Kasabi, met Iraqi Trade Minister Atheer Al-Ghurairi in December."
    )
    found = [e for e in read(reader, PAIR + text, DAY).engagements if e.form == "meeting"]
    assert [set(e.countries) for e in found] == [{"SAU", "IRQ"}]


def test_whose_readiness_is_reiterated(reader: Reader) -> None:
    text = PAIR + "Turki Al-Muhaidib, a spokesman, said the minister reiterated Saudi Arabia's readiness to help Iraq."
    told = read(reader, text, DAY).statements
    assert {s.on_behalf_of for s in told} == {"SAU"}


def test_the_prince_and_a_plan_of_long_ago(reader: Reader) -> None:
    text = (
        "Saudi Foreign Minister Prince Faisal bin Farhan will visit Iraq.\n\nThe prince had been expected in Baghdad "
        "in January. The journey was called off when missiles fell on Erbil."
    )
    found = read(reader, text, DAY).engagements
    assert {(e.status.status, e.when.edtf) for e in found} == {("announced", None), ("cancelled", "2024-01")}


def test_what_opens_a_sentence_before_an_aside(reader: Reader) -> None:
    text = (
        "At the Antalya Diplomacy Forum, the spokesman said, Saudi Foreign Minister Prince Faisal bin Farhan is to sit "
        "down with his counterparts from Türkiye and Egypt."
    )
    (found,) = read(reader, text, DAY).engagements
    assert [p.name for p in found.places] == ["Antalya"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Kenya and Uganda on Monday moved to calm a row as their foreign ministers talked by phone ahead of a visit "
         "to Kampala later this week.", "2016-07-04"),
        ("Kenyan Foreign Minister Amina Mohamed and her Ugandan counterpart, Sam Kutesa, will talk by phone later this "
         "week.", "2016-07-04/2016-07-10"),
    ],
)  # fmt: skip
def test_later_this_week_is_no_day_of_what_was_held(reader: Reader, text: str, when: str) -> None:
    calls = [e.when.edtf for e in read(reader, text, "2016-07-05").engagements if e.form == "call"]
    assert calls == [when]


def test_words_in_a_call_wish_for_no_call(reader: Reader) -> None:
    text = (
        "Albanian Foreign Minister Ditmir Bushati and his Greek counterpart, Nikos Kotzias, talked by phone on Monday."
        '\n\nThe spokesman said Bushati "underlined that Albania wants every file to be closed in this generation and '
        'not the next" in the call with Kotzias.'
    )
    assert [(e.form, e.status.status) for e in read(reader, text, "2016-07-05").engagements] == [("call", "held")]


def test_a_message_on_a_network(reader: Reader) -> None:
    text = 'Meade summed it up. "Good talks with Carrera today," he said in a Twitter message on Wednesday night.'
    (said,) = read(reader, text, "2014-01-23").statements
    assert said.medium == "social_media"


def test_promises_that_somebody_is_reminded_of(reader: Reader) -> None:
    text = (
        "Mexican Foreign Secretary José Antonio Meade and Guatemalan Foreign Minister Fernando Carrera spoke by phone."
        "\n\nThe Guatemalan minister reminded his colleague of the commitments Mexico took on in Tapachula in 2012 and "
        "called for their prompt fulfilment."
    )
    reading = read(reader, text, "2014-01-23")
    assert [(c.by, c.ascribed_by) for c in reading.commitments] == [(("MEX",), "GTM")]
    assert [(p.holder.country, p.kind) for p in reading.positions] == [("GTM", "demand")]


def test_the_prime_minister_who_is_named_next(reader: Reader) -> None:
    text = (
        "The Prime Minister was asked about the dispute when he visited the docks last Friday.\n\n"
        '"We are not here to refight old wars," Rishi Sunak told reporters.'
    )
    said = next(s for s in read(reader, text, "2023-03-09").statements if "refight" in s.content.text)
    assert said.when.edtf == "2023-03-03"


@pytest.mark.parametrize(
    ("told", "topics"),
    [
        ("and discussed ways to expand trade between the two countries.", ("trade between the two countries",)),
        ("and exchanged views on trade.", ("trade",)),
    ],
)
def test_ways_to_expand_trade(reader: Reader, told: str, topics: tuple[str, ...]) -> None:
    text = (
        f"South Korean Trade Minister Ahn Duk-geun met Mongolian Economy Minister Chimed Khurelbaatar in Seoul {told}"
    )
    (found,) = read(reader, text, "2023-10-13").engagements
    assert found.topics == topics


def test_a_visit_that_had_to_be_cancelled(reader: Reader) -> None:
    text = (
        "Togolese Foreign Minister Robert Dussey should have gone to Cotonou in June this year, but that visit had to "
        "be cancelled because of the state of emergency in the Savanes Region."
    )
    (found,) = read(reader, text, "2022-11-17").engagements
    assert (found.status.status, found.when.edtf) == ("cancelled", "2022-06")


def test_a_text_that_opens_with_to(reader: Reader) -> None:
    assert read(reader, "To keep the promise, the ministry said, Kenya asked Uganda for time.", DAY).text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Kenya and Uganda moved closer to a deal on Monday when their presidents met in Arusha.",
            ("held", "2024-02-19"),
        ),
        ("Kenya and Uganda said their foreign ministers would meet in Arusha on Friday.", ("announced", "2024-03-01")),
        ("Kenya and Uganda have called their ambassadors home.", None),
    ],
)
def test_their_ministers(reader: Reader, text: str, told: tuple[str, str] | None) -> None:
    found = [(e.status.status, e.when.edtf) for e in read(reader, text, DAY).engagements]
    assert found == ([told] if told else [])


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President William Ruto rang Ugandan President Yoweri Museveni on Monday.",
        "Nairobi said President William Ruto rang Ugandan President Yoweri Museveni on Monday to congratulate him.",
    ],
)
def test_who_rang_whom(reader: Reader, text: str) -> None:
    (call,) = read(reader, text, DAY).engagements
    assert {p.actor.name for p in call.participants} == {"William Ruto", "Yoweri Museveni"}


def test_the_visit_that_is_being_arranged_is_settled(reader: Reader) -> None:
    text = "Kenya is arranging the visit of Ugandan President Yoweri Museveni, which begins in Nairobi on 20 March."
    (found,) = read(reader, text, DAY).engagements
    assert (found.status.status, set(found.countries)) == ("announced", {"KEN", "UGA"})


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("President William Ruto dismissed his minister for cancelling the visit of Ugandan President Yoweri "
         "Museveni.", "cancelled"),
        ("Uganda dismissed Kenya's apology for the cancellation of President Museveni's visit to Nairobi.",
         "cancelled"),
        ("The visit of Ugandan President Yoweri Museveni to Nairobi was never formally cancelled, but it did "
         "not take place.", "did_not_occur"),
        ("Uganda dismissed as false a report that President Yoweri Museveni fell ill during talks with Kenyan "
         "President William Ruto in Kampala on Monday.", "held"),
        ("Kenyan President William Ruto denied a tweet that he had insulted Ugandan President Yoweri Museveni at "
         "their meeting in Kampala on Monday.", "held"),
        ("Kenyan President William Ruto and Ugandan President Yoweri Museveni worked on the border treaty in talks "
         "in Kampala on Monday.", "held"),
        ("Reports that Kenyan President William Ruto met Ugandan President Yoweri Museveni on Monday are false, "
         "Nairobi said.", "did_not_occur"),
    ],
)  # fmt: skip
def test_what_is_denied_and_what_is_not(reader: Reader, text: str, status: str) -> None:
    assert [e.status.status for e in read(reader, text, DAY).engagements] == [status]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Kenya rejected the plan that Uganda drafted and called an act of friendship.", "UGA"),
        ("Guatemala reminded Mexico of the promises it had made in May and called for a meeting.", "GTM"),
    ],
)
def test_whose_the_second_verb_is(reader: Reader, text: str, holder: str) -> None:
    told = [s for s in read(reader, text, DAY).statements if s.content.text in ("an act of friendship", "a meeting")]
    assert [s.on_behalf_of for s in told] == [holder]


def test_who_demanded_a_promise_did_not_make_it(reader: Reader) -> None:
    text = "Kenya reminded reporters of the commitments Uganda had demanded."
    assert not read(reader, text, DAY).commitments


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The president will visit Rwanda on Monday, Kenya's foreign ministry said.\n\nUgandan President Yoweri "
         "Museveni will go to Kigali a week later.", {"William Ruto"}),
        ("The prime minister will meet Peru's foreign minister on Monday, the government in Quito said.\n\nSpanish "
         "Prime Minister Pedro Sánchez is in Madrid.", set()),
    ],
)  # fmt: skip
def test_another_state_s_head_is_not_the_president(reader: Reader, text: str, names: set[str]) -> None:
    first = next(iter(read(reader, text, DAY).engagements))
    assert names <= {p.actor.name for p in first.participants}
    assert "ESP" not in first.countries and "UGA" not in first.countries
