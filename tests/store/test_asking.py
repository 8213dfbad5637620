"""What a store answers: the two clocks, families, coverage, reviews, briefs and panels."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event, select

import detente
from detente.analysis.panel import dictionary, panel, rows
from detente.codebook import load
from detente.errors import NotFoundError, UsageError
from detente.outputs import brief as shown
from detente.outputs.answers import as_json, streamed
from detente.outputs.board import plain
from detente.outputs.briefing import brief
from detente.reading.times import calendar
from detente.record.temperature import DOUBTFUL
from detente.run.local import knowledge as build_knowledge
from detente.run.opened import Record
from detente.run.rebuilding import rebuild
from detente.store import board, concluding, correcting, coverage, engagements, queries, schema
from detente.store.coding import written
from detente.store.engagements import engagements_as_json, how_many
from detente.store.filters import Filter
from detente.store.indices import index
from tests.store.test_adding import DAY, DEMO

PAIR = ("NOR", "MAR")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with detente.open(tmp_path_factory.mktemp("store") / "s.db") as found:
        found.add(DEMO, day=DAY)
        yield found


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Record]:
    with detente.open(tmp_path / "s.db") as found:
        found.add(DEMO, day=DAY)
        yield found


def review(record: Record, action: str, *ids: str, field: str | None = None, value: str | None = None) -> int:
    with record.engine.connect().execution_options(writes=True) as connection, connection.begin():
        made = correcting.add(connection, action, ids, "tester", "for the test", DAY, field, value)  # type: ignore[arg-type]
    concluding.conclude(record.engine, build_knowledge())
    return made.number


def test_two_clocks(record: Record) -> None:
    then = record.engagements(between=PAIR, as_of="2024-03-01")
    now = record.engagements(between=PAIR)
    assert {e.form: e.status for e in then} == {"talks": "postponed", "visit": "confirmed"}
    assert any(e.form == "visit" and e.status == "held" for e in now)
    assert record.engagements(as_of="2020-01-01") == []


def test_the_board_on_two_days(record: Record) -> None:
    state = {
        d: {line.channel: line.state for line in record.board(*PAIR, as_of=d).channels} for d in ("2024-02-01", DAY)
    }
    assert state["2024-02-01"]["commerce"] == "suspended"
    assert state[DAY]["commerce"] == "restored" and state[DAY]["foreign_ministers"] == "open"


@pytest.mark.parametrize("day", [DAY, "2024-06-01", "2031-01-01"])
def test_a_board_of_all_that_is_known_is_the_one_concluded_from_the_claims(
    record: Record, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    """The rows of the pair give what going through every claim gives: plans past and to come, uses, changes."""
    sinces = ("2023-01-01", "2024-03-01", None)
    kept = [plain(record.board(*PAIR, as_of=day, since=since)) for since in sinces]
    monkeypatch.setattr(board, "all_known", lambda *_: False)
    monkeypatch.setattr(engagements, "all_known", lambda *_: False)
    assert kept == [plain(record.board(*PAIR, as_of=day, since=since)) for since in sinces]
    assert any(line["last_used"] for line in kept[0]["channels"]) and kept[0]["changes"]


def test_last_uses_are_found_on_every_channel_and_on_none(own: Record) -> None:
    """Two on the last day of a channel, one earlier, one still ahead, one on no channel, one that is only planned."""
    rows = [
        ("2024-01-05", "held", "commerce"), ("2024-01-05", "under_way", "commerce"), ("2024-01-04", "held", "commerce"),
        ("2024-05-01", "held", "commerce"), ("2024-01-02", "held", "commerce+leaders"), ("2024-01-03", "held", None),
        ("2024-01-01", "held", ""), ("2024-01-06", "announced", "defence"), (None, "held", "defence"),
    ]  # fmt: skip
    one, p, r = own.engagements()[0], schema.pairs, schema.records
    with own.engine.connect().execution_options(writes=True) as connection, connection.begin():
        for n, (day, status, channel) in enumerate(rows):
            common = {"id": f"eng-{n}", "kind": "engagement", "block": "KEN+PER", "known_at": DAY, "status": status}
            connection.execute(r.insert().values(**common, data=written(replace(one, id=f"eng-{n}"))))
            row = {"record": f"eng-{n}", "kind": "engagement", "block": "KEN+PER", "a": "KEN", "b": "PER"}
            connection.execute(p.insert().values(**row, day=day, status=status, channel=channel))
    with own.engine.connect() as connection:
        for sides in (("PER", "KEN"), ("KEN", "PER")):
            found = engagements.last_uses(connection, *sides, "2024-02-01")
            assert [f.id for f in found] == ["eng-5", "eng-6", "eng-0", "eng-4", "eng-1"]
        assert engagements.last_uses(connection, "KEN", "NOR", "2024-02-01") == []


def test_a_board_goes_through_no_table(record: Record) -> None:
    """However many the store has of other pairs, none of the board's questions looks at all of them; of corrections by
    people there are few, and what they reject is looked for among all of them."""
    asked: list[tuple[str, Any]] = []

    def note(_: Any, __: Any, statement: str, given: Any, *___: Any) -> None:
        asked.append((statement, given))

    event.listen(record.engine, "before_cursor_execute", note)
    record.board(*PAIR, as_of=DAY)
    event.remove(record.engine, "before_cursor_execute", note)
    asked = [a for a in asked if a[0].startswith(("SELECT", "WITH"))]
    with record.engine.connect() as connection:
        plans = [
            str(row[3]) for s, given in asked for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {s}", given)
        ]
    tables = "|".join(set(schema.metadata.tables) - {"reviews"})
    assert len(asked) > 5 and not [plan for plan in plans if re.match(rf"SCAN ({tables})", plan)]


def test_coverage_names_what_is_unread(record: Record) -> None:
    with record.engine.connect() as connection:
        lines = {line.side: line for line in coverage.of_pair(connection, *PAIR)}
    assert set(lines) == set(PAIR)
    assert lines["MAR"].unread == {"fr": 1} and lines["MAR"].documents == 2  # type: ignore[index]


def test_copies_are_one_family(record: Record) -> None:
    with record.engine.connect() as connection:
        family = {s.document: s.family for s in queries.sources(connection, Filter())}
    assert family["demo-06"] == family["demo-05"] == "demo-05"
    assert family["demo-03"] != family["demo-04"]


def test_lists_are_filtered(record: Record) -> None:
    assert [e.form for e in record.engagements(status="did_not_occur")] == ["visit"]
    assert all("NOR" in e.countries for e in record.engagements(by="NOR"))
    assert record.engagements(about="nobody is called this") == []
    assert {e.form for e in record.engagements(since="2024-03-04", until="2024-03-06", status="held")} == {"call"}


@pytest.mark.parametrize("wanted", [
    {}, {"between": PAIR}, {"by": "NOR"}, {"between": PAIR, "by": "MAR"}, {"between": PAIR, "by": "KEN"},
    {"since": "2024-03-01", "status": "held"}, {"about": "fish"}, {"as_of": "2024-03-01"},
])  # fmt: skip
def test_pages_count_and_json_are_those_of_the_whole_list(record: Record, wanted: dict[str, Any]) -> None:
    whole = record.engagements(**wanted)
    first = {e.id: calendar.bounds(e.when or e.history[0].known_at) for e in whole}
    assert whole == sorted(whole, key=lambda e: (first[e.id], e.id))
    for limit, offset in ((1, 0), (2, 1), (100, 0), (None, 1), (3, 100)):
        end = max(0, len(whole) - offset)
        page = whole[max(0, end - limit) if limit else 0 : end]
        assert record.engagements(**wanted, limit=limit, offset=offset) == page
    with record.engine.connect() as connection:
        asked = Filter(**wanted)
        assert how_many(connection, replace(asked, limit=1)) == len(whole)
        told = b"".join(streamed(engagements_as_json(connection, asked)))
    assert told == as_json(whole)


def test_json_names_the_parents_of_today(own: Record) -> None:
    """A stored parent is a claim: it is told as the record that the claim is in, and never as the record itself."""
    child, parent = own.engagements()[:2]
    claim = next(iter(own.show(parent.id).redirects), parent.id)
    for stored, told in ((claim, parent.id), (child.id, None), ("eng-gone", None)):
        with own.engine.connect().execution_options(writes=True) as connection, connection.begin():
            r = schema.records
            data = written(replace(child, parent=stored))
            connection.execute(r.update().where(r.c.id == child.id).values(data=data))
        with own.engine.connect() as connection:
            answer = b"".join(streamed(engagements_as_json(connection, Filter())))
        assert {e["id"]: e["parent"] for e in json.loads(answer)}[child.id] == told
        assert answer == as_json(own.engagements())


def test_the_newest_positions_are_those_said_last(record: Record) -> None:
    whole = record.positions()
    last = max(p.last for p in whole)
    assert [p.last for p in record.positions(limit=1)] == [last]
    assert record.positions(limit=0) == whole and record.commitments(limit=1) == record.commitments()[-1:]


def test_what_a_pair_stands_on_is_kept_as_it_is_counted(own: Record) -> None:
    def lines(connection: Connection) -> list[object]:
        return list(coverage.on_pair(connection, *PAIR))

    with own.engine.connect() as connection:
        kept = lines(connection)
        counted = lines_counted(connection)
        assert kept == lines(connection) and connection.execute(select(schema.covered)).all()
        assert {k: v for k, v in counted.items() if k} == {
            c.side: replace(c, unread={}) for c in coverage.of_pair(connection, *PAIR)
        }
    with own.engine.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(schema.covered.delete())
        connection.execute(schema.dirty.insert().values(kind="coverage", block=coverage.block_of(*sorted(PAIR))))
        assert lines(connection) == kept


def lines_counted(connection: Connection) -> dict[str, Any]:
    return coverage._count(connection, *sorted(PAIR))


def test_an_unconfirmed_promise(record: Record) -> None:
    (found,) = [c for c in record.commitments() if "compensate" in c.content.text]
    assert (found.by, found.ascribed_by, found.confirmed) == (("NOR",), "MAR", False)


def call(record: Record) -> str:
    (found,) = [e.id for e in record.engagements(between=PAIR) if e.form == "call"]
    return found


def test_compare_has_caution_coverage_and_sides(record: Record) -> None:
    found = record.compare(call(record), PAIR)
    assert found.caution and {c.side for c in found.coverage} == set(PAIR)
    assert {i.kind for i in found.items} >= {"only_a", "only_b"}
    with pytest.raises(UsageError, match="takes no part"):
        record.compare(call(record), ("NOR", "KEN"))


def test_show_has_a_claim_for_every_field(record: Record) -> None:
    found = record.show(call(record))
    assert {c.field for c in found.claims} >= {"form", "status", "when", "participants", "countries", "level"}
    assert found.redirects and all(record.show(r).record.id == found.record.id for r in found.redirects)
    with pytest.raises(NotFoundError, match="knows no such id"):
        record.show("eng-none")


def test_split_and_undo(own: Record) -> None:
    before = own.engagements()
    engagement = call(own)
    claim = own.show(engagement).redirects[0]
    number = review(own, "split", claim)
    assert len([e for e in own.engagements() if e.form == "call"]) == 2
    rebuild(own.engine)
    assert len([e for e in own.engagements() if e.form == "call"]) == 2
    review(own, "undo", value=str(number))
    assert own.engagements() == before
    assert [r.action for r in own.show(engagement).reviews] == ["split", "undo"]


def test_merge_keeps_both_ids(own: Record) -> None:
    engagement = call(own)
    claim = own.show(engagement).redirects[0]
    review(own, "split", claim)
    review(own, "merge", engagement, claim)
    assert call(own) == engagement and own.show(claim).record.id == engagement


def test_relabel_and_reject(own: Record) -> None:
    engagement = call(own)
    review(own, "relabel", engagement, field="form", value="video_call")
    assert [e.form for e in own.engagements() if e.id == engagement] == ["video_call"]
    ids = (engagement, *own.show(engagement).redirects)
    review(own, "reject", *ids)
    assert all(e.id != engagement for e in own.engagements())
    with pytest.raises(NotFoundError, match="withdrawn"):
        own.show(engagement)


def test_a_review_survives_reading_again(own: Record) -> None:
    review(own, "relabel", call(own), field="level", value="official")
    rebuild(own.engine, reread=True)
    assert [e.level for e in own.engagements() if e.form == "call"] == ["official"]


@pytest.mark.parametrize(
    ("action", "ids", "field", "value", "words"),
    [
        ("merge", ("eng-x",), None, None, "two different records"),
        ("relabel", ("eng-x",), "documents", "a", "cannot be written over"),
        ("reject", ("eng-x",), None, None, "knows no"),
        ("undo", (), None, "99", "no review 99"),
    ],
)
def test_a_wrong_review_is_refused(
    own: Record, action: str, ids: tuple[str, ...], field: str | None, value: str | None, words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        review(own, action, *ids, field=field, value=value)


def test_every_sentence_of_a_brief_has_a_note(record: Record) -> None:
    with record.engine.connect() as connection:
        made = brief(connection, *PAIR, DAY, build_knowledge())
    sentences = [s for section in made.sections for s in section.sentences]
    assert len(sentences) > 5 and all(s.notes for s in sentences)
    text = shown.markdown(made)
    numbers = {int(n) for line in text.splitlines() if line.startswith("[^") for n in [line[2:].split("]")[0]]}
    assert numbers == set(range(1, len(numbers) + 1))
    for quote in (q for s in sentences for q in s.notes):
        assert quote.document in made.sources
    assert "<script" not in shown.page(made) and "Notes" in shown.page(made)


def test_a_word_brief(record: Record) -> None:
    docx = pytest.importorskip("docx")
    with record.engine.connect() as connection:
        made = shown.word(brief(connection, *PAIR, DAY, build_knowledge()))
    paragraphs = [p.text for p in docx.Document(io.BytesIO(made)).paragraphs]
    assert "What happened" in paragraphs and any("characters" in p for p in paragraphs)


def test_panel_fills_zeros_and_tells_coverage(record: Record) -> None:
    with record.engine.connect() as connection:
        found = rows(panel(connection, load(), "dyad-month", Filter(between=PAIR)))
    months = {r["period"][:7]: r for r in found}
    assert months["2024-03"]["form_call"] == 1 and months["2024-03"]["status_held"] >= 3
    assert months["2024-04"]["engagements"] == 0 and months["2024-04"]["covered"] is False
    assert {(r["iso3_a"], r["iso3_b"], r["cow_a"], r["gw_b"]) for r in found} == {("MAR", "NOR", 600, 385)}
    named = {c for line in csv.DictReader(io.StringIO(dictionary())) for c in line["column"].split(", ")}
    assert {"period", "covered", "index_ab", "families", "engine"} <= named


def test_a_panel_is_covered_where_a_side_was_read_of(own: Record, tmp_path: Path) -> None:
    other = tmp_path / "b.jsonl"
    line = {
        "id": "b",
        "published": "2024-04-03",
        "text": "Peru's foreign minister met her Chilean counterpart in Lima.",
    }
    other.write_text(json.dumps(line))
    own.add(other, day=DAY)
    with own.engine.connect() as connection:
        found = rows(panel(connection, load(), "dyad-month", Filter()))
    april = {(r["iso3_a"], r["iso3_b"]): r for r in found if r["period"] == "2024-04-01"}
    assert april["CHL", "PER"]["covered"] and not april["MAR", "NOR"]["covered"]
    assert april["MAR", "NOR"]["documents_any"] == 1


@pytest.mark.parametrize("wanted", [{"since": "0001-01-01"}, {"until": "9999-12-31"}])
def test_a_panel_of_days_far_from_all_that_was_read_is_refused(record: Record, wanted: dict[str, str]) -> None:
    with record.engine.connect() as connection, pytest.raises(UsageError, match="far from what was read, 2024-"):
        panel(connection, load(), "dyad-day", Filter(between=PAIR, **wanted))  # type: ignore[arg-type]


def test_a_panel_has_no_periods_of_what_is_still_to_come(record: Record) -> None:
    with record.engine.connect() as connection:
        found = rows(panel(connection, load(), "dyad-month", Filter(between=PAIR, as_of="2024-03-10")))
    assert max(r["period"] for r in found) == "2024-03-01" and found[-1]["documents_any"] < 5


@pytest.mark.parametrize("unit", ["dyad-day", "dyad-week", "dyad-year"])
def test_panel_units(record: Record, unit: str) -> None:
    with record.engine.connect() as connection:
        assert sum(r["form_call"] for r in rows(panel(connection, load(), unit, Filter(between=PAIR)))) == 1


def test_panel_of_no_unit(record: Record) -> None:
    with record.engine.connect() as connection, pytest.raises(UsageError, match="no such unit"):
        panel(connection, load(), "dyad-decade", Filter())


def test_index_points_list_what_they_are_made_of(record: Record) -> None:
    with record.engine.connect() as connection:
        points = index(connection, Filter(between=PAIR))
    assert points and all(sum(c.weight for c in p.contributions) == pytest.approx(p.value, abs=1e-3) for p in points)


def test_doubtful_events_are_in_neither_index_nor_panel(own: Record) -> None:
    """Every event is made doubtful: what was counted before is gone, the list of events has them still."""
    i = schema.items

    def counted(connection: Connection) -> int:
        return sum(r["events"] for r in rows(panel(connection, load(), "dyad-year", Filter(between=PAIR))))

    with own.engine.connect().execution_options(writes=True) as connection, connection.begin():
        assert index(connection, Filter(between=PAIR)) and counted(connection)
        for row in connection.execute(select(i).where(i.c.kind == "event")).all():
            data = json.dumps({**json.loads(row.data), "confidence": DOUBTFUL - 0.01})
            here = (
                i.c.document == row.document,
                i.c.version == row.version,
                i.c.kind == "event",
                i.c.number == row.number,
            )
            connection.execute(i.update().where(i.c.kind == "event", *here).values(data=data))
        assert index(connection, Filter(between=PAIR)) == [] and counted(connection) == 0
        assert queries.events(connection, Filter(between=PAIR))
    assert f"at least {DOUBTFUL:g}" in dictionary()


def test_arrow(record: Record) -> None:
    pytest.importorskip("pyarrow")
    table = record.to_arrow("engagements", between=PAIR)
    assert table.num_rows == len(record.engagements(between=PAIR)) and "status" in table.column_names
