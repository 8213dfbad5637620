"""What the matters are that somebody brought up: "Among the concerns that X put to Y was the dam", "The dam was one of
the issues raised by X", "The points of concern that he raised ranged from the dam to the ferry".

In: a verb of bringing up that hangs on a noun for what is brought up. Out: an `Attributed` with the words of the clause
that says what it is, and who brought it up; None where no clause says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.codebook import Entry
from detente.reading import syntax
from detente.reading.speech.cues import Cue, Cues
from detente.reading.speech.sources import Attributed

if TYPE_CHECKING:
    from detente.reading.words import Token

RAISING = "speech/raise"
LINKS = frozenset({"among", "of", "amongst"})
DEEP = 4


def brought_up(verb: Token, cues: Cues) -> Attributed | None:
    """The matters, by the verb that tells who brought them up."""
    if verb.dep_ not in ("acl", "relcl") or verb.tag_ not in ("VBD", "VBN") or syntax.negated(verb):
        return None
    cue, noun = _cue(verb, cues), _noun(verb.head, cues)
    owner = _owner(verb)
    clause = _clause(noun) if noun is not None else None
    if cue is None or owner is None or clause is None or syntax.negated(clause):
        return None
    if clause.lemma_ not in cues.words["matters_verbs"]:
        return None
    said = [c for c in clause.children if c.dep_ in ("attr", "nsubj", "dobj", "prep", "expl")]
    if clause.dep_ not in ("ROOT", "conj", "ccomp", "parataxis") or len(said) < 2 or clause.sent.text.endswith("?"):
        return None
    inside = [c for c in clause.children if c.dep_ not in ("conj", "cc", "punct", "parataxis", "ccomp")]
    edges = [clause, *(t for c in inside for t in (c.left_edge, c.right_edge))]
    words = clause.doc[min(t.i for t in edges) : max(t.i for t in edges) + 1]
    return Attributed(cue, tuple(words), owner, verb.i, verb.i + 1)


def _cue(verb: Token, cues: Cues) -> Cue | None:
    """The verb as one of bringing up; "put", where it is put to somebody."""
    found = next((c for c in cues.verb(verb) if "object" in c.frames), None)
    if found is None and verb.lemma_ == "put" and any(c.dep_ == "prep" and c.lower_ == "to" for c in verb.children):
        found = Cue(_raising(cues), verb.i)
    return found


def _raising(cues: Cues) -> Entry:
    """What the codebook knows of bringing a matter up."""
    return next(e for options in cues.verbs.values() for _, e in options if e.rule == RAISING)


def _noun(noun: Token, cues: Cues) -> Token | None:
    """The noun for what is brought up: "matters" of "matters of concern that X raised"."""
    matters = set(_raising(cues).words("objects"))
    for _ in range(2):
        above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
        if above is None or above.lemma_.lower() not in matters:
            break
        noun = above
    return noun if noun.lemma_.lower() in matters else None


def _owner(verb: Token) -> Token | None:
    """Who brought it up: the subject of "that X raised", the agent of "raised by X"."""
    by = (c for c in verb.children if c.dep_ in ("agent", "prep") and c.lower_ == "by")
    agent = next((n for c in by for n in c.children), None)
    if verb.dep_ == "acl" and agent is not None:
        return agent
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return subject if subject is not None and subject.tag_ not in ("WDT", "WP") else None


def _clause(noun: Token) -> Token | None:
    """The verb that says what the noun stands for, over "among" and "one of"."""
    at = noun
    for _ in range(DEEP):
        if at.dep_ in ("nsubj", "nsubjpass"):
            return at.head
        if at.dep_ == "pobj" and at.head.lower_ in LINKS:
            at = at.head.head
            if at.pos_ in ("AUX", "VERB"):
                return at
        elif at.dep_ in ("attr", "acomp", "advmod"):
            return at.head
        else:
            return None
    return None
