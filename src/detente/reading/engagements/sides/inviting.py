"""Who invites, and where to: "visits Z at X's invitation", "accepted an invitation from X", "X invited Y to visit".

In: the trigger of a visit and its guests. Out: the hosts, and their country where the text names no place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Place
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.engagements.party import Party, countries_of
from detente.reading.engagements.sides.phrase import Sides
from detente.reading.engagements.triggers import Trigger

if TYPE_CHECKING:
    from detente.reading.words import Token


def receives(host: Party, guests: Sequence[Party]) -> bool:
    """Whether someone can be the host of guests: a person of another state."""
    return host.actor.kind == "person" and _abroad(host, guests)


def _abroad(host: Party, guests: Sequence[Party]) -> bool:
    return host.country is not None and host.country not in countries_of(guests)


class Inviting:
    """Reads invitations to a visit."""

    def __init__(self, cast: Cast, words: dict[str, list[str]], sides: Sides) -> None:
        self.cast, self.words, self.sides = cast, words, sides

    def hosts(self, trigger: Trigger, guests: Sequence[Party]) -> list[Party]:
        """The persons whose invitation it is."""
        found = [p for t in self._of_invitation(trigger) for p in self.sides.party(t, trigger.sentence)]
        return [replace(p, role="host") for p in found if receives(p, guests)]

    def grounds(self, trigger: Trigger, guests: Sequence[Party]) -> list[Place]:
        """The country of who invites someone "to visit", or expects him."""
        awaits = trigger.entry.data.get("traveller") == "awaited"
        verb = trigger.token if awaits else None if trigger.noun else self._invites(trigger.token)
        host = None if verb is None else syntax.agent_of(verb) if syntax.is_passive(verb) else syntax.subject(verb)
        if host is None:
            return []
        names = self.cast.lexicon.country_names
        return [
            Place(names[p.country], p.country, p.actor.span)
            for p in self.sides.party(host, trigger.sentence)
            if p.country in names and p.actor.official and _abroad(p, guests)
        ][:1]

    def _of_invitation(self, trigger: Trigger) -> Iterator[Token]:
        for noun in syntax.clause_of(trigger.token).subtree:
            if noun.lemma_.lower() in self.words["invitations"]:
                yield from (c for c in noun.children if c.dep_ == "poss")
                yield from syntax.prepositional(noun, "from", "of", "by")

    def _invites(self, deed: Token) -> Token | None:
        """The verb of inviting that a verb of visiting hangs on."""
        above = deed.head
        invites = above.pos_ == "VERB" and above.lemma_ in self.words["invitations"]
        return above if invites and deed.dep_ in ("xcomp", "ccomp", "advcl") else None
