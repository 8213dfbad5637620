"""Deeds joined to a plan that the parser joined to its finite verb: "is to attend a forum and, on its margins, hold
talks", "is set to open a school, visit a port and meet X", "is to, the ministry said, hold talks".

In: a word of a parsed passage. Out: nothing; a bare infinitive without a subject or helper of its own is hung on the
infinitive before it, or gets back the "to" that an aside parts from it. Nobody who is to hold talks holds them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token

FINITE = frozenset({"VBZ", "VBP", "VBD"})
BE = frozenset({"is", "are", "was", "were", "'s", "'re", "has", "have", "had", "been"})
OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "expl", "mark"})
# what may stand between a finite verb and its infinitive: "is due to go", "plans to go", "has it in mind to go"
BETWEEN = frozenset({"acomp", "oprd", "attr", "dobj", "advmod"})


def mend(word: Token) -> None:
    """Hangs a bare infinitive on the one that it goes on from, and a second "and that" beside the first."""
    if _second_that(word):
        word.dep_ = "conj"
        return
    if not _bare(word):
        return
    above = word.head
    if (first := _infinitive(above, word)) is not None:
        word.tag_, word.head = "VB", first
    elif (to := _stray_to(above, word)) is not None:
        told = to.head
        word.tag_, word.head, word.dep_ = "VB", told, "xcomp"
        to.head, to.dep_, to.tag_, to.pos_ = word, "aux", "TO", "PART"


def _second_that(word: Token) -> bool:
    """Whether "and that Z is open" of "said that X regrets Y and that Z is open" was hung on what X regrets: its verb
    has its object."""
    mark = next((c for c in word.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    if word.dep_ != "ccomp" or mark is None or mark.i == 0 or mark.nbor(-1).lower_ != "and" or word.head.i > word.i:
        return False
    said = word.head.dep_ == "ccomp" and any(c.lower_ == "that" and c.dep_ == "mark" for c in word.head.children)
    return said and any(c.dep_ == "dobj" and c.i < word.i for c in word.head.children)


def _bare(word: Token) -> bool:
    """Whether a verb stands without a subject and a helper beside a finite one before it."""
    if word.dep_ != "conj" or word.pos_ != "VERB" or word.tag_ not in ("VB", "VBP") or word.head.i > word.i:
        return False
    above = word.head
    helpers = {c.lower_ for c in above.children if c.dep_ in ("aux", "auxpass")}
    finite = above.tag_ in FINITE or (above.tag_ in ("VBN", "VBG") and helpers & BE)
    modal = any(c.tag_ == "MD" for c in above.children if c.dep_ == "aux")
    return bool(finite) and not modal and not any(c.dep_ in OWN for c in word.children)


def _infinitive(above: Token, word: Token) -> Token | None:
    """The last infinitive of a finite verb before a word: "attend" of "is to attend", "is due to attend"."""
    found = None
    for deed in above.doc[above.i + 1 : word.i]:
        if deed.tag_ != "VB" or deed.dep_ not in ("xcomp", "advcl", "acl", "ccomp"):
            continue
        to = any(c.tag_ == "TO" and c.dep_ == "aux" for c in deed.children)
        between = deed.head.head == above and deed.head.dep_ in BETWEEN
        found = deed if to and (deed.head == above or between) else found
    return found


def _stray_to(above: Token, word: Token) -> Token | None:
    """ "to" of "is to, the ministry said, hold talks", without anything of its own, before the comma of an aside."""
    for to in above.doc[above.i + 1 : word.i]:
        hung = to.head == above or (to.head.head == above and to.head.dep_ in BETWEEN)
        if to.lower_ == "to" and hung and not any(True for _ in to.children) and to.nbor(1).text == ",":
            return to
    return None


def as_well(link: Token) -> None:
    """Hangs "with Y" of "met with X, as well as with Y" where "with X" hangs, and not on X."""
    before = link.doc[max(0, link.i - 3) : link.i].text.lower()
    first = link.head.head
    if before == "as well as" and link.head.dep_ == "pobj" and first.lower_ == link.lower_:
        link.head = first.head
