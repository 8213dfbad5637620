"""Positions in a side's words: demands, principles, red lines, concerns and the rest.

In: the statements of a document that speak for a state. Out: `PositionDraft`s, one a clause, with holder,
kind, the side they are directed at and their topic. A scholar's views are statements, not positions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from detente.codebook import Codebook, Entry
from detente.model import Actor, Country, Position, PositionKind, Span
from detente.reading import syntax
from detente.reading.attribution import Draft
from detente.reading.cast import Cast
from detente.reading.clauses import Segment, segments
from detente.reading.scene import Scene, Sentence
from detente.reading.topics import phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

ABOUT = ("on", "about", "over", "regarding", "concerning", "toward", "towards", "against", "of", "for")
TOWARD = ("with", "toward", "towards", "against", "to", "from", "by", "on", "of")
# a clause set off by commas that only describes: ", which rises in X"
ASIDE = re.compile(
    r",\s(?:(?:in|of|for|from|by|to|on|with|through)\s)?(?:which|whose|who|whom|where)\b[^,;.]*", re.IGNORECASE
)
NEAR = 3  # sentences back to the state on which a demand is made by a pronoun
ADDRESSING = ("order", "wish")
CONFIDENCE = {"demand": 0.8, "principle": 0.7, "concern": 0.7, "position": 0.6}


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
            CONFIDENCE.get(self.kind, 0.6),
        )  # fmt: skip


class PositionReader:
    """Reads positions by the codebook's kinds, the first entry that fits a clause."""

    def __init__(self, codebook: Codebook) -> None:
        self.last_told: Country | None = None
        self.entries = [
            (e, [re.compile(p, re.IGNORECASE) for p in e.words("patterns")]) for e in codebook.entries("positions")
        ]
        self.own = {e.id: [re.compile(p, re.IGNORECASE) for p in e.words("own")] for e, _ in self.entries}

    def read(self, scene: Scene, cast_: Cast, drafts: Sequence[Draft]) -> list[PositionDraft]:
        """The positions of all statements on a state's behalf, repeats left out."""
        found: list[PositionDraft] = []
        self.last_told = None
        for draft in drafts:
            holder = _holder(draft, cast_)
            if holder is None:
                continue
            for voice in _voices(draft):
                own = _holder(voice, cast_) or holder
                found += [
                    p
                    for s in segments(scene, voice.content, voice.cue_span)
                    if (p := self._position(s, voice, own, cast_)) is not None
                ]
        return _without_repeats(found)

    def _position(self, segment: Segment, draft: Draft, holder: Actor, cast_: Cast) -> PositionDraft | None:
        for entry, patterns in self.entries:
            toward, fits = self._fits(entry, patterns, segment, draft, cast_)
            if fits and len(segment.span.text.split()) > 1:
                kind = cast(PositionKind, entry.data["kind"])
                toward = toward or _toward(segment, draft, cast_)
                pointed = draft.cue is not None and (draft.cue.frame in ADDRESSING or bool(entry.data.get("listed")))
                if toward is None and kind == "demand" and pointed:
                    toward = self.last_told or _named_before(segment, draft, cast_)
                self.last_told = toward if kind == "demand" and toward else self.last_told
                return PositionDraft(
                    draft, holder, kind, toward, _topic(segment), segment.span, draft.ruled(entry.rule)
                )
        return None

    def _fits(
        self, entry: Entry, patterns: Sequence[re.Pattern[str]], segment: Segment, draft: Draft, cast_: Cast
    ) -> tuple[Country | None, bool]:
        force = draft.cue.force if draft.cue is not None and not _unsaid(draft) else ""
        if force in entry.words("force"):
            return None, True
        text = ASIDE.sub("", segment.span.text) if entry.data.get("main") else segment.span.text
        if any(p.search(text) for p in patterns):
            if not entry.data.get("other"):
                return None, True
            told = _bearer(entry, segment, draft, cast_) or (self.last_told if _joined_on(segment) else None)
            return told, told is not None
        if any(p.search(segment.span.text) for p in self.own.get(entry.id, ())):
            return None, not _of_others(segment, draft, cast_)
        if entry.data.get("wished"):
            told = self._wished(segment, draft, cast_)
            return told, told is not None
        if entry.data.get("refusals"):
            return None, self._refused(entry, segment, draft, cast_)
        if entry.data.get("modals"):
            told = self._told(entry, segment, draft, cast_)
            return told, told is not None
        return None, False

    def _wished(self, segment: Segment, draft: Draft, cast_: Cast) -> Country | None:
        """The other side in "wants X to …"."""
        if draft.cue is None or draft.cue.frame != "wish":
            return None
        first = next((t for t in _inside(segment) if t.dep_ in ("nsubj", "dobj", "nsubjpass")), None)
        told = _side(first, segment.sentence, cast_) if first is not None else None
        return told if told != draft.on_behalf_of else None

    def _refused(self, entry: Entry, segment: Segment, draft: Draft, cast_: Cast) -> bool:
        """Whether a side says of itself that it cannot or will not."""
        lead = segment.lead
        if lead is None or not syntax.negated(lead) or not set(syntax.auxiliaries(lead)) & set(entry.words("refusals")):
            return False
        subject = syntax.subject(lead) or syntax.passive_subject(lead)
        own = subject is not None and _side(subject, segment.sentence, cast_) == draft.on_behalf_of
        return own or (subject is not None and subject.lower_ in cast_.lexicon.words["first"])

    def _told(self, entry: Entry, segment: Segment, draft: Draft, cast_: Cast) -> Country | None:
        """The other side that is told what it should do."""
        lead = segment.lead
        if lead is None:
            return None
        helpers = set(syntax.auxiliaries(lead))
        infinitive = next((c for c in lead.children if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VB"), None)
        subject = syntax.subject(lead) or syntax.passive_subject(lead)
        if (
            lead.lemma_ in entry.words("lemmas")
            and infinitive is not None
            and (inner := syntax.subject(infinitive)) is not None
        ):
            told = _side(inner, segment.sentence, cast_)
            return told if told != draft.on_behalf_of else None
        subjunctive = (
            (lead.tag_ == "VB" or _bare_form(lead, subject))
            and not helpers
            and draft.cue is not None
            and draft.cue.force in entry.words("insisting")
        )
        must = (
            subjunctive
            or helpers & set(entry.words("modals"))
            or (lead.lemma_ in entry.words("auxiliaries") and (infinitive is not None or syntax.bidden(lead)))
            or (lead.tag_ == "MD" and lead.lower_ in entry.words("modals"))
        )
        told = _side(subject, segment.sentence, cast_) if must and subject is not None else None
        if told is not None and told == draft.on_behalf_of and syntax.is_passive(lead):
            return self.last_told
        if subjunctive and subject is not None and subject.pos_ == "PRON" and told in (None, draft.on_behalf_of):
            return self.last_told
        self.last_told = told if told != draft.on_behalf_of and told is not None else self.last_told
        return told if told != draft.on_behalf_of else None


def _unsaid(draft: Draft) -> bool:
    """ "no longer demands X", "invited X to visit": the words are not demanded, or threatened, or offered."""
    if draft.cue is None:
        return False
    cue = draft.sentence.passage.doc[draft.cue.token]
    guest = set(draft.content.text.lower().split()[:2]) & set(draft.cue.entry.words("guests"))
    return bool(guest) or (cue.pos_ == "VERB" and syntax.negated(cue))


def _of_others(segment: Segment, draft: Draft, cast_: Cast) -> bool:
    """Whether the clause tells what another side is to do ("hopes that X will respond")."""
    subject = syntax.subject(segment.lead) if segment.lead is not None else None
    return subject is not None and _side(subject, segment.sentence, cast_) not in (None, draft.on_behalf_of)


def _bare_form(lead: Token, subject: Token | None) -> bool:
    """ "insists that Oman reopen the road": a plain form after one subject asks for it."""
    return (lead.tag_ == "VBP" and subject is not None and subject.tag_ in ("NNP", "NN")) or (
        lead.tag_ == "VBP" and (subject is not None and subject.lower_ in ("it", "he", "she"))
    )


def _bearer(entry: Entry, segment: Segment, draft: Draft, cast_: Cast) -> Country | None:
    """The other side on whom a duty lies: the subject of "has to", or X in "up to X", "the onus is on X"."""
    bearers = entry.words("bearers")
    for token in _inside(segment):
        told = token.dep_ in ("nsubj", "nsubjpass")
        told = told or (token.dep_ == "pobj" and token.head.head.lemma_.lower() in bearers)
        side = _side(token, segment.sentence, cast_) if told else None
        if side not in (None, draft.on_behalf_of):
            return side
    return None


def _joined_on(segment: Segment) -> bool:
    """Whether a clause goes on from the one before it in the same words."""
    return segment.verb is not None and segment.verb is not segment.lead


def _voices(draft: Draft) -> list[Draft]:
    """A statement, or what it says that its principal said, where that is most of it."""
    whole = draft.content.end - draft.content.start
    inner = [
        n
        for n in draft.nested
        if n.content.start >= draft.content.start and 2 * (n.content.end - n.content.start) > whole
    ]
    return inner or [draft]


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


def _side(token: Token, sentence: Sentence, cast_: Cast) -> Country | None:
    actor = cast_.actor(token, sentence)
    if actor is not None and (actor.official or actor.kind == "state"):
        return actor.country
    return cast_.country_beside(token, sentence)


def _toward(segment: Segment, draft: Draft, cast_: Cast) -> Country | None:
    """The side addressed, else the clause's subject, else the first other country that the clause names."""
    own = draft.on_behalf_of
    if draft.addressee is not None and draft.addressee.official and draft.addressee.country not in (None, own):
        return draft.addressee.country
    if segment.lead is not None and (subject := syntax.subject(segment.lead)) is not None:
        side = _side(subject, segment.sentence, cast_)
        if side not in (None, own):
            return side
    for token in _inside(segment):
        pointed = token.dep_ == "dobj" or (token.dep_ == "pobj" and token.head.lower_ in TOWARD)
        for noun in [token, *(c for c in token.children if c.dep_ == "poss")] if pointed else []:
            side = _side(noun, segment.sentence, cast_)
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


def _inside(segment: Segment) -> list[Token]:
    first = segment.span.start - segment.sentence.passage.start
    last = segment.span.end - segment.sentence.passage.start
    return [t for t in segment.sentence.tokens if first <= t.idx < last]


def _topic(segment: Segment) -> str:
    """What a clause is about: the noun after on, about, over …, else its object, else its subject."""
    inside = sorted(_inside(segment), key=lambda t: (_depth(t, segment.verb), t.i))
    for prepositions in (ABOUT[:5], ABOUT[5:]):
        for token in inside:
            if (
                token.dep_ == "pobj"
                and token.head.lower_ in prepositions
                and _depth(token, segment.verb) <= 4
                and (text := phrase(token))
            ):
                return text
        objects = (phrase(t) for t in inside if t.dep_ == "dobj")
        if (text := next((o for o in objects if o), None)) is not None:
            return text
    for dependency in ("pobj", "attr", "nsubj", "nsubjpass", "ROOT"):
        for token in inside:
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
    """A position told twice in a document (headline and body) stays once, in its fullest wording."""
    kept: list[PositionDraft] = []
    for draft in sorted(found, key=lambda p: -len(p.content.text)):
        twin = any(
            k.kind == draft.kind
            and k.holder.country == draft.holder.country
            and _plain(draft.content) in _plain(k.content)
            for k in kept
        )
        if not twin:
            kept.append(draft)
    return sorted(kept, key=lambda p: (p.content.start, p.content.end))


def _plain(span: Span) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", span.text).lower().split())
