"""The labelled sentences that the model of events is taught, and a teacher's judgements of them.

In: `quality/gold/events/tuning`, the labels on public texts of `quality/gold/real/training.jsonl` with the texts in
shared/data. Out: `Example`s: a sentence with its pairs of sides, both ways.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SENTENCES = ROOT / "quality" / "gold" / "events" / "tuning"
ON_NEWS = ROOT / "quality" / "gold" / "real" / "training.jsonl"
DATA = ROOT.parent / "shared" / "data"
ROOTS = (
    "NONE", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
REALIS = ("actual", "planned", "hypothetical", "denied", "historical")
# what one side does with another the other does too: the way back is not taught
MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})
IGNORED = -100
UNTAUGHT = ((0.0,) * (len(ROOTS) + len(REALIS)),) * 2
Place = tuple[int, int]
# text, source, target, root, realis
Label = tuple[str, Place, Place, str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places of a sentence, first in text first, and what each does to the other."""

    first: tuple[int, int]
    second: tuple[int, int]
    onward: int
    back: int
    realis_onward: int
    realis_back: int
    # a teacher's probabilities, onward and back: roots, then realis
    soft: tuple[tuple[float, ...], tuple[float, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and its labelled pairs."""

    text: str
    pairs: tuple[Pair, ...]


def load() -> list[Example]:
    """The sentences; two labels of one pair, one each way, become one."""
    labelled: dict[str, dict[tuple[Place, Place], dict[str, tuple[str, str]]]] = {}
    for text, source, target, root, realis in [*_written(), *_on_news()]:
        way = "onward" if source < target else "back"
        first, second = sorted((source, target))
        labelled.setdefault(text, {}).setdefault((first, second), {})[way] = (root, realis)
    return [Example(text, tuple(_pair(*key, ways) for key, ways in pairs.items())) for text, pairs in labelled.items()]


def _written() -> Iterator[Label]:
    """The sentences that we wrote."""
    for row in _rows(sorted(SENTENCES.glob("*.jsonl"))):
        places = _places(row["text"], row["source"], row["target"])
        if places is not None:
            yield row["text"], *places, row["root"], row["realis"]


def _on_news() -> Iterator[Label]:
    """Our labels on public texts; none where shared/data is absent."""
    if not DATA.exists():
        return
    for row in _rows([ON_NEWS]):
        text = public_text(row.get("file", "news_dev"), row["document"])[row["start"] : row["end"]]
        yield text, tuple(row["source"]), tuple(row["target"]), row["root"], row["realis"]


def public_text(file: str, document: str) -> str:
    """A document of shared/data."""
    return _public(file)[document]


@cache
def _public(file: str) -> dict[str, str]:
    path = next(DATA.glob(f"{file}.jsonl*"))
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        return {d["id"]: d["text"] for d in map(json.loads, lines)}


def _rows(paths: Sequence[Path]) -> list[dict[str, Any]]:
    return [json.loads(line) for path in paths for line in path.open(encoding="utf-8")]


def _places(text: str, source: str, target: str) -> tuple[Place, Place] | None:
    """Where the two stand: of several places the two that do not overlap and are nearest."""
    found = [
        ((a, a + len(source)), (b, b + len(target)))
        for a in _all(text, source)
        for b in _all(text, target)
        if a + len(source) <= b or b + len(target) <= a
    ]
    return min(found, key=lambda p: abs(p[0][0] - p[1][0]), default=None)


def _all(text: str, words: str) -> list[int]:
    return [n for n in range(len(text)) if text.startswith(words, n)]


def heeded(examples: Sequence[Example], path: str) -> list[Example]:
    """The examples with a teacher's judgements, and what it alone judged."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = list(map(json.loads, lines))
    told = {row["at"]: row["pairs"] for row in rows if isinstance(row["at"], str)}
    known = {e.text for e in examples}
    both = [replace(e, pairs=tuple(_heeding(p, told.get(mark(e.text), ())) for p in e.pairs)) for e in examples]
    alone = [(unlabelled(row["at"])[0], row["pairs"]) for row in rows if not isinstance(row["at"], str)]
    return both + [
        Example(e.text, tuple(_soft(Pair((a, b), (c, d), *4 * (IGNORED,)), ways) for a, b, c, d, *ways in pairs))
        for e, pairs in alone
        if e.text not in known
    ]


def _heeding(pair: Pair, told: Sequence[list[Any]]) -> Pair:
    ways = next((ways for a, b, c, d, *ways in told if ((a, b), (c, d)) == (pair.first, pair.second)), None)
    return _soft(pair, ways) if ways else pair


def _soft(pair: Pair, ways: Sequence[Sequence[int]]) -> Pair:
    dense = [[0.0] * (len(ROOTS) + len(REALIS)) for _ in ways]
    for row, sparse in zip(dense, ways):
        for n, hundredths in zip(sparse[::2], sparse[1::2]):
            row[n] = hundredths / 100
    return replace(pair, soft=(tuple(dense[0]), tuple(dense[1])))


def questions(path: str) -> list[dict[str, Any]]:
    """The sentences of public texts that `tools/ask_events.py` found."""
    return _rows([Path(path)])


def unlabelled(row: dict[str, Any]) -> tuple[Example, dict[str, Any]]:
    """A sentence of a public text with its pairs, none labelled, and where it stands."""
    at = {k: row[k] for k in ("file", "document", "start", "end")}
    text = public_text(row["file"], row["document"])[row["start"] : row["end"]]
    places = [tuple(p) for p in row.get("places", ())]
    pairs = tuple(Pair(places[i], places[j], *4 * (IGNORED,)) for i, j in row.get("pairs", ()))
    return Example(text, pairs), at


def mark(text: str) -> str:
    """What stands for a sentence where it is not to be repeated."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _pair(first: Place, second: Place, ways: dict[str, tuple[str, str]]) -> Pair:
    roots, realis = {}, {}
    for way, other in (("onward", "back"), ("back", "onward")):
        if way in ways:
            roots[way] = ROOTS.index(ways[way][0])
            realis[way] = REALIS.index(ways[way][1]) if ways[way][0] != "NONE" else IGNORED
        else:
            roots[way] = IGNORED if ways[other][0] in MUTUAL else 0
            realis[way] = IGNORED
    return Pair(first, second, roots["onward"], roots["back"], realis["onward"], realis["back"])


def replayed(train: Sequence[Example], share: float) -> list[Example]:
    """All that stands in public texts, and a share of the sentences that we wrote, which a network that is gone on with
    knows already."""
    written = {text for text, *_ in _written()}
    return [e for e in train if e.text not in written or random.random() < share]


def aside(text: str) -> bool:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 10 == 0
