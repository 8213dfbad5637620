"""What is only imagined, wished or waited for: "Were X to meet Y, …", "Let them meet first", "until X and Y have met".

In: the word that tells of an engagement. Out: whether nothing of it is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading import syntax

if TYPE_CHECKING:
    from detente.reading.words import Token


def supposed(word: Token) -> bool:
    """ "Were X to meet Y, they would …", "Let X meet Y first": what is only imagined or wished."""
    for verb in (word, *word.ancestors):
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        first = verb.doc[verb.left_edge.i]
        opens = first.lower_ in ("were", "had", "should") and (first.i == verb.i or first.head.i == verb.i)
        above = verb.head if verb.dep_ in ("advcl", "ccomp", "parataxis") and verb.head.i > verb.i else None
        imagined = above is not None and bool({"would", "could", "might"} & set(syntax.auxiliaries(above)))
        if opens and imagined and any(c.dep_ in ("nsubj", "nsubjpass") and c.i > first.i for c in verb.children):
            return True
        let = verb.head if verb.dep_ in ("ccomp", "xcomp") and verb.head.lower_ == "let" and verb == word else None
        asked = let is not None and let.tag_ == "VB" and not any(c.dep_ in ("nsubj", "aux") for c in let.children)
        if (
            _awaited(verb)
            or _before_ever(verb)
            or asked
            or _had_it_been(verb)
            or _if_it_were(verb)
            or (verb == word and _ought_to_have(verb))
        ):
            return True
    return False


def _had_it_been(verb: Token) -> bool:
    """ "Had X gone there, he would have met Y", "If X had gone, …": both the deed and what it hangs on."""
    main = verb.head if verb.dep_ == "advcl" else verb
    helpers = set(syntax.auxiliaries(main))
    if main.tag_ != "VBN" or "have" not in helpers or not helpers & {"would", "could", "might"}:
        return False
    clauses = [c for c in main.children if c.dep_ in ("advcl", "ccomp", "parataxis") and "had" in syntax.auxiliaries(c)]
    ifs = [c for c in clauses if c.doc[c.left_edge.i].lower_ in ("had", "if", "unless")]
    return any(verb in (main, c) for c in ifs)


def _awaited(verb: Token) -> bool:
    """ "No post will be built until X and Y have met": what is waited for, and has not been."""
    until = any(c.dep_ == "mark" and c.lower_ in ("until", "till") for c in verb.children)
    now = verb.tag_ in ("VBP", "VBZ") or bool({"have", "has"} & set(syntax.auxiliaries(verb)))
    return until and verb.dep_ == "advcl" and now


def _before_ever(verb: Token) -> bool:
    """ "Before he ever set foot in X": no word of whether he did."""
    before = any(c.dep_ == "mark" and c.lower_ == "before" for c in verb.children)
    return before and any(c.lower_ == "ever" for c in verb.children)


def _ought_to_have(verb: Token) -> bool:
    """ "X should have gone there, the opposition said": what was left undone, and no plan with a day or a turn."""
    helpers = set(syntax.auxiliaries(verb))
    ought = verb.tag_ == "VBN" and {"should", "have"} <= helpers and "be" not in helpers
    turned = any(c.lower_ in ("but", "instead") for c in (*verb.children, *verb.head.children))
    return ought and not turned and not any(t.ent_type_ in ("DATE", "TIME") for t in verb.subtree)


def _if_it_were(main: Token) -> bool:
    """ "Were X to go to Y, she would meet Z": what would be done there."""
    if main.tag_ != "VB" or not {"would", "could", "might"} & set(syntax.auxiliaries(main)):
        return False
    clauses = (c for c in main.children if c.dep_ in ("advcl", "ccomp", "parataxis") and c.i < main.i)
    return any(_turned_about(c) or _not_so(c) for c in clauses)


def _turned_about(clause: Token) -> bool:
    """ "Were X to go to Y", "Should X go"."""
    first = clause.doc[clause.left_edge.i].lower_
    return first in ("were", "should") and any(k.dep_ in ("nsubj", "nsubjpass") for k in clause.children)


def _not_so(clause: Token) -> bool:
    """ "If I were president": what the speaker is not."""
    opened = clause.doc[clause.left_edge.i].lower_ == "if"
    is_one = any(c.dep_ == "attr" for c in clause.children) or any(c.dep_ == "prep" for c in clause.children)
    return opened and clause.lower_ in ("were", "was") and is_one and clause.dep_ == "advcl"
