"""EDTF arithmetic: what days a date covers, what lies in what, what can be the same day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.times import calendar

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-02~", "2021-02-01", "2021-02-28"),
        ("2021-02-05?", "2021-02-05", "2021-02-05"),
        ("2021%", "2021-01-01", "2021-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2021-21", "2021-03-01", "2021-05-31"),
        ("2021-22", "2021-06-01", "2021-08-31"),
        ("2021-23", "2021-09-01", "2021-11-30"),
        ("2019-24", "2019-12-01", "2020-02-29"),
        ("2021-03/2021-05", "2021-03-01", "2021-05-31"),
        ("2021-03-04~/2021", "2021-03-04", "2021-12-31"),
        ("2021-03/..", "2021-03-01", "9999-12-31"),
        ("../2021-03", "0001-01-01", "2021-03-31"),
    ],
)
def test_bounds(edtf: str, first: str, last: str) -> None:
    assert calendar.bounds(edtf) == (date.fromisoformat(first), date.fromisoformat(last))
    assert calendar.valid(edtf)


@pytest.mark.parametrize(
    "text",
    ["", "Friday", "2021-02-30", "2021-13", "2021-00", "2021-25", "2021/2020", "../..", "/", "0000", "21-02", "2021-2",
     "2021-02-30/2021-03", "2021-03?~?", "19X0", "２０２１", "2021-03-04T10:00"],
)  # fmt: skip
def test_what_is_no_date_has_no_bounds(text: str) -> None:
    assert calendar.bounds(text) is None
    assert not calendar.valid(text)


def test_no_date_at_all() -> None:
    assert calendar.bounds(None) is None


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("2021", "2021-05-03", True),
        ("2021-05", "2021", False),
        ("2021-05/..", "2024", True),
        ("2021-05-03/2021-05-09", "2021-05-09", True),
        ("2021-05-03/2021-05-09", "2021-05-10", False),
        ("2021-24", "2022-01", True),
        ("2021", "someday", False),
    ],
)
def test_contains(outer: str, inner: str, expected: bool) -> None:
    assert calendar.contains(outer, inner) is expected


@pytest.mark.parametrize(
    ("one", "other", "slack", "expected"),
    [
        ("2021-05-03", "2021-05", 0, True),
        ("2021-05-03", "2021-05-04", 0, False),
        ("2021-05-03", "2021-05-04", 1, True),
        ("2021-05-31", "2021-06", 0, False),
        ("2021-05-31", "2021-06", 1, True),
        ("../2021-05", "2020", 0, True),
        ("2021-05", "", 9, False),
    ],
)
def test_compatible(one: str, other: str, slack: int, expected: bool) -> None:
    assert calendar.compatible(one, other, slack) is expected
    assert calendar.compatible(other, one, slack) is expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2021-05-03?", "day"),
        ("2021-05~", "month"),
        ("2021", "year"),
        ("2021-05-03/2021-05-09", "week"),
        ("2021-05-04/2021-05-10", "interval"),
        ("2021-05/2021-07", "interval"),
        ("2021-05/..", "interval"),
        ("2021-23", "interval"),
        ("199X", "interval"),
    ],
)
def test_precision(edtf: str, expected: str) -> None:
    assert calendar.precision(edtf) == expected


def test_precision_of_no_date() -> None:
    with pytest.raises(ValueError, match="no EDTF date"):
        calendar.precision("next week")


@given(DAYS, st.integers(-400, 400))
def test_shifting_there_and_back(day: date, days: int) -> None:
    there = date.fromisoformat(calendar.shifted(day, days))
    assert calendar.shifted(there, -days) == day.isoformat()
    assert there - day == timedelta(days=days)


@given(DAYS, st.integers(-60, 60))
def test_week_month_and_quarter_hold_their_day(day: date, step: int) -> None:
    assert calendar.contains(calendar.week_of(day), day.isoformat())
    assert calendar.contains(calendar.month_of(day), day.isoformat())
    assert calendar.contains(calendar.quarter_of(day), calendar.month_of(day))
    assert calendar.precision(calendar.week_of(day, step)) == "week"
    first, later = calendar.bounds(calendar.week_of(day)), calendar.bounds(calendar.week_of(day, step))
    assert first and later and (later[0] - first[0]).days == 7 * step


@given(DAYS, DAYS, st.integers(0, 40))
def test_compatible_days_are_no_further_apart_than_the_slack(one: date, other: date, slack: int) -> None:
    assert calendar.compatible(one.isoformat(), other.isoformat(), slack) is (abs((one - other).days) <= slack)


@given(st.text(max_size=12))
def test_never_raises(text: str) -> None:
    assert calendar.valid(text) is (calendar.bounds(text) is not None)
