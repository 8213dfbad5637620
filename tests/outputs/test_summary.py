"""Order, standing, sides and accounts in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.outputs import summary
from tests.outputs.sample import BENKIRANE, HAUGLAND, MAR, NOR, engagements, part, sample

CALL = next(e for e in engagements() if e.id == "e1")


def test_what_happened_then_what_is_to_come_with_its_parts_then_background() -> None:
    shown = [(depth, e.id) for depth, e in summary.ordered(engagements())]
    assert shown == [(0, "e1"), (0, "e2"), (1, "e3"), (0, "e4")]


def test_every_engagement_is_shown_even_where_parents_form_a_ring() -> None:
    ring = [replace(e, parent={"e1": "e2", "e2": "e1"}.get(e.id, "nowhere")) for e in engagements()]
    assert sorted(e.id for _, e in summary.ordered(ring)) == ["e1", "e2", "e3", "e4"]


@pytest.mark.parametrize(
    ("posts", "level"),
    [
        (("Foreign Minister", "Foreign Minister"), "foreign ministers"),
        (("State Councillor and Foreign Minister", "Foreign Minister"), "foreign ministers"),
        (("Minister of Defence", "Minister of Defence"), "ministers of defence"),
        (("Deputy", "Foreign Secretary"), "minister level"),
        (("Foreign Secretary", "Foreign Secretary"), "foreign secretaries"),
        (("Foreign Minister", None), "minister level"),
        (("Foreign Minister",), "Foreign Minister"),
        ((), "minister level"),
    ],
)
def test_level(posts: tuple[str | None, ...], level: str) -> None:
    people = tuple(part(replace(HAUGLAND, post=post)) for post in posts)
    assert summary.level(replace(CALL, participants=people)) == level


def test_who_by_side_and_where_a_lone_traveller_goes() -> None:
    assert summary.who(CALL) == "Solveig Haugland (NOR) – Idris Benkirane (MAR)"
    alone = (part(HAUGLAND),)
    assert summary.who(replace(CALL, participants=alone)) == "Solveig Haugland (NOR) – MAR"
    assert summary.who(replace(CALL, participants=alone, form="visit")) == "Solveig Haugland (NOR) → MAR"
    unnamed = (part(HAUGLAND), part(BENKIRANE, "counterpart_unnamed"))
    assert summary.who(replace(CALL, participants=unnamed)) == "Solveig Haugland (NOR) – a counterpart (MAR)"


def test_those_whom_one_word_names_are_told_once() -> None:
    ministers = replace(HAUGLAND, name=None, post="Nordic ministers", kind="group")
    both = (part(ministers), part(replace(ministers, country=MAR)))
    assert summary.who(replace(CALL, participants=both)) == "Nordic ministers (NOR – MAR)"


def test_a_group_is_named_by_its_post_in_the_plural() -> None:
    counterparts = replace(HAUGLAND, name=None, post="Foreign Minister", kind="group")
    both = (part(counterparts), part(replace(counterparts, country=MAR)))
    assert summary.who(replace(CALL, participants=both)) == "foreign ministers (NOR – MAR)"


def test_what_is_to_come_has_no_account_yet() -> None:
    planned = replace(CALL, status=replace(CALL.status, status="announced"))
    assert summary.accounts(sample(), planned).startswith("told by NOR (")


def test_accounts_by_side_and_way() -> None:
    told = summary.accounts(sample(), CALL)
    assert told == "2 accounts: NOR (social media, spokesperson) · MAR (official statement)"
    assert summary.accounts(sample(), replace(CALL, id="other")) == ""


def test_a_promise_ascribed_by_another_is_unconfirmed() -> None:
    (promise,) = sample().commitments
    assert summary.promise(promise) == "NOR's promise, reaffirmed by MAR, unconfirmed"
    assert summary.promise(replace(promise, ascribed_by=NOR)) == "NOR's promise, reaffirmed"
    assert (
        summary.promise(replace(promise, ascribed_by=MAR, status="made")) == "NOR's promise, told by MAR, unconfirmed"
    )


def test_a_scholars_view_is_no_states_position() -> None:
    position = replace(sample().positions[0], statement=None)
    assert summary.side_of(position, {}) == NOR
    assert summary.side_of(replace(position, holder=replace(HAUGLAND, official=False)), {}) is None


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"url": "https://news.example/a/long/path"}, "Nordlys · NTB · 8 Mar 2023"),
        (
            {"url": "https://news.example/a/long/path", "outlet": None, "agency": None},
            "news.example · 8 Mar 2023",
        ),
        ({"url": "http://[broken", "outlet": None, "agency": None}, "http://[broken · 8 Mar 2023"),
        (
            {"path": "a/b.txt", "outlet": None, "agency": None, "published": None},
            "a/b.txt · no publication date",
        ),
    ],
)
def test_heading_tells_where_and_when(changes: dict[str, str | None], line: str) -> None:
    source = replace(sample().source, **changes)  # type: ignore[arg-type]
    assert summary.heading(replace(sample(), source=source)) == (sample().source.title, line)


def test_sides_by_how_often_they_are_heard() -> None:
    assert summary.sides(sample()) == [NOR, MAR]
