"""Objects of denial that the parser hung on a quality: "denied suspending trade talks", "dismissed as fabricated a
claim that X met Y".

In: a word of a parsed passage, and the verbs of denying and of calling off. Out: nothing; what is denied is the deed,
and what is dismissed the claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token


def mend(word: Token, denying: frozenset[str], deeds: frozenset[str]) -> None:
    """Hangs what is denied on its verb."""
    if word.dep_ == "amod" and word.tag_ == "VBG":
        _deny_doing(word, denying, deeds)
    if word.dep_ == "advcl" and word.tag_ == "VBN":
        _branded(word)


def _deny_doing(deed: Token, denying: frozenset[str], deeds: frozenset[str]) -> None:
    """ "denied suspending trade talks": what was denied is the deed, which is no quality of the talks."""
    thing = deed.head
    verb = thing.head
    bare = thing.dep_ == "dobj" and deed.i == verb.i + 1 and not any(c.dep_ in ("det", "poss") for c in thing.children)
    if not bare or verb.lemma_ not in denying or deed.lemma_.lower() not in deeds:
        return
    deed.head, deed.dep_, deed.pos_ = verb, "xcomp", "VERB"
    thing.head = deed


def _branded(quality: Token) -> None:
    """ "dismissed as fabricated a claim that X met Y": what was dismissed is the claim."""
    mark = next((c for c in quality.children if c.lower_ == "as" and c.i == quality.i - 1), None)
    things = [c for c in quality.children if c.dep_ == "dobj" and c.left_edge.i == quality.i + 1]
    verb = quality.head
    if mark is None or len(things) != 1 or mark.i != verb.i + 1 or verb.pos_ != "VERB":
        return
    mark.head, mark.dep_, quality.head, quality.dep_ = verb, "prep", mark, "amod"
    things[0].head = verb
    for stray in [c for c in quality.children if c.i > things[0].i]:
        stray.head = verb
