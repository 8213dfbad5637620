"""Builds the tables of office holders and given names of the codebook, and the page on what they cover.

In: a CSV of officials gathered from several sources (columns person, post, role, country_iso3, from, to,
source, note), and beside this script: holders_rules.yaml (how to read it), holders_supplement.csv (own
knowledge, in the columns of the result) and holders_fullnames.csv (full names for leaders known by surname).
Out: codebook/actors/holders.csv and docs/coverage.md; the counts of rows dropped, by reason, on standard
output. The same input gives the same bytes. What does not parse is dropped and counted, never guessed at.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import yaml
from holders_coverage import coverage_page
from holders_names import Namer
from holders_tenure import COLUMNS, Tenure, first_day, join_tenures, last_day, valid_span

HERE = Path(__file__).resolve().parent
Rules = Mapping[str, Any]
REIGN_ENDS = "2021-03"  # the list of effective leaders ends in this month
UNSEEN_DAYS = 120  # an end this long after the last sighting may hide a holder in between


class DroppedError(Exception):
    """A raw row that cannot be used; the message is the reason under which it is counted."""


def post_of(row: Mapping[str, str], rules: Rules) -> tuple[str, str]:
    """The canonical post and role of a raw row; DroppedError when no rule knows the post."""
    words = " ".join(row["post"].split()).split(" ")
    while words and words[0].lower() in rules["leading"]:
        words = words[1:]
    post = " ".join(words).lower()
    for rule in rules["posts"]:
        if rule.get("raw_role") not in (None, row["role"]) or row["country_iso3"] not in rule.get(
            "only", [row["country_iso3"]]
        ):
            continue
        if post.startswith(rule["starts"].lower()):
            if "drop" in rule:
                raise DroppedError(rule["drop"])
            return rule["post"], rule["role"]
    raise DroppedError("post not in scope")


def source_of(row: Mapping[str, str], rules: Rules) -> Mapping[str, Any]:
    """The rule of the raw row's source; DroppedError when its licence does not let us use it."""
    for source in rules["sources"]:
        if row["source"].startswith(source["match"]):
            return dict(source)
    raise DroppedError("licence not free enough")


def country_of(row: Mapping[str, str], post: str, rules: Rules) -> str:
    """The country code in the contract's spelling; DroppedError for territories and shared monarchs."""
    code = rules["country_codes"].get(row["country_iso3"], row["country_iso3"])
    if len(code) != 3:
        raise DroppedError("no country")
    if code in rules["dependencies"]:
        raise DroppedError("dependent territory or co-princes")
    if code in rules["realms"] and post in ("King", "Queen"):
        raise DroppedError("monarch of another state")
    return str(code)


def span_of(row: Mapping[str, str], source: Mapping[str, Any], rules: Rules) -> tuple[str, str, str]:
    """First day, last day ("" = still in post) and a remark for the source; DroppedError when not sensible.

    Observed dates stand for a tenure where the source knows no other. A `~` before the end says that the
    person was last seen then; the remark passes it on. An open end of a source that is no longer read
    becomes "last seen" on the day it was read.
    """
    start, end, remark = row["from"].strip(), row["to"].strip(), ""
    observed = row["note"].strip().removeprefix("observed ") if row["role"].endswith("_observed") else ""
    if observed:
        start, end = observed.split(" ")[0].split("..")
        remark = "observed dates"
    if end.startswith("~"):
        end, remark = end[1:], "last seen"
    if not remark and end and ended_unseen(row["note"], end):
        remark = "end by next known holder"
    if not end and not source["open_means_now"]:
        end, remark = rules["last_read"].get(source["name"], ""), "last seen"
        if source["name"].startswith("HistoryAtState"):
            raise DroppedError("open end in a list that is no longer kept")
    if not valid_span(start, end):
        raise DroppedError("dates missing or inverted")
    if end and end < "1990":
        raise DroppedError("ended before 1990")
    return start, end, remark


def ended_unseen(note: str, end: str) -> bool:
    """Whether the raw row's last sighting (`seen A..B` in its note) is long before its end."""
    seen = note.rpartition("..")[2][:10] if note.startswith("seen ") else ""
    last = first_day(seen)
    return last is not None and (last_day(end) - last).days > UNSEEN_DAYS


def read_tenure(row: Mapping[str, str], rules: Rules, namer: Namer) -> Tenure:
    """One raw row as a clean tenure; Dropped, with the reason, when it is not one."""
    source = source_of(row, rules)
    if any(all(row[k] == v for k, v in wrong.items()) for wrong in rules["known_wrong"]):
        raise DroppedError("known to be wrong")
    post, role = post_of(row, rules)
    country = country_of(row, post, rules)
    name = namer.read(row["person"], country)
    if name is None:
        raise DroppedError("name misparsed")
    start, end, remark = span_of(row, source, rules)
    told = source["name"] + (f" ({remark})" if remark else "")
    if role == "ambassador":
        told += f", {row['note'].strip()}"
    aliases = (*name.aliases, *(namer.short_forms(name.person) if source["rank"] == 1 else ()))
    return Tenure(name.person, aliases, name.surname, "", post, role, country, start, end, told, source["rank"])


def read_officials(path: Path, rules: Rules, namer: Namer, drops: Counter[str]) -> Iterator[Tenure]:
    """The clean tenures of the raw file; reasons of dropping are counted in `drops`."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            try:
                yield read_tenure(row, rules, namer)
            except DroppedError as reason:
                drops[str(reason)] += 1


def read_fullnames(path: Path) -> dict[tuple[str, str, str], dict[str, str]]:
    """Full names by country, the surname a list has, and first year ("" = any)."""
    with path.open(encoding="utf-8", newline="") as file:
        return {(r["country"], r["listed_as"], r["year"]): r for r in csv.DictReader(file)}


def read_named_leaders(path: Path, names: Path, drops: Counter[str]) -> Iterator[Tenure]:
    """Leaders the raw file knows by surname only, where `names` gives the full name and the post."""
    known = read_fullnames(names)
    with path.open(encoding="utf-8", newline="") as file:
        leaders = [r for r in csv.DictReader(file) if r["role"] == "effective_leader"]
    for row in leaders:
        listed = (row["country_iso3"], " ".join(row["person"].split()))
        found = known.get((*listed, row["from"][:4])) or known.get((*listed, ""))
        end, seen = (row["to"], "") if row["to"] else (REIGN_ENDS, " (last seen)")
        if found is None or not valid_span(row["from"], end) or end < "1990":
            continue
        drops["leader without a post"] -= 1
        yield Tenure(found["person"], (), found["surname"], found["sex"], found["post"], found["role"],
                     row["country_iso3"], row["from"], end, f"REIGN{seen}", 6)  # fmt: skip


def read_supplement(path: Path) -> Iterator[Tenure]:
    """The hand-written tenures; they are believed before any other source."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            aliases = tuple(a for a in row["aliases"].split("|") if a)
            yield Tenure(row["person"], aliases, row["surname"], row["sex"], row["post"], row["role"],
                         row["country"], row["from"], row["to"], row["source"], 0)  # fmt: skip


def with_sex(tenure: Tenure, names: Mapping[str, str], rules: Rules) -> Tenure:
    """Fills an unknown sex from the first given name, where names of the state put the given name first."""
    if tenure.sex or tenure.country in rules["family_first"] or " " not in tenure.person:
        return tenure
    return replace(tenure, sex=names.get(tenure.person.split()[0], ""))


def read_given_names(path: Path) -> dict[str, str]:
    """Sex by given name."""
    with path.open(encoding="utf-8", newline="") as file:
        return {r["name"]: r["sex"] for r in csv.DictReader(file)}


def write_csv(path: Path, columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Writes a table with unix line ends."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def build(officials: Path, rules: Rules, beside: Path, drops: Counter[str]) -> list[dict[str, str]]:
    """All tenures, joined and sorted by country, post and first day, as rows of the result."""
    given = read_given_names(beside.parent / "codebook" / "actors" / "given_names.csv")
    namer = Namer(rules, given)
    tenures = [
        *read_supplement(beside / "holders_supplement.csv"),
        *read_officials(officials, rules, namer, drops),
        *read_named_leaders(officials, beside / "holders_fullnames.csv", drops),
    ]
    return [with_sex(t, given, rules).row() for t in join_tenures(tenures, drops)]


@click.command()
@click.argument("officials", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), default=HERE.parent, help="The repository's root.")
def main(officials: Path, out: Path) -> None:
    """Build codebook/actors/holders.csv and docs/coverage.md from the raw list OFFICIALS."""
    rules = yaml.safe_load((HERE / "holders_rules.yaml").read_text(encoding="utf-8"))
    drops: Counter[str] = Counter()
    rows = build(officials, rules, HERE, drops)
    write_csv(out / "codebook" / "actors" / "holders.csv", COLUMNS, rows)
    (out / "docs" / "coverage.md").write_text(coverage_page(rows, drops, rules), encoding="utf-8")
    echo: Callable[[str], None] = click.echo
    echo(f"{len(rows)} tenures")
    for reason, count in sorted(drops.items()):
        echo(f"dropped {count:5d}  {reason}")


if __name__ == "__main__":
    main()
