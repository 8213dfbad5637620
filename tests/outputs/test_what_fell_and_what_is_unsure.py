"""What was put off or not heard of again is on the board, with names and reason; what is unsure is shown as unsure; an
id of a text that has changed says which words are of which version."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from rich.console import Console

import detente
from detente.outputs.board import render as board_page
from detente.outputs.briefing import _became, _disputed
from detente.outputs.listing import UNSURE
from detente.outputs.listing import render as list_page
from detente.outputs.saying import plain
from detente.outputs.saying import render as item_page
from detente.record.nouns import EngagementRecord
from detente.store.items import ItemShown, item

TEXTS = [
    ("plan", "2024-04-02", "Foreign Minister Ana Duarte of Paraguay will visit Quito on 14 May to meet Ecuador's "
     "Foreign Minister Luis Mora, the ministry said."),
    ("trip", "2024-04-03", "Fijian Foreign Minister Tevita Rabe will visit Apia on 20 April for talks with Samoan "
     "Foreign Minister Sione Fale, the ministry said."),
    ("off", "2024-04-18", "Fijian Foreign Minister Tevita Rabe has postponed his visit to Apia, planned for 20 April, "
     "because of the cyclone, the Samoan foreign ministry said."),
    ("page", "2024-05-07", "Latvian Foreign Minister Ilze Ozola met her Lithuanian counterpart Jonas Petra on Monday. "
     "Ozola said that Latvia would send four ferries."),
    ("page", "2024-05-09", "Latvian Foreign Minister Ilze Ozola met her Lithuanian counterpart Jonas Petra on Monday. "
     "Ozola said that Latvia would consider sending ferries."),
]  # fmt: skip


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> detente.Record:
    folder = tmp_path_factory.mktemp("fell")
    made = detente.open(folder / "s.db")
    for n, (name, day, text) in enumerate(TEXTS):
        path = folder / f"{n}.jsonl"
        path.write_text(json.dumps({"id": name, "published": day, "text": text}), encoding="utf-8")
        made.add(path, day="2024-06-01")
    return made


def console() -> Console:
    return Console(file=io.StringIO(), width=150)


def shown(made: Console) -> str:
    assert isinstance(made.file, io.StringIO)
    return " ".join(made.file.getvalue().split())


@pytest.mark.parametrize(("pair", "day", "told"), [
    (("FJI", "WSM"), "2024-05-20", ("postponed", "Tevita Rabe", "because of the cyclone")),
    (("PRY", "ECU"), "2024-05-20", ("announced", "Ana Duarte", "nothing read of it since")),
    (("FJI", "WSM"), "2024-04-19", ("postponed", "Tevita Rabe", "because of the cyclone")),
])  # fmt: skip
def test_a_board_names_what_fell(
    record: detente.Record, pair: tuple[str, str], day: str, told: tuple[str, ...]
) -> None:
    page = console()
    board_page(record.board(*pair, as_of=day), page)
    assert all(words in shown(page) for words in ("Off, or not heard of since its day", *told))
    assert "nothing read of any channel" not in shown(page)


def test_a_plan_of_a_day_to_come_has_not_fallen(record: detente.Record) -> None:
    assert not record.board("PRY", "ECU", as_of="2024-05-10").fallen


def visit(record: detente.Record) -> EngagementRecord:
    return next(e for e in record.engagements(between=("FJI", "WSM")) if e.form == "visit")


def test_of_a_visit_that_nobody_says_took_place_it_is_disputed_whether_it_was_announced(record: detente.Record) -> None:
    disputed = replace(visit(record), status="disputed")
    assert _disputed(disputed).endswith("was announced")
    assert _became(disputed) == "was postponed; whether it was announced is in dispute"
    held = replace(disputed.history[0], status="held")
    both = replace(disputed, history=(held, *disputed.history))
    assert _disputed(both).endswith("took place") and _became(both) == "is in dispute"


@pytest.mark.parametrize(("confidence", "is_told"), [(UNSURE - 0.1, True), (UNSURE + 0.1, False)])
def test_a_list_shows_where_confidence_is_low(record: detente.Record, confidence: float, is_told: bool) -> None:
    page = console()
    list_page([replace(visit(record), confidence=confidence)], "engagements", page, None)
    assert (f"postponed? {confidence:.2f}" in shown(page)) is is_told


def asked(record: detente.Record, given: str, as_of: str | None = None) -> ItemShown:
    with record.engine.connect() as connection:
        found = item(connection, given, as_of)
    assert isinstance(found, ItemShown)
    return found


def test_an_id_of_a_changed_text_tells_both_wordings(record: detente.Record) -> None:
    told, page = asked(record, "page#s1"), console()
    item_page(told, page)
    assert "four ferries" in shown(page) and "consider sending ferries" in shown(page) and "version 1" in shown(page)
    assert plain(told)["version"] == 2 and [o.version for o in plain(told)["other_versions"]] == [1]


def test_an_id_of_a_text_that_stands_says_nothing_of_versions(record: detente.Record) -> None:
    assert not asked(record, "page#s1", "2024-05-08").others
    assert "other_versions" not in plain(asked(record, "off#s1"))
