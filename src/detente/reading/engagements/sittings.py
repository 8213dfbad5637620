"""Bodies of two states that sit: "the A-B Council will be held in X", "agreed to convene the Joint Committee".

In: the verb or the noun that may tell of it, and the small words of engagements. Out: whether it does; whose body it is
is read with the sides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading import syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Sittings:
    """Judges what is told of joint bodies."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.bodies, self.shared = frozenset(words["joint_bodies"]), frozenset(words["shared"])
        self.agreeing, self.named = frozenset(words["agreeing_verbs"]), frozenset(words["named_bodies"])
        self.done_to = frozenset(words["holding_verbs"]) | frozenset(words["deferring_verbs"])
        self.happening = tuple(p.split("_") for p in words["happening_phrases"])

    def convened(self, verb: Token) -> bool:
        """ "to convene the Joint Committee", "agreed to reconvene the Commission on X": a body of the two sides."""
        thing = syntax.direct_object(verb)
        if (
            thing is None
            or thing.lemma_.lower() not in self.bodies
            or not any(c.lower_ == "the" for c in thing.children)
        ):
            return False
        named = self.of_two(thing) or any(True for _ in syntax.prepositional(thing, "on", "for", "of"))
        many = any(t.is_upper and len(t) > 1 for t in thing.lefts)  # "the UN Human Rights Council"
        agreed = verb.dep_ == "xcomp" and verb.head.lemma_ in self.agreeing and named and not many
        return agreed or bool({t.lower_ for t in thing.subtree} & self.shared)

    def of(self, body: Token) -> bool:
        """ "the A-B Council will be held", "the joint commission, which was to take place": what is held is its
        sitting."""
        told = [body.head] if body.dep_ in SUBJECTS else []
        told += [c for c in body.children if c.dep_ in ("relcl", "acl") and c.i > body.i]
        told += [c for v in told for c in v.children if c.dep_ == "xcomp" and v.lemma_ in ("be", "have", "due")]
        return self.of_two(body) and any(self._takes_place(v) for v in told)

    def _takes_place(self, verb: Token) -> bool:
        passive = verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children)
        return syntax.phrase(verb, self.happening) or (passive and syntax.with_particle(verb) in self.done_to)

    def of_two(self, body: Token) -> bool:
        """Whether its name says so: "Franco-German", "A-B", "joint", "Cooperation Council"."""
        before = [t for c in body.lefts for t in (*c.subtree, c)]
        joined = any(
            t.tag_ == "HYPH" or "-" in t.text.strip("-") for t in before if t.text[0].isupper() or t.text == "-"
        )
        return joined or any(t.lower_ in self.shared | self.named for t in before)
