"""What is told of many engagements and of none in particular: "they have often met", "in calls between the two".

In: a trigger and who is at its table. Out: whether it speaks of engagements in general. A count of meetings with
several counterparts ("meetings with Gulf leaders") is a trip's, and is not meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.engagements.party import Party
from detente.reading.engagements.standing.upheld import only_threatened
from detente.reading.engagements.triggers import Trigger

if TYPE_CHECKING:
    from detente.reading.words import Token


def in_general(trigger: Trigger, parties: Sequence[Party], words: Mapping[str, Sequence[str]]) -> bool:
    """Whether the trigger tells of several engagements of the same two, without saying which."""
    if not trigger.noun:
        verb = trigger.token
        ever = _for_ages(verb, words) or (trigger.form in ("talks", "call") and _these_days(verb))
        ever = ever or _whoever(verb) or _used_to(verb) or _when_they(verb)
        ever = ever or (_all_along(verb) and not any(p.actor.kind == "person" for p in parties))
        return ever or any(_often(t, words) or _each(t, words) for t in verb.children)
    if _repeated(trigger.token, words) or _habitual(trigger.token, words) or _compared(trigger.token):
        return True
    if _at_each(trigger.token, words) or _used_to(syntax.clause_of(trigger.token)):
        return True
    return _plural(trigger.token, words) and _two_people(parties)


def _used_to(verb: Token) -> bool:
    """ "used to talk to X by phone": what was done again and again."""
    above = verb.head
    return verb.dep_ == "xcomp" and verb.tag_ == "VB" and above.lower_ == "used" and above.tag_ == "VBD"


def _whoever(verb: Token) -> bool:
    """ "Every president of X has met Y", "raised it every time he spoke to Y", "whenever they met": as many as there
    were, and none of them told of."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and any(c.lower_ in ("every", "each") and c.dep_ == "det" for c in subject.children):
        return subject.lemma_.lower() not in ("side", "party")
    over = verb.head if verb.dep_ in ("relcl", "advcl") else None
    if over is not None and over.lower_ == "time" and any(c.lower_ in ("every", "each") for c in over.children):
        return True
    return any(c.lower_ == "whenever" for c in verb.children)


def _at_each(noun: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "would raise it in all its contacts", "at every meeting", "will keep bringing it up in its talks": at any that
    there may be."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "at", "during", "on") or noun.head.head.pos_ == "NOUN":
        return False
    if any(c.lower_ in ("all", "every", "each", "any") and c.dep_ in ("det", "predet") for c in noun.children):
        return True
    verb = syntax.clause_of(noun)
    on = verb.head.lemma_ if verb.dep_ == "xcomp" else verb.head.head.lemma_ if verb.dep_ == "pcomp" else ""
    return on in (*words["lasting_verbs"], "continue") and any(c.tag_ == "PRP$" for c in noun.children)


def _compared(noun: Token) -> bool:
    """ "Unlike previous visits of presidents, …": what another is held against."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("unlike", "like") and noun.tag_ == "NNS"


def _for_ages(verb: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "has for decades hosted the leaders of both", "have met for years"."""
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have", "'ve", "’ve") for c in verb.children)
    spans = (n for c in verb.children if c.dep_ == "prep" and c.lower_ in ("for", "over") for n in c.children)
    return perfect and any(n.tag_ == "NNS" and n.lemma_.lower() in words["ages"] for n in spans)


def _all_along(verb: Token) -> bool:
    """ "the accord that the two countries have been negotiating": what has gone on, told of the thing."""
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return verb.dep_ == "relcl" and verb.tag_ == "VBG" and "been" in helpers and bool(helpers & {"has", "have", "had"})


def _these_days(verb: Token) -> bool:
    """ "They talk across us": what they do, and no talks of one day; "we speak with X" names somebody."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    pronoun = subject is not None and subject.lower_ in ("they", "we", "he", "she")
    named = any(c.dep_ == "prep" and c.lower_ in ("with", "to") for c in verb.children)
    simple = verb.tag_ in ("VBP", "VBZ") and not any(c.dep_ == "aux" for c in verb.children)
    return pronoun and simple and not named


def _when_they(verb: Token) -> bool:
    """ "When they meet, neighbours speak of the weather", "leaders seldom smile when they meet": of all such, and
    of none who will meet."""
    main, subject = verb.head, syntax.subject(verb)
    opened = verb.dep_ == "advcl" and any(c.lower_ == "when" for c in verb.children)
    they = (
        opened and subject is not None and subject.lower_ == "they" and not any(syntax.dated(t) for t in verb.subtree)
    )
    whom = syntax.subject(main) if they and main.tag_ == "VBP" and verb.tag_ == "VBP" else None
    if whom is None or syntax.auxiliaries(main) or syntax.auxiliaries(verb):
        return False
    return whom.tag_ == "NNS" and not any(c.dep_ in ("det", "poss", "nummod") for c in whom.children)


def turned_as_a_series(trigger: Trigger, words: Mapping[str, Sequence[str]]) -> bool:
    """Whether the trigger is a line of talks that somebody breaks off or takes up again, whatever the day: "suspended
    its yearly talks with X in May", "the quarterly consultations, which Y resumed". No round of them is told of."""
    noun = trigger.token
    if trigger.noun and (_ended(noun, words) or (trigger.form == "talks" and _broken_off(noun, words))):
        return True
    own = (c for c in noun.lefts if c.dep_ != "poss" or trigger.form != "visit")  # no "regular adviser's visit"
    before = {t.lower_ for c in own for t in c.subtree}  # "the Annual Leaders' Meeting"
    again = before & {*words["series"], *words["recurring"]}
    if not trigger.noun or not (again or _of_a_body(noun, words)):
        return False
    turning = frozenset(words["series_verbs"])
    governs = [noun.head] if noun.dep_ in ("dobj", "nsubjpass", "attr") else []
    clauses = [c for c in noun.subtree if c.dep_ == "relcl" and c.head.i <= c.i]
    if any(v.lemma_ in turning and _of_the_series(v, noun) for v in (*governs, *clauses)):
        return True
    return any(v.lemma_ == "break" and any(c.lower_ == "off" for c in v.children) for v in (*governs, *clauses))


def _of_a_body(noun: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "to resume the talks of the Trade Committee": those of a body, and no round of them by its day or number."""
    bodies = [t for t in syntax.prepositional(noun, "of") if t.lemma_.lower() in words["joint_bodies"]]
    return noun.tag_ == "NNS" and bool(bodies) and not any(syntax.dated(t) for t in noun.children)


def to_be_taken_up(trigger: Trigger, words: Mapping[str, Sequence[str]]) -> bool:
    """ "said that the talks are being restored", a headline's "Talks with X to resume": still to come."""
    noun = trigger.token
    if not trigger.noun or noun.tag_ != "NNS":
        return False
    about = [v for v in noun.subtree if v.i > noun.i and not any(a.pos_ == "VERB" for a in _between(v, noun))]
    turning = [v for v in (noun.head, *about) if v.lemma_ in words["series_verbs"] and v.tag_ in ("VB", "VBN")]
    being = any(noun.dep_ == "nsubjpass" and v == noun.head and "being" in syntax.auxiliaries(v) for v in turning)
    return being or any(v.tag_ == "VB" and v.i > noun.i and v.nbor(-1).lower_ == "to" for v in turning)


def _between(word: Token, noun: Token) -> list[Token]:
    """What a word of a noun's phrase hangs on, up to the noun."""
    above = list(word.ancestors)
    return above[: above.index(noun)] if noun in above else above


def _ended(noun: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "stopped its defence meetings", "had broken off its meetings": all that were to come, without a day of any."""
    ends = noun.dep_ == "dobj" and syntax.with_particle(noun.head) in words["line_ending_verbs"]
    return ends and _plural(noun, words) and not any(syntax.dated(t) for t in noun.subtree)


def _broken_off(noun: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "broke off trade talks with X on Monday", "talks have been broken off": there will be none, and no talks were
    held on Monday. "Broke off their talks in Z after two hours" is of a round that was."""
    if noun.dep_ not in ("dobj", "nsubjpass") or any(c.dep_ in ("det", "poss", "nummod") for c in noun.children):
        return False
    verb = noun.head
    told = {verb.lemma_, syntax.with_particle(verb)}
    if told & {*words["breaking_off"]}:
        return True
    denied = any(a.lemma_ in words["denying_verbs"] for a in (verb.head, *verb.head.ancestors))
    unsaid = denied or only_threatened(verb, frozenset(words["threatening_verbs"]))
    return unsaid and bool(told & {*words["line_ending_verbs"]})  # "denied that it had suspended trade talks with X"


def _of_the_series(verb: Token, noun: Token) -> bool:
    """ "suspended the talks", "the talks, which X suspended", "the talks, suspended in May"."""
    return verb == noun.head or any(c.lower_ in ("which", "that") for c in verb.children) or verb.tag_ == "VBN"


def _often(word: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "regularly", "three times", "on several occasions"."""
    if word.dep_ == "prep":
        return any(_counted(t, words) or _on_a_basis(t, words) for t in word.children)
    return word.lower_ in words["habitual"] or word.lower_ in ("twice", "thrice") or _counted(word, words)


def _on_a_basis(noun: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "on a regular basis", "on a daily basis"."""
    return noun.lemma_.lower() == "basis" and any(c.lower_ in words["at_intervals"] for c in noun.lefts)


def _each(word: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "annually", "every month", "twice a year"."""
    if word.lower_ in words["recurring"]:
        return True
    if word.dep_ == "prep":
        return any(_each(t, words) for t in word.children)
    if word.ent_type_ == "DATE" and any(c.lower_ == "of" and _each(c, words) for c in word.children):
        return True  # "on the first Wednesday of each month"
    small = {c.lower_ for c in word.children}
    if word.lower_ in ("once", "twice", "times", "time"):  # "at least once a year"
        return any(c.lemma_.lower() in words["periods"] for c in word.children)
    return word.lemma_.lower() in words["periods"] and bool(small & {"every", "each", "once", "twice"})


def _repeated(noun: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "to hold the summit annually": of a noun that is the object of a verb in the infinitive."""
    verb = noun.head
    meant = noun.dep_ in ("dobj", "nsubjpass") and verb.tag_ in ("VB", "VBN")
    return meant and any(_each(t, words) for t in verb.children)


def _habitual(noun: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "a regular and direct dialogue": no talks of one day."""
    adjectives = [c.lower_ for c in noun.children if c.dep_ == "amod"]
    return any(a in words["habitual_talks"] for a in adjectives) or _set_up(noun, adjectives, words)


def _set_up(noun: Token, adjectives: Sequence[str], words: Mapping[str, Sequence[str]]) -> bool:
    """ "agreed on a weekly meeting of the commanders": what is to be held again and again from now on."""
    on = noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.head.head.lemma_ in words["agreeing_verbs"]
    return on and any(a in words["at_intervals"] for a in adjectives)


def _counted(noun: Token, words: Mapping[str, Sequence[str]]) -> bool:
    if noun.lemma_.lower() not in words["counted"] or noun.tag_ != "NNS":
        return False
    return any(c.dep_ == "nummod" or c.lower_ in words["manifold"] for c in noun.children)


def _plural(noun: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "their many conversations", "in calls with"; not "talks", which are one, and not "two meetings on Monday"."""
    if noun.tag_ != "NNS" or noun.lemma_.lower() not in words["countable"]:
        return False
    return not any(c.dep_ == "nummod" or c.lower_ in ("these", "those") for c in noun.children)


def _two_people(parties: Sequence[Party]) -> bool:
    """One person a side, each named or by office."""
    sides = [p.country for p in parties if p.actor.kind in ("person", "office") and p.country]
    return len(sides) == 2 and len(set(sides)) == 2 and not any(p.actor.kind in ("group", "unnamed") for p in parties)
