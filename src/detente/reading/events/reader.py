"""Events by PLOVER: who does what to whom, from the engagements, from frames, and from a judge of pairs.

In: a scene, its cast, times and engagements. Out: `EventDraft`s in the order of the text, each once. An engagement is a
CONSULT both ways. Of what a sentence says two sides do to each other a frame speaks first; a judge of the same mind
lends it score and realis, and speaks alone for the pairs of which no frame does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from detente.codebook import Codebook
from detente.model import Actor, Country, Engagement, Quad, Realis, Span, Time, TimeExpression
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.confidence import IN_A_BRIEF
from detente.reading.events.doers import Doer, DoerFinder
from detente.reading.events.frames import FORCE, FrameReader
from detente.reading.events.happening import EventDraft, Happening, open_question
from detente.reading.events.judging import Judge, Verdict, verdicts
from detente.reading.events.pledged import Pledged
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

# Steps of the parse between two sides of which one is a stranger, at most.
FAR = 6
# In a text of more sentences than these a stranger must be told of more than once.
BRIEF = 3
# Where something takes place is a side only of what is done to a place.
DONE_TO_PLACES = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "COERCE", "AID"})
# roots of what is done and not only said
DEEDS = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "AID", "RETREAT", "COOPERATE", "CONCEDE"})
PUT_OFF, HELD = frozenset({"postponed", "rescheduled"}), frozenset({"held", "under_way"})
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class Bar:
    """What a judgement must pass: nothing is less likely than `nothing`, the root at least as likely as `root`, and,
    between officials of one state, as `at_home`; of one sentence the `most` likely events count."""

    nothing: float
    root: float
    at_home: float
    most: int


# of the two directions of a deed both count where the judge is as sure of each: "the two exchanged fire"
BOTH_WAYS = 0.8
# a judge as sure as this of a root of another quad overrules a frame: who calls on an emir on Sunday requests nothing
SURER_THAN_A_FRAME = 0.95
# In a brief every sentence was chosen by whoever wrote it down; in a long text most pairs of sides only stand together.
BRIEF_BAR, LONG_BAR = Bar(0.8, 0.15, 0.15, 10), Bar(0.2, 0.7, 0.8, 6)


@dataclass(frozen=True, slots=True)
class _Stage:
    """What the events of one document are read from."""

    scene: Scene
    cast: Cast
    happening: Happening
    engagements: Sequence[Engagement]

    @property
    def brief(self) -> bool:
        return len(self.scene.sentences) <= BRIEF


class EventReader:
    """Reads events. Without a judge only engagements and frames give any."""

    def __init__(self, codebook: Codebook, judge: Judge | None = None) -> None:
        self.frames, self.judge = FrameReader(codebook), judge
        self.coding: dict[str, Any] = codebook.lexicon("events/engagements")
        self.roots: dict[str, Any] = codebook.lexicon("events/roots")
        self.summonses = frozenset(e.rule for e in codebook.entries("engagements") if e.data.get("summons"))
        words = codebook.lexicon("events/words")
        self.pledged, self.journeys = Pledged(words), frozenset(map(str, words["journeys"]))
        agents = codebook.lexicon("events/agents")
        self.doers = DoerFinder(frozenset(map(str, agents["agents"])), frozenset(map(str, agents["crowds"])))

    def read(
        self, scene: Scene, cast_: Cast, times: Sequence[TimeExpression], engagements: Sequence[Engagement]
    ) -> list[EventDraft]:
        """The events of a document in the order of the text, each once."""
        stage = _Stage(
            scene, cast_, Happening(scene, times, self.coding["governors"], self.coding["untrue"]), engagements
        )
        names = cast_.lexicon.country_names
        consulting = (e for e in engagements if e.rule.split()[0] not in self.summonses)  # who is summoned is told off
        found = [e for engagement in consulting for e in self._consultations(engagement, names)]
        framed = self.frames.read(scene, cast_, stage.happening)
        found += self._judged(stage, framed) if self.judge else framed
        return _without_repeats(sorted(found, key=lambda e: (e.evidence[0].start, e.evidence[0].end)))

    # -- engagements ----------------------------------------------------------------------------

    def _consultations(self, engagement: Engagement, names: Mapping[Country, str]) -> Iterator[EventDraft]:
        """CONSULT, both ways, between the first actors of each two countries of an engagement."""
        code = self.coding["forms"][engagement.form]
        realis = cast(Realis, self.coding["realis"][engagement.status.status])
        if engagement.background and realis == "actual":
            realis = "historical"
        sides: dict[str, Actor] = {}
        for participant in engagement.participants:
            if participant.actor.country:
                sides.setdefault(participant.actor.country, participant.actor)
        visitors = list(sides)
        for place in engagement.places if len(sides) == 1 else ():
            if place.country and place.country not in sides:
                name = names.get(place.country, place.name)
                sides[place.country] = Actor(name, None, None, place.country, "state", True, place.span, (place.span,))
        actors = list(sides.values())[:3]
        for one in actors:
            for other in actors:
                if one is not other and {one.country, other.country} & set(visitors):
                    back = "reverse" in code and other is actors[0]
                    yield EventDraft(
                        one,
                        other,
                        None,
                        "CONSULT",
                        code["mode"],
                        code["reverse"] if back else code["cameo"],
                        ("diplomatic",),
                        "Q1",
                        code["reverse_score"] if back else code["score"],
                        realis,
                        engagement.when,
                        engagement.evidence[:1],
                        f"events/engagements.{engagement.form}",
                        engagement.confidence,
                        engagement.id,
                    )

    # -- judged pairs ---------------------------------------------------------------------------

    def _judged(self, stage: _Stage, framed: Sequence[EventDraft]) -> list[EventDraft]:
        """The frames' events, and the judge's between pairs that no frame speaks of; the two together are surer."""
        assert self.judge is not None
        asked = [(s, self.doers.find(stage.scene, stage.cast, s)) for s in stage.scene.sentences]
        told, bar = (None, BRIEF_BAR) if stage.brief else (_strangers(asked), LONG_BAR)
        heard = list(verdicts(self.judge, stage.scene, asked, lambda s, a, b: _worth_asking(s, a, b, told)))
        framed = [f for f in framed if not self._overruled(f, heard)]
        sure = _likeliest(_best([v for v in heard if _possible(v, bar)]), bar.most)
        sure = [v for v in sure if not self._told(v, stage.engagements) and not self._only_promised(v)]
        drafts = [self._draft(v, stage, framed) for v in sure]
        agreed = [f for f in framed if any(d.code is f.code and d.evidence == f.evidence for d in drafts)]
        alone = [f for f in framed if f not in agreed]
        return [d for d in drafts if not _spoken_of(d, alone) and not _misled(d, framed)] + alone

    def _told(self, verdict: Verdict, engagements: Sequence[Engagement]) -> bool:
        """Whether engagements tell what two sides are judged to do to each other: their consultation in this sentence,
        or that theirs was put off, which breaks nothing off."""
        sides = {verdict.source.actor.country, verdict.target.actor.country}
        sentence = verdict.sentence
        here = [e for e in engagements if any(sentence.start <= s.start < sentence.end for s in e.evidence)]
        if verdict.judgement.root == "SANCTION" and self._their_own_measures(verdict):
            return True
        if verdict.judgement.root == "SANCTION" and self._broken_off_by_none(verdict):
            told = here if sentence.passage.index else engagements  # a headline gives way to the report below it
            put_off = (
                PUT_OFF if syntax.with_particle(_trigger(verdict)) in self.coding["putting_off"] else HELD | PUT_OFF
            )
            return any(e.status.status in put_off and sides <= set(e.countries) for e in told)
        if verdict.judgement.root != "CONSULT":
            return False
        if self._of_a_journey_elsewhere(verdict):
            return True
        guests = {p.actor.country for e in here if e.form == "visit" for p in e.participants}
        hosts = {c for e in here if e.form == "visit" for c in e.countries} - guests  # of one journey: they don't meet
        return sides <= hosts or any(sides <= set(e.countries) for e in here)

    def _their_own_measures(self, verdict: Verdict) -> bool:
        """ "must stop blocking B's sanctions", "condemned B's embargo": what B has imposed is not imposed on B."""
        at = verdict.target.span
        nouns = (t for t in verdict.sentence.tokens if t.lemma_.lower() in self.coding["measures"])
        owners = (c for n in nouns for a in (n, n.head.head) for c in a.children if c.dep_ == "poss")
        start = verdict.sentence.passage.start
        return any(at.start <= start + o.idx < at.end for o in owners)

    def _of_a_journey_elsewhere(self, verdict: Verdict) -> bool:
        """Whether one side only stands in a journey of the other's that goes elsewhere: "X answered the visit of Y to
        Z" tells of no consultation between X and Y."""
        doc = verdict.sentence.passage.doc
        for own, other in ((verdict.source, verdict.target), (verdict.target, verdict.source)):
            above = list(doc[own.head].ancestors)
            journey = next((t for t in above if t.lemma_.lower() in self.journeys), None)
            if journey is None or doc[other.head] in journey.subtree:
                continue
            if any(a.pos_ == "VERB" for a in above[: above.index(journey)]):
                continue
            if any(n.i != own.head for n in syntax.prepositional(journey, "to")):
                return True
        return False

    def _broken_off_by_none(self, verdict: Verdict) -> bool:
        """Whether something is only put off or made shorter: "cut short a visit" breaks off no relations."""
        above = _trigger(verdict)
        verbs = (above, *(c for c in above.children if c.dep_ == "xcomp"))  # "was forced to postpone a visit"
        named = {n for v in verbs for n in (v.lemma_, syntax.with_particle(v), _with_next(v))}
        return bool(named & {*self.coding["putting_off"], *self.coding["shortening"]})

    def _only_promised(self, verdict: Verdict) -> bool:
        """Whether two sides are judged to agree or to give way where a promise is broken, denied or asked for."""
        root, trigger = verdict.judgement.root, _trigger(verdict)
        if root == "AGREE":
            return self.pledged.no_agreement(trigger)
        return root == "CONCEDE" and self.pledged.no_concession(trigger)

    def _overruled(self, frame: EventDraft, heard: Sequence[Verdict]) -> bool:
        """Whether the judge is sure that what a frame tells of its two sides is quite another deed."""
        if frame.target is None or (frame.code is not None and frame.code.data.get("firm")):
            return False
        source, target = frame.source.span, frame.target.span
        return any(
            v.judgement.score >= SURER_THAN_A_FRAME
            and self.roots[v.judgement.root]["quad"] != frame.quad
            and source.meets(v.source.span)
            and target.meets(v.target.span)
            and any(v.sentence.start <= e.start < v.sentence.end for e in frame.evidence)
            for v in heard
        )

    def _draft(self, verdict: Verdict, stage: _Stage, framed: Sequence[EventDraft]) -> EventDraft:
        judgement, sentence = verdict.judgement, verdict.sentence
        root = judgement.root
        trigger = _trigger(verdict)
        when = stage.happening.when(trigger, sentence)
        if when.edtf is None and root == "ASSAULT":
            when = stage.happening.only_old(sentence) or when
        frame = next((f for f in framed if f.root == root and _same_deed(f, verdict)), None)
        # "did not condemn X's attack" denies no attack: the frame knows what the "not" belongs to
        realis = frame.realis if frame is not None and judgement.realis == "denied" else judgement.realis
        if realis == "actual" and trigger.pos_ == "VERB":
            realis = stage.happening.governed(_deed(trigger, verdict)) or realis
        if realis in ("actual", "denied") and trigger.pos_ == "VERB" and open_question(trigger):
            realis = "hypothetical"
        if realis == "actual" and root == "CONCEDE" and self.pledged.promised(trigger) is not None:
            realis = "planned"
        if realis == "actual" and frame is not None and frame.realis in ("planned", "hypothetical", "historical"):
            realis = frame.realis  # "promised X on Monday to release Y": the promise was made, and nobody is free
        if realis == "actual" and (stage.happening.old(when) or _long_begun(trigger)):
            realis = "historical"
        code = self.roots[root]
        assert self.judge is not None
        rule = f"model/{self.judge.name} {judgement.score:.2f}{IN_A_BRIEF if stage.brief else ''}"
        plain = EventDraft(
            verdict.source.actor,
            verdict.target.actor,
            None,
            root,
            None,
            code["cameo"],
            tuple(code["contexts"]),
            cast(Quad, code["quad"]),
            float(code["score"]),
            realis,
            Time(when.edtf, "planned" if realis == "planned" else "actual", when.span),
            (_evidence(trigger, verdict, stage),),
            rule,
            judgement.score,
        )
        if frame is None:
            return plain
        if root == "ASSAULT" and frame.source.span.meets(verdict.target.span):  # who did it to whom the grammar says
            plain = replace(plain, source=verdict.target.actor, target=verdict.source.actor)
        return replace(
            plain, code=frame.code, mode=frame.mode, cameo=frame.cameo, contexts=frame.contexts, score=frame.score,
            when=plain.when if plain.when.edtf else frame.when, evidence=frame.evidence, rule=f"{frame.rule}; {rule}",
        )  # fmt: skip


def _worth_asking(sentence: Sentence, a: Doer, b: Doer, told: Counter[str] | None) -> bool:
    """Whether two sides could do something to each other that the record keeps.

    What an official does to his own state is politics at home; what groups and their state do to each other is told on
    purpose only in a brief. A stranger must be worth telling of and stand near: `told` counts the strangers by their
    noun; None in a brief, where everybody named matters.
    """
    strangers = [s for s in (a, b) if s.actor.country is None]
    if not strangers:
        kinds = (a.actor.kind, b.actor.kind)
        own = told is None and "group" in kinds  # a state and its rebels, its strikers
        return a.actor.country != b.actor.country or "state" not in kinds or own
    if told is None:
        return True
    return all(told[_noun(sentence, s)] > 1 for s in strangers) and _steps(sentence, a, b) <= FAR


def _possible(verdict: Verdict, bar: Bar) -> bool:
    """Likely enough, between sides that can do this: a place does nothing, and little is done to it."""
    a, b, judgement = verdict.source, verdict.target, verdict.judgement
    if a.place or (b.place and judgement.root not in DONE_TO_PLACES) or judgement.nothing >= bar.nothing:
        return False
    one, other = a.actor, b.actor
    at_home = one.country is not None and one.country == other.country and one.official and other.official
    return judgement.score >= (bar.at_home if at_home and judgement.root not in FORCE else bar.root)


def _best(heard: Sequence[Verdict]) -> list[Verdict]:
    """One verdict a sentence for each two countries and root: "Turkey" and "Turkish troops" are one side."""
    best: dict[tuple[object, ...], Verdict] = {}
    for verdict in heard:
        a, b = verdict.source, verdict.target
        abroad = a.actor.country and b.actor.country and a.actor.country != b.actor.country
        sides = (a.actor.country, b.actor.country) if abroad else (a.span, b.span)
        key = (verdict.sentence.index, sides, verdict.judgement.root)
        if key not in best or verdict.judgement.score > best[key].judgement.score:
            best[key] = verdict
    return list(best.values())


def _likeliest(found: Sequence[Verdict], most: int) -> list[Verdict]:
    """The likeliest of each sentence, and of the two ways of what is not mutual the likelier, unless both are sure."""
    ranked = sorted(found, key=lambda v: (-v.judgement.score, v.sentence.index, v.source.head, v.target.head))
    kept: list[Verdict] = []
    counts: Counter[int] = Counter()
    for verdict in ranked:
        both = verdict.judgement.root in MUTUAL or verdict.judgement.score >= BOTH_WAYS
        back = any(_back(k, verdict) and k.judgement.root == verdict.judgement.root for k in kept)
        if counts[verdict.sentence.index] < most and (both or not back):
            kept.append(verdict)
            counts[verdict.sentence.index] += 1
    return kept


def _back(one: Verdict, other: Verdict) -> bool:
    """Whether one is the other's way back: between the same two sides of a sentence, or the same two states."""
    if one.source is other.target and one.target is other.source:
        return True
    there = (one.source.actor.country, one.target.actor.country)
    here = (other.target.actor.country, other.source.actor.country)
    return None not in there and there == here and one.sentence.index == other.sentence.index


def _with_next(verb: Token) -> str:
    """A verb with the word after it: "cut_short"."""
    return f"{verb.lemma_}_{verb.doc[verb.i + 1].lower_}" if verb.i + 1 < len(verb.doc) else verb.lemma_


def _strangers(asked: Sequence[tuple[Sentence, list[Doer]]]) -> Counter[str]:
    """How often each noun stands for somebody of no known state."""
    return Counter(_noun(sentence, d) for sentence, doers in asked for d in doers if d.actor.country is None)


def _noun(sentence: Sentence, doer: Doer) -> str:
    return sentence.passage.doc[doer.head].lemma_.lower()


def _steps(sentence: Sentence, one: Doer, other: Doer) -> int:
    """Steps of the parse from one side to the other."""
    doc = sentence.passage.doc
    up = [doc[one.head], *doc[one.head].ancestors]
    down = [doc[other.head], *doc[other.head].ancestors]
    place = {t.i: n for n, t in enumerate(down)}
    return next((n + place[t.i] for n, t in enumerate(up) if t.i in place), len(up) + len(down))


def _spoken_of(draft: EventDraft, frames: Sequence[EventDraft]) -> bool:
    """Whether a frame tells of the draft's two sides."""
    return draft.target is not None and any(_same_pair(f, draft.source.span, draft.target.span) for f in frames)


def _misled(draft: EventDraft, frames: Sequence[EventDraft]) -> bool:
    """Whether a frame tells, of the same deed of the same side, that it was done to another; or, of what was done to
    the same side, that another did it: "since X invaded Y, Z has been on its guard"."""
    if draft.root != "ASSAULT" or draft.code is not None:
        return False
    told = [
        f for f in frames if f.root == "ASSAULT" and f.target and any(e.meets(draft.evidence[0]) for e in f.evidence)
    ]
    return any(_one_side(draft, f) for f in told) and not any(_same_sides(draft, f) for f in told)


def _one_side(draft: EventDraft, frame: EventDraft) -> bool:
    """Whether one of the sides of what a frame tells is a side of a draft, in whichever part."""
    own = [a for a in (draft.source, draft.target) if a is not None]
    other = [a for a in (frame.source, frame.target) if a is not None]
    return any(a.span.meets(b.span) or (a.country is not None and a.country == b.country) for a in own for b in other)


def _same_sides(draft: EventDraft, frame: EventDraft) -> bool:
    """Whether who did it is the same, and to whom."""
    aimed = draft.target is not None and frame.target is not None and draft.target.span.meets(frame.target.span)
    return aimed and draft.source.span.meets(frame.source.span)


def _long_begun(trigger: Token) -> bool:
    """ "… since X invaded Y": what the sentence counts from is history to it."""
    return trigger.tag_ in ("VBD", "VBN") and any(c.dep_ == "mark" and c.lower_ == "since" for c in trigger.children)


def _same_pair(frame: EventDraft, source: Span, target: Span) -> bool:
    """Whether a frame's event is between the actors at these places, one way or the other."""
    if frame.target is None:
        return False
    one, other = frame.source.span, frame.target.span
    return (one.meets(source) and other.meets(target)) or (one.meets(target) and other.meets(source))


def _same_deed(frame: EventDraft, verdict: Verdict) -> bool:
    """Whether a frame tells of a verdict's two sides: by the same words or, in its sentence, by the same states."""
    if _same_pair(frame, verdict.source.span, verdict.target.span):
        return True
    source, target = verdict.source.actor.country, verdict.target.actor.country
    there = any(verdict.sentence.start <= e.start < verdict.sentence.end for e in frame.evidence)
    states = (frame.source.country, frame.target.country if frame.target is not None else None)
    return there and source is not None and target is not None and source != target and states == (source, target)


def _trigger(verdict: Verdict) -> Token:
    """The word under which both sides stand: what happens between them."""
    doc = verdict.sentence.passage.doc
    source, target = doc[verdict.source.head], doc[verdict.target.head]
    above = [source, *source.ancestors]
    under = {t.i for t in (target, *target.ancestors)}
    common = next((t for t in above if t.i in under), verdict.sentence.tokens.root)
    return syntax.clause_of(common) if common.i in (source.i, target.i) and common.pos_ != "VERB" else common


def _deed(trigger: Token, verdict: Verdict) -> Token:
    """The deed itself in "considered expelling X": the verb over the target, where only deeds are told so."""
    if verdict.judgement.root not in DEEDS:
        return trigger
    target = trigger.doc[verdict.target.head]
    below = (c for c in trigger.children if c.dep_ == "xcomp" and (c == target or c.is_ancestor(target)))
    return next(below, trigger)


def _evidence(trigger: Token, verdict: Verdict, stage: _Stage) -> Span:
    """The clause of the trigger, widened to hold both sides."""
    told = stage.happening.evidence(trigger, verdict.sentence)
    spans = (told, verdict.source.span, verdict.target.span)
    return stage.scene.span(min(s.start for s in spans), max(s.end for s in spans))


def _without_repeats(found: Sequence[EventDraft]) -> list[EventDraft]:
    """The same act between the same sides at the same time, told twice, is one event."""
    seen: dict[tuple[object, ...], EventDraft] = {}
    for draft in found:
        key = (draft.root, draft.mode, _who(draft.source), _who(draft.target), draft.when.edtf, draft.realis)
        if key in seen and draft.engagement is None:
            continue
        seen.setdefault(key if draft.engagement is None else (*key, draft.engagement), draft)
    return list(seen.values())


def _who(actor: Actor | None) -> tuple[object, ...] | None:
    """What tells two actors apart: country and name, and of the nameless the words."""
    if actor is None:
        return None
    return (actor.country, actor.name) if actor.name else (actor.country, None, actor.span.text.lower())
