"""Words per second of the bare parser and of the whole engine, on the same text, in one process and run.

`python -m benchmarks.speed [N] [--profile]`: N documents of each set (60). The bare parser is the pipeline as its
package loads it, over the passages that the engine has as body; the two take turns, document by document, so that a
busy machine slows both alike. Prints a line a set: words, words per second of each, and the ratio.
"""

from __future__ import annotations

import argparse
import cProfile
import gzip
import importlib
import json
import pstats
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from time import process_time

from quality import gold

from detente.inputs import document_of
from detente.inputs.published import parse_published
from detente.model import Document
from detente.networks.parser import DEFAULT, Parser
from detente.reading.reader import Reader
from detente.run.local import reader

SETS = ("news", "whitehouse", "readouts")
WHITE_HOUSE_STEP = 53


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("number", nargs="?", type=int, default=60, help="documents of each set")
    parser.add_argument("--profile", action="store_true", help="where the engine spends its time")
    given = parser.parse_args(arguments)
    engine = reader()
    for document in islice(raw("news"), 2):  # warm
        engine.read(document)
    if given.profile:
        _profile(engine, [d for name in SETS for d in islice(raw(name), given.number)])
        return
    bare = Parser(DEFAULT, importlib.import_module(DEFAULT).load())
    list(bare.parse(["The two ministers met in Suva."]))
    total = [0.0, 0.0, 0.0]
    for name in SETS:
        figures = _measure(engine, bare, islice(raw(name), given.number))
        total = [a + b for a, b in zip(total, figures, strict=True)]
        _print(name, *figures)
    _print("all", *total)


def raw(name: str) -> Iterator[Document]:
    """The documents of a set, in the order of the file: every so many of the White House's, all the others."""
    if name == "readouts":
        yield from (item.document for item in gold.readouts())
        return
    path = gold.DATA / ("news_dev.jsonl" if name == "news" else "wh_dev.jsonl.gz")
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            if name == "news" or n % WHITE_HOUSE_STEP == 0:
                data = json.loads(line)
                yield document_of(data["text"], published=parse_published(data["date"]), id=data["id"])


def _measure(engine: Reader, parser: Parser, documents: Iterable[Document]) -> tuple[float, float, float]:
    """Words of body, seconds of the bare parser, seconds of the engine."""
    words = bare = whole = 0.0
    for document in documents:
        body = [s.text for s in engine.furniture.read(document).body]
        words += sum(len(p.split()) for p in body)
        start = process_time()
        for _ in parser.parse(body):
            pass
        middle = process_time()
        engine.read(document)
        bare, whole = bare + middle - start, whole + process_time() - middle
    return words, bare, whole


def _print(name: str, words: float, bare: float, whole: float) -> None:
    line = f"{name:10} {words:9.0f} words   parser {words / bare:6.0f}/s   engine {words / whole:6.0f}/s"
    sys.stdout.write(f"{line}   ratio {bare / whole:.2f}\n")


def _profile(engine: Reader, documents: Sequence[Document]) -> None:
    profile = cProfile.Profile()
    profile.enable()
    for document in documents:
        engine.read(document)
    profile.disable()
    pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
    pstats.Stats(profile).sort_stats("tottime").print_stats(40)


if __name__ == "__main__":
    main()
