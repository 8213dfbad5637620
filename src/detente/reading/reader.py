"""One document to one reading: every stage in its order, and nothing else.

In: a codebook and a parser, once; then documents. Out: `Reading`s. Pure: the same document gives the same
reading, whatever was read before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.codebook import Codebook
from detente.issues import note
from detente.model import Document, Engagement, Issue, Place, ReaderInfo, Reading, Span
from detente.reading.actors.letterhead import cased, letterhead
from detente.reading.actors.lexicon import Lexicon
from detente.reading.actors.reader import ActorReader
from detente.reading.actors.voices import Voices
from detente.reading.confidence import Calibration, kind_of_event
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.likelihood import Likelihood
from detente.reading.engagements.merging import merge
from detente.reading.engagements.reader import SightingReader
from detente.reading.events.judging import Judge
from detente.reading.events.reader import EventReader
from detente.reading.page import quotes
from detente.reading.page.entitled import adds, in_title, title_of, under_title, without_title
from detente.reading.page.furniture import FurnitureReader, Layout
from detente.reading.page.languages import READ, given_or_told, told_language, unread
from detente.reading.page.length import LONGEST, too_long
from detente.reading.page.rehung import Rehanger
from detente.reading.posts.tenures import TenureReader
from detente.reading.scene import Parse, Scene, build, in_parts
from detente.reading.speech.attribution import Draft
from detente.reading.speech.linking import Linker
from detente.reading.speech.statements import StatementReader
from detente.reading.speech.thatday import ThatDay
from detente.reading.stances.commitments import CommitmentReader
from detente.reading.stances.ownvoice import own_voice
from detente.reading.stances.positions import PositionReader
from detente.reading.times.reader import TimeReader, TimesFound
from detente.reading.times.tense import Telling, TenseReader
from detente.reading.undisturbed import undisturbed


@dataclass(frozen=True, slots=True)
class Heard:
    """A text read up to its engagements; `told` are all its statements, those of `context` the ones that are shown."""

    layout: Layout
    times: TimesFound
    quote_issues: Sequence[Issue]
    told: Sequence[Draft]
    context: Context
    engagements: Sequence[Engagement]


class Reader:
    """Reads documents. Building one compiles the codebook (about a second); reading one does not change it."""

    def __init__(self, codebook: Codebook, parser: Parse, info: ReaderInfo, judge: Judge | None = None) -> None:
        self.info, self.parser = info, parser
        self.lexicon = Lexicon(codebook)
        self.voices = Voices(codebook, self.lexicon)
        self.calibration = Calibration(codebook.lexicon("confidence"))
        self.furniture = FurnitureReader(codebook)
        self.times = TimeReader(codebook)
        self.tenses = TenseReader(codebook)
        self.words = codebook.lexicon("languages/function_words")
        self.said = frozenset(codebook.lexicon("furniture/words")["says"])
        self.counted: dict[str, int] = codebook.lexicon("times/words")["counted_from_speaking"]
        self.actors = ActorReader(self.lexicon)
        self.rehanger = Rehanger(
            codebook.lexicon("engagements/words"), codebook.lexicon("parse/words"), self.lexicon.days_and_months
        )
        self.statements = StatementReader(codebook)
        self.sightings = SightingReader(codebook)
        self.likelihood = Likelihood(codebook)
        self.linker = Linker(codebook)
        self.positions = PositionReader(codebook)
        self.commitments = CommitmentReader(codebook)
        self.tenures = TenureReader(codebook)
        self.events = EventReader(codebook, judge)

    def read(self, document: Document, longest: int = LONGEST) -> Reading:
        """The reading of one document; of one with more than `longest` code points, that it was not read."""
        with undisturbed():
            return self._read(document, longest)

    def unread(self, document: Document, why: Issue) -> Reading:
        """A document that is kept and not read, with why."""
        language = given_or_told(document.source.language, document.text, self.words)
        return unread(replace(document, issues=(*document.issues, why)), language, self.info)

    def _read(self, document: Document, longest: int) -> Reading:
        language = given_or_told(document.source.language, document.text, self.words)
        if language not in READ:
            return self._unread(document, language)
        if long := too_long(document.text, longest):
            return self.unread(document, long)
        title = title_of(document)
        if title is not None and self.statements.bylines.whole(title.text, document.text):
            return self._sure(self._under_title(document, title))
        reading = self._reading(document)
        if title is not None and adds(self._hear(title).engagements, reading.engagements):
            reading = self._under_title(document, title)
        return self._sure(reading)

    def _under_title(self, document: Document, title: Document) -> Reading:
        """The reading of a text of which the title tells what it leaves out."""
        whole, ahead = under_title(document, title)
        return without_title(self._reading(whole, ahead), document, ahead)

    def _unread(self, document: Document, language: str) -> Reading:
        """Of a text in a language that is not read nothing but that: read as English it would tell what it does not."""
        issue = note("DET-205", f"the text is in a language that is not read yet ({language}): nothing is told of it")
        return unread(replace(document, issues=(*document.issues, issue)), language, self.info)

    def _hear(self, document: Document, ahead: int = 0) -> Heard:
        """A text read up to its engagements; its first `ahead` code points are a title put above it."""
        layout = self.furniture.read(document)
        body = list(in_parts(layout.body))
        scene = build(document.text, document.source.published, body, self.parser)
        self.rehanger.apply(scene)
        found = self._times(scene, layout)
        times = found.expressions
        quotations, quote_issues = quotes.find(document.text, layout.body, self.said)
        if len(body) > len(layout.body):
            quote_issues = (*quote_issues, note("DET-206", "a passage is too long to parse and was read in parts"))
        source = replace(
            document.source,
            outlet=document.source.outlet or layout.outlet or letterhead(document.text[ahead:], self.voices),
            agency=document.source.agency or layout.agency,
            author=document.source.author or layout.author,
            language=document.source.language or told_language(document.text, self.words),
        )
        dateline = self._dateline(layout)
        written = dateline.country if dateline else self.voices.seat(source)
        own, ministry = self.voices.of(source)[1], self.voices.ministry(source)
        cast = self.actors.read(scene, written, own, ministry, times)
        told = [d for d in self.statements.read(scene, cast, times, quotations) if not in_title(d.content, ahead)]
        drafts = [d for d in told if not d.silent]
        days = ThatDay(self.counted, drafts, quotations, scene.published)
        found = replace(found, expressions=days.read(found.expressions), listed=days.read(found.listed))
        times = found.expressions
        context = Context(scene, cast, times, drafts, source, layout.headline, dateline)
        engagements = merge(self.sightings.read(context), scene.published, self.likelihood, len(scene.sentences))
        return Heard(layout, found, quote_issues, told, context, engagements)

    def _reading(self, document: Document, ahead: int = 0) -> Reading:
        """The reading of a text, of which the first `ahead` code points are a title put above it."""
        heard = self._hear(document, ahead)
        layout, found, told, engagements = heard.layout, heard.times, heard.told, heard.engagements
        scene, cast, times, drafts = heard.context.scene, heard.context.cast, heard.context.times, heard.context.drafts
        links = self.linker.link(scene, cast, drafts, engagements)
        voiced = [*told, *own_voice(scene, cast, told)]
        positions = self.positions.read(scene, cast, voiced, engagements)
        commitments = self.commitments.read(scene, cast, voiced, times, engagements)
        events = [e for e in self.events.read(scene, cast, times, engagements) if not in_title(e.evidence[0], ahead)]
        issues = (*document.issues, *self._wanting(document), *found.issues, *heard.quote_issues)
        return Reading(
            id=document.id,
            source=heard.context.source,
            text=document.text,
            furniture=layout.furniture,
            times=found.listed,
            actors=cast.listed(),
            engagements=tuple(engagements),
            statements=tuple(d.statement(n, link) for n, (d, link) in enumerate(zip(drafts, links), 1)),
            positions=tuple(p.position(n, _statement(drafts, p.draft)) for n, p in enumerate(positions, 1)),
            commitments=tuple(c.commitment(n, _statement(drafts, c.draft)) for n, c in enumerate(commitments, 1)),
            events=tuple(
                e.event(n, _engagement_at(engagements, e.evidence[0]), _statement_at(drafts, e.evidence[0]))
                for n, e in enumerate(events, 1)
            ),
            tenures=tuple(self.tenures.read(scene, cast, times)),
            issues=issues,
            reader=self.info,
        )

    def _sure(self, reading: Reading) -> Reading:
        """The reading with its confidences calibrated."""
        of = self.calibration.of
        return replace(
            reading,
            engagements=tuple(replace(e, confidence=of("engagement", e.confidence)) for e in reading.engagements),
            statements=tuple(replace(s, confidence=of("statement", s.confidence)) for s in reading.statements),
            positions=tuple(replace(p, confidence=of("position", p.confidence)) for p in reading.positions),
            commitments=tuple(replace(c, confidence=of("commitment", c.confidence)) for c in reading.commitments),
            events=tuple(replace(e, confidence=of(kind_of_event(e.rule), e.confidence)) for e in reading.events),
        )

    def _times(self, scene: Scene, layout: Layout) -> TimesFound:
        passages = [(scene.text[p.start : p.end], p.start) for p in scene.passages]
        if layout.opening is not None:
            passages.insert(0, (layout.opening.text, layout.opening.start))
        return self.times.read(passages, scene.published, lambda at: self._telling(scene, at))

    def _telling(self, scene: Scene, offset: int) -> Telling:
        """The telling of the clause that a place of the text stands in."""
        sentence = scene.sentence_at(offset)
        if sentence is None:
            return "unknown"
        return self.tenses.at(sentence.passage.doc, offset - sentence.passage.start)

    def _dateline(self, layout: Layout) -> Place | None:
        """The place before the first sentence: where "here" is."""
        if layout.dateline is None:
            return None
        for place in layout.dateline.text.split("/"):
            for hit in self.lexicon.names.find(cased(place)):
                name = hit.values[0]
                if name.country is not None:
                    return Place(name.name, name.country, layout.dateline)
        return None

    def _wanting(self, document: Document) -> tuple[Issue, ...]:
        """What a document lacks: words, a date of publication."""
        found = [] if document.text.strip() else [note("DET-102", "the text is empty; there is nothing to read")]
        if document.source.published is None:
            found.append(note("DET-209", "no publication date is known; give one with --published"))
        return tuple(found)


def _statement(drafts: Sequence[Draft], draft: Draft | None) -> str | None:
    if draft is None:
        return None
    own = next((f"s{n}" for n, d in enumerate(drafts, 1) if draft is d or any(draft is v for v in d.nested)), None)
    if own is None and draft.teller is not None:  # a deed that somebody else tells of
        return _statement(drafts, draft.teller)
    return own


def _statement_at(drafts: Sequence[Draft], evidence: Span) -> str | None:
    """The innermost statement that holds the evidence."""
    around = [
        (d.content.end - d.content.start, n)
        for n, d in enumerate(drafts, 1)
        if d.content.start <= evidence.start < d.content.end
    ]
    return f"s{min(around)[1]}" if around else None


def _engagement_at(engagements: Sequence, evidence: Span) -> str | None:  # type: ignore[type-arg]
    """The engagement that the same words tell of."""
    for engagement in engagements:
        if any(s.meets(evidence) for s in engagement.evidence):
            return str(engagement.id)
    return None
