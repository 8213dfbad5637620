"""Who sits at a table for three of which the words name one or two: "the trilateral meeting with X and Y", told by Z.

In: a trigger, the sides read so far, who met last and whose text it is. Out: the sides that are wanting.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.model import Country
from detente.reading import syntax
from detente.reading.engagements.party import Party, countries_of
from detente.reading.engagements.sides.frame import Frame
from detente.reading.engagements.triggers import Trigger
from detente.reading.speech.attribution import Draft

SIDES = 3


def wanting(
    trigger: Trigger, parties: Sequence[Party], last: Sequence[Party], frame: Frame, words: Mapping[str, Sequence[str]],
    drafts: Sequence[Draft],
) -> list[Party]:  # fmt: skip
    """Those who make up the three, where only partners are named: the pair told of last, whoever tells of it, the
    text's own state."""
    noun = trigger.token
    three = any(c.lower_ in words["for_three"] for c in noun.children) or noun.lower_ in words["for_three"]
    told = [p for t in syntax.prepositional(noun, "with") for p in parties if _names(p, t.text)]
    known = countries_of(parties)
    if not trigger.noun or not three or not told or not 0 < len(known) < SIDES:
        return []
    found: list[Party] = []
    at = frame.scene.at(noun, trigger.sentence)
    tellers = [d.on_behalf_of for d in drafts if d.content.start <= at < d.content.end]
    if tellers and not _only_put_off_or_held(trigger, frame, {*known, None}):
        return []
    for state in dict.fromkeys([*(p.country for p in last), *tellers, frame.home]):
        if state is not None and state not in known and len(known) + len(found) < SIDES:
            found.append(frame.state(state, trigger.sentence))
    return found if len(known) + len(found) == SIDES else []


def _only_put_off_or_held(trigger: Trigger, frame: Frame, known: set[Country | None]) -> bool:
    """Whether what is told says no more of the table than what is done with it ("has been postponed"), and names no
    other state: who judges it, or what it does to him, need not sit there."""
    noun = trigger.token
    verb = noun.head
    done = noun.dep_ == "nsubjpass" and verb.tag_ == "VBN" and syntax.agent_of(verb) is None
    named = {frame.cast.country_at(t, trigger.sentence) for t in verb.subtree} if done else set()
    return done and named <= known


def _names(party: Party, word: str) -> bool:
    return word in party.actor.span.text.split()
