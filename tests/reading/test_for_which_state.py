"""For which state a spokesman, a ministry or a minister speaks who is told of without one: by where he stands, by whom
he tells of, by what "we" do to others; and names that the parser knows badly are carried by the title before them."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

CALL = (
    "Fiji's Foreign Minister Litia Vunisa telephoned her Samoan counterpart, Tavita Leota, on Tuesday over tuna "
    "licences.\n\n"
)
ANSWERED = CALL + (
    "The Foreign Ministry in Apia gave its account in a communiqué. Leota, it said, asked for the boats back.\n\n"
)


def sides(reader: Reader, text: str, name: str) -> set[str | None]:
    """For which states a person speaks in a text."""
    said = read(reader, text, "2024-05-16").statements
    return {s.on_behalf_of for s in said if any(name in link.name for link in s.chain)} - {None}


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("In Apia, Foreign Ministry spokesman Sione Amosa gave his account. Leota, he said, kept his temper.", "WSM"),
        ("In Suva on Wednesday, ministry spokesman Jone Rabuka laid out the case. Vunisa, he said, was firm.", "FJI"),
        ("Foreign Ministry spokesman Sione Amosa said from Apia that the boats were needed.", "WSM"),
        ("The Samoan side was more guarded: spokesman Sione Amosa spoke of “a beginning”.", "WSM"),
        ("From Apia came a cooler version. Vunisa “was told that the sea is wide,” spokesman Sione Amosa said.", "WSM"),
        ("Ministry spokesman Jone Rabuka said that she had asked him for a list of the boats.", "FJI"),
        ("According to the ministry's spokesman, Sione Amosa, he told her that the list was with the court.", "WSM"),
        ("The Samoan minister told her that the list was with the court. His spokesman, Sione Amosa, said the talk had "
         "been friendly.", "WSM"),
    ],
)  # fmt: skip
def test_where_a_spokesman_stands_and_of_whom_he_tells(reader: Reader, words: str, side: str) -> None:
    name = "Amosa" if side == "WSM" else "Rabuka"
    assert sides(reader, CALL + words, name) == {side}


@pytest.mark.parametrize(
    "words",
    [
        "Foreign Ministry spokesman Jone Rabuka denied that a promise had been made. “We owe Samoa nothing,” he said.",
        "“The minister will not beg,” Foreign Ministry spokesman Jone Rabuka said when asked about the communiqué.",
        "Vunisa kept calm. “The sea has room for all,” she wrote on X.\n\nA fuller version came from Jone Rabuka, the "
        "ministry's spokesman. During the call, he told reporters, the minister had named every boat.",
    ],
)
def test_the_ministry_named_last_may_be_the_other_ones(reader: Reader, words: str) -> None:
    assert sides(reader, ANSWERED + words, "Rabuka") == {"FJI"}


@pytest.mark.parametrize(
    "words",
    [
        "The ministry's spokesman, Sione Amosa, said that the boats were needed.",
        "Ministry spokesman Sione Amosa added that the boats were needed.",
        "“We expect Fiji to return the boats,” spokesman Sione Amosa said.",
    ],
)
def test_the_ministry_goes_on_speaking_through_him(reader: Reader, words: str) -> None:
    assert sides(reader, ANSWERED + words, "Amosa") == {"WSM"}


def test_a_place_of_a_third_state_makes_nobody_its_own(reader: Reader) -> None:
    words = "In Brussels, ministry spokesman Jone Rabuka told reporters that Vunisa had been firm."
    assert sides(reader, CALL + words, "Rabuka") == {"FJI"}


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Leota explained the grounds of the seizure, the ministry said in a statement.", "WSM"),
        ("The official statement said Samoa attaches great importance to its waters.", "WSM"),
        ("Vunisa named every boat, the ministry said in a statement.", "FJI"),
        ("Samoa would have to return the boats, the ministry said in a statement.", "FJI"),
    ],
)
def test_whose_ministry_by_what_it_says(reader: Reader, words: str, side: str) -> None:
    said = read(reader, CALL + words, "2024-05-16").statements
    assert {s.on_behalf_of for s in said if s.rule.startswith("speech")} == {side}


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Deputy Foreign Minister Jone Rabuka, who travelled to Apia last week, said that the mood was good.", "FJI"),
        ("Deputy Foreign Minister Jone Rabuka, in Apia since Monday, said that the mood was good.", "FJI"),
    ],
)
def test_who_went_there_is_not_of_there(reader: Reader, words: str, side: str) -> None:
    assert sides(reader, "Suva, May 16 - " + CALL + words, "Rabuka") == {side}


@pytest.mark.parametrize(
    "name",
    ["Park Jin-ho", "Choi Kyung-wha", "Siti Nurhaliza binti Rashid", "Rhys ap Gwilym",
     "María de los Ángeles Quispe", "Aung Than Oo", "He Yadong"],
)  # fmt: skip
@pytest.mark.parametrize(
    "frame",
    [
        "Polish Foreign Ministry spokesperson {} said the loss was great.",
        "According to Polish Foreign Ministry spokesperson {}, the loss was great.",
    ],
)
def test_names_are_carried_by_the_title_before_them(reader: Reader, name: str, frame: str) -> None:
    said = read(reader, frame.format(name), "2024-05-16").statements
    assert {(s.speaker.name, s.on_behalf_of) for s in said if s.speaker and s.speaker.name} == {(name, "POL")}


def test_a_known_name_that_goes_on_with_a_hyphen_is_anothers(reader: Reader) -> None:
    text = "South Korean Foreign Minister Park Jin met Kenyan Foreign Minister Alfred Mutua in Seoul on Monday."
    (met,) = read(reader, text, "2023-05-16").engagements
    assert {p.actor.name for p in met.participants} == {"Park Jin", "Alfred Mutua"}


def test_a_calling_after_a_title_hides_no_state(reader: Reader) -> None:
    text = "Zambian Foreign Ministry spokesman Bishop Mwale said the loss was great."
    assert sides(reader, text, "Mwale") == {"ZMB"}


def test_charges_rejected_in_a_call_do_not_deny_the_call(reader: Reader) -> None:
    text = CALL + "A government spokesman in Apia, Sione Amosa, said Leota had rejected the allegations."
    (call,) = read(reader, text, "2024-05-16").engagements
    assert call.status.status == "held"
    assert sides(reader, text, "Amosa") == {"WSM"}


def test_a_report_that_is_denied_still_denies_it(reader: Reader) -> None:
    (call,) = read(reader, CALL + "A Samoan official denied the reports.", "2024-05-16").engagements
    assert call.status.status == "did_not_occur"


@pytest.mark.parametrize(
    "words",
    [
        "Leota took to X to say: “I told my colleague that each boat will be looked into.”",
        "Vunisa asked for the boats back. Leota was blunt: “I told my colleague that each boat will be looked into.”",
    ],
)
def test_what_follows_a_colon_is_said_by_whom_the_sentence_tells_of(reader: Reader, words: str) -> None:
    text = "Fiji's Foreign Minister Litia Vunisa rang Samoa's Foreign Minister, Tavita Leota, to protest against fees. "
    said = read(reader, text + words, "2024-05-16").statements
    direct = [s for s in said if s.kind == "direct"]
    assert [(s.speaker.name, s.on_behalf_of) for s in direct if s.speaker] == [("Tavita Leota", "WSM")]


def test_a_past_right_after_a_name_with_its_title_is_no_participle(reader: Reader) -> None:
    text = "Fiji's Foreign Minister Litia Vunisa called Samoa's acting foreign minister, Tavita Leota, on Wednesday."
    (call,) = read(reader, text, "2024-05-16").engagements
    assert call.when.edtf == "2024-05-15"


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Vunisa did not hide her anger. Her boats, the ministry's spokesman said, had been seized at sea.", "FJI"),
        ("The ministry's spokesman later added that the boats had been seized lawfully.", "WSM"),
    ],
)
def test_the_spokesman_of_no_name(reader: Reader, words: str, side: str) -> None:
    said = read(reader, ANSWERED + words, "2024-05-16").statements
    assert {s.on_behalf_of for s in said if "seized" in s.content.text} == {side}
