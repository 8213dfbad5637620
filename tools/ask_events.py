"""Writes what the engine would ask its model of events about public texts: sentences and the places of their sides.

In: shared/data (news that is not scored, every so many of the White House's and the Kremlin's texts). Out: a JSON line
a sentence, places and pairs only, for `tools/teach_events.py --judge` to say what a teacher thinks of them.

    python tools/ask_events.py asked.jsonl
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from detente.inputs import document_of
from detente.inputs.published import parse_published
from detente.reading.events.judging import Asked, Judge, Judgement
from detente.run.local import reader

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
REAL = ROOT / "quality" / "gold" / "real"
# of each public file every so many documents, of which the first so many characters
STEPS, LENGTH = {"news_dev": 1, "wh_dev": 26, "kremlin_dev": 8}, 12_000


class Listener:
    """A judge that writes down what it is asked."""

    def __init__(self, judge: Judge) -> None:
        self.judge_, self.name = judge, judge.name
        self.asked: list[Asked] = []

    def judge(self, asked: Sequence[Asked]) -> list[list[tuple[Judgement, Judgement]]]:
        self.asked = [a for a in asked if a.pairs]
        return self.judge_.judge(asked)


def main() -> None:
    engine = reader()
    assert engine.events.judge is not None
    listener = Listener(engine.events.judge)
    engine.events.judge = listener
    with Path(sys.argv[1]).open("w", encoding="utf-8") as out:
        for file, document in documents():
            listener.asked = []
            text = document["text"][:LENGTH]
            engine.read(document_of(text, published=parse_published(document["date"]), id=document["id"]))
            for asked in listener.asked:
                start = text.find(asked.text)
                if start >= 0 and text.count(asked.text) == 1:
                    place = {"file": file, "document": document["id"], "start": start, "end": start + len(asked.text)}
                    out.write(json.dumps(place | {"places": asked.places, "pairs": asked.pairs}) + "\n")


def documents() -> Iterator[tuple[str, dict[str, Any]]]:
    """(file, document) of those that no figure is measured on."""
    scored = _named("events") - _named("training")
    for file, step in STEPS.items():
        path = next(DATA.glob(f"{file}.jsonl*"))
        with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
            for document in map(json.loads, islice(lines, step // 2, None, step)):
                if document["id"] not in scored:
                    yield file, document


def _named(labels: str) -> set[str]:
    return {json.loads(line)["document"] for line in (REAL / f"{labels}.jsonl").open(encoding="utf-8")}


if __name__ == "__main__":
    main()
