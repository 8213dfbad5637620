"""What a speaker says that he agreed with whom he met: "“We agreed to reopen the border,” X said after he met Y".

In: the statements, the cast and the engagements of a document. Out: `Joint`s of both sides, told by the speaker's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Country, Engagement
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.engagements.sides.mediation import sides_of
from detente.reading.scene import Scene, Sentence
from detente.reading.speech.attribution import Draft
from detente.reading.stances.jointly import WILL, Joint

if TYPE_CHECKING:
    from detente.reading.words import Token

PAST = frozenset({"VBD", "VBN"})
HAPPENED = frozenset({"held", "under_way"})
SUBJECTS = ("nsubj", "nsubjpass")


def we_agreed(
    scene: Scene,
    cast: Cast,
    drafts: Sequence[Draft],
    engagements: Sequence[Engagement],
    agreeing: frozenset[str],
    words: Mapping[str, Sequence[str]],
) -> Iterator[Joint]:
    """The joint promises that speakers tell in words of their own."""
    telling = _Telling(scene, cast, words)
    for draft in drafts:
        if draft.kind not in ("direct", "mixed") or draft.on_behalf_of is None:
            continue
        for sentence in scene.between(draft.content.start, draft.content.end):
            for verb in (t for t in sentence.tokens if t.lemma_ in agreeing and t.tag_ in PAST):
                at = scene.at(verb, sentence)
                if not draft.content.start <= at < draft.content.end:
                    continue
                by = _sides(draft, at, sentence, engagements)
                act = telling.act(verb, sentence, draft, by) if by else None
                if act is not None:
                    promised = [t for t in act.subtree if not (t.is_punct or t.dep_ == "mark") and t.i > verb.i]
                    yield Joint(by, scene.cover(sentence, promised), False, draft.on_behalf_of)


class _Telling:
    """Tells a plain "we agreed to" of those who met from what "we" agreed elsewhere, once, or might have."""

    def __init__(self, scene: Scene, cast: Cast, words: Mapping[str, Sequence[str]]) -> None:
        self.scene, self.cast = scene, cast
        self.plain, self.circles = frozenset(words["plainly_agreed"]), frozenset(words["other_circles"])
        self.earlier, self.both = frozenset(words["earlier_time"]), frozenset(words["both_sides"])
        self.no_acts, self.foretold = frozenset(words["no_acts"]), frozenset(words["foretold"])

    def act(self, verb: Token, sentence: Sentence, draft: Draft, by: tuple[Country, ...]) -> Token | None:
        """What "we" agreed to do, or that one of the sides or both are to do."""
        we = syntax.subject(verb)
        if we is None or we.lower_ != "we" or we.i > verb.i or syntax.negated(verb):
            return None
        if any(
            c.dep_ in ("prep", "appos") and c.lower_ not in self.plain - {"in", "at"} for c in we.children
        ):  # "we in the cabinet"
            return None
        acts = (c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i)
        act = next((a for a in acts if a.tag_ == "VB" or set(syntax.auxiliaries(a)) & WILL), None)
        if act is None or act.lemma_ in self.no_acts or not self._ours(act, sentence, by):
            return None
        said = [t for t in sentence.tokens if self.scene.at(t, sentence) >= draft.content.start]
        start = _joined_at(verb, we)
        plain = all(self._plain(t, sentence, by) for t in said if start <= t.i < act.left_edge.i and t.i != verb.i)
        turned = any(c.dep_ in ("aux", "auxpass") and c.i < we.i for c in verb.children)  # "have we agreed to …?"
        return act if plain and not turned and not self._elsewhere(verb, act, sentence, draft, by) else None

    def _plain(self, token: Token, sentence: Sentence, by: tuple[Country, ...]) -> bool:
        """Whether a word before what is agreed says nothing of another time, another circle or a mere thought."""
        side = self.cast.country_at(token, sentence)
        return (side in by) if side is not None else token.lower_ in self.plain or token.text in "“\"‘'"

    def _ours(self, act: Token, sentence: Sentence, by: tuple[Country, ...]) -> bool:
        """Whether it is "we", the two sides or one of them that is to act."""
        own = next((c for c in act.children if c.dep_ in SUBJECTS), None)
        if own is None:
            return act.dep_ == "xcomp"
        both = own.lemma_.lower() in self.both and any(c.lower_ in ("two", "both", "our") for c in (own, *own.children))
        if own.lower_ == "we" or both:
            return True
        actor = self.cast.actor(own, sentence)
        acts = act.lemma_ not in self.foretold  # "that Russia would lose"
        return acts and actor is not None and actor.official and actor.country in by

    def _elsewhere(self, verb: Token, act: Token, sentence: Sentence, draft: Draft, by: tuple[Country, ...]) -> bool:
        """Whether what stands around tells of another circle or time: "my party and I", "with Germany", "last year"."""
        beyond = set(act.subtree)
        around = [t for t in sentence.tokens if t not in beyond]
        before = self.scene.between(draft.content.start, sentence.start)
        around += [t for s in before for t in s.tokens]
        circles = any(t.lemma_.lower() in self.circles and t.dep_ != "compound" for t in around)
        quoted = [t for t in sentence.tokens if t.i < verb.i and self.scene.at(t, sentence) >= draft.content.start]
        earlier = any(t.lower_ in self.earlier for t in quoted)
        partners = [n for top in (verb, act) for n in syntax.prepositional(top, "with")]
        other = set(by) - {draft.on_behalf_of}
        others = any((c := self.cast.country_at(n, sentence)) is not None and c not in other for n in partners)
        beside = (t.head for t in around if t.lower_ == "i" and t.dep_ == "conj")  # "my wife and I"
        strange = any(self.cast.country_at(n, sentence) not in other and n.lower_ not in self.plain for n in beside)
        return circles or earlier or others or strange


def _joined_at(verb: Token, we: Token) -> int:
    """Where the clause of a verb begins: after "and", where it goes on from a clause before it; else its sentence."""
    link = verb.doc[we.i - 1] if we.i > verb.sent.start else None
    joined = verb.dep_ == "conj" and link is not None and link.lower_ == "and" and link.head == verb.head
    return int(we.i) if joined else int(verb.sent.start)


def _sides(draft: Draft, at: int, sentence: Sentence, engagements: Sequence[Engagement]) -> tuple[Country, ...]:
    """The two sides of the engagement told of last before, or in the same sentence, where the speaker was there."""
    held = [e for e in engagements if e.status.status in HAPPENED and not e.background]
    before = [e for e in held if e.evidence[0].start <= at]
    beside = [e for e in held if sentence.start <= e.evidence[0].start < sentence.end]
    met = (before or beside)[-1:]
    by = sides_of(met[0]) if met else ()
    return by if len(by) == 2 and draft.on_behalf_of in by and _was_there(draft, met[0]) else ()


def _was_there(draft: Draft, met: Engagement) -> bool:
    """Whether a speaker is one of those told to have met, where his side's are named."""
    speaker = draft.speaker
    there = [p.actor.name for p in met.participants if p.actor.country == draft.on_behalf_of and p.actor.name]
    people = [p for p in met.participants if p.actor.kind == "person" and p.actor.country == draft.on_behalf_of]
    if speaker is None or speaker.kind != "person" or not speaker.name or not people:
        return True
    return speaker.name in there
