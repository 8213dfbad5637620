"""Bodies of two states that are convened: "agreed to convene the Joint Committee", "the A-B Council will convene".

In: the verb that convenes, or the noun of a body, and the small words of engagements. Out: whether it is one of two
states; whose it is is read with the sides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading import syntax

if TYPE_CHECKING:
    from detente.reading.words import Token


class Sittings:
    """Judges what is told of joint bodies."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.bodies, self.shared = frozenset(words["joint_bodies"]), frozenset(words["shared"])
        self.tables = frozenset(words["tables"])
        self.agreeing, self.named = frozenset(words["agreeing_verbs"]), frozenset(words["named_bodies"])

    def convened(self, verb: Token) -> bool:
        """ "to convene the Joint Committee", "agreed to reconvene the Commission on X": a body of the two sides."""
        thing = syntax.direct_object(verb)
        if syntax.is_passive(verb) and self._held(syntax.passive_subject(verb)):
            return True
        if thing is None or thing.lemma_.lower() not in self.bodies:
            return False
        if not any(c.lower_ == "the" for c in thing.children):
            return False
        named = self.of_two(thing) or any(True for _ in syntax.prepositional(thing, "on", "for", "of"))
        many = any(t.is_upper and len(t) > 1 for t in thing.lefts)  # "the UN Human Rights Council"
        agreed = verb.dep_ == "xcomp" and verb.head.lemma_ in self.agreeing and named and not many
        return agreed or bool({t.lower_ for t in thing.subtree} & self.shared)

    def _held(self, thing: Token | None) -> bool:
        """ "The Cooperation Council will be held in X", "the Council" of one named before: whose, the sides tell."""
        if thing is None or thing.lemma_.lower() not in self.bodies or thing.tag_ in ("NNS", "NNPS"):
            return False
        small = [c.lower_ for c in thing.children if c.i < thing.i]
        alone = small == ["the"] and thing.text.istitle() and not syntax.clauses_about(thing)
        below = any(True for _ in syntax.prepositional(thing, "of", "for", "on"))
        return (alone and not below) or self.of_two(thing)

    def of_two(self, body: Token) -> bool:
        """Whether its name says so: "Franco-German", "A-B", "joint", "Cooperation Council"."""
        before = [t for c in body.lefts for t in (*c.subtree, c)]
        marked = (t for t in before if t.text[0].isupper() or t.text == "-")
        joined = any(t.tag_ == "HYPH" or "-" in t.text.strip("-") for t in marked)
        return joined or any(t.lower_ in self.shared | self.named for t in before)

    def told_by_name(self, table: Token) -> bool:
        """ "chaired the Oman-Japan consultations", "took part in Polish-Kenyan talks": whose they are, said by their
        name."""
        before = [t for c in table.lefts for t in (*c.subtree, c) if t.i > table.sent.start]
        joined = any(t.text == "-" and t.nbor(-1).text[0].isupper() for t in before)
        return joined and table.lemma_.lower() in self.tables
