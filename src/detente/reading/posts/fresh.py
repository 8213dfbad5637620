"""Who was lately given the post that he is named with: "Peru's newly appointed envoy, X", "Foreign Minister X, named in
May by the president".

In: a sentence with its cast. Out: who has been given which post by which state, and the word that tells of it. Verbs
of naming alone tell so: who is sent, or picked to do something, has the post already.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.cast import Cast, Entity
from detente.reading.posts.appointing import Appointment
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token


NO_POSTS = ("official", "unknown")  # levels of what somebody is ("a diplomat") and no one has named him to


class FreshlyNamed:
    """Reads participles of naming that stand beside a person and his post."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.naming, self.fresh = frozenset(words["named_to_a_post"]), frozenset(words["lately"])
        self.marks = frozenset(words["new_holder"])

    def read(self, sentence: Sentence, cast: Cast) -> Iterator[Appointment]:
        """The posts that a sentence says, in passing, were lately given."""
        for verb in sentence.tokens:
            if verb.tag_ not in ("VBN", "VBD") or verb.lemma_ not in self.naming or syntax.negated(verb):
                continue
            person = self._beside(verb, sentence, cast) if verb.dep_ == "amod" else self._after(verb, sentence, cast)
            post = self._post(verb, person, sentence, cast) if person is not None else None
            if person is not None and person.name and post:
                yield Appointment(person, post, self._country(verb, person, sentence, cast), verb)

    def unmarked(self, post: str) -> str:
        """A post without what tells that its holder is new: "ambassador to X" of "new ambassador to X"."""
        words = post.split()
        while len(words) > 1 and words[0].lower() in self.marks:
            words = words[1:]
        return " ".join(words)

    def _post(self, verb: Token, person: Entity, sentence: Sentence, cast: Cast) -> str | None:
        """The post in the text's words: the person's own, or the office that the participle stands before."""
        if person.post and person.title is not None and person.title.level not in NO_POSTS:
            return person.post
        offices = (m for m in cast.mentions if m.sentence == sentence.index and m.kind == "office")
        here = verb.dep_ == "amod"
        return next(
            (m.title_text for m in offices if here and m.core[0] <= verb.head.i < m.last and not m.plural), None
        )

    def _beside(self, verb: Token, sentence: Sentence, cast: Cast) -> Entity | None:
        """X of "the newly named envoy, X" and of "X, the newly named envoy"."""
        if not any(c.lower_ in self.fresh for c in verb.children):
            return None
        post = verb.head
        near = [post, *(c for c in post.children if c.dep_ == "appos"), *([post.head] if post.dep_ == "appos" else [])]
        return _first_person(near, sentence, cast)

    def _after(self, verb: Token, sentence: Sentence, cast: Cast) -> Entity | None:
        """X of "Envoy X, named in May," and "Envoy X, who was named in May,": nothing says to what."""
        alone = verb.dep_ == "acl" or (verb.dep_ == "relcl" and _of_who(verb))
        taken = ("dobj", "oprd", "attr", "xcomp", "ccomp", "dative")
        told = any(c.dep_ in taken or c.lower_ in ("as", "to") for c in verb.children)
        if not alone or told or verb.doc[verb.i - 1].pos_ in ("NOUN", "PROPN"):
            return None
        if not only_when_or_by_whom(verb, sentence, cast):
            return None
        return _first_person([verb.head], sentence, cast)

    def _country(self, verb: Token, person: Entity, sentence: Sentence, cast: Cast) -> Country | None:
        """Whose post it is: the person's, else that of who named him."""
        owners = [c for c in verb.head.children if c.dep_ == "poss"] if verb.dep_ == "amod" else []
        agents = [p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
        actors = (cast.actor(a, sentence) for a in [*owners, *agents])
        return person.country or next((a.country for a in actors if a is not None and a.country), None)


def only_when_or_by_whom(verb: Token, sentence: Sentence, cast: Cast) -> bool:
    """Whether all that is told of a naming is its day and the government or official by whom: not "named in a warrant",
    "named by prosecutors", "elected on a pledge", "nominated for a prize"."""
    told = [c for c in verb.children if not c.is_punct and c.dep_ not in ("nsubjpass", "auxpass", "aux")]
    return bool(told) and all(_when_or_who(c, sentence, cast) for c in told)


def _when_or_who(child: Token, sentence: Sentence, cast: Cast) -> bool:
    below = [p for p in child.children if p.dep_ == "pobj"]
    if child.dep_ == "agent":
        actors = [cast.actor(p, sentence) for p in below]
        return bool(actors) and all(a is not None and (a.official or a.kind == "state") for a in actors)
    if child.dep_ == "prep":
        return bool(below) and all(p.ent_type_ == "DATE" for p in below)
    return child.dep_ in ("npadvmod", "advmod") and (child.ent_type_ == "DATE" or child.dep_ == "advmod")


def _first_person(near: Sequence[Token], sentence: Sentence, cast: Cast) -> Entity | None:
    found = (cast.entity(t, sentence) for t in near)
    return next((e for e in found if e is not None and e.kind == "person"), None)


def _of_who(verb: Token) -> bool:
    """Whether a clause tells of its noun what was done to it: "who was named"."""
    return any(c.lower_ == "who" and c.dep_ == "nsubjpass" for c in verb.children)
