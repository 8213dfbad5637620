"""Direct speech: the words between quotation marks, with the cue before, after or inside; and turns of a transcript.

In: a scene's quotations and an attributor. Out: nothing of its own; each quotation that is whole words of
someone goes to the attributor's drafts. A phrase in marks inside the reporter's own sentence is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.model import Span, Time
from detente.reading import syntax
from detente.reading.page.quotes import Quotation
from detente.reading.scene import Sentence
from detente.reading.speech.attribution import Attribution, Attributor, Draft
from detente.reading.speech.cues import Cue
from detente.reading.speech.trimming import trimmed

if TYPE_CHECKING:
    from detente.reading.words import Token

MIN_WORDS = 3
REACH = 26
FINITE = ("VBD", "VBZ", "VBP")
STOP = re.compile(r"[;:!?\n]|(?<=[a-z]{3})\.\s")
LINK = ",:—–-("


@dataclass(frozen=True, slots=True)
class Unit(Quotation):
    """Words of one speaker between marks: one quotation, or two that only a cue divides, the first to `parted`."""

    cue: Attribution | None = None
    parted: int | None = None


class QuotedSpeech:
    """Reads the direct statements of one document."""

    def __init__(self, attributor: Attributor, quotations: Sequence[Quotation], turns: Sequence[Unit] = ()) -> None:
        self.attributor, self.quotations = attributor, quotations
        self.scene, self.cues = attributor.scene, attributor.cues
        whole = [q for q in quotations if self.is_whole(q)]
        self.units = self._joined(whole)
        self.wholes: list[Unit] = [*self.units, *turns]
        self.pending: list[Unit] = []

    def read(self) -> None:
        """Adds the direct statements that have a cue to the attributor's drafts, in the order of the text."""
        for unit in self.units:
            found = unit.cue or self._cue_after(unit) or self._cue_before(unit)
            inner = trimmed(self.scene, unit.start, unit.end)
            if inner is None:
                continue
            draft = self.attributor.draft(found, inner, "direct", self._dividing(unit)) if found is not None else None
            if draft is not None and draft.speaker is None:
                draft = self._by_subject(unit, inner, any_noun=True) or draft
            if found is None or draft is None:
                self.pending.append(unit)
                continue
            self.attributor.used.add(self.scene.at(found.token, found.sentence))
            self.attributor.drafts.append(draft)

    def _dividing(self, unit: Unit) -> Token | None:
        """X in "A," said X, "b": who stands with the cue between the two."""
        if unit.cue is None or unit.parted is None:
            return None
        first = self.scene.span(unit.start, unit.parted)
        return self.attributor.speakers.noun(unit.cue.token, unit.cue.sentence, first)[0]

    def inherit(self) -> None:
        """Adds the direct statements without a cue: they are whose who spoke right before, or nobody's."""
        for unit in self.pending:
            inner = trimmed(self.scene, unit.start, unit.end)
            if inner is None:
                continue
            led = self._by_subject(unit, inner) if self._after_colon(unit) else None
            before = self._speaker_before(unit) if led is None else None
            draft: Draft | None = led
            if before is not None:
                draft = replace(
                    before, content=inner, kind="direct", evidence=inner, cue_span=None, confidence=0.7, nested=()
                )
            elif draft is None:
                draft = self._claimed(unit, inner) or self._by_subject(unit, inner) or self._orphan(unit, inner)
            if draft is not None:
                self.attributor.drafts.append(draft)

    # -- which quotations are whole words -----------------------------------------------------------

    def is_whole(self, q: Quotation) -> bool:
        """Whole words of someone, not a phrase in quotation marks inside the reporter's sentence."""
        text = self.scene.text
        inside = text[q.start : q.end].strip()
        words = len(inside.split())
        before = text[: q.outer_start].rstrip(" ")[-1:] or "\n"
        fresh = before in '.!?\n:;”"—–-)]' or text[: q.outer_start].rstrip(" ").endswith("\n")
        after = text[q.outer_end : q.outer_end + 1]
        ended = inside[-1:] in ",.!?…—-" or after in ",." or q.continued
        if not words or not ended:
            return False
        if fresh:
            return words >= MIN_WORDS or (before != "—" and inside[-1:] in ",.!?" and inside[:1].isupper())
        linked = before == "," and (inside[:1].isupper() or self._resumes(q))
        return words >= MIN_WORDS and (linked or (self._after_cue(q) and inside[:1].isupper()))

    def _resumes(self, q: Quotation) -> bool:
        """Whether a quotation ended shortly before, in the paragraph: "A," she said, "b"."""
        ends = [o.outer_end for o in self.quotations if o.passage == q.passage and o.outer_end <= q.outer_start]
        return bool(ends) and q.outer_start - max(ends) < 160 and self.scene.text[max(ends) - 2] in ",—-"

    def _after_cue(self, q: Quotation) -> bool:
        sentence = self.scene.sentence_at(max(0, q.outer_start - 2))
        if sentence is None:
            return False
        before = [t for t in sentence.tokens if self.scene.at(t, sentence) < q.outer_start]
        return bool(before) and bool(self.cues.verb(before[-1]))

    def _joined(self, whole: Sequence[Quotation]) -> list[Unit]:
        """Quotations as units; "A," she said, "b" is one."""
        found: list[Unit] = []
        for q in whole:
            unit = Unit(q.start, q.end, q.outer_start, q.outer_end, q.passage, q.continued)
            cue = self._between(found[-1], q) if found else None
            if cue is not None:
                last = found.pop()
                unit = replace(unit, start=last.start, outer_start=last.outer_start, cue=cue, parted=last.end)
            found.append(unit)
        return found

    def _between(self, last: Unit, q: Quotation) -> Attribution | None:
        """The only cue between two quotations that are one sentence."""
        text = self.scene.text
        between = text[last.outer_end : q.outer_start]
        if last.cue is not None or last.passage != q.passage or len(between) > 160 or not between.strip():
            return None
        if text[last.end - 1 : last.end] not in ",—-" or between.rstrip()[-1:] not in ",—–":
            return None
        if STOP.search(between):
            return None
        cues = [a for a in self._tokens(last.outer_end, q.outer_start) if self.cues.quoting(a[0])]
        if len(cues) != 1:
            return None
        token, sentence = cues[0]
        cue = self.cues.quoting(token)
        return Attribution(cue, token, sentence) if cue is not None and token.tag_ in FINITE else None

    def _tokens(self, start: int, end: int) -> Iterator[tuple[Token, Sentence]]:
        """The tokens between two offsets, over sentences."""
        sentence = self.scene.sentence_at(start) or self.scene.sentence_at(start + 1)
        while sentence is not None and sentence.start < end:
            for token in sentence.tokens:
                if start <= self.scene.at(token, sentence) < end:
                    yield token, sentence
            following = self.scene.sentences[sentence.index + 1 : sentence.index + 2]
            sentence = following[0] if following else None

    # -- cues ---------------------------------------------------------------------------------------

    def _cue_after(self, q: Unit) -> Attribution | None:
        """ "…," X said / said X / the Post quoted him as saying: right after a quotation that ends no sentence."""
        text = self.scene.text
        last, after = text[q.end - 1 : q.end], text[q.outer_end : q.outer_end + 1]
        if last == "." or after == "." or q.outer_end >= len(text):
            return None
        stop = min(self._next_quote(q), self._passage_end(q))
        other: Attribution | None = None
        for n, (token, sentence) in enumerate(self._tokens(q.outer_end, stop)):
            if (
                n > REACH
                or token.text == ";"
                or (n and token.is_sent_start and sentence.tokens.text[:1].isupper() and n > 1 and self._ended(token))
            ):
                return other
            cue = self.cues.quoting(token)
            if token.pos_ != "VERB" or (cue is None and token.tag_ not in FINITE):
                continue
            if cue is None and other is None and token.dep_ not in ("relcl", "acl", "advcl"):
                other = Attribution(self._any_cue(), token, sentence)
            said = token.tag_ == "VBN" and token.dep_ in ("acl", "ROOT", "conj") and syntax.agent_of(token) is None
            said = said or (token.tag_ == "VBN" and _past_of_its_subject(token))
            said = said or (n < 2 and token.lower_ == "read")  # "“…,” read a message", taken for an infinitive
            if token.lemma_ != "quote" and _passes_on(token):
                continue
            if cue is not None and (token.tag_ in FINITE or said or token.lemma_ == "quote"):
                return Attribution(cue, token, sentence)
            if token.tag_ == "VBG" and cue is not None and token.head.lower_ == "as":
                return Attribution(cue, token, sentence)
        return other

    def _ended(self, token: Token) -> bool:
        return token.i > 0 and token.doc[token.i - 1].text in ".!?"

    def _any_cue(self) -> Cue:
        """A verb after a quotation that no list has is a cue all the same."""
        entry = next(e for options in self.cues.verbs.values() for _, e in options if e.words("frames") == ("aside",))
        return Cue(entry, 0, (), "aside")

    def _next_quote(self, q: Unit) -> int:
        return next((o.outer_start for o in self.units if o.outer_start >= q.outer_end), len(self.scene.text))

    def _passage_end(self, q: Unit) -> int:
        return self.scene.passages[q.passage].end

    def _cue_before(self, q: Unit) -> Attribution | None:
        """X said: "…" and X said, "…": the last cue of the sentence before the quotation."""
        text = self.scene.text
        mark = text[: q.outer_start].rstrip()[-1:]
        sentence = self.scene.sentence_at(max(0, len(text[: q.outer_start].rstrip()) - 1)) if q.outer_start else None
        if sentence is None or not (q.passage == sentence.passage.index or mark == ":"):
            return None
        if mark not in LINK and not self._after_cue(q):
            return None
        floor = max((o.outer_end for o in self.units if o.outer_end <= q.outer_start), default=0)
        before = [t for t in sentence.tokens if floor <= self.scene.at(t, sentence) < q.outer_start]
        for token in reversed(before):
            if token.text == ";":
                return None
            cue = self.cues.quoting(token)
            bare = token.tag_ == "VB" and any(c.tag_ == "TO" for c in token.children)
            bare = bare and not (mark == ":" and token == next((t for t in reversed(before) if t.is_alpha), None))
            if cue is not None and token.dep_ not in ("amod", "compound") and not bare:
                return Attribution(cue, token, sentence)
        return None

    # -- without a cue ------------------------------------------------------------------------------

    def _speaker_before(self, q: Unit) -> Draft | None:
        """The statement right before: in the paragraph, or ending the one before where a quotation opens this."""
        opening = self.scene.passages[q.passage].start >= q.outer_start - 1
        said = [d for d in self.attributor.drafts if d.content.start < q.start and d.speaker is not None]
        own = [d for d in said if d.sentence.passage.index == q.passage and d.content.end <= q.outer_start]
        own = [d for d in own if not self._within(d)]
        if own:
            return self._adjacent(max(own, key=lambda d: d.evidence.end), q)
        if not opening:
            return None
        before = [d for d in said if d.sentence.passage.index == q.passage - 1 and not self._within(d)]
        last = max(before, key=lambda d: d.evidence.end, default=None)
        return last if last is not None and last.kind == "direct" and self._closes_passage(last) else None

    def _within(self, draft: Draft) -> bool:
        """Whether a statement is itself inside a quotation."""
        cue = draft.cue_span
        return cue is not None and any(u.start <= cue.start < u.end for u in self.wholes)

    def _adjacent(self, draft: Draft, q: Unit) -> Draft | None:
        """Nobody else acts between a statement and the quotation after it."""
        if self._after_colon(q):
            return draft
        between = [
            s
            for s in self.scene.sentences[draft.sentence.index + 1 :]
            if s.end <= q.outer_start and s.start >= draft.evidence.end
        ]
        return draft if len(between) <= 1 else None

    def _closes_passage(self, draft: Draft) -> bool:
        return self.scene.passages[draft.sentence.passage.index].end - draft.evidence.end < 60

    def _by_subject(self, q: Unit, inner: Span, any_noun: bool = False) -> Draft | None:
        """The person told of in the sentence that leads to the quotation, or right before it."""
        led = self.scene.text[: q.outer_start].rstrip()
        sentence = self.scene.sentence_at(max(0, len(led) - 1 if led.endswith(":") else q.outer_start - 2))
        if sentence is None or sentence.start >= q.outer_start - 1:
            return None
        if sentence.passage.index != q.passage and not led.endswith(":"):  # "X issued this statement:" and a paragraph
            return None
        if led.endswith(":") and (named := self._named_before(sentence, q)):
            return self.attributor.draft(Attribution(self._any_cue(), named, sentence), inner, "direct", named)
        root = self._leading(sentence, q) or sentence.tokens.root
        subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None and subject.lower_ == "it" and root.lemma_ == "be":  # "It was X who broke the news"
            subject = next((c for c in root.children if c.dep_ == "attr"), subject)
        if (
            subject is not None
            and subject.dep_ == "nsubjpass"
            and self.attributor.cast.entity(subject, sentence) is None
        ):
            subject = syntax.agent_of(root) or subject  # "The matter was commented on by X"
        options = [subject, *([c for c in subject.children if c.dep_ == "poss"] if subject is not None else [])]
        for noun in options:
            entity = self.attributor.cast.entity(noun, sentence) if noun is not None else None
            person = entity is not None and entity.kind in ("person", "office")
            if noun is not None and (person or (any_noun and noun.pos_ in ("NOUN", "PROPN", "PRON"))):
                cue = self._any_cue()
                return self.attributor.draft(Attribution(cue, root, sentence), inner, "direct", noun)
        return None

    def _after_colon(self, q: Unit) -> bool:
        """ "X was blunt: “…”"."""
        return self.scene.text[: q.outer_start].rstrip().endswith(":")

    def _named_before(self, sentence: Sentence, q: Unit) -> Token | None:
        """X in "X, Y's minister, in the corridor: “…”": the first named before a colon where no verb stands."""
        before = [t for t in sentence.tokens if self.scene.at(t, sentence) < q.outer_start]
        start = max((t.i + 1 for t in before if t.text in ".?!"), default=0)
        before = [t for t in before if t.i >= start]
        if any(t.tag_ in FINITE for t in before):
            return None
        cast = self.attributor.cast
        people = (t for t in before if (e := cast.entity(t, sentence)) is not None and e.kind in ("person", "office"))
        return next(people, None)

    def _leading(self, sentence: Sentence, q: Unit) -> Token | None:
        """The last verb with a subject before a quotation: "X was blunt: “…”", whatever the parser made the root."""
        before = [t for t in sentence.tokens if self.scene.at(t, sentence) < q.outer_start and t.tag_ in FINITE]
        verbs = (t for t in reversed(before) if t.dep_ not in ("relcl", "acl", "aux", "auxpass"))
        return next((v for v in verbs if any(c.dep_ in ("nsubj", "nsubjpass") for c in v.children)), None)

    def _claimed(self, q: Unit, inner: Span) -> Draft | None:
        """ "With this phrase, uttered in May, X …": whom the sentence after a quotation gives it to."""
        after = self.scene.sentence_at(q.outer_end + 1) or self._next_paragraph(q)
        if after is None or after.passage.index not in (q.passage, q.passage + 1) or after.start < q.outer_end:
            return None
        if (named := self._so_said(after)) is not None:
            return self.attributor.draft(Attribution(self._any_cue(), named, after), inner, "direct", named)
        if (giver := self._offered(after)) is not None:
            return self.attributor.draft(Attribution(self._any_cue(), after.tokens.root, after), inner, "direct", giver)
        small = [t for t in list(after.tokens)[:4] if t.lower_ in ("this", "these", "those", "that")]
        noun = small[0].head if small else None
        if noun is None or noun.lower_ not in self.cues.words["quoted_nouns"]:
            return None
        cast = self.attributor.cast
        people = (
            t for t in after.tokens if (e := cast.entity(t, after)) is not None and e.kind in ("person", "office")
        )
        subject = next((t for t in people if t.i > noun.i), None)
        if subject is None:
            return None
        uttered = next((c for c in noun.children if c.dep_ == "acl"), after.tokens.root)
        return self.attributor.draft(Attribution(self._any_cue(), uttered, after), inner, "direct", subject)

    def _next_paragraph(self, q: Unit) -> Sentence | None:
        """The sentence that opens the paragraph after one that a quotation closes, where it takes the words up: "With
        that phrase X …"."""
        after = next((s for s in self.scene.between(q.outer_end, len(self.scene.text)) if s.start >= q.outer_end), None)
        if after is None or after.passage.index != q.passage + 1 or self.scene.text[q.outer_end : after.start].strip():
            return None
        opening = {t.lower_ for t in list(after.tokens)[:3]}
        taken_up = opening & {"this", "these", "those", "that"} and opening & set(self.cues.words["quoted_nouns"])
        return after if taken_up else None

    def _offered(self, after: Sentence) -> Token | None:
        """X in "“…” X offered that piece of advice": who gives, has or sends what the quotation is called."""
        root = after.tokens.root
        thing = syntax.direct_object(root)
        words = self.attributor.cues.words
        if thing is None or thing.i < root.i or not any(c.lower_ in ("this", "that", "these") for c in thing.children):
            return None
        parts = [thing] if thing.lower_ not in words["quoted_parts"] else list(syntax.prepositional(thing, "of"))
        subject = syntax.subject(root)
        entity = self.attributor.cast.entity(subject, after) if subject is not None else None
        called = any(p.lower_ in words["quoted_nouns"] for p in (thing, *parts))
        person = entity is not None and entity.kind in ("person", "office")
        return subject if called and person and not syntax.negated(root) else None

    def _so_said(self, after: Sentence) -> Token | None:
        """X in "“…” So X, Y's envoy, in an address": named after "so", with no verb."""
        first = list(after.tokens)[:3]
        if first[0].lower_ not in self.cues.words["so"] or any(t.tag_ in FINITE for t in after.tokens):
            return None
        cast = self.attributor.cast
        return next((t for t in after.tokens if (e := cast.entity(t, after)) and e.kind in ("person", "office")), None)

    def _orphan(self, q: Unit, inner: Span) -> Draft | None:
        sentence = self.scene.sentence_at(q.start) or self.scene.sentence_at(q.outer_start)
        if sentence is None or len(inner.text.split()) < MIN_WORDS:
            return None
        return Draft(
            sentence, None, None, inner, "direct", None, None, None, None, (), "unknown", None, None,
            Time(None, "reported", None), inner, "speech/quotation", 0.4,
        )  # fmt: skip


def _past_of_its_subject(verb: Token) -> bool:
    """ "“…,” An told X", taken for a participle: a subject right before it, and no helping verb."""
    own = any(c.dep_ == "nsubj" and c.i == verb.i - 1 for c in verb.children)
    return own and not syntax.auxiliaries(verb)


def _passes_on(verb: Token) -> bool:
    """ "The paper reported her as saying": what it says of who spoke, whose verb comes after."""
    return any(c.lower_ == "as" and any(n.tag_ == "VBG" for n in c.children) for c in verb.children)
