"""What a deal of two states says, told after a colon: "reached an agreement with X: X will …, and Y will …".

In: a verb after a colon, its sentence, the cast and the engagements of a document. Out: whether the deal before the
colon was made by the state that the verb is said of and another, and the verb tells a part of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Country, Engagement
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.engagements.sides.mediation import sides_of
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

PERFECT = frozenset({"have", "has", "'ve", "’ve"})
DONE = PERFECT | {"was", "were", "been"}  # what may stand beside a participle that tells a deed done
MAIN = ("ROOT", "conj", "ccomp", "parataxis")


class AfterColon:
    """Tells parts of a deal from whatever else stands after a colon."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.deals = frozenset(words["deals"]) - frozenset(words["one_sided"])
        self.reaching, self.foretold = frozenset(words["references"]), frozenset(words["foretold"])
        self.unmade, self.both = frozenset(words["unmade"]), frozenset(words["both_sides"])

    def told(self, verb: Token, sentence: Sentence, cast: Cast, engagements: Sequence[Engagement]) -> bool:
        """Whether a verb after a colon tells a part of a deal of two states."""
        before = verb.doc[verb.sent.start : verb.i]
        colon = next((t for t in reversed(before) if t.text == ":"), None)
        if (
            colon is None
            or sentence.tokens[-1].text == "?"
            or verb.lemma_ in self.foretold
            or not self._next_to(verb, colon)
        ):
            return False
        made = next((m for t in verb.doc[verb.sent.start : colon.i] if (m := self._made(t, colon)) is not None), None)
        subject = syntax.subject(verb)
        side = cast.country_at(subject, sentence) if subject is not None else None
        return made is not None and side is not None and self._of_two(side, made, colon, sentence, cast, engagements)

    def _made(self, noun: Token, colon: Token) -> Token | None:
        """The verb that tells, last before the colon, that a deal was made; None where it was not, or may not be."""
        verb = noun.head
        if noun.lemma_.lower() not in self.deals or noun.dep_ not in ("dobj", "nsubjpass"):
            return None
        helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
        done = verb.tag_ in ("VBD", "VBZ", "VBP") and not helpers
        done = done or (verb.tag_ in ("VBN", "VBD") and bool(helpers) and helpers <= DONE)
        main = verb.dep_ in MAIN and (verb.dep_ == "ROOT" or verb.dep_ == "conj" or verb.head.i > colon.i)
        marked = any(c.dep_ == "mark" for c in verb.children) or syntax.negated(verb)
        words = {t.lower_ for t in verb.doc[verb.sent.start : colon.i]}
        last = not any(t.tag_ in syntax.TENSED for t in verb.doc[verb.i + 1 : colon.i])
        told = verb.lemma_ in self.reaching and done and main and last
        return verb if told and not marked and not words & self.unmade else None

    def _next_to(self, verb: Token, colon: Token) -> bool:
        """Whether a verb is that of the clause right after a colon, or joined to such a clause by "and"."""
        if verb.dep_ not in MAIN or (verb.dep_ in ("ccomp", "parataxis") and verb.head.i > colon.i):
            return False  # "X will veto it, diplomats said"
        own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if own is not None and own.left_edge.i == colon.i + 1:
            return not any(c.dep_ == "ccomp" and c.i > colon.i for c in verb.children)
        above = verb.head
        joined = verb.dep_ == "conj" and colon.i < above.i < verb.i
        adversative = any(t.lower_ in ("but", "though", "while") for t in verb.doc[above.i : verb.i])
        return joined and not adversative and above.lemma_ not in self.foretold and self._next_to(above, colon)

    def _of_two(
        self,
        side: Country,
        made: Token,
        colon: Token,
        sentence: Sentence,
        cast: Cast,
        engagements: Sequence[Engagement],
    ) -> bool:
        """Whether a deal was made by a state and another: both named, or the two told of last."""
        tokens = made.doc[made.sent.start : colon.i]
        nouns = [n for t in tokens if t.lower_ in ("with", "between") for n in t.children if n.dep_ == "pobj"]
        partners = [n for noun in nouns for n in syntax.conjuncts(noun)]
        strange = any(cast.country_at(n, sentence) is None and n.lemma_.lower() not in self.both for n in partners)
        if strange:  # "a deal with Congress"
            return False
        maker = syntax.subject(made)
        makers = [t for n in (maker, *partners) if n is not None for t in n.subtree if t.i < colon.i]
        named = {c for t in makers if (c := cast.country_at(t, sentence)) is not None}
        if maker is not None and maker.lower_ == "we" and cast.own is not None:  # in a paper of an office's own
            named.add(cast.own)
        if len(named) > 1:
            return side in named
        free = maker is None or maker.lemma_.lower() in self.both
        start = sentence.start
        met = [e for e in engagements if len(e.countries) > 1 and not e.background and e.evidence[0].start < start]
        return free and bool(met) and side in sides_of(met[-1])
