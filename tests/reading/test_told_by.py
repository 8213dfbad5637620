"""What the words around a meeting say of it: done, declined, denied, wished for, or nothing at all."""

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

P, Q = "President Karim Sall of Chad", "Prime Minister Lena Okafor of Norway"
# sentence, form, status, date; read on 8 May 2024, a Wednesday
SAID = [
    ("After meeting {q} on Tuesday, {p} said progress had been made.", "meeting", "held", "2024-05-07"),
    ("Before meeting {q} on Tuesday, {p} said progress was near.", "meeting", "held", "2024-05-07"),
    ("Speaking after talks with {q}, {p} said progress had been made.", "talks", "held", None),
    ("{p} has no plans to meet {q}, his office said.", "meeting", "declined", None),
    ("{p} turned down a request to meet {q}.", "meeting", "declined", None),
    ("{p} denied that any meeting with {q} had taken place.", "meeting", "disputed", None),
    ("{p} invited {q} to visit in June.", "visit", "mooted", "2024-06"),
    ("{p} will hold his first talks in a decade with {q} next week.", "talks", "announced", "2024-05-13/2024-05-19"),
    ("A meeting of {p} and {q} was due on Monday but did not take place.", "meeting", "did_not_occur", "2024-05-06"),
    ("{p} was to meet {q} on Friday, but Norway said the talks had been postponed.", "meeting", "postponed",
     "2024-05-10"),
    ("{p} met {q} for the third time this year on Monday.", "meeting", "held", "2024-05-06"),
    ("{p} had the opportunity to meet {q} on Monday.", "meeting", "held", "2024-05-06"),
    ("{p} had the honour of receiving {q} on Monday.", "meeting", "held", "2024-05-06"),
    ("Ahead of an election on May 20, {p} met today with {q}.", "meeting", "held", "2024-05-08"),
    ("{p} called President-elect Ana Berg of Peru today to congratulate her.", "call", "held", "2024-05-08"),
    ("{p} sent a message of congratulations to {q} on Monday.", "correspondence", "held", "2024-05-06"),
]  # fmt: skip


@pytest.mark.parametrize("said", SAID, ids=lambda s: s[0][:30])
def test_told_by(reader: Reader, said: tuple[str, str, str, str | None]) -> None:
    text, form, status, when = said
    (found,) = read(reader, text.format(p=P, q=Q), "2024-05-08").engagements
    assert (found.form, found.status.status, found.when.edtf) == (form, status, when)


def test_guest_of_the_inviter(reader: Reader) -> None:
    (visit,) = read(reader, f"{P} invited {Q} to visit in June.", "2024-05-08").engagements
    assert [p.country for p in visit.places] == ["TCD"]
    assert [p.actor.name for p in visit.participants] == ["Lena Okafor"]


def test_what_is_done_on_a_visit_does_not_date_it(reader: Reader) -> None:
    text = f"{P} travelled to Norway last week. During the visit, he met {Q} on Thursday."
    visit, meeting = read(reader, text, "2024-05-08").engagements
    assert (visit.when.edtf, meeting.when.edtf) == ("2024-04-29/2024-05-05", "2024-05-02")


@pytest.mark.parametrize("text", [f"{P} has yet to speak to {Q}.", "No talks are planned between Chad and Norway."])
def test_nothing_has_been(reader: Reader, text: str) -> None:
    assert read(reader, text, "2024-05-08").engagements == ()


def test_spoken_on_the_margins_is_a_meeting(reader: Reader) -> None:
    found = read(
        reader, f"{P} spoke today on the margins of the African Union summit with {Q}.", "2024-05-08"
    ).engagements
    assert found[0].form == "meeting" and set(found[0].countries) == {"TCD", "NOR"}


def test_the_letters_of_a_state_are_nobodys_surname(reader: Reader) -> None:
    text = "President Biden spoke with Palestinian President Abbas on Monday. He offered President Abbas U.S. support."
    assert "Abbas U.S." not in {a.name for a in read(reader, text, "2024-05-08").actors}


OFFICIAL = [
    (f"At the invitation of Prime Minister Lena Okafor, {P} will visit Norway on May 20.", "visit", "announced"),
    ("Foreign Office Consultations between Chad and Norway were held in Vienna on 7 May 2024.", "talks", "held"),
    ("The 12th session of the Chad-Norway joint commission was held in Vienna on Tuesday.", "talks", "held"),
    (f"{P} attended a trilateral meeting with {Q} and Turkish Foreign Minister Hakan Fidan.", "meeting", "held"),
    (f"{P} exchanged views with {Q} on Tuesday on regional issues.", "talks", "held"),
    (f"{P} and {Q} witnessed the signing of three agreements on Tuesday.", "ceremony", "held"),
]


@pytest.mark.parametrize("said", OFFICIAL, ids=lambda s: s[0][:30])
def test_as_ministries_write(reader: Reader, said: tuple[str, str, str]) -> None:
    (found,) = read(reader, said[0], "2024-05-08").engagements
    assert (found.form, found.status.status) == said[1:]
    assert {"TCD", "NOR"} <= set(found.countries)


def test_a_name_right_after_an_office_is_its_holder(reader: Reader) -> None:
    text = f"{P} paid a courtesy call on the Prime Minister of Norway, Lena Okafor on Tuesday."
    (found,) = read(reader, text, "2024-05-08").engagements
    assert [p.actor.name for p in found.participants] == ["Karim Sall", "Lena Okafor"]
