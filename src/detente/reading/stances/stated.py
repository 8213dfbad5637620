"""A clause of what someone said, as positions are read from it: who says it, who acts in it, which side is meant.

In: a segment of a statement's words, the statement and the cast. Out: a `Clause`, and the states its nouns act for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.page.quotes import DOUBLE
from detente.reading.scene import Sentence
from detente.reading.speech.attribution import Draft
from detente.reading.stances.clauses import Segment

if TYPE_CHECKING:
    from detente.reading.words import Token

WILL = frozenset({"will", "would", "shall", "wo", "'ll", "going"})  # what is to come, and with the others may be
LIKELY = WILL | {"may", "might", "could", "can"}
# a clause set off by commas that only describes: ", which rises in X"
ASIDE = re.compile(
    r",\s(?:(?:in|of|for|from|by|to|on|with|through)\s)?(?:which|whose|who|whom|where)\b[^,;.]*", re.IGNORECASE
)
UNMARKED = str.maketrans("", "", DOUBLE)  # a phrase runs on over marks of quotation


@dataclass(frozen=True)
class Clause:
    """A clause of a statement, and the cast to tell sides by; what each entry asks of it is worked out once."""

    segment: Segment
    draft: Draft
    cast: Cast

    @property
    def lead(self) -> Token | None:
        return self.segment.lead

    @property
    def text(self) -> str:
        return self.segment.span.text

    @cached_property
    def unmarked(self) -> str:
        return self.text.translate(UNMARKED)

    @cached_property
    def main(self) -> str:
        """The text without marks and clauses that only describe."""
        return ASIDE.sub("", self.text).translate(UNMARKED)

    @cached_property
    def cue_words(self) -> frozenset[str]:
        """The lemmas of the verb or adjective that reports it, with its particle."""
        cue = self.draft.cue
        if cue is None or cue.frame == "noun":
            return frozenset()
        verb = self.draft.sentence.passage.doc[cue.token]
        lemma = verb.lemma_.lower()
        return frozenset({lemma, verb.lower_, *(f"{lemma}_{verb.doc[i].lower_}" for i in cue.extra)})

    @cached_property
    def force(self) -> str:
        """What the reporting word does; nothing where it is denied, or asks a guest to come."""
        return self.draft.cue.force if self.draft.cue is not None and not _unsaid(self.draft) else ""

    @property
    def frame(self) -> str:
        return self.draft.cue.frame if self.draft.cue is not None else ""

    def side(self, token: Token) -> Country | None:
        return side_of(token, self.segment.sentence, self.cast)

    def tokens(self) -> list[Token]:
        return inside(self.segment)

    def subject(self) -> Token | None:
        lead = self.lead
        if lead is None:
            return None
        return syntax.subject(lead) or syntax.passive_subject(lead) or of_helper(lead)

    def helpers(self) -> set[str]:
        return set(syntax.auxiliaries(self.lead)) if self.lead is not None else set()

    def own_subject(self) -> bool:
        """Whether the speaker's side is the subject: by name, or as "we", "it"."""
        subject = self.subject()
        if subject is None:
            return False
        own, words = self.side(subject), self.cast.lexicon.words
        ministry = subject.lower_ in words["institutions"] and any(
            c.lower_ in ("the", "this") for c in subject.children
        )
        pointed = any(c.lower_ in words["pointing_home"] for c in subject.children)
        home = subject.lower_ in words["homelands"] and pointed  # "his country was entitled to the water"
        among = own == self.draft.on_behalf_of or self.draft.on_behalf_of in map(self.side, syntax.conjuncts(subject))
        return among or (own is None and (subject.lower_ in words["first"] or ministry or home))

    def others_subject(self) -> bool:
        """Whether another side is the subject ("hopes that X will respond")."""
        subject = self.subject()
        return subject is not None and self.side(subject) not in (None, self.draft.on_behalf_of)


def _unsaid(draft: Draft) -> bool:
    """ "no longer demands X", "invited X to visit": the words are not demanded, or threatened, or offered."""
    if draft.cue is None:
        return False
    cue = draft.sentence.passage.doc[draft.cue.token]
    guest = set(draft.content.text.lower().split()[:2]) & set(draft.cue.entry.words("guests"))
    neither = any(c.lower_ in ("neither", "nor") for c in cue.children)
    return bool(guest) or (cue.pos_ == "VERB" and (syntax.negated(cue) or neither))


def side_of(token: Token, sentence: Sentence, cast_: Cast) -> Country | None:
    """The state that a noun acts for."""
    actor = cast_.actor(token, sentence)
    if actor is not None and (actor.official or actor.kind == "state"):
        return actor.country
    return cast_.country_beside(token, sentence)


def inside(segment: Segment) -> list[Token]:
    """The tokens of a clause."""
    first = segment.span.start - segment.sentence.passage.start
    last = segment.span.end - segment.sentence.passage.start
    return [t for t in segment.sentence.tokens if first <= t.idx < last]


def of_helper(verb: Token) -> Token | None:
    """The subject that the parser hung on "is" of "is opposed to"."""
    helpers = (c for c in verb.children if c.dep_ in ("aux", "auxpass"))
    return next((n for h in helpers for n in h.children if n.dep_ in ("nsubj", "nsubjpass")), None)


def subjunctive(verb: Token) -> bool:
    """ "that X keep its word": a plain form in a clause with one who should do it."""
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    one = who is not None and (verb.tag_ == "VB" or (verb.tag_ == "VBP" and who.tag_ in ("NNP", "NN", "PRP")))
    several = who is not None and who.lower_ in ("we", "you", "they", "i")
    return one and not several and verb.dep_ in ("ccomp", "acl") and not syntax.auxiliaries(verb)


def thin(clause: Clause) -> bool:
    """ "the warning", "its forces", "to do so": too little to say what is held; not so "restraint" that is urged."""
    tokens, cue = clause.tokens(), clause.draft.cue
    told = [t for t in tokens if t.pos_ in ("NOUN", "PROPN", "ADJ", "ADV", "NUM") and t.lower_ != "so"]
    deeds = any(t.pos_ == "VERB" and t.lemma_ != "do" for t in tokens)
    alone = cue is not None and any(t.lower_ in cue.entry.words("alone") for t in told)
    return len(told) < 2 and not deeds and not alone
