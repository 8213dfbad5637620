"""What states did, as a text plainly reports it: "X on Monday opened a consulate in Y".

In: a `Told` reading. Out: `Deed`s. A deed is told in the past, by a verb of those that keep promises, right after who
did it (or, in the passive, right before); a sentence that doubts, denies or only expects it tells of none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.model import Country, Reading, Span
from detente.reading.page.languages import UNNAMED
from detente.record.knowledge import Knowledge
from detente.record.nouns import Deed, Told, quote
from detente.record.relayed import own_words
from detente.record.sentences import sentences

# the longest stretch between who did it and the verb
BETWEEN = 48
# "was formally opened by": the passive, and who did it
PASSIVE = re.compile(r"(?P<what>[^,;:]*?)\b(?:was|were|has been|have been) (?:\w+ly )?$", re.IGNORECASE)
BY = re.compile(r"(?P<rest>[^,;:.]*?)\bby (?:the )?", re.IGNORECASE)
# "Had X opened it, …": what was not done
HAD = re.compile(r"\W*Had [A-Z]")
PAUSE = re.compile(r"[,;:.—–]")
# "said on Monday that it had opened": who speaks
SELF = re.compile(
    r"(?:on \w+day |that )*(?P<who>it|he|she|they|we|(?:its|his|her|their|our) (?:country|government))\b", re.IGNORECASE
)
STATES = ("country", "demonym", "capital", "metonym")
# "X and Y", "X and his counterpart Y": two who do it together
BESIDE = re.compile(r"(?:['’]s [\w .-]{0,40})?,? and (?:(?:his|her|its|the) )?(?:[\w'’-]+ ){0,3}$", re.IGNORECASE)
AND = re.compile(r"\band (?:(?:his|her|its|the) )?(?:[\w'’-]+ ){0,3}$", re.IGNORECASE)


def deeds(told: Told, knowledge: Knowledge) -> tuple[Deed, ...]:
    """The deeds of a version, in the order of its text."""
    reading = told.reading
    if (reading.source.language or UNNAMED) not in ("en", UNNAMED):
        return ()
    doers = _doers(reading, knowledge)
    spans = sentences(reading.text, knowledge.abbreviations)
    return tuple(deed for span in spans for deed in _of_sentence(told, span, doers, knowledge))


def _doers(reading: Reading, knowledge: Knowledge) -> list[tuple[Span, Country]]:
    """Every mention of a state and of those who act for one, and who says of himself that he did something."""
    found = {}
    for hit in knowledge.lexicon.names.find(reading.text):
        if hit.values[0].kind in STATES and (country := hit.values[0].country):
            found[Span(hit.start, hit.end, reading.text[hit.start : hit.end])] = country
    for statement in own_words(reading.statements):
        own = SELF.match(statement.content.text)
        if own is not None and statement.on_behalf_of:
            at = statement.content.start
            found[Span(at + own.start("who"), at + own.end(), own.group("who"))] = statement.on_behalf_of
    for actor in reading.actors:
        if actor.official and actor.country:
            found |= dict.fromkeys((actor.span, *actor.mentions), actor.country)
    return sorted(found.items(), key=lambda d: (d[0].end, d[0].start))


def _of_sentence(
    told: Told, sentence: Span, doers: Sequence[tuple[Span, Country]], knowledge: Knowledge
) -> Iterator[Deed]:
    text = sentence.text
    inside = [(s.start - sentence.start, s.end - sentence.start, c) for s, c in doers
              if sentence.start <= s.start and s.end <= sentence.end]  # fmt: skip
    for found in knowledge.deeds.finditer(text) if inside else ():
        if knowledge.unsure.search(text[: found.start()]) or HAD.match(text) or text.rstrip(" ”\"'").endswith("?"):
            continue
        active = _active(text, found.start(), inside, knowledge)
        by, words, before = (active, text[found.end() :], False) if active else _passive(text, found, inside)
        words = words if before else _clause(words, knowledge)
        if (
            not by
            or knowledge.less.search(f"{text[: found.start()][-BETWEEN:]} | {words}")
            or knowledge.unsure.search(words)
        ):
            continue
        end = found.end() if before else found.end() + len(words)
        yield _deed(told, Span(sentence.start, sentence.start + end, text[:end]), found.group().lower(), by, words,
                    before, knowledge)  # fmt: skip


def _active(
    text: str, verb: int, inside: Sequence[tuple[int, int, Country]], knowledge: Knowledge
) -> tuple[Country, ...]:
    """Who is named right before a verb, with whoever is named beside him."""
    near = [d for d in inside if d[1] <= verb and verb - d[1] <= BETWEEN]
    if (
        not near
        or knowledge.phrases.preposed.search(text[: near[-1][0]])
        or not knowledge.between.fullmatch(text[near[-1][1] : verb].replace(",", " "))
    ):
        return ()
    return _together(text, near[-1], inside)


def _passive(
    text: str, verb: re.Match[str], inside: Sequence[tuple[int, int, Country]]
) -> tuple[tuple[Country, ...], str, bool]:
    """Who is said to have done what stands before a verb: "a consulate was opened in Y by X"."""
    what = PASSIVE.search(text[: verb.start()])
    after = ((BY.fullmatch(text[verb.end() : d[0]]), d) for d in inside if d[0] >= verb.end())
    by = next(((m.group("rest"), d) for m, d in after if m), None)
    if what is None or by is None:
        return (), "", True
    return (by[1][2],), f"{what.group('what')} {by[0]}", True


def _together(
    text: str, doer: tuple[int, int, Country], inside: Sequence[tuple[int, int, Country]]
) -> tuple[Country, ...]:
    """The one who does it, and who is named with "and" before; where a second doer is not known, nobody."""
    others = [d for d in inside if d[1] <= doer[0]]
    if others and BESIDE.fullmatch(text[others[-1][1] : doer[0]]):
        return tuple(sorted({others[-1][2], doer[2]}))
    return () if AND.search(text[: doer[0]]) else (doer[2],)


def _clause(words: str, knowledge: Knowledge) -> str:
    """What a deed was done to and where, up to the end of its clause."""
    stop = PAUSE.search(words)
    words = words[: stop.start()] if stop else words
    onward = knowledge.onward.search(words)
    return words[: onward.start()] if onward else words


def _deed(
    told: Told, span: Span, verb: str, by: tuple[Country, ...], words: str, before: bool, knowledge: Knowledge
) -> Deed:  # fmt: skip
    reading = told.reading
    when = next((t.edtf for t in reading.times if t.edtf and span.start <= t.span.start < span.end), None)
    said = [s for s in own_words(reading.statements) if s.content.start <= span.end - 1 < s.content.end]
    speaker = next((s.on_behalf_of for s in said if s.on_behalf_of), None)
    return Deed(
        document=reading.id,
        version=told.version,
        known_at=told.known_at,
        by=by,
        verb=knowledge.done[verb],
        words=words.strip(),
        before=before,
        quote=quote(reading.id, span),
        when=when,
        claimed_by=told.side or speaker or reading.source.outlet,
    )
