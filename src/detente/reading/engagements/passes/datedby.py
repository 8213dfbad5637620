"""The day of an engagement told to be right before, at or after another that the text dates: "received X after the
summit", "spoke on the sidelines of the conference", "met separately before the talks", "hosted X when she came to Y".

In: a sighting without a day and all those of the document. Out: the same, with the day of the other one, where that
took place on one day; of a guest's visit also the town.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Time
from detente.reading import syntax
from detente.reading.engagements.sighting import Sighting
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

ROUND = frozenset({"after", "following", "before", "at", "during"})
NEAR = 3  # sentences back to what was done on the day on which somebody "also" did what is told
POINTING = frozenset({"the", "that", "this", "their"})


class DatedBy:
    """Reads the days that engagements borrow from each other; `words` are the small words of engagements."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.sidelines = frozenset(words["sidelines"])
        self.summits = frozenset(words["summits"]) | {"gathering"}
        self.besides, self.apart = frozenset(words["besides"]), frozenset(words["apart"])
        self.chances = frozenset(words["occasions_taken"])
        self.known = frozenset(words["gatherings"]) | frozenset(words["told_of"])

    def read(self, sighting: Sighting, found: Sequence[Sighting]) -> Sighting:
        """The sighting, with the day of what it is told to stand beside."""
        if (told_on := self._on_the_occasion(sighting, found)) is not None:
            return replace(sighting, when=told_on)
        told = sighting.standing.status == "held" and not sighting.standing.weak and sighting.form != "visit"
        if sighting.when.edtf or not told or sighting.background:
            return sighting
        if (visit := _when_came(sighting, found)) is not None:
            ground = visit.destinations if not sighting.places else sighting.places
            towns = sighting.towns | (visit.towns if not sighting.places else frozenset())
            return replace(sighting, when=visit.when, places=ground, towns=towns, background=visit.background)
        if (same := self._also(sighting, found)) is not None:
            return replace(sighting, when=same.when)
        for noun in self._beside(sighting.token):
            other = self._dated(noun, sighting, found)
            if other is not None:
                return replace(sighting, when=other.when)
        return sighting

    def _on_the_occasion(self, sighting: Sighting, found: Sequence[Sighting]) -> Time | None:
        """ "X rang Y on Monday. … X took the opportunity of Z's visit to invite him to join": the day of what is told
        of, where all of it was on one day."""
        noun = sighting.token
        hung = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
        if sighting.form != "visit" or sighting.when.edtf or hung is None or hung.lemma_.lower() not in self.chances:
            return None
        if syntax.clause_of(hung).tag_ != "VBD":
            return None
        held = (s for s in found if s.standing.status == "held" and s.when.edtf and not s.background)
        before = [s.when for s in held if s.sentence.index < sighting.sentence.index]
        one = before[0].edtf if len({w.edtf for w in before}) == 1 else None
        return before[0] if one is not None and calendar.precision(one) == "day" else None

    def _also(self, sighting: Sighting, found: Sequence[Sighting]) -> Sighting | None:
        """ "X met Y on Monday. He was also received by Z", "In a separate call he spoke with Z": on the day of what is
        told of him right before."""
        verb = syntax.clause_of(sighting.token)
        people = {p.key for p in sighting.parties if p.actor.kind == "person"}
        beside = any(c.lower_ in self.besides for c in verb.children) or self._separate(sighting.token, verb)
        if not beside or syntax.auxiliaries(verb)[:1] in (["had"], ["has"], ["have"]):
            return None
        for other in reversed(found):
            days = calendar.bounds(other.when.edtf)
            near = 0 < sighting.sentence.index - other.sentence.index <= NEAR and other.standing.status == "held"
            mine = near and people & {p.key for p in other.parties}
            if mine and days and days[0] == days[1] and other.form != "visit" and not other.background:
                return other
        return None

    def _separate(self, token: Token, verb: Token) -> bool:
        """ "In a separate call, X and Y discussed Z", "held a separate meeting with Y"."""
        named = (token, *syntax.prepositional(verb, "in", "at"))
        return any(c.lower_ in self.apart for t in named if t.lemma_.lower() in self.known for c in t.lefts)

    def _beside(self, token: Token) -> Iterator[Token]:
        """The gatherings told of before that a clause places its engagement at, before or after."""
        clause = syntax.clause_of(token)
        for link in (c for t in {clause, token} for c in t.children if c.dep_ == "prep"):
            for noun in (c for c in link.children if c.dep_ == "pobj"):
                aside = noun.lemma_.lower() in self.sidelines
                for thing in syntax.prepositional(noun, "of") if aside else (noun,):
                    placed = aside or link.lower_ in ROUND
                    bare = not any(c.dep_ in ("prep", "npadvmod") and c.i < link.i for c in link.children)
                    if placed and bare and self._pointed(thing):
                        yield thing

    def _pointed(self, noun: Token) -> bool:
        return noun.lemma_.lower() in self.known and any(c.lower_ in POINTING for c in noun.children)

    def _same(self, other: Sighting, noun: Token) -> bool:
        """Whether a noun points back at what a sighting told of: "a summit … the gathering", "attended a summit"."""
        thing = syntax.direct_object(other.token) if other.token.pos_ == "VERB" else other.token
        named = thing is not None and thing.lemma_.lower() == noun.lemma_.lower()
        return named or (other.form == "summit_session" and noun.lemma_.lower() in self.summits)

    def _dated(self, noun: Token, sighting: Sighting, found: Sequence[Sighting]) -> Sighting | None:
        """The engagement of that noun told of last before, on one day."""
        for other in reversed(found):
            days = calendar.bounds(other.when.edtf)
            same = self._same(other, noun)
            before = (other.sentence.index, other.token.i) < (sighting.sentence.index, sighting.token.i)
            if same and before and other.standing.status in ("held", "under_way") and days:
                return other if days[0] == days[1] else None
        return None


def _when_came(sighting: Sighting, found: Sequence[Sighting]) -> Sighting | None:
    """ "hosted X when she came to Y in May": the visit that the clause tells of, by one of those who met."""
    clause = syntax.clause_of(sighting.token)
    people = {p.key for p in sighting.parties}
    for visit in found:
        verb = visit.token
        below = visit.form == "visit" and verb.dep_ == "advcl" and verb.head.i == clause.i and verb.doc is clause.doc
        marked = below and any(c.lower_ in ("when", "while", "as") for c in verb.children)
        if marked and visit.when.edtf and visit.standing.status == "held" and people & {p.key for p in visit.parties}:
            return visit
    return None
