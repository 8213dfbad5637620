"""A report that names two of the three who sat together tells of their engagement, and makes none of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import detente
from detente.record import wider
from detente.record.concluding import conclude
from detente.record.grouping import groups
from detente.record.nouns import EngagementClaim
from detente.record.reviews import Review
from detente.store import engagements
from tests.record.making import EIDE, claim

THREE = ("KEN", "NOR", "SOM")
TWO = ("KEN", "NOR")
MALIMUU = ("Ahmed Fiqi", "Foreign Minister", "SOM")
NAIROBI = (("Nairobi", "KEN"),)
TALKS: dict[str, Any] = {"form": "talks", "places": NAIROBI}


def wide(document: str = "a", when: str = "2024-05-06/2024-05-08", **more: Any) -> EngagementClaim:
    return claim(document, "2024-05-08", people=(EIDE, MALIMUU), when=when, sides=THREE, **{**TALKS, **more})


def taken(*claims: EngagementClaim, reviews: tuple[Review, ...] = ()) -> list[str]:
    return [t.claim.document for t in wider.taken(claims, {"KEN+NOR+SOM": groups([wide()])}, reviews)]


JOINS = [
    ("the last of the days", claim("b", "2024-05-09", when="2024-05-08", sides=TWO, **TALKS)),
    ("a meeting", claim("b", "2024-05-09", when="2024-05-07", sides=TWO, form="meeting", places=NAIROBI)),
]  # fmt: skip
STAYS = [
    ("names those who met", claim("b", "2024-05-09", people=(EIDE,), when="2024-05-08", sides=TWO, **TALKS)),
    ("another place", claim("b", "2024-05-09", when="2024-05-08", sides=TWO, form="talks", places=(("Oslo", "NOR"),))),
    ("no place", claim("b", "2024-05-09", when="2024-05-08", sides=TWO, form="talks")),
    ("other days", claim("b", "2024-05-19", when="2024-05-18", sides=TWO, **TALKS)),
    ("no day", claim("b", "2024-05-09", sides=TWO, **TALKS)),
    ("a visit", claim("b", "2024-05-09", when="2024-05-08", sides=TWO, form="visit", places=NAIROBI)),
    ("called off", claim("b", "2024-05-09", when="2024-05-08", sides=TWO, status="cancelled", **TALKS)),
    ("the same text tells of both", claim("a", "2024-05-08", when="2024-05-08", sides=TWO, ordinal=1, **TALKS)),
]  # fmt: skip


@pytest.mark.parametrize(("why", "told"), JOINS, ids=[w for w, _ in JOINS])
def test_it_joins(why: str, told: EngagementClaim) -> None:
    assert taken(told) == [told.document]


@pytest.mark.parametrize(("why", "told"), STAYS, ids=[w for w, _ in STAYS])
def test_it_stays(why: str, told: EngagementClaim) -> None:
    assert taken(told) == []


def test_what_a_person_has_spoken_of_stays_where_it_is() -> None:
    told = claim("b", "2024-05-09", when="2024-05-08", sides=TWO, **TALKS)
    review = Review(1, "2024-06-01", "R", "split", (told.id,), None, None, "two rounds")
    assert taken(told) == ["b"] and taken(told, reviews=(review,)) == []


def test_the_record_keeps_its_id_sides_and_days() -> None:
    told = claim("b", "2024-05-06", when="2024-05-06", sides=TWO, **TALKS)
    joining = wider.taken([told], {"KEN+NOR+SOM": groups([wide()])})
    (record,) = conclude([wide()], {}, (), joining).records
    assert (record.id, record.when) == (wide().id, "2024-05-06/2024-05-08")
    assert record.countries == ("KEN", "NOR", "SOM") and record.documents == ("b", "a")


TEXTS = [
    ("a", "2024-05-09", "Foreign Minister Espen Barth Eide of Norway, Foreign Minister Musalia Mudavadi of Kenya and "
     "Foreign Minister Ahmed Fiqi of Somalia held talks in Nairobi on May 7."),
    ("b", "2024-05-08", "Norway and Kenya held talks in Nairobi on Tuesday, officials said."),
    ("c", "2024-05-20", "Foreign Minister Espen Barth Eide of Norway met Foreign Minister Musalia Mudavadi of Kenya in "
     "Oslo on Sunday."),
]  # fmt: skip


def answers(path: Path, order: list[int]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """The engagements of a store that was filled one text at a time."""
    with detente.open(path / "r.db") as record:
        for n in order:
            document, published, text = TEXTS[n]
            line = path / f"{document}.jsonl"
            line.write_text(json.dumps({"id": document, "published": published, "text": text}), encoding="utf-8")
            record.add(line, day="2024-12-31")
        found = record.engagements(between=("KEN", "NOR"))
        return [(e.id, tuple(sorted(e.countries)), e.documents) for e in found]


def test_a_store_gives_the_same_in_any_order(tmp_path: Path) -> None:
    orders = [[0, 1, 2], [1, 0, 2], [2, 1, 0]]
    got = []
    for n, order in enumerate(orders):
        (tmp_path / str(n)).mkdir()
        got.append(answers(tmp_path / str(n), order))
    assert got[0] == got[1] == got[2]
    assert [(c, d) for _, c, d in got[0]] == [(THREE, ("b", "a")), (TWO, ("c",))]


def test_what_was_known_before_the_third_was_named(tmp_path: Path) -> None:
    answers(tmp_path, [1, 0, 2])
    with detente.open(tmp_path / "r.db") as record:
        (before,) = record.engagements(between=("KEN", "NOR"), as_of="2024-05-08")
        assert before.countries == TWO and before.documents == ("b",)
        after = record.engagements(between=("KEN", "NOR"), as_of="2024-05-10")
        assert [e.documents for e in after] == [("b", "a")]
        assert getattr(record.show(before.id).record, "id", None) == after[0].id


def test_a_board_tells_of_a_change_that_a_report_of_the_other_two_brought(tmp_path: Path) -> None:
    """Of what Norway, Kenya and Somalia held, a report that names Kenya and Norway tells later."""
    late = ("d", "2024-05-11", "Norway and Kenya held talks in Nairobi on Tuesday, officials said.")
    with detente.open(tmp_path / "r.db") as record:
        for document, published, text in (TEXTS[0], late):
            line = tmp_path / f"{document}.jsonl"
            line.write_text(json.dumps({"id": document, "published": published, "text": text}), encoding="utf-8")
            record.add(line, day="2024-12-31")
        with record.engine.connect() as connection:
            told = [r.documents for r in engagements.told_since(connection, "NOR", "SOM", "2024-05-10")]
            assert told == [("a", "d")]
            assert engagements.told_since(connection, "NOR", "ETH", "2024-05-10") == []
            own = [r.documents for r in engagements.told_since(connection, "KEN", "NOR", "2024-05-10")]
            assert own == [("a", "d")]
