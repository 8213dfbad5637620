"""The tables of office holders and given names: well-formed, and right on facts that can be looked up."""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
BODIES = {"UNO", "NTO", "EUE", "AFU"}
ROLES = {
    *("head_of_state", "head_of_government", "foreign_minister", "defence_minister", "finance_minister"),
    *("commerce_minister", "deputy_foreign_minister", "vice_president", "security_adviser", "ambassador"),
    *("spokesperson", "envoy", "io_head", "other"),
}
Row = dict[str, str]


def read(path: str) -> list[Row]:
    with (ROOT / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


HOLDERS = read("codebook/actors/holders.csv")
NAMES = read("codebook/actors/given_names.csv")
RULES = yaml.safe_load((ROOT / "tools/holders_rules.yaml").read_text(encoding="utf-8"))


def label(row: Row) -> str:
    return f"{row['person']}, {row['post']}, {row['country']}, {row['from']}"


def holders_on(day: str, country: str, post: str) -> set[str]:
    """Persons in the post on the day; text comparison is enough for days against days."""
    rows = [r for r in HOLDERS if (r["country"], r["post"]) == (country, post)]
    return {r["person"] for r in rows if r["from"] <= day and (not r["to"] or day <= r["to"])}


def test_dates_parse_and_are_not_inverted() -> None:
    bad = [
        label(r)
        for r in HOLDERS
        if not DATE.match(r["from"]) or (r["to"] and (not DATE.match(r["to"]) or r["to"] < r["from"][: len(r["to"])]))
    ]
    assert not bad


def test_every_tenure_touches_1990_or_later() -> None:
    assert not [label(r) for r in HOLDERS if r["to"] and r["to"] < "1990"]


def test_countries_roles_and_sources_are_known() -> None:
    assert not [label(r) for r in HOLDERS if not re.fullmatch(r"[A-Z]{3}", r["country"])]
    assert {r["country"] for r in HOLDERS} >= BODIES
    assert {r["role"] for r in HOLDERS} <= ROLES
    known = [s["name"] for s in RULES["sources"]] + ["own knowledge"]
    assert not [label(r) for r in HOLDERS if not any(name in r["source"] for name in known)]


def test_posts_are_the_canonical_ones() -> None:
    titles = yaml.safe_load((ROOT / "codebook/actors/posts.yaml").read_text(encoding="utf-8"))["titles"]
    alone = {r["post"] for r in HOLDERS} - set(titles)
    assert alone <= {
        "Premier",
        "Special Envoy",
        "Defence Secretary",
        "Under Secretary of State",
        "Assistant Secretary of State",
        "Secretary-General",
        "President of the European Commission",
        "President of the European Council",
        "Spokesperson",
        "Ambassador",
    }


def test_names_hold_no_title_and_are_not_in_capitals() -> None:
    not_names = set(RULES["not_in_names"])
    for row in HOLDERS:
        words = row["person"].split(" ")
        assert not not_names & {w.lower() for w in words}, label(row)
        shouted = [w for w in words if len(w) > 2 and w.isalpha() and w.isupper()]
        assert all(re.fullmatch(r"[IVX]+", w) for w in shouted), label(row)
        assert row["surname"].strip(), label(row)
        assert not row["surname"].isupper(), label(row)


def test_a_single_name_is_a_monarch_or_allowed() -> None:
    regnal = {"King", "Queen", "Emperor", "Pope", "Sultan", "Emir"}
    single = [r for r in HOLDERS if " " not in r["person"] and r["post"] not in regnal]
    assert not [label(r) for r in single if r["person"] not in RULES["mononyms"]]


def test_surname_stands_in_a_spelling_of_the_name() -> None:
    bad = [label(r) for r in HOLDERS if r["surname"] not in f"{r['person']}|{r['aliases']}"]
    assert not bad


def test_no_tenure_stands_twice() -> None:
    keys = Counter((r["person"], r["post"], r["country"], r["from"], r["source"]) for r in HOLDERS)
    assert not [k for k, n in keys.items() if n > 1]


def test_table_is_sorted() -> None:
    keys = [(r["country"], r["post"], r["from"]) for r in HOLDERS]
    assert keys == sorted(keys)


def test_no_source_under_a_share_alike_licence() -> None:
    assert not [label(r) for r in HOLDERS if "open-data-archive" in r["source"]]


@pytest.mark.parametrize(
    ("day", "country", "post", "surname"),
    [
        ("2016-05-01", "IND", "Minister of External Affairs", "Swaraj"),
        ("2003-06-01", "IND", "Minister of External Affairs", "Sinha"),
        ("2012-06-01", "IND", "Minister of External Affairs", "Krishna"),
        ("2010-05-01", "USA", "Secretary of State", "Clinton"),
        ("2023-05-01", "CHN", "Foreign Minister", "Qin"),
        ("2023-09-01", "CHN", "Foreign Minister", "Wang"),
        ("2024-10-01", "GBR", "Foreign Secretary", "Lammy"),
        ("2011-06-01", "IRN", "Foreign Minister", "Salehi"),
        ("2005-01-01", "RUS", "President", "Putin"),
        ("2009-01-01", "RUS", "President", "Medvedev"),
        ("1995-01-01", "ZAF", "President", "Mandela"),
        ("2015-02-01", "DEU", "Chancellor", "Merkel"),
        ("2025-01-01", "NTO", "Secretary-General", "Rutte"),
        ("2008-01-01", "UNO", "Secretary-General", "Ban"),
        ("2020-06-01", "EUE", "High Representative", "Borrell"),
        ("2019-06-01", "UKR", "President", "Zelenskyy"),
        ("1998-01-01", "IDN", "President", "Suharto"),
        ("2012-06-01", "HRV", "President", "Josipović"),
        ("2022-06-01", "LBY", "President", "al-Menfi"),
        ("2015-06-01", "LKA", "Prime Minister", "Wickremesinghe"),
        ("2017-06-01", "BLR", "Prime Minister", "Kobyakov"),
        ("2019-06-01", "ROU", "Prime Minister", "Dăncilă"),
        ("2019-06-01", "USA", "Trade Representative", "Lighthizer"),
        ("2019-06-01", "ITA", "Interior Minister", "Salvini"),
        ("2019-06-01", "CRI", "President", "Alvarado"),
        ("2023-06-01", "CRI", "President", "Chaves"),
        ("2015-06-01", "NIC", "Foreign Minister", "Santos"),
        ("2015-06-01", "SLV", "President", "Sánchez Cerén"),
        ("2024-06-01", "ECU", "Vice President", "Abad"),
        ("2024-06-01", "ARG", "Vice President", "Villarruel"),
    ],
)
def test_who_held_a_post(day: str, country: str, post: str, surname: str) -> None:
    found = holders_on(day, country, post)
    rows = [r for r in HOLDERS if r["person"] in found and r["country"] == country]
    assert {r["surname"] for r in rows} == {surname}


def test_one_foreign_minister_at_a_time_in_hand_written_rows() -> None:
    """Two hand-written tenures of one foreign ministry may share a day of hand-over, no more."""
    own = [r for r in HOLDERS if r["role"] == "foreign_minister" and r["source"].startswith("own knowledge")]
    by_state: dict[tuple[str, str], list[Row]] = {}
    for row in own:
        by_state.setdefault((row["country"], row["post"]), []).append(row)
    for rows in by_state.values():
        for first, second in pairwise(rows):
            assert first["to"], label(first)
            assert first["to"][: len(second["from"])] <= second["from"], label(second)


def test_coverage_page_tells_the_table_s_figures() -> None:
    page = (ROOT / "docs/coverage.md").read_text(encoding="utf-8")
    assert f"has {len(HOLDERS)} tenures of {len({r['country'] for r in HOLDERS})} states" in page
    for role, count in Counter(r["role"] for r in HOLDERS).items():
        assert f"| {role} | {count} |" in page
    for year in range(2010, 2026):
        states = {
            r["country"]
            for r in HOLDERS
            if r["role"] == "foreign_minister"
            and r["from"][:4] <= str(year)
            and (not r["to"] or r["to"][:4] >= str(year))
        }
        assert f"| {year} | {len(states)} |" in page


def test_given_names_are_single_words_of_one_sex() -> None:
    assert len(NAMES) >= 1200
    assert {r["sex"] for r in NAMES} == {"m", "f"}
    names = [r["name"] for r in NAMES]
    assert names == sorted(set(names))
    assert all(re.fullmatch(r"[^\W\d_][\w'’-]+", n) and n[0].isupper() for n in names)


@pytest.mark.parametrize("word", ["May", "Chad", "Jordan", "Georgia", "Israel", "Paris", "India", "China", "Will"])
def test_given_names_leave_out_places_and_words(word: str) -> None:
    assert word not in {r["name"] for r in NAMES}


@pytest.mark.parametrize(("name", "sex"), [("Sergei", "m"), ("Hillary", "f"), ("Mohammed", "m"), ("Yoko", "f")])
def test_sex_of_a_given_name(name: str, sex: str) -> None:
    assert {r["name"]: r["sex"] for r in NAMES}[name] == sex
