"""The state that acted right before an official of no named state: "Kenya has welcomed the plan. X, the trade minister,
said …".

In: the mentions of a document and that of the official. Out: the state that the sentence before is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.actors.grid import Mention
from detente.reading.actors.lexicon import Lexicon
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Token


def acting_before(scene: Scene, lexicon: Lexicon, mentions: Sequence[Mention], mention: Mention) -> Country | None:
    """The state that is the subject of the sentence before in the paragraph, unless the official goes there or his own
    sentence names it beside him; where somebody only speaks, he may speak at home."""
    before = scene.sentences[mention.sentence - 1] if mention.sentence else None
    if before is None or before.passage.index != mention.passage:
        return None
    head = next((c.i for c in before.tokens.root.children if c.dep_ == "nsubj"), None)
    acting = (m for m in mentions if m.sentence == before.index and m.kind == "state" and m.head == head)
    state = next((m.country for m in acting if m.country), None)
    speaks = scene.passages[mention.passage].doc[mention.head].head.lemma_ in lexicon.words["speech_verbs"]
    near = range(mention.sentence, mention.sentence + (1 if speaks else 2))
    where = ("state",) if speaks else ("state", "place")
    beside = {m.country for m in mentions if m.sentence in near and m.kind in where}
    return state if state not in beside else None


def whose_trip(scene: Scene, mentions: Sequence[Mention], mention: Mention) -> Country | None:
    """Norway of "Norway has put off Foreign Minister X's trip to Rabat": who disposes of an official's journey, where
    it does not lead there."""
    doc = scene.passages[mention.passage].doc
    name = doc[mention.head]
    link = name.head if name.dep_ == "pobj" and name.head.lower_ in ("by", "of") else name
    trip = link.head if link is not name or name.dep_ == "poss" else None
    if trip is None or trip.dep_ != "dobj" or trip.pos_ != "NOUN":
        return None
    doer = _doer(trip.head)
    near = [m for m in mentions if m.sentence == mention.sentence and m.passage == mention.passage and m.country]
    state = next((m.country for m in near if m.kind not in ("person", "place") and m.head == doer), None)
    leads = [m.country for m in near if m.kind in ("state", "place") and trip.i < m.head]
    return state if leads and state not in leads else None


def _doer(verb: Token) -> int | None:
    """Who does it; of "X said it had put off Y" whoever says so of himself."""
    doer = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if doer is not None and doer.lower_ == "it" and verb.dep_ == "ccomp":
        doer = next((c for c in verb.head.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    return doer.i if doer is not None else None
