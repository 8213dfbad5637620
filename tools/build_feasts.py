"""Writes codebook/times/feast_days.csv: the days of feasts that follow the moon, by year.

Run where `holidays` (MIT) is installed: `python tools/build_feasts.py > codebook/times/feast_days.csv`. Its tables and
reckonings give the days; a feast that falls twice in a year has two days, one that it does not know of has none.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from holidays.calendars.buddhist import _BuddhistLunisolar
from holidays.calendars.chinese import _ChineseLunisolar
from holidays.calendars.hebrew import _HebrewLunisolar
from holidays.calendars.hindu import _HinduLunisolar
from holidays.calendars.islamic import _IslamicLunar

YEARS = range(1950, 2041)
ISLAMIC, HINDU, HEBREW = _IslamicLunar(), _HinduLunisolar(), _HebrewLunisolar()
CHINESE, BUDDHIST = _ChineseLunisolar(), _BuddhistLunisolar()


def main() -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["year", *FEASTS])
    for year in YEARS:
        out.writerow([year, *(";".join(sorted({f"{d:%m-%d}" for d in days(year)})) for days in FEASTS.values())])


def many(dates: Callable[[int], Iterable[tuple[date, bool]]]) -> Callable[[int], Iterator[date]]:
    return lambda year: (d for d, _ in dates(year) if d.year == year)


def one(of: Callable[[int], Any]) -> Callable[[int], Iterator[date]]:
    def days(year: int) -> Iterator[date]:
        found = of(year)
        found = found[0] if isinstance(found, tuple) else found
        if found:
            yield min(found) if isinstance(found, (set, list)) else found

    return days


def before(days: Callable[[int], Iterator[date]], number: int) -> Callable[[int], Iterator[date]]:
    return lambda year: (d - timedelta(days=number) for d in days(year))


FEASTS: dict[str, Callable[[int], Iterator[date]]] = {
    "ramadan": many(ISLAMIC.ramadan_beginning_dates),
    "eid_al_fitr": many(ISLAMIC.eid_al_fitr_dates),
    "eid_al_adha": many(ISLAMIC.eid_al_adha_dates),
    "islamic_new_year": many(ISLAMIC.hijri_new_year_dates),
    "ashura": many(ISLAMIC.ashura_dates),
    "arbaeen": many(ISLAMIC.arbaeen_dates),
    "mawlid": many(ISLAMIC.mawlid_dates),
    "diwali": one(HINDU.diwali_india_date),
    "holi": one(HINDU.holi_date),
    "dussehra": one(HINDU.dussehra_date),
    "passover": one(HEBREW.passover_date),
    "rosh_hashanah": one(HEBREW.rosh_hashanah_date),
    "yom_kippur": one(HEBREW.yom_kippur_date),
    "sukkot": one(HEBREW.sukkot_date),
    "hanukkah": one(HEBREW.hanukkah_date),
    "purim": one(HEBREW.purim_date),
    "shavuot": one(HEBREW.shavuot_date),
    "lunar_new_year": one(CHINESE.lunar_new_year_date),
    "mid_autumn": one(CHINESE.mid_autumn_date),
    "dragon_boat": one(CHINESE.dragon_boat_date),
    "vesak": one(BUDDHIST.vesak_may_date),
}


if __name__ == "__main__":
    main()
