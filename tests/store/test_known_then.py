"""`show` and `compare` as of a day: nothing that became known or is said to be published later."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import detente
from detente.errors import NotFoundError
from tests.cli.test_record import run

FIRST = "Peru's Foreign Minister Ana Ruiz will visit Nairobi on 12 March 2024, the Peruvian foreign ministry said."
LATER = (
    "Peru's Foreign Minister Ana Ruiz visited Nairobi on 12 March 2024. The Kenyan foreign minister, Amina Otieno,"
    " promised to open an embassy in Lima by June. Kenya demands that Peru lift its ban on Kenyan tea."
)
NEXT = LATER.replace("embassy", "consulate")
LAST = "Kenya denied on 1 May 2024 that Peru's Foreign Minister Ana Ruiz had visited Nairobi on 12 March 2024."
AHEAD = "Peru's Foreign Minister Ana Ruiz met Zambian Foreign Minister Chanda Banda in Lusaka on Tuesday."
TEXTS = [
    ("plan", "2024-03-01", FIRST), ("report", "2024-03-13", LATER), ("report", "2024-03-20", NEXT),
    ("denial", "2024-05-02", LAST), ("ahead", "3024-01-01", AHEAD),
]  # fmt: skip


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("then")
    lines = [json.dumps({"id": i, "published": day, "text": text}) for i, day, text in TEXTS]
    for number, line in enumerate(lines):
        (folder / f"{number}.jsonl").write_text(line)
        assert (
            run("add", str(folder / f"{number}.jsonl"), "--db", str(folder / "s.db"), "--workers", "1").returncode == 0
        )
    return str(folder / "s.db")


def shown(db: str, given: str, *more: str) -> dict[str, object]:
    done = run("show", given, "--db", db, "--format", "json", *more)
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def engagement(db: str) -> str:
    with detente.open(db) as record:
        return next(e.id for e in record.engagements() if e.when and e.when.startswith("2024-03-12"))


@pytest.mark.parametrize(
    ("day", "documents"),
    [
        ("2024-03-01", {"plan"}),
        ("2024-03", {"plan", "report"}),
        ("2024-06-01", {"plan", "report", "denial"}),
    ],
)
def test_a_record_is_shown_as_known_then(db: str, day: str, documents: set[str]) -> None:
    told = shown(db, engagement(db), "--as-of", day)
    limit = day if len(day) == 10 else "2024-03-31"
    assert {c["document"] for c in told["claims"]} == documents  # type: ignore[attr-defined, index]
    assert all(c["known_at"] <= limit for c in told["claims"])  # type: ignore[attr-defined, index]
    history = told["record"]["history"]  # type: ignore[index]
    assert {h["document"] for h in history} <= documents and all(h["known_at"] <= limit for h in history)


def test_by_its_first_day_it_was_planned_and_now_it_is_not(db: str) -> None:
    then, now = (shown(db, engagement(db), *more)["record"] for more in (("--as-of", "2024-03-01"), ()))
    assert then["status"] == "announced" and now["status"] != "announced"  # type: ignore[index]


def test_what_show_tells_is_what_the_list_told(db: str) -> None:
    for day in ("2024-03-01", "2024-03-13", "2024-05-02", "2024-12-31"):
        done = run("engagements", "--db", db, "--as-of", day, "--format", "json")
        for told in json.loads(done.stdout):
            assert shown(db, told["id"], "--as-of", day)["record"] == told


def test_of_promises_and_positions_too(db: str) -> None:
    with detente.open(db) as record:
        told = [record.commitments()[0].id, record.positions()[0].id]
        for each in told:
            assert {c.document for c in record.show(each, as_of="2024-03-15").claims} == {"report"}
            with pytest.raises(NotFoundError, match="by 2024-03-02"):
                record.show(each, as_of="2024-03-02")


def test_before_it_was_known_it_is_refused_in_a_line(db: str) -> None:
    done = run("show", engagement(db), "--db", db, "--as-of", "2024-02-01")
    assert done.returncode == 2 and b"2024-02-01" in done.stderr and done.stderr.count(b"\n") == 1


def test_a_document_has_the_versions_of_then(db: str) -> None:
    versions = [shown(db, "report", "--as-of", day)["versions"] for day in ("2024-03-14", "2024-04-01")]
    assert [len(v) for v in versions] == [1, 2]  # type: ignore[arg-type]
    assert versions[0][0]["latest"] and [v["latest"] for v in versions[1]] == [False, True]  # type: ignore[index, attr-defined]
    assert run("show", "report", "--db", db, "--as-of", "2024-03-01").returncode == 2


def test_what_a_text_said_then(db: str) -> None:
    then, now = (json.dumps(shown(db, "report#c1", *more)["record"]) for more in (("--as-of", "2024-03-14"), ()))
    assert "embassy" in then and "consulate" not in then and "consulate" in now
    assert run("show", "report#s1", "--db", db, "--as-of", "2024-03-01").returncode == 2


def test_what_is_said_to_be_published_in_the_future_is_not_shown(db: str) -> None:
    assert run("show", "ahead", "--db", db).returncode == 2
    assert run("show", "ahead", "--db", db, "--as-of", "3024-02-01").returncode == 0
    with detente.open(db) as record:
        ahead = next(e.id for e in record.engagements(as_of=None) if "ZMB" in e.countries)
        with pytest.raises(NotFoundError):
            record.show(ahead)
    assert run("show", ahead, "--db", db).returncode == 2
    assert run("compare", ahead, "--sides", "PER", "ZMB", "--db", db).returncode == 2


def test_a_day_that_is_none_is_refused(db: str, tmp_path: Path) -> None:
    done = run("show", engagement(db), "--db", db, "--as-of", "soon")
    assert done.returncode == 2 and b"not a date" in done.stderr
