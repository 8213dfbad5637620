"""`python -m quality`: reads every labelled set, prints figures with intervals, floors and aims, and the errors.

Exit status 0 when no figure is under its floor, 1 when one is, 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from quality import gold
from quality.bootstrap import Figure
from quality.coded import of_labels, of_reading
from quality.gold import Labelled
from quality.running import read_all
from quality.scores import calibration, claims, documents, readouts, sentences, short
from quality.scores.score import Score

FLOORS = Path(__file__).with_name("floors.yaml")
SETS = ("documents", "short", "sentences", "readouts", "real", "claims")


@dataclass(frozen=True, slots=True)
class Options:
    sets: tuple[str, ...]
    part: str | None
    sample: int
    errors: str | None
    most: int
    workers: int | None


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    score = Score()
    for name in options.sets:
        score.add(RUNS[name](options))
    score.figures += calibration.figures(score.sure)
    floors: dict[str, dict[str, float]] = yaml.safe_load(FLOORS.read_text(encoding="utf-8")) or {}
    fallen = [f for f in score.figures if _print(f, floors.get(f.name, {}), sampled=options.sample > 1)]
    _errors(score, options)
    if fallen:
        print(f"{len(fallen)} figures under their floor: {', '.join(f.name for f in fallen)}")
    return 1 if fallen else 0


def uncalibrated() -> list[tuple[str, float, bool]]:
    """(kind, confidence, right) of every item that confidences may be fitted to."""
    options = Options(SETS, "tuning", 1, None, 0, None)
    sets = (_run_documents(options), _run_readouts(options), _run_real(options), _run_claims(options))
    return [point for score in sets for point in score.sure]


def _options(arguments: Sequence[str] | None) -> Options:
    parser = argparse.ArgumentParser(prog="python -m quality", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sets", nargs="*", choices=[*SETS, []], help="which sets (all)")
    parser.add_argument("--part", choices=("tuning", "held", "fresh"), help="of our own gold, this part only")
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="every Nth short text, sentence and readout")
    parser.add_argument("--errors", metavar="WORD", help="print the errors whose kind begins so ('' for all)")
    parser.add_argument("--most", type=int, default=20, help="errors printed of a kind")
    parser.add_argument("--workers", type=int, help="processes (all cores)")
    given = parser.parse_args(arguments)
    return Options(tuple(given.sets) or SETS, given.part, given.sample, given.errors, given.most, given.workers)


def _run_documents(options: Options) -> Score:
    score = Score()
    second = gold.twice()
    firsts: list[Labelled] = []
    for part, items in _parts(list(gold.documents()), options, whole=True):
        wanted = [of_labels(i.labels, i.document.text) for i in items]
        found = [of_reading(r) for r in read_all(items, options.workers)]
        score.add(documents.score(f"documents {part}", [i.name for i in items], wanted, found))
        firsts += [i for i in items if i.name in second]
    if firsts:
        one = [of_labels(i.labels, i.document.text) for i in firsts]
        other = [of_labels(second[i.name], i.document.text) for i in firsts]
        score.add(documents.agreement("two hands", [i.name for i in firsts], one, other))
    return score


def _run_short(options: Options) -> Score:
    score = Score()
    for part, items in _parts(list(gold.short()), options):
        found = [of_reading(r) for r in read_all(items, options.workers)]
        score.add(short.score(f"short {part}", [i.name for i in items], [i.labels for i in items], found))
    return score


def _run_sentences(options: Options) -> Score:
    score = Score()
    for part, items in _parts(list(gold.sentences()), options):
        scored = sentences.score(f"sentences {part}", items, read_all(items, options.workers))
        # of what the model was trained on its sureness means nothing; what waits to be taught is hard on purpose
        if part in ("tuning", "fresh"):
            scored.sure = []
        score.add(scored)
    return score


def _run_readouts(options: Options) -> Score:
    items = list(gold.readouts())[:: options.sample]
    return readouts.score("readouts", items, read_all(items, options.workers)) if items else Score()


def _run_real(options: Options) -> Score:
    score = Score()
    events = list(gold.real("events"))[:: options.sample]
    if events:
        score.add(sentences.score("real sentences", events, read_all(events, options.workers)))
    said = list(gold.real("statements"))
    if said:
        wanted = [of_labels({"statements": i.labels["statements"]}, i.document.text) for i in said]
        found = [of_reading(r) for r in read_all(said, options.workers)]
        score.add(documents.statements("real news", [i.name for i in said], wanted, found))
    return score


def _run_claims(options: Options) -> Score:
    score = Score()
    for part, items in _parts(list(gold.claims()), options):
        found = [of_reading(r) for r in read_all(items, options.workers)]
        judged = [i.labels["claims"] for i in items]
        score.add(claims.score(f"claims {part}", [i.name for i in items], judged, found))
    return score


RUNS = {
    "documents": _run_documents,
    "short": _run_short,
    "sentences": _run_sentences,
    "readouts": _run_readouts,
    "real": _run_real,
    "claims": _run_claims,
}


def _parts(items: list[Labelled], options: Options, whole: bool = False) -> list[tuple[str, list[Labelled]]]:
    parts = sorted({i.part for i in items if options.part in (None, i.part)}, reverse=True)
    step = 1 if whole else options.sample
    return [(p, [i for i in items if i.part == p][::step]) for p in parts]


def _print(f: Figure, bounds: dict[str, Any], sampled: bool) -> bool:
    """Prints a figure's line; true when it is under its floor (a sample's interval must reach the floor)."""
    floor, aim = bounds.get("floor"), bounds.get("aim")
    line = f"{f.set:18} {f.measure:42} {f.value:6.3f}  [{f.low:.3f}, {f.high:.3f}]  n={f.n:<5}"
    if floor is not None:
        line += f" floor {floor:.3f}"
    if aim is not None:
        line += f" aim {aim:.3f}{'' if _reaches(f, aim) else ' (short)'}"
    print(line.rstrip())
    if floor is None or f.value != f.value:
        return False
    if sampled and f.set == "calibration":
        return False  # a sample has another mix of sets: its mean confidence is not that of the floor
    best = (f.low if f.lower else f.high) if sampled else f.value
    return best > floor if f.lower else best < floor


def _reaches(f: Figure, aim: float) -> bool:
    return f.value <= aim if f.lower else f.value >= aim


def _errors(score: Score, options: Options) -> None:
    kinds = Counter(e.kind for e in score.errors)
    print("errors:", ", ".join(f"{k} {n}" for k, n in kinds.most_common(40)))
    if options.errors is None:
        return
    for kind in sorted(k for k in kinds if k.startswith(options.errors)):
        print(f"\n== {kind}: {kinds[kind]}")
        for e in [e for e in score.errors if e.kind == kind][: options.most]:
            print(f"  {e.where}  {e.what}")


if __name__ == "__main__":
    sys.exit(main())
