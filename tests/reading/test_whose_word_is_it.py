"""Whose engagement a denial or an invitation is of, whose paper speaks, of whom something is asked, and which words of
somebody else's are no statement of his."""

from __future__ import annotations

import pytest

from detente.model import Engagement
from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-05-10"
ROUND = (
    "Kenya's foreign minister Musalia Mudavadi met his Somali counterpart Ahmed Moalim Fiqi in Nairobi on Monday.\n\n"
    "Somalia's foreign ministry said the next round would be held in Mogadishu in June.\n\n"
)
CALL = "Peruvian President Dina Boluarte spoke by phone with Chilean President Gabriel Boric. "


def told(reader: Reader, text: str, form: str) -> list[tuple[str, str | None, set[str]]]:
    found: list[Engagement] = [e for e in read(reader, text, DAY).engagements if e.form == form]
    return [(e.status.status, e.when.edtf, set(e.countries)) for e in found]


@pytest.mark.parametrize(
    ("rest", "rounds"),
    [
        # of the round that the other side announced, whoever was told of since
        (
            "Mudavadi will travel to Kampala on Saturday to meet Uganda's foreign minister Jeje Odongo.\n\n"
            "A Kenyan foreign ministry spokesman denied that a date had been set for the next round.",
            [("disputed", "2024-06", {"KEN", "SOM"})],
        ),
        (
            "Fiqi will travel to Kampala on Saturday to meet Uganda's foreign minister Jeje Odongo.\n\n"
            "A Kenyan foreign ministry spokesman denied that any date had been set for a next round.",
            [("disputed", "2024-06", {"KEN", "SOM"})],
        ),
        # what the noun names is its own, and he who announced a round does not dispute it
        (
            "Kenya's foreign ministry denied that talks with Uganda had been agreed.",
            [("announced", "2024-06", {"KEN", "SOM"}), ("disputed", None, {"KEN", "UGA"})],
        ),
    ],
)
def test_who_denies_a_round_sits_at_its_table(
    reader: Reader, rest: str, rounds: list[tuple[str, str | None, set[str]]]
) -> None:
    assert told(reader, ROUND + rest, "talks") == rounds


def test_a_round_that_another_is_said_to_come_to_is_announced_by_who_says_so(reader: Reader) -> None:
    text = (
        "Kenya's foreign minister Musalia Mudavadi met his Somali counterpart Ahmed Moalim Fiqi in Nairobi on Monday. "
        "Somalia's foreign ministry said Kenya had promised to bring a new map to the next round in Mogadishu in June."
    )
    found = [e for e in read(reader, text, DAY).engagements if e.form == "talks"]
    assert [(e.status.status, e.status.claimed_by) for e in found] == [("announced", "SOM")]


def test_who_only_attended_has_no_talks_of_his_own(reader: Reader) -> None:
    text = (
        "Kenyan Foreign Minister Musalia Mudavadi and his Somali counterpart Ahmed Moalim Fiqi met in Nairobi on "
        "Wednesday. The meeting was hosted by Kenya and attended by African Union Commission chief Moussa Faki.\n\n"
        '"Somalia has moved backwards," Mudavadi told reporters after the session.'
    )
    assert {frozenset(e.countries) for e in read(reader, text, DAY).engagements} == {frozenset({"KEN", "SOM"})}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks between Peru and Chile collapsed on Tuesday.", "held"),
        ("A second round of talks between Peru and Chile in Lima fell apart on Tuesday.", "held"),
        ("Planned talks between Peru and Chile collapsed on Tuesday.", "cancelled"),
        ("The next round of talks between Peru and Chile, due on 3 June, collapsed on Tuesday.", "cancelled"),
    ],
)
def test_talks_that_broke_up_were_held(reader: Reader, text: str, status: str) -> None:
    assert [e.status.status for e in read(reader, text, DAY).engagements] == [status]


def test_an_invitation_that_stands_leads_to_who_says_so(reader: Reader) -> None:
    text = (
        "Peru's foreign minister Elmer Schialer has put off a trip to Quito planned for next Tuesday.\n\n"
        "Schialer met Brazilian Foreign Minister Mauro Vieira in Brasilia on Monday.\n\n"
        "Ecuador's foreign ministry said that the invitation stands.\n\nSchialer will instead go to La Paz on Tuesday."
    )
    visits = [e for e in read(reader, text, DAY).engagements if e.form == "visit"]
    confirmed = [s.claimed_by for e in visits if "BOL" in e.countries for s in e.history if s.status == "confirmed"]
    assert [set(e.countries) for e in visits] == [{"PER", "ECU"}, {"PER", "BOL"}] and not confirmed


@pytest.mark.parametrize(
    ("rest", "side"),
    [
        ("According to a government communique, Boric pledged to send doctors.", "PER"),
        ("According to a presidential statement, Boric promised to send doctors.", "PER"),
        ("According to a Chilean government communique, Boric pledged to send doctors.", "CHL"),
    ],
)
def test_a_governments_paper_is_of_who_acted(reader: Reader, rest: str, side: str) -> None:
    found = [s for s in read(reader, CALL + rest, DAY).statements if s.speaker and not s.speaker.name]
    assert [s.on_behalf_of for s in found] == [side]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chile pledged to send doctors before the end of June and Boluarte thanked it.", "to send doctors before"),
        ("Kenya promised to open the border and Uganda welcomed the step.", "to open the border"),
        ("Chile pledged to send doctors to Lima and Cuzco by June.", "to send doctors to Lima and Cuzco by June"),
    ],
)
def test_what_another_does_next_is_no_part_of_a_promise(reader: Reader, text: str, content: str) -> None:
    (found,) = read(reader, text, DAY).commitments
    assert found.content.text.startswith(content) and "Boluarte" not in found.content.text
    assert "Uganda" not in found.content.text


@pytest.mark.parametrize(
    ("text", "toward"),
    [
        ("Warsaw has repeatedly demanded that Budapest stop blocking the European Union's sanctions.", {"HUN"}),
        (
            "Egypt and Ethiopia have quarrelled for years. Kenya urged both countries to return to talks.",
            {"EGY", "ETH"},
        ),
        ("Armenia and Azerbaijan traded fire. France called on both sides to show restraint.", {"ARM", "AZE"}),
        ("France called on Serbia and Kosovo to show restraint.", {"SRB", "XKX"}),
        ("France urged Serbia to end its dispute with Kosovo.", {"SRB"}),
    ],
)
def test_of_whom_something_is_asked(reader: Reader, text: str, toward: set[str]) -> None:
    assert {p.toward for p in read(reader, text, DAY).positions if p.kind == "demand"} == toward


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Poland demanded that Hungary stop blocking the European Union's sanctions.", set()),
        ("Kenya imposed sanctions on Uganda.", {("KEN", "UGA")}),
        ("Kenya imposed an embargo on Uganda's sugar.", {("KEN", "UGA")}),
    ],
)
def test_anothers_own_sanctions_are_not_imposed_on_it(reader: Reader, text: str, pairs: set[tuple[str, str]]) -> None:
    found = [e for e in read(reader, text, DAY).events if e.plover_root == "SANCTION" and e.target is not None]
    assert {(e.source.country, e.target.country) for e in found if e.target is not None} == pairs


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '"Vietnam rejects the claim, Pham Thu Hang, a ministry spokeswoman, said on Thursday. She left.',
            [("direct", "Vietnam rejects the claim")],
        ),
        (
            '"Vietnam rejects it, said Pham Thu Hang, the spokeswoman. She left.',
            [("direct", "Vietnam rejects it")],
        ),
        (
            '"We will not come, Kenyan President William Ruto said. "We want peace."',
            [("direct", "We will not come"), ("direct", "We want peace")],
        ),
        (
            'Kenyan President William Ruto said: "We want peace." "We will never come," he added.',
            [("direct", "We want peace"), ("direct", "We will never come")],
        ),
    ],
)
def test_a_quotation_whose_closing_mark_is_lost_ends_before_who_said_it(
    reader: Reader, text: str, said: list[tuple[str, str]]
) -> None:
    found = read(reader, text, DAY).statements
    assert [(s.kind, s.content.text) for s in found] == said
    assert all(s.speaker is not None and s.speaker.name for s in found)


def test_our_condition_is_of_who_says_so(reader: Reader) -> None:
    text = "Kenyan President William Ruto spoke in Nairobi. Our condition is that the troops leave, he said."
    assert [s.speaker.name for s in read(reader, text, DAY).statements if s.speaker] == ["William Ruto"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Kenyan President William Ruto met President Museveni. The road is open, the Kenyan said.",
            True,
        ),
        ("Kenyan President William Ruto met President Museveni. The road is open, the Kenyan government said.", False),
    ],
)
def test_the_kenyan_is_the_one_told_of(reader: Reader, text: str, name: bool) -> None:
    (found,) = read(reader, text, DAY).statements
    assert found.speaker is not None and found.on_behalf_of == "KEN"
    assert (found.speaker.name == "William Ruto") is name


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Kenya will withdraw its troops by the end of May.", ["KEN"]),
        ("Kenya will release the boats by Friday, President William Ruto said.", ["KEN"]),
        ("Kenya will hold elections by August.", []),
        ("Kenya will not withdraw its troops by the end of May.", []),
        ("The bank will repay the loan by May.", []),
        ("Kenya's minister told Uganda's president that Kenya would decide on the loan before May.", ["KEN"]),
        ("Kenya's minister met Uganda's president. “We shall buy it where we can get it,” Kenya's minister said.", []),
        ("Kenya's minister told Uganda's president that Kenya would decide for itself.", []),
    ],
)
def test_what_binds_and_what_does_not(reader: Reader, text: str, by: list[str]) -> None:
    assert [c for k in read(reader, text, DAY).commitments for c in k.by] == by


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The meeting of Peru and Chile, set for June 12 in Lima, will go ahead, Chile's ministry said.", ["Lima"]),
        ("Talks between Peru and Chile, planned for Friday in Lima, will go ahead.", ["Lima"]),
        ("The meeting of Peru and Chile, called off for lack of time in Lima, was the fourth.", []),
    ],
)
def test_where_what_is_set_for_a_day_is_to_be(reader: Reader, text: str, places: list[str]) -> None:
    assert [p.name for e in read(reader, text, DAY).engagements for p in e.places] == places


def test_a_day_given_up_in_an_aside_is_not_the_day(reader: Reader) -> None:
    text = (
        "The visit of Ghana's president to Abidjan, first planned for May and then moved to July, was confirmed by the "
        "Ivorian presidency."
    )
    (found,) = read(reader, text, DAY).engagements
    assert (found.status.status, found.when.edtf) == ("rescheduled", "2024-07")
    assert {s.claimed_by for s in found.history} == {"CIV"}
    assert all(p.actor.country != "CIV" for p in found.participants)
