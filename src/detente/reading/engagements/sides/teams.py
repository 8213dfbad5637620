"""Which delegation "the delegation" and "it" are: "X received a Y delegation led by Z. The delegation arrived from W".
And whose "a delegation headed by X" is, of which nothing else says so.

In: a noun or pronoun, its sentence and the cast. Out: who heads the delegation told of last, or its state's people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Actor, Country
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.engagements.party import Party
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

BACK = 4  # sentences from "the delegation" to where it is told whose it is
OWN = ("amod", "compound", "nmod", "poss", "prep", "acl", "relcl")
TOLD = ("nsubj", "nsubjpass", "dobj")
DELEGATION = "delegation"
PEOPLE = frozenset({"person", "office"})
THEY = frozenset({"he", "she", "they", "we", "i"})


class Teams:
    """Answers for one document."""

    def __init__(self, scene: Scene, cast: Cast, words: Mapping[str, Sequence[str]]) -> None:
        self.scene, self.cast = scene, cast
        self.nouns = frozenset(words["travelling_teams"])
        self.going = cast.lexicon.words["visiting_verbs"] | frozenset(words["hosting_verbs"])

    def again(self, token: Token, sentence: Sentence) -> list[Party]:
        """The delegation that a bare "the delegation", or "it" of what travels or is received, stands for."""
        if not (self._bare(token) or self._it(token)):
            return self._headed(token, sentence)
        first = max(0, sentence.index - (BACK if token.pos_ == "NOUN" else 1))
        for before in reversed(self.scene.sentences[first : sentence.index]):
            told = [t for t in before.tokens if t.lower_ in self.nouns and t.tag_ in ("NN", "NNP") and _told_of(t)]
            told = sorted((t for t in told if self._may_be(token, t, before)), key=lambda t: t.lower_ != token.lower_)
            if told and (found := self._whose(told[0], before)):
                return found
            told += [t for t in before.tokens if self._it(t)]
            if told and token.pos_ != "NOUN":
                return self.again(told[0], before)  # "The delegation arrived on Monday. It was received by …"
        return []

    def _headed(self, team: Token, sentence: Sentence) -> list[Party]:
        """X of "a delegation headed by X", where no state stands beside the noun."""
        groups, leading = (self.cast.lexicon.words[k] for k in ("delegations", "leading"))
        if team.lower_ not in groups or self.cast.country_beside(team, sentence) is not None:
            return []
        by = (syntax.agent_of(c) for c in team.children if c.dep_ == "acl" and c.lemma_ in leading)
        at = [n for t in by if t is not None and (n := self.cast.mention_number(t, sentence)) is not None]
        told = ((self.cast.mentions[n], self.cast.entities[n]) for n in at if n in self.cast.entities)
        heads = ((m, e) for m, e in told if m.kind in PEOPLE and e.official and e.country)
        return [Party(e.actor(self.cast.span(m)), e, e.country) for m, e in heads]

    def _may_be(self, again: Token, team: Token, sentence: Sentence) -> bool:
        """Whether a word may stand for a team: "the party" for a party only, "it" for what does something, or for what
        a person does it to."""
        if again.pos_ == "NOUN" or again.lower_ in self.nouns:
            return again.lower_ in (DELEGATION, team.lower_)
        doer = syntax.subject(syntax.clause_of(team))
        if team.dep_ in ("nsubj", "nsubjpass") or doer is None:
            return team.dep_ in ("nsubj", "nsubjpass")
        entity = self.cast.entity(doer, sentence)
        person = entity is not None and entity.kind in PEOPLE
        return person or doer.lower_ in THEY or doer.ent_type_ == "PERSON"

    def _bare(self, token: Token) -> bool:
        """ "the delegation", of which nothing says whose it is."""
        the = any(c.lower_ in ("the", "this") for c in token.lefts)
        return the and token.lower_ in self.nouns and not any(c.dep_ in OWN for c in token.children)

    def _it(self, token: Token) -> bool:
        subject = token.lower_ == "it" and token.dep_ in ("nsubj", "nsubjpass")
        return subject and token.head.lemma_ in self.going

    def _whose(self, team: Token, sentence: Sentence) -> list[Party]:
        """Who heads it, else a group of its state."""
        heads = (n for n, _ in self.cast.heads if self.cast.mentions[n].sentence == sentence.index)
        for n in heads:
            state = next(self.cast.entities[s].country for h, s in self.cast.heads if h == n)
            mention, entity = self.cast.mentions[n], self.cast.entities[n]
            return [Party(entity.actor(self.cast.span(mention)), entity, entity.country or state)]
        country = self.cast.country_beside(team, sentence) or next(self._owners(team, sentence), None)
        span = self.scene.phrase(team, sentence)
        group = Actor(None, None, None, country, "group", True, span, (span,))
        return [Party(group, None, country, "delegation")] if country is not None else []

    def _owners(self, team: Token, sentence: Sentence) -> Iterator[Country]:
        """The state of "a delegation of the Ministry of Y of X"."""
        for body in syntax.prepositional(team, "of", "from"):
            for noun in (body, *syntax.prepositional(body, "of")):
                if (country := self.cast.country_at(noun, sentence)) is not None:
                    yield country


def _told_of(team: Token) -> bool:
    """Whether a sentence tells of a delegation, and not only of a thing that it has or gives."""
    return team.dep_ in TOLD or (team.dep_ == "pobj" and team.head.lower_ in ("with", "by"))
