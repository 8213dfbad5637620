"""The form of an engagement where its words alone do not tell it: "conversations" in a text without a telephone,
a conference that two chair, what is held at a place.

In: a trigger with who and where, and the document. Out: a form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from detente.model import Form
from detente.reading import syntax
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.party import Attendance
from detente.reading.engagements.passes.described import as_its_subject, hosted_as
from detente.reading.engagements.sides.gatherings import Gatherings
from detente.reading.engagements.triggers import Trigger, TriggerFinder

if TYPE_CHECKING:
    from detente.reading.words import Token


NEAR = 4  # sentences back to the telephone that two are told to have talked on


class Forms:
    """Reads forms by a codebook's words."""

    def __init__(self, words: Mapping[str, Sequence[str]], gatherings: Gatherings, finder: TriggerFinder) -> None:
        self.words, self.gatherings, self.finder = words, gatherings, finder

    def of(self, trigger: Trigger, attendance: Attendance, context: Context) -> Form:
        """The form."""
        if self.gatherings.of_members(trigger, attendance, context.cast):
            return self.gatherings.form(trigger, attendance)
        if attendance.held_at and "at_place" in trigger.entry.data:
            return cast(Form, trigger.entry.data["at_place"])
        hosted = hosted_as(trigger, self.words, attendance.parties)
        if (told := hosted or as_its_subject(trigger, self.words)) is not None:
            return told
        if trigger.form == "call" and not trigger.noun and self._went_there(trigger.token):
            return "talks"
        if trigger.form == "call" and not trigger.noun and self._met_before(trigger, context):
            return "talks"
        if trigger.form == "call" and not trigger.noun and self._by_nobody(trigger.token, attendance):
            return "talks"
        if trigger.form == "talks" and self._on_the_line(trigger, attendance, context):
            return "call"
        if trigger.form == "summit_session" and self._of_two(trigger, attendance):
            return "meeting"
        alone = trigger.noun and trigger.first == trigger.token.i
        partners = list(syntax.prepositional(trigger.token, "with", "between"))
        conversed = alone and trigger.token.lemma_.lower() in self.words["conversations"]
        if conversed and trigger.form == "call":
            faced = attendance.held_at or not partners or self._seen(partners) or not self._telephoned(context)
            return "talks" if faced else trigger.form
        if trigger.object_kind == "gathering" and (thing := self.gatherings.attended(trigger)) is not None:
            if thing.lemma_.lower() == "meeting" and self._of_ministers(thing):
                return "meeting"
            sides = {p.country for p in attendance.parties if p.country}
            theirs = trigger.token.lemma_ in self.words["presiding_verbs"] and len(sides) == 2
            if theirs and thing.lemma_.lower() in self.words["tables"]:
                return "talks"
            return "ceremony" if thing.lemma_.lower() in self.words["ceremonies"] else "summit_session"
        return trigger.form

    def in_the_end(self, trigger: Trigger, attendance: Attendance) -> Form | None:
        """The form that who sits there gives to what is told in words for talks or for a meeting; None where it is
        theirs."""
        if trigger.form == "meeting" and self._of_teams(trigger):
            return "talks"
        return "meeting" if trigger.form != "meeting" and self._face_to_face(trigger, attendance) else None

    def _of_two(self, trigger: Trigger, attendance: Attendance) -> bool:
        """ "X held a summit meeting with Y": two persons of two states, and no gathering."""
        noun, people = trigger.token, [p for p in attendance.parties if p.actor.kind == "person"]
        held = trigger.noun and noun.dep_ == "dobj" and noun.head.lemma_ in self.words["holding_verbs"]
        between = noun.lemma_.lower() == "meeting" and any(c.lower_ in ("a", "an") for c in noun.children)
        with_whom = any(True for at in (noun, noun.head) for _ in syntax.prepositional(at, "with"))
        return held and between and with_whom and len(people) == len({p.country for p in people}) == 2

    def _face_to_face(self, trigger: Trigger, attendance: Attendance) -> bool:
        """ "The two presidents, X and Y, discussed the border in Z", "a conversation with X in Z", "a bilateral session
        with Y": persons of two states who talk in one place meet, where nothing else tells of talks."""
        named = {p.country for p in attendance.parties if p.country and p.actor.kind == "person"}
        word = trigger.token.lemma_.lower()
        if trigger.noun and word in self.words["conversations"]:
            return True
        if trigger.noun or len(named) < 2:
            return len(named) > 1 and word == "session" and any(c.lower_ == "bilateral" for c in trigger.token.children)
        aside = any(t.lemma_.lower() in self.words["sidelines"] for t in trigger.token.subtree)
        return (attendance.held_at or aside) and word in [*self.words["conversing"], *self.words["airing_verbs"]]

    def _of_ministers(self, meeting: Token) -> bool:
        """ "attends a meeting of NATO ministers": of ministers or officials, and no summit."""
        people = [t for t in syntax.prepositional(meeting, "of") if t.tag_ == "NNS"]
        heads = any(c.lower_ == "prime" for t in people for c in t.lefts)
        return any(t.lemma_.lower() in self.words["below_heads"] for t in people) and not heads

    def _of_teams(self, trigger: Trigger) -> bool:
        """ "Negotiators from X and Y met", "the two sides meet again", "the next meeting of the joint commission": who
        sits for a state and not for himself talks business."""
        if trigger.noun:
            heads = list(syntax.prepositional(trigger.token, "of", "between"))
            bodies = [*self.words["negotiating"], *self.words["joint_bodies"]]
            return any(h.lemma_.lower() in bodies for h in heads)
        subject = syntax.subject(trigger.token)
        heads = list(syntax.conjuncts(subject)) if subject is not None else []
        return any(h.tag_ in ("NNS", "NNPS") and h.lemma_.lower() in self.words["negotiating"] for h in heads)

    def _on_the_line(self, trigger: Trigger, attendance: Attendance, context: Context) -> bool:
        """ "X has told Y so by telephone. … A and B talked for an hour": the talk is that call, where no place of it is
        told."""
        talks = not trigger.noun and trigger.token.lemma_ in self.words["conversing"] and not attendance.held_at
        at = trigger.sentence.index
        before = context.scene.sentences[max(0, at - NEAR) : at] if talks else ()
        return any(t.lemma_.lower() in self.words["telephones_alone"] for s in before for t in s.tokens)

    def _met_before(self, trigger: Trigger, context: Context) -> bool:
        """ "A and B met in Z. … A and B spoke for an hour", without a telephone: they spoke where they met."""
        verb, at = trigger.token, trigger.sentence.index
        whom = (t for t in syntax.prepositional(verb, "with", "to") if t.lemma_.lower() not in self.words["glances"])
        speaks = verb.lemma_ in self.words["speaking_verbs"]  # who "rang" used the telephone
        if not speaks or any(True for _ in whom) or self._telephoned(context):
            return False
        subject, here = syntax.subject(verb), trigger.sentence.passage.index
        named = subject is None or any(t.pos_ == "PROPN" for t in subject.subtree)
        first = here - (not named)  # "The two spoke about X" of those who met in the paragraph before
        near = (s for s in context.scene.sentences[max(0, at - NEAR) : at] if s.passage.index >= first)
        before = (t for s in near for t in s.tokens)
        told = (t for t in before if t.tag_ in ("VBD", "VBN"))
        met = (t for t in told if any(e.data["form"] == "meeting" for e in self.finder.entries(t)))
        return any(not syntax.negated(t) for t in met)

    def _telephoned(self, context: Context) -> bool:
        """Whether a text speaks of the telephone or of talks by video at all."""
        words = (t for s in context.scene.sentences for t in s.tokens)
        return any(t.lemma_.lower() in self.words["afar"] or (t.lemma_ == "call" and t.pos_ == "NOUN") for t in words)

    def _seen(self, partners: Sequence[Token]) -> bool:
        """ "her conversation with X, whom she met in Y": face to face."""
        told = (c for p in partners for t in p.subtree for c in t.children if c.dep_ == "relcl" and c.tag_ == "VBD")
        return any(any(e.data["form"] == "meeting" for e in self.finder.entries(c)) for c in told)

    def _by_nobody(self, verb: Token, attendance: Attendance) -> bool:
        """ "X must speak to the government of Y": states that speak with each other, and nobody on a telephone."""
        persons = any(p.actor.kind not in ("state", "organisation") for p in attendance.parties)
        phoned = any(t.lower_ in self.words["telephones"] for t in verb.subtree)
        return verb.lemma_ in self.words["speaking_verbs"] and not persons and not phoned

    def _went_there(self, verb: Token) -> bool:
        """ "went to X and spoke to officials": nobody rang up."""
        before = verb.head if verb.dep_ == "conj" else None
        phoned = any(t.lower_ in self.words["telephones"] for t in verb.subtree)
        return before is not None and before.lemma_ in self.words["motion"] and not phoned
