"""The model of events: loads the quantised network that the package ships, and judges pairs of actors.

In: a folder with `events.onnx`, `events.json`, `tokenizer.json` (made by `tools/train_events.py`). Out: an `OnnxJudge`.
ModelError says what is missing. The network runs on one thread, so that a reading does not depend on the machine.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from detente.errors import ModelError
from detente.model import PloverRoot, Realis
from detente.networks.whole import whole
from detente.reading.events.judging import Asked, Judgement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

# of sentences: in larger batches more places are only filled up
BATCH = 2


class OnnxJudge:
    """Judges pairs by a network. `name` is what rules and readings record."""

    def __init__(self, session: Any, tokenizer: Any, note: dict[str, Any]) -> None:
        self.session, self.tokenizer = session, tokenizer
        self.roots: list[str] = note["roots"]
        self.realis: list[str] = note["realis"]
        self.none = self.roots.index("NONE")
        self.name = f"events {note['sha256_of_sentences'][:8]}"

    def judge(self, asked: Sequence[Asked]) -> list[list[tuple[Judgement, Judgement]]]:
        """For each sentence, for each of its pairs: onward and back."""
        answers: list[list[tuple[Judgement, Judgement]]] = [[] for _ in asked]
        order = sorted((n for n, a in enumerate(asked) if a.pairs), key=lambda n: (len(asked[n].text), n))
        for start in range(0, len(order), BATCH):
            group = order[start : start + BATCH]
            for n, found in zip(group, self._batch([asked[n] for n in group])):
                answers[n] = found
        return answers

    def _batch(self, asked: Sequence[Asked]) -> list[list[tuple[Judgement, Judgement]]]:
        import numpy as np

        coded = [self.tokenizer.encode(a.text) for a in asked]
        width = max(len(c.ids) for c in coded)
        ids = np.zeros((len(asked), width), dtype=np.int64)
        which: list[int] = []
        first: list[Scores] = []
        second: list[Scores] = []
        for n, (question, code) in enumerate(zip(asked, coded)):
            ids[n, : len(code.ids)] = code.ids
            weights = [_weights(code.offsets, place, width) for place in question.places]
            for i, j in question.pairs:
                which.append(n)
                first.append(weights[i])
                second.append(weights[j])
        inputs = {
            "ids": ids,
            "mask": (ids != 0).astype(np.int64),
            "which": np.asarray(which, dtype=np.int64),
            "first": np.stack(first),
            "second": np.stack(second),
        }
        roots, realis = (_softmax(s) for s in self.session.run(["roots", "realis"], inputs))
        judged = iter(self._judgements(roots, realis))
        pairs = list(zip(judged, judged))  # a pair's two ways follow each other
        found: list[list[tuple[Judgement, Judgement]]] = [[] for _ in asked]
        for n, pair in zip(which, pairs):
            found[n].append(pair)
        return found

    def _judgements(self, roots: Scores, realis: Scores) -> list[Judgement]:
        """Of each pair the way onward and the way back."""
        nothing = roots[..., self.none].ravel().tolist()
        deeds = roots.copy()
        deeds[..., self.none] = -1
        best, mood = deeds.argmax(-1).ravel().tolist(), realis.argmax(-1).ravel().tolist()
        scores, moods = deeds.max(-1).ravel().tolist(), realis.max(-1).ravel().tolist()
        return [
            Judgement(
                cast(PloverRoot, self.roots[root]),
                round(score, 3),
                cast(Realis, self.realis[how]),
                round(sure, 3),
                round(none, 3),
            )
            for root, score, how, sure, none in zip(best, scores, mood, moods, nothing)
        ]


def load(folder: Path | None = None) -> OnnxJudge:
    """The judge in a folder, by default the package's own. Raises ModelError."""
    if folder is not None:
        return _load(folder)
    with as_file(files("detente").joinpath("_models")) as own:
        return _load(own)


def _load(folder: Path) -> OnnxJudge:
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # it notes each run in the home folder, once imported
    with whole("model of events", "onnxruntime tokenizers"):
        import onnxruntime
        from tokenizers import Tokenizer
    missing = [n for n in ("events.onnx", "events.json", "tokenizer.json") if not (folder / n).exists()]
    if missing:
        raise ModelError(f"model of events: {folder} lacks {', '.join(missing)}; reinstall detente")
    note = json.loads((folder / "events.json").read_text(encoding="utf-8"))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(folder / "events.onnx"), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(int(note["length"]))
    return OnnxJudge(session, tokenizer, note)


def _weights(offsets: Sequence[tuple[int, int]], place: tuple[int, int], width: int) -> Scores:
    """Over the sentence's places, those inside a side, summing to 1 (the first place where it was cut off)."""
    import numpy as np

    inside = [n for n, (a, b) in enumerate(offsets) if a < place[1] and place[0] < b] or [0]
    row = np.zeros(width, dtype=np.float32)
    row[inside] = 1 / len(inside)
    return row


def _softmax(scores: Scores) -> Scores:
    import numpy as np

    moved = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return cast("Scores", moved / moved.sum(axis=-1, keepdims=True))
