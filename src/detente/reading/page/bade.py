"""What is asked or told, where the parser made nouns of it: "called upon X to lower duties", "told X Y should act",
"X, he said, handles relations with Y on the basis of …".

In: a word of a parsed passage. Out: the same, with the deed asked for a verb, whom one tells apart from who should act,
and the verb after an aside the main one. Words and tags alone decide; where they do not, nothing is changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.reading.page.parted import opening

if TYPE_CHECKING:
    from detente.reading.words import Token

QUALITIES = frozenset({"ccomp", "oprd", "acomp", "xcomp", "amod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


@dataclass(frozen=True, slots=True)
class Bidding:
    """Lemmas of verbs: with whom they tell, with "for" who should act, with "that" a bare form."""

    telling: frozenset[str]
    calling: frozenset[str]
    asking: frozenset[str]


def mend(word: Token, verbs: Bidding) -> None:
    """Makes a deed of "to lower duties", parts "told X Y should", and a clause of "X, he said, handles relations"."""
    if word.tag_ == "VB" and word.dep_ == "amod" and word.i > word.sent.start and word.nbor(-1).tag_ == "TO":
        _ask(word.nbor(-1), word)
    if word.dep_ == "advcl" and word.tag_ == "VB" and word.i - 2 > word.sent.start and word.nbor(-1).tag_ == "TO":
        if word.nbor(-2).dep_ == "pobj":
            _call_for(word.nbor(-2), word, verbs.calling)
        _promise(word)
    if word.dep_ == "ccomp" and word.tag_ == "VB" and word.head.lemma_ == "promise":
        _promise_to(word)
    if word.dep_ in ("dobj", "dative") and word.pos_ == "PROPN" and word.head.lemma_ in verbs.telling:
        _part(word)
    if word.dep_ in ("relcl", "acl") and (verb := _told_past_source(word)) is not None:
        word.head, word.dep_ = verb, "ccomp"
    if word.dep_ in ("ccomp", "advcl", "conj", "dep", "ROOT") and (quality := _made_plain(word)) is not None:
        _say_plainly(quality, word)
    if word.dep_ == "det" and word.i - 2 > word.sent.start and word.nbor(-1).pos_ == "PROPN":
        _of_whom(word.nbor(-1), word.head)
    if word.tag_ in ("NN", "VBP") and word.dep_ == "ccomp" and word.head.lemma_ in verbs.asking:
        _ask_that(word)
    if word.tag_ == "VBZ" and word.dep_ == "compound" and word.head.i == word.i + 1:
        _act(word, word.head)


def _call_for(whom: Token, deed: Token, calling: frozenset[str]) -> None:
    """Makes X, in "called for X to act", who should act, as in the same words with other names."""
    link = whom.head
    own = any(c.dep_ in SUBJECTS for c in deed.children)
    if link.lower_ == "for" and link.head == deed.head and link.head.lemma_ in calling and not own:
        link.head, link.dep_, whom.head, whom.dep_ = deed, "mark", deed, "nsubj"


def _promise(deed: Token) -> None:
    """Makes what is promised of "promised X on Saturday to visit Y", taken for what the promise is for."""
    verb = deed.head
    whom = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i), None)
    named = whom is not None and (whom.pos_ in ("PROPN", "PRON") or whom.ent_type_ in ("PERSON", "GPE", "NORP"))
    if verb.lemma_ == "promise" and verb.i < deed.i and named and not any(c.dep_ in SUBJECTS for c in deed.children):
        deed.dep_ = "xcomp"


def _promise_to(deed: Token) -> None:
    """Makes Y of "promised Y to travel to Z", taken for who travels, whom it is promised: X is who goes."""
    whom = next((c for c in deed.children if c.dep_ == "nsubj" and c.i < deed.i), None)
    to = any(c.tag_ == "TO" and whom is not None and whom.i < c.i < deed.i for c in deed.children)
    marked = any(c.dep_ == "mark" for c in deed.children)
    if whom is not None and to and not marked and whom.left_edge.i == deed.head.i + 1:
        whom.head, whom.dep_, deed.dep_ = deed.head, "dobj", "xcomp"


def _ask(to: Token, deed: Token) -> None:
    """Makes "lower" of "called upon X to lower duties", taken for what duties are, the deed that is asked."""
    thing, asking = deed.head, to.head
    if to.dep_ != "prep" or thing.head != to or thing.i < deed.i:
        return
    while asking.dep_ in ("pobj", "dobj", "prep") and asking.head.i < asking.i and asking.pos_ != "VERB":
        asking = asking.head
    if asking.pos_ != "VERB" or asking.i > to.i:
        return
    to.head, to.dep_, deed.head, deed.dep_ = deed, "aux", asking, "advcl"
    thing.head, thing.dep_ = deed, "dobj"
    for listed in [c for c in thing.children if c.dep_ == "conj" or (c.is_punct and c.i > thing.i)]:
        listed.head = deed if listed.is_punct else listed.head


def _part(name: Token) -> None:
    """Makes the second of "told X Y should act", taken for one name, the subject of what is told."""
    doc, verb = name.doc, name.head
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > name.i), None)
    modal = doc[name.i + 1] if name.i + 1 < name.sent.end else name
    whom = [c for c in name.children if c.dep_ == "compound" and c.i < name.i]
    if clause is None or modal.tag_ != "MD" or modal.head != clause or not whom or whom[-1].i != name.i - 1:
        return
    if any(c.dep_ in SUBJECTS for c in clause.children):
        return
    first = whom[-1]
    first.head, first.dep_ = verb, "dobj"
    for child in [c for c in name.children if c.i < first.i]:
        child.head = first
    name.head, name.dep_ = clause, "nsubj"


def _of_whom(name: Token, thing: Token) -> None:
    """Parts "demanded of X the return of Y", where the parser made one thing of X and what is demanded."""
    link, first = thing.head, name
    while first.i > name.sent.start and first.nbor(-1).dep_ == "compound" and first.nbor(-1).head == name:
        first = first.nbor(-1)
    verb = link.head
    if name.head != thing or thing.dep_ != "pobj" or first.i != link.i + 1 or verb.pos_ != "VERB":
        return
    if verb.i < link.i and not any(c.dep_ == "dobj" for c in verb.children):
        name.head, name.dep_, thing.head, thing.dep_ = link, "pobj", verb, "dobj"


def _ask_that(deed: Token) -> None:
    """Makes plain forms of "refrain", "respect" and "withdraw" in "asked that X refrain from …", "that it withdraw"."""
    marked = any(c.lower_ == "that" and c.dep_ == "mark" and c.i < deed.i for c in deed.children)
    who = deed.nbor(-1) if deed.i > deed.sent.start else deed
    singular = who.tag_ == "NNP" or who.lower_ in ("it", "he", "she")
    if not marked or not singular or who.head != deed or any(c.dep_ in ("aux", "cop") for c in deed.children):
        return
    if deed.tag_ == "NN":
        others = [c for c in deed.children if c.dep_ in ("compound", "det") and c.i < who.i]
        who.dep_, deed.pos_ = "nsubj", "VERB"
        for word in others:
            word.head = who
        for thing in (c for c in deed.children if c.i > deed.i and c.dep_ in ("dobj", "appos", "nmod")):
            thing.dep_ = "dobj"
    deed.tag_, deed.lemma_ = "VB", deed.lower_


def _told_past_source(clause: Token) -> Token | None:
    """ "told" of "told Y, according to the spokesman, Z, that X was …", whose clause the parser hung on who says so."""
    that = next((c for c in clause.children if c.lower_ == "that" and c.dep_ == "mark"), None)
    source = clause.head.head if clause.head.dep_ == "pobj" and clause.head.head.lower_ == "to" else None
    above = source.head if source is not None and source.head.lower_ == "according" else None
    if that is None or above is None or that.nbor(-1).text != "," or above.head.i > above.i:
        return None
    return above.head if above.head.pos_ == "VERB" else None


def _made_plain(clause: Token) -> Token | None:
    """ "plain" of "made it plain, he said, that X will act": what a clause hangs on that an aside parts from it."""
    doc, that = clause.doc, next((c for c in clause.children if c.dep_ == "mark"), clause)
    if that.lower_ != "that" or that.i - 3 <= clause.sent.start or that.nbor(-1).text != ",":
        return None
    comma = opening(doc, that.i - 1, clause.sent.start) or 0
    quality = doc[comma - 1]
    made = quality.head.lemma_ == "make" and quality.dep_ in QUALITIES and quality.head.i < quality.i
    below = quality.head.dep_ == "ccomp" and quality.head.head == clause
    made = made and (below if clause.dep_ == "ROOT" else clause not in quality.ancestors)
    return quality if comma > clause.sent.start + 2 and made else None


def _say_plainly(quality: Token, clause: Token) -> None:
    """Hangs the clause on the quality; where it was the main one, what makes it plain takes its place."""
    made, that = quality.head, next(c for c in clause.children if c.dep_ == "mark")
    if clause.dep_ == "ROOT":
        made.head, made.dep_ = made, "ROOT"
    for child in [c for c in clause.children if c.i < that.i and c != made]:
        child.head = made
    clause.head, clause.dep_ = quality, "ccomp"


def _act(verb: Token, noun: Token) -> None:
    """Makes a clause of "X, he said, handles relations with Y", taken for a name of relations."""
    doc, low = verb.doc, verb.sent.start
    if verb.i - 2 <= low or doc[verb.i - 1].text != "," or noun.dep_ not in ("ROOT", "ccomp"):
        return
    comma = opening(doc, verb.i - 1, low)
    who = doc[comma - 1] if comma is not None and comma > low else None
    said = any(t.tag_ in ("VBD", "VBZ") for t in doc[comma or verb.i : verb.i])
    if who is None or not said or who.pos_ != "PROPN" or who.head != noun:
        return
    above, dep = noun.head, noun.dep_
    verb.pos_, verb.head, verb.dep_ = "VERB", verb if above == noun else above, dep
    who.head, who.dep_, noun.head, noun.dep_ = verb, "nsubj", verb, "dobj"
    for child in [c for c in noun.children if c.i < verb.i or c.dep_ == "parataxis" or c == doc[verb.sent.end - 1]]:
        child.head = verb
