"""Meetings told in one breath that were several: "met X and Y separately", "held back-to-back meetings with X and Y".

In: the sighting of a trigger. Out: one sighting for each counterpart, where the text says that they were met apart;
else the sighting itself. Who met both is whom the sighting names first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from detente.reading import syntax
from detente.reading.sighting import Sighting
from detente.reading.triggers import Trigger, clause_words

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


def _told_apart(trigger: Trigger, words: Mapping[str, Sequence[str]]) -> bool:
    """ "separately", "in turn", "separate meetings"; not "a separate meeting", which is one."""
    token = trigger.token
    if trigger.noun:
        several = token.tag_ == "NNS" and any(c.lower_ in words["several_adjectives"] for c in token.subtree)
        return several or any(c.lower_ in words["several_adverbs"] for c in syntax.clause_of(token).children)
    return any(t.lower_ in words["several_adverbs"] for t in clause_words(token))
