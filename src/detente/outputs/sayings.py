"""What a side says in its own words, in whatever text: demands, red lines and statements, for the brief.

In: a connection, two sides, and what the brief has told already. Out: `Saying`s of one side, in the order in which they
became known; copies of one story count once. What another tells of a side's words is not that side's word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from detente.model import Statement
from detente.outputs.wordings import in_quotes, in_words, spoken
from detente.record.knowledge import Knowledge
from detente.record.nouns import PositionRecord, Quote, quote
from detente.record.relayed import tellers
from detente.record.turned import turning
from detente.store import queries
from detente.store.filters import Filter

UNDATED = "in a text without a date"
# cues whose words are what is asked for, and no sentence: "called for the release of X"
GOVERNED = frozenset({"call_for", "demand"})
# characters between such a cue and its words, whoever is asked between them
NEAR_VERB = 60
# the share of a statement's words that tell of an engagement, above which it is told with that
ONLY_REPORTS = 0.6


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of a side: who says them, what kind they are (a demand, …) and when they became known; `entire` are words
    that say nothing without their verb, with it: "vowed to respond"."""

    speaker: str
    kind: str
    known_at: str
    words: Quote
    turned: str = ""
    entire: Quote | None = None

    def sentence(self, dated: bool = True) -> str:
        """The saying as a sentence of a brief; of a text that is not `dated` no day is told."""
        day = f"told {in_words(self.known_at)}" if dated else UNDATED
        told = ", ".join(part for part in (self.kind, day) if part)
        said = f"{self.turned}: " if self.turned else ""
        return f"{self.speaker} ({told}): {said}{in_quotes((self.entire or self.words).text)}."


def sayings(
    connection: Connection, pair: tuple[str, str], as_of: str, since: str | None, knowledge: Knowledge
) -> dict[str, list[Saying]]:
    """By side what it says in the documents on the pair."""
    rows = queries.spoken_on(connection, pair, as_of)
    ways = [Filter(by=side, since=since, as_of=as_of) for side in pair]
    held = [p for wanted in ways for p in queries.positions(connection, wanted, knowledge)]
    found = [
        (s.on_behalf_of, _saying(r.document, r.known_at, s, held, knowledge)) for r, s in _own(rows) if s.on_behalf_of
    ]
    told = [said.words for _, said in found]
    toward = [p for p in held if {p.holder, p.toward} == set(pair)]
    found += [(p.holder, _of_position(p)) for p in toward if not any(_meets(p.content, w) for w in told)]
    families = {s.document: s.family for s in queries.sources(connection, Filter(as_of=as_of))}
    every: dict[str, list[Saying]] = {side: [] for side in pair}
    for side, said in sorted(found, key=lambda f: (f[1].known_at, f[1].words.document, f[1].words.start)):
        if side in every and said.known_at >= (since or ""):
            every[side].append(said)
    return {side: list(_once(told, families)) for side, told in every.items()}


def untold(
    found: Iterable[Saying], told: Collection[Quote], reports: Collection[Quote], families: Mapping[str, str]
) -> list[Saying]:
    """Those that `told` has not, here or in a copy, and that do more than report what `reports` are."""
    texts = {(families.get(q.document, q.document), q.text) for q in told}
    return [
        said for said in found
        if not any(_meets(said.words, q) for q in told)
        and (families.get(said.words.document, said.words.document), said.words.text) not in texts
        and not any(_share(said.words, q) > ONLY_REPORTS for q in reports)
    ]  # fmt: skip


def _own(rows: Sequence[queries.ItemRow]) -> Iterator[tuple[queries.ItemRow, Statement]]:
    """The statements that are their side's own word, of every document; of two that overlap the longer."""
    by_document: dict[str, list[queries.ItemRow]] = {}
    for row in rows:
        by_document.setdefault(row.document, []).append(row)
    for told in by_document.values():
        statements = [r.item for r in told if isinstance(r.item, Statement)]
        others = tellers(statements)
        for row, statement in zip(told, statements):
            around = (o for o in statements if o is not statement and o.on_behalf_of == statement.on_behalf_of)
            inside = any(_within(statement, o) for o in around)
            if statement.id not in others and not inside:
                yield row, statement


def _within(one: Statement, other: Statement) -> bool:
    a, b = one.content, other.content
    return b.start <= a.start and a.end <= b.end and (a.start, a.end) != (b.start, b.end)


def _saying(
    document: str, known_at: str, statement: Statement, held: Iterable[PositionRecord], knowledge: Knowledge
) -> Saying:
    words = quote(document, statement.content)
    speaker = statement.speaker
    called = knowledge.called(speaker.name, speaker.country) if speaker else None  # as records call him
    name = (called or speaker.post or speaker.span.text) if speaker else str(statement.on_behalf_of)
    kind = next((p.kind for p in held if _meets(p.content, words)), "position")
    how = turning(statement.kind, statement.rule, statement.cue.text if statement.cue else "")
    entire = None if how else _entire(document, statement)
    return Saying(name, "" if kind == "position" else spoken(kind), known_at, words, how, entire)


def _entire(document: str, statement: Statement) -> Quote | None:
    """Reported words that are cut off from their verb, from the verb on: "to respond" of "vowed to respond"."""
    cue, content, told = statement.cue, statement.content, statement.evidence
    if statement.kind == "direct" or cue is None or not told.start <= cue.start < cue.end <= content.start <= told.end:
        return None
    part = content.text.startswith("to ") or statement.rule.removeprefix("speech/") in GOVERNED
    if not part or content.start - cue.end > NEAR_VERB or content.end > told.end:
        return None
    return Quote(document, cue.start, content.end, told.text[cue.start - told.start : content.end - told.start])


def _of_position(record: PositionRecord) -> Saying:
    return Saying(str(record.holder), spoken(record.kind), record.last, record.content)


def _once(found: Iterable[Saying], families: Mapping[str, str]) -> Iterator[Saying]:
    """Each saying of a family once: copies of one wire tell the same."""
    seen: set[tuple[str, str]] = set()
    for said in found:
        key = (families.get(said.words.document, said.words.document), said.words.text)
        if key not in seen:
            seen.add(key)
            yield said


def _meets(one: Quote, other: Quote) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end


def _share(words: Quote, report: Quote) -> float:
    """The share of some words that are also a report's."""
    if words.document != report.document:
        return 0.0
    return max(0, min(words.end, report.end) - max(words.start, report.start)) / max(1, words.end - words.start)
