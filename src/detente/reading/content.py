"""Which words a verb reports: the clause, the infinitive or the phrase that is its content.

In: the parsed verb of a cue. Out: tokens, in order; none where the verb reports nothing. Nothing here knows
who speaks: that is `attribution`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.cues import Cue

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def reported(cue: Cue, verb: Token) -> list[Token]:
    """The words that a cue's verb reports, by the cue's frame."""
    if syntax.is_passive(verb) and cue.force != "accuse" and syntax.agent_of(verb) is None:
        return []
    frame = cue.frame
    if frame == "request":
        return _requested(verb)
    if frame == "about":
        return _about(verb, cue)
    words = clause(verb) or (_promised(verb) if cue.force == "promise" else [])
    if words:
        return words
    return _object(cue, verb) if frame == "object" else []


def _object(cue: Cue, verb: Token) -> list[Token]:
    noun = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if noun is None:
        return []
    allowed = cue.entry.words("objects")
    if allowed and not any(c.lemma_ in allowed for c in syntax.conjuncts(noun)):
        return []
    return list(noun.subtree)


def clause(verb: Token) -> list[Token]:
    """The clause that a verb reports: after it, before it, or around it ("…, he said, …")."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    if clauses:
        clause = max(clauses, key=lambda c: c.right_edge.i - c.left_edge.i)
        words = list(clause.subtree)
        for extra in verb.children:
            if (
                extra.dep_ in ("dep", "conj")
                and extra.i > clause.i
                and extra.tag_ in ("VB", "VBG")
                and not has_subject(extra)
            ):
                words += list(extra.subtree)
        return _filled(words)
    if verb.dep_ in ("parataxis", "ccomp") and verb.head.pos_ in ("VERB", "AUX") and _interrupts(verb):
        own = {t.i for t in verb.subtree}
        rest = [t for t in verb.head.subtree if t.i not in own]
        runs = syntax.contiguous(rest)
        return next((r for r in runs if verb.head.i in {t.i for t in r} and len(r) > 3), max(runs, key=len))
    return []


def _promised(verb: Token) -> list[Token]:
    """What someone pledges, agrees or vows to do."""
    infinitive = next(
        (c for c in verb.children if c.dep_ in ("xcomp", "advcl", "ccomp") and c.tag_ == "VB" and c.i > verb.i),
        None,
    )
    if infinitive is None:
        return [t for c in verb.children if c.dep_ == "dobj" for t in c.subtree]
    start = next((t.i for t in infinitive.subtree if t.tag_ == "TO" and t.head == infinitive), infinitive.i)
    return [t for t in infinitive.subtree if t.i >= start]


def _interrupts(verb: Token) -> bool:
    """Whether a reporting verb stands as an aside, between commas or at the end."""
    left = min(t.i for t in verb.subtree if not t.is_punct)
    return left > verb.sent.start and verb.doc[left - 1].text in (",", "”", '"', "—", "–")


def has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _filled(tokens: list[Token]) -> list[Token]:
    """All tokens between the first and the last."""
    low, high = min(t.i for t in tokens), max(t.i for t in tokens)
    return list(tokens[0].doc[low : high + 1])


def _requested(verb: Token) -> list[Token]:
    """What is asked: "to …" after the one who is asked, or a that-clause, or "for …"."""
    for child in verb.children:
        if (
            child.dep_ in ("xcomp", "advcl", "ccomp", "acl")
            and child.i > verb.i
            and child.tag_ in ("VB", "VBP", "VBZ", "VBD", "VBN", "VBG")
        ):
            words = list(child.subtree)
            start = next((t.i for t in words if t.tag_ == "TO" and t.head == child), None)
            if start is None and not any(t.lower_ == "that" and t.dep_ == "mark" for t in words) and child.tag_ != "VB":
                continue
            words = [t for t in words if start is None or t.i >= start]
            for more in verb.children:
                if more.dep_ in ("dep", "conj") and more.i > child.i and more.tag_ == "VB":
                    words += list(more.subtree)
            return _listed_on(_filled(words))
    for noun in (c for c in verb.children if c.dep_ in ("dobj", "prep", "dative")):
        inner = [
            c
            for n in [noun, *noun.children]
            for c in n.children
            if c.dep_ in ("acl", "relcl", "xcomp") and c.tag_ == "VB"
        ]
        if inner:
            return [t for t in inner[0].subtree if t.i >= next((x.i for x in inner[0].subtree if x.tag_ == "TO"), 0)]
    return []


def _listed_on(words: list[Token]) -> list[Token]:
    """The words with the infinitives listed after them (", to …, and to …"), which parsers hang anywhere."""
    doc, last = words[0].doc, words[-1].i
    end = words[0].sent.end
    listed = [t.i for t in doc[last + 1 : end] if t.tag_ == "TO" and doc[t.i - 1].lower_ in (",", "and")]
    if listed and listed[0] - last <= 4:
        stop = next((t.i for t in doc[listed[-1] : end] if t.lower_ == "," and _attributes(doc, t.i + 1, end)), end)
        words = [t for t in doc[words[0].i : stop] if not (t.i == stop - 1 and t.is_punct)]
    cut = next((t.i for t in words if t.lower_ == "," and _attributes(doc, t.i + 1, end)), None)
    return [t for t in words if cut is None or t.i < cut]


def _attributes(doc: Doc, start: int, end: int) -> bool:
    """Whether what follows a comma only says who says so: "as per …", "according to …"."""
    return doc[start : min(start + 2, end)].text.lower() in ("as per", "according to")


def _about(verb: Token, cue: Cue) -> list[Token]:
    """What a verb with a preposition is about: "called for X", "accused Y of Z-ing"."""
    wanted = cue.prepositions or tuple(verb.doc[i].lower_ for i in cue.extra)
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in wanted and child.i > verb.i:
            return [t for t in child.subtree if t.i > child.i]
        if child.dep_ in ("advcl", "pcomp", "ccomp", "xcomp") and any(
            c.dep_ == "mark" and c.lower_ in wanted for c in child.children
        ):
            return [t for t in child.subtree if t.i > child.left_edge.i]
    return []
