"""Direct speech: the words between quotation marks, with the cue before, after or inside.

In: a scene's quotations and an attributor. Out: nothing of its own; each quotation that is whole words of
someone goes to the attributor's drafts. A phrase in marks inside the reporter's own sentence is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Time
from detente.reading.attribution import Attribution, Attributor, Draft
from detente.reading.quotes import Quotation
from detente.reading.scene import Sentence
from detente.reading.trimming import trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token

ADJACENT = 3
MIN_WORDS = 3


class QuotedSpeech:
    """Reads the direct statements of one document."""

    def __init__(self, attributor: Attributor, quotations: Sequence[Quotation]) -> None:
        self.attributor, self.quotations = attributor, quotations
        self.scene, self.cues = attributor.scene, attributor.cues

    def read(self) -> None:
        """Adds the direct statements to the attributor's drafts, in the order of the text."""
        last: Draft | None = None
        for quotation in self.quotations:
            draft = self._direct(quotation, last) if self.is_whole(quotation) else None
            if draft is not None:
                self.attributor.drafts.append(draft)
                last = draft

    def is_whole(self, q: Quotation) -> bool:
        """Whole words of someone, not a phrase in quotation marks inside the reporter's sentence."""
        inside = self.scene.text[q.start : q.end].strip()
        words = len(inside.split())
        before = self.scene.text[: q.outer_start].rstrip()[-1:] or "\n"
        at_start = before in '.!?\n,:;”“"—–-)' or self.scene.text[: q.outer_start].endswith("\n")
        after = self.scene.text[q.outer_end : q.outer_end + 1]
        ended = inside[-1:] in ",.!?…—" or after in ",." or q.continued
        return words >= MIN_WORDS and ended and (at_start or self._after_cue(q)) and words > 0

    def _after_cue(self, q: Quotation) -> bool:
        sentence = self.scene.sentence_at(max(0, q.outer_start - 2))
        if sentence is None:
            return False
        before = [t for t in sentence.tokens if self.scene.at(t, sentence) < q.outer_start]
        return bool(before) and bool(self.cues.verb(before[-1])) and self.scene.text[q.start].isupper()

    def _direct(self, q: Quotation, last: Draft | None) -> Draft | None:
        found = self._cue_after(q) or self._cue_before(q)
        inner = trimmed(self.scene, q.start, q.end)
        if inner is None:
            return None
        if found is not None:
            self.attributor.used.add(self.scene.at(found.token, found.sentence))
            return self.attributor.draft(found, inner, "direct")
        if last is not None and self._follows(q, last):
            return replace(last, content=inner, evidence=inner, cue_span=None, confidence=0.7)
        sentence = self.scene.sentence_at(q.start) or self.scene.sentence_at(q.outer_start)
        if sentence is None:
            return None
        return Draft(
            sentence,
            None,
            None,
            inner,
            "direct",
            None,
            None,
            None,
            None,
            (),
            "unknown",
            None,
            None,
            Time(None, "reported", None),
            inner,
            "speech/quotation",
            0.4,
        )

    def _cue_after(self, q: Quotation) -> Attribution | None:
        """ "…," X said / said X / the Post quoted him as saying: in the sentence that the quotation ends in."""
        sentence = self.scene.sentence_at(q.outer_end - 1) or self.scene.sentence_at(q.outer_end)
        if sentence is None:
            return None
        rest = [t for t in sentence.tokens if self.scene.at(t, sentence) >= q.outer_end]
        if not rest and self.scene.text[q.end - 1 : q.end] in (",", "?", "!", "—"):
            following = self.scene.sentences[sentence.index + 1 : sentence.index + 2]
            if following and following[0].passage.index == sentence.passage.index:
                sentence = following[0]
                rest = list(sentence.tokens)
        return self._first_cue(rest, sentence, self._next_quote(q))

    def _next_quote(self, q: Quotation) -> int:
        return next((o.outer_start for o in self.quotations if o.outer_start >= q.outer_end), len(self.scene.text))

    def _first_cue(self, tokens: Iterable[Token], sentence: Sentence, limit: int) -> Attribution | None:
        for n, token in enumerate(tokens):
            if self.scene.at(token, sentence) >= limit or n > 25 or token.text == ";":
                return None
            for cue in self.cues.verb(token):
                if cue.frame in ("clause", "object", "request") and token.tag_ not in ("VBG",):
                    return Attribution(cue, token, sentence)
            if token.lemma_ == "quote" or (token.tag_ == "VBG" and token.head.lower_ == "as" and self.cues.verb(token)):
                cues = self.cues.verb(token)
                if cues:
                    return Attribution(cues[0], token, sentence)
        return None

    def _cue_before(self, q: Quotation) -> Attribution | None:
        """X said: "…" and X said, "…": the last cue of the sentence before the quotation."""
        sentence = self.scene.sentence_at(max(0, q.outer_start - 2)) if q.outer_start else None
        if sentence is None or not (q.passage == sentence.passage.index or sentence.tokens.text.rstrip().endswith(":")):
            return None
        if self.scene.text[: q.outer_start].rstrip()[-1:] not in ",:—–" and not self._after_cue(q):
            return None
        before = [t for t in sentence.tokens if self.scene.at(t, sentence) < q.outer_start]
        floor = max((o.outer_end for o in self.quotations if o.outer_end <= q.outer_start), default=0)
        for token in reversed(before):
            if self.scene.at(token, sentence) < floor:
                return None
            cues = [c for c in self.cues.verb(token) if c.frame in ("clause", "object", "about", "request")]
            if cues:
                return Attribution(cues[0], token, sentence)
        return None

    def _follows(self, q: Quotation, last: Draft) -> bool:
        """A further quotation right after an attributed one, in its paragraph or opening the next."""
        between = self.scene.text[last.evidence.end : q.outer_start]
        return len(between.strip(" \n.,;\"”“'’‘")) <= ADJACENT and "\n\n\n" not in between
