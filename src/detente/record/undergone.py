"""What was done, told by what it was done to and without the doer: "X's ban was lifted", "the crossing between X and Y
reopened", "the fishermen held in X were freed", "four ambulances from X arrived in Y".

In: a line of a text. Out: `Doing`s of those whose the thing is, or who held whom. Where the line says that another did
it, or does not say whose the thing is, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.model import Country
from detente.record.doers import own_clause
from detente.record.doings import PASSIVE, Doing, Line, clause, less
from detente.record.knowledge import Knowledge

# "has reopened": what may stand before a verb that a thing does itself
HAS = re.compile(r"\b(?:has|have|had)(?: (?:since|now|also|already|finally))?(?: \w+ly)?\s*$|\s+$", re.IGNORECASE)
# a verb with nothing that it is done to: the clause ends, or goes on with where, when or how
ALONE = re.compile(
    r"\s*(?:$|[,.;]|(?:in|on|at|from|to|for|after|this|last|early|late|again|yesterday|today|\w+day|\w+ly)\b)",
    re.IGNORECASE,
)
PREPOSITION = re.compile(
    r"\b(?:on|in|at|with|to|for|from|against|of|between|by|over|under|near|into|via|through)\b", re.IGNORECASE
)
AND = re.compile(r"(?:['’]s)?,? and (?:the )?", re.IGNORECASE)
# "by Tuesday" is no doer
BY_OTHERS = re.compile(r"\bby (?!(?:\w+day|\d|the end|then|now|late|early|mid)\b)", re.IGNORECASE)


def undergone(line: Line, knowledge: Knowledge) -> Iterator[Doing]:
    """What a line tells to have happened to a thing of which it says whose it is."""
    for found in knowledge.doing.happened.finditer(line.text):
        rest = clause(line.text[found.end() :], knowledge)
        told = _thing(line, found, rest, knowledge)
        if told is None or not line.sure(found.start(), knowledge) or BY_OTHERS.search(rest):
            continue
        thing, verb = told
        by, words = _whose(thing, rest, verb, knowledge), f"{thing} | {rest}"
        if by and not less(line, found.start(), words, knowledge) and not knowledge.unsure.search(words):
            end = found.end() + len(rest)
            yield Doing(by, found.group(), words, True, end, end)


def _thing(line: Line, verb: re.Match[str], rest: str, knowledge: Knowledge) -> tuple[str, str] | None:
    """What stands before a verb as that which it happened to, and the verb's plain form."""
    before, form = line.text[: verb.start()], verb.group().lower()
    doing, plain = knowledge.doing, knowledge.doing.plain(form)
    passive = PASSIVE.search(before)
    if passive is not None and form in knowledge.done:
        return own_clause(before[: passive.end("what")], knowledge), plain
    has = HAS.search(before)
    alone = plain in doing.by_itself and ALONE.match(line.text[verb.end() :])
    if has is None or not (alone or form in doing.arriving):
        return None
    return own_clause(before[: has.start()], knowledge), plain


def _whose(thing: str, rest: str, verb: str, knowledge: Knowledge) -> tuple[Country, ...]:
    """Whose act it is by the words of what it happened to."""
    doing = knowledge.doing
    if verb in doing.freeing:
        held, custody = doing.held.search(thing), doing.from_custody.search(rest)
        return _first(thing[held.end() :] if held else custody.group() if custody else "", knowledge)
    if verb in doing.arriving.values():
        sent = doing.sent.search(thing)
        return _first(thing[sent.end() :], knowledge) if sent else _before_links(thing, knowledge)
    if verb not in doing.by_owner:
        return ()
    linked = doing.owned.search(thing) or (doing.sent.search(thing) if verb in doing.by_itself else None)
    owners = _pair(thing[linked.end() :], knowledge) if linked else ()
    return _before_links(thing, knowledge) or owners


def _before_links(thing: str, knowledge: Knowledge) -> tuple[Country, ...]:
    """Those named in a phrase before any preposition: "X's ban on Y's beef"."""
    link = PREPOSITION.search(thing)
    return tuple(sorted(set(knowledge.states_in(thing[: link.start()] if link else thing))))


def _first(words: str, knowledge: Knowledge) -> tuple[Country, ...]:
    """The state that is named first, where nothing but what opens its name stands before it."""
    named = sorted(knowledge.named_in(words))
    near = named[0][0] <= len("from an ") if named else False
    return (named[0][1],) if near else ()


def _pair(words: str, knowledge: Knowledge) -> tuple[Country, ...]:
    """The state that is named first, and the one beside it: "between X and Y"."""
    spots = sorted((h.start, h.end, n.country) for h in knowledge.lexicon.names.find(words) for n in h.values[:1]
                   if n.country)  # fmt: skip
    if not spots or spots[0][0] > len("the "):
        return ()
    both = len(spots) > 1 and AND.fullmatch(words[spots[0][1] : spots[1][0]])
    return tuple(sorted({s[2] for s in spots[: 2 if both else 1]}))
