"""Positions in a side's words: demands, principles, red lines, concerns and the rest.

In: the statements of a document that speak for a state. Out: `PositionDraft`s, one a clause, with holder,
kind, the side they are directed at and their topic. A scholar's views are statements, not positions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from detente.codebook import Codebook
from detente.model import Actor, Country, Engagement, Position, PositionKind, Span
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.engagements.topics import phrase
from detente.reading.scene import Scene
from detente.reading.speech.attribution import Draft
from detente.reading.speech.cues import Cues
from detente.reading.stances.asserted import supposed
from detente.reading.stances.clauses import Segment, items, segments
from detente.reading.stances.narrated import Narrated
from detente.reading.stances.stated import Clause, inside, side_of, thin
from detente.reading.stances.tests import Stances
from detente.reading.stances.together import Together

if TYPE_CHECKING:
    from detente.reading.words import Token

ABOUT = ("on", "about", "over", "regarding", "concerning", "toward", "towards", "against", "of", "for")
TOWARD = ("with", "toward", "towards", "against", "to", "from", "by", "on", "of")
NEAR = 3  # sentences back to the state on which a demand is made by a pronoun
SEVERAL = 4  # sides that each hold what they say together; of more, a body does
JOINTLY = ("demand", "stress", "attitude", "offer", "judge")  # what two sides do as one; who argues does it alone
TOLD = ("say", "argue")  # by words of such force what others hold is only told
CONFIDENCE = {"position": 0.5, "offer": 0.8, "threat": 0.8, "concern": 0.8, "red_line": 0.8}


@dataclass(frozen=True, slots=True)
class PositionDraft:
    """A position before it has a number; `draft` is the statement that says it."""

    draft: Draft
    holder: Actor
    kind: PositionKind
    toward: Country | None
    topic: str
    content: Span
    rule: str

    def position(self, number: int, statement: str | None) -> Position:
        return Position(
            f"p{number}", self.holder, self.kind, self.toward, self.topic, self.content, statement, self.rule,
            CONFIDENCE.get(self.kind, 0.7),
        )  # fmt: skip


class PositionReader:
    """Reads positions by the codebook's kinds, the first entry that fits a clause."""

    def __init__(self, codebook: Codebook) -> None:
        self.stances = Stances(codebook)
        self.cues, self.narrated = Cues(codebook), codebook.lexicon("positions/narrated")

    def read(
        self, scene: Scene, cast_: Cast, drafts: Sequence[Draft], engagements: Sequence[Engagement]
    ) -> list[PositionDraft]:
        """The positions of all statements on a state's behalf, and of states that the reporter tells to be of a mind,
        repeats left out."""
        together = Together(scene, cast_, engagements)
        found: list[PositionDraft] = []
        self.stances.last_told = None
        others = [d for d in drafts if d.teller is not None or _they(d, cast_)]
        told = Narrated(self.narrated, self.cues, scene, cast_).read(drafts)
        for draft in (*(d for d in drafts if not supposed(d)), *told):
            spoken = together.told_by_other(draft)
            holders = _holders(spoken, cast_, together)
            for holder in holders:
                for voice in _voices(spoken):
                    own = (_holder(voice, cast_) if voice is not spoken else None) or holder
                    for segment in segments(scene, voice.content, voice.cue_span):
                        if _of_another(segment, voice, others):
                            continue
                        position = _at_others(self._position(Clause(segment, voice, cast_), own), holders)
                        if position is not None and voice is spoken:
                            position = replace(position, draft=draft)
                        for each in _each_addressed(position, voice, together) if position is not None else ():
                            found += self._listed(each, segment, scene)
        return _without_repeats(found)

    def _listed(self, position: PositionDraft, segment: Segment, scene: Scene) -> list[PositionDraft]:
        """A position, or the several that it lists."""
        entry = next((e for e in self.stances.entries if position.rule.startswith(e.rule)), None)
        listed = items(scene, segment) if entry is not None and entry.data.get("listed") else []
        return [replace(position, content=i.span, topic=_topic(i)) for i in listed] or [position]

    def _position(self, clause: Clause, holder: Actor) -> PositionDraft | None:
        segment, draft, cast_ = clause.segment, clause.draft, clause.cast
        if thin(clause):
            return None
        if (first := self.stances.first(clause)) is None:
            return None
        entry, toward = first
        kind = cast(PositionKind, entry.data["kind"])
        toward = toward or _toward(segment, draft, cast_)
        if toward is None and kind == "demand":
            toward = self.stances.last_told or _named_before(segment, draft, cast_)
        self.stances.last_told = toward if kind == "demand" and toward else self.stances.last_told
        return PositionDraft(draft, holder, kind, toward, _topic(segment), segment.span, draft.ruled(entry.rule))


def _each_addressed(position: PositionDraft, voice: Draft, together: Together) -> list[PositionDraft]:
    """ "urged both countries to resume talks": a demand on each of them."""
    cue = voice.sentence.passage.doc[voice.cue.token] if voice.cue is not None else None
    if position.kind != "demand" or cue is None or voice.kind == "direct":
        return [position]
    heard = [*(c for c in cue.children if c.dep_ in ("dobj", "dative")), *syntax.prepositional(cue, "on", "upon", "to")]
    clauses = [c for c in cue.children if c.dep_ in ("ccomp", "xcomp")]
    heard += [s for c in clauses if (s := syntax.subject(c)) is not None]  # "urged that both sides stop"
    sides = next((found for noun in heard if (found := together.addressed(noun, voice.sentence))), ())
    others = [c for c in sides if c != position.holder.country]
    return [replace(position, toward=c) for c in others] if len(others) > 1 else [position]


def _of_another(segment: Segment, voice: Draft, others: Sequence[Draft]) -> bool:
    """Whether a clause only tells what another says or holds: "X said that Y believes …" holds nothing of X's."""
    plain = voice.kind == "direct" or voice.cue is None or voice.cue.force in TOLD
    verb = segment.verb
    if verb is None or not plain or any(c.tag_ in ("MD", "TO") for c in verb.children):
        return False  # "Y must say that …" is asked of Y
    return any(
        o.cue is not None
        and o is not voice
        and o.sentence is segment.sentence
        and o.cue.token == verb.i
        and segment.span.start <= o.content.start
        for o in others
    )  # fmt: skip


def _they(draft: Draft, cast_: Cast) -> bool:
    """Whether a statement is made by "they", whoever they are: by others than the one in whose words they say it."""
    return draft.speaker is not None and draft.speaker.span.text.lower() in cast_.lexicon.words["plural"]


def _at_others(position: PositionDraft | None, holders: Sequence[Actor]) -> PositionDraft | None:
    """A position, directed at none of those who hold it."""
    own = position is not None and position.toward in {position.holder.country, *(h.country for h in holders)}
    return replace(position, toward=None) if position is not None and own else position


def _voices(draft: Draft) -> list[Draft]:
    """A statement, or what it says that its principal said, where that is most of it."""
    if draft.cue is not None and draft.cue.force == "demand":
        return [draft]  # "asked that Y take it back": Y has not done it
    whole = draft.content.end - draft.content.start
    inner = [
        n
        for n in draft.nested
        if n.content.start >= draft.content.start and 2 * (n.content.end - n.content.start) > whole
    ]
    return inner or [draft]


def _holders(draft: Draft, cast_: Cast, together: Together) -> list[Actor]:
    """Who holds what a statement says: each of those who say it together, else its speaker."""
    told = draft.cue is not None and draft.kind != "direct" and draft.cue.force in JOINTLY
    pair = together.spoken(draft) if told else ()
    if draft.speaker is not None and 2 <= len(pair) <= SEVERAL:
        return [replace(draft.speaker, country=c, official=True) for c in pair]
    holder = _holder(draft, cast_)
    return [holder] if holder is not None else []


def _holder(draft: Draft, cast_: Cast) -> Actor | None:
    """Who holds what a statement says: its speaker; for a document, the official whose words it gives."""
    if draft.on_behalf_of is None:
        return None
    if draft.speaker is not None and draft.speaker.official and draft.speaker.country:
        return draft.speaker
    if draft.principal is not None and draft.principal.spans:
        inside = [s for s in draft.principal.spans if draft.content.start <= s.start < draft.content.end]
        return draft.principal.actor((inside or draft.principal.spans)[0])
    return None


def _toward(segment: Segment, draft: Draft, cast_: Cast) -> Country | None:
    """The side addressed, else the clause's subject, else the first other country that the clause names."""
    own = draft.on_behalf_of
    if draft.addressee is not None and draft.addressee.official and draft.addressee.country not in (None, own):
        return draft.addressee.country
    if segment.lead is not None and (subject := syntax.subject(segment.lead)) is not None:
        side = side_of(subject, segment.sentence, cast_)
        if side not in (None, own) and not Clause(segment, draft, cast_).own_subject():
            return side
    for token in inside(segment):
        pointed = token.dep_ == "dobj" or (token.dep_ == "pobj" and token.head.lower_ in TOWARD)
        for noun in [token, *(c for c in token.children if c.dep_ == "poss")] if pointed else []:
            side = side_of(noun, segment.sentence, cast_)
            if side not in (None, own):
                return side
    return None


def _named_before(segment: Segment, draft: Draft, cast_: Cast) -> Country | None:
    """The other state told of last before a demand on "it", "his counterpart", "the neighbour"."""
    before = (
        (n, m)
        for n, m in reversed(list(enumerate(cast_.mentions)))
        if segment.sentence.index - NEAR <= m.sentence <= segment.sentence.index and m.kind in ("state", "person")
    )
    found = (e.country for n, m in before if (e := cast_.entities.get(n)) is not None and e.official)
    return next((c for c in found if c not in (None, draft.on_behalf_of)), None)


def _topic(segment: Segment) -> str:
    """What a clause is about: the noun after on, about, over …, else its object, else its subject."""
    words = sorted(inside(segment), key=lambda t: (_depth(t, segment.verb), t.i))
    for prepositions in (ABOUT[:5], ABOUT[5:]):
        for token in words:
            if (
                token.dep_ == "pobj"
                and token.head.lower_ in prepositions
                and _depth(token, segment.verb) <= 4
                and (text := phrase(token))
            ):
                return text
        objects = (phrase(t) for t in words if t.dep_ == "dobj")
        if (text := next((o for o in objects if o), None)) is not None:
            return text
    for dependency in ("pobj", "attr", "nsubj", "nsubjpass", "ROOT"):
        for token in words:
            if token.dep_ == dependency and (text := phrase(token)):
                return text
    return segment.span.text


def _depth(token: Token, verb: Token | None) -> int:
    """Steps up from a token to the clause's verb, or to its root."""
    steps = 0
    while token.head != token and token != verb:
        token, steps = token.head, steps + 1
    return steps


def _without_repeats(found: Sequence[PositionDraft]) -> list[PositionDraft]:
    """A position told twice in a document (headline and body), or in words that run into each other, stays once, in its
    fullest wording."""
    kept: list[PositionDraft] = []
    for draft in sorted(found, key=lambda p: -len(p.content.text)):
        twin = any(
            k.kind == draft.kind
            and k.holder.country == draft.holder.country
            and _plain(draft.content) in _plain(k.content)
            and not _to_another(draft, k)
            for k in kept
        )
        if not twin:
            kept.append(draft)
    ordered = sorted(kept, key=lambda p: (p.content.start, p.content.end))
    return [p for n, p in enumerate(ordered) if not any(_goes_over(p, o) for o in ordered[:n])]


def _goes_over(later: PositionDraft, earlier: PositionDraft) -> bool:
    """Whether a position says most of what another of the same holder and kind has begun to say."""
    one, other = later.content, earlier.content
    shared = min(one.end, other.end) - max(one.start, other.start)
    same = (later.kind, later.holder.country) == (earlier.kind, earlier.holder.country)
    return same and not _to_another(later, earlier) and 2 * shared > min(one.end - one.start, other.end - other.start)


def _to_another(one: PositionDraft, other: PositionDraft) -> bool:
    """Whether the same words are directed at two sides: "urged both of them to …"."""
    return one.content == other.content and None not in (one.toward, other.toward) and one.toward != other.toward


def _plain(span: Span) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", span.text).lower().split())
