"""Days of saying, summonses, moves, snubs and open questions that were read as something else."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2025-06-04"


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Ecuador said on Tuesday it would send a team to Lima.", "it would send a team to Lima", "2025-06-03"),
        ("Kenya's foreign ministry announced on Monday it had expelled two Somalis.", "it had exp", "2025-06-02"),
        ("Fiji said on Monday its prime minister would visit Samoa on Friday.", "its prime minister", "2025-06-02"),
    ],
)  # fmt: skip
def test_the_day_before_what_is_said_is_that_of_saying(reader: Reader, text: str, words: str, day: str) -> None:
    (statement,) = read(reader, text, DAY).statements
    assert statement.content.text.startswith(words)
    assert statement.when is not None and statement.when.edtf == day


def test_a_day_that_owns_what_is_spoken_of_is_not(reader: Reader) -> None:
    text = "Fiji said Monday's talks with Samoa would go ahead."
    assert read(reader, text, DAY).statements[0].content.text.startswith("Monday's talks")


def test_what_is_said_to_have_been_done_is_done_now(reader: Reader) -> None:
    text = "Kenya said on Monday it had expelled two Somali diplomats."
    assert {e.realis for e in read(reader, text, DAY).events if e.plover_root == "SANCTION"} == {"actual"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Sweden called in the Iranian chargé d'affaires on Monday.", {"SWE", "IRN"}),
        ("Peru's foreign ministry called in the Ecuadorian ambassador for a dressing-down.", {"PER", "ECU"}),
        ("Zambia summoned the Zimbabwean envoy in protest on Tuesday.", {"ZMB", "ZWE"}),
    ],
)
def test_who_is_called_in_is_told_off_and_not_consulted(reader: Reader, text: str, sides: set[str]) -> None:
    reading = read(reader, text, DAY)
    assert [(e.form, set(e.countries)) for e in reading.engagements] == [("meeting", sides)]
    roots = {e.plover_root for e in reading.events}
    assert "CONSULT" not in roots and "REQUEST" in roots
    assert not reading.positions


@pytest.mark.parametrize("text", ["Norway called in a team of divers on Monday.", "Peru's president called in sick."])
def test_nobody_is_called_in_otherwise(reader: Reader, text: str) -> None:
    assert not read(reader, text, DAY).engagements


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A visit to Athens by Albanian premier Artan Leka was moved from 12 to 20 June, Greece said.", "2025-06-20"),
        ("Talks between Laos and Vietnam were shifted from June 9 to June 12, Hanoi said.", "2025-06-12"),
        ("Kenya and Uganda have moved their border talks from 10 June to 17 June.", "2025-06-17"),
    ],
)  # fmt: skip
def test_what_is_moved_from_one_day_to_another_is_on_the_other(reader: Reader, text: str, day: str) -> None:
    (moved,) = read(reader, text, DAY).engagements
    assert (moved.status.status, moved.when.edtf) == ("rescheduled", day)


@pytest.mark.parametrize(
    "text",
    [
        "Peru's president snubbed Ecuador's president at a summit in Lima on Monday.",
        "Kenya's president avoided Somalia's president at the summit in Addis Ababa on Monday.",
        "Ecuador denied suspending trade talks with Peru.",
        "Bangladesh has frozen border talks with Myanmar.",
        "Poland will not send its ambassador back to Budapest until the fugitive is returned, Warsaw said.",
    ],
)
def test_no_engagement_is_told_of(reader: Reader, text: str) -> None:
    assert not read(reader, text, DAY).engagements


def test_who_met_at_a_summit_met(reader: Reader) -> None:
    text = "Peru's president met Ecuador's president at a summit in Lima on Monday."
    assert read(reader, text, DAY).engagements


@pytest.mark.parametrize("how", ["cut short a visit", "shortened a visit", "postponed a visit"])
def test_relations_are_not_reduced_by_a_shorter_or_later_visit(reader: Reader, how: str) -> None:
    text = f"Peru's foreign minister {how} to Ecuador on Monday because of the floods."
    assert "SANCTION" not in {e.plover_root for e in read(reader, text, DAY).events}


def test_whether_they_met_is_open(reader: Reader) -> None:
    text = "It is unclear whether the foreign ministers of Peru and Ecuador met on Monday."
    assert {e.realis for e in read(reader, text, DAY).events} <= {"hypothetical"}


def test_who_says_that_it_put_off_a_journey_sends_the_traveller(reader: Reader) -> None:
    text = "Norway said on Tuesday it had put off Foreign Minister Kari Lund's trip to Rabat."
    (visit,) = read(reader, text, DAY).engagements
    assert (visit.status.status, visit.countries) == ("postponed", ("NOR", "MAR"))


def test_talks_elsewhere_before_are_of_others(reader: Reader) -> None:
    before = "Kenya's President John Mwangi will visit Kampala on Friday to meet Uganda's President Peter Okello. "
    found = read(reader, before + "The talks in Kinshasa last week ended without a deal.", DAY).engagements
    assert {e.form for e in found} == {"visit", "meeting"}
    met = "The foreign ministers of Chad and Niger met in Doha on Monday. The talks in Doha last month broke down."
    assert len(read(reader, met, DAY).engagements) == 2


def test_no_such_meeting_of_others_disputes_nothing(reader: Reader) -> None:
    before = "Angolan President Joao Lima and his Congolese counterpart Felix Kabongo met in Luanda on Monday. "
    found = read(reader, before + "Rwanda said there is no such meeting planned with Burundi.", DAY).engagements
    assert {(e.countries, e.status.status) for e in found} == {(("AGO", "COD"), "held"), (("RWA", "BDI"), "disputed")}


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Nicaragua has asked Brazil's ambassador to leave the country.", "SANCTION"),
        ("Nicaragua has declared Brazil's ambassador persona non grata.", "SANCTION"),
    ],
)
def test_who_is_told_to_leave_is_expelled(reader: Reader, text: str, root: str) -> None:
    assert ("NIC", "BRA", "actual") in {
        (e.source.country, e.target.country if e.target else None, e.realis)
        for e in read(reader, text, DAY).events
        if e.plover_root == root
    }


def test_nobody_is_expelled_whom_one_rules_out_expelling(reader: Reader) -> None:
    text = "Philippine President Ramon Cruz ruled out expelling Chinese diplomats."
    assert ("SANCTION", "actual") not in {(e.plover_root, e.realis) for e in read(reader, text, DAY).events}


def test_who_orders_diplomats_out_is_not_ordered_out_himself(reader: Reader) -> None:
    text = "Two Malian diplomats were ordered to leave France, the French foreign ministry said on Tuesday."
    assert {e.source.country for e in read(reader, text, DAY).events if e.plover_root == "SANCTION"} == {"FRA"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("\"No such call took place,\" Sudan said after media reported that it had rung Chad's army.", "did_not_occur"),
        ("Peru's president dismissed as fabricated a claim that he had met Cuba's president.", "did_not_occur"),
        ("A meeting between the leaders of Somalia and Ethiopia would be premature, Somalia said.", "mooted"),
    ],
)  # fmt: skip
def test_what_is_denied_or_only_thought_of(reader: Reader, text: str, status: str) -> None:
    found = [e for e in read(reader, text, DAY).engagements if e.form in ("call", "meeting")]
    assert [e.status.status for e in found] == [status]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A meeting of Laos and Vietnam, which had been scheduled for Tuesday, did not take place.", "2025-06-03"),
        ("Peru's president was to meet Cuba's president on Sunday, but the meeting did not take place.", "2025-06-01"),
        ("Peru and Cuba were to hold talks on Monday. The talks did not take place.", "2025-06-02"),
        ("Peru's president was to meet Cuba's president on Tuesday. The meeting was put off.", "2025-06-03"),
        ("Peru's president was to meet Cuba's president on Friday. The meeting was put off.", "2025-06-06"),
        ("Vietnam's president has put off a visit to Poland planned for next week.", "2025-06-09/2025-06-15"),
    ],
)  # fmt: skip
def test_the_day_of_what_did_not_take_place_has_gone_by(reader: Reader, text: str, day: str) -> None:
    assert [e.when.edtf for e in read(reader, text, DAY).engagements] == [day]


def test_where_somebody_ought_to_have_gone_he_did_not_go(reader: Reader) -> None:
    text = "Norway's Prime Minister Kari Lund should have gone to Nuuk, the opposition said."
    assert not read(reader, text, DAY).engagements


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("Peru's president, who had been due in Havana on Monday, did not go.", "did_not_occur", "2025-06-02"),
        ("Peru's president, who was to have gone to Havana on Monday, delayed his trip.", "postponed", "2025-06-02"),
    ],
)  # fmt: skip
def test_what_became_of_a_journey_is_told_of_the_traveller(reader: Reader, text: str, status: str, day: str) -> None:
    (visit,) = read(reader, text, DAY).engagements
    assert (visit.form, visit.status.status, visit.when.edtf) == ("visit", status, day)


def test_who_had_asked_for_the_call_began_it(reader: Reader) -> None:
    text = "Ghana's President Kofi Mensah, who had asked for the call, spoke to Togo's President Yao Akakpo on Monday."
    (call,) = read(reader, text, DAY).engagements
    assert (call.form, call.status.status, call.initiator) == ("call", "held", "GHA")


@pytest.mark.parametrize(
    "text",
    [
        "Were Georgia's president to visit Moscow, she would meet Russia's leader, her adviser said.",
        "Mauritius could have met Britain halfway, the prime minister said.",
    ],
)
def test_what_would_be_is_not_planned(reader: Reader, text: str) -> None:
    assert not read(reader, text, DAY).engagements


def test_a_force_keeps_its_name(reader: Reader) -> None:
    (statement,) = read(reader, "The Armed Forces of Ukraine said Poland had delivered 20 tanks.", DAY).statements
    assert statement.speaker is not None and statement.speaker.name == "Armed Forces of Ukraine"


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("The Thai king's visit to Accra, twice postponed, will take place on June 15.", "announced", "2025-06-15"),
        ("The Ivorian president's visit to Accra, planned for June 15, has been postponed.", "postponed", "2025-06-15"),
        ("Australia hauled in the Iranian ambassador on Tuesday.", "held", "2025-06-03"),
    ],
)  # fmt: skip
def test_the_main_verb_says_where_it_stands(reader: Reader, text: str, status: str, day: str) -> None:
    (found,) = read(reader, text, DAY).engagements
    assert (found.status.status, found.when.edtf) == (status, day)
