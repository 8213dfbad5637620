"""The dyad panel: one row a pair of states and period, zeros filled and told apart from no coverage.

In: what `drawn` takes from the store. Out: a DuckDB query over it. Each column is described in `DICTIONARY`,
which is written beside the panel.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

import duckdb
from sqlalchemy import Connection, Select, literal, select

import detente
from detente.analysis.frames import load
from detente.codebook import Codebook
from detente.errors import UsageError
from detente.model import Form, PloverRoot, Quad, StatusName
from detente.reading.times.calendar import moved
from detente.record.temperature import DOUBTFUL, once
from detente.store import queries, schema
from detente.store.concluding import span_of
from detente.store.engagements import engagements
from detente.store.filters import Filter
from detente.store.indices import counted, scored

UNITS = {"dyad-day": "day", "dyad-week": "week", "dyad-month": "month", "dyad-year": "year"}
FORMS, STATUSES, ROOTS, QUADS = get_args(Form), get_args(StatusName), get_args(PloverRoot), get_args(Quad)
FIRST_DAY, LAST_DAY = "1000-01-01", "9999-12-31"
# what feeds write for "no date" is no day of a text
LAST = "8999-12-31"
# days before the first and after the last text for which rows are made
FAR = 100 * 365

# languages with how many texts are in each, in one cell: "de 2, fr 1"
LISTED = "string_agg(language || ' ' || n, ', ' ORDER BY language)"


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel ready to be read or written: `connection` holds it as the view `panel`."""

    connection: duckdb.DuckDBPyConnection
    columns: tuple[str, ...]


def panel(connection: Connection, book: Codebook, unit: str, wanted: Filter) -> Panel:
    """The panel of a store. `wanted` limits pair and days. Raises UsageError for an unknown unit."""
    if unit not in UNITS:
        raise UsageError(f"--unit {unit}: there is no such unit; there are {', '.join(UNITS)}")
    duck = duckdb.connect()
    _draw(duck, connection, book, wanted)
    _near(duck, wanted)
    duck.execute(_view(UNITS[unit], book.fingerprint, wanted))
    columns = tuple(row[0] for row in duck.execute("DESCRIBE panel").fetchall())
    return Panel(duck, columns)


def _near(duck: duckdb.DuckDBPyConnection, wanted: Filter) -> None:
    """Raises UsageError for days far from all that was read: their rows would be many, and say nothing."""
    (read,) = duck.execute("SELECT min(day), max(day) FROM kept").fetchall()
    for option, given in (("--from", wanted.since), ("--to", wanted.until)):
        day = date.fromisoformat(given) if given else None
        if day and read[0] and not moved(read[0], -FAR) <= day <= moved(read[1], FAR):
            raise UsageError(
                f"panel {option} {given}: lies far from what was read, {read[0]} to {read[1]};"
                f" leave {option} out, or give a day within {FAR // 365} years of that"
            )


# -- what is drawn from the store --------------------------------------------------------------------


def _draw(duck: duckdb.DuckDBPyConnection, connection: Connection, book: Codebook, wanted: Filter) -> None:
    pair = {"a": "VARCHAR", "b": "VARCHAR"}
    load(duck, "engaged", {**pair, "day": "DATE", "form": "VARCHAR", "status": "VARCHAR"}, _engaged(connection, wanted))
    load(duck, "coded", {**pair, "day": "DATE", "root": "VARCHAR", "quad": "VARCHAR"}, _coded(connection, wanted))
    load(duck, "heat", {**pair, "day": "DATE", "score": "DOUBLE"}, _heat(connection, wanted))
    load(duck, "told", {**pair, "day": "DATE", "document": "VARCHAR", "family": "VARCHAR", "side": "VARCHAR",
                        "language": "VARCHAR"}, _told(connection, wanted))  # fmt: skip
    load(duck, "unread", {"side": "VARCHAR", "day": "DATE", "document": "VARCHAR", "language": "VARCHAR"},
         _unread(connection, wanted))  # fmt: skip
    states = {row["iso3"] for table in ("actors/countries", "codes/states") for row in book.table(table)}
    asked = wanted.pair or ()
    load(duck, "states", {"code": "VARCHAR"}, ([code] for code in sorted({*states, *asked})))
    load(duck, "kept", {"day": "DATE", "document": "VARCHAR"}, _kept(connection, wanted))
    load(duck, "about", {"side": "VARCHAR", "day": "DATE"}, _about(connection, wanted))
    load(duck, "codes", {"iso3": "VARCHAR", "cow": "INTEGER", "gw": "INTEGER", "since": "DATE", "until": "DATE"},
         _codes(book))  # fmt: skip


def _engaged(connection: Connection, wanted: Filter) -> Iterator[Sequence[Any]]:
    for record in engagements(connection, wanted):
        first, _ = span_of(record.when)
        if first is None or first < FIRST_DAY:
            continue
        for n, a in enumerate(sorted(record.countries)):
            for b in sorted(record.countries)[n + 1 :]:
                yield a, b, first, record.form, record.status


def _coded(connection: Connection, wanted: Filter) -> Iterator[Sequence[Any]]:
    for _, event, a, b, day in counted(connection, queries.events(connection, wanted)):
        yield min(a, b), max(a, b), day, event.plover_root, event.quad


def _heat(connection: Connection, wanted: Filter) -> Iterator[Sequence[Any]]:
    for event in once(scored(connection, wanted)):
        yield event.source, event.target, event.day, event.score


def _told(connection: Connection, wanted: Filter) -> Iterator[Sequence[Any]]:
    m, v = schema.mentions, schema.versions
    told = (m.c.a, m.c.b, v.c.known_at, m.c.document, v.c.family, m.c.side, v.c.language)
    query = select(*told).join(v, v.c.document == m.c.document)
    if wanted.pair:
        query = query.where(m.c.a == wanted.pair[0], m.c.b == wanted.pair[1])
    for row in connection.execute(_dated(query.where(m.c.b != ""), wanted)):
        yield tuple(row)


def _kept(connection: Connection, wanted: Filter) -> Iterator[Sequence[Any]]:
    v = schema.versions
    query = select(v.c.known_at, v.c.document).where(v.c.state == "read")
    for row in connection.execute(_dated(query, wanted)):
        yield tuple(row)


def _unread(connection: Connection, wanted: Filter) -> Iterator[Sequence[Any]]:
    """The texts that were kept and not read, under the side whose outlet it is."""
    v = schema.versions
    query = select(v.c.side, v.c.known_at, v.c.document, v.c.language).where(v.c.state == "unread")
    for row in connection.execute(_dated(query, wanted)):
        yield tuple(row)


def _about(connection: Connection, wanted: Filter) -> Iterator[Sequence[Any]]:
    """The days on which a text by a side, or on it, was published: only there does a zero of the side say something."""
    m, v = schema.mentions, schema.versions
    told = select(m.c.a, m.c.b, v.c.known_at).join(v, v.c.document == m.c.document)
    own = select(v.c.side, literal(""), v.c.known_at).where(v.c.state == "read", v.c.side.is_not(None))
    queries = (_dated(told, wanted), _dated(own, wanted))
    days = {(side, row[2]) for query in queries for row in connection.execute(query) for side in row[:2] if side}
    return iter(sorted(days))


def _dated(query: Select[Any], wanted: Filter) -> Select[Any]:
    """Of the latest versions known by then, those with a date: the day of adding is no period of what a text tells."""
    v = schema.versions
    days = v.c.known_at.between(FIRST_DAY, min(wanted.as_of or LAST, LAST))
    return query.where(v.c.latest, v.c.published.is_not(None), days)


def _codes(book: Codebook) -> Iterable[Sequence[Any]]:
    for row in book.table("codes/states"):
        yield row["iso3"], row["cow"], row["gw"], row["valid_from"] or FIRST_DAY, row["valid_to"] or LAST_DAY


# -- the panel itself --------------------------------------------------------------------------------


def _view(period: str, fingerprint: str, wanted: Filter) -> str:
    """The panel: a row for each pair and period, from the tables that count what was told in it."""
    zeros = ", ".join(
        f"coalesce({name}, 0) AS {name}"
        for name in ("engagements", *(f"form_{f}" for f in FORMS), *(f"status_{s}" for s in STATUSES),
                     "events", *(f"plover_{r.lower()}" for r in ROOTS), *(f"quad_{q[1]}" for q in QUADS))
    )  # fmt: skip
    return f"""
CREATE VIEW panel AS
WITH {_tables(period, wanted)}
SELECT grid.a AS iso3_a, grid.b AS iso3_b, ca.cow AS cow_a, cb.cow AS cow_b, ca.gw AS gw_a, cb.gw AS gw_b,
  grid.period, {zeros}, round(ab.heat, 4) AS index_ab, round(ba.heat, 4) AS index_ba,
  coalesce(documents, 0) AS documents, coalesce(families, 0) AS families, coalesce(documents_a, 0) AS documents_a,
  coalesce(documents_b, 0) AS documents_b, coalesce(documents_any, 0) AS documents_any,
  coalesce(languages, '') AS languages, coalesce(ua.unread, '') AS unread_a, coalesce(ub.unread, '') AS unread_b,
  coalesce(n.unread, '') AS unread_any, first, last,
  (sa.side IS NOT NULL OR sb.side IS NOT NULL) AND ga.side IS NULL AND gb.side IS NULL AS covered,
  '{fingerprint}' AS codebook, '{detente.__version__}' AS engine
FROM grid LEFT JOIN e USING (a, b, period) LEFT JOIN c USING (a, b, period) LEFT JOIN t USING (a, b, period)
LEFT JOIN k USING (period) LEFT JOIN l USING (a, b, period) LEFT JOIN n USING (period)
LEFT JOIN u ua ON ua.side = grid.a AND ua.period = grid.period
LEFT JOIN u ub ON ub.side = grid.b AND ub.period = grid.period
LEFT JOIN gone ga ON ga.side = grid.a AND ga.period = grid.period
LEFT JOIN gone gb ON gb.side = grid.b AND gb.period = grid.period
LEFT JOIN s sa ON sa.side = grid.a AND sa.period = grid.period
LEFT JOIN s sb ON sb.side = grid.b AND sb.period = grid.period
LEFT JOIN h ab ON ab.source = grid.a AND ab.target = grid.b AND ab.period = grid.period
LEFT JOIN h ba ON ba.source = grid.b AND ba.target = grid.a AND ba.period = grid.period
LEFT JOIN codes ca ON ca.iso3 = grid.a AND grid.period BETWEEN ca.since AND ca.until
LEFT JOIN codes cb ON cb.iso3 = grid.b AND grid.period BETWEEN cb.since AND cb.until
ORDER BY iso3_a, iso3_b, grid.period"""


def _tables(period: str, wanted: Filter) -> str:
    """The tables of the view: pairs and periods, and what was counted, heard and kept of them, by one letter each."""
    step = f"INTERVAL 1 {period}"
    counts = ", ".join(
        [f"count(*) FILTER (form = '{f}') AS form_{f}" for f in FORMS]
        + [f"count(*) FILTER (status = '{s}') AS status_{s}" for s in STATUSES]
    )
    codes = ", ".join(
        [f"count(*) FILTER (root = '{r}') AS plover_{r.lower()}" for r in ROOTS]
        + [f"count(*) FILTER (quad = '{q}') AS quad_{q[1]}" for q in QUADS]
    )
    since = f"DATE '{wanted.since}'" if wanted.since else "(SELECT min(day) FROM kept)"
    until = f"DATE '{wanted.until}'" if wanted.until else "(SELECT max(day) FROM kept)"
    return f"""dyads AS (
      SELECT a, b FROM (SELECT a, b FROM engaged UNION SELECT a, b FROM coded UNION SELECT a, b FROM told)
      WHERE a IN (SELECT code FROM states) AND b IN (SELECT code FROM states)),
periods AS (SELECT unnest(generate_series(
      date_trunc('{period}', {since}), date_trunc('{period}', {until}), {step}))::DATE AS period),
grid AS (SELECT a, b, period FROM dyads, periods),
e AS (SELECT a, b, date_trunc('{period}', day)::DATE AS period, count(*) AS engagements, {counts}
      FROM engaged GROUP BY ALL),
c AS (SELECT a, b, date_trunc('{period}', day)::DATE AS period, count(*) AS events, {codes} FROM coded GROUP BY ALL),
h AS (SELECT a AS source, b AS target, date_trunc('{period}', day)::DATE AS period, avg(score) AS heat
      FROM heat GROUP BY ALL),
t AS (SELECT a, b, date_trunc('{period}', day)::DATE AS period, count(DISTINCT document) AS documents,
      count(DISTINCT family) AS families, count(DISTINCT document) FILTER (side = a) AS documents_a,
      count(DISTINCT document) FILTER (side = b) AS documents_b, min(day) AS first, max(day) AS last
      FROM told GROUP BY ALL),
l AS ({_by_language("told", "a, b, ", "count(DISTINCT document)", "languages", period)}),
u AS ({_by_language("unread", "side, ", "count(*)", "unread", period)}),
n AS ({_by_language("unread", "", "count(*)", "unread", period)}),
gone AS (SELECT side, period FROM (SELECT a AS side, period FROM grid UNION SELECT b, period FROM grid)
      WHERE side IN (SELECT iso3 FROM codes) AND NOT EXISTS (SELECT 1 FROM codes
      WHERE iso3 = side AND since < period + {step} AND until >= period)),
k AS (SELECT date_trunc('{period}', day)::DATE AS period, count(*) AS documents_any FROM kept GROUP BY ALL),
s AS (SELECT DISTINCT side, date_trunc('{period}', day)::DATE AS period FROM about)"""


def _by_language(table: str, keys: str, counted: str, name: str, period: str) -> str:
    """How many texts of a table are in each language, in one cell of a period; `keys` are the columns before it."""
    return f"""SELECT {keys}period, {LISTED} AS {name} FROM (
      SELECT {keys}date_trunc('{period}', day)::DATE AS period, language, {counted} AS n
      FROM {table} GROUP BY ALL) GROUP BY ALL"""


DICTIONARY: dict[str, str] = {
    "iso3_a, iso3_b": "the two states, ISO 3166-1 alpha-3 or the codebook's own codes (of former states), in the order"
    " of the alphabet; a body of many states is none, and has rows only where --between asks for it",
    "cow_a, cow_b": "Correlates of War state numbers on the period's first day; empty for what is no state then",
    "gw_a, gw_b": "Gleditsch and Ward numbers on the period's first day; empty for what is no state then",
    "period": "the first day of the day, week (Monday), month or year",
    "engagements": "engagements that begin in the period, whatever became of them; those without a date are left out",
    "form_*": "of these, how many of each form; a summons counts as a meeting",
    "status_*": "of these, how many stand so, as known when the panel was made (or by --as-of)",
    "events": "coded events that took place (realis actual) and whose confidence is at least"
    f" {DOUBTFUL:g}; one without a date counts when its document was published, and nowhere where that has no date",
    "plover_*": "of these, how many of each PLOVER root",
    "quad_1 … quad_4": "of these: verbal and material cooperation, verbal and material conflict",
    "index_ab, index_ba": "mean intensity (Goldstein's scale, -10 to 10) of what a did toward b, and b toward a;"
    f" families of copies count once; events of a confidence under {DOUBTFUL:g} are left out;"
    " empty without scored events",
    "documents, families": "documents on the pair published in the period; after copies count once",
    "documents_a, documents_b": "of these, in which that side speaks",
    "documents_any": "documents of any pair published in the period",
    "languages": "the languages of the documents on the pair, with how many are in each: de 2, fr 1",
    "unread_a, unread_b": "documents of the period by that side itself that were kept and not read, by language",
    "unread_any": "documents of the period of anybody that were kept and not read, by language",
    "first, last": "the first and the last day of the period on which a document on the pair was published",
    "covered": "whether a text by one of the two sides, or on it, was published in the period and read, and both were"
    " states by then: where false, a zero says nothing",
    "codebook, engine": "the versions that made the panel",
}


def dictionary() -> str:
    """The data dictionary as CSV."""
    lines = [f'"{name}","{text}"' for name, text in DICTIONARY.items()]
    return "\n".join(["column,meaning", *lines, ""])


def rows(made: Panel) -> list[dict[str, Any]]:
    """The panel's rows as plain values."""
    found = made.connection.execute("SELECT * FROM panel").fetchall()
    return [{k: _plain(v) for k, v in zip(made.columns, row)} for row in found]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
