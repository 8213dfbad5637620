"""Whole reports: engagements that one sentence begins and another goes on with, several told in one breath, headlines,
days borrowed from what was told before, and those of one side who meet a third."""

from __future__ import annotations

import pytest

from detente.model import Engagement
from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2025-02-18"  # a Tuesday


def told(reader: Reader, text: str, *forms: str) -> list[Engagement]:
    return [e for e in read(reader, text, DAY).engagements if not forms or e.form in forms]


def names(engagement: Engagement) -> set[str]:
    return {str(p.actor.name) for p in engagement.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Zambian Foreign Minister Mulambo Haimbe and his Malawian counterpart Nancy Tembo agreed on Monday to reopen "
        "the crossing, following talks in this northern town.",
        "The foreign ministers of Zambia and Malawi signed a border pact on Monday after talks in Lilongwe.",
        "Zambia and Malawi will reopen the crossing, the two foreign ministers, Mulambo Haimbe and Nancy Tembo, said "
        "on Monday after three hours of talks.",
    ],
)
def test_talks_that_something_followed(reader: Reader, text: str) -> None:
    [talks] = told(reader, text, "talks")
    assert (set(talks.countries), talks.when.edtf, talks.status.status) == ({"ZMB", "MWI"}, "2025-02-17", "held")


def test_talks_of_others_are_not_theirs_who_acted_after_them(reader: Reader) -> None:
    text = "Zambia and Malawi exchanged prisoners on Monday after talks between Bolivia and Peru in Doha."
    assert not [e for e in told(reader, text) if "ZMB" in e.countries]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Chad's Foreign Minister Abdoulaye Fadoul spoke by phone with the Dutch and Finnish foreign ministers, Caspar "
         "Veldkamp and Elina Valtonen, on Monday.", [{"TCD", "NLD"}, {"TCD", "FIN"}]),
        ("Kenya's President William Ruto held phone calls with Ghana's John Mahama and Egyptian President Abdel Fattah "
         "el-Sisi on Monday.", [{"KEN", "GHA"}, {"KEN", "EGY"}]),
        ("Canadian Prime Minister Justin Trudeau had meetings on Monday with the presidents of Kenya, Ghana and Mali.",
         [{"CAN", "KEN"}, {"CAN", "GHA"}, {"CAN", "MLI"}]),
        ("Kenya's President William Ruto spoke on Monday in a joint call with Ghana's John Mahama and Egyptian "
         "President Abdel Fattah el-Sisi.", [{"KEN", "GHA", "EGY"}]),
        ("Kenya's President William Ruto met Ghana's John Mahama and Egyptian President Abdel Fattah el-Sisi in "
         "Accra on Monday.", [{"KEN", "GHA", "EGY"}]),
    ],
)  # fmt: skip
def test_one_or_several(reader: Reader, text: str, sides: list[set[str]]) -> None:
    assert [set(e.countries) for e in told(reader, text)] == sides


@pytest.mark.parametrize(
    "headline",
    [
        "Lima, La Paz leaders meet in Cusco",
        "Bolivia's Arce absent as Peru, Bolivia envoys talk",
        "Peru, Bolivia hold first talks in years in Cusco",
    ],
)
def test_a_headline_tells_nothing_that_the_text_does_not(reader: Reader, headline: str) -> None:
    text = (
        "\n\nCUSCO (AFP) - Peruvian Foreign Minister Elmer Schialer and his Bolivian counterpart Celinda Sosa held "
        "talks on Monday, officials said."
    )
    [talks] = told(reader, headline + text)
    assert names(talks) == {"Elmer Schialer", "Celinda Sosa"}


def test_a_headline_of_a_failure_is_of_the_one_called_off(reader: Reader) -> None:
    text = (
        "Ministers of Chad and Niger fail to meet in Algiers\n\nALGIERS (AP) - A meeting between the foreign "
        "ministers of Chad and Niger that had been scheduled for Thursday was called off, officials said."
    )
    assert [(e.status.status, e.when.edtf) for e in told(reader, text)] == [("cancelled", "2025-02-20")]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("German Chancellor Olaf Scholz and Economy Minister Robert Habeck travelled to Doha on Sunday. The two met "
         "Emir Tamim bin Hamad Al Thani on Monday.", {"Olaf Scholz", "Robert Habeck", "Tamim bin Hamad Al Thani"}),
        ("Chilean President Gabriel Boric will be accompanied by Foreign Minister Alberto van Klaveren. The pair will "
         "have an audience with King Felipe of Spain on Friday.",
         {"Gabriel Boric", "Alberto van Klaveren", "Felipe VI"}),
        ("British Prime Minister Keir Starmer received Ukrainian President Volodymyr Zelensky in May. Starmer met the "
         "Ukrainian again in Madrid on Monday.", {"Keir Starmer", "Volodymyr Zelensky"}),
        ("Gabriel Boric and Luis Arce, the presidents of Chile and Bolivia, last met in June.",
         {"Gabriel Boric", "Luis Arce"}),
        ("Gabriel Boric of Chile and Luis Arce of Bolivia will meet again within three months.",
         {"Gabriel Boric", "Luis Arce"}),
    ],
)  # fmt: skip
def test_who_met(reader: Reader, text: str, people: set[str]) -> None:
    assert names(told(reader, text, "meeting")[-1]) == people


def test_the_last_time_is_told_by_its_verb(reader: Reader) -> None:
    [met] = told(reader, "The last time Gabriel Boric and Luis Arce met was in June, in Lima.")
    assert met.when.edtf == "2024-06"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Peru's President Dina Boluarte attended a summit in Madrid on Monday. King Felipe of Spain received "
         "Boluarte at the palace after the summit.", "2025-02-17"),
        ("The foreign ministers of Ghana and Togo, Samuel Ablakwa and Robert Dussey, held talks in Lomé on Monday. "
         "After the talks, Ablakwa was received by President Faure Gnassingbé.", "2025-02-17"),
        ("A summit of African leaders was held in Lomé from Monday to Wednesday last week. Ghana's president, John "
         "Mahama, met his Kenyan counterpart, William Ruto, on the sidelines of the summit.", None),
    ],
)  # fmt: skip
def test_a_day_borrowed_from_what_it_stands_beside(reader: Reader, text: str, days: str | None) -> None:
    assert told(reader, text, "meeting")[-1].when.edtf == days


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ghana's president, John Mahama, on Monday put off a visit to Togo that had been due to start on Thursday. "
         "He was to have held talks with President Faure Gnassingbé on Friday.", "postponed"),
        ("Ghana's president, John Mahama, on Monday called off a visit to Togo. He had been due to leave on Thursday "
         "and to hold talks with President Faure Gnassingbé on Friday.", "cancelled"),
        ("Ghana's president, John Mahama, on Monday called off a visit to Togo. He will hold talks with President "
         "Faure Gnassingbé by video on Friday.", "announced"),
    ],
)  # fmt: skip
def test_what_was_to_be_done_on_a_visit_falls_with_it(reader: Reader, text: str, status: str) -> None:
    assert told(reader, text, "talks", "meeting", "video_call")[-1].status.status == status


def test_a_traveller_who_arrived_where_the_report_was_written(reader: Reader) -> None:
    text = (
        "HANOI, Feb 18 (AFP) - Russian Prime Minister Mikhail Mishustin met Vietnam's party chief To Lam on "
        "Tuesday.\n\nMishustin, who arrived late on Sunday, was welcomed at the palace by his counterpart Pham Minh "
        "Chinh with a guard of honour."
    )
    [visit] = told(reader, text, "visit")
    assert (set(visit.countries), visit.when.edtf) == ({"RUS", "VNM"}, "2025-02-16")
    assert names(told(reader, text, "meeting")[-1]) == {"Mikhail Mishustin", "Pham Minh Chinh"}


@pytest.mark.parametrize(
    "text",
    [
        "ACCRA, Feb 18 - Ghana's president, John Mahama, arrived on Monday from Rome.",
        "LOME, Feb 18 - Ghana's president, John Mahama, arrived home on Monday.",
    ],
)
def test_who_comes_home_visits_nobody(reader: Reader, text: str) -> None:
    assert not told(reader, text, "visit")


def test_days_of_the_verb_after_an_aside(reader: Reader) -> None:
    text = (
        "Fiji's prime minister, Sitiveni Rabuka, who arrived in China on Sunday for an official visit, met President "
        "Xi Jinping on Monday and Premier Li Qiang on Tuesday."
    )
    [visit] = told(reader, text, "visit")
    assert (names(visit), visit.when.edtf) == ({"Sitiveni Rabuka"}, "2025-02-16")


@pytest.mark.parametrize(
    "text",
    [
        "Tonga's Foreign Minister Fekita Utoikamanu and New Zealand's Foreign Minister Winston Peters reviewed "
        "preparations for the next round of talks in September.",
        "The foreign ministers of Tonga and New Zealand discussed trade and preparations for the leaders' summit in "
        "September.",
    ],
)
def test_the_month_of_what_is_prepared(reader: Reader, text: str) -> None:
    assert [e.when.edtf for e in told(reader, text) if e.when.edtf] == ["2025-09"]


def test_whose_trip_it_is_goes_on_acting(reader: Reader) -> None:
    text = (
        "SUVA - Fijian Prime Minister Sitiveni Rabuka will be hosted at dinner by Prime Minister Anthony Albanese of "
        "Australia on Friday.\n\nIt is the Prime Minister's second trip abroad. In January he was in Wellington."
    )
    assert {"Sitiveni Rabuka"} == names(told(reader, text, "visit")[-1])


def test_an_initial_is_a_given_name(reader: Reader) -> None:
    text = (
        "The Foreign Minister of Uzbekistan, Bakhtiyor Saidov, received the ambassador of Japan on Monday.\n\nOn the "
        "same day, B. Saidov spoke by telephone with the Foreign Minister of Hungary, Péter Szijjártó."
    )
    [call] = told(reader, text, "call")
    assert (names(call), call.when.edtf) == ({"Bakhtiyor Saidov", "Péter Szijjártó"}, "2025-02-17")


def test_a_trip_being_planned_has_its_month(reader: Reader) -> None:
    text = (
        "A spokesman told journalists that Ghana's president, John Mahama, was planning a trip to Togo in early "
        "September and had accepted an invitation to visit Benin."
    )
    assert {(tuple(sorted(e.countries)), e.when.edtf) for e in told(reader, text)} == {
        (("GHA", "TGO"), "2025-09"),
        (("BEN", "GHA"), None),
    }


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("Kenya's President William Ruto has said he would like Ghana's John Mahama and Togo's Faure Gnassingbé to "
         "meet.", "mooted", None),
        ("Burundi will not resume talks with Rwanda until Kigali hands over the plotters, Foreign Minister Albert "
         "Shingiro said.", "declined", None),
        ("Fijian Prime Minister Sitiveni Rabuka and New Zealand's Christopher Luxon agreed to lift defence ties after "
         "meeting in Suva on Monday.", "held", "2025-02-17"),
        ("The foreign ministers of Ghana and Togo agreed to reopen the border after talks on Monday.",
         "held", "2025-02-17"),
        ("The foreign ministers of Ghana and Togo agreed to meet on Friday after an election in Benin.",
         "announced", "2025-02-21"),
        ("Israel's ambassador in Warsaw cancelled a meeting with Polish Foreign Minister Radoslaw Sikorski scheduled "
         "for Thursday.", "cancelled", "2025-02-20"),
    ],
)  # fmt: skip
def test_where_it_stands_and_when(reader: Reader, text: str, status: str, date: str | None) -> None:
    [one] = told(reader, text)
    assert (one.status.status, one.when.edtf) == (status, date)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ghana's John Mahama met Togo's Faure Gnassingbé in Lomé on Monday, at the West African Growth summit.",
         ["meeting"]),
        ("Ghana's John Mahama and Togo's Faure Gnassingbé met on Monday. The talks, which lasted two hours, were their "
         "third since an election in September 2023.", ["meeting"]),
        ("Ghana's President John Mahama and Togo's Faure Gnassingbé met on Monday, where they called for a regional "
         "summit.", ["meeting"]),
        ("Ghana's President John Mahama rang Togolese President Faure Gnassingbé on Monday. Presidential aide Kofi Adu "
         "confirmed the call.", ["call"]),
        ("New Zealand's Prime Minister Christopher Luxon goes on to Nuku'alofa on Thursday. He is the first New "
         "Zealand leader to visit Tonga since 2018.", ["visit"]),
    ],
)  # fmt: skip
def test_told_more_than_once_is_one(reader: Reader, text: str, kept: list[str]) -> None:
    assert [e.form for e in told(reader, text) if e.status.status != "mooted"] in (kept, ["talks"])


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Malaysian Foreign Minister Mohamad Hasan will make a two-day working visit to Thailand from Thursday.",
         "2025-02-20/2025-02-21"),
        ("Malaysian Foreign Minister Mohamad Hasan will make a working visit to Thailand on Thursday.", "2025-02-20"),
    ],
)  # fmt: skip
def test_a_stay_from_a_day_on(reader: Reader, text: str, days: str) -> None:
    [visit] = told(reader, text, "visit")
    assert visit.when.edtf == days


def test_two_met_separately_wherever_the_parser_hung_the_first(reader: Reader) -> None:
    text = (
        "Chinese Vice Premier Ding Xuexiang met with Swiss President Karin Keller-Sutter and European Commission "
        "President Ursula von der Leyen separately on Monday."
    )
    assert [set(e.countries) for e in told(reader, text)] == [{"CHN", "CHE"}, {"CHN", "EUE"}]


def test_also_keeps_the_day(reader: Reader) -> None:
    text = (
        "Turkish Foreign Minister Hakan Fidan met his Iraqi counterpart Fuad Hussein in Baghdad on Monday. Fidan was "
        "also received by Prime Minister Mohammed Shia al-Sudani."
    )
    assert [e.when.edtf for e in told(reader, text)] == ["2025-02-17", "2025-02-17"]


def test_they_are_those_who_say_so(reader: Reader) -> None:
    text = (
        "Ghana's President John Mahama received Togolese President Faure Gnassingbé on Monday. Farmers there "
        "complain that they have not been consulted."
    )
    assert [e.form for e in told(reader, text)] == ["meeting"]
