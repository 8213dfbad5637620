"""Who can do something to whom in a sentence: the actors, groups and bodies that it names, each once.

In: a sentence and the cast. Out: `Doer`s in the order of the text. Wider than the cast: police, protesters, rebels,
a party, a court are sides of events without being anybody whom the record follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.model import Actor, ActorKind, Country, Span
from detente.reading.actors.cast import Cast
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
NOMINAL = ("compound", "amod", "nmod", "poss", "det", "nummod", "case", "appos")
INSIDE = ("compound", "nmod")
PLACED = frozenset({"GPE", "LOC", "FAC"})
# kinds of names that the model of names gives to peoples and lands that it does not know
MISTAKEN = frozenset({"", "PRODUCT"})
# where actors stand in a clause
PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss", "conj", "agent"})
# places that a clause only happens in or moves to
WHERE = frozenset(
    {"in", "at", "near", "inside", "outside", "across", "around", "through", "over", "within", "throughout"}
)


@dataclass(frozen=True, slots=True)
class Doer:
    """An actor as one sentence names it; `head` is the token that stands for it, `place` marks a mere where."""

    actor: Actor
    span: Span
    head: int
    place: bool = False


class DoerFinder:
    """Finds the sides of sentences; `agents` are the nouns of groups and bodies that act."""

    def __init__(self, agents: frozenset[str], crowds: frozenset[str] = frozenset()) -> None:
        self.agents, self.crowds = agents, crowds

    def find(self, scene: Scene, cast: Cast, sentence: Sentence) -> list[Doer]:
        """The sides of a sentence; of two that overlap the longer stays."""
        found = [s for t in sentence.tokens for s in self._at(t, scene, cast, sentence)]
        kept: list[Doer] = []
        for side in sorted(found, key=lambda s: (s.span.start - s.span.end, s.span.start)):
            if not any(side.span.meets(k.span) for k in kept):
                kept.append(side)
        return sorted(kept, key=lambda s: s.span.start)

    def _at(self, token: Token, scene: Scene, cast: Cast, sentence: Sentence) -> Iterator[Doer]:
        if token.pos_ == "PRON":
            actor = cast.actor(token, sentence)
            if actor is not None and actor.country is not None:
                yield Doer(actor, scene.cover(sentence, [token]), token.i)
            return
        noun = token.pos_ in ("NOUN", "PROPN") or _stands_alone(token)
        if not noun and token.pos_ not in ("ADJ", "NUM"):
            return
        agent = noun and (token.lower_ in self.agents or token.lemma_.lower() in self.agents or self._crowd(token))
        if (
            noun
            and token.dep_ in ("compound", "nmod")
            and token.head.i > token.i
            and self._acts(token.head, cast, sentence)
        ):
            return
        peoples = self._peoples(token, cast, sentence) if noun else []
        if len(peoples) > 1:
            yield from (self._people(t, token, scene, cast, sentence) for t in peoples)
            return
        actor = cast.actor(token, sentence)
        if actor is not None and (_whose(token, actor, cast, sentence) or (not agent and _means(token, actor))):
            return
        if actor is not None and actor.kind != "unnamed":
            yield Doer(actor, self._cover(actor, token, scene, sentence), token.i, self._where(token, actor))
        elif agent:
            span = scene.cover(sentence, self._phrase(token))
            country = cast.country_beside(token, sentence)
            if country is None and (meant := _meant_state(token, cast, sentence)) is not None:
                name = cast.lexicon.country_names.get(meant)
                yield Doer(Actor(name, None, None, meant, "state", True, span, (span,)), span, token.i)
                return
            yield Doer(Actor(None, None, None, country, "group", False, span, (span,)), span, token.i)
        elif self._named(token):
            span = scene.cover(sentence, self._phrase(token))
            kind: ActorKind = "person" if token.ent_type_ == "PERSON" else "organisation"
            country = cast.country_at(token, sentence) or cast.country_beside(token, sentence)
            named = Actor(span.text, None, None, country, kind, False, span, (span,))
            yield Doer(named, span, token.i, self._where(token, named))
        else:
            yield from self._adjective(token, scene, cast, sentence)

    def _crowd(self, token: Token) -> bool:
        """ "Thousands marched": a number that stands for people; of "thousands of X" X does it."""
        counting = any(c.lower_ == "of" for c in token.rights)
        return token.lower_ in self.crowds and token.dep_ in ("nsubj", "agent") and not counting

    def _acts(self, token: Token, cast: Cast, sentence: Sentence) -> bool:
        return (
            token.lower_ in self.agents
            or token.lemma_.lower() in self.agents
            or token.ent_type_ in NAMED
            or cast.actor(token, sentence) is not None
        )

    def _adjective(self, token: Token, scene: Scene, cast: Cast, sentence: Sentence) -> Iterator[Doer]:
        """ "the French withdrawal", "Tigrayan demands": the adjective of a state, a people or a faith beside a noun
        that is no side itself."""
        if token.dep_ not in ("amod", "compound", "nmod", "poss") or self._acts(token.head, cast, sentence):
            return
        country = cast.country_at(token, sentence)
        span = scene.cover(sentence, [token])
        if country is not None:
            name = cast.lexicon.country_names.get(country)
            yield Doer(Actor(name, None, None, country, "state", True, span, (span,)), span, token.i)
        elif token.ent_type_ == "NORP":
            yield Doer(Actor(None, None, None, None, "group", False, span, (span,)), span, token.i)

    def _peoples(self, token: Token, cast: Cast, sentence: Sentence) -> list[Token]:
        """The adjectives of several states before one noun: "American and Mexican agents" are two sides."""
        beside = [t for c in token.lefts if c.dep_ in ("amod", "compound", "nmod") for t in (c, *c.conjuncts)]
        named = {t.i: t for t in beside if t.i < token.i and cast.country_at(t, sentence)}
        countries = {cast.country_at(t, sentence) for t in named.values()}
        return sorted(named.values(), key=lambda t: t.i) if len(countries) == len(named) else []

    def _people(self, adjective: Token, token: Token, scene: Scene, cast: Cast, sentence: Sentence) -> Doer:
        """One of several states' people: the adjective, the last with the noun."""
        last = not any(cast.country_at(t, sentence) for t in token.doc[adjective.i + 1 : token.i])
        span = scene.cover(sentence, [adjective, token] if last else [adjective])
        country = cast.country_at(adjective, sentence)
        return Doer(Actor(None, None, None, country, "group", False, span, (span,)), span, adjective.i)

    def _cover(self, actor: Actor, token: Token, scene: Scene, sentence: Sentence) -> Span:
        """The mention, with the nouns and adjectives that stand before its head."""
        whole = scene.cover(sentence, self._phrase(token))
        if actor.span.start <= whole.start and whole.end <= actor.span.end:
            return actor.span
        return scene.span(min(whole.start, actor.span.start), max(whole.end, actor.span.end))

    def _phrase(self, token: Token) -> list[Token]:
        """The head with its determiners, adjectives and compounds on the left."""
        left = [
            t
            for c in token.lefts
            if c.dep_ in NOMINAL
            for t in c.subtree
            if t.i < token.i and t.pos_ not in ("PUNCT", "SPACE") and t.dep_ not in ("relcl", "acl")
        ]
        first = min((t.i for t in left), default=token.i)
        return [t for t in token.doc[first : token.i + 1] if not t.is_space] or [token]

    def _named(self, token: Token) -> bool:
        """A name of a person or body, or one that the model of names overlooked, where an actor would stand."""
        if token.pos_ not in ("NOUN", "PROPN") or (token.dep_ in INSIDE and token.head.ent_type_ == token.ent_type_):
            return False
        called = token.tag_ in ("NNP", "NNPS") or (token.i > token.sent.start and token.tag_ in ("NN", "NNS"))
        overlooked = called and token.ent_type_ in MISTAKEN and token.dep_ in PLACES and token.text.istitle()
        return token.ent_type_ in NAMED or overlooked

    def _where(self, token: Token, actor: Actor) -> bool:
        """Whether this is a mere where: "in Oslo", and not "at some 5,000 Londoners"."""
        where = token.dep_ == "pobj" and token.head.lower_ in WHERE and not _counted(token)
        return where and (actor.kind == "state" or token.ent_type_ in PLACED)


def _means(token: Token, actor: Actor) -> bool:
    """ "launched missiles", "artillery fire": weapons of no told state, but of "artillery killed" who did it."""
    nobodys = actor.kind == "group" and actor.name is None and actor.country is None
    acts = token.dep_ in ("nsubj", "agent") or (token.dep_ == "pobj" and token.head.dep_ == "agent")
    return nobodys and not acts


def _counted(token: Token) -> bool:
    """ "1.7 million Berliners": people, so many of them."""
    return token.tag_ in ("NNS", "NNPS") and any(c.dep_ == "nummod" for c in token.lefts)


def _whose(token: Token, actor: Actor, cast: Cast, sentence: Sentence) -> bool:
    """X in "President Y of X": whose president he is, and no side beside him."""
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    if above is None or actor.kind != "state":
        return False
    holder = cast.actor(above, sentence)
    return holder is not None and holder.kind in ("person", "office") and holder.country == actor.country


def _stands_alone(token: Token) -> bool:
    """ "the accused", "the wounded": an adjective or participle with an article, where an actor would stand."""
    return (
        token.tag_ in ("JJ", "VBN", "VBG")
        and token.dep_ in PLACES
        and any(c.dep_ == "det" and c.i < token.i for c in token.children)
    )


def _meant_state(token: Token, cast: Cast, sentence: Sentence) -> Country | None:
    """X of "peace in X after Y invaded the country": the last state told of before that is not the one that acts."""
    pointed = any(c.dep_ == "det" and c.lower_ in ("the", "that", "this") for c in token.children)
    plain = not any(c.dep_ in ("amod", "compound", "poss", "nummod", "relcl") for c in token.children)
    if not (pointed and plain) or token.lower_ not in cast.lexicon.words["state_nouns"]:
        return None
    subject = next((c for c in token.head.children if c.dep_ in ("nsubj", "nsubjpass") and c != token), None)
    acting = (
        cast.country_at(subject, sentence) or cast.country_beside(subject, sentence) if subject is not None else None
    )
    for mention in reversed(cast.mentions):
        near = mention.passage == sentence.passage.index and sentence.index - mention.sentence in (0, 1)
        if near and mention.last <= token.i and mention.country not in (None, acting):
            if mention.kind in ("state", "place", "demonym"):
                return mention.country
    return None
