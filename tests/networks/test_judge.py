"""The model of events: what the package ships loads, judges both ways, and says plainly what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import ModelError
from detente.networks.judge import OnnxJudge, load
from detente.reading.events.judging import Asked

TEXT = "Kenya accused Somalia on Tuesday of arming militants in Mandera."
ASKED = Asked(TEXT, ((0, 5), (14, 21)), ((0, 1),))


@pytest.fixture(scope="module")
def judge() -> OnnxJudge:
    return load()


def test_direction(judge: OnnxJudge) -> None:
    onward, back = judge.judge([ASKED])[0][0]
    assert (onward.root, onward.realis) == ("ACCUSE", "actual") and onward.nothing < 0.5
    assert back.root != "ACCUSE" or back.nothing > 0.5


def test_probabilities(judge: OnnxJudge) -> None:
    for judgement in judge.judge([ASKED])[0][0]:
        assert 0 <= judgement.score <= 1 and 0 <= judgement.nothing <= 1
        assert judgement.score + judgement.nothing <= 1.001


def test_no_pairs_no_answers(judge: OnnxJudge) -> None:
    assert judge.judge([Asked(TEXT, ((0, 5),), ())]) == [[]]
    assert judge.judge([]) == []


def test_same_question_same_answer(judge: OnnxJudge) -> None:
    assert judge.judge([ASKED]) == judge.judge([ASKED])


def test_a_sentence_longer_than_the_model_is_judged(judge: OnnxJudge) -> None:
    long = TEXT[:-1] + " and other places" * 200 + " near Ethiopia."
    at = long.index("Ethiopia")
    assert len(judge.judge([Asked(long, ((0, 5), (at, at + 8)), ((0, 1),))])[0]) == 1


def test_missing_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"events\.onnx"):
        load(tmp_path)
