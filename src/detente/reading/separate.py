"""Meetings told in one breath that were several: "met X and Y separately", "held back-to-back meetings with X and Y",
"met in Z on 1 July and again on 12 August".

In: the sighting of a trigger. Out: one sighting for each counterpart, where the text says that they were met apart, or
for each day; else the sighting itself. Who met both is whom the sighting names first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from detente.reading import syntax
from detente.reading.sighting import Sighting
from detente.reading.timing import Context, TimingReader
from detente.reading.triggers import Trigger, clause_words

NEAR = 8  # words from "again" to the day
FORMS = frozenset({"meeting", "talks", "call", "video_call"})


def parted(sighting: Sighting, trigger: Trigger, words: Mapping[str, Sequence[str]]) -> list[Sighting]:
    """The sightings that one is."""
    if sighting.form not in FORMS or not _told_apart(trigger, words):
        return [sighting]
    home = sighting.parties[0].country if sighting.parties else None
    own = tuple(p for p in sighting.parties if p.country == home)
    others = [p for p in sighting.parties if p.country != home and p.country is not None]
    named = all(p.actor.kind in ("person", "office") for p in others)
    if home is None or len(others) < 2 or not named:
        return [sighting]
    return [
        replace(sighting, parties=(*own, other), countries=(home, other.country)) for other in others if other.country
    ]


def again(sighting: Sighting, context: Context, timing: TimingReader) -> list[Sighting]:
    """The sighting, and another for each day after "and again" that its sentence gives."""
    span = sighting.when.span
    if span is None or sighting.standing.status != "held":
        return [sighting]
    found = [sighting]
    for mark in (t for t in sighting.sentence.tokens if t.lower_ == "again" and t.i and t.nbor(-1).lower_ == "and"):
        at = context.scene.at(mark, sighting.sentence)
        usable = timing.usable(sighting.sentence, context)
        later = [(e, t) for e, t in usable if e.edtf and 0 < t.i - mark.i < NEAR and span.end <= at]
        between = mark.doc[mark.i : later[0][1].i] if later else ()
        if later and not any(t.pos_ in ("VERB", "AUX") for t in between):
            found.append(replace(sighting, when=replace(sighting.when, edtf=later[0][0].edtf, span=later[0][0].span)))
    return found


def _told_apart(trigger: Trigger, words: Mapping[str, Sequence[str]]) -> bool:
    """ "separately", "in turn", "separate meetings", "in separate calls"; not "a separate meeting", which is one."""
    token, adverbs = trigger.token, words["several_adverbs"]
    clause = syntax.clause_of(token) if trigger.noun else token
    if any(t.tag_ == "NNS" and any(c.lower_ == "separate" for c in t.children) for t in clause_words(clause)):
        return True
    if trigger.noun:
        several = token.tag_ == "NNS" and any(c.lower_ in words["several_adjectives"] for c in token.subtree)
        return several or any(c.lower_ in adverbs for c in clause.children)
    return any(t.lower_ in adverbs for t in clause_words(token))
