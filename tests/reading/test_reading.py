"""What every reading keeps: spans are exact, nothing is read from furniture, the same text gives the same reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.model import Reading, Span
from detente.outputs.jsonl import encode
from detente.reading.reader import Reader
from tests.conftest import ROOT, read

EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))
WORDS = [
    "Turkish", "Foreign Minister", "Hakan Fidan", "said", "on Monday", "“", "”", '"', "visit", "to", "Athens", ",",
    ".", "\n", "He", "his counterpart", "will", "cancelled", "after", "U.S.", "’s", "2023", "in", "May", "talks",
    "(Reuters)", "—", "\u202e",
]  # fmt: skip


def spans(item: Any) -> Iterator[Span]:
    """Every span in a reading."""
    if isinstance(item, Span):
        yield item
    elif is_dataclass(item):
        for field in fields(item):
            yield from spans(getattr(item, field.name))
    elif isinstance(item, tuple):
        for part in item:
            yield from spans(part)


def check(reading: Reading) -> None:
    aside = {i for f in reading.furniture for i in range(f.span.start, f.span.end)}
    for span in spans(reading):
        assert reading.text[span.start : span.end] == span.text
    for statement in reading.statements:
        assert not aside & set(range(statement.content.start, statement.content.end))
    for engagement in reading.engagements:
        assert engagement.evidence and engagement.history
        assert not any(aside & set(range(s.start, s.end)) for s in engagement.evidence)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_examples(path: Any, reader: Reader) -> None:
    reading = read(reader, path.read_text(encoding="utf-8"), "2024-09-13")
    check(reading)
    assert reading.engagements and reading.statements


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_any_text_gives_exact_spans(reader: Reader, words: list[str]) -> None:
    check(read(reader, " ".join(words)))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_no_text_breaks_a_stage(reader: Reader, text: str) -> None:
    check(read(reader, text))


def test_order_does_not_matter(reader: Reader) -> None:
    texts = [p.read_text(encoding="utf-8") for p in EXAMPLES]
    there = [encode(read(reader, t)) for t in texts]
    back = [encode(read(reader, t)) for t in reversed(texts)]
    assert there == back[::-1]


def test_a_scholar_does_not_speak_for_the_state(reader: Reader) -> None:
    reading = read(reader, "Russia will not yield, said Ivan Petrov, a professor at Moscow State University.")
    assert [s.on_behalf_of for s in reading.statements] == [None]


def test_a_spokesman_speaks_for_the_state(reader: Reader) -> None:
    reading = read(
        reader, "Swedish Foreign Ministry spokesman Per Holm told reporters that Sweden would open a mission in Lima."
    )
    assert [s.on_behalf_of for s in reading.statements] == ["SWE"]


def test_the_publication_date_is_never_an_event_date(reader: Reader) -> None:
    reading = read(
        reader, "Ghanaian Foreign Minister Shirley Botchwey met her Togolese counterpart Robert Dussey in Accra."
    )
    assert [e.when.edtf for e in reading.engagements] == [None]


def test_an_empty_text_is_told(reader: Reader) -> None:
    assert "DET-102" in {issue.code for issue in read(reader, " \n", "2024-03-06").issues}


def test_what_never_ends_is_read_in_parts(reader: Reader) -> None:
    told = (
        "Peru's foreign minister, Ana Gervasi, met her Chilean counterpart, Alberto van Klaveren, in Lima on Monday, "
    )
    (parsed,) = reader.parser.parse([told * 40])
    assert 1 < max(len(s) for s in parsed.sents) <= 500
    reading = read(reader, told * 40, "2024-05-10")
    assert {frozenset(e.countries) for e in reading.engagements} == {frozenset({"PER", "CHL"})}
    assert all(reading.text[s.start : s.end] == s.text for e in reading.engagements for s in e.evidence)
