"""What a speaker says that he agreed with whom he met: "“We agreed to reopen the border,” X said after he met Y".

In: the statements, the cast and the engagements of a document. Out: `Joint`s of both sides, told by the speaker's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.model import Country, Engagement
from detente.reading import syntax
from detente.reading.engagements.sides.mediation import sides_of
from detente.reading.scene import Scene, Sentence
from detente.reading.speech.attribution import Draft
from detente.reading.stances.jointly import WILL, Joint

if TYPE_CHECKING:
    from spacy.tokens import Token

PAST = frozenset({"VBD", "VBN"})
HAPPENED = frozenset({"held", "under_way"})


def we_agreed(
    scene: Scene,
    drafts: Sequence[Draft],
    engagements: Sequence[Engagement],
    agreeing: frozenset[str],
    no_acts: frozenset[str],
) -> Iterator[Joint]:
    """The joint promises that speakers tell in words of their own."""
    for draft in drafts:
        if draft.kind not in ("direct", "mixed") or draft.on_behalf_of is None:
            continue
        for sentence in scene.between(draft.content.start, draft.content.end):
            for verb in (t for t in sentence.tokens if t.lemma_ in agreeing and t.tag_ in PAST):
                at = scene.at(verb, sentence)
                act = _agreed(verb, no_acts) if draft.content.start <= at < draft.content.end else None
                by = _sides(draft.on_behalf_of, at, sentence, engagements) if act is not None else ()
                if act is not None and by:
                    words = [t for t in act.subtree if not (t.is_punct or t.dep_ == "mark") and t.i > verb.i]
                    yield Joint(by, scene.cover(sentence, words), False, draft.on_behalf_of)


def _agreed(verb: Token, no_acts: frozenset[str]) -> Token | None:
    """What "we" agreed to do, or that somebody is to do."""
    subject = syntax.subject(verb)
    if subject is None or subject.lower_ != "we" or syntax.negated(verb):
        return None
    acts = (c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i)
    act = next((a for a in acts if a.tag_ == "VB" or set(syntax.auxiliaries(a)) & WILL), None)
    return act if act is not None and act.lemma_ not in no_acts else None


def _sides(side: Country, at: int, sentence: Sentence, engagements: Sequence[Engagement]) -> tuple[Country, ...]:
    """The two sides of the engagement told of last before, or in the same sentence."""
    held = [e for e in engagements if e.status.status in HAPPENED and not e.background]
    before = [e for e in held if e.evidence[0].start <= at]
    beside = [e for e in held if sentence.start <= e.evidence[0].start < sentence.end]
    met = (before or beside)[-1:]
    by = sides_of(met[0]) if met else ()
    return by if len(by) == 2 and side in by else ()
