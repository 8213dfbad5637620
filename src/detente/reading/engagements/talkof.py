"""Talk in which no engagement is told of: "to have those conversations", "we continue to talk to them", "can't speak to
the timing", "met with advocates".

In: a trigger with its verb, and who was read at its table. Out: whether nothing of two states is told there. Press
rooms speak so all day, of whoever is around; a partner, a day or a place makes an engagement of the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.actors.lexicon import HEADS
from detente.reading.engagements.party import Attendance, Party
from detente.reading.engagements.sides.frame import Frame
from detente.reading.engagements.triggers import TALKING, Trigger

if TYPE_CHECKING:
    from detente.reading.words import Token

SPEAKER = ("we", "i", "you")
POINTING = ("this", "that", "it", "what", "which", "these", "those", "anything", "everything", "something")
LINKS = ("with", "between", "among", "to", "by", "from")
SOME = ("those", "these", "such", "any", "some", "more", "many")


def loosely(trigger: Trigger, verb: Token | None, words: Mapping[str, Sequence[str]]) -> bool:
    """Whether the words tell of talk in general, of a matter spoken to, or of coming together in a cause."""
    if trigger.form not in TALKING:
        return False
    if trigger.noun:
        return verb is not None and _some_talk(trigger.token, verb, words)
    verb = trigger.token
    return _goes_on(verb, words) or _of_a_matter(verb, words) or _in_a_cause(verb) or _seen_as_it_is(verb)


def _some_talk(noun: Token, verb: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "they're willing to have those discussions", "we're going to have a conversation": no one's and of no day."""
    if noun.lemma_.lower() not in words["loose_talk"] or noun.dep_ != "dobj" or verb.i != noun.head.i:
        return False
    if verb.lemma_ not in ("have", "continue", "keep") or _pinned(noun, verb):
        return False
    subject = _who(verb)
    ours = subject is not None and subject.lower_ in SPEAKER
    ahead = verb.tag_ in ("VB", "VBG", "VBP")
    return any(c.lower_ in SOME for c in noun.children if c.dep_ in ("det", "amod")) or (ours and ahead)


def _goes_on(verb: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "we're going to continue to talk to them", "we speak to our partners": what is done from day to day."""
    if _pinned(verb, verb) or _with_somebody(verb):
        return False
    above = verb.head if verb.dep_ in ("xcomp", "conj", "pcomp") else verb
    above = above.head if above.dep_ == "conj" else above
    if above.i != verb.i and above.lemma_ in words["going_on_verbs"] and verb.tag_ in ("VB", "VBG"):
        return True
    subject = _who(verb)
    bare = verb.tag_ == "VBP" and not syntax.auxiliaries(verb)
    return bare and subject is not None and subject.lower_ in SPEAKER


def _of_a_matter(verb: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "can't speak to the timing", "let X speak for its own plans": what is spoken about or for, and not with whom."""
    if verb.lemma_ != "speak" or any(c.lower_ == "with" for c in verb.children):
        return False
    for_whom = list(syntax.prepositional(verb, "for"))
    to_whom = list(syntax.prepositional(verb, "to"))
    if for_whom and not to_whom and not any(t.ent_type_ in ("TIME", "DATE") for n in for_whom for t in n.subtree):
        return True
    return bool(to_whom) and all(n.lower_ in POINTING or n.lemma_.lower() in words["spoken_to"] for n in to_whom)


def _in_a_cause(verb: Token) -> bool:
    """ "to come together and condemn it", "must come together": what many are to do as one, and no gathering."""
    together = any(c.lower_ == "together" for c in verb.children)
    meant = verb.tag_ == "VB" and not any(syntax.prepositional(verb, "with", "in", "at"))
    return verb.lemma_ == "come" and together and meant and not _pinned(verb, verb)


def _seen_as_it_is(verb: Token) -> bool:
    """ "how they see it", "what they see in their town": a view of things, and nobody who is met."""
    seen = syntax.direct_object(verb)
    if verb.lemma_ != "see" or syntax.is_passive(verb):
        return False
    return seen is None or seen.lower_ in POINTING or seen.tag_ in ("WP", "WDT")


def _who(verb: Token) -> Token | None:
    """The subject of a verb, of what it hangs on where it has none."""
    while verb.dep_ in ("xcomp", "conj", "pcomp", "acl") and not any(c.dep_ == "nsubj" for c in verb.children):
        verb = verb.head
    return next((c for c in verb.children if c.dep_ == "nsubj"), None)


def _pinned(word: Token, verb: Token) -> bool:
    """Whether a day, a place or, beside a noun, a partner is told with a word."""
    clause = [t for t in verb.subtree if t.i != verb.i]
    if any(t.ent_type_ in ("DATE", "TIME") or syntax.dated(t) for t in clause):
        return True
    if any(n.pos_ == "PROPN" for at in (word, verb) for n in syntax.prepositional(at, "in", "at")):
        return True
    return word.pos_ == "NOUN" and any(True for at in (word, verb) for _ in syntax.prepositional(at, *LINKS[:4]))


def _with_somebody(verb: Token) -> bool:
    """Whether a person is named with whom one talks: "we talk to President X" stays."""
    return any(syntax.names_person(n) for n in syntax.prepositional(verb, "with", "to"))


def without_briefers(attendance: Attendance, trigger: Trigger, verb: Token | None, frame: Frame) -> Attendance:
    """In a transcript, who answers for the press office takes no part: "he has spoken to X" is not of him, and his "we"
    is his government."""
    if not frame.in_turns or not any(_briefs(p) for p in attendance.parties):
        return attendance
    clause = verb if trigger.noun else trigger.token
    subject = _who(clause) if clause is not None else None
    ours = subject is not None and subject.lower_ == "we"
    ours = ours or any(c.lower_ == "our" for c in trigger.token.children)
    kept = (
        frame.state(p.country, trigger.sentence) if _briefs(p) and p.country else p
        for p in attendance.parties
        if ours or not _briefs(p)
    )
    return replace(attendance, parties=tuple(kept))


def _briefs(party: Party) -> bool:
    return party.entity is not None and party.entity.portfolio == "spokesperson"


def with_no_state(trigger: Trigger, attendance: Attendance, cast: Cast, words: Mapping[str, Sequence[str]]) -> bool:
    """ "met with advocates", "will see troops", "a meeting with the chairman of the central bank": who is met speaks
    for no state, and no second one is named in the sentence."""
    if trigger.form not in TALKING:
        return False
    met = [c for n in _met(trigger) for c in syntax.conjuncts(n)]
    if not met or not all(_at_home(n, words) for n in met):
        return False
    low, high = trigger.sentence.start, trigger.sentence.end
    beside = [p for p in attendance.parties if p.country and low <= p.actor.span.start < high]
    reach = [(cast.scene.at(n.doc[n.left_edge.i], trigger.sentence), n) for n in met]
    first = min(start for start, _ in reach)
    last = max(cast.scene.at(n.doc[n.right_edge.i], trigger.sentence) for _, n in reach)
    if any(first <= p.actor.span.start <= last and _of_rank_elsewhere(p, cast.own) for p in beside):
        return False  # "a conversation with the Federal Chancellor of X"
    doing = {p.country for p in beside if not first <= p.actor.span.start <= last}
    return len({p.country for p in beside}) < 2 or doing == {cast.own}


def _of_rank_elsewhere(party: Party, own: Country | None) -> bool:
    """Whether somebody heads another state or government, or is its minister."""
    ranked = party.entity is not None and party.entity.level in (*HEADS, "minister")
    return ranked and party.country not in (None, own)


def _met(trigger: Trigger) -> Iterator[Token]:
    """Whom the words name for the other party."""
    if not trigger.noun and (thing := syntax.direct_object(trigger.token)) is not None:
        yield thing
    yield from syntax.prepositional(trigger.token, *LINKS)


def _at_home(noun: Token, words: Mapping[str, Sequence[str]]) -> bool:
    """ "lawmakers", "state officials", "leaders of the House", "the bipartisan leadership", with no state's name."""
    told = {t.i for c in noun.children if c.dep_ in ("relcl", "acl") for t in c.subtree}  # "senators who went to X"
    own = (t for t in noun.subtree if t.i not in told and t.lower_ not in words["home_side"])
    if any(t.ent_type_ in ("GPE", "NORP") for t in own):
        return False
    beside = {c.lower_ for c in noun.lefts if c.dep_ in ("amod", "compound", "nmod", "poss")}
    of_them = (n for n in syntax.prepositional(noun, "of", "from"))
    return (
        noun.lemma_.lower() in words["home_partners"]
        or noun.lower_ in words["home_side"]
        or bool(beside & set(words["home_side"]))
        or any(_at_home(n, words) for n in of_them if n.i > noun.i)
    )
