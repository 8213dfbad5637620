"""Appointments and departures that a noun tells: "approved the appointment of X, a consul, as its envoy", "accepted the
resignation of Y".

In: a sentence with its cast. Out: who is given which post by which state, and the noun; nothing where one of them is
missing. An office with "a" before it, or "former", is who the person was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.cast import Cast, Entity
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.actors.grid import Mention
    from detente.reading.words import Token


@dataclass(frozen=True, slots=True)
class Appointment:
    """A person, the post in the text's words, whose post it is, and the word that tells of it."""

    person: Entity
    post: str
    country: Country | None
    token: Token


@dataclass(frozen=True, slots=True)
class Departure:
    """A person with a post, whether dismissed or gone, and the word that tells of it."""

    person: Entity
    change: Literal["resigned", "removed"]
    token: Token


class Departures:
    """Reads nouns of leaving, where the clause says that it came about."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.changes: dict[str, Literal["resigned", "removed"]] = {
            **dict.fromkeys(words["resignations"], "resigned"),
            **dict.fromkeys(words["removals"], "removed"),
        }
        self.granting = frozenset(words["granting"])

    def read(self, sentence: Sentence, cast: Cast) -> Iterator[Departure]:
        """The departures of a sentence."""
        for noun in sentence.tokens:
            change = self.changes.get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
            if change is None:
                continue
            verb = syntax.clause_of(noun)
            if verb.lemma_ not in self.granting or syntax.negated(verb):
                continue
            owners = [*syntax.prepositional(noun, "of"), *(c for c in noun.children if c.dep_ == "poss")]
            people = (cast.entity(o, sentence) for o in owners)
            person = next((e for e in people if e is not None and e.kind == "person" and e.name and e.post), None)
            if person is not None:
                yield Departure(person, change, noun)


class AppointmentReader:
    """Reads nouns of appointing."""

    def __init__(self, nouns: frozenset[str]) -> None:
        self.nouns = nouns

    def read(self, sentence: Sentence, cast: Cast) -> Iterator[Appointment]:
        """The appointments of a sentence."""
        for noun in sentence.tokens:
            if noun.pos_ not in ("NOUN", "PROPN") or noun.lemma_.lower() not in self.nouns:
                continue
            verb = syntax.clause_of(noun)
            people = [e for n in syntax.prepositional(noun, "of") if (e := cast.entity(n, sentence)) is not None]
            person = next((e for e in people if e.kind == "person" and e.name), None)
            office = self._office(noun, sentence, cast)
            if person is None or office is None or syntax.negated(verb) or not office.title_text:
                continue
            yield Appointment(person, office.title_text, self._country(noun, verb, office, sentence, cast), noun)

    def _office(self, noun: Token, sentence: Sentence, cast: Cast) -> Mention | None:
        """The first office after the person that follows "as", a possessive allowed between."""
        doc = sentence.passage.doc
        for mention in cast.mentions:
            if mention.kind != "office" or mention.sentence != sentence.index or mention.first <= noun.i:
                continue
            before = doc[max(noun.i, mention.first - 4) : mention.first]
            if any(t.lower_ in ("as", "to") for t in before) and not any(t.lower_ in ("a", "an") for t in before):
                return mention
        return None

    def _country(self, noun: Token, verb: Token, office: Mention, sentence: Sentence, cast: Cast) -> Country | None:
        """Whose post it is: of the state beside it, of who approves or announces it, or of who is named first."""
        subject = syntax.subject(verb)
        own = (c for c in noun.children if c.dep_ in ("poss", "amod"))
        nouns = [*([subject] if subject is not None else []), *own]
        actors = (cast.actor(n, sentence) for n in nouns)
        return office.country or next((a.country for a in actors if a is not None and a.official and a.country), None)
