"""Rows of plain values into DuckDB and out of it as CSV or Parquet, with the types given."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from detente.errors import UsageError

Columns = Mapping[str, str]


def load(connection: duckdb.DuckDBPyConnection, name: str, columns: Columns, rows: Iterable[Sequence[Any]]) -> None:
    """Makes the table `name` of the rows; `columns` gives each column's DuckDB type."""
    declared = ", ".join(f'"{column}" {kind}' for column, kind in columns.items())
    connection.execute(f"CREATE TABLE {name} ({declared})")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        with path.open("w", newline="", encoding="utf-8") as stream:
            csv.writer(stream).writerows(rows)
        if path.stat().st_size:
            connection.execute(
                f"COPY {name} FROM '{path}' (FORMAT csv, HEADER false, NULL '', DELIMITER ',', QUOTE '\"')"
            )


def save(connection: duckdb.DuckDBPyConnection, query: str, path: str) -> None:
    """Writes a query's rows to a file: Parquet where its name ends so, else CSV. Raises UsageError."""
    kind = "parquet" if path.endswith(".parquet") else "csv"
    place = path.replace("'", "''")
    try:
        connection.execute(f"COPY ({query}) TO '{place}' (FORMAT {kind}{', HEADER' if kind == 'csv' else ''})")
    except duckdb.IOException as error:
        raise UsageError(f"--output {path}: cannot write it ({' '.join(str(error).split())[:160]})") from error
