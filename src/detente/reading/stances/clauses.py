"""The clauses of words that someone said: what positions and commitments are read from.

In: a scene and a content span, which may run over sentences. Out: `Segment`s, one a coordinated clause,
each with its verb, so that "should do A, stop B and end C" is three.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.model import Span
from detente.reading import syntax
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

CONCEDING = frozenset({"although", "though", "whereas"})
PEERS = frozenset({"conj", "dep", "parataxis"})
OPENERS = frozenset({"aux", "neg", "nsubj", "nsubjpass", "advmod", "auxpass"})
DONE_TO = frozenset({"dobj", "prep", "ccomp", "xcomp", "dative"})
EDGE = " \t\n,;:.–—-"


@dataclass(frozen=True, slots=True)
class Segment:
    """One clause of some words. `lead` is the first verb of the coordination it belongs to."""

    sentence: Sentence
    span: Span
    verb: Token | None
    lead: Token | None


def segments(scene: Scene, content: Span, cue: Span | None = None) -> Iterator[Segment]:
    """The segments of a content span, in order; `cue` is the verb of saying, which may stand in the midst of it."""
    for sentence in scene.sentences:
        if sentence.end <= content.start or sentence.start >= content.end:
            continue
        inside = [t for t in sentence.tokens if content.start <= scene.at(t, sentence) < content.end]
        if inside:
            said = {t.i for t in inside if cue is not None and cue.start <= scene.at(t, sentence) < cue.end}
            yield from _of_sentence(scene, sentence, inside, said)


def _of_sentence(scene: Scene, sentence: Sentence, inside: list[Token], said: set[int]) -> Iterator[Segment]:
    if inside[0].tag_ == "TO":
        yield from _infinitives(scene, sentence, inside)
        return
    ids = {t.i for t in inside} - said
    verbs = [
        t
        for t in inside
        if t.i in ids and t.pos_ in ("VERB", "AUX") and t.dep_ not in ("aux", "auxpass", "amod", "compound")
    ]
    lead = next((v for v in verbs if v.head.i not in ids or v.dep_ == "ROOT"), None)
    peers = [lead] if lead is not None else []
    for verb in verbs:
        peer = _conceded(verb) or (verb.dep_ in PEERS and not _broken(verb, said))
        joined = peer and (verb.head in peers or verb.head.i not in ids)
        if verb is not lead and lead is not None and joined:
            peers.append(verb)
    if lead is not None and (syntax.bidden(lead) or _asked_for(lead)):
        peers += [v for v in _deeds_listed(inside) if v.i in ids and v not in peers and v.i > lead.i]
    peers = [v for v in peers if not _says_which(v)]
    peers.sort(key=lambda v: v.i)
    peers = [
        v
        for n, v in enumerate(peers)
        if n + 1 == len(peers) or any(c.i > v.i and c.dep_ not in ("conj", "cc", "punct") for c in v.children)
    ]
    if len(peers) < 2:
        yield Segment(sentence, _span(scene, sentence, inside), lead, lead)
        return
    starts = [inside[0].i, *(_start(v) for v in peers[1:])]
    starts = [s - 1 if s > inside[0].i and lead is not None and lead.doc[s - 1].tag_ == "TO" else s for s in starts]
    for n, verb in enumerate(peers):
        stop = starts[n + 1] if n + 1 < len(starts) else inside[-1].i + 1
        part = [t for t in inside if starts[n] <= t.i < stop]
        while part and (part[-1].dep_ == "cc" or (part[-1].is_punct and part[-1].text not in '”"’')):
            part = part[:-1]
        if part:
            yield Segment(sentence, _span(scene, sentence, part), verb, peers[0])


def _conceded(verb: Token) -> bool:
    """ "…, although the door was open": a clause of its own, set against the one before it."""
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark" and c.i < verb.i}
    return verb.dep_ == "advcl" and verb.i > verb.head.i and bool(marks & CONCEDING)


def _broken(verb: Token, said: set[int]) -> bool:
    """ "What worries us, he said, is X": the verb that an aside cut off, which the parser joined to that of saying."""
    return verb.head.i in said and not any(c.dep_ == "cc" and c.i < verb.i for c in verb.head.children)


def _asked_for(lead: Token) -> bool:
    """ "that X pull back its troops, …": a bare form with a subject."""
    subject = next((c for c in lead.children if c.dep_ == "nsubj"), None)
    return lead.tag_ in ("VB", "VBP") and subject is not None and subject.tag_ in ("NNP", "NN", "PRP")


def _deeds_listed(inside: list[Token]) -> list[Token]:
    """ "stop B" and "end C" of "ought to do A, stop B and end C", wherever the parser hung them: base forms without a
    subject after a comma, and the last one after "and"."""
    firsts = [t for t in inside if _opens_deed(t, ",")]
    if not firsts:
        return []
    lasts = [t for t in inside if t.i > firsts[0].i and (_opens_deed(t, "and") or _opens_deed(t, "or"))]
    return sorted({t.i: t for t in (*firsts, *lasts)}.values(), key=lambda t: t.i) if lasts else []


def _opens_deed(verb: Token, mark: str) -> bool:
    misread = verb.tag_ == "NN" and any(c.dep_ in ("dobj", "prt") for c in verb.children)  # "hand over X"
    if not (verb.tag_ == "VB" or misread) or verb.i < 2:
        return False
    if any(c.dep_ in ("nsubj", "aux") and c.tag_ != "TO" for c in verb.children):
        return False
    before = verb.doc[verb.i - 1]
    return (verb.doc[verb.i - 2] if before.tag_ == "TO" else before).lower_ == mark


def _infinitives(scene: Scene, sentence: Sentence, inside: list[Token]) -> Iterator[Segment]:
    """ "to do A, to stop B and to end C": one segment an infinitive, whatever the parser made of the list."""
    starts = [
        n
        for n, t in enumerate(inside)
        if t.tag_ == "TO" and (n == 0 or inside[n - 1].lower_ in (",", ";", "and", "or"))
    ]
    starts = sorted({*starts, *_without_to(inside, [_deed_at(inside, n) for n in starts])})
    verbs = [_deed_at(inside, n) for n in starts]
    for k, first in enumerate(starts):
        part = inside[first : starts[k + 1] if k + 1 < len(starts) else len(inside)]
        while part and (part[-1].dep_ == "cc" or part[-1].lower_ in (",", ";", "and", "or")):
            part = part[:-1]
        yield Segment(sentence, _span(scene, sentence, part), verbs[k], verbs[0])


def _deed_at(inside: list[Token], start: int) -> Token | None:
    """The verb of an infinitive that begins at a place."""
    return next((t for t in inside[start : start + 4] if t.tag_ == "VB" or t.pos_ in ("VERB", "AUX")), None)


def _without_to(inside: list[Token], deeds: Sequence[Token | None]) -> Iterator[int]:
    """Where "reopen" stands in "to withdraw its troops and reopen the border": a deed of its own, with what it is done
    to; "maintain and extend the line" is one. `deeds` are the verbs of the infinitives before."""
    listed = {t.i for t in deeds if t is not None}
    for n, verb in enumerate(inside):
        above, opening = verb.head, inside[n - 1].lower_ if n else ""
        if verb.tag_ != "VB" or verb.dep_ not in PEERS or opening not in (",", "and") or above.i not in listed:
            continue
        done_to = [[c.i for c in v.children if c.dep_ in DONE_TO and c.i > v.i] for v in (above, verb)]
        if done_to[1] and any(i < verb.i for i in done_to[0]):
            listed.add(verb.i)
            yield n


def _says_which(verb: Token) -> bool:
    """ "…, and that is the toll": what was meant by the clause before."""
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return verb.dep_ == "conj" and verb.lemma_ == "be" and own is not None and own.lower_ in ("that", "this", "it")


def _start(verb: Token) -> int:
    """Where a coordinated clause begins: at its own subject, auxiliary or negation, else at the verb."""
    own = [c.i for c in verb.children if c.i < verb.i and (c.dep_ in OPENERS or c.lower_ in CONCEDING)]
    lefts = [c.left_edge.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i]
    return min([verb.i, *own, *lefts])


def _span(scene: Scene, sentence: Sentence, tokens: list[Token]) -> Span:
    covered = scene.cover(sentence, tokens)
    start, end = covered.start, covered.end
    while start < end and scene.text[start] in EDGE:
        start += 1
    while end > start and scene.text[end - 1] in EDGE:
        end -= 1
    return scene.span(start, end)


def items(scene: Scene, segment: Segment) -> list[Segment]:
    """What a clause lists after a colon, one by one: "three demands: the return of X, an apology and …"."""
    sentence, end = segment.sentence, segment.span.end
    tokens = [t for t in sentence.tokens if segment.span.start <= scene.at(t, sentence) < end]
    colon = next((n for n, t in enumerate(tokens) if t.text == ":"), None)
    after = [t for t in tokens[colon + 1 :] if not t.is_space] if colon is not None else []
    ids = {t.i for t in after}
    first = next((t for t in after if t.head.i not in ids), None)
    heads = [t for t in syntax.conjuncts(first) if t.i in ids] if first is not None else []
    if first is None or len(heads) < 2 or first.left_edge.i > after[0].i + 1:
        return []
    starts = [after[0].i, *(h.left_edge.i if h.tag_ != "VB" else _to_of(h) for h in heads[1:]), after[-1].i + 1]
    parts = [[t for t in after if a <= t.i < b] for a, b in pairwise(starts)]
    bare = [_unjoined(p) for p in parts]
    return [Segment(sentence, _span(scene, sentence, p), h, h) for p, h in zip(bare, heads) if p]


def _to_of(verb: Token) -> int:
    """Where "to" of an infinitive stands, else the infinitive itself."""
    return next((c.i for c in verb.children if c.tag_ == "TO" and c.i < verb.i), verb.i)


def _unjoined(part: list[Token]) -> list[Token]:
    while part and (part[-1].dep_ == "cc" or part[-1].is_punct or part[-1].is_space):
        part = part[:-1]
    return part


def object_noun(verb: Token, *prepositions: str) -> Iterator[Token]:
    """What a verb is done to: its objects, and those of its prepositions, coordinated ones included."""
    for child in verb.children:
        if child.dep_ in ("dobj", "oprd", "attr"):
            yield from syntax.conjuncts(child)
    passive = syntax.passive_subject(verb) if syntax.is_passive(verb) else None
    if passive is not None:
        yield from syntax.conjuncts(passive)
    yield from syntax.prepositional(verb, *prepositions)
