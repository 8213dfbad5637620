"""A "not" is never lost: what is promised, asked and told keeps it, and a denied promise is none."""

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

P = "Foreign Minister Karim Sall of Chad"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (f"{P} promised not to send troops.", "not to send troops"),
        (f"{P} pledged never to use force.", "never to use force"),
        (f"{P} urged Norway not to send troops.", "not to send troops"),
        (f"{P} warned Norway not to interfere.", "not to interfere"),
    ],
)
def test_the_content_keeps_its_not(reader: Reader, text: str, content: str) -> None:
    reading = read(reader, text, "2024-05-08")
    assert [s.content.text for s in reading.statements] == [content]
    assert {c.content.text for c in (*reading.commitments, *reading.positions)} == {content}


@pytest.mark.parametrize(
    "text",
    [
        "President Karim Sall denied that Chad had promised to lift the ban.",
        "Chad has never promised to lift the ban, its foreign minister said.",
        f"Chad did not promise Norway to lift the ban, {P} said.",
    ],
)
def test_a_denied_promise_is_none(reader: Reader, text: str) -> None:
    assert read(reader, text, "2024-05-08").commitments == ()


def test_hope_that_another_responds_is_no_threat(reader: Reader) -> None:
    text = f"{P} voiced hope that Norway would respond."
    assert read(reader, text, "2024-05-08").positions == ()


def test_whose_president_is_no_side_beside_him(reader: Reader) -> None:
    reading = read(reader, "President Karim Sall of Chad urged Norway to withdraw its troops.", "2024-05-08")
    told = [(e.source.name, e.plover_root) for e in reading.events if e.realis == "actual"]
    assert told == [("Karim Sall", "REQUEST")]


@pytest.mark.parametrize(
    ("text", "root", "realis"),
    [
        (f"It is not true that Chad attacked Norway, {P} said.", "ASSAULT", "denied"),
        (f"{P} dismissed as false reports that Chad had attacked Norway.", "ASSAULT", "denied"),
        ("Chad stopped short of condemning Norway.", "ACCUSE", "denied"),
        ("Chad considered expelling the Norwegian ambassador.", "SANCTION", "hypothetical"),
    ],
)
def test_what_the_words_above_make_of_a_deed(reader: Reader, text: str, root: str, realis: str) -> None:
    found = read(reader, text, "2024-05-08").events
    assert [e.realis for e in found if e.plover_root == root] == [realis]


def test_a_demand_given_up_is_none(reader: Reader) -> None:
    assert read(reader, f"Chad no longer demands an apology, {P} said.", "2024-05-08").positions == ()


def test_a_call_to_act_is_no_telephone_call(reader: Reader) -> None:
    assert read(reader, "Chad rejected a call by Norway to lift sanctions.", "2024-05-08").engagements == ()
