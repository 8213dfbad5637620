"""Bytes to text: which encoding is taken, and that what does not decode is told with its place."""

import pytest

from detente.errors import InputError
from detente.inputs.decoding import decode, markup_charsets

WESTERN = "The minister’s visit to São Tomé was “useful”, Müller said in Zürich – and later in Besançon."
LONGER = {
    "cp1251": "Министр заявил, что встреча была полезной и что стороны продолжат переговоры весной. ",
    "koi8-r": "Министр заявил, что встреча была полезной и что стороны продолжат переговоры весной. ",
    "cp1252": "Il a déclaré que la réunion était très utile et qu’elle reprendra à Genève en été. ",
    "cp1250": "Minister powiedział, że wizyta była użyteczna i że rozmowy odbędą się w Łodzi jesienią. ",
    "cp1256": "وقال الوزير إن الاجتماع كان مفيدا وسيستمر الحوار بين الجانبين في الخريف. ",
    "gb18030": "外交部长表示，双方进行了建设性对话，并同意今后继续保持沟通。",
    "shift_jis": "外相は会談が有益だったと述べ、今後も対話を続けることで一致した。",
    "euc-kr": "장관은 회담이 유익했으며 양측이 가을에 대화를 계속하기로 합의했다고 밝혔다. ",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_a_mark_is_read_without_a_word(encoding: str) -> None:
    assert decode(WESTERN.encode(encoding), "a.txt") == (WESTERN, [])


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xfe\xff", "utf-16-be"), (b"\0\0\xfe\xff", "utf-32-be")])
def test_big_endian_marks(mark: bytes, encoding: str) -> None:
    assert decode(mark + WESTERN.encode(encoding), "a.txt") == (WESTERN, [])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_as_detected(encoding: str) -> None:
    text, issues = decode(WESTERN.encode(encoding), "a.txt")
    assert text == WESTERN
    assert [i.code for i in issues] == ["DET-113"]


def test_a_few_western_bytes_are_read_and_told() -> None:
    text, issues = decode(WESTERN.encode("cp1252"), "a.txt")
    assert text == WESTERN
    assert [i.code for i in issues] == ["DET-113"]
    assert "cp1252" in issues[0].message


@pytest.mark.parametrize(("encoding", "sentence"), LONGER.items())
def test_texts_in_older_encodings_are_detected_and_told(encoding: str, sentence: str) -> None:
    text, issues = decode((sentence * 4).encode(encoding), "a.txt")
    assert text == sentence * 4
    assert [i.code for i in issues] == ["DET-113"]


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "cp932", "euc_kr", "mac_roman", "cp1251", "cp1253"])
@pytest.mark.parametrize("times", [1, 9])
def test_the_marks_of_english_print_are_read_in_any_encoding(encoding: str, times: int) -> None:
    text = "“We met in Hanoi,” the minister said. The two sides’ envoys meet again in May…\n" * times
    found, issues = decode(text.encode(encoding), "a.txt")
    assert found == text
    assert [i.code for i in issues] == ["DET-113"]


def test_a_few_letters_of_an_older_machine_are_read() -> None:
    text = "Mr José Müller’s visit to São Tomé was “useful”, he said.\n"
    assert decode(text.encode("mac_roman"), "a.txt")[0] == text


def test_japanese_in_ascii_bytes_is_read_and_told() -> None:
    found, issues = decode(LONGER["shift_jis"].encode("iso2022_jp"), "a.txt")
    assert found == LONGER["shift_jis"]
    assert [i.code for i in issues] == ["DET-113"]


def test_foreign_bytes_far_down_are_still_detected() -> None:
    raw = b"Plain words of a long report. " * 9000 + "The envoy’s café.".encode("cp1252")
    assert decode(raw, "a.txt")[0].endswith("The envoy’s café.")


BROKEN = {
    b"The envoy left \xff today": 15,
    b"The envoy\xff\xfe left": 9,
    b"Caf\xc3 talks in Lisbon": 3,
    b"\x81\x8d the talks": 0,
    "Réunion à Genève, dîner à Zürich ".encode() + b"\x93now": 39,
    b"\xef\xbb\xbfThe envoy \xff left": 13,
}


@pytest.mark.parametrize(("raw", "first"), BROKEN.items())
def test_damaged_bytes_are_marked_and_told_not_guessed(raw: bytes, first: int) -> None:
    text, issues = decode(raw, "a.txt")
    assert "\ufffd" in text
    assert [i.code for i in issues] == ["DET-105"]
    assert f"first at byte {first};" in issues[0].message


def test_the_count_leaves_out_marks_that_were_in_the_text() -> None:
    _, issues = decode("kept \ufffd and é é é é é".encode() + b" lost \xff", "a.txt")
    assert "1 undecodable" in issues[0].message


def test_a_declared_encoding_goes_before_detection() -> None:
    assert decode("Łódź".encode("cp1250"), "a", ["windows-1250"]) == ("Łódź", [])
    assert decode("“Zürich”".encode("cp1252"), "a", ["ISO-8859-1"]) == ("“Zürich”", [])


@pytest.mark.parametrize("name", ["hex", "idna", "undefined", "rot13", "utf-7", "no-such", "\0", "é"])
def test_a_declared_name_that_is_no_encoding_is_passed_over(name: str) -> None:
    assert decode("Zürich".encode(), "a", [name]) == ("Zürich", [])


def test_a_declared_encoding_that_does_not_fit_is_told() -> None:
    text, issues = decode(b"Z\xfcrich", "a", ["utf-8"])
    assert text == "Z\ufffdrich"
    assert [i.code for i in issues] == ["DET-105"]


@pytest.mark.parametrize(
    "raw", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)), b"a\0b", b"words\0words", b"\x01\x02"]
)
def test_binary_is_refused(raw: bytes) -> None:
    with pytest.raises(InputError) as refused:
        decode(raw, "a.bin")
    assert refused.value.code == "DET-103"
    assert str(refused.value).startswith("a.bin: ")


def test_a_page_names_its_encoding() -> None:
    assert markup_charsets(b'<html><head><meta charset="windows-1251">') == ["windows-1251"]
    assert markup_charsets(b"<meta http-equiv=x content='text/html; charset=koi8-r'>") == ["koi8-r"]
    assert markup_charsets(b'<?xml version="1.0" encoding="utf-16"?>') == ["utf-8"]
