"""What states did, as a text plainly reports it: "X on Monday opened a consulate in Y".

In: a `Told` reading. Out: `Deed`s. A deed is told in the past, by a verb of those that keep promises; a sentence that
doubts, denies or only expects it tells of none. What was left undone and what is given up are told of as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.model import Country, Reading, Span
from detente.reading.page.languages import UNNAMED
from detente.record.acknowledged import acknowledged
from detente.record.doings import Doing, Line, done
from detente.record.knowledge import Knowledge
from detente.record.nouns import Deed, Told, quote
from detente.record.relayed import own_words
from detente.record.sentences import sentences
from detente.record.undergone import undergone
from detente.record.undone import undone

# "said on Monday that it had opened": who speaks
SELF = re.compile(
    r"(?:on \w+day |that )*(?P<who>it|he|she|they|we|(?:its|his|her|their|our) (?:country|government))\b", re.IGNORECASE
)
WE = re.compile(r"\b(?:[Ww]e|[Oo]ur (?:country|government))\b")
STATES = ("country", "demonym", "capital", "metonym")


def deeds(told: Told, knowledge: Knowledge) -> tuple[Deed, ...]:
    """The deeds of a version, in the order of its text."""
    reading = told.reading
    if (reading.source.language or UNNAMED) not in ("en", UNNAMED):
        return ()
    doers = _doers(told, knowledge)
    spans = sentences(reading.text, knowledge.abbreviations)
    return tuple(deed for span in spans for deed in _of_sentence(told, span, doers, knowledge))


def _doers(told: Told, knowledge: Knowledge) -> list[tuple[Span, Country]]:
    """Every mention of a state and of those who act for one, and who says of himself that he did something."""
    reading, found = told.reading, {}
    for hit in knowledge.lexicon.names.find(reading.text):
        if hit.values[0].kind in STATES and (country := hit.values[0].country):
            found[Span(hit.start, hit.end, reading.text[hit.start : hit.end])] = country
    for statement in own_words(reading.statements):
        own = SELF.match(statement.content.text)
        if own is not None and statement.on_behalf_of:
            at = statement.content.start
            found[Span(at + own.start("who"), at + own.end(), own.group("who"))] = statement.on_behalf_of
    if told.side is not None:
        found |= dict.fromkeys(_selves(reading), told.side)
    for actor in reading.actors:
        if actor.official and actor.country:
            found |= dict.fromkeys((actor.span, *actor.mentions), actor.country)
    return sorted(found.items(), key=lambda d: (d[0].end, d[0].start))


def _selves(reading: Reading) -> Iterator[Span]:
    """Where a state's own text says "we", outside of what it tells that others said."""
    for own in WE.finditer(reading.text):
        if not any(s.content.start <= own.start() < s.content.end for s in reading.statements):
            yield Span(own.start(), own.end(), own.group())


def _of_sentence(
    told: Told, sentence: Span, doers: Sequence[tuple[Span, Country]], knowledge: Knowledge
) -> Iterator[Deed]:
    inside = [(s.start - sentence.start, s.end - sentence.start, c) for s, c in doers
              if sentence.start <= s.start and s.end <= sentence.end]  # fmt: skip
    line = Line(sentence, tuple(inside))
    for ways in (done, undergone, acknowledged, undone) if inside else ():
        for doing in ways(line, knowledge):
            if (deed := _deed(told, sentence, doing, knowledge)) is not None:
                yield deed


def _deed(told: Told, sentence: Span, doing: Doing, knowledge: Knowledge) -> Deed | None:
    """A doing as a deed; None of what is taken back by another than who promised it."""
    reading = told.reading
    span = Span(sentence.start, sentence.start + doing.end, sentence.text[: doing.end])
    until = sentence.start + doing.until
    when = next((t.edtf for t in reading.times if t.edtf and span.start <= t.span.start < until), None)
    said = [s for s in own_words(reading.statements) if s.content.start <= span.end - 1 < s.content.end]
    speaker = told.side or doing.said_by or next((s.on_behalf_of for s in said if s.on_behalf_of), None)
    if doing.status == "withdrawn" and speaker is not None and speaker not in doing.by:
        return None
    return Deed(
        document=reading.id,
        version=told.version,
        known_at=told.known_at,
        by=doing.by,
        verb=knowledge.doing.plain(doing.form),
        words=doing.words.strip(),
        before=doing.before,
        quote=quote(reading.id, span),
        when=when,
        claimed_by=speaker or reading.source.outlet,
        status=doing.status,
        once_due=doing.once_due,
    )
