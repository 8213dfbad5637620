"""In which sense a verb stands: "called X" rings him up, "called X a liar" does not, "is speaking again" is no talk.

In: a verb that can name an engagement. Out: whether it stands with its particle, somewhere, on terms, of itself …
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.codebook import Entry
from detente.reading import syntax

if TYPE_CHECKING:
    from detente.reading.words import Token


def somewhere(verb: Token) -> bool:
    """ "agreed in X", "settled the details in X": with a place by its name right at the verb or its object."""
    things = [verb, syntax.agent_of(verb), *(c for c in verb.children if c.dep_ == "dobj")]
    named = (n for t in things if t is not None for n in syntax.prepositional(t, "in", "at"))
    return any(n.pos_ == "PROPN" and n.text[0].isupper() for n in named)


def done_by_day(verb: Token) -> bool:
    """ "Tuesday saw X in Y", "the following week brought her to Z": a day or a while that shows or takes somebody."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "npadvmod") and c.i < verb.i), None)
    if subject is None or subject.ent_type_ == "PERSON":
        return False
    return any(_of_calendar(t) for t in (subject, *subject.children))


def _of_calendar(token: Token) -> bool:
    return token.ent_type_ == "DATE" and token.pos_ in ("NOUN", "PROPN", "NUM", "ADJ")


def _appealed(child: Token) -> bool:
    """ "upon X" after "called": an appeal, and no ringing up."""
    return child.dep_ == "prep" and child.lower_ in ("on", "upon", "for") and not syntax.dated(child)


def _whom(clause: Token) -> bool:
    """X of "spoke with X to discuss Y", whom the parser made the subject of what was to be discussed."""
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    purpose = any(c.dep_ == "aux" and c.tag_ == "TO" for c in clause.children)
    return purpose and subject is not None and subject.pos_ in ("PROPN", "NOUN")


def only_about(entry: Entry, verb: Token) -> bool:
    """ "both spoke of a new page", "speak to why they stay away": told to nobody in particular, by the entry's `bars`
    and no partner, or where a clause stands in the partner's place."""
    prepositions = {c.lower_ for c in verb.children if c.dep_ == "prep"}
    after = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in entry.words("partner") and c.i > verb.i]
    if len(after) == 1 and any(c.dep_ == "pcomp" and not _whom(c) for c in after[0].children):
        return True
    return bool(prepositions & set(entry.words("bars"))) and not prepositions & set(entry.words("partner"))


def on_terms(verb: Token) -> bool:
    """ "the two sides are speaking again", "stand to gain from speaking often": what they do these days, with nobody
    named and on no day."""
    first = verb.head if verb.dep_ == "conj" else verb
    goes_on = first.dep_ in ("pcomp", "csubj") or any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    goes_on = goes_on and verb.tag_ == "VBG"
    named = any(n.pos_ in ("NOUN", "PROPN") for n in syntax.prepositional(verb, "with", "to"))
    dated = any(syntax.dated(c) or c.ent_type_ in ("DATE", "TIME") for c in verb.children)
    return goes_on and not named and not dated


def by_article(verb: Token) -> bool:
    """ "the calling of a generation": a participle with an article is a noun."""
    return verb.tag_ == "VBG" and any(c.dep_ == "det" and c.i < verb.i for c in verb.children)


def puts_a_name_on(verb: Token) -> bool:
    """Whether "called" puts a name on someone or appeals to him: with the person alone after it, it rings him up."""
    after_it = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    if after_it.lower_ == "for" and any(c.dep_ in ("advcl", "ccomp", "xcomp") and c.i > verb.i for c in verb.children):
        return True  # "called for X to withdraw"
    after = [c for c in verb.children if c.dep_ in ("dobj", "oprd", "ccomp", "dative", "attr")]
    lone = len(after) == 1 and after[0].tag_ == "NNP" and not syntax.is_passive(verb)
    if after and _named_next(after[0]):
        return True
    if lone or (len(after) == 1 and syntax.names_person(after[0])):
        return any(_appealed(c) for c in verb.children)
    return any(c.dep_ != "dobj" for c in after) or any(_appealed(c) for c in verb.children)


def _named_next(thing: Token) -> bool:
    """ "called X “a neighbour with a lawyer”", "called X a liar": a name right after the one who gets it."""
    at = thing.right_edge.i + 1
    quoted = next((t.i for t in thing.subtree if t.i > thing.i and t.tag_ == "``"), at)
    after = thing.doc[min(at, quoted)] if min(at, quoted) < thing.sent.end else None
    return after is not None and (after.tag_ == "``" or (after.lower_ in ("a", "an") and after.i == thing.i + 1))


def of_itself(verb: Token) -> bool:
    """ "talked themselves into a corner", "speak for themselves": what somebody does to himself is done with nobody."""
    done_to = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    done_to += syntax.prepositional(verb, "for") if verb.lemma_ == "speak" else []
    return any(c.lower_.endswith(("self", "selves")) for c in done_to)


def seen_doing(verb: Token) -> bool:
    """ "They were seen waving from the balcony": what somebody was seen to do, with nobody named who saw."""
    doing = any(c.tag_ == "VBG" and c.dep_ in ("xcomp", "ccomp", "advcl") and c.i == verb.i + 1 for c in verb.children)
    return verb.lemma_ == "see" and doing and syntax.is_passive(verb) and syntax.agent_of(verb) is None


def has_particle(verb: Token, particle: str) -> bool:
    """Whether a verb has its particle; "on" before a day is none."""
    parts = particle.split("_")
    after = [c for c in verb.children if c.i > verb.i]
    beside = {c.lower_ for c in after if not syntax.dated(c)}
    beside |= {t.lower_ for c in after if c.dep_ == "prep" for t in c.lefts}  # "brought X and Y together in Rome"
    if particle == "together":  # "bring X of A and Y of B together", hung on the last of them
        lists = (syntax.conjuncts(c) for c in after if c.dep_ == "dobj")
        beside |= {t.lower_ for names in lists for n in names for t in n.children if t.dep_ == "advmod"}
    if len(parts) > 1 and not set(parts) <= {t.lower_ for t in verb.subtree}:
        return False  # "were put together", with no heads
    return bool(beside & set(parts))


def to_do(due: Token) -> bool:
    """ "were due to begin talks": no place where somebody is due."""
    return any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in due.children)
