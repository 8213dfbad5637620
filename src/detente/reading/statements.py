"""Who said what, for whom, through whom: direct, indirect and mixed quotation.

In: a scene, its cast, its time expressions and quotations. Out: `Draft`s, statements not yet tied to an
engagement, in the order of the text. A draft keeps the words as a span and the tokens of its cue, so
that positions and commitments can be read from the same clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.codebook import Codebook
from detente.model import Actor, Country, Medium, QuoteKind, Relay, Span, Statement, Time, TimeExpression
from detente.reading import syntax
from detente.reading.actors import Cast, Entity
from detente.reading.cues import Cue, Cues, Media
from detente.reading.quotes import DOUBLE, SINGLE, Quotation
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ADJACENT = 3
MIN_WORDS = 3
LONGEST_NAME = 14
# Forces that only a mind has: a report or a law may say, but it does not hope.
INWARD = frozenset({"attitude", "promise", "threat", "demand"})
DOCUMENTS = ("statement", "readout")
CONFIDENCE = {"direct": 0.85, "mixed": 0.8, "indirect": 0.8}


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before it is tied to an engagement. `principal`: whose words a spokesman gives."""

    sentence: Sentence
    cue: Cue | None
    cue_span: Span | None
    content: Span
    kind: QuoteKind
    speaker: Actor | None
    entity: Entity | None
    principal: Entity | None
    on_behalf_of: Country | None
    chain: tuple[Relay, ...]
    medium: Medium
    addressee: Actor | None
    addressed: Entity | None
    when: Time
    evidence: Span
    rule: str
    confidence: float
    nested: tuple[Draft, ...] = ()

    def statement(self, number: int, engagement: str | None) -> Statement:
        """The finished statement `s<number>`."""
        return Statement(
            f"s{number}",
            self.speaker,
            self.on_behalf_of,
            self.chain,
            self.cue_span,
            self.content,
            self.kind,
            self.medium,
            self.addressee,
            self.when,
            engagement,
            self.evidence,
            self.rule,
            self.confidence,
        )


class StatementReader:
    """Finds statements in a scene."""

    def __init__(self, codebook: Codebook) -> None:
        self.cues = Cues(codebook)
        self.media = Media.of(codebook)

    def read(
        self, scene: Scene, cast: Cast, times: Sequence[TimeExpression], quotations: Sequence[Quotation]
    ) -> list[Draft]:
        """All statements, in the order of their words."""
        work = _Search(self.cues, self.media, scene, cast, times, _joined(quotations))
        return work.run()


def _joined(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Quotations that run over paragraphs, as one."""
    found: list[Quotation] = []
    for q in quotations:
        if found and found[-1].continued:
            last = found.pop()
            q = replace(q, start=last.start, outer_start=last.outer_start)
        found.append(q)
    return found


@dataclass(slots=True)
class _Attribution:
    """A verb that reports words, with whoever speaks."""

    cue: Cue
    token: Token
    sentence: Sentence


class _Search:
    def __init__(
        self,
        cues: Cues,
        media: Media,
        scene: Scene,
        cast: Cast,
        times: Sequence[TimeExpression],
        quotations: list[Quotation],
    ) -> None:
        self.cues, self.media = cues, media
        self.scene, self.cast, self.times, self.quotations = scene, cast, times, quotations
        self.words = cast.lexicon.words
        self.drafts: list[Draft] = []
        self.used: set[int] = set()
        self.last_document: Country | None = None

    def run(self) -> list[Draft]:
        last: Draft | None = None
        for quotation in self.quotations:
            if self._is_full(quotation):
                draft = self._direct(quotation, last)
                if draft is not None:
                    self.drafts.append(draft)
                    last = draft
        for sentence in self.scene.sentences:
            for token in sentence.tokens:
                self._indirect(token, sentence)
        ordered = sorted(self.drafts, key=lambda d: (d.content.start, -d.content.end))
        return self._without_nested(ordered)

    # -- direct ---------------------------------------------------------------------------------

    def _is_full(self, q: Quotation) -> bool:
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
        inner = self._trim_span(q.start, q.end)
        if inner is None:
            return None
        if found is not None:
            self.used.add(self.scene.at(found.token, found.sentence))
            return self._draft(found, inner, "direct")
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

    def _cue_after(self, q: Quotation) -> _Attribution | None:
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

    def _first_cue(self, tokens: Iterable[Token], sentence: Sentence, limit: int) -> _Attribution | None:
        for n, token in enumerate(tokens):
            if self.scene.at(token, sentence) >= limit or n > 25 or token.text == ";":
                return None
            for cue in self.cues.verb(token):
                if cue.frame in ("clause", "object", "request") and token.tag_ not in ("VBG",):
                    return _Attribution(cue, token, sentence)
            if token.lemma_ == "quote" or (token.tag_ == "VBG" and token.head.lower_ == "as" and self.cues.verb(token)):
                cues = self.cues.verb(token)
                if cues:
                    return _Attribution(cues[0], token, sentence)
        return None

    def _cue_before(self, q: Quotation) -> _Attribution | None:
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
                return _Attribution(cues[0], token, sentence)
        return None

    def _follows(self, q: Quotation, last: Draft) -> bool:
        """A further quotation right after an attributed one, in its paragraph or opening the next."""
        between = self.scene.text[last.evidence.end : q.outer_start]
        return len(between.strip(" \n.,;\"”“'’‘")) <= ADJACENT and "\n\n\n" not in between

    # -- indirect -------------------------------------------------------------------------------

    def _indirect(self, token: Token, sentence: Sentence) -> None:
        offset = self.scene.at(token, sentence)
        if offset in self.used or self._inside_quote(offset):
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
            self._keep(_Attribution(said, token, sentence), before, whose)
            return
        for cue in self.cues.verb(token):
            words = self._content(cue, token)
            if words:
                span = self._trim_tokens(words, sentence)
                if span is not None and len(span.text.split()) >= 2:
                    self._keep(_Attribution(cue, token, sentence), span)
                    return
        if (around := self._around_aside(token, sentence)) is not None:
            self._keep(_Attribution(around[0], token, sentence), around[1])

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
        span = self._trim_span(quotation.start, quotation.end) if quotation is not None else None
        if span is None or len(span.text.split()) < 2:
            return False
        self._keep(_Attribution(cue, token, sentence), span)
        return True

    def _trailing(self, token: Token, sentence: Sentence) -> tuple[Cue, Token, Span] | None:
        """ "…, an official statement here said." where the parser gave the verb no subject of its own."""
        last = token.i + 1 >= sentence.tokens.end or all(
            t.is_punct for t in token.doc[token.i + 1 : sentence.tokens.end]
        )
        cue = next((c for c in self.cues.verb(token) if c.frame in ("clause", "object")), None)
        if not last or cue is None or _has_subject(token) or token.tag_ != "VBD":
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
        span = self._trim_tokens(list(token.doc[sentence.tokens.start : comma]), sentence)
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
        span = self._trim_tokens(rest, sentence) if any(t.pos_ in ("VERB", "AUX") for t in rest) else None
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
        words = _clause(saying) or _clause(token)
        span = self._trim_tokens(words, sentence) if words else None
        if cue is None or who is None or span is None or len(span.text.split()) < MIN_WORDS:
            return False
        self._keep(_Attribution(cue, token, sentence), span, who)
        return True

    def _inside_quote(self, offset: int) -> bool:
        return any(q.start <= offset < q.end and self._is_full(q) for q in self.quotations)

    def _content(self, cue: Cue, verb: Token) -> list[Token]:
        if syntax.is_passive(verb) and cue.force != "accuse" and syntax.agent_of(verb) is None:
            return []
        frame = cue.frame
        if frame == "request":
            return _requested(verb, cue.extra)
        if frame == "about":
            return _about(verb, cue)
        clause = _clause(verb) or (_promised(verb) if cue.force == "promise" else [])
        if clause:
            return clause
        if frame == "object":
            return self._object(cue, verb)
        return []

    def _object(self, cue: Cue, verb: Token) -> list[Token]:
        noun = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if noun is None:
            return []
        allowed = cue.entry.words("objects")
        if allowed and not any(c.lemma_ in allowed for c in syntax.conjuncts(noun)):
            return []
        return list(noun.subtree)

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
        span = self._trim_tokens(max(runs, key=len), sentence) if runs else None
        if span is None or len(span.text.split()) < MIN_WORDS:
            return
        cue_span = self.scene.span(self.scene.at(token, sentence), self.scene.at(noun, sentence) - 1).text
        at = self.scene.at(token, sentence)
        self._keep(
            _Attribution(Cue(entry, token.i), token, sentence),
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
        span = self._trim_tokens(list(clause.subtree), sentence)
        if span is None:
            return False
        self._keep(_Attribution(cue, token, sentence), span, owner)
        return True

    def _keep(self, at: _Attribution, span: Span, noun: Token | None = None, cue_span: Span | None = None) -> None:
        marks = sum(span.text.count(m) for m in DOUBLE)
        overlapping = [q for q in self.quotations if q.start < span.end and span.start < q.end]
        if any(self._is_full(q) and d.content.start == q.start for q in overlapping for d in self.drafts):
            return
        kind: QuoteKind = "mixed" if overlapping or marks else "indirect"
        span = self._close_marks(span)
        draft = self._draft(at, span, kind, noun, cue_span)
        if draft is not None:
            self.drafts.append(draft)

    def _close_marks(self, span: Span) -> Span:
        """Takes in the closing mark that a trimmed span has lost."""
        for q in self.quotations:
            if span.start <= q.outer_start < span.end <= q.outer_end and q.outer_end - span.end <= 2:
                return self.scene.span(span.start, q.outer_end)
        return span

    # -- one statement --------------------------------------------------------------------------

    def _draft(
        self,
        at: _Attribution,
        content: Span,
        kind: QuoteKind,
        noun: Token | None = None,
        cue_span: Span | None = None,
    ) -> Draft | None:
        """The statement that a cue makes of some words; None when nobody in the text can have said them."""
        verb, sentence = at.token, at.sentence
        who, outlet = self._speaker(verb, sentence) if noun is None else (noun, None)
        if who is None and not (at.cue.force == "accuse" or kind == "direct"):
            return None
        bearer = self._issuer(who, sentence) if who is not None else None
        if bearer is not None:
            who, document_noun = bearer, who
        else:
            document_noun = None
        speaker, entity = self._actor(who, sentence, content) if who is not None else (None, None)
        if who is not None and (speaker is None or self._mindless(who, speaker, at.cue)) and kind != "direct":
            return None
        document = self._document(who)
        principal = self._principal(entity, speaker, content, document)
        side = self._behalf(entity, speaker, document, principal)
        medium, venue = self._medium(verb, document_noun or who, sentence, document or self._document(document_noun))
        addressed, addressee = self._addressee(verb, at.cue, sentence)
        if side is not None and (document or (venue is not None and medium in ("statement", "readout"))):
            self.last_document = side
        chain = self._chain(entity, speaker, who, sentence, document, venue, outlet, principal, addressed, addressee)
        when = self._when(verb, sentence, content)
        cue_at = cue_span or self._cue_span(at)
        evidence = self.scene.span(
            min(content.start, cue_at.start, speaker.span.start if speaker else content.start),
            max(content.end, cue_at.end, speaker.span.end if speaker else content.end),
        )
        return Draft(
            sentence,
            at.cue,
            cue_at,
            content,
            kind,
            speaker,
            entity,
            principal,
            side,
            chain,
            medium,
            addressee,
            addressed,
            when,
            evidence,
            at.cue.entry.rule,
            CONFIDENCE[kind] if entity else 0.55,
        )

    def _cue_span(self, at: _Attribution) -> Span:
        tokens = [at.token, *(at.token.doc[i] for i in at.cue.extra if i - at.token.i <= 3)]
        return self.scene.cover(at.sentence, tokens)

    def _speaker(self, verb: Token, sentence: Sentence) -> tuple[Token | None, Token | None]:
        """Who speaks, and the outlet that quotes him ("the Post quoted him as saying")."""
        quoting = verb.head.head if verb.tag_ == "VBG" and verb.head.lower_ == "as" else verb
        if quoting != verb or verb.lemma_ == "quote":
            return syntax.direct_object(quoting), self._quoting_outlet(quoting)
        found = syntax.subject(verb)
        if found is None or self.cast.actor(found, sentence) is None:
            found = self._name_beside(verb, sentence) or found
        if found is None:
            after = [c for c in verb.children if c.dep_ in ("dobj", "attr", "npadvmod", "oprd") and c.i > verb.i]
            found = next((c for c in after if self.cast.entity(c, sentence)), None)
        if found is not None and found.pos_ == "VERB":
            return None, None
        return found, None

    def _mindless(self, who: Token, speaker: Actor, cue: Cue) -> bool:
        """Whether a thing is said to hope, promise or threaten: "the drought threatens that …"."""
        if cue.force not in INWARD or speaker.kind != "unnamed" or speaker.country or who.tag_ not in ("NN", "NNP"):
            return False
        known = (self.words[k] for k in ("sources", "state_agents", "populace", "institutions", "pair_nouns"))
        return not any(who.lemma_.lower() in words for words in known)

    def _document(self, noun: Token | None) -> str | None:
        """The medium of a noun that can itself be said to say something: "the statement said"."""
        return self.media.documents.get(noun.lemma_.lower()) if noun is not None else None

    def _issuer(self, who: Token, sentence: Sentence) -> Token | None:
        """X in "a readout from X says": the words are X's, in the document."""
        if self._document(who) is None:
            return None
        owners = [*(c for c in who.children if c.dep_ == "poss"), *syntax.prepositional(who, "from", "by", "of")]
        people = (o for o in owners if (e := self.cast.entity(o, sentence)) is not None and e.kind == "person")
        return next(people, None)

    def _quoting_outlet(self, verb: Token) -> Token | None:
        """ "the Post quoted him", "was quoted by the Post as saying", "was quoted as saying by the Post"."""
        subjects = [c for c in verb.children if c.dep_ == "nsubj"]
        own = subjects[-1] if subjects else syntax.agent_of(verb)
        saying = (n for c in verb.children if c.lower_ == "as" for n in c.children if n.dep_ == "pcomp")
        return own or next((o for s in saying for o in syntax.prepositional(s, "by", "in")), None)

    def _name_beside(self, verb: Token, sentence: Sentence) -> Token | None:
        """The person whose name ends right before the verb: the speaker, where the parser found none to be one."""
        for n, mention in enumerate(self.cast.mentions):
            if mention.passage == sentence.passage.index and mention.last == verb.i and n in self.cast.entities:
                return verb.doc[mention.head] if mention.kind == "person" else None
        return None

    def _actor(self, who: Token, sentence: Sentence, content: Span) -> tuple[Actor | None, Entity | None]:
        if who.lower_ == "it" and (voice := self._last_voice(sentence)) is not None:
            span = self.scene.cover(sentence, [who])
            return replace(voice, span=span, mentions=(*voice.mentions, span)), None
        entity = self.cast.entity(who, sentence)
        actor = self.cast.actor(who, sentence)
        if actor is not None:
            return actor, entity
        if who.lower_ in ("it", "this", "that", "which", "there", "what"):
            return None, None
        noun_phrase = [t for t in who.subtree if who.left_edge.i <= t.i <= who.i]
        span = self.scene.cover(sentence, noun_phrase)
        if who.pos_ == "PRON":
            return Actor(None, None, None, None, "unnamed", False, span, (span,)), None
        country = self.cast.country_beside(who, sentence)
        document = who.lemma_.lower() in self.media.documents
        if document and country is None and any(c.lower_ in ("the", "this") for c in who.children if c.dep_ == "det"):
            country = self.last_document
        official = country is not None and (document or who.lower_ in self.words["state_agents"])
        return Actor(None, None, None, country, "unnamed", official, span, (span,)), None

    def _last_voice(self, sentence: Sentence) -> Actor | None:
        """The ministry or document that spoke last in the sentences before, or earlier in this one."""
        near = [d for d in self.drafts if sentence.index - 2 <= d.sentence.index <= sentence.index]
        near = [d for d in near if d.on_behalf_of is not None]
        voices = [d.speaker for d in sorted(near, key=lambda d: d.evidence.start) if _impersonal(d.speaker)]
        return voices[-1] if voices else self._institution_before(sentence)

    def _institution_before(self, sentence: Sentence) -> Actor | None:
        """The ministry or body that is the main subject of one of the two sentences before, in the paragraph."""
        for before in reversed(self.scene.sentences[max(0, sentence.index - 2) : sentence.index]):
            if before.passage.index == sentence.passage.index:
                for subject in (c for c in before.tokens.root.children if c.dep_ == "nsubj"):
                    found = self.cast.actor(subject, before)
                    if found is not None and found.official and found.kind in ("organisation", "state"):
                        return found
        return None

    def _principal(
        self, entity: Entity | None, speaker: Actor | None, content: Span, document: str | None
    ) -> Entity | None:
        """Whose words or acts a spokesman or a statement gives: the subject of what is said, where a person."""
        institution = speaker is not None and speaker.kind == "organisation" and speaker.official
        if not (document or institution or (entity is not None and entity.portfolio == "spokesperson")):
            return None
        sentence = self.scene.sentence_at(content.start)
        if sentence is None:
            return None
        for token in sentence.tokens:
            at = self.scene.at(token, sentence)
            if content.start <= at < content.end and token.dep_ in ("nsubj", "nsubjpass", "poss"):
                found = self.cast.entity(token, sentence)
                if found is not None and found.kind in ("person", "office") and found is not entity and found.official:
                    mine = entity.country if entity else speaker.country if speaker else None
                    return found if mine in (None, found.country) else None
        return None

    def _behalf(
        self, entity: Entity | None, speaker: Actor | None, document: str | None, principal: Entity | None
    ) -> Country | None:
        if document and speaker is not None:
            return speaker.country or (principal.country if principal else None)
        if entity is not None:
            ranks_only = entity.portfolio == "military" and entity.level in ("official", "unknown")
            return entity.country if entity.official and not ranks_only else None
        return speaker.country if speaker is not None and speaker.official else None

    def _medium(
        self, verb: Token, who: Token | None, sentence: Sentence, document: str | None
    ) -> tuple[Medium, Token | None]:
        """The medium, and the noun that names it ("in a statement")."""
        if document is not None:
            return document, who  # type: ignore[return-value]
        for token in syntax.prepositional(verb, "in", "at", "on", "during", "to", "via", "through"):
            for key in (_compound(token), token.lemma_, token.text):
                if key in self.media.said_in and token.head.lower_ != "to":
                    return self.media.said_in[key], token  # type: ignore[return-value]
        heard = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
        for token in [*heard, *syntax.prepositional(verb, "to")]:
            if token.lower_ in self.media.audience:
                return self.media.audience[token.lower_], None  # type: ignore[return-value]
            if self._is_outlet(token, sentence):
                return "interview", None
        return self.media.verbs.get(verb.lemma_, "unknown"), None  # type: ignore[return-value]

    def _is_outlet(self, token: Token, sentence: Sentence) -> bool:
        """A known outlet, or a capitalised name with "the" that is neither person nor state ("told the Herald")."""
        entity = self.cast.entity(token, sentence)
        if entity is not None:
            return entity.kind == "organisation" and not entity.official
        return token.pos_ == "PROPN" and token.ent_type_ in (
            "ORG",
            "WORK_OF_ART",
            "PRODUCT",
            "FAC",
            "LOC",
            "",
        )

    def _addressee(self, verb: Token, cue: Cue, sentence: Sentence) -> tuple[Entity | None, Actor | None]:
        heard = [c for c in verb.children if c.dep_ in ("dobj", "dative") and (cue.frame != "object")]
        heard += (
            list(syntax.prepositional(verb, "to", "on", "with")) if cue.entry.id in ("say", "urge", "voice") else []
        )
        if cue.frame == "request" or cue.force == "demand":
            inner = [c for c in verb.children if c.dep_ in ("ccomp", "advcl", "xcomp")]
            inner += [n for c in verb.children if c.dep_ == "prep" for n in c.children if n.dep_ == "pcomp"]
            heard += [s for c in inner for s in c.children if s.dep_ == "nsubj"]
            heard += [
                n
                for c in verb.children
                if c.dep_ == "prep" and c.lower_ in ("on", "to", "upon", "for")
                for n in c.children
                if n.dep_ == "pobj"
            ]
        for token in heard:
            actor = self.cast.actor(token, sentence)
            if actor is not None:
                return self.cast.entity(token, sentence), actor
        return None, None

    def _chain(
        self,
        entity: Entity | None,
        speaker: Actor | None,
        who: Token | None,
        sentence: Sentence,
        document: str | None,
        venue: Token | None,
        outlet: Token | None,
        principal: Entity | None,
        addressed: Entity | None,
        addressee: Actor | None,
    ) -> tuple[Relay, ...]:
        links: list[Relay] = []
        if principal is not None and principal.spans:
            links.append(
                Relay(principal.name or principal.post or principal.spans[0].text, "speaker", principal.spans[0])
            )
        if speaker is not None and not document:
            name = speaker.name or speaker.post or speaker.span.text
            spokesman = entity is not None and entity.portfolio == "spokesperson"
            unnamed = speaker.kind in ("unnamed", "group") and not speaker.name
            links.append(
                Relay(
                    name,
                    "spokesperson" if spokesman else "unnamed_source" if unnamed else "speaker",
                    speaker.span,
                )
            )
        if document and who is not None and speaker is not None:
            links.append(Relay(speaker.span.text, "statement", speaker.span))
        elif (
            venue is not None
            and self.media.said_in.get(_compound(venue), self.media.said_in.get(venue.lemma_)) in DOCUMENTS
        ):
            span = self.scene.cover(sentence, [t for t in venue.subtree if t.i <= venue.i])
            links.append(Relay(span.text, "statement", span))
        if outlet is not None:
            last = next((c.i for c in outlet.children if c.dep_ == "appos" and c.i <= outlet.i + 3), outlet.i)
            span = self.scene.cover(sentence, [t for t in outlet.subtree if outlet.left_edge.i <= t.i <= last])
            found = self.cast.actor(outlet, sentence)
            links.append(Relay(found.name if found and found.name else span.text, "outlet", span))
        elif (
            addressee is not None
            and addressed is not None
            and addressed.kind == "organisation"
            and not addressed.official
        ):
            links.append(Relay(addressed.name or addressee.span.text, "outlet", addressee.span))
        return tuple(links)

    def _when(self, verb: Token, sentence: Sentence, content: Span) -> Time:
        """The time of speaking: an expression that hangs on the cue, outside the words said."""
        for expression in self.times:
            span = expression.span
            if not sentence.start <= span.start < sentence.end or content.start <= span.start < content.end:
                continue
            token = next((t for t in sentence.tokens if self.scene.at(t, sentence) >= span.start), None)
            if token is None or expression.edtf is None or expression.type == "set":
                continue
            clause = syntax.clause_of(token)
            if clause == verb or (clause.dep_ in ("advcl", "acl") and clause.head == verb and clause.tag_ == "VBG"):
                return Time(expression.edtf, "reported", span)
        return Time(None, "reported", None)

    # -- spans ----------------------------------------------------------------------------------

    def _trim_tokens(self, tokens: list[Token], sentence: Sentence) -> Span | None:
        runs = syntax.contiguous(tokens)
        best = max(runs, key=len)
        base = sentence.passage.start
        start, end = base + best[0].idx, base + best[-1].idx + len(best[-1].text)
        if len(best) > 1 and best[0].lower_ == "that" and best[1].pos_ not in ("VERB", "AUX"):
            start = base + best[1].idx
        return self._trim_span(start, end)

    def _trim_span(self, start: int, end: int) -> Span | None:
        """Spaces, stops and lone marks off both ends; a quotation mark that has its partner inside stays."""
        text = self.scene.text
        while start < end and (text[start].isspace() or text[start] in ",;:.—–-"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–"):
            end -= 1
        inner = text[start:end]
        marks = DOUBLE + SINGLE
        if inner[-1:] in DOUBLE and sum(inner.count(m) for m in DOUBLE) % 2:
            end -= 1
        elif inner[:1] in marks and sum(inner.count(m) for m in DOUBLE) % 2 and inner[:1] in DOUBLE:
            start += 1
        while end > start and text[end - 1] in " ,;":
            end -= 1
        if text[end - 1 : end] == "." and not text[start:end].count(". "):
            end -= 1
        return self.scene.span(start, end) if end > start else None

    def _without_nested(self, drafts: list[Draft]) -> list[Draft]:
        """Drops a statement inside another by the same voice, or by the one for whom a spokesman speaks."""
        kept: list[Draft] = []
        for draft in drafts:
            outer = [k for k in kept if k.content.start <= draft.content.start < k.content.end]
            attitude = draft.cue is not None and draft.cue.force == "attitude"
            twin = next((k for k in outer if _same_voice(k, draft)), None)
            if twin is not None:
                kept[kept.index(twin)] = replace(twin, nested=(*twin.nested, draft))
            elif not (outer and attitude):
                kept.append(draft)
        return kept


def _same_voice(outer: Draft, inner: Draft) -> bool:
    if outer.content == inner.content:
        return True
    if inner.entity is None or outer.kind == "direct":
        return inner.entity is None and outer.kind != "direct"
    return inner.entity is outer.principal or (
        inner.entity is outer.entity and inner.cue is not None and inner.cue.force == "say"
    )


def _impersonal(speaker: Actor | None) -> bool:
    """A ministry, a state or a document: what "it" can stand for."""
    return speaker is not None and speaker.kind in ("organisation", "unnamed", "state")


def _clause(verb: Token) -> list[Token]:
    """The clause that a verb reports: after it, before it, or around it ("…, he said, …")."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    if clauses:
        clause = max(clauses, key=lambda c: c.right_edge.i - c.left_edge.i)
        words = list(clause.subtree)
        for extra in verb.children:
            if (
                extra.dep_ in ("dep", "conj")
                and extra.i > clause.i
                and extra.tag_ in ("VB", "VBG")
                and not _has_subject(extra)
            ):
                words += list(extra.subtree)
        return _filled(words)
    if verb.dep_ in ("parataxis", "ccomp") and verb.head.pos_ in ("VERB", "AUX") and _interrupts(verb):
        own = {t.i for t in verb.subtree}
        rest = [t for t in verb.head.subtree if t.i not in own]
        runs = syntax.contiguous(rest)
        return next((r for r in runs if verb.head.i in {t.i for t in r} and len(r) > 3), max(runs, key=len))
    return []


def _promised(verb: Token) -> list[Token]:
    """What someone pledges, agrees or vows to do."""
    infinitive = next(
        (c for c in verb.children if c.dep_ in ("xcomp", "advcl", "ccomp") and c.tag_ == "VB" and c.i > verb.i),
        None,
    )
    if infinitive is None:
        return [t for c in verb.children if c.dep_ == "dobj" for t in c.subtree]
    start = next((t.i for t in infinitive.subtree if t.tag_ == "TO" and t.head == infinitive), infinitive.i)
    return [t for t in infinitive.subtree if t.i >= start]


def _interrupts(verb: Token) -> bool:
    """Whether a reporting verb stands as an aside, between commas or at the end."""
    left = min(t.i for t in verb.subtree if not t.is_punct)
    return left > verb.sent.start and verb.doc[left - 1].text in (",", "”", '"', "—", "–")


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _filled(tokens: list[Token]) -> list[Token]:
    """All tokens between the first and the last."""
    low, high = min(t.i for t in tokens), max(t.i for t in tokens)
    return list(tokens[0].doc[low : high + 1])


def _requested(verb: Token, extra: tuple[int, ...]) -> list[Token]:
    """What is asked: "to …" after the one who is asked, or a that-clause, or "for …"."""
    for child in verb.children:
        if (
            child.dep_ in ("xcomp", "advcl", "ccomp", "acl")
            and child.i > verb.i
            and child.tag_ in ("VB", "VBP", "VBZ", "VBD", "VBN", "VBG")
        ):
            words = list(child.subtree)
            start = next((t.i for t in words if t.tag_ == "TO" and t.head == child), None)
            if start is None and not any(t.lower_ == "that" and t.dep_ == "mark" for t in words) and child.tag_ != "VB":
                continue
            words = [t for t in words if start is None or t.i >= start]
            for more in verb.children:
                if more.dep_ in ("dep", "conj") and more.i > child.i and more.tag_ == "VB":
                    words += list(more.subtree)
            return _listed_on(_filled(words))
    for noun in (c for c in verb.children if c.dep_ in ("dobj", "prep", "dative")):
        inner = [
            c
            for n in [noun, *noun.children]
            for c in n.children
            if c.dep_ in ("acl", "relcl", "xcomp") and c.tag_ == "VB"
        ]
        if inner:
            return [t for t in inner[0].subtree if t.i >= next((x.i for x in inner[0].subtree if x.tag_ == "TO"), 0)]
    return []


def _listed_on(words: list[Token]) -> list[Token]:
    """The words with the infinitives listed after them (", to …, and to …"), which parsers hang anywhere."""
    doc, last = words[0].doc, words[-1].i
    end = words[0].sent.end
    listed = [t.i for t in doc[last + 1 : end] if t.tag_ == "TO" and doc[t.i - 1].lower_ in (",", "and")]
    if listed and listed[0] - last <= 4:
        stop = next((t.i for t in doc[listed[-1] : end] if t.lower_ == "," and _attributes(doc, t.i + 1, end)), end)
        words = [t for t in doc[words[0].i : stop] if not (t.i == stop - 1 and t.is_punct)]
    cut = next((t.i for t in words if t.lower_ == "," and _attributes(doc, t.i + 1, end)), None)
    return [t for t in words if cut is None or t.i < cut]


def _attributes(doc: Doc, start: int, end: int) -> bool:
    """Whether what follows a comma only says who says so: "as per …", "according to …"."""
    return doc[start : min(start + 2, end)].text.lower() in ("as per", "according to")


def _about(verb: Token, cue: Cue) -> list[Token]:
    """What a verb with a preposition is about: "called for X", "accused Y of Z-ing"."""
    wanted = cue.prepositions or tuple(verb.doc[i].lower_ for i in cue.extra)
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in wanted and child.i > verb.i:
            return [t for t in child.subtree if t.i > child.i]
        if child.dep_ in ("advcl", "pcomp", "ccomp", "xcomp") and any(
            c.dep_ == "mark" and c.lower_ in wanted for c in child.children
        ):
            return [t for t in child.subtree if t.i > child.left_edge.i]
    return []


def _compound(noun: Token) -> str:
    """A noun with the nouns compounded to it, lower case: "press conference"."""
    parts = [c for c in noun.children if c.dep_ == "compound" and c.i == noun.i - 1]
    return " ".join(t.lower_ for t in [*parts, noun])
