"""What goes on after who says so: "X will go to Y next week, his office said on Tuesday, for talks with Z"; and what is
promised behind whom and when: "promised X at talks in Y on Monday to release Z".

In: a word of a parsed passage. Out: the same, with what the journey is for on the journey, and the deed on the promise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token

DAYS = frozenset({"DATE", "TIME"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def mend(word: Token, saying: frozenset[str], vowing: frozenset[str]) -> None:
    """Hangs a purpose on what was told before the aside, and what is promised on the promise."""
    if (told := _told_before_aside(word, saying)) is not None:
        word.head, word.dep_ = told, "advcl" if word.dep_ == "xcomp" else word.dep_
    if word.tag_ == "VB" and (vow := _vowed(word, vowing)) is not None:
        word.head, word.dep_ = vow, "xcomp"


def _told_before_aside(word: Token, saying: frozenset[str]) -> Token | None:
    """The verb told of before "his office said on Tuesday, for talks", "…, to meet X": nobody says for talks."""
    said, first = word.head, word.left_edge
    purpose = word.dep_ in ("xcomp", "advcl") and word.tag_ == "VB" and first.tag_ == "TO"
    purpose = purpose or (word.dep_ == "prep" and word.lower_ == "for" and _of_something(word))
    if not purpose or said.i > word.i or said.lemma_ not in saying or said.tag_ not in ("VBD", "VBZ"):
        return None
    told = next((c for c in said.children if c.dep_ == "ccomp" and c.i < said.i), None)
    aside = told is not None and "," in [t.text for t in word.doc[told.i : said.i]]
    if told is None or not aside or first.i <= word.sent.start or first.nbor(-1).text != ",":
        return None
    return next((c for c in told.children if told.lemma_ == "be" and c.dep_ == "xcomp" and c.tag_ == "VB"), told)


def _of_something(link: Token) -> bool:
    """Whether a preposition has a noun: "for talks", and not "for him to go"."""
    return any(c.dep_ == "pobj" and c.pos_ == "NOUN" for c in link.children)


def _vowed(deed: Token, vowing: frozenset[str]) -> Token | None:
    """ "promised" of "promised X in Y on Monday to release Z": nothing but whom and when stands between the two."""
    if deed.dep_ not in ("advcl", "acl") or deed.left_edge.tag_ != "TO" or deed.left_edge.i - 1 <= deed.sent.start:
        return None
    verb = deed.head
    while verb.dep_ in ("pobj", "dobj", "dative", "prep") and verb.head.i < verb.i:
        verb = verb.head
    before = deed.left_edge.nbor(-1)
    when = before.ent_type_ in DAYS or deed.dep_ == "advcl"
    other = any(c.dep_ in ("xcomp", "ccomp") or (c.dep_ == "punct" and verb.i < c.i < deed.i) for c in verb.children)
    own = any(c.dep_ in SUBJECTS for c in deed.children)
    return verb if verb.pos_ == "VERB" and verb.lemma_ in vowing and when and not other and not own else None
