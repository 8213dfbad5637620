"""Copies weigh once whenever they were printed; a panel tells languages, what is unread and the days it stands on."""

from __future__ import annotations

from typing import Any

import pytest

import detente
from detente.analysis.panel import dictionary, panel, rows
from detente.codebook import load
from detente.record.temperature import Scored, once, temperature
from detente.store.filters import Filter
from tests.conftest import stored

MET = "Chilean Foreign Minister Ana Rojas met her Czech counterpart Jan Novak in Santiago on Monday."
FRENCH = "Le ministre a reçu mardi à Santiago la ministre tchèque."
GROUP = "President Luis Soto of Chile addressed the leaders of the G20 in Delhi on Monday, the presidency said."


def event(name: str, day: str, score: float, family: str = "f") -> Scored:
    return Scored(name, "CHL", "CZE", day, "CONSULT", family, score)  # type: ignore[arg-type]


def test_a_copy_that_is_printed_later_tells_nothing_new() -> None:
    told = [
        event("one#v1", "2024-05-30", 4.0),
        event("two#v1", "2024-06-01", 4.0),
        event("new#v1", "2024-06-02", 1, "g"),
    ]
    assert [e.event for e in once(told)] == ["one#v1", "new#v1"]
    assert [(p.month, p.value) for p in temperature(told)] == [("2024-05", 4.0), ("2024-06", 1.0)]


def test_one_text_that_tells_of_two_days_tells_two_things() -> None:
    told = [event("one#v1", "2024-05-30", 4.0), event("one#v2", "2024-06-01", 4.0)]
    assert len(once(told)) == 2


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    texts = [
        ("2024-05-07", "Wire", MET), ("1985-05-07", "Wire", "West German officials met in Bonn. " + MET),
        ("2024-05-20", "Ministerio de Relaciones Exteriores, Chile", FRENCH), ("2024-05-08", "Wire", GROUP),
    ]  # fmt: skip
    db = stored(tmp_path_factory.mktemp("panel"), *texts, day="2024-06-01")
    with detente.open(db) as record, record.engine.connect() as connection:
        return rows(panel(connection, load(), "dyad-year", Filter()))


def of(found: list[dict[str, Any]], year: str) -> dict[str, Any]:
    return next(r for r in found if (r["iso3_a"], r["iso3_b"], r["period"][:4]) == ("CHL", "CZE", year))


def test_a_panel_tells_what_its_rows_stand_on(found: list[dict[str, Any]]) -> None:
    row = of(found, "2024")
    told = {k: row[k] for k in ("languages", "unread_a", "unread_b", "unread_any", "first", "last", "covered")}
    assert told == {
        "languages": "en 1", "unread_a": "fr 1", "unread_b": "", "unread_any": "fr 1",
        "first": "2024-05-07", "last": "2024-05-07", "covered": True,
    }  # fmt: skip
    assert all(name in dictionary() for name in ("languages", "unread_a", "first, last"))


def test_no_zero_speaks_of_a_state_before_it_was_one(found: list[dict[str, Any]]) -> None:
    assert not of(found, "1985")["covered"] and of(found, "1985")["cow_b"] is None


def test_a_body_of_states_is_no_side_of_a_panel(found: list[dict[str, Any]]) -> None:
    assert not {code for r in found for code in (r["iso3_a"], r["iso3_b"])} & {"GTW", "UNO", "EUE"}
