"""Who says the words that a mention stands in: "Y said the minister would …", "She said the minister had …".

In: the mentions of a document with the entities of its people. Out: the country of the spokesman who speaks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.actors.cast import Entity
from detente.reading.actors.grid import Mention
from detente.reading.actors.lexicon import Lexicon
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Token


def spokesman_s_country(
    scene: Scene, lexicon: Lexicon, mentions: Sequence[Mention], entities: Mapping[int, Entity], mention: Mention
) -> Country | None:
    """The country of the spokesman who says the words that a mention stands in; None where another speaks."""
    doc = scene.passages[mention.passage].doc
    people = [(m, entities[k]) for k, m in enumerate(mentions) if m.kind == "person" and m.passage == mention.passage]
    for verb in doc[mention.head].ancestors:
        for clause in (verb, *(c for c in verb.children if c.dep_ in ("parataxis", "ccomp"))):
            for subject in (c for c in clause.children if c.dep_ == "nsubj" and c.i != mention.head):
                speaker = _speaker(subject, people, lexicon)
                if speaker is not None:
                    return speaker.country if speaker.portfolio == "spokesperson" else None
    return None


def _speaker(subject: Token, people: Sequence[tuple[Mention, Entity]], lexicon: Lexicon) -> Entity | None:
    """The person whom the subject of a verb names; of "he" and "she", who spoke last in the paragraph."""
    if subject.lower_ not in ("he", "she"):
        return next((e for m, e in people if m.head == subject.i), None)
    heads = ((subject.doc[m.head], e) for m, e in reversed(people) if m.head < subject.i)
    said = (e for t, e in heads if t.dep_ == "nsubj" and t.head.lemma_ in lexicon.words["speech_verbs"])
    return next(said, None)
