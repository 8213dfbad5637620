"""Deeds that are taken for granted: "Y thanked X for lifting …", "welcomed X's reopening of …", "Having lifted …, X …".

In: a line of a text. Out: `Doing`s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.record.doings import Doing, Line, clause, together
from detente.record.knowledge import Knowledge

# between a doer and the gerund of what he is thanked for; "of" follows the gerund of a possessive
FOR = re.compile(r"\s+for (?:having )?(?:\w+ly )?$", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s? $")
OF = re.compile(r"\s+of\b", re.IGNORECASE)
# who is thanked stands near
NEAR = 24
HAVING = re.compile(r"^\W*Having (?:since |now |already |\w+ly )?$")
WHO = re.compile(r",\s+(?:the )?$")


def acknowledged(line: Line, knowledge: Knowledge) -> Iterator[Doing]:
    """The deeds for which a line has somebody thanked, and those that he is told to have behind him."""
    yield from _thanked(line, knowledge)
    yield from _behind(line, knowledge)


def _thanked(line: Line, knowledge: Knowledge) -> Iterator[Doing]:
    text = line.text
    for found in knowledge.doing.gerunds.finditer(text):
        before = [d for d in line.doers if d[1] <= found.start()]
        thanks = list(knowledge.doing.thanking.finditer(text, 0, before[-1][0])) if before else []
        if not thanks or before[-1][0] - thanks[-1].end() > NEAR or not line.sure(found.start(), knowledge):
            continue
        link, given = text[before[-1][1] : found.start()], FOR.search(text[: found.start()])
        thanked = given is not None and knowledge.between.fullmatch(text[before[-1][1] : given.start()])
        owned = POSSESSIVE.fullmatch(link) and OF.match(text, found.end())
        rest = clause(text[found.end() :], knowledge)
        words = OF.sub("", rest, count=1) if owned else rest
        if (owned or thanked) and not _doubted(words, knowledge):
            end = found.end() + len(rest)
            by = next((c for *_, to, c in reversed(before[:-1]) if to <= thanks[-1].start()), None)
            yield Doing(together(line, before[-1]), found.group(), words, False, end, end, said_by=by)


def _behind(line: Line, knowledge: Knowledge) -> Iterator[Doing]:
    """ "Having lifted the ban, X …": who stands first in what follows."""
    text = line.text
    for found in knowledge.deeds.finditer(text):
        after = next((d for d in line.doers if d[0] > found.end() and WHO.search(text[found.end() : d[0]])), None)
        if after is None or not HAVING.match(text[: found.start()]) or not text[after[1] :].startswith(" "):
            continue
        words = clause(text[found.end() : after[0]], knowledge)
        if line.sure(found.start(), knowledge) and not _doubted(words, knowledge):
            end = found.end() + len(words)
            yield Doing((after[2],), found.group(), words, False, end, end)


def _doubted(words: str, knowledge: Knowledge) -> bool:
    return bool(knowledge.less.search(words) or knowledge.unsure.search(words))
