"""How an engagement is told: by which side, in which words, as news or recalled, as one known or another.

In: a trigger with what is known of its standing and day. Out: what a sighting says of its telling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.model import Country, Span, Time, Track
from detente.reading import syntax
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.passes.described import is_said_to_be, teller
from detente.reading.engagements.sighting import HAPPENED
from detente.reading.engagements.standing.reader import Standing, StandingReader
from detente.reading.engagements.triggers import Trigger
from detente.reading.scene import Scene, Sentence
from detente.reading.speech.attribution import Draft
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token

BACKGROUND_DAYS = 10
OFF_DAYS = 6  # what was called off or planned is news until soon after it was to be
CALLED_OFF = frozenset({"cancelled", "postponed", "declined", "did_not_occur", "unanswered", "disputed"})


class Telling:
    """Reads how triggers are told, by the small words of engagements."""

    def __init__(self, words: dict[str, list[str]], standings: StandingReader) -> None:
        self.words, self.standings = words, standings

    def claimant(self, trigger: Trigger, standing: Standing, context: Context) -> str | None:
        """The side whose words the trigger stands in, else the outlet; an answer is told by who tells of it."""
        answered = standing.status in ("declined", "unanswered") and standing.word is not None
        told = standing.word if answered and standing.word is not None else trigger.token
        at = context.scene.at(told if told.doc is trigger.token.doc else trigger.token, trigger.sentence)
        inside = [d for d in context.drafts if d.content.start <= at < d.content.end]
        side = next((_who_says(d) for d in reversed(inside) if d.on_behalf_of), None)
        side = side or _who_made_it_known(trigger, standing, context)
        return side or teller(trigger, self.words, context.source.outlet or context.source.agency)

    def recalled(self, trigger: Trigger, when: Time, standing: Standing, context: Context, headline: bool) -> bool:
        """Whether it is told of as past, beside the news: long gone by, or before what a sentence tells."""
        told_now = when.edtf is None and self._reported(trigger, standing, context)
        return self._background(when, standing, context.scene.published, headline) and not told_now

    def _background(self, when: Time, standing: Standing, published: str | None, headline: bool) -> bool:
        if headline:
            return False
        bounds = calendar.bounds(when.edtf) if when.edtf else None
        day = calendar.bounds(published) if published else None
        if bounds and day:
            off = standing.status not in HAPPENED  # called off, or planned for a day gone by
            return (day[0] - bounds[1]).days > (OFF_DAYS if off else BACKGROUND_DAYS)
        return standing.perfect

    def _reported(self, trigger: Trigger, standing: Standing, context: Context) -> bool:
        """ "said that it had been put off", "her spokesman said that the two had taken stock": news told in another's
        words, and nothing recalled."""
        at = context.scene.at(trigger.token, trigger.sentence)
        said = [d for d in context.drafts if d.kind != "direct" and d.content.start <= at < d.content.end]
        relayed = any(d.entity is not None and d.entity.portfolio == "spokesperson" for d in said)
        off = standing.status in CALLED_OFF and any(d.kind == "indirect" for d in said)
        return off or (relayed and not trigger.noun)

    def distinct(self, trigger: Trigger) -> bool:
        """ "an earlier visit", "another meeting": not the one told of before."""
        children = {c.lower_ for c in trigger.token.children if c.dep_ in ("amod", "det", "advmod")}
        if trigger.entry.data.get("opposite") or is_said_to_be(trigger, self.words):
            return False  # the other end of the same line; "this will be their third meeting"
        counted = trigger.noun and trigger.token.lower_ in self.words["rounds"]  # "the third will be held in X"
        others = self.words["distinct_adjectives" if trigger.noun else "another_time"]  # "agreed to meet again"
        return counted or bool(children & set(others))

    def definite(self, trigger: Trigger) -> bool:
        """ "the visit", "that call", "Monday's call": one told of before."""
        pointed = any(c.lower_ in ("the", "this", "that") for c in trigger.token.children)
        line = trigger.token.lower_ in self.words["telephones"] and trigger.token.lower_ != trigger.form
        pointed = pointed and not line  # "on the phone" is no call told of
        pointed = pointed or bool(trigger.entry.data.get("opposite"))
        return trigger.noun and (pointed or syntax.dated_by_owner(trigger.token))

    def partnered(self, trigger: Trigger) -> bool:
        """ "talks with X at 11", "a bilateral with Y": named with its partner, and not only as when or why."""
        partners = any(True for _ in syntax.prepositional(trigger.token, "with", "between"))
        return (
            trigger.noun
            and partners
            and self.standings.mood.by_preposition(trigger) is None
            and not self.definite(trigger)
        )

    def hearsay(self, trigger: Trigger, verb: Token | None) -> bool:
        """ "reports of talks", "asked about a meeting": spoken of, and not told."""
        if not trigger.noun:
            return False
        above = [trigger.token.head.head] if trigger.token.head.dep_ == "prep" else []
        if any(t.lemma_.lower() in self.words["hearsay"] for t in above):
            return True
        asked = verb is not None and verb.lemma_ in self.words["asking_about"]
        return asked and verb is not None and syntax.relation(trigger.token, verb) in ("about", "on", "over", "of")

    def track(self, sentence: Sentence) -> Track:
        """Whether officials sit there, others, or both."""
        text = sentence.tokens.text.lower()
        if any(w in text for w in self.words["track_1_5"]):
            return "1.5"
        return "2" if any(w in text for w in self.words["track_2"]) else "1"

    def evidence(self, trigger: Trigger, verb: Token | None, scene: Scene, standing: Standing) -> Span:
        """The clause that says it, without what is reported in subordinate clauses after it; of a noun in
        passing, its phrase."""
        top = verb if verb is not None and self._serves(verb, standing) else trigger.token
        kept = [t for t in top.subtree if not _hangs_below(t, top, trigger.token)]
        runs = [r for r in syntax.contiguous(kept) if trigger.token.i in {t.i for t in r}]
        tokens = runs[0] if runs else [trigger.token]
        while len(tokens) > 1 and tokens[-1].is_punct and tokens[-1].text in ",;:.—–-":
            tokens = tokens[:-1]
        while len(tokens) > 1 and tokens[0].is_punct and tokens[0].text in ",;:.—–-":
            tokens = tokens[1:]
        return scene.cover(trigger.sentence, tokens)

    def _serves(self, verb: Token, standing: Standing) -> bool:
        """Whether a verb says something of the engagement itself."""
        known = {verb.lemma_, syntax.with_particle(verb)} & {*self.words["light_verbs"], *self.words["itinerary_verbs"]}
        return bool(known) or (standing.word is not None and standing.word == verb)


def _who_made_it_known(trigger: Trigger, standing: Standing, context: Context) -> Country | None:
    """Z of "The visit was confirmed by Z's presidency": the side by which it is announced or confirmed."""
    verb = standing.word
    known = standing.status in ("announced", "confirmed") and verb is not None and verb.doc is trigger.token.doc
    by = syntax.agent_of(verb) if known and verb is not None and syntax.is_passive(verb) else None
    who = context.cast.actor(by, trigger.sentence) if by is not None else None
    return who.country if who is not None and who.official else None


def _who_says(draft: Draft) -> Country | None:
    """ "X said that Y had promised to send experts to the next round": X says so, and not Y."""
    teller = draft.teller
    return teller.on_behalf_of if teller is not None and teller.on_behalf_of else draft.on_behalf_of


def _hangs_below(token: Token, top: Token, trigger: Token) -> bool:
    while token.i != top.i:
        if token.dep_ in ("ccomp", "parataxis") and token.i != trigger.i and not syntax.under(trigger, token):
            return True
        if token.head == token:
            return False
        token = token.head
    return False
