"""Meetings told in one breath that were several: "met X and Y separately", "held back-to-back meetings with X and Y",
"met in Z on 1 July and again on 12 August", "reviewed their conversations with Z".

In: the sighting of a trigger. Out: one sighting for each counterpart, where the text says that they were met apart, or
for each day; else the sighting itself. Who met both is whom the sighting names first, or the one told of in a sentence
before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from detente.model import Place, Time
from detente.reading import syntax
from detente.reading.actors.lexicon import GOVERNING
from detente.reading.engagements.days.timing import Context, TimingReader
from detente.reading.engagements.party import Party
from detente.reading.engagements.sighting import Sighting, towns_of
from detente.reading.engagements.triggers import Trigger, clause_words, of_each
from detente.reading.times import calendar

NEAR = 8  # words from "and" to the day
FORMS = frozenset({"meeting", "talks", "call", "video_call"})


def parted(
    sighting: Sighting, trigger: Trigger, words: Mapping[str, Sequence[str]], context: Context
) -> list[Sighting]:
    """The sightings that one is."""
    together = _one_line(trigger, words)
    if sighting.form in FORMS and (
        each := _each_of_theirs(sighting, trigger) or ([] if together else _each_at_home(sighting, trigger))
    ):
        return each
    if sighting.form == "visit":
        return _by_country(sighting, context)
    apart = _told_apart(trigger, words) or (
        not together and (_several(sighting, trigger, words) or _with_each(sighting, trigger, words))
    )
    if sighting.form not in FORMS or not apart:
        return [sighting]
    before = [p for p in sighting.parties if p.actor.span.start < sighting.sentence.start]
    first = before[0] if len(before) == 1 else next(iter(sighting.parties), None)
    home = first.country if first is not None else None
    own = tuple(p for p in sighting.parties if p.country == home)
    others = [p for p in sighting.parties if p.country != home and p.country is not None]
    named = all(p.actor.kind in ("person", "office") or p.role == "counterpart_unnamed" for p in others)
    if home is None or len(others) < 2 or not named:
        return [sighting]
    return [
        replace(sighting, parties=(*own, other), countries=(home, other.country)) for other in others if other.country
    ]


def _each_of_theirs(sighting: Sighting, trigger: Trigger) -> list[Sighting]:
    """ "X and Y reviewed their conversations with Z": each of them had his own."""
    at = trigger.sentence.passage.start + trigger.token.idx
    own = [p for p in sighting.parties if p.actor.span.start < at and p.country is not None]
    others = [p for p in sighting.parties if p.actor.span.start > at and p.country is not None]
    if not of_each(trigger) or len({p.country for p in own}) < 2:
        return []
    return [
        replace(sighting, parties=(one, other), countries=(one.country, other.country), background=True)
        for one in own for other in others if one.country and other.country and one.country != other.country
    ]  # fmt: skip


def _each_at_home(sighting: Sighting, trigger: Trigger) -> list[Sighting]:
    """ "While in X she will meet President Y and Foreign Minister Z": a guest sees those who hold posts there one by
    one. Those whom a host receives came together, and so do a body's."""
    if sighting.form != "meeting" or len(sighting.parties) < 3 or (trigger.noun and trigger.token.tag_ == "NN"):
        return []
    first, others = sighting.parties[0], sighting.parties[1:]
    homes = {p.country for p in others}
    guest = first.country is not None and first.actor.kind != "state" and first.country not in homes
    called = trigger.token.lemma_ == "call" and not sighting.places  # "called on Y": at Y's place
    there = called or {p.country for p in sighting.places} == homes
    if not guest or not there or not all(map(_heads_own_office, others)):
        return []
    posts = {(p.entity.level, p.entity.portfolio) for p in others if p.entity is not None}
    return [replace(sighting, parties=(first, other)) for other in others] if len(posts) == len(others) else []


def _heads_own_office(party: Party) -> bool:
    """Whether somebody has an office of his own, and is nobody's companion."""
    entity = party.entity
    high = entity is not None and (entity.level in GOVERNING or entity.portfolio == "parliament")
    return bool(high and entity and entity.kind == "person" and entity.official)


def _by_country(sighting: Sighting, context: Context) -> list[Sighting]:
    """ "will visit X and Y", "a trip that will take him to X and Y": a visit to each country; a journey told with its
    first and last day stays one."""
    span = sighting.when.span
    days = sighting.when.edtf or ""
    if "/" in days and not (span is not None and calendar.is_week(days, span.text)):
        return [sighting]
    homes = {p.country for p in sighting.parties if p.country}
    abroad = tuple(dict.fromkeys(p.country for p in sighting.destinations if p.country and p.country not in homes))
    if len(homes) != 1 or len(abroad) < 2:
        return [sighting]
    found = []
    for country in abroad:
        places = tuple(p for p in sighting.destinations if p.country == country)
        sides = (*homes, country)
        found.append(
            replace(sighting, countries=sides, places=places, destinations=places, towns=towns_of(places, context.cast))
        )
    return found


def again(sighting: Sighting, context: Context, timing: TimingReader) -> list[Sighting]:
    """The sighting, and another for each day after "and again" or "and in TOWN" that its sentence gives."""
    span = sighting.when.span
    if span is None or sighting.standing.status != "held":
        return [sighting]
    found = [sighting]
    usable = [(e, t) for e, t in timing.usable(sighting.sentence, context) if e.edtf]
    for mark in (t for t in sighting.sentence.tokens if t.lower_ == "and" and t.i + 1 < sighting.sentence.tokens.end):
        later = [(e, t) for e, t in usable if 0 < t.i - mark.i <= NEAR]
        between = mark.doc[mark.i + 1 : later[0][1].i] if later else ()
        if span.end > context.scene.at(mark, sighting.sentence) or any(t.pos_ in ("VERB", "AUX") for t in between):
            continue
        towns = context.cast.places(sighting.sentence, mark.i + 1, later[0][1].i) if later else []
        there = [p for m, p in towns if between and between[0].lower_ in ("in", "at") and m.first <= mark.i + 3]
        spot = between[1:3] if between and between[0].lower_ in ("in", "at") else ()
        unknown = [t for t in spot if t.pos_ == "PROPN"]
        if later and (mark.nbor(1).lower_ == "again" or there or unknown):
            when = Time(later[0][0].edtf, "actual", later[0][0].span)
            moved = bool(there or unknown)
            found.append(_elsewhere(sighting, there, context, when) if moved else replace(sighting, when=when))
    return found


def _elsewhere(sighting: Sighting, there: Sequence[Place], context: Context, when: Time) -> Sighting:
    """The same on another day and in another town, which no table may know."""
    return replace(sighting, when=when, places=tuple(there), towns=towns_of(there, context.cast))


def _several(sighting: Sighting, trigger: Trigger, words: Mapping[str, Sequence[str]]) -> bool:
    """ "phone calls with X and Y", "held meetings with X, Y and Z": as many as those named; who rings two rings each,
    and who speaks with two may have both on one line."""
    counted = trigger.noun and trigger.token.tag_ == "NNS" and trigger.token.lemma_.lower() in words["countable"]
    rang = sighting.form == "call" and (not trigger.noun or bool(trigger.entry.words("after")))
    rang = rang and not trigger.entry.data.get("one_line")
    at = trigger.sentence.passage.start + trigger.token.idx
    before = [p for p in sighting.parties if p.actor.span.start < at]
    return (counted or rang) and len(before) == 1 and before[0].key == sighting.parties[0].key


def _with_each(sighting: Sighting, trigger: Trigger, words: Mapping[str, Sequence[str]]) -> bool:
    """ "met with X, as well as with Y", "met X and Y on the sidelines of the Assembly": one after the other."""
    clause = syntax.clause_of(trigger.token)
    links = [t for t in clause.subtree if t.dep_ in ("prep", "conj") and t.lower_ == "with"]
    whom = [n for t in links for n in t.children if n.dep_ == "pobj" and n.pos_ == "PROPN"]
    aside = any(t.lemma_.lower() in words["sidelines"] for t in trigger.sentence.tokens)
    return len(whom) > 1 or (aside and all(p.actor.name for p in sighting.parties))


def _one_line(trigger: Trigger, words: Mapping[str, Sequence[str]]) -> bool:
    """ "a trilateral call", "jointly": all of them were on one line."""
    told = {t.lower_ for t in trigger.sentence.tokens}
    return bool(told & set(words["shared_lines"]))


def _told_apart(trigger: Trigger, words: Mapping[str, Sequence[str]]) -> bool:
    """ "separately", "in turn", "separate meetings", "in separate calls"; not "a separate meeting", which is one."""
    token, adverbs = trigger.token, words["several_adverbs"]
    clause = syntax.clause_of(token) if trigger.noun else token
    if any(t.tag_ == "NNS" and any(c.lower_ == "separate" for c in t.children) for t in clause_words(clause)):
        return True
    if trigger.noun:
        several = token.tag_ == "NNS" and any(c.lower_ in words["several_adjectives"] for c in token.subtree)
        return several or any(c.lower_ in adverbs for c in clause.children)
    return any(t.lower_ in adverbs for t in clause_words(token))
