"""Writes the page that says what the table of office holders covers.

In: the table's rows and the counts of what was dropped. Out: Markdown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

YEARS = range(2010, 2026)
DECADES = (1990, 2000, 2010, 2020)
Row = Mapping[str, str]


def in_years(row: Row, first: int, last: int) -> bool:
    """Whether the row's tenure touches any of the years."""
    return int(row["from"][:4]) <= last and (not row["to"] or int(row["to"][:4]) >= first)


def ministers_by_year(rows: Iterable[Row]) -> dict[int, int]:
    """For each year the number of states with a foreign minister known on some day of it."""
    ministers = [r for r in rows if r["role"] == "foreign_minister"]
    return {y: len({r["country"] for r in ministers if in_years(r, y, y)}) for y in YEARS}


def by_decade(rows: Sequence[Row]) -> list[str]:
    """A Markdown table of rows by role and decade; a tenure counts in each decade that it touches."""
    lines = ["| role | rows | " + " | ".join(f"{d}s" for d in DECADES) + " |", "|---|" + "---|" * 5]
    for role in sorted({r["role"] for r in rows}):
        own = [r for r in rows if r["role"] == role]
        counts = [str(sum(in_years(r, d, d + 9) for r in own)) for d in DECADES]
        lines.append(f"| {role} | {len(own)} | " + " | ".join(counts) + " |")
    return lines


def sources(rows: Iterable[Row], rules: Mapping[str, Any]) -> list[str]:
    """A Markdown table of the sources, their licences and the number of rows that rest on each."""
    licences = {s["name"]: s["licence"] for s in rules["sources"]} | {"own knowledge": "ours"}
    told: Counter[str] = Counter()
    for row in rows:
        told.update({name for name in licences if name in row["source"]})
    head = ["| source | licence | rows that use it |", "|---|---|---|"]
    return head + [f"| {name} | {licence} | {told[name]} |" for name, licence in licences.items()]


def coverage_page(rows: Sequence[Row], drops: Counter[str], rules: Mapping[str, Any]) -> str:
    """The whole page."""
    years = ministers_by_year(rows)
    states = len({r["country"] for r in rows})
    seen = sum("last seen" in r["source"] for r in rows)
    observed = sum("observed dates" in r["source"] for r in rows)
    lines = [
        "# What the tables of office holders cover",
        "",
        "Written by `tools/build_holders.py`; a test checks the figures against the table.",
        "",
        f"`codebook/actors/holders.csv` has {len(rows)} tenures of {states} states and bodies."
        " Dates are EDTF; an empty `to` means in post as far as the source knows.",
        "",
        "## Rows by role and decade",
        "",
        "A tenure counts in each decade that it touches.",
        "",
        *by_decade(rows),
        "",
        "## States with a foreign minister known",
        "",
        "| year | states |",
        "|---|---|",
        *(f"| {year} | {count} |" for year, count in years.items()),
        "",
        "## Sources and licences",
        "",
        *sources(rows, rules),
        "",
        "## What was left out of the raw list",
        "",
        "| reason | rows |",
        "|---|---|",
        *(f"| {reason} | {count} |" for reason, count in sorted(drops.items())),
        "",
        "## Known gaps",
        "",
        f"- {seen} rows say `last seen` in their source: the end is the last day on which the source had the"
        " person, not the day of leaving.",
        f"- {observed} rows rest on `observed dates`: the person held the post on those days and most likely"
        " for longer.",
        "- Foreign ministers before 2010 are known for the more newsworthy states only; from 2010 on "
        "the table above tells "
        "for how many; a "
        "state counts in a year when one is known for some day of it: months between two "
        "ministers, and acting ministers, may lack.",
        "- Leaders before 2010 are known where a full name could be joined to the surname in the list; from 2010 on "
        "nearly every month has its head of state and, where the office exists, its head of government.",
        "- Defence, finance, trade and interior ministers: hand-written, 2010 on, for the two dozen states that "
        "diplomatic news names most, not without gaps; for other states few. Security advisers and spokespersons: "
        "for the United States, China, Russia, the European Union, the United Kingdom, France, Germany, Japan and "
        "India.",
        "- The members of the presidency of Bosnia and Herzegovina stand as presidents for the whole of their terms.",
        "- Ambassadors are those of the United States, 2000 to 2021; `source` names where they served.",
        "- Own knowledge was written down once, without a second check; dates given to the month or year are"
        " no finer than that on purpose.",
        "",
    ]
    return "\n".join(lines)
