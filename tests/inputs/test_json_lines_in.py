"""JSON Lines: every good line is a document, every bad one a refusal with its number."""

import io
import json
from typing import Any

import pytest

from detente.inputs import InputOptions, Limits, Refusal, open_inputs
from detente.model import Document, Edtf

FULL = {
    "id": "post/7", "text": "Envoys met in Accra.", "published": "2020-05-04", "url": "https://a.example/7",
    "title": "Envoys meet", "outlet": "The Harbour Post", "agency": "AFP", "author": "Ana Prieto",
    "language": "en", "section": "World", "tags": ["a", "é"], "words": 4,
}  # fmt: skip
HTML = (
    "<html lang='en'><head><title>Accra</title></head><body><article><p>"
    + "Envoys met in Accra. " * 30
    + "</p></article></body></html>"
)


def read(*lines: Any, options: InputOptions | None = None) -> list[Document | Refusal]:
    raw = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return list(open_inputs(["-"], options or InputOptions("jsonl"), io.BytesIO(raw)))


def one(line: Any, options: InputOptions | None = None) -> Document:
    (found,) = read(line, options=options)
    assert isinstance(found, Document), found
    return found


def refused(line: Any) -> Refusal:
    before, found, after = read({"text": "First."}, line, {"text": "Last."})
    assert isinstance(before, Document)
    assert isinstance(after, Document)
    assert isinstance(found, Refusal)
    assert found.input == "-, line 2"
    assert "line 2: " in found.message
    assert "\n" not in found.message
    return found


def test_all_fields_arrive_and_others_are_kept_in_order() -> None:
    document = one(FULL)
    source = document.source
    assert document.id == "post/7"
    assert document.text == "Envoys met in Accra."
    assert (source.url, source.title, source.outlet) == (
        "https://a.example/7",
        "Envoys meet",
        "The Harbour Post",
    )
    assert (source.agency, source.author, source.language) == ("AFP", "Ana Prieto", "en")
    assert source.published == "2020-05-04"
    assert document.extra == (("section", '"World"'), ("tags", '["a", "é"]'), ("words", "4"))
    assert document.issues == ()


def test_date_serves_where_published_is_missing_or_wrong() -> None:
    assert one({"text": "x", "date": "2020-05"}).source.published == "2020-05"
    document = one({"text": "x", "published": "soon", "date": "2020-05"})
    assert document.source.published == "2020-05"
    assert [i.code for i in document.issues] == ["DET-108"]


@pytest.mark.parametrize("value", ["2020-02-30", "soon", 1588550400, ["2020"], "2020-05-04?", True])
def test_a_wrong_date_is_an_issue_and_no_date_and_not_lost(value: Any) -> None:
    document = one({"text": "x", "published": value})
    assert document.source.published is None
    assert [i.code for i in document.issues] == ["DET-108"]
    assert document.extra == (("published", json.dumps(value)),)


def test_the_date_given_for_all_goes_before_the_lines() -> None:
    options = InputOptions("jsonl", published=Edtf("2019-01-01"))
    assert one(FULL, options).source.published == "2019-01-01"


def test_html_is_extracted_and_the_lines_fields_go_first() -> None:
    document = one({"html": HTML, "title": "Given", "published": "2020-05-04", "x": 1})
    assert document.text.startswith("Envoys met in Accra.")
    assert (document.source.title, document.source.language) == ("Given", "en")
    assert document.source.published == "2020-05-04"
    assert document.extra == (("x", "1"),)


def test_a_known_field_of_the_wrong_type_is_kept_beside() -> None:
    document = one({"text": "x", "author": ["A", "B"], "id": 12})
    assert document.id == "12"
    assert document.source.author is None
    assert document.extra == (("author", '["A", "B"]'),)


@pytest.mark.parametrize(
    "line",
    [
        b'{"text": "cut', b"nonsense", b"[1, 2]", b'"words"', b"3", b"null", b"{'text': 'x'}",
        b'{"text": "x", "n": ' + b"9" * 5000 + b"}",
        b'{"text": "x", "deep": ' + b"[" * 200 + b"]" * 200 + b"}",
        b'{"text": "x", "deep": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    ],
)  # fmt: skip
def test_a_line_that_is_no_object_is_refused_and_the_rest_read(line: bytes) -> None:
    assert refused(line).code == "DET-106"


@pytest.mark.parametrize("line", [{}, {"text": ""}, {"text": " \n"}, {"text": None}, {"text": 5}, {"html": ""}])
def test_a_line_without_text_is_refused(line: dict[str, Any]) -> None:
    assert refused(line).code == "DET-107"


def test_a_page_without_words_in_a_line_is_refused() -> None:
    assert refused({"html": "<html><body></body></html>"}).code == "DET-111"


def test_a_binary_line_is_refused() -> None:
    assert refused(b'{"text": "\0\0"}').code == "DET-103"


def test_a_line_beyond_the_limit_is_refused_and_the_rest_read() -> None:
    options = InputOptions("jsonl", limits=Limits(max_bytes=1000))
    found = read({"text": "a"}, {"text": "b" * 300_000}, {"text": "c"}, options=options)
    assert [f.code if isinstance(f, Refusal) else f.text for f in found] == ["a", "DET-104", "c"]


def test_blank_lines_count_but_are_not_missed() -> None:
    found = read({"text": "a"}, b"", b"  \r", b"{", {"text": "c"})
    assert isinstance(found[1], Refusal)
    assert found[1].input == "-, line 4"
    assert len(found) == 3


def test_damaged_bytes_in_a_line_are_told() -> None:
    document = one(b'{"text": "The envoy \xff left"}')
    assert document.text == "The envoy \ufffd left"
    assert [i.code for i in document.issues] == ["DET-105"]


def test_what_json_can_say_and_utf8_cannot_is_marked() -> None:
    document = one(b'{"text": "a \\ud83d b", "title": "\\udc00", "\\ud800": "\\ud800", "n": NaN, "id": "\\udfff"}')
    assert document.text == "a \ufffd b"
    assert document.source.title == "\ufffd"
    assert document.extra == (("\ufffd", '"\ufffd"'), ("n", "null"))
    assert [i.code for i in document.issues] == ["DET-105"]
    json.dumps([document.id, document.extra], ensure_ascii=False).encode("utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_lines_in_other_unicode_encodings(encoding: str) -> None:
    raw = '{"text": "Zürich"}\n{"text": "Łódź"}\n'.encode(encoding)
    found = list(open_inputs(["-"], InputOptions(), io.BytesIO(raw)))
    assert [f.text for f in found if isinstance(f, Document)] == ["Zürich", "Łódź"]


def test_the_same_id_for_other_texts_is_told_and_made_distinct() -> None:
    found = read(*({"id": "a", "text": text} for text in ("x", "y", "x", "z")))
    assert [d.id for d in found if isinstance(d, Document)] == ["a", "a-2", "a", "a-3"]
    codes = [[i.code for i in d.issues] for d in found if isinstance(d, Document)]
    assert codes == [[], ["DET-114"], [], ["DET-114"]]


def test_lines_are_read_as_they_are_asked_for() -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return b'{"text": "x"}\n' if size >= 14 else b" " * size

    stream = open_inputs(["-"], InputOptions(), Endless())  # type: ignore[arg-type]
    assert isinstance(next(stream), Document)


@pytest.mark.parametrize(
    ("given", "kept"),
    [("\u001b[31mid", "\ufffd[31mid"), ("a\nb\u202e", "a b\ufffd"), ("\u0007", "\ufffd")],
)
def test_an_id_holds_no_control_characters(given: str, kept: str) -> None:
    document = one({"id": given, "text": "Envoys met."})
    assert document.id == kept
    assert [i.code for i in document.issues] == ["DET-110"]


@pytest.mark.parametrize("given", ["post/7", "нота 3", "می\u200cخواهم", "a b#c"])
def test_an_id_of_letters_and_signs_is_as_it_was(given: str) -> None:
    document = one({"id": given, "text": "Envoys met."})
    assert document.id == given and document.issues == ()


def test_what_is_told_of_a_source_stands_on_one_line() -> None:
    source = one(
        {"text": "x", "title": "Envoys\n\x07 meet\x1b]0;t\x07", "outlet": "The\u200b Post", "url": "\x1b"}
    ).source
    assert (source.title, source.outlet, source.url) == ("Envoys  meet]0;t", "The Post", None)


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [("id", {"a": 1}, "object"), ("id", True, "truth value"), ("title", ["a"], "list"), ("outlet", 5, "number")],
)
def test_a_field_of_another_kind_is_told_and_kept(field: str, value: Any, kind: str) -> None:
    document = one({"text": "x", field: value})
    assert [i.code for i in document.issues] == ["DET-117"]
    assert f"its {field} is a {kind}" in document.issues[0].message
    assert document.extra == ((field, json.dumps(value)),)
