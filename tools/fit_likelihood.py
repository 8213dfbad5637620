"""Fits how likely a read engagement is told so: writes `codebook/engagements/likelihood.yaml`, a weight for each mark.

Logistic regression (L2) on the marks of `detente.reading.engagements.likelihood`. An engagement counts as right where
the gold has it with its form, status and sides, or a reader said so. In: the tuning parts of `quality/gold`: documents,
short texts of which everything is labelled, and judged claims on public texts. What is held back is not looked at.

    pip install scikit-learn
    python tools/fit_likelihood.py
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml
from quality import gold
from quality.coded import Coded, of_labels, of_reading
from quality.gold import Labelled
from quality.matching import pairs
from quality.scores import claims, documents, short
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from detente.codebook import load
from detente.model import Reading
from detente.reading.confidence import Calibration
from detente.reading.engagements.bundle import Bundle
from detente.reading.engagements.likelihood import REST, Likelihood
from detente.run.local import reader

OUT = Path(__file__).parents[1] / "codebook" / "engagements" / "likelihood.yaml"
NOTE = "# What makes an engagement likely to be told as it was read (logits); written by tools/fit_likelihood.py.\n"
STRENGTH = 0.05  # of the weights, against their squares; chosen by cross-validation over texts
SELDOM = 15  # a value seen less often has the weight of `rest`
# a page, of which there are few, teaches more than a short text of one sort; chosen by hand
WEIGHTS = {"documents": 3.0, "claims": 2.0, "short": 1.0}
# below these an engagement is not told, by how many sides its sentence names (docs/decisions/012)
BARS = {"0": 0.38, "1": 0.38, "2+": 0.25}

Marks = dict[str, str]
Row = tuple[Marks, bool, float]


class Recorder(Likelihood):
    """Notes the marks of each engagement, and gives its number for its likelihood."""

    def __init__(self) -> None:
        super().__init__(load())
        self.seen: list[Marks] = []

    def likely(self, bundles: Sequence[Bundle], sentences: int) -> list[Bundle]:
        return list(bundles)

    def of(self, bundle: Bundle, many: int, sentences: int) -> float:
        self.seen.append(self.marks(bundle, many, sentences))
        return float(len(self.seen) - 1)


def main() -> None:
    rows = list(_rows())
    counts = Counter(pair for marks, _, _ in rows for pair in marks.items())
    table = DictVectorizer()
    told = table.fit_transform([_pooled(marks, counts) for marks, _, _ in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    model.fit(told, [right for _, right, _ in rows], sample_weight=[weight for _, _, weight in rows])
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for name, weight in zip(table.get_feature_names_out(), model.coef_[0]):
        mark, value = name.split("=")
        weights[mark][value] = round(float(weight), 3)
    found = {"base": round(float(model.intercept_[0]), 3), "bars": BARS, "weights": dict(weights)}
    OUT.write_text(NOTE + yaml.safe_dump(found, sort_keys=True), encoding="utf-8")
    print(f"{len(rows)} engagements, {sum(right for _, right, _ in rows)} right")


def _pooled(marks: Marks, counts: Counter[tuple[str, str]]) -> Marks:
    return {name: value if counts[name, value] >= SELDOM else REST for name, value in marks.items()}


def _rows() -> Iterator[Row]:
    recorder, engine = Recorder(), reader()
    engine.likelihood, engine.calibration = recorder, Calibration({})
    sets = {
        "documents": ([i for i in gold.documents() if i.part == "tuning"], _of_document),
        "short": ([i for i in gold.short() if i.part == "tuning" and _whole(i)], _of_short),
        "claims": ([i for i in gold.claims() if i.part == "tuning"], _of_claims),
    }
    for name, (items, judge) in sets.items():
        for item in items:
            reading = engine.read(item.document)
            for number, right in judge(item, of_reading(reading)).items():
                yield recorder.seen[_number(reading, number)], right, WEIGHTS[name]


def _number(reading: Reading, engagement: int) -> int:
    return int(reading.engagements[engagement].confidence)


def _whole(item: Labelled) -> bool:
    """Whether everything that the text tells is labelled."""
    told = item.labels.get("engagements")
    return told is not None and (bool(item.labels.get("engagements_not")) or not told)


def _of_document(item: Labelled, found: Coded) -> dict[int, bool]:
    wanted = of_labels(item.labels, item.document.text).meetings
    of = {j: wanted[i] for i, j in pairs(wanted, found.meetings, documents.alike, documents.LEAST)}
    return {j: j in of and of[j].status == m.status for j, m in enumerate(found.meetings)}


def _of_short(item: Labelled, found: Coded) -> dict[int, bool]:
    wanted = item.labels["engagements"]
    of = {j: wanted[i] for i, j in pairs(wanted, found.meetings, short.alike, 1.0)}
    needed = ("form", "status", "countries")
    return {j: j in of and all(short.holds(of[j], m)[n] for n in needed) for j, m in enumerate(found.meetings)}


def _of_claims(item: Labelled, found: Coded) -> dict[int, bool]:
    judged = item.labels["claims"]
    of = {j: claims.holds(judged[i]) for i, j in pairs(judged, found.meetings, claims.alike, 1.0)}
    return {j: right for j, right in of.items() if right is not None}


if __name__ == "__main__":
    main()
