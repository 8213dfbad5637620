"""Who they were whom one sentence tells by office or state and the next by name: "The head of A's command rang that of
B. Admiral X told General Y …", "A summoned B's ambassador. State Secretary Z told the envoy, W, …", "X of A and Y of B
have agreed on this. It was settled in a call on Tuesday".

In: the sightings of a document and its context. Out: the same, with the names of those who speak to each other in the
sentence after, where a side has none and rank does not speak against it; or of the two who act together before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.cast import Entity
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.party import Party
from detente.reading.engagements.sighting import Sighting
from detente.reading.engagements.triggers import TALKING
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

LEADERS_OWN = frozenset({"call", "video_call", "meeting"})
LOOSE = frozenset({"unknown", "official"})


class Bridged:
    """Names those who talked to each other."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.handing = frozenset(words["bearing_verbs"]) | frozenset(words["telling_verbs"])

    def named(self, sighting: Sighting, context: Context) -> Sighting:
        """The sighting with the names that the next sentence gives."""
        sides = tuple(dict.fromkeys(p.country for p in sighting.parties if p.country))
        following = context.scene.sentences[sighting.sentence.index + 1 : sighting.sentence.index + 2]
        unnamed = {c for c in sides if not any(p.actor.name and p.actor.kind == "person" for p in _of(sighting, c))}
        if sighting.form not in TALKING or len(sides) != 2 or not unnamed:
            return sighting
        if len(unnamed) == 2 and (both := self._together_before(sighting, set(sides), context)):
            return replace(sighting, parties=both)
        if not following:
            return sighting
        for one, other in self._addressed(following[0], context):
            found = [p for p in _placed(one, other, sides) if p.country in unnamed and p.actor.kind == "person"]
            if found and all(self._may_be(p, _of(sighting, p.country), context) for p in found):
                told = {p.country for p in found}
                rest = [p for p in sighting.parties if p.country not in told]
                roles = {p.country: p.role for p in sighting.parties if p.role in ("host", "guest")}
                named = [replace(p, role=roles.get(p.country, "principal")) for p in found]
                return replace(sighting, parties=(*rest, *named))
        return sighting

    def _together_before(self, sighting: Sighting, sides: set[Country], context: Context) -> tuple[Party, ...]:
        """X and Y in "X of A and Y of B have agreed on it. …": who act together in the sentence before, one of each."""
        if sighting.form not in LEADERS_OWN or sighting.standing.status != "held":
            return ()  # a round of talks is of the states, and not of those who agreed to hold it
        index = sighting.sentence.index - 1
        before = context.scene.sentences[index] if index >= 0 else sighting.sentence
        subject = syntax.subject(before.tokens.root)
        if index < 0 or before.passage.index != sighting.sentence.passage.index or subject is None:
            return ()
        acted = (self._party(t, before, context) for t in subject.subtree)
        named = {p.key: p for p in acted if p is not None and p.actor.kind == "person" and p.actor.name}
        people = tuple(named.values())
        return people if len(people) == 2 and {p.country for p in people} == sides else ()

    def _addressed(self, sentence: Sentence, context: Context) -> Iterator[tuple[Party | None, Party | None]]:
        """Who speaks and who is spoken to in the sentence's clauses."""
        speech = context.cast.lexicon.words["speech_verbs"] | self.handing
        for verb in (t for t in sentence.tokens if t.pos_ == "VERB" and t.lemma_ in speech):
            speaker = syntax.subject(verb)
            heard = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i), None)
            along = any(c.lower_ in ("along", "with") for c in verb.children)  # "brought X along": of his own side
            if speaker is not None and heard is not None and not along:
                yield self._party(speaker, sentence, context), self._party(heard, sentence, context)

    def _party(self, token: Token, sentence: Sentence, context: Context) -> Party | None:
        entity, actor = context.cast.entity(token, sentence), context.cast.actor(token, sentence)
        if entity is None or actor is None or entity.kind not in ("person", "office") or _silent(entity):
            return None
        return Party(actor, entity, entity.country)

    def _may_be(self, party: Party, unnamed: Sequence[Party], context: Context) -> bool:
        """Whether rank does not keep a named one from being an unnamed one of his side."""
        mine = party.entity.level if party.entity is not None else "unknown"
        titles = context.cast.lexicon.titles
        offices = (p.actor.post for p in unnamed if p.entity is None and p.actor.post)
        ranks = {p.entity.level for p in unnamed if p.entity is not None}
        ranks |= {t.level for post in offices for hit in titles.find(post) for t in hit.values}
        return not ranks - LOOSE or mine in ranks or mine in LOOSE


def _of(sighting: Sighting, country: Country | None) -> list[Party]:
    return [p for p in sighting.parties if p.country == country]


def _silent(entity: Entity) -> bool:
    """A spokesman or scholar, who was at no table."""
    return entity.portfolio in ("spokesperson", "scholar")


def _placed(one: Party | None, other: Party | None, sides: tuple[Country, ...]) -> list[Party]:
    """The speaker and the one spoken to, each of one of the two sides; nobody where they cannot be."""
    if one is None or other is None or one.key == other.key:
        return []
    if one.country is None and other.country is None:
        return [one.of(sides[0]), other.of(sides[1])]
    first = one.country if one.country in sides else None
    second = other.country if other.country in sides and other.country != first else None
    if (one.country and first is None) or (other.country and other.country not in sides):
        return []
    if first is None and second is None:
        return []
    first = first or next(c for c in sides if c != second)
    second = second or next(c for c in sides if c != first)
    return [one.of(first), other.of(second)]
