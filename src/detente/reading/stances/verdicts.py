"""Verdicts: what a side says that a thing is, what it lays to another's charge, what it calls its aim or its worry.

In: an entry of codebook/positions and a clause of a statement. Out: whether the clause is such a verdict. People and
meetings are judged every day, and no position is in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.codebook import Entry
from detente.reading import syntax
from detente.reading.page.quotes import DOUBLE
from detente.reading.stances.stated import LIKELY, Clause

if TYPE_CHECKING:
    from detente.reading.words import Token

POINTING = frozenset({"this", "that", "it", "these"})


def _in_own_words(entry: Entry, clause: Clause) -> bool:
    """ "said the ban was “entirely legitimate”": a thing judged in words that the reporter puts in marks."""
    lead = clause.lead
    if lead is None or clause.draft.kind != "mixed" or lead.lemma_ != "be" or clause.helpers() & LIKELY:
        return False
    after = clause.text[max(0, lead.idx - clause.tokens()[0].idx) :]
    judged = [c for c in lead.children if c.dep_ in ("attr", "acomp", "prep", "oprd") and c.i > lead.i]
    subjects = [c for c in lead.children if c.dep_ == "nsubj"]
    people = any(syntax.names_person(c) or c.lemma_.lower() in entry.words("tables") for c in subjects)
    return bool(judged) and not people and any(m in after for m in DOUBLE)


def _called(entry: Entry, clause: Clause) -> bool:
    """ "called the law divisive", "dismissed the claim as baseless": a thing given a quality; no person, no pronoun."""
    if clause.frame == "as" and clause.force == "judge":
        return _called_as(entry, clause)
    if clause.frame != "call" or clause.force != "judge":
        return False
    first = next((t for t in clause.tokens() if t.dep_ in ("dobj", "nsubj", "oprd", "ROOT") or t.pos_ == "NOUN"), None)
    verdicts = entry.words("verdicts")
    after = [t for t in clause.tokens() if first is not None and t.i > first.i]
    judged = any(t.pos_ == "ADJ" or t.text in DOUBLE or t.lemma_.lower() in verdicts for t in after)
    if first is not None and first.dep_ == "compound" and first.head.dep_ == "oprd":
        judged = True  # "called the ban childish", whose quality the parser took for a noun
    return judged and first is not None and first.pos_ in ("NOUN", "PROPN") and not syntax.names_person(first)


def _called_as(entry: Entry, clause: Clause) -> bool:
    """ "described the curbs as illegal": a thing that is no person and no meeting, and what it is said to be."""
    tokens = clause.tokens()
    mark = next((n for n, t in enumerate(tokens) if t.lower_ == "as" and n), None)
    named = [t for t in tokens[: mark or 0] if t.pos_ in ("NOUN", "PROPN") and t.dep_ not in ("compound", "poss")]
    said = [t for t in tokens[mark or 0 :] if t.pos_ in ("NOUN", "ADJ", "PROPN") or t.text in DOUBLE]
    if mark is None or not named or not said or syntax.names_person(named[0]):
        return False
    return named[0].lemma_.lower() not in entry.words("tables")


def _found_to_be(entry: Entry, clause: Clause) -> bool:
    """ "said the curbs were wrong", "was a hostile act", "amounts to blackmail": a verdict on a thing, and on no
    person or meeting."""
    lead, subject = clause.lead, clause.subject()
    if lead is None or subject is None or lead.lemma_ not in ("be", *entry.words("copulas")):
        return False
    if clause.helpers() & LIKELY or syntax.negated(lead):
        return False
    verdicts, doubted = entry.words("verdicts"), subject.lemma_.lower() in entry.words("tables")
    thing = subject.pos_ in ("NOUN", "PROPN") and not doubted and not syntax.names_person(subject)
    thing = thing or subject.lower_ in POINTING
    return thing and any(w.lemma_.lower() in verdicts or w.lower_ in verdicts for w in _said_of(lead, entry))


def _said_of(lead: Token, entry: Entry) -> Iterator[Token]:
    """What a verb says that its subject is: "wrong", "a mistake", and of "a hostile act of piracy" all three."""
    kinds = ("attr", "acomp", "oprd") if lead.lemma_ == "be" else ("attr", "acomp", "oprd", "dobj", "xcomp")
    judged = [c for c in lead.children if c.dep_ in kinds and c.i > lead.i]
    judged += [n for n in syntax.prepositional(lead, "to") if n.i > lead.i and lead.lemma_ != "be"]
    for word in [t for c in judged for t in (c, *c.conjuncts)]:
        yield word
        if word.lemma_.lower() in entry.words("light"):
            yield from (c for c in word.children if c.dep_ in ("amod", "compound"))
            yield from syntax.prepositional(word, "of")


def _charged(entry: Entry, clause: Clause) -> bool:
    """ "accused X of Y", "blamed X for Y": what a side lays to the charge of another state, and of none of its own."""
    cue = clause.draft.cue
    if cue is None or clause.force not in entry.words("charges"):
        return False
    verb = clause.draft.sentence.passage.doc[cue.token]
    blamed = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i]
    sides = {clause.side(t) for b in (*blamed, *syntax.prepositional(verb, "on")) for t in (b, *_owners(b))}
    return bool(sides - {None, clause.draft.on_behalf_of}) and clause.draft.on_behalf_of not in sides


def _owners(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep_ in ("poss", "compound", "nmod", "amod")]


def _named(entry: Entry, clause: Clause) -> bool:
    """ "Cuba's priority is to see it lifted", "our condition was that …": what a side calls its aim or worry."""
    lead, subject = clause.lead, clause.subject()
    if lead is None or subject is None or lead.lemma_ not in ("be", "remain"):
        return False
    if subject.lemma_.lower() not in entry.words("named") or syntax.negated(lead):
        return False
    told = any(c.dep_ in ("attr", "ccomp", "xcomp", "acl") and c.i > lead.i for c in lead.children)
    owners = [c for c in subject.children if c.dep_ == "poss"] + list(syntax.prepositional(subject, "of", "for"))
    own = clause.draft.on_behalf_of
    return told and any(_is_own(o, own, clause) for o in owners)


def _is_own(owner: Token, own: str | None, clause: Clause) -> bool:
    words = clause.cast.lexicon.words
    side = clause.side(owner)
    pronoun = owner.lower_ in words["first"] or owner.lower_ in words["pointing_home"]
    return side == own if side is not None else pronoun or owner.lower_ in words["homelands"]


VERDICTS = {
    "verdicts": _found_to_be,
    "quoted": _in_own_words,
    "calls": _called,
    "charges": _charged,
    "named": _named,
}
