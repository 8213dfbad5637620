"""The frozen text: newlines made one, nothing else touched, named by its hash."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from detente.inputs import document_of
from detente.model import Edtf, Source

ANY_TEXT = st.text(st.characters(codec="utf-8"))


@given(ANY_TEXT)
def test_the_frozen_text_is_the_text_by_lines(text: str) -> None:
    document = document_of(text)
    assert document.text == "\n".join(text.splitlines())
    digest = hashlib.sha256(document.text.encode()).hexdigest()
    assert document.source.sha256 == digest
    assert document.id == f"doc-{digest[:16]}"


def test_line_ends_of_all_systems_freeze_to_the_same_document() -> None:
    assert document_of("Talks in Hanoi.\r\nThey went on.\r") == document_of("Talks in Hanoi.\nThey went on.\n")


def test_spaces_and_empty_lines_stay() -> None:
    assert document_of("  Talks \n\n in Hanoi. ").text == "  Talks \n\n in Hanoi. "


def test_a_given_id_and_date_are_kept() -> None:
    document = document_of("x", id="a/1", published=Edtf("2021-03"), source=Source(path="p", published=Edtf("2020")))
    assert (document.id, document.source.path, document.source.published) == ("a/1", "p", "2021-03")


def test_control_and_direction_characters_stay_and_are_counted() -> None:
    text = "The \u202eenvoy\u202c left\x07."
    document = document_of(text)
    assert document.text == text
    (issue,) = document.issues
    assert issue.code == "DET-110"
    assert issue.message.startswith("3 ")
    assert "U+202E" in issue.message
    assert issue.span is not None
    assert text[issue.span.start : issue.span.end] == issue.span.text == "\u202e"


def test_tabs_and_joiners_are_no_issue() -> None:
    assert document_of("A\ttable, می\u200cروم, 👩\u200d⚖").issues == ()


def test_half_a_surrogate_pair_is_marked_since_no_utf8_holds_it() -> None:
    document = document_of("A \ud83d note")
    assert document.text == "A \ufffd note"
    assert [i.code for i in document.issues] == ["DET-105"]
