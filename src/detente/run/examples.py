"""Whether the codebook's rules do what their examples say: each fires on what it should, and keeps still elsewhere.

In: a codebook's entries, and a reader of that codebook. Out: a line for each example that comes out otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from detente.codebook import Entry
from detente.inputs import document_of
from detente.model import Commitment, Edtf, Engagement, Event, Position, Statement, Tenure

if TYPE_CHECKING:
    from detente.reading.reader import Reader

PUBLISHED = Edtf("2024-05-08")  # examples are read as published on a Wednesday
UNREAD = ("channels",)  # sections whose rules make no item of a document
# a report that goes before what is to be set aside as a page's
BODY = "The two ministers met in the capital on Tuesday and spoke for an hour about the river and its fish."
Made = Engagement | Statement | Position | Commitment | Event | Tenure
Fires = Callable[[Entry, str, "Reader"], bool]


def failing(entry: Entry, reader: Reader) -> Iterator[str]:
    """What is wrong with an entry's examples, one line each."""
    if entry.section in UNREAD:
        return
    fires = FIRES.get(entry.section, _makes_an_item)
    for example in entry.fires:
        if not fires(entry, example, reader):
            yield f"{entry.file}: {entry.rule} does not fire on {example!r}"
    for example in entry.never:
        if fires(entry, example, reader):
            yield f"{entry.file}: {entry.rule} fires on {example!r}, which it must not"


def _makes_an_item(entry: Entry, example: str, reader: Reader) -> bool:
    """Whether the rule made an item of the reading, alone or with others."""
    reading = reader.read(document_of(example, published=PUBLISHED))
    items: tuple[Made, ...] = (
        *reading.engagements, *reading.statements, *reading.positions, *reading.commitments, *reading.events,
        *reading.tenures,
    )  # fmt: skip
    return any(entry.rule in re.split(r" \+ |; ", item.rule) for item in items)


def _finds_a_time(entry: Entry, example: str, reader: Reader) -> bool:
    return bool(reader.read(document_of(example, published=PUBLISHED)).times)


def _sets_aside(entry: Entry, example: str, reader: Reader) -> bool:
    """Whether a line below a report is set aside by the rule; of a rule of datelines, whether the line has one."""
    if entry.data.get("dateline"):
        return reader.furniture.read(document_of(example)).dateline is not None
    below = document_of(f"{BODY}\n\n{BODY[::-1]}\n\n{example}")
    return entry.rule in reader.furniture.read(below).rules


FIRES: dict[str, Fires] = {"furniture": _sets_aside, "times": _finds_a_time}
