"""Indirect and mixed speech: "said that …", "according to …", "his claim that …", "called it …".

In: a scene's tokens, its quotations and an attributor. Out: nothing of its own; each statement found goes to the
attributor's drafts, in the order of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model import QuoteKind, Span
from detente.reading import content, syntax
from detente.reading.attribution import Attribution, Attributor
from detente.reading.cues import Cue
from detente.reading.quoted import MIN_WORDS, QuotedSpeech
from detente.reading.quotes import DOUBLE, Quotation
from detente.reading.scene import Sentence
from detente.reading.trimming import trimmed, trimmed_tokens, with_closing_mark

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_NAME = 14
# The words at which "according to", "as per" begin: all others that report are looked up by their lemma.
ACCORDING = frozenset({"according", "as", "per"})


class ReportedSpeech:
    """Reads the indirect and mixed statements of one document."""

    def __init__(self, attributor: Attributor, quoted: QuotedSpeech) -> None:
        self.attributor, self.quoted = attributor, quoted
        self.quotations: Sequence[Quotation] = quoted.quotations
        self.scene, self.cast, self.cues, self.media = (
            attributor.scene, attributor.cast, attributor.cues, attributor.media,
        )  # fmt: skip
        self.words = attributor.words
        self.telling = {
            *self.cues.verbs, *self.cues.nouns, *self.words["naming_verbs"], *self.words["quoting_verbs"]
        }  # fmt: skip

    def read(self) -> None:
        """Adds the document's indirect statements to the attributor's drafts."""
        for sentence in self.scene.sentences:
            for token in sentence.tokens:
                if token.lemma_ in self.telling or token.lower_ in ACCORDING:
                    self._indirect(token, sentence)

    def _indirect(self, token: Token, sentence: Sentence) -> None:
        offset = self.scene.at(token, sentence)
        if offset in self.attributor.used or self._inside_quote(offset):
            return
        if (
            token.lower_ == "according"
            or (token.lower_ == "per" and token.head.lower_ == "as")
            or (token.lower_ == "as" and any(c.lower_ == "per" for c in token.children))
        ):
            self._according(token, sentence)
            return
        if self._quoted_as_saying(token, sentence) or self._named(token, sentence):
            return
        noun = self.cues.noun(token)
        if noun is not None and self._noun(noun, token, sentence):
            return
        if any(c.dep_ == "neg" for c in token.children) or not self._finite(token):
            return
        if (trailing := self._trailing(token, sentence)) is not None:
            said, whose, before = trailing
            self._keep(Attribution(said, token, sentence), before, whose)
            return
        for cue in self.cues.verb(token):
            words = content.reported(cue, token)
            if words:
                span = trimmed_tokens(self.scene, words, sentence)
                if span is not None and len(span.text.split()) >= 2:
                    self._keep(Attribution(cue, token, sentence), span)
                    return
        if (around := self._around_aside(token, sentence)) is not None:
            self._keep(Attribution(around[0], token, sentence), around[1])

    def _finite(self, token: Token) -> bool:
        """A bare infinitive reports nothing yet, but for "went on to say"; nor does a participle before a noun."""
        if token.dep_ == "amod":
            return False
        if token.tag_ == "VB" and "to" in syntax.auxiliaries(token):
            return token.head.lemma_ in self.words["aspect_verbs"] and syntax.tense(token.head) != "future"
        return syntax.tense(token) != "future"

    def _named(self, token: Token, sentence: Sentence) -> bool:
        """ "He called the treaty ‘a house under repair’": a name put on something, in the speaker's words."""
        cue = next((Cue(e, token.i) for p, e in self.cues.verbs.get("describe", ()) if not p), None)
        if token.lemma_ not in self.words["naming_verbs"] or cue is None or syntax.subject(token) is None:
            return False
        first, last = self.scene.at(token, sentence), sentence.end
        quotation = next(
            (q for q in self.quotations if first < q.start < last and first < q.outer_end <= last + 1), None
        )
        span = trimmed(self.scene, quotation.start, quotation.end) if quotation is not None else None
        if span is None or len(span.text.split()) < 2:
            return False
        self._keep(Attribution(cue, token, sentence), span)
        return True

    def _trailing(self, token: Token, sentence: Sentence) -> tuple[Cue, Token, Span] | None:
        """ "…, an official statement here said." where the parser gave the verb no subject of its own."""
        last = token.i + 1 >= sentence.tokens.end or all(
            t.is_punct for t in token.doc[token.i + 1 : sentence.tokens.end]
        )
        cue = next((c for c in self.cues.verb(token) if c.frame in ("clause", "object")), None)
        if not last or cue is None or content.has_subject(token) or token.tag_ != "VBD":
            return None
        comma = next(
            (i for i in range(token.i - 1, sentence.tokens.start, -1) if token.doc[i].text in (",", "”", '"')),
            None,
        )
        if comma is None or token.i - comma > LONGEST_NAME:
            return None
        between = token.doc[comma + 1 : token.i]
        nouns = [t for t in between if t.pos_ in ("NOUN", "PROPN", "PRON")]
        if not nouns or any(t.pos_ == "VERB" for t in between):
            return None
        span = trimmed_tokens(self.scene, list(token.doc[sentence.tokens.start : comma]), sentence)
        return (cue, nouns[-1], span) if span is not None else None

    def _around_aside(self, token: Token, sentence: Sentence) -> tuple[Cue, Span] | None:
        """ "X, he had remarked in May, was Y", where the parser did not see the aside: the words after it."""
        cue = next((c for c in self.cues.verb(token) if c.frame == "clause"), None)
        subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
        if cue is None or subject is None or subject.left_edge.i <= sentence.tokens.start:
            return None
        doc = token.doc
        comma = next(
            (i for i in range(token.i + 1, min(token.i + 10, sentence.tokens.end)) if doc[i].text == ","),
            None,
        )
        if doc[subject.left_edge.i - 1].text != "," or comma is None:
            return None
        rest = [t for t in doc[comma + 1 : sentence.tokens.end] if t.text != "\n"]
        span = trimmed_tokens(self.scene, rest, sentence) if any(t.pos_ in ("VERB", "AUX") for t in rest) else None
        return (cue, span) if span is not None and len(span.text.split()) >= 2 else None

    def _quoted_as_saying(self, token: Token, sentence: Sentence) -> bool:
        """ "…, X was cited as saying": the words stand before, or around, the verb of quoting."""
        saying = next(
            (
                n
                for c in token.children
                if c.dep_ == "prep" and c.lower_ == "as"
                for n in c.children
                if n.dep_ == "pcomp"
            ),
            None,
        )
        saying = saying or next((c for c in token.children if c.dep_ == "xcomp" and self.cues.verb(c)), None)
        if token.lemma_ not in self.words["quoting_verbs"] or saying is None or not syntax.is_passive(token):
            return False
        cue = next((c for v in (saying, token) for c in self.cues.verb(v)), None)
        who = syntax.passive_subject(token)
        words = content.clause(saying) or content.clause(token)
        span = trimmed_tokens(self.scene, words, sentence) if words else None
        if cue is None or who is None or span is None or len(span.text.split()) < MIN_WORDS:
            return False
        self._keep(Attribution(cue, token, sentence), span, who)
        return True

    def _inside_quote(self, offset: int) -> bool:
        return any(q.start <= offset < q.end and self.quoted.is_whole(q) for q in self.quotations)

    def _according(self, token: Token, sentence: Sentence) -> None:
        entry = next(e for p, e in self.cues.phrases if p[0] == "according")
        noun = next((n for c in token.children for n in c.children if n.dep_ == "pobj"), None)
        noun = noun or next((n for n in token.children if n.dep_ == "pobj"), None)
        if noun is None:
            return
        known = self.cast.actor(noun, sentence) is not None or self.cast.country_beside(noun, sentence) is not None
        if (
            not known
            and noun.lemma_.lower() not in self.words["sources"]
            and noun.lemma_.lower() not in self.media.documents
        ):
            return
        phrase = {t.i for t in token.subtree}
        clause = syntax.clause_of(token.head)
        rest = (
            [t for t in clause.subtree if t.i not in phrase]
            if clause.dep_ != "ROOT"
            else [t for t in sentence.tokens if t.i not in phrase]
        )
        runs = [r for r in syntax.contiguous(rest) if not all(t.is_punct for t in r)]
        span = trimmed_tokens(self.scene, max(runs, key=len), sentence) if runs else None
        if span is None or len(span.text.split()) < MIN_WORDS:
            return
        cue_span = self.scene.span(self.scene.at(token, sentence), self.scene.at(noun, sentence) - 1).text
        at = self.scene.at(token, sentence)
        self._keep(
            Attribution(Cue(entry, token.i), token, sentence),
            span,
            noun,
            self.scene.span(at, at + len(cue_span.rstrip())),
        )

    def _noun(self, cue: Cue, token: Token, sentence: Sentence) -> bool:
        """ "X's remarks that …", "the claim by X that …"."""
        clause = next(
            (
                c
                for c in token.children
                if c.dep_ in ("acl", "ccomp", "relcl")
                and c.i > token.i
                and any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)
            ),
            None,
        )
        owner = next((c for c in token.children if c.dep_ == "poss"), None) or next(
            syntax.prepositional(token, "by", "of", "from"), None
        )
        if clause is None or owner is None:
            return False
        span = trimmed_tokens(self.scene, list(clause.subtree), sentence)
        if span is None:
            return False
        self._keep(Attribution(cue, token, sentence), span, owner)
        return True

    def _keep(self, at: Attribution, span: Span, noun: Token | None = None, cue_span: Span | None = None) -> None:
        marks = sum(span.text.count(m) for m in DOUBLE)
        overlapping = [q for q in self.quotations if q.start < span.end and span.start < q.end]
        taken = {d.content.start for d in self.attributor.drafts}
        if any(self.quoted.is_whole(q) and q.start in taken for q in overlapping):
            return
        kind: QuoteKind = "mixed" if overlapping or marks else "indirect"
        span = with_closing_mark(self.scene, span, self.quotations)
        draft = self.attributor.draft(at, span, kind, noun, cue_span)
        if draft is not None:
            self.attributor.drafts.append(draft)
