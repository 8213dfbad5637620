"""Words that the parser hung on a farther or a nearer word than their own: "X further asked Y to act", where it made a
quality of the adverb of who acts; "reminded X of the pledges which Y gave", where it hung the pledges' clause on X;
"spent a day with officials in X", where it hung the town on them; "The visit, announced for May, never took place",
where it made the aside the clause; "posted it, an hour after he met Y", where it joined the clause; "it fell to X to
meet Y", where X is who met Y.

In: a word of a parsed passage. Out: nothing; the word is hung where it belongs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
NAMING = frozenset({"amod", "nmod", "compound", "npadvmod", "dep"})
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
PASTS = frozenset({"VBD", "VBZ"})
TIMELY = frozenset({"after", "before", "since", "until"})
LEFT = frozenset({"fall", "leave"})  # "it fell to X to …", "it was left to X to …"


def mend(word: Token) -> None:
    """Hangs a name before an adverb, or a clause of "which", where it belongs."""
    opens = word.dep_ in (*NAMING, "advmod") and word.i == word.sent.start
    if opens and (verb := _robbed_by_an_adverb(word)) is not None:
        word.head, word.dep_, word.tag_, word.pos_ = verb, "nsubj", "NNP", "PROPN"
    if word.dep_ == "relcl" and (noun := _right_before_which(word)) is not None:
        _hang(word, noun)
    if word.lower_ == "in" and (verb := _spent_there(word)) is not None:
        word.head = verb
    if word.tag_ == "VBD" and word.i > word.sent.start and word.lower_.endswith("ed"):
        _behind_an_aside(word)
    if word.dep_ == "relcl" and (that := _on_record(word)) is not None:
        word.head, word.dep_ = word.head.head.head, "ccomp"
        that.head, that.dep_, that.tag_, that.pos_ = word, "mark", "IN", "SCONJ"
    if word.dep_ == "nsubj" and _made_one(word):
        _make(word, word.head)
    if word.dep_ == "conj" and _serves(word):
        word.dep_ = "advcl"
    if word.dep_ == "pobj" and (deed := _left_to(word)) is not None:
        _do(word, deed)


def _robbed_by_an_adverb(name: Token) -> Token | None:
    """The verb of "X further asked …": one in the present or past that nobody else does, right after the adverb."""
    adverb = name.nbor(1) if name.i + 2 < name.sent.end else name
    verb = adverb.head if adverb.dep_ == "advmod" else name.head
    between = adverb.dep_ == "advmod" and adverb.i + 1 == verb.i
    if name.dep_ == "advmod":  # "X struck a warmer tone": an unknown name that the parser took for an adverb
        between = (between or verb.i == name.i + 1) and name.ent_type_ in NAMES and not name.lower_.endswith("ly")
    elif name.head.i != adverb.i:
        return None
    told = verb.tag_ in PASTS and name.text[0].isupper() and name.tag_ in ("JJ", "NN", "NNP", "RB")
    return verb if between and told and not any(c.dep_ in SUBJECTS for c in verb.children) else None


def _spent_there(link: Token) -> Token | None:
    """The verb of "spent two days with officials in X": who is with them is where they are."""
    company = link.head.head if link.dep_ == "prep" and link.head.dep_ == "pobj" else None
    return company.head if company is not None and company.lower_ == "with" and company.head.lemma_ == "spend" else None


def _behind_an_aside(verb: Token) -> None:
    """Makes the clause "took" of "The visit, announced for May, never took place", of which the parser made the aside
    the clause."""
    doer = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if doer is None or doer.pos_ != "NOUN" or verb.nbor(-1).text != ",":
        return
    if any(c.dep_ in ("dobj", "cc") for c in verb.children):
        return
    after = (c for c in verb.children if c.dep_ in ("dep", "ccomp", "conj") and c.i > verb.i)
    later = (c for c in after if c.tag_ in ("VBD", "VB"))
    deed = next((c for c in later if c.left_edge.i and c.left_edge.nbor(-1).text == ","), None)
    joined = deed is None or any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in deed.children)
    if deed is None or joined:
        return
    deed.head, deed.dep_ = (deed, "ROOT") if verb.dep_ == "ROOT" else (verb.head, verb.dep_)
    for child in [c for c in verb.children if c.i > deed.i]:
        child.head = deed
    doer.head = deed
    verb.head, verb.dep_, verb.tag_ = doer, "acl", "VBN"


def _right_before_which(clause: Token) -> Token | None:
    """The noun right before the "which" that opens a clause hung on a person: nobody is a "which"."""
    which = next((t for t in clause.subtree if t.lower_ == "which" and t.i < clause.i), None)
    if which is None or which.i == which.sent.start or clause.head.ent_type_ != "PERSON":
        return None
    noun = which.nbor(-1)
    return noun if noun.pos_ == "NOUN" and noun.i > clause.head.i else None


def _hang(clause: Token, noun: Token) -> None:
    """Makes a clause the noun's, with "which" as what is done, where another does it."""
    clause.head = noun
    which = next(t for t in clause.subtree if t.lower_ == "which" and t.i < clause.i)
    doers = [c for c in clause.children if c.dep_ == "nsubj"]
    if which in doers and len(doers) > 1:
        which.dep_ = "dobj"


def _on_record(clause: Token) -> Token | None:
    """ "that" of "put on record that X deals with all", of which the parser made a record that X deals."""
    record = clause.head
    on = record.lower_ == "record" and record.dep_ == "pobj" and record.head.lower_ == "on"
    own = any(c.dep_ in SUBJECTS and c.lower_ != "that" for c in clause.children)
    that = record.nbor(1) if record.i + 1 < len(record.doc) else record
    return that if on and own and that.lower_ == "that" else None


def _made_one(name: Token) -> bool:
    """Whether a name is made something, "made X the first stop of his tour", of which the parser made a clause."""
    thing, verb = name.head, name.head.head
    nominal = thing.dep_ in ("ccomp", "dobj") and thing.pos_ in ("NOUN", "NUM") and name.pos_ == "PROPN"
    return nominal and verb.lemma_ == "make" and name.left_edge.i == verb.i + 1 and name.i < thing.i


def _make(name: Token, thing: Token) -> None:
    """Makes a name what is made something; of "one of his first stops" the stops are that."""
    verb = thing.head
    name.head, name.dep_, thing.dep_ = verb, "dobj", "oprd"
    several = [n for c in thing.children if c.lower_ == "of" for n in c.children if n.dep_ == "pobj"]
    if thing.tag_ == "CD" and several:
        several[0].head, several[0].dep_ = verb, "oprd"
        thing.head, thing.dep_ = several[0], "nummod"


def _serves(clause: Token) -> bool:
    """ "after X had met Y", joined to the verb before it without an "and": it says when."""
    marked = any(c.dep_ == "mark" and c.lower_ in TIMELY for c in clause.children)
    linked = any(c.dep_ == "cc" and c.i < clause.i for c in (*clause.children, *clause.head.children))
    return marked and not linked and clause.head.pos_ in ("VERB", "AUX") and clause.head.i < clause.i


def _left_to(doer: Token) -> Token | None:
    """The deed of "it fell to X to meet Y", which is X's."""
    to, verb = doer.head, doer.head.head
    it = any(c.lower_ == "it" and c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)
    if to.lower_ != "to" or verb.lemma_ not in LEFT or not it:
        return None
    deeds = (c for n in (verb, doer) for c in n.children if c.i > doer.i and c.tag_ == "VB")
    return next((d for d in deeds if any(c.tag_ == "TO" for c in d.children)), None)


def _do(doer: Token, deed: Token) -> None:
    """Makes X met Y of "it fell to X to meet Y"."""
    verb = doer.head.head
    doer.head, doer.dep_ = deed, "nsubj"
    if verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in verb.children if c.dep_ in ("aux", "auxpass")):
        deed.tag_ = "VBD"
        for to in [c for c in deed.children if c.tag_ == "TO"]:
            to.dep_ = "dep"
