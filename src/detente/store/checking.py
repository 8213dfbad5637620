"""Looks a whole store through for damage, whatever its size: its pages, and every row that holds something packed.

In: an open connection. Out: how many rows of a kind can be read. A store of over 256 MiB is not looked through when it
is written to (opening.py): this is the way to do it when one wants to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, select

from detente.errors import StoreError
from detente.model import Event, Statement, Tenure
from detente.record.nouns import Arranged, Declaration, Deed
from detente.store import schema
from detente.store.coding import restored, restored_text, unpacked
from detente.store.knownthen import KINDS
from detente.store.opening import fault
from detente.store.taking import ARRANGED, DEED

# what an item of each kind is: all that taking.py stores
ITEMS: dict[str, type[Any]] = {
    "statement": Statement, "event": Event, "tenure": Tenure, "declaration": Declaration,
    DEED: Deed, ARRANGED: Arranged,
}  # fmt: skip
# rows that are taken out of the store at once
PART = 1000


def pages(connection: Connection) -> str:
    """That the pages of the file hold together. Raises StoreError."""
    found = fault(connection)
    if found is not None:
        raise StoreError(f"damaged: {found}")
    return "no damage"


def rows(connection: Connection) -> str:
    """How many texts, claims, records and items can be read, in words. Raises DamagedError at the first that cannot."""
    v, r, c, k, i = schema.versions, schema.readings, schema.claims, schema.records, schema.items
    texts = _each(connection, select(v.c.text).where(v.c.text.is_not(None)), lambda x: restored_text(x.text))
    texts += _each(connection, select(r.c.data), lambda x: unpacked(x.data))
    claims = _each(connection, select(c.c.kind, c.c.data), lambda x: restored(x.data, KINDS[x.kind][1]))
    records = _each(connection, select(k.c.kind, k.c.data), lambda x: restored(x.data, KINDS[x.kind][0]))
    items = _each(connection, select(i.c.kind, i.c.data), lambda x: restored(x.data, ITEMS[x.kind]))
    return f"{texts} texts, {claims} claims, {records} records, {items} statements and events can be read"


def _each(connection: Connection, query: Any, read: Callable[[Any], object]) -> int:
    """Reads each row of a query, some at a time; how many they are."""
    found: Iterator[Any] = iter(connection.execute(query.execution_options(yield_per=PART)))
    return sum(1 for row in found if read(row) is not None)
