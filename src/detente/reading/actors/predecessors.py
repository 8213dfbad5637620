"""Who held an office before: "appointed X minister. He takes over from Y", "named X in place of Y".

In: the mentions of a document and its entities. Out: a person named without office or state who is told to be replaced
has, as a former holder, the office told of right before and the state of those who are told of there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.actors.cast import Entity
from detente.reading.actors.grid import Mention
from detente.reading.actors.lexicon import GOVERNING
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Token


def remember(scene: Scene, mentions: Sequence[Mention], entities: Mapping[int, Entity], verbs: frozenset[str]) -> None:
    """Gives predecessors the office that they have left."""
    for n, mention in enumerate(mentions):
        entity = entities.get(n)
        if mention.kind != "person" or entity is None or entity.title or entity.country or entity.post:
            continue
        if not _replaced(scene.passages[mention.passage].doc[mention.head], verbs):
            continue
        near = [m for m in mentions[:n] if m.passage == mention.passage and mention.sentence - m.sentence <= 1]
        office = next(
            (m for m in reversed(near) if m.kind == "office" and m.title and m.title.level in GOVERNING), None
        )
        told = [e for k, m in enumerate(mentions[:n]) if m in near and (e := entities.get(k)) is not None]
        states = {e.country for e in told if e.official and e.country}
        if office is None or office.title is None or len(states) != 1:
            continue
        entity.post, entity.country = f"former {office.title_text}", states.pop()
        entity.level, entity.portfolio = office.title.level, office.title.portfolio


def _replaced(name: Token, verbs: frozenset[str]) -> bool:
    """Whether somebody is said to take a person's place."""
    if name.dep_ == "dobj":
        return name.head.lemma_ in verbs
    if name.dep_ != "pobj":
        return False
    link, verb = name.head, name.head.head
    if link.lower_ == "from":
        return syntax.with_particle(verb) == "take_over" or (
            verb.lemma_ == "take" and any(c.lower_ == "over" for c in verb.children)
        )
    return link.lower_ == "of" and verb.lower_ in ("place", "stead") and verb.head.lower_ == "in"
