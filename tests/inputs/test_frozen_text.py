"""The frozen text: newlines made one, nothing else touched, named by its hash."""

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.inputs import document_of
from detente.model import Edtf, Source, Span

LAST_END = re.compile("[\n-\r\x1c-\x1e\x85\u2028\u2029]\\Z")
ANY_TEXT = st.text(st.characters(codec="utf-8"))


@given(ANY_TEXT)
def test_the_frozen_text_is_the_text_with_one_line_end(text: str) -> None:
    document = document_of(text)
    lines = text.splitlines() or [""]
    assert document.text.split("\n") == ([*lines, ""] if LAST_END.search(text) else lines)
    assert len(document.text) == len(text) - text.count("\r\n")
    digest = hashlib.sha256(document.text.encode()).hexdigest()
    assert document.source.sha256 == digest
    assert document.id == f"doc-{digest[:16]}"


def test_line_ends_of_all_systems_freeze_to_the_same_text_and_what_shifts_is_told() -> None:
    one, other = document_of("Talks in Hanoi.\r\nThey went on.\r"), document_of("Talks in Hanoi.\nThey went on.\n")
    assert (one.text, one.source, one.id) == (other.text, other.source, other.id) and not other.issues
    (issue,) = one.issues
    assert (issue.code, issue.span) == ("DET-120", Span(15, 16, "\n")) and issue.message.startswith("1 line end")


@pytest.mark.parametrize("text", ["Talks in Hanoi.\n", "\nTalks in Hanoi.\n\n\n", "Talks\n\n\nin Hanoi."])
def test_a_plain_text_is_frozen_unchanged(text: str) -> None:
    assert document_of(text).text == text


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
