"""Groups that a state sends abroad: whose they are, and who leads them.

In: the parties of a visit with the words around it. Out: the parties, a group of no named state given to the state that
settles its journey, and whoever leads a group in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model import Country, Place
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.actors.lexicon import GOVERNING
from detente.reading.engagements.party import Party, countries_of
from detente.reading.engagements.sides.phrase import Sides
from detente.reading.engagements.triggers import Trigger
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token


class Sent:
    """Reads groups on their way."""

    def __init__(self, cast: Cast, sides: Sides) -> None:
        self.cast, self.sides, self.small = cast, sides, cast.lexicon.words

    def of(
        self, trigger: Trigger, verb: Token | None, parties: Sequence[Party], destinations: Sequence[Place]
    ) -> list[Party]:
        """The parties of a visit, where a group makes it, with its state and its leader."""
        groups = [p for p in parties if p.actor.kind == "group"]
        if trigger.form != "visit" or len(groups) != 1:
            led = self._leaders(trigger.sentence) if trigger.form == "visit" and not parties else []
            return [*parties, *(p for p in led if p.country and _governs(p))]
        leaders = self._leaders(trigger.sentence)
        if not leaders and self._populace(groups[0]):
            return list(parties)
        led_by = next((p.country for p in leaders if p.country), None)
        country = groups[0].country or self._sender(trigger, verb, destinations) or led_by
        if country is None:
            return list(parties)
        led = [p.of(country) for p in leaders if p.country in (None, country)]
        return [*(p for p in parties if p is not groups[0]), *(led or [groups[0].of(country)])]

    def _populace(self, group: Party) -> bool:
        """ "refugees from X": people of a state whom nobody sends."""
        words = set(group.actor.span.text.lower().split())
        return bool(words & self.small["populace"]) and not words & self.small["state_agents"]

    def _sender(self, trigger: Trigger, verb: Token | None, destinations: Sequence[Place]) -> Country | None:
        """ "Togo put off the visit of a team": of the state that settles the journey, where it does not lead there."""
        subject = syntax.subject(verb) if trigger.noun and verb is not None else None
        settling = self.sides.all(subject, trigger.sentence) if subject is not None else []
        abroad = {p.country for p in destinations}
        found = countries_of(p for p in settling if p.actor.official and p.country not in abroad)
        return found.pop() if abroad and len(found) == 1 else None

    def _leaders(self, sentence: Sentence) -> list[Party]:
        """X in "a team led by X", "a team under X", "business people led by Minister X"."""
        for link in (t for t in sentence.tokens if t.lower_ == "under" and t.head.lower_ in self.small["delegations"]):
            named = [p for n in link.children if n.dep_ == "pobj" for p in self.sides.all(n, sentence)]
            if named := [p for p in named if p.actor.kind == "person"]:
                return named
        for clause in sentence.tokens:
            led, of = clause.head, clause.head.head
            heads = (
                [led, of.head] if led.dep_ == "pobj" and of.lower_ == "of" else [led]
            )  # "a team of officials led by"
            team = any({t.lower_, t.lemma_} & self.small["delegations"] for t in heads)
            several = led.tag_ == "NNS" and clause.dep_ == "acl"
            led_by = (team or several) and clause.lemma_ in self.small["leading"]
            by = syntax.agent_of(clause) if led_by else None
            if by is not None:
                named = [p for p in self.sides.all(by, sentence) if p.actor.kind == "person"]
                return [p for p in named if team or _governs(p)]
        return []


def _governs(party: Party) -> bool:
    """Whether somebody is of a government, so that those whom he leads are on his state's errand."""
    return party.actor.official and party.entity is not None and party.entity.level in GOVERNING
