"""The record's verbs as a user meets them: what is printed, where, and the exit code."""

from __future__ import annotations

import gzip
import io
import json
import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import detente
from detente.cli import main
from detente.cli.add import _extent
from detente.cli.listing import PAGE, _page
from detente.inputs import InputOptions, open_inputs
from tests.cli.test_cli import detente as process
from tests.conftest import ROOT

DEMO = "examples/demo/norway-morocco.jsonl"
LISTS = ["engagements", "statements", "positions", "commitments", "events", "tenures", "sources"]


@dataclass
class Done:
    """What a run gave."""

    returncode: int
    stdout: bytes
    stderr: bytes


def run(*arguments: str, **environment: str) -> Done:
    """Runs the program in this process, as `main` does, with a screen of 120 columns."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        for name, value in {"NO_COLOR": "1", "COLUMNS": "120", **environment}.items():
            patch.setenv(name, value)
        patch.setattr(sys, "argv", ["detente", *arguments])
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        with pytest.raises(SystemExit) as ended:
            main()
    code = ended.value.code
    return Done(int(code or 0), out.buffer.getvalue(), err.buffer.getvalue())  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("cli") / "s.db"
    with detente.open(path) as record:
        record.add(ROOT / DEMO, day="2024-07-01")
    return str(path)


def asked(*arguments: str) -> object:
    done = run(*arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def fields(**kinds: object) -> dict[str, object]:
    return {"type": "object", "required": list(kinds), "additionalProperties": False, "properties": kinds}


TEXT: dict[str, object] = {"type": "string"}
MAYBE: dict[str, object] = {"type": ["string", "null"]}
MANY: dict[str, object] = {"type": "array", "items": TEXT}
QUOTE = fields(document=TEXT, start={"type": "integer"}, end={"type": "integer"}, text=TEXT)
COVERAGE = {"type": "array", "items": fields(
    side=TEXT, documents={"type": "integer"}, families={"type": "integer"}, languages={"type": "object"},
    unread={"type": "object"}, first=MAYBE, last=MAYBE)}  # fmt: skip
ENTRY = fields(status=TEXT, at=MAYBE, known_at=TEXT, claimed_by=MAYBE, reason=MAYBE, document=TEXT)
ENGAGEMENT = fields(
    id=TEXT, form=TEXT, level=TEXT, track=TEXT, status=TEXT, history={"type": "array", "items": ENTRY}, countries=MANY,
    participants={"type": "array", "items": fields(name=MAYBE, post=MAYBE, country=MAYBE, role=TEXT)}, when=MAYBE,
    when_kind={"enum": ["actual", "planned"]}, places={"type": "array", "items": fields(name=TEXT, country=MAYBE)},
    initiator=MAYBE, initiator_claimed_by=MAYBE, parent=MAYBE, channel=MAYBE, topics=MANY, documents=MANY,
    background_in=MANY, families={"type": "integer"},
    accounts={"type": "array", "items": fields(side=TEXT, language=TEXT, documents=MANY)},
    confidence={"type": "number"},
)  # fmt: skip
COMMITMENT = fields(
    id=TEXT, by=MANY, to=MANY, content=QUOTE, status=TEXT, confirmed={"type": "boolean"}, ascribed_by=MAYBE, due=MAYBE,
    history={"type": "array", "items": fields(status=TEXT, at=MAYBE, known_at=TEXT, claimed_by=MAYBE, document=TEXT)},
    restatements={"type": "array", "items": QUOTE}, documents=MANY,
)  # fmt: skip
POSITION = fields(
    id=TEXT, holder=TEXT, toward=MAYBE, kind=TEXT, topic=TEXT, content=QUOTE, first=TEXT, last=TEXT, documents=MANY,
    changes={"type": "array", "items": fields(at=TEXT, what=TEXT, document=TEXT, text=MAYBE)},
)  # fmt: skip
SOURCE = fields(document=TEXT, outlet=MAYBE, agency=MAYBE, published=MAYBE, title=MAYBE, language=MAYBE, family=TEXT,
                version={"type": "integer"}, sha256=TEXT, url=MAYBE, path=MAYBE)  # fmt: skip
TENURE = fields(person=TEXT, post=TEXT, country=MAYBE, change=TEXT, date=MAYBE, documents=MANY)
BOARD = fields(
    pair=MANY, as_of=TEXT, coverage=COVERAGE, planned=MANY, open_commitments=MANY,
    channels={"type": "array", "minItems": 12, "items": fields(
        channel=TEXT, state=TEXT, last_used={}, declared={}, planned=MANY)},
    changes={"type": "array", "items": fields(at=MAYBE, known_at=TEXT, what=TEXT, record=TEXT)},
)  # fmt: skip
COMPARISON = fields(
    engagement=TEXT, sides=MANY, caution={"type": "string", "minLength": 20}, coverage=COVERAGE,
    items={"type": "array", "items": fields(kind=TEXT, topic=TEXT, a={"type": "array", "items": QUOTE},
                                            b={"type": "array", "items": QUOTE})},
)  # fmt: skip
POINT = fields(month=TEXT, source=TEXT, target=TEXT, value={"type": "number"}, contributions={
    "type": "array", "minItems": 1, "items": fields(event=TEXT, weight={"type": "number"})})  # fmt: skip


def call(db: str) -> str:
    found = asked("engagements", "--db", db, "--between", "NOR", "MAR")
    assert isinstance(found, list)
    return str(next(e["id"] for e in found if e["form"] == "call"))


@pytest.mark.parametrize(
    ("verb", "schema"),
    [
        (["engagements"], {"type": "array", "items": ENGAGEMENT}),
        (["commitments"], {"type": "array", "items": COMMITMENT}),
        (["positions"], {"type": "array", "items": POSITION}),
        (["sources"], {"type": "array", "items": SOURCE}),
        (["tenures"], {"type": "array", "items": TENURE}),
        (["board", "NOR", "MAR", "--as-of", "2024-07-01"], BOARD),
        (["index", "NOR", "MAR"], {"type": "array", "items": POINT}),
    ],
    ids=lambda v: v[0] if isinstance(v, list) else "",
)
def test_answers_are_the_contracts(db: str, verb: list[str], schema: dict[str, object]) -> None:
    found = asked(*verb, "--db", db)
    assert found
    jsonschema.validate(found, schema)


def test_a_page_is_the_newest_and_says_how_to_see_the_rest(db: str) -> None:
    whole = asked("engagements", "--db", db)
    assert isinstance(whole, list) and len(whole) > 3
    assert asked("engagements", "--db", db, "--limit", "2") == whole[-2:]
    assert asked("engagements", "--db", db, "--limit", "2", "--offset", "1") == whole[-3:-1]
    assert asked("engagements", "--db", db, "--limit", "0") == whole
    shown = " ".join(run("engagements", "--db", db, "--limit", "2").stdout.decode().split())
    assert (
        f"2 engagements of {len(whole)}, the newest; {len(whole) - 2} earlier ones: --offset 2; all: --limit 0" in shown
    )
    beyond = run("engagements", "--db", db, "--limit", "2", "--offset", "99").stdout.decode()
    assert f"no more: there are {len(whole)} engagements" in beyond
    assert f"{len(whole)} engagements\n" in run("engagements", "--db", db).stdout.decode()


@pytest.mark.parametrize(
    ("seen", "form", "output", "limit", "page"),
    [(True, "table", None, None, PAGE), (True, "table", None, 7, 7), (True, "json", None, None, None),
     (True, "table", "f.txt", None, None), (False, "table", None, None, None)],
)  # fmt: skip
def test_a_terminal_is_shown_a_page(
    monkeypatch: pytest.MonkeyPatch, seen: bool, form: str, output: str | None, limit: int | None, page: int | None
) -> None:
    out = io.StringIO()
    monkeypatch.setattr(out, "isatty", lambda: seen)
    monkeypatch.setattr(sys, "stdout", out)
    assert _page(limit, form, output) == page


def test_compare_and_show(db: str) -> None:
    jsonschema.validate(asked("compare", call(db), "--db", db), COMPARISON)
    shown = asked("show", call(db), "--db", db)
    assert isinstance(shown, dict) and set(shown) == {"record", "claims", "reviews", "redirects"}
    jsonschema.validate(shown["record"], ENGAGEMENT)
    assert set(shown["claims"][0]) == {"document", "start", "end", "text", "field", "value", "rule", "known_at"}


@pytest.mark.parametrize("verb", LISTS)
def test_every_list_is_a_table_and_csv(db: str, verb: str) -> None:
    table = run(verb, "--db", db)
    assert table.returncode == 0 and table.stdout.strip(), table.stderr
    assert max(map(len, table.stdout.decode().splitlines())) <= 120
    assert run(verb, "--db", db, "--format", "csv").stdout.count(b"\n") > 1


@pytest.mark.parametrize("columns", ["60", "80", "140"])
def test_pages_fit_the_screen(db: str, columns: str) -> None:
    for verb in (["board", "NOR", "MAR"], ["engagements"], ["compare", call(db)], ["show", call(db)]):
        done = run(*verb, "--db", db, COLUMNS=columns)
        assert done.returncode == 0, done.stderr
        assert max(map(len, done.stdout.decode().splitlines())) <= int(columns), verb


def test_a_parquet_file(db: str, tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow.parquet")
    done = run("engagements", "--db", db, "--format", "parquet", "-o", str(tmp_path / "e.parquet"))
    assert done.returncode == 0, done.stderr
    assert pyarrow.read_table(tmp_path / "e.parquet").num_rows > 3


def test_a_panel_with_its_dictionary(db: str, tmp_path: Path) -> None:
    done = run("panel", "--db", db, "--unit", "dyad-month", "-o", str(tmp_path / "p.csv"))
    assert done.returncode == 0, done.stderr
    assert b"iso3_a,iso3_b,cow_a" in (tmp_path / "p.csv").read_bytes()
    assert b"covered" in (tmp_path / "p.dictionary.csv").read_bytes()


@pytest.mark.parametrize("ending", ["md", "html", "docx"])
def test_a_brief(db: str, tmp_path: Path, ending: str) -> None:
    if ending == "docx":
        pytest.importorskip("docx")
    path = tmp_path / f"b.{ending}"
    done = run("brief", "NOR", "MAR", "--db", db, "--since", "2024-01-01", "-o", str(path))
    assert done.returncode == 0, done.stderr
    assert path.stat().st_size > 1000


def test_the_report_of_an_add(tmp_path: Path) -> None:
    texts = tmp_path / "a.jsonl"
    texts.write_text((ROOT / DEMO).read_text(encoding="utf-8").splitlines()[0] + "\n{broken\n", encoding="utf-8")
    report = tmp_path / "r.json"
    done = run("add", str(texts), "--db", str(tmp_path / "s.db"), "--report", str(report), "--workers", "1")
    assert done.returncode == 1 and b"DET-106" in done.stderr
    found = json.loads(report.read_text())
    assert set(found) == {"added", "known", "changed", "set_aside", "unread_languages", "issues", "seconds"}
    assert found["added"] == 1 and found["set_aside"][0]["code"] == "DET-106"


def test_a_changed_page_is_told_and_shown(tmp_path: Path) -> None:
    first = json.loads((ROOT / DEMO).read_text(encoding="utf-8").splitlines()[2])
    db, texts = str(tmp_path / "s.db"), tmp_path / "a.jsonl"
    for text in (first["text"], first["text"].replace("two trawlers", "three trawlers")):
        texts.write_text(json.dumps({**first, "text": text}) + "\n", encoding="utf-8")
        done = run("add", str(texts), "--db", db, "--workers", "1")
    told = done.stderr.decode()
    assert "1 reworded" in told and "one page has changed" in told and "detente show" in told
    assert any(line.startswith("  - ") and "two trawlers" in line for line in told.splitlines())
    assert any(line.startswith("  + ") and "three trawlers" in line for line in told.splitlines())
    shown = run("show", first["id"], "--db", db).stdout.decode()
    assert "version 1" in shown and "version 2" in shown and "three trawlers" in shown
    answer = asked("show", first["id"], "--db", db)
    assert isinstance(answer, dict) and answer["document"] == first["id"]
    assert [[c["what"] for c in v["changes"]] for v in answer["versions"]] == [[], ["reworded"]]


def test_the_bar_goes_by_bytes_where_documents_cannot_be_counted(tmp_path: Path) -> None:
    packed, plain = tmp_path / "a.jsonl.gz", tmp_path / "a.jsonl"
    packed.write_bytes(gzip.compress((ROOT / DEMO).read_bytes()))
    plain.write_bytes((ROOT / DEMO).read_bytes())
    options = InputOptions()
    extent = _extent((str(packed),), options)
    assert extent.reached(0, None) == (0, packed.stat().st_size)
    assert len(list(open_inputs((str(packed),), options, io.BytesIO()))) == 9
    assert extent.reached(9, None) == (packed.stat().st_size, packed.stat().st_size)
    assert _extent((str(plain),), InputOptions()).reached(3, None)[1] is not None
    assert _extent(("-",), InputOptions()).reached(3, None) == (3, None)


def test_reviews_are_kept_in_the_log(tmp_path: Path) -> None:
    db = str(tmp_path / "s.db")
    assert run("add", DEMO, "--db", db, "--workers", "1").returncode == 0
    engagement = call(db)
    done = run(
        "review", "relabel", engagement, "level", "official", "--db", db, "--reason", "deputies", "--reviewer", "a"
    )
    assert done.returncode == 0, done.stderr
    assert run("rebuild", "--db", db, "-q").returncode == 0
    shown = asked("show", engagement, "--db", db)
    assert isinstance(shown, dict)
    assert shown["record"]["level"] == "official" and shown["reviews"][0]["reason"] == "deputies"
    assert b"deputies" in run("review", "log", "--db", db).stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["board", "NOR", "MAR", "--db", "none.db"], 3, b"there is no such store"),
        (["engagements", "--db", "README.md"], 3, b"is not a store"),
        (["board", "NOR", "XXX", "--db", "DB"], 2, b"no country"),
        (["engagements", "--as-of", "someday", "--db", "DB"], 2, b"not a date"),
        (["engagements", "--status", "helld", "--db", "DB"], 2, b"they are mooted, announced"),
        (["sources", "--status", "held", "--db", "DB"], 2, b"sources have none"),
        (["board", "NOR", "norway", "--db", "DB"], 2, b"one side twice"),
        (["index", "NOR", "NOR", "--db", "DB"], 2, b"one side twice"),
        (["show", "eng-1", "--db", "DB"], 2, b"knows no such id"),
        (["board", "", "MAR", "--db", "DB"], 2, b"no country"),
        (["brief", "NOR", "MAR", "--since", "soon", "--db", "DB"], 2, b"--since soon"),
        (["board", "NOR", "MAR", "--since", "soon", "--db", "DB"], 2, b"--since soon"),
        (["engagements", "--from", "2024-05", "--to", "2023", "--db", "DB"], 2, b"ends before it begins"),
        (["index", "NOR", "MAR", "--from", "2024-05", "--to", "2023", "--db", "DB"], 2, b"ends before it begins"),
        (["panel", "--from", "2024-05", "--to", "2023", "--db", "DB"], 2, b"ends before it begins"),
        (["brief", "NOR", "MAR", "--db", "DB", "-o", "x.pdf"], 2, b".docx"),
        (["panel", "--unit", "dyad-decade", "--db", "DB"], 2, b"no such unit"),
        (["engagements", "--format", "parquet", "--db", "DB"], 2, b"--output"),
        (["review", "undo", "9", "--reason", "x", "--db", "DB"], 2, b"no review 9"),
    ],
)
def test_refusals_are_one_line(db: str, arguments: list[str], code: int, words: bytes) -> None:
    done = run(*[db if a == "DB" else a for a in arguments])
    assert done.returncode == code
    assert words in done.stderr and done.stderr.count(b"\n") == 1, done.stderr


def test_demo(tmp_path: Path) -> None:
    done = process("demo", "--db", str(tmp_path / "d.db"))
    assert done.returncode == 0, done.stderr
    assert b"not evidence of absence" in done.stdout and b"commerce" in done.stdout
    _, *steps = done.stdout.decode().split("\n$ detente ")
    assert len(steps) == 5
    for step in steps[1:]:  # who types what is shown sees what is shown
        command, _, shown = step.partition("\n")
        again = process(*shlex.split(command)).stdout.decode()
        assert again.strip() and shown.startswith(again.rstrip("\n")), command


def test_a_visit_stands_once_in_the_demo(db: str) -> None:
    found = json.loads(run("engagements", "--between", "NOR", "MAR", "--db", db, "--format", "json").stdout)
    oslo = [e for e in found if e["form"] == "visit" and any(p["name"] == "Oslo" for p in e["places"])]
    assert [e["status"] for e in oslo] == ["did_not_occur"]


def test_what_is_left_of_a_record_after_a_rejected_claim_is_named(tmp_path: Path) -> None:
    store = str(tmp_path / "s.db")
    text = "Kenyan Foreign Minister Musalia Mudavadi met his Ugandan counterpart Jeje Odongo in Nairobi on 1 May 2024."
    other = f"{text} The ministers spoke of the railway and of the price of grain at the border."
    rows = [{"id": n, "published": f"2024-05-0{n + 2}", "text": t} for n, t in enumerate((text, other))]
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps({**r, "id": str(r["id"])}) for r in rows))
    assert run("add", str(tmp_path / "in.jsonl"), "--db", store).returncode == 0
    first = json.loads(run("engagements", "--db", store, "--format", "json").stdout)[0]["id"]
    told = run("review", "reject", first, "--reason", "not so", "--db", store).stdout.decode()
    left = json.loads(run("engagements", "--db", store, "--format", "json").stdout)
    assert len(left) == 1 and left[0]["id"] != first
    assert f"stands as {left[0]['id']}" in told


def test_an_undated_text_is_told_when_it_is_added(tmp_path: Path) -> None:
    paper = tmp_path / "note.txt"
    paper.write_text("Kenyan President William Ruto met Ugandan President Yoweri Museveni in Kampala on Monday.")
    done = run("add", str(paper), "--db", str(tmp_path / "s.db"))
    assert b"1 without a date" in done.stderr and b"--published" in done.stderr


@pytest.mark.parametrize(
    ("guest", "where", "words"),
    [
        ("Swedish Foreign Minister Tobias Billström", "Nairobi", "(SWE) → KEN"),
        ("Kenyan Foreign Minister Musalia Mudavadi", "Stockholm", "(KEN) → SWE"),
    ],
)
def test_a_visit_in_a_list_says_who_went_where(tmp_path: Path, guest: str, where: str, words: str) -> None:
    store, paper = str(tmp_path / "s.db"), tmp_path / "in.jsonl"
    text = f"{guest} will visit {where} on 8 March."
    paper.write_text(json.dumps({"id": "v", "published": "2024-03-01", "text": text}))
    assert run("add", str(paper), "--db", store).returncode == 0
    assert words in " ".join(run("engagements", "--db", store).stdout.decode().split())


@pytest.mark.parametrize(
    "arguments", [["engagements"], ["sources"], ["statements", "--format", "csv"], ["board", "NOR", "MAR"]]
)
def test_a_reader_who_has_gone_is_no_loss(db: str, arguments: list[str]) -> None:
    """`detente … | head`: nothing on standard error, and the code of a program that a closed pipe ended."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "detente", *arguments, "--db", db]
    try:
        done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("own", ["s1", "v1"])
def test_show_of_a_statement_and_an_event(db: str, own: str) -> None:
    kind = "statements" if own == "s1" else "events"
    found: Any = asked(kind, "--db", db)
    item = next(i for i in found if i["id"] == own)
    name = f"{item['document']}#{own}"
    assert asked("show", name, "--db", db) == item
    words = item["content"]["text"] if own == "s1" else item["evidence"][0]["text"]
    page = run("show", name, "--db", db, COLUMNS="1000").stdout.decode()
    assert words.strip("“”.") in page and item["document"] in page
    assert name in run(kind, "--db", db, "--limit", "0", COLUMNS="200").stdout.decode()


def test_show_of_what_a_text_tells_leads_to_its_record(db: str) -> None:
    found: Any = asked("engagements", "--db", db)
    record = next(e for e in found if len(e["documents"]) > 1)
    for document in record["documents"]:
        shown = [run("show", f"{document}#e{n}", "--db", db, "--format", "json") for n in range(1, 9)]
        told = [json.loads(s.stdout)["record"]["id"] for s in shown if s.returncode == 0]
        assert record["id"] in told


@pytest.mark.parametrize("given", ["s1", "nowhere#s1", "#s1"])
def test_an_item_without_its_text_is_told_how_to_ask(db: str, given: str) -> None:
    done = run("show", given, "--db", db)
    assert done.returncode == 2 and done.stderr.count(b"\n") == 1
    assert b"DOCUMENT#s1" in done.stderr or b"detente sources" in done.stderr


def test_what_was_written_is_said_and_a_place_that_is_not_there_is_one_line(db: str, tmp_path: Path) -> None:
    brief = run("brief", "NOR", "MAR", "--db", db, "-o", str(tmp_path / "b.md"))
    listed = run("sources", "--db", db, "--format", "csv", "-o", str(tmp_path / "s.csv"))
    for done, name in ((brief, "b.md"), (listed, "s.csv")):
        assert done.returncode == 0 and name.encode() in done.stderr
    lost = run("sources", "--db", db, "--format", "csv", "-o", str(tmp_path / "none" / "s.csv"))
    assert lost.returncode == 2 and lost.stderr.count(b"\n") == 1 and b"none" in lost.stderr
