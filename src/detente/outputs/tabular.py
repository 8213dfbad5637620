"""Lists as CSV and Parquet: a row a record, nested parts as JSON.

A spreadsheet takes a cell that begins with =, +, - or @ for a formula to run, and a document's words may begin so: such
a cell of text gets an apostrophe before it, which spreadsheets do not show. Numbers stay as they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from detente.errors import UsageError
from detente.outputs.answers import flat
from detente.outputs.escaping import visible

FORMULA = ("=", "+", "-", "@")
# what a cell of several lines holds
KEPT = "\n\t"


def csv_bytes(values: Sequence[Any]) -> bytes:
    """The records as CSV with a header; UTF-8."""
    rows = flat(values)
    out = io.StringIO(newline="")
    if rows:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: _safe(value) for key, value in row.items()} for row in rows)
    return out.getvalue().encode("utf-8", "replace")


def _safe(value: str | int | float | bool | None) -> str | int | float | bool | None:
    """A cell that moves no cursor and runs nothing."""
    if not isinstance(value, str):
        return value
    shown = visible(value, KEPT)
    return f"'{shown}" if shown.lstrip().startswith(FORMULA) else shown


def arrow(values: Sequence[Any]) -> Any:
    """The records as a pyarrow Table. Raises UsageError where pyarrow is not installed."""
    try:
        import pyarrow
    except ImportError as error:
        raise UsageError("Parquet and Arrow need pyarrow; install it with: pip install 'detente[tables]'") from error
    return pyarrow.Table.from_pylist(flat(values))


def write_parquet(values: Sequence[Any], path: str) -> None:
    """Writes the records to a Parquet file. Raises UsageError."""
    table = arrow(values)
    import pyarrow.parquet

    try:
        pyarrow.parquet.write_table(table, path)
    except OSError as error:
        raise UsageError(f"--output {path}: cannot write it ({error.strerror or error})") from error
