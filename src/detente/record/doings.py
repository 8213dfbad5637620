"""Who is told to have done what in one sentence, by its words alone: "X on Monday opened …", "it was opened by X".

In: a line of a text with the states that it names. Out: `Doing`s, each with who did it and to what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.model import CommitmentStatus, Country, Span
from detente.record.knowledge import Knowledge

# the longest stretch between who did it and the verb
BETWEEN = 48
# "was formally opened by": the passive, and who did it
PASSIVE = re.compile(
    r"(?P<what>[^,;:]*?)\b(?:was|were|has been|have been|had been) (?:(?:since|now|also|already) )?(?:\w+ly )?$",
    re.IGNORECASE,
)
BY = re.compile(r"(?P<rest>[^,;:.]*?)\bby (?:the )?", re.IGNORECASE)
# "Had X opened it, …": what was not done
HAD = re.compile(r"\W*Had [A-Z]")
# "when X has opened it, …": what is yet to be done
TO_COME = re.compile(
    r"\b(?:when|as soon as|after|by the time)\b[^,;:]*\b(?:has|have)(?: (?:been|\w+ly))* *$", re.IGNORECASE
)
PAUSE = re.compile(r"[,;:.—–]")
# "X and Y", "X and his counterpart Y": two who do it together
BESIDE = re.compile(r"(?:['’]s [\w .-]{0,40})?,? and (?:(?:his|her|its|the) )?(?:[\w'’-]+ ){0,3}$", re.IGNORECASE)
AND = re.compile(r"\band (?:(?:his|her|its|the) )?(?:[\w'’-]+ ){0,3}$", re.IGNORECASE)
# "lowered its flag and …": what is done before, by the same
BEFORE_IT = re.compile(r"(?P<first>\w+)\s(?:[\w'’-]+\s){1,8}?and (?:\w+ly |then |also )?")
OF_ANOTHER = re.compile(r"\b(?:which|who|that|whose|where|as|and|but)\b", re.IGNORECASE)

Doer = tuple[int, int, Country]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and where in it those are named who may have done something."""

    span: Span
    doers: tuple[Doer, ...]

    @property
    def text(self) -> str:
        return self.span.text

    def sure(self, until: int, knowledge: Knowledge) -> bool:
        """Whether nothing before a place in it doubts or denies what it tells."""
        told, asked = self.text[:until], self.text.rstrip(" ”\"'").endswith("?")
        return not (knowledge.unsure.search(told) or HAD.match(self.text) or TO_COME.search(told) or asked)


@dataclass(frozen=True, slots=True)
class Doing:
    """What a line tells of: by whom, the verb's form, what it is done to, whether that stands before the verb; where
    its words end, and where the clause does; what it makes of a promise, and whether only once that is due; who says so
    by thanking for it."""

    by: tuple[Country, ...]
    form: str
    words: str
    before: bool
    end: int
    until: int
    status: CommitmentStatus = "claimed_kept"
    once_due: bool = False
    said_by: Country | None = None


def done(line: Line, knowledge: Knowledge) -> Iterator[Doing]:
    """What a line tells in the past, right after who did it or, in the passive, right before."""
    text = line.text
    for found in knowledge.deeds.finditer(text):
        if not line.sure(found.start(), knowledge):
            continue
        active = active_by(line, found.start(), knowledge) or _after_another(line, found.start(), knowledge)
        by, words, before = (active, text[found.end() :], False) if active else _passive(line, found)
        words = words if before else clause(words, knowledge)
        rest = clause(text[found.end() :], knowledge)
        if by and not less(line, found.start(), f"{words} | {rest}", knowledge) and not knowledge.unsure.search(words):
            end = found.end() if before else found.end() + len(words)
            yield Doing(by, found.group(), words, before, end, max(end, found.end() + len(rest)))


def active_by(line: Line, verb: int, knowledge: Knowledge) -> tuple[Country, ...]:
    """Who is named right before a verb, with whoever is named beside him."""
    near = [d for d in line.doers if d[1] <= verb and verb - d[1] <= BETWEEN]
    if (
        not near
        or knowledge.phrases.preposed.search(line.text[: near[-1][0]])
        or not knowledge.between.fullmatch(line.text[near[-1][1] : verb].replace(",", " "))
    ):
        return ()
    return together(line, near[-1])


def _after_another(line: Line, verb: int, knowledge: Knowledge) -> tuple[Country, ...]:
    """Who "lowered its flag and withdrew its soldiers": named before a first deed, of which nobody else has part."""
    near = [d for d in line.doers if d[1] <= verb]
    if not near:
        return ()
    between = line.text[near[-1][1] : verb]
    for word in re.finditer(r"\w+", between):
        then = BEFORE_IT.fullmatch(between[word.start() :])
        past = word.group().endswith("ed") or word.group().lower() in knowledge.doing.first_done
        if past and then is not None and not OF_ANOTHER.search(then.group().rpartition(" and ")[0]):
            return active_by(line, near[-1][1] + word.start(), knowledge)
    return ()


def _passive(line: Line, verb: re.Match[str]) -> tuple[tuple[Country, ...], str, bool]:
    """Who is said to have done what stands before a verb: "a consulate was opened in Y by X"."""
    what = PASSIVE.search(line.text[: verb.start()])
    after = ((BY.fullmatch(line.text[verb.end() : d[0]]), d) for d in line.doers if d[0] >= verb.end())
    by = next(((m.group("rest"), d) for m, d in after if m), None)
    if what is None or by is None:
        return (), "", True
    return (by[1][2],), f"{what.group('what')} | {by[0]}", True


def together(line: Line, doer: Doer) -> tuple[Country, ...]:
    """The one who does it, and who is named with "and" before; where a second doer is not known, nobody."""
    others = [d for d in line.doers if d[1] <= doer[0]]
    if others and BESIDE.fullmatch(line.text[others[-1][1] : doer[0]]):
        return tuple(sorted({others[-1][2], doer[2]}))
    return () if AND.search(line.text[: doer[0]]) else (doer[2],)


def less(line: Line, verb: int, words: str, knowledge: Knowledge) -> bool:
    """Whether the words of a deed, or those right before its verb, tell of a part of it only."""
    return bool(knowledge.less.search(f"{line.text[:verb][-BETWEEN:]} | {words}"))


def clause(words: str, knowledge: Knowledge) -> str:
    """What a deed was done to and where, up to the end of its clause."""
    stop = PAUSE.search(words)
    words = words[: stop.start()] if stop else words
    onward = knowledge.onward.search(words)
    return words[: onward.start()] if onward else words
