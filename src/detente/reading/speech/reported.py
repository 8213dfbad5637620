"""Indirect and mixed speech: "said that …", "according to …", "his claim that …", "called it …", "X, he said".

In: a scene's tokens, its quotations and an attributor. Out: nothing of its own; each statement found goes to the
attributor's drafts, in the order of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import QuoteKind, Span
from detente.reading import syntax
from detente.reading.page.quotes import DOUBLE, Quotation
from detente.reading.scene import Sentence
from detente.reading.speech import content
from detente.reading.speech.asides import after_colon, aside, interrupts, opens
from detente.reading.speech.attribution import Attribution, Attributor
from detente.reading.speech.broughtup import brought_up
from detente.reading.speech.cues import Cue
from detente.reading.speech.quoted import QuotedSpeech
from detente.reading.speech.sources import Attributed, Sources, breaks_off
from detente.reading.speech.trimming import trimmed, trimmed_tokens, with_closing_mark

if TYPE_CHECKING:
    from detente.reading.words import Token

FEWEST = 2
AGAIN = frozenset({"that", "for", "on"})
CLOSE = 3  # words between the first of several clauses and the next


class ReportedSpeech:
    """Reads the indirect and mixed statements of one document."""

    def __init__(self, attributor: Attributor, quoted: QuotedSpeech) -> None:
        self.attributor, self.quoted = attributor, quoted
        self.quotations: Sequence[Quotation] = quoted.quotations
        self.scene, self.cast, self.cues, self.media = (
            attributor.scene, attributor.cast, attributor.cues, attributor.media,
        )  # fmt: skip
        self.words = attributor.words
        self.sources = Sources(self.cues)
        self.amounts = frozenset(self.cues.words["bare_amounts"])

    def read(self) -> None:
        """Adds the document's indirect statements to the attributor's drafts."""
        for sentence in self.scene.sentences:
            for token in sentence.tokens:
                self._indirect(token, sentence)

    def _indirect(self, token: Token, sentence: Sentence) -> None:
        if self.scene.at(token, sentence) in self.attributor.used:
            return
        found = self.sources.phrase(token)
        if found is not None and self._known(found, sentence):
            if not self.sources.amid_clause(token):
                self._keep_source(found, sentence)
            return
        found = self.sources.noun(token) or self.sources.adjective(token)
        if found is not None:
            self._keep_source(found, sentence)
            return
        misread = self.cues.misread(token)
        if misread is not None and self._at_the_end(token, misread, sentence):
            return
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod"):
            self._verb(token, sentence)

    def _at_the_end(self, token: Token, cue: Cue, sentence: Sentence) -> bool:
        """The words before ", the ministry states." with a verb read as a noun."""
        speaker = token.doc[token.i - 1]
        first = min([speaker.i, *(t.i for t in token.doc[sentence.tokens.start : speaker.i] if t.head.i == token.i)])
        comma = next(
            (i for i in range(speaker.i, max(sentence.tokens.start, speaker.i - 5), -1) if token.doc[i].text == ","),
            None,
        )
        words = list(token.doc[sentence.tokens.start : comma]) if comma is not None and first <= speaker.i else []
        return bool(words) and self._keep(Attribution(cue, token, sentence), words, speaker)

    def _verb(self, token: Token, sentence: Sentence) -> None:
        if self._quoted_as_saying(token, sentence) or self._named(token, sentence):
            return
        if (matters := brought_up(token, self.cues)) is not None and self._keep_source(matters, sentence):
            return
        cues = self.cues.verb(token)
        if not cues or any(c.dep_ == "neg" for c in token.children) or not self._finite(token):
            return
        bare = token.tag_ == "VBN" and token.dep_ in ("advcl", "ROOT") and not syntax.auxiliaries(token)
        if bare and not self._really_past(token):
            return
        if self._hearsay(token, cues, sentence):
            return
        set_off = self._broken_off(token) or self._inverted(token) or interrupts(token) or bool(after_colon(token))
        if set_off and self._aside(token, sentence):
            return
        fit = content.reported(cues, token)
        if fit is not None and fit[0].frame == "object" and self._told_by_noun(token):
            return
        if fit is not None:
            others = [c for c in cues if c is not fit[0] and c.entry.data.get("objects")]
            for cue, runs in (f for f in (fit, content.reported(others, token)) if f is not None):
                kept = [self._keep(Attribution(cue, token, sentence), r) for r in runs]
                if any(kept):
                    return
        if self._aside(token, sentence):
            return
        plain = next((c for c in cues if "clause" in c.frames and not c.explicit), None)
        if plain is not None and fit is None:
            for run in content.unmarked(token):
                self._keep(Attribution(plain, token, sentence), run)

    def _told_by_noun(self, verb: Token) -> bool:
        """ "repeated its call on X to act": the noun's own content is what is said."""
        noun = syntax.direct_object(verb)
        return noun is not None and self.sources.worded(noun) is not None

    def _really_past(self, token: Token) -> bool:
        """ "X exhorted Y to …", where the parser took the past for a participle."""
        own = any(c.dep_ == "nsubj" and c.i == token.i - 1 for c in token.children)
        return token.dep_ == "ROOT" and own and any(c.dep_ == "dobj" and c.i > token.i for c in token.children)

    def _reporters(self, token: Token) -> bool:
        """Whether a token is the reporter's own: a further verb of saying, or when, where or in what it is said."""
        if token.pos_ in ("VERB", "AUX"):
            return bool(self.cues.quoting(token))
        venue = {token.lemma_.lower(), token.text} & set(
            self.media.said_in
        ) or token.lemma_.lower() in self.media.documents
        return bool(venue) or token.ent_type_ in ("DATE", "TIME", "GPE", "FAC")

    def _inverted(self, token: Token) -> bool:
        """ "…, says a clerk": a verb after a comma with no subject before it; not "X, it said, urged Y to …"."""
        return (
            opens(token)
            and token.tag_ in ("VBD", "VBZ")
            and not any(c.dep_ == "nsubj" and c.i < token.i for c in token.children)
            and self.attributor.speakers.before_aside(token) is None
        )

    def _broken_off(self, token: Token) -> bool:
        """Whether a comma follows the verb at once: then what follows is no clause of its own."""
        after = token.doc[token.i + 1] if token.i + 1 < token.sent.end else None
        return after is not None and after.text == ","

    def _aside(self, token: Token, sentence: Sentence) -> bool:
        cue = self.cues.quoting(token)
        listed = {t.i for t in after_colon(token)}
        acts = any(c.dep_ == "dobj" and c.i > token.i and c.i not in listed for c in token.children)
        acts = acts and not opens(token)
        if acts and token.lemma_ not in self.cues.words["telling_verbs"]:
            return False
        found = aside(token, self._reporters) if cue is not None else None
        if cue is None or found is None:
            return False
        after = found.speaker.i > token.i and cue.entry.words("frames") == ("aside",)
        if after and not token.doc[token.i - 1].is_quote and self.cast.entity(found.speaker, sentence) is None:
            return False  # "put the smugglers on trial" is nobody's word
        at = Attribution(replace(cue, frame="aside"), token, sentence)
        kept = self._keep(at, found.words, found.speaker)
        if kept and found.further:
            self._keep(at, found.further, found.speaker)
        return kept

    def _finite(self, token: Token) -> bool:
        """A bare infinitive reports nothing yet, but for "went on to say"; nor does what another is asked to say or do:
        "demanded that X guarantee it"."""
        if self._asked(token):
            return False
        if token.tag_ == "VBG" and token.dep_ == "xcomp" and token.head.tag_ == "VB":
            return self._finite(token.head)  # "urged X to stop commenting on Y": X has said nothing
        if token.tag_ == "VB" and "to" in syntax.auxiliaries(token):
            above = token.head
            if any(h in ("have", "having") for h in syntax.auxiliaries(token)):
                return True
            if above.lemma_ in self.words["aspect_verbs"]:
                return syntax.tense(above) != "future" and "should" not in syntax.auxiliaries(above)
            if self._dared(token):
                return True
            anyone = above.lemma_ == "be" and any(c.lower_ == "it" for c in above.children)  # "it was wrong to say"
            done = token.dep_ in ("advcl", "xcomp") and above.tag_ in ("VBD", "VBN") and not anyone
            return done and not self.cues.verb(above)
        if {"should", "must", "ought"} & set(syntax.auxiliaries(token)):
            return False  # "Oman should speak more openly about its wells"
        wished = token.lemma_ in self.cues.words["would_verbs"] and "would" in syntax.auxiliaries(token)
        return wished or syntax.tense(token) != "future" or "only" in {c.lower_ for c in token.children}

    def _dared(self, token: Token) -> bool:
        """ "was confident enough to say", "had the nerve to say": who could say it did, told as past."""
        above = token.head
        degree = next((c for c in above.children if c.dep_ == "acomp"), above)
        enough = degree.pos_ == "ADJ" and any(c.lower_ == "enough" for c in degree.children)
        nerve = above.dep_ == "dobj" and above.lemma_.lower() in self.words["nerves"]
        verb = above if above.pos_ in ("VERB", "AUX") else above.head
        denied = syntax.negated(verb) or any(c.lower_ == "no" for c in above.children)
        return (enough or nerve) and verb.tag_ in ("VBD", "VBN") and not denied

    def _asked(self, token: Token) -> bool:
        """Whether a plain form after one subject tells what somebody is asked to do."""
        first = token
        while first.dep_ == "conj":  # "demanded that X stop it and that it guarantee Y"
            first = first.head
        above, subject = first.head, syntax.subject(token)
        plain = token.tag_ in ("VB", "VBP") and first.dep_ == "ccomp" and not syntax.auxiliaries(token)
        one = subject is not None and (subject.tag_ in ("NN", "NNP") or subject.lower_ in ("it", "he", "she"))
        asks = any(c.force == "demand" for c in self.cues.verb(above)) or above.lemma_ in self.words["demanding_verbs"]
        return plain and one and asks

    def _hearsay(self, token: Token, cues: Sequence[Cue], sentence: Sentence) -> bool:
        """ "X is said to have done Y": the whole clause, told by nobody."""
        told = next((c for c in token.children if c.dep_ in ("xcomp", "ccomp") and c.tag_ in ("VB", "VBN")), None)
        subject = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
        if told is None or subject is None or token.tag_ != "VBN" or syntax.agent_of(token) is not None:
            return False
        if token.lemma_ not in self.cues.words["hearsay_verbs"] or not any(c.tag_ == "TO" for c in told.children):
            return False
        inner = content.reported(self.cues.verb(told), told)
        if inner is not None:
            return False
        words = list(token.doc[subject.left_edge.i : told.right_edge.i + 1])
        return self._keep(Attribution(cues[0], token, sentence), words)

    def _named(self, token: Token, sentence: Sentence) -> bool:
        """ "He called the treaty ‘a house under repair’": a thing and the name put on it, in the speaker's words."""
        cue = next(
            (
                Cue(e, token.i, (), "call")
                for p, e in self.cues.verbs.get(token.lemma_, ())
                if "call" in e.words("frames")
            ),
            None,
        )
        if token.lemma_ not in self.words["naming_verbs"] or cue is None or syntax.subject(token) is None:
            return False
        first, last = self.scene.at(token, sentence), sentence.end
        quotation = next((q for q in self.quotations if first < q.start < last and q.outer_end <= last + 1), None)
        words = self.scene.text[quotation.start : quotation.end].split() if quotation is not None else []
        close = quotation is not None and quotation.outer_start - first < 90
        if quotation is None or not words or not close or self.quoted.is_whole(quotation):
            return False
        start = first + len(token.text)
        between = self.scene.text[start : quotation.outer_start]
        if (
            any(c in between for c in ",;:.")
            or self._leads_off(sentence, start)
            or any(t.tag_ in ("VBD", "VBZ", "MD") for t in self._between(sentence, start, quotation.outer_start))
        ):
            return False
        span = trimmed(self.scene, start, quotation.outer_end)
        return span is not None and self._keep_span(Attribution(cue, token, sentence), span)

    def _leads_off(self, sentence: Sentence, start: int) -> bool:
        """Whether a preposition stands right after a verb of naming: "calling for …"."""
        first = next((t for t in sentence.tokens if self.scene.at(t, sentence) >= start), None)
        return first is not None and first.pos_ == "ADP"

    def _between(self, sentence: Sentence, start: int, end: int) -> list[Token]:
        return [t for t in sentence.tokens if start <= self.scene.at(t, sentence) < end]

    def _quoted_as_saying(self, token: Token, sentence: Sentence) -> bool:
        """ "…, X was cited as saying", "…, the paper cited X as saying": the words stand before, or around, the verb of
        quoting."""
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
        passive = syntax.is_passive(token)
        who = syntax.passive_subject(token) if passive else syntax.direct_object(token)
        if token.lemma_ not in self.words["quoting_verbs"] or saying is None or who is None:
            return False
        cue = next((c for v in (saying, token) for c in self.cues.verb(v)), None)
        fit = content.reported(self.cues.verb(saying), saying) if saying.tag_ == "VBG" else None
        words = fit[1][0] if fit is not None else []
        if not words and (found := aside(token, self._reporters)) is not None:
            words, who = list(found.words), found.speaker if passive else who
        if cue is None or who is None or len(words) <= FEWEST:
            return False
        if not passive:  # the one quoted is then found from "saying", with the outlet that quotes him
            quoted = any(q.start < sentence.end and sentence.start < q.end for q in self.quotations)
            return self._keep(Attribution(cue, saying, sentence), words) or quoted
        return self._keep(Attribution(cue, token, sentence), words, who)

    def _known(self, found: Attributed, sentence: Sentence) -> bool:
        """Whether what follows "according to" can say something: an actor, a paper, anyone with a mind."""
        noun = found.owner
        if noun is None or noun.pos_ == "PRON" or noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
            return noun is not None and noun.lower_ not in ("it", "this", "that", "which")
        known = self.cast.actor(noun, sentence) is not None or self.cast.country_beside(noun, sentence) is not None
        return known or self.attributor.speakers.may_speak(noun)

    def _keep_source(self, found: Attributed, sentence: Sentence) -> bool:
        doc, base = sentence.passage.doc, sentence.passage.start
        first, last = doc[found.cue_first], doc[found.cue_last - 1]
        cue = self.scene.span(base + first.idx, base + last.idx + len(last.text))
        at = Attribution(found.cue, first, sentence)
        return self._keep(at, found.words, found.owner, cue)

    def _keep(
        self, at: Attribution, words: Iterable[Token], noun: Token | None = None, cue_span: Span | None = None
    ) -> bool:
        run = _with_list(self._past_aside(self._before_source(list(words))))
        if all(t.lower_ in self.amounts for t in run):  # "asks for too much"
            return False
        span = trimmed_tokens(self.scene, run, at.sentence) if run else None
        kept = span is not None and self._keep_span(at, span, noun, cue_span)
        for later in _once_more(run) if kept else ():
            again = trimmed_tokens(self.scene, later, at.sentence)
            if again is not None:
                self._keep_span(at, again, noun, cue_span)
        further = self._after_colon(run) if kept else []
        listed = trimmed_tokens(self.scene, further, at.sentence) if further else None
        if listed is not None:
            self._keep_span(at, listed, noun, cue_span)
        return kept

    def _after_colon(self, words: list[Token]) -> list[Token]:
        """What is told after a colon as the points that were made: "pressed them on three points: they should …"."""
        last = words[-1] if words else None
        if last is None or last.i + 4 >= last.sent.end or last.doc[last.i + 1].text != ":" or last.tag_ != "NNS":
            return []
        rest = list(last.doc[last.i + 2 : last.sent.end])
        return [] if rest[0].is_quote or not any(t.pos_ in ("VERB", "AUX") for t in rest) else rest

    def _past_aside(self, words: list[Token]) -> list[Token]:
        """Words that break off in a clause go on after the aside: "the pledge that, they claim, X made", "the pledge
        that X, they claim, made in Y"."""
        last = words[-1] if words else None
        if last is None or not breaks_off(words):
            return words
        doc, end = last.doc, last.sent.end
        commas = [i for i in range(last.i + 1, end) if doc[i].text == ","][:2]
        if len(commas) < 2 or commas[0] != last.i + 1:
            return words
        aside = doc[commas[0] + 1 : commas[1]]
        sourced = any(self.sources.phrase(t) is not None for t in aside[:1])
        if not sourced and not any(self.cues.verb(t) for t in aside):
            return words
        stop = next((i for i in range(commas[1] + 1, end) if doc[i].text in (",", ";", ".", "”", '"')), end)
        return [*words, *doc[last.i + 1 : stop]]

    def _before_source(self, words: list[Token]) -> list[Token]:
        """Words without "…, an official statement" where "said" follows."""
        after = words[-1].i + 1 if words else 0
        doc = words[0].doc if words else None
        if (
            doc is None
            or after >= words[-1].sent.end
            or doc[after].tag_ not in ("VBD", "VBZ")
            or not self.cues.quoting(doc[after])
        ):
            return words
        comma = next((n for n in range(len(words) - 1, max(0, len(words) - 14), -1) if words[n].text == ","), None)
        if comma is None or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in words[comma:]):
            return words
        return words[:comma]

    def _keep_span(self, at: Attribution, span: Span, noun: Token | None = None, cue_span: Span | None = None) -> bool:
        """Adds a statement, unless its words are a quotation's that has its own; inside a quotation it ends with it."""
        offset = self.scene.at(at.token, at.sentence)
        around = next((u for u in self.quoted.wholes if u.start <= offset < u.end), None)
        if around is not None:
            ours = noun is not None and noun.lower_ in ("we", "i", "us", "me")  # "We have no wish to quarrel"
            if ours or (noun is None and self._own_voice(at)):
                return False
            clipped = trimmed(self.scene, max(span.start, around.start), min(span.end, around.end))
            if clipped is None:
                return False
            span = clipped
        else:
            over = [u for u in self.quoted.wholes if u.start < span.end and span.start < u.end]
            for unit in over:
                if unit.start <= span.start + 1:
                    return False
                cut = trimmed(self.scene, span.start, min(span.end, unit.outer_start))
                if cut is None or len(cut.text.split()) <= FEWEST:
                    return False
                span = cut
        few = len(span.text.split()) < int(at.cue.entry.data.get("least", FEWEST)) and '"' not in span.text
        if few and span.text.lower() not in at.cue.entry.words("alone"):
            return False
        span = self._with_quotation(span) if around is None else span
        inner = [q for q in self.quotations if q.start < span.end and span.start < q.end]
        mixed = around is None and (bool(inner) or any(m in span.text for m in DOUBLE))
        kind: QuoteKind = "mixed" if mixed else "indirect"
        span = with_closing_mark(self.scene, span, self.quotations) if around is None else span
        draft = self.attributor.draft(at, span, kind, noun, cue_span)
        if draft is not None:
            self.attributor.drafts.append(draft)
        return draft is not None

    def _with_quotation(self, span: Span) -> Span:
        """Takes in the phrase in marks that the words lead up to, or break off in."""
        for q in self.quotations:
            if span.start < q.outer_start < span.end < q.outer_end and not self.quoted.is_whole(q):
                return self.scene.span(span.start, q.outer_end)
            if span.start < q.outer_start and 0 <= q.outer_start - span.end <= 1 and not self.quoted.is_whole(q):
                return self.scene.span(span.start, q.outer_end)
        return span

    def _own_voice(self, at: Attribution) -> bool:
        """Whether the one who is quoted speaks of himself: "I think that …"."""
        subject = syntax.subject(at.token)
        return subject is None or subject.lower_ in self.words["first"] or subject.lower_ in ("you", "it", "there")


def _once_more(words: list[Token]) -> list[list[Token]]:
    """ "called for X, for Y and for Z", "told him that X, that Y and that Z": what follows with the same small word,
    which the parser hung elsewhere."""
    if not words or words[0].i <= words[0].sent.start:
        return []
    doc, end = words[0].doc, words[0].sent.end
    opener = doc[words[0].i - 1].lower_
    if opener not in AGAIN:
        return []
    starts = [
        i for i in range(words[-1].i + 1, end - 2) if doc[i].lower_ == opener and doc[i - 1].lower_ in (",", "and")
    ]
    if not starts or starts[0] - words[-1].i > CLOSE:
        return []
    runs = [list(doc[a + 1 : b]) for a, b in zip(starts, [*starts[1:], end])]
    return [r for run in runs if len(r := _unjoined(run)) >= FEWEST]


def _unjoined(run: list[Token]) -> list[Token]:
    while run and (run[-1].is_punct or run[-1].lower_ == "and"):
        run = run[:-1]
    return run


def _with_list(words: list[Token]) -> list[Token]:
    """ "what X expects of Y: to act, to pay and to leave": the words with the list that says what."""
    last = words[-1] if words else None
    if last is None or words[0].lower_ != "what" or last.i + 4 >= last.sent.end or last.doc[last.i + 1].text != ":":
        return words
    rest = list(last.doc[last.i + 1 : last.sent.end])
    return words if rest[1].is_quote else [*words, *rest]
