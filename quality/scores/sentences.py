"""Sentences with one judged pair: is the pair found, with the right root, quad class and realis?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from detente.codebook import load
from detente.model import Actor, Event, PloverRoot, Reading
from detente.reading.confidence import kind_of_event
from quality.bootstrap import figure, macro_f1, ratio
from quality.gold import Labelled
from quality.scores.score import Error, Score

ROOTS = ("NONE", *get_args(PloverRoot))
QUADS: dict[str, str] = {root: code["quad"] for root, code in load().lexicon("events/roots").items()}


def score(name: str, items: Sequence[Labelled], readings: Sequence[Reading]) -> Score:
    """Root macro F1 over the sixteen roots (a pair that is not found counts as none), quad class, realis."""
    result = Score()
    roots: list[tuple[int, int]] = []
    quads: list[tuple[int, int]] = []
    paired: list[tuple[int, int]] = []
    realis: list[tuple[int, int]] = []
    quiet: list[tuple[int, int]] = []
    for item, reading in zip(items, readings):
        wanted = item.labels["root"]
        event = judged(item, reading)
        found = event.plover_root if event else "NONE"
        roots.append((ROOTS.index(wanted), ROOTS.index(found)))
        if event:
            result.sure.append((kind_of_event(event.rule), event.confidence, wanted == found))
        if wanted == "NONE":
            quiet.append((int(found == "NONE"), 1))
        else:
            paired.append((int(event is not None), 1))
            quads.append((int(event is not None and QUADS[found] == QUADS[wanted]), 1))
        if wanted == found != "NONE" and event:
            realis.append((int(event.realis == item.labels["realis"]), 1))
            if event.realis != item.labels["realis"]:
                result.errors.append(Error(f"realis {item.labels['realis']} as {event.realis}", item.name, _show(item)))
        if wanted != found:
            result.errors.append(
                Error(f"root {wanted} as {found if event or wanted == 'NONE' else 'not found'}", item.name, _show(item))
            )
    result.figures += [
        figure(name, "root macro F1", roots, macro_f1),
        figure(name, "quad class", quads, ratio),
        figure(name, "pair found", paired, ratio),
        figure(name, "realis", realis, ratio),
    ]
    if quiet:
        result.figures.append(figure(name, "none left alone", quiet, ratio))
    return result


def judged(item: Labelled, reading: Reading) -> Event | None:
    """The event between the judged pair: its sides stand where the label has them, or are of their countries."""
    by_place = [e for e in reading.events if _stands(e.source, item, "source") and _stands(e.target, item, "target")]
    by_country = [e for e in reading.events if _countries(e, item)]
    ranked = by_place or by_country
    return max(ranked, key=lambda e: e.confidence, default=None)


def _stands(actor: Actor | None, item: Labelled, role: str) -> bool:
    """Whether one of the actor's mentions overlaps the labelled words, wherever these stand in the sentence."""
    if actor is None:
        return False
    text, words = item.document.text, item.labels[role]
    at = item.labels.get(f"{role}_at")
    starts = [at] if at is not None else [n for n in range(len(text)) if text.startswith(words, n)]
    return any(n < actor.span.end and actor.span.start < n + len(words) for n in starts)


def _countries(event: Event, item: Labelled) -> bool:
    source, target = item.labels["source_country"], item.labels["target_country"]
    if source is None or target is None or source == target or event.target is None:
        return False
    return event.source.country == source and event.target.country == target


def _show(item: Labelled) -> str:
    return f"[{item.labels['source']} → {item.labels['target']}] {item.document.text}"
