"""What counts as a publication date, and that nothing else does."""

import pytest

from detente.inputs import parse_date, parse_published

DATES = {
    "2021-03-09": "2021-03-09",
    "2021-03": "2021-03",
    "2021": "2021",
    "2021-03-09T23:30:00Z": "2021-03-09",
    "2021-03-09T23:30:00.000+0000": "2021-03-09",
    "2021-03-09 23:30:00+05:30": "2021-03-09",
    "20210309": "2021-03-09",
    "20210309T233000Z": "2021-03-09",
    "2021/3/9": "2021-03-09",
    "Tue, 09 Mar 2021 23:30:00 GMT": "2021-03-09",
    "9 Mar 2021 23:30:00 -0800": "2021-03-09",
    "9 March 2021": "2021-03-09",
    "March 9, 2021": "2021-03-09",
    "March 9th, 2021": "2021-03-09",
    "Mar. 9, 2021": "2021-03-09",
    "Tuesday, March 9, 2021": "2021-03-09",
    "  9  March\n2021 ": "2021-03-09",
    "March 2021": "2021-03",
}
NO_DATES = (
    "", " ", "2021-02-30", "2021-13", "2021-3-9", "0000-01-01", "2021-03-09T25:10", "20211399", "1615331400",
    "9 March", "Tuesday", "yesterday", "03/04/2021",
    "30 February 2021", "30 Feb 2021 10:00:00 GMT", "1 2 3 4",
    "2021-03-09?", "2021-03-09 or so", "٢٠٢١-٠٣-٠٩", "2021\x00", "9" * 5000,
)  # fmt: skip


@pytest.mark.parametrize(("written", "edtf"), DATES.items())
def test_dates_keep_their_own_day_and_precision(written: str, edtf: str) -> None:
    assert parse_published(written) == edtf


@pytest.mark.parametrize("written", NO_DATES)
def test_what_is_no_date_is_none(written: str) -> None:
    assert parse_published(written) is None


@pytest.mark.parametrize(
    "written", ["0001-01-01", "0001-01-01T00:00:00Z", "9999-12-31", "9999", "0999-12-31", "9000-01"]
)
def test_days_that_stand_for_no_date_are_none_of_a_publication(written: str) -> None:
    assert parse_published(written) is None
    assert parse_date(written) == written[:10]


@pytest.mark.parametrize("written", ["1000-01-01", "1899-12-30", "3024-01-01", "8999-12-31"])
def test_old_and_coming_days_are_dates(written: str) -> None:
    assert parse_published(written) == written
