"""Where and when what is off was to be held, whose round it was, who is invited, and the day of a change of posts."""

from __future__ import annotations

import pytest

from detente.model import Reading
from detente.reading.reader import Reader
from tests.conftest import read as read_on

CALL = "Kenyan Foreign Minister Musalia Mudavadi rang his Ugandan colleague, Jeje Odongo, on Monday. "


def read(reader: Reader, text: str, published: str = "2024-03-08", outlet: str | None = None) -> Reading:
    return read_on(reader, text, published, outlet)


def told(reading: Reading) -> list[tuple[str, str, str | None, list[str]]]:
    return [(e.form, e.status.status, e.when.edtf, [p.name for p in e.places]) for e in reading.engagements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The political consultations between Albania and Bulgaria, which were scheduled to be held in Tirana on "
            "9 May, will now be held on 23 May.",
            ("talks", "rescheduled", "2024-05-23", ["Tirana"]),
        ),
        (
            "The meeting of the Kenya-Uganda Committee on Fisheries, which was due to take place in Kampala on 9 May, "
            "has been shifted to 23 May.",
            ("talks", "rescheduled", "2024-05-23", ["Kampala"]),
        ),
        (
            "The border talks between Oman and Yemen that were to take place in Muscat in April have been cancelled.",
            ("talks", "cancelled", "2024-04", ["Muscat"]),
        ),
        (
            "The talks between Kenya and Uganda that were to be held in Kampala in April have been called off.",
            ("talks", "cancelled", "2024-04", ["Kampala"]),
        ),
        (
            "The session of the Kenya-Uganda border commission, which was to be held in Kampala on 3 May, has been "
            "moved to Nairobi.",
            ("talks", "rescheduled", "2024-05-03", ["Nairobi"]),
        ),
        (
            "The talks between Kenya and Uganda that were held in Kampala in April brought no result.",
            ("talks", "held", "2023-04", ["Kampala"]),
        ),
    ],
)
def test_what_is_off_has_the_day_and_town_of_its_plan(reader: Reader, text: str, expected: object) -> None:
    assert told(read(reader, text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has suspended the annual security consultations with Uganda. The round that was to be held in Kampala "
        "in June has been cancelled.",
        "Uganda on Monday called off the yearly trade talks with Kenya. The session due in Kampala in June will not "
        "take place.",
    ],
)
def test_a_round_of_a_line_that_is_broken_off_is_of_its_two_states(reader: Reader, text: str) -> None:
    (found,) = read(reader, text).engagements
    assert (found.status.status, found.when.edtf, set(found.countries)) == ("cancelled", "2024-06", {"KEN", "UGA"})


def test_a_round_without_a_line_before_it_is_nobodys(reader: Reader) -> None:
    text = "Kenya has suspended a judge. The round that was to be held in Kampala in June has been cancelled."
    assert not read(reader, text).engagements


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The ministers agreed that the Commission on Fisheries would convene in Kampala on 3 May.", True),
        ("They decided that the Technical Committee on Water would hold a session in Kampala on 3 May.", True),
        ("It was agreed that the Board on Energy and Transport would sit in Kampala on 3 May.", True),
        ("Mudavadi noted that the UN Committee on the Rights of the Child would meet in Geneva on 3 May.", False),
        ("Mudavadi said that the Committee on Foreign Affairs would meet in Nairobi on 3 May.", False),
    ],
)
def test_a_body_for_a_matter_that_two_agree_on_is_theirs(reader: Reader, text: str, body: bool) -> None:
    planned = [e for e in read(reader, CALL + text).engagements if e.when.edtf == "2024-05-03"]
    assert [set(e.countries) for e in planned] == ([{"KEN", "UGA"}] if body else [])


@pytest.mark.parametrize(
    ("text", "person", "country"),
    [
        ("Odongo invited him to visit Kampala in May, and the Minister accepted the invitation.", "Mudavadi", "UGA"),
        ("Odongo asked him to come to Kampala in May.", "Mudavadi", "UGA"),
        ("He invited Odongo to visit Nairobi in May.", "Odongo", "KEN"),
    ],
)
def test_who_is_invited_is_not_who_invites(reader: Reader, text: str, person: str, country: str) -> None:
    (visit,) = [e for e in read(reader, CALL + text).engagements if e.form == "visit"]
    assert visit.when.edtf == "2024-05"
    assert [p.actor.name.split()[-1] for p in visit.participants if p.actor.name] == [person]
    assert {p.country for p in visit.places} == {country}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("A protest note was delivered to the Ugandan embassy on Friday.\n\nForeign Minister Musalia Mudavadi has "
         "cancelled his visit to Rome.", False),
        ("A note verbale was handed over to the Embassy of Uganda yesterday. Foreign Minister Musalia Mudavadi regrets "
         "the incident.", False),
        ("On Tuesday a protest note was sent to the Ugandan embassy by Foreign Minister Musalia Mudavadi.", True),
    ],
)  # fmt: skip
def test_a_note_handed_to_an_embassy_is_from_the_state(reader: Reader, text: str, named: bool) -> None:
    found = read(reader, "Kenya rejects the map. " + text, outlet="Ministry of Foreign Affairs, Kenya").engagements
    (note,) = [e for e in found if e.form == "correspondence"]
    assert set(note.countries) == {"KEN", "UGA"}
    assert any(p.actor.kind == "person" for p in note.participants) is named


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (
            "Senegalese President Bassirou Faye on Monday reshuffled his cabinet. Amina Diallo was appointed foreign "
            "minister. Moussa Keita, a former mayor, was named minister of defence.",
            {("Amina Diallo", "2024-03-04"), ("Moussa Keita", "2024-03-04")},
        ),
        (
            "A new Bulgarian government was sworn in on Tuesday. Elena Petrova was appointed foreign minister.",
            {("Elena Petrova", "2024-03-05")},
        ),
        (
            "President Julius Bio announced a sweeping reshuffle of the Sierra Leonean government on Monday. John "
            "Kamara was made minister of the interior, and Mary Sesay takes over as minister of finance.",
            {("John Kamara", "2024-03-04"), ("Mary Sesay", "2024-03-04")},
        ),
        (
            "Foreign Minister Rafael Ortega of Bolivia resigned on Wednesday, and a few hours later President Luis "
            "Arce swore in Celinda Sosa as the new foreign minister.",
            {("Rafael Ortega", "2024-03-06"), ("Celinda Sosa", "2024-03-06")},
        ),
        (
            "Foreign Minister Rafael Ortega of Bolivia resigned on Monday, and two days later President Luis Arce "
            "swore in Celinda Sosa as the new foreign minister.",
            {("Rafael Ortega", "2024-03-04"), ("Celinda Sosa", "2024-03-06")},
        ),
        (
            "The president of Ghana met his cabinet on Monday. Amina Boateng was appointed foreign minister by him.",
            {("Amina Boateng", None)},
        ),
        (
            "The president of Ghana may reshuffle his cabinet on Friday. Amina Boateng was appointed foreign minister.",
            {("Amina Boateng", None)},
        ),
        (
            "The president of Ghana reshuffled his cabinet on Monday. Amina Boateng, who was appointed foreign "
            "minister in 2019, keeps her post.",
            {("Amina Boateng", "2019")},
        ),
        ("Bolivian President Luis Arce swore on Friday that he would not sell the mine.", set()),
    ],
)
def test_posts_are_given_on_the_day_of_a_change_of_government(
    reader: Reader, text: str, changes: set[tuple[str, str | None]]
) -> None:
    found = read(reader, text).tenures
    assert {(t.person, t.when.edtf) for t in found if t.change in ("appointed", "resigned")} == changes


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        (
            "Prime Minister Edi Rama of Albania had named Sunday in his letter of 2 March for a meeting with Bulgarian "
            "President Rumen Radev in Ohrid.",
            "ALB",
        ),
        ("Ugandan President Yoweri Museveni has not answered the letter that Kenyan President William Ruto sent him on "
         "2 March.", "KEN"),
        ("Kenyan President William Ruto is still waiting for a reply to the letter that he sent to Ugandan President "
         "Yoweri Museveni on 2 March.", "KEN"),
        ("President William Ruto of Kenya said that Ugandan President Yoweri Museveni had not replied to his letter of "
         "2 March.", None),
    ],
)  # fmt: skip
def test_a_letter_goes_between_who_writes_and_who_is_to_answer(
    reader: Reader, text: str, initiator: str | None
) -> None:
    (letter,) = [e for e in read(reader, text).engagements if e.form == "correspondence"]
    assert (letter.status.status, letter.when.edtf, len(letter.countries)) == ("held", "2024-03-02", 2)
    assert initiator is None or letter.initiator == initiator


def test_a_letter_of_nobody_is_none(reader: Reader) -> None:
    text = "Ugandan President Yoweri Museveni ignored the letters that his people sent him in May."
    assert not read(reader, text).engagements
