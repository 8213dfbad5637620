"""Writes the pairs of sides in the gold documents, with what each does to the other, to train the events' model.

In: the documents of `quality/gold/documents/tuning` as the engine parses them. Out: `quality/gold/events/pairs.jsonl`,
one pair a line (places in the sentence, root and realis each way). A pair of states for which the hand coded an event in
that sentence has its root; every other pair does nothing. A pair with a stranger, whom the hand may not have coded, is
left out where the model as it stands is nearly sure of an event.

    python tools/document_pairs.py
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

from quality import gold
from quality.coded import Act, of_labels

from detente.reading.doers import Doer
from detente.reading.judging import Judgement, _asked
from detente.reading.reader import Reader
from detente.reading.scene import Scene, Sentence, build
from detente.run.local import reader as load_reader

OUT = gold.GOLD / "events" / "pairs.jsonl"
NEARLY_SURE, SHARE, SEED = 0.7, 0.15, 3


def main() -> None:
    chance = random.Random(SEED)
    reader = load_reader()
    rows = [row for item in gold.documents() if item.part == "tuning" for row in _pairs(reader, item, chance)]
    OUT.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    print(f"{len(rows)} pairs, {sum(r['onward'] != 'NONE' or r['back'] != 'NONE' for r in rows)} with an event")


def _pairs(reader: Reader, item: gold.Labelled, chance: random.Random) -> Iterator[dict[str, Any]]:
    document = item.document
    layout = reader.furniture.read(document)
    scene = build(document.text, document.source.published, layout.body, reader.parser)
    cast = reader.actors.read(scene)
    acts = of_labels(item.labels, document.text).acts
    judge = reader.events.judge
    assert judge is not None
    for sentence in scene.sentences:
        sides = reader.events.doers.find(scene, cast, sentence)
        asked = _asked(scene, sentence, sides)
        told = [a for a in acts if a.at[0][0] < sentence.end and sentence.start < a.at[0][1]]
        for (i, j), answers in zip(asked.pairs, judge.judge([asked])[0] if asked.pairs else ()):
            row = _row(scene, sentence, (sides[i], sides[j]), told, answers)
            if row and (row["onward"] != "NONE" or row["back"] != "NONE" or chance.random() < SHARE):
                yield row


def _row(
    scene: Scene, sentence: Sentence, pair: tuple[Doer, Doer], told: list[Act], answers: tuple[Judgement, Judgement]
) -> dict[str, Any] | None:
    one, two = pair
    onward, back = _act(one, two, told), _act(two, one, told)
    strangers = one.actor.country is None or two.actor.country is None
    if strangers and max(a.score for a in answers) > NEARLY_SURE:
        return None
    return {
        "text": scene.text[sentence.start : sentence.end],
        "first": [one.span.start - sentence.start, one.span.end - sentence.start],
        "second": [two.span.start - sentence.start, two.span.end - sentence.start],
        "onward": onward.root if onward else "NONE",
        "back": back.root if back else "NONE",
        "realis_onward": onward.realis if onward else None,
        "realis_back": back.realis if back else None,
    }


def _act(source: Doer, target: Doer, told: list[Act]) -> Act | None:
    """What the hand coded between the two's countries, unless it is one of several acts with other roots."""
    mine = [a for a in told if (a.source, a.target) == (source.actor.country, target.actor.country) and a.source]
    return mine[0] if mine else None


if __name__ == "__main__":
    main()
