"""Journeys to several states, the way home, calls that reached nobody, and what is only wondered at."""

from __future__ import annotations

import pytest

import detente

DAY = "2024-11-22"
Told = tuple[str, str, str | None, frozenset[str]]


def read(text: str) -> set[Told]:
    """Form, standing, day and sides of each engagement."""
    found = detente.read(text, published=DAY).engagements
    return {(e.form, e.status.status, e.when.edtf, frozenset(e.countries)) for e in found}


def told(form: str, status: str, day: str | None, *sides: str) -> Told:
    return form, status, day, frozenset(sides)


@pytest.mark.parametrize(("text", "days"), [
    ("Deputy Minister Kåre Aas will visit Uzbekistan and Kyrgyzstan on December 2, the ministry in Oslo said.",
     {"UZB": "2024-12-02", "KGZ": "2024-12-02"}),
    ("Thai Foreign Minister Maris Sangiampongsa will be in Dili on Monday, in Port Moresby on Tuesday and in Suva on "
     "the 28th.", {"TLS": "2024-11-25", "PNG": "2024-11-26", "FJI": "2024-11-28"}),
    ("A visit by President Gitanas Nausėda to Armenia and Georgia in December has been called off, Vilnius said.",
     {"ARM": "2024-12", "GEO": "2024-12"}),
])  # fmt: skip
def test_a_visit_to_each_country_of_a_list(text: str, days: dict[str, str]) -> None:
    visits = [e for e in detente.read(text, published=DAY).engagements if e.form == "visit"]
    assert {e.countries[-1]: e.when.edtf for e in visits} == days
    assert all(len(e.countries) == 2 for e in visits)


def test_two_towns_of_one_country_are_one_visit() -> None:
    found = read("Ireland's foreign minister, Micheál Martin, visited Amman and Aqaba on Tuesday.")
    assert found == {told("visit", "held", "2024-11-19", "IRL", "JOR")}


@pytest.mark.parametrize("text", [
    "Chad's president, Mahamat Déby, tried twice on Tuesday to ring Sudan's Abdel Fattah al-Burhan, without success.",
    "Chad's president, Mahamat Déby, tried in vain to telephone Sudan's Abdel Fattah al-Burhan on Tuesday.",
    "Chad's president, Mahamat Déby, failed to reach Sudan's Abdel Fattah al-Burhan by phone on Tuesday.",
])  # fmt: skip
def test_a_call_that_reached_nobody(text: str) -> None:
    assert read(text) == {told("call", "unanswered", "2024-11-19", "TCD", "SDN")}


@pytest.mark.parametrize(("text", "form", "sides"), [
    ("Kenya's William Ruto managed to reach Somalia's Hassan Sheikh Mohamud by phone on Tuesday.", "call", "KEN SOM"),
    ("Kenya's William Ruto managed to meet Somalia's Hassan Sheikh Mohamud in Nairobi on Tuesday.", "meeting",
     "KEN SOM"),
    ("Kenya's William Ruto found time to see Somalia's Hassan Sheikh Mohamud in Nairobi on Tuesday.", "meeting",
     "KEN SOM"),
    ("Chad's president, Mahamat Déby, tried to settle the quarrel with Sudan's Abdel Fattah al-Burhan by telephone on "
     "Tuesday.", "call", "TCD SDN"),
])  # fmt: skip
def test_what_one_managed_to_do_took_place(text: str, form: str, sides: str) -> None:
    assert read(text) == {told(form, "held", "2024-11-19", *sides.split())}


def test_what_one_agreed_to_do_is_to_come() -> None:
    found = read("Kenya's William Ruto agreed to meet Somalia's Hassan Sheikh Mohamud in Nairobi on Tuesday.")
    assert found == {told("meeting", "announced", "2024-11-26", "KEN", "SOM")}


@pytest.mark.parametrize("text", [
    "Zambia's foreign minister, Mulambo Haimbe, flew home from Harare on Tuesday with a promise to reopen the road.",
    "Zambia's foreign minister, Mulambo Haimbe, returned on Tuesday from Harare.",
])  # fmt: skip
def test_who_comes_home_was_there(text: str) -> None:
    assert read(text) == {told("visit", "held", "2024-11-19", "ZMB", "ZWE")}


def test_what_was_done_abroad_was_before_the_way_home() -> None:
    found = read("Zambia's foreign minister, Mulambo Haimbe, returned on Tuesday from Harare, where he was received by "
                 "President Emmerson Mnangagwa.")  # fmt: skip
    assert told("meeting", "held", None, "ZMB", "ZWE") in found


def test_what_comes_from_abroad_is_no_journey() -> None:
    assert read("A hard rain came back from Zimbabwe on Tuesday, the Zambian minister of agriculture said.") == set()


@pytest.mark.parametrize("text", [
    "Guyana's Aubrey Norton called on the president to tell parliament whether any official had met the Venezuelans.",
    "It is not known whether the Togolese minister saw his Nigerien colleague in Niamey.",
    "The presidents of Malawi and Zambia spoke up for the farmers on Tuesday.",
    "Slovenian Foreign Minister Tanja Fajon did not come along to Amman.",
])  # fmt: skip
def test_what_nobody_says_took_place(text: str) -> None:
    assert read(text) == set()


def test_sides_that_differ_on_it_dispute_it() -> None:
    found = read("Togo and Niger cannot agree on whether their foreign ministers met in Niamey on Tuesday.")
    assert {(form, status) for form, status, *_ in found} == {("meeting", "disputed")}


def test_three_who_met_though_the_parser_gave_two_subjects() -> None:
    found = read("Fiji's Sitiveni Rabuka, Samoa's Fiamē Naomi Mata'afa and Tonga's Siaosi Sovaleni met for an hour at "
                 "the Grand Hotel on Tuesday.")  # fmt: skip
    assert found == {told("meeting", "held", "2024-11-19", "FJI", "WSM", "TON")}


def test_a_gathering_that_closes_today_is_still_on() -> None:
    found = read("The Arab League summit, which opened in Manama on Wednesday and closes today, has heard calls for "
                 "a ceasefire.")  # fmt: skip
    assert found == {told("summit_session", "under_way", "2024-11-20/2024-11-22", "ARL", "BHR")}


def test_a_gathering_that_closed_today_is_over() -> None:
    found = read("The Arab League summit, which opened in Manama on Wednesday and closed today, heard calls for a "
                 "ceasefire.")  # fmt: skip
    assert {status for _, status, *_ in found} == {"held"}
