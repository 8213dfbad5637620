"""The labelled sets: what is read, and what must be concluded from it. Public sets are absent where shared/ is."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from detente.inputs import document_of
from detente.inputs.published import parse_published
from detente.model import Document, Source

HERE = Path(__file__).parent
# the public tables' codes for bodies, in the contract's spelling
BODIES = {"EUU": "EUE", "NATO": "NTO"}
GOLD = HERE / "gold"
DATA = HERE.parents[1] / "shared" / "data"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text to read, in `part` of a set, with its labels as the file has them."""

    part: str
    name: str
    document: Document
    labels: dict[str, Any] = field(default_factory=dict)


def documents() -> Iterator[Labelled]:
    """The gold documents, `tuning` and `held`."""
    for path in sorted(GOLD.glob("documents/*/*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        yield Labelled(path.parent.name, path.stem, _document(path.stem, data), data)


def twice() -> dict[str, dict[str, Any]]:
    """The second codings, by the document's name."""
    return {p.stem: yaml.safe_load(p.read_text(encoding="utf-8")) for p in sorted(GOLD.glob("twice/*.yaml"))}


def sentences() -> Iterator[Labelled]:
    """The sentences with one judged pair, `tuning`, `held`, and `fresh`, which wait to be taught."""
    for path in sorted(GOLD.glob("events/*/*.jsonl")):
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            data = json.loads(line)
            name = f"{path.stem}:{n}"
            yield Labelled(path.parent.name, name, document_of(data["text"], id=name), data)


def short() -> Iterator[Labelled]:
    """Short texts with what must be concluded from each, `tuning` and `held`."""
    for path in sorted(GOLD.glob("short/*/*.jsonl")):
        for data in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            yield Labelled(path.parent.name, data["id"], _document(data["id"], data), data)


def readouts() -> Iterator[Labelled]:
    """White House readouts, read without their titles; labels from the titles (weak), one counterpart a row."""
    index = DATA / "wh_readout_titles_dev.csv"
    if not index.exists():
        return
    rows: dict[str, list[dict[str, str]]] = {}
    with index.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            row["counterpart_iso3"] = BODIES.get(row["counterpart_iso3"], row["counterpart_iso3"])
            rows.setdefault(row["doc_id"], []).append(row)
    for data in _public("wh_dev.jsonl.gz", rows).values():
        document = _document(data["id"], {"published": data["date"], "text": data["text"]})
        yield Labelled("public", data["id"], document, {"rows": rows[data["id"]]})


def real(kind: str) -> Iterator[Labelled]:
    """Our labels on public news: `kind` is `events` or `statements`; the texts stay where they are.

    Events of documents that the model was trained on are left out.
    """
    path = GOLD / "real" / f"{kind}.jsonl"
    texts = _public("news_dev.jsonl")
    if not path.exists() or not texts:
        return
    taught = _taught() if kind == "events" else frozenset()
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        data = json.loads(line)
        if data["document"] in taught:
            continue
        source = texts[data["document"]]
        text = source["text"][data["start"] : data["end"]] if "start" in data else source["text"]
        labels = {**data, "text": text}
        if kind == "events":
            labels |= {k: text[slice(*data[k])] for k in ("source", "target")}
            labels |= {f"{k}_at": data[k][0] for k in ("source", "target")}
        else:
            labels["statements"] = [
                s
                | {
                    "content": text[slice(*s["content"])],
                    "speaker": text[slice(*s["speaker"])] if s["speaker"] else None,
                }
                for s in data["statements"]
            ]
        published = source["date"] if kind == "statements" else None
        document = _document(f"{data['document']}:{n}", {"published": published, "text": text})
        yield Labelled("real", document.id, document, labels)


def claims() -> Iterator[Labelled]:
    """Public texts, `tuning` and `held`, with engagements that the engine once concluded from them and what a reader
    said of each; the texts stay where they are."""
    for path in sorted(GOLD.glob("claims/*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        texts = {name: _public(name, {r["document"] for r in rows}) for name in sorted({r["file"] for r in rows})}
        for row in rows:
            if (data := texts[row["file"]].get(row["document"])) is not None:
                published = data.get("date") or str(data["year"])
                told = {"published": published, "text": data["text"], "title": data.get("title")}
                yield Labelled(
                    path.stem, row["document"], _document(row["document"], told | {"outlet": row["outlet"]}), row
                )


def _public(name: str, wanted: Container[str] | None = None) -> dict[str, dict[str, Any]]:
    """Documents of a public file by their ids, those `wanted` or all; none where the file is not there."""
    path = DATA / name
    if not path.exists():
        return {}
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return {d["id"]: d for d in map(json.loads, lines) if wanted is None or d["id"] in wanted}


def _taught() -> frozenset[str]:
    """The documents of public news that the model of events was trained on."""
    lines = (GOLD / "real" / "training.jsonl").read_text(encoding="utf-8").splitlines()
    return frozenset(json.loads(line)["document"] for line in lines)


def _document(name: str, data: dict[str, Any]) -> Document:
    """With its title and outlet, where the labels name them, as a reader's archive has them."""
    published = parse_published(data["published"]) if data.get("published") else None
    source = Source(title=data.get("title"), outlet=data.get("outlet"))
    return document_of(data["text"], published=published, id=name, source=source)
