"""What an engagement is said to be: "this will be their third meeting", "today's summit is the fourth in a year".

In: the trigger of a noun. Out: whether its clause only describes an engagement told of, and whether the noun stands for
what the subject does. Also what a host has somebody come for: "hosted X for a virtual meeting", "… for a summit".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Form, StatusName
from detente.reading import syntax
from detente.reading.engagements.party import Party
from detente.reading.engagements.standing.reader import Standing
from detente.reading.engagements.triggers import Trigger
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Token

POINTING = frozenset({"this", "that", "it", "which"})
FOR = ("to", "for", "at")


def is_said_to_be(trigger: Trigger, words: Mapping[str, Sequence[str]]) -> bool:
    """ "This will be the third meeting between X and Y", "The visit is the first since May": no other one."""
    noun = trigger.token
    return trigger.noun and (_attribute(noun, words) or _subject_of_attribute(noun))


def of_its_maker(trigger: Trigger) -> bool:
    """ "It is her first visit to X", "It is the first visit by a minister of Y to X": the journey that she is on,
    whether or not the text told of it."""
    noun = trigger.token
    now = noun.head.tag_ in ("VBZ", "VBP")
    counted = now and any(c.dep_ == "amod" and c.lower_ == "first" for c in noun.children)
    made = counted and any(t.tag_ != "NNS" for t in syntax.prepositional(noun, "by", "of"))
    return trigger.form == "visit" and (made or any(c.dep_ == "poss" for c in noun.children))


def as_described(standing: Standing, trigger: Trigger, scene: Scene) -> Standing:
    """How an engagement stands of which is only said what it is."""
    standing = replace(standing, directed=False, weak=standing.weak and not of_its_maker(trigger))
    if standing.status != "held" or not _of_what_is_to_come(trigger, scene):
        return standing
    return replace(standing, status="announced", rule="engagements/status.announced")


def _of_what_is_to_come(trigger: Trigger, scene: Scene) -> bool:
    """ "X will host Y tomorrow. It is the first visit by a minister of Z": of what the sentence before tells of as to
    come."""
    at = trigger.sentence.index
    before = scene.sentences[at - 1] if at else None
    verb = trigger.token.head
    subject = syntax.subject(verb)
    points = subject is not None and subject.lower_ in ("it", "this") and verb.tag_ in ("VBZ", "VBP")
    return points and before is not None and syntax.tense(before.tokens.root) == "future"


def is_the_first(trigger: Trigger) -> bool:
    """ "He is the first leader of X to visit Y in years": said of one told of, whether it has been or will be."""
    first = syntax.first_to(trigger.token) if trigger.form == "visit" and not trigger.noun else None
    return first is not None and first.lower_ in ("is", "'s", "’s")


def _attribute(noun: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """Whether a noun says what "this" or another engagement is."""
    if noun.dep_ != "attr" or noun.head.lemma_ != "be":
        return False
    subject = next((c for c in noun.head.children if c.dep_ == "nsubj"), None)
    if subject is None or not any(c.dep_ in ("amod", "det", "poss") for c in noun.children):
        return False
    return subject.lower_ in POINTING or subject.lemma_.lower() in words["gatherings"]


def _subject_of_attribute(noun: Token) -> bool:
    """Whether it is told what the noun's engagement is: another noun of its kind, counted."""
    verb = noun.head
    present = noun.dep_ == "nsubj" and verb.lemma_ == "be" and syntax.tense(verb) == "present"
    return present and any(c.dep_ == "attr" and c.pos_ == "NOUN" for c in verb.children)


def as_its_subject(trigger: Trigger, words: Mapping[str, Sequence[str]]) -> Form | None:
    """ "The summit is their fourth meeting": the form of what is so described."""
    if not trigger.noun or not _attribute(trigger.token, words):
        return None
    subjects = (c for c in trigger.token.head.children if c.dep_ == "nsubj")
    return "summit_session" if any(c.lemma_.lower() in words["summits"] for c in subjects) else None


def there_for_it(verb: Token) -> bool:
    """ "While in X to attend the summit, Y said …": who is there for it attends it."""
    if verb.tag_ != "VB" or not any(c.lower_ == "to" for c in verb.children):
        return False
    opening = verb.doc[verb.sent.start : verb.i]
    there = len(opening) > 1 and opening[0].lower_ in ("while", "whilst", "when") and opening[1].lower_ in ("in", "at")
    return there and not any(t.text == "," for t in opening)


def only_described(trigger: Trigger, words: Mapping[str, Sequence[str]]) -> bool:
    """ "is the first to visit X", "this will be their third meeting": what is said of another that is told of."""
    return is_the_first(trigger) or is_said_to_be(trigger, words)


def recounted(trigger: Trigger, words: Mapping[str, Sequence[str]]) -> bool:
    """ "gave its own version of the call on Monday", "an account that X gave of it": the day is the account's."""
    above = trigger.token.head.head if trigger.noun and trigger.token.head.lower_ == "of" else None
    above = above.head if above is not None and above.dep_ == "relcl" else above
    if labels(trigger.token, words) is not None:
        return True  # "described the meeting as exploratory"
    return above is not None and above.lemma_.lower() in words["accounts"]


def labels(noun: Token, words: Mapping[str, Sequence[str]]) -> Token | None:
    """ "as" of "Athens described the meeting as exploratory talks"; no other one than that which is told of."""
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass") else None
    if verb is None or verb.lemma_ not in words["labelling_verbs"]:
        return None
    return next((c for t in (verb, noun) for c in t.children if c.lower_ == "as" and c.i > verb.i), None)


def by_another_name(trigger: Trigger, words: Mapping[str, Sequence[str]]) -> bool:
    """ "Athens described the meeting as exploratory talks": talks that are the meeting."""
    link = trigger.token.head
    if not trigger.noun or trigger.token.dep_ != "pobj" or link.lower_ != "as":
        return False
    things = [link.head, *link.head.children]
    called = (t for t in things if t.dep_ in ("dobj", "nsubjpass") and t.lemma_.lower() in words["labelled"])
    return any(labels(t, words) == link for t in called)


def already_done(trigger: Trigger, status: StatusName) -> bool:
    """Whether what a clause about something else is told of has been: what was done "in a call", and the letter to
    which "X is awaiting an answer"."""
    if status == "announced":
        return _by_this_means(trigger) or _taken(trigger)
    return status == "under_way" and trigger.form == "correspondence"


def _taken(trigger: Trigger) -> bool:
    """ "accepted the credentials of X": letters taken have been handed over."""
    verb = syntax.clause_of(trigger.token)
    papers = verb.lemma_ in trigger.entry.words("taken_by") and trigger.token.dep_ in ("dobj", "nsubjpass", "conj")
    return papers and syntax.tense(verb) == "past" and not syntax.negated(verb)


def _by_this_means(trigger: Trigger) -> bool:
    """ "had fixed the session over the telephone", "prepared the trip in a call": what was done by telephone has been
    done, whatever it was."""
    verb = syntax.clause_of(trigger.token)
    called = trigger.noun and trigger.form in ("call", "video_call")
    means = bool(trigger.entry.data.get("medium")) or (called and syntax.relation(trigger.token, verb) == "in")
    return means and syntax.tense(verb) == "past" and not syntax.negated(verb)


def hosted_as(trigger: Trigger, words: Mapping[str, Sequence[str]], parties: Sequence[Party]) -> Form | None:
    """The form of what a guest is received or hosted for, where the words after it say that it is no plain meeting."""
    verb = trigger.token
    if trigger.noun or trigger.form != "meeting" or verb.lemma_ not in words["hosting_verbs"]:
        return None
    if _unable_to(verb) and _a_government_and_a_guest(parties):
        return "visit"
    heads = [verb, *(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))]
    for noun in (n for h in heads for n in syntax.prepositional(h, *FOR)):
        before = {c.lower_ for c in noun.lefts}
        if noun.lemma_.lower() in words["tables"] and before & set(words["at_a_distance"]):
            return "video_call"
        if noun.lemma_.lower() in words["summits"] and not before & {"press", "news"}:
            return "summit_session"
    return None


def _unable_to(verb: Token) -> bool:
    """ "were unable to receive X", "could not receive X"."""
    barred = syntax.negated(verb) and bool({"can", "could", "ca"} & set(syntax.auxiliaries(verb)))
    return barred or (verb.dep_ == "xcomp" and verb.head.lower_ == "unable")


def _a_government_and_a_guest(parties: Sequence[Party]) -> bool:
    """ "The authorities could not receive Minister X": a state receives him, and so it is of his visit."""
    hosts = {p.country for p in parties if p.actor.kind in ("state", "organisation") and p.country}
    guests = {p.country for p in parties if p.actor.kind == "person" and p.country}
    return len(hosts) == 1 and len(guests) == 1 and not hosts & guests


def teller(trigger: Trigger, words: Mapping[str, Sequence[str]], outlet: str | None) -> str | None:
    """Who says so, where nobody is named: the outlet itself, and nobody in "a report in a newspaper that X rang Y"."""
    verb = trigger.token
    above = verb.head if not trigger.noun and verb.dep_ in ("acl", "ccomp", "relcl") else None
    if above is None or not any(c.lower_ == "that" and c.i < verb.i for c in verb.children):
        return outlet
    nouns = [above, above.head.head] if above.dep_ == "pobj" else [above]
    return None if any(n.lemma_.lower() in words["hearsay"] for n in nouns) else outlet
