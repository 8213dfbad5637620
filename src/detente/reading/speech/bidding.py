"""What one side wants of another, told point by point: after a colon, in lines with marks, in sentences that count
("First, … Second, …").

In: an attributor that has read all acts of speech. Out: nothing of its own; a statement a point goes to the
attributor's drafts, said by whose demands the sentence before the points tells of, to the other state that it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.model import Actor, Country, Span
from detente.reading import syntax
from detente.reading.scene import Passage, Sentence
from detente.reading.speech.attribution import Attribution, Attributor, Draft
from detente.reading.speech.cues import Cue
from detente.reading.speech.trimming import trimmed

if TYPE_CHECKING:
    from detente.reading.words import Token

MARK = re.compile(r"\s*(?:[•·▪●*–—-]|\(?(?:\d{1,2}|[a-hivx]{1,3})[.)])\s+")
TAIL = re.compile(r"[\s;,.]*(?:;|,)?\s*(?:and|or)?[\s;,.]*$")
BASE = ("VB", "VBP")
FINITE = ("VBD", "VBZ", "MD")
OPENS = ("DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM")
CONFIDENCE = 0.6
MOST = 9


class Bidding:
    """Reads the points of demands in one document."""

    def __init__(self, attributor: Attributor) -> None:
        self.attributor, self.scene, self.cast, self.cues = (
            attributor, attributor.scene, attributor.cast, attributor.cues,
        )  # fmt: skip
        words = attributor.cues.words
        self.points = frozenset(words["pointed_nouns"]) | frozenset(words["points"])
        self.duties = frozenset(words["duties"])
        self.listing, self.counting = frozenset(words["listing_verbs"]), frozenset(words["ordinals"])
        demands = (e for options in self.cues.verbs.values() for _, e in options if e.data["force"] == "demand")
        self.entry = next(e for e in demands if "order" in e.words("frames"))

    def read(self) -> None:
        """Adds the statements of points to the attributor's drafts."""
        for sentence in self.scene.sentences:
            verb = next((t for t in sentence.tokens if self._bids(t)), None)
            points = self._points(sentence, verb) if verb is not None else []
            if verb is None or not points:
                continue
            voice = self._voice(verb, sentence)
            other = self._other(sentence, voice.on_behalf_of) if voice is not None else None
            if voice is not None and other is not None:
                self._add(verb, sentence, points, voice, other)

    def _bids(self, verb: Token) -> bool:
        """Whether a verb asks for something, or tells of demands and conditions as its object."""
        if verb.tag_ == "NNS" and any(c.dep_ == "nsubj" for c in verb.children):  # "the ministry demands that X:"
            return any(e.data["force"] == "demand" for _, e in self.cues.verbs.get(verb.lemma_, ()))
        if verb.pos_ not in ("VERB", "AUX") or syntax.negated(verb):
            return False
        if any(c.force == "demand" or "wish" in c.frames for c in self.cues.verb(verb)):
            return True
        if verb.tag_ in FINITE and self.cues.verb(verb) and self._due(verb.sent):  # "X said that Y should: …"
            return True
        things = [c for c in verb.children if c.dep_ in ("dobj", "attr", "nsubjpass", "ccomp") and c.pos_ == "NOUN"]
        return verb.lemma_ in self.listing and any(t.lemma_.lower() in self.points for t in things)

    def _due(self, words: Iterable[Token]) -> bool:
        """Whether "should" or "must" stands right before a colon."""
        return any(b.text == ":" and a.lower_ in self.duties for a, b in pairwise(words))

    # -- the points ---------------------------------------------------------------------------------

    def _points(self, sentence: Sentence, verb: Token) -> list[Span]:
        text = self.scene.text[sentence.start : sentence.end].rstrip()
        if text.endswith(":"):
            return self._lines(sentence)
        return self._after_colon(sentence, verb) or self._counted(sentence, verb)

    def _lines(self, sentence: Sentence) -> list[Span]:
        """The paragraphs with marks right after one that ends in a colon; one of plain words ends them."""
        found: list[Span] = []
        for passage in self.scene.passages[sentence.passage.index + 1 : sentence.passage.index + 1 + MOST]:
            for start, end in self._pieces(passage):
                mark = MARK.match(self.scene.text, start, end)
                if mark is None:
                    return found
                tail = TAIL.search(self.scene.text, mark.end(), end)
                found.append(self.scene.span(mark.end(), tail.start() if tail else end))
        return found

    def _pieces(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """The lines of a paragraph, by their places in the text."""
        at = passage.start
        for line in self.scene.text[passage.start : passage.end].splitlines(keepends=True):
            if line.strip():
                yield at, at + len(line)
            at += len(line)

    def _after_colon(self, sentence: Sentence, verb: Token) -> list[Span]:
        """ "wants three things: the return of X, an end to Y and Z", "to do three things: open X, return Y and …"."""
        colon = next((t for t in sentence.tokens if t.text == ":" and t.i > verb.i), None)
        before = verb.doc[verb.i : colon.i] if colon is not None else ()
        listed = any(t.lemma_.lower() in self.points and t.tag_ == "NNS" for t in before)
        if colon is None or not (listed or self._due([*before, colon])):
            return []
        after = [t for t in sentence.tokens if t.i > colon.i and not t.is_space]
        if len(after) > 3 and after[0].lower_ == "that":
            return self._that_each(after, sentence)
        if len(after) < 3 or after[0].is_quote or any(t.tag_ in FINITE and t.dep_ != "relcl" for t in after):
            return []
        first = after[1] if after[0].tag_ == "TO" else after[0]
        deeds = first.tag_ in BASE or (first.pos_ == "NOUN" and first.tag_ == "NN" and after[0] is first)
        parted = [t for a, t in pairwise(t for t in after if t.lower_ != "and") if a.text == ";"]
        opening = parted or [t for a, t in pairwise(after) if self._opens(a, t, deeds)]
        starts = [after[0].i, *(t.i for t in opening), after[-1].i + 1]
        spans = [trimmed(self.scene, *self._edges(sentence, a, b)) for a, b in pairwise(starts)]
        return [s for s in spans if s is not None] if len(starts) > 2 else []

    def _that_each(self, after: list[Token], sentence: Sentence) -> list[Span]:
        """ "three demands: that X reopen the road; that it free Y; and that it scrap Z"."""
        joined = {",", ";", "and"}
        starts = [t.i for a, t in pairwise(after) if t.lower_ == "that" and a.lower_ in joined]
        starts = [after[0].i, *starts, after[-1].i + 1]
        spans = [trimmed(self.scene, *self._edges(sentence, a + 1, b)) for a, b in pairwise(starts)]
        return [s for s in spans if s is not None] if len(starts) > 2 else []

    def _opens(self, before: Token, token: Token, deeds: bool) -> bool:
        """Whether a point begins at a token, after a comma or "and", in a list of deeds or of things."""
        if before.lower_ not in (",", ";", "and") or token.lower_ == "and":
            return False
        base = token.tag_ in BASE or token.tag_ == "TO" or (token.lemma_ == token.lower_ and token.pos_ == "VERB")
        return base if deeds else token.pos_ == "DET" or (before.lower_ != "and" and token.pos_ in OPENS)

    def _edges(self, sentence: Sentence, first: int, stop: int) -> tuple[int, int]:
        doc, base = sentence.passage.doc, sentence.passage.start
        while stop - 1 > first and (doc[stop - 1].is_punct or doc[stop - 1].lower_ == "and"):
            stop -= 1
        return base + doc[first].idx, base + doc[stop - 1].idx + len(doc[stop - 1].text)

    def _counted(self, sentence: Sentence, verb: Token) -> list[Span]:
        """The sentences of the paragraph that open with "First," "Second," after a number of demands was told."""
        if not any(t.lemma_.lower() in self.points and t.tag_ == "NNS" for t in sentence.tokens if t.i > verb.i):
            return []
        found: list[Span] = []
        for later in self.scene.sentences[sentence.index + 1 : sentence.index + 1 + MOST]:
            first = next((t for t in later.tokens if t.is_alpha), None)
            if later.passage.index != sentence.passage.index or first is None or first.lower_ not in self.counting:
                break
            rest = [t for t in later.tokens if t.i > first.i and not t.is_punct]
            span = trimmed(self.scene, self.scene.at(rest[0], later), later.end) if rest else None
            found += [span] if span is not None else []
        return found if len(found) > 1 else []

    # -- whose they are -----------------------------------------------------------------------------

    def _voice(self, verb: Token, sentence: Sentence) -> Draft | None:
        """The statement of the sentence for a state, else one made of it for who bids."""
        own = [d for d in self.attributor.drafts if d.sentence.index == sentence.index and d.on_behalf_of is not None]
        who = syntax.subject(verb)
        span = trimmed(self.scene, sentence.start, sentence.end)
        if own or who is None or span is None:
            return own[0] if own else None
        made = self.attributor.draft(self._at(verb, sentence), span, "indirect", who)
        return made if made is not None and made.on_behalf_of is not None else None

    def _other(self, sentence: Sentence, own: Country | None) -> Actor | None:
        """The state that the points are put to: named in the sentence, else told of right before it."""
        for at in (sentence, *reversed(self.scene.sentences[max(0, sentence.index - 2) : sentence.index])):
            for token in at.tokens:
                actor = self.cast.actor(token, at) if token.pos_ in ("NOUN", "PROPN") else None
                if actor is not None and actor.official and actor.country not in (None, own):
                    return actor
                named = self.cast.country_at(token, at) if token.pos_ == "PROPN" and token.dep_ == "pobj" else None
                if named not in (None, own) and token.head.lower_ in ("from", "of", "to", "for"):
                    span = self.scene.cover(at, [token])
                    return Actor(None, None, None, named, "state", True, span, (span,))
        return None

    def _add(self, verb: Token, sentence: Sentence, points: list[Span], voice: Draft, other: Actor) -> None:
        first = points[0]
        if len(points) > 1:  # "that X do this; that it do that", taken for one demand
            lead = sentence.start if self._due(sentence.tokens) else first.start
            self.attributor.drafts[:] = [
                d for d in self.attributor.drafts
                if not lead <= d.content.start <= first.start or d.content.end <= first.end
            ]  # fmt: skip
        for span in points:
            held = [
                d for d in self.attributor.drafts
                if d.cue is not None and d.cue.force == "demand" and d.content.start == span.start
            ]  # fmt: skip
            if not held:
                self.attributor.drafts.append(
                    replace(
                        voice, sentence=sentence, content=span, kind="indirect", evidence=span, cue_span=None,
                        cue=self._at(verb, sentence).cue, addressee=other, nested=(), confidence=CONFIDENCE,
                    )
                )  # fmt: skip

    def _at(self, verb: Token, sentence: Sentence) -> Attribution:
        return Attribution(Cue(self.entry, verb.i, (), "order"), verb, sentence)
