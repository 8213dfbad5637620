"""What a brief and a board say of a record, made from a few short texts on Peru and Chile: told as it was told."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

import detente
from detente.analysis.panel import panel, rows
from detente.codebook import load
from detente.outputs import board as boards
from detente.outputs.brief import markdown
from detente.outputs.briefing import brief
from detente.outputs.listing import render
from detente.run.local import knowledge
from detente.store import queries
from detente.store.filters import Filter
from detente.store.indices import index

PAIR = ("PER", "CHL")
PERU, CHILE = "Peruvian Foreign Minister Elmer Schialer", "Chilean Foreign Minister Alberto van Klaveren"
TEXTS = [
    ("met", "2024-05-07", f"{PERU} met {CHILE} in Arica on Monday. The two ministers agreed to reopen the rail link."),
    ("demand", "2024-05-20", f"{CHILE} demanded that Peru release the trawler."),
    ("line", "2024-05-22", f"{PERU} said that Peru would never accept Chilean inspections."),
    ("of-other", "2024-05-24", f"{PERU} said that Chile had promised to return the boats."),
    ("begun", "2025-01-14", f"{CHILE} arrived in Lima on Tuesday for a two-day visit to Peru."),
    (
        "stopped",
        "2024-06-03",
        "Chile suspended the joint border patrols and the talks between the defence ministries with "
        f"Peru, {CHILE} said. He said that the military hotline with Peru would remain open.",
    ),
    (
        "to-come",
        "2024-06-10",
        f"{PERU} met {CHILE} in Lima on Friday. They agreed to resume the customs talks in July.",
    ),
    (
        "due",
        "2024-06-11",
        f"{PERU} said that Peru would return the boats to Chile by July 15. Peru pledged to return "
        "the boats to Chile by July 15.",
    ),
    ("name", "2024-05-21", "Greek Foreign Minister George Gerapetritis said that Greece would answer Turkey."),
    ("summons", "2024-05-24", "Peru summoned the Chilean ambassador on Thursday to protest against the seizure."),
    ("summons-back", "2024-05-26", "Chile summoned the Peruvian charge d'affaires in Santiago to protest."),
]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("told")
    rows = [{"id": name, "published": day, "outlet": "Andes Wire", "text": text} for name, day, text in TEXTS]
    rows.append(
        {"id": "no-date", "text": f"{CHILE} said that Chile had broken off the rail talks with Peru last week."}
    )
    (folder / "in.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with detente.open(folder / "s.db") as record:
        record.add(folder / "in.jsonl", day="2026-01-01")
    return folder / "s.db"


def text_of(db: Path, as_of: str) -> str:
    with detente.open(db) as record, record.engine.connect() as connection:
        return markdown(brief(connection, *PAIR, as_of, knowledge()))


def section(text: str, title: str) -> str:
    return text.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def board_of(db: Path, as_of: str) -> str:
    out = io.StringIO()
    with detente.open(db) as record:
        boards.render(record.board(*PAIR, as_of=as_of), Console(file=out, width=180))
    return out.getvalue()


def listed(db: Path, kind: str, as_of: str | None = None) -> str:
    out = io.StringIO()
    with detente.open(db) as record:
        found = getattr(record, kind)(between=PAIR, as_of=as_of)
    render(found, kind, Console(file=out, width=180), Filter(as_of=as_of))
    return out.getvalue()


def test_what_a_wire_tells_that_two_agreed_is_the_wire_s_word(db: Path) -> None:
    line = next(row for row in listed(db, "commitments").splitlines() if "rail link" in row)
    assert "reported" in line and "Andes Wire" in line
    assert "(made as Andes Wire tells it, without a side's own word)" in section(text_of(db, "2024-06-01"), "Promises")
    assert "rail link  made, reported" in board_of(db, "2024-06-01")


def test_a_brief_has_what_sides_say_outside_of_engagements(db: Path) -> None:
    text = text_of(db, "2024-06-01")
    says = section(text, "What Chile says")
    assert "Alberto van Klaveren (demand, told on Mon 20 May 2024): “demanded that Peru release the trawler”.[^" in says
    assert "red line, told on Wed 22 May 2024): “Peru would never accept" in section(text, "What Peru says")
    assert "return the boats" not in says  # that is Peru's word for it


def test_a_brief_says_what_it_leaves_out(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.outputs.briefing.MOST_SAYINGS", 0)
    told = section(text_of(db, "2024-06-01"), "What Chile says")
    assert "1 passage more left out: detente statements --between PER CHL --by CHL; detente positions" in told


def test_a_summons_is_told_as_one(db: Path) -> None:
    happened = section(text_of(db, "2024-06-01"), "What happened")
    assert "PER summoned the Ambassador of CHL on Thu 23 May 2024" in happened.replace("ambassador", "Ambassador")
    assert "on a day that is not said (told on Sun 26 May 2024)" in happened
    rows = [row for row in listed(db, "engagements", "2024-06-01").splitlines() if "summons" in row]
    assert len(rows) == 2 and any("PER → " in row for row in rows) and any("CHL → " in row for row in rows)


def test_a_text_without_a_date_tells_of_no_month(db: Path) -> None:
    assert "Alberto van Klaveren (in a text without a date): “Chile had broken off" in section(
        text_of(db, "2026-01-01"), "What Chile says"
    )
    with detente.open(db) as record, record.engine.connect() as connection:
        points = index(connection, Filter(between=PAIR))
        periods = [r["period"][:4] for r in rows(panel(connection, load(), "dyad-year", Filter(between=PAIR)))]
        told = queries.events(connection, Filter(between=PAIR))
    assert any(r.document == "no-date" for r in told)
    assert {p.month[:4] for p in points} <= {"2024", "2025"} and periods == ["2024", "2025"]


def test_a_visit_whose_days_are_past_is_under_way_no_longer(db: Path) -> None:
    row = {day: next(r for r in listed(db, "engagements", day).splitlines() if "2025" in r)
           for day in ("2025-01-14", "2025-03-01")}  # fmt: skip
    assert "under way" in row["2025-01-14"] and "begun, end not told" in row["2025-03-01"]


def test_a_line_to_be_restored_is_not_restored(db: Path) -> None:
    told = board_of(db, "2024-06-12")
    assert "restored" not in told.split("Planned")[0] and "resume the customs talks in July" in told


def test_a_line_that_stays_open_was_read_of(db: Path) -> None:
    told = board_of(db, "2024-06-04")
    assert "military hotline" not in told.split("nothing read of:")[1].splitlines()[0]
    assert any("military hotline" in r and "open by CHL" in r for r in told.splitlines())


@pytest.mark.parametrize(("day", "past"), [("2024-06-12", False), ("2024-09-01", True)])
def test_a_promise_is_shown_with_its_day_and_whether_that_is_past(db: Path, day: str, past: bool) -> None:
    line = next(r for r in board_of(db, day).splitlines() if "by July 15" in r and "return the boats" in r)
    assert "due by 15 Jul 2024" in line and line.rstrip().endswith("which is past") is past
    told = section(text_of(db, day), "Promises")
    assert ("due by 15 Jul 2024, which is past" in told) is past and "due by 15 Jul 2024" in told


def test_one_man_has_one_name_in_lists(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from detente.cli.listing import statements

    statements.main(["--between", "GRC", "TUR", "--db", str(db)], standalone_mode=False)
    told = capsys.readouterr().out
    assert "Giorgos" in told and "George" not in told
