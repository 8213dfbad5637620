"""What people reject takes its events with it, from the list, the index and the panel; undone, they are back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import detente
from detente.analysis.panel import panel, rows
from detente.codebook import load
from detente.run.opened import Record
from detente.store import queries
from detente.store.filters import Filter
from detente.store.indices import index
from tests.store.test_adding import DAY, DEMO
from tests.store.test_asking import PAIR, review


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Record]:
    with detente.open(tmp_path / "s.db") as found:
        found.add(DEMO, day=DAY)
        yield found


def roots(record: Record) -> list[str]:
    with record.engine.connect() as connection:
        return sorted(r.item.plover_root for r in queries.events(connection, Filter(between=PAIR)))  # type: ignore[union-attr]


def march(record: Record) -> tuple[int, int]:
    """The consultations of the panel's March, and the index's events of that month."""
    with record.engine.connect() as connection:
        found = rows(panel(connection, load(), "dyad-month", Filter(between=PAIR)))
        points = [p for p in index(connection, Filter(between=PAIR)) if p.month == "2024-03"]
    return next(r["plover_consult"] for r in found if r["period"] == "2024-03-01"), sum(
        len(p.contributions) for p in points
    )


def claims(record: Record, form: str) -> list[str]:
    found = [e for e in record.engagements(between=PAIR) if e.form == form]
    return [claim for e in found for claim in (e.id, *record.show(e.id).redirects)]


def test_a_rejected_engagement_takes_its_consultations(own: Record) -> None:
    before, events = march(own), roots(own)
    number = review(own, "reject", *claims(own, "call"))
    after = march(own)
    assert after[0] < before[0] and after[1] < before[1]
    left = roots(own)
    assert [r for r in left if r != "CONSULT"] == [r for r in events if r != "CONSULT"]
    assert left.count("CONSULT") < events.count("CONSULT")
    review(own, "undo", field=None, value=str(number))
    assert march(own) == before and roots(own) == events


def realis(record: Record, form: str) -> set[str]:
    """How real the consultations are that were read from the engagements of a form."""
    found = {(d, e.id) for e in record.engagements(between=PAIR) if e.form == form for d in e.documents}
    documents = {d for d, _ in found}
    with record.engine.connect() as connection:
        rows = queries.events(connection, Filter(between=PAIR))
    return {
        r.item.realis  # type: ignore[union-attr]
        for r in rows
        if r.document in documents and r.item.plover_root == "CONSULT"  # type: ignore[union-attr]
    }


def test_a_status_written_over_is_that_of_its_events(own: Record) -> None:
    before, counted = realis(own, "call"), march(own)
    assert "actual" in before
    calls = [e.id for e in own.engagements(between=PAIR) if e.form == "call"]
    number = review(own, "relabel", calls[0], field="status", value="cancelled")
    assert "denied" in realis(own, "call") and march(own)[0] < counted[0] and march(own)[1] < counted[1]
    review(own, "undo", field=None, value=str(number))
    assert realis(own, "call") == before and march(own) == counted
