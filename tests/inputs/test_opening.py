"""Files, folders, standard input, packed files: what is read and refused, and that nothing else is lost."""

import gzip
import io
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.inputs import InputOptions, Limits, Refusal, count, open_inputs
from detente.inputs.limits import Kind
from detente.model import Document, Edtf

TEXT = "Envoys of Chile and Kenya met in Nairobi.\n"
PAGE = "<!doctype html><html lang=en><body><article><p>" + TEXT * 20 + "</p></article></body></html>"


TAGS = st.sampled_from(["<html>", "<p>", "</p>", "<!--", "<script>", "<table><tr><td>", "&#x202e;", "<br", "]]>"])
HALF_PAGES = st.lists(TAGS | st.text(max_size=9)).map(lambda parts: "".join(parts).encode("utf-8", "replace"))
MARKS = st.sampled_from(['{"text": "a', '"}', "\n", '"html": "', "[", "}", ":", ",", "\\ud800", "9", '{"id": 1, '])
HALF_LINES = st.lists(MARKS | st.text(max_size=5)).map(lambda parts: "".join(parts).encode("utf-8", "replace"))


def read(*paths: Path | str, options: InputOptions | None = None, stdin: bytes = b"") -> list[Document | Refusal]:
    return list(open_inputs([str(p) for p in paths], options or InputOptions(), io.BytesIO(stdin)))


def documents(*paths: Path | str, stdin: bytes = b"") -> list[Document]:
    found = read(*paths, stdin=stdin)
    assert all(isinstance(item, Document) for item in found), found
    return [item for item in found if isinstance(item, Document)]


def refusal(path: Path | str, options: InputOptions | None = None, stdin: bytes = b"") -> Refusal:
    (found,) = read(path, options=options, stdin=stdin)
    assert isinstance(found, Refusal), found
    assert "\n" not in found.message
    assert found.message.startswith(found.input)
    assert ";" in found.message or ":" in found.message
    return found


def written(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_file_is_its_text(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", " Talks.\r\n\r\n More talks. \n")
    (document,) = documents(path)
    assert document.text == " Talks.\n\n More talks. \n"
    assert document.source.path == str(path)
    assert document.source.published is None


def test_the_given_date_is_every_documents(tmp_path: Path) -> None:
    paths = [written(tmp_path / "a.txt", TEXT), written(tmp_path / "b.html", PAGE)]
    found = read(*paths, options=InputOptions(published=Edtf("2020-05")))
    assert [d.source.published for d in found if isinstance(d, Document)] == ["2020-05", "2020-05"]


@pytest.mark.parametrize(
    ("name", "content", "first"),
    [
        ("a.html", PAGE, "Envoys"), ("a.htm", PAGE, "Envoys"), ("a", PAGE, "Envoys"),
        ("a.md", "# Talks", "# Talks"), ("a", TEXT, "Envoys of Chile"), ("a.txt", PAGE, "<!doctype html>"),
        ("a.jsonl", '{"text": "Talks"}', "Talks"), ("a.ndjson", '{"text": "Talks"}', "Talks"),
        ("a", '{"text": "Talks"}\n', "Talks"), ("a.log", '  {"text": "Talks"}\n', "Talks"),
        ("a", "{Talks} in braces", "{Talks}"), ("A.HTML", PAGE, "Envoys of Chile"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("packed", [False, True])
def test_the_kind_is_told_by_name_and_then_by_content(
    tmp_path: Path, name: str, content: str, first: str, packed: bool
) -> None:
    raw = content.encode()
    path = written(tmp_path / (f"{name}.gz" if packed else name), gzip.compress(raw) if packed else raw)
    (document,) = documents(path)
    assert document.text.startswith(first)


def test_a_given_kind_goes_before_the_name(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", PAGE)
    (document,) = read(path, options=InputOptions("html"))
    assert isinstance(document, Document)
    assert document.text.startswith("Envoys")


def test_standard_input(tmp_path: Path) -> None:
    (document,) = documents("-", stdin=TEXT.encode())
    assert document.text == TEXT
    assert document.source.path is None
    assert documents("-", stdin=gzip.compress(TEXT.encode())) == [document]
    assert refusal("-").input == "-"


def test_a_utf16_file(tmp_path: Path) -> None:
    (document,) = documents(written(tmp_path / "a.txt", "Zürich, “now”".encode("utf-16")))
    assert (document.text, document.issues) == ("Zürich, “now”", ())


BAD = {
    "empty.txt": (b"", "DET-102"),
    "blank.txt": (b" \n\t \r\n", "DET-102"),
    "mark.txt": (b"\xef\xbb\xbf", "DET-102"),
    "blank.jsonl": (b"\n \n", "DET-102"),
    "empty.jsonl": (b"", "DET-102"),
    "blank.html": (b"\n", "DET-102"),
    "image.png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "DET-103"),
    "image.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "DET-103"),
    "hollow.html": (b"<html><body></body></html>", "DET-111"),
    "damaged.txt.gz": (gzip.compress(TEXT.encode() * 99, mtime=0)[:-9], "DET-112"),
    "damaged.html.gz": (b"\x1f\x8b\x08\x00rubbish that is not packed", "DET-112"),
    "bomb.txt.gz": (gzip.compress(b" " * 30_000_000, mtime=0), "DET-112"),
    "bomb.jsonl.gz": (gzip.compress((b" " * 5000 + b"\n") * 6000, mtime=0), "DET-112"),
}


@pytest.mark.parametrize(("name", "content", "code"), [(n, *rest) for n, rest in BAD.items()])
def test_a_bad_file_is_refused_in_one_line(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    found = refusal(written(tmp_path / name, content))
    assert found.code == code
    assert found.input == str(tmp_path / name)


def test_packed_lines_are_read_up_to_the_damage(tmp_path: Path) -> None:
    raw = gzip.compress(b"".join(b'{"text": "%d %s"}\n' % (n, os.urandom(40).hex().encode()) for n in range(9000)))
    found = read(written(tmp_path / "a.jsonl.gz", raw[: len(raw) // 2]))
    assert sum(isinstance(item, Document) for item in found) > 1000
    assert [item.code for item in found if isinstance(item, Refusal)] == ["DET-112"]


def test_packed_lines_may_be_more_than_one_document_may(tmp_path: Path) -> None:
    raw = gzip.compress(b"".join(b'{"text": "%d %s"}\n' % (n, os.urandom(40).hex().encode()) for n in range(900)))
    options = InputOptions(limits=Limits(max_bytes=1000))
    assert len(read(written(tmp_path / "a.jsonl.gz", raw), options=options)) == 900


def test_fifty_megabytes_on_one_line(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", b"Talks went on. " * 3_500_000)
    found = refusal(path)
    assert found.code == "DET-104"
    assert "--max-bytes" in found.message
    (document,) = read(path, options=InputOptions(limits=Limits(max_bytes=60_000_000)))
    assert isinstance(document, Document)
    assert len(document.text) == 52_500_000


def test_a_missing_file(tmp_path: Path) -> None:
    found = refusal(tmp_path / "none.txt")
    assert found.code == "DET-101"
    assert "no such file" in found.message


@pytest.mark.parametrize("path", ["", "a\0b", "no/such\nfile", "x" * 5000])
def test_paths_that_cannot_be_are_refused(path: str) -> None:
    assert refusal(path).code == "DET-101"


@pytest.mark.parametrize("place", ["a.txt", "."])
def test_no_permission_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    """The system's calls are made to refuse: the tests may run as root, to whom nothing is barred."""
    written(tmp_path / "a.txt", TEXT)

    def barred(path: object, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("builtins.open", barred)
    monkeypatch.setattr("os.scandir", barred)
    found = refusal(tmp_path / place)
    assert found.code == "DET-101"
    assert "no permission" in found.message


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_no_permission_on_disk(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", TEXT)
    path.chmod(0)
    assert refusal(path).code == "DET-101"


def test_an_error_while_reading_is_a_refusal(tmp_path: Path) -> None:
    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise OSError(5, "Input/output error")

    (found,) = open_inputs(["-"], InputOptions(), Broken())  # type: ignore[arg-type]
    assert isinstance(found, Refusal)
    assert found.code == "DET-101"


def test_one_bad_file_among_twenty_loses_only_itself(tmp_path: Path) -> None:
    for n in range(20):
        written(tmp_path / f"{n:02}.txt", f"Talks, day {n}.")
    written(tmp_path / "07.txt", b"\x00\x01\x02")
    found = read(tmp_path)
    assert len(found) == 20
    assert [i for i, item in enumerate(found) if isinstance(item, Refusal)] == [7]
    assert isinstance(found[7], Refusal)
    assert found[7].input == str(tmp_path / "07.txt")


def test_a_folder_is_read_in_order_and_hidden_files_are_not(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.html", "a.jsonl", "c", ".hidden.txt", ".git/x.txt", "b/.x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        written(path, {".html": PAGE, ".jsonl": '{"text": "1"}\n{"text": "2"}'}.get(path.suffix, f"Talks {name}"))
    found = [d.source.path for d in documents(tmp_path)]
    assert [Path(p or "").relative_to(tmp_path).as_posix() for p in found] == [
        "a.jsonl", "a.jsonl", "b/1.html", "b/2.txt", "c"
    ]  # fmt: skip


def test_a_folder_of_nothing_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "DET-102"


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of posix")
def test_rings_and_pipes_in_a_folder_do_not_hold_the_run(tmp_path: Path) -> None:
    written(tmp_path / "a.txt", TEXT)
    (tmp_path / "ring").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "none")
    os.mkfifo(tmp_path / "pipe")
    found = read(tmp_path)
    assert [item.code if isinstance(item, Refusal) else "read" for item in found] == ["read", "DET-101"]


@pytest.mark.skipif(os.name != "posix", reason="names of bytes")
def test_a_file_name_that_is_no_unicode_is_shown_by_its_bytes(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9\n.txt"
    with open(path, "wb") as file:
        file.write(TEXT.encode())
    (document,) = documents(os.fsdecode(path))
    assert document.source.path is not None
    assert document.source.path.endswith("/caf\\xe9\\n.txt")


def test_several_inputs_come_in_the_order_given(tmp_path: Path) -> None:
    a, b = written(tmp_path / "a.txt", "A"), written(tmp_path / "b.txt", "B")
    found = read(b, tmp_path / "none", a)
    assert [item.text if isinstance(item, Document) else item.code for item in found] == ["B", "DET-101", "A"]


def test_nothing_is_opened_before_it_is_asked_for(tmp_path: Path) -> None:
    stream = open_inputs([str(tmp_path / "late.txt")], InputOptions(), io.BytesIO())
    written(tmp_path / "late.txt", TEXT)
    assert isinstance(next(stream), Document)


@pytest.mark.parametrize(
    ("names", "known"),
    [(["a.txt"], 1), (["a.txt", "b.html.gz"], 2), (["a.txt", "b.jsonl"], None), (["unknown"], None)],
)
def test_count_is_known_where_names_tell(tmp_path: Path, names: Sequence[str], known: int | None) -> None:
    for name in names:
        written(tmp_path / name, "x")
    assert count([str(tmp_path)]) == known
    assert count([str(tmp_path / name) for name in names]) == known


def test_count_of_streams_addresses_and_what_is_missing(tmp_path: Path) -> None:
    assert count(["-"]) is None
    assert count(["https://a.example/story"]) == 1
    assert count([str(tmp_path / "none.txt")]) == 1


@pytest.mark.parametrize("kind", ["auto", "text", "html", "jsonl"])
@settings(max_examples=60, deadline=None)
@given(raw=st.binary() | st.text().map(lambda t: t.encode("utf-16", "surrogatepass")) | HALF_PAGES | HALF_LINES)
def test_no_bytes_whatever_raise(kind: Kind, raw: bytes) -> None:
    for packed in (raw, gzip.compress(raw), gzip.compress(raw)[:-5]):
        for item in open_inputs(["-"], InputOptions(kind), io.BytesIO(packed)):
            if isinstance(item, Document):
                item.text.encode("utf-8")
                assert "\n".join(item.text.splitlines()) == item.text.removesuffix("\n")
            else:
                assert "\n" not in item.message


@pytest.mark.parametrize("name", ["mk.py", "a.json", "a.csv", "a.xml", "notes.docx", "b/table.tsv.gz"])
def test_a_folders_other_files_are_named_and_passed_over(tmp_path: Path, name: str) -> None:
    (tmp_path / "b").mkdir()
    odd = written(tmp_path / name, TEXT)
    written(tmp_path / "a.txt", TEXT)
    first, second = sorted(read(tmp_path), key=lambda item: isinstance(item, Refusal))
    assert isinstance(first, Document) and isinstance(second, Refusal)
    assert second.code == "DET-118" and second.input == str(odd) and Path(name).name.split(".")[1] in second.message
    assert count([str(tmp_path)]) == 1


@pytest.mark.parametrize(
    "name", ["a.txt", "A.TXT", "b.md", "press 4.3", "statement", "No. 12", "page.htm", "a.text.gz"]
)
def test_a_folders_texts_are_read_with_and_without_an_ending(tmp_path: Path, name: str) -> None:
    content = gzip.compress(TEXT.encode()) if name.endswith(".gz") else TEXT
    written(tmp_path / name, PAGE if name.endswith("htm") else content)
    assert len(documents(tmp_path)) == 1


def test_a_program_without_an_ending_is_passed_over(tmp_path: Path) -> None:
    written(tmp_path / "run", "#!/bin/sh\necho Envoys met in Accra.\n")
    (found,) = read(tmp_path)
    assert isinstance(found, Refusal) and found.code == "DET-118"


@pytest.mark.parametrize("name", ["mk.py", "a.csv"])
def test_a_file_that_is_named_is_read(tmp_path: Path, name: str) -> None:
    assert documents(written(tmp_path / name, TEXT))[0].text == TEXT


def test_of_a_folder_said_to_be_text_all_is_read(tmp_path: Path) -> None:
    written(tmp_path / "a.log", TEXT)
    assert isinstance(read(tmp_path, options=InputOptions("text"))[0], Document)
